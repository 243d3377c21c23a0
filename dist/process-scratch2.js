import { _ as rm, b as writeFile, c as cp, d as mkdtemp, u as mkdir, v as stat, y as symlink } from "./words.js";
import { dirname, isAbsolute, join, normalize, sep } from "node:path";
import { tmpdir } from "node:os";

// src/process/scratch.ts
/** Makes a temporary folder that only this user can read. It is removed, with all in it, when disposed. */
async function createScratch() {
	const path = await mkdtemp(join(tmpdir(), "will-it-pull-"));
	return {
		path,
		write: (name, content) => write(path, name, content),
		copy: (folder, name) => copy(folder, placeIn(path, name)),
		[Symbol.asyncDispose]: () => rm(path, {
			recursive: true,
			force: true,
			maxRetries: 3
		})
	};
}
async function write(folder, name, content) {
	const file = placeIn(folder, name);
	await mkdir(dirname(file), {
		recursive: true,
		mode: 448
	});
	await writeFile(file, content, { mode: 384 });
	return file;
}
async function copy(from, to) {
	await cp(from, to, {
		recursive: true,
		dereference: true,
		filter: (source, place) => takes(source, from, place)
	});
	return to;
}
async function takes(source, from, place) {
	if (source !== from && source.toLowerCase().endsWith(`${sep}.git`)) return false;
	const leads = await stat(source).then(() => true, () => false);
	if (!leads) await symlink(join(sep, "nonexistent", "target"), place);
	return leads;
}
function placeIn(folder, name) {
	const inside = normalize(name);
	if (isAbsolute(inside) || inside.split(sep).includes("..")) throw new Error(`not a name inside the folder: ${name}`);
	return join(folder, inside);
}

export { createScratch as t };