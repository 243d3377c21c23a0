import { t as _light_node_process_default } from "./process.js";
import { t as createScratch } from "./process-scratch2.js";
import { n as plain, t as colour } from "./report-views-text-palette2.js";
import { t as textReport } from "./report-views-text-text.js";
import { o as access, r as wantsColour } from "./words.js";
import { a as platformOf, i as image$1, n as startRegistry, o as checkFiles, r as insideError, t as unlessInterrupted } from "./demo-unless-interrupted.js";
import { n as findProgram } from "./process-find-program.js";
import { join } from "node:path";
import { homedir } from "node:os";

// src/demo/chart.ts
/** The chart as it comes in the pull request, by path. Written for the demo; four things in it are wrong. */
function demoChart(hosts) {
	return {
		"shop/Chart.yaml": chartYaml,
		"shop/values.yaml": valuesYaml(hosts),
		"shop/templates/web.yaml": deployment$1("web", "web", 2),
		"shop/templates/api.yaml": deployment$1("api", "api", 3),
		"shop/templates/worker.yaml": deployment$1("worker", "worker", 1),
		"shop/templates/migrate.yaml": migrateJob,
		"shop/templates/cache.yaml": statefulSet,
		"shop/templates/registry-secret.yaml": registrySecret
	};
}
const chartYaml = `apiVersion: v2
name: shop
description: A small web shop.
version: 1.8.0
appVersion: "1.27.3"
`;
const workloads = (hosts) => [
	[
		"web",
		hosts.public,
		"shop/web",
		"1.27.33"
	],
	[
		"api",
		hosts.private,
		"shop/api",
		"4.2.0"
	],
	[
		"worker",
		hosts.public,
		"shop/worker",
		"2.9.0"
	],
	[
		"migrate",
		hosts.public,
		"tools/migrate",
		"0.18.1"
	],
	[
		"cache",
		hosts.busy,
		"mirror/cache",
		"7.4.1"
	]
];
const imageValues = (key, host, [repository, tag]) => `${key}:
  image:
    registry: ${host}
    repository: ${repository}
    tag: "${tag}"
`;
const loginValues = `# The login for the private registry.
registryLogin:
  create: false
  username: deployer
  password: demo-only
`;
function valuesYaml(hosts) {
	return [
		"# Images of the shop.",
		...workloads(hosts).map(([key, host, ...image]) => imageValues(key, host, image)),
		loginValues
	].join("\n");
}
const image = (key) => `"{{ .Values.${key}.image.registry }}/{{ .Values.${key}.image.repository }}:{{ .Values.${key}.image.tag }}"`;
const pullSecrets = `      {{- if .Values.registryLogin.create }}
      imagePullSecrets:
        - name: {{ .Release.Name }}-registry
      {{- end }}
`;
const deployment$1 = (name, key, replicas) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-${name}
spec:
  replicas: ${replicas}
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
${name === "api" ? pullSecrets : ""}      containers:
        - name: ${name}
          image: ${image(key)}
          ports:
            - containerPort: 8080
`;
const migrateJob = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations:
    helm.sh/hook: pre-upgrade
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: ${image("migrate")}
`;
const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ .Release.Name }}-cache
spec:
  serviceName: cache
  selector:
    matchLabels: { app: cache }
  template:
    metadata:
      labels: { app: cache }
    spec:
      containers:
        - name: cache
          image: ${image("cache")}
`;
const registrySecret = `{{- if .Values.registryLogin.create }}
apiVersion: v1
kind: Secret
metadata:
  name: {{ .Release.Name }}-registry
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: {{ printf "{\\"auths\\":{%q:{\\"username\\":%q,\\"password\\":%q}}}" .Values.api.image.registry .Values.registryLogin.username .Values.registryLogin.password | b64enc }}
{{- end }}
`;

// src/demo/helm.ts
/** helm from PATH, else the pinned one of a checkout, else of the user's cache. */
async function findHelm() {
	const onPath = await findProgram("helm", _light_node_process_default.env["PATH"] ?? "");
	if (onPath !== void 0) return {
		kind: "helm",
		path: onPath
	};
	const { ensureTools } = await import("./tools-ensure-tools.js");
	const result = await ensureTools({ folder: await toolsFolder() });
	return result.kind === "ready" ? {
		kind: "helm",
		path: result.tools.helm4
	} : {
		kind: "none",
		why: result.why
	};
}
async function toolsFolder() {
	const checkout = join(import.meta.dirname, "..");
	if (await access(join(checkout, "package-lock.json")).then(() => true, () => false)) return join(checkout, ".tools");
	return join(_light_node_process_default.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "will-it-pull", "tools");
}

// src/demo/manifests.ts
/** The same workload as plain manifests, for where no helm can be had. */
function demoManifests({ public: open, private: closed, busy }) {
	return {
		"shop/web.yaml": deployment("web", `${open}/shop/web:1.27.33`),
		"shop/api.yaml": deployment("api", `${closed}/shop/api:4.2.0`, "      # imagePullSecrets: [{ name: shop-registry }]\n"),
		"shop/worker.yaml": deployment("worker", `${open}/shop/worker:2.9.0`),
		"shop/migrate.yaml": deployment("migrate", `${open}/tools/migrate:0.18.1`),
		"shop/cache.yaml": deployment("cache", `${busy}/mirror/cache:7.4.1`),
		"shop/registry-secret.yaml": secret(closed)
	};
}
const deployment = (name, image, pod = "") => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-${name}
spec:
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
${pod}      containers:
        - name: ${name}
          image: ${image}
`;
const secret = (host) => `apiVersion: v1
kind: Secret
metadata:
  name: shop-registry
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${host}":{"username":"deployer","password":"demo-only"}}}'
`;

// src/simulator/artifact.ts
/** The same artifact with a part that was never uploaded: what names it stays, asking for it is a 404. */
function without(artifact, part) {
	if (typeof part === "object") {
		const digest = childDigest(artifact, part.child);
		return {
			...artifact,
			manifests: artifact.manifests.filter((manifest) => manifest.digest !== digest)
		};
	}
	const isLayer = (blob) => blob.mediaType.includes("tar");
	return {
		...artifact,
		blobs: artifact.blobs.filter((blob) => isLayer(blob) !== (part === "layers"))
	};
}
/** Digest of the child that an index names for a platform. Throws where it names none. */
function childDigest(artifact, platform) {
	const wanted = JSON.stringify(platformOf(platform));
	const entry = artifact.root.entries?.find((candidate) => JSON.stringify(candidate.platform) === wanted);
	if (entry === void 0) throw new Error(`the index has no entry for ${platform}`);
	return entry.digest;
}

// src/demo/registries.ts
const rateLimit = insideError({
	status: 429,
	code: "TOOMANYREQUESTS",
	message: "pull rate limit reached"
}, { "retry-after": "3600" });
/** Starts them and fills them: one open, one with a login, one that answers 429. */
async function startRegistries() {
	await using stack = new AsyncDisposableStack();
	const open = stack.use(await startRegistry());
	const closed = stack.use(await startRegistry({ auth: {
		style: "htpasswd",
		users: [{
			name: "deployer",
			password: "demo-only"
		}]
	} }));
	const busy = stack.use(await startRegistry());
	open.push("shop/web", ["1.26.0", "1.27.2"], image$1({ name: "web-old" }));
	open.push("shop/web", ["1.27.3", "latest"], image$1({ name: "web" }));
	open.push("shop/worker", "2.9.0", without(image$1({ name: "worker" }), { child: "linux/arm64" }));
	open.push("shop/worker", "2.9.1", image$1({ name: "worker-fixed" }));
	open.push("tools/migrate", "0.18.1", image$1({ name: "migrate" }));
	closed.push("shop/api", "4.2.0", image$1({ name: "api" }));
	busy.push("mirror/cache", "7.4.1", image$1({ name: "cache" }));
	const limit = busy.fault("*", rateLimit);
	const owned = stack.move();
	return {
		hosts: {
			public: open.host,
			private: closed.host,
			busy: busy.host
		},
		calmDown: () => limit[Symbol.dispose](),
		[Symbol.asyncDispose]: () => owned.disposeAsync()
	};
}

// src/demo/steps.ts
/** From the first thing that is wrong to the last. */
const demoSteps = [
	{
		title: "The tag of web has a digit too many: 1.27.33 becomes 1.27.3.",
		mend: (files) => replaceEverywhere(files, "1.27.33", "1.27.3")
	},
	{
		title: "The arm64 build of worker 2.9.0 was never pushed: 2.9.1 has it.",
		mend: (files) => replaceEverywhere(files, "2.9.0", "2.9.1")
	},
	{
		title: "api is private and its pods name no secret: the login is switched on.",
		mend: (files) => withLogin(files)
	},
	{
		title: "The registry of cache answered 429. That is no fault of the change: a while later it answers again.",
		mend: (files, registries) => {
			registries.calmDown();
			return files;
		}
	}
];
function replaceEverywhere(files, from, to) {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(from, to)]));
}
function withLogin(files) {
	return replaceEverywhere(replaceEverywhere(files, "create: false", "create: true"), "# imagePullSecrets:", "imagePullSecrets:");
}

// src/demo/run.ts
/** Checks the broken workload, then mends one variable at a time until it passes. 0 when it ended as it should. */
function runDemo() {
	return unlessInterrupted(demo);
}
async function demo(interrupted) {
	await using registries = await startRegistries();
	await using folder = await createScratch();
	const helm = await findHelm();
	const room = {
		folder,
		interrupted,
		helmPath: helm.kind === "helm" ? helm.path : void 0
	};
	say(introduction(helm));
	let files = helm.kind === "helm" ? demoChart(registries.hosts) : demoManifests(registries.hosts);
	let report = await checkFiles(files, room);
	say(`What a reviewer would see:\n\n${show(report)}`);
	for (const [index, step] of demoSteps.entries()) {
		const mended = step.mend(files, registries);
		report = await checkFiles(mended, room);
		say([
			`Fix ${index + 1} of ${demoSteps.length}: ${step.title}`,
			...changedLines(files, mended),
			...left(report),
			""
		].join("\n"));
		files = mended;
	}
	say(show(report));
	say(report.verdict === "pass" ? "The change can be merged." : "The demo did not end as planned.");
	return report.verdict === "pass" ? 0 : 1;
}
/** The lines that a fix rewrote, as a reviewer reads them. */
function changedLines(before, after) {
	return Object.entries(after).flatMap(([path, text]) => {
		const [old, now] = [(before[path] ?? "").split("\n"), text.split("\n")];
		const changed = now.flatMap((line, index) => line === old[index] ? [] : [`  - ${old[index] ?? ""}`, `  + ${line}`]);
		return changed.length > 0 ? [`  ${path}`, ...changed] : [];
	});
}
/** What is left to mend, a line each. */
function left({ findings, headline }) {
	return [...findings.filter(({ counts, severity }) => counts && severity !== "notice").map((finding) => `  still ${finding.code}: ${finding.image ?? ""}`), `  ${headline}`];
}
function introduction(helm) {
	const lines = ["A pull request changes a shop of five workloads, for nodes of linux/amd64 and linux/arm64."];
	if (helm.kind === "none") lines.push(`The workload is plain manifests instead of a chart. ${helm.why}`);
	return [
		...lines,
		"Everything below happens on this machine.",
		""
	].join("\n");
}
function show(report) {
	const palette = wantsColour() ? colour : plain;
	return textReport(report, {
		palette,
		detail: "normal",
		width: _light_node_process_default.stdout.columns
	});
}
function say(text) {
	_light_node_process_default.stdout.write(`${text}\n`);
}

export { runDemo };