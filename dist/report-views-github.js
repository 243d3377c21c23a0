import { t as annotations } from "./report-views-annotations.js";
import { b as oneLine, x as safeLines } from "./base.js";

// src/report/escape/workflow-command.ts
/** The message of a workflow command (actions/toolkit, command.ts: `escapeData`). */
function commandData(text) {
	return text.replaceAll("##[", "## [").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
/** A property of a workflow command, e.g. a file or a title; one line. */
function commandProperty(text) {
	return commandData(oneLine(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/views/github.ts
/** Workflow commands for `--format github`: annotations, then the verdict as a plain line. */
function githubCommands(report, options = {}) {
	const commands = annotations(report, options).map(command);
	const last = safeLines(`${report.verdict}: ${oneLine(report.headline)}`);
	return `${[...commands, last].join("\n")}\n`;
}
function command({ level, file, line, endLine, column, endColumn, title, message }) {
	return `::${level} ${Object.entries({
		file,
		line,
		endLine,
		col: column,
		endColumn,
		title
	}).filter(([, value]) => value !== void 0).map(([name, value]) => `${name}=${commandProperty(String(value))}`).join(",")}::${commandData(message)}`;
}

export { githubCommands };