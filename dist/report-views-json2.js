import { a as printableJson } from "./words.js";

// src/report/views/json.ts
/** The report for other programs: one JSON document and a line end. */
function jsonReport(report) {
	return `${printableJson(report, 2)}\n`;
}

export { jsonReport as t };