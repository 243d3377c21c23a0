import { r as unprintable } from "./report-escape-terminal.js";

// src/report/words/quote.ts
const longest = 300;
/** Text from outside as a code span: one line, no backtick inside, bounded. */
function code(value, limit = longest) {
	const line = (value ?? "").slice(0, 4 * limit).replace(unprintable, " ").replaceAll("`", "'").trim();
	if (line === "") return "`(empty)`";
	const characters = [...line];
	return characters.length > limit ? `\`${characters.slice(0, limit).join("")}…\`` : `\`${line}\``;
}
/** What somebody else wrote, as a sentence of its own; nothing where there is no text. */
function quoted(who, detail) {
	return detail === void 0 || detail.trim() === "" ? "" : ` ${who}: ${code(detail)}.`;
}
/** `a`, `b` and `c`; of many only the first, with the number of the others. */
function series(values, most = 6, joint = "and") {
	const spans = (values ?? []).slice(0, most).map((value) => code(value));
	const others = (values ?? []).length - spans.length;
	const all = others > 0 ? [...spans, `${others} more`] : spans;
	const last = all.pop();
	if (last === void 0) return "nothing";
	return all.length === 0 ? last : `${all.join(", ")} ${joint} ${last}`;
}
/** A word for a POSIX shell: as it is where no character is special, else in single quotes. */
function shellWord(value) {
	const word = value.replace(unprintable, "");
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** `1 image`, `2 images`. */
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** Roughly how long, for a person: `40 seconds`, `6 hours`. */
function duration(milliseconds) {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1e3));
	if (seconds < 100) return counted(seconds, "second");
	const minutes = Math.ceil(seconds / 60);
	return minutes < 100 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

export { series as a, quoted as i, counted as n, shellWord as o, duration as r, code as t };