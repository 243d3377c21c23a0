import { c as setOutput, o as notice, r as error, u as warning } from "./core.js";
import { f as open, s as appendFile } from "./words.js";
import { a as constants, p as realpathSync } from "./base.js";
import { t as annotations } from "./report-views-annotations.js";
import { t as jsonReport } from "./report-views-json2.js";
import { t as markdownSummary } from "./report-views-markdown-summary2.js";
import { basename, dirname, join, resolve, sep } from "node:path";

// src/action/write-own.ts
/**
* Writes a file that the workflow named. Below the workspace no link is followed: there a change may have put one that
* leads to any file of the runner. Throws where there is one.
*/
async function writeOwn(path, text, workspace) {
	const asked = resolve(workspace, path);
	const isBelow = asked.startsWith(`${resolve(workspace)}${sep}`);
	const place = isBelow ? withoutLinks(asked, workspace) : asked;
	const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (isBelow ? constants.O_NOFOLLOW ?? 0 : 0);
	await using file = await open(place, flags).catch((error) => {
		throw isLink(error) ? /* @__PURE__ */ new Error(`${path} is a link, and none is followed in the workspace`) : error;
	});
	await file.writeFile(text);
}
function isLink(error) {
	return error instanceof Error && "code" in error && error.code === "ELOOP";
}
function withoutLinks(path, workspace) {
	const folder = realpathSync.native(dirname(path));
	if (folder !== join(realpathSync.native(workspace), dirname(path).slice(resolve(workspace).length)).replace(/(?<=.)[/\\]$/, "")) throw new Error(`a link leads from ${dirname(path)} elsewhere`);
	return join(folder, basename(path));
}

// src/action/channels.ts
/** Annotates the lines, worst first, within what GitHub keeps of one step. */
function annotate({ report, isChanged }) {
	for (const annotation of annotations(report, { isChanged })) {
		const { level, message, file, line, endLine, column, endColumn, title } = annotation;
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
/**
* Writes the report with the lines that are shown, and SARIF where it was asked for, whose lines code scanning looks for
* in the commit that is checked out.
*/
async function writeFiles({ report, checked }, files) {
	await writeOwn(files.report, jsonReport(report), files.workspace);
	if (files.sarif === void 0) return;
	const { sarifReport } = await import("./report-views-sarif.js");
	await writeOwn(files.sarif, sarifReport(checked, { category: files.category }), files.workspace);
}
/** Gives the outputs to later steps. */
function giveOutputs(values, environment) {
	if (!environment["GITHUB_OUTPUT"]) return;
	for (const [name, value] of Object.entries(values)) setOutput(name, value);
}

// src/action/outputs.ts
/** What later steps get. Of the report only numbers and its path: all outputs of a job together may have 1 MB. */
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

// src/action/guarded.ts
/** Writes to a channel; one that fails costs that channel only, and one sentence. */
async function guarded(channel, write) {
	try {
		return await write();
	} catch (error) {
		notice(`${channel} could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return;
	}
}

export { summarize as a, giveOutputs as i, outputsOf as n, writeFiles as o, annotate as r, guarded as t };