import { dirname, join } from "node:path";
import { existsSync, realpathSync, statSync } from "node:fs";

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

// src/report/exit-code.ts
/**
* 0 for `pass`, 1 for `fail`, 0 or 1 for `unknown` as the user set; 2 where nothing could be checked for a reason of the
* call itself: paths that match nothing, no renderer, every source failed to render.
*/
function exitCode(report, onUnknown, callProblems) {
	if (couldNotStart(report, callProblems)) return 2;
	switch (report.verdict) {
		case "pass": return 0;
		case "fail": return 1;
		case "unknown": return onUnknown === "fail" ? 1 : 0;
	}
}
function couldNotStart({ sources }, callProblems) {
	if (sources.some(({ status }) => status === "rendered")) return false;
	return sources.some(({ status, reason }) => status === "failed" || reason === "no-program") || callProblems.length > 0;
}

export { repositoryRoot as n, exitCode as t };