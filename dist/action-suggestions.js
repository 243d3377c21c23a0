import { a as prose } from "./report-escape-markdown.js";
import { t as instanceOf } from "./action-instance.js";

// src/action/suggestions.ts
/** Offers each fix that is one edit of one line of the change; gives the one sentence that says why that failed. */
async function suggestEdits(shown, api, { shell, readLine }) {
	const { event } = shell.context;
	if (event.kind !== "pull-request" || shell.inputs.publish["suggestions"] === "false") return void 0;
	const suggestions = await suggestionsIn(shown, readLine);
	return noticeOf(await api.review({
		key: instanceOf(shell).key,
		headSha: event.headSha,
		suggestions
	}));
}
/** The edits of a report on the lines of the head. `readLine` reads what was checked. */
async function suggestionsIn({ checked, report }, readLine) {
	const suggestions = /* @__PURE__ */ new Map();
	const pairs = checked.findings.flatMap((finding, at) => placesOf(finding, report.findings[at]));
	for (const pair of pairs) {
		const suggestion = await suggestionAt(pair, readLine);
		if (suggestion !== void 0) suggestions.set(`${suggestion.startLine} ${suggestion.path}`, suggestion);
	}
	return [...suggestions.values()];
}
/** The place of the edit, then others that may set the same text. */
function placesOf(finding, moved) {
	if (finding.fix?.edit === void 0 || !finding.counts || moved === void 0) return [];
	const heads = [moved.location, ...moved.related];
	return [finding.location, ...finding.related].flatMap((place, at) => {
		const head = heads[at] ?? null;
		return place === null || head === null ? [] : [{
			finding,
			place,
			head
		}];
	});
}
async function suggestionAt({ finding, place, head }, readLine) {
	const edit = finding.fix?.edit;
	if (edit === void 0 || head.line === null || place.line !== place.endLine) return void 0;
	const wanted = await textAt(edit.location, readLine);
	const found = await textAt(place, readLine);
	if (wanted === void 0 || found?.text !== wanted.text) return void 0;
	const replacement = `${found.before}${edit.text}${found.after}`;
	if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(replacement.replaceAll("	", ""))) return void 0;
	return {
		path: head.file,
		startLine: head.line,
		endLine: head.line,
		original: found.before + found.text + found.after,
		replacement,
		body: `${prose(finding.message)} ${prose(finding.fix?.text ?? "")}`,
		finding: finding.key
	};
}
async function textAt({ file, line, column, endColumn }, readLine) {
	const text = line === null ? void 0 : await readLine(file, line);
	if (text === void 0 || column === null || endColumn === null) return void 0;
	return {
		before: text.slice(0, column - 1),
		text: text.slice(column - 1, endColumn - 1),
		after: text.slice(endColumn - 1)
	};
}
function noticeOf(result) {
	switch (result.kind) {
		case "written":
		case "unchanged":
		case "nothing": return;
		case "forbidden": return `No suggestions: give the job the permission \`${result.permission}\`.`;
		case "failed": return `The suggestions could not be written: ${result.why}.`;
	}
}

export { suggestEdits };