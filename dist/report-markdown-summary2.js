import { n as safeLines } from "./report-escape-terminal.js";
import { n as documentBlocks, t as fit } from "./report-markdown-fit.js";

// src/report/markdown/summary.ts
const summaryBytes = 1032192;
/** The job summary, and `--format markdown`: everything, within 1 MiB. */
function markdownSummary(report, { repository }) {
	return safeLines(fit(documentBlocks(report, repository), summaryBytes, utf8Length));
}
function utf8Length(text) {
	return Buffer.byteLength(text);
}

export { markdownSummary as t };