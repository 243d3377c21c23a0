import { n as nearName } from "./config-near-name.js";
import { t as findingCodes } from "./judge-types.js";
import { t as code } from "./report-words-quote.js";

// src/report/notes.ts
/** What a person should know of the configuration rather than of an image. */
function reportNotes(parts) {
	const { changedConfiguration = [], judgement, untouched = [], wrongComments = [] } = parts;
	const rules = (judgement.ignoreNotes ?? []).filter(({ why }) => why !== "unmatched" || untouched.length === 0).map(ignoreNote);
	return [
		...changedConfiguration.map(configurationChanged),
		...rules,
		...wrongComments.map(wrongComment)
	];
}
/** A change of the configuration goes before all findings; the others may wait. */
function splitNotes({ notes }) {
	const isFirst = ({ code }) => code === "configuration-changed";
	return {
		first: notes.filter(isFirst),
		rest: notes.filter((note) => !isFirst(note))
	};
}
function configurationChanged(file) {
	return {
		code: "configuration-changed",
		severity: "warning",
		message: `This change edits ${code(file)}, by which it was checked. Read that edit first.`,
		location: locationOf({ file })
	};
}
function ignoreNote({ why, rule }) {
	const { image, code: code$1, expires = "", place } = rule;
	const what = `The ignore rule for ${code(image)}${code$1 === void 0 ? "" : ` and ${code(code$1)}`}`;
	const location = place === void 0 ? null : locationOf(place);
	if (why === "unmatched") return {
		code: "ignore-unmatched",
		severity: "notice",
		message: `${what} matches no finding of this run. Remove it if nothing needs it any more.`,
		location
	};
	return {
		code: "ignore-expired",
		severity: "warning",
		message: `${what} ended on ${expires} and ignores nothing any more. Remove it, or give it a later \`expires\`.`,
		location
	};
}
function wrongComment({ why, code, file, line }) {
	return {
		code: "ignore-comment-wrong",
		severity: "warning",
		message: `This comment ignores nothing, since it ${faultOf(why, code)}. ${howToIgnore}`,
		location: locationOf({
			file,
			line
		})
	};
}
function faultOf(why, code$2) {
	switch (why) {
		case "no-code": return "names no finding";
		case "no-reason": return "gives no reason";
		case "unknown-code": return `names ${code(code$2)}, which is no finding${alike(code$2)}`;
	}
}
function alike(code$3) {
	const near = nearName(code$3, findingCodes);
	return near === void 0 ? "" : ` (${code(near)} is one)`;
}
const howToIgnore = "Write `# will-it-pull: ignore <code> <reason>`.";
function locationOf({ file, line, column }) {
	return {
		file,
		line: line ?? null,
		column: column ?? null,
		endLine: line ?? null,
		endColumn: null,
		path: null,
		confidence: line === void 0 ? "file" : "exact"
	};
}

export { splitNotes as n, reportNotes as t };