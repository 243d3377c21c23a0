import { a as constants } from "./base.js";
import { o as access, v as stat } from "./words.js";
import { delimiter, isAbsolute, join } from "node:path";

// src/process/find-program.ts
/**
* The absolute path of a program: given so, or found on `searchPath`. Folders on it that are not absolute are passed
* over: with them, a file of the checked repository could be run.
*/
async function findProgram(program, searchPath) {
	if (isAbsolute(program)) return await isExecutable(program) ? program : void 0;
	if (program === "" || /[/\\]/.test(program)) return void 0;
	for (const folder of absoluteFolders(searchPath)) if (await isExecutable(join(folder, program))) return join(folder, program);
}
/** The folders of a PATH that don't depend on where a program is started. */
function absoluteFolders(searchPath) {
	return searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
}
async function isExecutable(path) {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

export { findProgram as n, absoluteFolders as t };