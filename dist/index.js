import { t as _light_node_process_default } from "./process.js";
import { a as isDebug, i as info, l as setSecret, n as debug, o as notice, r as error, s as setFailed } from "./core.js";
import { C as lineReader, U as Secret, _ as createWorld, c as anyFiles, g as watchInterruption, h as networkLoader, l as resolveRequest, m as exitCode, o as nodeConfiguration, p as repositoryRoot, s as belowRoot, v as createFiles, x as check, y as Buffer$1 } from "./check.js";
import { b as oneLine, r as settings } from "./base.js";
import { d as mkdtemp, m as readdir, o as access, p as readFile } from "./words.js";
import { a as textAt, c as readHunks, i as shaAt, n as at, o as holds, r as numberAt, s as readPatch, t as publishingMs } from "./action-publishing-time.js";
import { n as plain$1 } from "./report-views-text-palette2.js";
import { t as textReport } from "./report-views-text-text.js";
import { a as summarize, i as giveOutputs, n as outputsOf, o as writeFiles, r as annotate, t as guarded } from "./action-guarded.js";
import { t as instanceOf } from "./action-instance.js";
import { n as openPack, r as unpacked } from "./registry-cache-cache.js";
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";

// src/action/base.ts
/** What this run compares with: the revision that was named, else what the change is merged into, else nothing. */
function baseWish(event, named) {
	if (named !== void 0) return {
		kind: "revision",
		revision: named
	};
	if (event.kind !== "pull-request" && event.kind !== "merge-group") return void 0;
	return {
		kind: "event",
		headSha: event.headSha,
		baseSha: event.baseSha
	};
}
/** Variables of git's environment by which it fetches missing history with the job's token. No argument holds it. */
function gitLoginFor(serverUrl, token) {
	if (token === void 0 || token === "") return void 0;
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
		GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`
	};
}
/** The job's token as a login for GitHub's package registry. That of another GitHub server opens nothing there. */
function packagesToken(serverUrl, token) {
	return serverUrl === "https://github.com" && token !== void 0 && token !== "" ? new Secret(token) : void 0;
}

// src/action/checkouts.ts
/**
* The folders of git checkouts, absolute, that a check of `paths` may read from: that of the root, those of the paths,
* and those directly below the root, where `path:` of actions/checkout puts them.
*/
async function checkouts(root, paths) {
	const below = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const roots = await Promise.all([...paths, ...below].map((path) => repositoryRoot(resolve(root, path))));
	const folders = [.../* @__PURE__ */ new Set([root, ...roots])];
	const areCheckouts = await Promise.all(folders.map(isCheckout));
	return folders.filter((_, at) => areCheckouts[at]);
}
async function isCheckout(folder) {
	return access(join(folder, ".git")).then(() => true, () => false);
}

// src/github/lines/diff.ts
/**
* Reads what `git diff --unified=0 --no-color --no-ext-diff --find-renames --src-prefix=a/ --dst-prefix=b/` prints.
* By path in the new commit; removed files by the old one. Names are read between the hunks only, since a changed line
* may look like a header.
*/
function readDiff(diff) {
	const files = /* @__PURE__ */ new Map();
	for (const section of sectionsOf(diff)) {
		const change = readSection(section);
		if (change) files.set(change.path, change.change);
	}
	return files;
}
/** The hunks of each file in such a diff, by its path in the new state. A file that is only in the old one is left out. */
function readPatches(diff) {
	const patches = sectionsOf(diff).flatMap(({ header, hunks }) => {
		const path = fieldOf(header, "+++ ");
		return path?.startsWith("b/") === true ? [[path.slice(2), hunks]] : [];
	});
	return new Map(patches);
}
/** Line feeds alone end a line of a diff. Content begins with a blank, `+`, `-` or `\`, so a line that begins with `diff --git ` is never content. */
function sectionsOf(diff) {
	return diff.split(/(?<=\n)(?=diff --git )/).flatMap((text) => {
		if (!text.startsWith("diff --git ")) return [];
		const at = text.indexOf("\n@@ ") + 1;
		return [{
			header: (at === 0 ? text : text.slice(0, at)).split("\n"),
			hunks: at === 0 ? "" : text.slice(at)
		}];
	});
}
function readSection(section) {
	const field = (name) => fieldOf(section.header, name);
	const oldPath = field("rename from ") ?? withoutPrefix(field("--- "), "a/");
	const newPath = field("rename to ") ?? withoutPrefix(field("+++ "), "b/");
	if (newPath === void 0 && oldPath !== void 0) return {
		path: oldPath,
		change: { kind: "removed" }
	};
	if (newPath !== void 0) return {
		path: newPath,
		change: {
			kind: "lines",
			previousPath: field("rename from "),
			...readPatch(section.hunks)
		}
	};
	return readBareSection(section.header);
}
function fieldOf(header, name) {
	const line = header.find((text) => text.startsWith(name));
	return line === void 0 ? void 0 : unquote(line.slice(name.length).replace(/\t$/, ""));
}
/** Neither lines nor names: an empty or binary file, or a change of its mode. Both names are then the same. */
function readBareSection(header) {
	const names = header[0]?.slice(11) ?? "";
	const path = withoutPrefix(unquote(names.slice(0, (names.length - 1) / 2)), "a/");
	if (path === void 0) return void 0;
	return {
		path,
		change: header.some((line) => line.startsWith("deleted file mode ")) ? { kind: "removed" } : { kind: "unknown" }
	};
}
function withoutPrefix(path, prefix) {
	return path?.startsWith(prefix) ? path.slice(prefix.length) : void 0;
}
const escapes = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	"\"": 34,
	"\\": 92
};
/** Undoes git's C-style quoting of names with unusual bytes (git-config: core.quotePath). */
function unquote(name) {
	if (!name.startsWith("\"")) return name;
	const bytes = [];
	for (const [piece] of name.slice(1, -1).matchAll(/\\[0-7]{3}|\\.|[^\\]/gsu)) if (!piece.startsWith("\\")) bytes.push(...new TextEncoder().encode(piece));
	else bytes.push(escapes[piece.slice(1)] ?? Number.parseInt(piece.slice(1), 8));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}

// src/github/lines/line-map.ts
/**
* Gives the head commit's line for a line of the work tree, through one file's diff from the one to the other.
* Annotations are shown on the head commit, while a checkout of `refs/pull/<n>/merge` holds the base's lines too.
* Undefined where the line came from the base: the head commit has no such line.
*/
function toHeadLine(diff) {
	const hunks = readHunks(diff);
	return (line) => throughHunks(hunks, line);
}
function throughHunks(hunks, line) {
	let drift = 0;
	for (const hunk of hunks) {
		if (line < firstLineOf(hunk)) break;
		if (line <= lastLineOf(hunk)) return insideHunk(hunk, line);
		drift += hunk.oldCount - hunk.newCount;
	}
	return line + drift;
}
/** Where the new side is empty, its start is the line before the block. */
function firstLineOf(hunk) {
	return hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart;
}
function lastLineOf(hunk) {
	return firstLineOf(hunk) + hunk.newCount - 1;
}
function insideHunk(hunk, line) {
	let [oldLine, newLine] = [hunk.oldStart, hunk.newStart];
	for (const text of hunk.lines) {
		if (newLine === line && !text.startsWith("-")) return text.startsWith("+") ? void 0 : oldLine;
		if (!text.startsWith("+")) oldLine += 1;
		if (!text.startsWith("-")) newLine += 1;
	}
}

// src/report/move-lines.ts
/** The report with other lines, as another state of the same files has them. */
function moveLines(report, move) {
	const moved = (location) => location && move(location);
	const ofFinding = (finding) => {
		const { location, related, fix } = finding;
		const isThere = (edit) => move(edit.location).line !== null;
		const edit = fix?.edit && isThere(fix.edit) ? moveEdit(fix.edit, move) : void 0;
		const edits = fix?.edits?.filter(isThere).map((own) => moveEdit(own, move));
		return {
			...finding,
			location: moved(location),
			related: related.map(move),
			fix: fix && {
				...fix,
				edit,
				edits
			}
		};
	};
	return {
		...report,
		notes: report.notes.map((note) => ({
			...note,
			location: moved(note.location)
		})),
		uses: report.uses.map((use) => ({
			...use,
			location: moved(use.location)
		})),
		findings: report.findings.map(ofFinding)
	};
}
function moveEdit(edit, move) {
	return {
		...edit,
		location: move(edit.location)
	};
}

// src/action/head-lines.ts
const mostFiles = 1e3;
/**
* What was checked may be the merge of the change with its base, whose lines are not those of the change. Each place is
* moved to the line that the head commit has; one that the head does not have is told by its file alone, and so is each
* place where git can't say. Other events are about the commit that is checked out.
*/
async function onHeadLines(report, { event, base, git }) {
	const files = filesIn(report);
	if (event.kind !== "pull-request" || files.length === 0) return {
		report,
		checked: report,
		isChanged: () => false
	};
	const move = mover(files.length > mostFiles ? void 0 : await git.diff(event.headSha, files));
	const touched = await touchedBy(base, files, git);
	const moved = moveLines(report, move);
	const after = placesIn(moved);
	const lines = placesIn(report).flatMap((place, at) => touched.line(place) ? keyOf(after[at] ?? place) : []);
	const changed = /* @__PURE__ */ new Set([...lines, ...files.filter(touched.file).map((file) => keyOf({
		file,
		line: null
	}))]);
	return {
		report: moved,
		checked: report,
		isChanged: (file, line) => changed.has(keyOf({
			file,
			line
		}))
	};
}
function keyOf({ file, line }) {
	return `${line} ${file}`;
}
function placesIn({ findings }) {
	return findings.flatMap(({ location }) => location ?? []);
}
function filesIn(report) {
	const related = report.findings.flatMap((finding) => finding.related);
	const uses = report.uses.flatMap(({ location }) => location ?? []);
	return [...new Set([
		...placesIn(report),
		...related,
		...uses
	].map(({ file }) => file))];
}
function mover(toHead) {
	if (toHead === void 0) return fileOf;
	const maps = new Map([...readPatches(toHead)].map(([path, patch]) => [path, toHeadLine(patch)]));
	return (location) => {
		const map = maps.get(location.file);
		if (map === void 0 || location.line === null) return location;
		const line = map(location.line);
		const endLine = location.endLine === null ? null : map(location.endLine);
		return line === void 0 || endLine === void 0 ? fileOf(location) : {
			...location,
			line,
			endLine
		};
	};
}
function fileOf(location) {
	return {
		...location,
		line: null,
		column: null,
		endLine: null,
		endColumn: null,
		confidence: "file"
	};
}
async function touchedBy(wish, files, git) {
	const base = wish === void 0 ? void 0 : await git.base(wish);
	const diff = base?.kind === "commit" && files.length <= mostFiles ? await git.diff(base.sha, files) : void 0;
	const changes = readDiff(diff ?? "");
	return {
		file: (path) => changes.has(path),
		line: ({ file, line }) => {
			const change = changes.get(file);
			return change?.kind === "lines" && line !== null && holds(change.changed, {
				start: line,
				end: line
			});
		}
	};
}

// src/github/event/merge-group.ts
/**
* The number in the ref of a merge group, `refs/heads/gh-readonly-queue/<base>/pr-<n>-<sha>`. Undefined where the ref
* is not exactly of that shape: a wrong pull request is worse than none.
*/
function mergeGroupNumber(headRef) {
	const match = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(headRef);
	if (!match?.[1] || !match[2]) return void 0;
	return /(?:^|\/)(?:gh-readonly-queue|pr-\d+-[0-9a-f]{40})(?:\/|$)/.test(match[1]) ? void 0 : Number(match[2]);
}

// src/github/event/event.ts
/** Reads the event from `GITHUB_EVENT_NAME` and the parsed file at `GITHUB_EVENT_PATH`; both may be anything. */
function readEvent(environment, payload) {
	const { name } = environment;
	const isDependabot = environment.actor === "dependabot[bot]";
	switch (name) {
		case "pull_request": return readPullRequest("pull-request", payload, isDependabot);
		case "pull_request_target": return readPullRequest("pull-request-target", payload, isDependabot);
		case "merge_group": return readMergeGroup(payload, isDependabot);
		case "workflow_run": return readWorkflowRun(payload);
		case "push": return {
			kind: "push",
			headSha: shaAt(payload, "after"),
			isDependabot
		};
		case "schedule": return { kind: "schedule" };
		case "workflow_dispatch": return { kind: "workflow-dispatch" };
		default: return {
			kind: "other",
			name,
			isFork: isAboutStranger(payload)
		};
	}
}
function readPullRequest(kind, payload, isDependabot) {
	const name = kind.replaceAll("-", "_");
	const number = numberAt(payload, "pull_request", "number");
	const headSha = shaAt(payload, "pull_request", "head", "sha");
	const baseSha = shaAt(payload, "pull_request", "base", "sha");
	if (number === void 0) return {
		kind: "other",
		name,
		missing: "pull_request.number",
		isFork: true
	};
	if (headSha === void 0) return {
		kind: "other",
		name,
		missing: "pull_request.head.sha",
		isFork: true
	};
	if (baseSha === void 0) return {
		kind: "other",
		name,
		missing: "pull_request.base.sha",
		isFork: true
	};
	const isOpen = textAt(payload, "pull_request", "state") !== "closed";
	return {
		kind,
		number,
		headSha,
		baseSha,
		isFork: isFromFork(payload),
		isDependabot,
		isOpen
	};
}
function isFromFork(payload) {
	const head = numberAt(payload, "pull_request", "head", "repo", "id");
	return head === void 0 || head !== numberAt(payload, "pull_request", "base", "repo", "id");
}
/** A comment's payload does not say whose pull request it is on. */
function isAboutStranger(payload) {
	if (at(payload, "issue", "pull_request") !== void 0) return true;
	return at(payload, "pull_request") !== void 0 && isFromFork(payload);
}
function readMergeGroup(payload, isDependabot) {
	const headSha = shaAt(payload, "merge_group", "head_sha");
	const baseSha = shaAt(payload, "merge_group", "base_sha");
	const headRef = textAt(payload, "merge_group", "head_ref") ?? "";
	if (headSha === void 0) return {
		kind: "other",
		name: "merge_group",
		missing: "merge_group.head_sha",
		isFork: true
	};
	if (baseSha === void 0) return {
		kind: "other",
		name: "merge_group",
		missing: "merge_group.base_sha",
		isFork: true
	};
	return {
		kind: "merge-group",
		headSha,
		baseSha,
		number: mergeGroupNumber(headRef),
		isDependabot
	};
}
function readWorkflowRun(payload) {
	const headSha = shaAt(payload, "workflow_run", "head_sha");
	if (headSha === void 0) return {
		kind: "other",
		name: "workflow_run",
		missing: "workflow_run.head_sha",
		isFork: true
	};
	const here = numberAt(payload, "repository", "id");
	const head = numberAt(payload, "workflow_run", "head_repository", "id");
	const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
	const branch = textAt(payload, "workflow_run", "head_branch");
	const listed = at(payload, "workflow_run", "pull_requests");
	const pullRequests = (Array.isArray(listed) ? listed : []).flatMap((entry) => {
		const number = numberAt(entry, "number");
		const isOurs = here !== void 0 && numberAt(entry, "base", "repo", "id") === here;
		return number !== void 0 && isOurs && shaAt(entry, "head", "sha") === headSha ? [number] : [];
	});
	const headLabel = owner === void 0 || branch === void 0 ? void 0 : `${owner}:${branch}`;
	return {
		kind: "workflow-run",
		runId: numberAt(payload, "workflow_run", "id"),
		headSha,
		headLabel,
		isFork: head === void 0 || head !== here,
		pullRequests
	};
}

// src/action/context.ts
/** Reads the runner's variables and the event's file. A file that is missing or no JSON gives an event `other`. */
async function readContext(environment) {
	const payload = await readPayload(environment["GITHUB_EVENT_PATH"]);
	const name = environment["GITHUB_EVENT_NAME"] ?? "";
	const event = readEvent({
		name,
		actor: environment["GITHUB_ACTOR"] ?? ""
	}, payload);
	const serverUrl = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
	const repository = environment["GITHUB_REPOSITORY"] ?? "";
	return {
		event,
		repository,
		apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
		serverUrl,
		runUrl: `${serverUrl}/${repository}/actions/runs/${environment["GITHUB_RUN_ID"] ?? ""}`,
		job: environment["GITHUB_JOB"] ?? "default",
		workflowFile: workflowFile(environment["GITHUB_WORKFLOW_REF"] ?? "", repository),
		sha: "headSha" in event && event.headSha !== void 0 ? event.headSha : environment["GITHUB_SHA"] ?? "",
		withoutSecrets: "isFork" in event && event.isFork || "isDependabot" in event && event.isDependabot
	};
}
function workflowFile(reference, repository) {
	const path = reference.slice(repository.length + 1, reference.lastIndexOf("@"));
	return repository !== "" && reference.startsWith(`${repository}/`) && path !== "" ? path : void 0;
}
async function readPayload(path) {
	if (path === void 0 || path === "") return void 0;
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
}

// src/action/settings.ts
/** Inputs that only the Action has: where the result goes. */
const publishSettings = [
	{
		name: "comment",
		kind: "choice",
		choices: [
			"on-problems",
			"always",
			"never"
		],
		help: "When to write the one comment on the pull request",
		default: "on-problems"
	},
	{
		name: "comment-key",
		kind: "text",
		help: "Tells several comments on one pull request, and several uploads of SARIF, apart",
		default: "the job, with the values of its matrix"
	},
	{
		name: "matrix",
		kind: "text",
		help: "Values by which the jobs of a matrix are told apart; leave this as it is",
		default: "${{ toJson(matrix) }}"
	},
	{
		name: "pr-number",
		kind: "text",
		help: "The pull request, for events that do not name it"
	},
	{
		name: "annotations",
		kind: "boolean",
		help: "Annotate the lines of the change",
		default: "true"
	},
	{
		name: "suggestions",
		kind: "boolean",
		help: "Offer fixes of one line as suggestions on the pull request",
		default: "true"
	},
	{
		name: "summary",
		kind: "boolean",
		help: "Write the job summary",
		default: "true"
	},
	{
		name: "report-from",
		kind: "text",
		help: "The report of another run to tell on its pull request, in a workflow on `workflow_run`; nothing is checked then"
	},
	{
		name: "report-file",
		kind: "text",
		help: "Where the JSON report goes",
		default: "a temporary file"
	},
	{
		name: "sarif-file",
		kind: "text",
		help: "Where to write SARIF for code scanning",
		default: "none is written"
	},
	{
		name: "token",
		kind: "text",
		help: "Token for the comment",
		default: "${{ github.token }}"
	}
];

// src/action/inputs.ts
/** Reads `INPUT_*`: the runner keeps dashes and only upper-cases the name. Lists have one entry a line. */
function readInputs(environment) {
	const read = (setting) => (environment[`INPUT_${setting.name.toUpperCase()}`] ?? "").trim();
	const written = (all) => all.flatMap((setting) => {
		const text = read(setting);
		return text === "" ? [] : [[setting, text]];
	});
	return {
		raw: Object.fromEntries(written(settings).map(([setting, text]) => [setting.name, entries(setting, text)])),
		publish: Object.fromEntries(written(publishSettings).map(([setting, text]) => [setting.name, text]))
	};
}
function entries({ name, kind }, text) {
	if (kind !== "list" || name === "pull-secrets") return [text];
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}

// src/action/mask.ts
/** Tells the runner that the token must never stand in a log. */
function maskToken(token) {
	mask([token ?? ""]);
}
/** Tells it the same of every login that the request was given: inside pull secrets and the nodes' own docker config. */
function maskLogins({ pullSecrets, environments }) {
	const configs = environments.map(({ nodeCredentials }) => nodeCredentials).flatMap((node) => node.kind === "docker-config" ? node.content : []);
	const contents = [...pullSecrets.map(({ content }) => content), ...configs].map((content) => content.reveal());
	mask([...contents, ...contents.flatMap(passwords)]);
}
function mask(texts) {
	for (const text of texts) if (text.trim() !== "") setSecret(text);
}
function passwords(content) {
	return [...content.matchAll(/"(password|auth|identitytoken|registrytoken)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].flatMap(([, name, written = ""]) => {
		const value = unescaped(written);
		return name === "auth" ? [
			written,
			value,
			passwordOf(value)
		] : [written, value];
	});
}
/** `auth` is the base64 of `user:password`. */
function passwordOf(auth) {
	const pair = Buffer$1.from(auth, "base64").toString();
	const colon = pair.indexOf(":");
	return colon === -1 ? "" : pair.slice(colon + 1);
}
function unescaped(written) {
	try {
		return String(JSON.parse(`"${written}"`));
	} catch {
		return written;
	}
}

// src/action/publish.ts
/** Tells the result everywhere that it was asked for. A channel that fails costs that channel only. */
async function publish(shown, { shell, readLine }) {
	const { inputs, environment, context } = shell;
	const { report } = shown;
	info(textReport(report, {
		palette: plain$1,
		detail: "normal"
	}));
	if (inputs.publish["annotations"] !== "false") annotate(shown);
	if (inputs.publish["summary"] !== "false") await guarded("The job summary", () => summarize(report, context, environment));
	const reportFile = inputs.publish["report-file"] ?? await temporaryReport(environment);
	const sarif = inputs.publish["sarif-file"];
	const workspace = resolve(environment["GITHUB_WORKSPACE"] ?? ".");
	await guarded("The report file", () => writeFiles(shown, {
		report: reportFile,
		sarif,
		category: instanceOf(shell).key,
		workspace
	}));
	const comment = await guarded("The comment", () => onPullRequest(shown, {
		shell,
		readLine
	}));
	giveOutputs(outputsOf(report, {
		reportFile,
		sarif,
		comment
	}), environment);
}
/** Writes on the pull request, where there is one; gives the id of the comment. */
async function onPullRequest(shown, { shell, readLine }) {
	const { comment: mode, suggestions } = shell.inputs.publish;
	if (mode === "never" && suggestions === "false") return void 0;
	const [{ reachPullRequest }, { comment }] = await Promise.all([import("./action-pull-request2.js"), import("./action-comment2.js")]);
	const reached = await reachPullRequest(shell);
	if (reached.kind === "none") return void (reached.notice !== void 0 && notice(reached.notice));
	const { id, notice: notice$1, hasFailed } = await comment(shown.report, {
		api: reached.api,
		shell
	});
	if (notice$1 !== void 0) notice(notice$1);
	if (hasFailed === true) return id;
	const { suggestEdits } = await import("./action-suggestions.js");
	const trouble = await suggestEdits(shown, reached.api, {
		shell,
		readLine
	});
	if (trouble !== void 0) notice(trouble);
	return id;
}
async function temporaryReport(environment) {
	return join(await mkdtemp(join(environment["RUNNER_TEMP"] ?? tmpdir(), "will-it-pull-")), "report.json");
}

// src/action/refuse.ts
/**
* Why this run must not go on, if it must not: with `pull_request_target` the job holds the repository's secrets, so
* checking out the pull request there would hand them to whoever wrote it. `checkouts` are absolute folders; where
* it can't be told what they hold, that is the pull request too.
*/
async function refusal(event, checkouts, run) {
	if (event.kind === "workflow-run") return followsFork(event, checkouts, run);
	if (!holdsSecrets(event)) return void 0;
	const heads = await Promise.all(checkouts.map((folder) => commitAndParents(folder, run)));
	const isKnown = heads.length > 0 && heads.every((commits) => commits.length > 0);
	if (event.kind !== "pull-request-target" || !isKnown) return sentence("it could not be told which commit is checked out.");
	return heads.some((commits) => commits.includes(event.headSha)) ? sentence("the pull request is checked out.") : void 0;
}
async function followsFork(event, checkouts, run) {
	if (!event.isFork) return void 0;
	if (!(await Promise.all(checkouts.map((folder) => commitAndParents(folder, run)))).some((commits) => commits.includes(event.headSha))) return void 0;
	return "This workflow runs on `workflow_run`, which holds the secrets of this repository, and the commit of a fork is checked out. Check it on `pull_request`, and only tell its report here, by `report-from`.";
}
function sentence(problem) {
	return `This workflow runs on \`pull_request_target\`, which holds the secrets of this repository, and ${problem} Run it on \`pull_request\` instead; on forks the result is then in the job summary.`;
}
function holdsSecrets(event) {
	return event.kind === "pull-request-target" || event.kind === "other" && event.name === "pull_request_target";
}
/**
* HEAD and what it was made of; empty where that can't be told. The commit itself is read, since a shallow clone hides
* the parents from `git rev-list`, and a job in a container does not own the folder.
*/
async function commitAndParents(folder, run) {
	const ask = (...words) => run({
		program: "git",
		arguments: [
			"-c",
			"safe.directory=*",
			...words
		],
		folder,
		timeoutMs: 1e4
	});
	const [head, commit] = [await ask("rev-parse", "HEAD"), await ask("cat-file", "commit", "HEAD")];
	if (head.kind !== "ended" || commit.kind !== "ended" || head.exitCode !== 0 || commit.exitCode !== 0) return [];
	const parents = commit.stdout.split("\n\n", 1)[0]?.matchAll(/^parent ([0-9a-f]+)$/gm) ?? [];
	return [head.stdout.trim(), ...[...parents].map(([, sha = ""]) => sha)];
}

// src/action/resolve-inputs.ts
/** Makes the request of the inputs and the configuration. On a fork's run both may name what lies in the workspace alone. */
async function resolveInputs({ context, inputs, environment }) {
	const { withoutSecrets } = context;
	const working = resolve(environment["GITHUB_WORKSPACE"] ?? ".");
	const root = await repositoryRoot(working);
	const { raw, granted } = belowRoot(inputs.raw, {
		root,
		working
	});
	const resolved = await resolveRequest({
		raw,
		withoutSecrets,
		offline: false,
		spell: (name) => name,
		files: withoutSecrets ? createFiles(working) : anyFiles(working),
		root: createFiles(root),
		environment: (name) => environment[name]
	});
	if (resolved.kind === "wrong") return resolved;
	const outside = withoutSecrets ? [] : [...granted, ...nodeConfiguration(resolved.request, root)];
	return {
		...resolved,
		root,
		granted: outside
	};
}

// src/action/plain-lines.ts
/**
* Does a work whose library annotates what it can't do: for us that is a line of the log and no more, and GitHub keeps
* ten warnings of a step. Nothing else may write annotations meanwhile.
*/
async function asPlainLines(work) {
	const { stdout } = _light_node_process_default;
	const write = stdout.write.bind(stdout);
	stdout.write = new Proxy(write, { apply: (target, _, [chunk, ...rest]) => Boolean(Reflect.apply(target, stdout, [plain(chunk), ...rest])) });
	try {
		return await work();
	} finally {
		stdout.write = write;
	}
}
function plain(chunk) {
	return typeof chunk === "string" ? chunk.replaceAll(/^::(?:error|warning|notice)(?: [^:]*)?::/gm, "") : chunk;
}

// src/action/shared-cache.ts
/** How long a run waits for GitHub's cache, in milliseconds: without it the registries are asked, that is all. */
const patienceMs = 15e3;
/** The shared cache behind a folder, where the runner offers one. */
function sharedCache(folder, environment) {
	if (folder === void 0 || !isOffered(environment)) return void 0;
	const open = openPack(resolve(folder));
	let restoring;
	return {
		async restore() {
			restoring ??= inTime(asPlainLines(() => restored(open)));
			await restoring;
		},
		async save() {
			if (restoring === void 0) return;
			const matched = await restoring;
			if (matched !== void 0) await inTime(asPlainLines(() => saved(open, matched)));
		}
	};
}
function isOffered(environment) {
	const service = environment["ACTIONS_RESULTS_URL"] || environment["ACTIONS_CACHE_URL"];
	return Boolean(service) && Boolean(environment["ACTIONS_RUNTIME_TOKEN"]);
}
/**
* Entries never change, so each is named by what it holds; the newest of the prefix is taken. `v2` is that of the folder.
*/
const prefix = `will-it-pull-v2-${_light_node_process_default.platform}-`;
/** Name of the entry that was there; empty for none, undefined where the cache can't be used. */
async function restored(open) {
	const { isFeatureAvailable, restoreCache } = await import("./cache.js");
	return isFeatureAvailable() ? await restoreCache([open], `${prefix}newest`, [prefix]) ?? "" : void 0;
}
async function saved(open, matched) {
	const content = await readFile(open).catch(() => void 0);
	const digests = content === void 0 ? [] : [...unpacked(content).keys()].toSorted();
	const key = `${prefix}${createHash("sha256").update(digests.join("\n")).digest("hex")}`;
	if (digests.length === 0 || key === matched) return;
	const { saveCache } = await import("./cache.js");
	await saveCache([open], key);
}
/** Caching is optional: what fails or takes long counts for nothing. */
async function inTime(work) {
	const { promise: late, resolve: give } = Promise.withResolvers();
	const timer = setTimeout(give, patienceMs, void 0);
	try {
		return await Promise.race([work.catch(() => void 0), late]);
	} finally {
		clearTimeout(timer);
	}
}

// src/action/run.ts
/** The Action: reads the runner's input, checks, publishes. Gives the exit code. */
async function runAction(environment) {
	const inputs = readInputs(environment);
	maskToken(inputs.publish["token"]);
	const shell = {
		inputs,
		environment,
		context: await readContext(environment)
	};
	const other = inputs.publish["report-from"];
	if (other !== void 0) return (await import("./action-relay.js")).relay(other, shell);
	const resolved = await resolveInputs(shell);
	if (resolved.kind === "wrong") return wrongInputs(resolved.problems);
	maskLogins(resolved.request);
	using interruption = watchInterruption();
	const shared = sharedCache(resolved.run.cacheFolder, environment);
	const code = await runJob({
		resolved,
		shell,
		interruption,
		shared,
		request: requestOf(resolved, shell)
	});
	if (interruption.exitCode === void 0) await shared?.save();
	return code;
}
async function runJob(job) {
	const { resolved, shell, interruption } = job;
	await using world = await actionWorld(job, resolved.run.timeoutMs + resolved.run.waitMs);
	const folders = await checkouts(resolved.root, resolved.request.paths);
	const refused = await refusal(shell.context.event, folders, world.run);
	if (refused !== void 0) return fail(refused, 2);
	const { report, problems } = await check(job.request, world);
	if (interruption.exitCode !== void 0) return fail("The run was cancelled before its end.", interruption.exitCode);
	await tell(report, job);
	const code = exitCode(report, resolved.request.policy.onUnknown, problems);
	return code === 0 ? 0 : fail(report.headline, code);
}
const mostPlaced = 9;
/** Each problem on the line of the configuration that it is about, and all of them at the end. */
function wrongInputs(problems) {
	for (const { why, place } of problems.slice(0, mostPlaced)) if (place !== void 0) error(why, {
		file: place.file,
		startLine: place.line,
		startColumn: place.column
	});
	return fail(problems.map(({ where, why }) => `${where}: ${why}`).join("\n"), 2);
}
/** Has a world of its own, whose time is not that of the check. */
async function tell(report, job) {
	const { shell, request } = job;
	await using world = await actionWorld(job, publishingMs);
	const shown = await onHeadLines(report, {
		event: shell.context.event,
		base: request.base,
		git: world.git
	});
	await publish(shown, {
		shell,
		readLine: lineReader(world.files)
	});
}
async function actionWorld({ resolved, shell: { context, inputs }, interruption, shared }, timeoutMs) {
	const { root, granted, request, run } = resolved;
	const debug$1 = isDebug() ? debug : () => {};
	const token = inputs.publish["token"];
	const network = networkLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: "isFork" in context.event && context.event.isFork,
		githubToken: packagesToken(context.serverUrl, token),
		fillCache: async () => shared?.restore()
	});
	const gitLogin = gitLoginFor(context.serverUrl, token);
	const log = {
		progress: tellOfWaiting,
		debug: debug$1
	};
	return createWorld({
		root,
		granted,
		timeoutMs,
		interrupted: interruption.signal,
		log,
		network,
		gitLogin
	});
}
/** Minutes without a word look like a hang. */
function tellOfWaiting({ stage, total, label }) {
	if (stage === "wait") info(oneLine(`Waiting for ${total} of the images, which ${total === 1 ? "is" : "are"} not there yet: ${label}`));
}
function requestOf({ request, run }, { context }) {
	const { event, workflowFile } = context;
	const base = baseWish(event, run.base);
	const isPullRequest = event.kind === "pull-request" || event.kind === "pull-request-target";
	const configuredBy = [...request.configuredBy, ...workflowFile === void 0 ? [] : [workflowFile]];
	const changedOnly = run.changedOnly ?? (isPullRequest ? true : void 0);
	return {
		...request,
		base,
		configuredBy,
		changedOnly,
		waitMs: run.waitMs
	};
}
/** The last of the ten errors that GitHub keeps of a step. */
function fail(message, code) {
	setFailed(message);
	return code;
}

// src/action/main.ts
try {
	_light_node_process_default.exitCode = await runAction(_light_node_process_default.env);
} catch (error) {
	const { setFailed } = await import("./core2.js");
	setFailed(`will-it-pull met a mistake of its own: ${error instanceof Error ? error.message : String(error)}`);
}

export {  };