import { a as readFileSync, c as renameSync, d as utimesSync, f as writeFileSync, i as mkdirSync, l as rmSync, n as existsSync, o as readdirSync, u as statSync } from "./_light_node_fs.js";
import { n as isDigest, t as digestOf } from "./registry-digest.js";
import { createHash, randomUUID } from "node:crypto";
import { dirname, join } from "node:path";

// src/registry/trim-folder.ts
const keptShare = .8;
const abandonedMs = 36e5;
/** Removes the longest unused files of a folder until it has room again, and drafts that a dead run left behind. */
function trimFolder(folder, maxBytes, now) {
	const files = filesBelow(folder);
	const isAbandoned = ({ path, usedAt }) => /[/\\]\.[^/\\]+$/.test(path) && now - usedAt > abandonedMs;
	removeAll(files.filter(isAbandoned));
	let size = files.reduce((sum, file) => sum + file.size, 0);
	if (size <= maxBytes) return;
	const surplus = [];
	for (const file of files.toSorted((one, other) => one.usedAt - other.usedAt)) {
		if (size <= maxBytes * keptShare) break;
		size -= file.size;
		surplus.push(file);
	}
	removeAll(surplus);
}
function filesBelow(folder) {
	return entriesBelow(folder).filter((entry) => entry.isFile()).flatMap((entry) => describeFile(join(entry.parentPath, entry.name)));
}
function entriesBelow(folder) {
	try {
		return readdirSync(folder, {
			recursive: true,
			withFileTypes: true
		});
	} catch {
		return [];
	}
}
function describeFile(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	return found === void 0 ? [] : [{
		path,
		size: found.size,
		usedAt: found.mtimeMs
	}];
}
function removeAll(files) {
	for (const { path } of files) try {
		rmSync(path, { force: true });
	} catch {}
}

// src/registry/cache.ts
const largestBody = 8388608;
const defaultMaxBytes = 268435456;
const usedRecentlyMs = 864e5;
/** What a workflow may save for others: bodies that nobody's credential was needed for. */
function openFolder(folder) {
	return join(folder, "v1", "open");
}
/**
* Manifests and configs on disk, by digest. Several runs may use one folder at once: files come into being whole, and
* what is not what its name says is thrown away. A disk that fails costs nothing but the saving. Disposing it brings the
* folder back to its size, the longest unused first. The calls are synchronous: through the thread pool they cost many
* times the CPU, and with it the answers that come in meanwhile.
*/
function createCache(options) {
	const rooms = [openFolder(options.folder), join(options.folder, "v1", "closed")];
	const marked = /* @__PURE__ */ new Set();
	let isWritable = true;
	let hasWritten = false;
	return {
		read: async (digest) => isDigest(digest) ? readFirst(rooms, digest, options.now()) : void 0,
		write: async (digest, body, { repository, open }) => {
			if (!isWritable || body.length > largestBody || !isDigest(digest)) return;
			const room = rooms[open ? 0 : 1];
			isWritable = put(pathOf(room, digest), body) && (marked.has(room + repository) || put(markOf(room, repository), ""));
			marked.add(room + repository);
			hasWritten = true;
		},
		knows: async (repository) => rooms.some((room) => existsSync(markOf(room, repository))),
		async [Symbol.asyncDispose]() {
			if (hasWritten) trimFolder(join(options.folder, "v1"), options.maxBytes ?? defaultMaxBytes, options.now());
		}
	};
}
function pathOf(room, digest) {
	const [algorithm = "", hex = ""] = digest.split(":");
	return join(room, algorithm, hex.slice(0, 1), hex);
}
function markOf(room, repository) {
	return join(room, "repositories", createHash("sha256").update(repository).digest("hex"));
}
function readFirst(rooms, digest, now) {
	for (const room of rooms) {
		const body = readWhole(pathOf(room, digest), digest, now);
		if (body !== void 0) return body;
	}
}
function readWhole(path, digest, now) {
	const body = tryTo(() => {
		const { size, mtimeMs } = statSync(path);
		if (now - mtimeMs > usedRecentlyMs) utimesSync(path, now / 1e3, now / 1e3);
		return size <= largestBody ? readFileSync(path) : void 0;
	});
	if (body === void 0 || digestOf(body, digest) === digest) return body;
	tryTo(() => rmSync(path, { force: true }));
}
/** Written beside its place and moved there: a reader sees all of it or nothing. */
function put(path, body) {
	if (existsSync(path)) return true;
	const folder = dirname(path);
	const draft = join(folder, `.${randomUUID()}`);
	const write = () => {
		writeFileSync(draft, body, { mode: 384 });
		renameSync(draft, path);
		return true;
	};
	if (tryTo(write) === true) return true;
	tryTo(() => mkdirSync(folder, {
		recursive: true,
		mode: 448
	}));
	if (tryTo(write) === true) return true;
	tryTo(() => rmSync(draft, { force: true }));
	return existsSync(path);
}
function tryTo(task) {
	try {
		return task();
	} catch {
		return;
	}
}

export { openFolder as n, createCache as t };