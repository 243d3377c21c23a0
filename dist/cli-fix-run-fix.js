import { t as _light_node_process_default } from "./process.js";
import { S as unprintable, a as constants, b as oneLine, x as safeLines } from "./base.js";
import { i as checkOnce, n as show, r as resolveCall } from "./check.js";
import { b as writeFile, h as realpath, i as writeStandardOutput, l as lstat, o as access, p as readFile } from "./words.js";
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

// src/cli/fix/fix-confirm.ts
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
* does not fit, two overlap or another text stands there.
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
function withEdit(written, { line, column, endColumn, text, replaces }) {
	const mark = line === 1 && written.startsWith("﻿") ? 1 : 0;
	const [start, end] = [column - 1 + mark, endColumn - 1 + mark];
	const length = written.replace(/\r$/, "").length;
	if (start < mark || end < start || end > length || /[\r\n]/.test(text)) return void 0;
	if (replaces !== void 0 && written.slice(start, end) !== replaces) return void 0;
	return `${written.slice(0, start)}${text}${written.slice(end)}`;
}

// src/cli/fix/fix-files.ts
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
/** Writes what the edits made of the files; gives those that were written: what changed meanwhile is left alone. */
async function writeEdited(files) {
	const written = [];
	for (const file of files) {
		if (await textOf(file.path) !== file.before) continue;
		await writeFile(file.path, file.after);
		written.push(file);
	}
	return written;
}
/** Writes the files with only some of their edits; the others are as if they never were. */
async function keepOnly(files, kept) {
	const written = [];
	const changed = [];
	for (const file of files) {
		const edits = file.edits.filter((edit) => kept.includes(edit));
		const after = applyEdits(file.before, edits) ?? file.before;
		if (await textOf(file.path) !== file.after) changed.push(file);
		else {
			await writeFile(file.path, after);
			written.push({
				...file,
				edits,
				after
			});
		}
	}
	return {
		files: written,
		changed
	};
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

// src/cli/fix/fix-plan.ts
/** The edits that the findings of a report come with, each once; of two that disagree the first, of the worse finding. */
function plannedEdits({ findings }) {
	const planned = /* @__PURE__ */ new Map();
	for (const edit of findings.flatMap(editsOf$1)) {
		const key = JSON.stringify([
			edit.file,
			edit.line,
			edit.column,
			edit.endColumn
		]);
		const known = planned.get(key);
		if (known?.text === edit.text) planned.set(key, {
			...known,
			uses: [...known.uses, ...edit.uses]
		});
		else if (![...planned.values()].some((other) => overlaps(other, edit))) planned.set(key, edit);
	}
	return [...planned.values()];
}
function overlaps(a, b) {
	return a.file === b.file && a.line === b.line && a.column < b.endColumn && b.column < a.endColumn;
}
function editsOf$1({ fix, ignored, uses: all }) {
	const { edit, edits = edit === void 0 ? [] : [edit] } = fix ?? {};
	return ignored === null ? edits.flatMap((own) => plannedEdit(own, all)) : [];
}
function plannedEdit({ location, replaces, text, uses = [] }, all) {
	const { file, line, column, endLine, endColumn, confidence } = location;
	if (confidence !== "exact" || line === null || column === null || endColumn === null || endLine !== line) return [];
	return [{
		file,
		line,
		column,
		endColumn,
		replaces,
		text,
		uses: uses.length === 0 ? all : uses
	}];
}

// src/cli/fix/fix-verdict.ts
/**
* The edits after which every image that they are for was seen to be pullable; none of those of a source in which another
* image broke.
*/
function provenEdits(edits, before, after) {
	const then = new Map(before.uses.map((use) => [use.id, use]));
	const now = new Map(after.uses.map((use) => [keyOf(use), use]));
	const worse = new Set(brokenBy(before, after).map(({ source }) => source));
	const isMended = (id) => {
		const use = then.get(id);
		const mended = use && now.get(keyOf(use));
		return mended?.verdict === "pullable" && mended.image !== use?.image && !worse.has(mended.source);
	};
	return edits.filter(({ uses }) => uses.length > 0 && uses.every(isMended));
}
/** Images that could be pulled before, and can't now. */
function brokenBy(before, after) {
	const now = new Map(after.uses.map((use) => [keyOf(use), use]));
	return before.uses.filter((use) => use.verdict === "pullable" && now.get(keyOf(use))?.verdict !== "pullable");
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

// src/cli/fix/run-fix.ts
/**
* `check --fix`: checks, makes the edits that mend findings, checks again, and keeps those whose new image was seen to
* be pullable. Gives the exit code of the last check.
*/
async function runFix(call, resolved, mode) {
	const { view, command } = call;
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
		call
	}) : first;
	if (files.length === 0) say("There is nothing that one edit of one line mends.");
	await show(last.report, view, command);
	return last.code;
}
async function fixAndCheck(files, fixRun) {
	const { written, checked } = await checkEdited(files, fixRun);
	for (const { file } of files.filter((edited) => !written.includes(edited))) say(`Left alone: ${file} has changed meanwhile.`);
	const kept = provenEdits(editsOf(written), fixRun.first.report, checked.report);
	const last = kept.length === editsOf(written).length ? {
		checked,
		kept
	} : await withOnly(kept, {
		written,
		checked,
		fixRun
	});
	for (const edit of editsOf(written)) say(`${last.kept.includes(edit) ? "Fixed" : "Taken back, since it did not help:"} ${placeOf(edit)}`);
	return last.checked;
}
/** Takes back the other edits and checks once more: where an image is still worse than before, none is kept. */
async function withOnly(kept, { written, checked, fixRun }) {
	const { files, changed } = await keepOnly(written, kept);
	for (const { file } of changed) say(`Not taken back: ${file} has changed meanwhile.`);
	if (checked.isInterrupted) return {
		checked,
		kept
	};
	const again = await orTakeBack(files, () => checkAgain(written, fixRun));
	return brokenBy(fixRun.first.report, again.report).length > 0 && kept.length > 0 ? withOnly([], {
		written: files,
		checked: again,
		fixRun
	}) : {
		checked: again,
		kept
	};
}
function editsOf(files) {
	return files.flatMap(({ edits }) => edits);
}
async function checkEdited(files, fixRun) {
	return orTakeBack(files, async () => {
		const written = await writeEdited(files);
		return {
			written,
			checked: await checkAgain(written, fixRun)
		};
	});
}
/** Whatever goes wrong: nothing stays that was not proven. */
async function orTakeBack(files, work) {
	try {
		return await work();
	} catch (error) {
		await keepOnly(files, []);
		throw error;
	}
}
/** An edit of the configuration changes what is asked for. */
async function checkAgain(files, { resolved, call }) {
	const now = files.some(({ file }) => resolved.request.configuredBy.includes(file)) ? await resolveCall(call) : resolved;
	if (now.kind === "wrong") throw new Error(now.problems.map(({ where, why }) => `${where}: ${why}`).join("; "));
	return checkOnce(now, call.view);
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