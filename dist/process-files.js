import { join, resolve, sep } from "node:path";
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";

// src/process/files.ts
const defaultLimit = 16777216;
const utf8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/**
* Files below `root` (an absolute path). A link is followed only while its target stays below the root and out of
* `.git`, where a checkout may keep a token. The calls are synchronous: ten thousand small files are read in 0.4 s, and
* in 1.3 s to 3.5 s through the thread pool.
*/
function createFiles(root, granted = []) {
	const reach = {
		root: realpathSync.native(root),
		granted: new Set(granted)
	};
	return {
		root: reach.root,
		kind: async (path) => kindOf(reach, path),
		read: async (path, limit = defaultLimit) => read(reach, path, limit),
		list: async (path) => list(reach, path),
		native: (path) => resolve(reach.root, path)
	};
}
function find({ root, granted }, path) {
	const asked = resolve(root, path);
	const isGranted = granted.has(asked);
	if (!isGranted && !isBelow(root, asked)) return { kind: "outside" };
	try {
		const real = realpathSync.native(asked);
		if (!isGranted && real !== asked && !isAllowedTarget(root, real)) return { kind: "outside" };
		return {
			kind: "found",
			path: real,
			stats: statSync(real)
		};
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function kindOf(reach, path) {
	const found = find(reach, path);
	if (found.kind !== "found") return found.kind;
	return found.stats.isDirectory() ? "folder" : "file";
}
function read(reach, path, limit) {
	const found = find(reach, path);
	if (found.kind !== "found") return { kind: found.kind };
	if (!found.stats.isFile()) return { kind: "not-a-file" };
	if (found.stats.size > limit) return {
		kind: "too-large",
		bytes: found.stats.size
	};
	try {
		return decode(readFileSync(found.path));
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function decode(bytes) {
	if (bytes.includes(0)) return { kind: "not-text" };
	try {
		return {
			kind: "text",
			text: utf8.decode(bytes)
		};
	} catch {
		return { kind: "not-text" };
	}
}
function list(reach, path) {
	const found = find(reach, path);
	if (found.kind !== "found") return { kind: found.kind };
	if (!found.stats.isDirectory()) return { kind: "not-a-folder" };
	try {
		return {
			kind: "entries",
			entries: readdirSync(found.path, { withFileTypes: true }).map((entry) => toEntry(reach, found.path, entry)).toSorted((a, b) => a.name < b.name ? -1 : 1)
		};
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function toEntry(reach, folder, entry) {
	if (entry.isSymbolicLink()) return {
		name: entry.name,
		kind: linkKind(reach, join(folder, entry.name)),
		link: true
	};
	if (entry.isDirectory()) return {
		name: entry.name,
		kind: "folder"
	};
	return {
		name: entry.name,
		kind: entry.isFile() ? "file" : "other"
	};
}
function linkKind(reach, path) {
	const found = find(reach, path);
	if (found.kind === "outside") return "outside";
	if (found.kind !== "found") return "other";
	if (found.stats.isDirectory()) return "folder";
	return found.stats.isFile() ? "file" : "other";
}
function isBelow(root, path) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
function isAllowedTarget(root, real) {
	return isBelow(root, real) && !isBelow(join(root, ".git"), real);
}
function isDenial(error) {
	return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
}

export { createFiles as t };