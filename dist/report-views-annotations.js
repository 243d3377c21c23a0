import { b as oneLine } from "./base.js";
import { w as counted } from "./words.js";

// src/report/views/annotations.ts
const mostErrors = 9;
const mostWarnings = 10;
const mostCharacters = 4096;
const mostTitle = 250;
/** The worst findings as annotations, one for each level and source line; the last says how many more there are. */
function annotations(report, { isChanged } = {}) {
	const counting = report.findings.filter(({ counts, severity }) => counts && (severity === "error" || severity === "warning"));
	const rank = ({ location }) => {
		if (location === null || isChanged === void 0) return 2;
		if (isChanged(location.file, location.line)) return 0;
		return isChanged(location.file, null) ? 1 : 2;
	};
	const sorted = counting.toSorted((a, b) => rank(a) - rank(b));
	const warnings = sorted.filter(({ severity }) => severity === "warning");
	return [...limited(atLines(sorted.filter(({ severity }) => severity === "error")), mostErrors), ...limited([...noteAnnotations(report), ...atLines(warnings)], mostWarnings)];
}
function noteAnnotations({ notes = [] }) {
	return notes.filter(({ severity }) => severity === "warning").map(({ code, message, location }) => ({
		level: "warning",
		...position(location),
		title: `will-it-pull: ${code}`,
		message: oneLine(message)
	}));
}
function atLines(findings) {
	return [...Map.groupBy(findings, ({ location, key }) => location === null ? key : `${location.line} ${location.file}`).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [annotation(first, same)];
	});
}
function annotation(first, same) {
	const texts = [...new Set(same.map((finding) => findingText(finding)))];
	const others = texts.length > 1 ? ` and ${texts.length - 1} more` : "";
	return {
		level: first.severity === "error" ? "error" : "warning",
		...position(first.location),
		title: `will-it-pull: ${first.code}${others}`.slice(0, mostTitle),
		message: shortened(texts.join("\n\n"), mostCharacters)
	};
}
function findingText({ message, cause, fix }) {
	return [
		oneLine(message),
		`Why: ${oneLine(cause)}`,
		...fix === null ? [] : [`Fix: ${oneLine(fix.text)}`, ...fix.commands.map(oneLine)]
	].join("\n");
}
function position(location) {
	if (location === null || oneLine(location.file) !== location.file) return {};
	const { file, line, column, endLine, endColumn } = location;
	if (line === null) return { file };
	const last = endLine !== null && endLine > line ? endLine : line;
	const lines = {
		file,
		line,
		endLine: last
	};
	if (last !== line || column === null) return lines;
	return endColumn !== null && endColumn > column ? {
		...lines,
		column,
		endColumn
	} : {
		...lines,
		column
	};
}
function limited(all, most) {
	const shown = all.slice(0, most);
	const last = shown.pop();
	const left = all.length - most;
	if (last === void 0 || left <= 0) return all;
	const more = `\n\n${counted(left, "more place")} of this kind in the job summary.`;
	return [...shown, {
		...last,
		message: `${shortened(last.message, mostCharacters - more.length)}${more}`
	}];
}
function shortened(text, most) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

export { annotations as t };