// src/report/views/text/palette.ts
const same = (text) => text;
const sgr = (on, off) => (text) => `\u001b[${on}m${text}\u001b[${off}m`;
/** No marks: for files, pipes and `NO_COLOR`. */
const plain = {
	error: same,
	warning: same,
	good: same,
	strong: same,
	faint: same
};
/** ANSI colours (ECMA-48, SGR). */
const colour = {
	error: sgr(31, 39),
	warning: sgr(33, 39),
	good: sgr(32, 39),
	strong: sgr(1, 22),
	faint: sgr(2, 22)
};

export { plain as n, colour as t };