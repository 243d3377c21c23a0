import { n as existsSync, s as realpathSync, u as statSync } from "./_light_node_fs.js";
import { a as splitList } from "./config-values.js";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

// src/process/repository-root.ts
/**
* The top level of the git work tree that holds `path`, as a real native path; without one the folder itself.
* Looks for `.git` (a folder, or a file in worktrees and submodules) and runs no git, so no configuration of the
* repository takes part.
*/
async function repositoryRoot(path) {
	const folder = folderOf(nearestReal(path));
	for (let at = folder;; at = dirname(at)) {
		if (existsSync(join(at, ".git"))) return at;
		if (dirname(at) === at) return folder;
	}
}
/** A path that does not exist is a wrong call, reported later by its name: its nearest existing parent stands in. */
function nearestReal(path) {
	try {
		return realpathSync(path);
	} catch {
		return dirname(path) === path ? path : nearestReal(dirname(path));
	}
}
function folderOf(path) {
	return statSync(path).isDirectory() ? path : dirname(path);
}

// src/process/below-root.ts
/**
* What is checked, and values files, are told from the root, since the report names them so. A program that is named by
* a path, not by its name alone, is told absolutely. Other files stay as they were written.
*/
function belowRoot(raw, { root, working }) {
	const { paths, values, ...rest } = raw;
	const given = splitList(values ?? []).map((path) => real(resolve(working, path)));
	const checked = (paths ?? []).map((path) => path === "-" ? path : fromRoot(root, real(resolve(working, path))));
	return {
		raw: {
			...rest,
			...programs(raw, working),
			...paths && { paths: checked },
			...values && { values: given.map((file) => fromRoot(root, file)) }
		},
		granted: given.filter((file) => isOutside(fromRoot(root, file)))
	};
}
function programs(raw, working) {
	const inFull = (program) => /[/\\]/.test(program) ? resolve(working, program) : program;
	const named = ["helm-path", "kustomize-path"].map((name) => [name, raw[name]?.map(inFull)]);
	return Object.fromEntries(named.filter(([, value]) => value !== void 0));
}
/** Without links, as the root is; what does not exist stays as it is, to be named in the report. */
function real(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return path;
	}
}
function isOutside(path) {
	return path === ".." || path.startsWith("../") || isAbsolute(path);
}
function fromRoot(root, path) {
	const below = relative(root, path);
	return isAbsolute(below) ? path : below.split(sep).join("/") || ".";
}

// src/process/node-configuration.ts
/**
* Absolute paths of the nodes' registry configuration, which may be read wherever they are: the request holds none that
* its author may not name. In a run without secrets that is what lies in the repository, with no link out of it.
*/
function nodeConfiguration({ environments, withoutSecrets }, root) {
	if (withoutSecrets) return [];
	return environments.flatMap(({ hostsDir, registriesConf }) => [hostsDir, registriesConf]).filter((path) => path !== void 0).map((path) => resolve(root, path));
}

export { belowRoot as n, repositoryRoot as r, nodeConfiguration as t };