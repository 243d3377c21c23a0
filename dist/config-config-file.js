import { x as findingCodes } from "./words.js";
import { B as YAMLException, D as didYouMean, S as nodeAt, T as Lines, V as load, d as problemAt, f as quoted, u as registryPattern, w as yamlTree, z as CORE_SCHEMA } from "./check.js";
import { n as environmentSettings, r as settings } from "./base.js";
import { a as boolean, d as record, f as strictObject, g as _isoDate, i as array, l as number, m as union, n as _enum, o as int, p as string, r as _null, t as ZodISODate, u as partialRecord } from "./schemas.js";

// node_modules/zod/v4/classic/iso.js
function date(params) {
	return _isoDate(ZodISODate, params);
}

// src/config/read-yaml.ts
const bounds = {
	maxDepth: 50,
	maxAliases: 100
};
/** Reads YAML 1.2 (core schema: `off` and dates are text) from anyone, in linear time; of equal keys none wins. */
function readYaml(text) {
	try {
		const value = load(text, {
			schema: CORE_SCHEMA,
			json: false,
			...bounds
		});
		const root = yamlTree(text)?.[0];
		return root === void 0 ? {
			kind: "wrong",
			why: "this is no YAML",
			offset: 0
		} : {
			kind: "document",
			value,
			root
		};
	} catch (error) {
		return failure(error instanceof YAMLException ? error : void 0, text);
	}
}
function failure(error, text) {
	const reason = error?.reason ?? "it can not be read";
	const offset = error?.mark?.position;
	if (offset !== void 0) return {
		kind: "wrong",
		why: sentence(reason, text, offset),
		offset
	};
	if (reason.includes("input is empty")) return { kind: "empty" };
	if (!reason.includes("single document")) return {
		kind: "wrong",
		why: `this is no YAML: ${reason}`,
		offset: 0
	};
	return {
		kind: "wrong",
		why: "a second document begins here: the configuration is one document",
		offset: yamlTree(text)?.[1]?.start ?? 0
	};
}
const sentences = [
	[/tab characters/, "a tab indents this line: YAML wants spaces"],
	[/maxDepth/, "this is nested too deeply"],
	[/maxAliases/, "aliases repeat too much: write the values out"],
	[/complex keys/, "a map or a list stands where a key must be: put text with `{` or `[` in quotes"],
	[/^unknown .*tag/, "a tag (`!…`) stands here: tags have no meaning in the configuration, remove it"],
	[/bad indentation/, "this line is indented otherwise than the keys beside it: align it with them"],
	[/missed comma/, "a comma is missing before this: in a list in brackets, text with `[`, `]`, `{` or `}` stands in quotes"]
];
function sentence(reason, text, offset) {
	if (tabBegins(text, offset)) return "a tab indents this line: YAML wants spaces";
	if (reason.includes("duplicated mapping key")) return `${keyOf(text.slice(offset, offset + 80))} stands here twice: keep one`;
	const alias = /^unidentified alias "(.*)"/s.exec(reason)?.[1];
	if (alias !== void 0) return `no anchor ${quoted(`&${alias}`)} stands before this: a value that begins with \`*\` stands in quotes`;
	return sentences.find(([pattern]) => pattern.test(reason))?.[1] ?? `this is no YAML: ${reason.slice(0, 200)}`;
}
function tabBegins(text, offset) {
	return /^ *\t/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
}
function keyOf(rest) {
	return `\`${/^["']?([\w.-]{1,64})/.exec(rest)?.[1] ?? "a key"}\``;
}
/** Narrows a value of YAML to a map. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/config/issue-words.ts
/** Why a key has no place where it stands, and what it may have been meant to be. */
function unknownKey(key, { noun, keys }) {
	if (noun === "a finding code") return `${quoted(key)} is no finding code${didYouMean(key, keys)}`;
	const near = didYouMean(key, keys);
	const hint = noun === "the configuration" ? elsewhere(key) : void 0;
	const known = near === "" ? `; it has ${keys.join(", ")}` : near;
	return `${quoted(key)} is no key of ${noun}${hint ?? known}`;
}
const ofCharts = [
	"values",
	"set",
	"release",
	"namespace",
	"kube-version",
	"api-versions"
];
function elsewhere(key) {
	if (environmentSettings.some((name) => name === key)) return `: it stands in an entry of \`environments\``;
	if (ofCharts.includes(key)) return `: it stands in an entry of \`sources\`, beside its \`chart\``;
	if (key === "paths") return ": what is checked stands under `sources`";
	return settings.some(({ name }) => name === key) ? ": it is a flag and an input alone" : void 0;
}
const listsOfText = [
	"exclude",
	"allowed-registries",
	"values",
	"api-versions",
	"platforms",
	"insecure-registries",
	"images",
	"containers",
	"pod-templates",
	"pod-specs"
];
/** Why a value has the wrong type. */
function wrongType({ expected }, { key, value, plain }) {
	if (value === null) return "has no value: give it one, or remove the key";
	const isOne = typeof value === "string" && listsOfText.includes(key);
	if (expected === "array") return `must be a list${isOne ? `: write ${quoted(`[${value}]`)}` : ""}`;
	if (expected === "string" && plain !== void 0) return `must be text, and YAML reads ${quoted(plain)} as a ${typeof value}: write it in quotes`;
	if (expected === "string") return `must be text, not ${isMapping(value) ? "a map" : "a list"}`;
	return expected === "object" || expected === "record" ? "must be a map of keys and values" : `must be of type ${expected}`;
}
/** Why a value is none of those that are possible. */
function wrongValue({ values }, { value, plain }) {
	const valid = values.map(String);
	if (value === null) return `has no value: write one of ${valid.join(", ")}`;
	if (value === false && valid.includes("off")) return `is ${quoted(plain ?? "false")}, which YAML reads as a boolean: write \`off\``;
	if (typeof value !== "string") return `must be one of ${valid.join(", ")}`;
	if (valid.length === findingCodes.length) return `is no finding code: ${quoted(value)}${didYouMean(value, valid)}`;
	return `is ${quoted(value)}, which is none of ${valid.join(", ")}${didYouMean(value, valid)}`;
}
const remedies = {
	name: "give the environment a name",
	platforms: "write the platforms of its nodes, like `platforms: [linux/amd64]`",
	secret: "write the name of the pull secret, or `namespace/name`",
	image: "write the image, or a glob over images, that is meant",
	kind: "write the group and kind, like `acme.io/App`",
	at: "write the path of the map that has the parts, like `spec.image`",
	reason: "write why it is ignored; it is listed in the report"
};
/** That a key is needed and is not there. */
function missingKey(key) {
	const remedy = remedies[key];
	return `\`${key}\` is missing${remedy === void 0 ? "" : `: ${remedy}`}`;
}

// src/config/custom-resource-shape.ts
const fieldPath = string().max(200, "is too long: a path has 200 characters at most").regex(/^[\w-]+(?:\[\])?(?:\.(?:[\w-]+(?:\[\])?|\*)){0,19}$/, "must be a path of fields from the top of the object, like `spec.image`; `[]` stands for every item of a list (`spec.plugins[].image`), `*` for every value of a map");
const fieldPaths = array(fieldPath).max(20, "has more than 20 entries");
const fieldName = string().regex(/^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}$/, "must be the name of a field below `at`, like `tag` or `image.tag`");
const part = string().min(1, "must not be empty").max(255, "is too long: it has 255 characters at most");
const defaultParts = strictObject({
	registry: part.optional().describe("Registry that the operator takes"),
	repository: part.optional().describe("Repository that the operator takes"),
	tag: part.optional().describe("Tag that the operator takes, in quotes")
});
const imageParts = strictObject({
	at: fieldPath.describe("Path of the map that has the parts"),
	registry: fieldName.optional().describe("Its field with the registry; default: registry"),
	repository: fieldName.optional().describe("Its field with the repository; default: repository"),
	tag: fieldName.optional().describe("Its field with the tag; default: tag"),
	digest: fieldName.optional().describe("Its field with the digest, which wins over the tag; default: digest"),
	defaults: defaultParts.optional().describe("What the operator takes for a part that is not written")
});
/** An entry of `custom-resources`: where objects of a kind name images. */
const customResource = strictObject({
	kind: string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\/[A-Z][A-Za-z0-9]{0,62}$/, "must be the group, in small letters, and the kind, without a version: `acme.io/App`").describe("Group and kind, like acme.io/App; every version of it is meant"),
	images: fieldPaths.optional().describe("Paths of whole references"),
	"image-parts": array(imageParts).max(20, "has more than 20 entries").optional().describe("Maps whose fields together are a reference"),
	containers: fieldPaths.optional().describe("Paths of objects that are written like a container"),
	"pod-templates": fieldPaths.optional().describe("Paths of pod templates: the pod is below, at spec"),
	"pod-specs": fieldPaths.optional().describe("Paths of objects that are written like the spec of a pod"),
	"pull-secrets": fieldPath.optional().describe("Path of the pull secrets of pods that name none themselves: a name, a list of names, or of maps with name"),
	"service-account": fieldPath.optional().describe("Path of the name of the ServiceAccount of pods that name none themselves"),
	namespace: fieldPath.optional().describe("Path of the namespace of the pods, where it is not that of the object")
});
/** The shapes of what stands in an entry. */
const partShapes = {
	"image-parts": imageParts,
	defaults: defaultParts
};

// src/config/schema.ts
const text = string().min(1, "must not be empty");
const texts = array(text);
const path = text;
const glob = text.max(500, "is too long: a glob has 500 characters at most");
const mostGlobs = 200;
/** One value as after `--set key=`. */
const scalar = union([
	string(),
	number(),
	boolean(),
	_null()
], "must be one value, not a list or a map");
const chart = strictObject({
	chart: path.describe("A chart: its folder, a packaged .tgz, or an oci:// reference"),
	values: array(path).optional().describe("Values files, last wins; looked for here, then in the chart's folder"),
	set: record(text, scalar).optional().describe("Single values, by path: { image.tag: \"1.4.2\" }"),
	release: text.optional().describe("Release name"),
	namespace: text.optional().describe("Namespace of the release"),
	"kube-version": text.optional().describe("Kubernetes version that the chart is rendered for, in quotes"),
	"api-versions": texts.optional().describe("API versions that the chart may ask for")
});
const kustomization = strictObject({ kustomize: path.describe("Folder of a kustomization") });
const manifests = strictObject({ manifests: glob.describe("Plain manifests: a file or a glob") });
const registry = string().regex(registryPattern, "must be a registry like `registry.local:5000`, without a scheme");
const registryOrPath = string().regex(/^[\w.:[\]-]+(?:\/[\w.-]+)*\/?$/, "must be a registry or a path below one, like `ghcr.io/acme`, without a scheme or `*`");
const environment = strictObject({
	name: string().regex(/^[\w.-]{1,63}$/, "must be letters, digits, `.`, `_` and `-`, 63 at most"),
	platforms: texts.min(1, "must name a platform, like `[linux/amd64]`").max(50, "has more than 50 entries").describe("Platforms of the nodes"),
	runtime: _enum([
		"containerd",
		"containerd-local",
		"containerd-transfer",
		"cri-o"
	]).optional().describe("Container runtime of the nodes; default: containerd"),
	"node-credentials": path.optional().describe("Logins that the nodes hold: undeclared (default), none, runner, or the path of a docker config.json"),
	"hosts-dir": path.optional().describe("Folder of the nodes' containerd hosts.toml files"),
	"registries-conf": path.optional().describe("The nodes' registries.conf, for CRI-O"),
	"ca-file": path.optional().describe("Certificates that the nodes trust besides the system's"),
	"insecure-registries": array(registry).optional().describe("Registries that the nodes reach without verified TLS")
});
const secret = string().regex(/^(?:[a-z0-9.-]+\/)?[a-z0-9.-]+$/, "must be the name of a secret, or `namespace/name`").describe("Name of the pull secret, or namespace/name");
const secretOfVariable = strictObject({
	secret,
	"from-env": string().regex(/^[A-Za-z_]\w*$/, "must be the name of an environment variable").describe("Environment variable that holds the value of .dockerconfigjson")
});
const secretOfFile = strictObject({
	secret,
	"from-file": path.describe("File that holds .dockerconfigjson")
});
const severity = _enum([
	"error",
	"warning",
	"notice",
	"off"
]);
const ignoreRule = strictObject({
	image: glob.describe("Glob over the name of the image or its whole reference"),
	code: _enum(findingCodes).optional().describe("The finding that is ignored; default: every one"),
	reason: text.describe("Why; it is listed in the report"),
	expires: date("must be a date like `2027-01-31`").optional().describe("Last day of the rule")
});
/** The shapes that a source may have, by the key that tells them apart. */
const sourceShapes = {
	chart,
	kustomize: kustomization,
	manifests
};
/** The shapes that a pull secret may have, by the key that tells them apart. */
const secretShapes = {
	"from-env": secretOfVariable,
	"from-file": secretOfFile
};
/** The shapes of the other entries of lists. */
const entryShapes = {
	environments: environment,
	ignore: ignoreRule,
	"custom-resources": customResource
};
/** The configuration file: the one place that says what it may hold. */
const configSchema = strictObject({
	sources: array(union([
		chart,
		kustomization,
		manifests
	])).max(1e3, "has more than 1,000 entries").min(1, "must have an entry, or be removed: without it, the paths of the call are searched").optional().describe("What is rendered and checked; without it, what is found below the paths of the call"),
	exclude: array(glob).max(mostGlobs, `has more than ${mostGlobs} entries`).optional().describe("Globs of paths that are left out"),
	environments: array(environment).min(1, "must have an entry, or be removed: without it, there is one with linux/amd64").max(50, "has more than 50 entries").optional().describe("What the nodes are; without it, one named default with linux/amd64"),
	"pull-secrets": array(union([secretOfVariable, secretOfFile])).max(200, "has more than 200 entries").optional().describe("Contents of pull secrets that are not in the repository"),
	rules: partialRecord(_enum(findingCodes), severity).optional().describe("Severity by finding code: error, warning, notice, off"),
	ignore: array(ignoreRule).max(1e3, "has more than 1,000 entries").optional().describe("Findings that are listed but do not fail the run"),
	"allowed-registries": array(registryOrPath).optional().describe("Registries, or paths below one, that may be used"),
	"on-unknown": _enum(["warn", "fail"]).optional().describe("What an outcome that could not be told does to the run; default: warn"),
	"fail-on": _enum(["new", "all"]).optional().describe("Whether breakage from before the change fails the run; default: new"),
	depth: _enum(["manifest", "blobs"]).optional().describe("How far to look: up to the manifests (default), or every layer too"),
	"image-like-strings": _enum(["list", "check"]).optional().describe("Texts outside of image fields that look like images: list them (default), or check them as warnings"),
	"custom-resources": array(customResource).max(100, "has more than 100 entries").optional().describe("Where further kinds of custom resources name images"),
	"large-image-bytes": union([string(), int().positive()], "must be a size like `2GiB`").optional().describe("From which size an image is called large, like 2GiB")
}).meta({
	title: "will-it-pull.yaml",
	description: "Configuration of will-it-pull"
});

// src/config/shape-at.ts
const choices = {
	sources: {
		noun: "a source",
		keys: Object.keys(sourceShapes)
	},
	"pull-secrets": {
		noun: "a pull secret",
		keys: Object.keys(secretShapes)
	}
};
/** The choice that the entry at this path is, if it is one. */
function choiceAt(path) {
	return path.length === 2 && typeof path[0] === "string" ? choices[path[0]] : void 0;
}
/** Which of a choice's keys an entry has; one is right. */
function chosenKeys({ keys }, entry) {
	return isMapping(entry) ? keys.filter((key) => Object.hasOwn(entry, key)) : [];
}
const shapes = {
	"pull-secrets": {
		noun: "a pull secret",
		keys: ["secret", ...Object.keys(secretShapes)]
	},
	environments: {
		noun: "an environment",
		keys: Object.keys(entryShapes.environments.shape)
	},
	"custom-resources": {
		noun: "a custom resource",
		keys: Object.keys(entryShapes["custom-resources"].shape)
	},
	ignore: {
		noun: "an ignore rule",
		keys: Object.keys(entryShapes.ignore.shape)
	},
	rules: {
		noun: "a finding code",
		keys: findingCodes
	}
};
const partsOfResource = {
	"image-parts": {
		noun: "an image in parts",
		keys: Object.keys(partShapes["image-parts"].shape)
	},
	defaults: {
		noun: "the defaults",
		keys: Object.keys(partShapes.defaults.shape)
	}
};
const whole = {
	noun: "the configuration",
	keys: Object.keys(configSchema.shape)
};
/** The shape of the map at this path; `entry` is what stands there. */
function shapeAt(path, entry) {
	const [list, , , ...below] = path;
	if (list === "sources") return sourceShape(entry);
	if (list === "custom-resources" && below.length > 0) return partsOfResource[below.length > 1 ? "defaults" : "image-parts"] ?? whole;
	return (list === void 0 ? void 0 : shapes[list]) ?? whole;
}
function sourceShape(entry) {
	const has = (key) => isMapping(entry) && Object.hasOwn(entry, key);
	if (has("chart")) return {
		noun: "a chart",
		keys: Object.keys(sourceShapes.chart.shape)
	};
	if (has("kustomize")) return {
		noun: "a kustomization",
		keys: ["kustomize"]
	};
	if (has("manifests")) return {
		noun: "manifests",
		keys: ["manifests"]
	};
	return {
		noun: "a source",
		keys: Object.keys(sourceShapes)
	};
}

// src/config/issues.ts
const mostKeys = 20;
/** Turns what the schema refuses into problems with places and remedies. `value` is the whole file. */
var Issues = class {
	#value;
	#places;
	constructor(value, places) {
		this.#value = value;
		this.#places = places;
	}
	problemsOf(issue, above = []) {
		const path = [...above, ...issue.path.map((step) => typeof step === "symbol" ? step.toString() : step)];
		const value = valueAt(this.#value, path);
		if (issue.code === "unrecognized_keys") {
			const shape = shapeAt(path, value);
			return issue.keys.slice(0, mostKeys).map((key) => problemAt(this.#places.ofKey([...path, key]), unknownKey(key, shape)));
		}
		const choice = choiceAt(path);
		if (issue.code === "invalid_union" && choice !== void 0) return this.#choice(issue, path, choice);
		return [problemAt(this.#places.of(path), this.#sentence(issue, path, value))];
	}
	#sentence(issue, path, value) {
		if (value === void 0) return missingKey(String(path.at(-1)));
		const given = {
			key: String(path.at(-1)),
			value,
			plain: this.#places.plainText(path)
		};
		const subject = nameOf(path);
		if (issue.code === "invalid_type") return `${subject} ${wrongType(issue, given)}`;
		if (issue.code === "invalid_value") return `${subject} ${wrongValue(issue, given)}`;
		return `${subject} ${issue.message}`;
	}
	#choice(issue, path, choice) {
		const entry = valueAt(this.#value, path);
		const [chosen, second] = chosenKeys(choice, entry);
		const place = this.#places.of(path);
		if (!isMapping(entry)) return [problemAt(place, `${nameOf(path)} must be a map, with one of ${choice.keys.join(", ")}`)];
		if (chosen === void 0) return [problemAt(place, nothingChosen(entry, choice))];
		if (second !== void 0) return [problemAt(place, `${choice.noun} has one of ${choice.keys.join(", ")}: this has \`${chosen}\` and \`${second}\``)];
		return (issue.errors[choice.keys.indexOf(chosen)] ?? []).flatMap((part) => this.problemsOf(part, path));
	}
};
function nothingChosen(entry, { noun, keys }) {
	const near = Object.keys(entry).slice(0, 10).map((key) => didYouMean(key, keys)).find((text) => text !== "");
	return `${noun} has one of ${keys.join(", ")}, and this has none${near ?? ""}`;
}
/** `platforms`, or `sources[1]` for an entry. */
function nameOf(path) {
	const [list, last] = path.slice(-2);
	if (path.length === 0) return "the configuration";
	if (path.length === 1) return `\`${list}\``;
	return typeof last === "number" ? `\`${list}[${last}]\`` : `\`${last}\``;
}
function valueAt(value, path) {
	let at = value;
	for (const step of path) if (Array.isArray(at) && typeof step === "number") at = at[step];
	else if (isMapping(at) && Object.hasOwn(at, step)) at = at[step];
	else return void 0;
	return at;
}

// src/config/yaml-places.ts
/** Where the things of a YAML file stand, by their path of keys and indices. */
var YamlPlaces = class {
	#file;
	#text;
	#root;
	#lines;
	constructor({ file, text, root }) {
		this.#file = file;
		this.#text = text;
		this.#root = root;
		this.#lines = new Lines(text);
	}
	/** Place of the value at a path, else of the nearest thing above it that is there. */
	of(path) {
		const { node, isWhole } = nodeAt(this.#root, path);
		const isEmpty = node.kind === "scalar" && node.plain && node.start === node.end;
		if (isWhole && isEmpty && typeof path.at(-1) === "string") return this.ofKey(path);
		return this.at(node.start);
	}
	/** Place of the key at the end of a path. */
	ofKey(path) {
		const { node } = nodeAt(this.#root, path.slice(0, -1));
		const key = path.at(-1);
		const entry = (node.kind === "map" ? node.entries : []).findLast((entry) => entry.key.kind === "scalar" && entry.key.value === key);
		return this.at(entry?.key.start ?? node.start);
	}
	at(offset) {
		const { line = 1, column = 1 } = this.#lines.placeOf({
			start: offset,
			end: offset
		});
		return {
			file: this.#file,
			line,
			column
		};
	}
	/** An unquoted value as it is written; undefined for anything else. */
	plainText(path) {
		const { node, isWhole } = nodeAt(this.#root, path);
		return isWhole && node.kind === "scalar" && node.plain ? this.#text.slice(node.start, node.end) : void 0;
	}
};

// src/config/config-file.ts
const mostProblems = 20;
/** Reads and checks the text of a configuration file; all of its problems are told at once. */
function readConfigFile({ path, folder, text }) {
	const yaml = readYaml(text);
	if (yaml.kind === "empty") return {
		kind: "config",
		file: emptyFile(path, folder)
	};
	if (yaml.kind === "wrong") {
		const places = new YamlPlaces({
			file: path,
			text,
			root: {
				kind: "map",
				start: 0,
				entries: []
			}
		});
		return {
			kind: "wrong",
			problems: [problemAt(places.at(yaml.offset), yaml.why)]
		};
	}
	const places = new YamlPlaces({
		file: path,
		text,
		root: yaml.root
	});
	if (yaml.value === null) return {
		kind: "config",
		file: emptyFile(path, folder)
	};
	if (!isMapping(yaml.value)) return {
		kind: "wrong",
		problems: [problemAt(places.of([]), "the configuration must be a map of keys and values")]
	};
	const parsed = configSchema.safeParse(yaml.value);
	if (!parsed.success) return {
		kind: "wrong",
		problems: problemsOf(parsed.error.issues, yaml.value, places)
	};
	return {
		kind: "config",
		file: {
			path,
			folder,
			config: parsed.data,
			placeOf: places.of.bind(places),
			plainText: places.plainText.bind(places)
		}
	};
}
function emptyFile(path, folder) {
	return {
		path,
		folder,
		config: {},
		placeOf: () => ({
			file: path,
			line: 1,
			column: 1
		}),
		plainText: () => void 0
	};
}
function problemsOf(found, value, places) {
	const issues = new Issues(value, places);
	const problems = found.slice(0, mostProblems).flatMap((issue) => issues.problemsOf(issue)).toSorted(byPlace);
	const shown = problems.slice(0, mostProblems);
	return found.length > mostProblems || problems.length > mostProblems ? [...shown, {
		where: "and more",
		why: "these are the first of many problems"
	}] : shown;
}
function byPlace({ place: a }, { place: b }) {
	return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

export { readConfigFile };