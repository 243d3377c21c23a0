import { t as oneLine } from "./report-escape-terminal.js";
import { n as layerOf, t as defaultSeverity } from "./judge-rules.js";
import { t as findingCodes } from "./judge-types.js";

// src/report/rule-texts.ts
/** What a code means, in one line. The same in every run: rules of code scanning must not change with the findings. */
const ruleTexts = {
	"invalid-reference": "The text is not an image reference",
	"empty-reference": "The image field is empty",
	"registry-name-not-resolved": "The name of the registry does not resolve, so the image could not be checked",
	"registry-unreachable": "The registry did not answer, so the image could not be checked",
	"registry-error": "The registry gave no usable answer, so the image could not be checked",
	"proxy-error": "The proxy let nothing through, so the image could not be checked",
	"rate-limited": "The registry limits how often it may be asked, so the image could not be checked",
	"tls-untrusted": "The certificate of the registry is not trusted here, so the image could not be checked",
	"tls-expired": "The certificate of the registry is not valid at this time",
	"tls-name-mismatch": "The certificate of the registry is for another name",
	"tls-handshake": "No TLS connection to the registry comes about",
	"plain-http-registry": "The registry speaks plain HTTP where nodes speak HTTPS",
	"pull-secret-invalid": "A pull secret of the pod cannot be read, so the kubelet pulls nothing for it",
	"pull-secret-rejected": "The registry refuses the login in the pull secret",
	"not-found-or-private": "The image does not exist or is private, and nothing lets the nodes in",
	"no-pull-secret": "The image is private and the pod names no pull secret for it",
	"pull-secret-missing": "A named pull secret is neither in the manifests nor given",
	"pull-secret-other-namespace": "A named pull secret is only rendered into another namespace",
	"pull-secret-ignored": "The kubelet ignores a named pull secret",
	"pull-secret-no-match": "A named pull secret holds no login for the image",
	"access-denied": "The registry let nobody in, so the image could not be checked",
	"registry-policy": "The registry refuses to give the image out by policy",
	"repository-not-found": "There is no such repository",
	"tag-not-found": "The repository has no such tag",
	"digest-not-found": "The repository holds no such digest",
	"child-manifest-missing": "The index names a manifest that is not there",
	"blob-missing": "A part of the image is not there",
	"platform-missing": "The image has nothing for a platform of the nodes",
	"platform-depends-on-runtime": "Whether the image fits a platform depends on the runtime of the nodes",
	"unsupported-manifest": "The manifest is of a type that runtimes do not take",
	"manifest-invalid": "The manifest is damaged",
	"not-an-image": "The reference names an artifact that is no container image",
	"wrong-architecture": "The image can be pulled but will not run on the platform of the nodes",
	"never-pull": "The image is never pulled, so it was not checked",
	"blocked-by-node": "The nodes' configuration blocks the registry",
	"short-name-ambiguous": "The short name stands for no single registry on the nodes",
	"no-node-for-workload": "No declared node can run the workload, so its images were not checked",
	"latest-tag": "The image uses the tag latest",
	"digest-required": "The image is not pinned by digest",
	"registry-not-allowed": "The registry is not among those that this project allows",
	"tag-digest-drift": "The tag no longer stands for the digest that is written with it",
	"relocated-image": "The image has moved",
	"rate-limit-risk": "Pulls from a registry may soon be limited",
	"large-image": "The image is large",
	"render-failed": "A source does not render, so its images were not checked",
	"unreadable-document": "A document could not be read, so it was not checked",
	"unresolved-source": "A source was not checked",
	"no-images-found": "No image was found, so nothing was checked",
	"image-like-string": "A text looks like an image but stands in no image field; it was not checked"
};

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