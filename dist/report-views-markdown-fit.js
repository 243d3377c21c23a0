import { A as rulePage, E as splitNotes } from "./check.js";
import { w as counted } from "./words.js";
import { n as sectionsOf, t as renderedFrom } from "./report-rendered-from.js";
import { t as baseSentence } from "./report-base-sentence.js";
import { n as placeText, r as useText } from "./report-places.js";
import { a as prose, i as htmlText, n as codeSpan, r as commandSpan, t as codeBlock } from "./report-escape-markdown.js";

// src/report/views/markdown/links.ts
/** The place as code, linked to the line where the repository is known and what is known of it is well formed. */
function placeLink(location, repository) {
	const text = codeSpan(placeText({
		...location,
		column: null
	}));
	const url = repository && lineUrl(location, repository);
	return url === void 0 ? text : `[${text}](${url})`;
}
/** The address of a line on GitHub, made of encoded parts only. */
function lineUrl({ file, line, endLine }, { serverUrl, repository, sha }) {
	const isKnown = /^https:\/\/[\w.:-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(sha);
	const parts = file.split("/");
	if (!isKnown || parts.some((part) => part === "" || part === "." || part === "..")) return void 0;
	const last = endLine !== null && line !== null && endLine > line ? `-L${endLine}` : "";
	const anchor = line === null ? "" : `#L${line}${last}`;
	return `${serverUrl}/${repository}/blob/${sha}/${parts.map(encodePart).join("/")}${anchor}`;
}
function encodePart(part) {
	return encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

// src/report/views/markdown/rows.ts
/** The head of a table of findings. One column: of two, a phone shows the first and a strip of the second. */
function tableHead(title) {
	return `| ${title} |\n| :-- |`;
}
/** One finding as one row of a table: what, where, why and the fix, below each other. */
function tableRow(finding, repository) {
	const { location, related, message, cause, code, status } = finding;
	const others = related.length > 0 ? ` and ${related.length} more` : "";
	const old = status === "old" ? ", not new" : "";
	const place = location === null ? "" : `${placeLink(location, repository)}${others} `;
	return `| ${[
		`**${prose(message)}**`,
		`${place}<sub>${codeLink(code)}${old}${within(finding)}</sub>`,
		`Why: ${prose(cause)}`,
		...fixLines(finding, "cell")
	].join("<br>")} |`;
}
/** One finding as a list item. */
function listItem(finding, repository) {
	const { location, message, cause, code, ignored } = finding;
	const where = location === null ? "" : `${placeLink(location, repository)}: `;
	const why = ignored === null ? prose(cause) : `Ignored: ${codeSpan(ignored.reason)}.`;
	const fix = ignored === null ? fixLines(finding, "line") : [];
	return `- ${[`${where}${prose(message)} ${why}`, ...fix].join(" ")} <sub>${codeLink(code)}${within(finding)}</sub>`;
}
/** The commands of a fix that can't be shown beside it; they need a block of their own. */
function commandsApart({ fix }) {
	return fix === null || canStandBeside(fix.commands) ? [] : fix.commands;
}
const mostCommands = 3;
const longestCommands = 700;
function canStandBeside(commands) {
	return commands.length <= mostCommands && commands.join("").length <= longestCommands && !/[\\`]/.test(commands.join(""));
}
function fixLines({ fix }, where) {
	if (fix === null) return [];
	const { text, commands } = fix;
	const beside = canStandBeside(commands) ? commands.map((command) => commandSpan(command, where)) : [];
	const words = beside.length > 0 ? text : text.replace(/:$/, ".");
	return [`**Fix:** ${prose(words)}`, ...beside];
}
function codeLink(code) {
	return `[${code}](${rulePage(code)})`;
}
function within({ environment }) {
	return environment === null || environment === "default" ? "" : ` in ${codeSpan(environment)}`;
}

// src/report/views/markdown/document.ts
const longestLabel = 100;
const marks = {
	pass: "✅",
	fail: "❌",
	unknown: "⚠️"
};
/** The document in blocks, most important first. */
function documentBlocks(report, options) {
	const { broken, untold, advice, notChecked, old, ignored } = sectionsOf(report);
	const { repository } = options;
	const item = (finding) => listItem(finding, repository);
	const row = (finding) => tableRow(finding, repository);
	const text = (line) => line;
	const { first, rest } = splitNotes(report);
	const blocks = [
		fixed([
			title(report, options.label),
			withoutBase(report),
			...first.map(({ message }) => `⚠️ ${prose(message)}`)
		]),
		table("Broken", broken, row),
		table("Could not tell", untold, row),
		folded("Not checked", notChecked, item),
		folded("Sources that were left out", skippedSources(report, notChecked), text),
		{
			...folded("Uses and evidence", [...broken, ...untold], details(report)),
			separator: "\n\n"
		},
		folded("Worth a look", advice, item),
		folded("There before this change", old, item),
		folded("Ignored", ignored, item),
		folded("Ignore rules that do nothing", rest, ({ message }) => `- ${prose(message)}`),
		folded("Taken on trust", assumptions(report), text),
		folded("Not touched by this change, so not checked", report.untouched ?? [], ({ label }) => `- ${codeSpan(label)}`),
		fixed([foot(report, options)])
	];
	const cut = (left) => `\n${left} more left out for lack of room. ${options.rest}\n`;
	return blocks.filter(({ before }) => before !== "").map((block) => ({
		...block,
		cut
	}));
}
function title({ verdict, headline }, label) {
	const which = label === void 0 ? "" : ` (${prose(label.slice(0, longestLabel))})`;
	return `### ${marks[verdict]} will-it-pull${which}: ${prose(headline)}`;
}
/** Why nothing counts as old, where there was nothing to compare with. */
function withoutBase(report) {
	return report.base?.commit === null ? prose(baseSentence(report) ?? "") : "";
}
function foot(report, { foot: first, hearsay, cost = false }) {
	const { tool, summary, base } = report;
	const compared = base?.commit == null ? void 0 : `compared with ${prose(base.commit.slice(0, 12))}`;
	const version = `will-it-pull ${codeSpan(tool.version)}`;
	const asked = cost ? counted(summary.requests, "request") : void 0;
	return `<sub>${[
		first,
		hearsay === void 0 ? void 0 : prose(hearsay),
		numbers(report),
		compared,
		asked,
		version
	].filter((part) => part !== void 0).join(" · ")}</sub>`;
}
/** What the headline leaves open: nothing where all images are of one kind. */
function numbers({ summary: { images, pullable, unpullable, unknown, notChecked } }) {
	const kinds = Object.entries({
		pullable,
		unpullable,
		unknown,
		"not checked": notChecked
	}).filter(([, count]) => count > 0);
	if (kinds.length < 2) return void 0;
	return `${counted(images, "image")}: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(", ")}`;
}
function fixed(paragraphs) {
	return {
		before: paragraphs.filter((text) => text !== "").map((text) => `${text}\n\n`).join(""),
		count: 0,
		row: () => "",
		after: "",
		separator: ""
	};
}
function table(name, findings, row) {
	const rows = rowsOf(findings, row);
	return rows.count === 0 ? fixed([]) : {
		...rows,
		before: `${tableHead(`${name} (${rows.count})`)}\n`,
		after: "\n"
	};
}
function folded(name, items, row) {
	const before = `<details><summary>${name} (${items.length})</summary>\n\n`;
	return items.length === 0 ? fixed([]) : {
		...rowsOf(items, row),
		before,
		after: "\n</details>\n\n"
	};
}
function rowsOf(items, row) {
	return {
		count: items.length,
		row: (index) => items.slice(index, index + 1).map(row).join(""),
		separator: "\n"
	};
}
function skippedSources({ sources }, told) {
	if (told.some(({ code }) => code === "unresolved-source")) return [];
	return sources.filter(({ status }) => status === "skipped").map(({ label, error }) => `- ${codeSpan(label)}: ${prose(error ?? "")}`);
}
function assumptions({ uses }) {
	return [...new Set(uses.flatMap((use) => use.assumptions))].map((assumption) => `- ${prose(assumption)}`);
}
const mostUses = 20;
function details(report) {
	const uses = new Map(report.uses.map((use) => [use.id, use]));
	const sourcesOf = renderedFrom(report);
	return (finding) => {
		const { image, code, fix, kubelet, notChecked, evidence } = finding;
		const apart = commandsApart(finding);
		const facts = [
			usedBy(finding, uses),
			spans("Rendered from", sourcesOf(finding)),
			notChecked.length > 0 ? `Not looked at because of this: ${notChecked.join(", ")}.` : "",
			kubelet !== null && finding.verdict !== "unknown" ? `The kubelet would say: ${codeSpan(`${kubelet.reason}: ${kubelet.message}`, 1e3)}` : "",
			...evidence.slice(-3).map(evidenceText)
		];
		return [
			`**${codeSpan(image ?? code)}** ${htmlText(code)}`,
			facts.flatMap((fact) => fact === "" ? [] : `- ${fact}`).join("\n"),
			apart.length > 0 ? codeBlock(apart, "sh") : "",
			fix?.snippet === void 0 ? "" : codeBlock(fix.snippet, "yaml")
		].filter((part) => part !== "").join("\n\n");
	};
}
function usedBy(finding, uses) {
	const names = finding.uses.flatMap((id) => {
		const use = uses.get(id);
		return use === void 0 ? [] : [useText(use, false)];
	});
	return spans("Used by", [...new Set(names)]);
}
function spans(what, names) {
	const left = names.length - mostUses;
	const list = names.slice(0, mostUses).map((name) => codeSpan(name));
	return names.length === 0 ? "" : `${what} ${list.join("; ")}${left > 0 ? ` and ${left} more` : ""}.`;
}
function evidenceText({ method, url, status, failure, codes, credentials }) {
	const answer = [status ?? failure ?? "no answer", ...codes].join(" ");
	return `Asked: ${codeSpan(`${method} ${url}`)}, answer ${codeSpan(answer)}, credentials ${codeSpan(credentials)}.`;
}

// src/report/views/markdown/fit.ts
/**
* Joins blocks so that the whole has `limit` units at most, as `measure` counts them: rows are left out from the end of
* the document backwards, and their number is said. A block without room for any row keeps only that number.
*/
function fit(blocks, limit, measure) {
	let room = limit - blocks.map((block) => measure(render(block, []))).reduce((sum, size) => sum + size, 0);
	return blocks.map((block) => {
		const rows = rowsThatFit(block, room, measure);
		room -= measure(rows.join(""));
		return render(block, rows);
	}).join("");
}
function rowsThatFit({ count, row, separator }, room, measure) {
	const rows = [];
	let used = 0;
	while (rows.length < count) {
		const next = `${row(rows.length)}${separator}`;
		used += measure(next);
		if (used > room) return rows;
		rows.push(next);
	}
	return rows;
}
function render({ before, count, after, cut }, rows) {
	const left = count - rows.length;
	return `${before}${rows.join("")}${left > 0 ? cut(left) : ""}${after}`;
}

export { documentBlocks as n, fit as t };