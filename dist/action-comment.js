import { a as prose } from "./report-escape-markdown.js";
import { x as safeLines } from "./base.js";
import { n as documentBlocks, t as fit } from "./report-views-markdown-fit.js";
import { t as instanceOf } from "./action-instance.js";

// src/report/views/markdown/comment.ts
/** The body of the sticky comment, below its marker. */
function commentBody(report, { label, hearsay, repository, runUrl }) {
	const rest = runLink(runUrl, "The job summary");
	const blocks = documentBlocks(report, {
		repository,
		label,
		hearsay,
		rest: `${rest ?? "The job summary"} has more of them.`,
		foot: runLink(runUrl, "The whole report")
	});
	return safeLines(fit(blocks, 59900, (text) => text.length));
}
/** What the comment becomes when nothing is wrong any more. */
function resolvedComment(report, { label, hearsay, runUrl }) {
	const which = label === void 0 ? "" : ` (${prose(label.slice(0, 100))})`;
	const parts = [runLink(runUrl, "The whole report"), hearsay === void 0 ? void 0 : prose(hearsay)].filter((part) => part !== void 0);
	const foot = parts.length === 0 ? "" : `\n<sub>${parts.join(" · ")}</sub>\n`;
	return safeLines(`### ✅ will-it-pull${which}: resolved\n\nThe problems that stood here are gone. ${prose(report.headline)}\n${foot}`);
}
function runLink(url, text) {
	return url !== void 0 && /^https:\/\/[\w./:-]+$/.test(url) ? `[${text}](${url})` : void 0;
}

// src/action/comment.ts
/** Writes, edits or resolves the one comment on the pull request. Never changes the verdict. */
async function comment(report, { api, shell, hearsay }) {
	const mode = shell.inputs.publish["comment"] ?? "on-problems";
	return mode === "never" ? {} : outcomeOf(await api.comment(sticky(report, mode, {
		shell,
		hearsay
	})));
}
function sticky(report, mode, { shell, hearsay }) {
	const { serverUrl, repository, sha, runUrl } = shell.context;
	const { key, label } = instanceOf(shell);
	const options = {
		runUrl,
		label,
		hearsay,
		repository: {
			serverUrl,
			repository,
			sha
		}
	};
	const isWhole = report.findings.some(({ counts, severity }) => counts && severity !== "notice") || mode === "always";
	return {
		key,
		body: isWhole ? commentBody(report, options) : resolvedComment(report, options),
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

export { comment as t };