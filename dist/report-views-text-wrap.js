// src/report/views/text/wrap.ts
/**
* Breaks one line at blanks so that it fits `width` columns; what follows is indented by `indent`. A word that is
* longer than the line stays whole, so that it can be copied.
*/
function wrap(line, width, indent) {
	if (line.length <= width) return [line];
	const lines = [];
	let current = "";
	for (const word of line.split(/(?<=\S) /)) if (current !== "" && current.length + 1 + word.length > width) {
		lines.push(current);
		current = `${indent}${word.trimStart()}`;
	} else current = current === "" ? word : `${current} ${word}`;
	return [...lines, current];
}

export { wrap as t };