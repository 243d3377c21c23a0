// src/config/problem.ts
/** A problem of a line of the configuration file. */
function problemAt(place, why) {
	return {
		where: `${place.file}:${place.line}:${place.column}`,
		why,
		place
	};
}
const longest = 80;
/** Text of a user as part of a sentence: one line, bounded, without what a terminal would act on. */
function quoted(text) {
	const line = text.slice(0, longest).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");
	return `\`${text.length > longest ? `${line}…` : line}\``;
}

// src/config/values.ts
const value = (parsed) => ({
	kind: "value",
	value: parsed
});
const wrong = (why) => ({
	kind: "wrong",
	why
});
const unitMs = {
	h: 36e5,
	m: 6e4,
	s: 1e3
};
/** Milliseconds of `90s`, `10m` or `1h30m`; a bare `0` is none. */
function parseDuration(text) {
	if (text === "0") return value(0);
	const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
	if (text === "" || parts === null) return wrong("is no duration: write `90s`, `10m` or `1h30m`");
	const [, hours = "0", minutes = "0", seconds = "0"] = parts;
	return value(Number(hours) * unitMs.h + Number(minutes) * unitMs.m + Number(seconds) * unitMs.s);
}
const unitBytes = {
	"": 1,
	B: 1,
	kB: 1e3,
	MB: 1e6,
	GB: 1e9,
	KiB: 1024,
	MiB: 2 ** 20,
	GiB: 2 ** 30
};
/** Bytes of `2GiB`, `500MB` or a plain number. */
function parseBytes(text) {
	const [, digits = "", unit = ""] = /^(\d{1,12})\s*([kKMG]?i?B)?$/.exec(text) ?? [];
	const factor = unitBytes[unit];
	return digits === "" || factor === void 0 ? wrong("is no size: write `2GiB`, `500MB` or a number") : value(Number(digits) * factor);
}
/** A whole number from 1 to `most`. */
function parseCount(text, most) {
	const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	return count < 1 || count > most ? wrong(`must be a whole number from 1 to ${most}`) : value(count);
}
/** The list entries of a text with commas. */
function splitList(entries) {
	return entries.flatMap((entry) => entry.split(",")).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
/** A registry as image references name it: a host, perhaps a port, no scheme. */
const registryPattern = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

export { splitList as a, registryPattern as i, parseCount as n, problemAt as o, parseDuration as r, quoted as s, parseBytes as t };