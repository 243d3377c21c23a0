import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { A as expandedSize, C as record, D as unknown, I as mergeTag, M as YAMLException, N as boolYaml11Tag, P as constructFromEvents, T as string, _ as array, a as splitList, b as looseObject, c as problemAt, d as Lines, f as onlySpanOf, i as registryPattern, j as CORE_SCHEMA, k as lenientEvents, l as quoted, n as parseCount, o as didYouMean, p as nodeAt, r as parseDuration, s as nearName, t as parseBytes, u as yamlTree, v as boolean } from "./config-values.js";
import { t as Secret } from "./secret.js";
import { i as isDigest, n as kindOfMediaType } from "./registry-media-types.js";
import { n as layerOf, t as defaultSeverity } from "./judge-rules.js";
import { n as layers, t as findingCodes } from "./judge-types.js";
import { a as series, i as quoted$1, n as counted, o as shellWord, r as duration, t as code } from "./report-words-quote.js";
import { t as version$1 } from "./version.js";
import { n as settings, t as environmentSettings } from "./config-settings.js";
import { t as createFiles } from "./process-files.js";
import { t as createClock } from "./process-clock.js";
import process$1 from "node:process";
import { isAbsolute, relative, sep } from "node:path";
import { basename, dirname as dirname$1, join as join$1, relative as relative$1 } from "node:path/posix";
import { realpath } from "node:fs/promises";

// src/sha256.ts
/** SHA-256 of a text, in hex. Loading Node's crypto takes a tenth of a short run, so the first hash loads it. */
function sha256(text) {
	return process$1.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex");
}

// src/compare/identity.ts
/**
* What a finding is about, one text for each of its uses, the same between runs and wherever the source lies: a finding
* is old if the base had all of them, so that an old broken image in a new workload is new.
*/
function findingIdentities(finding, uses) {
	const about = subjectOf$1(finding);
	return finding.uses.length === 0 ? [about] : workloadKeys(finding, uses).map((key) => JSON.stringify([about, key]));
}
/** The finding's key in reports: short, and the same for the same identities. */
function findingKey(finding, uses) {
	const identity = JSON.stringify(findingIdentities(finding, uses));
	return sha256(identity).slice(0, 32);
}
function workloadKeys(finding, uses) {
	return [...new Set(finding.uses.map((id) => uses.get(id)?.workloadKey ?? id))].toSorted();
}
function subjectOf$1({ code, image, environment, platform, args, place }) {
	const other = image === void 0 ? [
		args.secrets,
		args.path,
		place?.file
	] : [];
	return JSON.stringify([
		code,
		image,
		environment,
		platform,
		...other
	]);
}

// src/compare/compare.ts
/**
* Judges the base in the same way, so that breakage which was there before is not blamed on the change. A head without
* a finding that counts pays nothing; questions that both have are asked once.
*/
async function compare(head, { request, git, inspectAt }) {
	if (request.base === void 0 || request.policy.failOn === "all" || !hasBreakage(head)) return { kind: "none" };
	const base = await git.base(request.base);
	if (base.kind === "none") return {
		kind: "unavailable",
		why: base.why
	};
	const files = await git.files(base.sha);
	if (files === void 0) return {
		kind: "unavailable",
		why: "its files could not be read"
	};
	const { judgement, inventory } = await inspectAt(files);
	const uses = new Map(inventory.uses.map((use) => [use.id, use]));
	const identities = judgement.findings.flatMap((finding) => findingIdentities(finding, uses));
	return {
		kind: "base",
		commit: base.sha,
		identities: new Set(identities)
	};
}
function hasBreakage({ judgement }) {
	return judgement.findings.some(({ severity, ignored }) => ignored === void 0 && (severity === "error" || severity === "warning"));
}

// src/extract/parse-document.ts
const schema = CORE_SCHEMA.withTags(mergeTag, boolYaml11Tag);
const smallestBomb = 2e5;
/**
* Parses one document; never throws. Of duplicate keys the last counts, as it does for kubectl and helm. Unknown tags
* are refused.
*/
function parseDocument(text) {
	try {
		return bounded(isJson(text) ? parseJson$1(text) : parseYaml(text), text);
	} catch (error) {
		return malformed(error, text);
	}
}
const longestDetail = 200;
function isJson(text) {
	return /^\uFEFF?\s*\{/.test(text);
}
function parseJson$1(text) {
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

// src/discover/load-yaml.ts
/**
* The value of a YAML file with one document, read as helm and kustomize read it; undefined when it does not parse.
* Depth and what aliases expand to are bounded.
*/
function loadYaml(text) {
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" && parsed.roots.length === 1 ? parsed.roots[0] : void 0;
}
/** Narrows a parsed value to a mapping. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The strings of a list; anything else is passed over. */
function stringsOf(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/discover/chart.ts
/** Reads the Chart.yaml of a folder. One that can't be read is still a chart: helm will say what is wrong with it. */
async function readChart(files, folder) {
	const read = await files.read(join$1(folder, "Chart.yaml"));
	const chart = read.kind === "text" ? loadYaml(read.text) : void 0;
	if (!isMapping(chart)) return { library: false };
	return {
		name: typeof chart["name"] === "string" ? chart["name"] : void 0,
		library: chart["type"] === "library"
	};
}

// src/discover/entries-below.ts
/** All entries below a folder, until one of the bounds is met: then `complete` is false. */
async function entriesBelow(files, start, extent) {
	const entries = [];
	const open = [{
		path: start,
		depth: 0
	}];
	let complete = true;
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		const { depth } = at;
		const below = await entriesOf$1(files, at.path);
		entries.push(...below);
		if (entries.length > extent.mostEntries) return {
			entries,
			complete: false
		};
		const folders = below.filter(({ entry }) => entry.kind === "folder" && (extent.links || entry.link !== true));
		if (depth < extent.deepest) open.push(...folders.map(({ path }) => ({
			path,
			depth: depth + 1
		})));
		else complete &&= folders.length === 0;
	}
	return {
		entries,
		complete
	};
}
async function entriesOf$1(files, folder) {
	const list = await files.list(folder);
	return list.kind === "entries" ? list.entries.map((entry) => ({
		path: join$1(folder, entry.name),
		entry
	})) : [];
}

// src/discover/outside-link.ts
const extent = {
	links: true,
	mostEntries: 2e4,
	deepest: 16
};
/**
* The first link in a chart that leaves the repository; helm would follow it, and print what it finds there. A chart
* with too many entries to look through counts as having one.
*/
async function findOutsideLink(files, chart) {
	const { entries, complete } = await entriesBelow(files, chart, extent);
	return entries.find(({ entry }) => entry.kind === "outside")?.path ?? (complete ? void 0 : chart);
}

// src/discover/root-path.ts
/**
* Where `reference`, written in a file of `folder`, leads: a root-relative path without `.` and a trailing slash.
* Undefined when it leaves the root.
*/
function resolvePath(folder, reference) {
	if (reference.startsWith("/")) return void 0;
	const path = join$1(folder, reference).replace(/(?<=.)\/+$/, "");
	return path === ".." || path.startsWith("../") ? void 0 : path;
}

// src/discover/chart-source.ts
/** A chart (a folder, or a packaged `.tgz`) with the flags it is to be rendered with. */
async function chartSource(files, path, flags) {
	const values = await Promise.all(flags.values.map((file) => locateValues(files, path, file)));
	const id = [
		"helm:" + path,
		...values,
		...flags.set.map(keyOf$1)
	].join("#");
	const label = values.length === 0 ? path : `${path} (${values.map((file) => shorten$1(path, file)).join(", ")})`;
	const outside = await findOutsideLink(files, path);
	if (outside !== void 0) return {
		kind: "unresolved",
		of: "helm",
		why: "unreadable",
		detail: `${outside} leads out of the repository`,
		id,
		path,
		label
	};
	const { name } = await readChart(files, path);
	const { set, namespace, kubeVersion, apiVersions } = flags;
	return {
		kind: "helm",
		id,
		path,
		label,
		options: {
			values,
			set,
			release: flags.release ?? releaseName(name ?? basename(path, ".tgz")),
			namespace: namespace ?? "default",
			kubeVersion,
			apiVersions
		}
	};
}
/** A values file is looked for at its root-relative path first, then in the chart's folder. */
async function locateValues(files, chart, file) {
	if (await files.kind(file) !== "absent") return file;
	const inChart = resolvePath(chart, file);
	return inChart !== void 0 && await files.kind(inChart) === "file" ? inChart : file;
}
/** `--set` may carry a password, so ids show its key alone. */
function keyOf$1(assignment) {
	return assignment.split("=", 1)[0] ?? "";
}
function shorten$1(chart, file) {
	return file.startsWith(join$1(chart, "/")) ? file.slice(join$1(chart, "/").length) : file;
}
/** The nearest name that helm takes: a DNS label of at most 53 characters. */
function releaseName(name) {
	return name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-").slice(0, 53).replaceAll(/^-+|-+$/g, "") || "release";
}

// src/discover/value-sets.ts
/** One public chart has 30 (opentelemetry-collector); the next 20. */
const mostSets = 40;
const besideValues = /^values[-.](?!(?:schema|examples?|samples?|templates?|tmpl|dist)\b).+\.ya?ml$/i;
/**
* Where people keep values besides `values.yaml`: `values-prod.yaml` or `values.prod.yaml`, all of a folder `values`, and
* `ci/*-values.yaml`, with which chart-testing installs a chart (https://github.com/helm/chart-testing). A file without
* any value is the default set once more.
*/
async function valueSets(files, chart) {
	const candidates = [
		...await filesOf$1(files, chart, besideValues),
		...await filesOf$1(files, join$1(chart, "values"), /\.ya?ml$/i),
		...await filesOf$1(files, join$1(chart, "ci"), /-values\.ya?ml$/i)
	];
	const looked = await Promise.all(candidates.map(async (file) => ({
		file,
		is: await classify(files, file)
	})));
	const of = (kind) => looked.filter(({ is }) => is === kind).map(({ file }) => file);
	const sets = of("set");
	return {
		sets: sets.slice(0, mostSets),
		left: sets.slice(mostSets),
		encrypted: of("encrypted")
	};
}
async function filesOf$1(files, folder, name) {
	const list = await files.list(folder);
	return (list.kind === "entries" ? list.entries : []).filter((entry) => entry.kind === "file" && name.test(entry.name)).map((entry) => join$1(folder, entry.name));
}
/** A file that can't be read counts as a set, so that helm says what is wrong with it. */
async function classify(files, file) {
	const read = await files.read(file);
	const value = read.kind === "text" ? loadYaml(read.text) : void 0;
	if (read.kind === "text" && !/^[^\s#]/m.test(read.text.replace(/^---.*$/m, ""))) return "other";
	if (value === void 0) return "set";
	if (!isMapping(value) || Object.keys(value).length === 0 || isOther(value)) return "other";
	return isMapping(value["sops"]) ? "encrypted" : "set";
}
function isOther(value) {
	return typeof value["apiVersion"] === "string" && typeof value["kind"] === "string" || "$schema" in value;
}

// src/discover/chart-sources.ts
/**
* A chart that was found, once for each of its sets of values: with its own `values.yaml` first, then with each further
* set over that. Where the call names values, those are the only set.
*/
async function chartSources(files, path, flags) {
	const chart = await chartSource(files, path, flags);
	if (chart.kind !== "helm" || flags.values.length > 0) return [chart];
	const { sets, left, encrypted } = await valueSets(files, path);
	return [
		chart,
		...sets.map((file) => withSet(chart, file)),
		...encrypted.map((file) => gap$1(withSet(chart, file), "encrypted-values", file)),
		...left.length === 0 ? [] : [gap$1(more(chart, left.length), "too-many-values", left.join(", "))]
	];
}
function withSet(chart, file) {
	const { id, path, label, options } = chart;
	const [own = "", ...set] = id.split("#");
	const name = file.slice(path === "." ? 0 : path.length + 1);
	return {
		...chart,
		id: [
			own,
			file,
			...set
		].join("#"),
		label: `${label} (${name})`,
		options: {
			...options,
			values: [file]
		},
		byConvention: true
	};
}
function more(chart, count) {
	return {
		...chart,
		id: `${chart.id}#more`,
		label: `${chart.label} (${count} more sets of values)`
	};
}
function gap$1({ id, path, label }, why, detail) {
	return {
		kind: "unresolved",
		of: "helm",
		why,
		detail: detail.slice(0, 400),
		id,
		path,
		label
	};
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/discover/kustomization-references.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Reads the keys without regard to case, as the Go decoder does. */
function kustomizationReferences(kustomization) {
	const value = lowerCaseKeys(kustomization);
	const lists = (...keys) => keys.flatMap((key) => stringsOf(value[key]));
	return {
		resources: lists("resources", "bases", "components"),
		plugins: lists("generators", "transformers", "validators"),
		files: [
			...lists("crds", "configurations", "patchesstrategicmerge"),
			...entries(value, "patches", "patchesjson6902", "replacements", "openapi").flatMap((entry) => textOf$3(entry["path"])),
			...entries(value, "configmapgenerator", "secretgenerator").flatMap(generatorFiles),
			...entries(value, "helmcharts", "helmchartinflationgenerator").flatMap(chartFiles)
		]
	};
}
function lowerCaseKeys(value) {
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}
function entries(value, ...keys) {
	return keys.flatMap((key) => value[key]).filter(isMapping).map(lowerCaseKeys);
}
function textOf$3(value) {
	return typeof value === "string" ? [value] : [];
}
/** `files` are written `path` or `key=path`. */
function generatorFiles(generator) {
	return [
		...stringsOf(generator["files"]).map((file) => file.replace(/^[^=/:]+=/, "")),
		...stringsOf(generator["envs"]),
		...textOf$3(generator["env"])
	];
}
function chartFiles(chart) {
	return [
		...textOf$3(chart["valuesfile"]),
		...textOf$3(chart["values"]),
		...stringsOf(chart["additionalvaluesfiles"])
	];
}

// src/discover/plugin-files.ts
/**
* The configuration of a plugin can name a patch or a generator's input by URL, and kustomize would download it. Every
* text in it that is a URL counts.
*/
async function findRemoteInPlugins(files, paths) {
	for (const file of paths) {
		const read = await files.read(file);
		if (read.kind !== "text") continue;
		const url = /https?:\/\/[^\s"']+/i.exec(read.text)?.[0];
		if (url !== void 0) return {
			file,
			url
		};
	}
}

// src/discover/remote-reference.ts
/**
* Whether kustomize would clone or download a reference: a URL with any scheme, `git::…`, `git@host:…`,
* `github.com/…` without a scheme, or `?ref=`
* (https://github.com/kubernetes-sigs/kustomize/blob/master/examples/remoteBuild.md).
*/
function isRemoteReference(reference) {
	const text = reference.trim().toLowerCase();
	if (/[\r\n]/.test(text)) return false;
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|gh:|[\w.-]+@[\w.-]+:|github\.com[/:])|[?&](?:ref|version)=/.test(text);
}

// src/discover/kustomization.ts
/** The names that kustomize looks for. */
const kustomizationNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
/** The kustomization of a folder; undefined where there is none. */
async function readKustomization(files, folder) {
	for (const name of kustomizationNames) {
		const file = join$1(folder, name);
		const read = await files.read(file);
		if (read.kind === "absent" || read.kind === "not-a-file") continue;
		const value = read.kind === "text" ? loadYaml(read.text) : void 0;
		if (!isMapping(value)) return {
			component: false,
			includes: [],
			trouble: unreadable$3(`${file} can't be read`)
		};
		return understand({
			files,
			folder,
			file
		}, value);
	}
}
async function understand(place, value) {
	const references = kustomizationReferences(value);
	const includes = [
		...references.resources,
		...references.plugins,
		...references.files
	].map((reference) => resolvePath(place.folder, reference));
	return {
		component: value["kind"] === "Component",
		includes: includes.filter((path) => path !== void 0),
		trouble: await findTrouble$1(place, references)
	};
}
/** kustomize would fetch what is remote by itself, and reads bases outside of the repository. */
async function findTrouble$1(place, found) {
	const { resources, plugins, files } = found;
	const remote = [
		...resources,
		...plugins,
		...files
	].find(isRemoteReference);
	if (remote !== void 0) return {
		why: "remote-base",
		detail: `${place.file} includes ${remote}`
	};
	const local = [...resources, ...plugins].filter((reference) => !/[\r\n]/.test(reference));
	for (const reference of local) {
		const path = resolvePath(place.folder, reference);
		if (path === void 0 || await place.files.kind(path) === "outside") return unreadable$3(`${place.file} includes ${reference}, which lies outside of the repository`);
	}
	const paths = plugins.map((reference) => resolvePath(place.folder, reference)).filter((path) => path !== void 0);
	const inPlugin = await findRemoteInPlugins(place.files, paths);
	return inPlugin === void 0 ? void 0 : {
		why: "remote-base",
		detail: `${inPlugin.file} names ${inPlugin.url}`
	};
}
function unreadable$3(detail) {
	return {
		why: "unreadable",
		detail
	};
}

// src/discover/kustomize-sources.ts
/**
* Of the folders that were found, those that no other one includes; a base is built by its overlays only. Folders that
* were named are built in any case.
*/
async function kustomizeSources(files, found, named) {
	const graph = await readGraph(files, found);
	return {
		sources: roots(graph, found, named).map((path) => toSource(path, findTrouble(graph, path))),
		claimed: new Set([...graph.values()].flatMap((kustomization) => kustomization.includes))
	};
}
async function readGraph(files, found) {
	const graph = /* @__PURE__ */ new Map();
	const asked = new Set(found);
	for (const folder of asked) {
		const kustomization = await readKustomization(files, folder);
		if (kustomization === void 0) continue;
		graph.set(folder, kustomization);
		for (const include of kustomization.includes) asked.add(include);
	}
	return graph;
}
function roots(graph, found, named) {
	const included = new Set([...graph].flatMap(([path, { includes }]) => includes.filter((include) => include !== path)));
	const built = found.filter((path) => named.has(path) || !(included.has(path) || graph.get(path)?.component === true));
	const reached = new Set(built.flatMap((path) => reach$1(graph, path)));
	for (const path of found) {
		if (reached.has(path) || graph.get(path)?.component === true) continue;
		built.push(path);
		for (const member of reach$1(graph, path)) reached.add(member);
	}
	return built;
}
/** The kustomizations that building one reads, itself first. */
function reach$1(graph, from) {
	const seen = /* @__PURE__ */ new Set([from]);
	for (const path of seen) (graph.get(path)?.includes ?? []).filter((include) => graph.has(include)).forEach((include) => seen.add(include));
	return [...seen];
}
function findTrouble(graph, path) {
	return reach$1(graph, path).map((member) => graph.get(member)?.trouble).find((trouble) => trouble !== void 0);
}
function toSource(path, trouble) {
	const base = {
		id: `kustomize:${path}`,
		path,
		label: path
	};
	return trouble === void 0 ? {
		...base,
		kind: "kustomize"
	} : {
		...base,
		kind: "unresolved",
		of: "kustomize",
		...trouble
	};
}

// src/discover/configured.ts
/** The source that an entry of the configuration names, or why there is none. */
async function configuredSource(files, entry) {
	switch (entry.kind) {
		case "chart": return configuredChart(files, entry);
		case "kustomize": return configuredKustomization(files, entry.path);
		case "manifests": return configuredManifests(files, entry.pattern);
	}
}
async function configuredChart(files, entry) {
	const { path } = entry;
	if (/^[a-z]+:\/\//.test(path)) return {
		kind: "unresolved",
		of: "helm",
		why: "remote-dependency",
		detail: `${path} is not fetched`,
		id: `helm:${path}`,
		path,
		label: path
	};
	const kind = await files.kind(path);
	if (kind !== "file" && kind !== "folder") return {
		path,
		why: kind
	};
	if (!(kind === "file" ? path.endsWith(".tgz") : await files.kind(join$1(path, "Chart.yaml")) === "file")) return {
		path,
		why: "no-source"
	};
	if ((await readChart(files, path)).library) return {
		path,
		why: "library-chart"
	};
	return chartSource(files, path, entry);
}
async function configuredKustomization(files, path) {
	const kind = await files.kind(path);
	if (kind !== "folder") return {
		path,
		why: kind === "file" ? "no-source" : kind
	};
	if (await readKustomization(files, path) === void 0) return {
		path,
		why: "no-source"
	};
	const { sources } = await kustomizeSources(files, [path], /* @__PURE__ */ new Set([path]));
	return sources[0] ?? {
		path,
		why: "no-source"
	};
}
async function configuredManifests(files, pattern) {
	const glob = pattern.replace(/^\.\//, "");
	const base = import_picomatch.default.scan(glob).base || ".";
	const kind = await files.kind(base);
	if (kind === "file") return manifests(pattern, base, [base]);
	if (kind !== "folder") return {
		path: pattern,
		why: kind
	};
	const found = await matchingFiles(files, base, (0, import_picomatch.default)(glob));
	return found.length === 0 ? {
		path: pattern,
		why: "no-source"
	} : manifests(pattern, base, found);
}
function manifests(pattern, path, found) {
	return {
		kind: "manifests",
		id: `manifests:${pattern}`,
		path,
		label: pattern,
		files: found
	};
}
async function matchingFiles(files, base, matches) {
	const { entries } = await entriesBelow(files, base, {
		links: false,
		mostEntries: 5e5,
		deepest: 64
	});
	return entries.filter(({ path, entry }) => entry.kind === "file" && matches(path)).map(({ path }) => path).toSorted();
}

// src/discover/exclude.ts
/** Whether a root-relative path is left out by the globs of `exclude`; a folder's path leaves out all that is in it. */
function createExclude(patterns) {
	if (patterns.length === 0) return () => false;
	const globs = patterns.map((pattern) => pattern.replace(/^\.\//, "").replace(/(?<=.)\/+$/, ""));
	return (0, import_picomatch.default)(globs, {
		dot: true,
		nonegate: true
	});
}

// src/discover/chart-template.ts
/** Whether a path is the `templates` folder of a chart or lies in it: nothing there is a manifest by itself. */
async function isInTemplates(files, path) {
	for (let at = path; at !== "."; at = dirname$1(at)) if (basename(at) === "templates" && await files.kind(join$1(dirname$1(at), "Chart.yaml")) === "file") return true;
	return false;
}

// src/discover/looks-like-manifest.ts
/**
* A cheap look, without parsing YAML: does some document have `apiVersion` and `kind` as keys of its root? In values
* files and templates of other tools the two occur only deeper, so they are not taken.
*/
function looksLikeManifest(text) {
	if (!text.includes("apiVersion") || !text.includes("kind")) return false;
	return /^\uFEFF?\s*\{/.test(text) ? isJsonManifest(text) : hasManifestDocument(text);
}
/** JSON that does not parse may still be YAML in flow style, or several documents. */
function isJsonManifest(text) {
	try {
		const value = JSON.parse(text.replace(/^\uFEFF/, ""));
		return isMapping(value) && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string";
	} catch {
		return hasManifestDocument(text);
	}
}
function hasManifestDocument(text) {
	let look = begin("");
	for (const line of text.replaceAll("﻿", "").split("\n")) {
		if (/^(?:---|\.\.\.)(?=\s|$)/.test(line)) look = begin(line.slice(3));
		else look = read(look, line);
		if (look.apiVersion && look.kind) return true;
	}
	return false;
}
/** A document may begin on the line of its marker: `--- {apiVersion: v1, …`. */
function begin(rest) {
	const empty = {
		flow: false,
		apiVersion: false,
		kind: false
	};
	return /^\s*\{/.test(rest) ? read(empty, rest) : empty;
}
function read(look, line) {
	if (/^\s*(?:#|$)/.test(line)) return look;
	const indent = look.indent ?? /^ */.exec(line)?.[0] ?? "";
	const flow = look.indent === void 0 ? line.startsWith("{", indent.length) : look.flow;
	const key = flow ? void 0 : keyAt(line, indent);
	return {
		indent,
		flow,
		apiVersion: look.apiVersion || key === "apiVersion" || flow && /\bapiVersion["']?\s*:/.test(line),
		kind: look.kind || key === "kind" || flow && /\bkind["']?\s*:/.test(line)
	};
}
function keyAt(line, indent) {
	if (!line.startsWith(indent)) return void 0;
	return /^["']?(apiVersion|kind)["']?\s*:/.exec(line.slice(indent.length))?.[1];
}

// src/discover/named-file.ts
/** Chart.yaml and kustomization.yaml stand for their folder; a chart's template is nothing by itself. */
async function classifyFile(files, path) {
	const name = basename(path);
	if (name === "Chart.yaml") return "chart";
	if (kustomizationNames.includes(name)) return "kustomization";
	if (name.endsWith(".tgz")) return "packaged-chart";
	const read = await files.read(path);
	if (read.kind === "too-large") return "manifest";
	if (read.kind !== "text") return read.kind === "denied" ? "denied" : "not-a-manifest";
	return looksLikeManifest(read.text) && !await isInTemplates(files, path) ? "manifest" : "not-a-manifest";
}

// src/discover/survey.ts
const deepest = 64;
const mostEntries = 5e5;
/** Folders of a chart that hold its templates and their inputs, never manifests. */
const chartFolders = /* @__PURE__ */ new Set([
	"templates",
	"charts",
	"crds",
	"ci",
	"files"
]);
function emptySurvey() {
	return {
		charts: /* @__PURE__ */ new Set(),
		libraries: /* @__PURE__ */ new Set(),
		kustomizations: /* @__PURE__ */ new Set(),
		manifests: /* @__PURE__ */ new Map(),
		gaps: /* @__PURE__ */ new Map()
	};
}
/** Looks through a folder and what is below it, except hidden, linked, excluded and dependency folders. */
async function survey(walk, start) {
	const found = emptySurvey();
	const open = [{
		path: start,
		depth: 0
	}];
	let seen = 0;
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		const list = await walk.files.list(at.path);
		const entries = list.kind === "entries" ? list.entries : [];
		seen += entries.length;
		const gap = gapOf(list.kind, at.depth, seen);
		if (gap !== void 0) found.gaps.set(at.path, gap);
		if (seen > mostEntries) break;
		if (gap !== void 0) continue;
		const inside = await lookInto({
			...walk,
			found
		}, at.path, entries);
		for (const path of inside.toReversed()) open.push({
			path,
			depth: at.depth + 1
		});
	}
	return found;
}
function gapOf(kind, depth, seen) {
	if (kind !== "entries") return kind === "denied" ? "permission denied" : kind;
	if (depth > deepest) return `more than ${deepest} folders deep`;
	return seen > mostEntries ? `more than ${mostEntries} entries: the rest was not looked at` : void 0;
}
/** Takes down what the folder is; gives the folders to go on with. */
async function lookInto(look, folder, entries) {
	const { found } = look;
	const names = new Set(entries.filter((entry) => entry.kind === "file").map((entry) => entry.name));
	const isChart = names.has("Chart.yaml");
	const isKustomization = kustomizationNames.some((name) => names.has(name));
	if (isChart) await takeChart(look, folder);
	if (isKustomization) found.kustomizations.add(folder);
	if (!isChart && !isKustomization) await takeManifests(look, folder, entries);
	return entries.filter((entry) => isEntered(entry) && !(isChart && chartFolders.has(entry.name))).map((entry) => join$1(folder, entry.name)).filter((path) => !look.excludes(path));
}
async function takeChart({ files, found }, folder) {
	const { library } = await readChart(files, folder);
	(library ? found.libraries : found.charts).add(folder);
}
function isEntered(entry) {
	if (entry.kind !== "folder" || entry.link === true) return false;
	return !entry.name.startsWith(".") && entry.name !== "node_modules";
}
async function takeManifests(look, folder, entries) {
	const taken = [];
	for (const { name, kind } of entries) {
		if (name.startsWith(".") || !/\.(?:ya?ml|json)$/i.test(name) || kind === "folder" || kind === "other") continue;
		const path = join$1(folder, name);
		if (!look.excludes(path) && await isManifest$1(look.files, path)) taken.push(path);
	}
	if (taken.length > 0) look.found.manifests.set(folder, taken);
}
/** A YAML file that can't be read is taken, so that the report names it; JSON is mostly something else. */
async function isManifest$1(files, path) {
	const read = await files.read(path);
	if (read.kind === "text") return looksLikeManifest(read.text);
	return /\.ya?ml$/i.test(path);
}

// src/discover/survey-path.ts
function noFinds() {
	return {
		...emptySurvey(),
		named: /* @__PURE__ */ new Set(),
		single: /* @__PURE__ */ new Set(),
		problems: []
	};
}
/** Adds what one path of the call holds, or the problem with it. */
async function surveyPath(walk, finds, asked) {
	const path = resolvePath(".", asked);
	const kind = path === void 0 ? "outside" : await walk.files.kind(path);
	if (path !== void 0 && kind === "folder") return surveyFolder(walk, finds, path);
	const why = path !== void 0 && kind === "file" ? await takeFile(walk, finds, path) : kind;
	if (why !== void 0 && why !== "file" && why !== "folder") finds.problems.push({
		path: asked,
		why
	});
}
async function surveyFolder(walk, finds, path) {
	if ((await walk.files.list(path)).kind === "denied") return void finds.problems.push({
		path,
		why: "denied"
	});
	const found = await isInTemplates(walk.files, path) ? emptySurvey() : await survey(walk, path);
	finds.named.add(path);
	for (const chart of found.charts) finds.charts.add(chart);
	for (const kustomization of found.kustomizations) finds.kustomizations.add(kustomization);
	for (const [folder, files] of found.manifests) finds.manifests.set(folder, files);
	for (const [folder, why] of found.gaps) finds.gaps.set(folder, why);
	if (found.charts.size + found.kustomizations.size + found.manifests.size + found.gaps.size > 0) return;
	finds.problems.push({
		path,
		why: found.libraries.size > 0 ? "library-chart" : "no-source"
	});
}
/** Takes a named file for what it is; gives what is wrong with it. */
async function takeFile({ files }, finds, path) {
	const what = await classifyFile(files, path);
	switch (what) {
		case "chart":
			if ((await readChart(files, dirname$1(path))).library) return "library-chart";
			finds.charts.add(dirname$1(path));
			return;
		case "packaged-chart":
			finds.charts.add(path);
			return;
		case "kustomization":
			finds.named.add(dirname$1(path));
			finds.kustomizations.add(dirname$1(path));
			return;
		case "manifest":
			finds.single.add(path);
			return;
		case "not-a-manifest":
		case "denied": return what;
	}
}

// src/discover/unique-sources.ts
/**
* The same source once; sources that differ in their options alone (one chart with two `--set`) get ids of their own. A
* file that was named is left out where its folder is a source too.
*/
function uniqueSources(sources) {
	const byContent = new Map(sources.map((source) => [JSON.stringify(source), source]));
	const inFolders = new Set([...byContent.values()].flatMap((source) => isSingle(source) ? [] : filesOf(source)));
	const kept = [...byContent.values()].filter((source) => !isSingle(source) || !inFolders.has(source.path));
	const uses = /* @__PURE__ */ new Map();
	return kept.map((source) => {
		const use = (uses.get(source.id) ?? 0) + 1;
		uses.set(source.id, use);
		return use === 1 ? source : {
			...source,
			id: `${source.id}~${use}`
		};
	});
}
function isSingle(source) {
	return source.kind === "manifests" && source.files.length === 1 && source.files[0] === source.path;
}
function filesOf(source) {
	return source.kind === "manifests" ? source.files : [];
}

// src/discover/discover.ts
/**
* Everything below the paths that renders to manifests, and the sources of the configuration. Paths that give nothing
* are problems, not exceptions. Reads files; runs and fetches nothing.
*/
async function discover(request, world) {
	const { files } = world;
	const paths = request.paths.length === 0 && request.sources.length === 0 ? ["."] : request.paths;
	const finds = noFinds();
	const walk = {
		files,
		excludes: createExclude(request.exclude)
	};
	for (const path of paths) if (path !== "-") await surveyPath(walk, finds, path);
	const input = paths.includes("-") ? request.stdin ?? "" : void 0;
	if (input !== void 0 && !holdsDocument(input)) finds.problems.push({
		path: "-",
		why: "no-input"
	});
	const configured = await Promise.all(request.sources.map((entry) => configuredSource(files, entry)));
	const found = [
		...configured.filter((found) => "id" in found),
		...await toSources(request, files, finds),
		...standardInput(input)
	];
	return {
		sources: uniqueSources(found),
		problems: [...finds.problems, ...configured.filter(isProblem)]
	};
}
function isProblem(found) {
	return !("id" in found);
}
async function toSources(request, files, finds) {
	const charts = await Promise.all([...finds.charts].map((path) => chartSources(files, path, request.chart)));
	const { sources, claimed } = await kustomizeSources(files, [...finds.kustomizations], finds.named);
	const folders = [...finds.manifests].flatMap(([folder, found]) => manifestSource(folder, found.filter((file) => !claimed.has(file))));
	const single = [...finds.single].flatMap((file) => manifestSource(file, [file]));
	const gaps = [...finds.gaps].map(([path, detail]) => gap(path, detail));
	return [
		...charts.flat(),
		...sources,
		...folders,
		...single,
		...gaps
	];
}
function manifestSource(path, files) {
	return files.length === 0 ? [] : [{
		kind: "manifests",
		id: `manifests:${path}`,
		path,
		label: path,
		files
	}];
}
function gap(path, detail) {
	return {
		kind: "unresolved",
		of: "manifests",
		why: "unreadable",
		detail,
		id: `gap:${path}`,
		path,
		label: path
	};
}
/** What a program that failed leaves in a pipe is no source: nothing but blanks, comments and markers. */
function holdsDocument(input) {
	return /^(?!---[^\S\n]*$|\.\.\.)[^\S\n]*[^\s#]/m.test(input);
}
function standardInput(input) {
	if (input === void 0 || !holdsDocument(input)) return [];
	return [{
		kind: "manifests",
		id: "manifests:-",
		path: "-",
		label: "standard input",
		files: [],
		input
	}];
}

// src/extract/untyped.ts
/** The value as a map; undefined for lists, scalars and null. */
function fieldsOf$1(value) {
	return isFields(value) ? value : void 0;
}
/** The value as a list; empty where it is none. */
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
/** The value as text; undefined where the API would refuse it as a string. */
function textOf$2(value) {
	return typeof value === "string" ? value : void 0;
}
/** The value below nested keys; own properties only, so that a key `constructor` finds nothing of JavaScript's. */
function valueAt(value, ...keys) {
	return keys.reduce(childOf, value);
}
/** The entries of a map whose values are text. */
function textEntriesOf(value) {
	const entries = Object.entries(fieldsOf$1(value) ?? {});
	return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}
function childOf(value, key) {
	if (typeof key === "number") return Array.isArray(value) ? value[key] : void 0;
	return isFields(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/extract/field-text.ts
/** `spec.template.spec.containers[0].image`; keys that need it in brackets and quotes. */
function fieldText(path) {
	return path.map(stepText).join("").replace(/^\./, "");
}
/** The same with the items of lists by `name` where they have one, so that it stays the same when items are added. */
function stableFieldText(root, path) {
	let node = root;
	return path.map((step) => {
		node = valueAt(node, step);
		const name = typeof step === "number" ? textOf$2(valueAt(node, "name")) : void 0;
		return name === void 0 ? stepText(step) : `[${name}]`;
	}).join("").replace(/^\./, "");
}
function stepText(step) {
	if (typeof step === "number") return `[${step}]`;
	return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

// src/extract/head.ts
const significantLine = /^(?![ \t]*(?:#|\r?$)|(?:---|\.\.\.)[ \t]*(?:#|\r?$)|%)[^\r\n]/m;
const kindLine = /kind:[ \t]+(["']?)([A-Za-z0-9]+)\1[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
/** Looks for the one `kind:` that stands at the start of a line, where a block map at the top level has it. */
function headOf(document) {
	const text = document.startsWith("﻿") ? document.slice(1) : document;
	const first = significantLine.exec(text);
	if (first === null) return { kind: "empty" };
	if (!text.includes("kind")) return { kind: "none" };
	if (!/[A-Za-z]/.test(text.charAt(first.index))) return { kind: "unclear" };
	const at = topLevelKind(text);
	if (at === void 0) return { kind: "unclear" };
	kindLine.lastIndex = at;
	const name = kindLine.exec(text)?.[2];
	return name === void 0 ? { kind: "unclear" } : {
		kind: "object",
		name
	};
}
function topLevelKind(text) {
	const first = text.startsWith("kind:") ? 0 : text.indexOf("\nkind:") + 1;
	return (first > 0 || text.startsWith("kind:")) && !text.includes("\nkind:", first + 1) ? first : void 0;
}

// src/extract/kubernetes-objects.ts
/** The objects of a parsed document, those of a `List` or `<Kind>List` in its place. */
function objectsIn(root) {
	return expand(root, [], void 0);
}
/** The group of an `apiVersion`: `apps` of `apps/v1`, nothing of `v1`. */
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash === -1 ? "" : apiVersion.slice(0, slash);
}
function expand(value, path, inherited) {
	const body = fieldsOf$1(value);
	if (body === void 0) return [];
	const kind = textOf$2(valueAt(body, "kind")) ?? inherited?.kind ?? "";
	const apiVersion = textOf$2(valueAt(body, "apiVersion")) ?? inherited?.apiVersion ?? "";
	if (kind === "" || apiVersion === "") return [];
	if (!isList(kind, body)) return [{
		apiVersion,
		group: groupOf(apiVersion),
		kind,
		body,
		path
	}];
	const ofItems = kind === "List" ? void 0 : {
		apiVersion,
		kind: kind.slice(0, -4)
	};
	return listOf(valueAt(body, "items")).flatMap((item, index) => expand(item, [
		...path,
		"items",
		index
	], ofItems));
}
function isList(kind, body) {
	return kind.endsWith("List") && Array.isArray(valueAt(body, "items"));
}

// src/extract/pod-context.ts
/** What a PodSpec, or the spec of a custom resource that is written like one, says about its pulls. */
function podContext(spec) {
	return {
		serviceAccount: serviceAccount$1(spec),
		pullSecrets: pullSecrets(valueAt(spec, "imagePullSecrets")),
		nodeSelector: textEntriesOf(valueAt(spec, "nodeSelector")),
		requiredTerms: requiredTerms(spec),
		os: textOf$2(valueAt(spec, "os", "name")),
		runtimeClass: textOf$2(valueAt(spec, "runtimeClassName"))
	};
}
/** Names of `imagePullSecrets` in order. A blank name keeps its place: it stops the account's secrets all the same. */
function pullSecretNames(value) {
	return listOf(value).map((item) => textOf$2(valueAt(item, "name")) ?? "");
}
function serviceAccount$1(spec) {
	return [valueAt(spec, "serviceAccountName"), valueAt(spec, "serviceAccount")].map(textOf$2).find((name) => name !== void 0 && name !== "");
}
function pullSecrets(value) {
	const names = pullSecretNames(value);
	return names.length > 0 ? names : void 0;
}
function requiredTerms(spec) {
	const required = valueAt(spec, "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
	const terms = valueAt(required, "nodeSelectorTerms");
	return Array.isArray(terms) ? terms.map(selectorTerm) : void 0;
}
function selectorTerm(term) {
	return {
		matchExpressions: listOf(valueAt(term, "matchExpressions")).map((expression) => ({
			key: textOf$2(valueAt(expression, "key")) ?? "",
			operator: textOf$2(valueAt(expression, "operator")) ?? "",
			values: listOf(valueAt(expression, "values")).flatMap((value) => textOf$2(value) ?? [])
		})),
		hasFields: listOf(valueAt(term, "matchFields")).length > 0
	};
}

// src/extract/pod-images.ts
const containerFields = [
	["initContainers", "init"],
	["containers", "container"],
	["ephemeralContainers", "ephemeral"]
];
/** Every image of a PodSpec: containers of the three kinds and image volumes. */
function podImages(spec, place) {
	const pod = podContext(spec);
	const ofContainers = containerFields.flatMap(([field, role]) => containerImages(valueAt(spec, field), {
		path: [...place.path, field],
		role,
		pod,
		images: place.images
	}));
	const ofVolumes = listOf(valueAt(spec, "volumes")).flatMap((volume, index) => volumeImage(volume, {
		...place,
		path: [
			...place.path,
			"volumes",
			index
		]
	}, pod));
	return [...ofContainers, ...ofVolumes];
}
/** The images of a list of containers. */
function containerImages(containers, place) {
	return listOf(containers).flatMap((container, index) => {
		const image = valueAt(container, "image");
		if (fieldsOf$1(container) === void 0) return [];
		if (place.images === "optional" && (isAbsent(image) || image === "")) return [];
		return [{
			image,
			path: [
				...place.path,
				index,
				"image"
			],
			container: textOf$2(valueAt(container, "name")),
			role: place.role,
			pullPolicy: textOf$2(valueAt(container, "imagePullPolicy")),
			pod: place.pod
		}];
	});
}
function volumeImage(volume, place, pod) {
	const source = fieldsOf$1(valueAt(volume, "image"));
	if (source === void 0) return [];
	const image = valueAt(source, "reference");
	if (place.volumes === "optional" && (isAbsent(image) || image === "")) return [];
	const pullPolicy = textOf$2(valueAt(source, "pullPolicy"));
	return [{
		image,
		path: [
			...place.path,
			"image",
			"reference"
		],
		role: "volume",
		pullPolicy,
		pod
	}];
}
function isAbsent(value) {
	return value === void 0 || value === null;
}

// src/extract/custom-resources/expand-path.ts
/** Every value at a path with `[]` and `*`; nothing where the path ends early. */
function expandPath(root, path) {
	return path.split(".").flatMap((step) => step.endsWith("[]") ? [step.slice(0, -2), "[]"] : [step]).reduce((reached, step) => reached.flatMap((from) => take(from, step)), [{
		path: [],
		value: root
	}]).filter(({ value }) => value !== void 0 && value !== null);
}
function take({ path, value }, step) {
	if (step === "[]") return listOf(value).map((item, index) => ({
		path: [...path, index],
		value: item
	}));
	if (step !== "*") return [{
		path: [...path, step],
		value: valueAt(value, step)
	}];
	return Object.entries(fieldsOf$1(value) ?? {}).map(([key, item]) => ({
		path: [...path, key],
		value: item
	}));
}

// src/extract/custom-resources/below.ts
/** Each of the paths below each of the prefixes. */
function below(prefixes, paths) {
	return prefixes.flatMap((prefix) => paths.map((path) => `${prefix}.${path}`));
}

// src/extract/custom-resources/databases.ts
/** cloudnative-pg/cloudnative-pg, `config/crd/bases`. */
const cloudNativePg = [
	{
		group: "postgresql.cnpg.io",
		kinds: ["Cluster"],
		images: ["spec.imageName", "spec.postgresql.extensions[].image.reference"]
	},
	{
		group: "postgresql.cnpg.io",
		kinds: ["ImageCatalog", "ClusterImageCatalog"],
		images: ["spec.images[].image"]
	},
	{
		group: "postgresql.cnpg.io",
		kinds: ["Pooler"],
		templates: ["spec.template"]
	}
];
/** percona/percona-helm-charts, `charts/*-operator/crds`. */
const percona = [
	{
		group: "pgv2.percona.com",
		kinds: ["PerconaPGCluster"],
		images: [
			"spec.image",
			...below(["spec"], [
				"initContainer.image",
				"pmm.image",
				"extensions.image",
				"proxy.pgBouncer.image"
			]),
			...below(["spec.backups.pgbackrest"], ["image", "initContainer.image"])
		],
		containers: ["spec.instances[].sidecars[]", "spec.instances[].initContainers[]"]
	},
	{
		group: "pxc.percona.com",
		kinds: ["PerconaXtraDBCluster"],
		images: ["spec.initImage", ...[
			"pxc",
			"haproxy",
			"proxysql",
			"pmm",
			"logcollector",
			"backup",
			"initContainer"
		].map((name) => `spec.${name}.image`)],
		containers: [
			"pxc",
			"haproxy",
			"proxysql"
		].map((name) => `spec.${name}.sidecars[]`)
	},
	{
		group: "psmdb.percona.com",
		kinds: ["PerconaServerMongoDB"],
		images: below(["spec"], [
			"image",
			"initImage",
			"backup.image",
			"pmm.image",
			"logcollector.image"
		]),
		containers: ["spec.replsets[].sidecars[]"]
	},
	{
		group: "ps.percona.com",
		kinds: ["PerconaServerMySQL"],
		images: [
			"mysql",
			"proxy.haproxy",
			"proxy.router",
			"orchestrator",
			"pmm",
			"backup",
			"toolkit"
		].flatMap((name) => [`spec.${name}.image`, `spec.${name}.initImage`])
	}
];
/** zalando/postgres-operator, `charts/postgres-operator/crds`. */
const zalando = [{
	group: "acid.zalan.do",
	kinds: ["postgresql"],
	images: [
		"spec.dockerImage",
		"spec.connectionPooler.dockerImage",
		"spec.sidecars[].image"
	],
	containers: ["spec.initContainers[]"]
}, {
	group: "acid.zalan.do",
	kinds: ["OperatorConfiguration"],
	images: below(["configuration"], [
		"docker_image",
		"connection_pooler.connection_pooler_image",
		"logical_backup.logical_backup_docker_image",
		"scalyr.scalyr_image",
		"sidecar_docker_images.*"
	])
}];
/** rabbitmq/cluster-operator and OT-CONTAINER-KIT/redis-operator, `config/crd/bases`. */
const others = [{
	group: "rabbitmq.com",
	kinds: ["RabbitmqCluster"],
	images: ["spec.image", "spec.secretBackend.vault.defaultUserUpdaterImage"],
	templates: ["spec.override.statefulSet.spec.template"]
}, {
	group: "redis.redis.opstreelabs.in",
	kinds: [
		"Redis",
		"RedisCluster",
		"RedisReplication",
		"RedisSentinel"
	],
	images: below(["spec"], [
		"kubernetesConfig.image",
		"redisExporter.image",
		"initContainer.image",
		"sidecars[].image",
		"sentinel.image"
	])
}];
/** Databases and queues. */
const databaseRows = [
	...cloudNativePg,
	...percona,
	...zalando,
	...others
];

// src/extract/custom-resources/data-processing.ts
const strimziVolumes = (at) => `${at}.template.pod.volumes[].image.reference`;
/** strimzi/strimzi-kafka-operator, `packaging/install/cluster-operator`. */
const strimzi = [{
	group: "kafka.strimzi.io",
	kinds: ["Kafka"],
	images: [
		...below(["spec"], [
			"kafka.image",
			"kafka.brokerRackInitImage",
			"cruiseControl.image",
			"kafkaExporter.image"
		]),
		...below(["spec.entityOperator"], ["topicOperator.image", "userOperator.image"]),
		strimziVolumes("spec.kafka")
	]
}, {
	group: "kafka.strimzi.io",
	kinds: [
		"KafkaConnect",
		"KafkaMirrorMaker2",
		"KafkaBridge"
	],
	images: [
		"spec.image",
		"spec.clientRackInitImage",
		"spec.plugins[].artifacts[].reference",
		strimziVolumes("spec")
	]
}];
const sparkImages = [
	"image",
	"driver.image",
	"executor.image"
];
const sparkContainers = below(["driver", "executor"], ["initContainers[]", "sidecars[]"]);
/** kubeflow/spark-operator and apache/flink-kubernetes-operator, their `crds` folders. */
const spark = [
	{
		group: "sparkoperator.k8s.io",
		kinds: ["SparkApplication"],
		images: below(["spec"], sparkImages),
		containers: below(["spec"], sparkContainers)
	},
	{
		group: "sparkoperator.k8s.io",
		kinds: ["ScheduledSparkApplication"],
		images: below(["spec.template"], sparkImages),
		containers: below(["spec.template"], sparkContainers)
	},
	{
		group: "sparkoperator.k8s.io",
		kinds: ["SparkConnect"],
		images: ["spec.image"]
	}
];
const flinkTemplates = [
	"podTemplate",
	"jobManager.podTemplate",
	"taskManager.podTemplate"
];
const flink = [{
	group: "flink.apache.org",
	kinds: ["FlinkDeployment"],
	images: ["spec.image"],
	templates: below(["spec"], flinkTemplates)
}, {
	group: "flink.apache.org",
	kinds: ["FlinkBlueGreenDeployment"],
	images: ["spec.template.spec.image"],
	templates: below(["spec.template.spec"], flinkTemplates)
}];
/** Streams and batches of data. */
const dataProcessingRows = [
	...strimzi,
	...spark,
	...flink
];

// src/extract/custom-resources/elastic.ts
const kindsByGroup = {
	kibana: "Kibana",
	apm: "ApmServer",
	enterprisesearch: "EnterpriseSearch",
	logstash: "Logstash",
	maps: "ElasticMapsServer",
	packageregistry: "PackageRegistry"
};
/** elastic/cloud-on-k8s, `config/crds/v1/resources`. Without `image` the operator derives it from `version`. */
const elasticRows = [
	{
		group: "elasticsearch.k8s.elastic.co",
		kinds: ["Elasticsearch"],
		images: ["spec.image"],
		templates: ["spec.nodeSets[].podTemplate"]
	},
	...Object.entries(kindsByGroup).map(([group, kind]) => ({
		group: `${group}.k8s.elastic.co`,
		kinds: [kind],
		images: ["spec.image"],
		templates: ["spec.podTemplate"]
	})),
	...Object.entries({
		agent: "Agent",
		beat: "Beat"
	}).map(([group, kind]) => ({
		group: `${group}.k8s.elastic.co`,
		kinds: [kind],
		images: ["spec.image"],
		templates: [
			"deployment",
			"daemonSet",
			"statefulSet"
		].map((name) => `spec.${name}.podTemplate`)
	}))
];

// src/extract/custom-resources/infrastructure.ts
/** rook/rook `deploy/examples/crds.yaml`, longhorn/longhorn `chart/templates/crds.yaml`. */
const storage = [
	{
		group: "ceph.rook.io",
		kinds: ["CephCluster"],
		images: ["spec.cephVersion.image"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephNFS"],
		images: ["spec.server.image", "spec.security.sssd.sidecar.image"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephCOSIDriver"],
		images: ["spec.image", "spec.objectProvisionerImage"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephNVMeOFGateway"],
		images: ["spec.image"]
	},
	{
		group: "longhorn.io",
		kinds: ["EngineImage"],
		images: ["spec.image"]
	}
];
const disks = ["volumes[].containerDisk.image", "domain.firmware.kernelBoot.container.image"];
/** kubevirt/api `core/v1/schema.go`: the disk is a container beside the machine's own. */
const machines = [{
	group: "kubevirt.io",
	kinds: ["VirtualMachineInstance"],
	images: below(["spec"], disks)
}, {
	group: "kubevirt.io",
	kinds: ["VirtualMachine", "VirtualMachineInstanceReplicaSet"],
	images: below(["spec.template.spec"], disks)
}];
/** actions/actions-runner-controller, in the `crds` of its charts. */
const runners = [
	{
		group: "actions.github.com",
		kinds: [
			"AutoscalingRunnerSet",
			"EphemeralRunnerSet",
			"EphemeralRunner"
		],
		templates: [
			"spec.template",
			"spec.listenerTemplate",
			"spec.ephemeralRunnerSpec",
			"spec"
		]
	},
	{
		group: "actions.github.com",
		kinds: ["AutoscalingListener"],
		images: ["spec.image"],
		templates: ["spec.template"]
	},
	{
		group: "actions.summerwind.dev",
		kinds: ["RunnerDeployment"],
		images: ["spec.template.spec.image"],
		containers: ["spec.template.spec.sidecarContainers[]", "spec.template.spec.initContainers[]"]
	},
	{
		group: "actions.summerwind.dev",
		kinds: ["RunnerSet"],
		images: ["spec.image"],
		templates: ["spec.template"]
	}
];
/** crossplane/crossplane, `cluster/crds`: a package is an image that the package's pod runs. */
const crossplane = [{
	group: "pkg.crossplane.io",
	kinds: ["Provider", "Function"],
	images: ["spec.package"]
}, {
	group: "pkg.crossplane.io",
	kinds: ["DeploymentRuntimeConfig"],
	templates: ["spec.deploymentTemplate.spec.template"]
}];
/** Storage, machines, runners and control planes. */
const infrastructureRows = [
	...storage,
	...machines,
	...runners,
	...crossplane
];

// src/extract/custom-resources/machine-learning.ts
const replicatedJobs = "spec.replicatedJobs[].template.spec.template";
/** kubeflow/notebooks, training-operator and trainer, their CRD manifests. */
const kubeflow = [
	{
		group: "kubeflow.org",
		kinds: ["Notebook"],
		templates: ["spec.template"]
	},
	...Object.entries({
		MPIJob: "mpi",
		PyTorchJob: "pytorch",
		TFJob: "tf",
		XGBoostJob: "xgb",
		PaddleJob: "paddle"
	}).map(([kind, name]) => ({
		group: "kubeflow.org",
		kinds: [kind],
		templates: [`spec.${name}ReplicaSpecs.*.template`]
	})),
	{
		group: "trainer.kubeflow.org",
		kinds: ["TrainJob"],
		images: ["spec.trainer.image"],
		templates: [`spec.runtimePatches[].trainingRuntimeSpec.template.${replicatedJobs}`]
	},
	{
		group: "trainer.kubeflow.org",
		kinds: ["TrainingRuntime", "ClusterTrainingRuntime"],
		templates: [`spec.template.${replicatedJobs}`]
	}
];
const rayTemplates = ["headGroupSpec.template", "workerGroupSpecs[].template"];
/** ray-project/kuberay, `ray-operator/config/crd/bases`. */
const ray = [
	{
		group: "ray.io",
		kinds: ["RayCluster"],
		templates: below(["spec"], rayTemplates),
		images: ["spec.autoscalerOptions.image"]
	},
	{
		group: "ray.io",
		kinds: ["RayJob"],
		templates: [...below(["spec.rayClusterSpec"], rayTemplates), "spec.submitterPodTemplate"],
		images: ["spec.rayClusterSpec.autoscalerOptions.image"]
	},
	{
		group: "ray.io",
		kinds: ["RayService"],
		templates: below(["spec.rayClusterConfig"], rayTemplates),
		images: ["spec.rayClusterConfig.autoscalerOptions.image"]
	}
];
const frameworks = [
	"model",
	"sklearn",
	"xgboost",
	"pytorch",
	"tensorflow",
	"triton",
	"onnx",
	"huggingface"
].concat("lightgbm", "paddle", "pmml");
/** kserve/kserve, `config/crd/full`. */
const kserve = [
	{
		group: "serving.kserve.io",
		kinds: ["InferenceService"],
		pods: below(["spec"], [
			"predictor",
			"transformer",
			"explainer",
			"predictor.workerSpec"
		]),
		containers: below(["spec.predictor"], frameworks)
	},
	{
		group: "serving.kserve.io",
		kinds: ["ServingRuntime", "ClusterServingRuntime"],
		pods: ["spec", "spec.workerSpec"]
	},
	{
		group: "serving.kserve.io",
		kinds: ["ClusterStorageContainer"],
		containers: ["spec.container"]
	},
	{
		group: "serving.kserve.io",
		kinds: ["LLMInferenceService"],
		pods: below(["spec"], [
			"template",
			"worker",
			"prefill.template",
			"prefill.worker",
			"router.scheduler.template"
		])
	}
];
/** Training and serving of models. */
const machineLearningRows = [
	...kubeflow,
	...ray,
	...kserve
];

// src/extract/custom-resources/observability.ts
const patched = ["spec.containers[]", "spec.initContainers[]"];
const base$1 = {
	at: "spec",
	repository: "baseImage",
	tag: "tag",
	sha: "sha",
	unless: "image"
};
/** prometheus-operator/prometheus-operator, `example/prometheus-operator-crd`; its containers are merge patches. */
const prometheus = [{
	group: "monitoring.coreos.com",
	kinds: ["Prometheus"],
	images: ["spec.image", "spec.thanos.image"],
	containers: patched,
	composed: [base$1, {
		...base$1,
		at: "spec.thanos"
	}]
}, {
	group: "monitoring.coreos.com",
	kinds: [
		"PrometheusAgent",
		"Alertmanager",
		"ThanosRuler"
	],
	images: ["spec.image"],
	containers: patched,
	composed: [base$1]
}];
/** open-telemetry/opentelemetry-operator, jaegertracing/jaeger-operator and grafana/grafana-operator, `config/crd/bases`. */
const telemetry = [
	{
		group: "opentelemetry.io",
		kinds: ["OpenTelemetryCollector"],
		images: ["spec.image", "spec.targetAllocator.image"],
		containers: ["spec.initContainers[]", "spec.additionalContainers[]"]
	},
	{
		group: "opentelemetry.io",
		kinds: ["TargetAllocator", "OpAMPBridge"],
		images: ["spec.image"]
	},
	{
		group: "opentelemetry.io",
		kinds: ["Instrumentation"],
		images: [...[
			"java",
			"nodejs",
			"python",
			"dotnet",
			"go",
			"apacheHttpd",
			"nginx"
		].map((name) => `spec.${name}.image`), "spec.java.extensions[].image"]
	},
	{
		group: "jaegertracing.io",
		kinds: ["Jaeger"],
		images: [...below(["spec"], [
			"agent.image",
			"allInOne.image",
			"collector.image",
			"ingester.image",
			"query.image"
		]), ...below(["spec.storage"], [
			"cassandraCreateSchema.image",
			"dependencies.image",
			"esIndexCleaner.image"
		])]
	},
	{
		group: "grafana.integreatly.org",
		kinds: ["Grafana"],
		templates: ["spec.deployment.spec.template"]
	}
];
const victoria = (at) => ({
	at: `${at}.image`,
	repository: "repository",
	tag: "tag"
});
/** VictoriaMetrics/operator, `config/crd/overlay`. */
const victoriaMetrics = [{
	group: "operator.victoriametrics.com",
	kinds: [
		"VMSingle",
		"VMAgent",
		"VMAlert",
		"VMAlertmanager",
		"VMAuth",
		"VLSingle",
		"VLAgent",
		"VTSingle",
		"VLogs"
	],
	composed: [victoria("spec"), victoria("spec.vmBackup")],
	images: ["spec.configReloaderImage"],
	containers: patched
}, {
	group: "operator.victoriametrics.com",
	kinds: [
		"VMCluster",
		"VLCluster",
		"VTCluster"
	],
	composed: [...[
		"vm",
		"vl",
		"vt"
	].flatMap((name) => [
		"select",
		"insert",
		"storage"
	].map((role) => victoria(`spec.${name}${role}`))), victoria("spec.vmstorage.vmBackup")]
}];
/** Metrics, logs and traces. */
const observabilityRows = [
	...prometheus,
	...telemetry,
	...victoriaMetrics
];

// src/extract/custom-resources/workflows.ts
const argoContainers = below(["templates[]", "templateDefaults"], [
	"container",
	"script",
	"initContainers[]",
	"sidecars[]",
	"containerSet.containers[]"
]);
const argoVolumes = ["volumes[].image.reference", "templates[].volumes[].image.reference"];
/** argoproj/argo-workflows and argo-rollouts, `manifests/base/crds/full` and `manifests/crds`. */
const argo = [
	{
		group: "argoproj.io",
		kinds: [
			"Workflow",
			"WorkflowTemplate",
			"ClusterWorkflowTemplate"
		],
		containers: below(["spec"], argoContainers),
		images: below(["spec"], argoVolumes)
	},
	{
		group: "argoproj.io",
		kinds: ["CronWorkflow"],
		containers: below(["spec.workflowSpec"], argoContainers),
		images: below(["spec.workflowSpec"], argoVolumes)
	},
	{
		group: "argoproj.io",
		kinds: ["Rollout"],
		templates: ["spec.template"]
	},
	{
		group: "argoproj.io",
		kinds: ["Experiment"],
		templates: ["spec.templates[].template"]
	},
	{
		group: "argoproj.io",
		kinds: ["AnalysisTemplate", "ClusterAnalysisTemplate"],
		templates: ["spec.metrics[].provider.job.spec.template"]
	}
];
const tektonTask = [
	"steps[]",
	"stepTemplate",
	"sidecars[]"
];
const tektonPipeline = below(["tasks[].taskSpec", "finally[].taskSpec"], tektonTask);
/** tektoncd/pipeline, `config/300-crds`. */
const tekton = [
	{
		group: "tekton.dev",
		kinds: ["Task", "ClusterTask"],
		containers: below(["spec"], tektonTask)
	},
	{
		group: "tekton.dev",
		kinds: ["StepAction"],
		containers: ["spec"]
	},
	{
		group: "tekton.dev",
		kinds: ["Pipeline"],
		containers: below(["spec"], tektonPipeline)
	},
	{
		group: "tekton.dev",
		kinds: ["PipelineRun"],
		containers: below(["spec.pipelineSpec"], tektonPipeline)
	},
	{
		group: "tekton.dev",
		kinds: ["TaskRun"],
		containers: below(["spec.taskSpec"], tektonTask)
	}
];
/** knative/serving `config/core/300-resources`, kedacore/keda `config/crd/bases`. */
const serverless = [
	{
		group: "serving.knative.dev",
		kinds: ["Service", "Configuration"],
		templates: ["spec.template"]
	},
	{
		group: "serving.knative.dev",
		kinds: ["Revision"],
		pods: ["spec"]
	},
	{
		group: "caching.internal.knative.dev",
		kinds: ["Image"],
		images: ["spec.image"]
	},
	{
		group: "keda.sh",
		kinds: ["ScaledJob"],
		templates: ["spec.jobTargetRef.template"]
	}
];
/** openkruise/kruise, volcano-sh/volcano, kubernetes-sigs/jobset and lws: `config/crd/bases`. */
const workloads = [
	{
		group: "apps.kruise.io",
		kinds: [
			"CloneSet",
			"StatefulSet",
			"DaemonSet",
			"BroadcastJob"
		],
		templates: ["spec.template"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["UnitedDeployment"],
		templates: below(["spec.template"], [
			"statefulSetTemplate",
			"advancedStatefulSetTemplate",
			"cloneSetTemplate",
			"deploymentTemplate"
		].map((name) => `${name}.spec.template`))
	},
	{
		group: "apps.kruise.io",
		kinds: ["AdvancedCronJob"],
		templates: ["spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["SidecarSet"],
		containers: ["spec.containers[]", "spec.initContainers[]"],
		images: ["spec.containers[].upgradeStrategy.hotUpgradeEmptyImage"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["ImagePullJob"],
		images: ["spec.image"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["ImageListPullJob"],
		images: ["spec.images[]"]
	},
	{
		group: "batch.volcano.sh",
		kinds: ["Job"],
		templates: ["spec.tasks[].template"]
	},
	{
		group: "jobset.x-k8s.io",
		kinds: ["JobSet"],
		templates: ["spec.replicatedJobs[].template.spec.template"]
	},
	{
		group: "leaderworkerset.x-k8s.io",
		kinds: ["LeaderWorkerSet"],
		templates: ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"]
	}
];
/** Workflows, jobs and other ways to run pods. */
const workflowRows = [
	...argo,
	...tekton,
	...serverless,
	...workloads
];

// src/extract/custom-resources/table.ts
/** Every kind that is known to name images. */
const customResources = [
	...workflowRows,
	...databaseRows,
	...observabilityRows,
	...elasticRows,
	...dataProcessingRows,
	...machineLearningRows,
	...infrastructureRows
];
const groups = /* @__PURE__ */ new Map();
const rows$2 = /* @__PURE__ */ new Map();
for (const row of customResources) for (const kind of row.kinds) {
	groups.set(kind, [...groups.get(kind) ?? [], row.group]);
	const key = `${row.group}/${kind}`;
	rows$2.set(key, [...rows$2.get(key) ?? [], row]);
}
/** Groups that have a kind of this name in the table. */
function groupsWithKind(kind) {
	return groups.get(kind) ?? [];
}
/** The rows for a kind. */
function rowsFor(group, kind) {
	return rows$2.get(`${group}/${kind}`) ?? [];
}

// src/extract/custom-resources/custom-resource-images.ts
/**
* The images of an object of a known custom kind. What is left out, the operator fills in; what holds a placeholder of
* the operator's own language (`$(params.x)`, `{{inputs.y}}`) is known only when it runs.
*/
function customResourceImages({ group, kind, body }) {
	const pod = podContext(valueAt(body, "spec"));
	return rowsFor(group, kind).flatMap((row) => rowImages(body, row, pod)).filter(({ image }) => isKnown(image)).map((image) => ({
		...image,
		role: "custom-resource"
	}));
}
function rowImages(body, row, pod) {
	const at = (paths = []) => paths.flatMap((path) => expandPath(body, path));
	return [
		...at(row.templates).flatMap(({ path, value }) => podAt({
			path: [...path, "spec"],
			value: valueAt(value, "spec")
		})),
		...at(row.pods).flatMap(podAt),
		...at(row.containers).flatMap(({ path, value }) => containerAt(path, value, pod)),
		...at(row.images).map(({ path, value }) => ({
			image: value,
			path,
			role: "custom-resource",
			pod
		})),
		...(row.composed ?? []).flatMap((image) => composedAt(body, image, pod))
	];
}
function podAt({ path, value }) {
	return podImages(value, {
		path,
		images: "optional",
		volumes: "optional"
	});
}
function containerAt(path, value, pod) {
	return containerImages([value], {
		path,
		role: "custom-resource",
		pod,
		images: "optional"
	}).map((found) => ({
		...found,
		path: [...path, "image"]
	}));
}
function composedAt(body, { at, ...names }, pod) {
	return expandPath(body, at).flatMap(({ path, value }) => {
		if (names.unless !== void 0 && textOf$2(valueAt(value, names.unless)) !== void 0) return [];
		const repository = textOf$2(valueAt(value, names.repository));
		const tag = textOf$2(valueAt(value, names.tag));
		const sha = names.sha === void 0 ? void 0 : textOf$2(valueAt(value, names.sha));
		if (repository === void 0 || tag === void 0 && sha === void 0) return [];
		return [{
			image: sha === void 0 ? `${repository}:${tag}` : `${repository}@sha256:${sha}`,
			path: [...path, names.repository],
			role: "custom-resource",
			pod
		}];
	});
}
function isKnown(image) {
	return typeof image === "string" && image !== "" && !/\$\(|\$\{|\{\{/.test(image);
}

// src/extract/pod-kinds.ts
const direct$2 = ["spec"];
const templated = [
	"spec",
	"template",
	"spec"
];
/** Where each built-in kind has its PodSpec, by `group/kind`; old groups of the same kinds included. */
const podSpecPaths = /* @__PURE__ */ new Map([
	["/Pod", direct$2],
	["/PodTemplate", ["template", "spec"]],
	["/ReplicationController", templated],
	["apps/Deployment", templated],
	["apps/ReplicaSet", templated],
	["apps/StatefulSet", templated],
	["apps/DaemonSet", templated],
	["extensions/Deployment", templated],
	["extensions/ReplicaSet", templated],
	["extensions/DaemonSet", templated],
	["batch/Job", templated],
	["batch/CronJob", [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	]]
]);
/** Kinds that hold a pod in some built-in group. */
const podKinds = new Set([...podSpecPaths.keys()].map((key) => key.split("/")[1] ?? ""));
/** Path of the PodSpec in an object of a built-in kind. */
function podSpecPath(group, kind) {
	return podSpecPaths.get(`${group}/${kind}`);
}

// src/extract/object-images.ts
/** The images of one object of a built-in or known custom kind. `verbatim`: the object stands in a file, where it may be a patch. */
function objectImages(object, verbatim) {
	const path = podSpecPath(object.group, object.kind);
	if (path === void 0) return customResourceImages(object);
	return podImages(valueAt(object.body, ...path), {
		path,
		images: verbatim && lacksRequired(object) ? "optional" : "required",
		volumes: object.kind === "Pod" ? "required" : "optional"
	});
}
function lacksRequired({ group, kind, apiVersion, body }) {
	if (kind === "CronJob") return valueAt(body, "spec", "schedule") === void 0;
	return group === "apps" && apiVersion !== "apps/v1beta1" && valueAt(body, "spec", "selector") === void 0;
}

// src/extract/workload.ts
/** The object that a use belongs to, as a person names it. */
function workloadOf({ apiVersion, kind, body }) {
	return {
		apiVersion,
		kind,
		namespace: namespaceOf(body),
		name: nameOf(body),
		hooks: hooksOf(body)
	};
}
/** `metadata.name`; the prefix where the API makes the rest of the name. */
function nameOf(body) {
	return scalarText(valueAt(body, "metadata", "name")) ?? scalarText(valueAt(body, "metadata", "generateName")) ?? "";
}
/** `metadata.namespace`; undefined where it is not written or empty. */
function namespaceOf(body) {
	return scalarText(valueAt(body, "metadata", "namespace"));
}
function hooksOf(body) {
	return (textOf$2(valueAt(body, "metadata", "annotations", "helm.sh/hook")) ?? "").split(",").flatMap((hook) => hook.trim() || []);
}
function scalarText(value) {
	const text = typeof value === "number" || typeof value === "boolean" ? String(value) : textOf$2(value);
	return text === "" ? void 0 : text;
}

// src/extract/secret-producers.ts
const rows$1 = [
	{
		group: "external-secrets.io",
		kind: "ExternalSecret",
		names: [[
			"spec",
			"target",
			"name"
		]]
	},
	{
		group: "external-secrets.io",
		kind: "ClusterExternalSecret",
		names: [[
			"spec",
			"externalSecretSpec",
			"target",
			"name"
		], ["spec", "externalSecretName"]],
		namespaces: [
			"spec",
			"namespaces",
			"*"
		]
	},
	{
		group: "bitnami.com",
		kind: "SealedSecret",
		names: [[
			"spec",
			"template",
			"metadata",
			"name"
		]]
	},
	{
		group: "isindir.github.com",
		kind: "SopsSecret",
		names: [[
			"spec",
			"secretTemplates",
			"*",
			"name"
		]]
	},
	{
		group: "secrets.hashicorp.com",
		kind: "VaultStaticSecret",
		names: [[
			"spec",
			"destination",
			"name"
		]]
	},
	{
		group: "secrets.hashicorp.com",
		kind: "VaultDynamicSecret",
		names: [[
			"spec",
			"destination",
			"name"
		]]
	},
	{
		group: "ricoberger.de",
		kind: "VaultSecret",
		names: []
	},
	{
		group: "secrets-store.csi.x-k8s.io",
		kind: "SecretProviderClass",
		names: [[
			"spec",
			"secretObjects",
			"*",
			"secretName"
		]]
	},
	{
		group: "secrets.infisical.com",
		kind: "InfisicalSecret",
		names: [[
			"spec",
			"managedKubeSecretReferences",
			"*",
			"secretName"
		], [
			"spec",
			"managedSecretReference",
			"secretName"
		]],
		namespaces: [
			"spec",
			"managedSecretReference",
			"secretNamespace"
		]
	},
	{
		group: "onepassword.com",
		kind: "OnePasswordItem",
		names: []
	},
	{
		group: "secrets.doppler.com",
		kind: "DopplerSecret",
		names: [[
			"spec",
			"managedSecret",
			"name"
		]],
		namespaces: [
			"spec",
			"managedSecret",
			"namespace"
		]
	},
	{
		group: "spv.no",
		kind: "AzureKeyVaultSecret",
		names: [[
			"spec",
			"output",
			"secret",
			"name"
		]]
	}
];
/** Kinds whose controllers write Secrets. */
const producerKinds = new Set(rows$1.map(({ kind }) => kind));
/** The Secrets that an object's controller will write; none for other kinds. */
function secretProducers(object, document) {
	const row = rows$1.find(({ group, kind }) => group === object.group && kind === object.kind);
	if (row === void 0) return [];
	const namespaces = namespacesOf(object, row);
	return namesOf$1(object, row).flatMap((name) => namespaces.map((namespace) => ({
		source: document.origin.source,
		namespace,
		name,
		kind: object.kind,
		document
	})));
}
function namesOf$1({ body }, row) {
	return row.names.map((path) => textsAt(body, path)).find((texts) => texts.length > 0) ?? [nameOf(body)];
}
function namespacesOf({ body }, row) {
	const written = row.namespaces === void 0 ? [] : textsAt(body, row.namespaces);
	return written.length > 0 ? written : [namespaceOf(body)];
}
function textsAt(value, path) {
	const star = path.indexOf("*");
	if (star === -1) return [valueAt(value, ...path)].flatMap((text) => textOf$2(text) || []);
	const rest = path.slice(star + 1);
	return listOf(valueAt(value, ...path.slice(0, star))).flatMap((item) => textsAt(item, rest));
}

// src/extract/relevance.ts
const otherKinds = /* @__PURE__ */ new Set([
	"Secret",
	"ServiceAccount",
	"RuntimeClass"
]);
/** Whether a document can say anything about pulls, so that it is worth parsing. */
function mayMatter(head, text) {
	if (head.kind !== "object") return head.kind === "unclear";
	const { name } = head;
	if (podKinds.has(name) || otherKinds.has(name) || producerKinds.has(name) || name.endsWith("List")) return true;
	return groupsWithKind(name).some((group) => text.includes(`${group}/`));
}

// src/extract/secrets.ts
const pullTypes = /* @__PURE__ */ new Set(["kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg"]);
/** A rendered Secret; `stringData` wins over `data`, as it does in the API server. */
function renderedSecret({ body }, document) {
	const data = mapped(valueAt(body, "data"), decoded);
	const stringData = mapped(valueAt(body, "stringData"), plain);
	return {
		source: document.origin.source,
		namespace: namespaceOf(body),
		name: nameOf(body),
		type: textOf$2(valueAt(body, "type")) || "Opaque",
		data: Object.fromEntries([...data, ...stringData]),
		document
	};
}
/** Whether a kubelet would read the Secret as a pull secret. */
function isPullSecret({ type }) {
	return pullTypes.has(type);
}
function mapped(value, read) {
	return Object.entries(fieldsOf$1(value) ?? {}).map(([key, text]) => [key, read(text)]);
}
function plain(value) {
	if (value === null) return new Secret("");
	return typeof value === "string" ? new Secret(value) : void 0;
}
function decoded(value) {
	if (value === null) return new Secret("");
	const text = textOf$2(value)?.replace(/[\r\n]/g, "");
	if (text === void 0 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return void 0;
	const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
	return new Secret(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
}

// src/extract/use.ts
/** Path of an image from the root of its document. */
function documentPath({ object, found }) {
	return [...object.path, ...found.path];
}
/** The use that a found image is. */
function useOf(place, id, image) {
	const { found, object, document } = place;
	const { source } = document.origin;
	const workload = workloadOf(object);
	const path = documentPath(place);
	const workloadKey = `${[
		workload.kind,
		workload.namespace ?? "",
		workload.name
	].join("/")}#${stableFieldText(object.body, found.path)}`;
	return {
		id,
		key: `${source}|${workloadKey}`,
		workloadKey,
		image,
		source,
		workload,
		field: fieldText(path),
		path,
		container: found.container,
		role: found.role,
		pullPolicy: found.pullPolicy,
		pod: found.pod,
		document
	};
}

// src/extract/extract.ts
/** Everything that rendered manifests say about pulls. Parses only the documents that can matter; never throws. */
function extract(rendered) {
	const found = {
		uses: [],
		secrets: [],
		producers: [],
		serviceAccounts: [],
		runtimeClasses: [],
		unreadable: [],
		documents: /* @__PURE__ */ new Map()
	};
	for (const source of rendered) {
		if (source.kind !== "rendered") continue;
		found.documents.set(source.source.id, 0);
		for (const document of source.documents) readDocument(document, found);
	}
	return {
		...found,
		secrets: found.secrets.filter(secretsThatPullsName(found))
	};
}
function readDocument(document, found) {
	const head = headOf(document.text);
	if (head.kind === "empty") return;
	const { source } = document.origin;
	found.documents.set(source, (found.documents.get(source) ?? 0) + 1);
	if (!mayMatter(head, document.text)) return;
	const parsed = parseDocument(document.text);
	if (parsed.kind === "malformed") {
		found.unreadable.push(unreadable$2(document, parsed));
		return;
	}
	for (const object of parsed.roots.flatMap(objectsIn)) readObject(object, document, found);
}
function readObject(object, document, found) {
	for (const image of objectImages(object, document.origin.verbatim)) addImage({
		found: image,
		object,
		document
	}, found);
	for (const producer of secretProducers(object, document)) found.producers.push(producer);
	switch (`${object.group}/${object.kind}`) {
		case "/Secret":
			found.secrets.push(renderedSecret(object, document));
			return;
		case "/ServiceAccount":
			found.serviceAccounts.push(serviceAccount(object, document));
			return;
		case "node.k8s.io/RuntimeClass": found.runtimeClasses.push(runtimeClass(object));
	}
}
function addImage(place, findings) {
	const image = place.found.image ?? "";
	if (typeof image === "string") {
		findings.uses.push(useOf(place, `u${findings.uses.length + 1}`, image));
		return;
	}
	const detail = `${fieldText(documentPath(place))} is no text`;
	findings.unreadable.push(unreadable$2(place.document, {
		detail,
		line: 1
	}));
}
function unreadable$2({ origin }, { detail, line, column }) {
	return {
		source: origin.source,
		file: origin.file,
		line: origin.line + line - 1,
		column,
		detail
	};
}
function serviceAccount({ body }, document) {
	return {
		source: document.origin.source,
		namespace: namespaceOf(body),
		name: nameOf(body),
		pullSecrets: pullSecretNames(valueAt(body, "imagePullSecrets")),
		document
	};
}
function runtimeClass({ body }) {
	return {
		name: nameOf(body),
		nodeSelector: textEntriesOf(valueAt(body, "scheduling", "nodeSelector"))
	};
}
function secretsThatPullsName({ uses, serviceAccounts }) {
	const named = /* @__PURE__ */ new Set([...uses.flatMap(({ pod }) => pod.pullSecrets ?? []), ...serviceAccounts.flatMap(({ pullSecrets }) => pullSecrets)]);
	return (secret) => isPullSecret(secret) || named.has(secret.name);
}

// src/probe/question.ts
/** Equal questions have equal keys; a key holds no secret. */
function questionKey(question) {
	switch (question.ask) {
		case "login": return `login ${question.registry} ${question.repository}`;
		case "manifest": return `manifest ${at(question)} ${question.reference}`;
		case "exists": return `${question.content} ${at(question)} ${question.digest}`;
		case "config": return `config ${at(question)} ${question.config.digest}`;
		case "tags": return `tags ${at(question)}`;
	}
}
/** Tells hosts apart by everything that changes what they may answer. */
function hostKey(host) {
	const known = hostKeys.get(host);
	if (known !== void 0) return known;
	const { authority, path, scheme, verify, mirrorOf = "", ca, client, headers } = host;
	const key = `${scheme}:${verify} ${authority}${path} ${mirrorOf} ${new Secret(JSON.stringify([
		ca,
		client?.certificate,
		client?.key.reveal(),
		headers
	])).fingerprint()}`;
	hostKeys.set(host, key);
	return key;
}
const hostKeys = /* @__PURE__ */ new WeakMap();
function at(question) {
	return `${hostKey(question.host)} ${question.repository} as ${accessKey(question.as)}`;
}
/** Tells logins apart by what they hold, not by their name: two sources may render one name differently. */
function accessKey(access) {
	if (access.kind === "anonymous") return access.kind;
	const { credential } = access;
	if (credential.kind !== "basic") return `${accessName(access)} ${credential.token.fingerprint()}`;
	return `${accessName(access)} ${credential.username} ${credential.password.fingerprint()}`;
}
/** `anonymous`, `runner` or `secret:<name>`, as reports print it. */
function accessName(access) {
	return access.kind === "secret" ? `secret:${access.name}` : access.kind;
}

// src/judge/coverage.ts
/** What was not looked at, and why: failed and unresolved sources, unreadable documents, nothing found at all. */
function coverage(rendered, inventory, problems) {
	const charts = renderedCharts(rendered);
	const drafts = [
		...rendered.flatMap((source) => ofSource(source, charts)),
		...inventory.unreadable.map(unreadableDocument),
		...problems.map(missedPath)
	];
	const isWhole = inventory.unreadable.length === 0 && rendered.some(({ kind }) => kind === "rendered");
	return inventory.uses.length === 0 && isWhole ? [...drafts, {
		code: "no-images-found",
		verdict: "not-checked",
		ofImage: false,
		args: { count: rendered.length }
	}] : drafts;
}
const base = {
	verdict: "not-checked",
	ofImage: false
};
/** Paths of the charts that render with one set of values at least. */
function renderedCharts(rendered) {
	return new Set(rendered.flatMap(({ kind, source }) => kind === "rendered" && source.kind === "helm" ? source.path : []));
}
function ofSource(rendered, charts) {
	switch (rendered.kind) {
		case "failed": return [failedSource(rendered, charts)];
		case "skipped": return [skippedSource(rendered)];
		case "rendered": return rendered.unreadable.map(({ file, why }) => ({
			...base,
			code: "unreadable-document",
			args: {
				path: file,
				reason: why
			},
			place: { file }
		}));
	}
}
function failedSource({ source, failure }, charts) {
	const { why, detail, file, line } = failure;
	const args = {
		path: source.label,
		reason: why,
		detail
	};
	const severity = isOneOfSeveral(source, charts) ? "warning" : void 0;
	return {
		...base,
		code: "render-failed",
		args,
		severity,
		place: {
			file: file ?? source.path,
			line
		}
	};
}
/**
* A chart that wants more values than its own (`required`) renders with another of its sets; and what only looks like a
* set of values may be a part of one.
*/
function isOneOfSeveral(source, charts) {
	if (source.kind !== "helm") return false;
	return source.byConvention === true || source.options.values.length === 0 && charts.has(source.path);
}
function skippedSource({ source }) {
	const [reason, detail] = source.kind === "unresolved" ? [source.why, source.detail] : ["no-program", ""];
	const args = {
		path: source.label,
		reason,
		detail
	};
	return {
		...base,
		code: "unresolved-source",
		args,
		place: { file: source.path }
	};
}
function unreadableDocument({ file, line, column, detail, source }) {
	return {
		code: "unreadable-document",
		verdict: "not-checked",
		ofImage: false,
		args: {
			path: file ?? source,
			reason: "syntax",
			detail
		},
		place: file === void 0 ? void 0 : {
			file,
			line,
			column
		}
	};
}
function missedPath({ path, why }) {
	return {
		code: "unresolved-source",
		verdict: "not-checked",
		ofImage: false,
		args: {
			path,
			reason: why
		},
		place: void 0
	};
}

// src/judge/ignore.ts
/** Compiles ignore rules; `today` is an ISO date. The image is a glob over its name or the whole reference. */
function ignoreMatcher(rules, today) {
	const compiled = rules.filter((rule) => rule.expires === void 0 || rule.expires >= today).map((rule) => ({
		rule,
		matches: (0, import_picomatch.default)(rule.image, {
			bash: true,
			dot: true
		})
	}));
	return (code, reference) => compiled.find(({ rule, matches }) => (rule.code ?? code) === code && spellings(reference).some((text) => matches(text)))?.rule;
}
function spellings(reference) {
	if (reference.kind === "reference-error") return [reference.written];
	const name = `${reference.domain}/${reference.path}`;
	const writtenName = reference.written.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
	return [
		reference.written,
		writtenName,
		reference.normalized,
		name
	];
}

// src/platform/normalize.ts
const fixed = /* @__PURE__ */ new Map([
	["i386", {
		architecture: "386",
		variant: ""
	}],
	["armhf", {
		architecture: "arm",
		variant: "v7"
	}],
	["armel", {
		architecture: "arm",
		variant: "v6"
	}]
]);
const synonyms = /* @__PURE__ */ new Map([
	["x86_64", "amd64"],
	["x86-64", "amd64"],
	["aarch64", "arm64"]
]);
const variants = /* @__PURE__ */ new Map([
	["amd64/v1", ""],
	["arm64/8", ""],
	["arm64/v8", ""],
	["arm64/v8.0", ""],
	["arm64/9", "v9"],
	["arm64/9.0", "v9"],
	["arm64/v9.0", "v9"],
	["arm/", "v7"],
	["arm/7", "v7"],
	["arm/5", "v5"],
	["arm/6", "v6"],
	["arm/8", "v8"]
]);
/** One name for each CPU, as containerd/platforms database.go has it: `x86_64` is amd64, arm64/v8 is arm64. */
function normalizeCpu(architecture, variant = "") {
	const lower = architecture.toLowerCase();
	const known = fixed.get(lower);
	if (known !== void 0) return known;
	const name = synonyms.get(lower) ?? lower;
	const version = variant.toLowerCase();
	return {
		architecture: name,
		variant: variants.get(`${name}/${version}`) ?? version
	};
}
/** One name for each operating system; an entry that names none means that of the node which reads it. */
function normalizeOs(os, nodeOs = "") {
	if (os === "") return nodeOs;
	const lower = os.toLowerCase();
	return lower === "macos" ? "darwin" : lower;
}
/** CPU of a platform. */
function cpuOf(platform) {
	return normalizeCpu(platform.architecture, platform.variant);
}

// src/platform/parse.ts
const osAndVersion = /^([\w-]+)(?:\(([\w.-]*)\))?$/;
const component$1 = /^[\w.-]+$/;
const longest$4 = 256;
/**
* Reads `os[(version)]/architecture[/variant]` as containerd/platforms does, with its normalisation. Where containerd
* would complete a single word from the machine it runs on, there is an error instead: a node is not this machine.
*/
function parsePlatform(written) {
	if (written === "") return failure$3(written, "empty", "");
	if (written.length > longest$4) return failure$3(written, "characters", written);
	if (written.includes("*")) return failure$3(written, "wildcard", written);
	const parts = written.split("/");
	const [first = "", architecture, variant] = parts;
	const os = osAndVersion.exec(first);
	if (os === null) return failure$3(written, "characters", first);
	const wrong = parts.slice(1).find((part) => !component$1.test(part));
	if (wrong !== void 0) return failure$3(written, "characters", wrong);
	if (architecture === void 0) return failure$3(written, "no-architecture", first);
	if (parts.length > 3) return failure$3(written, "too-many-parts", written);
	return {
		kind: "platform",
		platform: platformOf(os, architecture, variant)
	};
}
function platformOf(os, architecture, variant) {
	const cpu = normalizeCpu(architecture, variant);
	const shown = shownVariant(cpu, variant !== void 0);
	const [, name = "", version = ""] = os;
	return {
		os: normalizeOs(name),
		architecture: cpu.architecture,
		...shown !== "" && { variant: shown },
		...version !== "" && { osVersion: version }
	};
}
function shownVariant({ architecture, variant }, isFull) {
	if (isFull) return architecture === "arm64" && variant === "" ? "v8" : variant;
	return architecture === "arm" && variant === "v7" ? "" : variant;
}
function failure$3(written, why, detail) {
	return {
		kind: "platform-error",
		written,
		why,
		detail: detail.slice(0, 80)
	};
}
/** `linux/arm/v7`, `windows(10.0.17763)/amd64`; `unknown` where there is no operating system. */
function formatPlatform(platform) {
	if (platform.os === "") return "unknown";
	return [
		platform.osVersion ? `${platform.os}(${platform.osVersion})` : platform.os,
		platform.architecture,
		platform.variant ?? ""
	].filter((part) => part !== "").join("/");
}

// src/judge/subject.ts
/** The facts that every finding about an image names. */
function subject({ reference }) {
	if (reference.kind === "reference-error") return { reference: reference.written };
	return {
		reference: reference.normalized,
		registry: reference.domain,
		repository: reference.path,
		tag: reference.tag ?? (reference.digest === null ? "latest" : void 0),
		digest: reference.digest ?? void 0
	};
}

// src/judge/absence.ts
/**
* What exactly is missing when a registry says 404. Most registries word a missing tag and a missing repository alike,
* so the tag list decides; without it the repository is only said to be missing if the registry's code says so.
*/
function absence(plan, absent, evidence) {
	const { reference } = plan;
	const tags = evidence.tags;
	const args = {
		...subject(plan),
		detail: absent.message
	};
	const draft = {
		verdict: "unpullable",
		answers: tags ? [absent, tags] : [absent],
		notChecked: ["platform", "content"]
	};
	const listedEmpty = tags?.kind === "absent";
	if (absent.missing === "repository" || listedEmpty) return {
		...draft,
		code: "repository-not-found",
		args
	};
	const offered = tags?.kind === "found" ? tags.value.tags : void 0;
	const expired = absent.codes.includes("TAG_EXPIRED") ? "expired" : void 0;
	const byDigest = reference.kind === "reference" && reference.digest !== null;
	return {
		...draft,
		code: byDigest ? "digest-not-found" : "tag-not-found",
		args: {
			...args,
			tags: offered,
			reason: expired
		}
	};
}

// src/judge/unanswered.ts
/**
* What a failure without an answer means. Only what every node would meet as well is unpullable: a certificate that is
* expired or for another name, TLS older than 1.2, and a registry that speaks plain HTTP. A handshake that just fails may
* want a client certificate, which nodes may hold: TLS 1.2 has but one alert for both (RFC 5246, 7.2.2).
*/
const causes = {
	"name-not-resolved": ["registry-name-not-resolved", "unknown"],
	"resolver-unavailable": ["registry-name-not-resolved", "unknown"],
	"connection-refused": ["registry-unreachable", "unknown"],
	"host-unreachable": ["registry-unreachable", "unknown"],
	"connect-timeout": ["registry-unreachable", "unknown"],
	"response-timeout": ["registry-unreachable", "unknown"],
	"body-timeout": ["registry-unreachable", "unknown"],
	"connection-reset": ["registry-unreachable", "unknown"],
	"connection-closed": ["registry-unreachable", "unknown"],
	"tls-unknown-authority": ["tls-untrusted", "unknown"],
	"tls-expired": ["tls-expired", "unpullable"],
	"tls-not-yet-valid": ["tls-expired", "unpullable"],
	"tls-name-mismatch": ["tls-name-mismatch", "unpullable"],
	"tls-version": ["tls-handshake", "unpullable"],
	"tls-handshake": ["tls-handshake", "unknown"],
	"tls-client-certificate": ["tls-handshake", "unknown"],
	"plain-http": ["plain-http-registry", "unpullable"],
	"https-expected": ["registry-error", "unknown"],
	"proxy-refused": ["proxy-error", "unknown"],
	"proxy-authentication": ["proxy-error", "unknown"],
	"proxy-bad-gateway": ["proxy-error", "unknown"],
	"proxy-unreachable": ["proxy-error", "unknown"],
	"redirect-loop": ["registry-error", "unknown"],
	"redirect-unsafe": ["registry-error", "unknown"],
	"redirect-refused": ["registry-error", "unknown"],
	"server-error": ["registry-error", "unknown"],
	"upstream-refused": ["registry-error", "unknown"],
	"not-a-registry": ["registry-error", "unknown"],
	"challenge-unusable": ["registry-error", "unknown"],
	"realm-unsafe": ["registry-error", "unknown"],
	"token-endpoint-failed": ["registry-error", "unknown"],
	"token-rejected": ["registry-error", "unknown"],
	"credential-withheld": ["access-denied", "unknown"],
	"address-forbidden": ["registry-unreachable", "unknown"],
	"body-too-large": ["registry-error", "unknown"],
	"body-cut": ["registry-error", "unknown"],
	"body-invalid": ["registry-error", "unknown"],
	"headers-too-large": ["registry-error", "unknown"],
	deadline: ["registry-unreachable", "unknown"]
};
const behindExistence = ["platform", "content"];
const behindNetwork = [
	"auth",
	"existence",
	...behindExistence
];
/** The finding for an answer that settles nothing about the image. */
function unanswered(answer, args) {
	switch (answer.kind) {
		case "failed": return failed$2(answer, args);
		case "limited": return limited(answer, args);
		case "blocked": return blocked$1(answer, args);
	}
}
function limited(answer, args) {
	const { quota: reason, message: detail, retryAfterMs } = answer;
	return {
		code: "rate-limited",
		verdict: "unknown",
		answers: [answer],
		notChecked: behindNetwork,
		args: {
			...args,
			reason,
			detail,
			retryAfterMs
		}
	};
}
function blocked$1(answer, args) {
	const { about, status, message: detail } = answer;
	return {
		code: "registry-policy",
		verdict: about === "image" ? "unpullable" : "unknown",
		answers: [answer],
		notChecked: behindExistence,
		args: {
			...args,
			status,
			detail,
			reason: about
		}
	};
}
function failed$2(answer, args) {
	const [code, verdict] = answer.at === "proxy" ? ["proxy-error", "unknown"] : causes[answer.failure];
	return {
		code,
		verdict,
		answers: [answer],
		notChecked: behindNetwork,
		args: {
			...args,
			reason: answer.failure,
			host: answer.host,
			status: answer.status,
			detail: answer.detail
		}
	};
}

// src/judge/access.ts
/** Reads the evidence by the kind of credentials that the node has for this image. */
function judgeAccess(given) {
	const { credentials, environment } = given.plan;
	if (credentials.known.length > 0) return knownCredentials(given);
	if (credentials.unknown.length > 0) return unknownSecrets(given);
	return environment.nodeCredentials.kind === "runner" ? runnerLogin(given) : noCredentials(given);
}
const open$1 = (assumptions = []) => ({
	kind: "open",
	assumptions
});
const closed$2 = (draft) => ({
	kind: "closed",
	draft
});
/** The kubelet ends with the first accepted credential; else what is not a refusal weighs more than a refusal. */
function knownCredentials(given) {
	const { plan, evidence } = given;
	const ends = evidence.attempts.map((attempt) => attempt.end);
	if (ends.some((end) => end.kind === "found")) return open$1();
	const settled = unsettled(given, ends) ?? absent(given, ends);
	if (settled !== void 0) return closed$2(settled);
	const observed = absent(given, [evidence.runner?.end]);
	if (observed !== void 0) return closed$2(observed);
	if (plan.credentials.unknown.length > 0) return closed$2(denied$1(given, "other-secret-unknown"));
	return closed$2({
		code: "pull-secret-rejected",
		verdict: "unpullable",
		answers: ends,
		notChecked: [
			"existence",
			"platform",
			"content"
		],
		args: {
			...facts(given),
			public: sees(evidence.anonymous),
			...refusal(ends)
		}
	});
}
/** A secret is named whose content is not known here: what anybody sees shows existence, nothing shows its absence. */
function unknownSecrets(given) {
	const { plan, evidence } = given;
	const views = [evidence.runner, evidence.anonymous];
	const repository = `${subject(plan).registry}/${subject(plan).repository}`;
	if (views.some(sees)) return open$1([{
		code: "secret-opens",
		secrets: plan.credentials.unknown,
		repository
	}]);
	if (maybeHidden(given)) return closed$2(denied$1(given, "hidden-or-missing"));
	return closed$2(settle(given, views) ?? denied$1(given, "secret-unknown"));
}
/** Some registries answer 404 to whoever lacks rights; a tag list that was given proves that rights were there. */
function maybeHidden({ plan, evidence }) {
	return evidence.runner === void 0 && evidence.anonymous?.end.kind === "absent" && plan.service === "other" && evidence.tags?.kind !== "found";
}
function runnerLogin(given) {
	const { evidence } = given;
	const [own] = evidence.attempts;
	const assumption = {
		code: "nodes-hold-runner-login",
		registry: subject(given.plan).registry ?? ""
	};
	if (sees(own)) return open$1(own?.access.kind === "runner" ? [assumption] : []);
	const settled = settle(given, [own]);
	if (settled !== void 0) return closed$2(settled);
	return closed$2(sees(evidence.anonymous) ? staleLogin(given) : hiddenOrMissing(given));
}
/** No secret applies: the node pulls as nobody, unless it holds a login that was not declared. */
function noCredentials(given) {
	const { evidence } = given;
	if (sees(evidence.anonymous)) return open$1();
	if (sees(evidence.runner)) return onlyRunnerSees(given);
	const settled = settle(given, [evidence.anonymous, evidence.runner]);
	return closed$2(settled ?? hiddenOrMissing(given));
}
function onlyRunnerSees(given) {
	const { plan, evidence } = given;
	const end = evidence.anonymous?.end;
	if (end !== void 0 && end.kind !== "refused" && end.kind !== "absent") return closed$2(unanswered(asUnanswered(end), subject(plan)));
	const args = {
		...facts(given),
		...refusal([end])
	};
	const draft = {
		code: "no-pull-secret",
		answers: end ? [end] : [],
		args
	};
	if (plan.environment.nodeCredentials.kind !== "undeclared") return closed$2({
		...draft,
		verdict: "unpullable",
		severity: "error"
	});
	if (plan.service !== "cloud") return closed$2({
		...draft,
		verdict: "unknown"
	});
	return {
		kind: "open",
		assumptions: [{
			code: "nodes-use-cloud-identity",
			registry: subject(plan).registry ?? ""
		}],
		draft: {
			...draft,
			verdict: "pullable",
			severity: "notice",
			args: {
				...args,
				reason: "cloud-identity"
			}
		}
	};
}
/** Nobody sees it: missing and private can't be told apart, unless the registry is known never to hide. */
function hiddenOrMissing(given) {
	const { plan, evidence } = given;
	const ends = [
		evidence.anonymous?.end,
		evidence.runner?.end,
		...evidence.attempts.map((attempt) => attempt.end)
	];
	const { registry, repository = "" } = subject(plan);
	const draft = {
		verdict: "unpullable",
		answers: ends.filter((end) => end !== void 0).slice(0, 2),
		notChecked: ["platform", "content"]
	};
	if (registry === "docker.io" && repository.startsWith("library/")) return {
		...draft,
		code: "repository-not-found",
		args: {
			...subject(plan),
			reason: "official"
		}
	};
	const { kind } = plan.environment.nodeCredentials;
	const undeclared = kind === "undeclared";
	if (evidence.login?.kind === "broken" && (undeclared || kind === "runner")) return denied$1(given, "runner-login-broken");
	if (undeclared && given.withoutSecrets) return denied$1(given, "run-without-secrets");
	if (undeclared && plan.service !== "public") return denied$1(given, "node-login-undeclared");
	return {
		...draft,
		code: "not-found-or-private",
		args: {
			...facts(given),
			...refusal(ends),
			reason: firstNote(plan)
		}
	};
}
function staleLogin(given) {
	const ends = given.evidence.attempts.map((attempt) => attempt.end);
	return {
		code: "pull-secret-rejected",
		verdict: "unpullable",
		answers: ends,
		args: {
			...facts(given),
			public: true,
			...refusal(ends),
			reason: "runner-login"
		}
	};
}
function denied$1(given, reason) {
	const answers = [
		given.evidence.runner?.end,
		given.evidence.anonymous?.end,
		...given.evidence.attempts.map(({ end }) => end)
	].filter((end) => end !== void 0).slice(0, 2);
	return {
		code: "access-denied",
		verdict: "unknown",
		answers,
		notChecked: [
			"existence",
			"platform",
			"content"
		],
		args: {
			...facts(given),
			...refusal(answers),
			reason
		}
	};
}
/** What settles the matter whatever the credentials: no answer at all, or a 404 by a view with rights. */
function settle(given, views) {
	const ends = views.map((view) => view?.end);
	return absent(given, ends) ?? unsettled(given, ends);
}
function absent({ plan, evidence }, ends) {
	const end = ends.find((candidate) => candidate?.kind === "absent");
	return end?.kind === "absent" ? absence(plan, end, evidence) : void 0;
}
function unsettled({ plan }, ends) {
	for (const end of ends) if (end?.kind === "failed" || end?.kind === "limited" || end?.kind === "blocked") return unanswered(end, subject(plan));
}
function asUnanswered(end) {
	if (end.kind === "failed" || end.kind === "limited" || end.kind === "blocked") return end;
	throw new Error(`a ${end.kind} answer is no failure`);
}
function sees(view) {
	return view?.end.kind === "found";
}
function firstNote({ credentials }) {
	return credentials.notes.find(({ code }) => code === "pull-secret-no-match" || code === "pull-secret-ignored")?.code;
}
function facts({ plan, evidence }) {
	const { credentials, use } = plan;
	return {
		...subject(plan),
		secrets: credentials.unknown.length > 0 ? credentials.unknown : credentials.secrets,
		serviceAccount: credentials.serviceAccount,
		namespace: use.workload.namespace,
		login: loginText(evidence.login)
	};
}
function loginText(login) {
	if (login === void 0 || login.kind === "login") return void 0;
	return login.kind === "broken" ? `${login.from} can't be used: ${login.why}` : login.why;
}
function refusal(ends) {
	const end = ends.find((candidate) => candidate?.kind === "refused");
	return end?.kind === "refused" ? {
		status: end.status,
		detail: end.message
	} : {};
}

// src/platform/fallbacks.ts
/** The CPUs whose images a node's CPU runs, best first (containerd/platforms compare.go, platformVector). */
function fallbacks(node) {
	const cpu = cpuOf(node);
	switch (cpu.architecture) {
		case "amd64": return [
			cpu,
			...levelsBelow(cpu, 1),
			{
				architecture: "386",
				variant: ""
			}
		];
		case "arm": return [cpu, ...levelsBelow(cpu, 5)];
		case "arm64": return arm64(cpu.variant === "" ? "v8" : cpu.variant);
		default: return [cpu];
	}
}
function levelsBelow({ architecture, variant }, lowest) {
	const level = /^v?(\d{1,2})$/.exec(variant)?.[1];
	const count = Math.max(0, Number(level ?? 0) - lowest);
	return Array.from({ length: count }, (_, step) => leveled(architecture, Number(level) - 1 - step));
}
function leveled(architecture, level) {
	return {
		architecture,
		variant: architecture === "amd64" && level === 1 ? "" : `v${level}`
	};
}
/** Known are v8 to v8.9 and v9 to v9.7, and v9.m also runs v8.(m+5); a node of another version runs nothing. */
function arm64(variant) {
	const version = /^v(?:(8)(?:\.([0-9]))?|(9)(?:\.([0-7]))?)$/.exec(variant);
	if (version === null) return [];
	const [, eight, minorOf8 = "0", , minorOf9 = "0"] = version;
	const versions = eight ? minors(8, Number(minorOf8)) : [...minors(9, Number(minorOf9)), ...minors(8, below9(minorOf9))];
	const arm = [
		8,
		7,
		6,
		5
	].map((level) => leveled("arm", level));
	return [...versions, ...arm];
}
function below9(minor) {
	return Math.min(Number(minor) + 5, 9);
}
function minors(major, highest) {
	return Array.from({ length: highest + 1 }, (_, step) => {
		const minor = highest - step;
		const plain = major === 8 ? "" : `v${major}`;
		return {
			architecture: "arm64",
			variant: minor === 0 ? plain : `v${major}.${minor}`
		};
	});
}

// src/platform/windows.ts
const longTermReleases = [20348, 26100];
/**
* Whether a Windows host runs containers of a Windows version (containerd/platforms v1.0.0-rc.2,
* platform_windows_compat.go). An unknown host build and an image without a version match everything.
*/
function windowsVersionsAgree(host, image) {
	const node = versionOf$2(host);
	if (node === void 0 || image === void 0 || image === "") return true;
	const container = versionOf$2(image) ?? {
		major: 0,
		minor: 0,
		build: 0
	};
	if (node.major !== container.major || node.minor !== container.minor) return false;
	const [oldest = 0] = longTermReleases;
	if (node.build < oldest) return node.build === container.build;
	return (longTermReleases.findLast((release) => node.build > release) ?? oldest) <= container.build && container.build <= node.build;
}
function versionOf$2(written) {
	const match = /^(\d+)\.(\d+)\.(\d+)(?:\.|$)/.exec(written ?? "");
	if (match === null) return void 0;
	const [major = 0, minor = 0, build = 0] = match.slice(1).map(Number);
	return major <= 255 && minor <= 255 && build <= 65535 && major + minor + build > 0 ? {
		major,
		minor,
		build
	} : void 0;
}

// src/platform/match.ts
/**
* Positions of the index entries that containerd's local pull accepts on a node, best first: its own CPU, then those
* it can stand in for (containerd/platforms, Only; on Windows the matcher that prefers the newest OS version).
*/
function only(node, entries) {
	return normalizeOs(node.os) === "windows" ? onlyWindows(node, entries) : matching(node, fallbacks(node), entries);
}
/** The same for the transfer service, which takes the node's very platform and nothing else (Ordered). */
function ordered(node, entries) {
	return matching(node, [cpuOf(node)], entries);
}
function onlyWindows(node, entries) {
	const version = (position) => entries[position]?.osVersion ?? "";
	return ordered(node, entries).toSorted((a, b) => descending$1(version(a), version(b)));
}
function descending$1(a, b) {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}
function matching(node, cpus, entries) {
	return entries.map((entry) => runsOs(node, entry) ? rankOf(entry, cpus) : -1).flatMap((rank, position) => rank >= 0 ? [{
		rank,
		position
	}] : []).toSorted((a, b) => a.rank - b.rank).map(({ position }) => position);
}
function runsOs(node, entry) {
	const os = normalizeOs(node.os);
	if (normalizeOs(entry.os, os) !== os) return false;
	return os !== "windows" || windowsVersionsAgree(node.osVersion, entry.osVersion);
}
function rankOf(entry, cpus) {
	const { architecture, variant } = cpuOf(entry);
	return cpus.findIndex((cpu) => cpu.architecture === architecture && cpu.variant === variant);
}

// src/platform/crio.ts
const compatible = /* @__PURE__ */ new Map([["arm", [
	"v8",
	"v7",
	"v6",
	"v5"
]], ["arm64", ["v8"]]]);
/**
* The position that CRI-O takes from an index, as containers/image chooses: the architecture to the letter (no 386 on
* amd64, no arm on arm64), the node's variant or one below it, then none; an entry without a platform last.
*/
function crio(node, entries) {
	const { architecture } = cpuOf(node);
	const os = normalizeOs(node.os);
	for (const variant of wantedVariants(node)) {
		const found = entries.findIndex((entry) => entry?.os === os && entry.architecture === architecture && (entry.variant ?? "") === variant);
		if (found >= 0) return found;
	}
	const bare = entries.indexOf(void 0);
	return bare >= 0 ? bare : null;
}
function wantedVariants(node) {
	const { architecture, variant } = cpuOf(node);
	const own = architecture === "arm64" && variant === "" ? "v8" : variant;
	if (own === "") return [""];
	const known = compatible.get(architecture) ?? [];
	const from = known.indexOf(own);
	return from < 0 ? [own, ""] : [...known.slice(from), ""];
}

// src/platform/choose.ts
/** The child of an index that a node of this platform and runtime pulls; `containerd`: the implementation is not known. */
function chooseChild(node, entries, runtime) {
	if (runtime === "cri-o") return choice(crio(node, entries));
	const before = pulls(node, entries);
	const since = pulls(node, entries.map((entry) => hasForeignFeatures(node, entry) ? unmatched : entry));
	if (relevant(before, runtime) !== relevant(since, runtime)) return {
		kind: "depends-on-runtime",
		on: "version",
		...since
	};
	if (runtime === "containerd-local") return choice(since.local);
	if (runtime === "containerd-transfer") return choice(since.transfer);
	if (since.local === since.transfer) return choice(since.local);
	return {
		kind: "depends-on-runtime",
		on: "implementation",
		...since
	};
}
const unmatched = {
	os: "unknown",
	architecture: "unknown"
};
function relevant({ local, transfer }, runtime) {
	return JSON.stringify([runtime === "containerd-transfer" || local, runtime === "containerd-local" || transfer]);
}
/**
* Both implementations read the best entry in the end; the transfer service has it only if it is the node's very
* platform. An entry without a platform comes last, and is pulled only where no entry has one: the kubelet's runtime
* service then asks for the size of every entry that it knows a platform of, and misses those that were not fetched
* (measured on containerd 1.6 to 2.4).
*/
function pulls(node, entries) {
	const named = entries.map((entry) => entry ?? unmatched);
	const [best] = only(node, named);
	if (best === void 0) {
		const bare = entries.length > 0 && entries.every((entry) => entry === void 0) ? 0 : null;
		return {
			local: bare,
			transfer: bare
		};
	}
	return {
		local: best,
		transfer: ordered(node, named).includes(best) ? best : null
	};
}
function hasForeignFeatures(node, entry) {
	const own = [...node.osFeatures ?? [], ...normalizeOs(node.os) === "windows" ? ["win32k"] : []];
	return entry?.osFeatures?.some((feature) => !own.includes(feature)) ?? false;
}
function choice(position) {
	return position === null ? { kind: "none" } : {
		kind: "match",
		position
	};
}

// src/probe/attempt.ts
const anonymous$1 = { kind: "anonymous" };
/** One pull attempt: the node asks its hosts in order until one has the image. Undefined while an answer is missing. */
function attempt(plan, access, look) {
	if (plan.reference.kind === "reference-error") return void 0;
	const { digest, tag } = plan.reference;
	const reference = digest ?? tag ?? "latest";
	const tries = [];
	for (const host of plan.hosts.filter(({ resolves }) => resolves)) {
		const answer = look.manifest({
			ask: "manifest",
			reference,
			...placeAt(host, access, plan)
		});
		if (answer === void 0) return void 0;
		tries.push({
			host,
			answer: honest(answer, host, access)
		});
		if (isTaken(answer)) break;
	}
	const end = endOf$1(tries, tries.at(-1), plan);
	return end && {
		access,
		tries,
		end
	};
}
function isTaken(answer) {
	return answer.kind === "found" && !(answer.value.kind === "invalid" && answer.value.why === "too-large");
}
/**
* Asks for a part of the image wherever the node would, the host that resolved the reference first: parts are told by
* their digests, so the order changes nothing.
*/
function askForPart(plan, { tries, access }, ask) {
	const resolving = tries.at(-1)?.host;
	const others = plan.content === "every-host" ? plan.hosts.filter((host) => host !== resolving) : [];
	const asked = [];
	for (const host of resolving ? [resolving, ...others] : []) {
		const answer = ask(placeAt(host, access, plan));
		if (answer === void 0) return void 0;
		asked.push({
			host,
			answer: honest(answer, host, access)
		});
		if (answer.kind === "found") break;
	}
	return endOf$1(asked, asked[0], plan);
}
/** Where a host is asked, and with which eyes: a login goes to its own registry alone. */
function placeAt(planned, access, plan) {
	const { host, repository, login } = planned;
	return {
		host,
		repository,
		as: (access.kind === "runner" ? host.registry === plan.hosts.at(-1)?.host.registry : login === "sent") ? access : anonymous$1
	};
}
/** A refusal proves nothing where the node sends a login that we keep back. */
function honest(answer, { host, login }, access) {
	if (answer.kind !== "refused" || access.kind !== "secret" || login !== "withheld") return answer;
	return withheld(answer, host.authority, `the login for another registry is not sent to ${host.authority}`);
}
/**
* What a node ends with after all its hosts. An answer that is not ours to know (a mirror may be out of our reach alone)
* outweighs the others; else it is that of the host which counts.
*/
function endOf$1(tries, counts, plan) {
	const last = tries.at(-1)?.answer;
	if (last?.kind === "found") return last;
	const open = tries.find(({ answer }) => isOpen(answer));
	const hidden = plan.environment.nodeCredentials.kind === "undeclared" ? refusedBefore(tries, counts) : void 0;
	return open?.answer ?? hidden ?? counts?.answer;
}
function isOpen(answer) {
	return answer.kind === "failed" || answer.kind === "limited" || answer.kind === "blocked" && answer.about === "runner";
}
/** A mirror that refuses us may know the node. */
function refusedBefore(tries, counts) {
	const refusal = tries.find((one) => one !== counts && one.answer.kind === "refused");
	if (refusal?.answer.kind !== "refused") return void 0;
	const { authority } = refusal.host.host;
	return withheld(refusal.answer, authority, `${authority} wants a login; nodes may hold one`);
}
function withheld(answer, host, detail) {
	const { status, trail } = answer;
	return {
		kind: "failed",
		failure: "credential-withheld",
		host,
		at: "registry",
		status,
		detail,
		trail
	};
}

// src/probe/content.ts
/** Looks behind the reference: the child of each required platform, or a single manifest's config. */
function lookBehind(plan, attempt, look) {
	if (attempt.end.kind !== "found") return void 0;
	const manifest = attempt.end.value;
	const platforms = plan.platforms.map((platform) => behind(manifest, platform, {
		plan,
		attempt,
		look
	}));
	if (platforms.some((platform) => platform === void 0)) return void 0;
	return {
		attempt,
		manifest,
		platforms: platforms.filter((platform) => platform !== void 0)
	};
}
function behind(manifest, platform, way) {
	switch (manifest.kind) {
		case "index": return child(manifest, platform, way);
		case "manifest": return single$1(manifest, platform, way);
		case "unsupported":
		case "invalid":
		case "unread": return {
			kind: "unread",
			platform
		};
	}
}
function child(index, platform, way) {
	const { plan, attempt, look } = way;
	const entries = index.entries.map((entry) => entry.platform);
	const choice = chooseChild(platform, entries, plan.environment.runtime);
	const offered = offeredBy(index);
	if (choice.kind === "depends-on-runtime") return {
		kind: choice.kind,
		on: choice.on,
		platform,
		offered
	};
	const entry = choice.kind === "match" ? index.entries[choice.position] : void 0;
	if (entry === void 0) return {
		kind: "no-match",
		platform,
		offered
	};
	const { digest } = entry;
	const found = askForPart(plan, attempt, (place) => look.exists({
		ask: "exists",
		content: "manifest",
		digest,
		...place
	}));
	return found && {
		kind: "child",
		platform,
		entry,
		child: found,
		blobs: []
	};
}
function single$1({ config }, platform, way) {
	if (!isImageConfig(config.mediaType)) return {
		kind: "unread",
		platform
	};
	const { plan, attempt, look } = way;
	const read = askForPart(plan, attempt, (place) => look.config({
		ask: "config",
		config,
		...place
	}));
	return read && {
		kind: "single",
		platform,
		config: read,
		blobs: []
	};
}
/** Whether a config descriptor is that of a container image (OCI image spec manifest.md; Docker schema 2). */
function isImageConfig(mediaType) {
	return mediaType === "application/vnd.oci.image.config.v1+json" || mediaType === "application/vnd.docker.container.image.v1+json";
}
/** What an index offers to nodes, attestations left out. */
function offeredBy(index) {
	const real = index.entries.flatMap(({ platform }) => platform === void 0 ? [] : [platform]).filter(({ os, architecture }) => os !== "unknown" && architecture !== "unknown" && os !== "");
	return [...new Set(real.map(formatPlatform))];
}

// src/judge/child.ts
/** The entry of an index that a node takes, and the manifest behind it. */
function judgeChild(plan, evidence) {
	const flaw = flawOf(plan, evidence);
	const platform = formatPlatform(evidence.platform);
	if (flaw !== void 0) return {
		platform: {
			platform,
			verdict: flaw.verdict
		},
		draft: {
			...flaw,
			platform
		}
	};
	const { entry, child } = evidence;
	return judgePart(plan, {
		platform,
		digest: entry.digest,
		answer: child,
		missing: "child-manifest-missing"
	});
}
/** What is wrong with the entry itself. */
function flawOf(plan, { platform, entry }) {
	const { mediaType, digest, size } = entry;
	const args = {
		...subject(plan),
		platform: formatPlatform(platform),
		mediaType
	};
	const invalid = {
		code: "manifest-invalid",
		args: {
			...args,
			reason: "shape"
		}
	};
	const says = (detail) => ({
		...invalid,
		args: {
			...invalid.args,
			detail
		}
	});
	if (!isManifestType(mediaType)) return {
		code: "unsupported-manifest",
		verdict: unsupportedVerdict(plan),
		args: {
			...args,
			reason: "media-type"
		}
	};
	if (!isDigest(digest)) return {
		...says("the entry has no valid digest"),
		verdict: "unpullable"
	};
	return size < 0 ? {
		...says("the entry has a negative size"),
		verdict: "unknown"
	} : void 0;
}
function isManifestType(mediaType) {
	const kind = kindOfMediaType(mediaType);
	return kind === "index" || kind === "manifest";
}
/** CRI-O still takes schema 1, and guesses at types that it does not know (containers/image, manifest.go). */
function unsupportedVerdict({ environment }) {
	return environment.runtime === "cri-o" ? "unknown" : "unpullable";
}
/** A manifest or blob that the pull needs. */
function judgePart(plan, { platform, digest, answer, missing }) {
	const draft = partDraft(answer, {
		code: missing,
		args: {
			...subject(plan),
			platform,
			digest
		},
		platform
	});
	return {
		platform: {
			platform,
			verdict: draft?.verdict ?? "pullable",
			digest
		},
		draft
	};
}
function partDraft(answer, { code, args, platform }) {
	switch (answer.kind) {
		case "found": return;
		case "absent": return {
			code,
			verdict: "unpullable",
			args,
			platform,
			answers: [answer]
		};
		case "refused": return {
			code: "access-denied",
			verdict: "unknown",
			args: {
				...args,
				status: answer.status,
				reason: "part-refused"
			},
			platform,
			answers: [answer]
		};
		case "failed":
		case "limited":
		case "blocked": return {
			...unanswered(answer, args),
			platform,
			notChecked: ["content"]
		};
	}
}

// src/judge/content.ts
/** What a node of each required platform would get from the content behind the reference. */
function judgeContent(plan, content) {
	const whole = judgeWhole(plan, content.manifest);
	if (whole !== void 0) return everywhere(plan, whole, content.manifest);
	const each = content.platforms.map((evidence) => judgePlatform(plan, evidence, content.manifest));
	return {
		platforms: each.map(({ platform }) => platform),
		drafts: each.flatMap(({ draft }) => draft ?? [])
	};
}
function everywhere(plan, draft, manifest) {
	const { verdict } = draft;
	return {
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict,
			digest: manifest.digest
		})),
		drafts: [draft]
	};
}
/** What is wrong with the manifest itself, whatever the platform. */
function judgeWhole(plan, manifest) {
	const args = {
		...subject(plan),
		mediaType: manifest.mediaType
	};
	switch (manifest.kind) {
		case "unsupported": return {
			code: "unsupported-manifest",
			verdict: unsupportedVerdict(plan),
			args: {
				...args,
				reason: manifest.why
			}
		};
		case "invalid": return {
			code: "manifest-invalid",
			verdict: "unpullable",
			args: {
				...args,
				reason: manifest.why,
				detail: manifest.detail
			}
		};
		case "unread": return unread$1(plan, manifest);
		case "manifest": return isImage(manifest) ? void 0 : artifact$1(plan, manifest);
		case "index": return;
	}
}
function unread$1(plan, { because }) {
	const args = subject(plan);
	const answers = [because];
	switch (because.kind) {
		case "failed":
		case "limited":
		case "blocked": return {
			...unanswered(because, args),
			notChecked: ["platform", "content"]
		};
		case "refused": return {
			code: "access-denied",
			verdict: "unknown",
			answers,
			args: {
				...args,
				status: because.status,
				reason: "body-refused"
			}
		};
		case "absent": return {
			code: "registry-error",
			verdict: "unknown",
			answers,
			args: {
				...args,
				reason: "head-and-get-differ"
			}
		};
	}
}
function isLayer({ mediaType }) {
	return /^application\/vnd\.(oci\.image\.layer|docker\.image\.rootfs)\./.test(mediaType);
}
function isImage({ config, layers }) {
	return isImageConfig(config.mediaType) && (layers.length === 0 || layers.some(isLayer));
}
/**
* An artifact of another kind. Measured on containerd 1.7 to 2.4: both implementations pull one with config and layers of
* its own types; one that reuses those of an image fails the local pull only, which unpacks it.
*/
function artifact$1(plan, { config, layers, artifactType }) {
	const hasConfig = isImageConfig(config.mediaType);
	const own = hasConfig ? layers[0] : config;
	return {
		code: "not-an-image",
		verdict: artifactVerdict(plan, hasConfig || layers.some(isLayer)),
		severity: "error",
		args: {
			...subject(plan),
			mediaType: artifactType ?? own?.mediaType
		}
	};
}
function artifactVerdict({ environment }, looksLikeImage) {
	switch (environment.runtime) {
		case "cri-o": return "unknown";
		case "containerd-transfer": return "pullable";
		case "containerd-local": return looksLikeImage ? "unpullable" : "pullable";
		case "containerd": return looksLikeImage ? "unknown" : "pullable";
	}
}
function judgePlatform(plan, evidence, manifest) {
	const platform = formatPlatform(evidence.platform);
	const args = {
		...subject(plan),
		platform
	};
	const say = (code, verdict, more) => ({
		platform: {
			platform,
			verdict
		},
		draft: {
			code,
			verdict,
			platform,
			args: {
				...args,
				...more
			},
			notChecked: ["content"]
		}
	});
	switch (evidence.kind) {
		case "no-match": return say("platform-missing", "unpullable", { offered: evidence.offered });
		case "depends-on-runtime": return say("platform-depends-on-runtime", "unknown", {
			offered: evidence.offered,
			reason: evidence.on
		});
		case "unread": return { platform: {
			platform,
			verdict: "unknown"
		} };
		case "child": return judgeChild(plan, evidence);
		case "single": return single(plan, evidence, manifest);
	}
}
function single(plan, evidence, manifest) {
	const platform = formatPlatform(evidence.platform);
	const digest = manifest.digest;
	const { config } = evidence;
	if (config.kind !== "found") return judgePart(plan, {
		platform,
		digest,
		answer: config,
		missing: "blob-missing"
	});
	const verdict = {
		platform,
		verdict: "pullable",
		digest
	};
	if (runsOn(evidence.platform, config.value)) return { platform: verdict };
	return {
		platform: verdict,
		draft: {
			code: "wrong-architecture",
			verdict: "pullable",
			platform,
			args: {
				...subject(plan),
				platform,
				offered: [formatPlatform(config.value)]
			}
		}
	};
}
function runsOn(platform, config) {
	if (config.os === "" && config.architecture === "") return true;
	return only(platform, [config]).length > 0;
}

// src/judge/node-route.ts
/** What the node's own registry configuration forbids, before anybody is asked. */
function blockedRoute(plan, obstacle) {
	const args = {
		...subject(plan),
		path: obstacle.file
	};
	const verdict = "unpullable";
	if (obstacle.code === "short-name-ambiguous") return {
		code: obstacle.code,
		verdict,
		args: {
			...args,
			offered: obstacle.registries
		}
	};
	return {
		code: obstacle.code,
		verdict,
		args: {
			...args,
			reason: obstacle.reason,
			detail: obstacle.detail
		}
	};
}
/** Hosts that a node tries in vain before it comes to the one that has the image: the pull goes well, but not as meant. */
function missedHosts(plan, { attempt }) {
	return attempt.tries.flatMap(({ host, answer }) => {
		if (answer.kind !== "failed" && answer.kind !== "limited") return [];
		if (answer.kind === "failed" && answer.failure === "credential-withheld") return [];
		const [reason, detail] = answer.kind === "failed" ? [answer.failure, answer.detail] : ["limited", answer.message];
		const args = {
			...subject(plan),
			host: host.host.authority,
			reason,
			detail
		};
		return [{
			code: "registry-unreachable",
			verdict: "pullable",
			severity: "notice",
			answers: [answer],
			args
		}];
	});
}

// src/judge/judge-use.ts
/** From the first layer to the last; the first that is broken is the root cause. */
function judgeUse(plan, evidence, withoutSecrets) {
	const early = beforeAsking(plan);
	if (evidence === void 0) return unasked(plan, early);
	if (early !== void 0) return closed$1(plan, early, secretNotes(plan, early));
	const access = judgeAccess({
		plan,
		evidence,
		withoutSecrets
	});
	if (access.kind === "closed") return closed$1(plan, access.draft, secretNotes(plan, access.draft));
	if (evidence.content === void 0) throw new Error(`no content was looked at for ${plan.use.image}`);
	const { platforms, drafts } = judgeContent(plan, evidence.content);
	return {
		verdict: foldVerdicts(platforms.map(({ verdict }) => verdict)),
		platforms,
		assumptions: access.assumptions,
		drafts: [
			...drafts,
			...access.draft ? [access.draft] : [],
			...missedHosts(plan, evidence.content),
			...secretNotes(plan)
		]
	};
}
/** What needs no question: the name, the policy, the platforms and a secret that stops the kubelet. */
function beforeAsking(plan) {
	const { reference, credentials, use, pullPolicy } = plan;
	const args = subject(plan);
	if (reference.kind === "reference-error") {
		const code = reference.written === "" ? "empty-reference" : "invalid-reference";
		const { code: reason, detail } = reference.reason;
		return {
			code,
			verdict: "unpullable",
			args: {
				...args,
				reason,
				detail
			}
		};
	}
	if (pullPolicy === "Never") return {
		code: "never-pull",
		verdict: "not-checked",
		args
	};
	if (plan.platforms.length === 0) return {
		code: "no-node-for-workload",
		verdict: "not-checked",
		args
	};
	if (credentials.undecodable === void 0) return plan.obstacle && blockedRoute(plan, plan.obstacle);
	const { secret, error } = credentials.undecodable;
	const namespace = use.workload.namespace;
	return {
		code: "pull-secret-invalid",
		verdict: "unpullable",
		args: {
			...args,
			secrets: [secret],
			detail: error,
			namespace
		}
	};
}
/** The inventory alone: what is wrong without asking is said, the verdict stays open. */
function unasked(plan, early) {
	const verdict = "not-checked";
	return {
		verdict,
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict
		})),
		assumptions: [],
		drafts: [...early !== void 0 && early.code !== "never-pull" && early.code !== "no-node-for-workload" ? [early] : [], ...secretNotes(plan)]
	};
}
function closed$1(plan, draft, notes) {
	const { verdict } = draft;
	return {
		verdict,
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict
		})),
		assumptions: [],
		drafts: [draft, ...notes]
	};
}
/**
* What a person should know of the secrets that are named. That none matches is normal for an image of another
* registry, so it is only said where the pull ends at the door.
*/
function secretNotes({ credentials, use }, cause) {
	const atTheDoor = cause?.code === "not-found-or-private" || cause?.code === "access-denied" || cause?.code === "no-pull-secret";
	const verdict = cause?.verdict ?? "pullable";
	return credentials.notes.filter(({ code }) => code !== "pull-secret-no-match" || atTheDoor).map(({ code, secret, detail }) => ({
		code,
		verdict,
		ofImage: false,
		args: {
			secrets: [secret],
			namespaces: detail,
			namespace: use.workload.namespace,
			reason: detail[0],
			serviceAccount: credentials.serviceAccount
		}
	}));
}
const worstFirst$1 = [
	"unpullable",
	"unknown",
	"pullable",
	"not-checked"
];
/** The worst of several verdicts. */
function foldVerdicts(verdicts) {
	return worstFirst$1.find((verdict) => verdicts.includes(verdict)) ?? "not-checked";
}

// src/judge/merge.ts
/** One finding a cause: the same fact about the same image and environment lists all its uses. */
function mergeFindings(findings) {
	return [...Map.groupBy(findings, identity).values()].flatMap(([first, ...others]) => {
		if (first === void 0) return [];
		const uses = new Set([first, ...others].flatMap((finding) => finding.uses));
		return [{
			...first,
			uses: [...uses]
		}];
	});
}
function identity({ code, image, environment, platform, args, place, ignored }) {
	const { reason, secrets, path, digest } = args;
	return JSON.stringify([
		code,
		image,
		environment,
		platform,
		reason,
		secrets,
		path,
		digest,
		image ? null : args.namespace,
		place,
		ignored
	]);
}

// src/judge/node-files.ts
const severities$1 = {
	"hosts-file-discarded": "warning",
	"certificate-missing": "notice",
	"rewrite-ignored": "notice",
	"registries-conf-invalid": "error",
	absent: "error",
	denied: "error",
	outside: "error",
	unreadable: "error"
};
/** What a person should know of the files that say how the nodes come to registries. */
function nodeFiles(notes) {
	return notes.map(({ file, line, why, detail }) => ({
		code: "unreadable-document",
		verdict: "not-checked",
		severity: severities$1[why],
		ofImage: false,
		args: {
			path: file,
			reason: `node-${why}`,
			detail
		},
		place: {
			file,
			line
		}
	}));
}

// src/judge/project-policy.ts
/** What the project itself forbids, whether or not it can be pulled. */
function projectPolicy(plan, policy, verdict) {
	const { reference } = plan;
	if (reference.kind === "reference-error") return [];
	const args = subject(plan);
	const drafts = [];
	if (reference.digest === null && args.tag === "latest") drafts.push({
		code: "latest-tag",
		verdict,
		args
	});
	if (reference.digest === null) drafts.push({
		code: "digest-required",
		verdict,
		args
	});
	if (!isAllowed(`${reference.domain}/${reference.path}`, policy.allowedRegistries)) drafts.push({
		code: "registry-not-allowed",
		verdict,
		args
	});
	return drafts;
}
/** An entry is a registry or a path below one, matched at a `/`. */
function isAllowed(name, allowed) {
	return allowed.length === 0 || allowed.some((entry) => name === entry || name.startsWith(`${entry.replace(/\/$/, "")}/`));
}

// src/judge/severity.ts
/**
* How much a draft weighs: the user's rule for its code, else what the judging said, else the default. An error whose
* outcome could not be told is a warning.
*/
function severityOf(draft, policy) {
	const set = policy.severities.get(draft.code);
	if (set !== void 0) return set;
	if (draft.code === "registry-not-allowed" && policy.allowedRegistries.length > 0) return "error";
	const severity = draft.severity ?? defaultSeverity(draft.code);
	return severity === "error" && draft.verdict === "unknown" ? "warning" : severity;
}

// src/judge/judge.ts
/** Verdicts and findings, from facts alone. */
function judge(given) {
	const { request, rendered, inventory, problems } = given;
	const context = {
		request,
		ignored: ignoreMatcher(request.policy.ignores, given.today)
	};
	const judged = given.plans.map((plan) => judgePlan(plan, given.evidence, context));
	const placed = [...coverage(rendered, inventory, problems), ...nodeFiles(given.nodeNotes ?? [])].map((draft) => finding(draft, void 0, context));
	const findings = [...judged.flatMap(({ findings }) => findings), ...placed].filter(({ severity }) => severity !== "off");
	return {
		verdicts: judged.map(({ verdict }) => verdict),
		findings: mergeFindings(findings)
	};
}
function judgePlan(plan, evidence, context) {
	const { request } = context;
	const judged = judgeUse(plan, evidence?.get(plan), request.withoutSecrets);
	const drafts = [...judged.drafts, ...projectPolicy(plan, request.policy, judged.verdict)];
	return {
		verdict: useVerdict(plan, judged),
		findings: drafts.map((draft) => finding(draft, plan, context))
	};
}
function useVerdict(plan, judged) {
	const { known } = plan.credentials;
	return {
		use: plan.use.id,
		environment: plan.environment.name,
		verdict: judged.verdict,
		platforms: judged.platforms,
		assumptions: judged.assumptions,
		credentials: known.length > 0 ? known.map(accessName) : ["anonymous"]
	};
}
function finding(draft, plan, { request, ignored }) {
	const rule = plan && ignored(draft.code, plan.reference);
	return {
		code: draft.code,
		layer: layerOf(draft.code),
		severity: severityOf(draft, request.policy),
		verdict: draft.verdict,
		image: plan && draft.ofImage !== false ? subject(plan).reference : void 0,
		environment: plan?.environment.name,
		platform: draft.platform,
		uses: plan ? [plan.use.id] : [],
		args: draft.args,
		trail: (draft.answers ?? []).flatMap((answer) => answer.trail),
		notChecked: draft.notChecked ?? [],
		place: draft.place,
		ignored: rule && { reason: rule.reason }
	};
}

// src/node/certificates.ts
/** Reads the certificates of a host. What is not in the tree can't be known: nodes hold it, we ask without it. */
async function readTls(host, place) {
	const ca = (await Promise.all(host.ca.map((path) => pem(path, place)))).filter((text) => text !== void 0);
	const [pair] = host.client;
	return {
		skipVerify: host.skipVerify,
		ca: ca.length > 0 ? ca.join("\n") : void 0,
		client: pair && await clientOf(pair, place),
		isConfigured: host.skipVerify !== void 0 || host.ca.length > 0 || host.client.length > 0
	};
}
async function clientOf([path, keyPath], place) {
	const certificate = await pem(path, place);
	const key = keyPath === "" ? certificate : await pem(keyPath, place);
	return certificate === void 0 || key === void 0 ? void 0 : {
		certificate,
		key: new Secret(key)
	};
}
async function pem(written, { files, folder, note }) {
	const name = written.startsWith("/") ? written.split("/").at(-1) ?? "" : written;
	const result = await files.read(`${folder}/${name}`);
	if (result.kind === "text" && /-----BEGIN [A-Z ]+-----/.test(result.text)) return result.text;
	note({
		file: `${folder}/hosts.toml`,
		why: "certificate-missing",
		detail: written
	});
}

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse$1(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}

// node_modules/smol-toml/dist/stringify.js
let HAS_WELLFORMED = !!"".isWellFormed;

// src/node/parse-toml.ts
/** Reads TOML of a given shape; what the shape does not name is let pass, as the runtimes do. */
function parseToml(text, shape) {
	try {
		const checked = shape.safeParse(parse$1(text, { maxDepth: 32 }));
		if (checked.success) return {
			kind: "parsed",
			value: checked.data
		};
		const [issue] = checked.error.issues;
		return {
			kind: "wrong",
			why: `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "wrong type"}`,
			line: lineOf(text, issue?.path.at(-1))
		};
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		return {
			kind: "wrong",
			why: firstLine(error.message),
			line: error.line
		};
	}
}
/** The line on which a word first stands, where it does. */
function lineOf(text, word) {
	if (typeof word !== "string" || word === "") return void 0;
	const at = text.indexOf(word);
	return at < 0 ? void 0 : text.slice(0, at).split("\n").length;
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? text;
}

// src/node/written-host.ts
/** The settings of one host, or of the whole file, as hosts.toml writes them (containerd docs/hosts.md). */
const writtenHostShape = looseObject({
	capabilities: array(string()).optional(),
	ca: unknown().optional(),
	client: unknown().optional(),
	skip_verify: boolean().optional(),
	header: record(string(), unknown()).optional(),
	override_path: boolean().optional(),
	dial_timeout: string().optional(),
	rewrite: unknown().optional()
});
/** Reads one host (containerd core/remotes/docker/config/hosts.go, parseHostConfig). */
function writtenHost({ url, settings }, complain) {
	const capabilities = (settings.capabilities ?? []).map((word) => word.toLowerCase());
	for (const word of capabilities) if (!known$2.has(word)) complain(`unknown capability ${word}`, word);
	const has = (word) => capabilities.length === 0 || capabilities.includes(word);
	const { dial_timeout: timeout = "" } = settings;
	if (!/^(?:|0|[+-]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+)$/.test(timeout)) complain(`invalid duration ${timeout}`, timeout);
	return {
		address: addressOf(url, settings.override_path === true, complain),
		pulls: has("pull"),
		resolves: has("resolve"),
		skipVerify: settings.skip_verify,
		ca: textsOf("ca", settings.ca, complain),
		client: pairs(settings.client, complain),
		headers: headersOf(settings.header ?? {}, complain),
		hasRewrite: settings.rewrite !== void 0
	};
}
const known$2 = /* @__PURE__ */ new Set([
	"pull",
	"resolve",
	"push",
	"referrers"
]);
function addressOf(written, overridesPath, complain) {
	if (written === "") return void 0;
	const text = written.startsWith("http") ? written : `https://${written}`;
	if (!/^https?:\/\//i.test(text)) return void 0;
	const url = URL.parse(text);
	if (url === null) {
		complain(`unable to parse server ${written}`, written);
		return;
	}
	const path = url.pathname.replace(/\/+$/, "");
	return {
		scheme: url.protocol === "http:" ? "http" : "https",
		authority: url.host,
		path: overridesPath || path.endsWith("/v2") ? path : `${path}/v2`
	};
}
function headersOf(written, complain) {
	const read = Object.entries(written).map(([name, value]) => [name, textsOf(name, value, complain).join(", ")]);
	return Object.fromEntries(read);
}
function textsOf(key, value, complain) {
	if (value === void 0) return [];
	if (typeof value === "string") return [value];
	if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
	complain(`invalid type for "${key}"`, key);
	return [];
}
function pairs(value, complain) {
	if (value === void 0) return [];
	return (Array.isArray(value) ? value : [value]).map((one) => {
		const [certificate = "", key = "", ...more] = textsOf("client", one, complain);
		if (Array.isArray(one) && (more.length > 0 || key === "")) complain("invalid pair for \"client\"", "client");
		return [certificate, key];
	});
}

// src/node/hosts-file.ts
const shape$1 = writtenHostShape.extend({
	server: string().optional(),
	host: record(string(), writtenHostShape).optional()
});
const mostHosts = 32;
/**
* The hosts of a hosts.toml in the order in which containerd tries them: those of `[host."…"]` tables as the file lists
* them, then `server`, or without one the registry itself (core/remotes/docker/config/hosts.go, parseHostsFile).
*/
function parseHostsFile(text) {
	const parsed = parseToml(text, shape$1);
	if (parsed.kind === "wrong") return {
		kind: "discarded",
		why: parsed.why,
		line: parsed.line
	};
	const { server = "", host = {}, ...own } = parsed.value;
	const faults = [];
	const read = (url, settings) => writtenHost({
		url,
		settings
	}, (why, word) => void faults.push({
		why,
		word
	}));
	const hosts = Object.entries(host).filter(([url]) => hasTable(text, url)).slice(0, mostHosts).map(([url, settings]) => read(url, settings));
	const last = upstream(read(server, own));
	const [fault] = faults;
	if (fault === void 0) return {
		kind: "hosts",
		hosts: [...hosts, last]
	};
	return {
		kind: "discarded",
		why: fault.why,
		line: lineOf(text, fault.word)
	};
}
function hasTable(text, url) {
	return text.split("\n").some((line) => /^\s*\[\s*host\s*\./.test(line) && line.includes(url));
}
function upstream(own) {
	return own.address === void 0 ? {
		...own,
		pulls: true,
		resolves: true
	} : own;
}

// src/node/hosts-tree.ts
/** The folders of a certs.d tree by their names, and what a person should know of their files. */
async function readHostsTree(root, files) {
	const notes = [];
	const listed = await files.list(root);
	if (listed.kind !== "entries") {
		const why = listed.kind === "not-a-folder" ? "unreadable" : listed.kind;
		return {
			folders: /* @__PURE__ */ new Map(),
			notes: [{
				file: root,
				why,
				detail: ""
			}]
		};
	}
	const names = listed.entries.filter(({ kind }) => kind === "folder").map(({ name }) => name);
	const note = (one) => void notes.push(one);
	const folders = await Promise.all(names.map(async (name) => [name, await readFolder({
		files,
		folder: `${root}/${name}`,
		note
	}, files)]));
	return {
		folders: new Map(folders),
		notes
	};
}
async function readFolder(place, files) {
	const file = `${place.folder}/hosts.toml`;
	const read = await files.read(file);
	if (read.kind !== "text" || read.text === "") return certificateFiles(place, files);
	const parsed = parseHostsFile(read.text);
	if (parsed.kind === "discarded") {
		place.note({
			file,
			line: parsed.line,
			why: "hosts-file-discarded",
			detail: parsed.why
		});
		return certificateFiles(place, files);
	}
	if (parsed.hosts.some(({ hasRewrite }) => hasRewrite)) place.note({
		file,
		why: "rewrite-ignored",
		detail: ""
	});
	return { hosts: await Promise.all(parsed.hosts.map((host) => rule$1(host, place))) };
}
/** Without a hosts.toml, files named as Docker's: `*.crt` authorities, `*.cert` with `*.key` of the client. */
async function certificateFiles(place, files) {
	const listed = await files.list(place.folder);
	const names = listed.kind === "entries" ? listed.entries.filter(({ kind }) => kind === "file").map(({ name }) => name) : [];
	const certificates = names.filter((name) => name.endsWith(".cert"));
	return { hosts: [await rule$1({
		pulls: true,
		resolves: true,
		ca: names.filter((name) => name.endsWith(".crt")),
		client: certificates.map((name) => [name, keyBeside(name, names)]),
		headers: {},
		hasRewrite: false
	}, place)] };
}
function keyBeside(certificate, names) {
	const key = certificate.replace(/\.cert$/, ".key");
	return names.includes(key) ? key : "";
}
async function rule$1(written, place) {
	const { address, pulls, resolves, headers } = written;
	return {
		address,
		pulls,
		resolves,
		headers,
		tls: await readTls(written, place)
	};
}

// src/reference/digest.ts
/** Hex digits of the digest algorithms that the kubelet and the runtimes know (opencontainers/go-digest). */
const lengths = /* @__PURE__ */ new Map([
	["sha256", 64],
	["sha384", 96],
	["sha512", 128]
]);
/** What is wrong with a digest that matches the reference grammar; undefined if nothing is. */
function digestError(digest) {
	const [algorithm = "", encoded = ""] = digest.split(":");
	const length = lengths.get(algorithm);
	if (length === void 0) return /[A-Z]/.test(algorithm) ? "digest-format" : "digest-unsupported";
	if (encoded.length !== length) return "digest-length";
	return /^[0-9a-f]+$/.test(encoded) ? void 0 : "digest-format";
}

// src/reference/domain.ts
/**
* Tells the registry from the path (distribution/reference normalize.go, splitDockerDomain): the text before the first
* `/` is a host if it is `localhost`, has a `.`, a `:` or an upper-case letter; all else is on Docker Hub.
*/
function splitDomain(name) {
	const slash = name.indexOf("/");
	if (slash < 0) return {
		domain: "docker.io",
		rest: `library/${name}`
	};
	const first = name.slice(0, slash);
	const split = looksLikeHost(first) ? {
		domain: first,
		rest: name.slice(slash + 1)
	} : {
		domain: "docker.io",
		rest: name
	};
	const domain = split.domain === "index.docker.io" ? "docker.io" : split.domain;
	return {
		domain,
		rest: domain === "docker.io" && !split.rest.includes("/") ? `library/${split.rest}` : split.rest
	};
}
function looksLikeHost(text) {
	return text === "localhost" || text.includes(".") || text.includes(":") || text.toLowerCase() !== text;
}

// src/reference/grammar.ts
const label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
const domain = `${`(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])`}(?::[0-9]+)?`;
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const path$1 = `${component}(?:/${component})*`;
const reference$1 = new RegExp(`^(?:(?<domain>${domain})/)?(?<path>${path$1})(?::(?<tag>[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
const wholeDomain = new RegExp(`^${domain}$`);
const wholePath = new RegExp(`^${path$1}$`);
/** Matches `[domain/]path[:tag][@digest]`, or gives undefined. */
function matchReference(text) {
	const groups = reference$1.exec(text)?.groups;
	if (groups === void 0) return void 0;
	return {
		domain: groups["domain"] ?? "",
		path: groups["path"] ?? "",
		tag: groups["tag"] ?? null,
		digest: groups["digest"] ?? null
	};
}
/** Whether a text is a host with or without a port. */
function isDomain(text) {
	return wholeDomain.test(text);
}
/** Whether a text is a repository's path. */
function isPath(text) {
	return wholePath.test(text);
}

// src/reference/residue.ts
const leftovers = [
	/\{\{[^}]{0,200}(?:\}\})?/,
	/\$\{[^}]{0,200}\}?/,
	/\$\([^)]{0,200}\)?/,
	/<no value>|<nil>/i,
	/%!\w?\([^)]{0,200}\)?/,
	/\{[^}]{0,200}\}/,
	/<[^>]{0,200}>/,
	/\$\w+/,
	/%\w+%/,
	/@\w+@/
];
/** The first piece of a text that a template was meant to replace; undefined if there is none. */
function residue(text) {
	for (const leftover of leftovers) {
		const found = leftover.exec(text);
		if (found !== null) return found[0];
	}
}

// src/reference/reason.ts
/**
* Why a text is no reference, in the terms of the person who wrote it: what it was meant to be comes before the rule
* of the grammar that it breaks. `written` is one that does not parse.
*/
function explain$1(written, error) {
	if (written === "") return say("empty", "");
	if (error === "hex64") return say("image-id", written);
	if (error === "too-long") return say("path-too-long", written);
	return wholeText(written) ?? named$2(written) ?? say("path-characters", written);
}
function say(code, detail) {
	return {
		code,
		detail: detail.slice(0, 80)
	};
}
function wholeText(written) {
	const left = residue(written);
	if (left !== void 0) return say("template-residue", left);
	const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(written);
	if (scheme !== null) return say("url-scheme", scheme[0]);
	return /\s/.test(written) ? say("white-space", written) : void 0;
}
function named$2(written) {
	const at = written.indexOf("@");
	const { name, tag } = splitTag(at < 0 ? written : written.slice(0, at));
	const digest = at < 0 ? void 0 : written.slice(at + 1);
	return nameReason(name) ?? tagReason(tag) ?? digestReason(digest);
}
function splitTag(text) {
	const colon = text.indexOf(":", text.lastIndexOf("/") + 1);
	return colon < 0 ? {
		name: text,
		tag: void 0
	} : {
		name: text.slice(0, colon),
		tag: text.slice(colon + 1)
	};
}
function nameReason(name) {
	if (name === "") return say("missing-name", "");
	const { domain, rest } = splitDomain(name);
	const path = rest.startsWith("library/") && !name.includes("/") ? name : rest;
	if (path.split("/").includes("")) return say("empty-path-part", name);
	if (path.toLowerCase() !== path) return say("upper-case", path);
	if (!isPath(path)) return say("path-characters", path);
	return isDomain(domain) ? void 0 : hostReason(domain);
}
function hostReason(domain) {
	const [host = "", port] = domain.split(/:(?=[^:\]]*$)/);
	return port !== void 0 && !/^\d+$/.test(port) && isDomain(host) ? say("port", domain) : say("host", domain);
}
function tagReason(tag) {
	if (tag === void 0) return void 0;
	if (tag === "") return say("empty-tag", "");
	if (tag.includes(":")) return say("several-tags", tag);
	if (/^[\w.+-]+$/.test(tag) && tag.includes("+")) return say("plus-in-tag", tag);
	if (!/^\w[\w.-]*$/.test(tag)) return say("tag-characters", tag);
	return tag.length > 128 ? say("tag-too-long", tag) : void 0;
}
function digestReason(digest) {
	if (digest === void 0) return void 0;
	if (digest === "" || digest.endsWith(":")) return say("empty-digest", digest);
	const [algorithm = "", encoded, ...more] = digest.split(":");
	if (encoded === void 0) return say("digest-without-algorithm", digest);
	if (more.length > 0) return say("tag-after-digest", more.join(":"));
	if (/^sha(256|384|512)$/i.test(algorithm) && /^[0-9a-f]+$/i.test(encoded)) return knownDigest(algorithm, encoded);
	return say(/^[0-9a-f]+$/i.test(encoded) ? "digest-algorithm" : "digest-characters", digest);
}
function knownDigest(algorithm, encoded) {
	const digest = `${algorithm}:${encoded}`;
	if (encoded.length !== Number(algorithm.slice(3)) / 4) return say("digest-length", digest);
	return say(digest === digest.toLowerCase() ? "digest-characters" : "digest-upper-case", digest);
}

// src/reference/parse.ts
/**
* Longest text that is looked at. A valid path, tag and digest have at most 255, 128 and 135 characters and a host name
* 253 (RFC 1035, 2.3.4), so nothing that a registry could serve is longer.
*/
const longest$3 = 4096;
/** Parses an image reference as the kubelet does (ParseNormalizedNamed), with its order of errors. */
function parseReference(written) {
	if (written.length > longest$3) return tooLong(written);
	if (/^[a-f0-9]{64}$/.test(written)) return failure$2(written, "hex64");
	const { domain, rest } = splitDomain(written);
	const name = rest.split(":", 1)[0] ?? "";
	if (name.toLowerCase() !== name) return failure$2(written, "uppercase");
	const full = `${domain}/${rest}`;
	const parts = matchReference(full);
	if (parts === void 0) return failure$2(written, matchReference(full.toLowerCase()) ? "uppercase" : "format");
	if (parts.path.length > 255) return failure$2(written, "too-long");
	const wrong = parts.digest === null ? void 0 : digestError(parts.digest);
	return wrong === void 0 ? reference(written, parts) : failure$2(written, wrong);
}
function tooLong(written) {
	return {
		kind: "reference-error",
		written,
		error: "too-long",
		reason: {
			code: "too-long",
			detail: ""
		}
	};
}
function reference(written, parts) {
	const { domain, path, tag, digest } = parts;
	const repository = domain === "" ? path : `${domain}/${path}`;
	const tagged = `${repository}:${tag ?? "latest"}`;
	if (digest === null) return {
		kind: "reference",
		written,
		...parts,
		repository,
		normalized: tagged,
		pull: tagged
	};
	const pull = `${repository}@${digest}`;
	const normalized = tag === null ? pull : `${tagged}@${digest}`;
	return {
		kind: "reference",
		written,
		...parts,
		repository,
		normalized,
		pull
	};
}
function failure$2(written, error) {
	return {
		kind: "reference-error",
		written,
		error,
		reason: explain$1(written, error)
	};
}

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

// src/node/load.ts
/** Reads the hosts.toml trees and registries.conf files that environments name; each kind counts for its runtime. */
async function loadNodeHosts(environments, files) {
	const loaded = await Promise.all(environments.map((environment) => load(environment, files)));
	return {
		registries: new Map(environments.map(({ name }, at) => [name, loaded[at]?.registries ?? { kind: "direct" }])),
		notes: loaded.flatMap(({ notes }) => notes)
	};
}
function load(environment, files) {
	const { runtime, hostsDir, registriesConf } = environment;
	if (runtime === "cri-o" && registriesConf !== void 0) return loadConf(registriesConf, files);
	if (runtime !== "cri-o" && hostsDir !== void 0) return loadTree(hostsDir, files);
	return Promise.resolve({
		registries: { kind: "direct" },
		notes: []
	});
}
async function loadTree(root, files) {
	const { folders, notes } = await readHostsTree(root, files);
	return {
		registries: {
			kind: "hosts-tree",
			folders
		},
		notes
	};
}
async function loadConf(file, files) {
	const read = await files.read(file);
	if (read.kind !== "text") {
		const why = read.kind === "absent" || read.kind === "denied" || read.kind === "outside" ? read.kind : "unreadable";
		return {
			registries: {
				kind: "unusable",
				file,
				why
			},
			notes: [{
				file,
				why,
				detail: ""
			}]
		};
	}
	const parsed = parseRegistriesConf(read.text);
	if (parsed.kind === "conf") return {
		registries: {
			kind: "registries-conf",
			file,
			conf: parsed.conf
		},
		notes: []
	};
	const { why: detail, line } = parsed;
	return {
		registries: {
			kind: "unusable",
			file,
			why: detail
		},
		notes: [{
			file,
			line,
			why: "registries-conf-invalid",
			detail
		}]
	};
}

// src/platform/labels.ts
/** The well-known node labels that follow from a platform (kubernetes.io/docs, well-known labels and annotations). */
function labelOf(platform, key) {
	switch (key) {
		case "kubernetes.io/arch":
		case "beta.kubernetes.io/arch": return {
			kind: "known",
			value: cpuOf(platform).architecture
		};
		case "kubernetes.io/os":
		case "beta.kubernetes.io/os": return {
			kind: "known",
			value: normalizeOs(platform.os)
		};
		case "node.kubernetes.io/windows-build": return windowsBuild(platform);
		default: return { kind: "unknown" };
	}
}
function windowsBuild({ os, osVersion }) {
	if (normalizeOs(os) !== "windows") return { kind: "absent" };
	const build = /^\d+\.\d+\.\d+/.exec(osVersion ?? "")?.[0];
	return build === void 0 ? { kind: "unknown" } : {
		kind: "known",
		value: build
	};
}

// src/platform/allowed.ts
/**
* The platforms whose nodes a pod can land on: its node selector and one term of its required affinity
* (component-helpers scheduling/corev1/nodeaffinity), and its declared OS, which the kubelet insists on. Labels that a
* platform does not determine restrict nothing.
*/
function narrow(platforms, scheduling) {
	const { nodeSelector = {}, requiredTerms, os } = scheduling;
	const selected = Object.entries(nodeSelector);
	return platforms.filter((platform) => (os === void 0 || os === "" || normalizeOs(platform.os) === os) && selected.every(([key, value]) => mayBeIn(labelOf(platform, key), [value])) && (requiredTerms === void 0 || requiredTerms.some((term) => mayMatch(platform, term))));
}
function mayMatch(platform, { matchExpressions, hasFields }) {
	if (matchExpressions.length === 0) return hasFields;
	return matchExpressions.every((requirement) => mayHold(platform, requirement));
}
function mayHold(platform, { key, operator, values }) {
	const label = labelOf(platform, key);
	if (label.kind === "unknown") return true;
	switch (operator) {
		case "In": return mayBeIn(label, values);
		case "NotIn": return label.kind === "absent" || !values.includes(label.value);
		case "Exists": return label.kind === "known";
		case "DoesNotExist": return label.kind === "absent";
		case "Gt":
		case "Lt": return label.kind === "known" && compares(label.value, operator, values);
		default: return true;
	}
}
function mayBeIn(label, values) {
	return label.kind === "unknown" || label.kind === "known" && values.includes(label.value);
}
function compares(label, operator, values) {
	const [value = ""] = values;
	if (![label, value].every((text) => /^[+-]?\d{1,19}$/.test(text))) return false;
	return operator === "Gt" ? BigInt(label) > BigInt(value) : BigInt(label) < BigInt(value);
}

// src/keyring/base64.ts
const alphabet = new Map(Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (character, value) => [character, value]));
/**
* Decodes as Go's encoding/base64 does, with (`=`) or without padding: line breaks are skipped, surplus bits are not
* looked at, and the position of an error is that which Go reports.
*/
function decodeBase64(text, isPadded) {
	const errorAt = errorIn(text, isPadded);
	if (errorAt !== void 0) return { errorAt };
	const values = Array.from(text.replace(/[\r\n=]/g, ""), (character) => alphabet.get(character) ?? 0);
	const bytes = [];
	for (let at = 0; at + 1 < values.length; at += 4) bytes.push(...quantum(values.slice(at, at + 4)));
	return { bytes: bytes.join("") };
}
function quantum(values) {
	const [a = 0, b = 0, c = 0, d = 0] = values;
	const bits = a << 18 | b << 12 | c << 6 | d;
	return [
		16,
		8,
		0
	].slice(0, values.length - 1).map((shift) => String.fromCharCode(bits >> shift & 255));
}
function errorIn(text, isPadded) {
	let digits = 0;
	for (const [at, character] of Array.from(text).entries()) {
		if (character === "\r" || character === "\n") continue;
		if (alphabet.has(character)) digits++;
		else return isPadded && character === "=" ? paddingError(text, at, digits % 4) : at;
	}
	const open = digits % 4;
	return open === 1 || open > 1 && isPadded ? text.length - open : void 0;
}
function paddingError(text, at, digits) {
	if (digits < 2) return at;
	const skip = (from) => from + (/^[\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);
	const second = digits === 2 ? skip(at + 1) : at;
	if (second === text.length) return second;
	if (text[second] !== "=") return second - 1;
	const end = skip(second + 1);
	return end < text.length ? end : void 0;
}

// src/keyring/bytes.ts
/**
* Go's strings are bytes, and the kubelet compares, sorts and unescapes keys as such. Here a byte string is a string
* of which each character is one byte.
*/
function toBytes(text) {
	return /^[\0-\x7f]*$/.test(text) ? text : Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}
/** Text of a byte string; what is no UTF-8 becomes U+FFFD. */
function fromBytes(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

// src/keyring/auth.ts
/** Reads an `auth` field, base64 of `username:password` with or without padding, with the kubelet's errors. */
function readAuth(field) {
	const decoded = decodeBase64(field, field.trim().endsWith("="));
	if ("errorAt" in decoded) return {
		kind: "error",
		error: `illegal base64 data at input byte ${decoded.errorAt}`
	};
	const colon = decoded.bytes.indexOf(":");
	if (colon < 0) return {
		kind: "error",
		error: "unable to parse auth field, must be formatted as base64(username:password)"
	};
	const [username, password] = [decoded.bytes.slice(0, colon), decoded.bytes.slice(colon + 1)];
	return {
		kind: "auth",
		username: fromBytes(username),
		password: fromBytes(password)
	};
}

// src/keyring/docker-config.ts
/**
* Reads a docker config as the kubelet does with Go's encoding/json (pkg/credentialprovider/config.go): names of fields
* in any case, null for nothing, and one wrong type anywhere among the known fields spoils the whole.
*/
function readDockerConfig(text, shape) {
	const json = parseJson(text);
	if (json === void 0) return {
		kind: "error",
		error: "invalid JSON, which the API server refuses in this secret"
	};
	return shape === "dockercfg" ? readLogins(json.value, goValue) : readFile$1(json.value);
}
function parseJson(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return;
	}
}
const goValue = (field, type) => field === "" ? `Go value of type ${type}` : `Go struct field dockerConfigEntryWithAuth.${field} of type ${type}`;
const goField = (field, type) => `Go struct field DockerConfigJSON.${["auths", field].filter((name) => name !== "").join(".")} of type ${type}`;
function readFile$1(value) {
	if (value === null) return {
		kind: "config",
		logins: []
	};
	if (!isObject(value)) return mismatch(value, "Go value of type credentialprovider.DockerConfigJSON");
	const parts = fieldsOf(value, "auths").map((auths) => readLogins(auths, goField));
	return parts.find((part) => part.kind === "error") ?? wrongHeaders(value) ?? {
		kind: "config",
		logins: parts.flatMap((part) => part.kind === "config" ? part.logins : [])
	};
}
function wrongHeaders(config) {
	const place = "Go struct field DockerConfigJSON.HttpHeaders of type";
	for (const headers of fieldsOf(config, "httpheaders")) {
		if (headers === null) continue;
		if (!isObject(headers)) return mismatch(headers, `${place} map[string]string`);
		const wrong = Object.values({ ...headers }).find((header) => header !== null && typeof header !== "string");
		if (wrong !== void 0) return mismatch(wrong, `${place} string`);
	}
}
function readLogins(value, place) {
	if (value === null) return {
		kind: "config",
		logins: []
	};
	if (!isObject(value)) return mismatch(value, place("", "credentialprovider.DockerConfig"));
	const logins = [];
	for (const [key, entry] of Object.entries(value)) {
		const login = readLogin(key, entry, place);
		if (login.kind === "error") return login;
		logins.push(login);
	}
	return {
		kind: "config",
		logins
	};
}
function readLogin(key, entry, place) {
	if (entry === null) return {
		kind: "login",
		key,
		username: "",
		password: ""
	};
	if (!isObject(entry)) return mismatch(entry, place("", "credentialprovider.dockerConfigEntryWithAuth"));
	const fields = {};
	let wrong;
	for (const [written, value] of Object.entries(entry)) {
		const name = fold(written);
		if (value === null || ![
			"username",
			"password",
			"email",
			"auth"
		].includes(name)) continue;
		if (typeof value === "string") fields[name] = value;
		else wrong ??= mismatch(value, place(name, "string"));
	}
	return wrong ?? loginOf(key, fields);
}
function loginOf(key, fields) {
	const { auth = "", username = "", password = "" } = fields;
	if (auth === "") return {
		kind: "login",
		key,
		username,
		password
	};
	const read = readAuth(auth);
	return read.kind === "error" ? read : {
		...read,
		kind: "login",
		key
	};
}
function mismatch(value, place) {
	return {
		kind: "error",
		error: `json: cannot unmarshal ${Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value} into ${place}`
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function fieldsOf(value, name) {
	return Object.entries({ ...value }).flatMap(([key, field]) => fold(key) === name ? [field] : []);
}
function fold(name) {
	return name.toLowerCase().replaceAll("ſ", "s");
}

// src/keyring/ipv6.ts
const group = /^[0-9a-fA-F]{1,4}$/;
const octet = /^(?:0|[1-9][0-9]{0,2})$/;
/** Whether a text is an IPv6 address (RFC 4291, 2.2), without zone. */
function isIPv6(text) {
	const halves = text.split("::");
	if (halves.length > 2) return false;
	const groups = halves.map((half) => half === "" ? [] : half.split(":"));
	const last = groups.at(-1)?.at(-1) ?? "";
	const isMapped = last.includes(".");
	if (isMapped && !isIPv4(last)) return false;
	const written = groups.flat();
	const hex = isMapped ? written.slice(0, -1) : written;
	const count = written.length + (isMapped ? 1 : 0);
	return hex.every((part) => group.test(part)) && (halves.length === 2 ? count < 8 : count === 8);
}
function isIPv4(text) {
	const octets = text.split(".");
	return octets.length === 4 && octets.every((part) => octet.test(part) && Number(part) <= 255);
}

// src/keyring/url.ts
const hostBytes = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\x80-\xff]*$/;
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
/**
* Parses an http or https URL (a byte string) as Go's net/url does: undefined where Go reports an error. User info,
* query and fragment are dropped. Brackets inside a host (`g[a-h]cr.io`, a pattern) pass, as they do in the Go versions
* up to 1.25 that kubelets are built with.
*/
function parseUrl(url) {
	const [beforeFragment = "", ...fragment] = url.split("#");
	if (/[\0-\x1f\x7f]/.test(beforeFragment) || unescape(fragment.join("#")) === void 0) return void 0;
	const rest = beforeFragment.slice(beforeFragment.indexOf("://") + 3).split("?", 1)[0] ?? "";
	const slash = rest.indexOf("/");
	const host = hostOf$3(slash < 0 ? rest : rest.slice(0, slash));
	const path = unescape(slash < 0 ? "" : rest.slice(slash));
	return host === void 0 || path === void 0 ? void 0 : {
		host,
		path
	};
}
function hostOf$3(authority) {
	const at = authority.lastIndexOf("@");
	const info = authority.slice(0, Math.max(at, 0));
	if (!userInfo.test(info) || unescape(info) === void 0) return void 0;
	const host = authority.slice(at + 1);
	if (host.startsWith("[")) return bracketed(host);
	const colon = host.indexOf(":");
	if (colon >= 0 && !/^:[0-9]*$/.test(host.slice(colon))) return void 0;
	return unescapeHost(host);
}
function bracketed(host) {
	const [, address] = /^\[([^[\]]*)\](?::[0-9]*)?$/.exec(host) ?? [];
	return address !== void 0 && isIPv6(address) ? host : void 0;
}
function unescape(text) {
	if (/%(?![0-9a-fA-F]{2})/.test(text)) return void 0;
	return text.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
function unescapeHost(text) {
	if (/%(?!25)[0-7]/.test(text) || !hostBytes.test(text.replaceAll("%", ""))) return void 0;
	return unescape(text);
}

// src/keyring/shown-key.ts
/**
* A key without its user info, which may hold a password. Where the user info (or what follows an `@` for another
* reason) makes the kubelet skip the key, words stand for it that no URL may have there, so that it stays skipped.
*/
function shownKey(written) {
	const [, scheme = "", rest = ""] = /^(https?:\/\/)?(.*)$/s.exec(written) ?? [];
	if (!rest.includes("@")) return written;
	if (!(parseUrl(`https://${toBytes(rest)}`) !== void 0)) return `${scheme}<user info>@${rest.slice(rest.lastIndexOf("@") + 1)}`;
	const end = rest.search(/[/?#]/);
	const authority = end < 0 ? rest : rest.slice(0, end);
	return scheme + rest.slice(authority.lastIndexOf("@") + 1);
}

// src/keyring/decode.ts
const formats = /* @__PURE__ */ new Map([["kubernetes.io/dockerconfigjson", {
	key: ".dockerconfigjson",
	shape: "config.json"
}], ["kubernetes.io/dockercfg", {
	key: ".dockercfg",
	shape: "dockercfg"
}]]);
/**
* What the kubelet reads from a pull secret (pkg/credentialprovider/secrets/secrets.go): of two types one key each. Any
* other secret it passes over without a word; one that it cannot decode keeps it from pulling for the pod at all.
*/
function decodePullSecret({ name, type, data }) {
	const format = formats.get(type);
	if (format === void 0) return {
		kind: "ignored",
		why: "type"
	};
	if (!Object.hasOwn(data, format.key)) return {
		kind: "ignored",
		why: "key-missing"
	};
	const content = data[format.key];
	if (content === void 0) return {
		kind: "undecodable",
		error: "illegal base64 data"
	};
	const text = typeof content === "string" ? content : content.reveal();
	if (text === "") return {
		kind: "ignored",
		why: "empty"
	};
	const config = readDockerConfig(text, format.shape);
	if (config.kind === "error") return {
		kind: "undecodable",
		error: config.error
	};
	return {
		kind: "decoded",
		entries: config.logins.map(({ key, username, password }) => ({
			secret: name,
			key: shownKey(key),
			username,
			password: new Secret(password)
		}))
	};
}

// src/keyring/glob.ts
const tokens = /\*|\[((?:[^\]-](?:-[^\]-])?)+)\]|[^[*]/gy;
/** Whether a host label matches a shell pattern as Go's path.Match has it (both byte strings); in time of their product. */
function matchesLabel(pattern, label) {
	const [first, ...rest] = parse(pattern) ?? [];
	if (first === void 0 || !fits(first, label, 0)) return false;
	const last = rest.pop();
	if (last === void 0) return label.length === first.length;
	const end = label.length - last.length;
	let at = first.length;
	for (const piece of rest) {
		const found = find(piece, label, at);
		if (found === void 0) return false;
		at = found + piece.length;
	}
	return at <= end && fits(last, label, end);
}
/** What stands between the stars; undefined for a pattern that is malformed. */
function parse(pattern) {
	const found = Array.from(pattern.matchAll(tokens));
	if (found.reduce((sum, [token]) => sum + token.length, 0) !== pattern.length) return void 0;
	const pieces = [[]];
	for (const [token, ranges] of found) if (token === "*") pieces.push([]);
	else pieces.at(-1)?.push(ranges === void 0 ? [[token, token]] : rangesOf(ranges));
	return pieces;
}
function rangesOf(text) {
	return Array.from(text.matchAll(/(.)(?:-(.))?/gs), ([, low = "", high = low]) => [low, high]);
}
function find(piece, label, from) {
	for (let at = from; at + piece.length <= label.length; at++) if (fits(piece, label, at)) return at;
}
function fits(piece, label, at) {
	if (at + piece.length > label.length) return false;
	return piece.every((step, offset) => {
		const byte = label.charAt(at + offset);
		return step.some(([low, high]) => low <= byte && byte <= high);
	});
}

// src/keyring/keyring.ts
const defaultRegistry = "index.docker.io";
/**
* The logins that the kubelet tries for a repository (`docker.io/library/nginx`), in its order: keys in descending byte
* order, equal keys in the order of the secrets (pkg/credentialprovider/keyring.go). Where nothing matches, the pull is
* anonymous. Equal keys of one secret, which the kubelet takes in any order, keep theirs.
*/
function lookup(secrets, repository) {
	const indexed = secrets.flat().flatMap((entry) => {
		const key = indexKey(entry.key);
		return key === void 0 ? [] : [{
			entry,
			key
		}];
	});
	const subject = parseUrl(`https://${toBytes(repository)}`);
	const matching = indexed.filter(({ key }) => subject !== void 0 && matches(key, subject));
	if (matching.length > 0) return matching.toSorted((a, b) => descending(a.key, b.key)).map(({ entry }) => ({
		entry,
		by: "key"
	}));
	if (!isOfDefaultRegistry(repository)) return [];
	return indexed.filter(({ key }) => key === defaultRegistry).map(({ entry }) => ({
		entry,
		by: "default-registry"
	}));
}
/** Host and path, without what Docker's old keys end in; undefined where the kubelet skips the key. */
function indexKey(written) {
	const key = toBytes(written);
	const location = parseUrl(/^https?:\/\//.test(key) ? key : `https://${key}`);
	if (location === void 0) return void 0;
	const path = /^\/v[12]\//.test(location.path) ? location.path.slice(3) : location.path;
	return path === "/" ? location.host : location.host + path;
}
function matches(key, subject) {
	const pattern = parseUrl(`https://${key}`);
	if (pattern === void 0 || !subject.path.startsWith(pattern.path)) return false;
	const wanted = splitHost(pattern.host);
	const given = splitHost(subject.host);
	return wanted.port === given.port && wanted.labels.length === given.labels.length && wanted.labels.every((label, at) => matchesLabel(label, given.labels[at] ?? ""));
}
function splitHost(host) {
	const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(host) ?? [];
	return {
		labels: (port === void 0 ? host : bracketed ?? plain ?? "").split("."),
		port: port ?? ""
	};
}
function isOfDefaultRegistry(repository) {
	const [first = "", ...rest] = repository.split("/");
	if (first === "") return false;
	return rest.length === 0 || first === "docker.io" || first === defaultRegistry || !/[.:]/.test(first);
}
function descending(a, b) {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}

// src/plan/credentials.ts
/**
* The credentials that the kubelet would try for a repository, in its order: the pod's pull secrets, else those of its
* ServiceAccount (never merged: plugin/pkg/admission/serviceaccount), then the node's docker config.
*/
function planCredentials(use, repository, context) {
	const { namespaces, environment } = context;
	const namespace = namespaces.of(use.workload.namespace, use.source);
	const serviceAccount = use.pod.serviceAccount ?? "default";
	const names = use.pod.pullSecrets?.length ? use.pod.pullSecrets : accountSecrets(use, serviceAccount, context);
	const named = names.map((name) => ({
		name,
		secret: namespaces.secret(name, namespace, use.source)
	}));
	const known = [secretKeyring(named, namespace), nodeKeyring(environment)].flatMap((keyring) => lookup(keyring, repository).map((match) => access$1(match.entry)));
	return {
		serviceAccount,
		secrets: names,
		known,
		unknown: named.filter(({ secret }) => isUnknown(secret)).map(({ name }) => `${namespace}/${name}`),
		undecodable: undecodable(named, namespace),
		notes: notes(named, namespace, known.length)
	};
}
function accountSecrets(use, account, { namespaces }) {
	const namespace = namespaces.of(use.workload.namespace, use.source);
	return namespaces.serviceAccount(account, namespace, use.source)?.pullSecrets ?? [];
}
function secretKeyring(named, namespace) {
	return named.map(({ name, secret }) => secret.kind === "known" ? secret.entries.map((entry) => ({
		...entry,
		secret: `${namespace}/${name}`
	})) : []);
}
function nodeKeyring({ nodeCredentials }) {
	if (nodeCredentials.kind !== "docker-config") return [];
	const decoded = decodePullSecret({
		name: "node",
		type: "kubernetes.io/dockerconfigjson",
		data: { ".dockerconfigjson": nodeCredentials.content }
	});
	return decoded.kind === "decoded" ? [decoded.entries.map((entry) => ({
		...entry,
		secret: "node"
	}))] : [];
}
function access$1(entry) {
	return {
		kind: "secret",
		name: `${entry.secret}#${entry.key}`,
		credential: {
			kind: "basic",
			username: entry.username,
			password: entry.password
		}
	};
}
function isUnknown(secret) {
	return secret.kind === "produced" || secret.kind === "elsewhere" || secret.kind === "missing";
}
function undecodable(named, namespace) {
	for (const { name, secret } of named) if (secret.kind === "undecodable") return {
		secret: `${namespace}/${name}`,
		error: secret.error
	};
}
function notes(named, namespace, matches) {
	return named.flatMap(({ name, secret }) => note(`${namespace}/${name}`, secret, matches));
}
function note(secret, found, matches) {
	switch (found.kind) {
		case "known": return matches > 0 ? [] : [{
			code: "pull-secret-no-match",
			secret,
			detail: found.entries.map((entry) => entry.key)
		}];
		case "ignored": return [{
			code: "pull-secret-ignored",
			secret,
			detail: [found.why]
		}];
		case "elsewhere": return [{
			code: "pull-secret-other-namespace",
			secret,
			detail: found.namespaces
		}];
		case "missing": return [{
			code: "pull-secret-missing",
			secret,
			detail: []
		}];
		case "produced":
		case "undecodable": return [];
	}
}

// src/plan/pull-policy.ts
/**
* The kubelet's default at creation (pkg/apis/core/v1/defaults.go): `Always` for the tag `latest`, written or implied
* (also beside a digest), else `IfNotPresent`.
*/
function effectivePullPolicy(written, reference) {
	if (written !== void 0 && written !== "") return written;
	if (reference.kind === "reference-error") return "IfNotPresent";
	if (reference.tag === "latest") return "Always";
	return reference.tag === null && reference.digest === null ? "Always" : "IfNotPresent";
}

// src/plan/namespace.ts
/** Where an object lands: as written, else the release's namespace, else kubectl's default. */
function effectiveNamespace(written, source) {
	if (written !== void 0 && written !== "") return written;
	return source?.kind === "helm" ? source.options.namespace : "default";
}

// src/plan/pull-secrets.ts
/** Looks up secrets and service accounts as rendered, by namespace and name; the use's own source goes first. */
var Namespaces = class {
	#inventory;
	#sources;
	#supplied;
	#decoded = /* @__PURE__ */ new Map();
	constructor(inventory, sources, supplied) {
		this.#inventory = inventory;
		this.#sources = new Map(sources.map((source) => [source.id, source]));
		this.#supplied = supplied;
	}
	/** The namespace of an object of a source. */
	of(written, source) {
		return effectiveNamespace(written, this.#sources.get(source));
	}
	serviceAccount(name, namespace, source) {
		const here = this.#inventory.serviceAccounts.filter((account) => account.name === name && this.of(account.namespace, account.source) === namespace);
		return here.find((account) => account.source === source) ?? here[0];
	}
	secret(name, namespace, source) {
		if (name === "") return {
			kind: "ignored",
			why: "blank-name"
		};
		const supplied = this.#supply(name, namespace);
		if (supplied !== void 0) return this.#decode(supplied, () => dockerConfigJson(name, supplied));
		const named = this.#inventory.secrets.filter((secret) => secret.name === name);
		const here = named.filter((secret) => this.of(secret.namespace, secret.source) === namespace);
		const own = here.find((secret) => secret.source === source) ?? here[0];
		if (own !== void 0) return disagree(own, here, source) ? { kind: "produced" } : this.#decode(own, () => own);
		return this.#absent(name, namespace, named);
	}
	#decode(secret, read) {
		const decoded = this.#decoded.get(secret) ?? known$1(decodePullSecret(read()));
		this.#decoded.set(secret, decoded);
		return decoded;
	}
	#supply(name, namespace) {
		const fits = this.#supplied.filter((secret) => secret.name === name);
		return fits.find((secret) => secret.namespace === namespace) ?? fits.find((secret) => secret.namespace === void 0);
	}
	#absent(name, namespace, named) {
		if (this.#inventory.producers.some((producer) => producer.name === name && this.of(producer.namespace, producer.source) === namespace)) return { kind: "produced" };
		const namespaces = [...new Set(named.map((secret) => this.of(secret.namespace, secret.source)))];
		return namespaces.length > 0 ? {
			kind: "elsewhere",
			namespaces
		} : { kind: "missing" };
	}
};
function dockerConfigJson(name, supplied) {
	return {
		name,
		type: "kubernetes.io/dockerconfigjson",
		data: { ".dockerconfigjson": supplied.content }
	};
}
function disagree(own, here, source) {
	return own.source !== source && here.some((other) => contentOf$2(other) !== contentOf$2(own));
}
function contentOf$2(secret) {
	const entries = Object.entries(secret.data).map(([key, value]) => [key, value?.reveal()]);
	return JSON.stringify([secret.type, entries]);
}
function known$1(decoded) {
	if (decoded.kind !== "decoded") return decoded.kind === "ignored" ? decoded : {
		kind: "undecodable",
		error: decoded.error
	};
	return decoded.entries.some((entry) => entry.username === "" && entry.password.reveal() === "") || decoded.entries.length === 0 ? { kind: "produced" } : {
		kind: "known",
		entries: decoded.entries
	};
}

// src/node/folder-for.ts
/**
* The folder of a registry in a certs.d tree: `host_port_`, else `host:port`, else `_default`
* (containerd core/remotes/docker/config/config_unix.go, hostPaths).
*/
function folderFor(registry, folders) {
	const port = registry.lastIndexOf(":");
	const underscored = port > 0 ? `${registry.slice(0, port)}_${registry.slice(port + 1)}_` : registry;
	return folders.get(underscored) ?? folders.get(registry) ?? folders.get("_default");
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

// src/plan/containerd-route.ts
/**
* The hosts of a certs.d tree, as containerd asks them: only hosts that may resolve say what a tag stands for, hosts
* that may pull what a digest does; all of them give content (core/remotes/docker/resolver.go and fetcher.go).
*/
function containerdRoute(asked, environment, folders) {
	const rules = folderFor(asked.registry, folders)?.hosts ?? [direct$1];
	const byDigest = asked.reference.digest !== null;
	const hosts = rules.map((rule) => ({
		host: hostOf$2(rule, asked.registry, environment),
		repository: asked.repository,
		resolves: rule.pulls && (byDigest || rule.resolves),
		login: "sent"
	}));
	const content = "every-host";
	if (hosts.some(({ resolves }) => resolves)) return {
		hosts,
		content
	};
	return {
		hosts,
		content,
		obstacle: {
			code: "blocked-by-node",
			reason: "no-host-resolves"
		}
	};
}
const direct$1 = {
	pulls: true,
	resolves: true,
	headers: {},
	tls: { isConfigured: false }
};
function hostOf$2({ address, tls, headers }, registry, environment) {
	const own = ownHost(registry, environment);
	const { skipVerify, ca, client } = tls;
	const authorities = [environment.caPem, ca].filter((pem) => pem !== void 0);
	const configured = {
		headers,
		client,
		ca: authorities.length > 0 ? authorities.join("\n") : void 0
	};
	if (address === void 0) return {
		...own,
		...configured,
		verify: own.verify && skipVerify !== true
	};
	const { authority, path } = address;
	const mirrorOf = authority === authorityOf(registry) || authority === registry ? void 0 : registry;
	const verify = skipVerify !== true && !environment.insecureRegistries.includes(authority);
	return {
		registry,
		authority,
		path,
		scheme: schemeOf(address, tls.isConfigured),
		verify,
		mirrorOf,
		...configured
	};
}
function schemeOf({ scheme, authority }, isTlsConfigured) {
	if (scheme === "https") return "https";
	return isTlsConfigured && portOf(authority) !== 80 ? "https-then-http" : "http";
}

// src/node/full-name.ts
/**
* What CRI-O takes a written image for: a name without a registry is looked up among the aliases, else it belongs to the
* one search registry (containers/image pkg/shortnames, mode enforcing, which is CRI-O's default).
*/
function fullName(written, conf) {
	const [name = ""] = written.split("@");
	const bare = name.replace(/:[^/:]*$/, "");
	if (!isShort(bare)) return named$1(bare);
	const alias = conf.aliases.get(bare);
	if (typeof alias === "string") return named$1(alias);
	const [only, ...others] = conf.searchRegistries;
	return only === void 0 || others.length > 0 ? {
		kind: "ambiguous",
		registries: conf.searchRegistries
	} : named$1(`${only}/${bare}`);
}
function isShort(name) {
	const [first = "", ...rest] = name.split("/");
	return rest.length === 0 || !/[.:]/.test(first) && first !== "localhost";
}
function named$1(name) {
	const reference = parseReference(name);
	return reference.kind === "reference" ? {
		kind: "name",
		domain: reference.domain,
		path: reference.path
	} : {
		kind: "ambiguous",
		registries: []
	};
}

// src/node/match-prefix.ts
/** How much of a name a prefix covers, or undefined (containers/image sysregistriesv2, refMatchingPrefix). */
function matchPrefix(name, prefix) {
	const end = prefix.startsWith("*.") ? endOfDomain(name, prefix.slice(1)) : endOfStart(name, prefix);
	if (end === void 0 || end === name.length) return end;
	return /[:/@]/.test(name[end] ?? "") ? end : void 0;
}
function endOfStart(name, prefix) {
	return name.startsWith(prefix) ? prefix.length : void 0;
}
function endOfDomain(name, suffix) {
	const at = name.indexOf(suffix);
	return at < 0 || name.slice(0, at).includes("/") ? void 0 : at + suffix.length;
}
/** The rule with the longest prefix that covers a name without tag and digest. */
function ruleFor(name, rules) {
	return rules.filter(({ prefix }) => matchPrefix(name, prefix) !== void 0).toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}

// src/plan/crio-route.ts
/**
* The hosts of a registries.conf, as CRI-O asks them: the mirrors of the longest prefix, then its location, each with
* the name rewritten; the one that has the manifest gives everything else (containers/image docker/docker_image_src.go).
*/
function crioRoute(asked, environment, { file, conf }) {
	const name = fullName(asked.reference.written, conf);
	if (name.kind === "ambiguous") return closed({
		code: "short-name-ambiguous",
		registries: name.registries,
		file
	});
	const whole = `${name.domain}/${name.path}`;
	const rule = ruleFor(whole, conf.registries);
	const places = (rule === void 0 ? [{
		location: whole,
		insecure: false
	}] : endpointsOf(rule, asked)).map((endpoint) => placeOf$1(endpoint, rewritten(whole, rule, endpoint)));
	const open = places.filter(({ name }) => ruleFor(name, conf.registries)?.blocked !== true);
	const [blocked] = places.filter((place) => !open.includes(place));
	if (open.length === 0 && blocked !== void 0) return closed({
		code: "blocked-by-node",
		reason: "blocked",
		file,
		detail: ruleFor(blocked.name, conf.registries)?.prefix
	});
	return {
		hosts: open.map((place) => hostOf$1(place, {
			asked,
			domain: name.domain,
			environment
		})),
		content: "resolving-host"
	};
}
function closed(obstacle) {
	return {
		hosts: [],
		content: "resolving-host",
		obstacle
	};
}
function endpointsOf({ mirrors, location, insecure }, { reference }) {
	const unfit = reference.digest === null ? "digest-only" : "tag-only";
	return [...mirrors.filter(({ pulls }) => pulls !== unfit), {
		location,
		insecure
	}];
}
/** The name with the prefix replaced; without a location it stays as it is. */
function rewritten(name, rule, { location }) {
	if (rule === void 0 || location === "") return name;
	return location + name.slice(matchPrefix(name, rule.prefix) ?? 0);
}
function placeOf$1({ insecure }, name) {
	const reference = parseReference(name);
	const [domain = "", ...path] = reference.kind === "reference" && reference.repository === name ? [reference.domain, reference.path] : name.split("/");
	return {
		name,
		domain,
		path: path.join("/"),
		insecure
	};
}
function hostOf$1({ domain, path, insecure }, { asked, domain: logical, environment }) {
	const isInsecure = insecure || environment.insecureRegistries.includes(domain);
	return {
		host: {
			registry: domain,
			authority: authorityOf(domain),
			path: "/v2",
			scheme: isInsecure ? "https-then-http" : "https",
			verify: !isInsecure,
			ca: environment.caPem
		},
		repository: path,
		resolves: true,
		login: loginFor(domain, logical, asked)
	};
}
function loginFor(domain, logical, { registry }) {
	if (domain !== logical) return "none";
	return domain === registry ? "sent" : "withheld";
}

// src/plan/route.ts
/** The hosts that a node asks for a reference, in its order. */
function routeOf(reference, environment, registries) {
	if (reference.kind === "reference-error") return {
		hosts: [],
		content: "every-host"
	};
	const asked = {
		reference,
		...contacted(reference)
	};
	switch (registries.kind) {
		case "direct": return direct(asked, environment);
		case "hosts-tree": return containerdRoute(asked, environment, registries.folders);
		case "registries-conf": return crioRoute(asked, environment, registries);
		case "unusable": {
			const { file, why } = registries;
			return {
				hosts: [],
				content: "every-host",
				obstacle: {
					code: "blocked-by-node",
					reason: "invalid",
					file,
					detail: why
				}
			};
		}
	}
}
function direct({ registry, repository }, environment) {
	return {
		hosts: [{
			host: ownHost(registry, environment),
			repository,
			resolves: true,
			login: "sent"
		}],
		content: "every-host"
	};
}
/** A name such as `foo_bar.com/app` has no domain for the grammar, yet containerd contacts its first part. */
function contacted({ domain, path }) {
	if (domain !== "") return {
		registry: domain,
		repository: path
	};
	const [registry = "", ...rest] = path.split("/");
	return {
		registry,
		repository: rest.join("/")
	};
}

// src/plan/service.ts
/** Public services where a repository that nobody sees is, for a node without a login, as good as missing. */
const publicServices = /* @__PURE__ */ new Set([
	"docker.io",
	"ghcr.io",
	"quay.io",
	"registry.k8s.io",
	"public.ecr.aws",
	"mcr.microsoft.com",
	"registry.gitlab.com",
	"k8s.gcr.io",
	"registry-1.docker.io",
	"registry.hub.docker.com",
	"lscr.io",
	"cgr.dev",
	"nvcr.io",
	"registry.access.redhat.com"
]);
/** Registries whose nodes usually pull by an identity of the cloud, which no manifest mentions. */
const cloudServices = [
	/^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|amazonaws\.eu|on\.aws)$/,
	/^([a-z]+\.)?gcr\.io$/,
	/^[a-z0-9-]+-docker\.pkg\.dev$/,
	/^docker\.[a-z0-9-]+\.rep\.pkg\.dev$/,
	/^[a-z0-9]+\.azurecr\.(io|cn|us)$/
];
/** What an undeclared node login may mean for a registry. */
function serviceOf(registry) {
	if (publicServices.has(registry)) return "public";
	if (cloudServices.some((service) => service.test(registry))) return "cloud";
	return "other";
}

// src/plan/plan.ts
/** What a node of each environment would do for each use. */
function plan(inventory, sources, request) {
	const namespaces = new Namespaces(inventory, sources, request.pullSecrets);
	return request.environments.flatMap((environment) => {
		const registries = request.registries?.get(environment.name) ?? { kind: "direct" };
		return inventory.uses.map((use) => planUse(use, {
			environment,
			registries,
			namespaces,
			inventory
		}));
	});
}
function planUse(use, context) {
	const { environment } = context;
	const reference = parseReference(use.image);
	const route = routeOf(reference, environment, context.registries);
	return {
		use,
		environment,
		reference,
		pullPolicy: effectivePullPolicy(use.pullPolicy, reference),
		platforms: requiredPlatforms(use, context),
		...route,
		credentials: planCredentials(use, reference.kind === "reference" ? reference.repository : "", context),
		service: serviceBehind(route.hosts.at(-1))
	};
}
function serviceBehind(last) {
	if (last === void 0) return "other";
	const { registry, mirrorOf, authority } = last.host;
	return serviceOf(mirrorOf === void 0 ? registry : authority);
}
function requiredPlatforms(use, { environment, inventory }) {
	const platforms = environment.platforms.flatMap((text) => {
		const platform = parsePlatform(text);
		return platform.kind === "platform" ? [platform.platform] : [];
	});
	const runtimeClass = inventory.runtimeClasses.find(({ name }) => name === use.pod.runtimeClass);
	return narrow(platforms, {
		nodeSelector: {
			...runtimeClass?.nodeSelector,
			...use.pod.nodeSelector
		},
		requiredTerms: use.pod.requiredTerms,
		os: use.pod.os
	});
}

// src/probe/views.ts
const anonymous = { kind: "anonymous" };
/**
* Looks at the reference with the eyes of the node, and as far as needed with those of the runner and of nobody:
* they tell a missing image from a private one. Undefined while an answer is missing.
*/
function lookWithAllEyes(plan, look) {
	return plan.credentials.known.length > 0 ? withKnownCredentials(plan, look) : withoutKnownCredentials(plan, look);
}
function withKnownCredentials(plan, look) {
	const attempts = attemptEach(plan, plan.credentials.known, look);
	if (attempts === void 0) return void 0;
	if (!attempts.every((attempt) => attempt.end.kind === "refused")) return { attempts };
	const seen = observe(plan, look);
	return seen && {
		attempts,
		...seen
	};
}
/** In the kubelet's order, until one is accepted. */
function attemptEach(plan, accesses, look) {
	const attempts = [];
	for (const access of accesses) {
		const made = attempt(plan, access, look);
		if (made === void 0) return void 0;
		attempts.push(made);
		if (made.end.kind === "found") break;
	}
	return attempts;
}
function withoutKnownCredentials(plan, look) {
	const nodesHoldRunnerLogin = plan.environment.nodeCredentials.kind === "runner";
	const seen = observe(plan, look, { always: !nodesHoldRunnerLogin && plan.credentials.unknown.length === 0 });
	if (seen === void 0) return void 0;
	const own = nodesHoldRunnerLogin ? seen.runner ?? seen.anonymous : seen.anonymous;
	const isNodes = plan.credentials.unknown.length === 0 && own !== void 0;
	return {
		...seen,
		attempts: isNodes ? [own] : []
	};
}
/** The runner's view, and nobody's where the runner's does not settle it or the node itself pulls as nobody. */
function observe(plan, look, { always = false } = {}) {
	const own = plan.hosts.at(-1);
	const login = look.login({
		ask: "login",
		registry: own?.host.registry ?? "",
		repository: own?.repository ?? ""
	});
	if (login === void 0) return void 0;
	const runner = login.kind === "login" ? attempt(plan, runnerAccess(login), look) : void 0;
	if (login.kind === "login" && runner === void 0) return void 0;
	if (runner !== void 0 && !always && runner.end.kind !== "refused") return {
		login,
		runner
	};
	const nobody = attempt(plan, anonymous, look);
	return nobody && {
		login,
		runner,
		anonymous: nobody
	};
}
function runnerAccess(login) {
	return {
		kind: "runner",
		credential: login.credential,
		from: login.from
	};
}

// src/probe/gather.ts
const nothing = { attempts: [] };
/**
* The walk from a plan to its evidence, as a pure function of what is known: where an answer is missing, `look` notes
* the question and the walk is made again when it is there. Follow-ups go only to failures.
*/
function gather(plan, look) {
	if (!isAskable(plan)) return nothing;
	const views = lookWithAllEyes(plan, look);
	if (views === void 0) return nothing;
	const all = [
		...views.attempts,
		views.runner,
		views.anonymous
	].filter((attempt) => attempt !== void 0);
	const seeing = all.find((attempt) => attempt.end.kind === "found");
	const content = seeing && lookBehind(plan, seeing, look);
	return {
		...views,
		content,
		tags: seeing === void 0 ? tagsAfterAbsence(plan, all, look) : void 0
	};
}
/** Nothing is asked for a use that no node would pull, or that every node would refuse before asking. */
function isAskable(plan) {
	return plan.reference.kind === "reference" && plan.pullPolicy !== "Never" && plan.platforms.length > 0 && plan.obstacle === void 0 && plan.credentials.undecodable === void 0;
}
/** The tag list tells a missing tag from a missing repository, and offers the nearest tags. */
function tagsAfterAbsence(plan, attempts, look) {
	const attempt = attempts.find(({ end }) => end.kind === "absent" && end.missing !== "repository");
	const host = attempt?.tries.at(-1)?.host;
	if (attempt === void 0 || host === void 0) return void 0;
	return look.tags({
		ask: "tags",
		...placeAt(host, attempt.access, plan)
	});
}

// src/probe/look.ts
/** Everything that was answered so far, by question. */
var Answers = class {
	login = /* @__PURE__ */ new Map();
	manifest = /* @__PURE__ */ new Map();
	exists = /* @__PURE__ */ new Map();
	config = /* @__PURE__ */ new Map();
	tags = /* @__PURE__ */ new Map();
};
/**
* What is known so far. A pure walk reads it through `Look`; what it misses is noted as wanted, and is there the next
* time that the same walk is made. One book serves all walks of a run, so equal questions are asked once.
*/
var AnswerBook = class {
	#registry;
	#pending = /* @__PURE__ */ new Map();
	#answers = new Answers();
	constructor(registry) {
		this.#registry = registry;
	}
	/** Answers the question, or waits for the answer that somebody else already asked for. */
	async ask(question) {
		const key = questionKey(question);
		const pending = this.#pending.get(key) ?? this.#send(question, key);
		this.#pending.set(key, pending);
		await pending;
	}
	look() {
		return new Look(this.#answers);
	}
	async #send(question, key) {
		const registry = this.#registry;
		const answers = this.#answers;
		switch (question.ask) {
			case "login": return answers.login.set(key, await registry.login(question.registry, question.repository));
			case "manifest": return answers.manifest.set(key, await registry.manifest(question, question.reference));
			case "exists": {
				const content = {
					kind: question.content,
					digest: question.digest
				};
				return answers.exists.set(key, await registry.exists(question, content));
			}
			case "config": return answers.config.set(key, await registry.config(question, question.config));
			case "tags": return answers.tags.set(key, await registry.tags(question));
		}
	}
};
/** One walk's view of the book: the answer, or undefined when it still has to be asked. */
var Look = class {
	wanted = [];
	#answers;
	constructor(answers) {
		this.#answers = answers;
	}
	login(question) {
		return this.#find(this.#answers.login, question);
	}
	manifest(question) {
		return this.#find(this.#answers.manifest, question);
	}
	exists(question) {
		return this.#find(this.#answers.exists, question);
	}
	config(question) {
		return this.#find(this.#answers.config, question);
	}
	tags(question) {
		return this.#find(this.#answers.tags, question);
	}
	#find(answers, question) {
		const answer = answers.get(questionKey(question));
		if (answer === void 0) this.wanted.push(question);
		return answer;
	}
};

// src/probe/probe.ts
/** Finds out what each plan needs to know, all side by side; plans with the same subject are looked at once. */
async function probe(plans, world) {
	const subjects = Map.groupBy(plans, subjectOf);
	const book = new AnswerBook(world.registry);
	let done = 0;
	const found = [...subjects.values()].map(async (same) => {
		const [first] = same;
		const evidence = first === void 0 ? { attempts: [] } : await investigate(first, book);
		world.log.progress({
			stage: "probe",
			done: ++done,
			total: subjects.size,
			label: first?.use.image ?? ""
		});
		return same.map((plan) => [plan, evidence]);
	});
	return new Map((await Promise.all(found)).flat());
}
const roundsForEachHost = 50;
async function investigate(plan, book) {
	const maximumRounds = roundsForEachHost * Math.max(1, plan.hosts.length);
	for (let round = 0; round < maximumRounds; round++) {
		const look = book.look();
		const evidence = gather(plan, look);
		if (look.wanted.length === 0) return evidence;
		await Promise.all(look.wanted.map((question) => book.ask(question)));
	}
	throw new Error(`the questions about ${plan.use.image} did not end`);
}
/** Everything of a plan that the walk depends on. */
function subjectOf(plan) {
	const { reference, credentials, environment, platforms } = plan;
	return JSON.stringify([
		reference.kind === "reference" ? reference.pull : reference.written,
		plan.pullPolicy === "Never",
		plan.hosts.map(({ host, repository, resolves, login }) => [
			hostKey(host),
			repository,
			resolves,
			login
		]),
		[plan.content, plan.obstacle !== void 0],
		credentials.known.map(accessKey),
		credentials.unknown.length > 0,
		credentials.undecodable !== void 0,
		[environment.runtime, environment.nodeCredentials.kind],
		platforms
	]);
}

// src/render/helm-arguments.ts
/**
* The arguments of `helm template`, for helm 3 and 4. Names stand behind `--` or as `--flag=value`, so that none is
* taken for a flag; paths are absolute, so that none is taken for a repository or a URL.
*/
function helmArguments(source, files) {
	const { values, set, release, namespace, kubeVersion, apiVersions } = source.options;
	return [
		"template",
		`--namespace=${namespace}`,
		...values.map((file) => `--values=${quote(files.native(file))}`),
		...set.map((assignment) => `--set=${assignment}`),
		...kubeVersion === void 0 ? [] : [`--kube-version=${kubeVersion}`],
		...apiVersions.map((version) => `--api-versions=${quote(version)}`),
		"--include-crds",
		"--",
		release,
		files.native(source.path)
	];
}
/** These flags take a line of comma-separated values, quoted as in CSV where they hold one (RFC 4180). */
function quote(value) {
	return /[",\r\n]/.test(value) ? `"${value.replaceAll("\"", "\"\"")}"` : value;
}

// src/render/split.ts
/**
* Cuts a YAML stream at its document markers, without parsing: `---` or `...` in column 0 and followed by white space.
* They end a document even inside a block scalar, and can't occur in column 0 of any other scalar (YAML 1.2.2, 9.1).
* What holds nothing but comments and directives is no document; above the first `---` it belongs to the next one.
*/
function splitDocuments(stream) {
	return splitStream(stream).filter(({ empty }) => !empty).map(({ text, line }) => ({
		text,
		line
	}));
}
/** As `splitDocuments`, with the documents that hold nothing. */
function splitStream(stream) {
	const slices = [];
	let pending = {
		kind: "...",
		start: 0,
		end: 0,
		line: 1
	};
	for (const marker of [...markers(stream), endOf(stream)]) {
		const isMarked = pending.kind === "---";
		const text = stream.slice(isMarked ? pending.start : pending.end, marker.start).replace(/^\uFEFF/, "");
		const empty = !hasContent(text, isMarked);
		const isHead = empty && !isMarked && marker.kind === "---";
		if (!isHead) slices.push({
			text,
			line: pending.line,
			empty
		});
		pending = isHead ? {
			...marker,
			start: pending.end,
			line: pending.line
		} : marker;
	}
	return slices;
}
function* markers(stream) {
	let line = 1;
	let counted = 0;
	for (const match of stream.matchAll(/(?<=^|\n)\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
		line += countLines(stream, counted, match.index);
		counted = match.index;
		yield {
			kind: match[1] === "---" ? "---" : "...",
			start: match.index,
			end: match.index + match[0].length,
			line
		};
	}
}
function endOf(stream) {
	return {
		kind: "...",
		start: stream.length,
		end: stream.length,
		line: 0
	};
}
function countLines(text, from, to) {
	let lines = 0;
	for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
	return lines;
}
/**
* Any line that is neither blank, a comment, a bare marker nor, above a marker, a directive. White space is what YAML
* calls so: a line that begins with another invisible character is content.
*/
function hasContent(text, isMarked) {
	return isMarked ? /^(?!\uFEFF?---[ \t\r]*(?:[ \t]#|$))[ \t]*[^ \t\r\n#]/m.test(text) : /^(?!%)[ \t]*[^ \t\r\n#]/m.test(text);
}

// src/render/helm-documents.ts
/**
* The documents of helm's output. Each begins with `---` and `# Source: <template>`; what stands before the first `---`
* is no manifest. The further documents of a file in `crds/` come without that comment and keep the last one.
*/
async function helmDocuments(output, source, fileOf) {
	const documents = [];
	let template;
	for (const { text, line, empty } of splitStream(output)) {
		if (!text.startsWith("---")) continue;
		template = /^---[^\S\n]*\n# Source: (.+)/.exec(text)?.[1]?.trimEnd() ?? template;
		if (empty) continue;
		const file = template === void 0 ? void 0 : await fileOf(template);
		documents.push({
			text,
			origin: {
				source,
				file,
				verbatim: false,
				index: documents.length,
				line
			}
		});
	}
	return documents;
}

// src/render/helm-failure.ts
/**
* Tells a missing dependency from other failures by helm's own words, and finds the file behind the name that helm
* gives: a template is named by its chart, `values.yaml` and `Chart.yaml` without a folder.
*/
async function helmFailure(failure, given) {
	if (failure.why !== "program-failed") return failure;
	const missing = /found in Chart\.yaml, but missing in charts\/ directory: (.+)/.exec(failure.detail)?.[1];
	if (missing !== void 0) return {
		why: "dependency-missing",
		detail: missing
	};
	const { why, detail, file: name, line } = failure;
	if (name === void 0 || given.values.includes(name)) return failure;
	const file = await given.fileOf(name.includes("/") ? name : `chart/${name}`);
	return file === void 0 ? {
		why,
		detail
	} : {
		why,
		detail,
		file,
		line
	};
}

// src/render/helm-file.ts
/**
* helm names templates by the chart's name, its subcharts below `charts/`; in the repository that is the chart's
* folder. A template of a packaged or renamed subchart has no file: undefined.
*/
function createHelmFile(files, chart) {
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		const found = known.get(name) ?? locate$1(files, chart, name);
		known.set(name, found);
		return found;
	};
}
async function locate$1(files, chart, name) {
	const inside = name.split("/").slice(1);
	if (inside.length === 0 || inside.includes("..")) return void 0;
	const path = join$1(chart, ...inside);
	return await files.kind(path) === "file" ? path : void 0;
}

// src/render/once.ts
/** Asks a question the first time that its answer is needed, and not again. */
function once(ask) {
	let answer;
	return () => answer ??= ask();
}

// src/render/program-message.ts
const longest$2 = 1600;
/**
* Takes the error out of what helm or kustomize wrote to stderr: without warnings before it, advice after it, control
* characters and the absolute paths of this machine.
*/
function programMessage(stderr, root) {
	const detail = clean(stderr, root);
	return {
		detail: shorten(detail),
		...findPlace(detail)
	};
}
function clean(stderr, root) {
	const lines = withoutControls(stderr).split("\n");
	const first = lines.findIndex((line) => /^error:/i.test(line));
	return (first === -1 ? lines.slice(-8) : lines.slice(first)).filter((line) => !isNoise(line)).join("\n").replace(/^error: /i, "").replaceAll(`${root}/`, "").replaceAll(root, ".").trim();
}
/** Terminal sequences, and all control characters but the line feed. */
function withoutControls(text) {
	return text.replaceAll(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, "").replaceAll(/(?!\n)\p{Cc}/gu, "");
}
function isNoise(line) {
	return /^Use --debug flag|^(?:level|time)=|^WARNING: /.test(line);
}
/** The beginning and the end, where the cause stands: a template that includes itself is named a thousand times. */
function shorten(text) {
	return text.length <= longest$2 ? text : `${text.slice(0, longest$2 / 2)} … ${text.slice(-800)}`;
}
function findPlace(detail) {
	return findTemplate(detail) ?? findFile(detail) ?? {};
}
/**
* `template: shop/templates/x.yaml:12:20: …`, of several the innermost; `parse error at (shop/templates/x.tpl:3): …`,
* `execution error at (…:3:4): …`; helm 4 writes `shop/templates/x.yaml:12:20` on a line of its own.
*/
function findTemplate(detail) {
	const [, file, line] = [...detail.matchAll(/(?:template: |error at \(|^)([^():\n]+):(\d+)(?::\d+)?(?:[):]|$)/gm)].at(-1) ?? [];
	return file === void 0 ? void 0 : {
		file,
		line: Number(line)
	};
}
/** Of an error in rendered text only the file is known: its line is none of the template. */
function findFile(detail) {
	const rendered = /^YAML parse error on ([^:\n]+):/.exec(detail)?.[1];
	if (rendered !== void 0) return { file: rendered };
	const parsed = /^(?:failed to parse|cannot load) ([^:\n]+):/.exec(detail)?.[1];
	const line = /\bline (\d+)/.exec(detail)?.[1];
	return parsed === void 0 ? void 0 : {
		file: parsed,
		line: line === void 0 ? void 0 : Number(line)
	};
}

// src/render/program-output.ts
/** Reads the result of a renderer; `program` is the name that a person installs. */
function programOutput(result, program, root) {
	switch (result.kind) {
		case "ended":
			if (result.exitCode === 0) return {
				kind: "printed",
				text: result.stdout
			};
			return failed$1({
				why: "program-failed",
				...explain(result.exitCode, result.stderr, root)
			});
		case "not-found": return failed$1({
			why: "program-missing",
			detail: program
		});
		case "timed-out": return failed$1({
			why: "timed-out",
			detail: program
		});
		case "too-much-output": return failed$1({
			why: "too-much-output",
			detail: program
		});
		case "failed": return failed$1({
			why: "program-failed",
			detail: `${program}: ${result.why}`
		});
	}
}
function explain(exitCode, stderr, root) {
	const message = programMessage(stderr, root);
	return message.detail === "" ? { detail: `exit code ${exitCode}` } : message;
}
function failed$1(failure) {
	return {
		kind: "failed",
		failure
	};
}

// src/render/helm.ts
/**
* Renders charts with `helm template`. It contacts no cluster and fetches no dependency; since its plugin folder is
* empty and no flag names one, it runs no post-renderer. Equal calls are made once.
*/
function createHelm(path, world) {
	const program = path ?? "helm";
	const version = once(async () => versionOf$1(await world.run({
		program,
		arguments: ["version", "--short"]
	})));
	const template = createTemplate(program, world);
	return async (source) => {
		const missing = await findMissingValues(source, world.files);
		if (missing !== void 0) return {
			kind: "failed",
			source,
			failure: missing
		};
		const output = await template(helmArguments(source, world.files));
		const fileOf = createHelmFile(world.files, source.path);
		const renderer = await version();
		const { values } = source.options;
		if (output.kind === "failed") return {
			kind: "failed",
			source,
			renderer,
			failure: await helmFailure(output.failure, {
				fileOf,
				values
			})
		};
		return {
			kind: "rendered",
			source,
			renderer,
			documents: await helmDocuments(output.text, source.id, fileOf),
			unreadable: []
		};
	};
}
function createTemplate(program, world) {
	const outputs = /* @__PURE__ */ new Map();
	const ask = async (given) => programOutput(await world.run({
		program,
		arguments: given
	}), "helm", world.files.root);
	return (given) => {
		const key = JSON.stringify(given);
		const output = outputs.get(key) ?? ask(given);
		outputs.set(key, output);
		return output;
	};
}
/** helm takes URLs as values files too, and prints lines of a file that it can't parse: so they are looked at first. */
async function findMissingValues(source, files) {
	for (const file of source.options.values) {
		const kind = await files.kind(file);
		if (kind !== "file") return {
			why: "values-missing",
			detail: kind,
			file
		};
	}
}
/** `v3.17.3+ge4da497` → `helm 3.17.3`. */
function versionOf$1(result) {
	const version = result.kind === "ended" ? /v(\d+\.\d+\.\d+[^+\s]*)/.exec(result.stdout)?.[1] : void 0;
	return version === void 0 ? void 0 : `helm ${version}`;
}

// src/render/kustomize.ts
/**
* Remote bases are found before by reading. Should one be left all the same, there is no git on the path to clone it,
* and downloads go to a proxy that isn't there.
*/
const nothingToFetchWith = {
	PATH: "/nonexistent",
	HTTP_PROXY: "http://127.0.0.1:9",
	HTTPS_PROXY: "http://127.0.0.1:9",
	NO_PROXY: ""
};
/** Builds kustomizations with whichever program is there, with its default load restrictor and without plugins. */
function createKustomize(path, { run, files }) {
	const builder = once(() => findBuilder(path, run));
	return async (source) => {
		const found = await builder();
		if (found === void 0) return withoutProgram(source);
		const result = await run({
			program: found.program,
			arguments: [
				found.command,
				"--",
				files.native(source.path)
			],
			environment: nothingToFetchWith
		});
		const output = programOutput(result, found.program, files.root);
		const { renderer } = found;
		if (output.kind === "failed") return {
			kind: "failed",
			source,
			renderer,
			failure: output.failure
		};
		return {
			kind: "rendered",
			source,
			renderer,
			documents: splitDocuments(output.text).map(({ text, line }, index) => ({
				text,
				origin: {
					source: source.id,
					verbatim: false,
					index,
					line
				}
			})),
			unreadable: []
		};
	};
}
function withoutProgram({ id, path, label }) {
	return {
		kind: "skipped",
		source: {
			kind: "unresolved",
			of: "kustomize",
			why: "no-program",
			detail: "neither kustomize nor kubectl is on the PATH",
			id,
			path,
			label
		}
	};
}
async function findBuilder(path, run) {
	if (path !== void 0) return basename(path).startsWith("kubectl") ? kubectl(path, run) : kustomize(path, run);
	return await kustomize("kustomize", run) ?? kubectl("kubectl", run);
}
async function kustomize(program, run) {
	const version = versionOf(await run({
		program,
		arguments: ["version"]
	}));
	return version === void 0 ? void 0 : {
		program,
		command: "build",
		renderer: `kustomize ${version}`
	};
}
async function kubectl(program, run) {
	const version = versionOf(await run({
		program,
		arguments: ["version", "--client"]
	}));
	return version === void 0 ? void 0 : {
		program,
		command: "kustomize",
		renderer: `kubectl ${version}`
	};
}
/** The first version in the output; undefined where the program isn't there or does not answer. */
function versionOf(result) {
	return result.kind === "ended" && result.exitCode === 0 ? /v(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? "" : void 0;
}

// src/render/manifests.ts
/** Reads plain manifests: their documents are slices of the files, so lines and columns carry over. */
async function renderManifests(source, files) {
	const documents = [];
	const unreadable = [];
	const add = (slices, file) => {
		for (const { text, line } of slices) documents.push({
			text,
			origin: {
				source: source.id,
				file,
				verbatim: true,
				index: documents.length,
				line
			}
		});
	};
	if (source.input !== void 0) add(slicesOf("-", source.input), void 0);
	for (const file of source.files) {
		const read = await files.read(file);
		if (read.kind === "text") add(slicesOf(file, read.text), file);
		else unreadable.push({
			file,
			why: read.kind === "not-a-file" ? "absent" : read.kind
		});
	}
	return {
		kind: "rendered",
		source,
		documents,
		unreadable
	};
}
/** A JSON file is one document: whatever looks like a marker is inside a text. */
function slicesOf(file, text) {
	const content = text.replace(/^\uFEFF/, "");
	return file.toLowerCase().endsWith(".json") && content.trimStart().startsWith("{") ? [{
		text: content,
		line: 1
	}] : splitDocuments(text);
}

// src/render/render.ts
/**
* Turns every source into documents, in the order of the sources. What can't be rendered is a value among them. How
* many programs run at a time is for `world.run` to limit.
*/
async function render(sources, request, world) {
	const renderSource = createRenderer(request.programs, world);
	let done = 0;
	const renderOne = async (source) => {
		const rendered = await renderSource(source);
		done += 1;
		world.log.progress({
			stage: "render",
			done,
			total: sources.length,
			label: source.label
		});
		return rendered;
	};
	return Promise.all(sources.map(renderOne));
}
function createRenderer(programs, world) {
	const helm = createHelm(programs.helm, world);
	const kustomize = createKustomize(programs.kustomize, world);
	return async (source) => {
		switch (source.kind) {
			case "helm": return helm(source);
			case "kustomize": return kustomize(source);
			case "manifests": return renderManifests(source, world.files);
			case "unresolved": return {
				kind: "skipped",
				source
			};
		}
	};
}

// src/inspect.ts
/** From paths to verdicts and findings, for the files of the given world: the head's or those of the base. */
async function inspect(request, world) {
	const { sources, problems } = await discover(request, world);
	const rendered = await render(sources, request, world);
	const inventory = extract(rendered);
	const nodes = await loadNodeHosts(request.environments, world.files);
	const plans = plan(inventory, sources, {
		...request,
		registries: nodes.registries
	});
	const facts = {
		problems,
		rendered,
		inventory,
		plans,
		evidence: request.offline ? void 0 : await probe(plans, world)
	};
	const today = new Date(world.clock.now()).toISOString().slice(0, 10);
	return {
		...facts,
		judgement: judge({
			...facts,
			request,
			nodeNotes: nodes.notes,
			today
		})
	};
}

// src/render/chart-renderer.ts
/** Renders one chart below the files it is given, for whoever wants to see what another values file changes. */
function chartRenderer({ programs }, world) {
	return (source, files) => createHelm(programs.helm, {
		...world,
		files
	})(source);
}

// src/report/locations.ts
/** A location as the report writes it: nothing is left out, what is not known is null. */
function reportLocation(location) {
	const { file, line, column, endLine, endColumn, path, confidence } = location;
	return {
		file,
		line: line ?? null,
		column: column ?? null,
		endLine: endLine ?? null,
		endColumn: endColumn ?? null,
		path: path ?? null,
		confidence
	};
}
/** The path of each source, by id. */
function sourcePaths(rendered) {
	return new Map(rendered.map(({ source }) => [source.id, source.path]));
}
/** The file of a use, without a line: what is known before anything was traced. */
function useFile({ document, field, source }, paths) {
	return {
		file: document.origin.file ?? paths.get(source) ?? source,
		path: field,
		confidence: "file"
	};
}

// src/report/order.ts
const severities = {
	error: 0,
	warning: 1,
	notice: 2,
	off: 3
};
const layerRank = new Map(layers.map((layer, index) => [layer, index]));
/** Errors first, then the triage order, then file and line; equal ones keep their order. */
function compareFindings(a, b) {
	return severities[a.severity] - severities[b.severity] || (layerRank.get(a.layer) ?? 0) - (layerRank.get(b.layer) ?? 0) || compareText(a.location?.file ?? "", b.location?.file ?? "") || (a.location?.line ?? 0) - (b.location?.line ?? 0);
}
function compareText(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

// src/report/words/assumptions.ts
/** What a verdict takes on trust. */
function assumptionWords(assumption) {
	switch (assumption.code) {
		case "secret-opens": return `${assumption.secrets.length === 1 ? "secret" : "one of the secrets"} ${series(assumption.secrets)} opens ${code(assumption.repository)}`;
		case "nodes-use-cloud-identity": return `nodes pull from ${code(assumption.registry)} by their cloud identity`;
		case "nodes-hold-runner-login": return `nodes hold the same login for ${code(assumption.registry)} as the runner`;
		case "nodes-trust-authority": return `nodes trust the certificate authority of ${code(assumption.host)}`;
		case "any-windows-build": return `any Windows build of ${code(assumption.platform)} will do`;
	}
}

// src/report/uses.ts
/** One entry for each use and environment. */
function reportUses({ plans, judgement, locations, rendered }) {
	const verdicts = new Map(judgement.verdicts.map((verdict) => [useKey(verdict.use, verdict.environment), verdict]));
	const name = entryNames(plans);
	const paths = sourcePaths(rendered);
	return plans.map((plan) => {
		const verdict = verdicts.get(useKey(plan.use.id, plan.environment.name));
		const [location = useFile(plan.use, paths)] = locations.uses.get(plan.use.id) ?? [];
		return reportUse(plan, {
			verdict,
			location,
			id: name(plan.use.id, plan.environment.name)
		});
	});
}
/** The name of a use's entry: the use's id, with the environment where there are several. */
function entryNames(plans) {
	const several = new Set(plans.map((plan) => plan.environment.name)).size > 1;
	return (use, environment) => several && environment !== void 0 ? `${use}@${environment}` : use;
}
function useKey(use, environment) {
	return JSON.stringify([use, environment]);
}
function reportUse({ use, environment, credentials, pullPolicy }, { id, verdict, location }) {
	const { apiVersion, kind, namespace = null, name, hooks } = use.workload;
	return {
		id,
		image: use.image,
		source: use.source,
		environment: environment.name,
		workload: {
			apiVersion,
			kind,
			namespace,
			name,
			hooks: [...hooks]
		},
		field: use.field,
		container: use.container ?? null,
		role: use.role,
		pullPolicy,
		serviceAccount: credentials.serviceAccount,
		pullSecrets: [...credentials.secrets],
		credentials: [...verdict?.credentials ?? []],
		platforms: (verdict?.platforms ?? []).map((platform) => ({
			...platform,
			digest: platform.digest ?? null
		})),
		verdict: verdict?.verdict ?? "not-checked",
		assumptions: (verdict?.assumptions ?? []).map(assumptionWords),
		location: reportLocation(location)
	};
}

// src/report/words/create-secret.ts
/** The command that makes a pull secret. The login comes from variables, so that none is ever written down. */
function createSecret$1(args) {
	const { registry } = args;
	return [
		"kubectl create secret docker-registry",
		named(args),
		registry === void 0 ? "--docker-server=\"$REGISTRY\"" : `--docker-server=${shellWord(server(registry))}`,
		"--docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""
	].join(" ");
}
/** The same for a secret that is there already. */
function renewSecret(args) {
	return `${createSecret$1(args)} --dry-run=client --output=yaml | kubectl apply --filename=-`;
}
/** Deletes a secret: its type can't be changed otherwise. */
function deleteSecret(args) {
	return `kubectl delete secret ${named(args)}`;
}
function named({ secrets, namespace }) {
	const [name, within] = (secrets?.[0] ?? "").split("/").toReversed();
	const place = namespace ?? within;
	const word = shellWord(name === void 0 || name === "" ? "regcred" : name);
	return place === void 0 || place === "" ? word : `${word} --namespace=${shellWord(place)}`;
}
function server(registry) {
	return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
}

// src/report/words/failures.ts
const runAgain = "Run the check again; if it stays so, ask whoever runs the registry.";
const reach = "Run the check where the registry can be reached (VPN, allow-list, self-hosted runner), or correct the host name.";
const proxy = "Correct the runner's `HTTPS_PROXY`, or name the host in `NO_PROXY`.";
const known = {
	"name-not-resolved": {
		cause: "DNS knows no such name here. It is misspelt, or only resolves inside your network.",
		fix: "Check the spelling of the registry; if it is internal, run the check where its name resolves."
	},
	"resolver-unavailable": {
		cause: "The DNS resolver of the runner did not answer.",
		fix: "Run the check again."
	},
	"connection-refused": {
		cause: "Nothing listens at that address and port.",
		fix: reach
	},
	"host-unreachable": {
		cause: "There is no route to that address.",
		fix: reach
	},
	"connect-timeout": {
		cause: "The connection was not made in time; a firewall often drops it.",
		fix: reach
	},
	"response-timeout": {
		cause: "The connection was made, but no answer came in time.",
		fix: runAgain
	},
	"body-timeout": {
		cause: "The answer began and then stopped.",
		fix: runAgain
	},
	"connection-reset": {
		cause: "The connection was reset by the other side or by something on the way.",
		fix: reach
	},
	"connection-closed": {
		cause: "The connection was closed before the answer was complete.",
		fix: runAgain
	},
	"tls-unknown-authority": {
		cause: "It comes from an authority that the runner does not know.",
		fix: "Give the authority by `ca-file` if the nodes trust it; else have the registry send its whole chain."
	},
	"tls-expired": {
		cause: "The certificate has expired.",
		fix: "Renew the certificate of the registry."
	},
	"tls-not-yet-valid": {
		cause: "The certificate is not valid yet, or the clock here is wrong.",
		fix: "Check the certificate of the registry and the clock."
	},
	"tls-name-mismatch": {
		cause: "The certificate is for another name.",
		fix: "Use a name that the certificate holds, or have one made for this name."
	},
	"tls-version": {
		cause: "The registry speaks no TLS version that nodes accept: they want TLS 1.2 or 1.3.",
		fix: "Have the registry speak TLS 1.2 or newer."
	},
	"tls-handshake": {
		cause: "The two sides agree on no cipher, or the registry wants a client certificate that this check does not have.",
		fix: "Check the TLS settings of the registry; a client certificate of the nodes can only be tried from a node."
	},
	"tls-client-certificate": {
		cause: "The registry asks for a client certificate, which this check does not have.",
		fix: "Nodes may hold one; it can only be checked from a node."
	},
	"plain-http": {
		cause: "The registry speaks plain HTTP where nodes speak HTTPS.",
		fix: "Give the registry a certificate, or declare it in `insecure-registries` if the nodes are configured so."
	},
	"https-expected": {
		cause: "The registry was asked by plain HTTP and speaks HTTPS.",
		fix: "Take it out of `insecure-registries`."
	},
	"proxy-refused": {
		cause: "The proxy refused to connect to this host.",
		fix: proxy
	},
	"proxy-authentication": {
		cause: "The proxy wants a login (407).",
		fix: "Put the login into the runner's `HTTPS_PROXY`."
	},
	"proxy-bad-gateway": {
		cause: "The proxy could not reach this host: its name is misspelt or only resolves elsewhere, or it is down.",
		fix: "Check the spelling of the registry; if it is internal, name it in `NO_PROXY`."
	},
	"proxy-unreachable": {
		cause: "The proxy itself did not answer.",
		fix: proxy
	},
	"redirect-loop": {
		cause: "The registry redirects in a circle.",
		fix: runAgain
	},
	"redirect-unsafe": {
		cause: "The registry redirects to an address that this check must not follow.",
		fix: "Nodes may follow it; check the redirects of the registry."
	},
	"redirect-refused": {
		cause: "The place that the registry redirects to refused.",
		fix: "Check whether nodes may fetch from there: a firewall, a region or an expired signature may stand in the way."
	},
	"server-error": {
		cause: "The registry has a fault of its own.",
		fix: runAgain
	},
	"upstream-refused": {
		cause: "The registry is a cache, and the registry behind it refused.",
		fix: "Check the login that the cache holds for the registry behind it, and the name of the image there."
	},
	"not-a-registry": {
		cause: "What answers there is no image registry: a web page, a login portal or another service.",
		fix: "Check host, port and path of the reference."
	},
	"challenge-unusable": {
		cause: "The registry asks for a login in a way that clients do not understand.",
		fix: "Check the `WWW-Authenticate` header of the registry."
	},
	"realm-unsafe": {
		cause: "The registry sends its logins to a token server that this check must not contact.",
		fix: "Check the `realm` that the registry names."
	},
	"token-endpoint-failed": {
		cause: "The token server of the registry gave no token.",
		fix: runAgain
	},
	"token-rejected": {
		cause: "The registry does not accept the token that its own token server gave.",
		fix: runAgain
	},
	"credential-withheld": {
		cause: "A node would send its login further than this check may: to a mirror, a redirect or over plain HTTP.",
		fix: "Serve the registry and its token server by HTTPS."
	},
	"address-forbidden": {
		cause: "It resolves to a private or local address, which is not contacted on runs of forks.",
		fix: "Run the check from a branch of this repository."
	},
	"body-too-large": {
		cause: "The answer is larger than any manifest may be.",
		fix: runAgain
	},
	"body-cut": {
		cause: "The answer is shorter than the registry said.",
		fix: runAgain
	},
	"body-invalid": {
		cause: "The answer is not what the distribution API prescribes.",
		fix: runAgain
	},
	"headers-too-large": {
		cause: "The headers of the answer are larger than any client takes.",
		fix: runAgain
	},
	deadline: {
		cause: "The time of the whole check was over before the answer came.",
		fix: "Raise `timeout`, or check fewer sources at once."
	}
};
/** Why no usable answer came, by failure code; `head-and-get-differ` is an answer that contradicts itself. */
const failures$1 = {
	...known,
	"head-and-get-differ": {
		cause: "The registry says by HEAD that the manifest is there and by GET that it is not.",
		fix: runAgain
	}
};

// src/report/words/subject.ts
/** The image that a sentence is about. */
function image({ reference }) {
	return code(reference);
}
/** `ghcr.io/acme/web`, without tag. */
function repository({ registry, repository: path, reference }) {
	return code(registry === void 0 || path === void 0 ? reference : `${registry}/${path}`);
}
/** The host that a failure is about: the one contacted, else the registry's name. */
function host({ host: contacted, registry }) {
	return code(contacted ?? registry);
}

// src/report/words/access.ts
/** The door is closed, or nobody here can tell whether it is. */
const accessRows = {
	"not-found-or-private": (args) => ({
		message: `${image(args)} does not exist or is private, and nothing lets the nodes in.`,
		cause: `${first(args)}${code(args.registry)} answers the same for both${status$1(args)}, and no login was found that opens ${repository(args)}.${runner(args)}${says(args)}`,
		fix: `Check the spelling. If the image is private, create a pull secret and name it in \`imagePullSecrets\` of the pod or of ServiceAccount ${code(args.serviceAccount ?? "default")}; if the nodes hold a login of their own, declare it by \`node-credentials\`.`,
		commands: [createSecret$1(asNew(args))]
	}),
	"no-pull-secret": (args, { verdict }) => ({
		...noSecret(args, verdict),
		commands: [createSecret$1(asNew(args))]
	}),
	"access-denied": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses access.`,
		...denied(args)
	})
};
function asNew(args) {
	return {
		...args,
		secrets: void 0
	};
}
function noSecret(args, verdict) {
	const seen = `The runner's login sees the image; without a login ${code(args.registry)} refuses it${status$1(args)}.`;
	if (args.reason === "cloud-identity") return {
		message: `${image(args)} is private and the pod names no pull secret for it.`,
		cause: `${seen} On this registry nodes usually pull by their cloud identity, so it is taken as pullable.`,
		fix: "Make sure that the role of the nodes may pull it. To have it checked, declare `node-credentials`."
	};
	const outcome = verdict === "unpullable" ? "cannot be pulled" : "can only be pulled by nodes that hold a login of their own";
	const nodes = verdict === "unpullable" ? "the nodes hold no login for it" : "whether the nodes hold a login of their own was not declared";
	return {
		message: `${image(args)} ${outcome}: it is private and the pod names no pull secret for it.`,
		cause: `${seen} Neither the pod nor ServiceAccount ${code(args.serviceAccount ?? "default")} names a secret that fits, and ${nodes}.`,
		fix: "Create a pull secret and name it in `imagePullSecrets` of the pod or its ServiceAccount; if the nodes hold a login of their own, declare it by `node-credentials`."
	};
}
function denied(args) {
	const { secrets, reason = "" } = args;
	const known = failures$1[reason];
	if (known !== void 0) return {
		cause: `${known.cause}${says(args)}`,
		fix: known.fix
	};
	const { cause, fix } = reasons$3[reason] ?? unknownReason;
	return {
		cause: `${cause.replace("{secrets}", () => series(secrets))}${runner(args)}${says(args)}`,
		fix: fix.replace("{registry}", () => code(args.registry))
	};
}
const giveContent = "Give the secret's content by `pull-secrets`, or log the runner in to {registry}.";
const logIn = "Log the runner in to {registry} with an account that may pull.";
const unknownReason = {
	cause: "Without a login, a missing image and a private one look the same.",
	fix: `${logIn} If the nodes hold a login of their own, declare it by \`node-credentials\`.`
};
const reasons$3 = {
	"secret-unknown": {
		cause: "The content of the pull secret {secrets} is not known here, and nobody else could look.",
		fix: giveContent
	},
	"other-secret-unknown": {
		cause: "The logins that are known here were refused; the content of the pull secret {secrets} is not known.",
		fix: giveContent
	},
	"hidden-or-missing": {
		cause: "Without a login the registry says that the image is not there, which some registries also say of private images; the content of the pull secret {secrets} is not known here.",
		fix: giveContent
	},
	"run-without-secrets": {
		cause: "This run has no secrets by nature (fork or Dependabot), so private and missing images look the same.",
		fix: "Run the check from a branch of this repository, or give Dependabot the login as a Dependabot secret."
	},
	"runner-login-broken": {
		cause: "Without a login it is refused, and the login of the runner could not be had.",
		fix: `Mend that login. ${logIn}`
	},
	"node-login-undeclared": {
		cause: "Nodes may hold a login for this registry that was not declared.",
		fix: `${logIn} Or declare what the nodes hold by \`node-credentials\`.`
	},
	"body-refused": {
		cause: "The registry says that the manifest is there and then refuses to show it.",
		fix: logIn
	},
	"part-refused": {
		cause: "The manifest can be read, but a part that the pull needs is refused.",
		fix: logIn
	}
};
const firstNotes = {
	"pull-secret-no-match": "The pull secret {secrets} holds no login for this registry. ",
	"pull-secret-ignored": "The kubelet ignores the pull secret {secrets}. "
};
function first({ reason = "", secrets }) {
	return (firstNotes[reason] ?? "").replace("{secrets}", () => series(secrets));
}
function runner({ login }) {
	return login === void 0 ? "" : ` The runner had no login to look with: ${code(login)}.`;
}
function says({ detail }) {
	return quoted$1("The registry says", detail);
}
function status$1({ status: answered }) {
	return answered === void 0 ? "" : ` (HTTP ${answered})`;
}

// src/report/words/content.ts
/** The image is there, but it is not what the nodes need. */
const contentRows = {
	"platform-missing": (args) => ({
		message: `${image(args)} has nothing for ${code(args.platform)}.`,
		cause: `Nodes of that platform are declared or required, and the index offers ${series(args.offered, 10)}.`,
		fix: `Build and push the image for ${code(args.platform)} too, use a tag that has it, or keep the workload off such nodes by a node selector.`
	}),
	"platform-depends-on-runtime": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled on ${code(args.platform)}: ${args.reason === "version" ? "containerd's versions" : "containerd's two ways to pull"} differ here.`,
		...args.reason === "version" ? versionsDiffer(args) : waysDiffer(args)
	}),
	"unsupported-manifest": (args, { verdict }) => ({
		message: verdict === "unknown" ? `Could not tell whether ${image(args)} can be pulled: its manifest is of a type that not all runtimes take.` : `${image(args)} cannot be pulled: its manifest is of a type that runtimes do not take.`,
		cause: `${unsupported[args.reason ?? ""] ?? unsupported["media-type"]} It is ${code(args.mediaType)}.`,
		fix: "Push the image again with a current tool: `docker buildx build --push`, or `skopeo copy --format oci`."
	}),
	"manifest-invalid": (args, { verdict }) => ({
		message: verdict === "unknown" ? `Could not tell whether ${image(args)} can be pulled: its manifest is damaged.` : `${image(args)} cannot be pulled: its manifest is damaged.`,
		cause: `${invalid[args.reason ?? ""] ?? invalid["shape"]}${quoted$1("Evidence", args.detail)}`,
		fix: "Push the image again; if it stays so, the registry or a cache before it is at fault."
	}),
	"not-an-image": (args, { verdict }) => ({
		message: `${image(args)} is no container image but an artifact of another kind.`,
		cause: `Its type is ${code(args.mediaType)}. ${artifact[verdict] ?? ""}`,
		fix: "Name the container image itself; charts, signatures and other artifacts often stand beside it under a similar tag."
	}),
	"wrong-architecture": (args) => ({
		message: `${image(args)} can be pulled on ${code(args.platform)} but will not run there.`,
		cause: `It is a single image for ${series(args.offered)}; no runtime looks at that when it pulls.`,
		fix: `Build and push it for ${code(args.platform)} as well, or keep the workload off such nodes by a node selector.`
	})
};
function waysDiffer(args) {
	return {
		cause: `The index offers ${series(args.offered, 10)}; one way takes an entry of these for ${code(args.platform)}, the other finds none.`,
		fix: "Declare `runtime` as `containerd-local` or `containerd-transfer` (the default way since containerd 2.1), or `cri-o`."
	};
}
function versionsDiffer(args) {
	return {
		cause: `The index offers ${series(args.offered, 10)}; entries name \`os.features\`, which containerd looks at since 2.4 alone.`,
		fix: `Push an entry for ${code(args.platform)} without \`os.features\`; it suits every version.`
	};
}
const unsupported = {
	"schema-1": "Docker manifests of schema 1 were given up in containerd 2.",
	"media-type": "The registry answers with a media type that is neither an image manifest nor an index."
};
const invalid = {
	"digest-mismatch": "The registry gave content that does not have the digest it should have.",
	"too-large": "The manifest is larger than runtimes accept.",
	"not-json": "What the registry gave is no JSON.",
	shape: "What the registry gave does not have the shape of a manifest."
};
const artifact = {
	pullable: "The runtime pulls it, and then no container can be made of it.",
	unpullable: "The runtime refuses to unpack it.",
	unknown: "Whether the pull or only the start fails depends on the runtime of the nodes, which was not declared."
};

// src/report/words/node-files.ts
const unread = (cause, fix) => ({
	message: (file) => `${file}, the registry configuration of the nodes, could not be read.`,
	cause,
	fix
});
const words$2 = {
	"hosts-file-discarded": {
		message: (file) => `containerd discards ${file}: nodes ask the registry itself and none of its mirrors.`,
		cause: "One mistake in a `hosts.toml` discards all of it; containerd only logs that.",
		fix: "Correct the file."
	},
	"certificate-missing": {
		message: (file) => `A certificate or key that ${file} names is not beside it, so hosts were asked without it.`,
		cause: "Nodes have the file; this check only sees the repository.",
		fix: "Put the certificate of the authority beside the `hosts.toml`; a private key belongs on the nodes alone."
	},
	"rewrite-ignored": {
		message: (file) => `${file} rewrites paths, which containerd itself does not do; the tables were ignored.`,
		cause: "Only the containerd of k3s and RKE2 knows `rewrite`.",
		fix: "Give the mirror a path with `override_path = true`, which every containerd knows."
	},
	"registries-conf-invalid": {
		message: (file) => `${file} is no valid configuration of registries: CRI-O pulls nothing with it.`,
		cause: "CRI-O reads the whole file or none of it (containers-registries.conf(5)).",
		fix: "Correct the file."
	},
	absent: unread("There is no such file or folder.", "Correct `hosts-dir` or `registries-conf`."),
	denied: unread("It may not be read.", "Check its permissions."),
	outside: unread("It lies outside the repository.", "Put it into the repository."),
	unreadable: unread("It is not what it should be: a folder of folders, or a text file.", "Correct the path.")
};
/** Sentences about a file that says how the nodes come to registries. */
function nodeFileWords(args) {
	const { message, cause, fix } = reasons$2.get(args.reason ?? "") ?? words$2.unreadable;
	return {
		message: message(code(args.path)),
		cause: `${cause}${quoted$1("In question", args.detail)}`,
		fix
	};
}
const reasons$2 = new Map(Object.entries(words$2).map(([why, one]) => [`node-${why}`, one]));

// src/report/words/unread.ts
const failures = {
	"program-missing": {
		cause: "The program that renders it was not found.",
		fix: "Install helm (https://helm.sh/docs/intro/install), put it on PATH, or name it by `helm-path`."
	},
	"program-failed": {
		cause: "The program that renders it ended with an error.",
		fix: "Correct what it names; `helm template` or `kustomize build` on your machine shows the same."
	},
	"timed-out": {
		cause: "Rendering took too long and was ended.",
		fix: "Check it on your machine: it may wait for the network."
	},
	"too-much-output": {
		cause: "It renders to more than can be read.",
		fix: "Split the source, or exclude it by `exclude`."
	},
	"values-missing": {
		cause: "A values file that was named is not there.",
		fix: "Correct `values`: a path from the repository or from the folder of the chart."
	},
	"dependency-missing": {
		cause: "A chart that it depends on is not in its `charts` folder.",
		fix: "Run `helm dependency build` before the check."
	}
};
/** How the detail of a failure is introduced where no program said it. */
const introductions = {
	"program-missing": "It is called",
	"timed-out": "It was running",
	"too-much-output": "It came from",
	"dependency-missing": "Missing"
};
/** What the path of a values file leads to instead of a file. */
const insteadOfValues = {
	absent: "A values file that was named is not there.",
	folder: "A values file that was named is a folder.",
	denied: "A values file that was named may not be read.",
	outside: "A values file that was named lies outside the repository."
};
/** Why a source did not render. */
function renderFailure(why, detail) {
	const known = Object.entries(failures).find(([name]) => name === why)?.[1] ?? failures["program-failed"];
	if (why === "values-missing") return {
		...known,
		cause: insteadOfValues[detail ?? ""] ?? known.cause
	};
	return {
		...known,
		cause: `${known.cause}${quoted$1(introductions[why ?? ""] ?? "It says", detail)}`
	};
}
const files = {
	syntax: {
		cause: "It is no valid YAML.",
		fix: "Correct the YAML at that line."
	},
	denied: {
		cause: "The file may not be read.",
		fix: "Check its permissions."
	},
	"not-text": {
		cause: "It is no UTF-8 text.",
		fix: "Exclude it by `exclude` if it is no manifest."
	},
	"too-large": {
		cause: "It is too large to be read.",
		fix: "Split it, or exclude it by `exclude`."
	},
	outside: {
		cause: "It is a link that leaves the repository.",
		fix: "Put the file itself into the repository."
	},
	absent: {
		cause: "The file is not there.",
		fix: "Correct the path, or add the file."
	}
};
/** Why a file or document could not be read. */
const unreadable$1 = files;
const sources = {
	"remote-base": {
		cause: "It has a base elsewhere, which this check does not fetch.",
		fix: "Vendor the base, or pipe the output of `kustomize build` into `will-it-pull -`."
	},
	"remote-dependency": {
		cause: "It comes from or depends on a chart elsewhere that is not here.",
		fix: "Run `helm dependency build` before the check, or pipe the output of `helm template` into `will-it-pull -`."
	},
	"encrypted-values": {
		cause: "Its values are encrypted, so what they set is not known here.",
		fix: "Decrypt them before the check, or pipe the output of `helm template` into `will-it-pull -`."
	},
	"too-many-values": {
		cause: "The chart has more sets of values than are rendered.",
		fix: "Name those that are deployed in `sources` of the configuration."
	},
	unreadable: {
		cause: "It could not be read.",
		fix: "Correct the file, or its permissions."
	},
	"no-program": {
		cause: "The program that renders it is not there.",
		fix: "Install helm, or kustomize or kubectl."
	},
	absent: {
		cause: "There is no such file or folder.",
		fix: "Correct the path, or leave it out to check all."
	},
	denied: {
		cause: "It may not be read.",
		fix: "Check its permissions."
	},
	outside: {
		cause: "It lies outside the repository.",
		fix: "Name a path inside the repository."
	},
	"no-source": {
		cause: "Nothing there renders to manifests: no chart, no kustomization, no manifest.",
		fix: "Name a folder that holds one. A file counts as a manifest where it has `apiVersion` and `kind`."
	},
	"library-chart": {
		cause: "A library chart renders nothing by itself.",
		fix: "Name a chart that uses it."
	},
	"not-a-manifest": {
		cause: "It is no Kubernetes manifest: `apiVersion` and `kind` are not in it.",
		fix: "Name a manifest, a chart or a kustomization; of a chart, name its folder."
	},
	"no-input": {
		cause: "Standard input held no document.",
		fix: "See whether the command before the pipe failed: run it alone."
	}
};
/** Why a source or path was left out. */
const skipped = sources;

// src/report/words/coverage.ts
/** What was not looked at, and why. */
const coverageRows = {
	"render-failed": (args) => {
		const { cause, fix } = renderFailure(args.reason, args.detail);
		return {
			message: `${code(args.path)} does not render, so its images were not checked.`,
			cause,
			fix
		};
	},
	"unreadable-document": (args) => {
		if (args.reason?.startsWith("node-")) return nodeFileWords(args);
		const { cause, fix } = unreadable$1[args.reason ?? ""] ?? unreadable$1["syntax"] ?? {
			cause: "",
			fix: ""
		};
		return {
			message: `A document in ${code(args.path)} could not be read, so it was not checked.`,
			cause: `${cause}${quoted$1("The parser says", args.detail)}`,
			fix
		};
	},
	"unresolved-source": (args) => {
		const { cause, fix } = skipped[args.reason ?? ""] ?? {
			cause: "It could not be turned into manifests here.",
			fix: ""
		};
		return {
			message: `${code(args.path)} was not checked.`,
			cause: `${cause}${quoted$1("In question", args.detail)}`,
			fix: fix === "" ? void 0 : fix
		};
	},
	"no-images-found": (args) => ({
		message: "No image was found, so nothing was checked.",
		cause: `${counted(args.count ?? 0, "source")} rendered to no pod at all.`,
		fix: "Check `paths` and the values: a disabled component renders to nothing. `will-it-pull list` shows what is found."
	}),
	"image-like-string": (args) => ({
		message: `${code(args.reference ?? args.detail)} looks like an image but stands in no image field; it was not checked.`,
		cause: `Environment variables, arguments and ConfigMaps may hold images that an operator pulls later.`,
		fix: "If it is one, check it by hand."
	})
};

// src/report/words/existence.ts
const pushAgain = "Push the image again with all its parts, or use a tag that is whole.";
/** The image is not there, or not given out. */
const existenceRows = {
	"registry-policy": (args, { verdict }) => verdict === "unpullable" ? imagePolicy(args) : runnerPolicy(args),
	"repository-not-found": (args) => ({
		message: `${image(args)} does not exist: there is no repository ${repository(args)}.`,
		cause: official(args) ?? `The registry knows no repository of this name.${quoted$1("It says", args.detail)}`,
		fix: "Check the spelling of registry, namespace and name; if the image is still to be built, push it first."
	}),
	"tag-not-found": (args) => ({
		message: isListed(args) ? `${image(args)} cannot be pulled: there is no manifest behind the tag ${code(args.tag)}.` : `${image(args)} does not exist: the repository has no tag ${code(args.tag)}.`,
		cause: `${tagCause(args)}${quoted$1("The registry says", args.detail)}`,
		fix: "Check the spelling of the tag; if the image is still to be built, push it first."
	}),
	"digest-not-found": (args) => ({
		message: `${image(args)} does not exist: the repository holds no manifest ${code(args.digest)}.`,
		cause: `The digest is wrong, or the manifest was deleted; a rebuilt tag gets a new digest.${quoted$1("The registry says", args.detail)}`,
		fix: `Take the digest that the registry has now: \`docker buildx imagetools inspect REPOSITORY:TAG\`.`
	}),
	"child-manifest-missing": (args) => ({
		message: `${image(args)} is broken for ${code(args.platform)}: its index names a manifest that is not there.`,
		cause: `The registry does not hold ${code(args.digest)}. It was deleted, or never pushed with the index.`,
		fix: pushAgain
	}),
	"blob-missing": (args) => ({
		message: `${image(args)} is broken for ${code(args.platform)}: a part of it is not there.`,
		cause: `The registry does not hold the content that ${code(args.digest)} names. It was deleted, or never pushed.`,
		fix: pushAgain
	})
};
function official({ reason }) {
	return reason === "official" ? "Official images of Docker Hub are never private, so a refusal means that there is none of this name." : void 0;
}
function isListed({ tag = "", tags, reason }) {
	return reason !== "expired" && tags?.includes(tag) === true;
}
function tagCause(args) {
	const { reason, tags } = args;
	if (isListed(args)) return "The registry lists the tag, but gives no manifest for it: it was deleted or is damaged.";
	if (reason === "expired") return "The tag existed and has expired or was deleted.";
	if (tags === void 0) return "The registry knows no such tag; it did not show which it has.";
	if (tags.length === 0) return "The repository has no tags at all.";
	return `The repository exists and has other tags: ${series(tags.toReversed())}.`;
}
function imagePolicy(args) {
	if (args.status === 405) return notServed(args);
	return {
		message: `${image(args)} is there, but ${code(args.registry)} refuses to give it out (HTTP ${args.status ?? "?"}).`,
		cause: `A policy of the registry stops the pull: a scan, a signature or a block.${quoted$1("It says", args.detail)}`,
		fix: "Use a version that meets the policy, or ask whoever runs the registry for an exception."
	};
}
function notServed(args) {
	return {
		message: `${image(args)} cannot be pulled: ${code(args.registry)} serves no images under this name (HTTP 405).`,
		cause: `The namespace was disabled, or the repository holds something else than images.${quoted$1("The registry says", args.detail)}`,
		fix: "Find out where the image is kept now, or ask whoever runs the registry."
	};
}
function runnerPolicy(args) {
	return {
		message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses the address of this runner.`,
		cause: `A firewall of the registry lets only certain networks in; nodes may be among them.${quoted$1("It says", args.detail)}`,
		fix: "Run the check from a network that the registry lets in, or allow the address of the runner."
	};
}

// src/report/words/fix.ts
/** A fix that the evidence shows, in words; undefined where there is none and the usual advice is better. */
function fixWords(fix) {
	const [first, ...others] = fix.candidates;
	const { commands } = fix;
	switch (fix.kind) {
		case "use-tag": return first === void 0 ? void 0 : {
			text: `Use ${code(first)}, which exists${orElse(others)}.`,
			commands
		};
		case "use-digest": return first === void 0 ? void 0 : {
			text: `Use the digest ${code(first)}${orElse(others)}.`,
			commands
		};
		case "relocate": return {
			text: relocation(fix, first),
			commands
		};
		case "add-library": return first === void 0 ? void 0 : {
			text: `Use ${code(first)}: official images stand below \`library/\`.`,
			commands
		};
		case "fix-host": return first === void 0 ? void 0 : {
			text: `Did you mean ${code(first)}? Correct the registry${orElse(others)}.`,
			commands
		};
		case "create-secret":
		case "none": return;
	}
}
function orElse(others) {
	return others.length === 0 ? "" : `, or ${series(others)}`;
}
function relocation({ source }, to) {
	const use = to === void 0 ? "Nothing took its place: build it yourself or choose another image." : `Use ${code(to)}.`;
	if (source === void 0) return use;
	return `${use} Since ${code(source.date)}: ${code(source.note)} (${code(source.url)}).`;
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
	"wrong-architecture": () => ({
		reason: "CrashLoopBackOff",
		message: "exec format error"
	}),
	"blocked-by-node": ({ registry = "" }) => ({
		reason: "ErrImagePull",
		message: `registry ${registry} is blocked in /etc/containers/registries.conf`
	})
};
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
	"not-an-image": ({ reference }) => `failed to pull and unpack image "${reference}": mismatched image rootfs and manifest layers`,
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

// src/report/words/name.ts
const digestFix = "Copy the digest again: `sha256:` and 64 of the digits `0-9a-f`.";
const hostFix = "Write the registry as `host` or `host:port`, without user name or path.";
const reasons$1 = {
	empty: {
		cause: "It is empty.",
		fix: "Set the image, or the value that the template reads."
	},
	"too-long": {
		cause: "It is far longer than any reference can be.",
		fix: "Look at what fills the value."
	},
	"template-residue": {
		cause: "It still holds a piece of a template or a variable that nothing filled in.",
		fix: "Set the value that the template reads, or fill in the variable before the check."
	},
	"white-space": {
		cause: "It holds white space.",
		fix: "Remove blanks and line ends; look for a block scalar or a trailing blank in the values."
	},
	"url-scheme": {
		cause: "It begins with a URL scheme, which references do not have.",
		fix: "Leave out the scheme."
	},
	"image-id": {
		cause: "A name of exactly 64 hexadecimal digits is taken for an image id.",
		fix: "Put the repository before the digest: `registry/path@sha256:…`."
	},
	"missing-name": {
		cause: "There is no name before the tag or digest.",
		fix: "Set the repository of the image."
	},
	"empty-path-part": {
		cause: "A part of the name is empty: it begins or ends with `/`, or has two in a row.",
		fix: "Set the value that is empty, or remove the `/`."
	},
	"upper-case": {
		cause: "A repository name must be lower case; only tags may hold capitals.",
		fix: "Write the repository in lower case."
	},
	"path-characters": {
		cause: `Its name holds characters that names must not have. A name has parts of lower-case letters and digits, with \`.\`, \`_\`, \`__\` or dashes between them, and \`/\` between the parts.`,
		fix: "Correct the name."
	},
	"path-too-long": {
		cause: "A repository name may have 255 characters at most.",
		fix: "Use a shorter repository name."
	},
	host: {
		cause: "What stands for the registry is no host name.",
		fix: hostFix
	},
	port: {
		cause: "The port of the registry is no number.",
		fix: hostFix
	},
	"empty-tag": {
		cause: "There is no tag after the `:`.",
		fix: "Set the tag, or leave out the `:`."
	},
	"plus-in-tag": {
		cause: "A tag must not hold a `+`, although versions may.",
		fix: "Write what the build wrote when it pushed the image, usually `_` or `-` instead."
	},
	"tag-too-long": {
		cause: "A tag may have 128 characters at most.",
		fix: "Use a shorter tag."
	},
	"tag-characters": {
		cause: "A tag has letters, digits, `_`, `.` and `-` only, and begins with none of the last two.",
		fix: "Correct the tag."
	},
	"several-tags": {
		cause: "It has more than one tag.",
		fix: "Keep one; look for a tag in the repository value too."
	},
	"empty-digest": {
		cause: "There is no digest after the `@`.",
		fix: "Set the digest, or leave out the `@`."
	},
	"tag-after-digest": {
		cause: "A tag stands after the digest.",
		fix: "Write the tag before the `@`, or leave it out."
	},
	"digest-without-algorithm": {
		cause: "Its digest does not name the algorithm.",
		fix: "Write `@sha256:` before the digits."
	},
	"digest-algorithm": {
		cause: "The algorithm of its digest is not known.",
		fix: digestFix
	},
	"digest-upper-case": {
		cause: "A digest is written in lower case.",
		fix: "Write the digest in lower case."
	},
	"digest-length": {
		cause: "Its digest is too short or too long.",
		fix: digestFix
	},
	"digest-characters": {
		cause: "Its digest holds other characters than `0-9a-f`.",
		fix: digestFix
	}
};
const byCode = new Map(Object.entries(reasons$1));
/** A reference that no node would even try to pull. */
const nameRows = {
	"invalid-reference": (args) => ({
		message: `${code(args.reference)} is not an image reference.`,
		...why$1(args)
	}),
	"empty-reference": () => ({
		message: "The image is empty.",
		cause: "The field is there, but nothing sets its value.",
		fix: "Set the image, or the value that the template reads."
	})
};
function why$1({ reason = "", detail }) {
	const { cause, fix } = byCode.get(reason) ?? reasons$1["path-characters"];
	return {
		cause: `${cause}${quoted$1("The part in question", detail)}`,
		fix
	};
}

// src/report/words/network.ts
const untold$1 = (args) => `Could not tell whether ${image(args)} can be pulled: `;
/** No answer that says anything about the image. */
const networkRows = {
	"registry-name-not-resolved": failure$1((args) => `the name ${host(args)} does not resolve`),
	"registry-unreachable": (args, finding) => finding.verdict === "pullable" ? missedHost(args) : unreachable(args, finding),
	"registry-error": failure$1((args) => `${host(args)} gave no usable answer${status(args)}`),
	"proxy-error": failure$1((args) => `the proxy on the way to ${code(args.registry ?? args.host)} let nothing through`),
	"rate-limited": (args) => ({
		message: `${untold$1(args)}${code(args.registry)} limits how often it may be asked (429).`,
		cause: `${limits[args.reason ?? ""] ?? limits["requests"]}${quoted$1("The registry says", args.detail)}`,
		fix: `${wait(args)} ${login(args)}`
	})
};
const unreachable = failure$1((args) => `${host(args)} did not answer`);
/** A mirror that nodes try in vain before they come to a host that has the image. */
function missedHost(args) {
	const known = failures$1[args.reason ?? ""];
	return {
		message: `${host(args)}, which nodes try first for ${image(args)}, gave no answer; the next host has the image.`,
		cause: `${known?.cause ?? "It limits how often it may be asked."}${quoted$1("Evidence", args.detail)}`,
		fix: "Check the mirror, if the runner should reach it: nodes wait for it at every pull."
	};
}
const limits = {
	pulls: "The quota of pulls for this address or account is used up.",
	requests: "Too many requests came from this address or account in a short time.",
	data: "The allowance of data for this address or account is used up."
};
function failure$1(what) {
	return (args) => {
		const known = failures$1[args.reason ?? ""] ?? {
			cause: "The request failed.",
			fix: "Run the check again."
		};
		return {
			message: `${untold$1(args)}${what(args)}.`,
			cause: `${known.cause}${quoted$1("Evidence", args.detail)}`,
			fix: known.fix
		};
	};
}
function status({ status: answered }) {
	return answered === void 0 ? "" : ` (HTTP ${answered})`;
}
const dayMs = 864e5;
function wait({ retryAfterMs }) {
	return `Run the check again ${retryAfterMs !== void 0 && retryAfterMs <= dayMs ? `in ${duration(retryAfterMs)}` : "later"}.`;
}
function login(args) {
	return args.reason === "pulls" ? `A login of the runner for ${code(args.registry)} has a quota of its own; nodes that pull ${repository(args)} have theirs.` : "A lower `concurrency` helps where this happens often.";
}

// src/report/words/node.ts
/** The configuration of the nodes, or of the workload, decides before any registry is asked. */
const nodeRows = {
	"never-pull": (args) => ({
		message: `${image(args)} is never pulled: its pull policy is \`Never\`.`,
		cause: "The container only starts on nodes that already hold the image, so no registry was asked.",
		fix: "Use `IfNotPresent` unless the image is loaded onto every node by other means."
	}),
	"blocked-by-node": (args) => {
		const { cause, fix } = blocks[args.reason ?? ""] ?? blocked;
		return {
			message: `${image(args)} cannot be pulled: the nodes' configuration does not let them ask ${code(args.registry)}.`,
			cause: `${cause(args)}${quoted$1("In question", args.detail)}`,
			fix
		};
	},
	"short-name-ambiguous": (args) => ({
		message: `${image(args)} cannot be pulled: its short name stands for no single registry on these nodes.`,
		cause: `CRI-O resolves names without a registry by ${file(args)}, which has no alias for this one and ${searched(args)}.`,
		fix: "Write the registry: `docker.io/library/nginx` instead of `nginx`."
	}),
	"no-node-for-workload": (args) => ({
		message: `No declared node can run the workload that uses ${image(args)}.`,
		cause: "Its node selector, affinity or OS excludes every platform of the environment, so the image was not checked.",
		fix: "Correct the node selector or affinity, or declare the platform of those nodes by `platforms`."
	})
};
const blocked = {
	cause: (args) => `${file(args)} marks the registry or a path of it as blocked.`,
	fix: "Use a registry that the nodes allow, or remove the block."
};
const blocks = {
	blocked,
	"no-host-resolves": {
		cause: () => "No host of its `hosts.toml` has both the capabilities `pull` and `resolve`, so none says what a tag stands for.",
		fix: "Give a host or `server` both capabilities, or use the digest."
	},
	invalid: {
		cause: (args) => `${file(args)} can't be read; CRI-O pulls nothing with it.`,
		fix: "Correct the file."
	}
};
function file({ path }) {
	return path === void 0 ? "`registries.conf`" : code(path);
}
function searched({ offered = [] }) {
	return offered.length === 0 ? "no search registry" : `several search registries: ${series(offered, 5)}`;
}

// src/report/words/project.ts
/** What a project asks of its images, and what may hurt later. */
const projectRows = {
	"latest-tag": (args) => ({
		message: `${image(args)} uses the tag \`latest\`.`,
		cause: "What it stands for changes without a change here, and a rollback does not bring the old image back.",
		fix: "Name a version."
	}),
	"digest-required": (args) => ({
		message: `${image(args)} is not pinned by digest.`,
		cause: "This project requires `@sha256:…`; a tag can be moved.",
		fix: "Add the digest: `docker buildx imagetools inspect REPOSITORY:TAG` prints it."
	}),
	"registry-not-allowed": (args) => ({
		message: `${repository(args)} is not among the registries that this project allows.`,
		cause: "No entry of `allowed-registries` covers it.",
		fix: "Use a copy in an allowed registry, or add it to `allowed-registries`."
	}),
	"tag-digest-drift": (args) => ({
		message: `The tag of ${image(args)} no longer stands for the digest that is written with it.`,
		cause: `The digest counts: nodes pull ${code(args.digest)}. The tag was moved since.`,
		fix: "Take the new digest if the new image is meant, or correct the tag."
	}),
	"relocated-image": (args) => ({
		message: `${image(args)} has moved.`,
		cause: `It can still be pulled, but the old place is no longer kept up.${quoted$1("Note", args.detail)}`,
		fix: "Use the new place."
	}),
	"rate-limit-risk": (args) => ({
		message: `Pulls from ${code(args.registry)} may soon be limited.`,
		cause: risk(args),
		fix: "Name a pull secret for the registry, or pull through a mirror."
	}),
	"large-image": (args) => ({
		message: `${image(args)} is large: ${size(args.bytes ?? 0)} compressed${args.platform === void 0 ? "" : ` for ${code(args.platform)}`}.`,
		cause: "Pulling it takes long and fills the disks of the nodes.",
		fix: "Use a slimmer variant, or raise `large-image-bytes`."
	})
};
function risk({ count, detail }) {
	return `${count === void 0 ? "Images" : counted(count, "image")} are pulled from there without a login, and all nodes behind one address share a quota.${quoted$1("Evidence", detail)}`;
}
function size(bytes) {
	const gib = bytes / 2 ** 30;
	return gib >= 1 ? `${gib.toFixed(1)} GiB` : `${Math.round(bytes / 2 ** 20)} MiB`;
}

// src/report/words/secrets.ts
/** Facts about the secrets that a pod names. */
const secretRows = {
	"pull-secret-invalid": (args) => ({
		message: `${image(args)} cannot be pulled: the pull secret ${series(args.secrets)} cannot be read.`,
		cause: `The kubelet pulls nothing for a pod that names a secret with broken content, not even public images.${quoted$1("It would say", args.detail)}`,
		fix: "Create the secret again:",
		commands: [renewSecret(args)]
	}),
	"pull-secret-rejected": (args) => ({
		...rejected(args),
		commands: args.reason === "runner-login" ? [] : [renewSecret(args)]
	}),
	"pull-secret-missing": (args) => ({
		message: `The pull secret ${series(args.secrets)} is neither in the manifests nor was its content given.`,
		cause: "Its content is not known here, so whether it opens the registry is taken on trust.",
		fix: "If the cluster does not hold it yet, create it; to have it checked, give its content by `pull-secrets`.",
		commands: [createSecret$1(args)]
	}),
	"pull-secret-other-namespace": (args) => ({
		message: `The pull secret ${series(args.secrets)} is only rendered into namespace ${series(args.namespaces)}.`,
		cause: "A pod can only use secrets of its own namespace. The cluster may hold one of the same name, which is not known here.",
		fix: `Render it into namespace ${code(args.namespace ?? "default")}, or create it there.`,
		commands: [createSecret$1(args)]
	}),
	"pull-secret-ignored": (args) => ({
		message: `The kubelet ignores the pull secret ${series(args.secrets)}.`,
		cause: ignored[args.reason ?? ""] ?? unusable(args),
		fix: args.reason === "blank-name" ? "Remove the blank entry, or give it the name of a secret." : "Use type `kubernetes.io/dockerconfigjson` with the key `.dockerconfigjson`:",
		commands: args.reason === "blank-name" ? [] : [deleteSecret(args), createSecret$1(args)]
	}),
	"pull-secret-no-match": (args) => ({
		message: `The pull secret ${series(args.secrets)} holds no login for this image.`,
		cause: `It has logins for ${series(args.namespaces)} only.`,
		fix: "Add a login for the registry of the image to the secret, keyed by its host."
	})
};
const ignored = { "blank-name": "Its name is blank. A list with a blank name also keeps the secrets of the ServiceAccount from being used." };
function unusable({ reason }) {
	return `Its type and its key do not correspond (${code(reason)}), so its content is never looked at.`;
}
function rejected(args) {
	const { registry, secrets, detail, public: open, reason } = args;
	const login = reason === "runner-login" || !secrets?.length ? "the login that the nodes were declared to hold" : `the login in ${series(secrets)}`;
	const also = open ? " Without any login the image can be pulled: a stale login breaks the pull of a public image, since the kubelet then never tries without." : "";
	return {
		message: `${image(args)} cannot be pulled: ${code(registry)} refuses ${login}.`,
		cause: `It has expired, is wrong, or has no right to this repository${open ? "" : ", which may also not exist"}.${also}${quoted$1("The registry says", detail)}`,
		fix: open ? "Renew the login, or take it away from the pod:" : "Renew the login, or give its account the right to pull:"
	};
}

// src/report/words/tls.ts
/** The connection to the registry is not one that a node would trust. */
const tlsRows = {
	"tls-untrusted": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled: the certificate of ${host(args)} is not trusted here.`,
		...why(args, "tls-unknown-authority")
	}),
	"tls-expired": broken((args) => `nodes do not accept the certificate of ${host(args)}`),
	"tls-name-mismatch": broken((args) => `nodes do not accept the certificate of ${host(args)}`),
	"tls-handshake": broken((args) => `no TLS connection to ${host(args)} comes about`),
	"plain-http-registry": broken((args) => `no TLS connection to ${host(args)} comes about`)
};
function broken(what) {
	return (args, { verdict }) => {
		const start = verdict === "unknown" ? "Could not tell whether" : "";
		const outcome = verdict === "unknown" ? "can be pulled" : "cannot be pulled";
		return {
			message: `${start} ${image(args)} ${outcome}: ${what(args)}.`.trimStart(),
			...why(args, "tls-handshake")
		};
	};
}
function why({ reason, detail }, usual) {
	const known = failures$1[reason ?? usual] ?? failures$1[usual];
	return {
		cause: `${known?.cause ?? ""}${quoted$1("Evidence", detail)}`,
		fix: known?.fix
	};
}

// src/report/words/words.ts
const rows = {
	...nameRows,
	...networkRows,
	...tlsRows,
	...secretRows,
	...accessRows,
	...existenceRows,
	...contentRows,
	...nodeRows,
	...projectRows,
	...coverageRows
};
/** Makes the sentences of a finding: the only place that does. */
function words$1(finding, fix) {
	const { message, cause, fix: advice, commands = [] } = rows[finding.code](finding.args, finding);
	return {
		message,
		cause,
		fix: (fix && fixWords(fix)) ?? (advice === void 0 ? null : {
			text: advice,
			commands
		}),
		kubelet: kubeletWords(finding)
	};
}

// src/report/findings.ts
const mostRelated = 50;
/** The findings in words, sorted. */
function reportFindings(parts) {
	const context = {
		parts,
		uses: new Map(parts.inventory.uses.map((use) => [use.id, use])),
		paths: sourcePaths(parts.rendered),
		name: entryNames(parts.plans)
	};
	return parts.judgement.findings.map((finding) => reportFinding(finding, context)).toSorted(compareFindings);
}
function reportFinding(finding, context) {
	const { environment, platform, image, ignored } = finding;
	const { uses, name } = context;
	const status = isOld(finding, context) ? "old" : "new";
	const [location, ...related] = locationsOf(finding, context).map(reportLocation);
	return {
		code: finding.code,
		layer: finding.layer,
		severity: finding.severity,
		verdict: finding.verdict,
		status,
		ignored: ignored === void 0 ? null : { reason: ignored.reason },
		counts: counts(finding, status, context),
		key: findingKey(finding, uses),
		image: image ?? null,
		environment: environment ?? null,
		platform: platform ?? null,
		uses: finding.uses.map((use) => name(use, environment)),
		location: location ?? null,
		related: related.slice(0, mostRelated),
		...told(finding, context),
		evidence: finding.trail.slice(-20).map(reportRequest),
		notChecked: [...finding.notChecked]
	};
}
function isOld(finding, { parts: { comparison }, uses }) {
	if (comparison?.kind !== "base") return false;
	return findingIdentities(finding, uses).every((identity) => comparison.identities.has(identity));
}
function counts({ ignored, severity }, status, { parts }) {
	const settled = status === "old" && parts.request.policy.failOn === "new";
	return ignored === void 0 && severity !== "off" && !settled;
}
function told(finding, { parts }) {
	const known = parts.fixes.get(finding);
	const { message, cause, fix, kubelet } = words$1(finding, known);
	const edit = known?.edit;
	const change = edit && { edit: {
		location: reportLocation(edit.location),
		text: edit.text
	} };
	return {
		message,
		cause,
		fix: fix && {
			text: fix.text,
			commands: [...fix.commands],
			...change
		},
		kubelet: kubelet && { ...kubelet }
	};
}
function reportRequest({ method, url, status, failure, codes, credentials }) {
	return {
		method,
		url,
		status: status ?? null,
		failure: failure ?? null,
		codes: [...codes],
		credentials
	};
}
/** The place to edit first, then the others, each once. */
function locationsOf(finding, context) {
	const found = context.parts.locations.findings?.get(finding) ?? placesOf(finding, context);
	return [...new Map(found.map((location) => [placeOf(location), location])).values()];
}
function placesOf({ place, image, uses }, context) {
	if (place !== void 0) return [placed(place)];
	return uses.flatMap((id) => {
		const traced = image === void 0 ? [] : context.parts.locations.uses.get(id) ?? [];
		const use = context.uses.get(id);
		return traced.length > 0 || use === void 0 ? traced : [useFile(use, context.paths)];
	});
}
function placeOf({ file, line, column }) {
	return JSON.stringify([
		file,
		line,
		column
	]);
}
function placed({ file, line, column }) {
	return {
		file,
		line,
		column,
		confidence: line === void 0 ? "file" : "exact"
	};
}

// src/report/headline.ts
/** One sentence: why the run ended with this verdict. */
function headline(verdict, tally, asked) {
	switch (verdict) {
		case "fail": return failed(tally);
		case "unknown": return untold(tally, asked);
		case "pass": return asked.untouched === true ? "No source is touched by this change, so there was nothing to check." : passed(tally);
	}
}
function failed({ findings, summary }) {
	const errors = findings.filter(({ counts, severity }) => counts && severity === "error");
	const broken = new Set(errors.filter(({ verdict }) => verdict === "unpullable").map(({ image, uses }) => image ?? uses[0]));
	const unrendered = errors.filter(({ code }) => code === "render-failed").length;
	const others = errors.filter(({ verdict, code }) => verdict !== "unpullable" && code !== "render-failed").length;
	return `${[
		broken.size > 0 ? `${broken.size} of ${counted(summary.images, "image")} cannot be pulled` : void 0,
		unrendered > 0 ? `${counted(unrendered, "source")} ${unrendered === 1 ? "does" : "do"} not render` : void 0,
		others > 0 ? `${counted(others, broken.size + unrendered > 0 ? "other error" : "error")} found` : void 0,
		summary.unknown > 0 ? `${summary.unknown} could not be verified` : void 0
	].filter((fact) => fact !== void 0).join("; ")}.`;
}
function untold({ summary, sources, uses }, { request }) {
	if (request.offline) return `${counted(summary.images, "image")} found; nothing was asked of any registry.`;
	if (uses.length === 0) return `Nothing was checked: no image was found in ${counted(sources.length, "source")}.`;
	if (uses.every(({ verdict }) => verdict === "not-checked")) return `Nothing was checked: none of ${counted(summary.images, "image")} would be pulled by a declared node.`;
	return `${summary.unknown} of ${counted(summary.images, "image")} could not be verified; no error was found.`;
}
function passed({ summary, sources }) {
	const { images, pullable, notChecked, unpullable, unknown } = summary;
	const known = unpullable + unknown;
	const left = sources.filter(({ status }) => status !== "rendered").length;
	return `${[
		pullable === images ? `${images === 1 ? "The image" : `All ${images} images`} can be pulled` : `${pullable} of ${counted(images, "image")} can be pulled`,
		known > 0 ? `${known} ${known === 1 ? "has" : "have"} known problems that are ignored or older than this change` : void 0,
		notChecked > 0 ? `${notChecked} not checked` : void 0,
		left > 0 ? `${counted(left, "source")} not checked` : void 0
	].filter((fact) => fact !== void 0).join("; ")}.`;
}

// src/report/fold.ts
const worstFirst = [
	"unpullable",
	"unknown",
	"pullable",
	"not-checked"
];
/** The worst of several verdicts; of none, `not-checked`. */
function worst(verdicts) {
	return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? "not-checked";
}
/** The worst verdict of each platform, in the order in which the platforms are met. */
function foldPlatforms(platforms) {
	return [...Map.groupBy(platforms, ({ platform }) => platform)].map(([platform, same]) => ({
		platform,
		verdict: worst(same.map(({ verdict }) => verdict)),
		digest: same.find(({ digest }) => digest !== null)?.digest ?? null
	}));
}

// src/report/images.ts
/** One entry for each normalized reference, in the order in which they are met, with the fold of its uses. */
function reportImages({ plans, evidence }, uses) {
	const entries = plans.flatMap((plan, index) => {
		const use = uses[index];
		return use === void 0 ? [] : [{
			plan,
			use
		}];
	});
	return [...Map.groupBy(entries, ({ plan }) => imageName(plan)).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const manifest = same.map(({ plan }) => evidence?.get(plan)?.content).find((seen) => seen !== void 0)?.manifest;
		return [{
			...names(first.plan),
			verdict: worst(same.map(({ use }) => use.verdict)),
			resolvedDigest: manifest?.digest ?? null,
			mediaType: manifest?.mediaType ?? null,
			platforms: [...foldPlatforms(same.flatMap(({ use }) => use.platforms))],
			uses: same.map(({ use }) => use.id)
		}];
	});
}
function imageName({ reference }) {
	return reference.kind === "reference" ? reference.normalized : reference.written;
}
function names({ reference, use }) {
	if (reference.kind === "reference-error") return {
		reference: use.image,
		...unnamed,
		error: reference.error
	};
	const { normalized, domain, path, tag, digest } = reference;
	return {
		reference: use.image,
		normalized,
		domain,
		path,
		tag,
		digest,
		error: null
	};
}
const unnamed = {
	normalized: null,
	domain: null,
	path: null,
	tag: null,
	digest: null
};

// src/report/outcome.ts
/**
* `fail`: at least one counted error. `unknown`: something that counts could not be told, or nothing at all was
* checked, as where nothing is asked. A change that touches no source is a pass.
*/
function runVerdict(tally, parts) {
	if (parts.request.offline) return "unknown";
	const counted = tally.findings.filter(({ counts }) => counts);
	if (counted.some(({ severity }) => severity === "error")) return "fail";
	if (parts.untouched === true) return "pass";
	if (tally.uses.every(({ verdict }) => verdict === "not-checked")) return "unknown";
	return counted.some(({ verdict, image }) => verdict === "unknown" && image !== null) || unexplained(tally, parts) ? "unknown" : "pass";
}
function unexplained({ uses, findings }, { request }) {
	if ([...request.policy.severities.values()].includes("off")) return false;
	const explained = new Set(findings.flatMap((finding) => finding.uses));
	return uses.some(({ verdict, id }) => verdict === "unknown" && !explained.has(id));
}

// src/report/sources.ts
/** What became of each source. */
function reportSource(rendered, documents) {
	const { source } = rendered;
	const { reason, error } = failure(rendered);
	return {
		id: source.id,
		kind: source.kind === "unresolved" ? source.of : source.kind,
		path: source.path,
		label: source.label,
		renderer: rendered.kind === "skipped" ? null : rendered.renderer ?? null,
		status: rendered.kind,
		documents: documents.get(source.id) ?? 0,
		error,
		reason
	};
}
function failure(rendered) {
	switch (rendered.kind) {
		case "rendered": return {
			reason: null,
			error: null
		};
		case "failed": {
			const { why, detail } = rendered.failure;
			return {
				reason: why,
				error: renderFailure(why, detail).cause
			};
		}
		case "skipped": {
			const { source } = rendered;
			if (source.kind !== "unresolved") return {
				reason: "no-program",
				error: skipped["no-program"]?.cause ?? ""
			};
			return {
				reason: source.why,
				error: `${skipped[source.why]?.cause ?? ""}${quoted$1("In question", source.detail)}`
			};
		}
	}
}

// src/report/build.ts
/** The report of a run: everything in words and in order, with the verdict that follows from it. */
function buildReport(parts) {
	const sources = parts.rendered.map((rendered) => reportSource(rendered, parts.inventory.documents));
	const uses = [...reportUses(parts)];
	const images = [...reportImages(parts, uses)];
	const findings = [...reportFindings(parts)];
	const summary = summarize(parts, images);
	const tally = {
		summary,
		sources,
		uses,
		findings
	};
	const verdict = runVerdict(tally, parts);
	return {
		schemaVersion: 1,
		tool: {
			name: "will-it-pull",
			version: parts.version
		},
		verdict,
		headline: headline(verdict, tally, parts),
		summary,
		base: reportBase(parts.comparison),
		sources,
		images,
		uses,
		findings
	};
}
function reportBase(comparison) {
	if (comparison === void 0 || comparison.kind === "none") return null;
	return comparison.kind === "base" ? {
		commit: comparison.commit,
		why: null
	} : {
		commit: null,
		why: comparison.why
	};
}
function summarize(parts, images) {
	const count = (verdict) => images.filter((image) => image.verdict === verdict).length;
	return {
		sources: parts.rendered.length,
		documents: [...parts.inventory.documents.values()].reduce((sum, documents) => sum + documents, 0),
		uses: parts.inventory.uses.length,
		images: images.length,
		pullable: count("pullable"),
		unpullable: count("unpullable"),
		unknown: count("unknown"),
		notChecked: count("not-checked"),
		requests: parts.usage.requests,
		durationMs: parts.durationMs
	};
}

// src/suggest/near-tags.ts
const maximumSuggestions = 3;
/** Existing tags nearest to a missing one, nearest first; the same variant (`-alpine`) goes before any other. */
function nearTags(missing, existing) {
	return existing.filter((tag) => tag !== missing).map((tag) => ({
		tag,
		score: distance(missing, tag)
	})).filter(({ score }) => score < tooFar).toSorted((a, b) => a.score - b.score || newestFirst(a.tag, b.tag)).slice(0, maximumSuggestions).map(({ tag }) => tag);
}
const tooFar = 400;
const otherVariant = 150;
const perEdit = 20;
const perStep = [
	100,
	30,
	2,
	1
];
function distance(missing, tag) {
	if (tag.replace(/^v/, "") === missing.replace(/^v/, "")) return 0;
	if (isMachineMade(tag)) return tooFar;
	const [a, b] = [version(missing), version(tag)];
	const variant = a.variant === b.variant ? 0 : otherVariant;
	if (a.numbers.length > 0 && b.numbers.length > 0) return versionDistance(a, b) + perEdit * edits(missing, tag, 8) + variant;
	const typed = edits(missing, tag, 8);
	return typed <= Math.max(2, missing.length / 3) ? perEdit * typed : tooFar;
}
function isMachineMade(tag) {
	return /^sha256-[0-9a-f]{64}/.test(tag) || /^[0-9a-f]{40,}$/.test(tag);
}
function version(tag) {
	const [, numbers = "", variant = ""] = /^v?(\d+(?:\.\d+)*)?(.*)$/s.exec(tag) ?? [];
	return {
		numbers: numbers === "" ? [] : numbers.split(".").map(Number),
		variant
	};
}
function versionDistance(a, b) {
	const length = Math.max(a.numbers.length, b.numbers.length);
	for (let index = 0; index < length; index++) {
		const steps = Math.abs((a.numbers[index] ?? 0) - (b.numbers[index] ?? 0));
		if (steps > 0) return (perStep[index] ?? 1) * Math.min(steps, 10);
	}
	return Math.abs(a.numbers.length - b.numbers.length) * 5;
}
function newestFirst(a, b) {
	return b.localeCompare(a, "en", { numeric: true });
}
/** Levenshtein distance, given up at `limit`. */
function edits(a, b, limit) {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		if (Math.min(...next) >= limit) return limit;
		row = next;
	}
	return row[b.length] ?? limit;
}

// src/suggest/relocations.ts
const relocations = [
	{
		from: "k8s.gcr.io/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "k8s.gcr.io was frozen",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "gcr.io/google-containers/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "an old name of k8s.gcr.io",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "gcr.io/google_containers/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "an old name of k8s.gcr.io",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "docker.io/bitnami/",
		to: "docker.io/bitnamilegacy/",
		since: "2025-09-29",
		note: "Bitnami moved its versioned tags to a frozen archive",
		source: "https://github.com/bitnami/containers/issues/83267"
	},
	{
		from: "public.ecr.aws/bitnami/",
		to: "docker.io/bitnamilegacy/",
		since: "2026-06-10",
		note: "Bitnami left this registry",
		source: "https://github.com/bitnami/charts/issues/36537"
	},
	{
		from: "docker.io/minio/",
		since: "2026-09",
		note: "MinIO removed its repositories; the community edition is source-only",
		source: "https://github.com/minio/minio/issues/21647"
	},
	{
		from: "gcr.io/kubebuilder/kube-rbac-proxy",
		to: "quay.io/brancz/kube-rbac-proxy",
		since: "2025-03",
		note: "the kubebuilder copy was removed",
		source: "https://book.kubebuilder.io/reference/metrics"
	},
	{
		from: "docker.pkg.github.com/",
		to: "ghcr.io/",
		since: "2021-06",
		note: "GitHub Packages became the Container registry",
		source: "https://docs.github.com/packages/working-with-a-github-packages-registry/migrating-to-the-container-registry-from-the-docker-registry"
	},
	{
		from: "docker.io/library/openjdk",
		to: "docker.io/library/eclipse-temurin",
		since: "2022-07",
		note: "openjdk is deprecated and many of its tags are gone",
		source: "https://hub.docker.com/_/openjdk"
	},
	{
		from: "docker.io/grafana/grafana-oss",
		to: "docker.io/grafana/grafana",
		since: "2025-09",
		note: "the grafana-oss repository ended after 12.1.1",
		source: "https://hub.docker.com/r/grafana/grafana-oss"
	},
	{
		from: "quay.io/coreos/flannel",
		to: "docker.io/flannel/flannel",
		since: "2022-01",
		note: "flannel moved",
		source: "https://github.com/kubernetes-sigs/kubespray/issues/8499"
	},
	{
		from: "docker.io/owasp/zap2docker-stable",
		to: "docker.io/zaproxy/zap-stable",
		since: "2023-08",
		note: "ZAP moved",
		source: "https://www.zaproxy.org/docs/docker/about/"
	}
];
/** The relocation that covers a normalized name without tag. */
function relocationOf(name) {
	return relocations.find(({ from }) => from.endsWith("/") ? name.startsWith(from) : name === from);
}
/** The name after the move, where something took its place. */
function relocatedName(name, { from, to }) {
	return to === void 0 ? void 0 : `${to}${name.slice(from.length)}`;
}

// src/suggest/suggest.ts
/** The one change that mends each finding, where the evidence shows one. */
function suggest(findings) {
	const fixes = findings.flatMap((finding) => {
		const fix = fixOf(finding);
		return fix ? [[finding, fix]] : [];
	});
	return new Map(fixes);
}
/** How each code is mended, where evidence can show a way. */
const ways = {
	"tag-not-found": (args) => nearestTag(args) ?? relocate(args),
	"digest-not-found": relocate,
	"repository-not-found": relocate,
	"not-found-or-private": (args) => relocate(args) ?? createSecret(args),
	"no-pull-secret": createSecret
};
function fixOf({ code, args }) {
	return ways[code]?.(args);
}
function nearestTag({ tag, tags }) {
	if (tag === void 0 || tags === void 0) return void 0;
	const candidates = nearTags(tag, tags);
	return candidates.length > 0 ? {
		kind: "use-tag",
		candidates,
		commands: []
	} : void 0;
}
function relocate({ registry, repository }) {
	const name = `${registry}/${repository}`;
	const relocation = relocationOf(name);
	if (relocation === void 0) return void 0;
	const to = relocatedName(name, relocation);
	const { since, source, note } = relocation;
	return {
		kind: "relocate",
		candidates: to ? [to] : [],
		commands: [],
		source: {
			date: since,
			url: source,
			note
		}
	};
}
function createSecret({ registry = "", namespace }) {
	const server = registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
	const words = [
		"kubectl",
		"create",
		"secret",
		"docker-registry",
		"regcred",
		`--docker-server=${server}`
	];
	const login = ["--docker-username=<user>", "--docker-password=<token>"];
	return {
		kind: "create-secret",
		candidates: [server, namespace ?? ""],
		commands: [[...words, ...login].join(" ")]
	};
}

// src/trace/image-block.ts
const partNames = [
	"registry",
	"repository",
	"tag",
	"digest"
];
/** Every block of values that gives exactly this image, written as one string or in parts. */
function imageBlocks(image, scope) {
	const winning = new Map(scope.leaves.map((leaf) => [JSON.stringify(leaf.path), leaf]));
	const whole = [...winning.values()].filter(({ node }) => node.value === image).map((leaf) => ({
		path: leaf.path,
		whole: leaf,
		parts: {}
	}));
	const appVersion = appVersionOf(scope.chartFile);
	const split = blocksOf(winning.values()).flatMap((block) => completed(block, image, appVersion));
	return [...whole, ...split];
}
function blocksOf(leaves) {
	const blocks = /* @__PURE__ */ new Map();
	for (const leaf of leaves) {
		const part = partNames.find((name) => name === leaf.path.at(-1));
		if (part === void 0) continue;
		const path = leaf.path.slice(0, -1);
		const key = JSON.stringify(path);
		const block = blocks.get(key) ?? {
			path,
			parts: {}
		};
		block.parts[part] = leaf;
		blocks.set(key, block);
	}
	return [...blocks.values()];
}
function completed(block, image, appVersion) {
	const { registry, repository, digest } = block.parts;
	if (textOf$1(repository) === "") return [];
	const tag = textOf$1(block.parts.tag) === "" ? appVersion : block.parts.tag;
	const name = [textOf$1(registry), textOf$1(repository)].filter((text) => text !== "").join("/");
	const tagged = textOf$1(tag) === "" ? name : `${name}:${textOf$1(tag)}`;
	const pinned = textOf$1(digest) === "" ? void 0 : `@${textOf$1(digest)}`;
	if (pinned === void 0) return image === tagged ? [{
		...block,
		parts: {
			...block.parts,
			tag
		}
	}] : [];
	if (image === `${tagged}${pinned}`) return [{
		...block,
		parts: {
			...block.parts,
			tag
		}
	}];
	return image === `${name}${pinned}` ? [{
		...block,
		parts: {
			registry,
			repository,
			digest
		}
	}] : [];
}
function textOf$1(leaf) {
	const node = leaf?.node;
	return node === void 0 || isNull(node) ? "" : node.value;
}
function isNull({ plain, value }) {
	return plain && [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].includes(value);
}
function appVersionOf(file) {
	if (file?.root === void 0) return void 0;
	const { node, isWhole } = nodeAt(file.root, ["appVersion"]);
	if (!isWhole || node.kind !== "scalar") return void 0;
	return {
		file,
		node,
		path: ["appVersion"],
		ownPath: ["appVersion"]
	};
}

// src/trace/chart-location.ts
/** Places in charts as far as reading alone can tell for certain; nothing is rendered. */
var ChartLocations = class {
	#files;
	#scopes;
	constructor(files, scopes) {
		this.#files = files;
		this.#scopes = scopes;
	}
	/** The value that the wanted part comes from, else the image's text in the template, else the file. */
	async locate(use, source, part) {
		const path = use.document.origin.file;
		const template = path === void 0 ? void 0 : await this.#files.read(path);
		if (template === void 0) return this.#chartFile(source);
		const scope = await this.#scopes.scopeOf(source, use);
		return inValues(use.image, {
			scope,
			source,
			template,
			part
		}) ?? inTemplate(use.image, template);
	}
	async #chartFile(source) {
		const path = source.path === "." || source.path === "" ? "Chart.yaml" : `${source.path}/Chart.yaml`;
		return {
			file: await this.#files.read(path) === void 0 ? source.path : path,
			confidence: "file"
		};
	}
};
const insteadOf$1 = {
	registry: ["registry", "repository"],
	repository: ["repository"],
	tag: [
		"tag",
		"digest",
		"repository"
	],
	digest: [
		"digest",
		"tag",
		"repository"
	]
};
function inValues(image, sight) {
	const [block, another] = imageBlocks(image, sight.scope);
	if (block === void 0 || another !== void 0) return void 0;
	const leaf = block.whole ?? insteadOf$1[sight.part].map((name) => block.parts[name]).find(isWritten);
	if (leaf === void 0 || !isCertain(leaf, block, sight)) return void 0;
	const span = onlySpanOf(leaf.node.value, leaf.file.text, leaf.node);
	if (span === void 0) return void 0;
	return {
		file: leaf.file.path,
		...leaf.file.placeOf(span),
		path: fieldText(leaf.ownPath),
		confidence: "exact"
	};
}
function isWritten(leaf) {
	return leaf !== void 0 && leaf.node.value !== "";
}
function isCertain(leaf, block, { scope, source, template }) {
	const { value } = leaf.node;
	const key = JSON.stringify(leaf.path);
	const texts = [template, ...scope.helpers].map(({ text }) => text);
	const isUnique = scope.leaves.every((other) => other.node.value !== value || JSON.stringify(other.path) === key);
	const isLiteral = texts.some((text) => text.includes(value));
	const isSet = source.options.set.some((text) => fieldText(block.path).startsWith(text.split(/[.[=]/, 1)[0] ?? ""));
	return value !== "" && isUnique && !isLiteral && !isSet && mentions(texts, block.path, scope);
}
function mentions(texts, path, { chain }) {
	const own = path[0] === "global" ? path : path.slice(chain.length);
	if (own.length === 0 || own.some((step) => typeof step !== "string" || !/^\w+$/.test(step))) return false;
	const mention = new RegExp(String.raw`\.Values\.${own.join(String.raw`\.`)}(?!\w)`);
	return texts.some((text) => mention.test(text));
}
function inTemplate(image, template) {
	const span = image === "" ? void 0 : onlySpanOf(image, template.text, {
		start: 0,
		end: template.text.length
	});
	if (span === void 0) return {
		file: template.path,
		confidence: "file"
	};
	return {
		file: template.path,
		...template.placeOf(span),
		confidence: "template"
	};
}

// src/trace/value-leaf.ts
const mostLeaves = 1e5;
/** The scalars of a values file, whose values stand below `prefix` for the chart on top. */
function valueLeaves(file, prefix) {
	const leaves = [];
	const walk = (node, ownPath) => {
		if (leaves.length >= mostLeaves || ownPath.length > 50) return;
		if (node.kind === "scalar") leaves.push({
			file,
			node,
			path: pathOnTop(prefix, ownPath),
			ownPath
		});
		else for (const [step, child] of childrenOf(node)) walk(child, [...ownPath, step]);
	};
	if (file.root !== void 0) walk(file.root, []);
	return leaves;
}
function pathOnTop(prefix, ownPath) {
	return ownPath[0] === "global" ? ownPath : [...prefix, ...ownPath];
}
function childrenOf(node) {
	if (node.kind === "list") return node.items.map((item, index) => [index, item]);
	return node.entries.flatMap(({ key, value }) => key.kind === "scalar" ? [[key.value, value]] : []);
}

// src/trace/chart-scope.ts
/** Names of the nested charts that lead to a template: `charts/a/charts/b/templates/x.yaml` gives `a`, `b`. */
function chartChain(source, template) {
	const prefix = source.path === "." || source.path === "" ? "" : `${source.path}/`;
	const steps = template.startsWith(prefix) ? template.slice(prefix.length).split("/") : [];
	const chain = [];
	for (let at = 0; steps[at] === "charts" && steps.length > at + 2; at += 2) chain.push(steps[at + 1] ?? "");
	return chain;
}
/** Reads a chart's scope once for all uses of its templates. */
var ChartScopes = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	scopeOf(source, use) {
		const chain = chartChain(source, use.document.origin.file ?? "");
		const key = JSON.stringify([source.id, chain]);
		const known = this.#known.get(key) ?? this.#read(source, chain);
		this.#known.set(key, known);
		return known;
	}
	async #read(source, chain) {
		const folders = chain.map((_, index) => chartFolder(source, chain.slice(0, index + 1)));
		const charts = [chartFolder(source, []), ...folders].map((folder, depth) => ({
			folder,
			prefix: chain.slice(0, depth)
		})).toReversed();
		const layers = [...charts.map(({ folder, prefix }) => ({
			path: `${folder}values.yaml`,
			prefix
		})), ...source.options.values.map((path) => ({
			path,
			prefix: []
		}))];
		const leaves = await Promise.all(layers.map(({ path, prefix }) => this.#leaves(path, prefix)));
		const folder = charts[0]?.folder ?? "";
		const chartFile = await this.#files.read(`${folder}Chart.yaml`);
		return {
			chain,
			leaves: leaves.flat(),
			chartFile,
			helpers: await this.#helpers(`${folder}templates`)
		};
	}
	async #leaves(path, prefix) {
		const file = await this.#files.read(path);
		return file === void 0 ? [] : valueLeaves(file, prefix);
	}
	async #helpers(folder) {
		const paths = (await this.#files.below(folder, 4)).filter((path) => path.endsWith(".tpl"));
		return (await Promise.all(paths.slice(0, 100).map((path) => this.#files.read(path)))).filter((helper) => helper !== void 0);
	}
};
function chartFolder(source, chain) {
	return (source.path === "." || source.path === "" ? "" : `${source.path}/`) + chain.map((name) => `charts/${name}/`).join("");
}

// src/trace/kustomization-location.ts
const fileNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
/** The kustomization itself: which of its bases or patches has the image is not told by its output. */
async function kustomizationLocation({ path }, files) {
	const folder = path === "." || path === "" ? "" : `${path}/`;
	for (const name of fileNames) {
		const file = await files.read(`${folder}${name}`);
		if (file !== void 0) return {
			file: file.path,
			confidence: "file"
		};
	}
	return {
		file: path,
		confidence: "file"
	};
}

// src/trace/manifest-location.ts
/** Places in documents that are slices of a file; each document is parsed once however many uses it has. */
var ManifestLocations = class {
	#known = /* @__PURE__ */ new Map();
	/** The scalar that the use's image is; the container's line, as a hint, where the image isn't written. */
	locate({ document, path, image, field }) {
		const file = document.origin.file ?? "-";
		const { root, lines } = this.#read(document);
		if (root === void 0) return {
			file,
			confidence: "file"
		};
		const { node, isWhole } = nodeAt(root, path);
		const span = isWhole && node.kind === "scalar" ? onlySpanOf(image, document.text, node) : void 0;
		if (span !== void 0) return {
			file,
			...lines.placeOf(span),
			path: field,
			confidence: "exact"
		};
		const { line } = lines.placeOf({
			start: node.start,
			end: node.start
		});
		return {
			file,
			line,
			path: field,
			confidence: "file"
		};
	}
	#read(document) {
		const known = this.#known.get(document);
		if (known !== void 0) return known;
		const roots = yamlTree(document.text) ?? [];
		const read = {
			root: roots.length === 1 ? roots[0] : void 0,
			lines: new Lines(document.text, document.origin.line)
		};
		this.#known.set(document, read);
		return read;
	}
};

// src/trace/part.ts
const ofCode = {
	"repository-not-found": "repository",
	"digest-not-found": "digest",
	"registry-not-allowed": "registry",
	"relocated-image": "repository"
};
const ofLayer = {
	network: "registry",
	tls: "registry",
	auth: "repository",
	policy: "tag",
	existence: "tag",
	platform: "tag"
};
/** The part of its image that each use's first finding is about, by use id; absent means the tag will do. */
function partsOf(findings) {
	const named = findings.flatMap(({ code, layer, uses }) => {
		const part = ofCode[code] ?? ofLayer[layer];
		return part === void 0 ? [] : uses.map((use) => [use, part]);
	});
	return new Map(named.toReversed());
}

// src/trace/text-file.ts
/** A file of the repository, read once, with its YAML and lines made when they are first needed. */
var TextFile = class {
	path;
	text;
	#lines;
	#root;
	constructor(path, text) {
		this.path = path;
		this.text = text;
	}
	placeOf(span) {
		this.#lines ??= new Lines(this.text);
		return this.#lines.placeOf(span);
	}
	/** Root of the first document; undefined where it is no YAML. */
	get root() {
		this.#root ??= yamlTree(this.text)?.[0];
		return this.#root;
	}
};
/** Reads each file once. */
var TextFiles = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	/** Undefined for what is no readable text. */
	read(path) {
		const known = this.#known.get(path) ?? this.#load(path);
		this.#known.set(path, known);
		return known;
	}
	/** Files directly in or below a folder, as far as `depth` folders down. */
	async below(folder, depth) {
		const listed = await this.#files.list(folder);
		if (listed.kind !== "entries") return [];
		const nested = listed.entries.map(async ({ name, kind }) => {
			const path = `${folder}/${name}`;
			if (kind === "file") return [path];
			return kind === "folder" && depth > 0 ? this.below(path, depth - 1) : [];
		});
		return (await Promise.all(nested)).flat();
	}
	async #load(path) {
		const read = await this.#files.read(path);
		return read.kind === "text" ? new TextFile(path, read.text) : void 0;
	}
};

// src/trace/effective-leaves.ts
/** The leaves that count where several files set values, given lowest first: maps are merged, lists are replaced. */
function effectiveLeaves(leaves) {
	const listOwners = /* @__PURE__ */ new Map();
	for (const { path, file } of leaves) {
		const list = listPathOf(path);
		if (list !== void 0) listOwners.set(JSON.stringify(list), file);
	}
	const isAlive = ({ path, file }) => {
		const list = listPathOf(path);
		return list === void 0 || listOwners.get(JSON.stringify(list)) === file;
	};
	return [...new Map(leaves.filter(isAlive).map((leaf) => [JSON.stringify(leaf.path), leaf])).values()];
}
/** Path of the outermost list on the way to a leaf. */
function listPathOf(path) {
	const at = path.findIndex((step) => typeof step === "number");
	return at === -1 ? void 0 : path.slice(0, at);
}

// src/trace/leaves-to-mark.ts
const imageKey = /image|tag|version|digest|sha|regist|repo|hub/i;
const leftOut = /pullpolicy|fullname|nameoverride/i;
/** More would make one render's values huge. */
const mostMarks = 2e3;
/** No real reference has as many. */
const mostComponents = 40;
/**
* The values that can be part of an image: those whose text is one or more whole components of it. `all` takes them
* whatever their keys say; `telling` only those whose path speaks of images, where the others broke the chart.
*/
function leavesToMark(leaves, images, choice) {
	const pieces = new Set(images.flatMap(piecesOfImage));
	return effectiveLeaves(leaves).filter(({ node, path }) => {
		const isTelling = path.some((step) => imageKey.test(String(step)));
		if (!pieces.has(node.value) || leftOut.test(String(path.at(-1)))) return false;
		return isTelling || choice === "all" && !isCount(node);
	}).slice(0, mostMarks);
}
function isCount({ plain, value }) {
	return plain && /^(?:\d+|true|false)$/.test(value);
}
function piecesOfImage(image) {
	const bounds = [
		0,
		...image.matchAll(/[/:@-]/g).map(({ index }) => index),
		image.length
	];
	if (bounds.length > mostComponents) return [];
	return bounds.flatMap((bound, index) => {
		const start = index === 0 ? 0 : bound + 1;
		return image[start] === "v" ? [start, start + 1] : [start];
	}).flatMap((start) => bounds.filter((end) => end > start).map((end) => image.slice(start, end)));
}

// src/trace/mark.ts
const token = /wip(\d+)z\.|[+_-]wip(\d+)z/g;
/** Puts a mark into a leaf: before the name of a host, behind anything else. */
function mark(leaf, index) {
	const { value } = leaf.node;
	return {
		leaf,
		text: /registry|hub|host/i.test(String(leaf.path.at(-1))) && !value.includes("/") ? `wip${index}z.${value}` : `${value}+wip${index}z`
	};
}
/**
* The pieces that leaves gave to an image, from the image as rendered with marks. Undefined where the image without its
* marks is another one than before, so that they prove nothing.
*/
function piecesOf(marked, image, marks) {
	if (marked.replace(token, "") !== image) return void 0;
	let removed = 0;
	const pieces = [];
	for (const match of marked.matchAll(token)) {
		const at = match.index - removed;
		removed += match[0].length;
		const leaf = marks[Number(match[1] ?? match[2])]?.leaf;
		const piece = leaf === void 0 ? void 0 : pieceAt(leaf, at, match[1] !== void 0);
		if (piece === void 0 || !image.startsWith(piece.leaf.node.value, piece.start)) return void 0;
		pieces.push(piece);
	}
	return pieces;
}
function pieceAt(leaf, at, isBefore) {
	const { length } = leaf.node.value;
	const start = isBefore ? at : at - length;
	return start < 0 ? void 0 : {
		leaf,
		start,
		end: start + length
	};
}

// src/trace/marked-values.ts
/**
* A values file, as JSON, that puts the marks over all other values. A list is given whole, since helm replaces lists;
* Bitnami's charts refuse other registries unless they are told to allow them.
*/
function markedValues(marks) {
	const root = /* @__PURE__ */ new Map();
	for (const { leaf } of marks) addList(root, leaf);
	for (const { leaf, text } of marks) put(root, leaf.path, { value: text });
	put(root, [
		"global",
		"security",
		"allowInsecureImages"
	], { value: true });
	return JSON.stringify(plainOf(root));
}
function addList(root, { path, ownPath, file }) {
	const listPath = listPathOf(path);
	if (listPath === void 0 || branchAt(root, listPath) !== void 0) return;
	const parsed = parseDocument(file.text);
	const own = ownPath.slice(0, ownPath.length - (path.length - listPath.length));
	const list = parsed.kind === "parsed" ? valueAt(parsed.roots[0], ...own) : void 0;
	for (const [leafPath, value] of leavesOf(list, listPath)) put(root, leafPath, { value });
}
function leavesOf(value, path) {
	if (typeof value !== "object" || value === null) return [[path, value]];
	const children = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
	if (children.length === 0) return [[path, value]];
	return children.flatMap(([step, child]) => leavesOf(child, [...path, step]));
}
function branchAt(root, path) {
	let node = root;
	for (const step of path) node = node instanceof Map ? node.get(step) : void 0;
	return node;
}
function put(root, path, leaf) {
	let branch = root;
	for (const step of path.slice(0, -1)) {
		const next = branch.get(step);
		const child = next instanceof Map ? next : /* @__PURE__ */ new Map();
		branch.set(step, child);
		branch = child;
	}
	const last = path.at(-1);
	if (last !== void 0) branch.set(last, leaf);
}
function plainOf(node) {
	if (!(node instanceof Map)) return node.value;
	const entries = [...node].map(([step, child]) => [step, plainOf(child)]);
	if (entries.every(([step]) => typeof step === "number") && entries.length > 0) return entries.map(([, child]) => child);
	return Object.fromEntries(entries);
}

// src/trace/match-uses.ts
/**
* Finds for each use of one render the same use of another render of the same chart: by position where both have the same
* shape, since marks can rename things and test pods have random names; else by the workload and field.
*/
function matchUses(before, after) {
	if (before.length === after.length && before.every((use, index) => isAlike(use, after[index]))) return paired(before, (_, index) => after[index]);
	const byKey = Map.groupBy(after, (use) => use.workloadKey);
	const ownKeys = Map.groupBy(before, (use) => use.workloadKey);
	return paired(before, ({ workloadKey }) => {
		const found = byKey.get(workloadKey) ?? [];
		return found.length === 1 && ownKeys.get(workloadKey)?.length === 1 ? found[0] : void 0;
	});
}
function isAlike(use, other) {
	return other !== void 0 && use.field === other.field && use.workload.kind === other.workload.kind;
}
function paired(uses, find) {
	const pairs = uses.flatMap((use, index) => {
		const found = find(use, index);
		return found === void 0 ? [] : [[use, found]];
	});
	return new Map(pairs);
}

// src/trace/reference-parts.ts
/** Where the parts of a reference stand in its text, by the rules of docker's names; a part that isn't written is absent. */
function referenceParts(image) {
	const at = image.indexOf("@");
	const nameEnd = at === -1 ? image.length : at;
	const name = image.slice(0, nameEnd);
	const colon = name.lastIndexOf(":");
	const tagStart = colon > name.lastIndexOf("/") ? colon : nameEnd;
	const slash = name.indexOf("/");
	const host = slash === -1 ? "" : name.slice(0, slash);
	const hostEnd = host === "localhost" || /[.:]/.test(host) ? slash : -1;
	const parts = [
		["registry", {
			start: 0,
			end: Math.max(hostEnd, 0)
		}],
		["repository", {
			start: hostEnd + 1,
			end: tagStart
		}],
		["tag", {
			start: tagStart + 1,
			end: nameEnd
		}],
		["digest", {
			start: nameEnd + 1,
			end: image.length
		}]
	];
	return new Map(parts.filter(([, { start, end }]) => start < end));
}

// src/trace/traced-location.ts
const insteadOf = {
	registry: ["registry", "repository"],
	repository: ["repository"],
	tag: [
		"tag",
		"digest",
		"repository"
	],
	digest: [
		"digest",
		"tag",
		"repository"
	]
};
/**
* The values that give the wanted part of an image, the one that gives most of it first, then those that give the rest
* of the image. Undefined where no value gives that part.
*/
function tracedLocations(traced, wanted) {
	const parts = referenceParts(traced.image);
	const part = insteadOf[wanted].find((name) => parts.has(name));
	const span = part === void 0 ? void 0 : parts.get(part);
	if (part === void 0 || span === void 0) return void 0;
	const main = traced.pieces.filter((piece) => overlap(piece, span) > 0).toSorted((a, b) => overlap(b, span) - overlap(a, span));
	const own = main.length > 0 ? main.map(({ leaf }) => leafLocation(leaf)) : ofAppVersion(traced, part, span);
	const rest = traced.pieces.filter((piece) => !main.includes(piece)).map(({ leaf }) => leafLocation(leaf));
	return own[0] === void 0 ? void 0 : [...own, ...rest].filter((location) => location !== void 0);
}
function overlap(piece, part) {
	return Math.min(piece.end, part.end) - Math.max(piece.start, part.start);
}
function leafLocation({ file, node, ownPath }) {
	const span = onlySpanOf(node.value, file.text, node);
	if (span === void 0) return void 0;
	return {
		file: file.path,
		...file.placeOf(span),
		path: fieldText(ownPath),
		confidence: "exact"
	};
}
function ofAppVersion(traced, part, { start, end }) {
	const { chartFile, helpers, leaves } = traced.scope;
	if (part !== "tag" || chartFile?.root === void 0 || traced.template === void 0) return [];
	const { node, isWhole } = nodeAt(chartFile.root, ["appVersion"]);
	if (!isWhole || node.kind !== "scalar" || node.value === "") return [];
	const tag = traced.image.slice(start, end);
	const texts = [traced.template, ...helpers].map(({ text }) => text);
	const isOnly = !texts.some((text) => text.includes(node.value)) && leaves.every((leaf) => leaf.node.value !== node.value);
	const isUsed = texts.some((text) => /\.AppVersion\b/.test(text));
	const isTag = tag === node.value || tag === `v${node.value}`;
	return isOnly && isUsed && isTag ? [leafLocation({
		file: chartFile,
		node,
		ownPath: ["appVersion"]
	})] : [];
}

// src/trace/trace-chart.ts
/**
* Finds the values behind images: a mark goes into every value that an image may come from, the chart is rendered again,
* and the marks that come out in an image tell which values gave it. Uses that this can't prove are absent.
*/
async function traceChart(chart, tracer) {
	const scopes = /* @__PURE__ */ new Map();
	for (const use of chart.wanted) scopes.set(use, await tracer.scopes.scopeOf(chart.source, use));
	const render = await renderMarked(chart, [...new Set(scopes.values())], tracer);
	const found = /* @__PURE__ */ new Map();
	if (render === void 0) return found;
	for (const [use, scope] of scopes) {
		const locations = await traceUse(use, {
			...render,
			scope,
			tracer
		});
		if (locations !== void 0) found.set(use.id, locations);
	}
	return found;
}
async function renderMarked({ source, uses, wanted }, scopes, { render }) {
	const leaves = scopes.flatMap((scope) => scope.leaves);
	const images = [...new Set(wanted.map(({ image }) => image))];
	for (const choice of ["all", "telling"]) {
		const marks = leavesToMark(leaves, images, choice).map(mark);
		const rendered = marks.length === 0 ? void 0 : await render(source, markedValues(marks));
		if (rendered?.kind !== "rendered") continue;
		const became = matchUses(uses, extract([rendered]).uses);
		if (wanted.every((use) => became.has(use)) || choice === "telling") return {
			marks,
			became
		};
	}
}
async function traceUse(use, { marks, became, scope, tracer }) {
	const path = use.document.origin.file;
	const template = path === void 0 ? void 0 : await tracer.files.read(path);
	const marked = became.get(use);
	const pieces = marked === void 0 ? void 0 : piecesOf(marked.image, use.image, marks);
	if (pieces === void 0) return void 0;
	return tracedLocations({
		image: use.image,
		pieces,
		scope,
		template
	}, tracer.partOf(use));
}

// src/trace/locate.ts
/** Finds the place to edit for each use. Only charts with findings are rendered again. */
async function locate(request, world) {
	const { inventory, judgement, rendered, renderMarked } = request;
	const sources = new Map(rendered.map(({ source }) => [source.id, source]));
	const parts = partsOf(judgement.findings);
	const files = new TextFiles(world.files);
	const tracer = {
		files,
		scopes: new ChartScopes(files),
		partOf: (use) => parts.get(use.id) ?? "tag"
	};
	const read = createReader(tracer);
	const uses = /* @__PURE__ */ new Map();
	for (const use of inventory.uses) uses.set(use.id, [await read(use, sources.get(use.source))]);
	if (renderMarked === void 0) return { uses };
	const traced = await traceCharts({
		request,
		sources,
		tracer: {
			...tracer,
			render: renderMarked
		}
	});
	return { uses: new Map([...uses, ...traced]) };
}
function createReader({ files, scopes, partOf }) {
	const manifests = new ManifestLocations();
	const charts = new ChartLocations(files, scopes);
	return (use, source) => {
		if (use.document.origin.verbatim) return manifests.locate(use);
		if (source?.kind === "helm") return charts.locate(use, source, partOf(use));
		if (source?.kind === "kustomize") return kustomizationLocation(source, files);
		return {
			file: use.document.origin.file ?? source?.path ?? use.source,
			confidence: "file"
		};
	};
}
async function traceCharts({ request, sources, tracer }) {
	const blamed = new Set(request.judgement.findings.flatMap(({ uses }) => uses));
	const traces = [...Map.groupBy(request.inventory.uses, (use) => use.source)].map(async ([id, uses]) => {
		const source = sources.get(id);
		const wanted = uses.filter((use) => blamed.has(use.id));
		if (source?.kind !== "helm" || wanted.length === 0) return [];
		return [...await traceChart({
			source,
			uses,
			wanted
		}, tracer)];
	});
	return (await Promise.all(traces)).flat();
}

// src/trace/render-marked.ts
/**
* Renders charts once more with a values file of ours, which lies in a private folder: the renderer sees it as one more
* file of the repository.
*/
function createRenderMarked(render, { files, scratch }) {
	return async (source, values) => {
		await using folder = await scratch();
		const native = await folder.write("marks.json", values);
		const name = `${source.options.values.join("")}.marks.json`;
		const seen = {
			...files,
			kind: async (path) => path === name ? "file" : files.kind(path),
			native: (path) => path === name ? native : files.native(path)
		};
		const options = {
			...source.options,
			values: [...source.options.values, name]
		};
		return await render({
			...source,
			options
		}, seen);
	};
}

// src/check.ts
/**
* The whole check: inspect (discover, render, extract, plan, probe, judge), compare with the base, trace findings to
* their lines, suggest fixes, report.
*/
async function check(request, world) {
	const startedAt = world.clock.now();
	const head = await inspect(request, world);
	const inspectAt = (files) => inspect(request, {
		...world,
		files
	});
	const comparison = await compare(head, {
		request,
		git: world.git,
		inspectAt
	});
	const renderMarked = createRenderMarked(chartRenderer(request, world), world);
	const locations = await locate({
		...head,
		renderMarked
	}, world);
	const fixes = suggest(head.judgement.findings);
	const cost = {
		usage: world.registry.usage,
		durationMs: world.clock.now() - startedAt
	};
	const report = buildReport({
		...head,
		...cost,
		request,
		version: version$1,
		comparison,
		locations,
		fixes
	});
	return {
		problems: head.problems,
		report
	};
}

// src/config/unreadable.ts
const reasons = {
	absent: "there is no such file",
	denied: "permission denied",
	outside: "it is outside of the repository",
	"not-a-file": "it is no file",
	"not-text": "it is no text"
};
/** Why a file that someone named can't be used. */
function unreadable(result) {
	return result.kind === "too-large" ? `it is too large (${result.bytes} bytes)` : reasons[result.kind];
}

// src/config/written-path.ts
/** Resolves a path that is relative to a root-relative folder. Links are not followed here. */
function writtenPath(root, folder, written) {
	const path = isAbsolute(written) ? relative(root.root, written).split(sep).join("/") || "." : join$1(folder, written);
	if (path === ".." || path.startsWith("../") || isAbsolute(path)) return {
		kind: "outside",
		path: root.native(path)
	};
	return {
		kind: "inside",
		path: path.replace(/(?<=.)\/+$/, "")
	};
}

// src/config/find-config.ts
/** Where the configuration file is looked for, in this order; the first that is there is read, and no other. */
const configNames = ["will-it-pull.yaml", ".github/will-it-pull.yaml"];
/** Far more than any configuration needs, and read in a fraction of a second. */
const longest$1 = 1048576;
/** Finds the text of the configuration file: the one that `config` names, else one of the two usual ones. */
async function findConfig(facts) {
	const named = facts.raw.config?.at(-1);
	if (named) return readNamed(named, facts);
	for (const path of configNames) {
		const read = await facts.root.read(path, longest$1);
		if (read.kind !== "absent") return outcome(path, read, path);
	}
	return misnamed(facts.root);
}
async function readNamed(named, { root, files, withoutSecrets, spell }) {
	const at = writtenPath(root, ".", await real(files.native(named)));
	const read = withoutSecrets && at.kind === "inside" ? await root.read(at.path, longest$1) : await files.read(named, longest$1);
	return outcome(at.path, read, spell("config"));
}
async function real(path) {
	return realpath(path).catch(() => path);
}
function outcome(path, read, where) {
	if (read.kind === "text") return {
		kind: "found",
		config: {
			path,
			folder: dirname$1(path),
			text: read.text
		}
	};
	return {
		kind: "wrong",
		problem: {
			where,
			why: `${where === path ? "the configuration file" : `the configuration file ${quoted(path)}`} can't be read: ${unreadable(read)}`
		}
	};
}
async function misnamed(root) {
	for (const path of configNames.map((name) => name.replace(/yaml$/, "yml"))) {
		if (await root.kind(path) !== "file") continue;
		return {
			kind: "wrong",
			problem: {
				where: path,
				why: `this name is not looked for: rename it to \`${path.replace(/yml$/, "yaml")}\`, or name it with \`config\``
			}
		};
	}
	return { kind: "none" };
}

// src/config/platforms.ts
const systems = words("linux windows darwin freebsd aix android dragonfly hurd illumos ios js nacl netbsd openbsd plan9 solaris zos");
const architectures = words("amd64 arm64 arm 386 ppc64le s390x riscv64 loong64 mips64le amd64p32 arm64be armbe mips mips64 mips64p32", "mips64p32le mipsle ppc ppc64 riscv s390 sparc sparc64 wasm");
function words(...lines) {
	return lines.join(" ").split(" ");
}
/** A platform of nodes as containerd writes it; a system or an architecture that does not exist would match no image. */
function readPlatform(written) {
	const parsed = parsePlatform(written);
	if (parsed.kind === "platform-error") return wrong(`${quoted(written)} is no platform: write \`linux/arm64\` or \`linux/arm/v7\``);
	const { os, architecture } = parsed.platform;
	if (!systems.includes(os)) return wrong(`${quoted(written)} names no known operating system${didYouMean(os, systems)}`);
	if (architectures.includes(architecture)) return {
		kind: "value",
		value: formatPlatform(parsed.platform)
	};
	return wrong(`${quoted(written)} names no known architecture${didYouMean(architecture, architectures)}`);
}
function wrong(why) {
	return {
		kind: "wrong",
		why
	};
}

// src/config/environments.ts
/**
* The environments of the configuration, or the one that holds without any. Flags and inputs are for the default one: the
* one named `default`, else the only one; where there is none such, they can't be used.
*/
async function readEnvironments(reader, files) {
	const declared = reader.file?.config.environments;
	if (declared === void 0) return [await new EnvironmentReader({
		reader,
		files,
		takesFlags: true
	}).read()];
	refuseTwins(reader, declared);
	const flagged = takesFlags(reader, declared);
	const environments = [];
	for (const [index, entry] of declared.entries()) {
		const given = {
			reader,
			files,
			entry,
			index,
			takesFlags: entry === flagged
		};
		environments.push(await new EnvironmentReader(given).read());
	}
	return environments;
}
function refuseTwins(reader, declared) {
	const names = declared.map(({ name }) => name);
	for (const [index, name] of names.entries()) {
		const first = names.indexOf(name);
		if (first === index) continue;
		const { line } = reader.placeOf([
			"environments",
			first,
			"name"
		]);
		const place = reader.placeOf([
			"environments",
			index,
			"name"
		]);
		reader.wrong({
			kind: "file",
			place
		}, `the name ${quoted(name)} is taken by the environment of line ${line}`);
	}
}
function takesFlags(reader, declared) {
	const standard = declared.find(({ name }) => name === "default") ?? (declared.length === 1 ? declared[0] : void 0);
	if (standard !== void 0) return standard;
	const names = declared.map(({ name }) => name).join(", ");
	for (const name of environmentSettings) {
		const given = reader.entries(name);
		const why = `it is for the default environment, and ${reader.file?.path} has ${names}: name one of them \`default\``;
		if (given !== void 0) reader.wrong(given.origin, why);
	}
}
/** Reads one environment: what the call says where it may, else what its entry says. */
var EnvironmentReader = class {
	#given;
	constructor(given) {
		this.#given = given;
	}
	async read() {
		return {
			name: this.#name,
			platforms: this.#platforms(),
			runtime: this.#runtime(),
			nodeCredentials: await this.#nodeCredentials(),
			hostsDir: await this.#place("hosts-dir", "folder"),
			registriesConf: await this.#place("registries-conf", "file"),
			caPem: await this.#certificates(),
			insecureRegistries: this.#insecureRegistries()
		};
	}
	get #name() {
		return this.#given.entry?.name ?? "default";
	}
	#platforms() {
		const { reader } = this.#given;
		const list = this.#list("platforms");
		const written = this.#decide("platforms", list, ["linux/amd64"]);
		const origin = list?.origin ?? { kind: "default" };
		const platforms = written.flatMap((text, item) => {
			const platform = readPlatform(text);
			if (platform.kind === "value") return [platform.value];
			const place = reader.placeOf([...this.#path("platforms"), item]);
			reader.wrong(origin.kind === "file" ? {
				kind: "file",
				place
			} : origin, platform.why);
			return [];
		});
		return [...new Set(platforms)];
	}
	#insecureRegistries() {
		const list = this.#list("insecure-registries");
		const wrong = list?.value.find((registry) => !registryPattern.test(registry));
		if (list !== void 0 && wrong !== void 0) this.#given.reader.wrong(list.origin, `${quoted(wrong)} is no registry: write \`registry.local:5000\`, without a scheme`);
		return this.#decide("insecure-registries", list, []);
	}
	#runtime() {
		const { reader, entry, takesFlags } = this.#given;
		const offer = (takesFlags ? reader.choice("runtime", [
			"containerd",
			"containerd-local",
			"containerd-transfer",
			"cri-o"
		]) : void 0) ?? reader.written(this.#path("runtime"), entry?.runtime);
		return this.#decide("runtime", offer, "containerd");
	}
	async #nodeCredentials() {
		const offer = this.#text("node-credentials");
		const path = this.#decide("node-credentials", offer, "undeclared");
		if (path === "undeclared" || path === "none" || path === "runner") return { kind: path };
		const near = nearName(path, [
			"undeclared",
			"none",
			"runner"
		]);
		const what = `the docker config ${quoted(path)}${near === void 0 ? "" : ` (or is \`${near}\` meant?)`}`;
		const origin = offer?.origin ?? { kind: "default" };
		const content = await this.#given.files.text({
			path,
			origin,
			what
		});
		const config = content === void 0 ? void 0 : readDockerConfig(content, "config.json");
		if (config?.kind === "error") this.#given.reader.wrong(origin, `${what} is none: ${config.error}`);
		return {
			kind: "docker-config",
			file: path,
			content: new Secret(content ?? "")
		};
	}
	async #place(name, wanted) {
		const offer = this.#text(name);
		const path = this.#decide(name, offer, void 0);
		if (path === void 0 || offer === void 0) return void 0;
		return this.#given.files.place({
			path,
			origin: offer.origin,
			what: `\`${name}\``
		}, wanted);
	}
	async #certificates() {
		const offer = this.#text("ca-file");
		const path = this.#decide("ca-file", offer, void 0);
		if (path === void 0 || offer === void 0) return void 0;
		const what = `the file ${quoted(path)}`;
		const pem = await this.#given.files.text({
			path,
			origin: offer.origin,
			what
		});
		if (pem !== void 0 && !pem.includes("-----BEGIN CERTIFICATE-----")) this.#given.reader.wrong(offer.origin, `${what} holds no certificate in PEM (\`-----BEGIN CERTIFICATE-----\`)`);
		return pem;
	}
	#text(name) {
		const { reader, entry, takesFlags } = this.#given;
		return (takesFlags ? reader.text(name) : void 0) ?? reader.written(this.#path(name), entry?.[name]);
	}
	#list(name) {
		const { reader, entry, takesFlags } = this.#given;
		return (takesFlags ? reader.list(name) : void 0) ?? reader.written(this.#path(name), entry?.[name]);
	}
	#decide(name, offer, standard) {
		return this.#given.reader.decide(`environments.${this.#name}.${name}`, [offer], standard);
	}
	#path(name) {
		return [
			"environments",
			this.#given.index ?? 0,
			name
		];
	}
};

// src/config/named-files.ts
const longest = 1048576;
/**
* Files that flags, inputs and the configuration name. A flag or an input may name any file; a path of the configuration
* is relative to its folder, and must lie in the repository where the change may come from anyone.
*/
var NamedFiles = class {
	#facts;
	#reader;
	constructor(facts, reader) {
		this.#facts = facts;
		this.#reader = reader;
	}
	/** The text of a file; where there is none, that is a problem. */
	async text({ path, origin, what }) {
		const result = await this.#read(path, origin);
		if (result.kind === "text") return result.text;
		const why = result.kind === "forbidden" ? forbidden : unreadable(result);
		this.#reader.wrong(origin, `${what} can't be read: ${why}`);
	}
	/** Where a file or a folder is: root-relative, or absolute outside of the repository. It has to be there. */
	async place({ path, origin, what }, wanted) {
		const at = this.#at(path, origin);
		const kind = await this.#kind(at, origin);
		if (kind === wanted) return at.path;
		this.#reader.wrong(origin, `${what} ${quoted(path)} can't be used: ${kind === "forbidden" ? forbidden : faults[kind]}`);
	}
	async #read(path, origin) {
		if (origin.kind !== "file") return this.#facts.files.read(path, longest);
		const at = this.#at(path, origin);
		if (at.kind === "inside") {
			const result = await this.#facts.root.read(at.path, longest);
			if (result.kind !== "outside") return result;
		}
		if (this.#facts.withoutSecrets) return { kind: "forbidden" };
		return this.#facts.files.read(this.#facts.root.native(at.path), longest);
	}
	async #kind(at, origin) {
		const { root, files, withoutSecrets } = this.#facts;
		const kind = at.kind === "inside" ? await root.kind(at.path) : "outside";
		if (kind !== "outside") return kind;
		return origin.kind === "file" && withoutSecrets ? "forbidden" : files.kind(root.native(at.path));
	}
	#at(path, origin) {
		const { root, files } = this.#facts;
		const folder = this.#reader.file?.folder ?? ".";
		const at = origin.kind === "file" ? writtenPath(root, folder, path) : writtenPath(root, ".", files.native(path));
		return at.kind === "inside" && /^\.git(?:\/|$)/i.test(at.path) ? {
			kind: "outside",
			path: at.path
		} : at;
	}
};
const forbidden = "it is outside of the repository, where the configuration of a pull request without secrets may name no file";
const faults = {
	file: "it is a file, and must be a folder",
	folder: "it is a folder, and must be a file",
	absent: "there is no such file or folder",
	denied: "permission denied",
	outside: "it is outside of the repository"
};

// src/config/policy.ts
/** What findings do to the run: rules and ignores are of the configuration alone. */
function readPolicy(reader) {
	const config = reader.file?.config ?? {};
	const onUnknown = reader.written(["on-unknown"], config["on-unknown"]);
	const failOn = reader.written(["fail-on"], config["fail-on"]);
	const allowed = reader.written(["allowed-registries"], config["allowed-registries"]);
	return {
		severities: readRules(reader),
		ignores: readIgnores(reader),
		onUnknown: reader.decide("on-unknown", [reader.choice("on-unknown", ["warn", "fail"]), onUnknown], "warn"),
		failOn: reader.decide("fail-on", [reader.choice("fail-on", ["new", "all"]), failOn], "new"),
		allowedRegistries: reader.decide("allowed-registries", [allowed], [])
	};
}
function readRules(reader) {
	const severities = /* @__PURE__ */ new Map();
	for (const [code, severity] of entriesOf(reader.file?.config.rules ?? {})) {
		reader.decide(`rules.${code}`, [reader.written(["rules", code], severity)], severity);
		severities.set(code, severity);
	}
	return severities;
}
function entriesOf(rules) {
	return findingCodes.flatMap((code) => {
		const severity = rules[code];
		return severity === void 0 ? [] : [[code, severity]];
	});
}
function readIgnores(reader) {
	return (reader.file?.config.ignore ?? []).map((rule, index) => {
		const place = reader.placeOf(["ignore", index]);
		const { image, code, reason, expires } = rule;
		const until = expires === void 0 ? "" : ` until ${expires}`;
		const shown = `${code ?? "everything"} of ${image}${until}: ${reason}`;
		reader.note({
			key: `ignore[${index}]`,
			shown,
			origin: {
				kind: "file",
				place
			}
		});
		return {
			image,
			code,
			reason,
			expires,
			place
		};
	});
}

// src/config/sources.ts
/** The sources of the configuration; paths of the call take their place. */
async function readSources(reader, root) {
	const written = reader.file?.config.sources ?? [];
	if (reader.entries("paths") !== void 0) return [];
	const sources = [];
	for (const [index, entry] of written.entries()) {
		const origin = {
			kind: "file",
			place: reader.placeOf(["sources", index])
		};
		reader.note({
			key: `sources[${index}]`,
			shown: shown$1(entry),
			origin
		});
		sources.push(await new SourceReader(reader, root, index).read(entry));
	}
	return sources;
}
function shown$1(entry) {
	if ("kustomize" in entry) return `kustomize: ${entry.kustomize}`;
	if ("manifests" in entry) return `manifests: ${entry.manifests}`;
	const values = entry.values?.map((file) => ` --values ${file}`) ?? [];
	const set = Object.keys(entry.set ?? {}).map((key) => ` --set ${key}=***`);
	return `chart: ${entry.chart}${values.join("")}${set.join("")}`;
}
var SourceReader = class {
	#reader;
	#root;
	#path;
	constructor(reader, root, index) {
		this.#reader = reader;
		this.#root = root;
		this.#path = ["sources", index];
	}
	async read(entry) {
		if ("kustomize" in entry) return {
			kind: "kustomize",
			path: await this.#folderOf("kustomize", entry.kustomize)
		};
		if ("manifests" in entry) return {
			kind: "manifests",
			pattern: this.#inside("manifests", entry.manifests)
		};
		const path = isRemote(entry.chart) ? entry.chart : await this.#folderOf("chart", entry.chart);
		return {
			kind: "chart",
			path,
			values: await Promise.all((entry.values ?? []).map((file, item) => this.#values(path, file, item))),
			set: this.#set(entry),
			release: entry.release,
			namespace: entry.namespace,
			kubeVersion: entry["kube-version"],
			apiVersions: entry["api-versions"] ?? []
		};
	}
	/** A path told from the root, where it is to be told from the configuration's folder, is a slip that is easily made. */
	async #folderOf(key, written) {
		const path = this.#inside(key, written);
		if (this.#folder === "." || await this.#root.kind(path) !== "absent") return path;
		const fromRoot = await this.#root.kind(written);
		if (fromRoot !== "file" && fromRoot !== "folder") return path;
		const place = this.#reader.placeOf([...this.#path, key]);
		const why = `there is no ${quoted(path)}; paths are relative to the folder of ${this.#reader.file?.path}: write ${quoted(relative$1(this.#folder, written))}`;
		this.#reader.wrong({
			kind: "file",
			place
		}, why);
		return path;
	}
	#inside(key, written, item) {
		const at = writtenPath(this.#root, this.#folder, written);
		if (at.kind === "inside") return at.path;
		const place = this.#reader.placeOf([
			...this.#path,
			key,
			...item === void 0 ? [] : [item]
		]);
		const why = `${quoted(written)} is outside of the repository; paths are relative to the folder of ${this.#reader.file?.path}`;
		this.#reader.wrong({
			kind: "file",
			place
		}, why);
		return written;
	}
	/** Values are looked for beside the configuration first, then in the chart's folder. */
	async #values(chart, written, item) {
		const beside = writtenPath(this.#root, this.#folder, written);
		if (beside.kind === "inside" && await this.#root.kind(beside.path) !== "absent") return beside.path;
		const inChart = writtenPath(this.#root, chart, written);
		return !isRemote(chart) && inChart.kind === "inside" && await this.#root.kind(inChart.path) === "file" ? join$1(chart, written) : this.#inside("values", written, item);
	}
	get #folder() {
		return this.#reader.file?.folder ?? ".";
	}
	#set({ set = {} }) {
		return Object.entries(set).map(([key, value]) => {
			return `${key}=${literal((typeof value === "number" ? this.#reader.file?.plainText([
				...this.#path,
				"set",
				key
			]) : void 0) ?? String(value))}`;
		});
	}
};
function literal(value) {
	return value.startsWith("{") ? value : value.replace(/(?<!\\),/g, "\\,");
}
function isRemote(chart) {
	return /^[a-z]+:\/\//.test(chart);
}

// src/config/pull-secrets.ts
const start = /^[a-z0-9./-]+=/;
/**
* Entries of the `pull-secrets` text: an entry starts at a line like `name=` or `namespace/name=` and goes on to the
* next. A value that begins with `{`, or base64 of that, is content, else the path of a file.
*/
function parsePullSecrets(text) {
	const entries = [];
	for (const line of text.split(/\r?\n/)) if (start.test(line)) entries.push(line);
	else if (entries.length > 0) entries.push(`${entries.pop() ?? ""}\n${line}`);
	return entries.map(entry);
}
function entry(text) {
	const at = text.indexOf("=");
	const names = text.slice(0, at).split("/");
	const [namespace, name] = names.length > 1 ? [names[0], names.slice(1).join("/")] : [void 0, names[0] ?? ""];
	const written = text.slice(at + 1).trim();
	const content = contentOf$1(written);
	return content === void 0 ? {
		namespace,
		name,
		file: written
	} : {
		namespace,
		name,
		content: new Secret(content)
	};
}
function contentOf$1(written) {
	if (written.startsWith("{")) return written;
	const decoded = /^[A-Za-z0-9+/=\s]+$/.test(written) ? Buffer.from(written, "base64").toString() : "";
	return decoded.startsWith("{") ? decoded : void 0;
}
/** The content of a secret from a text that is `.dockerconfigjson`, or base64 of it as `kubectl get -o yaml` prints it. */
function secretContent(text) {
	return new Secret(contentOf$1(text.trim()) ?? text);
}

// src/config/supplied-secrets.ts
/** Contents of pull secrets, of the call and of the configuration; the call's entry for a name holds, and no other is read. */
async function readSuppliedSecrets(reader, sources) {
	const called = reader.entries("pull-secrets");
	const entries = parsePullSecrets(called?.value.join("\n") ?? "");
	const supplied = [];
	for (const entry of called === void 0 ? [] : entries) supplied.push(...await calledSecret(reader, sources, {
		entry,
		origin: called?.origin ?? { kind: "default" }
	}));
	const known = new Set(supplied.map(keyOf));
	for (const [index, entry] of (reader.file?.config["pull-secrets"] ?? []).entries()) {
		if (isTwin(reader, index) || known.has(entry.secret)) continue;
		supplied.push(...await writtenSecret(reader, sources, {
			entry,
			index
		}));
	}
	return supplied;
}
function keyOf({ namespace, name }) {
	return namespace === void 0 ? name : `${namespace}/${name}`;
}
async function calledSecret(reader, { files }, { entry, origin }) {
	const { namespace, name, content, file } = entry;
	const key = keyOf(entry);
	reader.note({
		key: `pull-secrets.${key}`,
		shown: "***",
		origin
	});
	if (content !== void 0) return [{
		namespace,
		name,
		content
	}];
	const text = await files.text({
		path: file ?? "",
		origin,
		what: `the file given for ${quoted(key)}`
	});
	return text === void 0 ? [] : [{
		namespace,
		name,
		content: secretContent(text)
	}];
}
function isTwin(reader, index) {
	const names = (reader.file?.config["pull-secrets"] ?? []).map(({ secret }) => secret);
	const name = names[index] ?? "";
	const first = names.indexOf(name);
	if (first === index) return false;
	const { line } = reader.placeOf([
		"pull-secrets",
		first,
		"secret"
	]);
	const place = reader.placeOf([
		"pull-secrets",
		index,
		"secret"
	]);
	reader.wrong({
		kind: "file",
		place
	}, `the secret ${quoted(name)} has its content from line ${line} already`);
	return true;
}
async function writtenSecret(reader, sources, { entry, index }) {
	const key = "from-env" in entry ? "from-env" : "from-file";
	const origin = {
		kind: "file",
		place: reader.placeOf([
			"pull-secrets",
			index,
			key
		])
	};
	const isRead = key === "from-file" || !sources.withoutSecrets;
	reader.note({
		key: `pull-secrets.${entry.secret}`,
		shown: shown(entry, isRead),
		origin
	});
	const content = isRead ? await contentOf(reader, sources, {
		entry,
		origin
	}) : void 0;
	const at = entry.secret.indexOf("/");
	const name = {
		namespace: at === -1 ? void 0 : entry.secret.slice(0, at),
		name: entry.secret.slice(at + 1)
	};
	return content === void 0 ? [] : [{
		...name,
		content
	}];
}
function shown(entry, isRead) {
	const source = "from-env" in entry ? `variable ${entry["from-env"]}` : `file ${entry["from-file"]}`;
	return isRead ? `*** (${source})` : `not read: this run has no secrets (${source})`;
}
async function contentOf(reader, { files, environment }, { entry, origin }) {
	if ("from-file" in entry) {
		const path = entry["from-file"];
		const text = await files.text({
			path,
			origin,
			what: `the file ${quoted(path)}`
		});
		return text === void 0 ? void 0 : secretContent(text);
	}
	const value = environment(entry["from-env"]);
	if (value !== void 0 && value !== "") return secretContent(value);
	const why = `the environment variable \`${entry["from-env"]}\` is not set: give it to this step, or remove the entry`;
	reader.wrong(origin, why);
}

// src/config/read-request.ts
const twoGiB = 2 ** 31;
/** What is to be checked, for which nodes and by which rules. */
async function readRequest(reader, facts) {
	const { stdin, withoutSecrets, offline, environment, root } = facts;
	const files = new NamedFiles(facts, reader);
	const sources = await readSources(reader, root);
	const optional = (name) => reader.decide(name, [reader.text(name)], void 0);
	return {
		paths: sources.length > 0 ? [] : reader.decide("paths", [reader.entries("paths")], ["."]),
		stdin,
		sources,
		exclude: readExclude(reader),
		chart: readChartFlags(reader),
		environments: await readEnvironments(reader, files),
		pullSecrets: await readSuppliedSecrets(reader, {
			files,
			environment,
			withoutSecrets
		}),
		policy: readPolicy(reader),
		depth: readDepth(reader),
		largeImageBytes: readLargeImage(reader),
		programs: {
			helm: optional("helm-path"),
			kustomize: optional("kustomize-path")
		},
		withoutSecrets,
		offline,
		configFile: reader.file?.path
	};
}
/** Globs of the file are relative to its folder, but those that begin with `**` hold everywhere. */
function readExclude(reader) {
	const { folder = ".", config } = reader.file ?? {};
	const written = config?.exclude?.map((glob) => glob.startsWith("**") ? glob : join$1(folder, glob));
	return reader.decide("exclude", [reader.list("exclude"), reader.written(["exclude"], written)], []);
}
function readChartFlags(reader) {
	const text = (name) => reader.decide(name, [reader.text(name)], void 0);
	const list = (name) => reader.decide(name, [reader.list(name)], []);
	const set = reader.entries("set");
	const keys = set?.value.map((assignment) => `${assignment.split("=", 1)[0]}=***`).join(", ");
	return {
		values: list("values"),
		set: reader.decide("set", [set && {
			...set,
			shown: keys
		}], []),
		release: text("release"),
		namespace: text("namespace"),
		kubeVersion: text("kube-version"),
		apiVersions: list("api-versions")
	};
}
function readDepth(reader) {
	const written = reader.written(["depth"], reader.file?.config.depth);
	return reader.decide("depth", [reader.choice("depth", ["manifest", "blobs"]), written], "manifest");
}
function readLargeImage(reader) {
	const size = reader.written(["large-image-bytes"], reader.file?.config["large-image-bytes"]);
	const parsed = size && parseBytes(String(size.value));
	if (size !== void 0 && parsed?.kind === "wrong") reader.wrong(size.origin, `\`${size.value}\` ${parsed.why}`);
	const written = size && parsed?.kind === "value" ? {
		...size,
		value: parsed.value,
		shown: String(size.value)
	} : void 0;
	return reader.decide("large-image-bytes", [reader.bytes("large-image-bytes"), written], twoGiB);
}

// src/config/reader.ts
/**
* Reads values from the call and from the configuration file, decides between them, and keeps where each came from and
* everything that is wrong, so that it can be told at once.
*/
var Reader = class {
	problems = [];
	decisions = [];
	file;
	#options;
	constructor(options, file) {
		this.#options = options;
		this.file = file;
	}
	/** Every entry of the call as written, for values that may hold commas. */
	entries(name) {
		return this.#given(name, this.#options.raw[name]);
	}
	list(name) {
		const entries = this.#options.raw[name];
		return this.#given(name, entries && splitList(entries));
	}
	text(name) {
		return this.#given(name, this.#options.raw[name]?.at(-1) || void 0);
	}
	choice(name, choices) {
		return this.#parsed(name, (text) => {
			const value = choices.find((choice) => choice === text);
			return value === void 0 ? {
				kind: "wrong",
				why: `is none of ${choices.join(", ")}`
			} : {
				kind: "value",
				value
			};
		});
	}
	bytes(name) {
		return this.#parsed(name, parseBytes);
	}
	duration(name) {
		return this.#parsed(name, parseDuration);
	}
	count(name, most) {
		return this.#parsed(name, (text) => parseCount(text, most));
	}
	/** A value of the configuration file, found at this path of it. */
	written(path, value) {
		return value === void 0 ? void 0 : {
			value,
			origin: {
				kind: "file",
				place: this.placeOf(path)
			}
		};
	}
	placeOf(path) {
		return this.file?.placeOf(path) ?? {
			file: "",
			line: 1,
			column: 1
		};
	}
	/** The first of the offers that somebody made, else the standard; it is noted under the key. */
	decide(key, offers, standard) {
		const offer = offers.find((made) => made !== void 0);
		if (offer === void 0) this.note({
			key,
			shown: standardText(key) ?? textOf(standard),
			origin: { kind: "default" }
		});
		else this.note({
			key,
			shown: offer.shown ?? textOf(offer.value),
			origin: offer.origin
		});
		return offer === void 0 ? standard : offer.value;
	}
	note(decision) {
		this.decisions.push(decision);
	}
	/** Keeps what is wrong with a value, at the place where it was said. */
	wrong(origin, why) {
		if (origin.kind === "file") this.problems.push(problemAt(origin.place, why));
		else this.problems.push({
			where: origin.kind === "call" ? origin.spelled : "default",
			why
		});
	}
	#given(name, value) {
		return value === void 0 ? void 0 : {
			value,
			origin: this.#call(name)
		};
	}
	#call(name) {
		return {
			kind: "call",
			spelled: this.#options.spell(name)
		};
	}
	#parsed(name, parse) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const parsed = parse(text.value);
		if (parsed.kind === "value") return {
			value: parsed.value,
			origin: text.origin,
			shown: text.value
		};
		this.wrong(text.origin, `${quoted(text.value)} ${parsed.why}`);
	}
};
function standardText(key) {
	return settings.find(({ name }) => name === key.split(".").at(-1))?.default;
}
function textOf(value) {
	return typeof value === "object" ? value.join(", ") : String(value ?? "");
}

// src/config/resolve.ts
const tenMinutes = 6e5;
/** Makes the request of a run from the call and its configuration file. All problems are told at once. */
async function resolveRequest(facts) {
	const config = await readConfig(facts);
	const reader = new Reader(facts, config.file);
	noteFile(reader, facts);
	const request = await readRequest(reader, facts);
	const run = {
		timeoutMs: reader.decide("timeout", [reader.duration("timeout")], tenMinutes),
		concurrency: reader.decide("concurrency", [reader.count("concurrency", 256)], 16),
		dockerConfig: reader.decide("docker-config", [reader.text("docker-config")], void 0),
		base: reader.decide("base", [reader.text("base")], void 0)
	};
	const problems = [...config.problems, ...reader.problems];
	return problems.length > 0 ? {
		kind: "wrong",
		problems
	} : {
		kind: "request",
		request,
		run,
		decisions: reader.decisions
	};
}
function noteFile(reader, { raw, spell }) {
	const origin = raw.config?.at(-1) ? {
		kind: "call",
		spelled: spell("config")
	} : { kind: "default" };
	reader.note({
		key: "config",
		shown: reader.file?.path ?? "there is none",
		origin
	});
}
async function readConfig(facts) {
	const found = await findConfig(facts);
	if (found.kind === "none") return { problems: [] };
	if (found.kind === "wrong") return { problems: [found.problem] };
	const { readConfigFile } = await import("./config-config-file.js");
	const read = readConfigFile(found.config);
	return read.kind === "config" ? {
		file: read.file,
		problems: []
	} : { problems: read.problems };
}

// src/registry/lazy.ts
const unused = {
	requests: 0,
	manifestGets: 0
};
/** A registry whose client is loaded at the first question: an inventory or a help text never pays for it. */
function lazyRegistry(load) {
	let loading;
	let loaded;
	const client = async () => {
		loading ??= load();
		loaded = await loading;
		return loaded;
	};
	return {
		login: async (registry, repository) => (await client()).login(registry, repository),
		manifest: async (target, reference) => (await client()).manifest(target, reference),
		exists: async (target, content) => (await client()).exists(target, content),
		config: async (target, config) => (await client()).config(target, config),
		tags: async (target) => (await client()).tags(target),
		get usage() {
			return loaded?.usage ?? unused;
		},
		async [Symbol.asyncDispose]() {
			await (await loading)?.[Symbol.asyncDispose]();
		}
	};
}

// src/process/create-world.ts
/** The real world of one run. Disposing it closes connections and removes what was written. */
async function createWorld(options) {
	const resources = new AsyncDisposableStack();
	const scratch = async () => resources.use(await (await import("./process-scratch.js")).createScratch());
	const clock = createClock({ timeoutMs: options.timeoutMs });
	const run = lazyRunProgram({
		folder: options.root,
		scratch,
		signal: clock.deadline
	});
	const registry = resources.use(lazyRegistry(() => options.registry({
		clock,
		run
	})));
	return {
		files: createFiles(options.root, options.granted),
		git: lazyHistory({
			root: options.root,
			run,
			scratch,
			login: options.gitLogin
		}),
		run,
		registry,
		clock,
		log: options.log,
		scratch,
		[Symbol.asyncDispose]: () => resources.disposeAsync()
	};
}
function lazyHistory(options) {
	const load = async () => (await import("./process-history.js")).createHistory(options);
	return {
		base: async (wish) => (await load()).base(wish),
		files: async (commit) => (await load()).files(commit),
		changed: async (commit) => (await load()).changed(commit)
	};
}
function lazyRunProgram({ folder, scratch, signal }) {
	const load = async () => {
		const [{ createRunProgram }, home] = await Promise.all([import("./process-run-program.js"), scratch()]);
		return createRunProgram({
			folder,
			home: home.path,
			signal
		});
	};
	let loading;
	return async (call) => {
		loading ??= load();
		return (await loading)(call);
	};
}

// src/process/registry-loader.ts
/** Loads the registry client, which is large, when the first question is asked. */
function registryLoader({ environments, run, ...options }) {
	return async (world) => {
		const { createRegistry } = await import("./registry-create.js");
		return createRegistry({
			...world,
			...options,
			environment: process$1.env,
			userAgent: `will-it-pull/${version$1}`,
			dockerConfig: run.dockerConfig,
			concurrency: run.concurrency,
			authorities: environments.flatMap(({ caPem }) => caPem ?? [])
		});
	};
}

export { check as i, createWorld as n, resolveRequest as r, registryLoader as t };