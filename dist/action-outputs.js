import { c as setOutput, r as error, u as warning } from "./core.js";
import { h as writeFile, n as appendFile } from "./promises.js";
import { t as annotations } from "./report-annotations.js";
import { t as jsonReport } from "./report-json2.js";
import { t as markdownSummary } from "./report-markdown-summary2.js";

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
	await writeFile(files.report, jsonReport(report));
	if (files.sarif === void 0) return;
	const { sarifReport } = await import("./report-sarif.js");
	await writeFile(files.sarif, sarifReport(checked));
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

export { writeFiles as a, summarize as i, annotate as n, giveOutputs as r, outputsOf as t };