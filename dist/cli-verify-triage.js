import { t as _light_node_process_default } from "./process.js";
import { _ as createWorld, a as createLog, c as anyFiles, h as networkLoader, l as resolveRequest, v as createFiles, x as check } from "./check.js";
import { i as listAt, n as at, r as fieldsOf, s as textAt, t as keyOf } from "./triage-key-of.js";
import { n as terminal } from "./words.js";
import { resolve } from "node:path";

// src/triage/verify/answers.ts
/** The triage with what registries say now of the images that were not pulled. */
function withAnswers(triage, answers) {
	const byPod = new Map(answers.flatMap(({ request, report }) => byPodOf(report, request)));
	return {
		...triage,
		workloads: triage.workloads.map((workload) => ({
			...workload,
			verified: byPod.get(keyOf("Pod", workload.namespace, workload.pod ?? "")) ?? null
		}))
	};
}
const ranks = [
	"unpullable",
	"unknown",
	"pullable",
	"not-checked"
];
function byPodOf(report, { platform, guessed }) {
	return [...Map.groupBy(report.uses, ({ workload }) => keyOf("Pod", workload.namespace ?? "", workload.name))].map(([key, uses]) => {
		const ids = new Set(uses.map(({ id }) => id));
		const findings = report.findings.filter((finding) => finding.uses.some((id) => ids.has(id)));
		return [key, {
			verdict: ranks.find((rank) => uses.some(({ verdict }) => verdict === rank)) ?? "not-checked",
			platform,
			guessed,
			findings: findings.map(({ code, image, message, fix }) => ({
				code,
				image,
				message,
				fix: fix?.text ?? null
			}))
		}];
	});
}

// src/triage/verify/requests.ts
/** What to ask for the pods that are not pulled: with their secrets, as the node they sit on. Nothing else is asked. */
function verifyRequests({ workloads }, objects) {
	const named = new Map(objects.map((object) => [ownKey(object), object]));
	const pods = workloads.flatMap(({ layer, pod, namespace }) => {
		const found = layer === "image pull" && pod !== null ? named.get(keyOf("Pod", namespace, pod)) : void 0;
		return found === void 0 ? [] : [found];
	});
	const besides = objects.filter((object) => ["Secret", "ServiceAccount"].includes(textAt(object, "kind"))).map(besideOf);
	return [...Map.groupBy(pods, (pod) => JSON.stringify(kindOf(named.get(keyOf("Node", "", textAt(pod, "spec", "nodeName")))))).values()].map((group) => ({
		...kindOf(named.get(keyOf("Node", "", textAt(group[0], "spec", "nodeName")))),
		manifests: [...group.map(podOf), ...besides].map((object) => JSON.stringify(object)).join("\n---\n")
	}));
}
function ownKey(object) {
	return keyOf(textAt(object, "kind"), textAt(object, "metadata", "namespace"), textAt(object, "metadata", "name"));
}
function kindOf(node) {
	if (node === void 0) return {
		platform: "linux/amd64",
		guessed: true
	};
	const labels = fieldsOf(at(node, "metadata", "labels"));
	const os = textAt(node, "status", "nodeInfo", "operatingSystem") || textAt(labels, "kubernetes.io/os") || "linux";
	const architecture = textAt(node, "status", "nodeInfo", "architecture") || textAt(labels, "kubernetes.io/arch") || "amd64";
	const build = textAt(labels, "node.kubernetes.io/windows-build");
	return {
		platform: `${os === "windows" && /^[\d.]+$/.test(build) ? `windows(${build})` : os}/${architecture}`,
		guessed: false,
		...runtimeOf(node)
	};
}
function runtimeOf(node) {
	const [, name, version = ""] = /^([\w-]+):\/\/(.*)/.exec(textAt(node, "status", "nodeInfo", "containerRuntimeVersion")) ?? [];
	if (name === "cri-o") return { runtime: "cri-o" };
	if (name !== "containerd") return {};
	return { runtime: /^v?(?:1\.|2\.0\.)/.test(version) ? "containerd-local" : "containerd" };
}
function podOf(pod) {
	const images = (field) => listAt(pod, "spec", field).map((each) => ({
		name: textAt(each, "name"),
		image: textAt(each, "image")
	}));
	return {
		apiVersion: "v1",
		kind: "Pod",
		metadata: nameOf(pod),
		spec: {
			initContainers: images("initContainers"),
			containers: images("containers"),
			volumes: listAt(pod, "spec", "volumes").filter((volume) => at(volume, "image") !== void 0),
			imagePullSecrets: at(pod, "spec", "imagePullSecrets"),
			serviceAccountName: textAt(pod, "spec", "serviceAccountName") || "default"
		}
	};
}
function besideOf(object) {
	return {
		apiVersion: "v1",
		kind: textAt(object, "kind"),
		metadata: nameOf(object),
		type: at(object, "type"),
		data: at(object, "data"),
		imagePullSecrets: at(object, "imagePullSecrets")
	};
}
function nameOf(object) {
	return {
		name: textAt(object, "metadata", "name"),
		namespace: textAt(object, "metadata", "namespace")
	};
}

// src/cli/verify-triage.ts
/** Asks the registries for the images that were not pulled, as the node of each pod would. The cluster is never asked. */
async function verifyTriage(found, objects) {
	const answers = [];
	for (const request of verifyRequests(found, objects)) {
		const report = await ask(request);
		if (report !== void 0) answers.push({
			request,
			report
		});
	}
	return withAnswers(found, answers);
}
async function ask({ platform, runtime, manifests }) {
	const root = resolve(".");
	const resolved = await resolveRequest({
		raw: {
			paths: ["-"],
			platforms: [platform],
			...runtime !== void 0 && { runtime: [runtime] }
		},
		withoutSecrets: false,
		offline: false,
		stdin: manifests,
		spell: (name) => `--${name}`,
		files: anyFiles(root),
		root: createFiles(root),
		environment: (name) => _light_node_process_default.env[name]
	});
	if (resolved.kind === "wrong") {
		for (const { where, why } of resolved.problems) _light_node_process_default.stderr.write(`not verified for ${platform}: ${where}: ${why}\n`);
		return;
	}
	const { request, run } = resolved;
	using log = createLog(terminal(), {
		quiet: false,
		debug: _light_node_process_default.env["RUNNER_DEBUG"] === "1"
	});
	const network = networkLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: false
	});
	await using world = await createWorld({
		root,
		timeoutMs: run.timeoutMs,
		log,
		network
	});
	return (await check(request, world)).report;
}

export { verifyTriage };