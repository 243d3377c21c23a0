import { t as rulePage } from "./report-rule-page.js";
import { n as counted } from "./report-words-quote.js";
import { n as splitNotes } from "./report-notes.js";
import { n as useText, r as sectionsOf, t as placeText } from "./report-places.js";
import { n as baseSentence, t as untouchedSentence } from "./report-untouched-sentence.js";
import { i as prose, n as codeSpan, r as htmlText, t as codeBlock } from "./report-escape-markdown.js";

// src/report/markdown/links.ts
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

// src/report/markdown/rows.ts
/** The head of the table of findings. Two columns, so that cause and fix are in sight on a phone too. */
const tableHead = "| Where | What, why and how to mend it |\n| --- | --- |";
/** One finding as one row of a table. */
function tableRow(finding, repository) {
	const { location, related, message, cause, fix, code, status, severity } = finding;
	const old = status === "old" ? ", not new" : "";
	const where = [
		...location === null ? [] : [placeLink(location, repository)],
		...related.length > 0 ? [`and ${related.length} more`] : [],
		`<sub>${severity} ${codeLink(code)}${old}${within(finding)}</sub>`
	];
	const what = [
		`**${prose(message)}**`,
		`Why: ${prose(cause)}`,
		...fix === null ? [] : [`**Fix:** ${prose(fix.text)}`]
	];
	return `| ${where.join("<br>")} | ${what.join("<br>")} |`;
}
/** One finding as a list item. */
function listItem(finding, repository) {
	const { location, message, cause, fix, code, ignored } = finding;
	const where = location === null ? "" : `${placeLink(location, repository)}: `;
	const why = ignored === null ? prose(cause) : `Ignored: ${codeSpan(ignored.reason)}.`;
	const what = fix === null || ignored !== null ? "" : ` **Fix:** ${prose(fix.text)}`;
	return `- ${where}${prose(message)} ${why}${what} <sub>${codeLink(code)}${within(finding)}</sub>`;
}
function codeLink(code) {
	return `[${code}](${rulePage(code)})`;
}
function within({ environment }) {
	return environment === null || environment === "default" ? "" : ` in ${codeSpan(environment)}`;
}

// src/report/markdown/document.ts
const marks = {
	pass: "✅",
	fail: "❌",
	unknown: "❔"
};
/** The document in blocks, most important first. */
function documentBlocks(report, repository) {
	const { broken, untold, advice, notChecked, old, ignored } = sectionsOf(report);
	const item = (finding) => listItem(finding, repository);
	const row = (finding) => tableRow(finding, repository);
	const text = (line) => line;
	const { first, rest } = splitNotes(report);
	return [
		fixed(`### ${marks[report.verdict]} will-it-pull: ${prose(report.headline)}\n\n${numbers(report)}\n\n${first.map((note) => `⚠️ ${prose(note.message)}\n\n`).join("")}`),
		table("Broken", broken, row),
		table("Could not tell", untold, row),
		folded("Not checked", notChecked, item),
		folded("Sources that were left out", skippedSources(report, notChecked), text),
		{
			...folded("Commands, uses and evidence", [...broken, ...untold], details(report)),
			separator: "\n\n"
		},
		folded("Worth a look", advice, item),
		folded("There before this change", old, item),
		folded("Ignored", ignored, item),
		folded("Ignore rules that do nothing", rest, ({ message }) => `- ${prose(message)}`),
		folded("Taken on trust", assumptions(report), text),
		folded("Not touched by this change", report.untouched ?? [], ({ label }) => `- ${codeSpan(label)}`),
		fixed(`<sub>will-it-pull ${codeSpan(report.tool.version)}, ${counted(report.summary.requests, "request")}</sub>\n`)
	].filter(({ before }) => before !== "");
}
function numbers(report) {
	const { images, pullable, unpullable, unknown, notChecked } = report.summary;
	return [`${counted(images, "image")}: ${pullable} pullable, ${unpullable} unpullable, ${unknown} unknown, ${notChecked} not checked.`, ...[untouchedSentence(report), baseSentence(report)].filter((sentence) => sentence !== void 0).map((sentence) => prose(sentence))].join(" ");
}
function fixed(before) {
	return {
		before,
		count: 0,
		row: () => "",
		after: "",
		separator: "",
		cut: () => ""
	};
}
function table(title, findings, row) {
	const rows = rowsOf(findings, row);
	return rows.count === 0 ? fixed("") : {
		...rows,
		before: `#### ${title}\n\n${tableHead}\n`,
		after: "\n"
	};
}
function folded(title, items, row) {
	const before = `<details><summary>${title} (${items.length})</summary>\n\n`;
	return items.length === 0 ? fixed("") : {
		...rowsOf(items, row),
		before,
		after: "\n</details>\n\n"
	};
}
function rowsOf(items, row) {
	return {
		count: items.length,
		row: (index) => items.slice(index, index + 1).map(row).join(""),
		separator: "\n",
		cut: (left) => `\n${left} more left out for lack of room.\n`
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
	return (finding) => {
		const { image, code, fix, kubelet, notChecked, evidence } = finding;
		return [
			`**${codeSpan(image ?? code)}** ${htmlText(code)}`,
			usedBy(finding, uses),
			notChecked.length > 0 ? `Not looked at because of this: ${notChecked.join(", ")}.` : "",
			fix !== null && fix.commands.length > 0 ? codeBlock(fix.commands, "sh") : "",
			fix?.snippet === void 0 ? "" : codeBlock(fix.snippet, "yaml"),
			kubelet !== null && finding.verdict !== "unknown" ? `The kubelet would say: ${codeSpan(`${kubelet.reason}: ${kubelet.message}`, 1e3)}` : "",
			...evidence.slice(-3).map(evidenceText)
		].filter((part) => part !== "").join("\n\n");
	};
}
function usedBy(finding, uses) {
	const names = finding.uses.flatMap((id) => {
		const use = uses.get(id);
		return use === void 0 ? [] : [useText(use, false)];
	});
	const shown = [...new Set(names)];
	const left = shown.length - mostUses;
	const list = shown.slice(0, mostUses).map((name) => codeSpan(name));
	return shown.length === 0 ? "" : `Used by ${list.join("; ")}${left > 0 ? ` and ${left} more` : ""}.`;
}
function evidenceText({ method, url, status, failure, codes, credentials }) {
	const answer = [status ?? failure ?? "no answer", ...codes].join(" ");
	return `Asked: ${codeSpan(`${method} ${url}`)}, answer ${codeSpan(answer)}, credentials ${codeSpan(credentials)}.`;
}

// src/report/markdown/fit.ts
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