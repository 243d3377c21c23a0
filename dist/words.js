import { t as _light_node_process_default } from "./process.js";
import { S as unprintable } from "./base.js";

// src/judge/policy/rules.ts
/** Layer and default severity of each code. Unknown outcomes of an error code are warnings (`severityOf`). */
const rules = {
	"invalid-reference": ["name", "error"],
	"empty-reference": ["name", "error"],
	"registry-name-not-resolved": ["network", "warning"],
	"registry-unreachable": ["network", "warning"],
	"registry-error": ["network", "warning"],
	"proxy-error": ["network", "warning"],
	"rate-limited": ["network", "warning"],
	"tls-untrusted": ["tls", "warning"],
	"tls-expired": ["tls", "error"],
	"tls-name-mismatch": ["tls", "error"],
	"tls-handshake": ["tls", "error"],
	"plain-http-registry": ["tls", "error"],
	"pull-secret-invalid": ["auth", "error"],
	"pull-secret-rejected": ["auth", "error"],
	"not-found-or-private": ["auth", "error"],
	"no-pull-secret": ["auth", "warning"],
	"pull-secret-missing": ["auth", "notice"],
	"pull-secret-other-namespace": ["auth", "warning"],
	"pull-secret-ignored": ["auth", "warning"],
	"pull-secret-no-match": ["auth", "warning"],
	"access-denied": ["auth", "warning"],
	"registry-policy": ["policy", "error"],
	"repository-not-found": ["existence", "error"],
	"tag-not-found": ["existence", "error"],
	"digest-not-found": ["existence", "error"],
	"child-manifest-missing": ["existence", "error"],
	"blob-missing": ["existence", "error"],
	"platform-missing": ["platform", "error"],
	"platform-depends-on-runtime": ["platform", "warning"],
	"unsupported-manifest": ["content", "error"],
	"manifest-invalid": ["content", "error"],
	"not-an-image": ["content", "error"],
	"wrong-architecture": ["runtime", "error"],
	"never-pull": ["node", "warning"],
	"blocked-by-node": ["node", "error"],
	"short-name-ambiguous": ["node", "error"],
	"no-node-for-workload": ["scheduling", "warning"],
	"latest-tag": ["project policy", "off"],
	"digest-required": ["project policy", "off"],
	"registry-not-allowed": ["project policy", "off"],
	"tag-digest-drift": ["hygiene", "notice"],
	"relocated-image": ["hygiene", "notice"],
	"rate-limit-risk": ["hygiene", "notice"],
	"large-image": ["hygiene", "notice"],
	"render-failed": ["coverage", "error"],
	"unreadable-document": ["coverage", "warning"],
	"unresolved-source": ["coverage", "warning"],
	"no-images-found": ["coverage", "warning"],
	"image-like-string": ["coverage", "warning"]
};
/** Where in the triage order a code stands. */
function layerOf(code) {
	return rules[code][0];
}
/** The severity without any setting. */
function defaultSeverity(code) {
	return rules[code][1];
}

// src/extract/document/untyped.ts
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

// src/extract/document/label-selector.ts
/** Whether a label selector (meta/v1 LabelSelector) selects what `valueOf` tells the values of; an empty one selects all. */
function selects(selector, valueOf) {
	const labels = Object.entries(textEntriesOf(valueAt(selector, "matchLabels")));
	const expressions = listOf(valueAt(selector, "matchExpressions"));
	return labels.every(([key, value]) => valueOf(key) === value) && expressions.every((each) => holds(each, valueOf));
}
function holds(expression, valueOf) {
	if (fieldsOf(expression) === void 0) return true;
	const value = valueOf(textOf(valueAt(expression, "key")) ?? "");
	const isAmong = value !== void 0 && listOf(valueAt(expression, "values")).includes(value);
	switch (valueAt(expression, "operator")) {
		case "In": return isAmong;
		case "NotIn": return !isAmong;
		case "Exists": return value !== void 0;
		case "DoesNotExist": return value === void 0;
		default: return false;
	}
}

// src/judge/types.ts
/** In triage order: the first broken layer is the root cause. */
const layers = [
	"name",
	"network",
	"tls",
	"auth",
	"policy",
	"existence",
	"platform",
	"content",
	"runtime",
	"node",
	"scheduling",
	"project policy",
	"hygiene",
	"coverage"
];

// src/report/words/quote.ts
const longest = 300;
/** Text from outside as a code span: one line, no backtick inside, bounded. */
function code(value, limit = longest) {
	const line = (value ?? "").slice(0, 4 * limit).replace(unprintable, " ").replaceAll("`", "'").trim();
	if (line === "") return "`(empty)`";
	const characters = [...line];
	return characters.length > limit ? `\`${characters.slice(0, limit).join("")}…\`` : `\`${line}\``;
}
/** What somebody else wrote, as a sentence of its own; nothing where there is no text. */
function quoted(who, detail) {
	return detail === void 0 || detail.trim() === "" ? "" : ` ${who}: ${code(detail)}.`;
}
/** `a`, `b` and `c`; of many only the first, with the number of the others. */
function series(values, most = 6, joint = "and") {
	const spans = (values ?? []).slice(0, most).map((value) => code(value));
	const others = (values ?? []).length - spans.length;
	const all = others > 0 ? [...spans, `${others} more`] : spans;
	const last = all.pop();
	if (last === void 0) return "nothing";
	return all.length === 0 ? last : `${all.join(", ")} ${joint} ${last}`;
}
/** A word for a POSIX shell: as it is where no character is special, else in single quotes. */
function shellWord(value) {
	const word = value.replace(unprintable, "");
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** `1 image`, `2 images`. */
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** Roughly how long, for a person: `40 seconds`, `6 hours`. */
function duration(milliseconds) {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1e3));
	if (seconds < 100) return counted(seconds, "second");
	const minutes = Math.ceil(seconds / 60);
	return minutes < 100 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

// src/report/words/kubelet.ts
/** The sentence as kubelet and containerd (the resolver of 1.7 and 2.0) word it; null where they would say nothing. */
function kubeletWords(told) {
	const own = ownWords[told.code]?.(told.args, told.verdict);
	if (own !== void 0) return own;
	const inner = innerWords[told.code];
	if (inner === void 0 || told.verdict === "pullable") return null;
	return {
		reason: "ErrImagePull",
		message: inner(namesOf(told), told)
	};
}
const ownWords = {
	"invalid-reference": ({ reference = "", reason = "" }) => ({
		reason: "InvalidImageName",
		message: `Failed to apply default image tag "${reference}": couldn't parse image name "${reference}": ${grammarError(reference, reason)}`
	}),
	"empty-reference": () => ({
		reason: "InvalidImageName",
		message: `Failed to apply default image tag "": couldn't parse image name "": invalid reference format`
	}),
	"pull-secret-invalid": ({ detail = "the content cannot be decoded" }) => ({
		reason: detail,
		message: detail
	}),
	"never-pull": ({ reference = "" }) => ({
		reason: "ErrImageNeverPull",
		message: `Container image "${reference}" is not present with pull policy of Never`
	}),
	"not-an-image": (_, verdict) => verdict === "pullable" ? {
		reason: "CreateContainerError",
		message: "no command specified"
	} : void 0,
	"manifest-invalid": ({ reason, reference = "" }, verdict) => reason === "layers" && verdict === "unpullable" ? {
		reason: "ErrImagePull",
		message: mismatched(reference)
	} : void 0,
	"wrong-architecture": () => ({
		reason: "CrashLoopBackOff",
		message: "exec format error"
	}),
	"blocked-by-node": (args) => ({
		reason: "ErrImagePull",
		message: blockedWords(args)
	})
};
function blockedWords({ registry = "", reason, reference = "" }) {
	if (reason === "no-host-resolves") return `failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": no resolve hosts: not found`;
	if (reason === "invalid-name") return "rewriting reference: invalid reference format";
	if (reason === "invalid") return "loading registries configuration \"/etc/containers/registries.conf\"";
	return `registry ${registry} is blocked in /etc/containers/registries.conf`;
}
const innerWords = {
	"registry-name-not-resolved": transport(({ registry }) => `dial tcp: lookup ${registry}: no such host`),
	"registry-unreachable": transport(({ registry }, { args }) => `dial tcp ${registry}: ${dialError(args.reason)}`),
	"tls-untrusted": transport(() => "tls: failed to verify certificate: x509: certificate signed by unknown authority"),
	"tls-expired": transport(() => "tls: failed to verify certificate: x509: certificate has expired or is not yet valid"),
	"tls-name-mismatch": transport(({ registry }) => `tls: failed to verify certificate: x509: certificate is valid for …, not ${registry}`),
	"tls-handshake": transport(() => "remote error: tls: handshake failure"),
	"plain-http-registry": transport(() => "http: server gave HTTP response to HTTPS client"),
	"rate-limited": resolving(({ url }) => `unexpected status from HEAD request to ${url}: 429 Too Many Requests`),
	"registry-error": resolving(({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 500)}`),
	"registry-policy": resolving(({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 403)}`),
	"not-found-or-private": resolving(refused("anonymous")),
	"no-pull-secret": resolving(refused("anonymous")),
	"pull-secret-rejected": resolving(refused("oauth")),
	"access-denied": resolving(refused("oauth")),
	"repository-not-found": notFound,
	"tag-not-found": notFound,
	"digest-not-found": notFound,
	"child-manifest-missing": copying(({ registry }, { args }) => `content at https://${registry}/v2/${args.repository ?? ""}/manifests/${args.digest ?? ""} not found: not found`),
	"blob-missing": copying((_, { args }) => `could not fetch content descriptor ${args.digest ?? ""} from remote: not found`),
	"platform-missing": (names) => `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": no match for platform in manifest: not found`,
	"not-an-image": ({ reference }) => mismatched(reference),
	"unsupported-manifest": resolving((_, { args }) => `media type "${args.mediaType ?? ""}" is no longer supported`)
};
function refused(token) {
	return ({ registry, url }, { args, trail }) => {
		const last = trail.findLast(({ status }) => status === 401 || status === 403);
		if (last !== void 0 && !last.url.includes("/v2/")) return `failed to authorize: failed to fetch ${token} token: unexpected status from GET request to ${last.url}: ${statusLine(last.status ?? 401)}`;
		if (token === "oauth" || args.status === 403) return `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 401)}`;
		return `pull access denied, repository does not exist or may require authorization: ${registry.includes(".dkr.ecr") ? "authorization failed: no basic auth credentials" : "server message: insufficient_scope: authorization failed"}`;
	};
}
function mismatched(reference) {
	return `failed to pull and unpack image "${reference}": mismatched image rootfs and manifest layers`;
}
function notFound({ reference }) {
	return `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": ${reference}: not found`;
}
function resolving(inner) {
	return (names, told) => `failed to pull and unpack image "${names.reference}": failed to resolve reference "${names.reference}": ${inner(names, told)}`;
}
function transport(inner) {
	return resolving((names, told) => `failed to do request: Head "${names.url}": ${inner(names, told)}`);
}
function copying(inner) {
	return (names, told) => `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": failed to copy: httpReadSeeker: failed open: ${inner(names, told)}`;
}
const statusTexts = {
	401: "Unauthorized",
	403: "Forbidden",
	412: "Precondition Failed",
	451: "Unavailable For Legal Reasons",
	500: "Internal Server Error",
	502: "Bad Gateway",
	503: "Service Unavailable",
	504: "Gateway Timeout"
};
function statusLine(status) {
	return `${status} ${statusTexts[status] ?? ""}`.trimEnd();
}
function dialError(reason) {
	if (reason === "connection-refused") return "connect: connection refused";
	return reason === "host-unreachable" ? "connect: no route to host" : "i/o timeout";
}
function grammarError(reference, reason) {
	if (reason === "upper-case") return `invalid reference format: repository name (${reference}) must be lowercase`;
	return reason === "path-too-long" ? "repository name must not be more than 255 characters" : "invalid reference format";
}
function namesOf({ args, trail }) {
	const { reference = "", registry = "", repository = "", tag, digest } = args;
	const name = `${registry}/${repository}`;
	const at = reference.indexOf("@");
	const pulled = at < 0 ? reference : `${name}${reference.slice(at)}`;
	const asked = trail.findLast(isManifest)?.url;
	const host = args.host ?? (asked === void 0 ? registry : hostOf(asked, registry));
	return {
		reference: pulled,
		registry: host,
		url: asked ?? `https://${host}/v2/${repository}/manifests/${tag ?? digest ?? ""}`
	};
}
function isManifest({ url }) {
	return url.includes("/manifests/");
}
function hostOf(url, otherwise) {
	return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? otherwise;
}

// src/judge/codes.ts
/** The stable names of what can be found. Other people's checks depend on them. */
const findingCodes = [
	"invalid-reference",
	"empty-reference",
	"registry-name-not-resolved",
	"registry-unreachable",
	"registry-error",
	"proxy-error",
	"rate-limited",
	"tls-untrusted",
	"tls-expired",
	"tls-name-mismatch",
	"tls-handshake",
	"plain-http-registry",
	"pull-secret-invalid",
	"pull-secret-rejected",
	"not-found-or-private",
	"no-pull-secret",
	"pull-secret-missing",
	"pull-secret-other-namespace",
	"pull-secret-ignored",
	"pull-secret-no-match",
	"access-denied",
	"registry-policy",
	"repository-not-found",
	"tag-not-found",
	"digest-not-found",
	"child-manifest-missing",
	"blob-missing",
	"platform-missing",
	"platform-depends-on-runtime",
	"unsupported-manifest",
	"manifest-invalid",
	"not-an-image",
	"wrong-architecture",
	"never-pull",
	"blocked-by-node",
	"short-name-ambiguous",
	"no-node-for-workload",
	"latest-tag",
	"digest-required",
	"registry-not-allowed",
	"tag-digest-drift",
	"relocated-image",
	"rate-limit-risk",
	"large-image",
	"render-failed",
	"unreadable-document",
	"unresolved-source",
	"no-images-found",
	"image-like-string"
];

// \0light:node:fs/promises
const loaded = () => process.getBuiltinModule("node:fs/promises");
const access = (...call) => loaded().access(...call);
const appendFile = (...call) => loaded().appendFile(...call);
const cp = (...call) => loaded().cp(...call);
const lstat = (...call) => loaded().lstat(...call);
const mkdir = (...call) => loaded().mkdir(...call);
const mkdtemp = (...call) => loaded().mkdtemp(...call);
const open = (...call) => loaded().open(...call);
const readFile = (...call) => loaded().readFile(...call);
const readdir = (...call) => loaded().readdir(...call);
const realpath = (...call) => loaded().realpath(...call);
const rename = (...call) => loaded().rename(...call);
const rm = (...call) => loaded().rm(...call);
const stat = (...call) => loaded().stat(...call);
const symlink = (...call) => loaded().symlink(...call);
const writeFile = (...call) => loaded().writeFile(...call);

// src/report/escape/json.ts
const acted = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;
/**
* JSON that says the same to every reader, and on a terminal or in a log is letters alone: also JSON is printed there.
* The runner of GitHub takes `##[` for a command wherever it stands in a line.
*/
function printableJson(value, indent) {
	return JSON.stringify(value, null, indent).replace(acted, escaped).replaceAll("##[", String.raw`\u0023#[`);
}
/** In UTF-16, as JSON names what lies beyond four digits (RFC 8259, 7). */
function escaped(character) {
	return character.split("").map((unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, "0")).join("");
}

// src/cli/streams.ts
/** Standard error, where progress goes. */
function terminal() {
	return {
		isTTY: _light_node_process_default.stderr.isTTY === true && _light_node_process_default.env["TERM"] !== "dumb",
		columns: _light_node_process_default.stderr.columns || 80,
		write: (text) => void _light_node_process_default.stderr.write(text)
	};
}
const maximumBytes = 67108864;
/** The text of standard input; undefined where it is larger than the limit, 64 MiB unless told otherwise. */
async function readStandardInput(limit = maximumBytes) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of _light_node_process_default.stdin) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > limit) return void 0;
	}
	return Buffer.concat(chunks).toString("utf8");
}
/** Writes the result and waits until it has left. */
async function writeStandardOutput(text) {
	const { promise, resolve } = Promise.withResolvers();
	_light_node_process_default.stdout.write(text, () => resolve());
	await promise;
}
/** Whether to colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal. */
function wantsColour() {
	const { NO_COLOR, FORCE_COLOR, TERM } = _light_node_process_default.env;
	if (NO_COLOR !== void 0 && NO_COLOR !== "") return false;
	if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "0" && FORCE_COLOR !== "") return true;
	return _light_node_process_default.stdout.isTTY === true && TERM !== "dumb";
}

export { selects as A, code as C, series as D, quoted as E, valueAt as F, defaultSeverity as I, layerOf as L, listOf as M, textEntriesOf as N, shellWord as O, textOf as P, kubeletWords as S, duration as T, rm as _, printableJson as a, writeFile as b, cp as c, mkdtemp as d, open as f, rename as g, realpath as h, writeStandardOutput as i, fieldsOf as j, layers as k, lstat as l, readdir as m, terminal as n, access as o, readFile as p, wantsColour as r, appendFile as s, readStandardInput as t, mkdir as u, stat as v, counted as w, findingCodes as x, symlink as y };