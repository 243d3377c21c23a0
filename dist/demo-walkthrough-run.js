import { b as writeFile } from "./words.js";
import { t as _light_node_process_default } from "./process.js";
import { t as checkFor } from "./explain-checks.js";
import { t as createScratch } from "./process-scratch2.js";
import { i as image, n as startRegistry, o as checkFiles, t as unlessInterrupted } from "./demo-unless-interrupted.js";
import { createInterface } from "node:readline/promises";

// src/demo/walkthrough/lesson.ts
const password = "lesson-only";
/** How it begins: everything is wrong at once, and only the first thing shows. */
const beginning = {
	repository: "shop/Api",
	tag: "4.2.00",
	secret: "absent"
};
/** In the order in which a pull has to work. */
const lesson = [
	{
		code: "invalid-reference",
		variable: "the name",
		mend: "A repository is written in lower case: shop/Api becomes shop/api.",
		after: (state) => ({
			...state,
			repository: "shop/api"
		}),
		prevention: "Lower-case names that come from branches or users where CI makes the reference."
	},
	{
		code: "not-found-or-private",
		variable: "the pull secret",
		mend: "The image is private: the pod names a pull secret.",
		after: (state) => ({
			...state,
			secret: "outdated"
		}),
		prevention: "Put the pull secret on the ServiceAccount of each namespace when the namespace is made."
	},
	{
		code: "pull-secret-rejected",
		variable: "the login in the secret",
		mend: "The token in the secret was rotated away: it is written anew.",
		after: (state) => ({
			...state,
			secret: "right"
		}),
		prevention: "Renew pull secrets by a controller, and let an alert fire before a token ends."
	},
	{
		code: "tag-not-found",
		variable: "the tag",
		mend: "A digit too many: 4.2.00 becomes 4.2.0.",
		after: (state) => ({
			...state,
			tag: "4.2.0"
		}),
		prevention: "Let the check run on the pull request that changes the tag."
	},
	{
		code: "platform-missing",
		variable: "the platform",
		mend: "4.2.0 was built for amd64 only; 4.2.1 has arm64 too.",
		after: (state) => ({
			...state,
			tag: "4.2.1"
		}),
		prevention: "Build for every platform of the fleet, and declare the fleet in `platforms`."
	},
	{
		code: "rate-limited",
		variable: "the rate limit",
		mend: "Nothing is wrong with the change. The quota comes back, and it is tried again.",
		after: (state) => state,
		happens: (registry) => registry.fault({ route: "manifest" }, "limited-silent"),
		prevention: "Pull through a cache or with an account, so that a rollout on many nodes does not use the quota up."
	}
];
/** The manifests of a state. */
function lessonFiles(host, { repository, tag, secret }) {
	return {
		"shop/api.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-api
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
${secret === "absent" ? "" : "      imagePullSecrets:\n        - name: shop-registry\n"}      containers:
        - name: api
          image: ${host}/${repository}:${tag}
`,
		"shop/secret.yaml": secret === "absent" ? "" : secretFile(host, secret === "right" ? password : "rotated-away")
	};
}
function secretFile(host, word) {
	return `apiVersion: v1
kind: Secret
metadata:
  name: shop-registry
  namespace: shop
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${host}":{"username":"deployer","password":"${word}"}}}'
`;
}

// src/demo/walkthrough/telling.ts
/** What the lesson begins with. */
function introduction(files) {
	return [
		"A Deployment is rolled out, and its pods stay in ImagePullBackOff. Several things are wrong with it; a pull shows only",
		"the first. The rule of the lesson: look, name the layer, change one variable, look again.",
		"Everything happens on this machine, against a registry inside this program.",
		"",
		...indented(files["shop/api.yaml"]?.trimEnd() ?? ""),
		""
	].join("\n");
}
/** One step, told. */
function tell(record, { number, of, changed }) {
	return [
		`── Step ${number} of ${of}: ${record.variable}`,
		"",
		"  $ kubectl -n shop describe pod -l app=api      # the kubelet would say",
		`    ${record.kubelet}`,
		"",
		`  found     ${record.code} (layer ${record.layer})`,
		`  why       ${record.diagnosis}`,
		`  prove it  ${record.command}`,
		"",
		`  mend      ${record.mend}`,
		...changed,
		""
	].join("\n");
}
/** The lines that differ, as a reviewer reads them. */
function changes(before, after) {
	return Object.entries(after).flatMap(([path, text]) => {
		const [old, now] = [(before[path] ?? "").split("\n"), text.split("\n")];
		const gone = old.filter((line) => line !== "" && !now.includes(line)).map((line) => `    - ${line}`);
		const come = now.filter((line) => line !== "" && !old.includes(line)).map((line) => `    + ${line}`);
		return gone.length + come.length === 0 ? [] : [
			`    ${path}`,
			...gone,
			...come
		];
	});
}
/** How the lesson ends, and where the report is. */
function closing(headline, output) {
	const where = output === void 0 ? "The incident report:" : `The incident report is in ${output}.`;
	return [
		`── At the end: ${headline}`,
		"",
		where,
		""
	].join("\n");
}
function indented(text) {
	return text.split("\n").map((line) => `    ${line}`);
}

// src/demo/walkthrough/write-up.ts
/** The incident report of the lesson: for a reader who was not there. */
function writeUp({ image, steps, endedAt, solved }) {
	const [first] = steps;
	return `${[
		"# Incident: Deployment shop/shop-api did not start",
		`Written by \`will-it-pull walkthrough\` from a made-up incident in an embedded registry. ${solved ? "It is solved." : "It is not solved."}`,
		"## Summary",
		`A change rolled out \`${image}\` to nodes of linux/amd64 and linux/arm64. No pod of it became ready: every pull failed. ${steps.length} things were wrong at once, and each hid the next, because a pull asks for the name first, then for the login, then for the image, then for the platform. They were mended one at a time, and checked after each.`,
		"## Impact",
		"The old pods went on serving; the new version was not delivered until the end. No data was touched.",
		"## Timeline",
		timeline(steps, `| ${clock(endedAt)} | ${solved ? "every image can be pulled on every platform" : "still broken"} | | |`),
		"## Root cause",
		`The first broken layer: ${first?.layer ?? "none"}. ${first?.diagnosis ?? ""} Behind it lay ${steps.length - 1} more, listed below. What they have in common: nobody asked the registry, as a node would, before the change was merged.`,
		"## What was wrong, in order",
		...steps.map(stepSection),
		"## So that it does not come back",
		prevented(steps)
	].join("\n\n")}\n`;
}
function prevented(steps) {
	const always = "Make `will-it-pull check` a required check: all of this could have been seen on the pull request.";
	return [...steps.map(({ prevention }) => prevention), always].map((line) => `- ${line}`).join("\n");
}
function timeline(steps, last) {
	return [
		"| time | what was seen | layer | what was changed |",
		"| --- | --- | --- | --- |",
		...steps.map((step) => `| ${clock(step.at)} | ${step.code} | ${step.layer} | ${step.mend} |`),
		last
	].join("\n");
}
function stepSection({ variable, code, diagnosis, kubelet, command, mend }, index) {
	return [
		`### ${index + 1}. ${variable}: \`${code}\``,
		`The kubelet said:\n\n\`\`\`text\n${kubelet}\n\`\`\``,
		`Proven by:\n\n\`\`\`sh\n${command}\n\`\`\``,
		`Diagnosis: ${diagnosis}`,
		`Mended: ${mend}`
	].join("\n\n");
}
function clock(moment) {
	return moment.slice(11, 19);
}

// src/demo/walkthrough/run.ts
/** The lesson: one variable is mended at a time. 0 when every step showed what it should and all is mended at the end. */
function runWalkthrough(options) {
	return unlessInterrupted((interrupted) => teach(options, interrupted));
}
async function teach({ step, output }, interrupted) {
	await using registry = await startRegistry({ auth: {
		style: "htpasswd",
		users: [{
			name: "deployer",
			password
		}]
	} });
	await using folder = await createScratch();
	registry.push("shop/api", ["4.1.0", "4.2.0"], image({
		name: "api",
		platforms: ["linux/amd64"]
	}));
	registry.push("shop/api", "4.2.1", image({ name: "api-both" }));
	const room = {
		registry,
		folder,
		interrupted,
		pause: step && _light_node_process_default.stdin.isTTY ? () => waitForEnter(interrupted) : async () => void 0
	};
	say(introduction(lessonFiles(registry.host, beginning)));
	const { records, state } = await walk(room);
	const report = await checkFiles(lessonFiles(registry.host, state), room);
	const solved = report.verdict === "pass" && records.every(({ code }, index) => code === lesson[index]?.code);
	say(closing(report.headline, output));
	const first = `${registry.host}/${beginning.repository}:${beginning.tag}`;
	const text = writeUp({
		image: first,
		steps: records,
		endedAt: (/* @__PURE__ */ new Date()).toISOString(),
		solved
	});
	if (output === void 0) say(text);
	else await writeFile(output, text);
	return solved ? 0 : 1;
}
async function walk(room) {
	const records = [];
	let state = beginning;
	for (const [index, step] of lesson.entries()) {
		const record = await look(room, step, state);
		const mended = step.after(state);
		const { host } = room.registry;
		say(tell(record, {
			number: index + 1,
			of: lesson.length,
			changed: changes(lessonFiles(host, state), lessonFiles(host, mended))
		}));
		await room.pause();
		records.push(record);
		state = mended;
	}
	return {
		records,
		state
	};
}
/** Lets the trouble happen, checks, and notes what was found. */
async function look(room, step, state) {
	using stack = new DisposableStack();
	if (step.happens !== void 0) stack.use(step.happens(room.registry));
	return recordOf(await checkFiles(lessonFiles(room.registry.host, state), room), step);
}
function recordOf({ findings }, { variable, mend, prevention }) {
	const finding = findings.find(({ severity }) => severity === "error") ?? findings.find(({ severity }) => severity === "warning");
	const kubelet = finding?.kubelet === null || finding === void 0 ? "" : `${finding.kubelet.reason}: ${finding.kubelet.message}`;
	return {
		at: (/* @__PURE__ */ new Date()).toISOString(),
		variable,
		code: finding?.code ?? "nothing",
		layer: finding?.layer ?? "",
		diagnosis: finding === void 0 ? "" : `${finding.message} ${finding.cause}`,
		kubelet,
		command: finding === void 0 ? "" : checkFor(finding.code, {
			image: finding.image ?? void 0,
			secret: "shop-registry"
		}),
		mend,
		prevention
	};
}
async function waitForEnter(interrupted) {
	using reader = createInterface({
		input: _light_node_process_default.stdin,
		output: _light_node_process_default.stdout
	});
	reader.on("SIGINT", () => _light_node_process_default.kill(_light_node_process_default.pid, "SIGINT"));
	await reader.question("Press Enter to go on. ", { signal: interrupted });
}
function say(text) {
	_light_node_process_default.stdout.write(`${text}\n`);
}

export { runWalkthrough };