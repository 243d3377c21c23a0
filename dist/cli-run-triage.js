import { A as selects$1, L as layerOf, N as textEntriesOf, O as shellWord, a as printableJson, b as writeFile, i as writeStandardOutput, p as readFile, r as wantsColour, t as readStandardInput, w as counted } from "./words.js";
import { t as _light_node_process_default } from "./process.js";
import { n as plain, t as colour } from "./report-views-text-palette2.js";
import { a as momentAt, c as wordAt, i as listAt, n as at, o as numberAt, r as fieldsOf, s as textAt, t as keyOf } from "./triage-key-of.js";
import { i as triageTexts, n as isTriageCode, r as triageLayerOf, t as checkFor } from "./explain-checks.js";
import { i as titleOf, o as classify, s as rulePages, t as triageLayers } from "./triage-layers.js";
import { a as prose, n as codeSpan, t as codeBlock } from "./report-escape-markdown.js";
import { b as oneLine, x as safeLines } from "./base.js";
import { t as wrap } from "./report-views-text-wrap.js";

// src/triage/read-input.ts
/** What gets everything that triage reads. */
const gather = "kubectl get pods,events,nodes,deployments,replicasets,statefulsets,daemonsets,jobs,poddisruptionbudgets -A -o json > cluster.json";
const known = new Set(`Pod Event Node Deployment ReplicaSet StatefulSet DaemonSet Job CronJob Service Endpoints EndpointSlice
  PodDisruptionBudget ReplicationController`.split(/\s+/));
/** Reads what kubectl wrote: a List, one object, or several of them one after the other. */
function readInput(inputs) {
	const objects = [];
	for (const { name, text } of inputs) {
		const values = parseAll(text);
		if (values === void 0) return {
			kind: "wrong",
			name,
			why: unreadable(text)
		};
		const found = values.flatMap(itemsOf);
		const why = unusable(found);
		if (why !== void 0) return {
			kind: "wrong",
			name,
			why
		};
		for (const object of found) objects.push(object);
	}
	return {
		kind: "objects",
		objects
	};
}
function parseAll(text) {
	const whole = parse(text);
	if (whole !== void 0) return [whole];
	const parts = text.split(/\n(?=\{)/).map(parse);
	return parts.every((part) => part !== void 0) ? parts : void 0;
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function itemsOf(value) {
	if (Array.isArray(value)) return value.flatMap(itemsOf);
	if (!textAt(value, "kind").endsWith("List")) return [fieldsOf(value)];
	const kind = textAt(value, "kind").slice(0, -4);
	return listAt(value, "items").map((item) => textAt(item, "kind") === "" ? {
		kind,
		...fieldsOf(item)
	} : fieldsOf(item));
}
function unusable(objects) {
	if (objects.length === 0) return `It holds no object: nothing matched. Try: ${gather}`;
	const kinds = new Set(objects.map((object) => textAt(object, "kind")));
	if (kinds.has("Status")) return `It is an error of the API server: ${textAt(objects[0], "message").slice(0, 200)}`;
	if ([...kinds].some((kind) => known.has(kind))) return void 0;
	const shown = [...kinds].filter((kind) => kind !== "").slice(0, 3).join(", ");
	return shown === "" ? `It is JSON, but no Kubernetes object. Try: ${gather}` : `It holds ${shown}, which tell nothing about pods. Try: ${gather}`;
}
const looks = [
	[/^\s*$/, "It is empty."],
	[/^(?:NAMESPACE|NAME|LAST SEEN)\s{2,}/, "It is the table of kubectl, which leaves out most of what is needed."],
	[/^Name:\s+\S+/, "It is the output of `kubectl describe`. `will-it-pull explain -` reads that; triage reads JSON."],
	[/^(?:apiVersion|kind|items|metadata|---)(?::|\s|$)/m, "It is YAML."],
	[/^(?:Error from server|error:|The connection to the server|Unable to connect|No resources found)/, "It is an error message of kubectl."]
];
function unreadable(text) {
	const start = text.trimStart();
	if (/^[[{]/.test(start)) return `${/[\]}]\s*$/.test(text) ? "It is no valid JSON." : "It ends in the middle: the file is truncated, or kubectl was stopped."} Try: ${gather}`;
	return `${looks.find(([when]) => when.test(start))?.[1] ?? "It is no JSON."} Try: ${gather}`;
}

// src/triage/workload-of.ts
const deepest = 4;
/** The workload that a person knows: the Deployment behind the ReplicaSet, the CronJob behind the Job. */
function workloadOf(object, { objects }) {
	let name = nameOf(object);
	let current = object;
	for (let depth = 0; depth < deepest && current !== void 0; depth += 1) {
		const owner = controllerOf(current);
		if (owner === void 0 || owner.kind === "Node") return name;
		name = owner;
		current = objects.get(keyOf(owner.kind, owner.namespace, owner.name));
		if (current === void 0 && owner.kind === "ReplicaSet") return deploymentOf(owner, object);
	}
	return name;
}
/** Kind, namespace and name of an object. */
function nameOf(object) {
	return {
		kind: textAt(object, "kind"),
		namespace: textAt(object, "metadata", "namespace"),
		name: textAt(object, "metadata", "name")
	};
}
function controllerOf(object) {
	const owners = listAt(object, "metadata", "ownerReferences");
	const owner = owners.find((reference) => at(reference, "controller") === true) ?? owners[0];
	if (owner === void 0) return void 0;
	return {
		kind: textAt(owner, "kind"),
		namespace: textAt(object, "metadata", "namespace"),
		name: textAt(owner, "name")
	};
}
function deploymentOf(replicaSet, pod) {
	const hash = textAt(pod, "metadata", "labels", "pod-template-hash");
	return hash !== "" && replicaSet.name.endsWith(`-${hash}`) ? {
		...replicaSet,
		kind: "Deployment",
		name: replicaSet.name.slice(0, -hash.length - 1)
	} : replicaSet;
}

// src/triage/inventory.ts
/** Sorts the objects of the input by what they are about. */
function inventoryOf(objects) {
	const byKind = Map.groupBy(objects, (object) => textAt(object, "kind"));
	const events = unique(byKind.get("Event") ?? []);
	const pods = unique(byKind.get("Pod") ?? []);
	const named = new Map(objects.filter((object) => textAt(object, "kind") !== "Event").map((object) => [ownKey(object), object]));
	return {
		pods,
		podsOf: Map.groupBy(pods, (pod) => {
			const { kind, namespace, name } = workloadOf(pod, { objects: named });
			return keyOf(kind, namespace, name);
		}),
		nodes: new Map((byKind.get("Node") ?? []).map((node) => [textAt(node, "metadata", "name"), node])),
		objects: named,
		events: Map.groupBy(events.toSorted((one, another) => lastSeen(one) - lastSeen(another)), aboutKey),
		budgets: byKind.get("PodDisruptionBudget") ?? [],
		kinds: new Set(byKind.keys()),
		eventCount: events.length,
		asOf: objects.reduce((latest, object) => Math.max(latest, momentOf(object)), 0)
	};
}
/** When an event was last seen, in either of the two APIs of events. */
function lastSeen(event) {
	return momentAt(event, "series", "lastObservedTime") ?? momentAt(event, "lastTimestamp") ?? momentAt(event, "deprecatedLastTimestamp") ?? momentAt(event, "eventTime") ?? momentAt(event, "metadata", "creationTimestamp") ?? 0;
}
/** How often an event was seen. */
function timesSeen(event) {
	return numberAt(event, "series", "count") ?? numberAt(event, "count") ?? numberAt(event, "deprecatedCount") ?? 1;
}
/** The text of an event, in either API. */
function messageOf(event) {
	return textAt(event, "message") || textAt(event, "note");
}
function unique(objects) {
	return [...new Map(objects.map((object) => [textAt(object, "metadata", "uid") || ownKey(object), object])).values()];
}
function ownKey(object) {
	return keyOf(textAt(object, "kind"), textAt(object, "metadata", "namespace"), textAt(object, "metadata", "name"));
}
function aboutKey(event) {
	const about = at(event, "involvedObject") ?? at(event, "regarding");
	return keyOf(textAt(about, "kind"), textAt(about, "namespace"), textAt(about, "name"));
}
function momentOf(object) {
	if (textAt(object, "kind") === "Event") return lastSeen(object);
	const created = momentAt(object, "metadata", "creationTimestamp") ?? 0;
	const conditions = listAt(object, "status", "conditions").map((condition) => momentAt(condition, "lastHeartbeatTime") ?? momentAt(condition, "lastTransitionTime") ?? 0);
	const containers = listAt(object, "status", "containerStatuses").map((status) => momentAt(status, "state", "running", "startedAt") ?? momentAt(status, "state", "terminated", "finishedAt") ?? momentAt(status, "lastState", "terminated", "finishedAt") ?? 0);
	return Math.max(created, ...conditions, ...containers);
}

// src/triage/missing.ts
const useful = [
	["Pod", "pods"],
	["Event", "events"],
	["Node", "nodes"],
	["Deployment", "deployments,statefulsets,daemonsets,jobs"],
	["PodDisruptionBudget", "poddisruptionbudgets"]
];
const workloads = [
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"Job"
];
/** What was not in the input and would tell more, as a command. An empty answer of kubectl is not told from no question. */
function missingKinds({ kinds }) {
	return useful.filter(([kind]) => kind === "Deployment" ? !workloads.some((each) => kinds.has(each)) : !kinds.has(kind)).map(([, words]) => `kubectl get ${words} -A -o json`);
}

// src/triage/pod/broken.ts
/** The diagnosis of a pod that is broken. */
function broken({ pod, name, nodeName }, verdict) {
	const { code, others = [], evidence, container } = verdict;
	const secrets = listAt(pod, "spec", "imagePullSecrets").map((secret) => textAt(secret, "name"));
	return {
		state: "broken",
		code,
		others,
		evidence: `pod ${name}${container === void 0 ? "" : `, container ${container.name}`}: ${evidence}`,
		subject: {
			pod: name,
			container: container?.name,
			image: container?.image === "" ? void 0 : container?.image,
			node: nodeName === "" ? void 0 : nodeName,
			created: textAt(pod, "metadata", "creationTimestamp") || void 0,
			secrets: secrets.filter((secret) => secret !== "")
		}
	};
}
/** The code of a text, or another where the text does not say enough. */
function codeOf(text, otherwise) {
	const found = classify(text);
	const [code, ...others] = found === void 0 || found.vague ? [] : found.causes;
	return code === void 0 ? { code: otherwise } : {
		code,
		others
	};
}

// src/triage/pod/node.ts
/** Why a node is not ready, from its conditions; undefined where it is, or where nothing is known of it. */
function notReady$1(node) {
	const ready = listAt(node, "status", "conditions").find((condition) => textAt(condition, "type") === "Ready");
	if (ready === void 0 || textAt(ready, "status") === "True") return void 0;
	return `${textAt(ready, "reason")}: ${textAt(ready, "message")}`;
}
/** The pod is not to blame: its node is not ready. */
function nodeTrouble(context) {
	const why = notReady$1(context.node) ?? nodeEvent(context);
	if (why === void 0) return void 0;
	return broken(context, {
		code: "node-not-ready",
		evidence: `node ${context.nodeName}: ${why}`
	});
}
function nodeEvent({ node, events }) {
	if (node !== void 0) return void 0;
	const event = events.findLast(({ reason }) => reason === "NodeNotReady");
	return event && `${event.reason}: ${event.message}`;
}

// src/triage/selector.ts
/** Whether a label selector selects an object. */
function selects(selector, object) {
	const labels = textEntriesOf(at(object, "metadata", "labels"));
	return selects$1(selector, (key) => Object.hasOwn(labels, key) ? labels[key] : void 0);
}

// src/triage/services.ts
/** Services whose selector finds no ready pod, where pods were in the input; not those whose pods are known to be broken. */
function emptyServices(inventory, groups) {
	if (inventory.pods.length === 0) return [];
	const services = [...inventory.objects.values()].filter((object) => textAt(object, "kind") === "Service");
	const byNamespace = Map.groupBy(inventory.pods, (pod) => textAt(pod, "metadata", "namespace"));
	return services.flatMap((service) => {
		const selector = fieldsOf(at(service, "spec", "selector"));
		if (Object.keys(selector).length === 0 || textAt(service, "spec", "type") === "ExternalName") return [];
		const workload = nameOf(service);
		const pods = (byNamespace.get(workload.namespace) ?? []).filter((pod) => selects({ matchLabels: selector }, pod));
		if (pods.some(isReady) || pods.some((pod) => isTold(pod, inventory, groups))) return [];
		const words = Object.entries(selector).map(([key, value]) => `${key}=${typeof value === "string" ? value : ""}`);
		return [{
			workload,
			diagnosis: {
				state: "broken",
				code: "no-endpoints",
				others: [],
				evidence: `service ${workload.name}: the selector ${words.join(",")} matches ${pods.length} pods, none of them ready`,
				subject: {}
			}
		}];
	});
}
function isReady(pod) {
	return listAt(pod, "status", "conditions").some((each) => textAt(each, "type") === "Ready" && textAt(each, "status") === "True");
}
function isTold(pod, inventory, groups) {
	const { kind, namespace, name } = workloadOf(pod, inventory);
	return groups.get(keyOf(kind, namespace, name))?.diagnoses.some(({ state }) => state === "broken" || state === "starting") ?? false;
}

// src/triage/other-objects.ts
const controllers = /* @__PURE__ */ new Set([
	"Deployment",
	"ReplicaSet",
	"StatefulSet",
	"DaemonSet",
	"Job",
	"ReplicationController"
]);
/** Failures that no pod shows: pods that may not be made, rollouts that stall, nodes, Services without pods. */
function otherObjects(inventory, groups) {
	return [
		...[...inventory.objects.values()].filter((object) => controllers.has(textAt(object, "kind"))).flatMap((object) => ofController(object, inventory)),
		...[...inventory.nodes.values()].flatMap(ofNode),
		...emptyServices(inventory, groups)
	];
}
function ofController(object, inventory) {
	const workload = workloadOf(object, inventory);
	const conditions = listAt(object, "status", "conditions").map(fieldsOf);
	const evidence = creationFailure(object, conditions, inventory);
	if (evidence !== void 0) return [{
		workload,
		diagnosis: found("pod-not-created", evidence)
	}];
	const failed = conditions.find((condition) => textAt(condition, "reason") === "ProgressDeadlineExceeded" && textAt(condition, "status") === "False" || textAt(condition, "type") === "Failed" && textAt(condition, "status") === "True");
	if (failed === void 0) return [];
	const text = `${textAt(failed, "reason")}: ${textAt(failed, "message")}`;
	return [{
		workload,
		diagnosis: found(textAt(object, "kind") === "Job" ? "job-failed" : "rollout-stalled", `${textAt(object, "kind")} ${textAt(object, "metadata", "name")}: ${text}`)
	}];
}
function creationFailure(object, conditions, { events }) {
	const replicaFailure = conditions.find((condition) => textAt(condition, "type") === "ReplicaFailure" && textAt(condition, "status") === "True");
	if (replicaFailure !== void 0) return `${textAt(replicaFailure, "reason")}: ${textAt(replicaFailure, "message")}`;
	const { kind, namespace, name } = nameOf(object);
	const last = (events.get(keyOf(kind, namespace, name)) ?? []).findLast((event) => /^(?:FailedCreate|SuccessfulCreate)$/.test(textAt(event, "reason")));
	if (last === void 0 || textAt(last, "reason") !== "FailedCreate" || isComplete(object)) return void 0;
	return classify(`FailedCreate: ${messageOf(last)}`) && `FailedCreate: ${messageOf(last)}`;
}
function isComplete(object) {
	const wanted = numberAt(object, "spec", "replicas");
	return wanted !== void 0 && (numberAt(object, "status", "replicas") ?? 0) >= wanted;
}
function ofNode(node) {
	const why = notReady$1(node);
	if (why === void 0) return [];
	const name = textAt(node, "metadata", "name");
	const diagnosis = {
		...found("node-not-ready", `node ${name}${at(node, "spec", "unschedulable") === true ? ", cordoned" : ""}: ${why}`),
		subject: { node: name }
	};
	return [{
		workload: {
			kind: "Node",
			namespace: "",
			name
		},
		diagnosis
	}];
}
function found(code, evidence) {
	return {
		state: "broken",
		code,
		others: [],
		evidence,
		subject: {}
	};
}

// src/triage/pod/context.ts
/** Looks up what belongs to a pod. */
function contextOf(pod, inventory) {
	const name = textAt(pod, "metadata", "name");
	const nodeName = textAt(pod, "spec", "nodeName");
	const key = keyOf("Pod", textAt(pod, "metadata", "namespace"), name);
	const uid = textAt(pod, "metadata", "uid");
	const own = (inventory.events.get(key) ?? []).filter((event) => isAbout(event, uid));
	return {
		pod,
		name,
		nodeName,
		node: inventory.nodes.get(nodeName),
		events: own.map(eventOf),
		asOf: inventory.asOf
	};
}
/** The latest event that fits. */
function lastEvent({ events }, fits) {
	return events.findLast(fits);
}
function isAbout(event, uid) {
	const about = textAt(event, "involvedObject", "uid") || textAt(event, "regarding", "uid");
	return about === "" || uid === "" || about === uid;
}
function eventOf(event) {
	return {
		reason: textAt(event, "reason"),
		message: messageOf(event),
		warning: textAt(event, "type") === "Warning",
		at: lastSeen(event),
		times: timesSeen(event),
		part: textAt(event, "involvedObject", "fieldPath") || textAt(event, "regarding", "fieldPath")
	};
}

// src/triage/pod/containers.ts
/** The containers of a pod in the order in which they start. */
function containersOf(pod) {
	return [...some(pod, "initContainers", "initContainerStatuses"), ...some(pod, "containers", "containerStatuses")];
}
function some(pod, specs, statuses) {
	const byName = new Map(listAt(pod, "status", statuses).map((status) => [textAt(status, "name"), fieldsOf(status)]));
	const written = new Map(listAt(pod, "spec", specs).map((spec) => [textAt(spec, "name"), fieldsOf(spec)]));
	return [.../* @__PURE__ */ new Set([...written.keys(), ...byName.keys()])].map((name) => {
		const [status, spec] = [byName.get(name) ?? {}, written.get(name) ?? {}];
		return {
			name,
			image: textAt(spec, "image") || textAt(status, "image"),
			init: specs === "initContainers" && at(spec, "restartPolicy") !== "Always",
			status,
			spec
		};
	});
}

// src/triage/pod/crash.ts
const minute$4 = 6e4;
const manyRestarts = 3;
/** A container that the kubelet has stopped restarting for a while: by how its last run ended. */
function crashOf(context, container) {
	const last = fieldsOf(at(container.status, "lastState", "terminated"));
	const restarts = numberAt(container.status, "restartCount") ?? 0;
	const { code, others } = causeOf(context, container, last);
	const evidence = `CrashLoopBackOff after ${restarts} restarts; the last run ended with ${endOf(last)}`;
	return broken(context, {
		code,
		others,
		evidence,
		container
	});
}
/** A container that has ended and is not started again, or not yet. */
function failedRun(context, container) {
	const run = fieldsOf(at(container.status, "state", "terminated"));
	if (numberAt(run, "exitCode") === 0) return void 0;
	const { code, others } = causeOf(context, container, run);
	return broken(context, {
		code,
		others,
		evidence: `it ended with ${endOf(run)}`,
		container
	});
}
/** A container that runs now, and whether it will for long. */
function diagnoseRestarts(context, container) {
	const { status } = container;
	const last = fieldsOf(at(status, "lastState", "terminated"));
	const restarts = numberAt(status, "restartCount") ?? 0;
	const ended = momentAt(last, "finishedAt");
	if (ended === void 0 || restarts < manyRestarts || context.asOf - ended > 10 * minute$4) return void 0;
	const { code, others } = causeOf(context, container, last);
	const evidence = `it runs at this moment and was restarted ${restarts} times, the last time after ${endOf(last)}`;
	return broken(context, {
		code,
		others,
		evidence,
		container
	});
}
function causeOf(context, container, run) {
	const [reason, message] = [textAt(run, "reason"), textAt(run, "message")];
	if (reason === "OOMKilled") return { code: "out-of-memory" };
	if (/exec format error/.test(message)) return { code: "wrong-architecture" };
	if (/^(?:StartError|ContainerCannotRun)$/.test(reason)) return codeOf(`${reason}: ${message}`, "container-not-started");
	const probe = killedBy(context, container);
	if (probe !== void 0) return { code: probe };
	return { code: container.init ? "init-container-fails" : "container-crashes" };
}
function killedBy({ events }, { name }) {
	const killing = events.filter(({ part, message }) => part.includes(`{${name}}`) || message.includes(`Container ${name} `)).findLast(({ reason, message }) => reason === "Killing" && /probe/.test(message));
	if (killing === void 0) return void 0;
	return /startup/.test(killing.message) ? "startup-probe-failing" : "liveness-probe-failing";
}
function endOf(run) {
	const code = numberAt(run, "exitCode");
	const [reason, message] = [textAt(run, "reason"), textAt(run, "message").trim()];
	const exit = code === void 0 ? "an unknown exit code" : `exit code ${code}`;
	const named = reason === "" || reason === "Error" || reason === "Completed" ? exit : `${reason}, ${exit}`;
	return message === "" ? named : `${named}: ${message}`;
}

// src/triage/pod/preparation.ts
const minute$3 = 6e4;
const patience = 2 * minute$3;
const fewTimes = 3;
const failing = /^(?:FailedCreatePodSandBox|FailedMount|FailedAttachVolume|FailedMapVolume|NetworkNotReady|FailedPrepareDynamicResources)$/;
/** No container has started yet: because it takes its time, or because sandbox, network or a volume fails. */
function diagnosePreparation(context, container) {
	const event = lastEvent(context, ({ reason, warning }) => warning && failing.test(reason));
	const later = lastEvent(context, ({ reason }) => reason === "Pulling" || reason === "Pulled" || reason === "Created");
	if (event !== void 0 && (later === void 0 || later.at < event.at) && !isYoung(context, event)) {
		const evidence = `${event.reason}: ${event.message}`;
		return broken(context, {
			...codeOf(evidence, "sandbox-failed"),
			evidence
		});
	}
	const trouble = nodeTrouble(context);
	if (trouble !== void 0) return trouble;
	return {
		state: "starting",
		evidence: progress(context, container)
	};
}
function isYoung(context, event) {
	const age = context.asOf - startedAt(context);
	return event.times < fewTimes && age < patience;
}
function startedAt({ pod, asOf }) {
	const scheduled = listAt(pod, "status", "conditions").find((each) => textAt(each, "type") === "PodScheduled");
	return momentAt(scheduled, "lastTransitionTime") ?? momentAt(pod, "metadata", "creationTimestamp") ?? asOf;
}
function progress(context, container) {
	const pulling = lastEvent(context, ({ reason }) => reason === "Pulling");
	if (pulling !== void 0) {
		const minutes = Math.floor((context.asOf - pulling.at) / minute$3);
		return minutes > 0 ? `${pulling.message} (for ${minutes} minutes)` : pulling.message;
	}
	return container === void 0 ? "no container has started yet" : `container ${container.name} is being prepared`;
}

// src/triage/pod/pull.ts
const reasons = /* @__PURE__ */ new Set([
	"ErrImagePull",
	"ImagePullBackOff",
	"InvalidImageName",
	"ErrImageNeverPull",
	"ImageInspectError",
	"RegistryUnavailable",
	"SignatureValidationFailed"
]);
/** Whether a waiting reason is about the image. Newer kubelets give the raw text of an undecodable secret as reason. */
function isPullReason(reason) {
	return reasons.has(reason) || /unable to parse auth field|illegal base64|invalid character/.test(reason);
}
/** Why the image is not pulled: from the status, else from the events, which tell what the status left out. */
function pullFailure(context, container, { reason, message }) {
	const shown = message === "" ? reason : `${reason}: ${message}`;
	const evidence = [shown, ...eventsAbout(context, container)].find(saysWhy) ?? shown;
	return broken(context, {
		...codeOf(evidence, "pull-failed"),
		evidence,
		container
	});
}
function eventsAbout({ events }, { name, image }) {
	return events.filter(({ part, message }) => part.includes(`{${name}}`) || image !== "" && message.includes(image)).filter(({ warning }) => warning).toReversed().map(({ message }) => message);
}
function saysWhy(text) {
	const found = classify(text);
	const code = found?.causes[0];
	if (found === void 0 || found.vague || code === void 0) return false;
	return isTriageCode(code) ? triageTexts[code].layer !== "application" : layerOf(code) !== "coverage";
}

// src/triage/pod/diagnose-containers.ts
/** The first container, in the order of starting, that does not get on. */
function diagnoseContainers(context) {
	const containers = containersOf(context.pod);
	const found = containers.flatMap((container) => diagnose(context, container) ?? []);
	const first = firstOf(found.filter((each) => each.state === "broken")) ?? found[0];
	if (first !== void 0) return first;
	const waiting = containers.find(isPreparing);
	if (waiting !== void 0) return diagnosePreparation(context, waiting);
	if (containers.every(({ status }) => Object.keys(status).length === 0)) return diagnosePreparation(context);
}
/** The failure in the first layer, with the others beside it. */
function firstOf(failures) {
	const [first, ...besides] = failures.toSorted((one, another) => layerRank(one) - layerRank(another));
	return first && {
		...first,
		besides
	};
}
function layerRank({ code }) {
	return triageLayers.indexOf(triageLayerOf(code));
}
function diagnose(context, container) {
	const { status } = container;
	if (at(status, "state", "waiting") !== void 0) return diagnoseWaiting(context, container);
	if (at(status, "state", "terminated") !== void 0) return failedRun(context, container);
	return diagnoseRestarts(context, container);
}
const preparing = /^(?:ContainerCreating|PodInitializing)?$/;
function isPreparing({ status }) {
	return at(status, "state", "waiting") !== void 0;
}
function diagnoseWaiting(context, container) {
	const reason = textAt(container.status, "state", "waiting", "reason");
	const message = textAt(container.status, "state", "waiting", "message");
	if (preparing.test(reason)) return diagnosePull(context, container);
	if (reason === "CrashLoopBackOff") return crashOf(context, container);
	if (isPullReason(reason)) return pullFailure(context, container, {
		reason,
		message
	});
	const evidence = message === "" ? reason : `${reason}: ${message}`;
	return broken(context, {
		...codeOf(evidence, "container-not-created"),
		evidence,
		container
	});
}
function diagnosePull(context, container) {
	const event = context.events.findLast(({ reason, message }) => reason === "Failed" && /^(?:Error: )?Failed to pull/.test(message));
	if (event === void 0 || container.init) return void 0;
	const pulled = context.events.findLast(({ reason }) => reason === "Pulled" || reason === "Pulling");
	const created = momentAt(context.pod, "metadata", "creationTimestamp") ?? 0;
	if ((pulled?.at ?? 0) > event.at || event.at < created) return void 0;
	return broken(context, {
		...codeOf(event.message, "pull-failed"),
		evidence: event.message,
		container
	});
}

// src/triage/pod/diagnose-readiness.ts
const minute$2 = 6e4;
/** All containers run: whether the pod gets traffic, and whether it had troubles before. */
function diagnoseReadiness(context) {
	if (textAt(context.pod, "status", "phase") === "Failed") return void 0;
	const late = containersOf(context.pod).find(isLate);
	const isReady = isTrue(context, "Ready");
	const trouble = isReady && late === void 0 ? void 0 : nodeTrouble(context);
	if (trouble !== void 0) return trouble;
	if (late !== void 0) return notReady(context, late);
	if (isReady || !isTrue(context, "ContainersReady")) return before(context);
	return closedGate(context) ?? before(context);
}
function isLate({ init, status }) {
	return !init && at(status, "state", "running") !== void 0 && at(status, "ready") === false;
}
function notReady(context, container) {
	const { name, status, spec } = container;
	const startedAt = momentAt(status, "state", "running", "startedAt") ?? context.asOf;
	const event = lastEvent(context, (each) => each.reason === "Unhealthy" && (each.part === "" || each.part.includes(`{${name}}`)));
	if (at(status, "started") === false) return notStarted(context, container, event?.message);
	if (context.asOf - startedAt < minute$2 || event === void 0 && at(spec, "readinessProbe") === void 0) return {
		state: "starting",
		evidence: `container ${name} runs and is not ready yet`
	};
	const seconds = Math.round((context.asOf - startedAt) / 1e3);
	const evidence = event?.message ?? `it has run for ${seconds} s and is not ready`;
	return broken(context, {
		code: "not-ready",
		evidence,
		container
	});
}
function notStarted(context, container, message) {
	if (Number(at(container.status, "restartCount") ?? 0) === 0 || message === void 0) return {
		state: "starting",
		evidence: `container ${container.name} runs and its startup probe has not succeeded yet`
	};
	return broken(context, {
		code: "startup-probe-failing",
		evidence: message,
		container
	});
}
function closedGate(context) {
	const closed = listAt(context.pod, "spec", "readinessGates").map((gate) => textAt(gate, "conditionType")).find((gate) => !isTrue(context, gate));
	if (closed === void 0) return void 0;
	const created = momentAt(context.pod, "metadata", "creationTimestamp") ?? 0;
	if (context.asOf - created < 2 * minute$2) return {
		state: "starting",
		evidence: `readiness gate ${closed} is not open yet`
	};
	return broken(context, {
		code: "readiness-gate-closed",
		evidence: `condition ${closed} is not true`
	});
}
function before(context) {
	const restarted = containersOf(context.pod).find(({ status }) => at(status, "lastState", "terminated") !== void 0);
	if (restarted !== void 0) {
		const reason = textAt(restarted.status, "lastState", "terminated", "reason");
		const restarts = Number(at(restarted.status, "restartCount") ?? 0);
		return {
			state: "recovered",
			evidence: `container ${restarted.name} was restarted ${restarts} times (last: ${reason}) and runs now`
		};
	}
	const event = lastEvent(context, ({ warning }) => warning);
	return event && {
		state: "recovered",
		evidence: `${event.reason}: ${event.message}`
	};
}
function isTrue({ pod }, type) {
	return listAt(pod, "status", "conditions").some((each) => textAt(each, "type") === type && textAt(each, "status") === "True");
}

// src/triage/pod/diagnose-scheduling.ts
const minute$1 = 6e4;
/** Whether the pod has a node, and why not. */
function diagnoseScheduling(context) {
	if (context.nodeName !== "" || textAt(context.pod, "status", "phase") === "Failed") return void 0;
	const condition = listAt(context.pod, "status", "conditions").find((each) => textAt(each, "type") === "PodScheduled");
	const event = lastEvent(context, ({ reason }) => reason === "FailedScheduling");
	const reason = textAt(condition, "reason");
	const message = textAt(condition, "message") || (event?.message ?? "");
	if (reason === "SchedulingGated") return broken(context, {
		code: "scheduling-gated",
		evidence: `${reason}: ${message}`
	});
	if (message === "") return unseen(context);
	if (isHelped(context, event?.at ?? 0)) return {
		state: "starting",
		evidence: "the autoscaler is bringing a node for it"
	};
	const text = `FailedScheduling: ${message}`;
	return broken(context, {
		...codeOf(text, "not-scheduled"),
		evidence: text
	});
}
function unseen(context) {
	const age = context.asOf - (momentAt(context.pod, "metadata", "creationTimestamp") ?? context.asOf);
	if (age < minute$1) return {
		state: "starting",
		evidence: "it was just created"
	};
	const evidence = `Pending for ${Math.round(age / minute$1)} minutes without a node, and no event says why`;
	return broken(context, {
		code: "not-scheduled",
		evidence
	});
}
function isHelped(context, failedAt) {
	const scaling = lastEvent(context, ({ reason }) => reason === "TriggeredScaleUp");
	const isOld = context.asOf - (scaling?.at ?? 0) > 10 * minute$1;
	const gaveUp = lastEvent(context, ({ reason }) => reason === "NotTriggerScaleUp");
	return scaling !== void 0 && !isOld && (gaveUp === void 0 || gaveUp.at < scaling.at) && failedAt - scaling.at < 10 * minute$1;
}

// src/triage/pod/diagnose-pod.ts
const minute = 6e4;
/** What one pod shows: the first layer that is broken, in the order in which they have to work. */
function diagnosePod(pod, inventory) {
	const context = contextOf(pod, inventory);
	return leaving(context) ?? ended(context) ?? diagnoseScheduling(context) ?? diagnoseContainers(context) ?? diagnoseReadiness(context) ?? { state: "fine" };
}
function leaving(context) {
	const due = momentAt(context.pod, "metadata", "deletionTimestamp");
	if (due === void 0) return void 0;
	if (context.asOf - due < 5 * minute) return { state: "fine" };
	const since = Math.round((context.asOf - due) / minute);
	return broken(context, {
		code: "stuck-terminating",
		evidence: `it should have been gone ${since} minutes ago`
	});
}
const lostNode = /^(?:NodeLost|NodeShutdown|Terminated|Shutdown)$/;
function ended(context) {
	const phase = textAt(context.pod, "status", "phase");
	if (phase === "Succeeded") return { state: "fine" };
	if (phase !== "Failed") return void 0;
	const [reason, message] = [textAt(context.pod, "status", "reason"), textAt(context.pod, "status", "message")];
	if (reason === "") return void 0;
	const evidence = `${reason}: ${message}`;
	if (lostNode.test(reason)) return broken(context, {
		code: "node-not-ready",
		evidence
	});
	if (reason === "DeadlineExceeded") return broken(context, {
		code: "job-failed",
		evidence
	});
	return broken(context, {
		...codeOf(evidence, "pod-rejected"),
		evidence
	});
}

// src/triage/settled.ts
const leftovers = /* @__PURE__ */ new Set([
	"evicted",
	"pod-rejected",
	"node-not-ready",
	"stuck-terminating"
]);
/** Whether the failures are of the past: the Job has completed, or the workload has all its replicas without those pods. */
function isOver(workload, failures, { objects }) {
	const object = objects.get(keyOf(workload.kind, workload.namespace, workload.name));
	if (object === void 0) return false;
	if (workload.kind === "Job") return listAt(object, "status", "conditions").some((condition) => textAt(condition, "type") === "Complete" && textAt(condition, "status") === "True");
	const wanted = numberAt(object, "spec", "replicas") ?? numberAt(object, "status", "desiredNumberScheduled");
	const ready = numberAt(object, "status", "readyReplicas") ?? numberAt(object, "status", "numberReady") ?? 0;
	return wanted !== void 0 && wanted > 0 && ready >= wanted && failures.every(({ code }) => leftovers.has(code));
}

// src/triage/respect.ts
const most$1 = 6;
/** What a disturbing command must respect, read from the same input: budgets, probes, how much loss is tolerated. */
function respects(workload, { run, subject, inventory }) {
	const pods = run.includes("drain") ? podsOfNode(subject.node, inventory) : inventory.podsOf.get(keyOf(workload.kind, workload.namespace, workload.name)) ?? [];
	const object = inventory.objects.get(keyOf(workload.kind, workload.namespace, workload.name));
	const budgets = inventory.budgets.filter((budget) => pods.some((pod) => isCovered(budget, pod)));
	return [
		...inventory.budgets.length === 0 && !inventory.kinds.has("PodDisruptionBudget") ? [unknownBudgets] : [],
		...budgets.slice(0, most$1).map(budgetWords),
		...budgets.length > most$1 ? [`${budgets.length - most$1} more PodDisruptionBudgets`] : [],
		...run.includes("drain") ? [`${pods.length} pods of this input run on that node`] : toleranceWords(object),
		...probeWords(pods)
	];
}
const unknownBudgets = "PodDisruptionBudgets were not in the input: kubectl get poddisruptionbudgets -A";
function podsOfNode(node, { pods }) {
	return pods.filter((pod) => textAt(pod, "spec", "nodeName") === node);
}
function isCovered(budget, pod) {
	return textAt(budget, "metadata", "namespace") === textAt(pod, "metadata", "namespace") && selects(at(budget, "spec", "selector"), pod);
}
function budgetWords(budget) {
	const name = `${textAt(budget, "metadata", "namespace")}/${textAt(budget, "metadata", "name")}`;
	const allowed = numberAt(budget, "status", "disruptionsAllowed") ?? 0;
	const [least, loss] = [wordAt(budget, "spec", "minAvailable"), wordAt(budget, "spec", "maxUnavailable")];
	return `PodDisruptionBudget ${name} (${least === "" ? `maxUnavailable ${loss}` : `minAvailable ${least}`}) allows ${allowed} disruptions now`;
}
function toleranceWords(object) {
	if (object === void 0) return [];
	const replicas = numberAt(object, "spec", "replicas");
	const ready = numberAt(object, "status", "readyReplicas") ?? numberAt(object, "status", "numberReady") ?? 0;
	const strategy = textAt(object, "spec", "strategy", "type") || textAt(object, "spec", "updateStrategy", "type");
	const loss = wordAt(object, "spec", "strategy", "rollingUpdate", "maxUnavailable") || wordAt(object, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
	return [
		...replicas === void 0 ? [] : [`${ready} of ${replicas} replicas are ready`],
		...replicas === 1 ? ["there is one replica only: nothing serves while it is replaced"] : [],
		...strategy === "" ? [] : [`strategy ${strategy}${loss === "" ? "" : `, maxUnavailable ${loss}`}`]
	];
}
function probeWords(pods) {
	if (pods.flatMap((pod) => listAt(pod, "spec", "containers")).every((each) => at(each, "readinessProbe") !== void 0)) return [];
	return ["some containers have no readiness probe, so a rollout counts their pods as ready once they run"];
}

// src/triage/steps.ts
/** What to do next: commands that only read, in the fixed order; then, marked, one that disturbs. */
function stepsFor(workload, failure, inventory) {
	const fill = filler(workload, failure);
	const own = isTriageCode(failure.code) ? triageTexts[failure.code].look.flatMap(({ run = [] }) => run) : pullSteps(failure, inventory);
	const [next = "", ...further] = [...new Set(own.map(fill))];
	return {
		next,
		further,
		disturbing: disturbingStep(workload, failure, {
			fill,
			inventory
		})
	};
}
/** What mends it, in a sentence or two. */
function adviceFor(code) {
	return isTriageCode(code) ? triageTexts[code].fix : rulePages[code].fix[0]?.say ?? "";
}
const describe = "kubectl -n $NS describe pod $POD";
function pullSteps({ code, others, subject }, { kinds }) {
	const names = {
		image: subject.image,
		secret: subject.secrets?.[0]
	};
	const checks = [code, ...others].map((each) => checkFor(each, names));
	const look = kinds.has("Event") ? [] : [describe];
	return [
		...checks,
		...look,
		`will-it-pull explain ${code}`
	];
}
function disturbingStep(workload, failure, { fill, inventory }) {
	const { run, why } = (isTriageCode(failure.code) ? triageTexts[failure.code].disturbing : pullUndo(workload)) ?? {};
	if (run === void 0 || why === void 0) return null;
	if (run.includes("rollout undo") && !undoable.has(workload.kind)) return null;
	if (run.includes("delete $OWNER") && workload.kind !== "Job") return null;
	return {
		command: fill(run),
		why,
		respect: respects(workload, {
			run,
			subject: failure.subject,
			inventory
		})
	};
}
const undoable = /* @__PURE__ */ new Set([
	"Deployment",
	"StatefulSet",
	"DaemonSet"
]);
function pullUndo({ kind }) {
	return undoable.has(kind) ? {
		run: "kubectl -n $NS rollout undo $OWNER",
		why: "goes back to the image that ran before, if this began with a rollout"
	} : void 0;
}
function filler(workload, { subject }) {
	const { kind, namespace, name } = workload;
	const names = /* @__PURE__ */ new Map([
		["NS", namespace === "" ? "default" : namespace],
		["POD", subject.pod],
		["CONTAINER", subject.container],
		["IMAGE", subject.image],
		["NODE", subject.node],
		["SECRET", subject.secrets?.[0]],
		["NAME", name]
	]);
	const owner = `${shellWord(kind.toLowerCase())}/${shellWord(name)}`;
	return (command) => complete(command, subject).replaceAll("$OWNER", owner).replace(/\$([A-Z]+)\b/g, (whole, word) => {
		const value = names.get(word);
		return value === void 0 ? whole : shellWord(value);
	});
}
function complete(command, { container }) {
	const placed = command.replace(/^kubectl get (secret|pod|serviceaccount)(?= (?!-A))/, "kubectl -n $NS get $1");
	return container === void 0 ? placed.replace(" -c $CONTAINER", "") : placed;
}

// src/triage/triage.ts
/** Separates scheduling, image pull, runtime, application and traffic failures, by workload. Asks nobody. */
function triage(objects) {
	const inventory = inventoryOf(objects);
	const groups = groupsOf(inventory);
	const settled = [...groups.values()].map((group) => settle(group, inventory));
	const broken = settled.flatMap(({ broken: found }) => found === void 0 ? [] : [found]);
	return {
		workloads: broken.toSorted(byLayer),
		recovered: settled.flatMap(({ recovered }) => recovered ?? []),
		starting: settled.flatMap(({ starting }) => starting ?? []),
		summary: {
			pods: inventory.pods.length,
			events: inventory.eventCount,
			nodes: inventory.nodes.size,
			workloads: groups.size,
			broken: broken.length
		},
		missing: missingKinds(inventory),
		asOf: inventory.asOf === 0 ? null : new Date(inventory.asOf).toISOString()
	};
}
function groupsOf(inventory) {
	const groups = /* @__PURE__ */ new Map();
	const add = (workload, diagnosis) => {
		const key = keyOf(workload.kind, workload.namespace, workload.name);
		const group = groups.get(key) ?? {
			workload,
			diagnoses: []
		};
		groups.set(key, group);
		group.diagnoses.push(diagnosis);
	};
	for (const pod of inventory.pods) add(workloadOf(pod, inventory), diagnosePod(pod, inventory));
	for (const { workload, diagnosis } of otherObjects(inventory, groups)) add(workload, diagnosis);
	return groups;
}
function settle({ workload, diagnoses }, inventory) {
	const failures = diagnoses.filter((diagnosis) => diagnosis.state === "broken").toSorted(byOrder);
	const [first] = failures;
	if (first !== void 0 && !isOver(workload, failures, inventory)) return { broken: triaged(workload, {
		failures,
		first,
		pods: diagnoses.length,
		inventory
	}) };
	if (first !== void 0) return { recovered: {
		...workload,
		evidence: first.evidence
	} };
	const starting = diagnoses.find((diagnosis) => diagnosis.state === "starting");
	if (starting !== void 0) return { starting: {
		...workload,
		evidence: starting.evidence
	} };
	const recovered = diagnoses.find((diagnosis) => diagnosis.state === "recovered");
	return recovered === void 0 ? {} : { recovered: {
		...workload,
		evidence: recovered.evidence
	} };
}
function triaged(workload, { failures, first, pods, inventory }) {
	const all = failures.flatMap((failure) => [failure, ...failure.besides ?? []]);
	const others = [...new Map(all.map((failure) => [failure.code, failure])).values()].filter(({ code }) => code !== first.code);
	return {
		...workload,
		layer: triageLayerOf(first.code),
		code: first.code,
		evidence: first.evidence,
		...stepsFor(workload, first, inventory),
		possible: first.others,
		pods: {
			broken: failures.filter(({ subject }) => subject.pod !== void 0).length,
			all: pods
		},
		also: others.map(({ code, evidence }) => ({
			layer: triageLayerOf(code),
			code,
			evidence
		})),
		image: first.subject.image ?? null,
		pod: first.subject.pod ?? null,
		verified: null,
		advice: adviceFor(first.code),
		since: failures.map(({ subject }) => subject.created ?? "").filter(Boolean).toSorted()[0] ?? null
	};
}
function byOrder(one, another) {
	return rank(one.code) - rank(another.code);
}
function byLayer(one, another) {
	const layers = triageLayers.indexOf(one.layer) - triageLayers.indexOf(another.layer);
	return layers === 0 ? keyOf(one.namespace, one.kind, one.name).localeCompare(keyOf(another.namespace, another.kind, another.name)) : layers;
}
const signs = /* @__PURE__ */ new Set([
	"rollout-stalled",
	"job-failed",
	"no-endpoints",
	"stuck-terminating"
]);
function rank(code) {
	return triageLayers.indexOf(triageLayerOf(code)) + (signs.has(code) ? triageLayers.length : 0);
}

// src/triage/views/json.ts
/** The triage as JSON; `workloads` holds what is broken, the first layer first. */
function triageJson(triage) {
	return `${printableJson(triage, 2)}\n`;
}

// src/triage/views/words.ts
/** `Deployment shop/web`. */
function nameText({ kind, namespace, name }) {
	return namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
/** What is wrong, in one sentence. */
function titleText(workload) {
	const { pods } = workload;
	const share = pods.broken === 0 ? "" : ` (${pods.broken} of ${counted(pods.all, "pod")})`;
	return `${titleOf(workload.code)}${share}`;
}
/** The numbers. */
function summaryText({ summary }) {
	return `${[
		counted(summary.pods, "pod"),
		counted(summary.events, "event"),
		counted(summary.nodes, "node")
	].join(", ")} read: ${summary.broken === 0 ? "nothing is broken" : `${counted(summary.broken, "workload")} broken`} of ${summary.workloads}.`;
}
/** What the registries say now, a sentence each. */
function verifiedText({ verified }) {
	if (verified === null) return [];
	const { verdict, platform, guessed, findings } = verified;
	return [`for ${guessed ? `${platform} (a guess: the node was not in the input)` : platform}: ${{
		pullable: "it can be pulled now; the kubelet tries again by itself",
		unpullable: "it cannot be pulled",
		unknown: "it could not be told",
		"not-checked": "it was not checked"
	}[verdict]}.`, ...findings.map(({ code, message, fix }) => `${code}: ${message} ${fix ?? ""}`.trim())];
}

// src/triage/views/markdown.ts
const longestEvidence$1 = 1500;
const most = 100;
/** An incident report to paste into a ticket: what is broken and how it is known; what is left to fill in is marked. */
function triageMarkdown(triage) {
	const shown = triage.workloads.slice(0, most);
	const left = triage.workloads.length - shown.length;
	return `${[
		"# Incident: workloads that do not run",
		`${summaryText(triage)}${triage.asOf === null ? "" : ` As of ${triage.asOf}.`}`,
		...shown.length === 0 ? [] : [table(shown)],
		...shown.map(workloadMarkdown),
		...left > 0 ? [`${left} more workloads are broken.`] : [],
		...noted$1("Failed before, works now", triage.recovered),
		...noted$1("On their way", triage.starting),
		...triage.missing.length === 0 ? [] : ["## Not looked at", codeBlock([...triage.missing], "sh")],
		"## To fill in",
		"- Began: \n- Noticed by: \n- Root cause: \n- Mended by: \n- So that it does not come back: "
	].join("\n\n")}\n`;
}
function table(workloads) {
	return [
		"| workload | first broken layer | code | what |",
		"| --- | --- | --- | --- |",
		...workloads.map((workload) => `| ${codeSpan(nameText(workload))} | ${workload.layer} | ${workload.code} | ${prose(titleText(workload))} |`)
	].join("\n");
}
function workloadMarkdown(workload) {
	const { layer, code, evidence, next, further, disturbing, also, possible, image } = workload;
	return [
		`## ${codeSpan(nameText(workload))}`,
		`${prose(titleText(workload))}. Layer: ${layer}; code: ${code}.${workload.since === null ? "" : ` Oldest broken pod: ${codeSpan(workload.since)}.`}${image === null ? "" : ` Image: ${codeSpan(image)}.`}`,
		"Evidence:",
		codeBlock([evidence.slice(0, longestEvidence$1)], "text"),
		...possible.length === 0 ? [] : [`The evidence does not tell it from: ${possible.join(", ")}.`],
		...also.map((other) => `Also ${other.layer}, ${other.code}: ${codeSpan(other.evidence)}`),
		"Next, only reading:",
		codeBlock([next, ...further], "sh"),
		...verifiedText(workload).map((text) => `Asked now: ${prose(text)}`),
		`To mend it: ${prose(workload.advice)}`,
		...disturbing === null ? [] : [
			`Only after that: this **disturbs what runs**. It ${disturbing.why}.`,
			codeBlock([disturbing.command], "sh"),
			...disturbing.respect.length === 0 ? [] : [[
				"It must respect:",
				"",
				...disturbing.respect.map((text) => `- ${prose(text)}`)
			].join("\n")]
		]
	].join("\n\n");
}
function noted$1(title, workloads) {
	if (workloads.length === 0) return [];
	const lines = workloads.slice(0, most).map((each) => `- ${codeSpan(nameText(each))}: ${codeSpan(each.evidence)}`);
	return [`## ${title}`, lines.join("\n")];
}

// src/triage/views/text.ts
const mostNoted = 10;
const longestEvidence = 700;
/** The triage for a terminal: by layer, what is broken, why, and what to look at next. */
function triageText(triage, layout) {
	const { palette } = layout;
	const lines = [
		...triageLayers.flatMap((layer) => {
			const found = triage.workloads.filter((workload) => workload.layer === layer);
			return found.length === 0 ? [] : [
				palette.strong(layer),
				"",
				...found.flatMap((workload) => workloadLines(workload, layout))
			];
		}),
		...noted("Failed before, works now", triage.recovered, layout),
		...noted("On their way", triage.starting, layout),
		...triage.missing.length === 0 ? [] : [
			"Would tell more",
			...triage.missing.map((command) => `  $ ${command}`),
			""
		],
		triage.summary.broken === 0 ? palette.good(`✓ ${summaryText(triage)}`) : palette.error(`✗ ${summaryText(triage)}`)
	];
	return safeLines(`${lines.join("\n")}\n`);
}
function workloadLines(workload, { palette, width = Infinity }) {
	const { code, evidence, next, further, disturbing, also, possible } = workload;
	const field = (label, text) => wrap(`    ${label.padEnd(6)}${oneLine(text)}`, width, "          ");
	return [
		`${palette.error("✗")} ${palette.strong(oneLine(nameText(workload)))}  ${palette.faint(code)}`,
		...field("", `${titleText(workload)}.`).map((line) => line.replace(/^ {10}/, "    ")),
		...field("seen", cut(evidence)),
		...possible.length === 0 ? [] : field("or", possible.join(", ")),
		`    next  $ ${oneLine(next)}`,
		...further.map((command) => palette.faint(`          $ ${oneLine(command)}`)),
		...verifiedText(workload).flatMap((text) => field("asked", text)),
		...field("mend", workload.advice),
		...also.flatMap((other) => field("also", `${other.layer}: ${other.code}: ${cut(other.evidence)}`)),
		...disturbing === null ? [] : [palette.warning(`    last  $ ${oneLine(disturbing.command)}   (disturbs: ${disturbing.why})`), ...disturbing.respect.flatMap((text) => wrap(`            respect: ${oneLine(text)}`, width, "              "))],
		""
	];
}
function noted(title, workloads, { palette }) {
	if (workloads.length === 0) return [];
	const shown = workloads.slice(0, mostNoted).map((each) => palette.faint(`  ${oneLine(`${nameText(each)}: ${cut(each.evidence)}`)}`));
	const left = workloads.length - shown.length;
	return [
		title,
		...shown,
		...left > 0 ? [`  ${left} more`] : [],
		""
	];
}
function cut(text) {
	return text.length > longestEvidence ? `${text.slice(0, longestEvidence)}…`.toWellFormed() : text;
}

// src/cli/run-triage.ts
const maximumBytes = 419430400;
/** `triage`: 1 if something is broken, 2 where the input is none. */
async function runTriage({ files, verify, format, output }) {
	if (files.length === 0 && _light_node_process_default.stdin.isTTY === true) return wrong("nothing to read", `Try: ${gather} && will-it-pull triage cluster.json`);
	const inputs = [];
	for (const file of files.length === 0 ? ["-"] : files) {
		const text = await readText(file);
		if (text === void 0) return wrong(file, "It cannot be read, or is larger than can be read.");
		inputs.push({
			name: file,
			text
		});
	}
	const read = readInput(inputs);
	if (read.kind === "wrong") return wrong(read.name === "-" ? "standard input" : read.name, read.why);
	const seen = triage(read.objects);
	const found = verify ? await (await import("./cli-verify-triage.js")).verifyTriage(seen, read.objects) : seen;
	const text = render(found, format, output);
	if (output === void 0) await writeStandardOutput(text);
	else await writeFile(output, text);
	return found.summary.broken > 0 ? 1 : 0;
}
async function readText(file) {
	if (file === "-") return readStandardInput(maximumBytes);
	try {
		return await readFile(file, "utf8");
	} catch {
		return;
	}
}
function render(found, format, output) {
	switch (format) {
		case "json": return triageJson(found);
		case "markdown": return triageMarkdown(found);
		case "text": {
			const palette = output === void 0 && wantsColour() ? colour : plain;
			return triageText(found, {
				palette,
				width: output === void 0 ? _light_node_process_default.stdout.columns : void 0
			});
		}
	}
}
function wrong(name, why) {
	_light_node_process_default.stderr.write(`${name}: ${why}\n`);
	return 2;
}

export { runTriage };