import { t as oneLine } from "./report-escape-terminal.js";
import { n as layerOf, t as defaultSeverity } from "./judge-rules.js";
import { t as findingCodes } from "./judge-types.js";
import { t as rulePage } from "./report-rule-page.js";
import { t as ruleTexts } from "./report-rule-texts.js";

// src/report/sarif-rules.ts
/** The rules of code scanning: one for each code, the same in every run, also where nothing was found. */
const sarifRules = findingCodes.map(rule);
const positions = new Map(findingCodes.map((code, index) => [code, index]));
/** The place of a code among the rules. */
function ruleIndex(code) {
	return positions.get(code) ?? 0;
}
/** A severity as SARIF names it. */
function sarifLevel(severity) {
	switch (severity) {
		case "error":
		case "warning": return severity;
		case "notice": return "note";
		case "off": return "none";
	}
}
function rule(code) {
	const text = `${ruleTexts[code]}.`;
	const severity = defaultSeverity(code);
	return {
		id: code,
		name: code,
		shortDescription: { text: ruleTexts[code] },
		fullDescription: { text },
		helpUri: rulePage(code),
		help: {
			text: `${text} Run \`will-it-pull explain ${code}\` for an example and the fix.`,
			markdown: `${text} Run \`will-it-pull explain ${code}\` for an example and the fix.`
		},
		defaultConfiguration: { level: severity === "off" ? "warning" : sarifLevel(severity) },
		properties: {
			precision: "high",
			"problem.severity": severity === "error" ? "error" : severity === "notice" ? "recommendation" : "warning",
			tags: [
				"kubernetes",
				"container-image",
				layerOf(code).replaceAll(" ", "-")
			]
		}
	};
}

// src/report/sarif.ts
const mostResults = 5e3;
const mostMessage = 1e3;
/** SARIF 2.1.0 for code scanning: findings that stand at a place; those that don't are notifications. */
function sarifReport(report, { category = "default" } = {}) {
	const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== "off");
	const results = shown.flatMap((finding) => finding.location === null ? [] : [result(finding, finding.location)]);
	const notices = shown.filter(({ location }) => location === null).map(notification);
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "will-it-pull",
				semanticVersion: report.tool.version,
				rules: sarifRules
			} },
			automationDetails: { id: `will-it-pull/${oneLine(category).replaceAll("/", "-")}/` },
			columnKind: "utf16CodeUnits",
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: notices
			}],
			results: results.slice(0, mostResults)
		}]
	};
	return `${JSON.stringify(log)}\n`;
}
function result(finding, location) {
	return {
		ruleId: finding.code,
		ruleIndex: ruleIndex(finding.code),
		level: sarifLevel(finding.severity),
		message: { text: messageText(finding) },
		locations: [{ physicalLocation: physical(location) }],
		partialFingerprints: { "willItPull/v1": finding.key },
		properties: {
			verdict: finding.verdict,
			status: finding.status,
			image: finding.image,
			platform: finding.platform
		}
	};
}
function notification(finding) {
	return {
		level: sarifLevel(finding.severity),
		descriptor: { id: finding.code },
		message: { text: messageText(finding) }
	};
}
function messageText({ message, cause, fix }) {
	return [
		message,
		cause,
		...fix === null ? [] : [`Fix: ${fix.text}`]
	].map(oneLine).join(" ").replaceAll("](", "] (").slice(0, mostMessage).toWellFormed();
}
function physical({ file, line, column, endLine, endColumn }) {
	const startLine = line ?? 1;
	const startColumn = (line === null ? null : column) ?? 1;
	const lastLine = line === null || endLine === null || endLine < startLine ? startLine : endLine;
	const isForward = endColumn !== null && line !== null && (lastLine > startLine || endColumn > startColumn);
	return {
		artifactLocation: {
			uri: relativeUri(file),
			uriBaseId: "%SRCROOT%"
		},
		region: {
			startLine,
			startColumn,
			endLine: lastLine,
			endColumn: isForward ? endColumn : startColumn
		}
	};
}
function relativeUri(file) {
	return file.toWellFormed().split("/").map((part) => encodeURIComponent(part)).join("/");
}

export { sarifReport };