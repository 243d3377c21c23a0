import { c as constructFromEvents, d as mergeTag, n as expandedSize, o as YAMLException, r as CORE_SCHEMA, s as boolYaml11Tag, t as lenientEvents } from "./extract-lenient-events.js";

// src/extract/parse-document.ts
const schema = CORE_SCHEMA.withTags(mergeTag, boolYaml11Tag);
const smallestBomb = 2e5;
/**
* Parses one document; never throws. Of duplicate keys the last counts, as it does for kubectl and helm. Unknown tags
* are refused.
*/
function parseDocument(text) {
	try {
		return bounded(isJson(text) ? parseJson(text) : parseYaml(text), text);
	} catch (error) {
		return malformed(error, text);
	}
}
const longestDetail = 200;
function isJson(text) {
	return /^\uFEFF?\s*\{/.test(text);
}
function parseJson(text) {
	try {
		return [JSON.parse(text.replace(/^\uFEFF/, ""))];
	} catch {
		return parseYaml(text);
	}
}
function parseYaml(text) {
	const { source, events } = lenientEvents(text);
	return constructFromEvents(events, {
		source,
		schema,
		json: true
	});
}
function bounded(roots, text) {
	const size = expandedSize(roots);
	if (size <= Math.max(smallestBomb, text.length)) return {
		kind: "parsed",
		roots
	};
	return {
		kind: "malformed",
		detail: size === Infinity ? "nested without end or too deeply" : "aliases repeat too much",
		line: 1
	};
}
function malformed(error, text) {
	if (!(error instanceof YAMLException)) return {
		kind: "malformed",
		detail: "no YAML",
		line: 1
	};
	const { mark } = error;
	const reason = error.reason.slice(0, longestDetail);
	if (reason.includes("complex keys")) return unrendered(text);
	if (mark === void 0) return {
		kind: "malformed",
		detail: reason,
		line: 1
	};
	return {
		kind: "malformed",
		detail: reason,
		line: mark.line + 1,
		column: mark.column + 1
	};
}
function unrendered(text) {
	const before = text.slice(0, Math.max(text.search(/\{\s*\{/), 0)).split("\n");
	const column = (before.at(-1)?.length ?? 0) + 1;
	return {
		kind: "malformed",
		detail: "a map as a key, as in a template",
		line: before.length,
		column
	};
}

// src/extract/untyped.ts
/** The value as a map; undefined for lists, scalars and null. */
function fieldsOf(value) {
	return isFields(value) ? value : void 0;
}
/** The value as a list; empty where it is none. */
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
/** The value as text; undefined where the API would refuse it as a string. */
function textOf(value) {
	return typeof value === "string" ? value : void 0;
}
/** The value below nested keys; own properties only, so that a key `constructor` finds nothing of JavaScript's. */
function valueAt(value, ...keys) {
	return keys.reduce(childOf, value);
}
/** The entries of a map whose values are text. */
function textEntriesOf(value) {
	const entries = Object.entries(fieldsOf(value) ?? {});
	return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}
function childOf(value, key) {
	if (typeof key === "number") return Array.isArray(value) ? value[key] : void 0;
	return isFields(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/plan/hosts.ts
/** The host that a node contacts for a registry's name where nothing else is configured (containerd config/hosts.go). */
function ownHost(registry, environment) {
	const isInsecure = environment.insecureRegistries.includes(registry);
	return {
		registry,
		authority: authorityOf(registry),
		path: "/v2",
		...isInsecure ? {
			scheme: "https-then-http",
			verify: false
		} : transportOf(registry),
		ca: environment.caPem
	};
}
/** docker.io is served by another host (containerd core/remotes/docker/registry.go). */
function authorityOf(registry) {
	return registry === "docker.io" ? "registry-1.docker.io" : registry;
}
/** Loopback is not verified; its port says which protocol it speaks, and any but 80 and 443 leaves both open. */
function transportOf(registry) {
	if (!isLoopback(registry)) return {
		scheme: "https",
		verify: true
	};
	const port = portOf(registry);
	if (port === 80) return {
		scheme: "http",
		verify: true
	};
	return {
		scheme: port === void 0 || port === 443 ? "https" : "https-then-http",
		verify: false
	};
}
function isLoopback(registry) {
	const name = registry.replace(/:\d+$/, "");
	return name === "localhost" || registry.startsWith("[::1]:") || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}
/** The port that a host is named with. */
function portOf(authority) {
	const port = /:(\d+)$/.exec(authority)?.[1];
	return port === void 0 ? void 0 : Number(port);
}

// src/fetch/without-login.ts
/** An address as it may be shown: a login that is written into it is left out; the mere name of `ssh://git@…` is none. */
function withoutLogin(url) {
	return url.replace(/^(https?:\/\/)[^/?#]*@/i, "$1").replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*:[^/?#]*@/i, "$1");
}

// src/fetch/semantic-version.ts
const shape = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/** Reads a version; what is left out is zero, as Masterminds/semver takes it. */
function parseVersion(written) {
	const match = shape.exec(written.trim());
	if (match === null) return void 0;
	const [, major = "0", minor = "0", patch = "0", pre = ""] = match;
	return {
		written,
		numbers: [
			Number(major),
			Number(minor),
			Number(patch)
		],
		pre: pre === "" ? [] : pre.split(".")
	};
}
/** Below zero where `a` comes before `b`. */
function compareVersions(a, b) {
	for (const at of [
		0,
		1,
		2
	]) {
		const difference = a.numbers[at] - b.numbers[at];
		if (difference !== 0) return difference;
	}
	return comparePre(a.pre, b.pre);
}
function comparePre(a, b) {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	for (const [at, left] of a.entries()) {
		const right = b[at];
		if (right === void 0) return 1;
		if (left !== right) return comparePart(left, right);
	}
	return a.length - b.length;
}
function comparePart(a, b) {
	const isNumber = [a, b].map((part) => /^\d+$/.test(part));
	if (isNumber[0] && isNumber[1]) return Number(a) - Number(b);
	if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
	return a < b ? -1 : 1;
}

// src/fetch/version-constraint.ts
/**
* The newest of the versions that a constraint allows, as helm chooses: an exact name first, nothing before a release
* unless the constraint names such a version (https://github.com/Masterminds/semver#checking-version-constraints).
* Undefined where there is none, or the constraint can't be read.
*/
function chooseVersion(versions, constraint) {
	const wanted = constraint.trim();
	if (wanted !== "" && versions.includes(wanted)) return wanted;
	const allows = parseConstraint(wanted === "" ? "*" : wanted);
	if (allows === void 0) return void 0;
	return versions.flatMap((text) => parseVersion(text) ?? []).filter(allows).toSorted(compareVersions).at(-1)?.written;
}
/** Whether a version fulfils a constraint. */
function satisfies(version, constraint) {
	return chooseVersion([version], constraint) !== void 0;
}
function parseConstraint(text) {
	const alternatives = text.split("||").map(parseAll);
	const tests = alternatives.filter((test) => test !== void 0);
	if (tests.length < alternatives.length) return void 0;
	return (version) => tests.some((test) => test(version));
}
const range = /^\s*(\S+)\s+-\s+(\S+)\s*$/;
const comparator = /(=|!=|>|<|>=|=>|<=|=<|~|~>|\^)?\s*(v?[0-9xX*][^\s,]*)/y;
function parseAll(text) {
	const [, from, to] = range.exec(text) ?? [];
	if (from !== void 0 && to !== void 0) return parseAll(`>=${from} <=${to}`);
	const tests = [];
	const rest = text.replaceAll(/[,\s]+/g, " ").trim();
	for (let at = 0; at < rest.length; at = comparator.lastIndex + 1) {
		comparator.lastIndex = at;
		const match = comparator.exec(rest);
		const test = match === null ? void 0 : parseOne(match[1] ?? "", match[2] ?? "");
		if (test === void 0) return void 0;
		tests.push(test);
	}
	return tests.length === 0 ? void 0 : (version) => tests.every((test) => test(version));
}
function parseOne(operator, written) {
	const bare = written.replace(/(?:\.|^)[xX*](?:\.[xX*\d]+)*$/, "");
	const places = bare === "" || bare === "v" ? 0 : (bare.replace(/[-+].*$/, "").match(/\./g)?.length ?? 0) + 1;
	const version = places === 0 ? parseVersion("0.0.0") : parseVersion(bare);
	if (version === void 0) return void 0;
	const test = compareBy(operator, version, places);
	return test && ((candidate) => (candidate.pre.length === 0 || version.pre.length > 0) && test(candidate));
}
function compareBy(operator, version, places) {
	const above = places === 0 ? void 0 : ceiling(version, places);
	const from = (candidate) => compareVersions(candidate, version) >= 0;
	const isIn = (candidate) => places < 3 ? from(candidate) && isBelow(candidate, above) : compareVersions(candidate, version) === 0;
	switch (operator) {
		case "":
		case "=": return isIn;
		case "!=": return (candidate) => !isIn(candidate);
		case ">": return (candidate) => from(candidate) && !isIn(candidate);
		case "<": return (candidate) => !from(candidate);
		case ">=":
		case "=>": return from;
		case "<=":
		case "=<": return (candidate) => !from(candidate) || isIn(candidate);
		default: return approximate(operator, version, places);
	}
}
function approximate(operator, version, places) {
	if (![
		"~",
		"~>",
		"^"
	].includes(operator)) return void 0;
	const place = operator === "^" ? caretPlace(version, places) : Math.min(places, 2);
	const limit = places === 0 ? void 0 : ceiling(version, place);
	return (candidate) => compareVersions(candidate, version) >= 0 && isBelow(candidate, limit);
}
function isBelow(candidate, limit) {
	return limit === void 0 || compareVersions(candidate, limit) < 0;
}
/** The first version that has another number at the given place (1: major). */
function ceiling({ numbers: [major, minor, patch] }, place) {
	const next = [
		[
			major + 1,
			0,
			0
		],
		[
			major,
			minor + 1,
			0
		],
		[
			major,
			minor,
			patch + 1
		]
	];
	return {
		written: "",
		numbers: next[place - 1] ?? next[2],
		pre: ["0"]
	};
}
/** `^` holds the first number that is not zero. */
function caretPlace({ numbers }, places) {
	const first = numbers.findIndex((number) => number > 0) + 1;
	return first === 0 ? places : Math.min(first, Math.max(places, 1));
}

export { ownHost as a, listOf as c, valueAt as d, parseDocument as f, authorityOf as i, textEntriesOf as l, satisfies as n, portOf as o, withoutLogin as r, fieldsOf as s, chooseVersion as t, textOf as u };