import { b as oneLine, x as safeLines } from "./base.js";
import { n as sectionsOf } from "./report-rendered-from.js";
import { t as baseSentence } from "./report-base-sentence.js";
import { w as counted } from "./words.js";
import { n as findingLines, t as briefLine } from "./report-views-text-finding-lines.js";
import { E as splitNotes } from "./check.js";
import { t as wrap } from "./report-views-text-wrap.js";

// src/report/untouched-sentence.ts
/** How much was left alone because the change does not touch it; undefined where nothing was. */
function untouchedSentence({ untouched = [] }) {
	const { length } = untouched;
	if (length === 0) return void 0;
	return `${counted(length, "source")} ${length === 1 ? "is" : "are"} not touched by this change and ${length === 1 ? "was" : "were"} not checked.`;
}

// src/report/views/text/closing.ts
const mostBrief = 20;
/** Images and sources that were left out without a finding of their own. */
function notCheckedLines({ sources, images, findings }, { notChecked }) {
	const told = new Set(findings.map(({ image }) => image));
	const lines = images.filter(({ verdict, normalized, reference }) => verdict === "not-checked" && !told.has(normalized ?? reference)).map(({ reference }) => `  ${oneLine(reference)}`);
	const skipped = sources.filter(({ status }) => status === "skipped").map(({ label, error }) => `  ${oneLine(`${label}: ${error ?? ""}`)}`);
	const all = notChecked.length > 0 || skipped.length === 0 ? lines : [...lines, ...skipped];
	return all.length === 0 ? [] : [
		"Also not checked",
		...cut(all),
		""
	];
}
/** Findings that do not count, a line each. */
function settledLines({ old, ignored }, palette) {
	const before = old.map((finding) => `  ${briefLine(finding)}`);
	const meant = ignored.map((finding) => `  ${briefLine(finding)}, because: ${oneLine(finding.ignored?.reason ?? "")}`);
	return [...before.length > 0 ? [
		palette.strong("There before this change, does not count"),
		...cut(before),
		""
	] : [], ...meant.length > 0 ? [
		palette.strong("Ignored"),
		...cut(meant),
		""
	] : []];
}
/** What verdicts take on trust, each once. */
function assumptionLines({ uses }) {
	const lines = [...Map.groupBy(uses.flatMap(({ assumptions }) => assumptions), (text) => text)].map(([text, same]) => `  ${oneLine(text)} (${counted(same.length, "use")})`);
	return lines.length === 0 ? [] : [
		"Taken on trust",
		...lines,
		""
	];
}
/** The numbers and the verdict. */
function summaryLines(report, palette) {
	const { summary, verdict, headline } = report;
	const { images, pullable, unpullable, unknown, notChecked, requests, durationMs } = summary;
	const trusting = report.uses.filter(({ assumptions }) => assumptions.length > 0).length;
	const mark = {
		pass: palette.good("✓ pass"),
		fail: palette.error("✗ fail"),
		unknown: palette.warning("? unknown")
	};
	return [
		`${counted(images, "image")} in ${counted(summary.uses, "use")} of ${counted(summary.sources, "source")}: ${pullable} pullable, ${unpullable} unpullable, ${unknown} unknown, ${notChecked} not checked.`,
		...trusting > 0 ? [`${counted(trusting, "verdict")} ${trusting === 1 ? "rests" : "rest"} on assumptions; --verbose lists them.`] : [],
		...[untouchedSentence(report), baseSentence(report)].filter((line) => line !== void 0).map(oneLine),
		palette.faint(`${counted(requests, "request")}, ${(durationMs / 1e3).toFixed(1)} s${quota(report)}`),
		`${mark[verdict]}  ${oneLine(headline)}`
	];
}
function quota({ summary: { pullQuota } }) {
	if (pullQuota === void 0) return "";
	const { registry, remaining, limit } = pullQuota;
	return `; ${remaining} of ${limit} pulls left at ${oneLine(registry)}`;
}
function cut(lines) {
	const left = lines.length - mostBrief;
	return left > 0 ? [...lines.slice(0, mostBrief), `  ${left} more`] : lines;
}

// src/report/views/text/note-lines.ts
/** What goes before all findings: a change that edits what it is checked by. */
function firstNoteLines(report, palette) {
	const { first } = splitNotes(report);
	return first.length === 0 ? [] : [...first.map(({ message }) => palette.warning(oneLine(message))), ""];
}
/** What may wait: ignore rules that do nothing. */
function noteLines(report, palette) {
	const { rest } = splitNotes(report);
	return rest.length === 0 ? [] : [
		palette.strong("Ignore rules that do nothing"),
		...rest.map(line),
		""
	];
}
function line({ message, location }) {
	const place = location === null ? "" : `${location.file}${location.line === null ? "" : `:${location.line}`}  `;
	return `  ${oneLine(`${place}${message}`)}`;
}

// src/report/views/text/text.ts
const loud = [[
	"Broken",
	"broken",
	"error"
], [
	"Could not tell",
	"untold",
	"warning"
]];
const everything = [
	...loud,
	[
		"Worth a look",
		"advice",
		"faint"
	],
	[
		"Not checked",
		"notChecked",
		"warning"
	]
];
/** The report for a terminal; ends with the verdict, so that it is what stays in sight. */
function textReport(report, options) {
	const sections = sectionsOf(report);
	const parts = options.detail === "quiet" ? loud : everything;
	const lines = [
		...firstNoteLines(report, options.palette),
		...parts.flatMap((part) => sectionLines(report, {
			part,
			sections,
			options
		})),
		...options.detail === "quiet" ? [] : [
			...notCheckedLines(report, sections),
			...settledLines(sections, options.palette),
			...noteLines(report, options.palette)
		],
		...options.detail === "verbose" ? assumptionLines(report) : [],
		...summaryLines(report, options.palette)
	];
	return safeLines(`${lines.flatMap((line) => fitted(line, options.width)).join("\n")}\n`);
}
function sectionLines(report, { part, sections, options }) {
	const [title, section, mark] = part;
	const findings = sections[section];
	if (findings.length === 0) return [];
	const body = findingLines(findings, {
		report,
		mark,
		palette: options.palette,
		verbose: options.detail === "verbose"
	});
	return [
		options.palette.strong(title),
		"",
		...body
	];
}
function fitted(line, width) {
	if (width === void 0 || width < 40 || line.includes(" $ ")) return [line];
	const [, indent = ""] = /^(\s*(?:why {2,}|fix {2,}|used by {2,}|kubelet {2,})?)/.exec(line) ?? [];
	return wrap(line, width, " ".repeat(indent.length));
}

export { textReport as t };