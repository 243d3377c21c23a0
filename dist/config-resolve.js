import { u as realpath } from "./promises.js";
import { a as splitList, i as registryPattern, n as parseCount, o as problemAt, r as parseDuration, s as quoted, t as parseBytes } from "./config-values.js";
import { a as readDockerConfig, o as formatPlatform, s as parsePlatform } from "./process-network-loader.js";
import { t as Secret } from "./secret.js";
import { n as nearName, t as didYouMean } from "./config-near-name.js";
import { n as settings, t as environmentSettings } from "./config-settings.js";
import { t as findingCodes } from "./judge-types.js";
import { dirname, join, relative } from "node:path/posix";
import { isAbsolute, join as join$1, relative as relative$1, sep } from "node:path";

// src/config/cache-folder.ts
/** Where manifests are kept between runs; undefined where they are not to be, or where there is no place for them. */
function cacheFolder(reader, environment) {
	const wanted = reader.decide("cache", [reader.choice("cache", ["true", "false"])], "true");
	const folder = reader.decide("cache-dir", [reader.text("cache-dir")], standardFolder(environment));
	return wanted === "true" ? folder : void 0;
}
/** As the XDG Base Directory Specification has it: a relative path counts for nothing. */
function standardFolder(environment) {
	const [chosen, home] = [environment("XDG_CACHE_HOME") ?? "", environment("HOME") || environment("USERPROFILE") || ""];
	if (isAbsolute(chosen)) return join$1(chosen, "will-it-pull");
	return isAbsolute(home) ? join$1(home, ".cache", "will-it-pull") : void 0;
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
	const path = isAbsolute(written) ? relative$1(root.root, written).split(sep).join("/") || "." : join(folder, written);
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
			folder: dirname(path),
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
	/** Root-relative paths of those that were named and lie in the repository. */
	inside = [];
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
		const at = this.#at(path, origin);
		if (origin.kind !== "file") return this.#facts.files.read(path, longest);
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
		if (at.kind === "inside" && /^\.git(?:\/|$)/i.test(at.path)) return {
			kind: "outside",
			path: at.path
		};
		if (at.kind === "inside") this.inside.push(at.path);
		return at;
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
		const why = `there is no ${quoted(path)}; paths are relative to the folder of ${this.#reader.file?.path}: write ${quoted(relative(this.#folder, written))}`;
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
		return !isRemote(chart) && inChart.kind === "inside" && await this.#root.kind(inChart.path) === "file" ? join(chart, written) : this.#inside("values", written, item);
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
async function calledSecret(reader, { files, withoutSecrets }, { entry, origin }) {
	const { namespace, name, content, file } = entry;
	const key = keyOf(entry);
	if (file === "") {
		if (withoutSecrets) reader.note({
			key: `pull-secrets.${key}`,
			shown: "empty: this run has no secrets",
			origin
		});
		else reader.wrong(origin, `nothing is given for ${quoted(key)}: set the secret or variable behind it, or remove it`);
		return [];
	}
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
		configFile: reader.file?.path,
		configuredBy: [...reader.file === void 0 ? [] : [reader.file.path], ...files.inside]
	};
}
/** Globs of the file are relative to its folder, but those that begin with `**` hold everywhere. */
function readExclude(reader) {
	const { folder = ".", config } = reader.file ?? {};
	const written = config?.exclude?.map((glob) => glob.startsWith("**") ? glob : join(folder, glob));
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
	boolean(name) {
		const chosen = this.choice(name, ["true", "false"]);
		return chosen && {
			...chosen,
			value: chosen.value === "true"
		};
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
		waitMs: reader.decide("wait", [reader.duration("wait")], 0),
		concurrency: reader.decide("concurrency", [reader.count("concurrency", 256)], 16),
		dockerConfig: reader.decide("docker-config", [reader.text("docker-config")], void 0),
		cacheFolder: cacheFolder(reader, facts.environment),
		base: reader.decide("base", [reader.text("base")], void 0),
		changedOnly: reader.decide("changed-only", [reader.boolean("changed-only")], void 0)
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

export { resolveRequest as t };