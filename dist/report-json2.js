// src/report/json.ts
/** The report for other programs: one JSON document and a line end. */
function jsonReport(report) {
	return `${JSON.stringify(report, null, 2)}\n`;
}

export { jsonReport as t };