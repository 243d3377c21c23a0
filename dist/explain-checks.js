import { O as shellWord } from "./words.js";

// src/triage/code-list.ts
/** What can be wrong beside a pull. Names are stable, like those of findings. */
const triageCodes = [
	"not-enough-resources",
	"no-node-matches",
	"taint-not-tolerated",
	"volume-not-bound",
	"no-nodes",
	"not-scheduled",
	"scheduling-gated",
	"pod-not-created",
	"pod-rejected",
	"pull-failed",
	"sandbox-failed",
	"volume-not-mounted",
	"config-missing",
	"runs-as-root",
	"container-not-created",
	"container-not-started",
	"node-not-ready",
	"node-disk-full",
	"evicted",
	"stuck-terminating",
	"container-crashes",
	"out-of-memory",
	"init-container-fails",
	"liveness-probe-failing",
	"startup-probe-failing",
	"job-failed",
	"not-ready",
	"readiness-gate-closed",
	"no-endpoints",
	"rollout-stalled"
];

// src/triage/codes/application.ts
const lastWords = {
	say: "Its last words; the run before this one is the one that failed:",
	run: ["kubectl -n $NS logs $POD -c $CONTAINER --previous --tail=50", "kubectl -n $NS logs $POD -c $CONTAINER --tail=50"]
};
const undo = {
	run: "kubectl -n $NS rollout undo $OWNER",
	why: "goes back to the revision that ran before, if this began with a rollout"
};
/** The container runs, and what is in it fails. */
const applicationCodes = {
	"container-crashes": {
		layer: "application",
		title: "The process in the container ends again and again",
		means: "Scheduling, pull and start all work. The process itself ends; the kubelet waits longer each time, up to five minutes.",
		look: [lastWords, {
			say: "Exit code and time:",
			run: ["kubectl -n $NS describe pod $POD"]
		}],
		fix: "Read the log. Exit code 1 or 2: its own error; 126 and 127: the command; 137: killed (memory or a probe); 139: a crash; 143: it was asked to end; 0: it has nothing to do and should be a Job.",
		disturbing: undo
	},
	"out-of-memory": {
		layer: "application",
		title: "The container used more memory than its limit and was killed",
		means: "The kernel ended a process of the container (`OOMKilled`, exit code 137). Nothing is wrong with image or node.",
		look: [{
			say: "Limit and use:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].resources}'", "kubectl -n $NS top pod $POD --containers"]
		}, lastWords],
		fix: "Raise the limit, or make the process respect it (`GOMEMLIMIT`, `-XX:MaxRAMPercentage`, `--max-old-space-size`).",
		disturbing: undo
	},
	"init-container-fails": {
		layer: "application",
		title: "An init container fails, so the others never start",
		means: "Init containers run one after the other, each to its end. This one ends with an error.",
		look: [lastWords],
		fix: "Mend what it waits for or does: usually a database, a migration, a missing permission.",
		disturbing: undo
	},
	"liveness-probe-failing": {
		layer: "application",
		title: "The liveness probe fails, so the kubelet restarts the container",
		means: "The process runs and does not answer its probe in time. It is killed from outside, which looks like a crash.",
		look: [{
			say: "The probe, and what it gets:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].livenessProbe}'", "kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy"]
		}, lastWords],
		fix: "A slow start wants a startup probe, not a longer liveness delay. A liveness probe must not depend on other services.",
		disturbing: undo
	},
	"startup-probe-failing": {
		layer: "application",
		title: "The startup probe never succeeds",
		means: "The process does not come up within `failureThreshold × periodSeconds` and is restarted.",
		look: [{
			say: "The probe, and what it gets:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].startupProbe}'", "kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy"]
		}, lastWords],
		fix: "Give it more time if it only starts slowly; else read its log.",
		disturbing: undo
	},
	"job-failed": {
		layer: "application",
		title: "The Job has given up",
		means: "It has reached its `backoffLimit` or its deadline. It does not start again by itself.",
		look: [{
			say: "Why, and the pods that are left:",
			run: ["kubectl -n $NS describe $OWNER", "kubectl -n $NS logs $OWNER --tail=50"]
		}],
		fix: "Mend the cause, then create the Job anew under another name, or delete and apply it.",
		disturbing: {
			run: "kubectl -n $NS delete $OWNER",
			why: "makes room to apply it again; it takes the pods and their logs with it, so save those first"
		}
	}
};

// src/triage/codes/runtime.ts
const describe = {
	say: "The events of the pod:",
	run: ["kubectl -n $NS describe pod $POD"]
};
const node = {
	say: "The node and its conditions:",
	run: ["kubectl describe node $NODE", "kubectl get events -A --field-selector involvedObject.name=$NODE"]
};
/** The pod has a node, and the node cannot make it run. */
const runtimeCodes = {
	"pull-failed": {
		layer: "image pull",
		title: "An image is not pulled, and the text does not say why",
		means: "The kubelet waits before its next try and shows no cause here. The cause stands in the event `Failed to pull image …`; events live for an hour.",
		look: [describe, {
			say: "Only the messages:",
			run: ["kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Failed"]
		}],
		fix: "Give the message of that event to `will-it-pull explain -`."
	},
	"sandbox-failed": {
		layer: "runtime",
		title: "The network or the sandbox of the pod cannot be set up",
		means: "Before any container, the runtime makes a sandbox: the pause container and its network. The network plugin, its address pool or the runtime handler fails.",
		look: [
			describe,
			{
				say: "The network plugin on that node:",
				run: ["kubectl -n kube-system get pods -o wide --field-selector spec.nodeName=$NODE"]
			},
			node
		],
		fix: "Mend the network plugin on that node; free addresses if its pool is used up. If the text speaks of the pause image, the node cannot pull that one."
	},
	"volume-not-mounted": {
		layer: "runtime",
		title: "A volume cannot be attached or mounted",
		means: "The pod has a node, and a volume does not come: the ConfigMap or Secret behind it is missing, the disk is still attached elsewhere, or the driver fails.",
		look: [describe, {
			say: "Claims, attachments and drivers:",
			run: [
				"kubectl -n $NS get pvc",
				"kubectl get volumeattachments",
				"kubectl get csidrivers"
			]
		}],
		fix: "Create what is missing. A disk that is attached to a dead node is released after six minutes, or when that node is known to be gone."
	},
	"config-missing": {
		layer: "runtime",
		title: "A ConfigMap, Secret or key that the container reads is not there",
		means: "The image was pulled; the container cannot be made because one of its variables comes from something that does not exist.",
		look: [describe, {
			say: "What is there:",
			run: ["kubectl -n $NS get configmaps,secrets"]
		}],
		fix: "Create it in this namespace with that key, or correct the name. The kubelet tries again by itself."
	},
	"runs-as-root": {
		layer: "runtime",
		title: "The image runs as root, and the pod forbids that",
		means: "`runAsNonRoot` is set, and the image has no user, or one by name that the kubelet cannot check.",
		look: [describe, {
			say: "The user of the image:",
			run: ["crane config $IMAGE | jq .config.User"]
		}],
		fix: "Set `runAsUser` to a number, or a numeric `USER` in the image."
	},
	"container-not-created": {
		layer: "runtime",
		title: "The runtime cannot make the container",
		means: "The image was pulled, and making a container of it fails: no command in the image, an image volume that does not mount, a name that is still taken, a runtime that is overloaded.",
		look: [describe, node],
		fix: "Read the message to its end: it is that of the runtime. `no command specified` means that the image is none, or that it needs a `command`."
	},
	"container-not-started": {
		layer: "runtime",
		title: "The container is made, and its command cannot be started",
		means: "The command of the pod or the image does not exist there, may not be executed, or its interpreter is missing.",
		look: [describe, {
			say: "The command in the pod and in the image:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].command} {.spec.containers[*].args}'", "crane config $IMAGE | jq '.config | {Entrypoint, Cmd}'"]
		}],
		fix: "Correct `command` or the image. `no such file or directory` for a file that is there: its interpreter or libc is missing, or the script has Windows line ends."
	},
	"node-not-ready": {
		layer: "runtime",
		title: "The node of the pod is not ready",
		means: "The kubelet of the node does not report, or reports that it cannot run pods. What the pod shows may be old.",
		look: [node, {
			say: "Is it one node or many?",
			run: ["kubectl get nodes"]
		}],
		fix: "Mend the kubelet, runtime, network or disk of the node. Pods move by themselves after five minutes, unless they tolerate it longer.",
		disturbing: {
			run: "kubectl drain $NODE --ignore-daemonsets --delete-emptydir-data",
			why: "moves its pods elsewhere, if the node is not coming back soon"
		}
	},
	"node-disk-full": {
		layer: "runtime",
		title: "The disk of the node is full",
		means: "The image is fine; there is no room to unpack it or to write.",
		look: [node, {
			say: "What fills it:",
			run: ["kubectl get --raw /api/v1/nodes/$NODE/proxy/stats/summary | jq '.node.fs, .node.runtime.imageFs'"]
		}],
		fix: "Free or enlarge the disk; the kubelet removes unused images by itself above 85 %. Logs and `emptyDir` volumes are the usual cause."
	},
	evicted: {
		layer: "runtime",
		title: "The node evicted the pod to save itself",
		means: "The node ran low on memory, disk or process ids and ended the pod. A controller makes a new one elsewhere; the old one stays as `Failed` for you to read.",
		look: [describe, node],
		fix: "Set requests and limits that fit, in particular `ephemeral-storage` and memory, and see what else runs there."
	},
	"stuck-terminating": {
		layer: "runtime",
		title: "The pod was deleted long ago and does not go",
		means: "A finalizer is not removed, the node does not answer, or the process does not end.",
		look: [{
			say: "Finalizers and grace period:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.metadata.finalizers} {.metadata.deletionGracePeriodSeconds}'"]
		}, node],
		fix: "Mend the controller that owns the finalizer, or the node.",
		disturbing: {
			run: "kubectl -n $NS delete pod $POD --force --grace-period=0",
			why: "forgets the pod while its process may still run: never for a StatefulSet whose node is only unreachable"
		}
	}
};

// src/triage/codes/scheduling.ts
const events = {
	say: "The scheduler's whole sentence:",
	run: ["kubectl -n $NS describe pod $POD"]
};
/** No node was found, or no pod was made. */
const schedulingCodes = {
	"not-enough-resources": {
		layer: "scheduling",
		title: "No node has room for what the pod requests",
		means: "The requests of the pod (not its limits, not what it really uses) are larger than what is left on any node that it may use. Nothing was pulled yet, so the image is not the question.",
		look: [events, {
			say: "What is left on the nodes:",
			run: ["kubectl describe nodes | grep -A8 'Allocated resources'"]
		}],
		fix: "Lower the requests to what the pod needs, add nodes, or see why the autoscaler does not. A request above the size of every node never fits."
	},
	"no-node-matches": {
		layer: "scheduling",
		title: "No node has the labels that the pod asks for",
		means: "The pod's node selector, affinity, anti-affinity or topology spread excludes every node.",
		look: [events, {
			say: "What it asks for, and what there is:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.nodeSelector}{.spec.affinity}{.spec.topologySpreadConstraints}'", "kubectl get nodes --show-labels"]
		}],
		fix: "Correct the selector, label the nodes, or make a required rule a preferred one. Anti-affinity with more replicas than nodes can never be met."
	},
	"taint-not-tolerated": {
		layer: "scheduling",
		title: "The nodes that fit have a taint that the pod does not tolerate",
		means: "The nodes are reserved, or are marked as having troubles: `not-ready`, `unreachable`, `disk-pressure`, `unschedulable` (cordoned).",
		look: [events, {
			say: "The taints:",
			run: ["kubectl get nodes -o custom-columns=NODE:.metadata.name,TAINTS:.spec.taints"]
		}],
		fix: "A taint `node.kubernetes.io/…` is a symptom: mend the node or uncordon it. A taint of your own: add the toleration if the workload belongs there."
	},
	"volume-not-bound": {
		layer: "scheduling",
		title: "A volume of the pod is not there, or is elsewhere",
		means: "A claim is not bound, does not exist, or its volume lies in a zone where no fitting node is.",
		look: [events, {
			say: "The claims and why they wait:",
			run: [
				"kubectl -n $NS get pvc",
				"kubectl -n $NS describe pvc",
				"kubectl get storageclass"
			]
		}],
		fix: "Create the claim, name a storage class that exists, or let the pod go to the zone of its volume. `WaitForFirstConsumer` claims stay pending until the pod can be placed: look at the other reasons first."
	},
	"no-nodes": {
		layer: "scheduling",
		title: "There is no node that could run the pod",
		means: "The cluster has no schedulable node at all: `0/0 nodes are available`.",
		look: [{
			say: "The nodes:",
			run: ["kubectl get nodes"]
		}],
		fix: "Bring nodes up, or look at the autoscaler and the node group."
	},
	"not-scheduled": {
		layer: "scheduling",
		title: "The pod has no node yet, for another reason",
		means: "The pod is pending and no event says a reason that is known here: the scheduler is down, another scheduler is named, or the events have expired (after an hour).",
		look: [events, {
			say: "Is the scheduler that it names there?",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.schedulerName}'", "kubectl -n kube-system get pods"]
		}],
		fix: "Name a scheduler that runs, or bring it up."
	},
	"scheduling-gated": {
		layer: "scheduling",
		title: "The pod waits for somebody to open its scheduling gates",
		means: "The pod has `schedulingGates`; until their owner (a queue such as Kueue, a quota controller) removes them, the scheduler does not look at it.",
		look: [{
			say: "Which gates?",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.schedulingGates}'"]
		}],
		fix: "Look at the queue or controller that the gate is named after."
	},
	"pod-not-created": {
		layer: "scheduling",
		title: "The controller may not create the pod",
		means: "There is no pod to look at: the API server refuses it. A quota is used up, a webhook or an admission policy denies it, or a ServiceAccount does not exist.",
		look: [{
			say: "The controller's events name who refuses:",
			run: ["kubectl -n $NS describe replicaset", "kubectl -n $NS get events --field-selector reason=FailedCreate"]
		}, {
			say: "Quotas:",
			run: ["kubectl -n $NS describe resourcequota"]
		}],
		fix: "Do what the refusal asks: raise the quota, correct the security context or the registry, create the ServiceAccount. If the webhook itself does not answer, mend it."
	},
	"pod-rejected": {
		layer: "scheduling",
		title: "The node refused the pod that was given to it",
		means: "The kubelet found at admission that the pod does not fit after all: resources, labels, taints, devices or topology changed in between. Such a pod stays `Failed`; its controller makes a new one.",
		look: [events, {
			say: "The node:",
			run: ["kubectl describe node $NODE"]
		}],
		fix: "Usually nothing: a new pod is made. If it repeats, a device plugin or a static pod takes what the scheduler believes to be free."
	}
};

// src/triage/codes/traffic.ts
/** All runs, and no request arrives. */
const trafficCodes = {
	"not-ready": {
		layer: "traffic",
		title: "The container runs and is not ready, so it gets no traffic",
		means: "The readiness probe fails. The pod is taken out of its Services; it is not restarted.",
		look: [{
			say: "The probe, and what it gets:",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].readinessProbe}'", "kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy"]
		}, {
			say: "What it says itself:",
			run: ["kubectl -n $NS logs $POD -c $CONTAINER --tail=50"]
		}],
		fix: "Port and path of the probe, or what the application waits for. A certificate or a database that is away shows here first.",
		disturbing: {
			run: "kubectl -n $NS rollout undo $OWNER",
			why: "goes back to the revision that was ready, if this began with a rollout"
		}
	},
	"readiness-gate-closed": {
		layer: "traffic",
		title: "A readiness gate of the pod is not open",
		means: "Containers are ready; a condition that somebody else sets (a load balancer controller, a mesh) is not true.",
		look: [{
			say: "Which one?",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.readinessGates} {.status.conditions}'"]
		}],
		fix: "Look at the controller that owns the condition, and at the health checks of the load balancer."
	},
	"no-endpoints": {
		layer: "traffic",
		title: "A Service has no pod behind it",
		means: "Its selector matches no ready pod: labels differ, or all are not ready.",
		look: [{
			say: "Selector, labels and endpoints:",
			run: [
				"kubectl -n $NS get service $NAME -o jsonpath='{.spec.selector}'",
				"kubectl -n $NS get pods --show-labels",
				"kubectl -n $NS get endpointslices -l kubernetes.io/service-name=$NAME"
			]
		}],
		fix: "Make selector and labels agree. If pods are there and not ready, that is the cause."
	},
	"rollout-stalled": {
		layer: "traffic",
		title: "The rollout does not get on",
		means: "The new pods did not become ready within `progressDeadlineSeconds`. The old ones go on serving as far as `maxUnavailable` allows.",
		look: [{
			say: "How far is it, and what do the new pods say?",
			run: [
				"kubectl -n $NS rollout status $OWNER --timeout=5s",
				"kubectl -n $NS describe $OWNER",
				"kubectl -n $NS rollout history $OWNER"
			]
		}],
		fix: "Look at the newest pods: their first broken layer is the cause.",
		disturbing: {
			run: "kubectl -n $NS rollout undo $OWNER",
			why: "goes back to the revision before"
		}
	}
};

// src/triage/codes.ts
/** What the codes beyond the pull mean, and what to do. */
const triageTexts = {
	...schedulingCodes,
	...runtimeCodes,
	...applicationCodes,
	...trafficCodes
};
/** Whether a word is a code of triage. */
function isTriageCode(word) {
	return triageCodes.some((code) => code === word);
}
/** The layer of a failure that was seen in a cluster; a finding of a pull has that of the pull, unless it came after. */
function triageLayerOf(code) {
	if (isTriageCode(code)) return triageTexts[code].layer;
	return code === "wrong-architecture" || code === "not-an-image" ? "runtime" : "image pull";
}

// src/explain/checks.ts
const curl = ({ host }) => `curl -sS -o /dev/null -w "%{http_code}\\n" https://${host}/v2/ # from the node; 200 or 401 is well`;
const secretKeys = ({ secret }) => `kubectl get secret ${secret} -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys' # is the host among them?`;
const certificate = ({ host }) => `openssl s_client -connect ${host}:443 -servername ${host} </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates -ext subjectAltName`;
const platforms = ({ image }) => `crane manifest ${image} | jq -c '.manifests[]?.platform' # is the node's among them?`;
const type = ({ image }) => `crane manifest ${image} | jq '{mediaType, config: .config.mediaType}'`;
const checks = {
	"invalid-reference": () => `kubectl get pod $POD -o jsonpath='{.spec.containers[*].image}' | cat -A # as it is written, blanks and all`,
	"empty-reference": () => "helm template . | grep -n 'image:' # which value fills it?",
	"registry-name-not-resolved": ({ host }) => `getent hosts ${host} # on the node, with its resolver`,
	"registry-unreachable": curl,
	"registry-error": curl,
	"proxy-error": () => "systemctl show containerd --property=Environment # the node's proxy; is the host in NO_PROXY or allowed?",
	"rate-limited": () => "kubectl get events -A --field-selector reason=Failed | grep -ci \"too many requests\\|toomanyrequests\" # many pods at once?",
	"tls-untrusted": certificate,
	"tls-expired": certificate,
	"tls-name-mismatch": certificate,
	"tls-handshake": ({ host }) => `openssl s_client -connect ${host}:443 -servername ${host} </dev/null 2>&1 | grep -E "Protocol|Cipher|alert"`,
	"plain-http-registry": ({ host }) => `curl -sS -o /dev/null -w "%{http_code}\\n" http://${host}/v2/ # does plain HTTP answer?`,
	"pull-secret-invalid": () => "kubectl get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys' # does it parse?",
	"pull-secret-rejected": secretKeys,
	"pull-secret-no-match": secretKeys,
	"pull-secret-ignored": ({ secret }) => `kubectl get secret ${secret} -o jsonpath='{.type}' # must be kubernetes.io/dockerconfigjson`,
	"pull-secret-missing": ({ secret }) => `kubectl get secret ${secret} # in the namespace of the pod`,
	"pull-secret-other-namespace": ({ secret }) => `kubectl get secret -A --field-selector metadata.name=${secret}`,
	"not-found-or-private": ({ image }) => `crane digest ${image} # with your login: found means private, refused means misspelt or not yours`,
	"no-pull-secret": () => "kubectl get pod $POD -o jsonpath='{.spec.imagePullSecrets}' # empty: it comes without a login",
	"registry-policy": ({ image }) => `crane manifest -v ${image} 2>&1 | tail -20 # the registry's own words`,
	"repository-not-found": ({ repository }) => `crane ls ${repository} # NAME_UNKNOWN: there is no such repository`,
	"tag-not-found": ({ repository }) => `crane ls ${repository} | sort -V | tail # is the tag there?`,
	"digest-not-found": ({ image }) => `crane manifest ${image} # gone, or never there?`,
	"child-manifest-missing": ({ image, repository }) => `crane manifest ${image} | jq -r '.manifests[].digest' | while read -r d; do crane manifest "${repository}@$d" >/dev/null || echo "missing $d"; done`,
	"blob-missing": ({ image }) => `crane pull ${image} /tmp/image.tar # fails at the part that is gone`,
	"platform-missing": platforms,
	"platform-depends-on-runtime": platforms,
	"unsupported-manifest": type,
	"not-an-image": type,
	"manifest-invalid": ({ image }) => `crane manifest ${image} | sha256sum; crane digest ${image} # must be the same`,
	"wrong-architecture": ({ image }) => `crane config ${image} | jq '{os, architecture}' # and kubectl get nodes -L kubernetes.io/arch`,
	"large-image": ({ image }) => `crane manifest ${image} | jq '[.layers[]?.size] | add'`,
	"never-pull": () => "crictl images # on the node: is it there?",
	"blocked-by-node": () => "grep -rB3 blocked /etc/containers/registries.conf* # on the node",
	"short-name-ambiguous": () => "grep -rE \"unqualified|short-name\" /etc/containers/registries.conf* # on the node"
};
/** What tells a cause from the others: one command that only reads, with the names that the message gave. */
function checkFor(code, subject) {
	const names = namesOf(subject);
	const say = checks[code];
	if (say !== void 0) return say(names);
	if (isTriageCode(code)) return triageTexts[code].look[0]?.run?.[0] ?? `will-it-pull explain ${code}`;
	return `will-it-pull explain ${code}`;
}
function namesOf({ image, secret }) {
	if (image === void 0) return {
		image: "\"$IMAGE\"",
		repository: "\"$REPO\"",
		host: "$REGISTRY",
		secret: secretWord(secret)
	};
	const repository = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
	const [first = "", ...rest] = repository.split("/");
	const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
	return {
		image: shellWord(image),
		repository: shellWord(repository),
		host: shellWord(isHost ? first : "registry-1.docker.io"),
		secret: secretWord(secret)
	};
}
function secretWord(secret) {
	return secret === void 0 ? "$SECRET" : shellWord(secret);
}

export { triageCodes as a, triageTexts as i, isTriageCode as n, triageLayerOf as r, checkFor as t };