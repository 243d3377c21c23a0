import { g as statSync, p as realpathSync } from "./base.js";
import { n as findProgram } from "./process-find-program.js";
import { basename } from "node:path";

// src/process/reuse/program-identity.ts
const smallestProgram = 8388608;
/**
* What tells a program from any other on this machine, other versions of it among them: the file behind its name, with
* the times that an update changes. Undefined for what may run something else: a script, or a manager of versions.
*/
async function programIdentity(program, searchPath) {
	const found = await findProgram(program, searchPath);
	if (found === void 0) return void 0;
	try {
		const path = realpathSync.native(found);
		const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
		if (size < smallestProgram || !/^(?:helm|kubectl|kustomize)/i.test(basename(path))) return void 0;
		return [
			path,
			dev,
			ino,
			size,
			mtimeNs,
			ctimeNs
		].join("\n");
	} catch {
		return;
	}
}

export { programIdentity };