import { n as counted } from "./report-words-quote.js";

// src/report/base-sentence.ts
/** What the findings were compared with, or why they were not; undefined where there was no comparison to make. */
function baseSentence({ base }) {
	if (base === null) return void 0;
	if (base.commit !== null) return `Compared with ${base.commit.slice(0, 12)}.`;
	return `Everything counts as new: ${base.why ?? "there is nothing to compare with"}.`;
}

// src/report/untouched-sentence.ts
/** How much was left alone because the change does not touch it; undefined where nothing was. */
function untouchedSentence({ untouched = [] }) {
	const { length } = untouched;
	if (length === 0) return void 0;
	return `${counted(length, "source")} ${length === 1 ? "is" : "are"} not touched by this change and ${length === 1 ? "was" : "were"} not checked.`;
}

export { baseSentence as n, untouchedSentence as t };