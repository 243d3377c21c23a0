import { t as createSlots } from "./process-slots.js";
import { y as Buffer } from "./check.js";
import { a as constants$1, d as readSync, f as readdirSync, g as statSync, i as closeSync, l as openSync } from "./base.js";
import { gunzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { join } from "node:path";

// src/process/reuse/text-of.ts
/** Bytes; helm takes no chart that is larger. */
const largestUnpacked = 104857600;
const tarBlock = 512;
/**
* The text that bytes stand for; of a packed chart the text of all its files. Undefined where some of it stays hidden:
* in an archive that can't be unpacked, or in one that holds another.
*/
function textOf(bytes) {
	if (!isPacked(bytes, 0)) return bytes.toString("latin1");
	const unpacked = unpack(bytes);
	if (unpacked === void 0 || holdsPacked(unpacked)) return void 0;
	return unpacked.toString("latin1");
}
function isPacked(bytes, at) {
	return bytes[at] === 31 && bytes[at + 1] === 139;
}
function unpack(bytes) {
	try {
		return gunzipSync(bytes, { maxOutputLength: largestUnpacked });
	} catch {
		return;
	}
}
/** The files of a tar archive begin at the edges of its blocks. */
function holdsPacked(archive) {
	for (let at = 0; at < archive.length; at += tarBlock) if (isPacked(archive, at)) return true;
	return false;
}

// src/process/reuse/fingerprint.ts
/** Beyond these a program runs again: what is so large is seldom a chart. */
const most = {
	depth: 16,
	entries: 5e3,
	bytes: 33554432
};
/**
* The names and bytes of a file, or of all that is in a folder, with what links lead to; modes and times do not count.
* Undefined where it is too large, or can't be read as a whole. `isVarying` is asked of each text, those in archives too.
*/
function fingerprint(path, isVarying) {
	const look = {
		hash: createHash("sha256"),
		isVarying,
		varies: false,
		entries: 0,
		bytes: 0,
		text: 0
	};
	try {
		return take(look, path, 0) ? {
			digest: look.hash.digest(),
			varies: look.varies
		} : void 0;
	} catch {
		return;
	}
}
function take(look, path, depth) {
	look.entries += 1;
	if (depth > most.depth || look.entries > most.entries) return false;
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === void 0) return note(look, "nothing");
	if (stats.isDirectory()) return takeFolder(look, path, depth);
	return stats.isFile() && takeFile(look, path, stats);
}
function takeFolder(look, path, depth) {
	const names = readdirSync(path).filter((name) => name.toLowerCase() !== ".git").toSorted();
	note(look, `folder ${names.length}`);
	return names.every((name) => {
		if (name.includes("�")) return false;
		note(look, `name ${Buffer.byteLength(name)} ${name}`);
		return take(look, join(path, name), depth + 1);
	});
}
function takeFile(look, path, { size }) {
	look.bytes += size;
	if (look.bytes > most.bytes) return false;
	const bytes = bytesOf(path, size);
	if (bytes === void 0) return false;
	note(look, `file ${bytes.length}`);
	look.hash.update(bytes);
	look.varies ||= mayVary(look, bytes);
	return true;
}
/** Undefined where the size is not that of the content, as in `/proc`, where some files keep their reader waiting. */
function bytesOf(path, size) {
	const file = openSync(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
	try {
		const bytes = Buffer.alloc(size + 1);
		let [read, more] = [0, 1];
		while (more > 0 && read <= size) {
			more = readSync(file, bytes, read, size + 1 - read, null);
			read += more;
		}
		return read === size ? bytes.subarray(0, size) : void 0;
	} finally {
		closeSync(file);
	}
}
/** What is hidden may, and so may what is too much to look through: a few bytes unpack to all that a chart may have. */
function mayVary(look, bytes) {
	if (look.isVarying === void 0) return false;
	const text = textOf(bytes);
	look.text += text?.length ?? 0;
	return text === void 0 || look.text > 104857600 || look.isVarying(text);
}
function note({ hash }, text) {
	hash.update(`${text}\n`);
	return true;
}

// src/process/reuse/call-key.ts
/** To be raised when the environment of child programs changes (`childEnvironment`). */
const environmentVersion = 1;
/** The key of a call; undefined where what it reads can't be told. */
function callKey({ call, reuse, identity }) {
	const { reads, told = [], outlives, varies: isVarying } = reuse;
	const seen = reads.map((path) => fingerprint(path, outlives ? isVarying : void 0));
	const known = seen.filter((one) => one !== void 0);
	if (known.length < seen.length) return void 0;
	const words = call.arguments.map((argument) => withoutPaths(argument, reads));
	const facts = [
		environmentVersion,
		identity,
		words,
		call.environment ?? {},
		call.input ?? null,
		told
	];
	const hash = createHash("sha256").update(`${JSON.stringify(facts)}\n`);
	for (const { digest } of known) hash.update(digest);
	const given = [...call.arguments, call.input ?? ""];
	return {
		key: hash.digest(),
		varies: known.some(({ varies }) => varies) || isVarying !== void 0 && given.some(isVarying)
	};
}
/** Equal folders at other places make equal calls; no argument can hold a NUL. */
function withoutPaths(argument, reads) {
	return reads.map((path, at) => ({
		path,
		at
	})).toSorted((a, b) => b.path.length - a.path.length).reduce((text, { path, at }) => text.replaceAll(path, `\0${at}\0`), argument);
}

// src/process/reuse/reusing.ts
/**
* Runs programs, those calls that tell what they read only once: equal by the bytes of it, wherever it lies. An output of
* an earlier run is given where nothing but those bytes decides it. What failed is not kept, since messages name places.
*/
function createReusingRun(options) {
	const identities = /* @__PURE__ */ new Map();
	const desk = {
		...options,
		known: /* @__PURE__ */ new Map()
	};
	const inSlot = createSlots(options.parallel);
	return async (call) => {
		const { reuse, program } = call;
		if (reuse === void 0) return options.run(call);
		const identity = identities.get(program) ?? options.identify(program);
		identities.set(program, identity);
		const told = await identity;
		if (told === void 0) return options.run(call);
		const asked = options.kept === void 0 ? {
			...reuse,
			outlives: false
		} : reuse;
		return inSlot(() => answer({
			call,
			reuse: asked,
			identity: told
		}, desk));
	};
}
async function answer(reusable, desk) {
	const found = callKey(reusable);
	if (found === void 0) return desk.run(reusable.call);
	const name = found.key.toString("hex");
	const earlier = desk.known.get(name);
	if (earlier === void 0) {
		const result = runOrRead(reusable, found, desk);
		desk.known.set(name, result);
		return result;
	}
	const known = await earlier;
	return isGood(known) ? known : desk.run(reusable.call);
}
async function runOrRead(reusable, { key, varies }, desk) {
	const outlives = reusable.reuse.outlives && !varies;
	const kept = outlives ? desk.kept?.read(key) : void 0;
	if (kept !== void 0) return {
		kind: "ended",
		exitCode: 0,
		stdout: kept,
		stderr: ""
	};
	const result = await desk.run(reusable.call);
	if (outlives && result.kind === "ended" && isGood(result)) keep({
		...reusable,
		key,
		output: result.stdout
	}, desk);
	return result;
}
/** What was edited while the program read it has another key now, and belongs to neither. */
function keep({ key, output, ...reusable }, { kept }) {
	const { call, reuse, identity } = reusable;
	const now = callKey({
		call,
		identity,
		reuse: {
			...reuse,
			varies: void 0
		}
	});
	if (kept !== void 0 && now?.key.equals(key) === true) kept.write(key, output);
}
function isGood(result) {
	return result.kind === "ended" && result.exitCode === 0;
}

export { createReusingRun };