import { I as defaultSeverity, L as layerOf, a as printableJson, w as counted, x as findingCodes } from "./words.js";
import { b as oneLine } from "./base.js";
import { t as isInRepository } from "./report-places.js";
import { A as rulePage, k as project } from "./check.js";
import { t as ruleTexts } from "./report-views-rule-texts.js";

// src/report/views/sarif-rules.ts
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
/** `TagNotFound`: for readers, while the id is for programs. */
function nameOf(code) {
	return code.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}
function rule(code) {
	const text = `${ruleTexts[code]}.`;
	const severity = defaultSeverity(code);
	return {
		id: code,
		name: nameOf(code),
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

// src/report/views/sarif.ts
const mostResults = 5e3;
const mostNotices = 500;
const mostMessage = 1e3;
/** SARIF 2.1.0 for code scanning: findings that stand in a file of the repository; the others are notifications. */
function sarifReport(report, { category = "default" } = {}) {
	const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== "off");
	const elsewhere = shown.filter(({ location }) => location === null || !isInRepository(location));
	const results = shown.flatMap((finding) => {
		const { location } = finding;
		return location !== null && isInRepository(location) ? [{
			finding,
			location
		}] : [];
	});
	const notices = [...cutNotice(results.length - mostResults), ...elsewhere.slice(0, mostNotices).map(notification)];
	const run = {
		tool: { driver: driver(report) },
		automationDetails: { id: `will-it-pull/${oneLine(category.toWellFormed()).replaceAll("/", "-")}/` },
		columnKind: "utf16CodeUnits",
		invocations: [{
			executionSuccessful: true,
			toolExecutionNotifications: notices
		}],
		results: results.slice(0, mostResults).map(result)
	};
	return `${printableJson({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [run]
	})}\n`;
}
function driver({ tool }) {
	return {
		name: "will-it-pull",
		semanticVersion: tool.version,
		informationUri: project,
		rules: sarifRules
	};
}
function cutNotice(left) {
	if (left <= 0) return [];
	return [{
		level: "note",
		message: { text: `${counted(left, "more finding")} in the JSON report.` }
	}];
}
function result({ finding, location }) {
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