import { P as parseReference } from "./check.js";
import { a as boolean, c as looseObject, d as record, i as array, p as string } from "./schemas.js";
import { n as parseToml, t as lineOf } from "./node-parse-toml.js";

// src/node/registry-rules.ts
const mirrorShape = looseObject({
	location: string().optional(),
	insecure: boolean().optional(),
	"pull-from-mirror": string().optional()
});
const registryShape = mirrorShape.extend({
	prefix: string().optional(),
	blocked: boolean().optional(),
	mirror: array(mirrorShape).optional(),
	"mirror-by-digest-only": boolean().optional()
});
const mostMirrors = 32;
/** The `[[registry]]` tables, checked as containers/image does (postProcessRegistries); of equal prefixes the first. */
function registryRules(written, complain) {
	const rules = written.map((one) => rule(one, complain));
	refuseConflicts(rules, complain);
	return [...Map.groupBy(rules, ({ prefix }) => prefix).values()].flatMap(([first]) => first ?? []);
}
function rule(written, complain) {
	const location = locationOf(written.location ?? "", complain);
	const prefix = written.prefix ? locationOf(written.prefix, complain) : location;
	const fault = faultOf(prefix, location);
	if (fault !== void 0) complain(fault, prefix || "[[registry]]");
	if (written["pull-from-mirror"]) complain("pull-from-mirror on a registry", "pull-from-mirror");
	const byDigest = written["mirror-by-digest-only"] === true;
	return {
		prefix,
		location,
		insecure: written.insecure === true,
		blocked: written.blocked === true,
		mirrors: (written.mirror ?? []).slice(0, mostMirrors).map((one) => mirror(one, byDigest, complain))
	};
}
function faultOf(prefix, location) {
	if (prefix === "") return "both location and prefix are unset";
	const isWild = prefix.startsWith("*.");
	if (location === "" && !isWild) return `location is unset for prefix ${prefix}`;
	return isWild && /[/@:]/.test(prefix) ? `the wildcard prefix ${prefix} has a port or path` : void 0;
}
function mirror(written, byDigest, complain) {
	const location = locationOf(written.location ?? "", complain);
	if (location === "") complain("mirror location is unset", "[[registry.mirror]]");
	const own = written["pull-from-mirror"] ?? "";
	const known = restrictions.find((value) => value === own);
	if (own !== "" && known === void 0) complain(`unsupported pull-from-mirror value ${own}`, own);
	if (byDigest && own !== "") complain("mirror-by-digest-only and pull-from-mirror at the same time", "pull-from-mirror");
	return {
		location,
		insecure: written.insecure === true,
		pulls: byDigest ? "digest-only" : known ?? "all"
	};
}
const restrictions = [
	"all",
	"digest-only",
	"tag-only"
];
function locationOf(written, complain) {
	if (/^https?:\/\//.test(written)) complain(`URI schemes are not supported: ${written}`, written);
	return written.replace(/\/+$/, "");
}
function refuseConflicts(rules, complain) {
	const places = Map.groupBy(rules, ({ location, prefix }) => location || prefix);
	for (const [place, same] of places) if (new Set(same.map(({ insecure, blocked }) => `${insecure} ${blocked}`)).size > 1) complain(`${place} is defined twice with conflicting settings`, place);
}

// src/node/registries-conf.ts
const v1List = looseObject({ registries: array(string()).optional() }).optional();
const shape = looseObject({
	registry: array(registryShape).optional(),
	"unqualified-search-registries": array(string()).optional(),
	aliases: record(string(), string()).optional(),
	registries: looseObject({
		search: v1List,
		insecure: v1List,
		block: v1List
	}).optional()
});
/** Reads a registries.conf (containers/image pkg/sysregistriesv2); the old version 1 is turned into version 2. */
function parseRegistriesConf(text) {
	const parsed = parseToml(text, shape);
	if (parsed.kind === "wrong") return {
		kind: "invalid",
		why: parsed.why,
		line: parsed.line
	};
	const faults = [];
	const conf = confOf(parsed.value, (why, word) => void faults.push({
		why,
		word
	}));
	const [fault] = faults;
	if (fault === void 0) return {
		kind: "conf",
		conf
	};
	return {
		kind: "invalid",
		why: fault.why,
		line: lineOf(text, fault.word)
	};
}
function confOf(written, complain) {
	const { search, insecure, block } = written.registries ?? {};
	if ([
		search,
		insecure,
		block
	].some((list) => list?.registries !== void 0)) return version1(written, complain);
	const aliases = Object.entries(written.aliases ?? {}).map(([name, value]) => [name, alias(value, complain)]);
	return {
		registries: registryRules(written.registry ?? [], complain),
		searchRegistries: written["unqualified-search-registries"] ?? [],
		aliases: new Map(aliases)
	};
}
function version1(written, complain) {
	if (written.registry !== void 0 || written["unqualified-search-registries"] !== void 0) complain("mixing version 1 and 2 is not supported", "registries");
	const { search, insecure, block } = written.registries ?? {};
	const blocked = new Set(block?.registries);
	const unverified = new Set(insecure?.registries);
	const rules = [...blocked.union(unverified)].map((location) => ({
		location,
		blocked: blocked.has(location),
		insecure: unverified.has(location)
	}));
	return {
		registries: registryRules(rules, complain),
		searchRegistries: search?.registries ?? [],
		aliases: /* @__PURE__ */ new Map()
	};
}
function alias(value, complain) {
	if (value === "") return null;
	const reference = parseReference(value);
	const [first = ""] = value.split("/");
	const isWhole = value.includes("/") && (/[.:]/.test(first) || first === "localhost");
	if (reference.kind === "reference" && isWhole && reference.tag === null && reference.digest === null) return reference.repository;
	complain(`invalid alias ${value}`, value);
	return null;
}

export { parseRegistriesConf };