import { v as createFiles } from "./check.js";
import { join } from "node:path";

// src/process/work-tree-diff.ts
/**
* The words of a diff from a commit to the work tree, as `github/diff.ts` reads it. Nothing that the change brings along
* decides how it is shown: no driver is run, and every file counts as text.
*/
function diffWords(commit, paths) {
	const shape = [
		"--unified=0",
		"--no-color",
		"--no-renames",
		"--src-prefix=a/",
		"--dst-prefix=b/"
	];
	const plain = [
		"--text",
		"--no-ext-diff",
		"--no-textconv",
		"--ignore-submodules=dirty",
		"--no-indent-heuristic"
	];
	return [
		"diff",
		...shape,
		...plain,
		commit,
		"--",
		...paths
	];
}

// src/process/history.ts
const careful = [
	"-c",
	"safe.directory=*",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null"
];
const plainContent = [
	"-c",
	"filter.lfs.smudge=",
	"-c",
	"filter.lfs.process=",
	"-c",
	"filter.lfs.required=false"
];
const fetchMs = 12e4;
/** The history of a git work tree, read by git itself. */
function createHistory(options) {
	const git = (words, environment = {}) => options.run({
		program: "git",
		arguments: [...careful, ...words],
		folder: options.root,
		environment,
		timeoutMs: fetchMs
	});
	return {
		remote: async () => output(await git([
			"remote",
			"get-url",
			"origin"
		]))?.trim().replace(/^(\w+:\/\/)[^/@]*@/, "$1"),
		base: (wish) => findBase(wish, git, options),
		files: keptByCommit((commit) => filesOf(commit, git, options)),
		changed: (commit) => changedSince(commit, git),
		diff: async (commit, paths) => {
			const { kind } = await available(commit, git, options);
			return kind === "none" ? void 0 : output(await git(diffWords(commit, paths), { GIT_LITERAL_PATHSPECS: "1" }));
		}
	};
}
/** A commit's files never change, so it is checked out once. */
function keptByCommit(checkOut) {
	const trees = /* @__PURE__ */ new Map();
	return (commit) => {
		const tree = trees.get(commit) ?? checkOut(commit);
		trees.set(commit, tree);
		return tree;
	};
}
async function findBase(wish, git, options) {
	const parents = await parentsOf("HEAD", git);
	const [first] = parents;
	if (wish.kind === "event" && first !== void 0 && parents.slice(1).includes(wish.headSha)) return available(first, git, options);
	return mergeBase(wish.kind === "event" ? wish.baseSha : wish.revision, git, options);
}
/** Read from the commit itself, since a shallow clone hides the parents. */
async function parentsOf(commit, git) {
	return [...(output(await git([
		"cat-file",
		"commit",
		commit
	])) ?? "").split("\n\n", 1)[0]?.matchAll(/^parent ([0-9a-f]{40,64})$/gm) ?? []].map(([, sha = ""]) => sha);
}
async function available(sha, git, { login }) {
	if (await hasCommit(sha, git)) return {
		kind: "commit",
		sha
	};
	await fetch([
		"--depth=1",
		"origin",
		sha
	], git, login);
	return await hasCommit(sha, git) ? {
		kind: "commit",
		sha
	} : {
		kind: "none",
		why: "its history could not be fetched"
	};
}
const deepening = [
	"--deepen=50",
	"--deepen=1000",
	"--unshallow"
];
async function mergeBase(revision, git, { login }) {
	if (revision.startsWith("-")) return {
		kind: "none",
		why: "the revision begins with a dash"
	};
	if (!await hasCommit(revision, git)) await fetch([
		"--depth=50",
		"origin",
		revision
	], git, login);
	for (const deeper of [void 0, ...deepening]) {
		if (deeper !== void 0) await fetch([deeper, "origin"], git, login);
		const found = output(await git([
			"merge-base",
			revision,
			"HEAD"
		]))?.trim();
		if (found !== void 0 && found !== "") return {
			kind: "commit",
			sha: found
		};
		if (!await isShallow(git)) break;
	}
	if (!await hasCommit(revision, git)) return {
		kind: "none",
		why: `there is no revision \`${revision}\``
	};
	return {
		kind: "none",
		why: "no commit is known that both have in common"
	};
}
async function fetch(words, git, login) {
	const all = [
		"fetch",
		"--no-tags",
		"--no-recurse-submodules",
		"--quiet",
		...words
	];
	if (!(output(await git(all)) !== void 0) && login !== void 0) await git(all, login);
}
async function hasCommit(revision, git) {
	return output(await git([
		"rev-parse",
		"--quiet",
		"--verify",
		`${revision}^{commit}`
	])) !== void 0;
}
async function isShallow(git) {
	return output(await git(["rev-parse", "--is-shallow-repository"]))?.trim() === "true";
}
/** Checks a commit out beside the work tree, with an index of its own; nothing of the repository changes. */
async function filesOf(commit, git, { scratch, root, granted }) {
	const folder = await scratch();
	const tree = join(folder.path, "tree");
	const environment = {
		GIT_INDEX_FILE: join(folder.path, "index"),
		GIT_WORK_TREE: tree
	};
	await folder.write("tree/.keep", "");
	if (output(await git(["read-tree", commit], environment)) === void 0) return void 0;
	return output(await git([
		...plainContent,
		"checkout-index",
		"--all",
		"--force"
	], environment)) === void 0 ? void 0 : createFiles(tree, {
		granted,
		standsFor: root
	});
}
async function changedSince(commit, git) {
	const tracked = output(await git([
		"diff",
		"--name-only",
		"--no-renames",
		"--no-ext-diff",
		"--ignore-submodules=dirty",
		"-z",
		commit,
		"--"
	]));
	const untracked = output(await git([
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z"
	]));
	if (tracked === void 0 || untracked === void 0) return void 0;
	return `${tracked}${untracked}`.split("\0").filter((path) => path !== "");
}
function output(result) {
	return result.kind === "ended" && result.exitCode === 0 ? result.stdout : void 0;
}

export { createHistory };