import { a as textAt, i as shaAt, n as at, o as holds, r as numberAt, s as readPatch, t as publishingMs } from "./action-publishing-time.js";
import { t as require_undici } from "./undici.js";
import { t as createClock } from "./process-clock.js";
import { t as Secret } from "./secret.js";
import { t as version } from "./version.js";
import { createHash } from "node:crypto";

// src/github/deadline.ts
/** A deadline that starts now. */
function startDeadline(now, milliseconds) {
	return {
		endsAt: now + milliseconds,
		signal: AbortSignal.timeout(milliseconds)
	};
}

// src/github/refusal.ts
/** Reads what an Octokit call was rejected with. Words that others wrote are cut, and never hold the token. */
function readRefusal(error, token) {
	const status = at(error, "status");
	if (at(error, "response") === void 0 || typeof status !== "number") return {
		kind: "no-answer",
		why: oneLine(error instanceof Error ? error.message : String(error), token)
	};
	const message = oneLine(messageOf(error), token);
	if (status === 429 || status === 403 && isRateLimit(error, message)) return { kind: "rate-limited" };
	if (status === 403) return isLocked(message) ? { kind: "locked" } : { kind: "not-permitted" };
	if (status === 401) return { kind: "bad-credentials" };
	if (status === 404) return { kind: "not-found" };
	if (status === 410) return { kind: "gone" };
	if (status === 422) return isLocked(message) ? { kind: "locked" } : {
		kind: "rejected",
		why: message
	};
	return status >= 500 ? {
		kind: "server-error",
		status
	} : {
		kind: "other",
		status,
		why: message
	};
}
/** GitHub's own words with the details of a 422, which stand in `errors`. */
function messageOf(error) {
	const data = at(error, "response", "data");
	const errors = at(data, "errors");
	const details = (Array.isArray(errors) ? errors : []).flatMap((detail) => {
		const text = typeof detail === "string" ? detail : textAt(detail, "message");
		return text === void 0 ? [] : [text];
	});
	return [textAt(data, "message") ?? "no message", ...details].join(": ");
}
/** GitHub docs, "Rate limits for the REST API": 403 or 429 with `retry-after`, or with nothing remaining. */
function isRateLimit(error, message) {
	const headers = at(error, "response", "headers");
	return at(headers, "x-ratelimit-remaining") === "0" || at(headers, "retry-after") !== void 0 || /\brate limit\b/i.test(message);
}
function isLocked(message) {
	return /\b(?:is|was|are) locked\b/i.test(message);
}
function oneLine(text, token) {
	return text.replaceAll(token.reveal(), "***").replace(/[\p{C}\p{Z}]+/gu, " ").trim().slice(0, 200);
}

// src/github/ask.ts
/** Makes one call, and gives up waiting for it at the deadline, also while it waits for its turn or for a retry. */
async function ask(client, call) {
	const { signal } = client.deadline;
	if (signal.aborted) return { kind: "out-of-time" };
	const outOfTime = Promise.withResolvers();
	const stop = () => outOfTime.resolve({ kind: "out-of-time" });
	signal.addEventListener("abort", stop, { once: true });
	try {
		return await Promise.race([outOfTime.promise, answered(client, call)]);
	} finally {
		signal.removeEventListener("abort", stop);
	}
}
/** All entries of a list, page by page, at most `pages` of a hundred. `complete` is false where there are more. */
async function askAll(client, pages, call) {
	const entries = [];
	for (let page = 1; page <= pages; page += 1) {
		const answer = await ask(client, () => call({
			page,
			per_page: 100
		}));
		if (answer.kind !== "answered") return answer;
		const { data } = answer;
		if (!isList(data)) return {
			kind: "unusable",
			why: "GitHub answered something that is no list"
		};
		entries.push(...data);
		if (!answer.hasNext) return {
			kind: "answered",
			data: {
				entries,
				complete: true
			},
			hasNext: false
		};
	}
	return {
		kind: "answered",
		data: {
			entries,
			complete: false
		},
		hasNext: true
	};
}
/** The types say so, but a server that is no GitHub may send anything. */
function isList(data) {
	return Array.isArray(data);
}
async function answered(client, call) {
	try {
		const response = await call();
		const link = at(response, "headers", "link");
		const hasNext = typeof link === "string" && link.includes("rel=\"next\"");
		return {
			kind: "answered",
			data: response.data,
			hasNext
		};
	} catch (error) {
		return readRefusal(error, client.token);
	}
}

// src/github/permission.ts
/**
* What a refusal means for a call that needs a permission. GitHub answers 403 "Resource not accessible by integration"
* where a token lacks one, and 404 where it may not even know that the repository is there.
*/
function refused(refusal, permission) {
	switch (refusal.kind) {
		case "not-permitted":
		case "not-found": return {
			kind: "forbidden",
			permission
		};
		case "locked":
		case "gone":
		case "bad-credentials":
		case "rate-limited":
		case "out-of-time": return {
			kind: "failed",
			why: reasons[refusal.kind]
		};
		case "server-error": return {
			kind: "failed",
			why: `GitHub answered ${refusal.status} again and again`
		};
		case "no-answer": return {
			kind: "failed",
			why: `the GitHub API could not be reached: ${refusal.why}`
		};
		case "unusable": return {
			kind: "failed",
			why: refusal.why
		};
		case "rejected": return {
			kind: "failed",
			why: `GitHub refused the content (422): ${refusal.why}`
		};
		case "other": return {
			kind: "failed",
			why: `GitHub answered ${refusal.status}: ${refusal.why}`
		};
	}
}
const reasons = {
	locked: "the conversation of the pull request is locked",
	gone: "the pull request takes no comments any more (410)",
	"bad-credentials": "GitHub does not accept the token (401)",
	"rate-limited": "the rate limit of the GitHub API was reached",
	"out-of-time": "GitHub did not answer in the time that publishing may take"
};

// src/github/find-pull-request.ts
/**
* The open pull request whose head is this commit. GitHub names none in the `workflow_run` event of a fork, and its
* list by commit may not know a fork's commits, so the fork's branch is asked for next. More than one: none.
*/
async function findPullRequest(client, choice) {
	const { octokit, repository } = client;
	const byCommit = (page) => octokit.rest.repos.listPullRequestsAssociatedWithCommit({
		...repository,
		commit_sha: choice.headSha,
		...page
	});
	const byBranch = (page) => octokit.rest.pulls.list({
		...repository,
		state: "open",
		head: choice.headLabel ?? "",
		...page
	});
	for (const list of choice.headLabel === void 0 ? [byCommit] : [byCommit, byBranch]) {
		const answer = await askAll(client, 1, list);
		if (answer.kind !== "answered") return refused(answer, "pull-requests: read");
		const [first, ...others] = answer.data.entries.filter((pull) => pull.state === "open" && pull.head.sha === choice.headSha);
		if (first) return others.length === 0 ? {
			kind: "number",
			number: first.number
		} : { kind: "none" };
	}
	return { kind: "none" };
}

// src/github/pacing.ts
/** GitHub docs, "Best practices for using the REST API": at least one second between requests that change something. */
const betweenWritesMs = 1e3;
/**
* The two waiting lines of the throttling plugin, on our own clock. The plugin's own wait three seconds between two
* comments, and keep that count for the whole process.
*/
function pacedBy(clock) {
	let free = 0;
	const inTurn = async () => {
		const start = Math.max(free, clock.now());
		free = start + betweenWritesMs;
		if (start > clock.now()) await clock.sleep(start - clock.now());
	};
	const atOnce = () => Promise.resolve();
	return {
		write: createLine(inTurn),
		notifications: createLine(atOnce)
	};
}
function createLine(wait) {
	const line = { key: () => ({ schedule: wait }) };
	if (!isGroup(line)) throw new Error("the waiting line is not what the throttling plugin calls");
	return line;
}
/** Of a `Bottleneck.Group` the plugin calls only `key(id).schedule(options, job)`, with a job that does nothing. */
function isGroup(line) {
	return "key" in line && typeof line.key === "function";
}

// src/github/proxied-fetch.ts
var import_undici = require_undici();
/** One page of a hundred files with their patches stays well below it. */
const largestAnswerBytes = 67108864;
/**
* A fetch that goes through the proxies; Node's own heeds them only with `NODE_USE_ENV_PROXY`. The agent is made by the
* first call, so that a proxy address that is none fails like any other request.
*/
function proxiedFetch(proxies) {
	let dispatcher;
	return async (input, init) => {
		dispatcher ??= createAgent(proxies);
		return await (0, import_undici.fetch)(input, {
			...init,
			dispatcher
		});
	};
}
function createAgent(proxies) {
	return new import_undici.EnvHttpProxyAgent({
		httpProxy: proxies.http,
		httpsProxy: proxies.https,
		noProxy: proxies.none,
		maxResponseSize: largestAnswerBytes
	});
}

// src/github/octokit.ts
/** Each retry of a 5xx or of a broken connection waits 1, then 4 seconds. */
const retries = 2;
/** Loads Octokit only when it is called: many runs publish nothing. One client serves one phase of a run. */
async function connect(options) {
	const { getOctokit } = await import("./github.js");
	const { retry } = await import("./dist-bundle.js");
	const { throttling } = await import("./dist-bundle2.js");
	const second = options.retrySecondMs ?? 1e3;
	const log = {
		debug: ignore,
		info: ignore,
		warn: ignore,
		error: ignore
	};
	const settings = {
		baseUrl: options.apiUrl,
		userAgent: options.userAgent,
		log,
		request: {
			fetch: proxiedFetch(options.proxies),
			signal: plainAbort(options.deadline.signal),
			log
		},
		retry: {
			retries,
			retryAfterBaseValue: second,
			doNotRetry: [
				400,
				401,
				403,
				404,
				410,
				413,
				422,
				429,
				451
			]
		},
		throttle: {
			...limitHandlers(options),
			...pacedBy(options.clock),
			retryAfterBaseValue: second
		}
	};
	const octokit = getOctokit(options.token.reveal(), settings, retry, throttling);
	const [owner = "", repo = ""] = options.repository.split("/");
	const { token, deadline, clock } = options;
	return {
		octokit,
		token,
		repository: {
			owner,
			repo
		},
		deadline,
		clock
	};
}
/** Waits for a rate limit once, and only where the wait ends before the deadline. */
function limitHandlers({ deadline, clock }) {
	const isWorthIt = (...[retryAfter, , , retryCount]) => retryCount < 1 && clock.now() + retryAfter * 1e3 < deadline.endsAt;
	return {
		onRateLimit: isWorthIt,
		onSecondaryRateLimit: isWorthIt
	};
}
/** The same signal with the reason `AbortError`: Octokit would retry a request that failed for any other. */
function plainAbort(signal) {
	const controller = new AbortController();
	if (signal.aborted) controller.abort();
	signal.addEventListener("abort", () => controller.abort(), { once: true });
	return controller.signal;
}
function ignore() {}

// src/github/pull-request-choice.ts
/**
* Chooses by the first rule that applies: the input, the event's own pull request, the one of the run that this
* workflow follows. A merge group is about several changes at once and comments nowhere.
*/
function choosePullRequest(event, input) {
	if (event.kind === "merge-group") return { kind: "none" };
	if (input.trim() !== "") return fromInput(input.trim());
	switch (event.kind) {
		case "pull-request":
		case "pull-request-target": return {
			kind: "number",
			number: event.number
		};
		case "workflow-run": return fromWorkflowRun(event);
		case "push":
		case "schedule":
		case "workflow-dispatch":
		case "other": return { kind: "none" };
	}
}
function fromInput(input) {
	return /^[1-9]\d{0,8}$/.test(input) ? {
		kind: "number",
		number: Number(input)
	} : {
		kind: "invalid",
		input
	};
}
function fromWorkflowRun(event) {
	const [first, ...others] = event.pullRequests;
	if (first === void 0) return {
		kind: "by-commit",
		headSha: event.headSha,
		headLabel: event.headLabel
	};
	return others.length === 0 ? {
		kind: "number",
		number: first
	} : { kind: "none" };
}

// src/github/changed-lines.ts
/** GitHub docs, "List pull requests files": at most 3,000 files. */
const pagesOfFiles = 30;
const mostFiles = 3e3;
/**
* Once the patches of one answer pass about 20,000 lines, GitHub leaves out the rest without a word and counts those
* files as unchanged, while a smaller page has them. So the pages with a gap are asked for again, ten files at a time.
*/
const smallPage = 10;
const mostSmallPages = 10;
/** The lines that a pull request changes, from the list of its files. */
async function listChangedLines(client, number) {
	const { octokit, repository } = client;
	const files = await askAll(client, pagesOfFiles, (page) => octokit.rest.pulls.listFiles({
		...repository,
		pull_number: number,
		...page
	}));
	if (files.kind !== "answered") return refused(files, "pull-requests: read");
	const entries = await fillGaps(files.data.entries, (page) => ask(client, () => octokit.rest.pulls.listFiles({
		...repository,
		pull_number: number,
		page,
		per_page: smallPage
	})));
	return {
		kind: "changed-lines",
		complete: files.data.complete && entries.length < mostFiles,
		files: new Map(entries.map((file) => [file.filename, changeOf(file)]))
	};
}
async function fillGaps(files, askPage) {
	const gaps = files.flatMap((file, index) => isGap(file) ? [Math.floor(index / smallPage) + 1] : []);
	const filled = /* @__PURE__ */ new Map();
	for (const page of [...new Set(gaps)].slice(0, mostSmallPages)) {
		const answer = await askPage(page);
		if (answer.kind !== "answered") break;
		for (const file of answer.data) filled.set(file.filename, file);
	}
	return files.map((file) => isGap(file) ? filled.get(file.filename) ?? file : file);
}
/** No patch where there should be one. Of a file that was only renamed it cannot be told apart. */
function isGap(file) {
	return file.patch === void 0 && file.status !== "removed" && file.status !== "unchanged";
}
function changeOf(file) {
	if (file.status === "removed") return { kind: "removed" };
	const previousPath = file.previous_filename;
	if (file.patch !== void 0) return {
		kind: "lines",
		previousPath,
		...readPatch(file.patch)
	};
	if (file.status === "renamed" && file.changes === 0 || file.status === "unchanged") return {
		kind: "lines",
		previousPath,
		changed: [],
		shown: []
	};
	return { kind: "unknown" };
}

// src/github/author.ts
/** Who a token without a name of its own writes as: `GET /user` is refused to the token of a workflow. */
const workflowLogin = "github-actions[bot]";
/**
* A test for what was written with this token. A marker alone proves nothing: anyone can paste it, and a token with
* `pull-requests: write` may edit other people's comments.
*/
async function createAuthorTest(client) {
	const answer = await ask(client, async () => ({ data: await client.octokit.graphql("{ viewer { login } }") }));
	const login = (answer.kind === "answered" ? textAt(answer.data, "viewer", "login") : void 0) ?? workflowLogin;
	return ({ user }) => user?.login === login || user?.type === "Bot" && user.login === `${login}[bot]`;
}

// src/github/marker.ts
/** The first line of a comment of ours, invisible when shown. Percent-encoding keeps a key from ending it. */
function commentMarker(key) {
	return `<!-- will-it-pull:${encoded(key)} -->`;
}
/** The first line of a suggestion of ours. All of one instance begin with `suggestionPrefix`. */
function suggestionMarker(key, fingerprint) {
	return `${suggestionPrefix(key)}${fingerprint} -->`;
}
/** What the suggestions of one instance begin with. */
function suggestionPrefix(key) {
	return `<!-- will-it-pull-suggestion:${encoded(key)}:`;
}
function encoded(key) {
	return encodeURIComponent(key.toWellFormed()).replaceAll("-", "%2D");
}

// src/github/comment.ts
/** 2,000 comments. Beyond that a comment of ours could be missed, and a second one would be wrong. */
const pagesOfComments$1 = 20;
/** Runs at the same time leave a handful of doubles, never many. */
const mostDoublesRemoved = 10;
/** Keeps one comment of this instance on a pull request: creates it, edits it in place or leaves it alone. */
async function publishComment(client, number, request) {
	const marker = commentMarker(request.key);
	const task = {
		client,
		number,
		write: request.write,
		marker,
		body: `${marker}\n${request.body}`
	};
	const own = await listOwn(task);
	if (own.kind !== "answered") return failure$1(own);
	const [oldest] = own.data;
	if (!oldest) return await createUnlessResolved(task);
	const result = await edit(task, oldest);
	await removeDoubles(task, own.data.slice(1));
	return result.kind === "not-found" ? await createUnlessResolved(task) : result;
}
/** Oldest first, as GitHub lists them. `login`: who the token writes as, where that is known. */
async function listOwn(task, login) {
	const { client, number: issue_number } = task;
	const comments = await askAll(client, pagesOfComments$1, (page) => client.octokit.rest.issues.listComments({
		...client.repository,
		issue_number,
		...page
	}));
	if (comments.kind !== "answered") return comments;
	if (!comments.data.complete) return {
		kind: "unusable",
		why: "the pull request has too many comments to look through"
	};
	const marked = comments.data.entries.filter((comment) => comment.body?.startsWith(task.marker));
	if (marked.length === 0) return {
		kind: "answered",
		data: [],
		hasNext: false
	};
	const isOwn = login === void 0 ? await createAuthorTest(client) : ({ user }) => user?.login === login;
	return {
		kind: "answered",
		data: marked.filter(isOwn),
		hasNext: false
	};
}
/** A comment that somebody deleted meanwhile is `not-found`. */
async function edit(task, comment) {
	if (isSame(comment.body ?? "", task.body)) return {
		kind: "unchanged",
		id: comment.id
	};
	const { client, body } = task;
	const answer = await ask(client, () => client.octokit.rest.issues.updateComment({
		...client.repository,
		comment_id: comment.id,
		body
	}));
	if (answer.kind === "not-found") return { kind: "not-found" };
	return answer.kind === "answered" ? written(comment) : failure$1(answer);
}
async function createUnlessResolved(task) {
	if (task.write === "only-existing") return {
		kind: "nothing",
		because: "none-to-resolve"
	};
	const { client, number: issue_number, body } = task;
	const created = await ask(client, () => client.octokit.rest.issues.createComment({
		...client.repository,
		issue_number,
		body
	}));
	return created.kind === "answered" ? await settle(task, created.data) : failure$1(created);
}
/**
* Another run, or a first attempt whose answer was lost, may have created one too: every run keeps the oldest, so that
* they agree without speaking to each other.
*/
async function settle(task, created) {
	const own = await listOwn(task, created.user?.login);
	if (own.kind !== "answered") return written(created);
	const [oldest, ...doubles] = own.data;
	if (!oldest || oldest.id === created.id) {
		await removeDoubles(task, doubles);
		return written(created);
	}
	const result = await edit(task, oldest);
	if (result.kind !== "written" && result.kind !== "unchanged") return written(created);
	await removeDoubles(task, doubles);
	return written(oldest);
}
/** A double that stays is no reason to say that publishing failed. */
async function removeDoubles({ client }, doubles) {
	for (const { id } of doubles.slice(0, mostDoublesRemoved)) await ask(client, () => client.octokit.rest.issues.deleteComment({
		...client.repository,
		comment_id: id
	}));
}
/** GitHub may keep other line ends, and drops blanks at the end. */
function isSame(one, other) {
	return one.replaceAll("\r\n", "\n").trimEnd() === other.replaceAll("\r\n", "\n").trimEnd();
}
function written(comment) {
	return {
		kind: "written",
		id: comment.id,
		url: comment.html_url
	};
}
function failure$1(refusal) {
	if (refusal.kind === "locked") return {
		kind: "nothing",
		because: "locked"
	};
	return refused(refusal, "pull-requests: write");
}

// src/github/facts.ts
/** Asks GitHub for the state of a pull request. */
async function readFacts(client, number) {
	const answer = await ask(client, () => client.octokit.rest.pulls.get({
		...client.repository,
		pull_number: number
	}));
	if (answer.kind !== "answered") return refused(answer, "pull-requests: read");
	const pull = answer.data;
	const headSha = shaAt(pull, "head", "sha");
	const baseSha = shaAt(pull, "base", "sha");
	if (numberAt(pull, "number") !== number || headSha === void 0 || baseSha === void 0) return {
		kind: "failed",
		why: "what GitHub answered describes no pull request"
	};
	const head = numberAt(pull, "head", "repo", "id");
	const isFork = head === void 0 || head !== numberAt(pull, "base", "repo", "id");
	const isLocked = at(pull, "locked") === true;
	return {
		kind: "facts",
		number,
		headSha,
		baseSha,
		isFork,
		isOpen: textAt(pull, "state") === "open",
		isLocked
	};
}

// src/github/own-suggestions.ts
const pagesOfComments = 10;
/** Enough for every stale suggestion of one review. */
const mostCleared = 30;
/** The suggestions that this token wrote for this instance. */
async function listOwnSuggestions(client, number, key) {
	const { octokit, repository } = client;
	const comments = await askAll(client, pagesOfComments, (page) => octokit.rest.pulls.listReviewComments({
		...repository,
		pull_number: number,
		...page
	}));
	if (comments.kind !== "answered") return comments;
	if (!comments.data.complete) return {
		kind: "unusable",
		why: "the pull request has too many review comments to look through"
	};
	const { entries } = comments.data;
	const prefix = suggestionPrefix(key);
	const marked = entries.filter((comment) => comment.body.startsWith(prefix));
	const isOwn = marked.length === 0 ? void 0 : await createAuthorTest(client);
	const replied = new Set(entries.map((comment) => comment.in_reply_to_id));
	return {
		kind: "answered",
		data: marked.flatMap((comment) => isOwn?.(comment) ? [toOwnSuggestion(comment, prefix, replied)] : []),
		hasNext: false
	};
}
function toOwnSuggestion(comment, prefix, replied) {
	return {
		id: comment.id,
		nodeId: comment.node_id,
		url: comment.html_url,
		fingerprint: comment.body.slice(prefix.length).split(" ", 1)[0] ?? "",
		isOutdated: (comment.line ?? void 0) === void 0,
		hasReplies: replied.has(comment.id)
	};
}
/** Takes stale suggestions away. What people replied to is folded, never deleted. What fails waits for the next run. */
async function clearSuggestions(client, stale) {
	const { octokit, repository } = client;
	const cleared = stale.slice(0, mostCleared);
	const folded = cleared.filter(({ hasReplies }) => hasReplies).map(({ nodeId }) => nodeId);
	if (folded.length > 0) await ask(client, async () => ({ data: await octokit.graphql(...minimise(folded)) }));
	for (const { id, hasReplies } of cleared) {
		if (hasReplies) continue;
		await ask(client, () => octokit.rest.pulls.deleteReviewComment({
			...repository,
			comment_id: id
		}));
	}
}
/** One request for all of them. */
function minimise(ids) {
	const variables = ids.map((_, index) => `$id${index}: ID!`).join(", ");
	const calls = ids.map((_, index) => `m${index}: minimizeComment(input: {subjectId: $id${index}, classifier: OUTDATED}) { clientMutationId }`);
	const values = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
	return [`mutation(${variables}) { ${calls.join(" ")} }`, values];
}

// src/github/suggestion.ts
/** Identity of one offered edit: the same edit of the same text is offered once, whatever line it moved to. */
function fingerprintOf(suggestion) {
	const { finding, path, original, replacement } = suggestion;
	return createHash("sha256").update(JSON.stringify([
		finding,
		path,
		original,
		replacement
	])).digest("hex").slice(0, 20);
}
/** One comment of a review as the API takes it. The block replaces the commented lines as they stand there. */
function toReviewComment(key, suggestion) {
	const { path, startLine, endLine, replacement } = suggestion;
	const fence = fenceFor(replacement);
	const block = [
		`${fence}suggestion`,
		...replacement === "" ? [] : [replacement],
		fence
	].join("\n");
	const end = {
		path,
		body: `${suggestionMarker(key, fingerprintOf(suggestion))}\n${suggestion.body}\n\n${block}`,
		line: endLine,
		side: "RIGHT"
	};
	return startLine < endLine ? {
		...end,
		start_line: startLine,
		start_side: "RIGHT"
	} : end;
}
/** GitHub refuses the whole review for one comment outside the diff, without naming it, so each is looked at before. */
function canBePlaced(suggestion, changed) {
	const change = changed.files.get(suggestion.path);
	if (change?.kind !== "lines" || suggestion.original === suggestion.replacement) return false;
	const { startLine: start, endLine: end } = suggestion;
	return start <= end && holds(change.shown, {
		start,
		end
	});
}
/** Longer than any run of backticks in the content. */
function fenceFor(content) {
	const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
	return "`".repeat(Math.max(3, longest + 1));
}

// src/github/review.ts
/** More comments at once look like abuse to GitHub; reviewdog found 30 to be safe. */
const mostComments = 30;
/** Between a try whose outcome is unknown and the next. */
const retryAfterMs = 1e3;
/** Offers the suggestions that are not there yet as one review, then takes away those that nobody wants any more. */
async function publishReview(task, changedLines) {
	const { client, number, request } = task;
	const own = await listOwnSuggestions(client, number, request.key);
	if (own.kind !== "answered") return failure(own);
	if (own.data.length === 0 && request.suggestions.length === 0) return nothing("no-suggestion");
	const facts = await readFacts(client, number);
	if (facts.kind !== "facts") return facts;
	const obstacle = obstacleIn(facts, request);
	if (obstacle) return nothing(obstacle);
	const { kept, stale, missing } = compare(own.data, request.suggestions);
	const result = await offer(task, missing, changedLines);
	if (result.kind === "failed" || result.kind === "forbidden") return result;
	await clearSuggestions(client, stale);
	const [first] = kept;
	return result.kind === "nothing" && first ? {
		kind: "unchanged",
		id: first.id
	} : result;
}
/** What stands there and is wanted, what stands there and is not, what is not there yet. */
function compare(own, suggestions) {
	const wanted = new Map(suggestions.map((suggestion) => [fingerprintOf(suggestion), suggestion]));
	const [kept, stale] = [[], []];
	for (const suggestion of own) if (!suggestion.isOutdated && wanted.delete(suggestion.fingerprint)) kept.push(suggestion);
	else stale.push(suggestion);
	return {
		kept,
		stale,
		missing: [...wanted.values()]
	};
}
function obstacleIn(facts, request) {
	if (!facts.isOpen) return "closed";
	if (facts.isLocked) return "locked";
	return facts.headSha === request.headSha ? void 0 : "newer-commit";
}
async function offer(task, suggestions, changedLines) {
	if (suggestions.length === 0) return nothing("no-suggestion");
	const changed = await changedLines();
	if (changed.kind !== "changed-lines") return changed;
	const placed = suggestions.filter((suggestion) => canBePlaced(suggestion, changed)).slice(0, mostComments);
	return placed.length === 0 ? nothing("no-suggestion") : await post(task, placed, 2);
}
/**
* Octokit's own retries are off here: after a 502 the review may exist, and a second one would say everything twice. So
* before another try, what has arrived is looked up.
*/
async function post(task, suggestions, tries) {
	const answer = await createReview(task, suggestions);
	if (answer.kind === "answered") return {
		kind: "written",
		id: answer.data.id,
		url: answer.data.html_url
	};
	if (answer.kind !== "server-error" && answer.kind !== "no-answer") return failure(answer);
	const { client, number, request } = task;
	await client.clock.sleep(retryAfterMs, client.deadline.signal);
	const own = await listOwnSuggestions(client, number, request.key);
	if (own.kind !== "answered") return failure(answer);
	const arrived = new Map(own.data.map((suggestion) => [suggestion.fingerprint, suggestion]));
	const missing = suggestions.filter((suggestion) => !arrived.has(fingerprintOf(suggestion)));
	if (missing.length > 0) return tries > 1 ? await post(task, missing, tries - 1) : failure(answer);
	const [first] = own.data;
	return first ? {
		kind: "written",
		id: first.id,
		url: first.url
	} : failure(answer);
}
function createReview({ client, number, request }, suggestions) {
	return ask(client, () => client.octokit.rest.pulls.createReview({
		...client.repository,
		pull_number: number,
		commit_id: request.headSha,
		event: "COMMENT",
		body: "",
		comments: suggestions.map((suggestion) => toReviewComment(request.key, suggestion)),
		request: { retries: 0 }
	}));
}
function failure(refusal) {
	return refused(refusal, "pull-requests: write");
}
function nothing(because) {
	return {
		kind: "nothing",
		because
	};
}

// src/github/pull-request.ts
/** The port for one pull request. The list of its files is asked for once. */
function openPullRequest(client, number) {
	let listed;
	const changedLines = () => listed ??= listChangedLines(client, number);
	return {
		comment: (request) => publishComment(client, number, request),
		review: (request) => publishReview({
			client,
			number,
			request
		}, changedLines),
		changedLines,
		facts: () => readFacts(client, number)
	};
}

// src/action/pull-request.ts
/** Finds the pull request, and that it is still about the commit that was checked. Never throws for what GitHub answers. */
async function reachPullRequest({ context, inputs, environment }) {
	const choice = choosePullRequest(context.event, inputs.publish["pr-number"] ?? "");
	if (choice.kind === "invalid") return none(`pr-number: \`${choice.input}\` is no number of a pull request.`);
	if (choice.kind === "none") return none();
	if (context.withoutSecrets) return none("No comment: the token of this run can only read. The result is in the job summary.");
	const token = inputs.publish["token"] ?? "";
	if (token === "") return none("No comment: there is no token. Leave `token` unset to use that of the job.");
	const client = await connect(connection(context, environment, token));
	const found = choice.kind === "number" ? choice : await findPullRequest(client, choice);
	if (found.kind === "forbidden") return none(`No comment: give the job the permission \`${found.permission}\` to find the pull request.`);
	if (found.kind === "failed") return none(`No comment: the pull request could not be found: ${found.why}.`);
	if (found.kind === "none") return none();
	const api = openPullRequest(client, found.number);
	const why = await obstacle(api, context);
	return why === void 0 ? {
		kind: "pull-request",
		api
	} : none(`No comment: ${why}.`);
}
function none(notice) {
	return {
		kind: "none",
		notice
	};
}
/** A run is heard only for the commit that is the head now. Another run's event names the pull request, and may be wrong. */
async function obstacle(api, { event }) {
	if (event.kind !== "pull-request" && event.kind !== "workflow-run") return void 0;
	const facts = await api.facts();
	if (facts.kind === "facts") return facts.headSha === event.headSha ? void 0 : "the pull request has a newer commit by now, and the run of that one reports";
	return event.kind === "pull-request" ? void 0 : "GitHub could not confirm which pull request that run belongs to";
}
function connection({ apiUrl, repository }, environment, token) {
	const clock = createClock({ timeoutMs: publishingMs });
	const proxy = (name) => environment[name] ?? environment[name.toUpperCase()] ?? "";
	return {
		token: new Secret(token),
		apiUrl,
		repository,
		userAgent: `will-it-pull/${version}`,
		deadline: startDeadline(clock.now(), publishingMs),
		clock,
		proxies: {
			http: proxy("http_proxy"),
			https: proxy("https_proxy"),
			none: proxy("no_proxy")
		}
	};
}

export { reachPullRequest as t };