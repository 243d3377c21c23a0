import { a as isDebug, c as setOutput, i as info, l as setSecret, n as debug, o as notice, r as error, s as setFailed, u as warning } from "./core.js";
import { i as check, n as createWorld, r as resolveRequest, t as registryLoader } from "./process-registry-loader.js";
import { t as createFiles } from "./process-files.js";
import { n as repositoryRoot, t as exitCode } from "./report-exit-code.js";
import { a as textAt, i as shaAt, n as idAt, r as numberAt, t as at } from "./github-payload.js";
import { n as settings } from "./config-settings.js";
import { n as plain } from "./report-text-palette2.js";
import { t as textReport } from "./report-text-text.js";
import { t as annotations } from "./report-annotations.js";
import { t as jsonReport } from "./report-json2.js";
import { t as markdownSummary } from "./report-markdown-summary2.js";
import process from "node:process";
import { join, resolve } from "node:path";
import { access, appendFile, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
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

// src/github/merge-group.ts
/**
* The number in the ref of a merge group, `refs/heads/gh-readonly-queue/<base>/pr-<n>-<sha>`. Undefined where the ref
* is not exactly of that shape: a wrong pull request is worse than none.
*/
function mergeGroupNumber(headRef) {
	const match = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(headRef);
	if (!match?.[1] || !match[2]) return void 0;
	return /(?:^|\/)(?:gh-readonly-queue|pr-\d+-[0-9a-f]{40})(?:\/|$)/.test(match[1]) ? void 0 : Number(match[2]);
}

// src/github/event.ts
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
			name
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
		missing: "pull_request.number"
	};
	if (headSha === void 0) return {
		kind: "other",
		name,
		missing: "pull_request.head.sha"
	};
	if (baseSha === void 0) return {
		kind: "other",
		name,
		missing: "pull_request.base.sha"
	};
	const head = idAt(payload, "pull_request", "head", "repo", "id");
	const base = idAt(payload, "pull_request", "base", "repo", "id");
	const isOpen = textAt(payload, "pull_request", "state") !== "closed";
	return {
		kind,
		number,
		headSha,
		baseSha,
		isFork: head === void 0 || head !== base,
		isDependabot,
		isOpen
	};
}
function readMergeGroup(payload, isDependabot) {
	const headSha = shaAt(payload, "merge_group", "head_sha");
	const baseSha = shaAt(payload, "merge_group", "base_sha");
	const headRef = textAt(payload, "merge_group", "head_ref") ?? "";
	if (headSha === void 0) return {
		kind: "other",
		name: "merge_group",
		missing: "merge_group.head_sha"
	};
	if (baseSha === void 0) return {
		kind: "other",
		name: "merge_group",
		missing: "merge_group.base_sha"
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
		missing: "workflow_run.head_sha"
	};
	const here = idAt(payload, "repository", "id");
	const head = idAt(payload, "workflow_run", "head_repository", "id");
	const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
	const branch = textAt(payload, "workflow_run", "head_branch");
	const listed = at(payload, "workflow_run", "pull_requests");
	const pullRequests = (Array.isArray(listed) ? listed : []).flatMap((entry) => {
		const number = numberAt(entry, "number");
		const isOurs = here !== void 0 && idAt(entry, "base", "repo", "id") === here;
		return number !== void 0 && isOurs && shaAt(entry, "head", "sha") === headSha ? [number] : [];
	});
	return {
		kind: "workflow-run",
		headSha,
		headLabel: owner === void 0 || branch === void 0 ? void 0 : `${owner}:${branch}`,
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
		sha: "headSha" in event && event.headSha !== void 0 ? event.headSha : environment["GITHUB_SHA"] ?? "",
		withoutSecrets: "isFork" in event && event.isFork || "isDependabot" in event && event.isDependabot
	};
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
		help: "Tells several comments on one pull request apart",
		default: "the job"
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
		name: "summary",
		kind: "boolean",
		help: "Write the job summary",
		default: "true"
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
/** Tells the runner what must never stand in a log: the token, and every login inside the supplied pull secrets. */
function maskSecrets(token, supplied) {
	const contents = supplied.map(({ content }) => content.reveal());
	for (const text of [
		token ?? "",
		...contents,
		...contents.flatMap(passwords)
	]) if (text.trim() !== "") setSecret(text);
}
function passwords(content) {
	return [...content.matchAll(/"(?:password|auth|identitytoken|registrytoken)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].flatMap(([, written = ""]) => [written, unescaped(written)]);
}
function unescaped(written) {
	try {
		return String(JSON.parse(`"${written}"`));
	} catch {
		return written;
	}
}

// src/action/channels.ts
/** Annotates the lines, worst first, within what GitHub keeps of one step. */
function annotate(report) {
	for (const { level, message, file, line, endLine, column, endColumn, title } of annotations(report)) {
		const place = {
			title,
			...file !== void 0 && { file },
			...line !== void 0 && {
				startLine: line,
				endLine: endLine ?? line
			},
			...column !== void 0 && endColumn !== void 0 && {
				startColumn: column,
				endColumn
			}
		};
		if (level === "error") error(message, place);
		else warning(message, place);
	}
}
/** Writes the job summary, where the runner has a place for it. */
async function summarize(report, context, environment) {
	const path = environment["GITHUB_STEP_SUMMARY"];
	if (path === void 0 || path === "") return;
	const { repository, serverUrl, sha } = context;
	await appendFile(path, markdownSummary(report, { repository: {
		serverUrl,
		repository,
		sha
	} }));
}
/** Writes the report, and SARIF where it was asked for. */
async function writeFiles(report, files) {
	await writeFile(files.report, jsonReport(report));
	if (files.sarif === void 0) return;
	const { sarifReport } = await import("./report-sarif.js");
	await writeFile(files.sarif, sarifReport(report));
}
/** Gives the outputs to later steps. */
function giveOutputs(values, environment) {
	if (!environment["GITHUB_OUTPUT"]) return;
	for (const [name, value] of Object.entries(values)) setOutput(name, value);
}

// src/action/publish.ts
/** Tells the result everywhere that it was asked for. A channel that fails costs that channel only. */
async function publish(report, shell) {
	const { inputs, environment, context } = shell;
	info(textReport(report, {
		palette: plain,
		detail: "normal"
	}));
	if (inputs.publish["annotations"] !== "false") annotate(report);
	if (inputs.publish["summary"] !== "false") await guarded("The job summary", () => summarize(report, context, environment));
	const reportFile = inputs.publish["report-file"] ?? await temporaryReport(environment);
	const sarif = inputs.publish["sarif-file"];
	await guarded("The report file", () => writeFiles(report, {
		report: reportFile,
		sarif
	}));
	const outcome = await guarded("The comment", () => commentOn(report, shell));
	if (outcome?.notice !== void 0) notice(outcome.notice);
	giveOutputs(outputsOf(report, {
		reportFile,
		sarif,
		comment: outcome?.id
	}), environment);
}
async function commentOn(report, shell) {
	return (await import("./action-comment.js")).comment(report, shell);
}
async function guarded(channel, write) {
	try {
		return await write();
	} catch (error) {
		notice(`${channel} could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return;
	}
}
async function temporaryReport(environment) {
	return join(await mkdtemp(join(environment["RUNNER_TEMP"] ?? tmpdir(), "will-it-pull-")), "report.json");
}
function outputsOf({ verdict, summary }, files) {
	return {
		verdict,
		unpullable: summary.unpullable,
		unknown: summary.unknown,
		images: summary.images,
		"report-file": files.reportFile,
		"sarif-file": files.sarif ?? "",
		"comment-id": files.comment ?? ""
	};
}

// src/action/refuse.ts
/**
* Why this run must not go on, if it must not: with `pull_request_target` the job holds the repository's secrets, so
* checking out the pull request there would hand them to whoever wrote it. `checkouts` are absolute folders; where
* it can't be told what they hold, that is the pull request too.
*/
async function refusal(event, checkouts, run) {
	if (!holdsSecrets(event)) return void 0;
	const heads = await Promise.all(checkouts.map((folder) => commitAndParents(folder, run)));
	const isKnown = heads.length > 0 && heads.every((commits) => commits.length > 0);
	if (event.kind !== "pull-request-target" || !isKnown) return sentence("it could not be told which commit is checked out.");
	return heads.some((commits) => commits.includes(event.headSha)) ? sentence("the pull request is checked out.") : void 0;
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

// src/action/run.ts
/** The Action: reads the runner's input, checks, publishes. Gives the exit code. */
async function runAction(environment) {
	const inputs = readInputs(environment);
	const context = await readContext(environment);
	const root = await repositoryRoot(resolve(environment["GITHUB_WORKSPACE"] ?? "."));
	maskSecrets(inputs.publish["token"], []);
	const resolved = await resolveRequest({
		raw: inputs.raw,
		withoutSecrets: context.withoutSecrets,
		offline: false,
		spell: (name) => name,
		files: createFiles(root),
		root: createFiles(root),
		environment: (name) => environment[name]
	});
	if (resolved.kind === "wrong") return fail(resolved.problems.map(({ where, why }) => `${where}: ${why}`).join("\n"), 2);
	maskSecrets(void 0, resolved.request.pullSecrets);
	await using world = await actionWorld(root, {
		context,
		inputs
	}, resolved);
	const folders = await checkouts(root, resolved.request.paths);
	const refused = await refusal(context.event, folders, world.run);
	if (refused !== void 0) return fail(refused, 2);
	return await checkAndPublish(resolved, world, {
		context,
		inputs,
		environment
	});
}
async function actionWorld(root, { context, inputs }, { request, run }) {
	const debug$1 = isDebug() ? debug : () => {};
	const registry = registryLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: "isFork" in context.event && context.event.isFork
	});
	const gitLogin = gitLoginFor(context.serverUrl, inputs.publish["token"]);
	return createWorld({
		root,
		timeoutMs: run.timeoutMs,
		log: {
			progress() {},
			debug: debug$1
		},
		registry,
		gitLogin
	});
}
async function checkAndPublish({ request, run }, world, shell) {
	const base = baseWish(shell.context.event, run.base);
	const { report, problems } = await check({
		...request,
		base
	}, world);
	await publish(report, shell);
	const code = exitCode(report, request.policy.onUnknown, problems);
	return code === 0 ? 0 : fail(report.headline, code);
}
/** The last of the ten errors that GitHub keeps of a step. */
function fail(message, code) {
	setFailed(message);
	return code;
}

// src/action/main.ts
try {
	process.exitCode = await runAction(process.env);
} catch (error) {
	const { setFailed } = await import("./core2.js");
	setFailed(`will-it-pull met a mistake of its own: ${error instanceof Error ? error.message : String(error)}`);
}

export {  };