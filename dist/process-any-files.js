import { t as createFiles } from "./process-files.js";
import { resolve } from "node:path";

// src/process/any-files.ts
/** Any file at all, since a person may name what is theirs; a relative path begins at `working`, which is absolute. */
function anyFiles(working) {
	const files = createFiles(resolve("/"), { granted: [resolve("/")] });
	const native = (path) => resolve(working, path);
	return {
		read: (path, limit) => files.read(native(path), limit),
		kind: (path) => files.kind(native(path)),
		native
	};
}

export { anyFiles as t };