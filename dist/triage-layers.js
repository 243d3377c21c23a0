import { t as ruleTexts } from "./report-views-rule-texts.js";
import { i as triageTexts, n as isTriageCode } from "./explain-checks.js";

// src/rules/access.ts
const withoutLogin = {
	say: "Ask without any login, as a node without a secret would:",
	run: ["skopeo inspect --no-creds --raw docker://$IMAGE | head -5"]
};
const withLogin = {
	say: "Ask with your own login. If this works and the first does not, the image is private and exists:",
	run: ["crane digest \"$IMAGE\"", "crane ls $REPO | tail"]
};
const whatThePodNames = {
	say: "Which secrets does the pod have? Admission copies those of the ServiceAccount only when the pod names none itself, and only when the pod is created:",
	run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.imagePullSecrets}{\" \"}{.spec.serviceAccountName}{\"\\n\"}'", "kubectl -n $NS get serviceaccount default -o jsonpath='{.imagePullSecrets}{\"\\n\"}'"]
};
const createSecret = {
	say: "Create a secret from an account that may pull, and name it in `imagePullSecrets` of the pod template or of its ServiceAccount:",
	run: ["kubectl -n $NS create secret docker-registry regcred --docker-server=$REGISTRY --docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""]
};
/** Pages about doors that are closed: the layers `auth`, as far as it is about the image, and `policy`. */
const accessRules = {
	"not-found-or-private": {
		means: "The registry refuses, and refuses missing and private images in the same words, so that nobody can find out names by asking. Either way no node gets in: nothing that the pod or the nodes hold opens it.",
		quotes: [
			{
				who: "Docker Hub, through containerd",
				text: "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"
			},
			{
				who: "a token server that lets no stranger in (GHCR, GitLab)",
				text: "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fweb%3Apull&service=ghcr.io: 403 Forbidden"
			},
			{
				who: "CRI-O",
				text: "initializing source docker://ghcr.io/acme/web:1.27.3: reading manifest 1.27.3 in ghcr.io/acme/web: denied: requested access to the resource is denied"
			}
		],
		why: [
			"A typing mistake in organisation or repository: for a stranger that looks like a private image.",
			"The image is private, and the pull secret was forgotten, is in another namespace, or is for another registry.",
			"The image was made private, renamed or deleted.",
			"A package on GHCR is private by default, also when its source repository is public."
		],
		prove: [
			withoutLogin,
			withLogin,
			whatThePodNames
		],
		fix: [
			{ say: "First the spelling: compare with the page of the registry, or with `crane ls`." },
			createSecret,
			{ say: "Pods that exist keep what they were created with; after changing a ServiceAccount roll the workload over." },
			{ say: "If the nodes themselves hold a login (a kubelet credential provider, a node docker config), declare it by `node-credentials`." }
		],
		ignore: "When nodes hold a login that the check was not told of. Declaring it is better: the image is then really checked.",
		decided: "A 401 or 403 for everybody who could be asked. `unpullable` where the nodes are said to hold no login (`node-credentials: none`), or on public services when it was not declared. On other hosts, on cloud registries whose nodes pull by identity, and on runs of forks it is `unknown`, as `access-denied`. Where a registry tells the two apart, the exact code is used."
	},
	"no-pull-secret": {
		means: "The image exists and is private; the pod comes without a secret for it. Only nodes that hold a login of their own can pull it.",
		quotes: [{
			who: "a registry that wants Basic (ECR, Nexus)",
			text: "pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials"
		}, {
			who: "CRI-O",
			text: "reading manifest 1.27.3 in ghcr.io/acme/web: unauthorized: authentication required"
		}],
		why: [
			"The secret exists, but neither the pod template nor the ServiceAccount names it.",
			"The pod names a secret of its own, so the one of the ServiceAccount is not added: the lists are never merged.",
			"The workload uses another ServiceAccount than the one that was prepared.",
			"It works on old nodes because the image is already there; a new node has to pull."
		],
		prove: [
			withoutLogin,
			withLogin,
			whatThePodNames
		],
		fix: [
			createSecret,
			{
				say: "For every workload of the namespace at once:",
				run: [`kubectl -n $NS patch serviceaccount default -p '{"imagePullSecrets":[{"name":"regcred"}]}'`]
			},
			{ say: "On ECR, GAR and ACR: give the role of the nodes permission to pull instead; no secret is needed then." }
		],
		ignore: "When the nodes authenticate by themselves. Say `node-credentials: runner` or name their docker config, and it becomes a proof instead of a guess.",
		decided: "The runner's login sees the image, anonymous does not, and no secret that the pod names matches the repository. `unpullable` with `node-credentials: none`, `pullable` with a notice on cloud registries where nodes usually pull by identity, else `unknown`."
	},
	"access-denied": {
		silent: "That depends on what is true: nothing if the nodes get in, else the words of `not-found-or-private`, `pull-secret-rejected` or `tag-not-found`.",
		means: "Nobody whom the check could be was let in, and somebody whom it could not be might be. So it cannot be told whether the image exists.",
		why: [
			"The pod names a secret whose content is not in the manifests (SealedSecret, ExternalSecret, created by hand), and the runner has no login.",
			"The run is one of a fork or of Dependabot, which get no secrets.",
			"The nodes may hold a login that was not declared.",
			"The registry shows that the manifest is there and then refuses its body or its blobs."
		],
		prove: [
			withLogin,
			whatThePodNames,
			{
				say: "The proof that counts is a pod in the cluster, with its secrets. This starts one that does nothing and removes it again:",
				run: [
					`kubectl -n $NS run pull-test --image=$IMAGE --restart=Never --overrides='{"spec":{"imagePullSecrets":[{"name":"regcred"}]}}' --command -- true`,
					"kubectl -n $NS get events --field-selector involvedObject.name=pull-test",
					"kubectl -n $NS delete pod pull-test"
				]
			}
		],
		fix: [
			{ say: "Log the runner in with a read-only account (`docker/login-action` before the check), so that existence can be seen." },
			{
				say: "Or give the secret's content by `pull-secrets`, which proves the node's own way:",
				run: ["will-it-pull check --pull-secret shop/regcred=regcred.json"]
			},
			{ say: "Or declare what the nodes hold by `node-credentials`." }
		],
		ignore: "On forks it is expected: a run with secrets follows after the merge. It never blocks unless `on-unknown: fail`.",
		decided: "All answers were 401 or 403, and at least one way in (a secret of unknown content, an undeclared login of the nodes) could not be tried. Always `unknown`."
	},
	"registry-policy": {
		means: "The image is there, the login may be right, and the registry still does not give it out: a rule of its operator forbids it.",
		quotes: [
			{
				who: "CRI-O, with the text of the registry",
				text: "reading manifest 1.27.3 in harbor.acme.internal/shop/web: unknown: current image with 3 vulnerabilities cannot be pulled due to configured policy in 'Prevent images with vulnerability severity of \"High\" or higher from running.'"
			},
			{
				who: "a rule of the node: containerd's image verifier",
				text: "image verifier bindir blocked pull of ghcr.io/acme/web@sha256:… with digest … for reason: no signature"
			},
			{
				who: "a rule of the node: CRI-O's signature policy",
				text: "SignatureValidationFailed: Source image rejected: A signature was required, but no signature exists"
			}
		],
		why: [
			"Harbor answers 412 for images with vulnerabilities above a limit, or without a signature.",
			"JFrog Xray blocks the download (403 with that text).",
			"The registry has an IP allow-list: ACR says `client with IP … is not allowed access`. Then it is about who asks, not about the image.",
			"An image was withdrawn for legal reasons (451)."
		],
		prove: [{
			say: "The registry's own words are the proof; containerd hides the text of most of them:",
			run: ["crane manifest -v \"$IMAGE\" 2>&1 | grep -A3 \"HTTP/\"", "curl -sS -u \"$REGISTRY_USER:$REGISTRY_TOKEN\" https://$REGISTRY/v2/acme/web/manifests/1.27.3"]
		}],
		fix: [
			{ say: "Vulnerabilities: rebuild on a patched base and deploy that tag, or ask for an exception on the registry." },
			{ say: "Signature: sign the digest that is deployed (`cosign sign`), not only the tag of yesterday." },
			{ say: "Address: put the egress address of the nodes (and of the runner) on the allow-list." }
		],
		ignore: "When the rule only hits the runner's address.",
		decided: "A 412 or 451, or a 403 whose text is that of a known policy. About the image: `unpullable`. About the address of the runner: `unknown`."
	}
};

// src/rules/content.ts
const showType$1 = {
	say: "What kind of thing is it?",
	run: [`crane manifest "$IMAGE" | jq '{mediaType, artifactType, config: .config.mediaType, layers: [.layers[]?.mediaType]}'`]
};
/** Pages of the layer `content`. */
const contentRules = {
	"unsupported-manifest": {
		means: "What the tag leads to is of a type that the runtimes of today do not take as an image.",
		quotes: [{
			who: "containerd 2.0, signed schema 1",
			text: "media type \"application/vnd.docker.distribution.manifest.v1+prettyjws\" is no longer supported since containerd v2.0, please rebuild the image as \"application/vnd.docker.distribution.manifest.v2+json\" or \"application/vnd.oci.image.manifest.v1+json\""
		}, {
			who: "containerd 2.1 and later",
			text: "schema 1 image manifests are no longer supported: invalid argument"
		}],
		why: [
			"An image pushed before 2017 (Docker schema 1). containerd 1.7 still pulled it, 2.x does not: it breaks with the node upgrade.",
			"The registry, or a proxy before it, answers with a wrong Content-Type such as `application/json` or `text/plain`.",
			"The tag holds an artifact of a type of its own."
		],
		prove: [showType$1, {
			say: "The type that the registry states:",
			run: ["crane manifest -v \"$IMAGE\" 2>&1 | grep -i \"^.*content-type\""]
		}],
		fix: [{
			say: "Convert it by copying, or rebuild it:",
			run: ["skopeo copy --format v2s2 docker://$IMAGE docker://$REPO:converted"]
		}, { say: "A wrong Content-Type is mended at the proxy or registry." }],
		ignore: "Schema 1 on nodes that stay on containerd 1.x. Declaring the runtime does not tell its version.",
		decided: "The Content-Type of the answer, as runtimes use it, is no manifest or index of Docker schema 2 or OCI. `unpullable`, but for schema 1 where the declared `runtime` may still take it: only the transfer service is sure to be of a containerd that does not."
	},
	"manifest-invalid": {
		means: "The manifest came, and it is damaged: not the bytes of its digest, not JSON, too large, or of an impossible shape.",
		quotes: [
			{
				who: "containerd, bytes that do not have their digest",
				text: "failed commit on ref \"manifest-sha256:…\": unexpected commit digest sha256:…, expected sha256:…: failed precondition"
			},
			{
				who: "containerd, too large",
				text: "rejecting 9437283 byte manifest"
			},
			{
				who: "an index in an index",
				text: "media-type: expected manifest but found index"
			}
		],
		why: [
			"A cache or proxy serves a truncated or outdated copy.",
			"A cache or proxy answers HEAD from another copy than GET: containerd resolves by HEAD, and fetches what its headers name.",
			"The storage of the registry is corrupt.",
			"A home-made tool wrote the manifest (both `manifests` and `layers`, sizes that are not numbers, an index in an index)."
		],
		prove: [{
			say: "Compare the bytes with the digest:",
			run: ["crane manifest \"$IMAGE\" | sha256sum", "crane digest \"$IMAGE\""]
		}, {
			say: "Does it come whole past the cache?",
			run: ["curl -sS -o /dev/null -w \"%{size_download}\\n\" -H \"Cache-Control: no-cache\" https://$REGISTRY/v2/acme/web/manifests/1.27.3"]
		}],
		fix: [{ say: "Push the image again. If the damage returns, the registry or what stands before it is at fault: purge the cache, check the disk." }],
		ignore: "Never.",
		decided: "The body is hashed and compared with the digest asked for or stated, read as JSON, and held against the limits and shapes of containerd, and so are digest, type and length that a HEAD states. `unpullable`."
	},
	"not-an-image": {
		means: "The reference is right and leads to something that is no container image: a Helm chart, a signature, an SBOM, a WASM module.",
		quotes: [{
			who: "CRI-O 1.34 and later stores it as an artifact; the container then fails",
			text: "CreateContainerError: no command specified"
		}],
		why: [
			"Chart and image share a registry path and differ by tag only (`oci://ghcr.io/acme/web` is the chart).",
			"The tag is one that a tool made: `sha256-….sig`, `….att`, `….sbom`.",
			"An image volume was meant: artifacts can be mounted there by newer runtimes, but cannot be run."
		],
		prove: [showType$1],
		fix: [{ say: "Name the image itself: its config has the type `application/vnd.oci.image.config.v1+json` or `application/vnd.docker.container.image.v1+json`." }],
		ignore: "For image volumes on runtimes that mount artifacts.",
		decided: "The type of the config (or `artifactType`) is none of an image. Newer containerd pulls it and fails at creation, older fails while unpacking, so the verdict depends on `runtime`; without it: `unknown`."
	}
};

// src/rules/coverage.ts
const beforeTheCluster = "Nothing: this is about the check, before any cluster.";
/** Pages of the layer `coverage`: what was not looked at. */
const coverageRules = {
	"render-failed": {
		means: "A chart or kustomization does not render, so its images are unknown. It would not deploy either.",
		silent: beforeTheCluster,
		why: [
			"A template fails: a required value, a nil pointer, a wrong function.",
			"A values file that is named does not exist.",
			"A dependency is not in `charts/`.",
			"No helm or kustomize is installed, or it is too old for the chart."
		],
		prove: [{
			say: "The same without the check:",
			run: ["helm template release charts/shop -f values-prod.yaml --debug", "kustomize build overlays/prod"]
		}],
		fix: [{ say: "Correct what the message names; it gives file and line of the template where the program does." }, {
			say: "Dependencies:",
			run: ["helm dependency build charts/shop"]
		}],
		ignore: "For a chart that is not meant to render by itself (a template of a generator): leave it out by `exclude`.",
		decided: "The renderer ended with an error or over its time. One of several sources: an error and exit code 1. If all fail: exit code 2."
	},
	"unreadable-document": {
		means: "A rendered document or a file could not be read as YAML, so whatever is in it was not checked.",
		silent: "Nothing from the kubelet; `kubectl apply` would refuse the document.",
		why: [
			"A template wrote broken YAML: wrong indentation, an unquoted `:` or `*`.",
			"Two keys of the same name.",
			"The file is no text, too large, or a link that leaves the repository."
		],
		prove: [{
			say: "Let the API server's client read it:",
			run: ["helm template . | kubectl apply --dry-run=client -f -"]
		}],
		fix: [{ say: "Correct the line that the finding names; for templates, `nindent` and `quote` are the usual cure." }, { say: "No manifest at all? Leave it out by `exclude`." }],
		ignore: "For files that are templates of another tool.",
		decided: "The document looks as if it could hold an image, and its parser gave up. Counted, so that it never passes silently."
	},
	"unresolved-source": {
		means: "Something here deploys images, and what it deploys is not here: a remote base, a chart elsewhere, a path that does not exist.",
		silent: beforeTheCluster,
		why: [
			"A kustomization with a base on GitHub; this check does not download code.",
			"An Argo CD or Flux object that names a chart in a repository.",
			"An Application or Kustomization that applies a tag or commit of this repository, not what is checked out.",
			"A submodule that is not checked out.",
			"A path that was renamed."
		],
		prove: [{
			say: "Render it where the network is allowed, and look at the images:",
			run: ["kustomize build overlays/prod | will-it-pull list -"]
		}],
		fix: [{
			say: "Vendor the base or the chart, or render it in a step before and pipe it in:",
			run: ["kustomize build overlays/prod | will-it-pull check -"]
		}, { say: "A wrong path: correct `paths`." }],
		ignore: "When the same images are checked in the repository that they come from.",
		decided: "By reading, before any renderer runs, since renderers download by themselves."
	},
	"no-images-found": {
		means: "Everything rendered, and there is no image in it. Nothing was checked, which is not a pass.",
		silent: beforeTheCluster,
		why: [
			"All components are disabled by the values that were used.",
			"`paths` points at a folder of CRDs or configuration.",
			"Images stand only in custom resources that the check does not know."
		],
		prove: [{
			say: "What was found?",
			run: ["will-it-pull list", "helm template . | grep -c \"image:\""]
		}],
		fix: [{ say: "Correct `paths` or `values`. For images in custom resources of your own, name their kind and fields under `custom-resources` in `will-it-pull.yaml`." }],
		ignore: "For repositories where that is the usual state, such as a library chart.",
		decided: "Sources were found and rendered, and no use came out. The run is `unknown`."
	},
	"image-like-string": {
		means: "A text in an environment variable, an argument, a ConfigMap or a custom resource looks like an image, and the name of its variable, flag or field says `image`. An operator may pull it later; the check does not know.",
		silent: "Nothing about this text. If an operator makes a pod of it, that pod has the usual messages.",
		why: ["Operators are told the images of their workloads by variables (`RELATED_IMAGE_…`, `--prometheus-config-reloader=…`).", "It may also be only a text: a URL, an example."],
		prove: [{
			say: "Ask for it by hand:",
			run: ["crane digest \"$IMAGE\""]
		}],
		fix: [{
			say: "To have all such texts checked, set `image-like-strings: check` in `will-it-pull.yaml` (or the input, or the flag). They get verdicts and findings of their own codes, which are warnings at most and never fail the run:",
			run: ["will-it-pull check --image-like-strings check"]
		}, { say: "If it stands in a custom resource, name its kind and field under `custom-resources` in `will-it-pull.yaml`: then it counts as an image, with errors." }],
		ignore: "When it is none. Say so on its line.",
		decided: "A registry-like host, a path and a tag or digest in a field that is no image field. Low confidence by nature, so without `image-like-strings: check` it is not asked for and stays `not-checked`. Where it is checked, what could not be told of it does not make the run `unknown`, and it is `pullable` only if anybody may pull it, since the pod that will pull it is not known."
	}
};

// src/rules/existence.ts
const listTags = {
	say: "Which tags are there?",
	run: ["crane ls $REPO | sort -V | tail -20", "skopeo list-tags docker://$REPO"]
};
const listEntries = {
	say: "What does the index name, and is each entry there?",
	run: [`crane manifest "$IMAGE" | jq -r '.manifests[] | "\\(.digest) \\(.platform.os)/\\(.platform.architecture)\\(.platform.variant // "")"'`, `crane manifest "$IMAGE" | jq -r '.manifests[].digest' | while read -r d; do crane manifest "$REPO@$d" >/dev/null 2>&1 && echo "ok $d" || echo "MISSING $d"; done`]
};
/** Pages of the layer `existence`. */
const existenceRules = {
	"repository-not-found": {
		means: "Somebody with a right to know says that there is no repository of this name. It is not a question of the tag.",
		quotes: [{
			who: "CRI-O",
			text: "initializing source docker://registry.acme.internal/wbe:1.27.3: reading manifest 1.27.3 in registry.acme.internal/wbe: name unknown: repository name not known to registry"
		}],
		why: [
			"A typing mistake in organisation or name, or a missing path part (`library/`, the project of Harbor, the group of GitLab).",
			"The image was moved to another registry, and the old place was closed.",
			"ECR and Artifact Registry need the repository to be created before the first push.",
			"Nothing has been pushed yet: the build of this change still runs."
		],
		prove: [{
			say: "Ask for the tags; `NAME_UNKNOWN` is the proof:",
			run: ["crane ls $REPO"]
		}, {
			say: "What is there beside it (where the registry lists)?",
			run: ["crane catalog $REGISTRY | grep -i web"]
		}],
		fix: [{ say: "Correct the name in the line that the report points at, or use the new place that it names." }, { say: "If this change builds the image: let the check wait for it (`wait: 10m`), or deploy after the build." }],
		ignore: "When the image is pushed after the merge. Ignore this code for this image, with an end date.",
		decided: "The registry said `NAME_UNKNOWN` to a caller with rights, or the tag list of the repository is a 404 as well. On Docker Hub official images (`library/…`) are never private, so there a refusal proves it. `unpullable`."
	},
	"tag-not-found": {
		means: "The repository is there; this tag is not in it.",
		quotes: [{
			who: "CRI-O",
			text: "initializing source docker://ghcr.io/acme/web:1.27.33: reading manifest 1.27.33 in ghcr.io/acme/web: manifest unknown"
		}, {
			who: "containerd 2.1 and later (transfer service)",
			text: "failed to pull and unpack image \"ghcr.io/acme/web:1.27.33\": failed to resolve image: ghcr.io/acme/web:1.27.33: not found"
		}],
		why: [
			"A typing mistake: a digit too many, a `v` too many or too few, `1.27` where only `1.27.3` exists.",
			"The chart's `appVersion` was raised before the image was pushed.",
			"The build of this commit failed, or is still running.",
			"A retention policy has deleted it. It still runs on nodes that have it cached, until the first new node comes."
		],
		prove: [
			listTags,
			{
				say: "The tag itself:",
				run: ["crane digest \"$IMAGE\""]
			},
			{
				say: "Which nodes still hold it?",
				run: [`kubectl get nodes -o json | jq -r '.items[] | select(any(.status.images[]?.names[]?; contains("acme/web"))) | .metadata.name'`]
			}
		],
		fix: [
			{ say: "Take a tag that exists; the report names the nearest. Change it where the report points: the values file that wins, not the template." },
			{ say: "Built by this change: `wait: 10m`, or let the deployment depend on the build." },
			{
				say: "In an incident: go back to the tag that ran before.",
				run: ["kubectl -n $NS rollout history deployment/$NAME"]
			}
		],
		ignore: "For images that are built after the merge: ignore the code for that repository, with an end date.",
		decided: "A 404 with `MANIFEST_UNKNOWN` for a caller with rights, and the repository itself is known. `unpullable`. A 404 of a registry that hides private images that way, seen without a login, is not enough: then it is `access-denied` or `not-found-or-private`."
	},
	"digest-not-found": {
		means: "The image is pinned to a digest that the repository does not hold. The tag beside it does not help: runtimes resolve only the digest.",
		quotes: [{
			who: "CRI-O",
			text: "reading manifest sha256:… in ghcr.io/acme/web: manifest unknown"
		}],
		why: [
			"The tag was pushed again and the garbage collector removed the old manifest, which had no tag any more.",
			"The digest belongs to another repository: a copy between registries with another tool or compression changes it.",
			"It is the digest of a config or a layer, or of a local image id, not of a manifest."
		],
		prove: [{
			say: "Which digest does the tag have now?",
			run: ["crane digest \"$REPO:1.27.3\""]
		}, {
			say: "Is the pinned one really gone?",
			run: ["crane manifest \"$IMAGE\""]
		}],
		fix: [{ say: "Take the digest of the tag that is meant, after a look at what changed in it." }, { say: "Keep it from coming back: give every deployed digest a tag of its own, or exempt it from the retention policy." }],
		ignore: "Only for images that are pushed after the merge.",
		decided: "A 404 for the digest as a manifest from a caller with rights. `unpullable`."
	},
	"child-manifest-missing": {
		means: "The tag leads to an index, the index names an image for the platform of the nodes, and that image is not there. Other platforms may work, so it fails on some nodes only.",
		quotes: [{
			who: "CRI-O",
			text: "reading manifest sha256:… in ghcr.io/acme/web: manifest unknown"
		}],
		why: [
			"The index was copied without its images (`skopeo copy` without `--all`, an interrupted sync).",
			"The garbage collector or a retention rule deletes manifests without a tag: exactly what children of an index are.",
			"The job that builds that platform failed after the index was written."
		],
		prove: [listEntries],
		fix: [
			{
				say: "Push it again as a whole (`docker buildx build --platform … --push`), or copy with all platforms:",
				run: ["skopeo copy --all docker://SOURCE docker://$IMAGE"]
			},
			{ say: "Correct the retention rule so that children of tagged indexes stay." },
			{ say: "Until then a tag that is whole, or nodes of the platform that works." }
		],
		ignore: "When no node of that platform will ever run it. Then take the platform out of `platforms` instead.",
		decided: "The entry is chosen as containerd chooses it, and asked for by its digest: 404. `unpullable` for that platform."
	},
	"blob-missing": {
		means: "The manifest can be read, and a config or layer that it names is gone. The pull gets halfway and fails.",
		quotes: [{
			who: "CRI-O",
			text: "reading blob sha256:…: fetching blob: blob unknown to registry"
		}],
		why: [
			"Garbage collection ran while something was pushed.",
			"The storage behind the registry lost an object, or a pull-through cache lost it and cannot fetch it again.",
			"A cross-repository mount pointed at a blob that was then deleted."
		],
		prove: [{
			say: "Ask for every blob of the image for one platform:",
			run: [`crane manifest --platform linux/amd64 "$IMAGE" | jq -r '.config.digest, .layers[].digest' | while read -r d; do crane blob "$REPO@$d" >/dev/null 2>&1 && echo "ok $d" || echo "MISSING $d"; done`]
		}, {
			say: "Or let the check do it:",
			run: ["will-it-pull check --depth blobs"]
		}],
		fix: [{ say: "Push the image again. Registries skip blobs that they believe to have: if it stays broken, delete the tag first, or build with a change that makes a new layer." }],
		ignore: "Never; pods on new nodes cannot start.",
		decided: "With `depth: blobs` every blob is asked for by HEAD, following redirects; the config of the platform is read at any depth. A 404 is `unpullable`. A HEAD that is refused is asked once more by a GET of one byte before anything is said."
	}
};

// src/rules/limits.ts
/** The page about limits, of the layer `network`. */
const limitRules = { "rate-limited": {
	means: "The registry said 429: too many requests from this address or account. That says nothing about the image, which is why it is never called missing.",
	quotes: [{
		who: "containerd 2.1 and later, on a body",
		text: "unexpected status from GET request to https://registry-1.docker.io/v2/library/redis/manifests/sha256:…: 429 Too Many Requests\ntoomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit"
	}, {
		who: "CRI-O",
		text: "reading manifest 8 in docker.io/library/redis: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit"
	}],
	why: [
		"Docker Hub counts pulls without a login per IPv4 address or IPv6 /64: 100 in six hours. All nodes behind one NAT gateway share them.",
		"A rollout or a node upgrade pulled the same images on many nodes at once.",
		"A crash loop with `imagePullPolicy: Always` asks the registry at every start.",
		"This check reads one manifest for each tag, with `depth: blobs` one more for each platform; each counts as a pull where no cache holds it.",
		"ECR Public, GHCR and Harbor limit requests per second; those limits pass within seconds."
	],
	prove: [
		{
			say: "What is left of Docker Hub's quota (a HEAD costs nothing):",
			run: ["TOKEN=$(curl -sS \"https://auth.docker.io/token?service=registry.docker.io&scope=repository:ratelimitpreview/test:pull\" | jq -r .token)", "curl -sS -I -H \"Authorization: Bearer $TOKEN\" https://registry-1.docker.io/v2/ratelimitpreview/test/manifests/latest | grep -i ratelimit"]
		},
		{
			say: "Who else is affected:",
			run: ["kubectl get events -A --field-selector reason=Failed | grep -i \"too many requests\\|toomanyrequests\""]
		},
		{ say: "Run the first two commands from a node too: its address has its own count." }
	],
	fix: [
		{ say: "Now: wait. The kubelet retries, and pods start as soon as the window moves on. Deleting pods only adds pulls." },
		{
			say: "For good: name a pull secret with an account, so that the account is counted instead of the address:",
			run: ["kubectl -n $NS create secret docker-registry hub --docker-server=https://index.docker.io/v1/ --docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""]
		},
		{ say: "Or: pull through a mirror (`hosts.toml`), copy base images into your own registry, and use `IfNotPresent` with fixed tags." }
	],
	ignore: "It is only a warning. If it comes often, lower `concurrency` or log the runner in.",
	decided: "A 429 after waiting as `Retry-After` asks, within the time of the run. What was learned before stays: if the manifest was seen and only its body was limited, existence counts as known and the platform as not checked."
} };

// src/rules/name.ts
/** Pages of the layer `name`. */
const nameRules = {
	"invalid-reference": {
		means: "The text in the image field cannot be parsed as `registry/name:tag@digest`. No node will even look for it: the kubelet refuses the name before it contacts anybody, so nothing about registries, logins or platforms matters yet.",
		quotes: [{
			who: "upper case",
			text: `Failed to apply default image tag "ghcr.io/Acme/web:1.27.3": couldn't parse image name "ghcr.io/Acme/web:1.27.3": invalid reference format: repository name (Acme/web) must be lowercase`
		}, {
			who: "the API server, outer white space on a Pod",
			text: `spec.containers[0].image: Invalid value: " nginx": must not have leading or trailing whitespace`
		}],
		why: [
			"A value was never filled in: `<no value>`, `${TAG}`, `{{ .Values.tag }}` or an empty part such as `//web` or `web:`.",
			"Capitals in the repository, often from a branch, user or organisation name that CI pasted in. Tags may hold capitals, names may not.",
			"A `+` in the tag, from a semantic version with build metadata. Registries have no `+`; builds usually push `_` or `-` instead.",
			"A URL scheme (`https://ghcr.io/…`), a trailing blank or line end from a YAML block scalar, or a tag written after the digest.",
			"The API server does not check this in a pod template: a Deployment with such an image is admitted, and only its pods show it."
		],
		prove: [
			{
				say: "Show the text with its invisible characters:",
				run: [`kubectl -n $NS get pod $POD -o jsonpath='{range .spec.containers[*]}[{.image}]{"\\n"}{end}' | cat -A`]
			},
			{
				say: "Ask a parser of the same grammar:",
				run: ["crane manifest \"$IMAGE\" >/dev/null"]
			},
			{
				say: "For a chart, show what fills the value:",
				run: ["helm template . | grep -n \"image:\" | cat -A"]
			}
		],
		fix: [{ say: "Correct the one value that the report points at: set the missing variable, write the name in lower case, replace the `+`, leave out the scheme. Then render again; the pod template must change, a restart alone brings the same name back." }],
		ignore: "Where the text is a placeholder that something else replaces before it reaches the cluster (`ko://…`, `auto`, an image updater). Say so on its line, with that reason.",
		decided: "By the grammar of the `distribution/reference` module that kubelet, containerd and CRI-O share, with the same order of checks, so that the reason given is the one that the kubelet gives. No network is needed, and the verdict is always `unpullable`."
	},
	"empty-reference": {
		means: "There is an image field, and nothing is in it.",
		quotes: [{
			who: "the API server",
			text: "spec.template.spec.containers[0].image: Required value"
		}],
		why: [
			"The template reads a value that nobody sets, and its default is the empty string.",
			"An overlay or a patch replaces the whole container and forgets the image.",
			"A kustomization names a new image for a name that does not occur, while the base relies on it."
		],
		prove: [{
			say: "Render it and look at the container:",
			run: ["helm template . | grep -n 'image: *\\(\"\"\\)\\?$'", "kustomize build . | grep -n 'image: *$'"]
		}, {
			say: "Ask the API server without changing anything:",
			run: ["helm template . | kubectl apply --dry-run=server -f -"]
		}],
		fix: [{ say: "Set the value that the report points at. If it must always be given, let the template insist on it: `{{ required \"image.tag is missing\" .Values.image.tag }}`." }],
		ignore: "Where a mutating webhook or an operator fills the field in the cluster (KServe runtimes, some sidecar injectors). The check cannot know what it writes.",
		decided: "The field is present in the rendered manifest, and its value is empty or null. Kinds whose image is optional by their schema are left alone."
	}
};

// src/rules/network.ts
const fromTheNode = {
	say: "The node is what counts. Ask from there (the debug pod shares its network):",
	run: ["kubectl debug node/$NODE -it --image=docker.io/curlimages/curl -- curl -sS -o /dev/null -w \"%{http_code}\\n\" https://$REGISTRY/v2/"]
};
/** Pages of the layer `network`. */
const networkRules = {
	"registry-name-not-resolved": {
		means: "The host part of the image does not resolve to an address where the check ran. On a node the same name gives `no such host`. Until it resolves, nothing can be said about image, login or platform.",
		quotes: [{
			who: "CRI-O",
			text: "initializing source docker://registry.acme.internal/web:1.27.3: pinging container registry registry.acme.internal: Get \"https://registry.acme.internal/v2/\": dial tcp: lookup registry.acme.internal on 10.96.0.10:53: no such host"
		}, {
			who: "a resolver that fails rather than denies",
			text: "dial tcp: lookup ghcr.io on 10.0.0.2:53: server misbehaving"
		}],
		why: [
			"The host is misspelt (`gchr.io`, `quay.oi`), or the first part of the name was meant as an organisation and has a dot in it.",
			"The name exists only inside a network: the runner does not see it, or the nodes do not.",
			"It is the name of a Kubernetes Service. Nodes do not use the cluster DNS, so `registry.default.svc` works in pods and never for pulls.",
			"`server misbehaving` and timeouts are the resolver's fault: an overloaded or unreachable DNS server on the node."
		],
		prove: [
			{
				say: "Here:",
				run: ["getent hosts $REGISTRY || echo \"does not resolve\""]
			},
			{
				say: "On the node, with the node's own resolver:",
				run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- nslookup $REGISTRY"]
			},
			{
				say: "Which server the node asks:",
				run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- cat /host/etc/resolv.conf"]
			}
		],
		fix: [
			{ say: "A typing mistake: correct the host in the line that the report names." },
			{ say: "An internal name: run the check where it resolves (a runner inside the network). For the nodes, add the record to the DNS that they use, or a `hosts.toml` that maps the name to a reachable address." },
			{ say: "A failing resolver: mend it; the kubelet tries again by itself within five minutes." }
		],
		ignore: "On hosted runners that can never see an internal registry. Better than ignoring: a self-hosted runner, or `on-unknown: warn`, which is the default.",
		decided: "DNS answered that there is no such name, or did not answer after retries. That is a fact about the runner, so the verdict is `unknown`, never `unpullable`."
	},
	"registry-unreachable": {
		means: "The name resolves, and no usable connection comes about: refused, reset, dropped on the way, or silent until the time was over.",
		quotes: [
			{
				who: "CRI-O, a closed port",
				text: "RegistryUnavailable: initializing source docker://registry.acme.internal/web:1.27.3: pinging container registry registry.acme.internal: Get \"https://registry.acme.internal/v2/\": dial tcp 10.0.3.7:443: connect: connection refused"
			},
			{
				who: "a dropped packet",
				text: "dial tcp 140.82.121.34:443: i/o timeout"
			},
			{
				who: "a connection that was closed at once",
				text: "failed to do request: Head \"https://ghcr.io/v2/acme/web/manifests/1.27.3\": EOF"
			}
		],
		why: [
			"`connection refused`: the host is up and nothing listens at that port: wrong port, or the registry is down.",
			"`i/o timeout`, `no route to host`: a firewall, security group, network policy or missing NAT on the way out of the nodes.",
			"`TLS handshake timeout` or `timeout awaiting response headers`: the connection exists, what is behind it is overloaded or inspects traffic.",
			"`EOF` or `connection reset by peer`: a proxy or load balancer in between hangs up.",
			"`context canceled` after minutes without progress: the runtime gave a stalled download up."
		],
		prove: [
			{
				say: "Here, with the time that each phase takes:",
				run: ["curl -sS -o /dev/null -w \"dns %{time_namelookup} tcp %{time_connect} tls %{time_appconnect} code %{http_code}\\n\" https://$REGISTRY/v2/"]
			},
			fromTheNode,
			{
				say: "Is it one node or all?",
				run: ["kubectl get events -A --field-selector reason=Failed -o custom-columns=NODE:.source.host,MESSAGE:.message | grep $REGISTRY | sort | uniq -c"]
			}
		],
		fix: [
			{ say: "One node: compare its routes and proxy with a healthy one, cordon it if it must wait." },
			{ say: "All nodes: open egress to the registry **and** to where it keeps its blobs (`pkg-containers.githubusercontent.com`, `production.cloudflare.docker.com`, an S3 or GCS bucket); a registry that answers and a blob host that does not look alike in the event." },
			{ say: "The registry is down: wait, or pull through a mirror. Nothing in the manifest needs to change." }
		],
		ignore: "When the registry can only be reached from the nodes and no runner can be placed beside them.",
		decided: "The connection failed after retries with growing pauses. It tells about the way from the runner to the registry, so the verdict is `unknown`. A 5xx or an answer of another service is `registry-error`; a refusal by the proxy is `proxy-error`."
	},
	"registry-error": {
		means: "Something answered and the answer is of no use: a 5xx, a web page, a login that leads nowhere, a challenge that no client understands. The image may be perfectly fine.",
		quotes: [
			{
				who: "CRI-O",
				text: "reading manifest 1.27.3 in registry.acme.internal/web: received unexpected HTTP status: 503 Service Unavailable"
			},
			{
				who: "containerd, where HEAD is refused",
				text: "failed to resolve image: unexpected status from HEAD request to https://registry.acme.internal/v2/web/manifests/1.27.3: 403 Forbidden"
			},
			{
				who: "a token server that fails",
				text: "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://auth.acme.internal/token: 500 Internal Server Error"
			}
		],
		why: [
			"502, 503, 504: the registry or the load balancer before it is restarting, overloaded or out of disk.",
			"500 from a pull-through cache: its upstream refused or limited it, and the cache hides that behind a 500.",
			"A 200 with HTML: the port of a user interface, a captive portal, or a path prefix that belongs to another service.",
			"HEAD is refused where GET is not: a firewall, a proxy or presigned addresses that know GET alone. containerd asks by HEAD first, and gives up unless the answer is 405.",
			"The token server is another host with troubles of its own; its URL stands in the `WWW-Authenticate` header."
		],
		prove: [
			{
				say: "What answers, and whether it is a registry at all (expect 200 or 401 and `docker-distribution-api-version`):",
				run: ["curl -sS -D - -o /dev/null https://$REGISTRY/v2/"]
			},
			{
				say: "Whether HEAD is answered as GET is (containerd begins with it; expect the same status, digest and type):",
				run: ["curl -sS -I -H \"Accept: application/vnd.oci.image.index.v1+json, */*\" https://$REGISTRY/v2/acme/web/manifests/1.27.3"]
			},
			{
				say: "The image itself:",
				run: ["crane manifest -v \"$IMAGE\" 2>&1 | head -40"]
			},
			fromTheNode
		],
		fix: [
			{ say: "A passing failure: check again; the kubelet does so too, at growing intervals up to five minutes." },
			{ say: "A lasting one: tell whoever runs the registry, with the request id from its headers. Meanwhile a mirror or a copy in another registry keeps deployments going." },
			{ say: "A page instead of an API: correct host, port or path prefix of the image." }
		],
		ignore: "Hardly ever. If one registry is known to be flaky, leave `on-unknown` at `warn`: it is shown and does not block.",
		decided: "The answer is a 5xx after retries, or cannot be read as the distribution API prescribes. A 404 that no registry wrote (HTML, another service) belongs here too: it does not prove that the image is missing. So does a HEAD that is refused where GET gives the manifest (containerd begins with HEAD), and with `runtime: cri-o` a refused `GET /v2/`: the pull fails on a node that meets the same refusal, and who wrote it can not be told. Of services that all the world pulls from it is known that they answer both; any other host is asked once in a run. The verdict is `unknown`."
	},
	"proxy-error": {
		means: "There is an HTTP proxy between the check and the registry, and the proxy itself said no or did not answer. The registry was never reached.",
		quotes: [
			{
				who: "containerd behind a proxy that refuses",
				text: "failed to do request: Head \"https://ghcr.io/v2/acme/web/manifests/1.27.3\": Forbidden"
			},
			{
				who: "containerd, a proxy that wants a login",
				text: "failed to do request: Head \"https://ghcr.io/v2/acme/web/manifests/1.27.3\": Proxy Authentication Required"
			},
			{
				who: "a proxy that is down",
				text: "proxyconnect tcp: dial tcp 10.0.0.9:3128: connect: connection refused"
			}
		],
		silent: "The nodes have proxy settings of their own, so whether they meet the same refusal is not known.",
		why: [
			"The host is not on the allow-list of the proxy: 403 to CONNECT.",
			"The proxy wants a login: 407.",
			"`HTTPS_PROXY` names a proxy that is gone, or `NO_PROXY` lacks an internal registry that should be reached directly."
		],
		prove: [{
			say: "Here:",
			run: ["env | grep -i _proxy", "curl -sS -v -o /dev/null https://$REGISTRY/v2/ 2>&1 | grep -iE \"proxy|CONNECT|HTTP/\""]
		}, {
			say: "On the node the runtime's own environment counts, not the shell's:",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host systemctl show containerd --property=Environment"]
		}],
		fix: [{ say: "Have the registry, its token server and its blob host put on the allow-list, or name an internal registry in `NO_PROXY`. On nodes that is a systemd drop-in of containerd or CRI-O and a restart of the runtime (not of the pods)." }],
		ignore: "When only the runner is behind that proxy. Name the host in its `NO_PROXY` if there is another way out.",
		decided: "The proxy answered CONNECT with something other than 200, or could not be reached. Always `unknown`."
	}
};

// src/rules/node.ts
/** Pages of the layers `node` and `scheduling`. */
const nodeRules = {
	"never-pull": {
		means: "The pull policy is `Never`: the container starts only on nodes that hold the image already, and no registry is ever asked.",
		why: [
			"A left-over from a local cluster (kind, minikube), where images are loaded by hand.",
			"Images are baked into the node image, on purpose.",
			"Since Kubernetes 1.35 a present image also needs a record that this pod may use it: it can fail on a node that has it."
		],
		prove: [{
			say: "Which nodes hold it?",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host crictl images | grep web"]
		}, {
			say: "The policy in force:",
			run: [`kubectl -n $NS get pod $POD -o jsonpath='{range .spec.containers[*]}{.name} {.imagePullPolicy}{"\\n"}{end}'`]
		}],
		fix: [{ say: "Use `IfNotPresent`. Where the image is to be loaded onto nodes, load it onto all that the workload may land on, new ones included." }],
		ignore: "When the image is part of the node image. Ignore it for that image with this reason.",
		decided: "From `imagePullPolicy` alone. The image is `not-checked`: nothing was asked, nothing is claimed."
	},
	"blocked-by-node": {
		means: "The configuration of the nodes (`registries.conf`) forbids this registry or path. CRI-O refuses before it contacts anybody.",
		why: [
			"The organisation allows only its own mirror and blocks the public registries.",
			"The block is for one path and was meant for another: the longest prefix wins.",
			"OpenShift writes it from `image.config.openshift.io` (`blockedRegistries`, or everything outside `allowedRegistries`)."
		],
		prove: [{
			say: "Show the entry on a node:",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c \"cat /host/etc/containers/registries.conf /host/etc/containers/registries.conf.d/*\""]
		}, {
			say: "On OpenShift, where it comes from:",
			run: ["kubectl get image.config.openshift.io cluster -o yaml"]
		}],
		fix: [{ say: "Use the copy in a registry that is allowed; usually the mirror has the same path." }, { say: "Or have the block lifted by whoever owns the node configuration; it is rolled out node by node." }],
		ignore: "Never while the nodes have it.",
		decided: "The `registries.conf` that was given is read as containers/image reads it: the longest matching prefix decides, `blocked` refuses. `unpullable`."
	},
	"short-name-ambiguous": {
		means: "The image names no registry. containerd takes that for Docker Hub; CRI-O asks its configuration, and there it stands for several or none.",
		quotes: [{
			who: "CRI-O",
			text: "short name mode is enforcing, but image name web:1.27.3 returns ambiguous list"
		}, {
			who: "CRI-O, nothing to search",
			text: "short-name \"web:1.27.3\" did not resolve to an alias and no unqualified-search registries are defined in \"/etc/containers/registries.conf\""
		}],
		why: ["The manifests come from a cluster with containerd or Docker.", "`unqualified-search-registries` has more than one entry, and the mode is `enforcing`, the default."],
		prove: [{
			say: "What the node has to say about short names:",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c \"grep -rE 'unqualified|short-name' /host/etc/containers/registries.conf*\""]
		}],
		fix: [{ say: "Write the whole name: `docker.io/library/nginx:1.27` instead of `nginx:1.27`. It is right on every runtime, and pull secrets match it." }],
		ignore: "When all nodes have an alias for it.",
		decided: "Only for environments with `runtime: cri-o` and a `registries.conf`: no alias, and not exactly one registry to search. `unpullable`."
	},
	"no-node-for-workload": {
		means: "No node that was declared may run this workload, so no platform is required of its images and they were not looked at.",
		quotes: [{
			who: "the scheduler",
			text: "0/6 nodes are available: 6 node(s) didn't match Pod's node affinity/selector. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling."
		}],
		why: [
			"The node selector asks for an architecture or OS that `platforms` does not list.",
			"A label is misspelt (`beta.kubernetes.io/arch`, `amd-64`).",
			"Terms of the required affinity contradict each other."
		],
		prove: [{
			say: "What it asks for, and what there is:",
			run: [`kubectl -n $NS get pod $POD -o jsonpath='{.spec.nodeSelector}{"\\n"}{.spec.affinity.nodeAffinity}{"\\n"}'`, "kubectl get nodes -L kubernetes.io/os,kubernetes.io/arch"]
		}, {
			say: "In the cluster, the scheduler says why:",
			run: ["kubectl -n $NS describe pod $POD | sed -n \"/Events/,$p\""]
		}],
		fix: [{ say: "If such nodes exist, declare their platform: `platforms: linux/amd64,windows(10.0.20348)/amd64`." }, { say: "Else correct the selector; the pod would stay `Pending` whatever its image." }],
		ignore: "When the workload is meant for a cluster that this run does not describe.",
		decided: "The selector and required affinity are evaluated as the scheduler does, on the labels for OS and architecture only. If no platform of the environment is left, the images are `not-checked`."
	}
};

// src/rules/platform.ts
const showPlatforms = {
	say: "What does the image offer, and what are the nodes?",
	run: [`crane manifest "$IMAGE" | jq -r '.manifests[]?.platform | "\\(.os)/\\(.architecture)\\(if .variant then "/" + .variant else "" end) \\(."os.version" // "")"'`, "kubectl get nodes -L kubernetes.io/os,kubernetes.io/arch"]
};
/** Pages of the layers `platform` and `runtime`. */
const platformRules = {
	"platform-missing": {
		means: "The image is an index, and none of its entries fits a platform that the workload may land on. It works on the other nodes, so the failure looks random.",
		quotes: [{
			who: "containerd 2.1 and later (transfer service)",
			text: "get image config descriptor: no match for platform in manifest sha256:…: not found"
		}, {
			who: "CRI-O",
			text: "choosing an image from manifest list docker://ghcr.io/acme/web:1.27.3: no image found in image index for architecture \"arm64\", variant \"v8\", OS \"linux\""
		}],
		why: [
			"Nodes of arm64 were added (Graviton, Ampere, a laptop cluster), and the image is built for amd64 only.",
			"The build matrix lost a platform in this version.",
			"Windows: the build number of the node and that of the image must agree.",
			"`amd64/v2` or `v3` entries only: nodes never report a level, so those never match.",
			"Beware: containerd words this as `not found`. It is not about the tag."
		],
		prove: [showPlatforms, {
			say: "On which nodes do the pods fail?",
			run: ["kubectl -n $NS get pods -o wide"]
		}],
		fix: [
			{
				say: "Build for all platforms of the fleet:",
				run: ["docker buildx build --platform linux/amd64,linux/arm64 --tag \"$IMAGE\" --push ."]
			},
			{ say: "Now: a tag that has the platform; the report names those that it knows." },
			{ say: "Or keep the workload where it works: `nodeSelector: { kubernetes.io/arch: amd64 }`." }
		],
		ignore: "When no such node runs this workload. Then say so: `platforms`, a node selector, or affinity; the check reads all of them.",
		decided: "Required platforms are those of the environment that the workload's node selector and affinity allow. Entries are matched by containerd's rules (fallbacks of arm, Windows builds), for CRI-O by its own. `unpullable` for that platform."
	},
	"platform-depends-on-runtime": {
		means: "There are two ways in which containerd pulls and a third of CRI-O, and here they do not agree. Which one the nodes use was not declared.",
		silent: "It depends: one way pulls, another says `no match for platform in manifest` or `content digest …: not found`.",
		why: ["The index has only a fallback for the node: 386 for amd64, arm/v7 for arm64.", "An entry without a platform stands beside others that have one (also beside `unknown/unknown` attestations)."],
		prove: [showPlatforms, {
			say: "Which runtime do the nodes have?",
			run: ["kubectl get nodes -o custom-columns=NODE:.metadata.name,RUNTIME:.status.nodeInfo.containerRuntimeVersion"]
		}],
		fix: [{ say: "Declare `runtime` (`containerd-local`, `containerd-transfer`, `cri-o`), and the check decides." }, { say: "Better: push an index that has an exact entry for each platform." }],
		ignore: "When all nodes are known to pull it.",
		decided: "Each way is computed by itself. Where all agree there is no such finding; where they differ and `runtime` is not set: `unknown`."
	},
	"wrong-architecture": {
		means: "A single image, not an index, built for another CPU. No runtime looks at that when it pulls: the pull succeeds and the process dies at once.",
		quotes: [{
			who: "the container's log",
			text: "exec /usr/local/bin/web: exec format error"
		}, {
			who: "containerd 2.3 and later, another OS",
			text: "CreateContainerError: … parent snapshot sha256:… does not exist: not found"
		}],
		why: [
			"Built on a laptop with Apple silicon and pushed without `--platform`.",
			"The CI runner changed to arm64.",
			"A base image was pinned to the digest of one platform."
		],
		prove: [
			{
				say: "What was it built for?",
				run: [`crane config "$IMAGE" | jq '{os, architecture, variant}'`]
			},
			{
				say: "What is the node?",
				run: ["kubectl get node $NODE -o jsonpath='{.metadata.labels.kubernetes\\.io/arch}{\"\\n\"}'"]
			},
			{
				say: "The last words of the container:",
				run: ["kubectl -n $NS logs $POD --previous"]
			}
		],
		fix: [{
			say: "Build for the platform of the nodes, best for all as one index:",
			run: ["docker buildx build --platform linux/amd64,linux/arm64 --tag \"$IMAGE\" --push ."]
		}, { say: "Do not look at pull secrets or the registry: the pull worked." }],
		ignore: "When nodes emulate other CPUs (binfmt with QEMU).",
		decided: "The config is read where there is no index. The use stays `pullable`, since the pull is; the finding is an error in the layer runtime and fails the run."
	}
};

// src/rules/project.ts
const digestNow = {
	say: "Which digest does the tag have now?",
	run: ["crane digest \"$REPO:1.27.3\""]
};
const notAFailure = "Nothing: the pull works.";
/** Pages of the layers `project policy` and `hygiene`. */
const projectRules = {
	"latest-tag": {
		means: "The tag is `latest`, written or implied. What runs then depends on when each node pulled.",
		silent: notAFailure,
		why: ["No tag was written.", "The default of a chart was left as it was."],
		prove: [{
			say: "Do replicas of one workload run different images?",
			run: [`kubectl -n $NS get pods -o jsonpath='{range .items[*]}{.metadata.name} {.status.containerStatuses[*].imageID}{"\\n"}{end}'`]
		}],
		fix: [{ say: "Name a version; a rollback then really goes back. Note that the pull policy follows: with `latest` it is `Always`, with a version `IfNotPresent`." }],
		ignore: "For throw-away environments that always want the newest build.",
		decided: "The parsed tag is `latest`, or there is neither tag nor digest. Off until a project sets a severity."
	},
	"digest-required": {
		means: "This project wants images pinned by digest, and this one is not.",
		silent: notAFailure,
		why: ["The image was added by hand, with its tag only.", "The updater that writes digests does not know this file."],
		prove: [digestNow],
		fix: [{ say: "Write both, the tag for people and the digest for machines: `ghcr.io/acme/web:1.27.3@sha256:…`. Take the digest of the index, not of one platform; `crane digest` prints the right one." }],
		ignore: "For images of your own that are promoted by tag.",
		decided: "The reference has no digest. Off until a project sets a severity."
	},
	"registry-not-allowed": {
		means: "The image comes from a registry or path that this project has not allowed.",
		silent: "Nothing, unless an admission policy in the cluster holds the same list; then the pod is not created and the event is `FailedCreate` with the name of the policy.",
		why: [
			"A new dependency with an image on another registry.",
			"A chart brings an image that its values do not show.",
			"The list does not know the mirror yet."
		],
		prove: [{
			say: "Which images come from where?",
			run: ["will-it-pull list --format json | jq -r \".images[].normalized\" | cut -d/ -f1 | sort | uniq -c"]
		}],
		fix: [{
			say: "Copy the image into an allowed registry and use the copy:",
			run: ["skopeo copy --all docker://SOURCE docker://REGISTRY/mirror/web:1.27.3"]
		}, { say: "Or add an entry to `allowed-registries`. An entry with a path allows that path only." }],
		ignore: "For a time, with an end date, while a copy is being made.",
		decided: "No entry of `allowed-registries` is the registry of the image or a whole-segment prefix of its name. An error once that list is set."
	},
	"tag-digest-drift": {
		means: "Tag and digest stand together and no longer belong together: the tag has moved on. Nodes pull the digest, so what runs is not what the tag says.",
		silent: notAFailure,
		why: [
			"The tag is one that moves (`1.27`, `stable`) and was rebuilt.",
			"Somebody changed the tag by hand and kept the digest.",
			"An updater changed one of the two."
		],
		prove: [digestNow, {
			say: "What differs?",
			run: ["crane config \"$REPO:1.27.3\" | jq .created", "crane config \"$IMAGE\" | jq .created"]
		}],
		fix: [{ say: "If the new image is meant: take its digest. If the pinned one is meant: write the tag that it came from." }],
		ignore: "For moving tags that are pinned on purpose and updated by a tool.",
		decided: "One HEAD of the tag after all verdicts; its digest differs from the pinned one."
	},
	"relocated-image": {
		means: "The image was not given out under this name, and its makers are known to have left that place. The notice explains the finding beside it.",
		silent: "Nothing of a move: `not found` or `denied`, as for the finding that it explains.",
		why: ["`k8s.gcr.io` became `registry.k8s.io`; Bitnami moved its free tags to `bitnamilegacy`; projects change their registry."],
		prove: [{
			say: "Is the same image in the new place?",
			run: ["crane digest \"$IMAGE\"", "crane digest NEW_IMAGE"]
		}],
		fix: [{ say: "Change registry and repository to the new place that the report names, with its date and source. Mirrors, allow-lists and pull secrets know only the old name: change them as well." }],
		ignore: "When you keep a copy of your own under that name.",
		decided: "From a table of known moves, each with date and source. It explains a failure that was observed, and never overrides what the registry answers: an image that can be pulled gets no such notice."
	},
	"rate-limit-risk": {
		means: "Several images come without a login from a registry that counts pulls per address. One rollout on many nodes may use the quota up.",
		silent: "Nothing yet. Later: `429 Too Many Requests`.",
		why: ["Docker Hub counts 100 pulls in six hours per address for those without a login; nodes behind one NAT gateway share it.", "A node upgrade pulls every image of every pod again."],
		prove: [{
			say: "How many pods pull from there?",
			run: [`kubectl get pods -A -o jsonpath='{range .items[*]}{range .spec.containers[*]}{.image}{"\\n"}{end}{end}' | grep -vE '^[^/]+\\.[^/]+/' | sort | uniq -c | sort -rn | head`]
		}],
		fix: [{ say: "Name a pull secret with an account, pull through a mirror or a pull-through cache, or copy the images." }],
		ignore: "When the nodes pull through a cache that the check was not told of. Give it by `hosts-dir`, and the notice is gone. A rule with this code, for `docker.io/**` or one image, leaves those images out of the count.",
		decided: "Images on a registry with a known quota, planned without any login; the quota that the registry states in its headers is the evidence."
	},
	"large-image": {
		means: "Compressed, the image is larger than the limit that is set. It pulls, slowly, and fills disks.",
		silent: "Nothing at first. On slow lines `context canceled`; on full disks pods are evicted with `The node was low on resource: ephemeral-storage`.",
		why: ["Build tools, package caches or test data were left in the final stage.", "A base image with CUDA or a full distribution."],
		prove: [{
			say: "Which layers are large?",
			run: [`crane manifest --platform linux/amd64 "$IMAGE" | jq -r '.layers[] | "\\(.size / 1048576 | floor) MiB \\(.digest)"' | sort -rn | head`, "docker history \"$IMAGE\""]
		}],
		fix: [{ say: "A build in several stages, a slim base, caches removed in the same `RUN`. Or raise `large-image-bytes` if it has to be so." }],
		ignore: "For images that are large by nature (models, GPU stacks).",
		decided: "The sum of the layer sizes in a manifest that was read anyway; no request is made for it."
	}
};

// src/rules/secrets-elsewhere.ts
/** Pages of the layer `auth` about a secret that is not where the pod looks. */
const secretPlaceRules = {
	"pull-secret-missing": {
		means: "The pod names a secret that is neither rendered with the manifests nor given to the check. It may well be in the cluster.",
		quotes: [{
			who: "the event, if it is not in the cluster either",
			text: "FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed."
		}],
		why: [
			"The secret is made by another team, by hand, or by a tool (External Secrets, Vault, Terraform).",
			"Its name is misspelt.",
			"The namespace is new and nobody has put the secret there."
		],
		prove: [{
			say: "Is it there?",
			run: ["kubectl -n $NS get secret $SECRET"]
		}, {
			say: "Do pods complain? The pull goes on without it, so this event is the only sign:",
			run: ["kubectl get events -A --field-selector reason=FailedToRetrieveImagePullSecret"]
		}],
		fix: [{
			say: "Create it in the namespace of the pod:",
			run: ["kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""]
		}, { say: "To have its content checked as well, give it by `pull-secrets`." }],
		ignore: "When secrets are kept elsewhere by design: it is a notice and changes no verdict. Teams whose secrets are all in the repository raise it to `error`.",
		decided: "The name occurs in no Secret, SealedSecret or ExternalSecret of the same namespace in the rendered manifests, nor in `pull-secrets`."
	},
	"pull-secret-other-namespace": {
		means: "A secret of the name that the pod uses is rendered, but into another namespace. Pods can only use secrets of their own namespace.",
		quotes: [{
			who: "the event",
			text: "FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed."
		}],
		why: [
			"The secret has a fixed `metadata.namespace`, the workload takes that of the release.",
			"One chart installs the secret into a shared namespace and expects it to be seen everywhere.",
			"A kustomization sets the namespace of some resources only."
		],
		prove: [{
			say: "Where is it?",
			run: ["kubectl get secret -A --field-selector metadata.name=$SECRET"]
		}, {
			say: "Where do the rendered manifests put it?",
			run: ["helm template . -n $NS | grep -B2 -A6 \"kind: Secret\""]
		}],
		fix: [{ say: "Render it into the workload's namespace, or copy it there; a reflector or External Secrets can keep the copies equal." }],
		ignore: "When the cluster holds a copy in the right namespace already.",
		decided: "No Secret of that name in the namespace of the pod, at least one in another. Its content is then not used for this pod, and what the cluster holds is unknown."
	}
};

// src/rules/secrets.ts
const showKeys = {
	say: "For which registries does it hold a login? (This prints no password.)",
	run: ["kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys'"]
};
const showType = {
	say: "Its type and the keys of its data:",
	run: ["kubectl -n $NS get secret $SECRET -o json | jq '{type, keys: (.data | keys)}'"]
};
const renew = {
	say: "Write it anew from an account that may pull; pods pick it up at their next try:",
	run: ["kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\" --dry-run=client -o yaml | kubectl apply -f -"]
};
/** Pages of the layer `auth`, as far as it is about the secret. */
const secretRules = {
	"pull-secret-invalid": {
		means: "A secret that the pod names cannot be decoded. The kubelet then builds no keyring at all: **no** image of that pod is pulled, public ones included.",
		quotes: [{
			who: "the waiting reason is the raw text",
			text: "unable to parse auth field, must be formatted as base64(username:password)"
		}, {
			who: "data that was not base64",
			text: "illegal base64 data at input byte 4"
		}],
		why: [
			"The `auth` field is not base64 of `user:password`, or has no colon in it.",
			"The content was encoded twice, or not at all, by a template (`b64enc` on text that was already encoded; `data` instead of `stringData`).",
			"The JSON is broken: a quote in a password that a template did not escape, a trailing comma."
		],
		prove: [showType, {
			say: "Does it parse? `false` stands where `auth` is malformed or absent. (Prints no password.)",
			run: [`kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | map_values((.auth // "") | @base64d | contains(":"))'`]
		}],
		fix: [renew, { say: "In a chart, let one expression build it: `printf` the JSON with `%q` for each value and pipe the whole through `b64enc` once." }],
		ignore: "Never: one broken entry stops every image of the pod.",
		decided: "The content is decoded with the kubelet's own rules (`pkg/credentialprovider`); the first error there is the finding. `unpullable`."
	},
	"pull-secret-rejected": {
		means: "The secret holds a login for this registry, and the registry refuses it. Since a matching login is always used, the kubelet never falls back to asking anonymously: a stale secret breaks even a public image.",
		quotes: [{
			who: "CRI-O",
			text: "initializing source docker://ghcr.io/acme/web:1.27.3: unable to retrieve auth token: invalid username/password: unauthorized"
		}, {
			who: "old containerd",
			text: "failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized"
		}],
		why: [
			"The token has expired or was revoked. ECR tokens live twelve hours, so a secret made by hand breaks the next day.",
			"The account lost its right on this repository, or its token lacks the scope to read packages.",
			"The password was rotated in one place and not in this namespace."
		],
		prove: [
			showKeys,
			{
				say: "Try exactly this secret, in a folder of its own so that your login does not mix in:",
				run: [
					"mkdir -p /tmp/one-secret",
					"kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d > /tmp/one-secret/config.json",
					"DOCKER_CONFIG=/tmp/one-secret crane digest \"$IMAGE\"",
					"rm -r /tmp/one-secret"
				]
			},
			{
				say: "Is the image public after all?",
				run: ["skopeo inspect --no-creds --raw docker://$IMAGE | head -3"]
			}
		],
		fix: [
			renew,
			{ say: "For a public image: leave the secret out." },
			{ say: "For ECR: use the credential provider of the kubelet, or a controller that renews the secret." }
		],
		ignore: "Not while the pod names it.",
		decided: "Every login that the kubelet would try, in its order, was answered with 401 or 403. `unpullable`, also when asking anonymously works."
	},
	"pull-secret-ignored": {
		means: "The pod names a secret, and the kubelet passes over it in silence: wrong type, wrong key, or a blank name.",
		silent: "Nothing: no event says that a secret was passed over. The pull goes on as if it were not named, and fails as `not-found-or-private`.",
		why: [
			"The type is `Opaque`. Only `kubernetes.io/dockerconfigjson` (key `.dockerconfigjson`) and `kubernetes.io/dockercfg` (key `.dockercfg`) are read.",
			"Type and key do not belong together.",
			"The list holds an entry with a blank name, from a value that is not set. It also keeps the secrets of the ServiceAccount from being added, since the list is not empty.",
			"The file inside uses `credHelpers`, `credsStore` or `identitytoken`: the kubelet reads none of them."
		],
		prove: [showType, {
			say: "A blank name in the pod?",
			run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.imagePullSecrets}{\"\\n\"}'"]
		}],
		fix: [{
			say: "The type of a secret cannot be changed. Delete it and create it again:",
			run: ["kubectl -n $NS delete secret $SECRET", "kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""]
		}, { say: "A blank name: render `imagePullSecrets` only where the value is set (`{{- with .Values.imagePullSecrets }}`)." }],
		ignore: "When the image is public and the entry is only left over. Removing it is better.",
		decided: "Type and key are compared as in the kubelet (`pkg/credentialprovider/secrets`). If nothing else opens the image, the finding of the access itself names this as its reason."
	},
	"pull-secret-no-match": {
		means: "The secret is readable, and none of its logins is for this image.",
		silent: "Nothing about the secret. The pull is anonymous then and fails as one without a secret.",
		why: [
			"It is for another registry, or for another host name of the same one.",
			"Docker Hub: the key must be `https://index.docker.io/v1/` (or `docker.io`); `registry-1.docker.io` does not match.",
			"The port is missing: `registry:5000` and `registry` are two keys.",
			"The key has a path that the repository does not start with (`ghcr.io/other-org`).",
			"A glob covers too few labels: `*.acme.io` does not match `a.b.acme.io`."
		],
		prove: [showKeys, {
			say: "What is needed is the host of the image, exactly:",
			run: ["echo \"$IMAGE\" | cut -d/ -f1"]
		}],
		fix: [{
			say: "Create the secret with the right server; for Docker Hub `--docker-server=https://index.docker.io/v1/`:",
			run: renew.run ?? []
		}],
		ignore: "When the secret is there for another container of the same pod.",
		decided: "By the kubelet's keyring: hosts compared label by label with globs, ports as text, the path as a prefix; keys in descending order. No key of this secret matches the repository."
	}
};

// src/rules/tls.ts
const showCertificate = {
	say: "Show the certificate that is served:",
	run: ["openssl s_client -connect $REGISTRY:443 -servername $REGISTRY </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"]
};
const fromNode = {
	say: "What the node makes of it (trust and clock are its own):",
	run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host crictl pull \"$IMAGE\""]
};
/** Pages of the layer `tls`. */
const tlsRules = {
	"tls-untrusted": {
		means: "The registry has a certificate whose authority is not known where the check ran. Nodes may trust it through a CA of their own, so this alone proves nothing about them.",
		quotes: [{
			who: "CRI-O",
			text: "pinging container registry registry.acme.internal: Get \"https://registry.acme.internal/v2/\": tls: failed to verify certificate: x509: certificate signed by unknown authority"
		}],
		why: [
			"The registry is signed by the organisation's own authority.",
			"The certificate is self-signed.",
			"The server sends its certificate without the intermediate: browsers fetch it, Go programs (containerd, CRI-O, crane) do not.",
			"A proxy inspects TLS and shows a certificate of its own."
		],
		prove: [
			showCertificate,
			{
				say: "Is the chain whole? Two or more certificates are expected unless it is self-signed:",
				run: ["openssl s_client -connect $REGISTRY:443 -servername $REGISTRY -showcerts </dev/null 2>/dev/null | grep -c \"BEGIN CERTIFICATE\""]
			},
			fromNode
		],
		fix: [
			{ say: "If the nodes trust the authority: give it to the check by `ca-file`, and the finding is gone." },
			{ say: "If they do not: put it into `/etc/containerd/certs.d/<registry>/hosts.toml` as `ca = \"…\"` (read at each pull), or into the system store of the node and restart the runtime." },
			{ say: "If the intermediate is missing: configure the server to send the full chain. That mends all clients at once." }
		],
		ignore: "Never by `insecure-registries` alone: that states that nodes do not verify, which must then be true.",
		decided: "The chain ends at a root that is neither in the bundled store nor in that of the system nor in `ca-file`. The verdict is `unknown`, since the trust of nodes may differ. Where only a CA that the runner was told of makes it work, the use carries the assumption that nodes trust it too."
	},
	"tls-expired": {
		means: "The certificate of the registry is out of its time: expired, or not valid yet. Every client with a right clock refuses it.",
		quotes: [{
			who: "the whole tail",
			text: "x509: certificate has expired or is not yet valid: current time 2026-11-24T02:13:07Z is after 2026-11-23T23:59:59Z"
		}],
		why: [
			"The renewal failed, or it worked and the server was not reloaded.",
			"One of several servers behind a load balancer still has the old certificate: it fails now and then.",
			"The clock of the node is wrong. Then only that node fails, and the message names the time that it believes in."
		],
		prove: [showCertificate, {
			say: "Compare the message's `current time` with the real one; on the node:",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- date -u"]
		}],
		fix: [{ say: "Renew the certificate, reload the server, and look at each address behind the name (`getent ahosts $REGISTRY`)." }, { say: "If it is the clock: mend time synchronisation on the node. No manifest has to change." }],
		ignore: "Not at all while nodes verify. It will be right again by itself only in the case of \"not yet valid\".",
		decided: "The handshake gave the certificate and its dates do not hold the present. Certificate dates do not depend on who looks, so the verdict is `unpullable`, unless the nodes skip verification for that host."
	},
	"tls-name-mismatch": {
		means: "The registry presents a certificate for other names than the one in the image.",
		quotes: [{
			who: "an address instead of a name",
			text: `x509: cannot validate certificate for 10.0.3.7 because it doesn't contain any IP SANs`
		}, {
			who: "an old certificate",
			text: "x509: certificate relies on legacy Common Name field, use SANs instead"
		}],
		why: [
			"The image names an alias, a short name or an IP address that the certificate does not hold.",
			"The name leads to another server: a default virtual host of the ingress, a stale DNS record.",
			"The certificate has only a Common Name. Go has refused those since 1.15."
		],
		prove: [
			showCertificate,
			{
				say: "Where does the name lead?",
				run: ["getent ahosts $REGISTRY"]
			},
			fromNode
		],
		fix: [
			{ say: "Use a name that is in the certificate, in the image and in the pull secret alike: the secret is keyed by host." },
			{ say: "Or have a certificate made with this name as a subject alternative name." },
			{ say: "The wrong server answers: mend DNS or the ingress." }
		],
		ignore: "Not while nodes verify.",
		decided: "The names in the certificate do not match the host that nodes would contact, by RFC 6125. `unpullable`, unless verification is off for that host."
	},
	"tls-handshake": {
		means: "A connection is made, and TLS on it fails before any certificate could be judged.",
		quotes: [
			{
				who: "no common version",
				text: "remote error: tls: protocol version not supported"
			},
			{
				who: "the server wants a client certificate",
				text: "remote error: tls: certificate required"
			},
			{
				who: "no TLS at all behind the port",
				text: "tls: first record does not look like a TLS handshake"
			}
		],
		why: [
			"The server offers only TLS 1.0 or 1.1, or ciphers that Go has removed.",
			"What listens is not a web server (SSH, a database) or speaks plain text on 443.",
			"The registry asks for a client certificate.",
			"A middlebox cuts the handshake because of the name in it."
		],
		prove: [{
			say: "Versions and ciphers that come about:",
			run: ["openssl s_client -connect $REGISTRY:443 -servername $REGISTRY </dev/null 2>&1 | grep -E \"Protocol|Cipher|alert|Acceptable client\""]
		}, fromNode],
		fix: [{ say: "Allow TLS 1.2 or 1.3 with current ciphers on the server; correct the port of the image." }, { say: "A client certificate is given to nodes by `client = [[\"cert.pem\", \"key.pem\"]]` in `hosts.toml`. This check holds none, so it can only be proven from a node." }],
		ignore: "Where the registry wants client certificates and the nodes have them.",
		decided: "The handshake ended with an alert or with bytes that are not TLS. `unpullable`, save where a client certificate is asked for: nodes may have one, so that is `unknown`."
	},
	"plain-http-registry": {
		means: "The registry speaks HTTP where nodes speak HTTPS. containerd and CRI-O use HTTP only for hosts that are declared so, and for loopback.",
		quotes: [{
			who: "CRI-O",
			text: "pinging container registry registry.acme.internal:5000: Get \"https://registry.acme.internal:5000/v2/\": http: server gave HTTP response to HTTPS client"
		}],
		why: [
			"A registry in the house without a certificate, often on port 5000.",
			"It worked with Docker on one machine that had `insecure-registries`; nodes have a configuration of their own.",
			"TLS ends at a load balancer, and the image names the server behind it."
		],
		prove: [{
			say: "Ask both ways:",
			run: ["curl -sS -o /dev/null -w \"%{http_code}\\n\" http://$REGISTRY/v2/", "curl -sS -o /dev/null -w \"%{http_code}\\n\" https://$REGISTRY/v2/"]
		}, {
			say: "What do the nodes have?",
			run: ["kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c \"cat /host/etc/containerd/certs.d/*/hosts.toml; cat /host/etc/containers/registries.conf\""]
		}],
		fix: [{ say: "Best: a certificate for the registry. Logins sent by plain HTTP can be read by anybody on the way." }, { say: "Else configure every node (`[host.\"http://…\"]` in `hosts.toml`, `insecure = true` in `registries.conf`) and tell the check by `hosts-dir`, `registries-conf` or `insecure-registries`." }],
		ignore: "Declare it instead of ignoring it: then the image behind it is checked as well.",
		decided: "The answer to the TLS hello was plain HTTP, the host is not loopback with a port, and neither setting nor node configuration declares it insecure. `unpullable`."
	}
};

// src/rules/rules.ts
/** The page of every code. */
const rulePages = {
	...nameRules,
	...networkRules,
	...limitRules,
	...tlsRules,
	...secretRules,
	...secretPlaceRules,
	...accessRules,
	...existenceRules,
	...platformRules,
	...contentRules,
	...nodeRules,
	...projectRules,
	...coverageRules
};

// src/explain/shapes/access.ts
/** Somebody refuses. Who and in which words tells as much as can be told. */
const accessShapes = [
	{
		when: /\b412 Precondition Failed|\b451 Unavailable For Legal|PROJECTPOLICYVIOLATION|cannot be pulled due to configured policy|download blocking policy|is not allowed access|not signed by|Prevent images with vulnerability|(?:StatusCode:|from registry) 4(?:12|51)/i,
		causes: ["registry-policy"]
	},
	{
		when: /unable to retrieve auth token: invalid username\/password/,
		causes: [
			"pull-secret-rejected",
			"no-pull-secret",
			"not-found-or-private"
		]
	},
	{
		when: /authorization token has expired|incorrect username or password|failed to fetch oauth token: [^\n]*\b(?:401|403)\b/i,
		causes: ["pull-secret-rejected", "registry-policy"]
	},
	{
		when: /no basic auth credentials/,
		causes: [
			"no-pull-secret",
			"not-found-or-private",
			"pull-secret-no-match",
			"pull-secret-ignored"
		]
	},
	{
		when: /insufficient_scope|pull access denied|repository does not exist or may require/,
		causes: [
			"not-found-or-private",
			"no-pull-secret",
			"pull-secret-no-match",
			"pull-secret-rejected",
			"repository-not-found"
		]
	},
	{
		when: /failed to fetch anonymous token: [^\n]*\b(?:401|403)\b|Requesting bearer token: [^\n]*\b(?:401|403)\b/,
		causes: [
			"not-found-or-private",
			"no-pull-secret",
			"pull-secret-no-match",
			"pull-secret-rejected"
		]
	},
	{
		when: /\b403 Forbidden|(?:StatusCode:|from registry) 403|: denied(?:$|[:\s])|^denied: |access forbidden|Requesting bearer token: [^\n]*403|permission[^\n]* denied|not authorized to perform/i,
		causes: [
			"not-found-or-private",
			"pull-secret-rejected",
			"no-pull-secret",
			"registry-policy"
		]
	},
	{
		when: /reading manifest \S+ in \S+: (?:unauthorized|authentication required|requested access|access to the)/,
		causes: [
			"no-pull-secret",
			"not-found-or-private",
			"pull-secret-rejected",
			"registry-error"
		]
	},
	{
		when: /\b401 Unauthorized|from registry 401|unauthorized: |authentication required|requested access to the resource is denied|unauthorized to access|access to the requested resource is not authorized|unable to retrieve auth token/i,
		causes: [
			"pull-secret-rejected",
			"no-pull-secret",
			"not-found-or-private",
			"registry-error"
		]
	}
];

// src/explain/shapes/content.ts
/** The registry answers, and something is not there or not as it should be. Platform first: it is worded as absence. */
const contentShapes = [
	{
		when: /no space left on device/,
		causes: ["node-disk-full"]
	},
	{
		when: /no match for platform in manifest|no image found in (?:manifest list|image index) for architecture|no matching manifest for/,
		causes: ["platform-missing"]
	},
	{
		when: /get image config descriptor: content digest|get image compressed resource size: content digest/,
		causes: [
			"platform-depends-on-runtime",
			"platform-missing",
			"child-manifest-missing"
		]
	},
	{
		when: /schema 1 image manifests|manifest\.v1\+(?:prettyjws|json)|is no longer supported since containerd|error unmarshalling protected header|unsupported schema version|failed to get stream processor/,
		causes: ["unsupported-manifest"]
	},
	{
		when: /mismatched image rootfs and manifest layers|number of layers and diffIDs don't match/,
		causes: ["not-an-image", "manifest-invalid"]
	},
	{
		when: /unexpected commit digest|failed size validation|rejecting \d+ byte manifest|expected manifest but found index|expected index but found manifest|unexpected end of JSON input|Unexpectedly received a manifest list|exceeded maximum allowed size|rejecting ambiguous manifest|content size of zero|wrong diff id|failed to extract layer|short read|failed to read expected number of bytes|manifest is too big|does not match digest|digest did not match|Digest did not match|failed commit on ref|unexpected EOF|missing required properties|is not a valid (?:image|manifest)|json: cannot unmarshal|Manifest does not match/,
		causes: ["manifest-invalid", "registry-error"]
	},
	{
		when: /invalid character '/,
		causes: [
			"manifest-invalid",
			"unsupported-manifest",
			"registry-error"
		]
	},
	{
		when: /could not fetch content descriptor \S+ \(application\/vnd\.(?:oci\.image\.(?:config|layer)|docker\.(?:container\.image|image\.rootfs))|BLOB_UNKNOWN|blob unknown|(?:reading|fetching)(?: config)? blob[^\n]*(?:\b404\b|not found)/i,
		causes: ["blob-missing"]
	},
	{
		when: /could not fetch content descriptor \S+ \([^)]*(?:manifest|index)[^)]*\) from remote: not found/,
		causes: ["child-manifest-missing", "unsupported-manifest"]
	},
	{
		when: /could not fetch content descriptor \S+ \([^)]*\) from remote: not found|unexpected media type|unsupported manifest media type|Trying to parse MIME type|unsupported image-specific operation|unimplemented/i,
		causes: [
			"unsupported-manifest",
			"not-an-image",
			"registry-error"
		]
	},
	{
		when: /could not fetch content descriptor/,
		causes: [
			"blob-missing",
			"child-manifest-missing",
			"unsupported-manifest"
		]
	},
	{
		when: /failed to copy: [^\n]*content at \S+\/manifests\/sha\d+:\w+ not found/,
		causes: ["child-manifest-missing", "manifest-invalid"]
	},
	{
		when: /content at \S+\/manifests\/\S+ not found/,
		causes: ["child-manifest-missing", "unsupported-manifest"]
	},
	{
		when: /NAME_UNKNOWN|name unknown|repository \S* ?(?:name )?not (?:known|found)|no such repository/i,
		causes: ["repository-not-found"]
	},
	{
		when: /manifest list: [^\n]*reading manifest sha\d+:\w+ in [^\n]*(?:unknown|not found)/,
		causes: ["child-manifest-missing"]
	},
	{
		when: /@sha\d+:\w*"?: (?:resolve : )?not found|reading manifest sha\d+:\w+ in [^\n]*(?:manifest unknown|not found)/i,
		causes: ["digest-not-found", "not-found-or-private"]
	},
	{
		when: /code = NotFound|: not found\b|manifest unknown|MANIFEST_UNKNOWN|manifest for \S+ not found|Tag was deleted or has expired|TAG_EXPIRED|(?:artifact|image|tag|manifest)\b[^\n]{0,200} not found|(?:StatusCode:|from registry) 404|\b404 Not Found/i,
		causes: [
			"tag-not-found",
			"repository-not-found",
			"not-found-or-private"
		]
	}
];

// src/explain/shapes/name-and-node.ts
/** What the kubelet, or the configuration of the node, refuses before any registry is asked. */
const nameAndNodeShapes = [
	{
		when: /couldn't parse image (?:name|reference) ""|image: Required value/,
		causes: ["empty-reference"]
	},
	{
		when: /InvalidImageName|couldn't parse image (?:name|reference)|Failed to apply default image tag|failed to parse image reference|image: Invalid value: .*whitespace|invalid reference format|repository name \(.*\) must be lowercase/,
		causes: ["invalid-reference"]
	},
	{
		when: /ErrImageNeverPull|is not present with pull policy of Never/,
		causes: ["never-pull"]
	},
	{
		when: /SignatureValidationFailed|signature validation failed|Source image rejected|image verifier \S+ blocked pull/,
		causes: ["registry-policy"]
	},
	{
		when: /registry \S+ is blocked in /,
		causes: ["blocked-by-node"]
	},
	{
		when: /short[- ]name mode is enforcing|returns ambiguous list|short-name .* did not resolve to an alias/,
		causes: ["short-name-ambiguous"]
	},
	{
		when: /unable to parse auth field|illegal base64 data at input byte/,
		causes: ["pull-secret-invalid"]
	},
	{
		when: /FailedToRetrieveImagePullSecret|Unable to retrieve some image pull secrets/,
		causes: ["pull-secret-missing", "pull-secret-other-namespace"]
	}
];

// src/explain/shapes/pod.ts
/** What a pod, its node or its controller says when it is not about a pull. The words of a pull never match these. */
const podShapes = [
	{
		when: /runAsNonRoot/,
		causes: ["runs-as-root"]
	},
	{
		when: /exec format error/,
		causes: ["wrong-architecture"]
	},
	{
		when: /parent snapshot \S+ does not exist/,
		causes: ["wrong-architecture", "container-not-created"]
	},
	{
		when: /no command specified/,
		causes: ["not-an-image", "container-not-created"]
	},
	{
		when: /FailedCreate\b|exceeded quota|admission webhook \S+ denied|ValidatingAdmissionPolicy|violates PodSecurity|error looking up service account/,
		causes: ["pod-not-created"]
	},
	{
		when: /SchedulingGated|Scheduling is blocked due to non-empty scheduling gates/,
		causes: ["scheduling-gated"]
	},
	{
		when: /Evicted|The node was low on resource|exceeds? (?:the )?(?:local ephemeral storage|total limit)|Pod ephemeral local storage usage/,
		causes: ["evicted"]
	},
	{
		when: /UnexpectedAdmissionError|OutOf(?:cpu|memory|pods|ephemeral-storage)|NodeAffinity: Pod Predicate|Predicate NodeAffinity failed|TopologyAffinityError/i,
		causes: ["pod-rejected"]
	},
	{
		when: /FailedCreatePodSandBox|[Ff]ailed to create pod sandbox|failed to setup network for sandbox/,
		causes: ["sandbox-failed"]
	},
	{
		when: /CreateContainerConfigError|^(?:Error: )?(?:configmap|secret) "[^"]*" not found|couldn't find key \S+ in (?:ConfigMap|Secret)/,
		causes: ["config-missing"]
	},
	{
		when: /FailedMount|FailedAttachVolume|MountVolume\.\w+ failed|Unable to attach or mount volumes|Multi-Attach error|ImageVolumeMountFailed/,
		causes: ["volume-not-mounted"]
	},
	{
		when: /RunContainerError|StartError|ContainerCannotRun|executable file not found|OCI runtime create failed|failed to start container|cannot start container/i,
		causes: ["container-not-started"]
	},
	{
		when: /OOMKilled|exit code:? 137|ExitCode: 137/i,
		causes: [
			"out-of-memory",
			"liveness-probe-failing",
			"container-crashes"
		]
	},
	{
		when: /Liveness probe (?:failed|errored)|failed liveness probe/,
		causes: ["liveness-probe-failing"]
	},
	{
		when: /Startup probe (?:failed|errored)|failed startup probe/,
		causes: ["startup-probe-failing"]
	},
	{
		when: /Readiness probe (?:failed|errored)/,
		causes: ["not-ready"]
	},
	{
		when: /BackoffLimitExceeded|reached the specified backoff limit|Job was active longer than/,
		causes: ["job-failed"]
	},
	{
		when: /ProgressDeadlineExceeded|has timed out progressing|exceeded its progress deadline/,
		causes: ["rollout-stalled"]
	},
	{
		when: /NodeNotReady|Node is not ready|NodeStatusUnknown|Kubelet stopped posting node status|NetworkPluginNotReady|NodeLost/,
		causes: ["node-not-ready"]
	},
	{
		when: /readiness gate/,
		causes: ["readiness-gate-closed"]
	},
	{
		when: /CrashLoopBackOff|Back-?off (?:\S+ )?restarting failed container/i,
		causes: [
			"container-crashes",
			"out-of-memory",
			"liveness-probe-failing",
			"wrong-architecture",
			"container-not-started"
		],
		vague: true
	},
	{
		when: /CreateContainerError|Error: failed to create containerd container|container create failed/,
		causes: ["container-not-created", "not-an-image"]
	}
];
/** The text says that a pull failed and not why. */
const vagueShapes = [{
	when: /ImagePullBackOff|ErrImagePull|Back-?off pulling image|[Ff]ailed to pull (?:and unpack )?image|[Ff]ailed to resolve reference|ImageInspectError|initializing source docker:|unable to pull image|pulling from host \S+ failed/,
	causes: [
		"tag-not-found",
		"not-found-or-private",
		"no-pull-secret",
		"rate-limited",
		"platform-missing"
	],
	vague: true
}];

// src/explain/shapes/scheduling.ts
/** Parts of the scheduler's sentence (kube-scheduler, `framework/types.go`: FitError). */
const parts = [
	[/Insufficient|Too many pods/, "not-enough-resources"],
	[/taint/, "taint-not-tolerated"],
	[/were unschedulable/, "taint-not-tolerated"],
	[/volume|PersistentVolumeClaim|persistentvolumeclaim/, "volume-not-bound"],
	[/affinity|selector|topology spread|free ports/, "no-node-matches"]
];
/**
* The reasons in `0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {…}.`, those of most nodes
* first; undefined where the text is none of the scheduler's.
*/
function schedulingCauses(text) {
	const sentence = /\d+\/(\d+) nodes? (?:are|is) available: ?(.*)/s.exec(text);
	if (sentence === null) return other(text);
	const [, nodes, reasons = ""] = sentence;
	if (nodes === "0") return ["no-nodes"];
	const [own = ""] = reasons.split(/\. ?preemption:/);
	const causes = own.split(/, (?=\d+ )/).map((reason) => ({
		count: Number.parseInt(reason, 10) || 0,
		reason
	})).toSorted((one, another) => another.count - one.count).flatMap(({ reason }) => parts.find(([when]) => when.test(reason))?.[1] ?? []);
	return causes.length === 0 ? ["not-scheduled"] : [...new Set(causes)];
}
function other(text) {
	if (/no nodes available to schedule pods/.test(text)) return ["no-nodes"];
	if (/unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]*" not found/.test(text)) return ["volume-not-bound"];
	return /FailedScheduling/.test(text) ? ["not-scheduled"] : void 0;
}

// src/explain/shapes/transport.ts
/** No usable answer came. Proxy before network and TLS: its errors hold theirs. */
const transportShapes = [
	{
		when: /\b429\b[^\n]*Too Many Requests|toomanyrequests|too many requests|pull rate limit|(?:StatusCode:|from registry) 429/i,
		causes: ["rate-limited"]
	},
	{
		when: /proxyconnect tcp|Proxy Authentication Required|(?:Head|Get) "[^"]*": (?:Forbidden|Bad Gateway|Service Unavailable|Gateway Time-?out)(?:$|[\s;)\]])/,
		causes: ["proxy-error"]
	},
	{
		when: /x509: certificate signed by unknown authority/,
		causes: ["tls-untrusted"]
	},
	{
		when: /x509: certificate has expired or is not yet valid/,
		causes: ["tls-expired"]
	},
	{
		when: /x509: (?:certificate is valid for |certificate is not valid for any names|cannot validate certificate for |certificate relies on legacy Common Name)/,
		causes: ["tls-name-mismatch"]
	},
	{
		when: /server gave HTTP response to HTTPS client/,
		causes: ["plain-http-registry"]
	},
	{
		when: /first record does not look like a TLS handshake/,
		causes: [
			"tls-handshake",
			"plain-http-registry",
			"registry-error"
		]
	},
	{
		when: /\b(?:tls|x509): |remote error: tls/,
		causes: ["tls-handshake"]
	},
	{
		when: /lookup [^\n]*(?:no such host|server misbehaving|Temporary failure in name resolution|i\/o timeout)|: no such host/,
		causes: ["registry-name-not-resolved"]
	},
	{
		when: /connect: connection refused|RegistryUnavailable|because the registry is unavailable|connection reset by peer|broken pipe|server closed idle connection/,
		causes: ["registry-unreachable"]
	},
	{
		when: /i\/o timeout|TLS handshake timeout|timeout awaiting response headers|Client\.Timeout exceeded|no route to host|network is unreachable/,
		causes: ["registry-unreachable"]
	},
	{
		when: /transport connection broken: malformed HTTP|malformed HTTP response|readLoopPeekFailLocked|stopped after 10 redirects|invalid character '<' looking for/,
		causes: ["registry-error"]
	},
	{
		when: /(?:failed to do request|Head|Get)[^\n]*: (?:unexpected )?EOF(?:$|[\s"])|transport connection broken/,
		causes: [
			"registry-unreachable",
			"registry-error",
			"proxy-error"
		]
	},
	{
		when: /context canceled|code = Canceled|RST_STREAM with error code: CANCEL|context deadline exceeded|DeadlineExceeded desc/,
		causes: [
			"registry-unreachable",
			"registry-error",
			"large-image"
		]
	},
	{
		when: /\b5\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|(?:StatusCode:|from registry) 5\d\d|HTTP status: 5\d\d|status code 5\d\d/i,
		causes: ["registry-error"]
	},
	{
		when: /no realm specified for token auth challenge|missing realm in bearer auth challenge|Requesting bearer token: [^\n]*\b404\b|did not include a token|unable to decode token response|failed to fetch (?:anonymous|oauth) token: [^\n]*\b404\b|invalid_token|unsupported media type|missing or empty Content-Type|unexpected media type text\/html|unknown auth challenge|unexpected http code: 5/i,
		causes: ["registry-error"]
	}
];

// src/explain/classify.ts
const shapes = [
	...nameAndNodeShapes,
	...podShapes,
	...contentShapes.filter(({ causes }) => causes[0] === "node-disk-full"),
	...transportShapes,
	...contentShapes,
	...accessShapes,
	...vagueShapes
];
const longest = 8192;
/** Classifies one statement: an event's message, a waiting reason with its message, or a line of a log. */
function classify(statement) {
	const text = statement.slice(0, longest);
	const unscheduled = schedulingCauses(text);
	if (unscheduled !== void 0) return {
		causes: unscheduled,
		vague: false
	};
	return ofSandboxImage(text) ?? byShape(text);
}
function byShape(text) {
	const shape = shapes.find(({ when }) => when.test(text));
	return shape && {
		causes: shape.causes,
		vague: shape.vague === true
	};
}
function ofSandboxImage(text) {
	const start = text.indexOf("failed to get sandbox image");
	if (start < 0) return void 0;
	const pull = byShape(text.slice(start));
	return {
		causes: [...pull?.vague === false ? pull.causes : [], "sandbox-failed"],
		vague: false
	};
}

// src/explain/words.ts
/** One line for a cause, without a full stop. */
function titleOf(code) {
	return isTriageCode(code) ? triageTexts[code].title : ruleTexts[code];
}
/** What a cause means. */
function meaningOf(code) {
	return isTriageCode(code) ? triageTexts[code].means : rulePages[code].means;
}
/** What to do after reading the causes. */
function nextStep({ causes, vague }) {
	const code = causes[0]?.code ?? "";
	if (vague) return "This text does not say why. The cause stands in the events: `kubectl describe pod $POD`; paste the line that begins with \"Failed to pull image\".";
	const single = `\`will-it-pull explain ${code}\` says how to prove and mend it.`;
	return causes.length === 1 ? single : `The text does not tell these apart; the commands do, the most likely first. ${single}`;
}
/** Why there is no answer. */
function unanswered(answer) {
	if (answer.kind === "not-recognised") return "No failure that is known here is in this text. Paste the message of the event (\"Failed to pull image …\") from `kubectl describe pod`, or run `will-it-pull explain` for the list of codes.";
	const guess = answer.nearest === void 0 ? "" : ` Did you mean \`${answer.nearest}\`?`;
	return `There is no code \`${answer.code}\`.${guess} \`will-it-pull explain\` lists them.`;
}

// src/triage/layers.ts
/** The layers of a workload, in the order in which they have to work. */
const triageLayers = [
	"scheduling",
	"image pull",
	"runtime",
	"application",
	"traffic"
];

export { unanswered as a, titleOf as i, meaningOf as n, classify as o, nextStep as r, rulePages as s, triageLayers as t };