// src/report/escape/terminal.ts
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** C0, C1, line separators, and the marks that turn the reading direction. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Text from outside as one line that no terminal and no log of a runner acts on. */
function oneLine(text) {
	return breakCommands(text.replace(escapeSequences, "").replace(unprintable, " "));
}
/**
* Makes sure that no line of a finished text is taken for a workflow command. The runner trims a line before it looks
* for `::` at its start, and looks for `##[` anywhere (actions/runner, ActionCommand.cs).
*/
function safeLines(text) {
	return breakCommands(text).replace(/^(\s*):(?=:)/gm, "$1: ");
}
function breakCommands(text) {
	return text.replaceAll("##[", "## [");
}

export { safeLines as n, unprintable as r, oneLine as t };