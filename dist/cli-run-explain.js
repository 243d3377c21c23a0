import { I as defaultSeverity, L as layerOf, S as kubeletWords, a as printableJson, b as writeFile, i as writeStandardOutput, k as layers, r as wantsColour, t as readStandardInput, x as findingCodes } from "./words.js";
import { t as _light_node_process_default } from "./process.js";
import { t as ruleTexts } from "./report-views-rule-texts.js";
import { a as unanswered, i as titleOf, n as meaningOf, o as classify, r as nextStep, s as rulePages, t as triageLayers } from "./triage-layers.js";
import { a as triageCodes, i as triageTexts, n as isTriageCode, t as checkFor } from "./explain-checks.js";
import { a as prose, n as codeSpan, t as codeBlock } from "./report-escape-markdown.js";
import { b as oneLine, x as safeLines } from "./base.js";
import { t as wrap } from "./report-views-text-wrap.js";
import { n as plain, t as colour } from "./report-views-text-palette2.js";

// src/rules/example.ts
const image = {
	reference: "ghcr.io/acme/web:1.27.33",
	registry: "ghcr.io",
	repository: "acme/web",
	tag: "1.27.33",
	digest: "sha256:…"
};
const pinned = {
	...image,
	reference: "ghcr.io/acme/web@sha256:…",
	tag: void 0
};
const others = {
	"invalid-reference": { reference: "ghcr.io/acme/web:" },
	"registry-name-not-resolved": inside("registry.acme.internal"),
	"registry-unreachable": {
		...inside("10.0.3.7:443"),
		reason: "connection-refused"
	},
	"registry-error": {
		...image,
		status: 503
	},
	"tls-untrusted": inside("registry.acme.internal"),
	"plain-http-registry": inside("registry.acme.internal:5000"),
	"not-found-or-private": {
		...image,
		status: 403
	},
	"pull-secret-invalid": { detail: "unable to parse auth field, must be formatted as base64(username:password)" },
	"pull-secret-rejected": {
		...image,
		status: 401
	},
	"registry-policy": {
		...inside("harbor.acme.internal"),
		status: 412
	},
	"digest-not-found": pinned,
	"unsupported-manifest": {
		...image,
		mediaType: "application/vnd.docker.distribution.manifest.v1+prettyjws"
	},
	"blocked-by-node": {
		...image,
		reference: "docker.io/library/redis:8",
		registry: "docker.io/library/redis:8"
	}
};
const silent = /* @__PURE__ */ new Set(["access-denied", "registry-not-allowed"]);
/** The words of the kubelet for an example of the code, as reports give them. */
function exampleWords(code) {
	if (silent.has(code)) return void 0;
	const verdict = code === "never-pull" ? "not-checked" : "unpullable";
	return kubeletWords({
		code,
		args: others[code] ?? image,
		trail: [],
		verdict
	}) ?? void 0;
}
function inside(registry) {
	return {
		...image,
		reference: `${registry}/acme/web:1.27.3`,
		registry,
		tag: "1.27.3"
	};
}

// src/rules/page.ts
/** The page of a finding code. */
function pageOf(code) {
	const page = rulePages[code];
	return {
		code,
		title: ruleTexts[code],
		facts: [["layer", layerOf(code)], ["default severity", severityOf(code)]],
		sections: [
			{
				title: "What it means",
				blocks: [text(page.means)]
			},
			{
				title: "What the kubelet says",
				blocks: quotesOf(code)
			},
			{
				title: "Why it happens",
				blocks: [{
					kind: "list",
					items: page.why
				}]
			},
			{
				title: "How to prove it by hand",
				blocks: [...variablesOf([...page.prove, ...page.fix]), ...page.prove.flatMap(step)]
			},
			{
				title: "How to fix it",
				blocks: page.fix.flatMap(step)
			},
			{
				title: "When to ignore it",
				blocks: [text(page.ignore), text(ignoring(code))]
			},
			{
				title: "How we decide it",
				blocks: [text(page.decided)]
			}
		]
	};
}
/** A step as blocks. */
function step({ say, run = [] }) {
	return run.length === 0 ? [text(say)] : [text(say), {
		kind: "commands",
		lines: run
	}];
}
function text(words) {
	return {
		kind: "text",
		text: words
	};
}
function severityOf(code) {
	const severity = defaultSeverity(code);
	return severity === "off" ? "off until configured" : severity;
}
function quotesOf(code) {
	const page = rulePages[code];
	const words = page.silent === void 0 ? exampleWords(code) : void 0;
	const quotes = [...words === void 0 ? [] : [{
		who: words.reason,
		text: words.message
	}], ...page.quotes ?? []].map(({ who, text }) => ({
		kind: "quote",
		who,
		text
	}));
	const silence = page.silent ?? (quotes.length === 0 ? "The same as for the code that the cluster would show." : "");
	return silence === "" ? quotes : [text(silence), ...quotes];
}
const examples = [
	["NS", "shop"],
	["POD", "web-5d9c7b-x2x4z"],
	["NAME", "web"],
	["NODE", "node-1"],
	["SECRET", "regcred"],
	["IMAGE", "ghcr.io/acme/web:1.27.3"],
	["REPO", "ghcr.io/acme/web"],
	["REGISTRY", "ghcr.io"]
];
const debugNote = "`kubectl debug` starts a pod on the node that stays until you delete it. It needs an image that the node has or can pull; where nothing can be pulled, open a shell on the node instead.";
function variablesOf(steps) {
	const commands = steps.flatMap(({ run = [] }) => run).join("\n");
	const used = examples.filter(([name]) => new RegExp(`\\$${name}\\b`).test(commands));
	const note = commands.includes("kubectl debug") ? [text(debugNote)] : [];
	if (used.length === 0) return note;
	return [
		text("Set these to your own once. The commands of this section only read, unless it says otherwise."),
		{
			kind: "commands",
			lines: [used.map(([name, value]) => `${name}=${value}`).join(" ")]
		},
		...note
	];
}
function ignoring(code) {
	return `In the file, on or above the line: \`# will-it-pull: ignore ${code} <reason>\`. In \`will-it-pull.yaml\`: an entry of \`ignore\` with \`code: ${code}\`, an image and a reason, or \`rules: { ${code}: off }\` for all of them.`;
}

// src/triage/page.ts
/** The page of a code of triage. */
function triagePage(code) {
	const { layer, title, means, look, fix, disturbing } = triageTexts[code];
	const last = disturbing === void 0 ? [] : [{
		kind: "text",
		text: `This disturbs what runs, so it comes last; it ${disturbing.why}:`
	}, {
		kind: "commands",
		lines: [disturbing.run]
	}];
	return {
		code,
		title,
		facts: [["layer", layer]],
		sections: [
			{
				title: "What it means",
				blocks: [{
					kind: "text",
					text: means
				}]
			},
			{
				title: "How to prove it by hand",
				blocks: look.flatMap(step)
			},
			{
				title: "How to fix it",
				blocks: [{
					kind: "text",
					text: fix
				}, ...last]
			}
		]
	};
}

// src/explain/closest.ts
/** The word that is nearest to what was written, by edits; undefined where none is near. */
function closest(written, words) {
	const word = written.slice(0, 64).toLowerCase().replaceAll("_", "-");
	const limit = Math.max(2, Math.floor(word.length / 3));
	const [best] = words.map((candidate) => ({
		candidate,
		edits: edits(word, candidate)
	})).toSorted((one, another) => one.edits - another.edits);
	if (best !== void 0 && best.edits <= limit) return best.candidate;
	return words.find((candidate) => word.length > 3 && candidate.includes(word));
}
/** Levenshtein's distance. */
function edits(one, another) {
	let row = Array.from({ length: another.length + 1 }, (_, index) => index);
	for (const [i, letter] of [...one].entries()) {
		const next = [i + 1];
		for (const [j, other] of [...another].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}

// src/explain/json-statements.ts
const deepest = 12;
const most$1 = 5e3;
/** Reasons and messages anywhere in a JSON value; undefined where the text is no JSON. */
function jsonStatements(text) {
	const value = parse(text);
	if (value === void 0) return void 0;
	const found = [];
	collect(value, {
		found,
		depth: 0
	});
	return found.length > 0 ? found : [text];
}
function parse(text) {
	if (!/^[[{"]/.test(text)) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function collect(value, { found, depth }) {
	if (depth > deepest || found.length >= most$1) return;
	if (typeof value === "string" && depth === 0) found.push(value);
	if (Array.isArray(value)) for (const entry of value) collectEntry(entry, {
		found,
		depth: depth + 1
	});
	else if (typeof value === "object" && value !== null) collectObject(value, {
		found,
		depth
	});
}
function collectEntry(entry, walk) {
	if (typeof entry === "string") walk.found.push(entry);
	else collect(entry, walk);
}
function collectObject(value, { found, depth }) {
	const fields = new Map(Object.entries(value));
	const [reason, message] = [fields.get("reason"), fields.get("message")];
	const text = [reason, message ?? fields.get("err") ?? fields.get("error")].filter((part) => typeof part === "string");
	if (text.length > 0) found.push(text.join(": "));
	for (const inner of fields.values()) collect(inner, {
		found,
		depth: depth + 1
	});
}

// src/explain/line-statements.ts
const starts = [
	/^\s*(?:Normal|Warning)\s/,
	/^\s*(?:State|Last State|Reason|Message|Exit Code|Image|Ready|Status|Events|Warning|Error|Type):?(?:\s|$)/,
	/^\S+\s+(?:Normal|Warning)\s/,
	/^[IWEF]\d{4} \d\d:/,
	/^[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d /,
	/^\d{4}-\d\d-\d\dT\d\d:/,
	/^time="/,
	/^(?:Failed to|Back-?off|Error:|rpc error:|Container image|Unable to|[A-Z]\w+(?:BackOff|Pull|Error|Name|Unavailable)\b)/i,
	/^[{[]/
];
/** Splits plain text into statements; a line that begins none goes on with the one before, as bodies of errors do. */
function lineStatements(text) {
	const statements = [];
	for (const line of text.split("\n")) {
		const last = statements.at(-1);
		if (last === void 0 || starts.some((start) => start.test(line))) statements.push(line);
		else statements[statements.length - 1] = `${last}\n${line}`;
	}
	return statements.map((statement) => statement.replace(/\n[ \t]+/g, "\n"));
}

// src/explain/read-message.ts
/** Characters of a paste that are read. */
const longest = 1 << 20;
/** Statements that are read. */
const most = 5e3;
/** The single statements of a paste: an event's message, a waiting reason, a line of a log, several of them, or JSON. */
function readMessage(paste) {
	const text = paste.slice(0, longest).replaceAll("\r\n", "\n").trim();
	return (jsonStatements(text) ?? lineStatements(unescaped(text))).slice(0, most).map((statement) => statement.trim()).filter(Boolean);
}
function unescaped(text) {
	if (!text.includes("\\\"") && !text.includes("\\u003")) return text;
	return text.replaceAll("\\\\", "\\").replaceAll("\\\"", "\"").replaceAll("\\n", "\n").replaceAll("\\u003e", ">").replaceAll("\\u003c", "<").replaceAll("\\u0026", "&");
}

// src/explain/subject.ts
const imageNames = [
	/[Ii]mage(?: tag| name)? "([^"\s]{1,512})"/,
	/reference "([^"\s]{1,512})"/,
	/docker:\/\/([^\s:"]+(?::\d+\/[^\s:"]+)?(?::[\w.-]+)?(?:@sha\d+:[0-9a-f]+)?)/,
	/image pull failed for (\S+) because/,
	/image: ([^\s"]+\/[^\s"]+):? /
];
/** Reads image and secret from the statements, the first that names one. */
function subjectOf(statements) {
	return {
		image: first(statements, imageNames),
		secret: first(statements, [/image pull secrets \(([\w.-]+)/])
	};
}
function first(statements, patterns) {
	return statements.map((statement) => statement.slice(0, 8192)).flatMap((text) => patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? []))[0];
}

// src/explain/explain-message.ts
/** Explains a message of kubelet, containerd, CRI-O, scheduler or controller, pasted as it is. */
function explainMessage(paste) {
	const statements = readMessage(paste);
	const all = statements.flatMap((statement) => {
		const found = classify(statement);
		return found === void 0 ? [] : [{
			...found,
			statement
		}];
	});
	const telling = all.filter(({ vague }) => !vague);
	const used = telling.length > 0 ? telling : all.slice(0, 1);
	const subject = subjectOf([...used.map(({ statement }) => statement), ...statements]);
	return {
		causes: merged(used.flatMap(({ causes }) => rate(causes))).map((each) => causeOf(each, subject)),
		subject,
		evidence: used[0]?.statement,
		vague: telling.length === 0
	};
}
/** One cause is certain; of several the first is likely, the others are possible. */
function rate(causes) {
	return causes.map((code, index) => ({
		code,
		likelihood: index > 0 ? "possible" : causes.length > 1 ? "likely" : "certain"
	}));
}
const ranks = [
	"certain",
	"likely",
	"possible"
];
/** Each code once, at its best; what was seen for certain stands first, otherwise in the order of the text. */
function merged(rated) {
	const sorted = rated.toSorted((one, another) => ranks.indexOf(one.likelihood) - ranks.indexOf(another.likelihood));
	return [...new Map(sorted.toReversed().map((each) => [each.code, each])).values()].toReversed();
}
function causeOf({ code, likelihood }, subject) {
	return {
		code,
		layer: isTriageCode(code) ? triageTexts[code].layer : layerOf(code),
		likelihood,
		check: checkFor(code, subject)
	};
}

// src/explain/answer.ts
/** Answers a code, or a message pasted as it is; nothing asks for the list of codes. */
function answer(question) {
	const asked = question?.trim();
	if (asked === void 0) return { kind: "list" };
	if (isFindingCode(asked)) return {
		kind: "page",
		page: pageOf(asked)
	};
	if (isTriageCode(asked)) return {
		kind: "page",
		page: triagePage(asked)
	};
	const explanation = explainMessage(asked);
	if (explanation.causes.length > 0) return {
		kind: "message",
		explanation
	};
	if (!/^[A-Za-z][\w-]{0,63}$/.test(asked)) return { kind: "not-recognised" };
	return {
		kind: "unknown-code",
		code: asked,
		nearest: closest(asked, [...findingCodes, ...triageCodes])
	};
}
function isFindingCode(word) {
	return findingCodes.some((code) => code === word);
}

// src/explain/json.ts
/** The answer as JSON: always with `causes`, the most likely first. */
function answerJson(answer) {
	return `${printableJson(valueOf(answer), 2)}\n`;
}
function valueOf(answer) {
	switch (answer.kind) {
		case "list": return {
			causes: [],
			codes: [...findingCodes, ...triageCodes].map(rowOf)
		};
		case "page": {
			const code = codeOf(answer.page.code);
			return {
				causes: code === void 0 ? [] : [{
					...rowOf(code),
					likelihood: "certain",
					check: checkFor(code, {})
				}],
				page: answer.page
			};
		}
		case "message": {
			const { causes, subject, vague } = answer.explanation;
			return {
				causes: causes.map((cause) => ({
					...cause,
					title: titleOf(cause.code)
				})),
				image: subject.image ?? null,
				vague
			};
		}
		case "unknown-code":
		case "not-recognised": return {
			causes: [],
			error: unanswered(answer)
		};
	}
}
function rowOf(code) {
	return {
		code,
		layer: layerOfCause(code),
		title: titleOf(code)
	};
}
function layerOfCause(code) {
	return isTriageCode(code) ? triageTexts[code].layer : layerOf(code);
}
function codeOf(word) {
	return [...findingCodes, ...triageCodes].find((code) => code === word);
}

// src/rules/markdown.ts
/** A page as a Markdown document. All of it is our own text, so nothing has to be escaped. */
function pageMarkdown(page) {
	const facts = page.facts.map(([name, value]) => `${capital(name)}: ${value}`).join(" · ");
	return `${[
		`# ${page.code}`,
		`${page.title}.`,
		facts,
		...page.sections.map(sectionMarkdown)
	].join("\n\n")}\n`;
}
function sectionMarkdown({ title, blocks }) {
	return [`## ${title}`, ...blocks.map(blockMarkdown)].join("\n\n");
}
function blockMarkdown(block) {
	switch (block.kind) {
		case "text": return block.text;
		case "list": return block.items.map((item) => `- ${item}`).join("\n");
		case "commands": return [
			"```sh",
			...block.lines,
			"```"
		].join("\n");
		case "quote": return [
			`${capital(block.who)}:`,
			"",
			"```text",
			block.text,
			"```"
		].join("\n");
	}
}
function capital(words) {
	return words.startsWith("containerd") ? words : words.slice(0, 1).toUpperCase() + words.slice(1);
}

// src/explain/markdown.ts
/** The answer as Markdown. */
function answerMarkdown(answer) {
	switch (answer.kind) {
		case "list": return listMarkdown();
		case "page": return pageMarkdown(answer.page);
		case "message": return messageMarkdown(answer.explanation);
		case "unknown-code":
		case "not-recognised": return `${prose(unanswered(answer))}\n`;
	}
}
function messageMarkdown(explanation) {
	const { causes, evidence = "", subject } = explanation;
	return `${[
		...subject.image === void 0 ? [] : [`Image: ${codeSpan(subject.image)}`],
		codeBlock(evidence.slice(0, 2e3).split("\n"), "text"),
		...causes.flatMap(({ code, layer, likelihood, check }, index) => [
			`### ${code}`,
			`${titleOf(code)} (${likelihood}; layer ${layer}).${index === 0 ? ` ${meaningOf(code)}` : ""}`,
			codeBlock([check], "sh")
		]),
		prose(nextStep(explanation))
	].join("\n\n")}\n`;
}
function listMarkdown() {
	return `${[
		"| code | layer | meaning |",
		"| --- | --- | --- |",
		...[...findingCodes.map((code) => `| \`${code}\` | ${layerOf(code)} | ${ruleTexts[code]} |`), ...triageCodes.map((code) => `| \`${code}\` | ${triageTexts[code].layer} | ${triageTexts[code].title} |`)]
	].join("\n")}\n`;
}

// src/rules/terminal.ts
/** A page for a terminal. */
function pageText(page, layout) {
	const { palette } = layout;
	const facts = page.facts.map(([name, value]) => `${name}: ${value}`).join(", ");
	return `${[
		palette.strong(page.code),
		`${page.title}.`,
		palette.faint(facts),
		...page.sections.flatMap((section) => ["", ...sectionLines(section, layout)])
	].join("\n")}\n`;
}
function sectionLines({ title, blocks }, layout) {
	return [layout.palette.strong(title), ...blocks.flatMap((block) => blockLines(block, layout))];
}
function blockLines(block, { palette, width = Infinity }) {
	switch (block.kind) {
		case "text": return wrap(`  ${block.text}`, width, "  ");
		case "list": return block.items.flatMap((item) => wrap(`  - ${item}`, width, "    "));
		case "commands": return block.lines.map((line) => `    $ ${line}`);
		case "quote": return [`  ${block.who}:`, ...block.text.split("\n").flatMap((line) => wrap(`    ${line}`, width, "    ").map((part) => palette.faint(part)))];
	}
}

// src/explain/text.ts
const longestEvidence = 600;
/** The answer for a terminal. */
function answerText(answer, layout) {
	switch (answer.kind) {
		case "list": return listText(layout);
		case "page": return pageText(answer.page, layout);
		case "message": return safeLines(messageText(answer.explanation, layout));
		case "unknown-code":
		case "not-recognised": return `${unanswered(answer)}\n`;
	}
}
function messageText(explanation, { palette, width = Infinity }) {
	const { causes, evidence, subject } = explanation;
	const [first] = causes;
	const shown = oneLine(evidence ?? "").slice(0, longestEvidence);
	return `${[
		...subject.image === void 0 ? [] : [`image     ${palette.strong(oneLine(subject.image))}`],
		...wrap(`says      ${shown}`, width, "          ").map(palette.faint),
		"",
		...causes.flatMap(({ code, layer, likelihood, check }) => [
			`${palette.strong(code)}  (${likelihood}, layer ${layer})`,
			...wrap(`  ${titleOf(code)}.`, width, "  "),
			...code === first?.code ? wrap(`  ${meaningOf(code)}`, width, "  ") : [],
			`  $ ${oneLine(check)}`,
			""
		]),
		...wrap(nextStep(explanation), width, "")
	].join("\n")}\n`;
}
function listText({ palette }) {
	const ofFindings = layers.flatMap((layer) => [
		palette.strong(layer),
		...findingCodes.filter((code) => layerOf(code) === layer).map((code) => row(code, ruleTexts[code])),
		""
	]);
	const ofTriage = triageLayers.flatMap((layer) => [
		palette.strong(`in a cluster: ${layer}`),
		...triageCodes.filter((code) => triageTexts[code].layer === layer).map((code) => row(code, triageTexts[code].title)),
		""
	]);
	const closing = "`will-it-pull explain CODE` shows the page of one; it also takes a message of the kubelet, pasted as it is.";
	return `${[
		...ofFindings,
		...ofTriage,
		closing
	].join("\n")}\n`;
}
const row = (code, title) => `  ${code.padEnd(28)} ${title}`;

// src/cli/run-explain.ts
/** `explain`: 0, or 2 where neither a code nor a failure was recognised. */
async function runExplain({ words, format, output }) {
	const asked = words.join(" ");
	const question = asked === "-" ? await readStandardInput() ?? "" : words.length === 0 ? void 0 : asked;
	const found = answer(question);
	const text = render(found, format, output);
	const isAnswer = found.kind !== "unknown-code" && found.kind !== "not-recognised";
	if (!isAnswer && format === "text") _light_node_process_default.stderr.write(text);
	else if (output === void 0) await writeStandardOutput(text);
	else await writeFile(output, text);
	return isAnswer ? 0 : 2;
}
function render(found, format, output) {
	switch (format) {
		case "json": return answerJson(found);
		case "markdown": return answerMarkdown(found);
		case "text": {
			const palette = output === void 0 && wantsColour() ? colour : plain;
			return answerText(found, {
				palette,
				width: output === void 0 ? _light_node_process_default.stdout.columns : void 0
			});
		}
	}
}

export { runExplain };