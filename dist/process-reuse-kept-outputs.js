import { y as Buffer } from "./check.js";
import { _ as utimesSync, c as mkdirSync, f as readdirSync, g as statSync, h as rmSync, m as renameSync, u as readFileSync, v as writeFileSync } from "./base.js";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from "node:crypto";
import { dirname, join } from "node:path";

// src/process/reuse/trim-folder.ts
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

// src/process/reuse/kept-outputs.ts
const defaultMaxBytes = 134217728;
const largestOutput = 67108864;
const usedRecentlyMs = 864e5;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";
/**
* Files named and encrypted by what the output was made of: who holds that can make the output, and who holds the folder
* alone reads nothing, though a chart may have rendered a secret. Files come into being whole, and what does not decrypt
* is thrown away, so that several runs may use one folder. A disk that fails costs nothing but the saving. Disposing it
* brings the folder back to its size.
*/
function createKeptOutputs({ folder, maxBytes = defaultMaxBytes, now }) {
	const root = join(folder, "renders-v1");
	let hasWritten = false;
	return {
		read: (key) => readOutput(pathOf(root, key), key, now()),
		write: (key, output) => {
			hasWritten = put(pathOf(root, key), encrypt(key, output)) || hasWritten;
		},
		[Symbol.dispose]() {
			if (hasWritten) trimFolder(root, maxBytes, now());
		}
	};
}
function derive(key, purpose) {
	return createHmac("sha256", key).update(purpose).digest();
}
function pathOf(root, key) {
	const name = derive(key, "name").toString("hex");
	return join(root, name.slice(0, 1), name);
}
function encrypt(key, output) {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv(algorithm, derive(key, "content"), nonce);
	const body = cipher.update(deflateRawSync(output, { level: 1 }));
	return Buffer.concat([
		nonce,
		body,
		cipher.final(),
		cipher.getAuthTag()
	]);
}
function decrypt(key, file) {
	const nonce = file.subarray(0, nonceBytes);
	const decipher = createDecipheriv(algorithm, derive(key, "content"), nonce, { authTagLength: tagBytes });
	decipher.setAuthTag(file.subarray(-16));
	const body = decipher.update(file.subarray(nonceBytes, -16));
	const packed = Buffer.concat([body, decipher.final()]);
	return inflateRawSync(packed, { maxOutputLength: largestOutput }).toString("utf8");
}
function readOutput(path, key, now) {
	const file = tryTo(() => {
		const found = statSync(path);
		if (!found.isFile() || found.size > largestOutput) return void 0;
		if (now - found.mtimeMs > usedRecentlyMs) utimesSync(path, now / 1e3, now / 1e3);
		return readFileSync(path);
	});
	if (file === void 0) return void 0;
	const output = tryTo(() => decrypt(key, file));
	if (output === void 0) tryTo(() => rmSync(path, { force: true }));
	return output;
}
/** Written beside its place and moved there: a reader sees all of it or nothing. */
function put(path, file) {
	const draft = join(dirname(path), `.${randomUUID()}`);
	const isWritten = tryTo(() => {
		mkdirSync(dirname(path), {
			recursive: true,
			mode: 448
		});
		writeFileSync(draft, file, { mode: 384 });
		renameSync(draft, path);
		return true;
	});
	if (isWritten !== true) tryTo(() => rmSync(draft, { force: true }));
	return isWritten === true;
}
function tryTo(task) {
	try {
		return task();
	} catch {
		return;
	}
}

export { createKeptOutputs };