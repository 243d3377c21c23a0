// src/report/base-sentence.ts
/** What the findings were compared with, or why they were not; undefined where there was no comparison to make. */
function baseSentence({ base }) {
	if (base === null) return void 0;
	if (base.commit !== null) return `Compared with ${base.commit.slice(0, 12)}.`;
	return `Everything counts as new: ${base.why ?? "there is nothing to compare with"}.`;
}

export { baseSentence as t };