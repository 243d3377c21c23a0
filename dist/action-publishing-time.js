// src/github/lines/hunks.ts
const header = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
/**
* Reads the hunks of one file's patch. The counts of the header say how far a hunk goes, so that content which looks
* like a header is content. What is no hunk is skipped; a hunk that is cut off keeps the lines it has.
*/
function readHunks(patch) {
	const lines = patch.split("\n");
	const hunks = [];
	for (let at = 0; at < lines.length; at += 1) {
		const match = header.exec(lines[at] ?? "");
		if (!match) continue;
		const hunk = readHunk(match, lines, at + 1);
		hunks.push(hunk.hunk);
		at = hunk.end - 1;
	}
	return hunks;
}
function readHunk(match, lines, start) {
	const [, oldStart, oldCount = "1", newStart, newCount = "1"] = match;
	const left = {
		old: Number(oldCount),
		new: Number(newCount)
	};
	const body = [];
	let at = start;
	for (; at < lines.length && (left.old > 0 || left.new > 0); at += 1) {
		const line = lines[at] ?? "";
		if (line.startsWith("\\")) continue;
		if (!line.startsWith("+")) left.old -= 1;
		if (!line.startsWith("-")) left.new -= 1;
		body.push(line);
	}
	const numbers = {
		oldCount: Number(oldCount),
		newCount: Number(newCount)
	};
	return {
		hunk: {
			oldStart: Number(oldStart),
			newStart: Number(newStart),
			...numbers,
			lines: body
		},
		end: at
	};
}

// src/github/lines/patch.ts
/** Lines of the new side of one file's patch: those that were added or rewritten, and all that the diff shows. */
function readPatch(patch) {
	const hunks = readHunks(patch);
	return {
		changed: hunks.flatMap(addedRanges),
		shown: hunks.flatMap(shownRange)
	};
}
/** True where both ends lie in one range. */
function holds(ranges, wanted) {
	return ranges.some((range) => range.start <= wanted.start && wanted.end <= range.end);
}
function shownRange(hunk) {
	const count = hunk.lines.filter((line) => !line.startsWith("-")).length;
	return count === 0 ? [] : [{
		start: hunk.newStart,
		end: hunk.newStart + count - 1
	}];
}
function addedRanges(hunk) {
	const ranges = [];
	let line = hunk.newStart;
	for (const text of hunk.lines) {
		if (text.startsWith("-")) continue;
		const last = ranges.at(-1);
		if (text.startsWith("+") && last?.end === line - 1) last.end = line;
		else if (text.startsWith("+")) ranges.push({
			start: line,
			end: line
		});
		line += 1;
	}
	return ranges;
}

// src/github/event/payload.ts
/** The value below a path of keys, in a value that may be anything. */
function at(value, ...path) {
	let found = value;
	for (const key of path) {
		if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
		found = Reflect.get(found, key);
	}
	return found;
}
/** A text below a path. */
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : void 0;
}
/** A number of a pull request, or an id of the REST API: a positive integer. */
function numberAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : void 0;
}
/** A full commit id, SHA-1 or SHA-256, in lower case. */
function shaAt(value, ...path) {
	const found = textAt(value, ...path);
	return found !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : void 0;
}

// src/action/publishing-time.ts
/** Milliseconds that telling the result may take, beside the time of the check. */
const publishingMs = 6e4;

export { textAt as a, readHunks as c, shaAt as i, at as n, holds as o, numberAt as r, readPatch as s, publishingMs as t };