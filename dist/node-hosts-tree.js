import { U as Secret } from "./check.js";
import { a as boolean, c as looseObject, d as record, h as unknown, i as array, p as string } from "./schemas.js";
import { n as parseToml, t as lineOf } from "./node-parse-toml.js";

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
	for (const word of capabilities) if (!known.has(word)) complain(`unknown capability ${word}`, word);
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
const known = /* @__PURE__ */ new Set([
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
const shape = writtenHostShape.extend({
	server: string().optional(),
	host: record(string(), writtenHostShape).optional()
});
const mostHosts = 32;
/**
* The hosts of a hosts.toml in the order in which containerd tries them: those of `[host."…"]` tables as the file lists
* them, then `server`, or without one the registry itself (core/remotes/docker/config/hosts.go, parseHostsFile).
*/
function parseHostsFile(text) {
	const parsed = parseToml(text, shape);
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
	return { hosts: await Promise.all(parsed.hosts.map((host) => rule(host, place))) };
}
/** Without a hosts.toml, files named as Docker's: `*.crt` authorities, `*.cert` with `*.key` of the client. */
async function certificateFiles(place, files) {
	const listed = await files.list(place.folder);
	const names = listed.kind === "entries" ? listed.entries.filter(({ kind }) => kind === "file").map(({ name }) => name) : [];
	const certificates = names.filter((name) => name.endsWith(".cert"));
	return { hosts: [await rule({
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
async function rule(written, place) {
	const { address, pulls, resolves, headers } = written;
	return {
		address,
		pulls,
		resolves,
		headers,
		tls: await readTls(written, place)
	};
}

export { readHostsTree };