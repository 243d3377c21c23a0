import { a as printableJson } from "./words.js";
import { b as oneLine } from "./base.js";
import { t as isInRepository } from "./report-places.js";

// src/report/views/gitlab.ts
const severities = {
	error: "critical",
	warning: "minor",
	notice: "info",
	off: "info"
};
/** GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format"): findings that are not ignored. */
function gitlabReport(report) {
	const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== "off");
	const seen = /* @__PURE__ */ new Map();
	const issues = shown.map((finding) => issue(finding, fingerprint(finding, seen)));
	return `${printableJson(issues, 2)}\n`;
}
function issue({ message, fix, code, severity, location }, print) {
	const advice = fix === null ? "" : ` Fix: ${oneLine(fix.text)}`;
	return {
		description: `${oneLine(message)}${advice}`,
		check_name: code,
		fingerprint: print,
		severity: severities[severity],
		location: placeOf(location)
	};
}
function placeOf(location) {
	if (location === null || !isInRepository(location)) return {
		path: ".",
		lines: { begin: 1 }
	};
	return {
		path: location.file,
		lines: { begin: location.line ?? 1 }
	};
}
function fingerprint({ key }, seen) {
	const before = seen.get(key) ?? 0;
	seen.set(key, before + 1);
	return before === 0 ? key : `${key}-${before}`;
}

export { gitlabReport };