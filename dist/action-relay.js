import { k as layers, l as lstat, p as readFile, x as findingCodes } from "./words.js";
import { i as info, o as notice, s as setFailed } from "./core.js";
import { b as oneLine } from "./base.js";
import { a as summarize, i as giveOutputs, n as outputsOf, t as guarded } from "./action-guarded.js";
import { t as comment } from "./action-comment.js";
import { t as reachPullRequest } from "./action-pull-request.js";
import { a as boolean, c as looseObject, i as array, l as number, n as _enum, o as int, p as string, s as literal } from "./schemas.js";
import { resolve } from "node:path";

// src/report/schema.ts
const verdict = _enum([
	"pullable",
	"unpullable",
	"unknown",
	"not-checked"
]);
const platformVerdict = looseObject({
	platform: string(),
	verdict,
	digest: string().nullable()
});
const location = looseObject({
	file: string(),
	line: int().positive().nullable(),
	column: int().positive().nullable(),
	endLine: int().positive().nullable(),
	/** Exclusive. */
	endColumn: int().positive().nullable(),
	path: string().nullable(),
	confidence: _enum([
		"exact",
		"template",
		"file"
	]),
	/** What of the call decides the value, e.g. `--set image.tag=…`. */
	setBy: string().optional()
});
const sourceName = {
	id: string(),
	kind: _enum([
		"helm",
		"kustomize",
		"manifests",
		"argocd",
		"flux"
	]),
	path: string(),
	label: string()
};
const source = looseObject({
	...sourceName,
	renderer: string().nullable(),
	status: _enum([
		"rendered",
		"failed",
		"skipped"
	]),
	documents: int().nonnegative(),
	error: string().nullable(),
	/** The coded reason behind `error`, e.g. `program-missing`. */
	reason: string().nullable()
});
const image = looseObject({
	reference: string(),
	normalized: string().nullable(),
	domain: string().nullable(),
	path: string().nullable(),
	tag: string().nullable(),
	digest: string().nullable(),
	error: string().nullable(),
	verdict,
	resolvedDigest: string().nullable(),
	mediaType: string().nullable(),
	platforms: array(platformVerdict),
	uses: array(string())
});
const use = looseObject({
	id: string(),
	image: string(),
	source: string(),
	environment: string(),
	workload: looseObject({
		apiVersion: string(),
		kind: string(),
		namespace: string().nullable(),
		name: string(),
		/** Events of the Helm hook that the object is, e.g. `test`. */
		hooks: array(string())
	}),
	field: string(),
	container: string().nullable(),
	role: _enum([
		"container",
		"init",
		"ephemeral",
		"volume",
		"custom-resource",
		"heuristic"
	]),
	pullPolicy: string(),
	serviceAccount: string(),
	pullSecrets: array(string()),
	credentials: array(string()),
	platforms: array(platformVerdict),
	verdict,
	assumptions: array(string()),
	location: location.nullable()
});
const request = looseObject({
	method: string(),
	url: string(),
	status: int().nullable(),
	failure: string().nullable(),
	codes: array(string()),
	credentials: string()
});
/** `replaces` is what must stand at the location, `uses` are those whose image changes. */
const edit = looseObject({
	location,
	replaces: string().optional(),
	text: string(),
	uses: array(string()).optional()
});
const fix = looseObject({
	text: string(),
	commands: array(string()),
	/** Lines of YAML to put into a manifest. */
	snippet: array(string()).optional(),
	edit: edit.optional(),
	/** One for each place that gives the image, that of `edit` first. */
	edits: array(edit).optional()
});
const finding = looseObject({
	code: _enum(findingCodes),
	layer: _enum(layers),
	severity: _enum([
		"error",
		"warning",
		"notice",
		"off"
	]),
	verdict,
	status: _enum(["new", "old"]),
	ignored: looseObject({ reason: string() }).nullable(),
	/** Whether it takes part in the run's verdict: not ignored, not off, not old where only new ones count. */
	counts: boolean(),
	/** Identity between runs: code, normalized reference, platform and workload fields, never the source. */
	key: string(),
	image: string().nullable(),
	environment: string().nullable(),
	platform: string().nullable(),
	uses: array(string()),
	location: location.nullable(),
	related: array(location),
	/** The page about this code. */
	help: string(),
	message: string(),
	cause: string(),
	fix: fix.nullable(),
	kubelet: looseObject({
		reason: string(),
		message: string()
	}).nullable(),
	evidence: array(request),
	/** Layers behind this one that could not be looked at. */
	notChecked: array(_enum(layers))
});
/** Something about the configuration; it changes no verdict. */
const note = looseObject({
	code: _enum([
		"configuration-changed",
		"ignore-expired",
		"ignore-unmatched",
		"ignore-comment-wrong"
	]),
	severity: _enum(["warning", "notice"]),
	message: string(),
	location: location.nullable()
});
/** The JSON report, `schemaVersion: 1`: what every view shows and what other people's programs read. */
const reportSchema = looseObject({
	schemaVersion: literal(1),
	tool: looseObject({
		name: literal("will-it-pull"),
		version: string()
	}),
	verdict: _enum([
		"pass",
		"fail",
		"unknown"
	]),
	/** One sentence: why the run ended with this verdict. */
	headline: string(),
	summary: looseObject({
		sources: int(),
		documents: int(),
		uses: int(),
		images: int(),
		pullable: int(),
		unpullable: int(),
		unknown: int(),
		notChecked: int(),
		failedSources: int(),
		skippedSources: int(),
		unreadableDocuments: int(),
		/** Texts outside of image fields that look like images; none of them was checked. */
		imageLikeStrings: int(),
		requests: int(),
		/** The pulls that are left of a registry's quota, where one tells. */
		pullQuota: looseObject({
			registry: string(),
			limit: int(),
			remaining: int()
		}).optional(),
		durationMs: number()
	}),
	/** What the findings are compared with; `why` says why there is nothing, and then all of them are new. */
	base: looseObject({
		commit: string().nullable(),
		why: string().nullable()
	}).nullable(),
	/** Sources that the change does not touch, and that were not checked for that reason. */
	untouched: array(looseObject(sourceName)).optional(),
	sources: array(source),
	images: array(image),
	uses: array(use),
	findings: array(finding),
	notes: array(note)
});

// src/report/read-report.ts
/** Reads a report's text. Whatever is in it is as hostile as who wrote it, and goes through the views like any other. */
function readReport(text) {
	const value = parsed(text);
	if (value === void 0) return {
		kind: "unusable",
		why: "it is no JSON"
	};
	const result = reportSchema.safeParse(value);
	if (result.success) return {
		kind: "report",
		report: result.data
	};
	const [issue] = result.error.issues;
	return {
		kind: "unusable",
		why: `it is no report of version 1: ${issue?.path.join(".")} ${issue?.message}`
	};
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/action/relay.ts
const mostBytes = 33554432;
/**
* Tells on the pull request what an earlier run reported that could not write there itself, such as a fork's. Nothing of
* that run is trusted: its report is data, which is shown like any other, and the pull request is the one that GitHub
* has for the commit of that run. Nothing is checked out or checked. Gives the exit code.
*/
async function relay(file, given) {
	const { context, environment } = given;
	if (context.event.kind !== "workflow-run") return fail("`report-from` tells what another run found: it is for workflows that run on `workflow_run`.");
	const path = resolve(environment["GITHUB_WORKSPACE"] ?? ".", file);
	const read = await readFileAt(path);
	if (read.kind === "unusable") return fail(`report-from: ${oneLine(file)} can't be used: ${oneLine(read.why)}.`);
	const { report } = read;
	const shell = {
		...given,
		context: {
			...context,
			...otherRun(context),
			withoutSecrets: false
		}
	};
	info(`will-it-pull: ${oneLine(report.headline)}`);
	await guarded("The job summary", () => summarize(report, context, environment));
	const reached = await reachPullRequest(shell);
	const outcome = reached.kind === "none" ? reached : await comment(report, {
		api: reached.api,
		shell,
		hearsay: hearsay(context.event)
	});
	if (outcome.notice !== void 0) notice(outcome.notice);
	const id = "id" in outcome ? outcome.id : void 0;
	giveOutputs(outputsOf(report, {
		reportFile: path,
		comment: id
	}), environment);
	return 0;
}
/** Where the run that found it is shown: its number is GitHub's word, as the repository's name is. */
function otherRun({ event, serverUrl, repository }) {
	if (event.kind !== "workflow-run" || event.runId === void 0) return {};
	return { runUrl: `${serverUrl}/${repository}/actions/runs/${event.runId}` };
}
function hearsay({ headSha, isFork }) {
	const whose = isFork ? "a fork, whose author could change what it tells" : "this repository";
	return `Told by the run for ${headSha.slice(0, 12)} of ${whose}; nothing was checked again here.`;
}
/** A link in an artifact could lead to any file of this machine. */
async function readFileAt(path) {
	try {
		const { size, isFile } = await stateOf(path);
		if (!isFile) return {
			kind: "unusable",
			why: "it is no plain file"
		};
		if (size > mostBytes) return {
			kind: "unusable",
			why: `it is larger than ${mostBytes / 1024 ** 2} MiB`
		};
		return readReport(await readFile(path, "utf8"));
	} catch {
		return {
			kind: "unusable",
			why: "there is no such file"
		};
	}
}
async function stateOf(path) {
	const state = await lstat(path);
	return {
		size: state.size,
		isFile: state.isFile()
	};
}
function fail(message) {
	setFailed(message);
	return 2;
}

export { relay };