import { dirname, isAbsolute, join, normalize, sep } from "node:path";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/process/scratch.ts
/** Makes a temporary folder that only this user can read. It is removed, with all in it, when disposed. */
async function createScratch() {
	const path = await mkdtemp(join(tmpdir(), "will-it-pull-"));
	return {
		path,
		write: (name, text) => write(path, name, text),
		[Symbol.asyncDispose]: () => rm(path, {
			recursive: true,
			force: true,
			maxRetries: 3
		})
	};
}
async function write(folder, name, text) {
	const inside = normalize(name);
	if (isAbsolute(inside) || inside.split(sep).includes("..")) throw new Error(`not a name inside the folder: ${name}`);
	const file = join(folder, inside);
	await mkdir(dirname(file), {
		recursive: true,
		mode: 448
	});
	await writeFile(file, text, { mode: 384 });
	return file;
}

export { createScratch as t };