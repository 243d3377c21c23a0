import { c as mkdirSync, g as statSync, h as rmSync, m as renameSync, u as readFileSync, v as writeFileSync } from "./base.js";
import { n as isDigest, t as digestOf } from "./registry-content-digest.js";
import { y as Buffer } from "./check.js";
import { dirname, join } from "node:path";

// src/registry/cache/pack.ts
/** Bytes; what no runtime takes is not worth keeping. */
const largestBody = 8388608;
const mostBodies = 1e5;
const mostRepositories = 100;
const endOfIndex = "\n\n";
/**
* Many bodies as one file, which costs a tenth of a file for each: a line for every body with its digest, its length and
* its repositories, an empty line, and the bodies in the same order. What `maxBytes` has no room for is left out.
*/
function packed(pack, maxBytes) {
	const lines = [];
	const bodies = [];
	let bytes = 2;
	for (const [digest, { body, repositories }] of pack) {
		const line = [
			digest,
			body.length,
			...[...repositories].slice(0, mostRepositories)
		].join(" ");
		bytes += Buffer.byteLength(line) + 1 + body.length;
		if (bytes > maxBytes) break;
		lines.push(line);
		bodies.push(body);
	}
	return Buffer.concat([Buffer.from(lines.join("\n") + endOfIndex), ...bodies]);
}
/** The bodies of a file, as far as it has the form of a pack. Nobody has hashed them yet. */
function unpacked(file) {
	const pack = /* @__PURE__ */ new Map();
	let offset = file.indexOf(endOfIndex) + 2;
	const index = file.toString("utf8", 0, Math.max(0, offset - 2));
	for (const line of index.split("\n", mostBodies)) {
		const [digest = "", length = "", ...repositories] = line.split(" ", 102);
		const size = Number(length);
		const end = offset + size;
		if (!isDigest(digest) || !(size >= 0 && size <= 8388608 && end <= file.length)) break;
		pack.set(digest, {
			body: file.subarray(offset, end),
			repositories: new Set(repositories)
		});
		offset = end;
	}
	return pack;
}

// src/registry/cache/pack-file.ts
const abandonedMs = 6e4;
/** A pack on disk, read at the first question. The calls are synchronous: one file is not worth the thread pool. */
var PackFile = class {
	#options;
	#added = /* @__PURE__ */ new Map();
	#used = /* @__PURE__ */ new Set();
	#pack;
	#repositories;
	constructor(options) {
		this.#options = options;
	}
	/** The body, if it is there and is what its name says. */
	read(digest) {
		this.#pack ??= readPack(this.#options);
		const body = this.#pack.get(digest)?.body;
		if (body === void 0 || digestOf(body, digest) !== digest) return void 0;
		this.#used.add(digest);
		return body;
	}
	/** Whether a body of this repository is there. */
	knows(repository) {
		this.#pack ??= readPack(this.#options);
		this.#repositories ??= new Set([...this.#pack.values()].flatMap(({ repositories }) => [...repositories]));
		return this.#repositories.has(repository);
	}
	/** Notes a body that is to be in the file; it is written by `save`. */
	add(digest, body, repository) {
		const repositories = this.#added.get(digest)?.repositories ?? [];
		this.#added.set(digest, {
			body,
			repositories: /* @__PURE__ */ new Set([...repositories, repository])
		});
	}
	/** Puts what was added before what is in the file by now: first what this run used, the rest as far as there is room. */
	save() {
		if (this.#added.size === 0) return;
		const before = readPack(this.#options);
		const pack = new Map(this.#added);
		for (const [digest, kept] of before) if (this.#used.has(digest)) join$1(pack, digest, kept);
		for (const [digest, kept] of before) join$1(pack, digest, kept);
		writeWhole(this.#options.path, packed(pack, this.#options.maxBytes), this.#options.now());
	}
};
function join$1(pack, digest, { body, repositories }) {
	const known = pack.get(digest);
	pack.set(digest, {
		body: known?.body ?? body,
		repositories: repositories.union(known?.repositories ?? /* @__PURE__ */ new Set())
	});
}
function readPack({ path, maxBytes }) {
	const file = tryTo(() => {
		const found = statSync(path);
		return found.isFile() && found.size <= maxBytes ? readFileSync(path) : void 0;
	});
	return file === void 0 ? /* @__PURE__ */ new Map() : unpacked(file);
}
/** Written beside its place and moved there: a reader sees all of it or nothing, and of two writers one gives way. */
function writeWhole(path, content, now) {
	const draft = `${path}.draft`;
	if (tryTo(() => now - statSync(draft).mtimeMs > abandonedMs) === true) tryTo(() => rmSync(draft));
	const write = () => writeFileSync(draft, content, {
		mode: 384,
		flag: "wx"
	});
	try {
		mkdirSync(dirname(path), {
			recursive: true,
			mode: 448
		});
		write();
		renameSync(draft, path);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) tryTo(() => rmSync(draft, { force: true }));
	}
}
function tryTo(task) {
	try {
		return task();
	} catch {
		return;
	}
}

// src/registry/cache/cache.ts
const defaultMaxBytes = 67108864;
/** What a workflow may save for others: the file of bodies that nobody's credential was needed for. */
function openPack(folder) {
	return join(folder, "v2", "open.pack");
}
/**
* Manifests and configs on disk, by digest. Several runs may use one folder at once: a file comes into being whole, and
* what is not what its name says counts for nothing. What is new is written when it is disposed; a disk that fails costs
* nothing but the saving.
*/
function createCache({ folder, maxBytes = defaultMaxBytes, now }) {
	const open = new PackFile({
		path: openPack(folder),
		maxBytes,
		now
	});
	const closed = new PackFile({
		path: join(folder, "v2", "closed.pack"),
		maxBytes,
		now
	});
	return {
		read: async (digest) => open.read(digest) ?? closed.read(digest),
		knows: async (repository) => open.knows(repository) || closed.knows(repository),
		write(digest, body, facts) {
			if (body.length <= 8388608) (facts.open ? open : closed).add(digest, body, facts.repository);
		},
		async [Symbol.asyncDispose]() {
			open.save();
			closed.save();
		}
	};
}

export { openPack as n, unpacked as r, createCache as t };