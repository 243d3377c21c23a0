import { i as prose } from "./report-escape-markdown.js";
import { n as safeLines } from "./report-escape-terminal.js";
import { n as documentBlocks, t as fit } from "./report-markdown-fit.js";

// src/report/markdown/comment.ts
const mostCharacters = 6e4;
/** The body of the sticky comment, below its marker. */
function commentBody(report, { repository, runUrl }) {
	const foot = runLink(runUrl);
	const room = mostCharacters - foot.length - 100;
	return safeLines(`${fit(documentBlocks(report, repository), room, (text) => text.length)}${foot}`);
}
/** What the comment becomes when nothing is wrong any more. */
function resolvedComment(report, { runUrl }) {
	return safeLines(`### ✅ will-it-pull: resolved\n\nThe problems that stood here are gone. ${prose(report.headline)}\n${runLink(runUrl)}`);
}
function runLink(url) {
	return url !== void 0 && /^https:\/\/[\w./:-]+$/.test(url) ? `\n[The whole report](${url})\n` : "";
}

// src/action/comment.ts
/** Writes, edits or resolves the one comment on the pull request. Never changes the verdict. */
async function comment(report, api, shell) {
	const mode = shell.inputs.publish["comment"] ?? "on-problems";
	return mode === "never" ? {} : outcomeOf(await api.comment(sticky(report, mode, shell)));
}
/** Tells what this job writes on a pull request from what others do. */
function commentKey({ context, inputs }) {
	return inputs.publish["comment-key"] ?? context.job;
}
function sticky(report, mode, shell) {
	const { serverUrl, repository, sha, runUrl } = shell.context;
	const options = {
		runUrl,
		repository: {
			serverUrl,
			repository,
			sha
		}
	};
	const isWhole = report.findings.some(({ counts, severity }) => counts && severity !== "notice") || mode === "always";
	const body = isWhole ? commentBody(report, options) : resolvedComment(report, options);
	return {
		key: commentKey(shell),
		body,
		write: isWhole ? "always" : "only-existing"
	};
}
function outcomeOf(result) {
	switch (result.kind) {
		case "written":
		case "unchanged": return { id: result.id };
		case "nothing": return result.because === "locked" ? { notice: "No comment: the pull request is locked." } : {};
		case "forbidden": return {
			notice: `No comment: give the job the permission \`${result.permission}\`. The result is in the job summary.`,
			hasFailed: true
		};
		case "failed": return {
			notice: `The comment could not be written: ${result.why}. The result is in the job summary.`,
			hasFailed: true
		};
	}
}

export { commentKey as n, comment as t };