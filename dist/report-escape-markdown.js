import { b as oneLine } from "./base.js";

// src/report/escape/markdown.ts
const longest = 400;
const zeroWidthSpace = "​";
/**
* Text from outside as a code span, also inside a table cell: the fence is longer than any run of backticks in it, and a
* bar, which would end the cell, becomes a broken bar.
*/
function codeSpan(value, limit = longest) {
	const text = oneLine(value.slice(0, 4 * limit)).replaceAll("|", "¦").trim();
	const shown = text.length > limit ? `${text.slice(0, limit)}…`.toWellFormed() : text.toWellFormed();
	if (shown === "") return "`(empty)`";
	const runs = shown.match(/`+/g) ?? [];
	const fence = "`".repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
	const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
	return `${fence}${pad}${muted(shown)}${pad}${fence}`;
}
/** Prose that may hold code spans of single backticks, as `report/words` writes it; all else in it is only text. */
function prose(text) {
	const parts = oneLine(text.slice(0, 10 * longest)).toWellFormed().split("`");
	const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
	const words = parts.map((part, index) => {
		if (index === last) return `&#96;${plain(part)}`;
		return index % 2 === 1 ? codeSpan(part, 4 * longest) : plain(part);
	}).join("");
	return /^\s*(?:[-+#=>]|\d+[.)])/.test(words) ? `${zeroWidthSpace}${words.trimStart()}` : words;
}
/** Text without any Markdown or HTML meaning. GitHub takes mentions and issue numbers from entities too. */
function plain(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;").replace(/[\\*_[\]~!$]/g, "\\$&").replace(/[@#](?=[\w/])/g, `$&${zeroWidthSpace}`).replace(/GH-(?=\d)/gi, `$&${zeroWidthSpace}`).replaceAll("://", `:${zeroWidthSpace}//`).replace(/www\./gi, `www${zeroWidthSpace}.`);
}
function muted(text) {
	return text.replace(/(^|[^\w])@(?=\w)/g, `$1@${zeroWidthSpace}`);
}
/** A command of ours to copy, without a backslash or backtick in it. A bar in a table's cell is escaped (GFM, "Tables"). */
function commandSpan(command, where) {
	const text = muted(oneLine(command).toWellFormed().trim());
	if (text === "") return "`(empty)`";
	return `\`${where === "cell" ? text.replaceAll("|", "\\|") : text}\``;
}
/** Text inside a `<summary>` or other HTML element. */
function htmlText(text) {
	return plain(oneLine(text)).replaceAll("`", "&#96;");
}
/** A fenced block; the fence is longer than any run of backticks in it. */
function codeBlock(lines, language) {
	const text = lines.map((line) => muted(oneLine(line))).join("\n");
	const runs = text.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, 1 + Math.max(0, ...runs.map((run) => run.length))));
	return `${fence}${language}\n${text}\n${fence}`;
}

export { prose as a, htmlText as i, codeSpan as n, commandSpan as r, codeBlock as t };