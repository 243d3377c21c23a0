// src/config/near-name.ts
/** `; did you mean …?` where a valid name is near to the one that was written, else nothing. */
function didYouMean(written, valid) {
	const near = nearName(written, valid);
	return near === void 0 ? "" : `; did you mean \`${near}\`?`;
}
const longest = 64;
/** The valid name that was probably meant. Case and the signs between words do not count: `failOn` is `fail-on`. */
function nearName(written, valid) {
	if (written.length > longest) return void 0;
	const folded = fold(written);
	const whole = folded.length < 3 ? void 0 : valid.find((name) => fold(name).startsWith(folded));
	if (whole !== void 0) return whole;
	const [nearest] = valid.map((name) => ({
		name,
		edits: edits(folded, fold(name))
	})).toSorted((a, b) => a.edits - b.edits);
	if (nearest === void 0) return void 0;
	const bound = Math.max(1, Math.floor(Math.max(folded.length, nearest.name.length) / 3));
	return nearest.edits <= bound ? nearest.name : void 0;
}
function fold(name) {
	return name.toLowerCase().replace(/[-_. ]/g, "");
}
/** Damerau-Levenshtein distance, of neighbours only: `dpeth` is one edit from `depth`. */
function edits(a, b) {
	let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) next.push(cheapest({
			a,
			b,
			i,
			j
		}, [
			before ?? [],
			row ?? [],
			next
		]));
		before = row;
		row = next;
	}
	return row?.at(-1) ?? 0;
}
function cheapest({ a, b, i, j }, [before, row, next]) {
	const same = a[i - 1] === b[j - 1] ? 0 : 1;
	const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
	return Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped ? (before[j - 2] ?? 0) + 1 : Infinity);
}

export { nearName as n, didYouMean as t };