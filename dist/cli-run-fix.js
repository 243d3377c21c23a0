import { t as _light_node_process_default } from "./_light_node_process.js";
import { n as safeLines, r as unprintable, t as oneLine } from "./report-escape-terminal.js";
import { t as constants } from "./_light_node_fs.js";
import { n as show, r as checkOnce } from "./cli-show.js";
import { c as readFile, h as writeFile, i as lstat, t as access, u as realpath } from "./promises.js";
import { i as writeStandardOutput } from "./cli-streams.js";
import { join, sep } from "node:path";
import { createInterface } from "node:readline/promises";

// src/suggest/unified-diff.ts
const context = 3;
/** The difference of two texts with the same number of lines, as `git apply` takes it. */
function unifiedDiff(file, before, after) {
	const [old, now] = [linesOf(before), linesOf(after)];
	const hunks = groups(old.flatMap((line, index) => line === now[index] ? [] : [index])).map(([first, last]) => hunk({
		old,
		now,
		first,
		last
	}));
	return hunks.length === 0 ? "" : `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
}
/** Lines with their ends. */
function linesOf(text) {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** Runs of changed lines whose contexts touch. */
function groups(changed) {
	const runs = [];
	for (const index of changed) {
		const run = runs.at(-1);
		if (run !== void 0 && index - run[1] <= 6) run[1] = index;
		else runs.push([index, index]);
	}
	return runs;
}
function hunk({ old, now, first, last }) {
	const from = Math.max(0, first - context);
	const to = Math.min(old.length, last + 1 + context);
	const lines = old.slice(from, to).flatMap((line, offset) => {
		const other = now[from + offset] ?? "";
		return line === other ? [shown(" ", line)] : [shown("-", line), shown("+", other)];
	});
	const range = `${from + 1},${to - from}`;
	return `@@ -${range} +${range} @@\n${lines.join("")}`;
}
function shown(sign, line) {
	return line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

// src/cli/fix-confirm.ts
/** Whether a person can be asked: only at a terminal, and not while standard input is checked. */
function canAsk() {
	return _light_node_process_default.stdin.isTTY === true && _light_node_process_default.stderr.isTTY === true;
}
/** Asks a person; anything but yes is no. */
async function confirm(question) {
	const prompt = createInterface({
		input: _light_node_process_default.stdin,
		output: _light_node_process_default.stderr
	});
	try {
		return /^y(?:es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
	} catch {
		return false;
	} finally {
		prompt.close();
	}
}

// src/suggest/apply-edit.ts
/**
* The text after edits of its lines; all else stays, the ends of lines and a byte order mark too. Undefined where one
* does not fit or two overlap.
*/
function applyEdits(text, edits) {
	const lines = text.split("\n");
	const fromTheEnd = edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
	for (const [index, edit] of fromTheEnd.entries()) {
		const before = fromTheEnd[index - 1];
		const line = lines[edit.line - 1];
		const overlaps = before?.line === edit.line && edit.endColumn > before.column;
		const edited = line === void 0 || overlaps ? void 0 : withEdit(line, edit);
		if (edited === void 0) return void 0;
		lines[edit.line - 1] = edited;
	}
	return lines.join("\n");
}
function withEdit(written, { line, column, endColumn, text }) {
	const mark = line === 1 && written.startsWith("﻿") ? 1 : 0;
	const [start, end] = [column - 1 + mark, endColumn - 1 + mark];
	const length = written.replace(/\r$/, "").length;
	if (start < mark || end < start || end > length || /[\r\n]/.test(text)) return void 0;
	return `${written.slice(0, start)}${text}${written.slice(end)}`;
}

// src/cli/fix-files.ts
/** Makes the edits in memory. Only regular files of the repository that no link leads to are taken. */
async function editedFiles(root, edits) {
	const files = [];
	const refused = [];
	for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
		const path = await ownFile(root, file);
		const before = path === void 0 ? void 0 : await textOf(path);
		const after = before === void 0 ? void 0 : applyEdits(before, own);
		if (path === void 0) refused.push(`${oneLine(file)} is a link, or no file of this repository that can be written`);
		else if (before === void 0 || after === void 0) refused.push(`${oneLine(file)} has changed meanwhile`);
		else files.push({
			file,
			path,
			edits: own,
			before,
			after
		});
	}
	return {
		files,
		refused
	};
}
/** Writes what the edits made of the files. */
async function writeEdited(files) {
	for (const { path, after } of files) await writeFile(path, after);
}
/** Writes the files with only some of their edits; the others are as if they never were. */
async function keepOnly(files, kept) {
	for (const { path, before, edits } of files) {
		const text = applyEdits(before, edits.filter((edit) => kept.includes(edit)));
		await writeFile(path, text ?? before);
	}
}
async function ownFile(root, file) {
	try {
		const real = await realpath(root);
		const path = join(real, file);
		if (!(path.startsWith(`${real}${sep}`) && !/(?:^|[/\\])\.git(?:[/\\]|$)/i.test(file)) || await realpath(path) !== path || !(await lstat(path)).isFile()) return void 0;
		await access(path, constants.W_OK);
		return path;
	} catch {
		return;
	}
}
async function textOf(path) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(await readFile(path));
	} catch {
		return;
	}
}

// src/cli/fix-plan.ts
/** The edits that the findings of a report come with, each once; of two that disagree the first, of the worse finding. */
function plannedEdits({ findings }) {
	const planned = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const edit = editOf(finding);
		if (edit === void 0) continue;
		const key = JSON.stringify([edit.file, edit.line]);
		const known = planned.get(key);
		const isSame = known?.column === edit.column && known.endColumn === edit.endColumn && known.text === edit.text;
		if (known === void 0) planned.set(key, edit);
		else if (isSame) planned.set(key, {
			...known,
			uses: [...known.uses, ...edit.uses]
		});
	}
	return [...planned.values()];
}
function editOf({ fix, ignored, uses }) {
	if (fix?.edit === void 0 || ignored !== null) return void 0;
	const { file, line, column, endLine, endColumn, confidence } = fix.edit.location;
	if (confidence !== "exact" || line === null || column === null || endColumn === null) return void 0;
	return endLine === line ? {
		file,
		line,
		column,
		endColumn,
		text: fix.edit.text,
		uses
	} : void 0;
}

// src/cli/fix-verdict.ts
/** The edits after which every image that they are for was seen to be pullable; none where an edit broke another one. */
function provenEdits(edits, before, after) {
	const then = new Map(before.uses.map((use) => [use.id, use]));
	const now = new Map(after.uses.map((use) => [keyOf(use), use]));
	if (before.uses.some((use) => use.verdict === "pullable" && now.get(keyOf(use))?.verdict !== "pullable")) return [];
	const isMended = (id) => {
		const use = then.get(id);
		const mended = use && now.get(keyOf(use));
		return mended?.verdict === "pullable" && mended.image !== use?.image;
	};
	return edits.filter(({ uses }) => uses.length > 0 && uses.every(isMended));
}
/** Where an image is used, whichever it is. */
function keyOf({ source, environment, workload, field }) {
	return JSON.stringify([
		source,
		environment,
		workload.kind,
		workload.namespace,
		workload.name,
		field
	]);
}

// src/cli/run-fix.ts
/**
* `check --fix`: checks, makes the edits that mend findings, checks again, and keeps those whose new image was seen to
* be pullable. Gives the exit code of the last check.
*/
async function runFix({ view, command }, resolved, mode) {
	const first = await checkOnce(resolved, view);
	const { files, refused } = await editedFiles(resolved.root, plannedEdits(first.report));
	for (const why of refused) say(`Left alone: ${why}.`);
	const diff = files.map(({ file, before, after }) => unifiedDiff(file, before, after)).join("");
	if (mode === "dry-run") {
		await writeStandardOutput(_light_node_process_default.stdout.isTTY === true ? forPeople(diff) : diff);
		return first.code;
	}
	const last = files.length > 0 && !first.isInterrupted && await isWanted(diff, mode) ? await fixAndCheck(files, {
		first,
		resolved,
		view
	}) : first;
	if (files.length === 0) say("There is nothing that one edit of one line mends.");
	await show(last.report, view, command);
	return last.code;
}
async function fixAndCheck(files, fixRun) {
	const { first, resolved, view } = fixRun;
	const second = await checkEdited(files, fixRun);
	const edits = files.flatMap((file) => file.edits);
	const kept = provenEdits(edits, first.report, second.report);
	for (const edit of edits) say(`${kept.includes(edit) ? "Fixed" : "Taken back, since it did not help:"} ${placeOf(edit)}`);
	if (kept.length === edits.length) return second;
	await keepOnly(files, kept);
	return second.isInterrupted ? second : checkOnce(resolved, view);
}
/** Whatever goes wrong: nothing stays that was not proven. */
async function checkEdited(files, { resolved, view }) {
	try {
		await writeEdited(files);
		return await checkOnce(resolved, view);
	} catch (error) {
		await keepOnly(files, []);
		throw error;
	}
}
function placeOf({ file, line, text }) {
	return `${file}:${line}: ${text}`;
}
async function isWanted(diff, mode) {
	_light_node_process_default.stderr.write(forPeople(diff));
	if (mode === "yes") return true;
	if (canAsk()) return confirm("Make these edits?");
	say("Nothing was written. Say --yes to make these edits without being asked.");
	return false;
}
function forPeople(diff) {
	return safeLines(diff.split("\n").map((line) => line.replace(/\r$/, "").replace(unprintable, " ")).join("\n"));
}
function say(text) {
	_light_node_process_default.stderr.write(`${text.replace(unprintable, " ")}\n`);
}

export { runFix };