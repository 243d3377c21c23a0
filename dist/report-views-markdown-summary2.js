import { x as safeLines } from "./base.js";
import { n as documentBlocks, t as fit } from "./report-views-markdown-fit.js";

// src/report/views/markdown/summary.ts
const summaryBytes = 1032192;
/** The job summary, and `--format markdown`: everything, within 1 MiB. */
function markdownSummary(report, { repository }) {
	const blocks = documentBlocks(report, {
		repository,
		rest: "The JSON report has all of them.",
		cost: true
	});
	return safeLines(fit(blocks, summaryBytes, utf8Length));
}
function utf8Length(text) {
	return Buffer.byteLength(text);
}

export { markdownSummary as t };