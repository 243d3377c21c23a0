import { t as _light_node_process_default } from "./process.js";
import { S as unprintable, b as oneLine, f as readdirSync, g as statSync, n as environmentSettings, o as existsSync, p as realpathSync, r as settings, t as flagOf, u as readFileSync, y as version$1 } from "./base.js";
import { A as selects, C as code, D as series, E as quoted$1, F as valueAt, I as defaultSeverity, L as layerOf, M as listOf, N as textEntriesOf, O as shellWord, P as textOf$2, S as kubeletWords, T as duration, a as printableJson, b as writeFile, f as open$1, h as realpath, i as writeStandardOutput, j as fieldsOf$2, k as layers, n as terminal, r as wantsColour, t as readStandardInput, w as counted, x as findingCodes } from "./words.js";
import { basename, dirname, join, relative } from "node:path/posix";
import { dirname as dirname$1, isAbsolute, join as join$1, relative as relative$1, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { availableParallelism } from "node:os";

// src/plan/service.ts
/** Public services where a repository that nobody sees is, for a node without a login, as good as missing. */
const publicServices = /* @__PURE__ */ new Set([
	"docker.io",
	"ghcr.io",
	"quay.io",
	"registry.k8s.io",
	"public.ecr.aws",
	"mcr.microsoft.com",
	"registry.gitlab.com",
	"k8s.gcr.io",
	"registry-1.docker.io",
	"registry.hub.docker.com",
	"lscr.io",
	"cgr.dev",
	"nvcr.io",
	"registry.access.redhat.com"
]);
/** Registries whose nodes usually pull by an identity of the cloud, which no manifest mentions. */
const cloudServices = [
	/^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|amazonaws\.eu|on\.aws)$/,
	/^([a-z]+\.)?gcr\.io$/,
	/^[a-z0-9-]+-docker\.pkg\.dev$/,
	/^docker\.[a-z0-9-]+\.rep\.pkg\.dev$/,
	/^[a-z0-9]+\.azurecr\.(io|cn|us)$/
];
/** What an undeclared node login may mean for a registry. */
function serviceOf(registry) {
	if (publicServices.has(registry)) return "public";
	if (cloudServices.some((service) => service.test(registry))) return "cloud";
	return "other";
}

// src/probe/ask-host.ts
const anonymous$2 = { kind: "anonymous" };
/**
* What one host gives to the runtime, which may not be what a GET of the manifest gives to us. What the difference
* depends on is only asked of registries that not everybody pulls from, and beside what follows: until it is told, the
* GET is taken for the whole.
*/
function askHost(asked, runtime, look) {
	const read = look.manifest({
		ask: "manifest",
		...asked
	});
	if (read === void 0 || isProven(asked.host)) return read;
	return runtime === "cri-o" ? afterGreeting(read, asked, look) : afterHead(read, asked, look);
}
/** Every runtime there is pulls from these. */
function isProven({ registry, mirrorOf }) {
	return mirrorOf === void 0 && serviceOf(registry) !== "other";
}
/** containerd resolves by HEAD, and goes by its headers. */
function afterHead(read, asked, look) {
	if (read.kind !== "found" && read.kind !== "absent") return read;
	const byHead = look.byHead({
		ask: "by-head",
		...asked
	});
	if (byHead === void 0) return read;
	const trail = [...read.trail, ...byHead.trail];
	if (byHead.kind !== "found") return {
		...byHead,
		trail
	};
	return byHead.value.kind === "as-read" ? read : {
		kind: "found",
		value: byHead.value,
		trail
	};
}
/** CRI-O greets a host first, and shows its login only to one that asked for it then. */
function afterGreeting(read, asked, look) {
	if (read.kind === "failed" || read.kind === "limited") return read;
	const greeting = look.greeting({
		ask: "greeting",
		host: asked.host
	});
	if (greeting === void 0) return read;
	if (greeting.kind !== "found") return {
		...greeting,
		trail: [...read.trail, ...greeting.trail]
	};
	if (greeting.value.asksForLogin || asked.as.kind !== "secret" || read.kind !== "found") return read;
	const nobodys = look.manifest({
		ask: "manifest",
		...asked,
		as: anonymous$2
	});
	return nobodys?.kind === "refused" ? unshown(nobodys, asked) : nobodys;
}
function unshown({ trail }, { host }) {
	return {
		kind: "failed",
		failure: "login-unasked",
		host: host.authority,
		at: "registry",
		detail: "`/v2/` asks for no login, and the manifest does",
		trail
	};
}

// src/probe/attempt.ts
const anonymous$1 = { kind: "anonymous" };
/** One pull attempt: the node asks its hosts in order until one has the image. Undefined while an answer is missing. */
function attempt$1(plan, access, look) {
	if (plan.reference.kind === "reference-error") return void 0;
	const { digest, tag } = plan.reference;
	const reference = digest ?? tag ?? "latest";
	const tries = [];
	for (const host of plan.hosts.filter(({ resolves }) => resolves)) {
		const answer = askHost({
			reference,
			...placeAt(host, access, plan)
		}, plan.environment.runtime, look);
		if (answer === void 0) return void 0;
		tries.push({
			host,
			answer: honest(answer, host, access)
		});
		if (isTaken(answer)) break;
	}
	const end = endOf$2(tries, tries.at(-1), plan);
	return end && {
		access,
		tries,
		end
	};
}
function isTaken(answer) {
	return answer.kind === "found" && !(answer.value.kind === "invalid" && answer.value.why === "too-large");
}
/**
* Asks for a part of the image wherever the node would, the host that resolved the reference first: parts are told by
* their digests, so the order changes nothing.
*/
function askForPart(plan, { tries, access }, ask) {
	const resolving = tries.at(-1)?.host;
	const others = plan.content === "every-host" ? plan.hosts.filter((host) => host !== resolving) : [];
	const asked = [];
	for (const host of resolving ? [resolving, ...others] : []) {
		const answer = ask(placeAt(host, access, plan));
		if (answer === void 0) return void 0;
		asked.push({
			host,
			answer: honest(answer, host, access)
		});
		if (answer.kind === "found") break;
	}
	return endOf$2(asked, asked[0], plan);
}
/** Where a host is asked, and with which eyes: a login goes to its own registry alone. */
function placeAt(planned, access, plan) {
	const { host, repository, login } = planned;
	return {
		host,
		repository,
		as: (access.kind === "runner" ? host.registry === plan.hosts.at(-1)?.host.registry : login === "sent") ? access : anonymous$1
	};
}
/** A refusal proves nothing where the node sends a login that we keep back. */
function honest(answer, { host, login }, access) {
	if (answer.kind !== "refused" || access.kind !== "secret" || login !== "withheld") return answer;
	return withheld(answer, host.authority, `the login for another registry is not sent to ${host.authority}`);
}
/**
* What a node ends with after all its hosts. An answer that is not ours to know (a mirror may be out of our reach alone)
* outweighs the others; else it is that of the host which counts.
*/
function endOf$2(tries, counts, plan) {
	const last = tries.at(-1)?.answer;
	if (last?.kind === "found") return last;
	const open = [counts, ...tries].find((one) => one !== void 0 && isOpen(one.answer));
	const hidden = plan.environment.nodeCredentials.kind === "undeclared" ? refusedBefore(tries, counts) : void 0;
	return open?.answer ?? hidden ?? counts?.answer;
}
function isOpen(answer) {
	return answer.kind === "failed" || answer.kind === "limited" || answer.kind === "blocked" && answer.about === "runner";
}
/** A mirror that refuses us may know the node. */
function refusedBefore(tries, counts) {
	const refusal = tries.find((one) => one !== counts && one.answer.kind === "refused");
	if (refusal?.answer.kind !== "refused") return void 0;
	const { authority } = refusal.host.host;
	return withheld(refusal.answer, authority, `${authority} wants a login; nodes may hold one`);
}
function withheld(answer, host, detail) {
	const { status, trail } = answer;
	return {
		kind: "failed",
		failure: "credential-withheld",
		host,
		at: "registry",
		status,
		detail,
		trail
	};
}

// src/probe/drift.ts
/** Asks what each tag stands for that is written beside a digest. No verdict depends on it, so it comes last. */
async function askTagsAgain(evidence, registry) {
	const asked = [...evidence].map(async ([plan, seen]) => {
		const tagNow = await askTag(plan, seen, registry);
		return [plan, tagNow === void 0 ? seen : {
			...seen,
			tagNow
		}];
	});
	return new Map(await Promise.all(asked));
}
async function askTag(plan, { content }, registry) {
	const host = content?.attempt.tries.at(-1)?.host;
	if (plan.reference.kind !== "reference" || content === void 0 || host === void 0) return void 0;
	const { tag, digest } = plan.reference;
	if (tag === null || digest === null) return void 0;
	return registry.resolve(placeAt(host, content.attempt.access, plan), tag);
}

// src/platform/normalize.ts
const fixed = /* @__PURE__ */ new Map([
	["i386", {
		architecture: "386",
		variant: ""
	}],
	["armhf", {
		architecture: "arm",
		variant: "v7"
	}],
	["armel", {
		architecture: "arm",
		variant: "v6"
	}]
]);
const synonyms = /* @__PURE__ */ new Map([
	["x86_64", "amd64"],
	["x86-64", "amd64"],
	["aarch64", "arm64"]
]);
const variants = /* @__PURE__ */ new Map([
	["amd64/v1", ""],
	["arm64/8", ""],
	["arm64/v8", ""],
	["arm64/v8.0", ""],
	["arm64/9", "v9"],
	["arm64/9.0", "v9"],
	["arm64/v9.0", "v9"],
	["arm/", "v7"],
	["arm/7", "v7"],
	["arm/5", "v5"],
	["arm/6", "v6"],
	["arm/8", "v8"]
]);
/** One name for each CPU, as containerd/platforms database.go has it: `x86_64` is amd64, arm64/v8 is arm64. */
function normalizeCpu(architecture, variant = "") {
	const lower = architecture.toLowerCase();
	const known = fixed.get(lower);
	if (known !== void 0) return known;
	const name = synonyms.get(lower) ?? lower;
	const version = variant.toLowerCase();
	return {
		architecture: name,
		variant: variants.get(`${name}/${version}`) ?? version
	};
}
/** One name for each operating system; an entry that names none means that of the node which reads it. */
function normalizeOs(os, nodeOs = "") {
	if (os === "") return nodeOs;
	const lower = os.toLowerCase();
	return lower === "macos" ? "darwin" : lower;
}
/** CPU of a platform. */
function cpuOf(platform) {
	return normalizeCpu(platform.architecture, platform.variant);
}

// src/platform/crio.ts
const compatible = /* @__PURE__ */ new Map([["arm", [
	"v8",
	"v7",
	"v6",
	"v5"
]], ["arm64", ["v8"]]]);
/**
* The position that CRI-O takes from an index, as containers/image chooses: the architecture to the letter (no 386 on
* amd64, no arm on arm64), the node's variant or one below it, then none; an entry without a platform last.
*/
function crio(node, entries) {
	const { architecture } = cpuOf(node);
	const os = normalizeOs(node.os);
	for (const variant of wantedVariants(node)) {
		const found = entries.findIndex((entry) => entry?.os === os && entry.architecture === architecture && (entry.variant ?? "") === variant);
		if (found >= 0) return found;
	}
	const bare = entries.indexOf(void 0);
	return bare >= 0 ? bare : null;
}
function wantedVariants(node) {
	const { architecture, variant } = cpuOf(node);
	const own = architecture === "arm64" && variant === "" ? "v8" : variant;
	if (own === "") return [""];
	const known = compatible.get(architecture) ?? [];
	const from = known.indexOf(own);
	return from < 0 ? [own, ""] : [...known.slice(from), ""];
}

// src/platform/fallbacks.ts
/** The CPUs whose images a node's CPU runs, best first (containerd/platforms compare.go, platformVector). */
function fallbacks(node) {
	const cpu = cpuOf(node);
	switch (cpu.architecture) {
		case "amd64": return [
			cpu,
			...levelsBelow(cpu, 1),
			{
				architecture: "386",
				variant: ""
			}
		];
		case "arm": return [cpu, ...levelsBelow(cpu, 5)];
		case "arm64": return arm64(cpu.variant === "" ? "v8" : cpu.variant);
		default: return [cpu];
	}
}
function levelsBelow({ architecture, variant }, lowest) {
	const level = /^v?(\d{1,2})$/.exec(variant)?.[1];
	const count = Math.max(0, Number(level ?? 0) - lowest);
	return Array.from({ length: count }, (_, step) => leveled(architecture, Number(level) - 1 - step));
}
function leveled(architecture, level) {
	return {
		architecture,
		variant: architecture === "amd64" && level === 1 ? "" : `v${level}`
	};
}
/** Known are v8 to v8.9 and v9 to v9.7, and v9.m also runs v8.(m+5); a node of another version runs nothing. */
function arm64(variant) {
	const version = /^v(?:(8)(?:\.([0-9]))?|(9)(?:\.([0-7]))?)$/.exec(variant);
	if (version === null) return [];
	const [, eight, minorOf8 = "0", , minorOf9 = "0"] = version;
	const versions = eight ? minors(8, Number(minorOf8)) : [...minors(9, Number(minorOf9)), ...minors(8, below9(minorOf9))];
	const arm = [
		8,
		7,
		6,
		5
	].map((level) => leveled("arm", level));
	return [...versions, ...arm];
}
function below9(minor) {
	return Math.min(Number(minor) + 5, 9);
}
function minors(major, highest) {
	return Array.from({ length: highest + 1 }, (_, step) => {
		const minor = highest - step;
		const plain = major === 8 ? "" : `v${major}`;
		return {
			architecture: "arm64",
			variant: minor === 0 ? plain : `v${major}.${minor}`
		};
	});
}

// src/platform/windows.ts
const longTermReleases = [20348, 26100];
/**
* Whether a Windows host runs containers of a Windows version (containerd/platforms v1.0.0-rc.2,
* platform_windows_compat.go). An unknown host build and an image without a version match everything.
*/
function windowsVersionsAgree(host, image) {
	const node = versionOf$2(host);
	if (node === void 0 || image === void 0 || image === "") return true;
	const container = versionOf$2(image) ?? {
		major: 0,
		minor: 0,
		build: 0
	};
	if (node.major !== container.major || node.minor !== container.minor) return false;
	const [oldest = 0] = longTermReleases;
	if (node.build < oldest) return node.build === container.build;
	return (longTermReleases.findLast((release) => node.build > release) ?? oldest) <= container.build && container.build <= node.build;
}
function versionOf$2(written) {
	const match = /^(\d+)\.(\d+)\.(\d+)(?:\.|$)/.exec(written ?? "");
	if (match === null) return void 0;
	const [major = 0, minor = 0, build = 0] = match.slice(1).map(Number);
	return major <= 255 && minor <= 255 && build <= 65535 && major + minor + build > 0 ? {
		major,
		minor,
		build
	} : void 0;
}

// src/platform/match.ts
/**
* Positions of the index entries that containerd's local pull accepts on a node, best first: its own CPU, then those
* it can stand in for (containerd/platforms, Only; on Windows the matcher that prefers the newest OS version).
*/
function only(node, entries) {
	return normalizeOs(node.os) === "windows" ? onlyWindows(node, entries) : matching$1(node, fallbacks(node), entries);
}
/** The same for the transfer service, which takes the node's very platform and nothing else (Ordered). */
function ordered(node, entries) {
	return matching$1(node, [cpuOf(node)], entries);
}
function onlyWindows(node, entries) {
	const version = (position) => entries[position]?.osVersion ?? "";
	return ordered(node, entries).toSorted((a, b) => descending$1(version(a), version(b)));
}
function descending$1(a, b) {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}
function matching$1(node, cpus, entries) {
	return entries.map((entry) => runsOs(node, entry) ? rankOf(entry, cpus) : -1).flatMap((rank, position) => rank >= 0 ? [{
		rank,
		position
	}] : []).toSorted((a, b) => a.rank - b.rank).map(({ position }) => position);
}
function runsOs(node, entry) {
	const os = normalizeOs(node.os);
	if (normalizeOs(entry.os, os) !== os) return false;
	return os !== "windows" || windowsVersionsAgree(node.osVersion, entry.osVersion);
}
function rankOf(entry, cpus) {
	const { architecture, variant } = cpuOf(entry);
	return cpus.findIndex((cpu) => cpu.architecture === architecture && cpu.variant === variant);
}

// src/platform/choose.ts
/** The child of an index that a node of this platform and runtime pulls; `containerd`: the implementation is not known. */
function chooseChild(node, entries, runtime) {
	if (runtime === "cri-o") return choice(crio(node, entries));
	const before = pulls(node, entries);
	const since = pulls(node, entries.map((entry) => hasForeignFeatures(node, entry) ? unmatched : entry));
	if (relevant(before, runtime) !== relevant(since, runtime)) return {
		kind: "depends-on-runtime",
		on: "version",
		...since
	};
	if (runtime === "containerd-local") return choice(since.local);
	if (runtime === "containerd-transfer") return choice(since.transfer);
	if (since.local === since.transfer) return choice(since.local);
	return {
		kind: "depends-on-runtime",
		on: "implementation",
		...since
	};
}
const unmatched = {
	os: "unknown",
	architecture: "unknown"
};
function relevant({ local, transfer }, runtime) {
	return JSON.stringify([runtime === "containerd-transfer" || local, runtime === "containerd-local" || transfer]);
}
/**
* Both implementations read the best entry in the end; the transfer service has it only if it is the node's very
* platform. An entry without a platform comes last, and is pulled only where no entry has one: the kubelet's runtime
* service then asks for the size of every entry that it knows a platform of, and misses those that were not fetched
* (measured on containerd 1.6 to 2.4).
*/
function pulls(node, entries) {
	const named = entries.map((entry) => entry ?? unmatched);
	const [best] = only(node, named);
	if (best === void 0) {
		const bare = entries.length > 0 && entries.every((entry) => entry === void 0) ? 0 : null;
		return {
			local: bare,
			transfer: bare
		};
	}
	return {
		local: best,
		transfer: ordered(node, named).includes(best) ? best : null
	};
}
function hasForeignFeatures(node, entry) {
	const own = [...node.osFeatures ?? [], ...normalizeOs(node.os) === "windows" ? ["win32k"] : []];
	return entry?.osFeatures?.some((feature) => !own.includes(feature)) ?? false;
}
function choice(position) {
	return position === null ? { kind: "none" } : {
		kind: "match",
		position
	};
}

// src/platform/parse.ts
const osAndVersion = /^([\w-]+)(?:\(([\w.-]*)\))?$/;
const component$1 = /^[\w.-]+$/;
const longest$7 = 256;
/**
* Reads `os[(version)]/architecture[/variant]` as containerd/platforms does, with its normalisation. Where containerd
* would complete a single word from the machine it runs on, there is an error instead: a node is not this machine.
*/
function parsePlatform(written) {
	if (written === "") return failure$3(written, "empty", "");
	if (written.length > longest$7) return failure$3(written, "characters", written);
	if (written.includes("*")) return failure$3(written, "wildcard", written);
	const parts = written.split("/");
	const [first = "", architecture, variant] = parts;
	const os = osAndVersion.exec(first);
	if (os === null) return failure$3(written, "characters", first);
	const wrong = parts.slice(1).find((part) => !component$1.test(part));
	if (wrong !== void 0) return failure$3(written, "characters", wrong);
	if (architecture === void 0) return failure$3(written, "no-architecture", first);
	if (parts.length > 3) return failure$3(written, "too-many-parts", written);
	return {
		kind: "platform",
		platform: platformOf(os, architecture, variant)
	};
}
function platformOf(os, architecture, variant) {
	const cpu = normalizeCpu(architecture, variant);
	const shown = shownVariant(cpu, variant !== void 0);
	const [, name = "", version = ""] = os;
	return {
		os: normalizeOs(name),
		architecture: cpu.architecture,
		...shown !== "" && { variant: shown },
		...version !== "" && { osVersion: version }
	};
}
function shownVariant({ architecture, variant }, isFull) {
	if (isFull) return architecture === "arm64" && variant === "" ? "v8" : variant;
	return architecture === "arm" && variant === "v7" ? "" : variant;
}
function failure$3(written, why, detail) {
	return {
		kind: "platform-error",
		written,
		why,
		detail: detail.slice(0, 80)
	};
}
/** `linux/arm/v7`, `windows(10.0.17763)/amd64`; `unknown` where there is no operating system. */
function formatPlatform(platform) {
	if (platform.os === "") return "unknown";
	return [
		platform.osVersion ? `${platform.os}(${platform.osVersion})` : platform.os,
		platform.architecture,
		platform.variant ?? ""
	].filter((part) => part !== "").join("/");
}

// src/reference/digest.ts
/** Hex digits of the digest algorithms that the kubelet and the runtimes know (opencontainers/go-digest). */
const lengths = /* @__PURE__ */ new Map([
	["sha256", 64],
	["sha384", 96],
	["sha512", 128]
]);
/** What is wrong with a digest that matches the reference grammar; undefined if nothing is. */
function digestError(digest) {
	const [algorithm = "", encoded = ""] = digest.split(":");
	const length = lengths.get(algorithm);
	if (length === void 0) return /[A-Z]/.test(algorithm) ? "digest-format" : "digest-unsupported";
	if (encoded.length !== length) return "digest-length";
	return /^[0-9a-f]+$/.test(encoded) ? void 0 : "digest-format";
}

// src/probe/layers.ts
const mostLayers = 512;
/** Asks for each layer of an image. Undefined while an answer is missing. */
function askForLayers({ layers }, way) {
	const { plan, attempt, look } = way;
	const digests = new Set(layers.filter((layer) => !isForeign(layer.mediaType)).map(({ digest }) => digest));
	if (digests.size > mostLayers) return "too-many";
	const asked = [...digests].map((digest) => {
		const answer = askForPart(plan, attempt, (place) => look.exists({
			ask: "exists",
			content: "blob",
			digest,
			...place
		}));
		return answer && {
			digest,
			answer
		};
	});
	const answered = asked.filter((blob) => blob !== void 0);
	return answered.length < asked.length ? void 0 : answered;
}
/** Layers that lie elsewhere by design, for example those of old Windows images (OCI image spec, layer.md). */
function isForeign(mediaType) {
	return mediaType.includes(".nondistributable.") || mediaType.includes(".foreign.");
}

// src/probe/content.ts
/** Looks behind the reference: the child of each required platform, or a single manifest's config. */
function lookBehind(plan, attempt, look) {
	if (attempt.end.kind !== "found") return void 0;
	const manifest = attempt.end.value;
	const platforms = plan.platforms.map((platform) => behind$1(manifest, platform, {
		plan,
		attempt,
		look,
		level: 1
	}));
	if (platforms.some((platform) => platform === void 0)) return void 0;
	return {
		attempt,
		manifest,
		platforms: platforms.filter((platform) => platform !== void 0)
	};
}
const deepest$4 = 4;
function behind$1(manifest, platform, way) {
	switch (manifest.kind) {
		case "index": return way.level > deepest$4 ? {
			kind: "endless",
			what: "indexes",
			platform
		} : child$1(manifest, platform, way);
		case "manifest": return single$1(manifest, platform, way);
		case "unsupported":
		case "invalid":
		case "unread": return {
			kind: "unread",
			platform
		};
	}
}
function child$1(index, platform, way) {
	const { plan, attempt, look } = way;
	const entries = index.entries.map((entry) => entry.platform);
	const choice = chooseChild(platform, entries, plan.environment.runtime);
	const offered = offeredBy(index);
	if (choice.kind === "depends-on-runtime") return {
		kind: choice.kind,
		on: choice.on,
		platform,
		offered
	};
	const entry = choice.kind === "match" ? index.entries[choice.position] : void 0;
	if (entry === void 0) return {
		kind: "no-match",
		platform,
		offered
	};
	const { digest } = entry;
	if (plan.depth === "blobs" && digestError(digest) === void 0) return readChild(entry, platform, way);
	const found = askForPart(plan, attempt, (place) => look.exists({
		ask: "exists",
		content: "manifest",
		digest,
		...place
	}));
	return found && {
		kind: "child",
		platform,
		entry,
		child: found
	};
}
/** The child itself, and all that it names. */
function readChild(entry, platform, way) {
	const { digest: reference, mediaType } = entry;
	const { plan, attempt, look, level } = way;
	const found = askForPart(plan, attempt, (place) => look.manifest({
		ask: "manifest",
		reference,
		mediaType,
		...place
	}));
	if (found?.kind !== "found") return found && {
		kind: "child",
		platform,
		entry,
		child: found
	};
	const inside = behind$1(found.value, platform, {
		...way,
		level: level + 1
	});
	return inside && {
		kind: "child",
		platform,
		entry,
		child: found,
		inside: {
			manifest: found.value,
			behind: inside
		}
	};
}
function single$1(manifest, platform, way) {
	const { config } = manifest;
	if (!isImageConfig(config.mediaType)) return {
		kind: "unread",
		platform
	};
	const { plan, attempt, look } = way;
	const layers = plan.depth === "blobs" ? askForLayers(manifest, way) : [];
	if (layers === "too-many") return {
		kind: "endless",
		what: "layers",
		platform
	};
	const read = askForPart(plan, attempt, (place) => look.config({
		ask: "config",
		config,
		...place
	}));
	return read && layers && {
		kind: "single",
		platform,
		config: read,
		blobs: layers
	};
}
/** Whether a config descriptor is that of a container image (OCI image spec manifest.md; Docker schema 2). */
function isImageConfig(mediaType) {
	return mediaType === "application/vnd.oci.image.config.v1+json" || mediaType === "application/vnd.docker.container.image.v1+json";
}
/** What an index offers to nodes, attestations left out. */
function offeredBy(index) {
	const real = index.entries.flatMap(({ platform }) => platform === void 0 ? [] : [platform]).filter(({ os, architecture }) => os !== "unknown" && architecture !== "unknown" && os !== "");
	return [...new Set(real.map(formatPlatform))];
}

// src/probe/views.ts
const anonymous = { kind: "anonymous" };
/**
* Looks at the reference with the eyes of the node, and as far as needed with those of the runner and of nobody:
* they tell a missing image from a private one. Undefined while an answer is missing.
*/
function lookWithAllEyes(plan, look) {
	return plan.credentials.known.length > 0 ? withKnownCredentials(plan, look) : withoutKnownCredentials(plan, look);
}
function withKnownCredentials(plan, look) {
	const attempts = attemptEach(plan, plan.credentials.known, look);
	if (attempts === void 0) return void 0;
	if (!attempts.every((attempt) => attempt.end.kind === "refused")) return { attempts };
	const seen = observe(plan, look);
	return seen && {
		attempts,
		...seen
	};
}
/** In the kubelet's order, until one is accepted. */
function attemptEach(plan, accesses, look) {
	const attempts = [];
	for (const access of accesses) {
		const made = attempt$1(plan, access, look);
		if (made === void 0) return void 0;
		attempts.push(made);
		if (made.end.kind === "found") break;
	}
	return attempts;
}
function withoutKnownCredentials(plan, look) {
	const declaresRunner = plan.environment.nodeCredentials.kind === "runner";
	const isPlain = plan.credentials.unknown.length === 0;
	const seen = observe(plan, look, (login) => isPlain && !(declaresRunner && login.ofJob === void 0));
	if (seen === void 0) return void 0;
	const isOfJob = seen.login?.kind === "login" && seen.login.ofJob === true;
	const own = declaresRunner && !isOfJob ? seen.runner ?? seen.anonymous : seen.anonymous;
	const isNodes = isPlain && own !== void 0;
	return {
		...seen,
		attempts: isNodes ? [own] : []
	};
}
/** The runner's view, and nobody's where the runner's does not settle it or the node itself pulls as nobody. */
function observe(plan, look, always = () => false) {
	const own = plan.hosts.at(-1);
	const login = look.login({
		ask: "login",
		registry: own?.host.registry ?? "",
		repository: own?.repository ?? ""
	});
	if (login === void 0) return void 0;
	const runner = login.kind === "login" ? attemptAsRunner(plan, login, look) : void 0;
	if (login.kind === "login" && runner === void 0) return void 0;
	if (login.kind === "login" && runner !== void 0 && !always(login) && runner.end.kind !== "refused") return {
		login,
		runner
	};
	const nobody = attempt$1(plan, anonymous, look);
	return nobody && {
		login,
		runner,
		anonymous: nobody
	};
}
/** An entry that is out of date may stand beside one that is not; where none is accepted, the first counts. */
function attemptAsRunner(plan, { credential, others = [], from }, look) {
	const first = attempt$1(plan, {
		kind: "runner",
		credential,
		from
	}, look);
	if (first?.end.kind !== "refused") return first;
	for (const other of others) {
		const next = attempt$1(plan, {
			kind: "runner",
			credential: other,
			from
		}, look);
		if (next?.end.kind !== "refused") return next;
	}
	return first;
}

// src/probe/gather.ts
const nothing$1 = { attempts: [] };
/**
* The walk from a plan to its evidence, as a pure function of what is known: where an answer is missing, `look` notes
* the question and the walk is made again when it is there. Follow-ups go only to failures.
*/
function gather(plan, look) {
	if (!isAskable(plan)) return nothing$1;
	const views = lookWithAllEyes(plan, look);
	if (views === void 0) return nothing$1;
	const all = [
		...views.attempts,
		views.runner,
		views.anonymous
	].filter((attempt) => attempt !== void 0);
	const seeing = all.find((attempt) => attempt.end.kind === "found");
	const content = seeing && lookBehind(plan, seeing, look);
	return {
		...views,
		content,
		tags: seeing === void 0 ? tagsAfterAbsence(plan, all, look) : void 0
	};
}
/** Nothing is asked for a use that no node would pull, or that every node would refuse before asking. */
function isAskable(plan) {
	return plan.reference.kind === "reference" && plan.pullPolicy !== "Never" && plan.platforms.length > 0 && plan.obstacle === void 0 && plan.credentials.undecodable === void 0;
}
/** The tag list tells a missing tag from a missing repository, and offers the nearest tags. */
function tagsAfterAbsence(plan, attempts, look) {
	const attempt = attempts.find(({ end }) => end.kind === "absent" && end.missing !== "repository");
	const host = attempt?.tries.at(-1)?.host;
	if (attempt === void 0 || host === void 0) return void 0;
	return look.tags({
		ask: "tags",
		...placeAt(host, attempt.access, plan)
	});
}

// src/secret.ts
const contents = /* @__PURE__ */ new WeakMap();
const numbers = /* @__PURE__ */ new Map();
/** A text that must never be printed: every conversion to text gives `***`; only `reveal()` gives the content. */
var Secret = class {
	constructor(content) {
		contents.set(this, content);
	}
	/** The content itself, for the one place that sends it. */
	reveal() {
		return contents.get(this) ?? "";
	}
	/** Equal for equal contents within this process, and worthless outside it. */
	fingerprint() {
		const content = this.reveal();
		const number = numbers.get(content) ?? numbers.size;
		numbers.set(content, number);
		return String(number);
	}
	toString() {
		return "***";
	}
	toJSON() {
		return "***";
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return "***";
	}
};

// src/probe/question.ts
/** Equal questions have equal keys; a key holds no secret. */
function questionKey(question) {
	switch (question.ask) {
		case "login": return `login ${question.registry} ${question.repository}`;
		case "manifest": return `manifest ${at(question)} ${question.reference} ${question.mediaType ?? ""}`;
		case "by-head": return `by-head ${at(question)} ${question.reference}`;
		case "greeting": return `greeting ${hostKey(question.host)}`;
		case "exists": return `${question.content} ${at(question)} ${question.digest}`;
		case "config": return `config ${at(question)} ${question.config.digest}`;
		case "tags": return `tags ${at(question)}`;
	}
}
/** Tells hosts apart by everything that changes what they may answer. */
function hostKey(host) {
	const known = hostKeys.get(host);
	if (known !== void 0) return known;
	const { authority, path, scheme, verify, mirrorOf = "", ca, client, headers } = host;
	const key = `${scheme}:${verify} ${authority}${path} ${mirrorOf} ${new Secret(JSON.stringify([
		ca,
		client?.certificate,
		client?.key.reveal(),
		headers
	])).fingerprint()}`;
	hostKeys.set(host, key);
	return key;
}
const hostKeys = /* @__PURE__ */ new WeakMap();
function at(question) {
	return `${hostKey(question.host)} ${question.repository} as ${accessKey(question.as)}`;
}
/** Tells logins apart by what they hold, not by their name: two sources may render one name differently. */
function accessKey(access) {
	if (access.kind === "anonymous") return access.kind;
	const { credential } = access;
	if (credential.kind !== "basic") return `${accessName(access)} ${credential.token.fingerprint()}`;
	return `${accessName(access)} ${credential.username} ${credential.password.fingerprint()}`;
}
/** `anonymous`, `runner` or `secret:<name>`, as reports print it. */
function accessName(access) {
	return access.kind === "secret" ? `secret:${access.name}` : access.kind;
}

// src/probe/look.ts
/** Everything that was answered so far, by question. */
var Answers = class {
	login = /* @__PURE__ */ new Map();
	manifest = /* @__PURE__ */ new Map();
	byHead = /* @__PURE__ */ new Map();
	greeting = /* @__PURE__ */ new Map();
	exists = /* @__PURE__ */ new Map();
	config = /* @__PURE__ */ new Map();
	tags = /* @__PURE__ */ new Map();
};
/**
* What is known so far. A pure walk reads it through `Look`; what it misses is noted as wanted, and is there the next
* time that the same walk is made. One book serves all walks of a run, so equal questions are asked once.
*/
var AnswerBook = class {
	#registry;
	#pending = /* @__PURE__ */ new Map();
	#answers = new Answers();
	constructor(registry) {
		this.#registry = registry;
	}
	/** Answers the question, or waits for the answer that somebody else already asked for. */
	async ask(question) {
		const key = questionKey(question);
		const pending = this.#pending.get(key) ?? this.#send(question, key);
		this.#pending.set(key, pending);
		await pending;
	}
	look() {
		return new Look(this.#answers);
	}
	async #send(question, key) {
		const registry = this.#registry;
		const answers = this.#answers;
		switch (question.ask) {
			case "login": return answers.login.set(key, await registry.login(question.registry, question.repository));
			case "manifest": return answers.manifest.set(key, await registry.manifest(question, question.reference, question.mediaType));
			case "by-head": return answers.byHead.set(key, await registry.byHead(question, question.reference));
			case "greeting": return answers.greeting.set(key, await registry.greet(question.host));
			case "exists": {
				const content = {
					kind: question.content,
					digest: question.digest
				};
				return answers.exists.set(key, await registry.exists(question, content));
			}
			case "config": return answers.config.set(key, await registry.config(question, question.config));
			case "tags": return answers.tags.set(key, await registry.tags(question));
		}
	}
};
/** One walk's view of the book: the answer, or undefined when it still has to be asked. */
var Look = class {
	wanted = [];
	#answers;
	constructor(answers) {
		this.#answers = answers;
	}
	login(question) {
		return this.#find(this.#answers.login, question);
	}
	manifest(question) {
		return this.#find(this.#answers.manifest, question);
	}
	byHead(question) {
		return this.#find(this.#answers.byHead, question);
	}
	greeting(question) {
		return this.#find(this.#answers.greeting, question);
	}
	exists(question) {
		return this.#find(this.#answers.exists, question);
	}
	config(question) {
		return this.#find(this.#answers.config, question);
	}
	tags(question) {
		return this.#find(this.#answers.tags, question);
	}
	#find(answers, question) {
		const answer = answers.get(questionKey(question));
		if (answer === void 0) this.wanted.push(question);
		return answer;
	}
};

// src/probe/probe.ts
/** Finds out what each plan needs to know, all side by side; plans with the same subject are looked at once. */
async function probe(plans, world) {
	const subjects = Map.groupBy(plans, subjectOf$1);
	const book = new AnswerBook(world.registry);
	let done = 0;
	const found = [...subjects.values()].map(async (same) => {
		const [first] = same;
		const evidence = first === void 0 ? { attempts: [] } : await investigate(first, book);
		world.log.progress({
			stage: "probe",
			done: ++done,
			total: subjects.size,
			label: first?.use.image ?? ""
		});
		return same.map((plan) => [plan, evidence]);
	});
	return askTagsAgain(new Map((await Promise.all(found)).flat()), world.registry);
}
const roundsForEachHost = 50;
async function investigate(plan, book) {
	const maximumRounds = roundsForEachHost * Math.max(1, plan.hosts.length);
	for (let round = 0; round < maximumRounds; round++) {
		const look = book.look();
		const evidence = gather(plan, look);
		if (look.wanted.length === 0) return evidence;
		await Promise.all(look.wanted.map((question) => book.ask(question)));
	}
	throw new Error(`the questions about ${plan.use.image} did not end`);
}
/** Everything of a plan that the walk depends on. */
function subjectOf$1(plan) {
	const { reference, credentials, environment, platforms } = plan;
	return JSON.stringify([
		reference.kind === "reference" ? reference.pull : reference.written,
		plan.pullPolicy === "Never",
		plan.hosts.map(({ host, repository, resolves, login }) => [
			hostKey(host),
			repository,
			resolves,
			login
		]),
		[
			plan.content,
			plan.depth,
			plan.obstacle !== void 0
		],
		credentials.known.map(accessKey),
		credentials.unknown.length > 0,
		credentials.undecodable !== void 0,
		[environment.runtime, environment.nodeCredentials.kind],
		platforms
	]);
}

// src/await-images.ts
const firstPauseMs = 2e3;
const longestPauseMs = 6e4;
const growth = 1.5;
const notThere = /* @__PURE__ */ new Set([
	"tag-not-found",
	"digest-not-found",
	"repository-not-found"
]);
/**
* Waits for images of the change that are still being built: asks again for what is missing, with growing pauses, until
* all of it is there or the time is over. What the base names too will not come by waiting.
*/
async function awaitImages(head, { request, world, ...options }) {
	const { clock, log } = world;
	const endsAt = clock.now() + (request.waitMs ?? 0);
	let found = head;
	for (let pause = firstPauseMs; clock.now() < endsAt && !clock.deadline.aborted; pause *= growth) {
		const missing = await awaited(found, options);
		if (missing.length === 0) return found;
		const labels = new Set(missing.map(({ use }) => use.image));
		log.progress({
			stage: "wait",
			done: 0,
			total: labels.size,
			label: [...labels].join(", ")
		});
		await clock.sleep(Math.min(pause, longestPauseMs, endsAt - clock.now()), clock.deadline);
		found = withEvidence(found, await probe(missing, {
			registry: world.registry.fresh(),
			log
		}));
	}
	return found;
}
async function awaited({ judgement, plans }, { baseReferences }) {
	const blamed = judgement.findings.filter(({ code, ignored }) => notThere.has(code) && ignored === void 0);
	if (blamed.length === 0) return [];
	const known = await baseReferences();
	const wanted = new Set(blamed.flatMap(({ environment, uses }) => uses.map((use) => `${environment} ${use}`)));
	return plans.filter((plan) => plan.use.role !== "heuristic" && wanted.has(`${plan.environment.name} ${plan.use.id}`) && !known.has(referenceOf(plan)));
}
/** What a plan asks for, whichever way it is written. */
function referenceOf({ reference, use }) {
	return reference.kind === "reference" ? reference.pull : use.image;
}
/** A registry that stumbles while it is asked again takes nothing back of what it said before. */
function withEvidence(inspection, again) {
	const usable = [...again].filter(([, { attempts }]) => !attempts.some(({ end }) => isTransient(end.kind)));
	const evidence = new Map([...inspection.evidence ?? [], ...usable]);
	return {
		...inspection,
		evidence,
		judgement: inspection.judgeBy(evidence)
	};
}
function isTransient(kind) {
	return kind === "failed" || kind === "limited";
}
/** What the base refers to; nothing where it can't be had, since all of it is new then. Asks no registry. */
async function referencesAt(options) {
	const base = await options.base();
	const files = base.kind === "commit" ? await options.git.files(base.sha) : void 0;
	return new Set(files === void 0 ? [] : (await options.inspectAt(files, true)).plans.map(referenceOf));
}

// src/compare/changes.ts
/** Asks git what was changed since the base; undefined where that can't be told, or nothing depends on it. */
async function changesSince(base, { changedOnly, base: wish, configuredBy }, { git, files }) {
	if (wish === void 0 || changedOnly !== true && configuredBy.length === 0) return void 0;
	const commit = await base();
	const changed = commit.kind === "commit" ? await git.changed(commit.sha) : void 0;
	if (changed === void 0) return void 0;
	const places = await Promise.all(changed.map((path) => placesOf$2(path, files)));
	const parts = (await Promise.all(configuredBy.map((part) => placesOf$2(part, files)))).flat();
	const configuration = changed.filter((_, index) => places[index]?.some((place) => parts.some((part) => touch(place, part))));
	return {
		paths: [...new Set(places.flat())],
		configuration
	};
}
/** A path, and where it leads. */
async function placesOf$2(path, files) {
	const real = await files.real(path);
	return real === void 0 || real === path ? [path] : [path, real];
}
/** A folder of the nodes' configuration is named as a whole; a link or a submodule that is changed holds what is in it. */
function touch(changed, part) {
	return changed === part || changed.startsWith(`${part}/`) || part.startsWith(`${changed}/`);
}

// src/sha256.ts
/** SHA-256 of a text, in hex. Loading Node's crypto takes a tenth of a short run, so the first hash loads it. */
function sha256(text) {
	return _light_node_process_default.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex");
}

// src/compare/identity.ts
/**
* What a finding is about, one text for each of its uses, the same between runs and wherever the source lies: a finding
* is old if the base had all of them as often, so that an old broken image in a new workload is new.
*/
function findingIdentities(finding, uses) {
	const about = subjectOf(finding);
	return finding.uses.length === 0 ? [about] : workloadKeys(finding, uses).map((key) => JSON.stringify([about, key]));
}
/**
* How many uses each identity has. What has one more than the base had is new: the same workload of another overlay or
* another set of values may have been whole.
*/
function countIdentities(findings, uses) {
	const about = /* @__PURE__ */ new Map();
	for (const finding of findings) for (const one of eachUse(finding)) {
		const [identity = ""] = findingIdentities(one, uses);
		about.set(identity, (about.get(identity) ?? /* @__PURE__ */ new Set()).add(one.uses[0] ?? ""));
	}
	return new Map([...about].map(([identity, ids]) => [identity, ids.size]));
}
function eachUse(finding) {
	return finding.uses.length === 0 ? [finding] : finding.uses.map((use) => ({
		...finding,
		uses: [use]
	}));
}
/** The finding's key in reports: short, and the same for the same identities. */
function findingKey(finding, uses) {
	const identity = JSON.stringify(findingIdentities(finding, uses));
	return sha256(identity).slice(0, 32);
}
function workloadKeys(finding, uses) {
	return [...new Set(finding.uses.map((id) => uses.get(id)?.workloadKey ?? id))].toSorted();
}
function subjectOf({ code, image, environment, platform, args, place }) {
	const other = image === void 0 ? [
		args.secrets,
		args.path,
		place?.file
	] : [];
	return JSON.stringify([
		code,
		image,
		environment,
		platform,
		...other
	]);
}

// src/compare/compare.ts
/**
* Judges the base in the same way, so that breakage which was there before is not blamed on the change. A head without
* a finding that counts pays nothing; questions that both have are asked once.
*/
async function compare(head, options) {
	const { request, git, inspectAt } = options;
	if (request.base === void 0 || request.policy.failOn === "all" || !hasBreakage(head)) return { kind: "none" };
	const base = await options.base();
	if (base.kind === "none") return {
		kind: "unavailable",
		why: base.why
	};
	const files = await git.files(base.sha);
	if (files === void 0) return {
		kind: "unavailable",
		why: "its files could not be read"
	};
	const { judgement, inventory } = await inspectAt(files);
	const uses = new Map(inventory.uses.map((use) => [use.id, use]));
	return {
		kind: "base",
		commit: base.sha,
		identities: countIdentities(judgement.findings, uses)
	};
}
function hasBreakage({ judgement }) {
	return judgement.findings.some(({ severity, ignored }) => ignored === void 0 && (severity === "error" || severity === "warning"));
}

// node_modules/js-yaml/dist/js-yaml.mjs
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick$1(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument$1(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument$1(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick$1(opts, PARSER_OPT_KEYS)), {
		...pick$1(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load$2(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build$1(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build$1(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build$1(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build$1(state, objectKey);
		if (key === INVALID) continue;
		const value = build$1(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build$1({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present$1(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present$1(documents, {
		...pick$1(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/extract/document/expanded-size.ts
/** Deepest nesting that is followed; manifests stay far below. */
const maximumDepth = 200;
const endless$1 = {
	size: Infinity,
	height: Infinity
};
/**
* Number of nodes that a walk over parsed YAML would meet, where aliases share them. Infinite for what contains itself or
* is nested too deeply. Linear in the nodes that exist.
*/
function expandedSize(value) {
	return extentOf(value, {
		known: /* @__PURE__ */ new Map(),
		depth: 0
	}).size;
}
function extentOf(value, walk) {
	if (typeof value !== "object" || value === null) return {
		size: 1,
		height: 0
	};
	const known = walk.known.get(value);
	if (known !== void 0) return known;
	if (walk.depth > 200) return endless$1;
	walk.known.set(value, endless$1);
	let size = 1;
	let height = 0;
	for (const child of Object.values(value)) {
		const extent = extentOf(child, {
			known: walk.known,
			depth: walk.depth + 1
		});
		size += extent.size;
		height = Math.max(height, extent.height);
	}
	const whole = height >= 200 ? endless$1 : {
		size,
		height: height + 1
	};
	walk.known.set(value, whole);
	return whole;
}

// src/extract/document/line-breaks.ts
/**
* The text with the line breaks of YAML 1.1 that YAML 1.2 lacks (NEL, LS, PS) as line feeds, one for one: go-yaml ends
* lines and comments at them (`is_break` of its yamlprivateh.go), and a text may hide its content from us behind one.
*/
function withPlainBreaks(text) {
	return odd.test(text) ? text.replaceAll(odds, "\n") : text;
}
const odd = /[\u0085\u2028\u2029]/;
const odds = /[\u0085\u2028\u2029]/g;

// src/extract/document/lenient-events.ts
const pad = " ".repeat(100);
const mostRepairs = 500;
const mostWork = 67108864;
/**
* Parses YAML as go-yaml does where YAML 1.2 is stricter than it: inside brackets, braces and quotes the indentation of
* lines means nothing (`args: [` … `]` with the bracket below the key is everywhere). Throws YAMLException.
*/
function lenientEvents(given) {
	const text = withPlainBreaks(given);
	const first = attempt(text);
	if (first.events !== void 0) return {
		source: text,
		events: first.events,
		originalOffset: (offset) => offset
	};
	return repaired(text, first.error);
}
function repaired(text, first) {
	const lines = text.split("\n");
	const padded = /* @__PURE__ */ new Set();
	for (let error = first;;) {
		const line = deficientLine(error);
		const isHopeless = padded.size >= mostRepairs || padded.size * text.length > mostWork;
		if (line === void 0 || padded.has(line) || isHopeless) throw error;
		padded.add(line);
		lines[line] = `${pad}${lines[line]}`;
		const source = lines.join("\n");
		const again = attempt(source);
		if (again.events !== void 0) return {
			source,
			events: again.events,
			originalOffset: offsetsWithout(padded, lines)
		};
		error = again.error;
	}
}
function attempt(source) {
	try {
		return { events: parseEvents(source, { maxDepth: 200 }) };
	} catch (error) {
		return { error };
	}
}
function deficientLine(error) {
	return error instanceof YAMLException && error.reason === "deficient indentation" ? error.mark?.line : void 0;
}
function offsetsWithout(padded, lines) {
	const ends = [];
	let start = 0;
	for (const [index, line] of lines.entries()) {
		if (padded.has(index)) ends.push(start + pad.length);
		start += line.length + 1;
	}
	return (offset) => offset - pad.length * countUpTo(ends, offset);
}
function countUpTo(sorted, limit) {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

// src/extract/document/parse-document.ts
const schema = CORE_SCHEMA.withTags(mergeTag, boolYaml11Tag);
const smallestBomb = 2e5;
/**
* Parses one document; never throws. Of duplicate keys the last counts, as it does for kubectl and helm. Unknown tags
* are refused.
*/
function parseDocument(text) {
	try {
		return bounded(isJson(text) ? parseJson$1(text) : parseYaml(text), text);
	} catch (error) {
		return malformed(error, text);
	}
}
const longestDetail = 200;
function isJson(text) {
	return /^\uFEFF?\s*\{/.test(text);
}
function parseJson$1(text) {
	try {
		return [JSON.parse(text.replace(/^\uFEFF/, ""))];
	} catch {
		return parseYaml(text);
	}
}
function parseYaml(text) {
	const { source, events } = lenientEvents(text);
	return constructFromEvents(events, {
		source,
		schema,
		json: true
	});
}
function bounded(roots, text) {
	const size = expandedSize(roots);
	if (size <= Math.max(smallestBomb, text.length)) return {
		kind: "parsed",
		roots
	};
	return {
		kind: "malformed",
		detail: size === Infinity ? "nested without end or too deeply" : "aliases repeat too much",
		line: 1
	};
}
function malformed(error, text) {
	if (!(error instanceof YAMLException)) return {
		kind: "malformed",
		detail: "no YAML",
		line: 1
	};
	const { mark } = error;
	const reason = error.reason.slice(0, longestDetail);
	if (reason.includes("complex keys")) return unrendered(text);
	if (mark === void 0 || withPlainBreaks(text) !== text) return {
		kind: "malformed",
		detail: reason,
		line: 1
	};
	return {
		kind: "malformed",
		detail: reason,
		line: mark.line + 1,
		column: mark.column + 1
	};
}
function unrendered(text) {
	const before = text.slice(0, Math.max(text.search(/\{\s*\{/), 0)).split("\n");
	const column = (before.at(-1)?.length ?? 0) + 1;
	return {
		kind: "malformed",
		detail: "a map as a key, as in a template",
		line: before.length,
		column
	};
}

// src/discover/load-yaml.ts
/**
* The value of a YAML file with one document, read as helm and kustomize read it; undefined when it does not parse.
* Depth and what aliases expand to are bounded.
*/
function loadYaml(text) {
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" && parsed.roots.length === 1 ? parsed.roots[0] : void 0;
}
/** Narrows a parsed value to a mapping. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The strings of a list; anything else is passed over. */
function stringsOf(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/discover/charts/chart.ts
/** Reads the Chart.yaml of a folder. One that can't be read is still a chart: helm will say what is wrong with it. */
async function readChart(files, folder) {
	const read = await files.read(join(folder, "Chart.yaml"));
	const chart = read.kind === "text" ? loadYaml(read.text) : void 0;
	if (!isMapping(chart)) return { library: false };
	return {
		name: typeof chart["name"] === "string" ? chart["name"] : void 0,
		library: chart["type"] === "library"
	};
}

// src/discover/survey/entries-below.ts
/** All entries below a folder, until one of the bounds is met: then `complete` is false. */
async function entriesBelow(files, start, extent) {
	const entries = [];
	const open = [{
		path: start,
		depth: 0
	}];
	let complete = true;
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		const { depth } = at;
		const all = await entriesOf$2(files, at.path);
		const below = extent.hidden === false ? all.filter(({ entry }) => !entry.name.startsWith(".")) : all;
		for (const one of below) entries.push(one);
		if (entries.length > extent.mostEntries) return {
			entries,
			complete: false
		};
		const folders = below.filter(({ entry }) => entry.kind === "folder" && (extent.links || entry.link !== true));
		const isDeepest = depth >= extent.deepest;
		complete &&= !isDeepest || folders.length === 0;
		for (const { path } of isDeepest ? [] : folders) open.push({
			path,
			depth: depth + 1
		});
	}
	return {
		entries,
		complete
	};
}
async function entriesOf$2(files, folder) {
	const list = await files.list(folder);
	return list.kind === "entries" ? list.entries.map((entry) => ({
		path: join(folder, entry.name),
		entry
	})) : [];
}

// src/discover/survey/outside-link.ts
/** How far a chart is looked through. */
const chartExtent = {
	links: true,
	mostEntries: 2e4,
	deepest: 16
};
/**
* The first link in a chart that leaves the repository; helm would follow it, and print what it finds there. A chart
* with too many entries to look through counts as having one.
*/
async function findOutsideLink(files, chart) {
	const { entries, complete } = await entriesBelow(files, chart, chartExtent);
	return entries.find(({ entry }) => entry.kind === "outside")?.path ?? (complete ? void 0 : chart);
}

// src/discover/survey/root-path.ts
/**
* Where `reference`, written in a file of `folder`, leads: a root-relative path without `.` and a trailing slash.
* Undefined when it leaves the root.
*/
function resolvePath(folder, reference) {
	if (reference.startsWith("/")) return void 0;
	const path = join(folder, reference).replace(/(?<=.)\/+$/, "");
	return path === ".." || path.startsWith("../") ? void 0 : path;
}

// src/discover/charts/chart-source.ts
/** A chart (a folder, or a packaged `.tgz`) with the flags it is to be rendered with. */
async function chartSource(files, path, flags) {
	const values = await Promise.all(flags.values.map((file) => locateValues(files, path, file)));
	const id = [
		"helm:" + path,
		...values,
		...flags.set.map(keyOf$4)
	].join("#");
	const label = values.length === 0 ? path : `${path} (${values.map((file) => shorten$1(path, file)).join(", ")})`;
	const outside = await findOutsideLink(files, path);
	if (outside !== void 0) return {
		kind: "unresolved",
		of: "helm",
		why: "unreadable",
		detail: `${outside} leads out of the repository`,
		id,
		path,
		label
	};
	const { name } = await readChart(files, path);
	return {
		kind: "helm",
		id,
		path,
		label,
		options: chartOptions(flags, values, name ?? basename(path, ".tgz")),
		writtenAt: flags.setAt && { set: flags.setAt }
	};
}
/** The options of flags, with what helm needs and nobody said. `name`: what the release is called after. */
function chartOptions(flags, values, name) {
	const { set, namespace = "default", kubeVersion, apiVersions } = flags;
	return {
		values,
		set,
		release: flags.release ?? releaseName(name),
		namespace,
		kubeVersion,
		apiVersions
	};
}
/** A values file is looked for at its root-relative path first, then in the chart's folder. */
async function locateValues(files, chart, file) {
	if (await files.kind(file) !== "absent") return file;
	const inChart = resolvePath(chart, file);
	return inChart !== void 0 && await files.kind(inChart) === "file" ? inChart : file;
}
/** `--set` may carry a password, so ids show its key alone. */
function keyOf$4(assignment) {
	return assignment.split("=", 1)[0] ?? "";
}
function shorten$1(chart, file) {
	return file.startsWith(join(chart, "/")) ? file.slice(join(chart, "/").length) : file;
}
/** The nearest name that helm takes: a DNS label of at most 53 characters. */
function releaseName(name) {
	return name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-").slice(0, 53).replaceAll(/^-+|-+$/g, "") || "release";
}

// src/discover/charts/value-sets.ts
/** One public chart has 30 (opentelemetry-collector); the next 20. */
const mostSets$1 = 40;
const besideValues = /^values[-.](?!(?:schema|examples?|samples?|templates?|tmpl|dist)\b).+\.ya?ml$/is;
/**
* Where people keep values besides `values.yaml`: `values-prod.yaml` or `values.prod.yaml`, all of a folder `values`, and
* `ci/*-values.yaml`, with which chart-testing installs a chart (https://github.com/helm/chart-testing). A file without
* any value is the default set once more.
*/
async function valueSets(files, chart) {
	const candidates = [
		...await filesOf$1(files, chart, besideValues),
		...await filesOf$1(files, join(chart, "values"), /\.ya?ml$/i),
		...await filesOf$1(files, join(chart, "ci"), /-values\.ya?ml$/i)
	];
	const looked = await Promise.all(candidates.map(async (file) => ({
		file,
		is: await classify(files, file)
	})));
	const of = (kind) => looked.filter(({ is }) => is === kind).map(({ file }) => file);
	const sets = of("set");
	return {
		sets: sets.slice(0, mostSets$1),
		left: sets.slice(mostSets$1),
		encrypted: of("encrypted")
	};
}
async function filesOf$1(files, folder, name) {
	const list = await files.list(folder);
	return (list.kind === "entries" ? list.entries : []).filter((entry) => entry.kind === "file" && name.test(entry.name)).map((entry) => join(folder, entry.name));
}
/** A file that can't be read counts as a set, so that helm says what is wrong with it. */
async function classify(files, file) {
	const read = await files.read(file);
	const value = read.kind === "text" ? loadYaml(read.text) : void 0;
	if (read.kind === "text" && !/^[^\s#]/m.test(read.text.replace(/^---.*$/m, ""))) return "other";
	if (value === void 0) return "set";
	if (!isMapping(value) || Object.keys(value).length === 0 || isOther(value)) return "other";
	return isMapping(value["sops"]) ? "encrypted" : "set";
}
function isOther(value) {
	return typeof value["apiVersion"] === "string" && typeof value["kind"] === "string" || "$schema" in value;
}

// src/discover/charts/chart-sources.ts
/**
* A chart that was found, once for each of its sets of values: with its own `values.yaml` first, then with each further
* set over that. Where the call names values, those are the only set.
*/
async function chartSources(files, path, flags) {
	const chart = await chartSource(files, path, flags);
	if (chart.kind !== "helm" || flags.values.length > 0) return [chart];
	const { sets, left, encrypted } = await valueSets(files, path);
	return [
		chart,
		...sets.map((file) => withSet$1(chart, file)),
		...encrypted.map((file) => gap$2(withSet$1(chart, file), "encrypted-values", file)),
		...left.length === 0 ? [] : [gap$2(more(chart, left.length), "too-many-values", left.join(", "))]
	];
}
function withSet$1(chart, file) {
	const { id, path, label, options } = chart;
	const [own = "", ...set] = id.split("#");
	const name = file.slice(path === "." ? 0 : path.length + 1);
	return {
		...chart,
		id: [
			own,
			file,
			...set
		].join("#"),
		label: `${label} (${name})`,
		options: {
			...options,
			values: [file]
		},
		byConvention: true
	};
}
function more(chart, count) {
	return {
		...chart,
		id: `${chart.id}#more`,
		label: `${chart.label} (${count} more sets of values)`
	};
}
function gap$2({ id, path, label }, why, detail) {
	return {
		kind: "unresolved",
		of: "helm",
		why,
		detail: detail.slice(0, 400),
		id,
		path,
		label
	};
}

// src/glob/parse-glob.ts
/** Reads a glob. What is not closed, or is no alternative, stands for itself. */
function parseGlob(pattern, reach) {
	return new GlobParser(pattern, reach).sequence();
}
const anything = () => true;
const notSlash = (character) => character !== "/";
var GlobParser = class {
	#pattern;
	#wild;
	#braces;
	#at = 0;
	constructor(pattern, reach) {
		this.#pattern = pattern;
		this.#wild = reach === "segment" ? notSlash : anything;
		this.#braces = bracesOf(pattern);
	}
	/** Parts up to the end, or up to the comma or brace that ends an alternative. */
	sequence() {
		const parts = [];
		while (this.#at < this.#pattern.length) {
			if (this.#braces.has(this.#at) && this.#pattern[this.#at] !== "{") return parts;
			this.#next(parts);
		}
		return parts;
	}
	#next(parts) {
		const character = this.#pattern[this.#at] ?? "";
		if (character === "*") return this.#stars(parts);
		if (character === "{" && this.#braces.has(this.#at)) return void parts.push(this.#alternatives());
		if (character === "[" && this.#class(parts)) return;
		this.#at += 1;
		if (character === "?") return void parts.push({
			kind: "one",
			test: this.#wild
		});
		parts.push(literal$1(character === "\\" ? this.#escaped() : character));
	}
	#escaped() {
		const character = this.#pattern[this.#at] ?? "\\";
		this.#at += 1;
		return character;
	}
	#alternatives() {
		const options = [];
		do {
			this.#at += 1;
			options.push(this.sequence());
		} while (this.#pattern[this.#at] === ",");
		this.#at += 1;
		return {
			kind: "either",
			options
		};
	}
	/** `**` as a whole segment stands for any number of them, none too. */
	#stars(parts) {
		const from = this.#at;
		while (this.#pattern[this.#at] === "*") this.#at += 1;
		const after = this.#pattern[this.#at];
		if (!(this.#at - from === 2 && isEdge(this.#pattern[from - 1]) && isEdge(after)) || this.#wild === anything) return void parts.push({
			kind: "many",
			test: this.#wild
		});
		const deep = {
			kind: "many",
			test: anything
		};
		if (after === "/") {
			this.#at += 1;
			parts.push({
				kind: "either",
				options: [[], [deep, literal$1("/")]]
			});
			return;
		}
		const slash = this.#pattern[from - 1] === "/" ? parts.pop() : void 0;
		parts.push(slash === void 0 ? deep : {
			kind: "either",
			options: [[], [slash, deep]]
		});
	}
	#class(parts) {
		const isNegated = /[!^]/.test(this.#pattern[this.#at + 1] ?? "");
		const from = this.#at + (isNegated ? 2 : 1);
		const end = this.#pattern.indexOf("]", from + 1);
		if (end === -1) return false;
		const ranges = [...this.#pattern.slice(from, end).matchAll(/([^])(?:-([^]))?/g)];
		const isIn = (character) => ranges.some(([, low = "", high = low]) => low <= character && character <= high);
		parts.push({
			kind: "one",
			test: (character) => character !== "/" && isIn(character) !== isNegated
		});
		this.#at = end + 1;
		return true;
	}
};
function literal$1(wanted) {
	return {
		kind: "one",
		test: (character) => character === wanted
	};
}
function isEdge(character) {
	return character === void 0 || "/{},".includes(character);
}
/** Where the braces and commas of alternatives stand; a pair without a comma is text. */
function bracesOf(pattern) {
	const found = /* @__PURE__ */ new Set();
	const open = [];
	for (const { index: at, 0: sign } of pattern.matchAll(/\\[^]|[{,}]/g)) {
		if (sign === "{") open.push({
			at,
			commas: []
		});
		if (sign === ",") open.at(-1)?.commas.push(at);
		const closed = sign === "}" ? open.pop() : void 0;
		if (closed !== void 0 && closed.commas.length > 0) [
			closed.at,
			...closed.commas,
			at
		].forEach((place) => found.add(place));
	}
	return found;
}
/** The folders that a glob begins with, without any sign; `.` where there are none. */
function baseOfGlob(pattern) {
	const segments = pattern.split("/");
	const first = segments.findIndex((segment) => /[*?[\]{}\\]/.test(segment));
	return (first === -1 ? segments : segments.slice(0, first)).join("/") || ".";
}

// src/glob/glob.ts
/**
* Compiles a glob with `*`, `**`, `?`, `[…]`, `{…,…}` and backslashes. Globs come from pull requests, so no regular
* expression is made of them: a text is matched in time of its length and the glob's, whatever is in them.
*/
function compileGlob(pattern, reach) {
	const states = [{ to: [] }];
	const start = build(parseGlob(pattern, reach), 0, states);
	return (text) => text.length <= longestText && accepts(states, start, text);
}
/** No path and no reference is longer. */
const longestText = 4096;
function build(parts, end, states) {
	return parts.reduceRight((next, part) => buildPart(part, next, states), end);
}
function buildPart(part, next, states) {
	switch (part.kind) {
		case "one": return states.push({
			test: part.test,
			to: [next]
		}) - 1;
		case "many": {
			const loop = states.push({ to: [next] }) - 1;
			states[loop]?.to.push(states.push({
				test: part.test,
				to: [loop]
			}) - 1);
			return loop;
		}
		case "either": {
			const to = part.options.map((option) => build(option, next, states));
			return states.push({ to }) - 1;
		}
	}
}
function accepts(states, start, text) {
	let open = reachable(states, [start]);
	for (const character of text) {
		if (open.size === 0) return false;
		open = reachable(states, [...open].flatMap((at) => states[at]?.test?.(character) === true ? states[at].to : []));
	}
	return open.has(0);
}
/** States that wait for a character, or the end: what has no test is passed through. */
function reachable(states, from) {
	const seen = new Set(from);
	for (const at of seen) {
		const state = states[at];
		if (state?.test === void 0) state?.to.forEach((next) => seen.add(next));
	}
	return seen;
}

// src/discover/kustomize/kustomization-references.ts
/** Reads the keys without regard to case, as the Go decoder does. */
function kustomizationReferences(kustomization) {
	const fields = fieldsOf$1(kustomization);
	return {
		resources: lists(fields, "resources", "bases", "components"),
		plugins: lists(fields, "generators", "transformers", "validators"),
		files: [
			...lists(fields, "crds", "configurations", "patchesstrategicmerge"),
			...entries(fields, "patches", "patchesjson6902", "replacements", "openapi").flatMap((entry) => texts$1(entry, "path")),
			...entries(fields, "configmapgenerator", "secretgenerator").flatMap(generatorFiles),
			...entries(fields, "helmcharts", "helmchartinflationgenerator").flatMap(chartFiles)
		]
	};
}
function fieldsOf$1(value) {
	const byKey = Map.groupBy(Object.entries(value), ([key]) => fold$2(key));
	return new Map([...byKey].map(([key, same]) => [key, same.map(([, item]) => item)]));
}
function fold$2(key) {
	return key.toLowerCase().replaceAll("ſ", "s");
}
function valuesAt(fields, keys) {
	return keys.flatMap((key) => fields.get(key) ?? []);
}
function lists(fields, ...keys) {
	return valuesAt(fields, keys).flatMap(stringsOf);
}
function texts$1(fields, ...keys) {
	return valuesAt(fields, keys).filter((value) => typeof value === "string");
}
function entries(fields, ...keys) {
	return valuesAt(fields, keys).flatMap((value) => value).filter(isMapping).map(fieldsOf$1);
}
/** `files` are written `path` or `key=path`; a key that is none is told only after the file was read. */
function generatorFiles(generator) {
	return [
		...lists(generator, "files").map((file) => file.slice(file.indexOf("=") + 1)),
		...lists(generator, "envs"),
		...texts$1(generator, "env")
	];
}
function chartFiles(chart) {
	return [...texts$1(chart, "valuesfile", "values"), ...lists(chart, "additionalvaluesfiles")];
}

// src/discover/texts-in.ts
/** Every text in a value of YAML, whose depth and size its parser has bounded. */
function textsIn(value) {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

// src/discover/kustomize/plugin-files.ts
/**
* The configurations of generators and transformers. They name files and addresses that kustomize reads, so they are
* looked through before. An entry that is YAML itself is the configuration, whether on one line or several.
*/
async function pluginConfigurations(files, { file, folder }, plugins) {
	return Promise.all(plugins.map(async (plugin) => {
		const inline = configuration(plugin, file);
		if (inline?.kind === "read") return inline;
		const path = resolvePath(folder, plugin) ?? plugin;
		const read = await files.read(path);
		if (read.kind === "not-a-file") return {
			kind: "built",
			where: path
		};
		if (read.kind === "absent") return {
			kind: "read",
			where: path,
			texts: []
		};
		return read.kind === "text" && configuration(read.text, path) || {
			kind: "unreadable",
			where: path
		};
	}));
}
function configuration(text, where) {
	const parsed = parseDocument(text);
	if (parsed.kind !== "parsed" || !parsed.roots.some((root) => isMapping(root) || Array.isArray(root))) return void 0;
	return {
		kind: "read",
		where,
		texts: [text, ...textsIn(parsed.roots)]
	};
}

// src/discover/kustomize/remote-reference.ts
/**
* Whether kustomize would clone or download a reference: a URL with any scheme, `git::…`, `git@host:…`,
* `github.com/…` without a scheme, or `?ref=`
* (https://github.com/kubernetes-sigs/kustomize/blob/master/examples/remoteBuild.md).
*/
function isRemoteReference(reference) {
	const text = reference.trim().toLowerCase();
	if (/[\r\n]/.test(text)) return false;
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|gh:|[\w.-]+@[\w.-]+:|github\.com[/:])|[?&](?:ref|version)=/.test(text);
}

// src/discover/kustomize/kustomization.ts
/** The names that kustomize looks for. */
const kustomizationNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
/** The kustomization of a folder; undefined where there is none. */
async function readKustomization(files, folder) {
	for (const name of kustomizationNames) {
		const file = join(folder, name);
		const read = await files.read(file);
		if (read.kind === "absent" || read.kind === "not-a-file") continue;
		const text = read.kind === "text" ? read.text : "";
		const value = loadYaml(text);
		if (!isMapping(value)) return {
			component: false,
			includes: [],
			hasPlugins: false,
			trouble: {
				...unreadable$3(`${file} can't be read`),
				definedAt: { file }
			}
		};
		return understand({
			files,
			folder: await files.real(folder) ?? folder,
			file,
			text
		}, value);
	}
}
const listKeys = /* @__PURE__ */ new Set([
	"apiversion",
	"kind",
	"metadata",
	"resources",
	"bases",
	"namespace",
	"labels",
	"commonlabels",
	"commonannotations",
	"sortoptions"
]);
async function understand(place, value) {
	const references = kustomizationReferences(value);
	const includes = [
		...references.resources,
		...references.plugins,
		...references.files
	].map((reference) => resolvePath(place.folder, reference));
	return {
		component: value["kind"] === "Component",
		includes: includes.filter((path) => path !== void 0),
		hasPlugins: references.plugins.length > 0,
		isList: Object.keys(value).every((key) => listKeys.has(key.toLowerCase())),
		trouble: await findTrouble$1(place, references) ?? inflatesCharts(place, value)
	};
}
/** kustomize runs helm for these, which fetches by itself, and only where a flag allows it (`--enable-helm`). */
function inflatesCharts(place, value) {
	const keys = ["helmcharts", "helmchartinflationgenerator"];
	const key = Object.keys(value).find((name) => keys.includes(name.toLowerCase()));
	if (key === void 0) return void 0;
	return {
		why: "unsupported",
		detail: `${place.file} has ${key}, for which kustomize needs --enable-helm`,
		definedAt: placeOf$6(place, `${key}:`)
	};
}
/** kustomize would fetch what is remote by itself, and reads bases outside of the repository. */
async function findTrouble$1(place, found) {
	const { resources, plugins, files } = found;
	const all = [
		...resources,
		...plugins,
		...files
	];
	const remote = all.find(isRemoteReference);
	if (remote !== void 0) return {
		why: "remote-base",
		detail: `${place.file} includes ${remote}`,
		definedAt: placeOf$6(place, remote)
	};
	const secret = all.find((reference) => inGit$1.test(reference) && !/[\r\n]/.test(reference));
	if (secret !== void 0) return unreadable$3(`${place.file} includes ${secret}, which lies in .git`);
	const configurations = await pluginConfigurations(place.files, place, plugins);
	const inline = new Set(configurations.flatMap(({ where }, at) => where === place.file ? plugins[at] : []));
	for (const reference of all.filter((text) => !inline.has(text) && !/[\r\n]/.test(text))) {
		const path = resolvePath(place.folder, reference);
		if (path === void 0 || await place.files.kind(path) === "outside") return unreadable$3(`${place.file} includes ${reference}, which lies outside of the repository`);
	}
	return configurations.map(pluginTrouble).find((trouble) => trouble !== void 0);
}
/** The first line that holds a text. */
function placeOf$6({ file, text }, wanted) {
	const at = text.split("\n").findIndex((line) => line.includes(wanted));
	return {
		file,
		line: at === -1 ? void 0 : at + 1
	};
}
const inGit$1 = /(?:^|[/=])\.git(?:\/|$)/im;
function pluginTrouble(plugin) {
	const { where } = plugin;
	if (plugin.kind !== "read") return unreadable$3(`the plugin configuration ${where} ${plugin.kind === "built" ? "is itself built, and may read anything" : "can't be read"}`);
	const urls = plugin.texts.flatMap((text) => /https?:\/\/[^\s"']+/i.exec(text) ?? []);
	if (urls[0] !== void 0) return {
		why: "remote-base",
		detail: `${where} names ${urls[0]}`
	};
	return plugin.texts.some((text) => inGit$1.test(text)) ? unreadable$3(`${where} names a file in .git`) : void 0;
}
function unreadable$3(detail) {
	return {
		why: "unreadable",
		detail
	};
}

// src/discover/kustomize/kustomize-sources.ts
/**
* Of the folders that were found, those that no other one includes; a base is built by its overlays only. Folders that
* were named are built in any case.
*/
async function kustomizeSources(files, found, named) {
	const graph = await readGraph(files, found);
	const taken = /* @__PURE__ */ new Set();
	return {
		sources: roots(graph, found, named).flatMap((path) => sourcesAt(graph, path, taken)),
		claimed: new Set([...graph.values()].flatMap((kustomization) => kustomization.includes))
	};
}
async function readGraph(files, found) {
	const graph = /* @__PURE__ */ new Map();
	const asked = new Set(found);
	for (const folder of asked) {
		const kustomization = await readKustomization(files, folder);
		if (kustomization === void 0) continue;
		graph.set(folder, kustomization);
		for (const include of kustomization.includes) asked.add(include);
	}
	return graph;
}
function roots(graph, found, named) {
	const included = new Set([...graph].flatMap(([path, { includes }]) => includes.filter((include) => include !== path)));
	const built = found.filter((path) => named.has(path) || !(included.has(path) || graph.get(path)?.component === true));
	const reached = new Set(built.flatMap((path) => reach$1(graph, path)));
	for (const path of found) {
		if (reached.has(path) || graph.get(path)?.component === true) continue;
		built.push(path);
		for (const member of reach$1(graph, path)) reached.add(member);
	}
	return built;
}
/** The kustomizations that building one reads, itself first. */
function reach$1(graph, from) {
	const seen = /* @__PURE__ */ new Set([from]);
	for (const path of seen) (graph.get(path)?.includes ?? []).filter((include) => graph.has(include)).forEach((include) => seen.add(include));
	return [...seen];
}
function findTrouble(graph, path) {
	return reach$1(graph, path).map((member) => graph.get(member)?.trouble).find((trouble) => trouble !== void 0);
}
/**
* The source at a path. Where a part of it can't be built, and it does no more than list its parts, those that can be are
* sources too.
*/
function sourcesAt(graph, path, taken) {
	if (taken.has(path)) return [];
	taken.add(path);
	const trouble = findTrouble(graph, path);
	const own = toSource(path, trouble, reach$1(graph, path).some((member) => graph.get(member)?.hasPlugins === true) ? true : void 0);
	const kustomization = graph.get(path);
	if (trouble === void 0 || kustomization?.isList !== true) return [own];
	return [own, ...kustomization.includes.filter((include) => graph.get(include)?.component === false).flatMap((part) => sourcesAt(graph, part, taken))];
}
function toSource(path, trouble, hasPlugins) {
	const base = {
		id: `kustomize:${path}`,
		path,
		label: path
	};
	return trouble === void 0 ? {
		...base,
		kind: "kustomize",
		hasPlugins
	} : {
		...base,
		kind: "unresolved",
		of: "kustomize",
		...trouble
	};
}

// src/discover/charts/remote-chart-source.ts
/** A chart that is named by its address: `oci://host/path:1.2.3`, also with a digest, or the URL of a `.tgz`. */
function remoteChartSource(address, flags) {
	const base = {
		id: ["helm:" + address, ...flags.values].join("#"),
		path: address,
		label: labelOf$1(address, flags)
	};
	const remote = parseChartAddress(address);
	if (remote === void 0) return {
		...base,
		kind: "unresolved",
		of: "helm",
		why: "remote-chart",
		detail: `${address} is no chart`
	};
	const name = remote.kind === "oci" ? basename(remote.repository) : basename(address).replace(/-\d.*$|\.tgz$/, "");
	const options = chartOptions(flags, flags.values, name);
	return {
		...base,
		kind: "helm",
		remote,
		options,
		writtenAt: flags.setAt && { set: flags.setAt }
	};
}
function labelOf$1(address, { values }) {
	return values.length === 0 ? address : `${address} (${values.join(", ")})`;
}
/** Reads the address of a packaged chart; undefined where it is none. */
function parseChartAddress(address) {
	if (/^https?:\/\/.+\.tgz(?:\?.*)?$/.test(address)) return {
		kind: "archive",
		url: address
	};
	const [, repository, version = "", digest] = /^oci:\/\/([^@]+?)(?::([\w][\w.+-]*))?(?:@([a-z0-9]+:[a-f0-9]+))?$/.exec(address) ?? [];
	return repository === void 0 ? void 0 : {
		kind: "oci",
		repository,
		version,
		digest
	};
}

// src/discover/configured.ts
/** The source that an entry of the configuration names, or why there is none. */
async function configuredSource(files, entry) {
	switch (entry.kind) {
		case "chart": return configuredChart(files, entry);
		case "kustomize": return configuredKustomization(files, entry.path);
		case "manifests": return configuredManifests(files, entry.pattern);
	}
}
async function configuredChart(files, entry) {
	const { path } = entry;
	if (/^[a-z]+:\/\//.test(path)) return remoteChartSource(path, entry);
	const kind = await files.kind(path);
	if (kind !== "file" && kind !== "folder") return {
		path,
		why: kind
	};
	if (!(kind === "file" ? path.endsWith(".tgz") : await files.kind(join(path, "Chart.yaml")) === "file")) return {
		path,
		why: "no-source"
	};
	if ((await readChart(files, path)).library) return {
		path,
		why: "library-chart"
	};
	return chartSource(files, path, entry);
}
async function configuredKustomization(files, path) {
	const kind = await files.kind(path);
	if (kind !== "folder") return {
		path,
		why: kind === "file" ? "no-source" : kind
	};
	if (await readKustomization(files, path) === void 0) return {
		path,
		why: "no-source"
	};
	const { sources } = await kustomizeSources(files, [path], /* @__PURE__ */ new Set([path]));
	return sources[0] ?? {
		path,
		why: "no-source"
	};
}
async function configuredManifests(files, pattern) {
	const glob = pattern.replace(/^\.\//, "");
	const base = baseOfGlob(glob);
	const kind = await files.kind(base);
	if (kind === "file") return manifests$1(pattern, base, [base]);
	if (kind !== "folder") return {
		path: pattern,
		why: kind
	};
	const found = await matchingFiles(files, base, globOverPaths(glob));
	return found.length === 0 ? {
		path: pattern,
		why: "no-source"
	} : manifests$1(pattern, base, found);
}
function manifests$1(pattern, path, found) {
	return {
		kind: "manifests",
		id: `manifests:${pattern}`,
		path,
		label: pattern,
		files: found
	};
}
async function matchingFiles(files, base, matches) {
	const { entries } = await entriesBelow(files, base, {
		links: false,
		mostEntries: 5e5,
		deepest: 64
	});
	return entries.filter(({ path, entry }) => entry.kind === "file" && matches(path)).map(({ path }) => path).toSorted();
}
/** Names that begin with a dot are only meant where the glob writes one. */
function globOverPaths(glob) {
	const matches = compileGlob(glob, "segment");
	const takesHidden = /(?:^|[/{,])\./.test(glob);
	return (path) => matches(path) && (takesHidden || !/(?:^|\/)\./.test(path));
}

// src/discover/survey/exclude.ts
/** Whether a root-relative path is left out by the globs of `exclude`; a folder's path leaves out all that is in it. */
function createExclude(patterns) {
	const globs = patterns.map((pattern) => compileGlob(pattern.replace(/^\.\//, "").replace(/(?<=.)\/+$/, ""), "segment"));
	return (path) => globs.some((matches) => matches(path));
}

// src/discover/survey/submodules.ts
const mostSubmodules = 1e3;
/** The submodules below a folder that were not checked out: what they hold can't be seen (`git help gitmodules`). */
async function absentSubmodules({ files, excludes }, folder) {
	const read = await files.read(".gitmodules");
	const wanted = [...(read.kind === "text" ? read.text : "").matchAll(pathLine)].slice(0, mostSubmodules).flatMap(([, written = ""]) => resolvePath(".", plainValue$1(written)) ?? []).filter((path) => folder === "." || path === folder || path.startsWith(`${folder}/`)).filter((path) => !ancestorsOf(path).some(excludes));
	const isGone = await Promise.all(wanted.map((path) => isEmpty$1(files, path)));
	return wanted.filter((_, index) => isGone[index]).map((path) => gap$1(path));
}
const pathLine = /^[^\S\n]*(?:\[[^\]\n]*\][^\S\n]*)?path[^\S\n]*=[^\S\n]*(\S.*)$/gim;
/** Without quotes, and without a comment behind it. */
function plainValue$1(written) {
	return [...written.matchAll(/"((?:[^"\\]|\\.)*)"?|([^"#;]+)|[#;].*/g)].map(([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, "$1") ?? bare ?? "").join("").trim();
}
function ancestorsOf(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
async function isEmpty$1(files, path) {
	const list = await files.list(path);
	return list.kind === "entries" ? list.entries.length === 0 : await files.kind(path) === "absent";
}
function gap$1(path) {
	return {
		id: `gap:${path}`,
		path,
		label: path,
		kind: "unresolved",
		of: "manifests",
		why: "submodule",
		detail: path
	};
}

// src/discover/charts/chart-template.ts
/** Whether a path is the `templates` folder of a chart or lies in it: nothing there is a manifest by itself. */
async function isInTemplates(files, path) {
	for (let at = path; at !== "."; at = dirname(at)) if (basename(at) === "templates" && await files.kind(join(dirname(at), "Chart.yaml")) === "file") return true;
	return false;
}

// src/discover/survey/looks-like-manifest.ts
/**
* A cheap look, mostly without parsing YAML: does some document have `apiVersion` and `kind` as keys of its root? In
* values files and templates of other tools the two occur only deeper, so they are not taken.
*/
function looksLikeManifest(text) {
	if (mayHideKeys.test(text)) return looksPlainly(text) || holdsManifest(text);
	return looksPlainly(text);
}
const mayHideKeys = /^\uFEFF?(?:---)?[^\S\n]*(?:[?!&]|"[^"\n]*\\)/m;
function holdsManifest(text) {
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" && parsed.roots.some(isManifest$1);
}
function isManifest$1(value) {
	return isMapping(value) && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string";
}
function looksPlainly(text) {
	if (!text.includes("apiVersion") || !text.includes("kind")) return false;
	return /^\uFEFF?\s*\{/.test(text) ? isJsonManifest(text) : hasManifestDocument(withPlainBreaks(text));
}
/** JSON that does not parse may still be YAML in flow style, or several documents. */
function isJsonManifest(text) {
	try {
		return isManifest$1(JSON.parse(text.replace(/^\uFEFF/, "")));
	} catch {
		return hasManifestDocument(text);
	}
}
function hasManifestDocument(text) {
	let look = begin("");
	for (const line of text.replaceAll("﻿", "").split(/\r\n?|\n/)) {
		if (/^(?:---|\.\.\.)(?=\s|$)/.test(line)) look = begin(line.slice(3));
		else look = read$3(look, line);
		if (look.apiVersion && look.kind) return true;
	}
	return false;
}
/** A document may begin on the line of its marker: `--- {apiVersion: v1, …`. */
function begin(rest) {
	const empty = {
		flow: false,
		apiVersion: false,
		kind: false
	};
	return /^\s*\{/.test(rest) ? read$3(empty, rest) : empty;
}
function read$3(look, line) {
	if (/^\s*(?:#|$)/.test(line)) return look;
	const indent = look.indent ?? /^ */.exec(line)?.[0] ?? "";
	const flow = look.indent === void 0 ? line.startsWith("{", indent.length) : look.flow;
	const key = flow ? void 0 : keyAt(line, indent);
	return {
		indent,
		flow,
		apiVersion: look.apiVersion || key === "apiVersion" || flow && /\bapiVersion["']?\s*:/.test(line),
		kind: look.kind || key === "kind" || flow && /\bkind["']?\s*:/.test(line)
	};
}
function keyAt(line, indent) {
	if (!line.startsWith(indent)) return void 0;
	return /^["']?(apiVersion|kind)["']?\s*:/.exec(line.slice(indent.length))?.[1];
}

// src/discover/survey/named-file.ts
/** Chart.yaml and kustomization.yaml stand for their folder; a chart's template is nothing by itself. */
async function classifyFile(files, path) {
	const name = basename(path);
	if (name === "Chart.yaml") return "chart";
	if (kustomizationNames.includes(name)) return "kustomization";
	if (name.endsWith(".tgz")) return "packaged-chart";
	const read = await files.read(path);
	if (read.kind === "too-large") return "manifest";
	if (read.kind !== "text") return read.kind === "denied" ? "denied" : "not-a-manifest";
	return looksLikeManifest(read.text) && !await isInTemplates(files, path) ? "manifest" : "not-a-manifest";
}

// src/discover/survey/manifest-files.ts
/** How far folders are looked through for manifests. */
const manifestExtent = {
	links: false,
	mostEntries: 5e5,
	deepest: 64
};
/** Of the files, those that are manifests, and YAML that can't be read, so that the report names it. */
async function manifestFiles(files, paths) {
	const named = paths.filter((path) => /\.(?:ya?ml|json)$/i.test(path));
	const isOne = await Promise.all(named.map((path) => isManifest(files, path)));
	return named.filter((_, index) => isOne[index]).toSorted();
}
/** JSON that can't be read is mostly something else. */
async function isManifest(files, path) {
	const read = await files.read(path);
	if (read.kind === "text") return looksLikeManifest(read.text);
	return /\.ya?ml$/i.test(path);
}
/** What stands beside a kustomization and is no part of it may still tell Argo CD to apply that. */
async function isApplication(files, path) {
	const read = await files.read(path);
	return read.kind === "text" && read.text.includes("argoproj.io/") && /^kind: *Application(?:Set)?\s*$/m.test(read.text);
}

// src/discover/survey/survey.ts
const deepest$3 = 64;
const mostEntries = 5e5;
/** Folders of a chart that hold its templates and their inputs, never manifests. */
const chartFolders = /* @__PURE__ */ new Set([
	"templates",
	"charts",
	"crds",
	"ci",
	"files"
]);
function emptySurvey() {
	return {
		charts: /* @__PURE__ */ new Set(),
		libraries: /* @__PURE__ */ new Set(),
		kustomizations: /* @__PURE__ */ new Set(),
		manifests: /* @__PURE__ */ new Map(),
		gaps: /* @__PURE__ */ new Map()
	};
}
/** Looks through a folder and what is below it, except hidden, linked, excluded and dependency folders. */
async function survey(walk, start) {
	const found = emptySurvey();
	const open = [{
		path: start,
		depth: 0
	}];
	let seen = 0;
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		const list = await walk.files.list(at.path);
		const entries = list.kind === "entries" ? list.entries : [];
		seen += entries.length;
		const gap = gapOf(list.kind, at.depth, seen);
		if (gap !== void 0) found.gaps.set(at.path, gap);
		if (seen > mostEntries) break;
		if (gap !== void 0) continue;
		const inside = await lookInto({
			...walk,
			found
		}, at.path, entries);
		for (const path of inside.toReversed()) open.push({
			path,
			depth: at.depth + 1
		});
	}
	return found;
}
function gapOf(kind, depth, seen) {
	if (kind !== "entries") return kind === "denied" ? "permission denied" : kind;
	if (depth > deepest$3) return `more than ${deepest$3} folders deep`;
	return seen > mostEntries ? `more than ${mostEntries} entries: the rest was not looked at` : void 0;
}
/** Takes down what the folder is; gives the folders to go on with. */
async function lookInto(look, folder, entries) {
	const { found } = look;
	const names = new Set(entries.filter((entry) => entry.kind === "file").map((entry) => entry.name));
	const isChart = names.has("Chart.yaml");
	const isKustomization = kustomizationNames.some((name) => names.has(name));
	const isWhole = isChart && !await takeChart(look, folder);
	if (isKustomization) found.kustomizations.add(folder);
	if (!isWhole) await takeManifests(look, folder, {
		entries,
		isTaken: isKustomization ? isApplication : isManifest
	});
	return entries.filter((entry) => isEntered(entry) && !(isWhole ? chartFolders.has(entry.name) : isChart && entry.name === "templates")).map((entry) => join(folder, entry.name)).filter((path) => !look.excludes(path));
}
/** Tells whether it is a library. */
async function takeChart({ files, found }, folder) {
	const { library } = await readChart(files, folder);
	(library ? found.libraries : found.charts).add(folder);
	return library;
}
function isEntered(entry) {
	if (entry.kind !== "folder" || entry.link === true) return false;
	return !entry.name.startsWith(".") && entry.name !== "node_modules";
}
async function takeManifests(look, folder, { entries, isTaken }) {
	const taken = [];
	for (const { name, kind } of entries) {
		if (name.startsWith(".") || !/\.(?:ya?ml|json)$/i.test(name) || kind === "folder" || kind === "other") continue;
		const path = join(folder, name);
		if (!look.excludes(path) && await isTaken(look.files, path)) taken.push(path);
	}
	if (taken.length > 0) look.found.manifests.set(folder, taken);
}

// src/discover/survey/survey-path.ts
function noFinds() {
	return {
		...emptySurvey(),
		named: /* @__PURE__ */ new Set(),
		single: /* @__PURE__ */ new Set(),
		problems: []
	};
}
/** Adds what one path of the call holds, or the problem with it. */
async function surveyPath(walk, finds, asked) {
	const path = resolvePath(".", asked);
	const kind = path === void 0 ? "outside" : await walk.files.kind(path);
	if (path !== void 0 && kind === "folder") return surveyFolder(walk, finds, path);
	const why = path !== void 0 && kind === "file" ? await takeFile(walk, finds, path) : kind;
	if (why !== void 0 && why !== "file" && why !== "folder") finds.problems.push({
		path: asked,
		why
	});
}
async function surveyFolder(walk, finds, path) {
	if ((await walk.files.list(path)).kind === "denied") return void finds.problems.push({
		path,
		why: "denied"
	});
	const found = await isInTemplates(walk.files, path) ? emptySurvey() : await survey(walk, path);
	finds.named.add(path);
	for (const chart of found.charts) finds.charts.add(chart);
	for (const kustomization of found.kustomizations) finds.kustomizations.add(kustomization);
	for (const [folder, files] of found.manifests) finds.manifests.set(folder, files);
	for (const [folder, why] of found.gaps) finds.gaps.set(folder, why);
	if (found.charts.size + found.kustomizations.size + found.manifests.size + found.gaps.size > 0) return;
	finds.problems.push({
		path,
		why: found.libraries.size > 0 ? "library-chart" : "no-source"
	});
}
/** Takes a named file for what it is; gives what is wrong with it. */
async function takeFile({ files }, finds, path) {
	const what = await classifyFile(files, path);
	switch (what) {
		case "chart":
			if ((await readChart(files, dirname(path))).library) return "library-chart";
			finds.charts.add(dirname(path));
			return;
		case "packaged-chart":
			finds.charts.add(path);
			return;
		case "kustomization":
			finds.named.add(dirname(path));
			finds.kustomizations.add(dirname(path));
			return;
		case "manifest":
			finds.single.add(path);
			return;
		case "not-a-manifest":
		case "denied": return what;
	}
}

// src/discover/unique-sources.ts
/**
* The same source once; sources that differ in their options alone (one chart with two `--set`) get ids of their own. A
* file that was named is left out where its folder is a source too.
*/
function uniqueSources(sources) {
	const byContent = new Map(sources.map((source) => [JSON.stringify(source), source]));
	const inFolders = new Set([...byContent.values()].flatMap((source) => isSingle(source) ? [] : filesOf(source)));
	const kept = [...byContent.values()].filter((source) => !isSingle(source) || !inFolders.has(source.path));
	const uses = /* @__PURE__ */ new Map();
	return kept.map((source) => {
		const use = (uses.get(source.id) ?? 0) + 1;
		uses.set(source.id, use);
		return use === 1 ? source : {
			...source,
			id: `${source.id}~${use}`
		};
	});
}
function isSingle(source) {
	return source.kind === "manifests" && source.files.length === 1 && source.files[0] === source.path;
}
function filesOf(source) {
	return source.kind === "manifests" ? source.files : [];
}

// src/discover/discover.ts
/**
* Everything below the paths that renders to manifests, and the sources of the configuration. Paths that give nothing
* are problems, not exceptions. Reads files; runs and fetches nothing.
*/
async function discover(request, world) {
	const { files } = world;
	const paths = request.paths.length === 0 && request.sources.length === 0 ? ["."] : request.paths;
	const finds = noFinds();
	const walk = {
		files,
		excludes: createExclude(request.exclude)
	};
	for (const path of paths) if (path !== "-") await surveyPath(walk, finds, path);
	const input = paths.includes("-") ? request.stdin ?? "" : void 0;
	if (input !== void 0 && !holdsDocument(input)) finds.problems.push({
		path: "-",
		why: "no-input"
	});
	const configured = await Promise.all(request.sources.map((entry) => configuredSource(files, entry)));
	const sources = configured.filter((found) => "id" in found);
	const absent = await Promise.all(paths.map((path) => absentSubmodules(walk, resolvePath(".", path) ?? path)));
	const found = [
		...sources,
		...await toSources(request, files, finds),
		...absent.flat(),
		...standardInput$1(input)
	];
	return {
		sources: uniqueSources(found),
		problems: [...finds.problems, ...configured.filter(isProblem)]
	};
}
function isProblem(found) {
	return !("id" in found);
}
async function toSources(request, files, finds) {
	const charts = await Promise.all([...finds.charts].map((path) => chartSources(files, path, request.chart)));
	const { sources, claimed } = await kustomizeSources(files, [...finds.kustomizations], finds.named);
	const folders = [...finds.manifests].flatMap(([folder, found]) => manifestSource(folder, found.filter((file) => !claimed.has(file))));
	const single = [...finds.single].flatMap((file) => manifestSource(file, [file]));
	const gaps = [...finds.gaps].map(([path, detail]) => gap(path, detail));
	return [
		...charts.flat(),
		...sources,
		...folders,
		...single,
		...gaps
	];
}
function manifestSource(path, files) {
	return files.length === 0 ? [] : [{
		kind: "manifests",
		id: `manifests:${path}`,
		path,
		label: path,
		files
	}];
}
function gap(path, detail) {
	return {
		kind: "unresolved",
		of: "manifests",
		why: "unreadable",
		detail,
		id: `gap:${path}`,
		path,
		label: path
	};
}
/** What a program that failed leaves in a pipe is no source: nothing but blanks, comments and markers. */
function holdsDocument(input) {
	return /^(?!---[^\S\n]*$|\.\.\.)[^\S\n]*[^\s#]/m.test(input);
}
function standardInput$1(input) {
	if (input === void 0 || !holdsDocument(input)) return [];
	return [{
		kind: "manifests",
		id: "manifests:-",
		path: "-",
		label: "standard input",
		files: [],
		input
	}];
}

// src/extract/custom-resources/below.ts
/** Each of the paths below each of the prefixes. */
function below$1(prefixes, paths) {
	return prefixes.flatMap((prefix) => paths.map((path) => `${prefix}.${path}`));
}

// src/extract/custom-resources/percona.ts
const initImages = [
	"image",
	"initImage",
	"initContainer.image"
];
const mongoMembers = ["spec.replsets[]", "spec.sharding.configsvrReplSet"].flatMap((set) => [
	"",
	".arbiter",
	".hidden",
	".nonvoting"
].map((member) => `${set}${member}`));
const sidecars = (parts) => below$1(parts, ["sidecars[]"]);
const sidecarVolumes = (parts) => below$1(parts, ["sidecarVolumes[].image.reference"]);
const postgresParts = [
	"spec.instances[]",
	"spec.backups.pgbackrest.repoHost",
	"spec.proxy.pgBouncer"
];
const mysqlParts = [
	"spec.pxc",
	"spec.haproxy",
	"spec.proxysql"
];
const mongoParts = [...mongoMembers, "spec.sharding.mongos"];
/** percona/percona-helm-charts, `charts/*-operator/crds`. */
const perconaRows = [
	{
		group: "pgv2.percona.com",
		kinds: ["PerconaPGCluster"],
		images: [
			"spec.image",
			...below$1(["spec"], [
				"initContainer.image",
				"pmm.image",
				"extensions.image",
				"proxy.pgBouncer.image"
			]),
			...below$1(["spec.backups.pgbackrest"], ["image", "initContainer.image"]),
			"spec.instances[].initContainer.image",
			...sidecarVolumes(postgresParts)
		],
		containers: [...sidecars(postgresParts), "spec.instances[].initContainers[]"]
	},
	{
		group: "pgv2.percona.com",
		kinds: ["PerconaPGUpgrade"],
		images: below$1(["spec"], [
			"image",
			"toPostgresImage",
			"toPgBouncerImage",
			"toPgBackRestImage"
		]),
		containers: ["spec.initContainers[]"]
	},
	{
		group: "pxc.percona.com",
		kinds: ["PerconaXtraDBCluster"],
		images: [
			"spec.initImage",
			...[
				"pxc",
				"haproxy",
				"proxysql",
				"pmm",
				"logcollector",
				"backup",
				"initContainer"
			].map((name) => `spec.${name}.image`),
			...sidecarVolumes(mysqlParts)
		],
		containers: sidecars(mysqlParts)
	},
	{
		group: "psmdb.percona.com",
		kinds: ["PerconaServerMongoDB"],
		images: [...below$1(["spec"], [
			"image",
			"initImage",
			"backup.image",
			"pmm.image",
			"logcollector.image"
		]), ...sidecarVolumes(mongoParts)],
		containers: sidecars(mongoParts)
	},
	{
		group: "ps.percona.com",
		kinds: ["PerconaServerMySQL"],
		images: [
			...below$1(["spec"], ["initImage", "initContainer.image"]),
			...below$1([
				"mysql",
				"proxy.haproxy",
				"proxy.router",
				"orchestrator",
				"pmm",
				"backup",
				"backup.pitr.binlogServer"
			].map((name) => `spec.${name}`), initImages),
			...below$1(["spec.toolkit"], initImages),
			...sidecarVolumes(["spec.mysql"])
		],
		containers: sidecars(["spec.mysql"])
	}
];

// src/extract/custom-resources/postgres.ts
/** cloudnative-pg/cloudnative-pg, `config/crd/bases`. */
const cloudNativePg = [
	{
		group: "postgresql.cnpg.io",
		kinds: ["Cluster"],
		images: ["spec.imageName", "spec.postgresql.extensions[].image.reference"]
	},
	{
		group: "postgresql.cnpg.io",
		kinds: ["ImageCatalog", "ClusterImageCatalog"],
		images: [
			"spec.images[].image",
			"spec.images[].extensions[].image.reference",
			"spec.componentImages[].image"
		]
	},
	{
		group: "postgresql.cnpg.io",
		kinds: ["Pooler"],
		images: ["spec.pgbouncer.image"],
		templates: ["spec.template"]
	}
];
/** zalando/postgres-operator, `charts/postgres-operator/crds`. */
const zalando = [{
	group: "acid.zalan.do",
	kinds: ["postgresql"],
	images: [
		"spec.dockerImage",
		"spec.connectionPooler.dockerImage",
		"spec.sidecars[].image"
	],
	containers: ["spec.initContainers[]"]
}, {
	group: "acid.zalan.do",
	kinds: ["OperatorConfiguration"],
	images: below$1(["configuration"], [
		"docker_image",
		"connection_pooler.connection_pooler_image",
		"logical_backup.logical_backup_docker_image",
		"scalyr.scalyr_image",
		"sidecar_docker_images.*"
	])
}];
const crunchyImages = [
	"image",
	"initContainer.image",
	"instances[].initContainer.image",
	"proxy.pgBouncer.image"
].concat([
	"backups.pgbackrest.image",
	"backups.pgbackrest.initContainer.image",
	"monitoring.pgmonitor.exporter.image"
], ["userInterface.pgAdmin.image", "instrumentation.image"], below$1([
	"instances[]",
	"proxy.pgBouncer",
	"backups.pgbackrest.repoHost"
], ["sidecarVolumes[].image.reference"]));
const crunchyContainers = ["instances[].containers[]", "proxy.pgBouncer.containers[]"].concat("backups.pgbackrest.repoHost.sidecars[]");
/** CrunchyData/postgres-operator, `config/crd/bases`; Percona's operator has the same kinds in a group of its own. */
const crunchy = ["postgres-operator.crunchydata.com", "upstream.pgv2.percona.com"].flatMap((group) => [
	{
		group,
		kinds: ["PostgresCluster"],
		images: below$1(["spec"], crunchyImages),
		containers: below$1(["spec"], crunchyContainers)
	},
	{
		group,
		kinds: ["PGAdmin"],
		images: ["spec.image", "spec.instrumentation.image"]
	},
	{
		group,
		kinds: ["PGUpgrade"],
		images: ["spec.image", "spec.toPostgresImage"],
		containers: ["spec.initContainers[]"]
	}
]);
/** Postgres by its several operators. */
const postgresRows = [
	...cloudNativePg,
	...zalando,
	...crunchy
];

// src/extract/custom-resources/databases.ts
/** rabbitmq/cluster-operator and OT-CONTAINER-KIT/redis-operator, `config/crd/bases`. */
const queues = [
	{
		group: "rabbitmq.com",
		kinds: ["RabbitmqCluster"],
		images: ["spec.image", "spec.secretBackend.vault.defaultUserUpdaterImage"],
		templates: ["spec.override.statefulSet.spec.template"]
	},
	{
		group: "redis.redis.opstreelabs.in",
		kinds: [
			"Redis",
			"RedisCluster",
			"RedisReplication",
			"RedisSentinel"
		],
		images: below$1(["spec"], [
			"kubernetesConfig.image",
			"redisExporter.image",
			"initContainer.image",
			"sidecars[].image",
			"sentinel.image"
		])
	},
	{
		group: "dragonflydb.io",
		kinds: ["Dragonfly"],
		images: ["spec.image", "spec.additionalVolumes[].image.reference"],
		containers: ["spec.initContainers[]", "spec.additionalContainers[]"]
	}
];
/** mariadb-operator/mariadb-operator, `config/crd/bases`. */
const mariadb = [{
	group: "k8s.mariadb.com",
	kinds: ["MariaDB"],
	images: below$1(["spec"], ["image", "metrics.exporter.image"].concat(below$1(["galera", "replication"], ["agent.image", "initContainer.image"]))),
	containers: ["spec.initContainers[]", "spec.sidecarContainers[]"]
}, {
	group: "k8s.mariadb.com",
	kinds: ["MaxScale"],
	images: ["spec.image", "spec.metrics.exporter.image"]
}];
const repositoryAndTag = (at) => ({
	at,
	repository: "repository",
	tag: "tag"
});
/** apache/solr-operator and pravega/zookeeper-operator, `config/crd/bases`. */
const search = [
	{
		group: "solr.apache.org",
		kinds: ["SolrCloud"],
		composed: below$1(["spec"], [
			"solrImage",
			"busyBoxImage",
			"zookeeperRef.provided.image"
		]).map(repositoryAndTag),
		containers: [...below$1(["spec.customSolrKubeOptions.podOptions"], ["initContainers[]", "sidecarContainers[]"]), ...below$1(["spec.zookeeperRef.provided"], ["initContainers[]", "containers[]"])]
	},
	{
		group: "solr.apache.org",
		kinds: ["SolrPrometheusExporter"],
		composed: below$1(["spec"], ["image", "busyBoxImage"]).map(repositoryAndTag),
		containers: below$1(["spec.customKubeOptions.podOptions"], ["initContainers[]", "sidecarContainers[]"])
	},
	{
		group: "zookeeper.pravega.io",
		kinds: ["ZookeeperCluster"],
		composed: [repositoryAndTag("spec.image")],
		containers: ["spec.containers[]", "spec.initContainers[]"]
	}
];
const scylla = {
	at: "spec",
	repository: "repository",
	tag: "version"
};
const scyllaAgent = {
	at: "spec",
	repository: "agentRepository",
	tag: "agentVersion"
};
/** k8ssandra/cass-operator, scylladb/scylla-operator, Altinity/clickhouse-operator, mongodb/mongodb-kubernetes-operator: their CRDs. */
const others$1 = [
	{
		group: "cassandra.datastax.com",
		kinds: ["CassandraDatacenter"],
		images: [
			"spec.serverImage",
			"spec.configBuilderImage",
			"spec.systemLoggerImage"
		],
		templates: ["spec.podTemplateSpec"]
	},
	{
		group: "scylla.scylladb.com",
		kinds: ["ScyllaCluster"],
		composed: [{
			...scylla,
			defaults: { repository: "docker.io/scylladb/scylla" }
		}, {
			...scyllaAgent,
			defaults: {
				repository: "docker.io/scylladb/scylla-manager-agent",
				tag: "latest"
			}
		}]
	},
	{
		group: "scylla.scylladb.com",
		kinds: ["ScyllaDBDatacenter", "ScyllaDBCluster"],
		images: ["spec.scyllaDB.image", "spec.scyllaDBManagerAgent.image"]
	},
	{
		group: "scylla.scylladb.com",
		kinds: ["ScyllaOperatorConfig"],
		images: ["spec.scyllaUtilsImage", "spec.scyllaDBNodeExporterImage"]
	},
	{
		group: "clickhouse.altinity.com",
		kinds: ["ClickHouseInstallation", "ClickHouseInstallationTemplate"],
		templates: ["spec.templates.podTemplates[]"]
	},
	{
		group: "clickhouse-keeper.altinity.com",
		kinds: ["ClickHouseKeeperInstallation"],
		templates: ["spec.templates.podTemplates[]"]
	},
	{
		group: "mongodbcommunity.mongodb.com",
		kinds: ["MongoDBCommunity"],
		templates: ["spec.statefulSet.spec.template"]
	}
];
/** Databases and queues. */
const databaseRows = [
	...postgresRows,
	...perconaRows,
	...queues,
	...mariadb,
	...search,
	...others$1
];

// src/extract/custom-resources/data-processing.ts
const strimziVolumes = (pods) => pods.map((pod) => `${pod}.volumes[].image.reference`);
/** strimzi/strimzi-kafka-operator, `packaging/install/cluster-operator`. What Connect builds is not there before. */
const strimzi = [
	{
		group: "kafka.strimzi.io",
		kinds: ["Kafka"],
		images: [
			...below$1(["spec"], [
				"kafka.image",
				"kafka.brokerRackInitImage",
				"cruiseControl.image",
				"kafkaExporter.image"
			]),
			...below$1(["spec.entityOperator"], ["topicOperator.image", "userOperator.image"]),
			...strimziVolumes(below$1(["spec"], [
				"kafka",
				"entityOperator",
				"cruiseControl",
				"kafkaExporter"
			].map((part) => `${part}.template.pod`)))
		]
	},
	{
		group: "kafka.strimzi.io",
		kinds: ["KafkaNodePool"],
		images: strimziVolumes(["spec.template.pod"])
	},
	{
		group: "kafka.strimzi.io",
		kinds: [
			"KafkaConnect",
			"KafkaMirrorMaker2",
			"KafkaBridge"
		],
		images: [...below$1(["spec"], [
			"image",
			"clientRackInitImage",
			"plugins[].artifacts[].reference"
		]), ...strimziVolumes(["spec.template.pod", "spec.template.buildPod"])]
	}
];
const sparkImages = [
	"image",
	"driver.image",
	"executor.image",
	"volumes[].image.reference"
];
const sparkContainers = below$1(["driver", "executor"], ["initContainers[]", "sidecars[]"]);
/** kubeflow/spark-operator and apache/flink-kubernetes-operator, their `crds` folders. */
const spark = [
	{
		group: "sparkoperator.k8s.io",
		kinds: ["SparkApplication"],
		images: below$1(["spec"], sparkImages),
		containers: below$1(["spec"], sparkContainers)
	},
	{
		group: "sparkoperator.k8s.io",
		kinds: ["ScheduledSparkApplication"],
		images: below$1(["spec.template"], sparkImages),
		containers: below$1(["spec.template"], sparkContainers)
	},
	{
		group: "sparkoperator.k8s.io",
		kinds: ["SparkConnect"],
		images: ["spec.image"]
	}
];
const flinkTemplates = [
	"podTemplate",
	"jobManager.podTemplate",
	"taskManager.podTemplate"
];
const flink = [{
	group: "flink.apache.org",
	kinds: ["FlinkDeployment"],
	images: ["spec.image"],
	templates: below$1(["spec"], flinkTemplates)
}, {
	group: "flink.apache.org",
	kinds: ["FlinkBlueGreenDeployment"],
	images: ["spec.template.spec.image"],
	templates: below$1(["spec.template.spec"], flinkTemplates)
}];
/** Streams and batches of data. */
const dataProcessingRows = [
	...strimzi,
	...spark,
	...flink
];

// src/extract/custom-resources/elastic.ts
const kindsByGroup = {
	kibana: "Kibana",
	apm: "ApmServer",
	enterprisesearch: "EnterpriseSearch",
	logstash: "Logstash",
	maps: "ElasticMapsServer",
	packageregistry: "PackageRegistry",
	autoops: "AutoOpsAgentPolicy"
};
/** elastic/cloud-on-k8s, `config/crds/v1/resources`. Without `image` the operator derives it from `version`. */
const elasticRows = [
	{
		group: "elasticsearch.k8s.elastic.co",
		kinds: ["Elasticsearch"],
		images: ["spec.image"],
		templates: ["spec.nodeSets[].podTemplate"]
	},
	...Object.entries(kindsByGroup).map(([group, kind]) => ({
		group: `${group}.k8s.elastic.co`,
		kinds: [kind],
		images: ["spec.image"],
		templates: ["spec.podTemplate"]
	})),
	...Object.entries({
		agent: "Agent",
		beat: "Beat"
	}).map(([group, kind]) => ({
		group: `${group}.k8s.elastic.co`,
		kinds: [kind],
		images: ["spec.image"],
		templates: [
			"deployment",
			"daemonSet",
			"statefulSet"
		].map((name) => `spec.${name}.podTemplate`)
	}))
];

// src/extract/custom-resources/infrastructure.ts
/** rook/rook `deploy/examples/crds.yaml`, longhorn/longhorn `chart/templates/crds.yaml`, minio/operator `crds`. */
const storage = [
	{
		group: "ceph.rook.io",
		kinds: ["CephCluster"],
		images: ["spec.cephVersion.image"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephNFS"],
		images: ["spec.server.image", "spec.security.sssd.sidecar.image"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephCOSIDriver"],
		images: ["spec.image", "spec.objectProvisionerImage"]
	},
	{
		group: "ceph.rook.io",
		kinds: ["CephNVMeOFGateway"],
		images: ["spec.image"]
	},
	{
		group: "longhorn.io",
		kinds: [
			"EngineImage",
			"Engine",
			"Replica",
			"Volume",
			"InstanceManager",
			"ShareManager",
			"BackingImageManager"
		],
		images: ["spec.image"]
	},
	{
		group: "minio.min.io",
		kinds: ["Tenant"],
		images: [
			"spec.image",
			"spec.kes.image",
			"spec.additionalVolumes[].image.reference"
		],
		containers: ["spec.initContainers[]"],
		pods: ["spec.sideCars"]
	}
];
const disks = ["volumes[].containerDisk.image", "domain.firmware.kernelBoot.container.image"];
/** kubevirt/api `core/v1/schema.go`: the disk is a container beside the machine's own. */
const machines = [{
	group: "kubevirt.io",
	kinds: ["VirtualMachineInstance"],
	images: below$1(["spec"], disks)
}, {
	group: "kubevirt.io",
	kinds: ["VirtualMachine", "VirtualMachineInstanceReplicaSet"],
	images: below$1(["spec.template.spec"], disks)
}];
/** actions/actions-runner-controller, in the `crds` of its charts. */
const runners = [
	{
		group: "actions.github.com",
		kinds: [
			"AutoscalingRunnerSet",
			"EphemeralRunnerSet",
			"EphemeralRunner"
		],
		templates: [
			"spec.template",
			"spec.listenerTemplate",
			"spec.ephemeralRunnerSpec",
			"spec"
		]
	},
	{
		group: "actions.github.com",
		kinds: ["AutoscalingListener"],
		images: ["spec.image"],
		templates: ["spec.template"]
	},
	{
		group: "actions.summerwind.dev",
		kinds: ["RunnerDeployment", "RunnerReplicaSet"],
		images: ["spec.template.spec.image"],
		containers: ["spec.template.spec.sidecarContainers[]"],
		pods: ["spec.template.spec"]
	},
	{
		group: "actions.summerwind.dev",
		kinds: ["Runner"],
		images: ["spec.image"],
		containers: ["spec.sidecarContainers[]"],
		pods: ["spec"]
	},
	{
		group: "actions.summerwind.dev",
		kinds: ["RunnerSet"],
		images: ["spec.image"],
		templates: ["spec.template"]
	}
];
/** crossplane/crossplane, `cluster/crds`: a package is an image that the package's pod runs. */
const crossplane = [
	{
		group: "pkg.crossplane.io",
		kinds: ["Provider", "Function"],
		images: ["spec.package"]
	},
	{
		group: "pkg.crossplane.io",
		kinds: ["ProviderRevision", "FunctionRevision"],
		images: ["spec.image"]
	},
	{
		group: "pkg.crossplane.io",
		kinds: ["DeploymentRuntimeConfig"],
		templates: ["spec.deploymentTemplate.spec.template"]
	}
];
const envoyKinds = ["envoyDeployment", "envoyDaemonSet"].map((kind) => `spec.provider.kubernetes.${kind}`);
/** envoyproxy/gateway `charts/gateway-helm/crds`, keycloak/keycloak-k8s-resources `kubernetes`. */
const doors = [{
	group: "gateway.envoyproxy.io",
	kinds: ["EnvoyProxy"],
	images: below$1(envoyKinds, ["container.image", "pod.volumes[].image.reference"]),
	containers: below$1(envoyKinds, ["initContainers[]"])
}, {
	group: "k8s.keycloak.org",
	kinds: ["Keycloak"],
	images: ["spec.image"],
	templates: ["spec.unsupported.podTemplate"]
}];
/** Storage, machines, runners, control planes and gateways. */
const infrastructureRows = [
	...storage,
	...machines,
	...runners,
	...crossplane,
	...doors
];

// src/extract/custom-resources/machine-learning.ts
const replicatedJobs = "spec.replicatedJobs[].template.spec.template";
/** kubeflow/notebooks, training-operator and trainer, their CRD manifests. */
const kubeflow = [
	{
		group: "kubeflow.org",
		kinds: ["Notebook"],
		templates: ["spec.template"]
	},
	{
		group: "kubeflow.org",
		kinds: ["PVCViewer"],
		pods: ["spec.podSpec"]
	},
	{
		group: "kubeflow.org",
		kinds: ["PodDefault"],
		containers: ["spec.sidecars[]", "spec.initContainers[]"]
	},
	...Object.entries({
		MPIJob: "mpi",
		PyTorchJob: "pytorch",
		TFJob: "tf",
		XGBoostJob: "xgb",
		PaddleJob: "paddle",
		JAXJob: "jax"
	}).map(([kind, name]) => ({
		group: "kubeflow.org",
		kinds: [kind],
		templates: [`spec.${name}ReplicaSpecs.*.template`]
	})),
	...["trainer.kubeflow.org", "kubeflow.org"].flatMap((group) => [{
		group,
		kinds: ["TrainJob"],
		images: ["spec.trainer.image", "spec.podSpecOverrides[].volumes[].image.reference"],
		templates: [`spec.runtimePatches[].trainingRuntimeSpec.template.${replicatedJobs}`]
	}, {
		group,
		kinds: ["TrainingRuntime", "ClusterTrainingRuntime"],
		templates: [`spec.template.${replicatedJobs}`]
	}])
];
const rayCluster = (at) => ({
	templates: below$1([at], ["headGroupSpec.template", "workerGroupSpecs[].template"]),
	images: below$1([at], ["autoscalerOptions.image", "historyServerOptions.collectorOptions.image"])
});
function rayJob(at) {
	const { templates, images } = rayCluster(`${at}.rayClusterSpec`);
	return {
		templates: [...templates, `${at}.submitterPodTemplate`],
		images
	};
}
/** ray-project/kuberay, `ray-operator/config/crd/bases`. */
const ray = [
	{
		group: "ray.io",
		kinds: ["RayCluster"],
		...rayCluster("spec")
	},
	{
		group: "ray.io",
		kinds: ["RayJob"],
		...rayJob("spec")
	},
	{
		group: "ray.io",
		kinds: ["RayCronJob"],
		...rayJob("spec.jobTemplate")
	},
	{
		group: "ray.io",
		kinds: ["RayService"],
		...rayCluster("spec.rayClusterConfig")
	}
];
const frameworks = [
	"model",
	"sklearn",
	"xgboost",
	"pytorch",
	"tensorflow",
	"triton",
	"onnx",
	"huggingface"
].concat("lightgbm", "paddle", "pmml");
/** kserve/kserve, `config/crd/full`. */
const kserve = [
	{
		group: "serving.kserve.io",
		kinds: ["InferenceService"],
		pods: below$1(["spec"], [
			"predictor",
			"transformer",
			"explainer",
			"predictor.workerSpec"
		]),
		containers: [...below$1(["spec.predictor"], frameworks), "spec.explainer.art"]
	},
	{
		group: "serving.kserve.io",
		kinds: ["ServingRuntime", "ClusterServingRuntime"],
		pods: ["spec", "spec.workerSpec"]
	},
	{
		group: "serving.kserve.io",
		kinds: ["ClusterStorageContainer"],
		containers: ["spec.container"]
	},
	{
		group: "serving.kserve.io",
		kinds: ["LLMInferenceService", "LLMInferenceServiceConfig"],
		pods: below$1(["spec"], [
			"template",
			"worker",
			"prefill.template",
			"prefill.worker",
			"router.scheduler.template"
		])
	}
];
const gpuParts = [
	"validator",
	"toolkit",
	"devicePlugin",
	"dcgm",
	"dcgmExporter",
	"gfd",
	"migManager"
].concat([
	"nodeStatusExporter",
	"sandboxDevicePlugin",
	"kataSandboxDevicePlugin",
	"vfioManager",
	"vgpuDeviceManager",
	"kataManager",
	"ccManager"
], [
	"operator.initContainer",
	"driver.manager",
	"vfioManager.driverManager",
	"vgpuManager.driverManager"
]);
const gpuImage = (name) => ({
	at: `spec.${name}`,
	registry: "repository",
	repository: "image",
	tag: "version"
});
/**
* NVIDIA/gpu-operator, `api/nvidia/v1`: a version may be a digest. The drivers themselves are left out, since the tag
* of each depends on the system of the node.
*/
const nvidia = [
	{
		group: "nvidia.com",
		kinds: ["ClusterPolicy"],
		composed: gpuParts.map(gpuImage)
	},
	{
		group: "nvidia.com",
		kinds: ["GPUCluster"],
		composed: [
			"dcgm",
			"dcgmExporter",
			"draDriver"
		].map(gpuImage)
	},
	{
		group: "nvidia.com",
		kinds: ["NVIDIADriver"],
		composed: [gpuImage("manager")]
	}
];
/** Training and serving of models. */
const machineLearningRows = [
	...kubeflow,
	...ray,
	...kserve,
	...nvidia
];

// src/extract/custom-resources/logging.ts
const composed = (paths) => paths.map((at) => ({
	at,
	repository: "repository",
	tag: "tag"
}));
const fluentbit = [
	"image",
	"bufferVolumeImage",
	"configHotReload.image"
];
const fluentd = [
	"image",
	"configReloaderImage",
	"volumeModImage",
	"bufferVolumeImage"
].concat("scaling.drain.image", "scaling.drain.pauseImage");
const syslog = [
	"syslogNGImage",
	"configReloadImage",
	"metricsExporterImage",
	"bufferVolumeMetricsImage"
];
/** kube-logging/logging-operator, `charts/logging-operator/charts/logging-operator-crds`. */
const loggingOperator = [
	{
		group: "logging.banzaicloud.io",
		kinds: ["Logging"],
		composed: [
			...composed(below$1(["spec.fluentbit"], fluentbit)),
			...composed(below$1(["spec.fluentd"], fluentd)),
			...composed(below$1(["spec.syslogNG"], syslog))
		],
		containers: ["spec.fluentd.sidecarContainers[]"],
		templates: ["spec.syslogNG.statefulSet.spec.template"],
		pods: ["spec.syslogNG.configCheckPod"]
	},
	{
		group: "logging.banzaicloud.io",
		kinds: ["FluentbitAgent"],
		composed: composed(below$1(["spec"], fluentbit))
	},
	{
		group: "logging.banzaicloud.io",
		kinds: ["FluentdConfig"],
		composed: composed(below$1(["spec"], fluentd)),
		containers: ["spec.sidecarContainers[]"]
	},
	{
		group: "logging.banzaicloud.io",
		kinds: ["SyslogNGConfig"],
		composed: composed(below$1(["spec"], syslog)),
		templates: ["spec.statefulSet.spec.template"],
		pods: ["spec.configCheckPod"]
	},
	{
		group: "logging-extensions.banzaicloud.io",
		kinds: ["EventTailer"],
		composed: composed(["spec.image"])
	},
	{
		group: "logging-extensions.banzaicloud.io",
		kinds: ["HostTailer"],
		composed: composed(["spec.fileTailers[].image", "spec.systemdTailers[].image"])
	}
];
/** fluent/fluent-operator, `charts/fluent-operator-*-crds`. */
const fluentOperator = [{
	group: "fluentbit.fluent.io",
	kinds: ["FluentBit", "Collector"],
	images: ["spec.image", "spec.volumes[].image.reference"],
	containers: ["spec.initContainers[]"]
}, {
	group: "fluentd.fluent.io",
	kinds: ["Fluentd"],
	images: ["spec.image", "spec.volumes[].image.reference"]
}];
/** Collectors of logs. */
const loggingRows = [...loggingOperator, ...fluentOperator];

// src/extract/custom-resources/observability.ts
const patched = ["spec.containers[]", "spec.initContainers[]"];
const base$1 = {
	at: "spec",
	repository: "baseImage",
	tag: "tag",
	digest: "sha",
	unless: "image"
};
/** prometheus-operator/prometheus-operator, `example/prometheus-operator-crd`; its containers are merge patches. */
const prometheus = [{
	group: "monitoring.coreos.com",
	kinds: ["Prometheus"],
	images: ["spec.image", "spec.thanos.image"],
	containers: patched,
	composed: [base$1, {
		...base$1,
		at: "spec.thanos"
	}]
}, {
	group: "monitoring.coreos.com",
	kinds: [
		"PrometheusAgent",
		"Alertmanager",
		"ThanosRuler"
	],
	images: ["spec.image"],
	containers: patched,
	composed: [base$1]
}];
/** open-telemetry/opentelemetry-operator, jaegertracing/jaeger-operator and grafana/grafana-operator, `config/crd/bases`. */
const telemetry = [
	{
		group: "opentelemetry.io",
		kinds: ["OpenTelemetryCollector"],
		images: [
			"spec.image",
			"spec.targetAllocator.image",
			"spec.volumes[].image.reference"
		],
		containers: ["spec.initContainers[]", "spec.additionalContainers[]"]
	},
	{
		group: "opentelemetry.io",
		kinds: ["TargetAllocator"],
		images: ["spec.image", "spec.volumes[].image.reference"],
		containers: ["spec.initContainers[]", "spec.additionalContainers[]"]
	},
	{
		group: "opentelemetry.io",
		kinds: ["OpAMPBridge"],
		images: ["spec.image", "spec.volumes[].image.reference"]
	},
	{
		group: "opentelemetry.io",
		kinds: ["Instrumentation"],
		images: [...[
			"java",
			"nodejs",
			"python",
			"dotnet",
			"go",
			"apacheHttpd",
			"nginx"
		].map((name) => `spec.${name}.image`), "spec.java.extensions[].image"]
	},
	{
		group: "jaegertracing.io",
		kinds: ["Jaeger"],
		images: [
			...below$1(["spec"], [
				"agent.image",
				"allInOne.image",
				"collector.image",
				"ingester.image",
				"query.image"
			]),
			...below$1(["spec.storage"], [
				"cassandraCreateSchema.image",
				"dependencies.image",
				"esIndexCleaner.image"
			]),
			...below$1(["spec.storage"], [
				"esRollover.image",
				"elasticsearch.image",
				"grpcPlugin.image"
			])
		]
	},
	{
		group: "grafana.integreatly.org",
		kinds: ["Grafana"],
		templates: ["spec.deployment.spec.template"]
	},
	{
		group: "monitoring.grafana.com",
		kinds: ["GrafanaAgent"],
		images: ["spec.image", "spec.configReloaderImage"],
		containers: patched
	},
	{
		group: "k6.io",
		kinds: ["PrivateLoadZone"],
		images: ["spec.image"]
	},
	{
		group: "k6.io",
		kinds: ["TestRun", "K6"],
		images: below$1([
			"spec.initializer",
			"spec.runner",
			"spec.starter"
		], ["image", "volumes[].image.reference"]),
		containers: [
			"initializer",
			"runner",
			"starter"
		].map((pod) => `spec.${pod}.initContainers[]`)
	}
];
const victoria = (at) => ({
	at: `${at}.image`,
	repository: "repository",
	tag: "tag"
});
const clusterParts = [
	"vm",
	"vl",
	""
].flatMap((name) => [
	"select",
	"insert",
	"storage"
].map((role) => `spec.${name}${role}`));
const agentsOfZones = below$1(["spec.zoneCommon", "spec.zones[]"], ["vmagent.spec", "vlagent.spec"]);
/** VictoriaMetrics/operator, `config/crd/overlay`. */
const victoriaMetrics = [
	{
		group: "operator.victoriametrics.com",
		kinds: [
			"VMSingle",
			"VMAgent",
			"VMAlert",
			"VMAlertmanager",
			"VMAuth",
			"VLSingle",
			"VLAgent",
			"VTSingle",
			"VLogs"
		],
		composed: [victoria("spec"), victoria("spec.vmBackup")],
		images: ["spec.configReloaderImage"],
		containers: patched
	},
	{
		group: "operator.victoriametrics.com",
		kinds: [
			"VMCluster",
			"VLCluster",
			"VTCluster"
		],
		composed: [...clusterParts.map(victoria), victoria("spec.vmstorage.vmBackup")],
		containers: below$1(clusterParts, ["containers[]", "initContainers[]"])
	},
	{
		group: "operator.victoriametrics.com",
		kinds: ["VMAnomaly"],
		composed: [victoria("spec")],
		containers: patched
	},
	{
		group: "operator.victoriametrics.com",
		kinds: ["VMDistributed", "VLDistributed"],
		images: ["spec.vmauth.spec.configReloaderImage"],
		composed: [victoria("spec.vmauth.spec"), ...agentsOfZones.map(victoria)],
		containers: below$1(["spec.vmauth.spec", ...agentsOfZones], ["containers[]", "initContainers[]"])
	}
];
/** Metrics, logs and traces. */
const observabilityRows = [
	...prometheus,
	...telemetry,
	...victoriaMetrics,
	...loggingRows
];

// src/extract/custom-resources/workflows.ts
const argoContainers = below$1(["templates[]", "templateDefaults"], [
	"container",
	"script",
	"initContainers[]",
	"sidecars[]",
	"containerSet.containers[]"
]);
const argoVolumes = [
	"",
	"templates[].",
	"templateDefaults."
].map((at) => `${at}volumes[].image.reference`);
/** argoproj/argo-workflows and argo-rollouts, `manifests/base/crds/full` and `manifests/crds`. */
const argo = [
	{
		group: "argoproj.io",
		kinds: [
			"Workflow",
			"WorkflowTemplate",
			"ClusterWorkflowTemplate"
		],
		containers: below$1(["spec"], argoContainers),
		images: below$1(["spec"], argoVolumes)
	},
	{
		group: "argoproj.io",
		kinds: ["CronWorkflow"],
		containers: below$1(["spec.workflowSpec"], argoContainers),
		images: below$1(["spec.workflowSpec"], argoVolumes)
	},
	{
		group: "argoproj.io",
		kinds: ["Rollout"],
		templates: ["spec.template"]
	},
	{
		group: "argoproj.io",
		kinds: ["Experiment"],
		templates: ["spec.templates[].template"]
	},
	{
		group: "argoproj.io",
		kinds: [
			"AnalysisTemplate",
			"ClusterAnalysisTemplate",
			"AnalysisRun"
		],
		templates: ["spec.metrics[].provider.job.spec.template"]
	}
];
const tektonTask = [
	"steps[]",
	"stepTemplate",
	"sidecars[]"
];
const tektonPipeline = below$1(["tasks[].taskSpec", "finally[].taskSpec"], tektonTask);
/** tektoncd/pipeline, `config/300-crds`. */
const tekton = [
	{
		group: "tekton.dev",
		kinds: ["Task", "ClusterTask"],
		containers: below$1(["spec"], tektonTask)
	},
	{
		group: "tekton.dev",
		kinds: ["StepAction"],
		containers: ["spec"]
	},
	{
		group: "tekton.dev",
		kinds: ["Pipeline"],
		containers: below$1(["spec"], tektonPipeline)
	},
	{
		group: "tekton.dev",
		kinds: ["PipelineRun"],
		containers: below$1(["spec.pipelineSpec"], tektonPipeline)
	},
	{
		group: "tekton.dev",
		kinds: ["TaskRun"],
		containers: below$1(["spec.taskSpec"], tektonTask)
	}
];
/** knative/serving `config/core/300-resources`, kedacore/keda `config/crd/bases`. */
const serverless = [
	{
		group: "serving.knative.dev",
		kinds: ["Service", "Configuration"],
		templates: ["spec.template"]
	},
	{
		group: "serving.knative.dev",
		kinds: ["Revision"],
		pods: ["spec"]
	},
	{
		group: "caching.internal.knative.dev",
		kinds: ["Image"],
		images: ["spec.image"]
	},
	{
		group: "keda.sh",
		kinds: ["ScaledJob"],
		templates: ["spec.jobTargetRef.template"]
	}
];
/** openkruise/kruise, volcano-sh/volcano, kubernetes-sigs/jobset and lws: `config/crd/bases`. */
const workloads = [
	{
		group: "apps.kruise.io",
		kinds: [
			"CloneSet",
			"StatefulSet",
			"DaemonSet",
			"BroadcastJob"
		],
		templates: ["spec.template"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["UnitedDeployment"],
		templates: below$1(["spec.template"], [
			"statefulSetTemplate",
			"advancedStatefulSetTemplate",
			"cloneSetTemplate",
			"deploymentTemplate"
		].map((name) => `${name}.spec.template`))
	},
	{
		group: "apps.kruise.io",
		kinds: ["AdvancedCronJob"],
		templates: ["spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["SidecarSet"],
		containers: ["spec.containers[]", "spec.initContainers[]"],
		images: ["containers", "initContainers"].map((list) => `spec.${list}[].upgradeStrategy.hotUpgradeEmptyImage`)
	},
	{
		group: "apps.kruise.io",
		kinds: ["ImagePullJob"],
		images: ["spec.image"]
	},
	{
		group: "apps.kruise.io",
		kinds: ["ImageListPullJob"],
		images: ["spec.images[]"]
	},
	{
		group: "batch.volcano.sh",
		kinds: ["Job"],
		templates: ["spec.tasks[].template"]
	},
	{
		group: "jobset.x-k8s.io",
		kinds: ["JobSet"],
		templates: ["spec.replicatedJobs[].template.spec.template"]
	},
	{
		group: "leaderworkerset.x-k8s.io",
		kinds: ["LeaderWorkerSet"],
		templates: ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"]
	}
];
/** Workflows, jobs and other ways to run pods. */
const workflowRows = [
	...argo,
	...tekton,
	...serverless,
	...workloads
];

// src/extract/custom-resources/table.ts
/** Every kind that is known by itself to name images. */
const knownResources = [
	...workflowRows,
	...databaseRows,
	...observabilityRows,
	...elasticRows,
	...dataProcessingRows,
	...machineLearningRows,
	...infrastructureRows
];
const knownKinds = new Set(knownResources.flatMap(({ group, kinds }) => kinds.map((kind) => `${group}/${kind}`)));
/** The table of some rows; several rows of one kind add up. */
function resourceTable(all) {
	const groups = /* @__PURE__ */ new Map();
	const rows = /* @__PURE__ */ new Map();
	for (const row of all) for (const kind of row.kinds) {
		push(groups, kind, row.group);
		push(rows, `${row.group}/${kind}`, row);
	}
	return {
		groupsWithKind: (kind) => groups.get(kind) ?? [],
		rowsFor: (group, kind) => rows.get(`${group}/${kind}`) ?? [],
		isKnown: (group, kind) => knownKinds.has(`${group}/${kind}`)
	};
}
function push(lists, key, value) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [value]);
	else list.push(value);
}
const knownTable = resourceTable(knownResources);
/** The table with the rows that a person adds. */
function resourcesWith(added = []) {
	return added.length === 0 ? knownTable : resourceTable([...knownResources, ...added]);
}

// src/judge/placed-draft.ts
/** Where a source is to be edited, as far as nothing nearer is known. */
function placeOf$5({ definedAt, path }) {
	return definedAt ?? { file: path };
}

// src/judge/unchecked/image-like-strings.ts
/** So many are told one by one. */
const mostStrings = 200;
/** Texts that look like images, each once; what is checked as an image elsewhere in the run is no news. */
function imageLikeStrings(inventory, rendered) {
	const sources = new Map(rendered.map(({ source }) => [source.id, source]));
	const strings = uncheckedStrings(inventory);
	const drafts = strings.slice(0, mostStrings).flatMap((use) => {
		const source = sources.get(use.source);
		return source === void 0 ? [] : [draft({ reference: use.image }, stringPlace(use, source))];
	});
	const more = strings.length - mostStrings;
	return more > 0 ? [...drafts, draft({ count: more }, void 0)] : drafts;
}
const mostChecked = 1e3;
/** The inventory in which texts that look like images are uses too, every place of them; the rest stays a text. */
function withStringsAsUses(inventory) {
	const { uses, imageLike = [] } = inventory;
	const known = new Set(uses.map(({ image }) => image));
	const wanted = [...new Map(imageLike.map((use) => [JSON.stringify([use.key, use.image]), use])).values()].filter(({ image }) => !known.has(image)).slice(0, mostChecked);
	return {
		...inventory,
		uses: [...uses, ...wanted]
	};
}
/** The first place of each text that looks like an image and is none of the images that are checked. */
function uncheckedStrings({ uses, imageLike = [] }) {
	const checked = new Set(uses.map(({ image }) => image));
	return [...new Map(imageLike.toReversed().map((use) => [use.image, use])).values()].filter(({ image }) => !checked.has(image)).toReversed();
}
function draft(args, place) {
	return {
		code: "image-like-string",
		verdict: "not-checked",
		ofImage: false,
		args,
		place
	};
}
/** The line of the text where the document stands in a file as it is. */
function stringPlace({ document: { origin, text }, image }, source) {
	if (origin.file === void 0) return placeOf$5(source);
	const above = text.slice(0, Math.max(text.indexOf(image), 0)).split("\n").length - 1;
	return {
		file: origin.file,
		line: origin.verbatim ? origin.line + above : void 0
	};
}

// src/judge/unchecked/coverage.ts
/** What was not looked at, and why: failed and unresolved sources, unreadable documents, nothing found at all. */
function coverage(rendered, inventory, problems) {
	const charts = renderedCharts(rendered);
	const drafts = [
		...rendered.flatMap((source) => ofSource(source, charts)),
		...rendered.flatMap(gapsOf),
		...variableImages(inventory, rendered),
		...imageLikeStrings(inventory, rendered),
		...inventory.unreadable.map((document) => unreadableDocument(document, rendered)),
		...problems.map(missedPath)
	];
	return isEmpty(rendered, inventory) ? [...drafts, nothingFound(rendered.length)] : drafts;
}
/** What could not be read may hold the images, and is what to mend first. */
function isEmpty(rendered, { unreadable, uses, variableImages = [] }) {
	if (uses.length + unreadable.length + variableImages.length > 0) return false;
	return rendered.some(({ kind }) => kind === "rendered");
}
function nothingFound(count) {
	return {
		...base,
		code: "no-images-found",
		args: { count }
	};
}
/** Parts of what is delivered that can't be known here. */
function gapsOf({ source }) {
	if (!("gaps" in source)) return [];
	return source.gaps.map(({ why, detail }) => ({
		...base,
		code: "unresolved-source",
		args: {
			path: source.label,
			reason: why,
			detail
		},
		place: placeOf$5(source)
	}));
}
function variableImages({ variableImages: images = [] }, rendered) {
	const sources = new Map(rendered.map(({ source }) => [source.id, source]));
	return images.flatMap(({ source: id, image }) => {
		const source = sources.get(id);
		if (source === void 0) return [];
		const args = {
			path: source.label,
			reason: "variables-elsewhere",
			detail: image
		};
		return [{
			...base,
			code: "unresolved-source",
			args,
			place: placeOf$5(source)
		}];
	});
}
const base = {
	verdict: "not-checked",
	ofImage: false
};
/** Paths of the charts that render with one set of values at least. */
function renderedCharts(rendered) {
	return new Set(rendered.flatMap(({ kind, source }) => {
		const { kind: by, path } = "inner" in source ? source.inner : source;
		return kind === "rendered" && by === "helm" ? path : [];
	}));
}
function ofSource(rendered, charts) {
	switch (rendered.kind) {
		case "failed": return [failedSource(rendered, charts)];
		case "skipped": return [skippedSource(rendered)];
		case "rendered": return rendered.unreadable.map(({ file, why }) => ({
			...base,
			code: "unreadable-document",
			args: {
				path: file,
				reason: why
			},
			place: { file }
		}));
	}
}
function failedSource({ source, failure }, charts) {
	const { why, detail, file, line } = failure;
	const args = {
		path: source.label,
		reason: why,
		detail
	};
	const severity = isOneOfSeveral(source, charts) ? "warning" : void 0;
	return {
		...base,
		code: "render-failed",
		args,
		severity,
		place: file === void 0 ? placeOf$5(source) : {
			file,
			line
		}
	};
}
/**
* A chart that wants more values than its own (`required`) renders with another of its sets; and what only looks like a
* set of values may be a part of one.
*/
function isOneOfSeveral(source, charts) {
	if (source.kind !== "helm") return false;
	return source.byConvention === true || source.options.values.length === 0 && charts.has(source.path);
}
function skippedSource({ source }) {
	const [reason, detail] = source.kind === "unresolved" ? [source.why, source.detail] : ["no-program", ""];
	const args = {
		path: source.label,
		reason,
		detail
	};
	return {
		...base,
		code: "unresolved-source",
		args,
		place: placeOf$5(source)
	};
}
function unreadableDocument({ line, column, detail, source: id, why, ...at }, rendered) {
	const source = rendered.map((each) => each.source).find((each) => each.id === id);
	const file = at.file ?? (id === standardInput ? "-" : void 0);
	const isFilled = source !== void 0 && "substitution" in source && source.substitution !== void 0;
	return {
		...base,
		code: "unreadable-document",
		args: {
			path: file ?? source?.label ?? id,
			reason: why ?? (isFilled ? "variables" : "syntax"),
			detail
		},
		place: file === void 0 ? source && placeOf$5(source) : {
			file,
			line,
			column
		}
	};
}
const standardInput = "manifests:-";
function missedPath({ path, why }) {
	return {
		code: "unresolved-source",
		verdict: "not-checked",
		ofImage: false,
		args: {
			path,
			reason: why
		},
		place: void 0
	};
}

// src/registry/content/media-types.ts
const indexes = /* @__PURE__ */ new Set(["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"]);
const manifests = /* @__PURE__ */ new Set(["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"]);
const schemaOne = /* @__PURE__ */ new Set(["application/vnd.docker.distribution.manifest.v1+json", "application/vnd.docker.distribution.manifest.v1+prettyjws"]);
/** All types of manifests: where one is missing, distribution says 404 for an image that is there. */
const acceptManifests = [
	...manifests,
	...indexes,
	...schemaOne,
	"*/*"
].join(", ");
/** What a media type stands for. A plain text is taken for schema 1, as containerd does (resolver.go). */
function kindOfMediaType(mediaType) {
	if (indexes.has(mediaType)) return "index";
	if (manifests.has(mediaType)) return "manifest";
	return schemaOne.has(mediaType) || mediaType === "text/plain" ? "schema-1" : "other";
}
const others = /* @__PURE__ */ new Set([
	"application/vnd.oci.image.config.v1+json",
	"application/vnd.oci.image.layer.v1.tar",
	"application/vnd.oci.image.layer.v1.tar+gzip",
	"application/vnd.oci.image.layer.v1.tar+zstd",
	"application/vnd.docker.container.image.v1+json",
	"application/vnd.docker.image.rootfs.diff.tar.gzip"
]);
/** Whether all the world knows a media type, so that it is nobody's secret. */
function isKnownType(text) {
	return others.has(text) || kindOfMediaType(text) !== "other";
}

// src/judge/subject.ts
/** The facts that every finding about an image names. */
function subject({ reference }) {
	if (reference.kind === "reference-error") return { reference: reference.written };
	return {
		reference: reference.normalized,
		registry: reference.domain,
		repository: reference.path,
		tag: reference.tag ?? (reference.digest === null ? "latest" : void 0),
		digest: reference.digest ?? void 0
	};
}

// src/judge/content/drift.ts
/** A tag that no longer stands for the digest that is written with it. */
function drift(plan, { content, tagNow }) {
	if (content === void 0 || tagNow?.kind !== "found") return [];
	const { digest, mediaType } = tagNow.value;
	const { manifest } = content;
	if (digest === manifest.digest) return [];
	if (manifest.kind !== "index" && kindOfMediaType(mediaType) === "index") return [];
	return [{
		code: "tag-digest-drift",
		verdict: "pullable",
		args: {
			...subject(plan),
			tagDigest: digest
		},
		answers: [tagNow]
	}];
}

// src/judge/policy/ignore.ts
/** Compiles ignore rules; `today` is an ISO date. The image is a glob over its name or the whole reference. */
function ignoreMatcher(rules, today) {
	const compiled = rules.filter((rule) => rule.expires === void 0 || rule.expires >= today).map((rule) => ({
		rule,
		matches: compileGlob(rule.image, "anything")
	}));
	return (code, reference) => compiled.find(({ rule, matches }) => (rule.code ?? code) === code && spellings(reference).some((text) => matches(text)))?.rule;
}
function spellings(reference) {
	if (reference.kind === "reference-error") return [reference.written];
	const name = `${reference.domain}/${reference.path}`;
	const writtenName = reference.written.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
	return [
		reference.written,
		writtenName,
		reference.normalized,
		name
	];
}

// src/judge/policy/ignore-notes.ts
/** The rules that do nothing; `today` is an ISO date. Without `used` nothing was asked, so only dates can be told. */
function ignoreNotes(rules, today, used) {
	return rules.flatMap((rule) => {
		if (rule.expires !== void 0 && rule.expires < today) return [{
			why: "expired",
			rule
		}];
		return used === void 0 || used.has(rule) ? [] : [{
			why: "unmatched",
			rule
		}];
	});
}

// src/judge/access/absence.ts
/**
* What exactly is missing when a registry says 404. Most registries word a missing tag and a missing repository alike,
* so the tag list decides; without it the repository is only said to be missing if the registry's code says so.
*/
function absence(plan, absent, evidence) {
	const { reference } = plan;
	const tags = evidence.tags;
	const args = {
		...subject(plan),
		detail: absent.message
	};
	const draft = {
		verdict: "unpullable",
		answers: tags ? [absent, tags] : [absent],
		notChecked: ["platform", "content"]
	};
	const listedEmpty = tags?.kind === "absent";
	if (absent.missing === "repository" || listedEmpty) return {
		...draft,
		code: "repository-not-found",
		args
	};
	const offered = tags?.kind === "found" ? tags.value.tags : void 0;
	const expired = absent.codes.includes("TAG_EXPIRED") ? "expired" : void 0;
	const byDigest = reference.kind === "reference" && reference.digest !== null;
	return {
		...draft,
		code: byDigest ? "digest-not-found" : "tag-not-found",
		args: {
			...args,
			tags: offered,
			reason: expired
		}
	};
}

// src/judge/access/hidden.ts
/** Nodes may hold a login that was not declared, and see what the registry hides from nobody in particular. */
function isHiddenFromNobody({ plan, evidence }) {
	const { runner, anonymous, tags } = evidence;
	if (plan.environment.nodeCredentials.kind !== "undeclared" || runner !== void 0) return false;
	return anonymous?.end.kind === "absent" && anonymous.end.mayHide === true && tags?.kind !== "found";
}
/** Whether a 404 that only nobody in particular got may hide the image from the node's unknown login. */
function isHiddenOrMissing(given) {
	const { runner, anonymous } = given.evidence;
	return runner === void 0 && provesNothing(given, [anonymous?.end]);
}
/** Some registries answer 404 to whoever lacks rights; a tag list that was given proves that rights were there. */
function provesNothing({ plan, evidence }, ends) {
	const isSilent = ends.every((end) => end?.kind === "absent" || end?.kind === "refused");
	const isAbsent = ends.some((end) => end?.kind === "absent");
	return isSilent && isAbsent && plan.service === "other" && evidence.tags?.kind !== "found";
}

// src/judge/unanswered.ts
/**
* What a failure without an answer means. Only what every node would meet as well is unpullable: a certificate that is
* expired or for another name, TLS older than 1.2, and a registry that speaks plain HTTP. A handshake that just fails may
* want a client certificate, which nodes may hold: TLS 1.2 has but one alert for both (RFC 5246, 7.2.2).
*/
const causes = {
	"name-not-resolved": ["registry-name-not-resolved", "unknown"],
	"resolver-unavailable": ["registry-name-not-resolved", "unknown"],
	"connection-refused": ["registry-unreachable", "unknown"],
	"host-unreachable": ["registry-unreachable", "unknown"],
	"connect-timeout": ["registry-unreachable", "unknown"],
	"response-timeout": ["registry-unreachable", "unknown"],
	"body-timeout": ["registry-unreachable", "unknown"],
	"connection-reset": ["registry-unreachable", "unknown"],
	"connection-closed": ["registry-unreachable", "unknown"],
	"tls-unknown-authority": ["tls-untrusted", "unknown"],
	"tls-expired": ["tls-expired", "unpullable"],
	"tls-not-yet-valid": ["tls-expired", "unpullable"],
	"tls-name-mismatch": ["tls-name-mismatch", "unpullable"],
	"tls-version": ["tls-handshake", "unpullable"],
	"tls-handshake": ["tls-handshake", "unknown"],
	"tls-client-certificate": ["tls-handshake", "unknown"],
	"plain-http": ["plain-http-registry", "unpullable"],
	"https-expected": ["registry-error", "unknown"],
	"proxy-refused": ["proxy-error", "unknown"],
	"proxy-authentication": ["proxy-error", "unknown"],
	"proxy-bad-gateway": ["proxy-error", "unknown"],
	"proxy-unreachable": ["proxy-error", "unknown"],
	"redirect-loop": ["registry-error", "unknown"],
	"redirect-unsafe": ["registry-error", "unknown"],
	"redirect-refused": ["registry-error", "unknown"],
	"server-error": ["registry-error", "unknown"],
	"head-refused": ["registry-error", "unknown"],
	"greeting-refused": ["registry-error", "unknown"],
	"login-unasked": ["registry-error", "unknown"],
	"upstream-refused": ["registry-error", "unknown"],
	"not-a-registry": ["registry-error", "unknown"],
	"challenge-unusable": ["registry-error", "unknown"],
	"realm-unsafe": ["registry-error", "unknown"],
	"token-endpoint-failed": ["registry-error", "unknown"],
	"token-rejected": ["registry-error", "unknown"],
	"credential-withheld": ["access-denied", "unknown"],
	"address-forbidden": ["registry-unreachable", "unknown"],
	"body-too-large": ["registry-error", "unknown"],
	"body-cut": ["registry-error", "unknown"],
	"body-invalid": ["registry-error", "unknown"],
	"headers-too-large": ["registry-error", "unknown"],
	deadline: ["registry-unreachable", "unknown"]
};
const behindExistence = ["platform", "content"];
const behindNetwork = [
	"auth",
	"existence",
	...behindExistence
];
/** The finding for an answer that settles nothing about the image. */
function unanswered(answer, args) {
	switch (answer.kind) {
		case "failed": return failed$2(answer, args);
		case "limited": return limited(answer, args);
		case "blocked": return blocked$1(answer, args);
	}
}
function limited(answer, args) {
	const { quota: reason, message: detail, retryAfterMs } = answer;
	return {
		code: "rate-limited",
		verdict: "unknown",
		answers: [answer],
		notChecked: behindNetwork,
		args: {
			...args,
			reason,
			detail,
			retryAfterMs
		}
	};
}
function blocked$1(answer, args) {
	const { about, status, message: detail } = answer;
	return {
		code: "registry-policy",
		verdict: about === "image" ? "unpullable" : "unknown",
		answers: [answer],
		notChecked: behindExistence,
		args: {
			...args,
			status,
			detail,
			reason: about
		}
	};
}
function causeOf({ at, failure }) {
	if (at === "proxy") return ["proxy-error", "unknown"];
	return failure === "plain-http" && at !== "registry" ? ["registry-error", "unknown"] : causes[failure];
}
function failed$2(answer, args) {
	const [code, verdict] = causeOf(answer);
	return {
		code,
		verdict,
		answers: [answer],
		notChecked: answer.failure === "head-refused" ? behindExistence : behindNetwork,
		args: {
			...args,
			reason: answer.failure,
			host: answer.host,
			status: answer.status,
			detail: answer.detail
		}
	};
}

// src/judge/access/access.ts
/** Reads the evidence by the kind of credentials that the node has for this image. */
function judgeAccess(given) {
	const { credentials, environment } = given.plan;
	if (credentials.known.length > 0) return knownCredentials(given);
	if (credentials.unknown.length > 0) return unknownSecrets(given);
	return environment.nodeCredentials.kind === "runner" && !isOfJob(given) ? runnerLogin(given) : noCredentials(given);
}
const open = (assumptions = []) => ({
	kind: "open",
	assumptions
});
const closed$2 = (draft) => ({
	kind: "closed",
	draft
});
/** The kubelet ends with the first accepted credential; else what is not a refusal weighs more than a refusal. */
function knownCredentials(given) {
	const { plan, evidence } = given;
	const ends = evidence.attempts.map((attempt) => attempt.end);
	if (ends.some((end) => end.kind === "found")) return open();
	if (plan.credentials.unknown.length > 0 && provesNothing(given, ends)) return closed$2(denied$1(given, "hidden-or-missing"));
	const settled = unsettled(given, ends) ?? absent(given, ends);
	if (settled !== void 0) return closed$2(settled);
	const observed = absent(given, [evidence.runner?.end]);
	if (observed !== void 0) return closed$2(observed);
	if (plan.credentials.unknown.length > 0) return closed$2(denied$1(given, "other-secret-unknown"));
	return closed$2({
		code: "pull-secret-rejected",
		verdict: "unpullable",
		answers: ends,
		notChecked: [
			"existence",
			"platform",
			"content"
		],
		args: {
			...facts(given),
			public: sees(evidence.anonymous),
			...refusal(ends)
		}
	});
}
/** A secret is named whose content is not known here: what anybody sees shows existence, nothing shows its absence. */
function unknownSecrets(given) {
	const { plan, evidence } = given;
	const views = [evidence.runner, evidence.anonymous];
	const repository = `${subject(plan).registry}/${subject(plan).repository}`;
	if (views.some(sees)) return open([{
		code: "secret-opens",
		secrets: plan.credentials.unknown,
		repository
	}]);
	if (isHiddenOrMissing(given)) return closed$2(denied$1(given, "hidden-or-missing"));
	return closed$2(settle$1(given, views) ?? denied$1(given, "secret-unknown"));
}
/** The job's own token opened the door for the runner; that nodes can do as the runner does cannot mean this one. */
function isOfJob({ evidence: { login } }) {
	return login?.kind === "login" && login.ofJob === true;
}
function runnerLogin(given) {
	const { evidence } = given;
	const [own] = evidence.attempts;
	const assumption = {
		code: "nodes-hold-runner-login",
		registry: subject(given.plan).registry ?? ""
	};
	if (sees(own)) return open(own?.access.kind === "runner" ? [assumption] : []);
	const settled = settle$1(given, [own]);
	if (settled !== void 0) return closed$2(settled);
	return closed$2(sees(evidence.anonymous) ? staleLogin(given) : hiddenOrMissing(given));
}
/** No secret applies: the node pulls as nobody, unless it holds a login that was not declared. */
function noCredentials(given) {
	const { evidence } = given;
	if (sees(evidence.anonymous)) return open();
	if (sees(evidence.runner)) return onlyRunnerSees(given);
	if (isHiddenFromNobody(given)) return closed$2(denied$1(given, "hidden-from-nobody"));
	const settled = settle$1(given, [evidence.anonymous, evidence.runner]);
	return closed$2(settled ?? hiddenOrMissing(given));
}
function onlyRunnerSees(given) {
	const { plan, evidence } = given;
	const end = evidence.anonymous?.end;
	if (end !== void 0 && end.kind !== "refused" && end.kind !== "absent") return closed$2(unanswered(asUnanswered(end), subject(plan)));
	const args = {
		...facts(given),
		...refusal([end])
	};
	const draft = {
		code: "no-pull-secret",
		answers: end ? [end] : [],
		args
	};
	if (isOfNoPod(plan)) return closed$2({
		...draft,
		verdict: "unknown",
		args: {
			...args,
			reason: "pod-unknown"
		}
	});
	const declared = plan.environment.nodeCredentials.kind;
	if (declared === "none" || declared === "docker-config") return closed$2({
		...draft,
		verdict: "unpullable",
		severity: "error"
	});
	if (plan.service !== "cloud") return closed$2({
		...draft,
		verdict: "unknown"
	});
	return {
		kind: "open",
		assumptions: [{
			code: "nodes-use-cloud-identity",
			registry: subject(plan).registry ?? ""
		}],
		draft: {
			...draft,
			verdict: "pullable",
			severity: "notice",
			args: {
				...args,
				reason: "cloud-identity"
			}
		}
	};
}
/** Nobody sees it: missing and private can't be told apart, unless the registry is known never to hide. */
function hiddenOrMissing(given) {
	const { plan, evidence } = given;
	const ends = [
		evidence.anonymous?.end,
		evidence.runner?.end,
		...evidence.attempts.map((attempt) => attempt.end)
	];
	const { registry, repository = "" } = subject(plan);
	const draft = {
		verdict: "unpullable",
		answers: ends.filter((end) => end !== void 0).slice(0, 2),
		notChecked: ["platform", "content"]
	};
	if (registry === "docker.io" && repository.startsWith("library/")) return {
		...draft,
		code: "repository-not-found",
		args: {
			...subject(plan),
			reason: "official"
		}
	};
	const { kind } = plan.environment.nodeCredentials;
	const undeclared = kind === "undeclared";
	if (isOfNoPod(plan)) return denied$1(given, "pod-unknown");
	if (evidence.login?.kind === "broken" && (undeclared || kind === "runner")) return denied$1(given, "runner-login-broken");
	if ((undeclared || kind === "runner") && given.withoutSecrets) return denied$1(given, "run-without-secrets");
	if (undeclared && plan.service !== "public") return denied$1(given, "node-login-undeclared");
	return {
		...draft,
		code: "not-found-or-private",
		args: {
			...facts(given),
			...refusal(ends),
			reason: firstNote(plan)
		}
	};
}
/** A text that looks like an image: which pod would pull it, and so with which secrets, is not known. */
function isOfNoPod({ use }) {
	return use.role === "heuristic";
}
function staleLogin(given) {
	const ends = given.evidence.attempts.map((attempt) => attempt.end);
	return {
		code: "pull-secret-rejected",
		verdict: "unpullable",
		answers: ends,
		args: {
			...facts(given),
			public: true,
			...refusal(ends),
			reason: "runner-login"
		}
	};
}
function denied$1(given, reason) {
	const answers = [
		given.evidence.runner?.end,
		given.evidence.anonymous?.end,
		...given.evidence.attempts.map(({ end }) => end)
	].filter((end) => end !== void 0).slice(0, 2);
	return {
		code: "access-denied",
		verdict: "unknown",
		answers,
		notChecked: [
			"existence",
			"platform",
			"content"
		],
		args: {
			...facts(given),
			...refusal(answers),
			reason
		}
	};
}
/** What settles the matter whatever the credentials: no answer at all, or a 404 by a view with rights. */
function settle$1(given, views) {
	const ends = views.map((view) => view?.end);
	return absent(given, ends) ?? unsettled(given, ends);
}
function absent({ plan, evidence }, ends) {
	const end = ends.find((candidate) => candidate?.kind === "absent");
	return end?.kind === "absent" ? absence(plan, end, evidence) : void 0;
}
function unsettled({ plan }, ends) {
	for (const end of ends) if (end?.kind === "failed" || end?.kind === "limited" || end?.kind === "blocked") return unanswered(end, subject(plan));
}
function asUnanswered(end) {
	if (end.kind === "failed" || end.kind === "limited" || end.kind === "blocked") return end;
	throw new Error(`a ${end.kind} answer is no failure`);
}
function sees(view) {
	return view?.end.kind === "found";
}
function firstNote({ credentials }) {
	return credentials.notes.find(({ code }) => code === "pull-secret-no-match" || code === "pull-secret-ignored")?.code;
}
function facts({ plan, evidence }) {
	const { credentials, use } = plan;
	return {
		...subject(plan),
		secrets: credentials.unknown.length > 0 ? credentials.unknown : credentials.secrets,
		serviceAccount: credentials.serviceAccount,
		namespace: use.workload.namespace,
		login: loginText(evidence.login)
	};
}
function loginText(login) {
	if (login === void 0 || login.kind === "login") return void 0;
	return login.kind === "broken" ? `${login.from} can't be used: ${login.why}` : login.why;
}
function refusal(ends) {
	const end = ends.find((candidate) => candidate?.kind === "refused");
	return end?.kind === "refused" ? {
		status: end.status,
		detail: end.message
	} : {};
}

// src/judge/content/child.ts
/** The entry of an index that a node takes, and the manifest behind it. */
function judgeChild(plan, evidence) {
	const flaw = flawOf(plan, evidence);
	const platform = formatPlatform(evidence.platform);
	if (flaw !== void 0) return {
		platform: {
			platform,
			verdict: flaw.verdict
		},
		draft: {
			...flaw,
			platform
		}
	};
	const { entry, child } = evidence;
	return judgePart(plan, {
		platform,
		digest: entry.digest,
		answer: child,
		missing: "child-manifest-missing"
	});
}
/** What is wrong with the entry itself. */
function flawOf(plan, { platform, entry }) {
	const { mediaType, digest, size } = entry;
	const args = {
		...subject(plan),
		platform: formatPlatform(platform),
		mediaType
	};
	const invalid = {
		code: "manifest-invalid",
		args: {
			...args,
			reason: "shape"
		}
	};
	const says = (detail) => ({
		...invalid,
		args: {
			...invalid.args,
			detail
		}
	});
	if (!isManifestType(mediaType)) return {
		code: "unsupported-manifest",
		verdict: unsupportedVerdict(plan, "media-type"),
		args: {
			...args,
			reason: "media-type"
		}
	};
	if (digestError(digest) !== void 0) return {
		...says("the entry has no valid digest"),
		verdict: "unpullable"
	};
	return size < 0 ? {
		...says("the entry has a negative size"),
		verdict: "unknown"
	} : void 0;
}
function isManifestType(mediaType) {
	const kind = kindOfMediaType(mediaType);
	return kind === "index" || kind === "manifest";
}
/**
* CRI-O still takes schema 1, and guesses at types that it does not know (containers/image, manifest.go). So did
* containerd before 2.0, where it was served as such (measured on 1.6 and 1.7); the transfer service is newer.
*/
function unsupportedVerdict({ environment: { runtime } }, why) {
	if (runtime === "cri-o") return "unknown";
	return why === "schema-1" && runtime !== "containerd-transfer" ? "unknown" : "unpullable";
}
/** A manifest or blob that the pull needs. */
function judgePart(plan, { platform, digest, answer, missing }) {
	const draft = partDraft(answer, {
		code: missing,
		args: {
			...subject(plan),
			platform,
			digest
		},
		platform
	});
	return {
		platform: {
			platform,
			verdict: draft?.verdict ?? "pullable",
			digest
		},
		draft
	};
}
function partDraft(answer, { code, args, platform }) {
	switch (answer.kind) {
		case "found": return;
		case "absent": return {
			code,
			verdict: "unpullable",
			args,
			platform,
			answers: [answer]
		};
		case "refused": return {
			code: "access-denied",
			verdict: "unknown",
			args: {
				...args,
				status: answer.status,
				reason: "part-refused"
			},
			platform,
			answers: [answer]
		};
		case "failed":
		case "limited":
		case "blocked": return {
			...unanswered(answer, args),
			platform,
			notChecked: ["content"]
		};
	}
}

// src/judge/content/layers.ts
/** What is wrong with the layers of an image: one is gone or could not be asked for, or their number is not the config's. */
function judgeLayers(plan, { platform: wanted, config, blobs }, manifest) {
	const platform = formatPlatform(wanted);
	const gone = blobs.find(({ answer }) => answer.kind === "absent") ?? blobs.find(({ answer }) => answer.kind !== "found");
	if (gone !== void 0) {
		const { digest, answer } = gone;
		const { draft } = judgePart(plan, {
			platform,
			digest,
			answer,
			missing: "blob-missing"
		});
		return {
			platform: {
				platform,
				verdict: draft?.verdict ?? "unknown",
				digest: manifest.digest
			},
			draft
		};
	}
	const detail = config.kind === "found" ? countsDiffer(config.value, manifest) : void 0;
	if (detail === void 0) return void 0;
	const verdict = countVerdict(plan, manifest);
	const draft = {
		code: "manifest-invalid",
		verdict,
		platform,
		args: {
			...subject(plan),
			mediaType: manifest.mediaType,
			platform,
			reason: "layers",
			detail
		}
	};
	return {
		platform: {
			platform,
			verdict,
			digest: manifest.digest
		},
		draft
	};
}
/** containerd core/images/mediatypes.go, IsLayerType. */
function isLayer({ mediaType }) {
	return /^application\/vnd\.(oci\.image\.layer|docker\.image\.rootfs)\./.test(mediaType);
}
function countsDiffer({ diffIds = 0 }, { layers }) {
	const count = layers.filter(isLayer).length;
	return count === diffIds ? void 0 : `the manifest has ${count} layers and its config lists ${diffIds}`;
}
function countVerdict({ environment }, { layers }) {
	return environment.runtime === "cri-o" || !layers.every(isLayer) ? "unknown" : "unpullable";
}

// src/judge/content/whole.ts
/** What is wrong with the manifest itself, whatever the platform. */
function judgeWhole(plan, manifest) {
	const args = {
		...subject(plan),
		mediaType: manifest.mediaType
	};
	switch (manifest.kind) {
		case "unsupported": return {
			code: "unsupported-manifest",
			verdict: unsupportedVerdict(plan, manifest.why),
			args: {
				...args,
				reason: manifest.why
			}
		};
		case "invalid": return {
			code: "manifest-invalid",
			verdict: "unpullable",
			args: {
				...args,
				reason: manifest.why,
				detail: manifest.detail
			}
		};
		case "unread": return unread$1(plan, manifest);
		case "manifest": return isImage(manifest) ? void 0 : artifact$1(plan, manifest);
		case "index": return;
	}
}
function unread$1(plan, { because }) {
	const args = subject(plan);
	const answers = [because];
	switch (because.kind) {
		case "failed":
		case "limited":
		case "blocked": return {
			...unanswered(because, args),
			notChecked: ["platform", "content"]
		};
		case "refused": return {
			code: "access-denied",
			verdict: "unknown",
			answers,
			args: {
				...args,
				status: because.status,
				reason: "body-refused"
			}
		};
		case "absent": return {
			code: "registry-error",
			verdict: "unknown",
			answers,
			args: {
				...args,
				reason: "head-and-get-differ"
			}
		};
	}
}
function isImage({ config, layers }) {
	return isImageConfig(config.mediaType) && (layers.length === 0 || layers.some(isLayer));
}
/**
* An artifact of another kind. Measured on containerd 1.7 to 2.4: both implementations pull one with config and layers of
* its own types; one that reuses those of an image fails the local pull only, which unpacks it.
*/
function artifact$1(plan, { config, layers, artifactType }) {
	const hasConfig = isImageConfig(config.mediaType);
	const own = hasConfig ? layers[0] : config;
	return {
		code: "not-an-image",
		verdict: artifactVerdict(plan, {
			hasConfig,
			hasLayer: layers.some(isLayer)
		}),
		severity: "error",
		args: {
			...subject(plan),
			mediaType: artifactType ?? own?.mediaType
		}
	};
}
function artifactVerdict({ environment }, { hasConfig, hasLayer }) {
	switch (environment.runtime) {
		case "cri-o": return "unknown";
		case "containerd-transfer": return "pullable";
		case "containerd-local":
			if (hasConfig) return "unknown";
			return hasLayer ? "unpullable" : "pullable";
		case "containerd": return hasConfig || hasLayer ? "unknown" : "pullable";
	}
}

// src/judge/content/platform.ts
/** What a node of one platform would get from a manifest that is in order itself. */
function judgePlatform(plan, evidence, manifest) {
	const platform = formatPlatform(evidence.platform);
	const args = {
		...subject(plan),
		platform
	};
	const say = (code, verdict, more) => ({
		platform: {
			platform,
			verdict
		},
		draft: {
			code,
			verdict,
			platform,
			args: {
				...args,
				...more
			},
			notChecked: ["content"]
		}
	});
	switch (evidence.kind) {
		case "no-match": return say("platform-missing", "unpullable", { offered: evidence.offered });
		case "depends-on-runtime": return say("platform-depends-on-runtime", "unknown", {
			offered: evidence.offered,
			reason: evidence.on
		});
		case "endless": return say("manifest-invalid", "unknown", {
			reason: "endless",
			detail: endless[evidence.what]
		});
		case "unread": return { platform: {
			platform,
			verdict: "unknown"
		} };
		case "child": return child(plan, evidence);
		case "single": return single(plan, evidence, manifest);
	}
}
const endless = {
	layers: "more than 512 layers",
	indexes: "indexes in indexes, five deep"
};
function child(plan, evidence) {
	const judged = judgeChild(plan, evidence);
	if (judged.draft !== void 0 || evidence.inside === void 0) return judged;
	const { platform, draft } = inside(plan, evidence.inside, judged.platform.platform);
	return {
		platform: {
			...platform,
			digest: evidence.entry.digest
		},
		draft
	};
}
function inside(plan, { manifest, behind }, platform) {
	const whole = judgeWhole(plan, manifest);
	if (whole !== void 0) return {
		platform: {
			platform,
			verdict: whole.verdict
		},
		draft: {
			...whole,
			platform
		}
	};
	return withoutCpu(judgePlatform(plan, behind, manifest));
}
function withoutCpu({ platform, draft }) {
	return {
		platform,
		draft: draft?.code === "wrong-architecture" ? void 0 : draft
	};
}
function single(plan, evidence, manifest) {
	const platform = formatPlatform(evidence.platform);
	const digest = manifest.digest;
	const { config } = evidence;
	if (config.kind !== "found") return judgePart(plan, {
		platform,
		digest,
		answer: config,
		missing: "blob-missing"
	});
	return (manifest.kind === "manifest" ? judgeLayers(plan, evidence, manifest) : void 0) ?? {
		platform: {
			platform,
			verdict: "pullable",
			digest
		},
		draft: wrongCpu(plan, evidence.platform, config.value)
	};
}
function wrongCpu(plan, wanted, config) {
	if (runsOn(wanted, config)) return void 0;
	const platform = formatPlatform(wanted);
	return {
		code: "wrong-architecture",
		verdict: "pullable",
		platform,
		args: {
			...subject(plan),
			platform,
			offered: [formatPlatform(config)]
		}
	};
}
function runsOn(platform, config) {
	if (config.os === "" && config.architecture === "") return true;
	return only(platform, [config]).length > 0;
}

// src/judge/content/content.ts
/** What a node of each required platform would get from the content behind the reference. */
function judgeContent(plan, content) {
	const whole = judgeWhole(plan, content.manifest);
	if (whole !== void 0) return everywhere(plan, whole, content.manifest);
	const each = content.platforms.map((evidence) => judgePlatform(plan, evidence, content.manifest));
	return {
		platforms: each.map(({ platform }) => platform),
		drafts: each.flatMap(({ draft }) => draft ?? [])
	};
}
function everywhere(plan, draft, manifest) {
	const { verdict } = draft;
	return {
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict,
			digest: manifest.digest
		})),
		drafts: [draft]
	};
}

// src/judge/node-route.ts
/** What the node's own registry configuration forbids, before anybody is asked. */
function blockedRoute(plan, obstacle) {
	const args = {
		...subject(plan),
		path: obstacle.file
	};
	const verdict = "unpullable";
	if (obstacle.code === "short-name-ambiguous") return {
		code: obstacle.code,
		verdict,
		args: {
			...args,
			offered: obstacle.registries
		}
	};
	return {
		code: obstacle.code,
		verdict,
		args: {
			...args,
			reason: obstacle.reason,
			detail: obstacle.detail
		}
	};
}
/** Hosts that a node tries in vain before it comes to the one that has the image: the pull goes well, but not as meant. */
function missedHosts(plan, { attempt }) {
	return attempt.tries.flatMap(({ host, answer }) => {
		if (answer.kind !== "failed" && answer.kind !== "limited") return [];
		if (answer.kind === "failed" && answer.failure === "credential-withheld") return [];
		const [reason, detail] = answer.kind === "failed" ? [answer.failure, answer.detail] : ["limited", answer.message];
		const args = {
			...subject(plan),
			host: host.host.authority,
			reason,
			detail
		};
		return [{
			code: "registry-unreachable",
			verdict: "pullable",
			severity: "notice",
			answers: [answer],
			args
		}];
	});
}

// src/judge/judge-use.ts
/** From the first layer to the last; the first that is broken is the root cause. */
function judgeUse(plan, evidence, withoutSecrets) {
	const early = beforeAsking(plan);
	if (evidence === void 0) return unasked(plan, early);
	if (early !== void 0) return closed$1(plan, early, secretNotes(plan, early));
	const access = judgeAccess({
		plan,
		evidence,
		withoutSecrets
	});
	if (access.kind === "closed") return closed$1(plan, access.draft, secretNotes(plan, access.draft));
	if (evidence.content === void 0) throw new Error(`no content was looked at for ${plan.use.image}`);
	const { platforms, drafts } = judgeContent(plan, evidence.content);
	return {
		verdict: foldVerdicts(platforms.map(({ verdict }) => verdict)),
		platforms,
		assumptions: [...access.assumptions, ...anyBuilds(plan)],
		drafts: [
			...drafts,
			...access.draft ? [access.draft] : [],
			...missedHosts(plan, evidence.content),
			...secretNotes(plan)
		]
	};
}
/** A Windows image runs on the build that it was made for, and pulls on any where the environment states none. */
function anyBuilds({ platforms }) {
	return platforms.filter(({ os, osVersion }) => os === "windows" && osVersion === void 0).map((platform) => ({
		code: "any-windows-build",
		platform: formatPlatform(platform)
	}));
}
/** What needs no question: the name, the policy, the platforms and a secret that stops the kubelet. */
function beforeAsking(plan) {
	const { reference, credentials, use, pullPolicy } = plan;
	const args = subject(plan);
	if (reference.kind === "reference-error") {
		const code = reference.written === "" ? "empty-reference" : "invalid-reference";
		const { code: reason, detail } = reference.reason;
		return {
			code,
			verdict: "unpullable",
			args: {
				...args,
				reason,
				detail
			}
		};
	}
	if (pullPolicy === "Never") return {
		code: "never-pull",
		verdict: "not-checked",
		args
	};
	if (plan.platforms.length === 0) return {
		code: "no-node-for-workload",
		verdict: "not-checked",
		args
	};
	if (credentials.undecodable === void 0) return plan.obstacle && blockedRoute(plan, plan.obstacle);
	const { secret, error } = credentials.undecodable;
	const namespace = use.workload.namespace;
	return {
		code: "pull-secret-invalid",
		verdict: "unpullable",
		args: {
			...args,
			secrets: [secret],
			detail: error,
			namespace
		}
	};
}
/** The inventory alone: what is wrong without asking is said, the verdict stays open. */
function unasked(plan, early) {
	const verdict = "not-checked";
	return {
		verdict,
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict
		})),
		assumptions: [],
		drafts: [...early !== void 0 && early.code !== "never-pull" && early.code !== "no-node-for-workload" ? [early] : [], ...secretNotes(plan)]
	};
}
function closed$1(plan, draft, notes) {
	const { verdict } = draft;
	return {
		verdict,
		platforms: plan.platforms.map((platform) => ({
			platform: formatPlatform(platform),
			verdict
		})),
		assumptions: [],
		drafts: [draft, ...notes]
	};
}
/**
* What a person should know of the secrets that are named. That none matches is normal for an image of another
* registry, so it is only said where the pull ends at the door.
*/
function secretNotes({ credentials, use }, cause) {
	const atTheDoor = cause?.code === "not-found-or-private" || cause?.code === "access-denied" || cause?.code === "no-pull-secret";
	const verdict = cause?.verdict ?? "pullable";
	return credentials.notes.filter(({ code }) => code !== "pull-secret-no-match" || atTheDoor).map(({ code, secret, detail }) => ({
		code,
		verdict,
		ofImage: false,
		args: {
			secrets: [secret],
			namespaces: detail,
			namespace: use.workload.namespace,
			reason: detail[0],
			serviceAccount: credentials.serviceAccount
		}
	}));
}
const worstFirst$1 = [
	"unpullable",
	"unknown",
	"pullable",
	"not-checked"
];
/** The worst of several verdicts. */
function foldVerdicts(verdicts) {
	return worstFirst$1.find((verdict) => verdicts.includes(verdict)) ?? "not-checked";
}

// src/judge/content/large-image.ts
/** Images of the given size or more, where a manifest was read anyway that tells. */
function largeImages(plan, content, limit) {
	if (content === void 0) return [];
	return content.platforms.flatMap((evidence) => {
		const image = imageOf$1(evidence, content.manifest);
		const bytes = image === void 0 ? 0 : sizeOf(image);
		if (bytes < limit) return [];
		const platform = formatPlatform(evidence.platform);
		return [{
			code: "large-image",
			verdict: "pullable",
			platform,
			args: {
				...subject(plan),
				platform,
				bytes
			}
		}];
	});
}
function imageOf$1(evidence, manifest) {
	if (evidence.kind === "child") return evidence.inside && imageOf$1(evidence.inside.behind, evidence.inside.manifest);
	return evidence.kind === "single" && manifest.kind === "manifest" ? manifest : void 0;
}
/** What a node downloads: equal parts come once. */
function sizeOf({ config, layers }) {
	return [...new Map([config, ...layers].map(({ digest, size }) => [digest, size])).values()].reduce((sum, size) => sum + size, 0);
}

// src/judge/merge.ts
/** One finding a cause: the same fact about the same image and environment lists all its uses. */
function mergeFindings(findings) {
	return [...Map.groupBy(findings, identity$1).values()].flatMap(([first, ...others]) => {
		if (first === void 0) return [];
		const uses = new Set([first, ...others].flatMap((finding) => finding.uses));
		return [{
			...first,
			uses: [...uses]
		}];
	});
}
function identity$1({ code, image, environment, platform, args, place, ignored }) {
	const { reason, secrets, path, digest } = args;
	return JSON.stringify([
		code,
		image,
		environment,
		platform,
		reason,
		secrets,
		path,
		digest,
		image ? null : args.namespace,
		place,
		ignored
	]);
}

// src/judge/unchecked/node-files.ts
const severities$1 = {
	"hosts-file-discarded": "warning",
	"certificate-missing": "notice",
	"rewrite-ignored": "notice",
	"not-read": "warning",
	"registries-conf-invalid": "error",
	absent: "error",
	denied: "error",
	outside: "error",
	unreadable: "error"
};
/** What a person should know of the files that say how the nodes come to registries. */
function nodeFiles(notes) {
	return notes.map(({ file, line, why, detail }) => ({
		code: "unreadable-document",
		verdict: "not-checked",
		severity: severities$1[why],
		ofImage: false,
		args: {
			path: file,
			reason: `node-${why}`,
			detail
		},
		place: {
			file,
			line
		}
	}));
}

// src/judge/policy/project-policy.ts
/** What the project itself forbids, whether or not it can be pulled. */
function projectPolicy(plan, policy, verdict) {
	const { reference } = plan;
	if (reference.kind === "reference-error") return [];
	const args = subject(plan);
	const drafts = [];
	if (reference.digest === null && args.tag === "latest") drafts.push({
		code: "latest-tag",
		verdict,
		args
	});
	if (reference.digest === null) drafts.push({
		code: "digest-required",
		verdict,
		args
	});
	if (!isAllowed(`${reference.domain}/${reference.path}`, policy.allowedRegistries)) drafts.push({
		code: "registry-not-allowed",
		verdict,
		args
	});
	return drafts;
}
/** An entry is a registry or a path below one, matched at a `/`. */
function isAllowed(name, allowed) {
	return allowed.length === 0 || allowed.some((entry) => name === entry || name.startsWith(`${entry.replace(/\/$/, "")}/`));
}

// src/judge/policy/rate-limit-risk.ts
const littleLeft = .2;
/**
* Images that nodes pull without a login from a registry that counts pulls, where a fifth of the quota or less is left
* here, or less than there are images: the nodes' address has a quota of the same kind.
*/
function rateLimitRisk(quota, plans) {
	if (quota === void 0) return void 0;
	const { registry, remaining, limit } = quota;
	const drawing = plans.filter((plan) => subject(plan).registry === registry && plan.credentials.known.length === 0);
	const count = new Set(drawing.map((plan) => subject(plan).reference)).size;
	if (count === 0 || remaining > limit * littleLeft && remaining >= count) return void 0;
	return {
		draft: {
			code: "rate-limit-risk",
			verdict: "pullable",
			args: {
				registry,
				count,
				detail: `${remaining} of ${limit} pulls left`
			}
		},
		plans: drawing
	};
}

// src/suggest/relocations.ts
const relocations = [
	{
		from: "k8s.gcr.io/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "k8s.gcr.io was frozen",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "gcr.io/google-containers/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "an old name of k8s.gcr.io",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "gcr.io/google_containers/",
		to: "registry.k8s.io/",
		since: "2023-04-03",
		note: "an old name of k8s.gcr.io",
		source: "https://kubernetes.io/blog/2023/03/10/image-registry-redirect/"
	},
	{
		from: "docker.io/bitnami/",
		to: "docker.io/bitnamilegacy/",
		since: "2025-09-29",
		note: "Bitnami moved its versioned tags to a frozen archive",
		source: "https://github.com/bitnami/containers/issues/83267"
	},
	{
		from: "public.ecr.aws/bitnami/",
		to: "docker.io/bitnamilegacy/",
		since: "2026-06-10",
		note: "Bitnami left this registry",
		source: "https://github.com/bitnami/charts/issues/36537"
	},
	{
		from: "docker.io/minio/",
		since: "2026-09",
		note: "MinIO removed its repositories; the community edition is source-only",
		source: "https://github.com/minio/minio/issues/21647"
	},
	{
		from: "gcr.io/kubebuilder/kube-rbac-proxy",
		to: "quay.io/brancz/kube-rbac-proxy",
		since: "2025-03",
		note: "the kubebuilder copy was removed",
		source: "https://book.kubebuilder.io/reference/metrics"
	},
	{
		from: "docker.pkg.github.com/",
		to: "ghcr.io/",
		since: "2021-06",
		note: "GitHub Packages became the Container registry",
		source: "https://docs.github.com/packages/working-with-a-github-packages-registry/migrating-to-the-container-registry-from-the-docker-registry"
	},
	{
		from: "docker.io/library/openjdk",
		to: "docker.io/library/eclipse-temurin",
		since: "2022-07",
		note: "openjdk is deprecated and many of its tags are gone",
		source: "https://hub.docker.com/_/openjdk"
	},
	{
		from: "docker.io/grafana/grafana-oss",
		to: "docker.io/grafana/grafana",
		since: "2025-09",
		note: "the grafana-oss repository ended after 12.1.1",
		source: "https://hub.docker.com/r/grafana/grafana-oss"
	},
	{
		from: "quay.io/coreos/flannel",
		to: "docker.io/flannel/flannel",
		since: "2022-01",
		note: "flannel moved",
		source: "https://github.com/kubernetes-sigs/kubespray/issues/8499"
	},
	{
		from: "quay.io/weaveworks/",
		to: "docker.io/weaveworks/",
		since: "2019-04",
		note: "the namespace was disabled",
		source: "https://github.com/fluxcd/flux/issues/1948"
	},
	{
		from: "docker.io/owasp/zap2docker-stable",
		to: "docker.io/zaproxy/zap-stable",
		since: "2023-08",
		note: "ZAP moved",
		source: "https://www.zaproxy.org/docs/docker/about/"
	}
];
const stayed = /* @__PURE__ */ new Set(["docker.io/bitnami/sealed-secrets-controller"]);
/** The relocation that covers a normalized name without tag. */
function relocationOf(name) {
	if (stayed.has(name)) return void 0;
	return relocations.find(({ from }) => from.endsWith("/") ? name.startsWith(from) : name === from);
}
/** The name after the move, where something took its place. */
function relocatedName(name, { from, to }) {
	return to === void 0 ? void 0 : `${to}${name.slice(from.length)}`;
}

// src/judge/policy/relocated.ts
/** Failures that a move explains: the old place has it no more, or gives it to nobody. */
const explained = /* @__PURE__ */ new Set([
	"not-found-or-private",
	"access-denied",
	"registry-policy",
	"repository-not-found",
	"tag-not-found",
	"digest-not-found"
]);
/** What is known of an image whose pull fails: it has moved. It explains a failure, and never overrides a success. */
function relocated(plan, drafts) {
	const cause = drafts.find(({ code }) => explained.has(code));
	if (cause === void 0) return [];
	const { registry, repository } = subject(plan);
	const relocation = relocationOf(`${registry}/${repository}`);
	if (relocation === void 0) return [];
	const { verdict } = cause;
	return [{
		code: "relocated-image",
		verdict,
		args: {
			...subject(plan),
			detail: relocation.note
		}
	}];
}

// src/judge/policy/severity.ts
/**
* How much a draft weighs: the user's rule for its code, else what the judging said, else the default. An error whose
* outcome could not be told is a warning.
*/
function severityOf(draft, policy) {
	const set = policy.severities.get(draft.code);
	if (set !== void 0) return set;
	if (draft.code === "registry-not-allowed" && policy.allowedRegistries.length > 0) return "error";
	const severity = draft.severity ?? defaultSeverity(draft.code);
	return severity === "error" && draft.verdict === "unknown" ? "warning" : severity;
}

// src/judge/access/told-authorities.ts
/**
* What each use takes on trust about certificates: that nodes trust the authorities which only the runner was told of.
* Images of one registry take the same, since a token that one of them bought serves the others.
*/
function toldAuthorities(evidence) {
	const hosts = /* @__PURE__ */ new Map();
	for (const [plan, seen] of evidence ?? []) {
		const ofRegistry = hosts.get(keyOf$3(plan)) ?? /* @__PURE__ */ new Set();
		hosts.set(keyOf$3(plan), ofRegistry);
		for (const host of toldHosts(answersOf(seen))) ofRegistry.add(host);
	}
	return (plan) => {
		const seen = evidence?.get(plan);
		if (seen === void 0 || answersOf(seen).length === 0) return [];
		return [...hosts.get(keyOf$3(plan)) ?? []].toSorted().map((host) => ({
			code: "nodes-trust-authority",
			host
		}));
	};
}
/** What the nodes trust is said by environment. */
function keyOf$3(plan) {
	return JSON.stringify([subject(plan).registry, plan.environment.name]);
}
function toldHosts(answers) {
	return answers.flatMap(({ trail }) => trail).filter(({ onlyRunnerTrusts }) => onlyRunnerTrusts === true).flatMap(({ url }) => URL.parse(url)?.host ?? []);
}
function answersOf({ attempts, runner, anonymous, content }) {
	return [...[
		...attempts,
		runner,
		anonymous
	].flatMap((view) => view?.end ?? []), ...(content?.platforms ?? []).flatMap(behind)];
}
function behind(seen) {
	if (seen.kind === "single") return [seen.config, ...seen.blobs.map(({ answer }) => answer)];
	if (seen.kind !== "child") return [];
	return [seen.child, ...seen.inside === void 0 ? [] : behind(seen.inside.behind)];
}

// src/judge/judge.ts
/** Verdicts and findings, from facts alone. */
function judge(given) {
	const { request, rendered, inventory, problems } = given;
	const { ignores } = request.policy;
	const used = /* @__PURE__ */ new Set();
	const trusted = toldAuthorities(given.evidence);
	const context = {
		request,
		ignored: ignoreMatcher(ignores, given.today),
		used,
		trusted
	};
	const judged = given.plans.map((plan) => judgePlan(plan, given.evidence, context));
	const placed = [...coverage(rendered, inventory, problems), ...nodeFiles(given.nodeNotes ?? [])].map((draft) => finding(draft, void 0, context));
	const ofUses = judged.flatMap(({ findings }) => findings);
	const risk = ofUses.some(({ code }) => code === "rate-limited") ? [] : quotaRisk(given, context);
	const findings = [
		...ofUses,
		...placed,
		...risk
	].filter(({ severity }) => severity !== "off");
	return {
		verdicts: judged.map(({ verdict }) => verdict),
		findings: mergeFindings(findings),
		ignoreNotes: ignoreNotes(ignores, given.today, given.evidence && used)
	};
}
function quotaRisk({ quota, plans }, context) {
	const risk = rateLimitRisk(quota, plans);
	if (risk === void 0) return [];
	const rules = new Map(risk.plans.map((plan) => [plan, context.ignored(risk.draft.code, plan.reference)]));
	for (const rule of rules.values()) if (rule !== void 0) context.used.add(rule);
	const others = rateLimitRisk(quota, risk.plans.filter((plan) => rules.get(plan) === void 0));
	const { draft, plans: drawing } = others ?? risk;
	const reason = others === void 0 ? [...rules.values()].find((rule) => rule !== void 0)?.reason : void 0;
	const uses = [...new Set(drawing.map((plan) => plan.use.id))];
	return [{
		...finding(draft, void 0, context),
		uses,
		ignored: reason === void 0 ? void 0 : { reason }
	}];
}
function judgePlan(plan, evidence, context) {
	const { request } = context;
	const seen = evidence?.get(plan);
	const judged = judgeUse(plan, seen, request.withoutSecrets);
	const policy = projectPolicy(plan, request.policy, judged.verdict);
	const drafts = [
		...judged.drafts,
		...relocated(plan, judged.drafts),
		...policy,
		...hygiene(plan, seen, request)
	];
	return {
		verdict: useVerdict(plan, judged, context),
		findings: drafts.map((draft) => finding(draft, plan, context))
	};
}
/** What is no failure, and tells itself from what was read anyway. */
function hygiene(plan, seen, request) {
	return seen === void 0 ? [] : [...largeImages(plan, seen.content, request.largeImageBytes), ...drift(plan, seen)];
}
function useVerdict(plan, judged, { trusted }) {
	const { known } = plan.credentials;
	return {
		use: plan.use.id,
		environment: plan.environment.name,
		verdict: judged.verdict,
		platforms: judged.platforms,
		assumptions: [...judged.assumptions, ...trusted(plan)],
		credentials: known.length > 0 ? known.map(accessName) : ["anonymous"]
	};
}
function finding(draft, plan, { request, ignored, used }) {
	const rule = plan && ignored(draft.code, plan.reference);
	const set = severityOf(draft, request.policy);
	const severity = plan?.use.role === "heuristic" && set === "error" ? "warning" : set;
	if (rule !== void 0 && severity !== "off") used.add(rule);
	return {
		code: draft.code,
		layer: layerOf(draft.code),
		severity,
		verdict: draft.verdict,
		image: plan && draft.ofImage !== false ? subject(plan).reference : void 0,
		environment: plan?.environment.name,
		platform: draft.platform,
		uses: plan ? [plan.use.id] : [],
		args: draft.args,
		trail: (draft.answers ?? []).flatMap((answer) => answer.trail),
		notChecked: draft.notChecked ?? [],
		place: draft.place,
		ignored: rule && { reason: rule.reason }
	};
}

// src/node/load.ts
/** Reads the hosts.toml trees and registries.conf files that environments name; each kind counts for its runtime. */
async function loadNodeHosts(environments, files) {
	const loaded = await Promise.all(environments.map((environment) => load$1(environment, files)));
	return {
		registries: new Map(environments.map(({ name }, at) => [name, loaded[at]?.registries ?? { kind: "direct" }])),
		notes: loaded.flatMap(({ notes }) => notes)
	};
}
async function load$1(environment, files) {
	const { runtime, hostsDir, registriesConf } = environment;
	const [read, other] = runtime === "cri-o" ? [registriesConf, hostsDir] : [hostsDir, registriesConf];
	const notes = other === void 0 ? [] : [{
		file: other,
		why: "not-read",
		detail: runtime
	}];
	const loaded = await loadOwn(runtime, read, files);
	return {
		...loaded,
		notes: [...loaded.notes, ...notes]
	};
}
async function loadOwn(runtime, path, files) {
	if (path === void 0) return {
		registries: { kind: "direct" },
		notes: []
	};
	return runtime === "cri-o" ? loadConf(path, files) : loadTree(path, files);
}
async function loadTree(root, files) {
	const { readHostsTree } = await import("./node-hosts-tree.js");
	const { folders, notes } = await readHostsTree(root, files);
	return {
		registries: {
			kind: "hosts-tree",
			folders
		},
		notes
	};
}
async function loadConf(file, files) {
	const read = await files.read(file);
	if (read.kind !== "text") {
		const why = read.kind === "absent" || read.kind === "denied" || read.kind === "outside" ? read.kind : "unreadable";
		return {
			registries: {
				kind: "unusable",
				file,
				why
			},
			notes: [{
				file,
				why,
				detail: ""
			}]
		};
	}
	const { parseRegistriesConf } = await import("./node-registries-conf.js");
	const parsed = parseRegistriesConf(read.text);
	if (parsed.kind === "conf") return {
		registries: {
			kind: "registries-conf",
			file,
			conf: parsed.conf
		},
		notes: []
	};
	const { why: detail, line } = parsed;
	return {
		registries: {
			kind: "unusable",
			file,
			why: detail
		},
		notes: [{
			file,
			line,
			why: "registries-conf-invalid",
			detail
		}]
	};
}

// src/plan/bound-uses.ts
/** Plans of one run: twenty times what a repository of a thousand charts needs, and what memory holds. */
const defaultMost = 2e5;
/** Leaves out the uses for which there is no room in a run, and names them as one source that was not checked. */
function boundUses(read, { environments, most = defaultMost }) {
	const { rendered, inventory } = read;
	const room = Math.floor(most / Math.max(1, environments));
	const left = inventory.uses.length - room;
	if (left <= 0) return read;
	const uses = inventory.uses.slice(0, room);
	return {
		...read,
		inventory: {
			...inventory,
			uses
		},
		rendered: [...rendered, {
			kind: "skipped",
			source: rest$1(left)
		}]
	};
}
function rest$1(left) {
	return {
		kind: "unresolved",
		id: "uses:more",
		path: ".",
		label: `${left} more uses of images`,
		of: "manifests",
		why: "too-many-uses",
		detail: ""
	};
}

// src/platform/labels.ts
/** The well-known node labels that follow from a platform (kubernetes.io/docs, well-known labels and annotations). */
function labelOf(platform, key) {
	switch (key) {
		case "kubernetes.io/arch":
		case "beta.kubernetes.io/arch": return {
			kind: "known",
			value: cpuOf(platform).architecture
		};
		case "kubernetes.io/os":
		case "beta.kubernetes.io/os": return {
			kind: "known",
			value: normalizeOs(platform.os)
		};
		case "node.kubernetes.io/windows-build": return windowsBuild(platform);
		default: return { kind: "unknown" };
	}
}
function windowsBuild({ os, osVersion }) {
	if (normalizeOs(os) !== "windows") return { kind: "absent" };
	const build = /^\d+\.\d+\.\d+/.exec(osVersion ?? "")?.[0];
	return build === void 0 ? { kind: "unknown" } : {
		kind: "known",
		value: build
	};
}

// src/platform/allowed.ts
/**
* The platforms whose nodes a pod can land on: its node selector and one term of its required affinity
* (component-helpers scheduling/corev1/nodeaffinity), and its declared OS, which the kubelet insists on. Labels that a
* platform does not determine restrict nothing.
*/
function narrow(platforms, scheduling) {
	const { nodeSelector = {}, requiredTerms, os } = scheduling;
	const selected = Object.entries(nodeSelector);
	return platforms.filter((platform) => (os === void 0 || os === "" || normalizeOs(platform.os) === os) && selected.every(([key, value]) => mayBeIn(labelOf(platform, key), [value])) && (requiredTerms === void 0 || requiredTerms.some((term) => mayMatch(platform, term))));
}
function mayMatch(platform, { matchExpressions, hasFields }) {
	if (matchExpressions.length === 0) return hasFields;
	return matchExpressions.every((requirement) => mayHold(platform, requirement));
}
function mayHold(platform, { key, operator, values }) {
	const label = labelOf(platform, key);
	if (label.kind === "unknown") return true;
	switch (operator) {
		case "In": return mayBeIn(label, values);
		case "NotIn": return label.kind === "absent" || !values.includes(label.value);
		case "Exists": return label.kind === "known";
		case "DoesNotExist": return label.kind === "absent";
		case "Gt":
		case "Lt": return label.kind === "known" && compares(label.value, operator, values);
		default: return true;
	}
}
function mayBeIn(label, values) {
	return label.kind === "unknown" || label.kind === "known" && values.includes(label.value);
}
function compares(label, operator, values) {
	const [value = ""] = values;
	if (![label, value].every((text) => /^[+-]?\d{1,19}$/.test(text))) return false;
	return operator === "Gt" ? BigInt(label) > BigInt(value) : BigInt(label) < BigInt(value);
}

// src/reference/domain.ts
/**
* Tells the registry from the path (distribution/reference normalize.go, splitDockerDomain): the text before the first
* `/` is a host if it is `localhost`, has a `.`, a `:` or an upper-case letter; all else is on Docker Hub.
*/
function splitDomain(name) {
	const slash = name.indexOf("/");
	if (slash < 0) return {
		domain: "docker.io",
		rest: `library/${name}`
	};
	const first = name.slice(0, slash);
	const split = looksLikeHost(first) ? {
		domain: first,
		rest: name.slice(slash + 1)
	} : {
		domain: "docker.io",
		rest: name
	};
	const domain = split.domain === "index.docker.io" ? "docker.io" : split.domain;
	return {
		domain,
		rest: domain === "docker.io" && !split.rest.includes("/") ? `library/${split.rest}` : split.rest
	};
}
function looksLikeHost(text) {
	return text === "localhost" || text.includes(".") || text.includes(":") || text.toLowerCase() !== text;
}

// src/reference/grammar.ts
const label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
const domain = `${`(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])`}(?::[0-9]+)?`;
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const path$1 = `${component}(?:/${component})*`;
const reference$1 = new RegExp(`^(?:(?<domain>${domain})/)?(?<path>${path$1})(?::(?<tag>[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
const wholeDomain = new RegExp(`^${domain}$`);
const wholePath = new RegExp(`^${path$1}$`);
/** Matches `[domain/]path[:tag][@digest]`, or gives undefined. */
function matchReference(text) {
	const groups = reference$1.exec(text)?.groups;
	if (groups === void 0) return void 0;
	return {
		domain: groups["domain"] ?? "",
		path: groups["path"] ?? "",
		tag: groups["tag"] ?? null,
		digest: groups["digest"] ?? null
	};
}
/** Whether a text is a host with or without a port. */
function isDomain(text) {
	return wholeDomain.test(text);
}
/** Whether a text is a repository's path. */
function isPath$1(text) {
	return wholePath.test(text);
}

// src/reference/residue.ts
const leftovers = [
	/\{\{[^}]{0,200}(?:\}\})?/,
	/\$\{[^}]{0,200}\}?/,
	/\$\([^)]{0,200}\)?/,
	/<no value>|<nil>/i,
	/%!\w?\([^)]{0,200}\)?/,
	/\{[^}]{0,200}\}/,
	/<[^>]{0,200}>/,
	/\$\w+/,
	/%\w+%/,
	/@\w+@/
];
/** The first piece of a text that a template was meant to replace; undefined if there is none. */
function residue(text) {
	for (const leftover of leftovers) {
		const found = leftover.exec(text);
		if (found !== null) return found[0];
	}
}

// src/reference/reason.ts
/**
* Why a text is no reference, in the terms of the person who wrote it: what it was meant to be comes before the rule
* of the grammar that it breaks. `written` is one that does not parse.
*/
function explain$1(written, error) {
	if (written === "") return say("empty", "");
	if (error === "hex64") return say("image-id", written);
	if (error === "too-long") return say("path-too-long", written);
	return wholeText(written) ?? named$3(written) ?? say("path-characters", written);
}
function say(code, detail) {
	return {
		code,
		detail: detail.slice(0, 80)
	};
}
function wholeText(written) {
	const left = residue(written);
	if (left !== void 0) return say("template-residue", left);
	const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(written);
	if (scheme !== null) return say("url-scheme", scheme[0]);
	return /\s/.test(written) ? say("white-space", written) : void 0;
}
function named$3(written) {
	const at = written.indexOf("@");
	const { name, tag } = splitTag(at < 0 ? written : written.slice(0, at));
	const digest = at < 0 ? void 0 : written.slice(at + 1);
	return nameReason(name) ?? tagReason(tag) ?? digestReason(digest);
}
function splitTag(text) {
	const colon = text.indexOf(":", text.lastIndexOf("/") + 1);
	return colon < 0 ? {
		name: text,
		tag: void 0
	} : {
		name: text.slice(0, colon),
		tag: text.slice(colon + 1)
	};
}
function nameReason(name) {
	if (name === "") return say("missing-name", "");
	const { domain, rest } = splitDomain(name);
	const path = rest.startsWith("library/") && !name.includes("/") ? name : rest;
	if (path.split("/").includes("")) return say("empty-path-part", name);
	if (path.toLowerCase() !== path) return say("upper-case", path);
	if (!isPath$1(path)) return say("path-characters", path);
	return isDomain(domain) ? void 0 : hostReason(domain);
}
function hostReason(domain) {
	const [host = "", port] = domain.split(/:(?=[^:\]]*$)/);
	return port !== void 0 && !/^\d+$/.test(port) && isDomain(host) ? say("port", domain) : say("host", domain);
}
function tagReason(tag) {
	if (tag === void 0) return void 0;
	if (tag === "") return say("empty-tag", "");
	if (tag.includes(":")) return say("several-tags", tag);
	if (/^[\w.+-]+$/.test(tag) && tag.includes("+")) return say("plus-in-tag", tag);
	if (!/^\w[\w.-]*$/.test(tag)) return say("tag-characters", tag);
	return tag.length > 128 ? say("tag-too-long", tag) : void 0;
}
function digestReason(digest) {
	if (digest === void 0) return void 0;
	if (digest === "" || digest.endsWith(":")) return say("empty-digest", digest);
	const [algorithm = "", encoded, ...more] = digest.split(":");
	if (encoded === void 0) return say("digest-without-algorithm", digest);
	if (more.length > 0) return say("tag-after-digest", more.join(":"));
	if (/^sha(256|384|512)$/i.test(algorithm) && /^[0-9a-f]+$/i.test(encoded)) return knownDigest(algorithm, encoded);
	return say(/^[0-9a-f]+$/i.test(encoded) ? "digest-algorithm" : "digest-characters", digest);
}
function knownDigest(algorithm, encoded) {
	const digest = `${algorithm}:${encoded}`;
	if (encoded.length !== Number(algorithm.slice(3)) / 4) return say("digest-length", digest);
	return say(digest === digest.toLowerCase() ? "digest-characters" : "digest-upper-case", digest);
}

// src/reference/parse.ts
/**
* Longest text that is looked at. A valid path, tag and digest have at most 255, 128 and 135 characters and a host name
* 253 (RFC 1035, 2.3.4), so nothing that a registry could serve is longer.
*/
const longest$6 = 4096;
/** Parses an image reference as the kubelet does (ParseNormalizedNamed), with its order of errors. */
function parseReference(written) {
	if (written.length > longest$6) return tooLong(written);
	if (/^[a-f0-9]{64}$/.test(written)) return failure$2(written, "hex64");
	const { domain, rest } = splitDomain(written);
	const name = rest.split(":", 1)[0] ?? "";
	if (name.toLowerCase() !== name) return failure$2(written, "uppercase");
	const full = `${domain}/${rest}`;
	const parts = matchReference(full);
	if (parts === void 0) return failure$2(written, matchReference(full.toLowerCase()) ? "uppercase" : "format");
	if (parts.path.length > 255) return failure$2(written, "too-long");
	const wrong = parts.digest === null ? void 0 : digestError(parts.digest);
	return wrong === void 0 ? reference(written, parts) : failure$2(written, wrong);
}
function tooLong(written) {
	return {
		kind: "reference-error",
		written,
		error: "too-long",
		reason: {
			code: "too-long",
			detail: ""
		}
	};
}
function reference(written, parts) {
	const { domain, path, tag, digest } = parts;
	const repository = domain === "" ? path : `${domain}/${path}`;
	const tagged = `${repository}:${tag ?? "latest"}`;
	if (digest === null) return {
		kind: "reference",
		written,
		...parts,
		repository,
		normalized: tagged,
		pull: tagged
	};
	const pull = `${repository}@${digest}`;
	const normalized = tag === null ? pull : `${tagged}@${digest}`;
	return {
		kind: "reference",
		written,
		...parts,
		repository,
		normalized,
		pull
	};
}
function failure$2(written, error) {
	return {
		kind: "reference-error",
		written,
		error,
		reason: explain$1(written, error)
	};
}

// src/keyring/base64.ts
const alphabet = new Map(Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (character, value) => [character, value]));
/**
* Decodes as Go's encoding/base64 does, with (`=`) or without padding: line breaks are skipped, surplus bits are not
* looked at, and the position of an error is that which Go reports.
*/
function decodeBase64$1(text, isPadded) {
	const errorAt = errorIn(text, isPadded);
	if (errorAt !== void 0) return { errorAt };
	const values = Array.from(text.replace(/[\r\n=]/g, ""), (character) => alphabet.get(character) ?? 0);
	const bytes = [];
	for (let at = 0; at + 1 < values.length; at += 4) bytes.push(...quantum(values.slice(at, at + 4)));
	return { bytes: bytes.join("") };
}
function quantum(values) {
	const [a = 0, b = 0, c = 0, d = 0] = values;
	const bits = a << 18 | b << 12 | c << 6 | d;
	return [
		16,
		8,
		0
	].slice(0, values.length - 1).map((shift) => String.fromCharCode(bits >> shift & 255));
}
function errorIn(text, isPadded) {
	let digits = 0;
	for (const [at, character] of Array.from(text).entries()) {
		if (character === "\r" || character === "\n") continue;
		if (alphabet.has(character)) digits++;
		else return isPadded && character === "=" ? paddingError(text, at, digits % 4) : at;
	}
	const open = digits % 4;
	return open === 1 || open > 1 && isPadded ? text.length - open : void 0;
}
function paddingError(text, at, digits) {
	if (digits < 2) return at;
	const skip = (from) => from + (/^[\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);
	const second = digits === 2 ? skip(at + 1) : at;
	if (second === text.length) return second;
	if (text[second] !== "=") return second - 1;
	const end = skip(second + 1);
	return end < text.length ? end : void 0;
}

// src/keyring/bytes.ts
/**
* Go's strings are bytes, and the kubelet compares, sorts and unescapes keys as such. Here a byte string is a string
* of which each character is one byte.
*/
function toBytes(text) {
	return /^[\0-\x7f]*$/.test(text) ? text : Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}
/** Text of a byte string; what is no UTF-8 becomes U+FFFD. */
function fromBytes(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

// src/keyring/auth.ts
/** Reads an `auth` field, base64 of `username:password` with or without padding, with the kubelet's errors. */
function readAuth(field) {
	const decoded = decodeBase64$1(field, field.trim().endsWith("="));
	if ("errorAt" in decoded) return {
		kind: "error",
		error: `illegal base64 data at input byte ${decoded.errorAt}`
	};
	const colon = decoded.bytes.indexOf(":");
	if (colon < 0) return {
		kind: "error",
		error: "unable to parse auth field, must be formatted as base64(username:password)"
	};
	const [username, password] = [decoded.bytes.slice(0, colon), decoded.bytes.slice(colon + 1)];
	return {
		kind: "auth",
		username: fromBytes(username),
		password: fromBytes(password)
	};
}

// src/keyring/docker-config.ts
/**
* Reads a docker config as the kubelet does with Go's encoding/json (pkg/credentialprovider/config.go): names of fields
* in any case, null for nothing, and one wrong type anywhere among the known fields spoils the whole.
*/
function readDockerConfig(text, shape) {
	const json = parseJson(text);
	if (json === void 0) return {
		kind: "error",
		error: "invalid JSON, which the API server refuses in this secret"
	};
	return shape === "dockercfg" ? readLogins(json.value, goValue$1) : readFile(json.value);
}
function parseJson(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return;
	}
}
const goValue$1 = (field, type) => field === "" ? `Go value of type ${type}` : `Go struct field dockerConfigEntryWithAuth.${field} of type ${type}`;
const goField = (field, type) => `Go struct field DockerConfigJSON.${["auths", field].filter((name) => name !== "").join(".")} of type ${type}`;
function readFile(value) {
	if (value === null) return {
		kind: "config",
		logins: []
	};
	if (!isObject$1(value)) return mismatch(value, "Go value of type credentialprovider.DockerConfigJSON");
	const parts = fieldsOf(value, "auths").map((auths) => readLogins(auths, goField));
	return parts.find((part) => part.kind === "error") ?? wrongHeaders(value) ?? {
		kind: "config",
		logins: parts.flatMap((part) => part.kind === "config" ? part.logins : [])
	};
}
function wrongHeaders(config) {
	const place = "Go struct field DockerConfigJSON.HttpHeaders of type";
	for (const headers of fieldsOf(config, "httpheaders")) {
		if (headers === null) continue;
		if (!isObject$1(headers)) return mismatch(headers, `${place} map[string]string`);
		const wrong = Object.values({ ...headers }).find((header) => header !== null && typeof header !== "string");
		if (wrong !== void 0) return mismatch(wrong, `${place} string`);
	}
}
function readLogins(value, place) {
	if (value === null) return {
		kind: "config",
		logins: []
	};
	if (!isObject$1(value)) return mismatch(value, place("", "credentialprovider.DockerConfig"));
	const logins = [];
	for (const [key, entry] of Object.entries(value)) {
		const login = readLogin(key, entry, place);
		if (login.kind === "error") return login;
		logins.push(login);
	}
	return {
		kind: "config",
		logins
	};
}
function readLogin(key, entry, place) {
	if (entry === null) return {
		kind: "login",
		key,
		username: "",
		password: ""
	};
	if (!isObject$1(entry)) return mismatch(entry, place("", "credentialprovider.dockerConfigEntryWithAuth"));
	const fields = {};
	let wrong;
	for (const [written, value] of Object.entries(entry)) {
		const name = fold$1(written);
		if (value === null || ![
			"username",
			"password",
			"email",
			"auth"
		].includes(name)) continue;
		if (typeof value === "string") fields[name] = value;
		else wrong ??= mismatch(value, place(name, "string"));
	}
	return wrong ?? loginOf(key, fields);
}
function loginOf(key, fields) {
	const { auth = "", username = "", password = "" } = fields;
	if (auth === "") return {
		kind: "login",
		key,
		username,
		password
	};
	const read = readAuth(auth);
	return read.kind === "error" ? read : {
		...read,
		kind: "login",
		key
	};
}
function mismatch(value, place) {
	return {
		kind: "error",
		error: `json: cannot unmarshal ${Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value} into ${place}`
	};
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function fieldsOf(value, name) {
	return Object.entries({ ...value }).flatMap(([key, field]) => fold$1(key) === name ? [field] : []);
}
function fold$1(name) {
	return name.toLowerCase().replaceAll("ſ", "s");
}

// src/keyring/ipv6.ts
const group = /^[0-9a-fA-F]{1,4}$/;
const octet = /^(?:0|[1-9][0-9]{0,2})$/;
/** Whether a text is an IPv6 address (RFC 4291, 2.2), without zone. */
function isIPv6(text) {
	const halves = text.split("::");
	if (halves.length > 2) return false;
	const groups = halves.map((half) => half === "" ? [] : half.split(":"));
	const last = groups.at(-1)?.at(-1) ?? "";
	const isMapped = last.includes(".");
	if (isMapped && !isIPv4(last)) return false;
	const written = groups.flat();
	const hex = isMapped ? written.slice(0, -1) : written;
	const count = written.length + (isMapped ? 1 : 0);
	return hex.every((part) => group.test(part)) && (halves.length === 2 ? count < 8 : count === 8);
}
function isIPv4(text) {
	const octets = text.split(".");
	return octets.length === 4 && octets.every((part) => octet.test(part) && Number(part) <= 255);
}

// src/keyring/url.ts
const hostBytes = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\x80-\xff]*$/;
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
/**
* Parses an http or https URL (a byte string) as Go's net/url does: undefined where Go reports an error. User info,
* query and fragment are dropped. Brackets inside a host (`g[a-h]cr.io`, a pattern) pass, as they do in the Go versions
* up to 1.25 that kubelets are built with.
*/
function parseUrl(url) {
	const [beforeFragment = "", ...fragment] = url.split("#");
	if (/[\0-\x1f\x7f]/.test(beforeFragment) || unescape(fragment.join("#")) === void 0) return void 0;
	const rest = beforeFragment.slice(beforeFragment.indexOf("://") + 3).split("?", 1)[0] ?? "";
	const slash = rest.indexOf("/");
	const host = hostOf$2(slash < 0 ? rest : rest.slice(0, slash));
	const path = unescape(slash < 0 ? "" : rest.slice(slash));
	return host === void 0 || path === void 0 ? void 0 : {
		host,
		path
	};
}
function hostOf$2(authority) {
	const at = authority.lastIndexOf("@");
	const info = authority.slice(0, Math.max(at, 0));
	if (!userInfo.test(info) || unescape(info) === void 0) return void 0;
	const host = authority.slice(at + 1);
	if (host.startsWith("[")) return bracketed(host);
	const colon = host.indexOf(":");
	if (colon >= 0 && !/^:[0-9]*$/.test(host.slice(colon))) return void 0;
	return unescapeHost(host);
}
function bracketed(host) {
	const [, address] = /^\[([^[\]]*)\](?::[0-9]*)?$/.exec(host) ?? [];
	return address !== void 0 && isIPv6(address) ? host : void 0;
}
function unescape(text) {
	if (/%(?![0-9a-fA-F]{2})/.test(text)) return void 0;
	return text.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
function unescapeHost(text) {
	if (/%(?!25)[0-7]/.test(text) || !hostBytes.test(text.replaceAll("%", ""))) return void 0;
	return unescape(text);
}

// src/keyring/shown-key.ts
/**
* A key without its user info, which may hold a password. Where the user info (or what follows an `@` for another
* reason) makes the kubelet skip the key, words stand for it that no URL may have there, so that it stays skipped.
*/
function shownKey(written) {
	const [, scheme = "", rest = ""] = /^(https?:\/\/)?(.*)$/s.exec(written) ?? [];
	if (!rest.includes("@")) return written;
	if (!(parseUrl(`https://${toBytes(rest)}`) !== void 0)) return `${scheme}<user info>@${rest.slice(rest.lastIndexOf("@") + 1)}`;
	const end = rest.search(/[/?#]/);
	const authority = end < 0 ? rest : rest.slice(0, end);
	return scheme + rest.slice(authority.lastIndexOf("@") + 1);
}

// src/keyring/decode.ts
const formats = /* @__PURE__ */ new Map([["kubernetes.io/dockerconfigjson", {
	key: ".dockerconfigjson",
	shape: "config.json"
}], ["kubernetes.io/dockercfg", {
	key: ".dockercfg",
	shape: "dockercfg"
}]]);
/**
* What the kubelet reads from a pull secret (pkg/credentialprovider/secrets/secrets.go): of two types one key each. Any
* other secret it passes over without a word; one that it cannot decode keeps it from pulling for the pod at all.
*/
function decodePullSecret({ name, type, data }) {
	const format = formats.get(type);
	if (format === void 0) return {
		kind: "ignored",
		why: "type"
	};
	if (!Object.hasOwn(data, format.key)) return {
		kind: "ignored",
		why: "key-missing"
	};
	const content = data[format.key];
	if (content === void 0) return {
		kind: "undecodable",
		error: "illegal base64 data"
	};
	const text = typeof content === "string" ? content : content.reveal();
	if (text === "") return {
		kind: "ignored",
		why: "empty"
	};
	const config = readDockerConfig(text, format.shape);
	if (config.kind === "error") return {
		kind: "undecodable",
		error: config.error
	};
	return {
		kind: "decoded",
		entries: config.logins.map(({ key, username, password }) => ({
			secret: name,
			key: shownKey(key),
			username,
			password: new Secret(password)
		}))
	};
}

// src/keyring/glob.ts
const tokens = /\*|\[((?:[^\]-](?:-[^\]-])?)+)\]|[^[*]/gy;
/** Whether a host label matches a shell pattern as Go's path.Match has it (both byte strings); in time of their product. */
function matchesLabel(pattern, label) {
	const [first, ...rest] = parse$1(pattern) ?? [];
	if (first === void 0 || !fits(first, label, 0)) return false;
	const last = rest.pop();
	if (last === void 0) return label.length === first.length;
	const end = label.length - last.length;
	let at = first.length;
	for (const piece of rest) {
		const found = find$1(piece, label, at);
		if (found === void 0) return false;
		at = found + piece.length;
	}
	return at <= end && fits(last, label, end);
}
/** What stands between the stars; undefined for a pattern that is malformed. */
function parse$1(pattern) {
	const found = Array.from(pattern.matchAll(tokens));
	if (found.reduce((sum, [token]) => sum + token.length, 0) !== pattern.length) return void 0;
	const pieces = [[]];
	for (const [token, ranges] of found) if (token === "*") pieces.push([]);
	else pieces.at(-1)?.push(ranges === void 0 ? [[token, token]] : rangesOf(ranges));
	return pieces;
}
function rangesOf(text) {
	return Array.from(text.matchAll(/(.)(?:-(.))?/gs), ([, low = "", high = low]) => [low, high]);
}
function find$1(piece, label, from) {
	for (let at = from; at + piece.length <= label.length; at++) if (fits(piece, label, at)) return at;
}
function fits(piece, label, at) {
	if (at + piece.length > label.length) return false;
	return piece.every((step, offset) => {
		const byte = label.charAt(at + offset);
		return step.some(([low, high]) => low <= byte && byte <= high);
	});
}

// src/keyring/keyring.ts
const defaultRegistry = "index.docker.io";
/**
* The logins that the kubelet tries for a repository (`docker.io/library/nginx`), in its order: keys in descending byte
* order, equal keys in the order of the secrets (pkg/credentialprovider/keyring.go). Where nothing matches, the pull is
* anonymous. Equal keys of one secret, which the kubelet takes in any order, keep theirs.
*/
function lookup(secrets, repository) {
	const indexed = secrets.flat().flatMap((entry) => {
		const key = indexKey(entry.key);
		return key === void 0 ? [] : [{
			entry,
			key
		}];
	});
	const subject = parseUrl(`https://${toBytes(repository)}`);
	const matching = indexed.filter(({ key }) => subject !== void 0 && matches(key, subject));
	if (matching.length > 0) return matching.toSorted((a, b) => descending(a.key, b.key)).map(({ entry }) => ({
		entry,
		by: "key"
	}));
	if (!isOfDefaultRegistry(repository)) return [];
	return indexed.filter(({ key }) => key === defaultRegistry).map(({ entry }) => ({
		entry,
		by: "default-registry"
	}));
}
/** Host and path, without what Docker's old keys end in; undefined where the kubelet skips the key. */
function indexKey(written) {
	const key = toBytes(written);
	const location = parseUrl(/^https?:\/\//.test(key) ? key : `https://${key}`);
	if (location === void 0) return void 0;
	const path = /^\/v[12]\//.test(location.path) ? location.path.slice(3) : location.path;
	return path === "/" ? location.host : location.host + path;
}
function matches(key, subject) {
	const pattern = parseUrl(`https://${key}`);
	if (pattern === void 0 || !subject.path.startsWith(pattern.path)) return false;
	const wanted = splitHost(pattern.host);
	const given = splitHost(subject.host);
	return wanted.port === given.port && wanted.labels.length === given.labels.length && wanted.labels.every((label, at) => matchesLabel(label, given.labels[at] ?? ""));
}
function splitHost(host) {
	const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(host) ?? [];
	return {
		labels: (port === void 0 ? host : bracketed ?? plain ?? "").split("."),
		port: port ?? ""
	};
}
function isOfDefaultRegistry(repository) {
	const [first = "", ...rest] = repository.split("/");
	if (first === "") return false;
	return rest.length === 0 || first === "docker.io" || first === defaultRegistry || !/[.:]/.test(first);
}
function descending(a, b) {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}

// src/plan/credentials.ts
/**
* The credentials that the kubelet would try for a repository, in its order: the pod's pull secrets, else those of its
* ServiceAccount (never merged: plugin/pkg/admission/serviceaccount), then the node's docker config.
*/
function planCredentials(use, repository, context) {
	const { namespaces, nodeKeyring } = context;
	const namespace = namespaces.of(use.workload.namespace, use.source);
	const serviceAccount = use.pod.serviceAccount ?? "default";
	const names = use.pod.pullSecrets?.length ? use.pod.pullSecrets : accountSecrets(use, serviceAccount, context);
	const named = names.map((name) => ({
		name,
		secret: namespaces.secret(name, namespace, use.source)
	}));
	const known = [secretKeyring(named, namespace), nodeKeyring].flatMap((keyring) => lookup(keyring, repository).map((match) => access(match.entry)));
	return {
		serviceAccount,
		secrets: names,
		known,
		unknown: named.filter(({ secret }) => isUnknown(secret)).map(({ name }) => `${namespace}/${name}`),
		undecodable: undecodable(named, namespace),
		notes: notes(named, namespace, known.length)
	};
}
function accountSecrets(use, account, { namespaces }) {
	if (use.role === "heuristic" && use.pod.serviceAccount === void 0) return [];
	const namespace = namespaces.of(use.workload.namespace, use.source);
	return namespaces.serviceAccount(account, namespace, use.source)?.pullSecrets ?? [];
}
function secretKeyring(named, namespace) {
	return named.map(({ name, secret }) => secret.kind === "known" ? secret.entries.map((entry) => ({
		...entry,
		secret: `${namespace}/${name}`
	})) : []);
}
/** The logins of the nodes themselves, where a docker config of theirs is known. */
function nodeKeyring({ nodeCredentials }) {
	if (nodeCredentials.kind !== "docker-config") return [];
	const decoded = decodePullSecret({
		name: "node",
		type: "kubernetes.io/dockerconfigjson",
		data: { ".dockerconfigjson": nodeCredentials.content }
	});
	return decoded.kind === "decoded" ? [decoded.entries.map((entry) => ({
		...entry,
		secret: "node"
	}))] : [];
}
function access(entry) {
	return {
		kind: "secret",
		name: `${entry.secret}#${entry.key}`,
		credential: {
			kind: "basic",
			username: entry.username,
			password: entry.password
		}
	};
}
function isUnknown(secret) {
	return secret.kind === "produced" || secret.kind === "elsewhere" || secret.kind === "missing";
}
function undecodable(named, namespace) {
	for (const { name, secret } of named) if (secret.kind === "undecodable") return {
		secret: `${namespace}/${name}`,
		error: secret.error
	};
}
function notes(named, namespace, matches) {
	return named.flatMap(({ name, secret }) => note(`${namespace}/${name}`, secret, matches));
}
function note(secret, found, matches) {
	switch (found.kind) {
		case "known": return matches > 0 ? [] : [{
			code: "pull-secret-no-match",
			secret,
			detail: found.entries.map((entry) => entry.key)
		}];
		case "ignored": return [{
			code: "pull-secret-ignored",
			secret,
			detail: [found.why]
		}];
		case "elsewhere": return [{
			code: "pull-secret-other-namespace",
			secret,
			detail: found.namespaces
		}];
		case "missing": return [{
			code: "pull-secret-missing",
			secret,
			detail: []
		}];
		case "produced":
		case "undecodable": return [];
	}
}

// src/plan/pull-policy.ts
/**
* The kubelet's default at creation (pkg/apis/core/v1/defaults.go): `Always` for the tag `latest`, written or implied
* (also beside a digest), else `IfNotPresent`.
*/
function effectivePullPolicy(written, reference) {
	if (written !== void 0 && written !== "") return written;
	if (reference.kind === "reference-error") return "IfNotPresent";
	if (reference.tag === "latest") return "Always";
	return reference.tag === null && reference.digest === null ? "Always" : "IfNotPresent";
}

// src/plan/namespace.ts
/** Where an object lands: as written, else the release's namespace, else kubectl's default. */
function effectiveNamespace(written, source) {
	if (written !== void 0 && written !== "") return written;
	if (source?.kind === "helm") return source.options.namespace;
	return (source !== void 0 && "inner" in source ? source.namespace : void 0) ?? "default";
}

// src/plan/pull-secrets.ts
/** Looks up secrets and service accounts as rendered, by namespace and name; the use's own source goes first. */
var Namespaces = class {
	#sources;
	#secrets;
	#serviceAccounts;
	#producers;
	#supplied;
	#found = /* @__PURE__ */ new Map();
	#decoded = /* @__PURE__ */ new Map();
	constructor(inventory, sources, supplied) {
		this.#sources = new Map(sources.map((source) => [source.id, source]));
		this.#secrets = byName(inventory.secrets);
		this.#serviceAccounts = byName(inventory.serviceAccounts);
		this.#producers = byName(inventory.producers);
		this.#supplied = byName(supplied);
	}
	/** The namespace of an object of a source. */
	of(written, source) {
		return effectiveNamespace(written, this.#sources.get(source));
	}
	serviceAccount(name, namespace, source) {
		const here = (this.#serviceAccounts.get(name) ?? []).filter((account) => this.of(account.namespace, account.source) === namespace);
		return here.find((account) => account.source === source) ?? here[0];
	}
	secret(name, namespace, source) {
		const key = JSON.stringify([
			name,
			namespace,
			source
		]);
		const found = this.#found.get(key) ?? this.#find(name, namespace, source);
		this.#found.set(key, found);
		return found;
	}
	#find(name, namespace, source) {
		if (name === "") return {
			kind: "ignored",
			why: "blank-name"
		};
		const supplied = this.#supply(name, namespace);
		if (supplied !== void 0) return this.#decode(supplied, () => dockerConfigJson(name, supplied));
		const named = this.#secrets.get(name) ?? [];
		const here = named.filter((secret) => this.of(secret.namespace, secret.source) === namespace);
		const own = here.find((secret) => secret.source === source) ?? here[0];
		if (own !== void 0) return disagree(own, here, source) ? { kind: "produced" } : this.#decode(own, () => own);
		return this.#absent(name, namespace, named);
	}
	#decode(secret, read) {
		const decoded = this.#decoded.get(secret) ?? known$1(decodePullSecret(read()));
		this.#decoded.set(secret, decoded);
		return decoded;
	}
	#supply(name, namespace) {
		const fits = this.#supplied.get(name) ?? [];
		return fits.find((secret) => secret.namespace === namespace) ?? fits.find((secret) => secret.namespace === void 0);
	}
	#absent(name, namespace, named) {
		if ((this.#producers.get(name) ?? []).some((producer) => this.of(producer.namespace, producer.source) === namespace)) return { kind: "produced" };
		const namespaces = [...new Set(named.map((secret) => this.of(secret.namespace, secret.source)))];
		return namespaces.length > 0 ? {
			kind: "elsewhere",
			namespaces
		} : { kind: "missing" };
	}
};
function byName(all) {
	return Map.groupBy(all, ({ name }) => name);
}
function dockerConfigJson(name, supplied) {
	return {
		name,
		type: "kubernetes.io/dockerconfigjson",
		data: { ".dockerconfigjson": supplied.content }
	};
}
function disagree(own, here, source) {
	return own.source !== source && here.some((other) => contentOf$2(other) !== contentOf$2(own));
}
function contentOf$2(secret) {
	const entries = Object.entries(secret.data).map(([key, value]) => [key, value?.reveal()]);
	return JSON.stringify([secret.type, entries]);
}
function known$1(decoded) {
	if (decoded.kind !== "decoded") return decoded.kind === "ignored" ? decoded : {
		kind: "undecodable",
		error: decoded.error
	};
	return decoded.entries.some((entry) => entry.username === "" && entry.password.reveal() === "") || decoded.entries.length === 0 ? { kind: "produced" } : {
		kind: "known",
		entries: decoded.entries
	};
}

// src/node/folder-for.ts
/**
* The folder of a registry in a certs.d tree: `host_port_`, else `host:port`, else `_default`
* (containerd core/remotes/docker/config/config_unix.go, hostPaths).
*/
function folderFor(registry, folders) {
	const port = registry.lastIndexOf(":");
	const underscored = port > 0 ? `${registry.slice(0, port)}_${registry.slice(port + 1)}_` : registry;
	return folders.get(underscored) ?? folders.get(registry) ?? folders.get("_default");
}

// src/plan/hosts.ts
/** The host that a node contacts for a registry's name where nothing else is configured (containerd config/hosts.go). */
function ownHost(registry, environment) {
	const isInsecure = environment.insecureRegistries.includes(registry);
	return {
		registry,
		authority: authorityOf(registry),
		path: "/v2",
		...isInsecure ? {
			scheme: "https-then-http",
			verify: false
		} : transportOf(registry),
		ca: environment.caPem
	};
}
/** docker.io is served by another host (containerd core/remotes/docker/registry.go). */
function authorityOf(registry) {
	return registry === "docker.io" ? "registry-1.docker.io" : registry;
}
/** Loopback is not verified; its port says which protocol it speaks, and any but 80 and 443 leaves both open. */
function transportOf(registry) {
	if (!isLoopback(registry)) return {
		scheme: "https",
		verify: true
	};
	const port = portOf(registry);
	if (port === 80) return {
		scheme: "http",
		verify: true
	};
	return {
		scheme: port === void 0 || port === 443 ? "https" : "https-then-http",
		verify: false
	};
}
function isLoopback(registry) {
	const name = registry.replace(/:\d+$/, "");
	return name === "localhost" || registry.startsWith("[::1]:") || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}
/** The port that a host is named with. */
function portOf(authority) {
	const port = /:(\d+)$/.exec(authority)?.[1];
	return port === void 0 ? void 0 : Number(port);
}

// src/plan/containerd-route.ts
/**
* The hosts of a certs.d tree, as containerd asks them: only hosts that may resolve say what a tag stands for, hosts
* that may pull what a digest does; all of them give content (core/remotes/docker/resolver.go and fetcher.go).
*/
function containerdRoute(asked, environment, folders) {
	const rules = folderFor(asked.registry, folders)?.hosts ?? [direct$2];
	const byDigest = asked.reference.digest !== null;
	const hosts = rules.map((rule) => ({
		host: hostOf$1(rule, asked.registry, environment),
		repository: asked.repository,
		resolves: rule.pulls && (byDigest || rule.resolves),
		login: "sent"
	}));
	const content = "every-host";
	if (hosts.some(({ resolves }) => resolves)) return {
		hosts,
		content
	};
	return {
		hosts,
		content,
		obstacle: {
			code: "blocked-by-node",
			reason: "no-host-resolves"
		}
	};
}
const direct$2 = {
	pulls: true,
	resolves: true,
	headers: {},
	tls: { isConfigured: false }
};
function hostOf$1({ address, tls, headers }, registry, environment) {
	const own = ownHost(registry, environment);
	const { skipVerify, ca, client } = tls;
	const authorities = [environment.caPem, ca].filter((pem) => pem !== void 0);
	const configured = {
		headers,
		client,
		ca: authorities.length > 0 ? authorities.join("\n") : void 0
	};
	if (address === void 0) return {
		...own,
		...configured,
		verify: own.verify && skipVerify !== true
	};
	const { authority, path } = address;
	const mirrorOf = authority === authorityOf(registry) || authority === registry ? void 0 : registry;
	const verify = skipVerify !== true && !environment.insecureRegistries.includes(authority);
	return {
		registry,
		authority,
		path,
		scheme: schemeOf(address, tls.isConfigured),
		verify,
		mirrorOf,
		...configured
	};
}
function schemeOf({ scheme, authority }, isTlsConfigured) {
	if (scheme === "https") return "https";
	return isTlsConfigured && portOf(authority) !== 80 ? "https-then-http" : "http";
}

// src/node/full-name.ts
/**
* What CRI-O takes a written image for: a name without a registry is looked up among the aliases, else it belongs to the
* one search registry (containers/image pkg/shortnames, mode enforcing, which is CRI-O's default).
*/
function fullName(written, conf) {
	const [name = ""] = written.split("@");
	const bare = name.replace(/:[^/:]*$/, "");
	if (!isShort(bare)) return named$2(bare);
	const alias = conf.aliases.get(bare);
	if (typeof alias === "string") return named$2(alias);
	const [only, ...others] = conf.searchRegistries;
	return only === void 0 || others.length > 0 ? {
		kind: "ambiguous",
		registries: conf.searchRegistries
	} : named$2(`${only}/${bare}`);
}
function isShort(name) {
	const [first = "", ...rest] = name.split("/");
	return rest.length === 0 || !/[.:]/.test(first) && first !== "localhost";
}
function named$2(name) {
	const reference = parseReference(name);
	return reference.kind === "reference" ? {
		kind: "name",
		domain: reference.domain,
		path: reference.path
	} : {
		kind: "ambiguous",
		registries: []
	};
}

// src/node/match-prefix.ts
/** How much of a name a prefix covers, or undefined (containers/image sysregistriesv2, refMatchingPrefix). */
function matchPrefix(name, prefix) {
	const end = prefix.startsWith("*.") ? endOfDomain(name, prefix.slice(1)) : endOfStart(name, prefix);
	if (end === void 0 || end === name.length) return end;
	return /[:/@]/.test(name[end] ?? "") ? end : void 0;
}
function endOfStart(name, prefix) {
	return name.startsWith(prefix) ? prefix.length : void 0;
}
function endOfDomain(name, suffix) {
	const at = name.indexOf(suffix);
	return at < 0 || name.slice(0, at).includes("/") ? void 0 : at + suffix.length;
}
/** The rule with the longest prefix that covers a name without tag and digest. */
function ruleFor(name, rules) {
	return rules.filter(({ prefix }) => matchPrefix(name, prefix) !== void 0).toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}

// src/plan/crio-route.ts
/**
* The hosts of a registries.conf, as CRI-O asks them: the mirrors of the longest prefix, then its location, each with
* the name rewritten; the one that has the manifest gives everything else (containers/image docker/docker_image_src.go).
*/
function crioRoute(asked, environment, { file, conf }) {
	const name = fullName(asked.reference.written, conf);
	if (name.kind === "ambiguous") return closed({
		code: "short-name-ambiguous",
		registries: name.registries,
		file
	});
	const whole = `${name.domain}/${name.path}`;
	const rule = ruleFor(whole, conf.registries);
	const endpoints = rule === void 0 ? [{
		location: whole,
		insecure: false
	}] : endpointsOf(rule, asked);
	const names = endpoints.map((endpoint) => rewritten(whole, rule, endpoint));
	const odd = names.find((one) => !isWholeName(one));
	if (odd !== void 0) return closed({
		code: "blocked-by-node",
		reason: "invalid-name",
		file,
		detail: odd
	});
	const blocked = names.map((one) => ruleFor(one, conf.registries)?.blocked === true);
	if (blocked.every(Boolean)) return closed({
		code: "blocked-by-node",
		reason: "blocked",
		file,
		detail: rule?.prefix
	});
	return {
		hosts: endpoints.flatMap((endpoint, at) => blocked[at] ? [] : [hostOf(endpoint, names[at] ?? "", {
			asked,
			domain: name.domain,
			environment
		})]),
		content: "resolving-host"
	};
}
function closed(obstacle) {
	return {
		hosts: [],
		content: "resolving-host",
		obstacle
	};
}
function endpointsOf({ mirrors, location, insecure }, { reference }) {
	const unfit = reference.digest === null ? "digest-only" : "tag-only";
	return [...mirrors.filter(({ pulls }) => pulls !== unfit), {
		location,
		insecure
	}];
}
/** The name with the prefix replaced; without a location it stays as it is. */
function rewritten(name, rule, { location }) {
	if (rule === void 0 || location === "") return name;
	return location + name.slice(matchPrefix(name, rule.prefix) ?? 0);
}
function isWholeName(name) {
	const reference = parseReference(name);
	return reference.kind === "reference" && reference.repository === name;
}
function hostOf({ insecure }, name, context) {
	const { asked, domain: logical, environment } = context;
	const [domain = "", ...path] = name.split("/");
	const isInsecure = insecure || environment.insecureRegistries.includes(domain);
	return {
		host: {
			registry: domain,
			authority: authorityOf(domain),
			path: "/v2",
			scheme: isInsecure ? "https-then-http" : "https",
			verify: !isInsecure,
			ca: environment.caPem
		},
		repository: path.join("/"),
		resolves: true,
		login: loginFor(domain, logical, asked)
	};
}
function loginFor(domain, logical, { registry }) {
	if (domain !== logical) return "none";
	return domain === registry ? "sent" : "withheld";
}

// src/plan/route.ts
/** The hosts that a node asks for a reference, in its order. */
function routeOf(reference, environment, registries) {
	if (reference.kind === "reference-error") return {
		hosts: [],
		content: "every-host"
	};
	const asked = {
		reference,
		...contacted(reference)
	};
	switch (registries.kind) {
		case "direct": return direct$1(asked, environment);
		case "hosts-tree": return containerdRoute(asked, environment, registries.folders);
		case "registries-conf": return crioRoute(asked, environment, registries);
		case "unusable": {
			const { file, why } = registries;
			return {
				hosts: [],
				content: "every-host",
				obstacle: {
					code: "blocked-by-node",
					reason: "invalid",
					file,
					detail: why
				}
			};
		}
	}
}
function direct$1({ registry, repository }, environment) {
	return {
		hosts: [{
			host: ownHost(registry, environment),
			repository,
			resolves: true,
			login: "sent"
		}],
		content: "every-host"
	};
}
/** A name such as `foo_bar.com/app` has no domain for the grammar, yet containerd contacts its first part. */
function contacted({ domain, path }) {
	if (domain !== "") return {
		registry: domain,
		repository: path
	};
	const [registry = "", ...rest] = path.split("/");
	return {
		registry,
		repository: rest.join("/")
	};
}

// src/plan/plan.ts
/** What a node of each environment would do for each use. */
function plan(inventory, sources, request) {
	const namespaces = new Namespaces(inventory, sources, request.pullSecrets);
	return request.environments.flatMap((environment) => {
		const registries = request.registries?.get(environment.name) ?? { kind: "direct" };
		const { depth } = request;
		const context = {
			environment,
			registries,
			namespaces,
			inventory,
			depth,
			nodeKeyring: nodeKeyring(environment)
		};
		return inventory.uses.map((use) => planUse(use, context));
	});
}
function planUse(use, context) {
	const { environment } = context;
	const reference = parseReference(use.image);
	const route = routeOf(reference, environment, context.registries);
	return {
		use,
		environment,
		reference,
		pullPolicy: effectivePullPolicy(use.pullPolicy, reference),
		platforms: requiredPlatforms(use, context),
		...route,
		depth: context.depth,
		credentials: planCredentials(use, reference.kind === "reference" ? reference.repository : "", context),
		service: serviceBehind(route.hosts.at(-1))
	};
}
function serviceBehind(last) {
	if (last === void 0) return "other";
	const { registry, mirrorOf, authority } = last.host;
	return serviceOf(mirrorOf === void 0 ? registry : authority);
}
function requiredPlatforms(use, { environment, inventory }) {
	const platforms = environment.platforms.flatMap((text) => {
		const platform = parsePlatform(text);
		return platform.kind === "platform" ? [platform.platform] : [];
	});
	const runtimeClass = inventory.runtimeClasses.find(({ name }) => name === use.pod.runtimeClass);
	return narrow(platforms, {
		nodeSelector: {
			...runtimeClass?.nodeSelector,
			...use.pod.nodeSelector
		},
		requiredTerms: use.pod.requiredTerms,
		os: use.pod.os
	});
}

// src/compare/access.ts
/** What rendered sources hold of it. Contents are kept as hashes. */
function accessIn({ secrets, producers, serviceAccounts }, sources) {
	const place = placing(sources);
	const entries = [
		...secrets.map((secret) => {
			const data = Object.entries(secret.data).map(([key, value]) => [key, value?.reveal()]);
			return [place("secret", secret), JSON.stringify([secret.type, data])];
		}),
		...producers.map((producer) => [place("secret", producer), producer.kind]),
		...serviceAccounts.filter(({ pullSecrets }) => pullSecrets.length > 0).map((account) => [place("account", account), JSON.stringify(account.pullSecrets)])
	];
	const named = Map.groupBy(entries, ([name]) => name);
	return new Map([...named].map(([name, same]) => [name, sha256(JSON.stringify(same.map(([, text]) => text).toSorted()))]));
}
/** What is not the same before and after: new, gone or changed. */
function changedAccess(before, after) {
	const names = [...before.keys(), ...after.keys()];
	return new Set(names.filter((name) => before.get(name) !== after.get(name)));
}
/** The sources with a pod that pulls by what was changed: by a secret that it names, or by its account and those of that. */
function leaningSources(changed, inventory, sources) {
	const place = placing(sources);
	const accounts = inventory.serviceAccounts.flatMap((account) => {
		const { namespace, source } = account;
		return account.pullSecrets.some((name) => changed.has(place("secret", {
			name,
			namespace,
			source
		}))) ? [place("account", account)] : [];
	});
	const leaned = /* @__PURE__ */ new Set([...changed, ...accounts]);
	const leans = ({ source, workload: { namespace }, pod: { pullSecrets = [], serviceAccount = "default" } }) => pullSecrets.length > 0 ? pullSecrets.some((name) => leaned.has(place("secret", {
		name,
		namespace,
		source
	}))) : leaned.has(place("account", {
		name: serviceAccount,
		namespace,
		source
	}));
	return new Set(inventory.uses.filter(leans).map(({ source }) => source));
}
function placing(sources) {
	const byId = new Map(sources.map((source) => [source.id, source]));
	return (kind, { name, namespace, source }) => JSON.stringify([
		kind,
		effectiveNamespace(namespace, byId.get(source)),
		name
	]);
}

// src/discover/changed/made-of.ts
/**
* Root-relative paths of everything that a source is made of; a folder stands for all that is in it. Rather too much
* than too little: a source that lacks a part here would go unchecked when the part changes.
*/
async function madeOf(source, files) {
	const { definedAt, madeWith = [] } = source;
	const named = definedAt === void 0 ? madeWith : [...madeWith, definedAt.file];
	const parts = [...await partsOf$1(source, files), ...await madeWithParts(named, files)];
	const real = await Promise.all(parts.map((path) => files.real(path)));
	return [.../* @__PURE__ */ new Set([...parts, ...real.filter((path) => path !== void 0)])];
}
async function partsOf$1(source, files) {
	switch (source.kind) {
		case "helm": return [...source.options.values, ...source.remote === void 0 ? await chartParts(source.path, files) : []];
		case "kustomize": return kustomizationParts(source.path, files);
		case "manifests": return source.files;
		case "argocd":
		case "flux": return partsOf$1(source.inner, files);
		case "unresolved": return unresolvedParts(source.path, files);
	}
}
/** Files, and kustomizations with all that they are made of. */
async function madeWithParts(paths, files) {
	return (await Promise.all(paths.map((path) => kustomizationParts(path, files)))).flat();
}
async function unresolvedParts(path, files) {
	return [
		path,
		...await chartParts(path, files),
		...await kustomizationParts(path, files)
	];
}
/** The chart's folder with what links in it lead to, and the charts beside it that it depends on. */
async function chartParts(path, files) {
	const charts = /* @__PURE__ */ new Set([path]);
	const links = [];
	for (const chart of charts) {
		const { entries } = await entriesBelow(files, chart, chartExtent);
		links.push(...entries.filter(({ entry }) => entry.link === true).map((entry) => entry.path));
		for (const needed of await localRequirements(chart, files)) charts.add(needed);
	}
	return [...charts, ...links];
}
/** Helm docs, "Chart dependencies": a repository of `file://` is a path from the chart's folder. */
async function localRequirements(chart, files) {
	return (await Promise.all(["Chart.yaml", "requirements.yaml"].map((name) => files.read(join(chart, name))))).flatMap((read) => {
		const value = read.kind === "text" ? loadYaml(read.text) : void 0;
		const list = isMapping(value) ? value["dependencies"] : void 0;
		return Array.isArray(list) ? list.filter(isMapping) : [];
	}).map(({ repository }) => typeof repository === "string" ? /^file:\/\/(.+)$/s.exec(repository)?.[1] : void 0).map((reference) => reference === void 0 ? void 0 : resolvePath(chart, reference)).filter((path) => path !== void 0);
}
/** The kustomization, its bases and components, and theirs, with every file that one of them names. */
async function kustomizationParts(path, files) {
	const asked = /* @__PURE__ */ new Set([path]);
	const parts = [];
	for (const at of asked) {
		const kustomization = await readKustomization(files, at);
		parts.push(...ownParts(at, kustomization));
		for (const include of kustomization?.includes ?? []) asked.add(include);
	}
	return parts;
}
/** The configuration of a plugin may name any file below; what is no kustomization is a file. */
function ownParts(path, kustomization) {
	if (kustomization === void 0 || kustomization.hasPlugins) return [path];
	return kustomizationNames.map((name) => join(path, name));
}

// src/discover/changed/touched.ts
/** Tells the sources apart by whether something that they are made of is among the changed paths. */
async function touchedSources(sources, changed, files) {
	const paths = new Set(changed);
	const folders = new Set(changed.flatMap(ancestors));
	const isChanged = (part) => paths.has(part) || folders.has(part) || ancestors(part).some((folder) => paths.has(folder));
	const scope = {
		touched: [],
		untouched: []
	};
	for (const source of sources) if (lostOne(source, changed) || (await madeOf(source, files)).some(isChanged)) scope.touched.push(source);
	else scope.untouched.push(source);
	return scope;
}
/** What is read from standard input comes from elsewhere; of a folder of manifests a file may be gone. */
function lostOne(source, changed) {
	if (source.kind !== "manifests") return false;
	const { path } = source;
	return path === "-" || changed.some((file) => dirname(file) === path && /\.(?:ya?ml|json)$/i.test(file));
}
/** The folders that a path lies in, the root with them. */
function ancestors(path) {
	const folders = [];
	for (let at = dirname(path);; at = dirname(at)) {
		folders.push(at);
		if (at === "." || at === "/") return folders;
	}
}

// src/discover/gitops/may-deliver.ts
/** Of the sources, those in whose text an object of Argo CD or Flux is mentioned: they may deliver others. */
async function mayDeliver(sources, files) {
	const found = [];
	for (const source of sources) if (await mentions$1(await madeOf(source, files), files)) found.push(source);
	return found;
}
async function mentions$1(parts, files) {
	for (const part of parts) if (await mentionsBelow(part, files)) return true;
	return false;
}
async function mentionsBelow(part, files) {
	const { entries } = await entriesBelow(files, part, chartExtent);
	const paths = entries.length === 0 ? [part] : entries.map(({ path }) => path);
	for (const path of paths) if (await mentionsOne(path, files)) return true;
	return false;
}
async function mentionsOne(path, files) {
	if (!/\.(?:ya?ml|json|tpl)$/i.test(path)) return false;
	const read = await files.read(path);
	return read.kind === "text" && /\b(?:argoproj|fluxcd)\.io\//.test(read.text);
}

// src/extract/custom-resources/types.ts
/** No object of a cluster has more images: with any name they would be larger than etcd takes. */
const mostImages$1 = 1e4;

// src/extract/document/field-text.ts
/** `spec.template.spec.containers[0].image`; keys that need it in brackets and quotes. */
function fieldText(path) {
	return path.map(stepText).join("").replace(/^\./, "");
}
/** The same with the items of lists by `name` where they have one, so that it stays the same when items are added. */
function stableFieldText(root, path) {
	let node = root;
	return path.map((step) => {
		node = valueAt(node, step);
		const name = typeof step === "number" ? textOf$2(valueAt(node, "name")) : void 0;
		return name === void 0 ? stepText(step) : `[${name}]`;
	}).join("").replace(/^\./, "");
}
function stepText(step) {
	if (typeof step === "number") return `[${step}]`;
	return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

// src/extract/document/head.ts
const significantLine = /^(?![ \t]*(?:#|\r?$)|(?:---|\.\.\.)[ \t]*(?:#|\r?$)|%)[^\r\n]/m;
const oddKey = /^(?:["'?&*!<]|kind[ \t]+:)/m;
const kindLine = /kind:[ \t]+(["']?)([A-Za-z0-9]+)\1[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
/** Looks for the one `kind:` that stands at the start of a line, where a block map at the top level has it. */
function headOf(document) {
	const text = withPlainBreaks(document.startsWith("﻿") ? document.slice(1) : document);
	const first = significantLine.exec(text);
	if (first === null) return { kind: "empty" };
	if (!text.includes("kind")) return { kind: "none" };
	if (!/[A-Za-z]/.test(text.charAt(first.index))) return { kind: "unclear" };
	if (oddKey.test(text)) return { kind: "unclear" };
	const at = topLevelKind(text);
	if (at === void 0) return { kind: "unclear" };
	kindLine.lastIndex = at;
	const name = kindLine.exec(text)?.[2];
	return name === void 0 ? { kind: "unclear" } : {
		kind: "object",
		name
	};
}
function topLevelKind(text) {
	const first = text.startsWith("kind:") ? 0 : text.indexOf("\nkind:") + 1;
	return (first > 0 || text.startsWith("kind:")) && !text.includes("\nkind:", first + 1) ? first : void 0;
}

// src/extract/pods/pod-context.ts
/** What a PodSpec, or the spec of a custom resource that is written like one, says about its pulls. */
function podContext(spec) {
	return {
		serviceAccount: serviceAccount$1(spec),
		pullSecrets: pullSecrets(valueAt(spec, "imagePullSecrets")),
		nodeSelector: textEntriesOf(valueAt(spec, "nodeSelector")),
		requiredTerms: requiredTerms(spec),
		os: textOf$2(valueAt(spec, "os", "name")),
		runtimeClass: textOf$2(valueAt(spec, "runtimeClassName"))
	};
}
/** Names of `imagePullSecrets` in order. A blank name keeps its place: it stops the account's secrets all the same. */
function pullSecretNames(value) {
	return listOf(value).map((item) => textOf$2(valueAt(item, "name")) ?? "");
}
function serviceAccount$1(spec) {
	return [valueAt(spec, "serviceAccountName"), valueAt(spec, "serviceAccount")].map(textOf$2).find((name) => name !== void 0 && name !== "");
}
function pullSecrets(value) {
	const names = pullSecretNames(value);
	return names.length > 0 ? names : void 0;
}
function requiredTerms(spec) {
	const required = valueAt(spec, "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
	const terms = valueAt(required, "nodeSelectorTerms");
	return Array.isArray(terms) ? terms.map(selectorTerm) : void 0;
}
function selectorTerm(term) {
	return {
		matchExpressions: listOf(valueAt(term, "matchExpressions")).map((expression) => ({
			key: textOf$2(valueAt(expression, "key")) ?? "",
			operator: textOf$2(valueAt(expression, "operator")) ?? "",
			values: listOf(valueAt(expression, "values")).flatMap((value) => textOf$2(value) ?? [])
		})),
		hasFields: listOf(valueAt(term, "matchFields")).length > 0
	};
}

// src/extract/pods/pod-images.ts
const containerFields = [
	["initContainers", "init"],
	["containers", "container"],
	["ephemeralContainers", "ephemeral"]
];
/** Every image of a PodSpec: containers of the three kinds and image volumes. */
function podImages(spec, place) {
	const pod = podContext(spec);
	const ofContainers = containerFields.flatMap(([field, role]) => containerImages(valueAt(spec, field), {
		path: [...place.path, field],
		role,
		pod,
		images: place.images
	}));
	const ofVolumes = listOf(valueAt(spec, "volumes")).flatMap((volume, index) => volumeImage(volume, {
		...place,
		path: [
			...place.path,
			"volumes",
			index
		]
	}, pod));
	return [...ofContainers, ...ofVolumes];
}
/** The images of a list of containers. */
function containerImages(containers, place) {
	return listOf(containers).flatMap((container, index) => {
		const image = valueAt(container, "image");
		if (fieldsOf$2(container) === void 0) return [];
		if (place.images === "optional" && (isAbsent(image) || image === "")) return [];
		return [{
			image,
			path: [
				...place.path,
				index,
				"image"
			],
			container: textOf$2(valueAt(container, "name")),
			role: place.role,
			pullPolicy: textOf$2(valueAt(container, "imagePullPolicy")),
			pod: place.pod
		}];
	});
}
function volumeImage(volume, place, pod) {
	const source = fieldsOf$2(valueAt(volume, "image"));
	if (source === void 0) return [];
	const image = valueAt(source, "reference");
	if (place.volumes === "optional" && (isAbsent(image) || image === "")) return [];
	const pullPolicy = textOf$2(valueAt(source, "pullPolicy"));
	return [{
		image,
		path: [
			...place.path,
			"image",
			"reference"
		],
		role: "volume",
		pullPolicy,
		pod
	}];
}
function isAbsent(value) {
	return value === void 0 || value === null;
}

// src/extract/custom-resources/expand-path.ts
const mostReached = mostImages$1 + 1;
/** Every value at a path with `[]` and `*`, the first ones; nothing where the path ends early. */
function expandPath(root, path) {
	return path.split(".").flatMap((step) => step.endsWith("[]") ? [step.slice(0, -2), "[]"] : [step]).reduce((reached, step) => reached.flatMap((from) => take(from, step)).slice(0, mostReached), [{
		path: [],
		value: root
	}]).filter(({ value }) => value !== void 0 && value !== null);
}
function take({ path, value }, step) {
	if (value === void 0 || value === null) return [];
	if (step === "[]") return firstOf(listOf(value)).map((item, index) => ({
		path: [...path, index],
		value: item
	}));
	if (step !== "*") return [{
		path: [...path, step],
		value: valueAt(value, step)
	}];
	return firstOf(Object.entries(fieldsOf$2(value) ?? {})).map(([key, item]) => ({
		path: [...path, key],
		value: item
	}));
}
function firstOf(items) {
	return items.slice(0, mostReached);
}

// src/extract/custom-resources/composed-image.ts
/** The references that are written in parts; none where the operator would fill in what is not known here. */
function composedImages(body, names) {
	return expandPath(body, names.at).flatMap(({ path, value }) => {
		if (fieldsOf$2(value) === void 0 || textAt$3(value, names.unless) !== void 0) return [];
		const written = writtenParts(value, names);
		if (written.length === 0) return [];
		const image = join$2(Object.fromEntries(written.map(({ part, text }) => [part, text])), names);
		const [field] = written;
		return image === void 0 || field === void 0 ? [] : [{
			image,
			path: [...path, ...field.steps]
		}];
	});
}
const parts = [
	"digest",
	"tag",
	"repository",
	"registry"
];
function writtenParts(value, names) {
	return parts.flatMap((part) => {
		const text = textAt$3(value, names[part]);
		return text === void 0 ? [] : [{
			part,
			text,
			steps: (names[part] ?? "").split(".")
		}];
	});
}
function join$2(written, { defaults }) {
	const { registry, repository, tag, digest = digestOf(tag) } = {
		...defaults,
		...written
	};
	if (repository === void 0 || tag === void 0 && digest === void 0) return void 0;
	const name = registry === void 0 ? repository : `${registry.replace(/\/$/, "")}/${repository}`;
	if (digest === void 0) return `${name}:${tag}`;
	return `${name}@${digest.includes(":") ? digest : `sha256:${digest}`}`;
}
function digestOf(tag) {
	return tag?.startsWith("sha256:") === true ? tag : void 0;
}
function textAt$3(value, name) {
	const text = name === void 0 ? void 0 : textOf$2(valueAt(value, ...name.split(".")));
	return text === "" ? void 0 : text;
}

// src/extract/custom-resources/pod-setting.ts
/**
* Reads what an object gives to its pods: what a pod template says itself, else what the rows name, else what stands
* nearest above the image and is written like a pod, as operators are used to.
*/
function podSetting(body, rows) {
	const at = (paths) => paths.flatMap((path) => expandPath(body, path).flatMap(({ value }) => namesIn(value)));
	const secrets = at(rows.flatMap(({ pullSecrets = [] }) => pullSecrets));
	const [account] = at(rows.flatMap(({ serviceAccounts = [] }) => serviceAccounts));
	const [namespace] = at(rows.flatMap((row) => row.namespace ?? []));
	const named = {
		pullSecrets: secrets.length > 0 ? secrets : void 0,
		serviceAccount: account,
		nodeSelector: {}
	};
	const known = /* @__PURE__ */ new Map();
	return ({ path, pod }) => {
		const whole = completed$1([
			pod,
			named,
			...contextsAbove(body, path, known)
		]);
		const { pullSecrets, serviceAccount } = whole;
		return {
			pod: pod === noPod ? whole : {
				...pod,
				pullSecrets,
				serviceAccount
			},
			namespace
		};
	};
}
/** Of an image that stands in no pod template. */
const noPod = { nodeSelector: {} };
/** Where operators let a person write what is like a pod, below what it is for. */
const podPlaces = [
	"",
	"template.pod",
	"template.spec",
	"podTemplate.spec",
	"podTemplate",
	"podTemplateSpec.spec",
	"pod",
	"taskRunTemplate.podTemplate",
	"taskRunTemplate",
	"kubernetesConfig",
	"deployment.podTemplate.spec",
	"daemonSet.podTemplate.spec",
	"statefulSet.podTemplate.spec",
	"nodeSets[].podTemplate.spec",
	"customSolrKubeOptions.podOptions",
	"customKubeOptions.podOptions"
];
/** The nearest first. What stands above many images is read once: `known`. */
function contextsAbove(body, path, known) {
	return path.flatMap((_, steps) => {
		const above = valueAt(body, ...path.slice(0, path.length - 1 - steps));
		if (steps === path.length - 1 || fieldsOf$2(above) === void 0) return [];
		const context = known.get(above) ?? contextIn(above);
		known.set(above, context);
		return [context];
	});
}
function contextIn(above) {
	return completed$1(podPlaces.flatMap((place) => place === "" ? [above] : expandPath(above, place).map(({ value }) => value)).map(contextOf));
}
const secretKeys = [
	"imagePullSecrets",
	"imagePullSecret",
	"pullSecrets",
	"packagePullSecrets"
];
function contextOf(pod) {
	const secrets = secretKeys.flatMap((key) => namesIn(valueAt(pod, key)));
	return {
		...podContext(pod),
		pullSecrets: secrets.length > 0 ? secrets : void 0
	};
}
function completed$1(contexts) {
	const first = (key) => contexts.find((context) => context[key] !== void 0)?.[key];
	const selecting = contexts.find(({ nodeSelector }) => Object.keys(nodeSelector).length > 0);
	return {
		serviceAccount: first("serviceAccount"),
		pullSecrets: first("pullSecrets"),
		nodeSelector: selecting?.nodeSelector ?? {},
		requiredTerms: first("requiredTerms"),
		os: first("os"),
		runtimeClass: first("runtimeClass")
	};
}
/** A name, a map with a name, or a list of either. A blank name keeps its place in a list. */
function namesIn(value) {
	if (Array.isArray(value)) return listOf(value).map((item) => textOf$2(item) ?? pullSecretNames([item])[0] ?? "");
	const name = textOf$2(value) ?? textOf$2(valueAt(value, "name"));
	return name === void 0 || name === "" ? [] : [name];
}

// src/extract/custom-resources/custom-resource-images.ts
/**
* The images of an object of a known custom kind, each field once; of too many, one more than count. What is left out, the operator fills in; what holds a
* placeholder of the operator's own language (`$(params.x)`, `{{inputs.y}}`) is known only when it runs.
*/
function customResourceImages({ body }, rows) {
	if (rows.length === 0) return [];
	const setting = podSetting(body, rows);
	const found = rows.flatMap((row) => rowImages(body, row)).filter(({ image }) => isKnown(image));
	return [...new Map(found.toReversed().map((image) => [JSON.stringify(image.path), image])).values()].toReversed().slice(0, mostImages$1 + 1).map((image) => ({
		...image,
		role: "custom-resource",
		...setting(image)
	}));
}
function rowImages(body, row) {
	const at = (paths = []) => paths.flatMap((path) => expandPath(body, path));
	return [
		...at(row.templates).flatMap(({ path, value }) => podAt({
			path: [...path, "spec"],
			value: valueAt(value, "spec")
		})),
		...at(row.pods).flatMap(podAt),
		...at(row.containers).flatMap(({ path, value }) => containerAt(path, value)),
		...at(row.images).map(({ path, value }) => ({
			image: value,
			path,
			role: "custom-resource",
			pod: noPod
		})),
		...(row.composed ?? []).flatMap((names) => composedImages(body, names).map((composed) => ({
			...composed,
			role: "custom-resource",
			pod: noPod
		})))
	];
}
function podAt({ path, value }) {
	return podImages(value, {
		path,
		images: "optional",
		volumes: "optional"
	});
}
function containerAt(path, value) {
	return containerImages([value], {
		path,
		role: "custom-resource",
		pod: noPod,
		images: "optional"
	}).map((found) => ({
		...found,
		path: [...path, "image"]
	}));
}
function isKnown(image) {
	return typeof image === "string" && image !== "" && !/\$\(|\$\{|\{\{/.test(image);
}

// src/extract/custom-resources/named-fields.ts
/** Whether a field of an object is an image that rows name, or a part of one. */
function namedFields(object, rows) {
	if (rows.length === 0) return () => false;
	const images = new Set(customResourceImages(object, rows).map(({ path }) => keyOf$2(path)));
	const maps = new Set(rows.flatMap(({ composed = [] }) => composed.flatMap(({ at }) => expandPath(object.body, at))).map(({ path }) => keyOf$2(path)));
	return (path) => images.has(keyOf$2(path)) || maps.has(keyOf$2(path.slice(0, -1)));
}
function keyOf$2(path) {
	return JSON.stringify(path);
}

// src/extract/pods/pod-kinds.ts
const direct = ["spec"];
const templated = [
	"spec",
	"template",
	"spec"
];
/** Where each built-in kind has its PodSpec, by `group/kind`; old groups of the same kinds included. */
const podSpecPaths = /* @__PURE__ */ new Map([
	["/Pod", direct],
	["/PodTemplate", ["template", "spec"]],
	["/ReplicationController", templated],
	["apps/Deployment", templated],
	["apps/ReplicaSet", templated],
	["apps/StatefulSet", templated],
	["apps/DaemonSet", templated],
	["extensions/Deployment", templated],
	["extensions/ReplicaSet", templated],
	["extensions/DaemonSet", templated],
	["batch/Job", templated],
	["batch/CronJob", [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	]]
]);
/** Kinds that hold a pod in some built-in group. */
const podKinds = new Set([...podSpecPaths.keys()].map((key) => key.split("/")[1] ?? ""));
/** Path of the PodSpec in an object of a built-in kind. */
function podSpecPath(group, kind) {
	return podSpecPaths.get(`${group}/${kind}`);
}

// src/extract/heuristic/reference-like.ts
const shape$1 = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?\/)?[a-z0-9][a-z0-9._/-]*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;
const host$1 = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/|^localhost(?::\d+)?\//;
/**
* Whether a text that stands where an image may stand is very likely one: it parses, and it has a registry, or a path
* and a tag, or a digest. A bare word or `name:port` proves nothing.
*/
function isReferenceLike(text) {
	if (text.length > 512 || text.includes("//") || !shape$1.test(text)) return false;
	if (text.includes("@sha256:") || host$1.test(text)) return true;
	return /\/[^/]+:[^/]+$/.test(text);
}

// src/extract/heuristic/text-like-images.ts
const imageAnnotations = /* @__PURE__ */ new Set([
	"sidecar.istio.io/proxyImage",
	"config.linkerd.io/proxy-image",
	"dapr.io/sidecar-image",
	"vault.hashicorp.com/agent-image"
]);
/** References in the texts from which controllers start pods: environments, arguments, annotations, ConfigMaps. */
function textLikeImages(object) {
	const { group, kind, body } = object;
	const at = podSpecPath(group, kind);
	const ofPod = at === void 0 ? [] : podTexts(body, at);
	const ofMap = group === "" && kind === "ConfigMap" ? mapTexts(valueAt(body, "data")) : [];
	return [...ofPod, ...ofMap].filter(({ text }) => isReferenceLike(text)).map(({ text, path }) => ({
		image: text,
		path,
		role: "heuristic",
		pod: podContext(void 0)
	}));
}
function podTexts(body, at) {
	const containers = ["initContainers", "containers"].flatMap((field) => listOf(valueAt(body, ...at, field)).flatMap((container, index) => {
		const path = [
			...at,
			field,
			index
		];
		return [...environmentTexts(container, path), ...argumentTexts(container, path)];
	}));
	const metadata = [
		...at.slice(0, -1),
		"metadata",
		"annotations"
	];
	const annotations = Object.entries(textEntriesOf(valueAt(body, ...metadata))).filter(([key]) => imageAnnotations.has(key)).map(([key, text]) => ({
		text,
		path: [...metadata, key]
	}));
	return [...containers, ...annotations];
}
function environmentTexts(container, path) {
	return listOf(valueAt(container, "env")).flatMap((variable, index) => {
		const text = textOf$2(valueAt(variable, "value")) ?? "";
		const name = textOf$2(valueAt(variable, "name")) ?? "";
		const at = [
			...path,
			"env",
			index,
			"value"
		];
		if (name.endsWith("_IMAGES")) return versionsIn(text).map((image) => ({
			text: image,
			path: at
		}));
		return /(?:^RELATED_IMAGE_|_IMAGE$)/.test(name) ? [{
			text,
			path: at
		}] : [];
	});
}
/** The images of lines `version=image`, as Strimzi is told them. */
function versionsIn(text) {
	return [...new Set([...text.matchAll(/^[ \t]*[\w.-]+=(\S+)$/gm)].map(([, image = ""]) => image))];
}
function argumentTexts(container, path) {
	return ["command", "args"].flatMap((field) => {
		const items = listOf(valueAt(container, field)).map(shortText);
		return items.flatMap((item, index) => {
			const joined = /^--?(?:[\w-]*image[\w-]*|prometheus-config-reloader)=(.*)$/s.exec(item)?.[1];
			const isNext = /^--?[\w-]*image$/.test(items[index - 1] ?? "");
			const text = joined ?? (isNext ? item : void 0);
			return text === void 0 ? [] : [{
				text,
				path: [
					...path,
					field,
					index
				]
			}];
		});
	});
}
const longestArgument = 1024;
function shortText(item) {
	const text = textOf$2(item) ?? "";
	return text.length > longestArgument ? "" : text;
}
function mapTexts(data) {
	return Object.entries(textEntriesOf(data)).flatMap(([key, value]) => {
		if (/image$/i.test(key)) return [{
			text: value.trim(),
			path: ["data", key]
		}];
		return [...value.matchAll(/^[ \t-]*"?(?:\w[\w.-]{0,100})?image"?[ \t]*:[ \t]*["']?([^\s"',]+)/gim)].map(([, text = ""]) => ({
			text,
			path: ["data", key]
		}));
	});
}

// src/extract/pods/workload.ts
/** The object that a use belongs to, as a person names it. */
function workloadOf({ apiVersion, kind, body }) {
	return {
		apiVersion,
		kind,
		namespace: namespaceOf(body),
		name: nameOf$2(body),
		hooks: hooksOf(body)
	};
}
/** `metadata.name`; the prefix where the API makes the rest of the name. */
function nameOf$2(body) {
	return scalarText$1(valueAt(body, "metadata", "name")) ?? scalarText$1(valueAt(body, "metadata", "generateName")) ?? "";
}
/** `metadata.namespace`; undefined where it is not written or empty. */
function namespaceOf(body) {
	return scalarText$1(valueAt(body, "metadata", "namespace"));
}
function hooksOf(body) {
	return (textOf$2(valueAt(body, "metadata", "annotations", "helm.sh/hook")) ?? "").split(",").flatMap((hook) => hook.trim() || []);
}
function scalarText$1(value) {
	const text = typeof value === "number" || typeof value === "boolean" ? String(value) : textOf$2(value);
	return text === "" ? void 0 : text;
}

// src/extract/use.ts
/** Path of an image from the root of its document. */
function documentPath({ object, found }) {
	return [...object.path, ...found.path];
}
/** The use that a found image is. */
function useOf(place, id, image) {
	const { found, object, document } = place;
	const { source } = document.origin;
	const own = workloadOf(object);
	const workload = {
		...own,
		namespace: found.namespace ?? own.namespace
	};
	const path = documentPath(place);
	const workloadKey = `${[
		workload.kind,
		workload.namespace ?? "",
		workload.name
	].join("/")}#${stableFieldText(object.body, found.path)}`;
	return {
		id,
		key: `${source}|${workloadKey}`,
		workloadKey,
		image,
		source,
		workload,
		field: fieldText(path),
		path,
		container: found.container,
		role: found.role,
		pullPolicy: found.pullPolicy,
		pod: found.pod,
		document
	};
}

// src/extract/heuristic/image-like.ts
/** One document with more is data, not a way to start pods. */
const mostInDocument = 500;
/**
* What looks like an image outside the fields that are known to be one: pod templates inside unknown kinds, and texts in
* environments, arguments, annotations and ConfigMaps, from which operators start pods.
*/
function imageLike({ objects, document, resources, from }) {
	return objects.flatMap((object) => foundIn(object, resources).map((found) => ({
		object,
		found
	}))).slice(0, mostInDocument).map(({ object, found }, index) => useOf({
		object,
		found,
		document
	}, `h${from + index}`, String(found.image)));
}
/** Whether a document can hold such a text, so that it is worth parsing. */
function mayHaveImage(head, text) {
	if (head.kind === "empty" || head.kind === "none") return false;
	return !(head.kind === "object" && head.name === "CustomResourceDefinition") && /image/i.test(text);
}
function foundIn(object, resources) {
	const { group, kind, body } = object;
	if (group === "apiextensions.k8s.io") return [];
	const texts = textLikeImages(object);
	if (podSpecPath(group, kind) !== void 0 || resources.isKnown(group, kind)) return texts;
	const found = [];
	walk(body, [], found);
	const isNamed = namedFields(object, resources.rowsFor(group, kind));
	return [...texts, ...found.filter(({ path }) => !isNamed(path))];
}
const containerLists = /* @__PURE__ */ new Set([
	"containers",
	"initContainers",
	"ephemeralContainers"
]);
const noImages = /^(?:status|rbd|backingImage|osImage)$/;
function walk(value, path, found) {
	if (found.length > mostInDocument) return;
	if (Array.isArray(value)) {
		for (const [index, item] of listOf(value).entries()) walk(item, [...path, index], found);
		return;
	}
	const pod = podContext(value);
	for (const [key, child] of Object.entries(fieldsOf$2(value) ?? {})) {
		const below = [...path, key];
		if (noImages.test(key)) continue;
		if (containerLists.has(key)) found.push(...containersAt(child, below, pod));
		else if (isImageKey(key) && isText(child)) found.push({
			image: child,
			path: below,
			role: "heuristic",
			pod
		});
		else walk(child, below, found);
	}
}
function containersAt(list, path, pod) {
	return listOf(list).slice(0, mostInDocument).flatMap((container, index) => {
		const image = textOf$2(valueAt(container, "image"));
		const name = textOf$2(valueAt(container, "name"));
		if (image === void 0 || image === "" || name === void 0) return [];
		return [{
			image,
			path: [
				...path,
				index,
				"image"
			],
			container: name,
			role: "heuristic",
			pod
		}];
	});
}
function isImageKey(key) {
	return key === "image" || /[a-z]Image$/.test(key);
}
function isText(value) {
	return typeof value === "string" && isReferenceLike(value);
}

// src/extract/document/kubernetes-objects.ts
/** The objects of a parsed document, those of a `List` or `<Kind>List` in its place. */
function objectsIn(root) {
	return expand(root, [], void 0);
}
/** The group of an `apiVersion`: `apps` of `apps/v1`, nothing of `v1`. */
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash === -1 ? "" : apiVersion.slice(0, slash);
}
function expand(value, path, inherited) {
	const body = fieldsOf$2(value);
	if (body === void 0) return [];
	const kind = textOf$2(valueAt(body, "kind")) ?? inherited?.kind ?? "";
	const apiVersion = textOf$2(valueAt(body, "apiVersion")) ?? inherited?.apiVersion ?? "";
	if (kind === "" || apiVersion === "") return [];
	if (!isList(kind, body)) return [{
		apiVersion,
		group: groupOf(apiVersion),
		kind,
		body,
		path
	}];
	const ofItems = kind === "List" ? void 0 : {
		apiVersion,
		kind: kind.slice(0, -4)
	};
	return listOf(valueAt(body, "items")).flatMap((item, index) => expand(item, [
		...path,
		"items",
		index
	], ofItems));
}
function isList(kind, body) {
	return kind.endsWith("List") && Array.isArray(valueAt(body, "items"));
}

// src/extract/object-images.ts
/** The images of one object of a built-in or known custom kind. `verbatim`: the object stands in a file, where it may be a patch. */
function objectImages(object, verbatim, resources) {
	const path = podSpecPath(object.group, object.kind);
	if (path === void 0) return customResourceImages(object, resources.rowsFor(object.group, object.kind));
	return podImages(valueAt(object.body, ...path), {
		path,
		images: verbatim && lacksRequired(object) ? "optional" : "required",
		volumes: object.kind === "Pod" ? "required" : "optional"
	});
}
function lacksRequired({ group, kind, apiVersion, body }) {
	if (kind === "CronJob") return valueAt(body, "spec", "schedule") === void 0;
	return group === "apps" && apiVersion !== "apps/v1beta1" && valueAt(body, "spec", "selector") === void 0;
}

// src/extract/secrets/secret-producers.ts
const rows$1 = [
	{
		group: "external-secrets.io",
		kind: "ExternalSecret",
		names: [[
			"spec",
			"target",
			"name"
		]]
	},
	{
		group: "external-secrets.io",
		kind: "ClusterExternalSecret",
		names: [[
			"spec",
			"externalSecretSpec",
			"target",
			"name"
		], ["spec", "externalSecretName"]],
		namespaces: [
			"spec",
			"namespaces",
			"*"
		]
	},
	{
		group: "bitnami.com",
		kind: "SealedSecret",
		names: [[
			"spec",
			"template",
			"metadata",
			"name"
		]]
	},
	{
		group: "isindir.github.com",
		kind: "SopsSecret",
		names: [[
			"spec",
			"secretTemplates",
			"*",
			"name"
		]]
	},
	{
		group: "secrets.hashicorp.com",
		kind: "VaultStaticSecret",
		names: [[
			"spec",
			"destination",
			"name"
		]]
	},
	{
		group: "secrets.hashicorp.com",
		kind: "VaultDynamicSecret",
		names: [[
			"spec",
			"destination",
			"name"
		]]
	},
	{
		group: "ricoberger.de",
		kind: "VaultSecret",
		names: []
	},
	{
		group: "secrets-store.csi.x-k8s.io",
		kind: "SecretProviderClass",
		names: [[
			"spec",
			"secretObjects",
			"*",
			"secretName"
		]]
	},
	{
		group: "secrets.infisical.com",
		kind: "InfisicalSecret",
		names: [[
			"spec",
			"managedKubeSecretReferences",
			"*",
			"secretName"
		], [
			"spec",
			"managedSecretReference",
			"secretName"
		]],
		namespaces: [
			"spec",
			"managedSecretReference",
			"secretNamespace"
		]
	},
	{
		group: "onepassword.com",
		kind: "OnePasswordItem",
		names: []
	},
	{
		group: "secrets.doppler.com",
		kind: "DopplerSecret",
		names: [[
			"spec",
			"managedSecret",
			"name"
		]],
		namespaces: [
			"spec",
			"managedSecret",
			"namespace"
		]
	},
	{
		group: "spv.no",
		kind: "AzureKeyVaultSecret",
		names: [[
			"spec",
			"output",
			"secret",
			"name"
		]]
	}
];
/** Kinds whose controllers write Secrets. */
const producerKinds = new Set(rows$1.map(({ kind }) => kind));
/** The Secrets that an object's controller will write; none for other kinds. */
function secretProducers(object, document) {
	const row = rows$1.find(({ group, kind }) => group === object.group && kind === object.kind);
	if (row === void 0) return [];
	const namespaces = namespacesOf(object, row);
	return namesOf(object, row).flatMap((name) => namespaces.map((namespace) => ({
		source: document.origin.source,
		namespace,
		name,
		kind: object.kind,
		document
	})));
}
function namesOf({ body }, row) {
	return row.names.map((path) => textsAt(body, path)).find((texts) => texts.length > 0) ?? [nameOf$2(body)];
}
function namespacesOf({ body }, row) {
	const written = row.namespaces === void 0 ? [] : textsAt(body, row.namespaces);
	return written.length > 0 ? written : [namespaceOf(body)];
}
function textsAt(value, path) {
	const star = path.indexOf("*");
	if (star === -1) return [valueAt(value, ...path)].flatMap((text) => textOf$2(text) || []);
	const rest = path.slice(star + 1);
	return listOf(valueAt(value, ...path.slice(0, star))).flatMap((item) => textsAt(item, rest));
}

// src/extract/relevance.ts
const otherKinds = /* @__PURE__ */ new Set([
	"Secret",
	"ServiceAccount",
	"RuntimeClass"
]);
/** Objects of Argo CD and Flux that say what else is applied: one that can't be read hides that. */
const deliveryKinds = /* @__PURE__ */ new Set([
	"Application",
	"ApplicationSet",
	"ArtifactGenerator",
	"GitRepository",
	"HelmChart",
	"HelmRelease",
	"HelmRepository",
	"Kustomization",
	"OCIRepository"
]);
/** Whether a document can say anything about pulls, so that it is worth parsing. */
function mayMatter(head, text, resources) {
	if (head.kind !== "object") return head.kind === "unclear";
	const { name } = head;
	if (podKinds.has(name) || otherKinds.has(name) || producerKinds.has(name) || name.endsWith("List")) return true;
	if (deliveryKinds.has(name) && /\b(?:argoproj|fluxcd)\.io\//.test(text)) return true;
	return resources.groupsWithKind(name).some((group) => text.includes(`${group}/`));
}

// src/extract/secrets/secrets.ts
const pullTypes = /* @__PURE__ */ new Set(["kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg"]);
/** A rendered Secret; `stringData` wins over `data`, as it does in the API server. */
function renderedSecret({ body }, document) {
	const data = mapped(valueAt(body, "data"), decoded);
	const stringData = mapped(valueAt(body, "stringData"), plain$1);
	return {
		source: document.origin.source,
		namespace: namespaceOf(body),
		name: nameOf$2(body),
		type: textOf$2(valueAt(body, "type")) || "Opaque",
		data: Object.fromEntries([...data, ...stringData]),
		document
	};
}
/** Whether a kubelet would read the Secret as a pull secret. */
function isPullSecret({ type }) {
	return pullTypes.has(type);
}
function mapped(value, read) {
	return Object.entries(fieldsOf$2(value) ?? {}).map(([key, text]) => [key, read(text)]);
}
function plain$1(value) {
	if (value === null) return new Secret("");
	return typeof value === "string" ? new Secret(value) : void 0;
}
function decoded(value) {
	if (value === null) return new Secret("");
	const text = textOf$2(value)?.replace(/[\r\n]/g, "");
	if (text === void 0 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return void 0;
	const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
	return new Secret(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
}

// src/extract/extract.ts
/**
* Everything that rendered manifests say about pulls. Parses only the documents that can matter; never throws.
* `resources`: where custom kinds name images.
*/
function extract(rendered, resources = resourcesWith()) {
	const found = {
		uses: [],
		secrets: [],
		producers: [],
		serviceAccounts: [],
		runtimeClasses: [],
		unreadable: [],
		variableImages: [],
		imageLike: [],
		documents: /* @__PURE__ */ new Map()
	};
	for (const source of rendered) {
		if (source.kind !== "rendered") continue;
		found.documents.set(source.source.id, 0);
		const hasVariables = source.hasVariables === true;
		for (const document of source.documents) readDocument({
			document,
			hasVariables,
			resources
		}, found);
	}
	return {
		...found,
		secrets: found.secrets.filter(secretsThatPullsName(found))
	};
}
function readDocument(reading, found) {
	const { document, resources } = reading;
	const head = headOf(document.text);
	if (head.kind === "empty") return;
	const { source } = document.origin;
	found.documents.set(source, (found.documents.get(source) ?? 0) + 1);
	const matters = mayMatter(head, document.text, resources);
	const holdsText = mayHaveImage(head, document.text);
	if (!matters && !holdsText) return;
	const parsed = parseDocument(document.text);
	if (parsed.kind === "parsed") {
		const objects = parsed.roots.flatMap(objectsIn);
		if (matters) readObjects$1(objects, reading, found);
		const from = found.imageLike.length + 1;
		if (holdsText) found.imageLike.push(...imageLike({
			objects,
			document,
			resources,
			from
		}));
	} else if (matters) found.unreadable.push(unreadable$2(document, parsed));
}
function readObjects$1(objects, reading, found) {
	const before = found.uses.length;
	for (const object of objects) readObject(object, reading, found);
	if (reading.hasVariables) setAside(before, found);
}
/** Of the uses from a place on, those whose image can't be known are none. */
function setAside(from, { uses, variableImages }) {
	const fresh = uses.splice(from);
	uses.push(...fresh.filter(({ image }) => !isVariable(image)));
	for (const { image, source } of fresh) if (isVariable(image)) variableImages.push({
		source,
		image
	});
}
function isVariable(image) {
	return /\$\{[#A-Za-z_]/.test(image);
}
function readObject(object, { document, resources }, found) {
	const images = objectImages(object, document.origin.verbatim, resources);
	for (const image of images.slice(0, mostImages$1)) addImage({
		found: image,
		object,
		document
	}, found);
	if (images.length > 1e4) {
		const detail = `${object.kind} ${nameOf$2(object.body)}`;
		found.unreadable.push({
			...unreadable$2(document, {
				detail,
				line: 1
			}),
			why: "too-many-images"
		});
	}
	for (const producer of secretProducers(object, document)) found.producers.push(producer);
	switch (`${object.group}/${object.kind}`) {
		case "/Secret":
			found.secrets.push(renderedSecret(object, document));
			return;
		case "/ServiceAccount":
			found.serviceAccounts.push(serviceAccount(object, document));
			return;
		case "node.k8s.io/RuntimeClass": found.runtimeClasses.push(runtimeClass(object));
	}
}
function addImage(place, findings) {
	const image = place.found.image ?? "";
	if (typeof image === "string") {
		findings.uses.push(useOf(place, `u${findings.uses.length + 1}`, image));
		return;
	}
	const detail = fieldText(documentPath(place));
	findings.unreadable.push({
		...unreadable$2(place.document, {
			detail,
			line: 1
		}),
		why: "image-no-text"
	});
}
function unreadable$2({ origin }, { detail, line, column }) {
	const at = origin.verbatim ? {
		line: origin.line + line - 1,
		column
	} : {};
	return {
		source: origin.source,
		file: origin.file,
		...at,
		detail
	};
}
function serviceAccount({ body }, document) {
	return {
		source: document.origin.source,
		namespace: namespaceOf(body),
		name: nameOf$2(body),
		pullSecrets: pullSecretNames(valueAt(body, "imagePullSecrets")),
		document
	};
}
function runtimeClass({ body }) {
	return {
		name: nameOf$2(body),
		nodeSelector: textEntriesOf(valueAt(body, "scheduling", "nodeSelector"))
	};
}
function secretsThatPullsName({ uses, serviceAccounts }) {
	const named = /* @__PURE__ */ new Set([...uses.flatMap(({ pod }) => pod.pullSecrets ?? []), ...serviceAccounts.flatMap(({ pullSecrets }) => pullSecrets)]);
	return (secret) => isPullSecret(secret) || named.has(secret.name);
}

// src/extract/inventory-of.ts
/** The uses and documents of some of the sources, with what all of them hold for a pod to lean on. */
function inventoryOf(sources, all) {
	const wanted = new Set(sources.map(({ id }) => id));
	const isWanted = ({ source }) => wanted.has(source);
	return {
		...all,
		uses: all.uses.filter(isWanted),
		unreadable: all.unreadable.filter(isWanted),
		imageLike: all.imageLike?.filter(isWanted),
		variableImages: all.variableImages?.filter(isWanted),
		documents: new Map([...all.documents].filter(([source]) => isWanted({ source })))
	};
}

// src/extract/secrets/leans-on-others.ts
/**
* Whether a pod names a pull secret or an account that stands in none of its own sources: only then is it worth
* rendering other charts to look for them.
*/
function leansOnOthers({ uses, secrets, producers, serviceAccounts }) {
	const rendered = new Set([...secrets, ...producers].map(({ name }) => name));
	const accounts = new Map(serviceAccounts.map(({ name, pullSecrets }) => [name, pullSecrets]));
	const isElsewhere = (name) => name !== "" && !rendered.has(name);
	const leans = ({ pod: { pullSecrets = [], serviceAccount } }) => {
		if (pullSecrets.length > 0) return pullSecrets.some(isElsewhere);
		if (serviceAccount === void 0) return false;
		return accounts.get(serviceAccount)?.some(isElsewhere) ?? serviceAccount !== "default";
	};
	return uses.some(leans);
}

// src/fetch/without-login.ts
/** An address as it may be shown: a login that is written into it is left out; the mere name of `ssh://git@…` is none. */
function withoutLogin(url) {
	return url.replace(/^(https?:\/\/)[^/?#]*@/i, "$1").replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*:[^/?#]*@/i, "$1");
}

// src/fetch/no-charts.ts
/** For runs that ask nothing: every chart elsewhere stays there. */
const noCharts = {
	fetch: async (chart) => ({
		kind: "unavailable",
		why: "offline",
		detail: nameOf$1(chart)
	}),
	requests: 0
};
function nameOf$1(chart) {
	switch (chart.kind) {
		case "repository": return [
			chart.name,
			chart.version,
			"from",
			withoutLogin(chart.url)
		].filter((part) => part !== "").join(" ");
		case "oci": return ["oci://" + chart.repository, chart.digest ?? chart.version].filter((part) => part !== "").join(" ");
		case "archive": return withoutLogin(chart.url);
	}
}

// src/render/once.ts
/** Asks a question the first time that its answer is needed, and not again. */
function once(ask) {
	let answer;
	return () => answer ??= ask();
}

// src/render/program-message.ts
const longest$5 = 1600;
/**
* Takes the error out of what helm or kustomize wrote to stderr: without warnings before it, advice after it, control
* characters and the absolute paths of this machine: those of the repository, and of our private folders.
*/
function programMessage(stderr, root) {
	const detail = clean(stderr, root);
	return {
		detail: shorten(detail),
		...findPlace(detail)
	};
}
function clean(stderr, root) {
	const lines = withoutControls(stderr).split("\n");
	const first = lines.findIndex((line) => /^error:/i.test(line));
	return withoutOwnFolders((first === -1 ? lines.slice(-8) : lines.slice(first)).filter((line) => !isNoise(line)).join("\n").replace(/^error: /i, "").replaceAll(`${root}/`, "").replaceAll(root, ".")).trim();
}
/** Our private folders have such names (`createScratch`); bounded, since the text may be one long word. */
function withoutOwnFolders(text) {
	return text.includes("/will-it-pull-") ? text.replaceAll(/[^\s"'(]{0,200}\/will-it-pull-\w{6}\//g, "") : text;
}
/** Terminal sequences, and all control characters but the line feed. */
function withoutControls(text) {
	return text.replaceAll(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, "").replaceAll(/(?!\n)\p{Cc}/gu, "");
}
function isNoise(line) {
	return /^Use --debug flag|^(?:level|time)=|^WARNING: /.test(line);
}
/** The beginning and the end, where the cause stands: a template that includes itself is named a thousand times. */
function shorten(text) {
	return text.length <= longest$5 ? text : `${text.slice(0, longest$5 / 2)} … ${text.slice(-800)}`;
}
function findPlace(detail) {
	return findTemplate(detail) ?? findFile(detail) ?? {};
}
/**
* `template: shop/templates/x.yaml:12:20: …`, of several the innermost; `parse error at (shop/templates/x.tpl:3): …`,
* `execution error at (…:3:4): …`; helm 4 writes `shop/templates/x.yaml:12:20` on a line of its own.
*/
function findTemplate(detail) {
	const [, file, line] = [...detail.matchAll(/(?:template: |error at \(|^)([^():\n]+):(\d+)(?::\d+)?(?:[):]|$)/gm)].at(-1) ?? [];
	return file === void 0 ? void 0 : {
		file,
		line: Number(line)
	};
}
/** Of an error in rendered text only the file is known: its line is none of the template. */
function findFile(detail) {
	const rendered = /^YAML parse error on ([^:\n]+):/.exec(detail)?.[1];
	if (rendered !== void 0) return { file: rendered };
	const parsed = /^(?:failed to parse|cannot load) ([^:\n]+):/.exec(detail)?.[1];
	const line = /\bline (\d+)/.exec(detail)?.[1];
	return parsed === void 0 ? void 0 : {
		file: parsed,
		line: line === void 0 ? void 0 : Number(line)
	};
}

// src/render/program-output.ts
/** Reads the result of a renderer; `program` is the name that a person installs. */
function programOutput(result, program, root) {
	switch (result.kind) {
		case "ended":
			if (result.exitCode === 0) return {
				kind: "printed",
				text: result.stdout
			};
			return failed$1({
				why: "program-failed",
				...explain(result.exitCode, result.stderr, root)
			});
		case "not-found": return failed$1({
			why: "program-missing",
			detail: program
		});
		case "timed-out": return failed$1({
			why: "timed-out",
			detail: program
		});
		case "too-much-output": return failed$1({
			why: "too-much-output",
			detail: program
		});
		case "too-much-memory": return failed$1({
			why: "too-much-memory",
			detail: `${Math.round(result.bytes / 2 ** 20)} MiB`
		});
		case "failed": return failed$1({
			why: "program-failed",
			detail: `${program}: ${result.why}`
		});
	}
}
function explain(exitCode, stderr, root) {
	const message = programMessage(stderr, root);
	return message.detail === "" ? { detail: `exit code ${exitCode}` } : message;
}
function failed$1(failure) {
	return {
		kind: "failed",
		failure
	};
}

// src/render/kustomize/build-kustomization.ts
const always$1 = {
	reads: [],
	outlives: true
};
/**
* Remote bases are found before by reading. Should one be left all the same, there is no git on the path to clone it,
* and downloads go to a proxy that isn't there.
*/
const nothingToFetchWith = {
	PATH: "/nonexistent",
	HTTP_PROXY: "http://127.0.0.1:9",
	HTTPS_PROXY: "http://127.0.0.1:9",
	NO_PROXY: ""
};
/** Builds with whichever program is there, without plugins, and with its default load restrictor unless told else. */
function createBuildKustomization(path, { run, files }) {
	const builder = once(() => findBuilder(path, run));
	return async (folder, { reuse, loadsAnywhere } = {}) => {
		const found = await builder();
		if (found === void 0) return { kind: "no-program" };
		const flags = loadsAnywhere === true ? ["--load-restrictor=LoadRestrictionsNone"] : [];
		const result = await run({
			program: found.program,
			arguments: [
				found.command,
				...flags,
				"--",
				folder
			],
			environment: nothingToFetchWith,
			reuse
		});
		return {
			kind: "built",
			renderer: found.renderer,
			output: programOutput(result, found.program, files.root)
		};
	};
}
async function findBuilder(path, run) {
	if (path !== void 0) return basename(path).startsWith("kubectl") ? kubectl(path, run) : kustomize(path, run);
	return await kustomize("kustomize", run) ?? kubectl("kubectl", run);
}
async function kustomize(program, run) {
	const version = versionOf$1(await run({
		program,
		arguments: ["version"],
		reuse: always$1
	}));
	return version === void 0 ? void 0 : {
		program,
		command: "build",
		renderer: `kustomize ${version}`
	};
}
async function kubectl(program, run) {
	const version = versionOf$1(await run({
		program,
		arguments: ["version", "--client"],
		reuse: always$1
	}));
	return version === void 0 ? void 0 : {
		program,
		command: "kustomize",
		renderer: `kubectl ${version}`
	};
}
/** The first version in the output; undefined where the program isn't there or does not answer. */
function versionOf$1(result) {
	return result.kind === "ended" && result.exitCode === 0 ? /v(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? "" : void 0;
}

// src/render/kustomize/kustomize-reuse.ts
const mostRoots = 100;
/**
* What decides the output of a build: all in the folders of the kustomization and of those that it includes, and where
* they lie to each other. A build reads nothing outside of them, but for the files that they name where it may load from
* anywhere. Undefined where there are too many.
*/
async function kustomizeReuse(path, files, loadsAnywhere) {
	const roots = /* @__PURE__ */ new Set([path]);
	const named = /* @__PURE__ */ new Set();
	for (const root of roots) {
		if (roots.size + named.size > mostRoots) return void 0;
		const { folders, others } = await includesOf(root, files);
		for (const included of folders) roots.add(included);
		if (loadsAnywhere === true) others.filter((file) => !file.startsWith(`${root}/`)).forEach((file) => named.add(file));
	}
	const all = [...roots, ...named];
	return {
		reads: all.map((part) => files.native(part)),
		told: all.map((part) => relative(path, part)),
		outlives: true
	};
}
async function includesOf(root, files) {
	const includes = (await readKustomization(files, root))?.includes ?? [];
	const kinds = await Promise.all(includes.map((path) => files.kind(path)));
	const folders = includes.filter((_, index) => kinds[index] === "folder");
	return {
		folders: await Promise.all(folders.map(async (path) => await files.real(path) ?? path)),
		others: includes.filter((_, index) => kinds[index] !== "folder")
	};
}

// src/render/split.ts
/**
* Cuts a YAML stream at its document markers, without parsing: `---` or `...` in column 0 and followed by white space.
* They end a document even inside a block scalar, and can't occur in column 0 of any other scalar (YAML 1.2.2, 9.1).
* What holds nothing but comments and directives is no document; above the first `---` it belongs to the next one.
*/
function splitDocuments(stream) {
	const slices = [];
	for (const { text, line, empty } of splitStream(stream)) if (!empty) slices.push({
		text,
		line
	});
	return slices;
}
/** As `splitDocuments`, with the documents that hold nothing; one after the other, since a stream may be full of them. */
function* splitStream(stream) {
	let pending = {
		kind: "...",
		start: 0,
		end: 0,
		line: 1
	};
	for (const marker of markers(stream)) {
		const isMarked = pending.kind === "---";
		const text = stream.slice(isMarked ? pending.start : pending.end, marker.start).replace(/^\uFEFF/, "");
		const empty = !hasContent(text, isMarked);
		const isHead = empty && !isMarked && marker.kind === "---";
		if (!isHead) yield {
			text,
			line: pending.line,
			empty
		};
		pending = isHead ? {
			...marker,
			start: pending.end,
			line: pending.line
		} : marker;
	}
}
/** The last one stands for the end. */
function* markers(stream) {
	let line = 1;
	let counted = 0;
	for (const match of stream.matchAll(/(?<=^|\n)\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
		line += countLines(stream, counted, match.index);
		counted = match.index;
		yield {
			kind: match[1] === "---" ? "---" : "...",
			start: match.index,
			end: match.index + match[0].length,
			line
		};
	}
	yield {
		kind: "...",
		start: stream.length,
		end: stream.length,
		line: 0
	};
}
function countLines(text, from, to) {
	let lines = 0;
	for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
	return lines;
}
/**
* Any line that is neither blank, a comment, a bare marker nor, above a marker, a directive. White space is what YAML
* calls so: a line that begins with another invisible character is content.
*/
function hasContent(text, isMarked) {
	return isMarked ? /^(?!\uFEFF?---[ \t\r]*(?:[ \t]#|$))[ \t]*[^ \t\r\n#]/m.test(text) : /^(?!%)[ \t]*[^ \t\r\n#]/m.test(text);
}

// src/render/kustomize/kustomize.ts
/** Renders kustomizations; what two sources have in common is built once. */
function createKustomize(build, { files }) {
	const builds = /* @__PURE__ */ new Map();
	const start = async ({ path, loadsAnywhere }) => build(files.native(path), {
		reuse: await kustomizeReuse(path, files, loadsAnywhere),
		loadsAnywhere
	});
	return async (source) => {
		const key = JSON.stringify([source.path, source.loadsAnywhere]);
		const building = builds.get(key) ?? start(source);
		builds.set(key, building);
		const built = await building;
		if (built.kind === "no-program") return withoutKustomize(source);
		const { renderer, output } = built;
		if (output.kind === "failed") return {
			kind: "failed",
			source,
			renderer,
			failure: output.failure
		};
		return {
			kind: "rendered",
			source,
			renderer,
			documents: splitDocuments(output.text).map(({ text, line }, index) => ({
				text,
				origin: {
					source: source.id,
					verbatim: false,
					index,
					line
				}
			})),
			unreadable: []
		};
	};
}
/** What becomes of a source where no program builds it. */
function withoutKustomize({ id, path, label }) {
	return {
		kind: "skipped",
		source: {
			kind: "unresolved",
			of: "kustomize",
			why: "no-program",
			detail: "neither kustomize nor kubectl is on the PATH",
			id,
			path,
			label
		}
	};
}

// src/render/delivered/variable-operators.ts
/**
* The value of `${NAME<rest>}`, by the functions of fluxcd/pkg/envsubst; patterns are taken as plain text. Undefined
* where the form is none of them, or what it gives is not certain.
*/
function applyOperator(value, rest) {
	if (rest === "") return value ?? "";
	const [, mark, fallback] = /^(:?[-=])(.*)$/s.exec(rest) ?? [];
	if (mark !== void 0 && fallback !== void 0) return value !== void 0 && !(mark.startsWith(":") && value === "") ? value : fallback;
	const text = value ?? "";
	return cased(text, rest) ?? part(text, rest) ?? trimmed(text, rest) ?? replaced(text, rest);
}
function cased(text, mark) {
	switch (mark) {
		case "^^": return text.toUpperCase();
		case ",,": return text.toLowerCase();
		case "^": return text.slice(0, 1).toUpperCase() + text.slice(1);
		case ",": return text.slice(0, 1).toLowerCase() + text.slice(1);
		default: return;
	}
}
/** `:1` and `:0:7`, where both lie in the text. */
function part(text, rest) {
	const [, from, length] = /^:(\d{1,4})(?::(\d{1,4}))?$/.exec(rest) ?? [];
	if (from === void 0) return void 0;
	const end = length === void 0 ? text.length : Number(from) + Number(length);
	return Number(from) <= text.length && end <= text.length ? text.slice(Number(from), end) : void 0;
}
function trimmed(text, rest) {
	const [, side, pattern = ""] = /^([#%])\1?(.+)$/s.exec(rest) ?? [];
	if (side === void 0 || isGlob(pattern)) return void 0;
	if (side === "#") return text.startsWith(pattern) ? text.slice(pattern.length) : text;
	return text.endsWith(pattern) ? text.slice(0, text.length - pattern.length) : text;
}
function replaced(text, rest) {
	const [, all, wanted, instead] = /^\/(\/?)([^/#%][^/]*)\/([^/]*)$/.exec(rest) ?? [];
	if (wanted === void 0 || instead === void 0) return void 0;
	return all === "/" ? text.replaceAll(wanted, () => instead) : text.replace(wanted, () => instead);
}
function isGlob(pattern) {
	return /[*?[\\]/.test(pattern);
}

// src/render/delivered/substitute.ts
const disabled = /^ *["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?: *["']?disabled/m;
/**
* Puts variables into a document as Flux does: `${NAME}`, `${NAME:-default}` and the other forms of its envsubst;
* `$${NAME}` stays as `${NAME}`. What has no value becomes nothing, or stays where not all values are known
* (https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution).
*/
function substitute(text, substitution) {
	if (!text.includes("${") || disabled.test(text)) return {
		text,
		complete: true
	};
	return fill(text, substitution, 0);
}
/** Defaults stand in defaults; deeper is left as it is written. */
const deepest$2 = 8;
function fill(text, substitution, depth) {
	let filled = "";
	let complete = true;
	let from = 0;
	for (let at = text.indexOf("${"); at !== -1; at = text.indexOf("${", from)) {
		const end = depth < deepest$2 ? endOf$1(text, at) : void 0;
		const isEscaped = text[at - 1] === "$" && at - 1 >= from;
		if (isEscaped || end === void 0) {
			filled += text.slice(from, isEscaped ? at - 1 : at) + "${";
			from = at + 2;
			continue;
		}
		const value = valueOf(text.slice(at + 2, end), substitution, depth);
		filled += text.slice(from, at) + (value ?? text.slice(at, end + 1));
		from = end + 1;
		complete &&= value !== void 0 || !mayBeVariable(text.slice(at + 2, end));
	}
	return {
		text: filled + text.slice(from),
		complete
	};
}
/** An expression of a few lines at most, whose braces are even. */
const longest$4 = 1e3;
function endOf$1(text, start) {
	let open = 0;
	for (let at = start; at < Math.min(text.length, start + longest$4); at += 1) {
		if (text.startsWith("${", at)) open += 1;
		else if (text[at] === "}") open -= 1;
		if (open === 0 && at > start) return at;
	}
}
function mayBeVariable(expression) {
	return /^[#A-Za-z_]/.test(expression);
}
/** Undefined where it can't be told, or is none. */
function valueOf(expression, substitution, depth) {
	const [, name, rest = ""] = /^([A-Za-z_]\w*)(.*)$/s.exec(expression) ?? [];
	if (name === void 0) return void 0;
	const { variables, complete } = substitution;
	const value = Object.hasOwn(variables, name) ? variables[name] : void 0;
	if (value === void 0 && !complete) return void 0;
	const argument = fill(rest, substitution, depth + 1);
	return argument.complete || value !== void 0 ? applyOperator(value, argument.text) : void 0;
}

// src/render/delivered/deliver.ts
/** Renders what Argo CD or Flux would apply: its source, an overlay over that, then its variables. */
async function deliver(source, tools) {
	const inner = await tools.render(source.inner);
	if (inner.kind === "failed") return {
		...inner,
		source
	};
	if (inner.kind === "skipped") return {
		kind: "skipped",
		source: unresolvedOf(source, inner.source)
	};
	const overlaid = await overlay(source, inner, tools);
	return overlaid.kind === "rendered" ? withVariables(source, overlaid) : overlaid;
}
function unresolvedOf(source, skipped) {
	const { id, path, label, definedAt, madeWith, kind } = source;
	return skipped.kind === "unresolved" ? {
		...skipped,
		of: kind,
		id,
		path,
		label,
		definedAt,
		madeWith
	} : source;
}
async function overlay(source, inner, tools) {
	const fields = overlayFor(source, inner);
	if (Object.keys(fields).length === 0 || inner.documents.length === 0) return {
		...inner,
		source
	};
	const folder = await tools.world.scratch();
	await folder.write("rendered.yaml", inner.documents.map(({ text }) => `---\n${text.replace(/^---/, "")}`).join("\n"));
	const components = componentsFrom(folder.path, fields, tools.world.files);
	await folder.write("kustomization.yaml", JSON.stringify({
		...fields,
		...components,
		resources: ["rendered.yaml"]
	}));
	const built = await tools.build(folder.path);
	if (built.kind === "no-program") return withoutKustomize(source);
	const { output } = built;
	const renderer = inner.renderer ?? built.renderer;
	if (output.kind === "failed") return {
		kind: "failed",
		source,
		renderer,
		failure: output.failure
	};
	const documents = splitDocuments(output.text).map(({ text, line }, index) => ({
		text,
		origin: {
			source: source.id,
			verbatim: false,
			index,
			line
		}
	}));
	return {
		...inner,
		source,
		renderer,
		documents
	};
}
/**
* What is laid over the rendered objects. A namespace alone is left out where no object names another: as they stand in
* their files, their lines are known.
*/
function overlayFor({ overlay: all = {} }, inner) {
	const { namespace, ...fields } = all;
	const kept = withoutPaths(fields);
	if (typeof namespace !== "string") return kept;
	return inner.documents.some(({ text }) => namesOther(text, namespace)) ? {
		...kept,
		namespace
	} : kept;
}
function namesOther(text, namespace) {
	return [...text.matchAll(/\bnamespace["']?:[^\S\n]*["']?([\w.-]+)/g)].some(([, name]) => name !== namespace);
}
/** kustomize takes folders only by relative paths. */
function componentsFrom(folder, { components }, files) {
	if (!Array.isArray(components)) return {};
	return { components: components.map((path) => relative$1(folder, files.native(String(path)))) };
}
/** Patches stand in the object itself; one that names a file or an address is none that a controller takes. */
function withoutPaths(fields) {
	const kept = (value) => Array.isArray(value) ? value.filter((item) => isInline(item)) : value;
	const entries = Object.entries(fields).map(([key, value]) => {
		return [key, key === "components" ? value : kept(value)];
	});
	return Object.fromEntries(entries);
}
function isInline(item) {
	if (typeof item === "string") return item.includes("\n");
	return !(typeof item === "object" && item !== null && "path" in item);
}
function withVariables(source, rendered) {
	const { substitution } = source;
	if (substitution === void 0) return {
		...rendered,
		source
	};
	const filled = rendered.documents.map(({ text }) => filledIn(text, substitution));
	const documents = rendered.documents.map((document, index) => {
		const text = filled[index]?.text ?? document.text;
		return text === document.text ? document : {
			text,
			origin: {
				...document.origin,
				verbatim: false
			}
		};
	});
	const isWhole = filled.every(({ complete }) => complete);
	return {
		...rendered,
		source,
		documents,
		hasVariables: isWhole ? void 0 : true
	};
}
/**
* An object that delivers others is followed even where a variable that may be elsewhere leaves it no YAML (a quote, as in
* `${q:='}`): then by the defaults.
*/
function filledIn(text, substitution) {
	const filled = substitute(text, substitution);
	if (filled.complete || !/\b(?:fluxcd|argoproj)\.io\//.test(text) || parseDocument(filled.text).kind === "parsed") return filled;
	return {
		text: substitute(text, {
			...substitution,
			complete: true
		}).text,
		complete: false
	};
}

// src/render/helm/helm-arguments.ts
/**
* The arguments of `helm template`, for helm 3 and 4. Names stand behind `--` or as `--flag=value`, so that none is
* taken for a flag; paths are absolute, so that none is taken for a repository or a URL.
*/
function helmArguments(source, { chart, values }) {
	const { set, setString = [], release, namespace, kubeVersion, apiVersions } = source.options;
	return [
		"template",
		`--namespace=${namespace}`,
		...values.map((file) => `--values=${quote(file)}`),
		...set.map((assignment) => `--set=${assignment}`),
		...setString.map((assignment) => `--set-string=${assignment}`),
		...kubeVersion === void 0 ? [] : [`--kube-version=${kubeVersion}`],
		...apiVersions.map((version) => `--api-versions=${quote(version)}`),
		"--include-crds",
		"--",
		release,
		chart
	];
}
/** These flags take a line of comma-separated values, quoted as in CSV where they hold one (RFC 4180). */
function quote(value) {
	return /[",\r\n]/.test(value) ? `"${value.replaceAll("\"", "\"\"")}"` : value;
}

// src/render/helm/helm-documents.ts
/**
* The documents of helm's output. Each begins with `---` and `# Source: <template>`; what stands before the first `---`
* is no manifest. The further documents of a file in `crds/` come without that comment and keep the last one.
*/
async function helmDocuments(output, source, fileOf) {
	const documents = [];
	let template;
	const begin = /^---/m.exec(output)?.index ?? output.length;
	for (const { text, line, empty } of splitStream(output.slice(begin))) {
		template = /^---[^\S\n]*\n# Source: (.+)/.exec(text)?.[1]?.trimEnd() ?? template;
		if (empty) continue;
		const file = template === void 0 ? void 0 : await fileOf(template);
		documents.push({
			text,
			origin: {
				source,
				file,
				verbatim: false,
				index: documents.length,
				line
			}
		});
	}
	return documents;
}

// src/render/helm/helm-failure.ts
/**
* Tells a missing dependency from other failures by helm's own words, and finds the file behind the name that helm
* gives: a template is named by its chart, `values.yaml` and `Chart.yaml` without a folder.
*/
async function helmFailure(failure, given) {
	if (failure.why !== "program-failed") return failure;
	const missing = /found in Chart\.yaml, but missing in charts\/ directory: (.+)/.exec(failure.detail)?.[1];
	if (missing !== void 0) return {
		why: "dependency-missing",
		detail: missing
	};
	const { detail, file: name, line } = failure;
	if (/^chart requires kubeVersion: /m.test(detail)) return kubeVersion(detail, given);
	const why = detail.startsWith("execution error at (") ? "value-refused" : failure.why;
	if (name === void 0 || given.values.includes(name)) return {
		...failure,
		why
	};
	const file = await given.fileOf(name.includes("/") ? name : `chart/${name}`);
	return file === void 0 ? {
		why,
		detail
	} : {
		why,
		detail,
		file,
		line
	};
}
async function kubeVersion(detail, { fileOf }) {
	return {
		why: "kube-version",
		detail,
		file: await fileOf("chart/Chart.yaml")
	};
}

// src/render/helm/helm-reuse.ts
/**
* What decides the output of `helm template`: the chart's files and those with values. With assignments of the call it
* does not outlive the run: they may be passwords, or name a commit, and are then another time.
*/
function helmReuse(source, { chart, values }) {
	const isTyped = hasTyped(source, "set") || hasTyped(source, "setString");
	return {
		reads: [chart, ...values],
		outlives: !isTyped,
		varies: tellsTime
	};
}
/** Whether an assignment stands in no file. */
function hasTyped({ options, writtenAt }, kind) {
	const places = writtenAt?.[kind] ?? [];
	return (options[kind] ?? []).some((_, index) => {
		const place = places[index];
		return place === void 0 || "spelled" in place;
	});
}
/** The functions of templates that read the clock, as they stand in an action. */
const clock = /(?:^-?|[\s(|=])(?:now|ago|date|date_in_zone|dateInZone|htmlDate|htmlDateInZone)(?=$|[\s)|])/;
/**
* Whether a template may print the time. What is random is not looked for: one chance is as good as another. An action
* is taken to end at the last `}}` before the next one begins, since a text in it may hold both.
*/
function tellsTime(text) {
	for (let at = text.indexOf("{{"); at !== -1;) {
		const next = text.indexOf("{{", at + 2);
		const action = text.slice(at + 2, next === -1 ? void 0 : next);
		const end = action.lastIndexOf("}}");
		if (clock.test(end === -1 ? action : action.slice(0, end))) return true;
		at = next;
	}
	return false;
}

// src/render/helm/helm-file.ts
/**
* helm names templates by the chart's name, its subcharts below `charts/`; in the repository that is the chart's
* folder. A template of a packaged or renamed subchart has no file: undefined.
*/
function createHelmFile(files, chart) {
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		const found = known.get(name) ?? locate$2(files, chart, name);
		known.set(name, found);
		return found;
	};
}
async function locate$2(files, chart, name) {
	const inside = name.split("/").slice(1);
	if (inside.length === 0 || inside.includes("..")) return void 0;
	const path = join(chart, ...inside);
	return await files.kind(path) === "file" ? path : void 0;
}

// src/render/helm/holds-git.ts
/** Whether there is a `.git` in a chart's folder or below: helm would show it to templates like any other file. */
async function holdsGit(files, chart) {
	const { entries } = await entriesBelow(files, chart, chartExtent);
	return entries.some(({ entry }) => entry.name.toLowerCase() === ".git");
}

// src/fetch/semantic-version.ts
const shape = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/** Reads a version; what is left out is zero, as Masterminds/semver takes it. */
function parseVersion(written) {
	const match = shape.exec(written.trim());
	if (match === null) return void 0;
	const [, major = "0", minor = "0", patch = "0", pre = ""] = match;
	return {
		written,
		numbers: [
			Number(major),
			Number(minor),
			Number(patch)
		],
		pre: pre === "" ? [] : pre.split(".")
	};
}
/** Below zero where `a` comes before `b`. */
function compareVersions(a, b) {
	for (const at of [
		0,
		1,
		2
	]) {
		const difference = a.numbers[at] - b.numbers[at];
		if (difference !== 0) return difference;
	}
	return comparePre(a.pre, b.pre);
}
function comparePre(a, b) {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	for (const [at, left] of a.entries()) {
		const right = b[at];
		if (right === void 0) return 1;
		if (left !== right) return comparePart(left, right);
	}
	return a.length - b.length;
}
function comparePart(a, b) {
	const isNumber = [a, b].map((part) => /^\d+$/.test(part));
	if (isNumber[0] && isNumber[1]) return Number(a) - Number(b);
	if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
	return a < b ? -1 : 1;
}

// src/fetch/version-constraint.ts
/**
* The newest of the versions that a constraint allows, as helm chooses: an exact name first, nothing before a release
* unless the constraint names such a version (https://github.com/Masterminds/semver#checking-version-constraints).
* Undefined where there is none, or the constraint can't be read.
*/
function chooseVersion(versions, constraint) {
	const wanted = constraint.trim();
	if (wanted !== "" && versions.includes(wanted)) return wanted;
	const allows = parseConstraint(wanted === "" ? "*" : wanted);
	if (allows === void 0) return void 0;
	return versions.flatMap((text) => parseVersion(text) ?? []).filter(allows).toSorted(compareVersions).at(-1)?.written;
}
/** Whether a version fulfils a constraint. */
function satisfies(version, constraint) {
	return chooseVersion([version], constraint) !== void 0;
}
function parseConstraint(text) {
	const alternatives = text.split("||").map(parseAll);
	const tests = alternatives.filter((test) => test !== void 0);
	if (tests.length < alternatives.length) return void 0;
	return (version) => tests.some((test) => test(version));
}
const range = /^\s*(\S+)\s+-\s+(\S+)\s*$/;
const comparator = /(=|!=|>|<|>=|=>|<=|=<|~|~>|\^)?\s*(v?[0-9xX*][^\s,]*)/y;
function parseAll(text) {
	const [, from, to] = range.exec(text) ?? [];
	if (from !== void 0 && to !== void 0) return parseAll(`>=${from} <=${to}`);
	const tests = [];
	const rest = text.replaceAll(/[,\s]+/g, " ").trim();
	for (let at = 0; at < rest.length; at = comparator.lastIndex + 1) {
		comparator.lastIndex = at;
		const match = comparator.exec(rest);
		const test = match === null ? void 0 : parseOne(match[1] ?? "", match[2] ?? "");
		if (test === void 0) return void 0;
		tests.push(test);
	}
	return tests.length === 0 ? void 0 : (version) => tests.every((test) => test(version));
}
function parseOne(operator, written) {
	const bare = written.replace(/(?:\.|^)[xX*](?:\.[xX*\d]+)*$/, "");
	const places = bare === "" || bare === "v" ? 0 : (bare.replace(/[-+].*$/, "").match(/\./g)?.length ?? 0) + 1;
	const version = places === 0 ? parseVersion("0.0.0") : parseVersion(bare);
	if (version === void 0) return void 0;
	const test = compareBy(operator, version, places);
	return test && ((candidate) => (candidate.pre.length === 0 || version.pre.length > 0) && test(candidate));
}
function compareBy(operator, version, places) {
	const above = places === 0 ? void 0 : ceiling(version, places);
	const from = (candidate) => compareVersions(candidate, version) >= 0;
	const isIn = (candidate) => places < 3 ? from(candidate) && isBelow$1(candidate, above) : compareVersions(candidate, version) === 0;
	switch (operator) {
		case "":
		case "=": return isIn;
		case "!=": return (candidate) => !isIn(candidate);
		case ">": return (candidate) => from(candidate) && !isIn(candidate);
		case "<": return (candidate) => !from(candidate);
		case ">=":
		case "=>": return from;
		case "<=":
		case "=<": return (candidate) => !from(candidate) || isIn(candidate);
		default: return approximate(operator, version, places);
	}
}
function approximate(operator, version, places) {
	if (![
		"~",
		"~>",
		"^"
	].includes(operator)) return void 0;
	const place = operator === "^" ? caretPlace(version, places) : Math.min(places, 2);
	const limit = places === 0 ? void 0 : ceiling(version, place);
	return (candidate) => compareVersions(candidate, version) >= 0 && isBelow$1(candidate, limit);
}
function isBelow$1(candidate, limit) {
	return limit === void 0 || compareVersions(candidate, limit) < 0;
}
/** The first version that has another number at the given place (1: major). */
function ceiling({ numbers: [major, minor, patch] }, place) {
	const next = [
		[
			major + 1,
			0,
			0
		],
		[
			major,
			minor + 1,
			0
		],
		[
			major,
			minor,
			patch + 1
		]
	];
	return {
		written: "",
		numbers: next[place - 1] ?? next[2],
		pre: ["0"]
	};
}
/** `^` holds the first number that is not zero. */
function caretPlace({ numbers }, places) {
	const first = numbers.findIndex((number) => number > 0) + 1;
	return first === 0 ? places : Math.min(first, Math.max(places, 1));
}

// src/render/helm/locate-requirement.ts
/** Reads a dependency's `repository`, with the version of the lock file where there is one. */
async function locateRequirement(requirement, chart, files) {
	const { name, repository, version, locked } = requirement;
	if (repository.startsWith("file://")) return locateLocal(requirement, chart, files);
	if (locked !== void 0 && version !== "" && !satisfies(locked, version)) return {
		kind: "stale-lock",
		detail: `${name} ${version} is wanted, and ${locked} is locked`
	};
	const wanted = locked ?? version;
	if (repository.startsWith("oci://")) return {
		kind: "remote",
		name,
		chart: {
			kind: "oci",
			repository: `${repository.slice(6).replace(/\/+$/, "")}/${name}`,
			version: wanted
		}
	};
	if (/^https?:\/\//.test(repository)) return {
		kind: "remote",
		name,
		chart: {
			kind: "repository",
			url: repository,
			name,
			version: wanted
		}
	};
	if (repository === "") return {
		kind: "missing",
		detail: name
	};
	return {
		kind: "unresolved",
		detail: `${name} from ${repository}`
	};
}
async function locateLocal({ name, repository }, chart, files) {
	const path = resolvePath(chart, repository.slice(7));
	const kind = path === void 0 ? "outside" : await files.kind(path);
	if (path === void 0 || kind === "outside") return {
		kind: "missing",
		detail: `${name}: ${repository} lies outside of the repository`
	};
	if (!(kind === "file" ? path.endsWith(".tgz") : await files.kind(join(path, "Chart.yaml")) === "file")) return {
		kind: "missing",
		detail: `${name}: there is no chart at ${repository}`
	};
	const outside = await findOutsideLink(files, path);
	if (outside === void 0) return {
		kind: "local",
		path
	};
	return {
		kind: "missing",
		detail: `${name}: ${outside} leads out of the repository`
	};
}

// src/render/helm/requirements.ts
/** What a chart's folder says that it needs: in Chart.yaml, in charts of old in requirements.yaml. */
async function readRequirements(files, chart) {
	const own = await listIn(files, join(chart, "Chart.yaml"));
	const isOld = own.list.length === 0;
	const written = isOld ? await listIn(files, join(chart, "requirements.yaml")) : own;
	if (written.list.length === 0) return [];
	const { list: locks } = await listIn(files, join(chart, isOld ? "requirements.lock" : "Chart.lock"));
	return written.list.map((entry) => {
		const [name, version, repository] = [
			text(entry["name"]),
			text(entry["version"]),
			text(entry["repository"])
		];
		const place = {
			file: written.file,
			line: lineOf(written.text, name)
		};
		return {
			name,
			version,
			repository,
			locked: lockedVersion({
				name,
				version,
				repository
			}, locks),
			place
		};
	});
}
/** One chart may be needed in several versions: then that which the constraint allows. */
function lockedVersion({ name, version, repository }, locks) {
	const candidates = locks.filter((lock) => lock["name"] === name && text(lock["repository"]) === repository).map((lock) => text(lock["version"]));
	return candidates.find((candidate) => satisfies(candidate, version)) ?? candidates[0];
}
/** The first line below `dependencies` that names the chart. */
function lineOf(written, name) {
	const lines = written.split("\n");
	const begin = lines.findIndex((line) => line.startsWith("dependencies"));
	const names = (line) => [...line.matchAll(/\bname["']?:\s*["']?([^"'\s,}]+)/g)].map(([, found]) => found);
	const at = lines.findIndex((line, index) => index >= begin && names(line).includes(name));
	return at === -1 ? void 0 : at + 1;
}
async function listIn(files, file) {
	const read = await files.read(file);
	const content = read.kind === "text" ? read.text : "";
	const value = loadYaml(content);
	const list = isMapping(value) ? value["dependencies"] : void 0;
	return {
		file,
		text: content,
		list: Array.isArray(list) ? list.filter(isMapping) : []
	};
}
function text(value) {
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
/** The requirements that are not in the chart's `charts` folder, as helm looks for them: by the name of the chart. */
async function missingRequirements(files, chart) {
	const requirements = await readRequirements(files, chart);
	if (requirements.length === 0) return [];
	const present = await vendored(files, join(chart, "charts"));
	const missing = requirements.filter(({ name }) => !present.some((isThere) => isThere(name)));
	return [...new Map(missing.map((requirement) => [JSON.stringify({
		...requirement,
		place: void 0
	}), requirement])).values()];
}
async function vendored(files, folder) {
	const list = await files.list(folder);
	const entries = list.kind === "entries" ? list.entries : [];
	return Promise.all(entries.map(async ({ name: entry, kind }) => {
		if (kind === "file") return (name) => entry.startsWith(`${name}-`) && /^\d.*\.tgz$/.test(entry.slice(name.length + 1));
		const read = await files.read(join(folder, entry, "Chart.yaml"));
		const value = read.kind === "text" ? loadYaml(read.text) : void 0;
		return (name) => isMapping(value) && value["name"] === name;
	}));
}

// src/render/helm/prepare-chart.ts
/** How far charts of the repository may depend on each other, and how many may belong to one. */
const deepest$1 = 8;
const mostAdded = 100;
/**
* Brings together what a chart is made of, once for all its sets of values. A chart whose dependencies are not all in its
* folder is copied to a private one, and they are added there: nothing is written into the repository, and helm fetches
* nothing by itself. So is a chart with a `.git` in its folder, which templates could read a token from, and one whose own
* values do not count.
*/
function createPrepareChart(world) {
	const known = /* @__PURE__ */ new Map();
	return (source) => {
		const key = JSON.stringify([source.remote ?? source.path, source.replacesValues]);
		const prepared = known.get(key) ?? prepare(source, world);
		known.set(key, prepared);
		return prepared;
	};
}
async function prepare({ path, remote, replacesValues }, world) {
	const { files, charts, scratch } = world;
	if (remote !== void 0) return fetched(await charts.fetch(remote));
	if ((path.endsWith(".tgz") ? [] : await missingRequirements(files, path)).length === 0 && replacesValues !== true && !await holdsGit(files, path)) return {
		kind: "ready",
		chart: files.native(path)
	};
	const folder = await scratch();
	const chart = await folder.copy(files.native(path), "chart");
	if (replacesValues === true) await folder.write("chart/values.yaml", "");
	return await addMissing({
		path,
		copy: "chart",
		depth: 0
	}, {
		...world,
		folder,
		added: 0
	}) ?? {
		kind: "ready",
		chart
	};
}
async function addMissing({ path, copy, depth }, workshop) {
	if (depth > deepest$1) return missingDependency(`${path}: charts that depend on each other in a circle`);
	for (const [index, requirement] of (await missingRequirements(workshop.files, path)).entries()) {
		workshop.added += 1;
		if (workshop.added > mostAdded) return missingDependency(`${path}: more than ${mostAdded} charts belong together`);
		const { name, place } = requirement;
		const at = await locateRequirement(requirement, path, workshop.files);
		const trouble = await addOne(at, {
			copy: `${copy}/charts/${index}-${at.kind === "remote" ? "fetched.tgz" : "local"}`,
			depth: depth + 1
		}, workshop);
		if (trouble !== void 0) return placed$2(trouble, name, place);
	}
}
/** The trouble with a dependency, at the line that asks for it; a chart further down has named its own. */
function placed$2(trouble, name, place) {
	if (trouble.kind === "failed") return {
		kind: "failed",
		failure: {
			...place,
			...trouble.failure
		}
	};
	const detail = trouble.detail.includes(name) ? trouble.detail : `${name}: ${trouble.detail}`;
	return {
		...trouble,
		detail,
		place: trouble.place ?? place
	};
}
async function addOne(at, { copy, depth }, workshop) {
	const { files, charts, folder } = workshop;
	switch (at.kind) {
		case "missing": return missingDependency(at.detail);
		case "stale-lock": return {
			kind: "failed",
			failure: {
				why: "lock-out-of-date",
				detail: at.detail
			}
		};
		case "unresolved": return {
			kind: "unresolved",
			why: "remote-dependency",
			detail: at.detail
		};
		case "remote": {
			const chart = await charts.fetch(at.chart);
			if (chart.kind === "unavailable") return chart.why === "offline" ? missingDependency(at.name) : unavailable(chart, "remote-dependency");
			await folder.copy(chart.file, copy);
			return;
		}
		case "local":
			await folder.copy(files.native(at.path), at.path.endsWith(".tgz") ? `${copy}.tgz` : copy);
			return at.path.endsWith(".tgz") ? void 0 : addMissing({
				path: at.path,
				copy,
				depth
			}, workshop);
	}
}
function fetched(chart) {
	return chart.kind === "fetched" ? {
		kind: "ready",
		chart: chart.file
	} : unavailable(chart, "remote-chart");
}
/** That there is no such chart is a mistake in what names it; that nobody answers is not. */
function unavailable({ why, detail }, what) {
	switch (why) {
		case "absent":
		case "unusable": return {
			kind: "failed",
			failure: {
				why: "chart-unavailable",
				detail
			}
		};
		case "refused":
		case "unreachable":
		case "offline": return {
			kind: "unresolved",
			why: what,
			detail
		};
	}
}
function missingDependency(detail) {
	return {
		kind: "failed",
		failure: {
			why: "dependency-missing",
			detail
		}
	};
}

// src/render/helm/helm.ts
const always = {
	reads: [],
	outlives: true
};
/**
* Renders charts with `helm template`. It contacts no cluster and fetches nothing by itself; since its plugin folder is
* empty and no flag names one, it runs no post-renderer. Equal calls are made once.
*/
function createHelm(path, world) {
	const program = path ?? "helm";
	const version = once(async () => versionOf(await world.run({
		program,
		arguments: ["version", "--short"],
		reuse: always
	})));
	const template = createTemplate(program, world);
	const prepare = createPrepareChart(world);
	return async (source) => {
		const missing = await findMissingValues(source, world.files);
		if (missing !== void 0) return {
			kind: "failed",
			source,
			failure: missing
		};
		const prepared = await prepare(source);
		if (prepared.kind !== "ready") return {
			...notReady(source, prepared),
			renderer: await version()
		};
		const files = {
			chart: prepared.chart,
			values: await valuesOf(source, world)
		};
		const rendering = template(helmArguments(source, files), helmReuse(source, files));
		const [output, renderer] = await Promise.all([rendering, version()]);
		const fileOf = createHelmFile(world.files, source.path);
		if (output.kind === "failed") {
			const given = {
				fileOf,
				values: source.options.values
			};
			return {
				kind: "failed",
				source,
				renderer,
				failure: await helmFailure(output.failure, given)
			};
		}
		return {
			kind: "rendered",
			source,
			renderer,
			documents: await helmDocuments(output.text, source.id, fileOf),
			unreadable: []
		};
	};
}
function notReady(source, prepared) {
	if (prepared.kind === "failed") return {
		kind: "failed",
		source,
		failure: prepared.failure
	};
	const { id, path, label } = source;
	const { why, detail, place: definedAt } = prepared;
	return {
		kind: "skipped",
		source: {
			kind: "unresolved",
			of: "helm",
			why,
			detail,
			id,
			path,
			label,
			definedAt
		}
	};
}
/** The values files, those with inline values last. helm takes names for URLs, so odd ones stand in a private folder. */
async function valuesOf({ options }, { scratch, files }) {
	const { values, inline = [] } = options;
	const natives = values.map((file) => files.native(file));
	if (inline.length === 0 && !natives.some(isOdd)) return natives;
	const folder = await scratch();
	const copied = natives.map((file, index) => isOdd(file) ? folder.copy(file, `odd-${index}.yaml`) : file);
	const written = inline.map((text, index) => folder.write(`values-${index}.yaml`, text));
	return Promise.all([...copied, ...written]);
}
function isOdd(path) {
	return /[\p{Cc}%]/u.test(path);
}
function createTemplate(program, world) {
	const outputs = /* @__PURE__ */ new Map();
	const ask = async (given, reuse) => programOutput(await world.run({
		program,
		arguments: given,
		reuse
	}), "helm", world.files.root);
	return (given, reuse) => {
		const key = JSON.stringify(given);
		const output = outputs.get(key) ?? ask(given, reuse);
		outputs.set(key, output);
		return output;
	};
}
/** helm takes URLs as values files too, and prints lines of a file that it can't parse: so they are looked at first. */
async function findMissingValues(source, files) {
	for (const file of source.options.values) {
		const kind = await files.kind(file);
		if (kind !== "file") return {
			why: "values-missing",
			detail: kind,
			file
		};
	}
}
/** `v3.17.3+ge4da497` → `helm 3.17.3`. */
function versionOf(result) {
	const version = result.kind === "ended" ? /v(\d+\.\d+\.\d+[^+\s]*)/.exec(result.stdout)?.[1] : void 0;
	return version === void 0 ? void 0 : `helm ${version}`;
}

// src/render/manifests.ts
/** Reads plain manifests: their documents are slices of the files, so lines and columns carry over. */
async function renderManifests(source, files) {
	const documents = [];
	const unreadable = [];
	const add = (slices, file) => {
		for (const { text, line } of slices) documents.push({
			text,
			origin: {
				source: source.id,
				file,
				verbatim: true,
				index: documents.length,
				line
			}
		});
	};
	if (source.input !== void 0) add(slicesOf("-", source.input), void 0);
	for (const file of source.files) {
		const read = await files.read(file);
		if (read.kind === "text") add(slicesOf(file, read.text), file);
		else unreadable.push({
			file,
			why: read.kind === "not-a-file" ? "absent" : read.kind
		});
	}
	return {
		kind: "rendered",
		source,
		documents,
		unreadable
	};
}
/** A JSON file is one document: whatever looks like a marker is inside a text. */
function slicesOf(file, text) {
	const content = text.replace(/^\uFEFF/, "");
	return file.toLowerCase().endsWith(".json") && content.trimStart().startsWith("{") ? [{
		text: content,
		line: 1
	}] : splitDocuments(text);
}

// src/discover/gitops/delivered.ts
/** The source that an object delivers; what can't be rendered stays so, under the object's name. */
function delivered$1(delivery, inner, extras = {}) {
	if (inner.kind === "unresolved") return {
		...unresolved(delivery, inner),
		standsFor: inner.id
	};
	const base = baseOf(delivery);
	return {
		gaps: [],
		...extras,
		...base,
		kind: delivery.kind,
		inner: {
			...inner,
			id: base.id,
			label: base.label
		}
	};
}
/** An object whose source can't be had. */
function unresolved(delivery, { why, detail }) {
	return {
		...baseOf(delivery),
		kind: "unresolved",
		of: delivery.kind,
		why,
		detail: detail.slice(0, 400).split(" ").map(withoutLogin).join(" ")
	};
}
function baseOf({ kind, object, part }) {
	const { file } = object.place;
	const name = object.namespace === void 0 ? object.name : `${object.namespace}/${object.name}`;
	const suffix = part === void 0 ? "" : `#${part}`;
	const label = `${object.kind} ${name}${part === void 0 ? "" : ` (${part})`} in ${file}`;
	return {
		id: `${kind}:${file}#${object.kind}/${name}${suffix}`,
		path: file,
		label,
		definedAt: object.place
	};
}

// src/discover/gitops/fields.ts
/** The text at a path; numbers and booleans as YAML writes them. */
function stringAt(value, ...keys) {
	const found = valueAt(value, ...keys);
	if (typeof found === "number" || typeof found === "boolean") return String(found);
	return typeof found === "string" && found !== "" ? found : void 0;
}
/** The maps of the list at a path. */
function mapsAt(value, ...keys) {
	return listOf(valueAt(value, ...keys)).map(fieldsOf$2).filter((item) => item !== void 0);
}
/** The texts of the list at a path. */
function stringsAt(value, ...keys) {
	return listOf(valueAt(value, ...keys)).filter((item) => typeof item === "string");
}
/** The map of texts at a path, numbers and booleans as YAML writes them. */
function stringMapAt(value, ...keys) {
	const entries = Object.entries(fieldsOf$2(valueAt(value, ...keys)) ?? {});
	return textEntriesOf(Object.fromEntries(entries.map(([key, item]) => [key, stringAt({ item }, "item") ?? item])));
}
/** One map of several; of equal keys the last counts. */
function mergedFields(maps) {
	return Object.fromEntries(maps.flatMap((map) => Object.entries(map)));
}
/** A field with a list; none where the list is empty. */
function listed$1(key, items) {
	return items.length === 0 ? {} : { [key]: items };
}
/** Those of the fields that are there, as they are. */
function pick(value, keys) {
	const entries = keys.map((key) => [key, valueAt(value, key)]);
	return Object.fromEntries(entries.filter(([, item]) => item !== void 0 && item !== null && item !== ""));
}

// src/discover/gitops/own-repository.ts
/**
* Whether a git URL names the repository that is checked, whose address `own` is. Where that is not known, every URL may
* be it, and the path decides.
*/
function isOwnRepository(url, own) {
	const ours = own === void 0 ? void 0 : repositoryPath(own);
	return ours === void 0 || repositoryPath(url) === ours;
}
/** Whether an address is that of a remote, so that others can be told from it. */
function isKnownRepository(own) {
	return own !== void 0 && repositoryPath(own) !== void 0;
}
/**
* `acme/gitops` of `git@github.com:acme/gitops.git` and `https://github.com/acme/gitops`: the last two parts, as hosts
* have several names. Undefined for what is no remote.
*/
function repositoryPath(url) {
	const [, path] = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+)$/.exec(url) ?? [];
	return (path?.replace(/\/+$/, "").replace(/\.git$/i, "").split("/").filter((part) => part !== "" && part !== "_git"))?.slice(-2).join("/").toLowerCase();
}
/** `gitops` of `https://github.com/acme/gitops`; undefined for what is no remote. */
function repositoryName(url) {
	return repositoryPath(url)?.split("/").at(-1);
}

// src/discover/gitops/written-text.ts
/** Where the fields of an overlay are written, which stand below one path of an object. */
function writtenFields(object, path, overlay) {
	return Object.fromEntries(Object.keys(overlay).map((key) => [key, writtenText(object, [...path, key])]));
}
/** A text of an object, by the path to it there. */
function writtenText(object, path) {
	const { kind, name, place, kustomization, overlay } = object;
	return {
		file: place.file,
		path,
		object: {
			kind,
			name,
			kustomization,
			overlay
		}
	};
}

// src/discover/gitops/argo-chart.ts
/** The chart of an Application: in a folder of ours, or elsewhere. */
async function argoChart(source, path, context) {
	const { fields, delivery, release, namespace } = source;
	const helm = valueAt(fields, "helm");
	const { values, gaps } = await valueFiles(source, path, context);
	const options = {
		values,
		...inlineOptions(helm),
		release: releaseName(stringAt(helm, "releaseName") ?? release),
		namespace: stringAt(helm, "namespace") ?? namespace ?? "default",
		kubeVersion: stringAt(helm, "kubeVersion"),
		apiVersions: stringsAt(helm, "apiVersions")
	};
	const chart = path === void 0 ? remoteChart(source, options) : await localChart(path, options, context);
	if (chart === void 0) return unresolved(delivery, {
		why: "remote-source",
		detail: stringAt(fields, "repoURL") ?? ""
	});
	const written = chart.kind === "helm" ? {
		...chart,
		writtenAt: writtenIn(source, helm)
	} : chart;
	return delivered$1(delivery, written, {
		namespace: options.namespace,
		gaps
	});
}
async function localChart(path, options, { files }) {
	const found = await chartSource(files, path, {
		values: [],
		set: [],
		apiVersions: []
	});
	return found.kind === "helm" ? {
		...found,
		options
	} : found;
}
function remoteChart({ fields }, options) {
	const url = stringAt(fields, "repoURL");
	const name = stringAt(fields, "chart");
	const version = stringAt(fields, "targetRevision") ?? "";
	if (url === void 0) return void 0;
	return {
		kind: "helm",
		id: "",
		label: "",
		path: url,
		remote: /^https?:\/\//.test(url) ? {
			kind: "repository",
			url,
			name: name ?? "",
			version
		} : {
			kind: "oci",
			repository: [url.replace(/^oci:\/\//, "").replace(/\/+$/, ""), name].filter(Boolean).join("/"),
			version
		},
		options
	};
}
/** `valuesObject` wins over `values`; parameters win over both. */
function inlineOptions(helm) {
	const object = fieldsOf$2(valueAt(helm, "valuesObject"));
	const text = object === void 0 ? stringAt(helm, "values") : JSON.stringify(object);
	const assignments = parametersOf(helm, (parameter) => {
		return `${stringAt(parameter, "name") ?? ""}=${escaped(stringAt(parameter, "value") ?? "")}`;
	});
	return {
		inline: text === void 0 ? [] : [text],
		...assignments
	};
}
/** As Argo CD does it: a comma ends no value, except in a list. */
function escaped(value) {
	return /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, "\\,");
}
function writtenIn({ path, delivery: { object } }, helm) {
	const at = (...keys) => writtenText(object, [
		...path,
		"helm",
		...keys
	]);
	return {
		inline: [at(fieldsOf$2(valueAt(helm, "valuesObject")) === void 0 ? "values" : "valuesObject")],
		...parametersOf(helm, (_, index) => at("parameters", index, "value"))
	};
}
/** Something of each parameter, apart for those that are always text. */
function parametersOf(helm, take) {
	const parameters = listOf(valueAt(helm, "parameters")).flatMap((item, index) => {
		const fields = fieldsOf$2(item);
		return fields === void 0 ? [] : [{
			isText: valueAt(fields, "forceString") === true,
			it: take(fields, index)
		}];
	});
	const of = (isText) => parameters.filter((parameter) => parameter.isText === isText).map(({ it }) => it);
	return {
		set: of(false),
		setString: of(true)
	};
}
async function valueFiles(source, path, context) {
	const helm = valueAt(source.fields, "helm");
	const ignoresMissing = valueAt(helm, "ignoreMissingValueFiles") === true;
	const values = [];
	const gaps = [];
	for (const written of stringsAt(helm, "valueFiles")) {
		const file = locate$1(written, {
			source,
			path,
			own: context.own
		});
		if (file !== void 0 && await context.files.kind(file) === "file") values.push(file);
		else if (file === void 0 || isGuess(written, context)) gaps.push({
			why: "values-elsewhere",
			detail: written
		});
		else if (!ignoresMissing) values.push(file);
	}
	for (const parameter of mapsAt(helm, "fileParameters")) gaps.push({
		why: "values-elsewhere",
		detail: stringAt(parameter, "path") ?? ""
	});
	return {
		values,
		gaps
	};
}
/** A repository that was only taken for the own one need not hold the file. */
function isGuess(written, { own }) {
	return written.startsWith("$") && !isKnownRepository(own);
}
/** `$ref/x.yaml` is told from the root of that source's repository, `/x.yaml` from the own one, else from the chart. */
function locate$1(written, { source, path, own }) {
	const [, ref, inRef] = /^\$([\w-]+)\/(.+)$/.exec(written) ?? [];
	if (ref !== void 0 && inRef !== void 0) {
		const url = source.refs.get(ref);
		return url !== void 0 && isOwnRepository(url, own) ? resolvePath(".", join(".", inRef)) : void 0;
	}
	if (path === void 0 || /^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return void 0;
	return written.startsWith("/") ? resolvePath(".", `.${written}`) : resolvePath(path, written);
}

// src/discover/gitops/argo-directory.ts
/** Plain manifests of a folder, and of those below where the Application says so; globs are told from the folder. */
async function argoDirectory(source, path, { files }) {
	const { fields, delivery, namespace } = source;
	const directory = valueAt(fields, "directory");
	const recurse = valueAt(directory, "recurse") === true;
	const { entries } = await entriesBelow(files, path, {
		...manifestExtent,
		deepest: recurse ? manifestExtent.deepest : 0
	});
	const included = matcher(stringAt(directory, "include"), true);
	const excluded = matcher(stringAt(directory, "exclude"), false);
	const wanted = entries.filter(({ entry }) => entry.kind === "file").map((entry) => entry.path).filter((file) => included(below(path, file)) && !excluded(below(path, file)));
	const found = await manifestFiles(files, wanted);
	const gaps = wanted.filter((file) => file.endsWith(".jsonnet")).map((detail) => ({
		why: "unsupported",
		detail
	}));
	return delivered$1(delivery, {
		kind: "manifests",
		id: "",
		path,
		label: "",
		files: found
	}, {
		namespace,
		gaps
	});
}
function matcher(glob, without) {
	if (glob === void 0) return () => without;
	const matches = compileGlob(glob.slice(0, 500), "segment");
	return (path) => matches(path) || matches(basename(path));
}
function below(folder, file) {
	return folder === "." ? file : file.slice(folder.length + 1);
}

// src/discover/gitops/folder-kind.ts
/** What a controller makes of a folder. */
async function folderKind(files, path) {
	if (await files.kind(join(path, "Chart.yaml")) === "file") return "chart";
	return (await Promise.all(kustomizationNames.map((name) => files.kind(join(path, name))))).includes("file") ? "kustomization" : "directory";
}

// src/discover/gitops/components.ts
/** Finds the components of Argo CD and Flux, which are named from the kustomization's folder. */
async function findComponents(names, folder, { files, note }) {
	const folders = [];
	const gaps = [];
	for (const name of names) {
		const path = resolvePath(folder, name);
		const [found] = path !== void 0 && await folderKind(files, path) === "kustomization" ? (await kustomizeSources(files, [path], /* @__PURE__ */ new Set([path]))).sources : [];
		if (path === void 0 || found === void 0) gaps.push({
			why: "path-missing",
			detail: name
		});
		else if (found.kind === "unresolved") gaps.push(found);
		else folders.push(path);
	}
	note({ madeWith: folders });
	return {
		folders,
		gaps: gaps.map(({ why, detail }) => ({
			why,
			detail
		}))
	};
}

// src/discover/gitops/argo-kustomization.ts
/** What an Application changes in a kustomization: named as there, but for `images`. */
const overlayKeys$2 = [
	"namePrefix",
	"nameSuffix",
	"patches",
	"replicas"
];
/** A kustomization of ours, with what the Application lays over it. */
async function argoKustomization(source, path, context) {
	const { fields, delivery, namespace } = source;
	const { sources } = await kustomizeSources(context.files, [path], /* @__PURE__ */ new Set([path]));
	const [inner] = sources;
	if (inner === void 0) return unresolved(delivery, {
		why: "remote-source",
		detail: path
	});
	const kustomize = valueAt(fields, "kustomize");
	const images = stringsAt(kustomize, "images").map(imageOverride);
	const own = {
		...pick(kustomize, overlayKeys$2),
		...listed$1("images", images)
	};
	const into = stringAt(kustomize, "namespace") ?? namespace;
	const { folders, gaps } = await findComponents(stringsAt(kustomize, "components"), path, context);
	const overlay = {
		...own,
		...pick(kustomize, ["namespace"]),
		...listed$1("components", folders)
	};
	const overlayAt = writtenFields(delivery.object, [...source.path, "kustomize"], own);
	return delivered$1(delivery, inner, {
		overlay,
		overlayAt,
		namespace: into,
		gaps
	});
}
/** `[old=]new[:tag|@digest]`, as `kustomize edit set image` takes it. */
function imageOverride(text) {
	const [, old, reference = ""] = /^(?:([^=]+)=)?(.+)$/s.exec(text) ?? [];
	const [, name = reference, tag, digest] = /^(.+?)(?::([^:/@]+))?(?:@(.+))?$/s.exec(reference) ?? [];
	return {
		name: old ?? name,
		...old === void 0 ? {} : { newName: name },
		...tag === void 0 ? {} : { newTag: tag },
		...digest === void 0 ? {} : { digest }
	};
}

// src/discover/gitops/revision.ts
/**
* Whether a revision is a tag, a range of tags or a commit: what it holds does not follow from a change. A branch is taken
* for the one that the change goes to.
*/
function isPinned(revision) {
	if (revision === void 0) return false;
	return /^(?:[0-9a-f]{40}|refs\/tags\/.+|[v^~<>=]*\s*\d+(?:\.(?:\d+|[x*]))+(?:[-+.].*)?|\d+\.?[x*])$/i.test(revision);
}

// src/discover/gitops/local-path.ts
/**
* Where a path of a git repository lies in ours. The URL is undefined where the object that names it is not known: then
* the path alone decides.
*/
async function localPath(place, path, context) {
	const { url, revision } = place;
	const shown = [
		url,
		path,
		revision === void 0 ? "" : `at ${revision}`
	].filter(Boolean).join(" ");
	if (url !== void 0 && !isOwnRepository(url, context.own)) return elsewhere$1(shown);
	if (isPinned(revision)) return elsewhere$1(shown, isKnownRepository(context.own) ? "other-revision" : "remote-source");
	const inside = resolvePath(".", join(".", path.replace(/^\/+/, "")));
	if (inside === void 0) return elsewhere$1(shown);
	const kind = await context.files.kind(inside);
	if (kind === "folder" || kind === "file") return {
		kind: "local",
		path: inside
	};
	return elsewhere$1(shown, url !== void 0 && isKnownRepository(context.own) ? "path-missing" : "remote-source");
}
function elsewhere$1(detail, why = "remote-source") {
	return {
		kind: "elsewhere",
		why,
		detail
	};
}

// src/discover/gitops/argo-application.ts
/** What an Argo CD Application applies (https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml). */
async function applicationSources(object, context) {
	const spec = valueAt(object.body, "spec");
	const several = mapsAt(spec, "sources");
	const fields = several.length > 0 ? several : mapsAt({ one: [valueAt(spec, "source") ?? drySource(spec)] }, "one");
	const refs = new Map(fields.map((entry) => [stringAt(entry, "ref") ?? "", urlOfRef(entry)]));
	const namespace = stringAt(spec, "destination", "namespace");
	const rendered = fields.filter((entry) => ["path", "chart"].some((key) => stringAt(entry, key) !== void 0) || isArtifact(entry));
	return Promise.all(rendered.map((entry, index) => {
		return argoSource({
			fields: entry,
			path: several.length > 0 ? [
				"spec",
				"sources",
				several.indexOf(entry)
			] : ["spec", "source"],
			delivery: {
				kind: "argocd",
				object,
				part: rendered.length > 1 ? String(index + 1) : void 0
			},
			refs,
			release: object.name,
			namespace
		}, context);
	}));
}
/** Files of a tag or commit are not those that are here. */
function urlOfRef(entry) {
	return isPinned(stringAt(entry, "targetRevision")) ? "" : stringAt(entry, "repoURL") ?? "";
}
function drySource(spec) {
	return valueAt(spec, "sourceHydrator", "drySource");
}
/** A chart or manifests in a registry need no path. */
function isArtifact(entry) {
	return stringAt(entry, "ref") === void 0 && stringAt(entry, "repoURL")?.startsWith("oci://") === true;
}
async function argoSource(source, context) {
	const { fields, delivery } = source;
	const url = stringAt(fields, "repoURL") ?? "";
	const revision = stringAt(fields, "targetRevision");
	if (valueAt(fields, "plugin") !== void 0) return unresolved(delivery, {
		why: "unsupported",
		detail: `${url}: a plugin of Argo CD renders it`
	});
	if (stringAt(fields, "chart") !== void 0 || isArtifact(fields)) return argoChart(source, void 0, context);
	const at = await localPath({
		url,
		revision
	}, stringAt(fields, "path") ?? ".", context);
	if (at.kind === "elsewhere") return unresolved(delivery, at);
	switch (await kindOf$2(fields, at.path, context)) {
		case "chart": return argoChart(source, at.path, context);
		case "kustomization": return argoKustomization(source, at.path, context);
		case "directory": return argoDirectory(source, at.path, context);
	}
}
/** Argo CD goes by the tool that the source names, else by what the folder holds. */
async function kindOf$2(fields, path, { files }) {
	const found = await folderKind(files, path);
	if (valueAt(fields, "helm") !== void 0 && found !== "directory") return "chart";
	return valueAt(fields, "directory") === void 0 ? found : "directory";
}

// src/discover/gitops/fill-template.ts
const deepest = 50;
/** Puts parameters into all texts of a template: `{{path.basename}}`, or as Go template `{{ .path.basename }}`. */
function fillTemplate(template, parameters, isGo) {
	let unfilled;
	const fillText = (text) => text.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (whole, expression) => {
		const value = isGo ? goValue(expression, parameters) : plainValue(expression, parameters);
		if (value === void 0) unfilled ??= whole.slice(0, 200);
		return value ?? whole;
	});
	const fill = (value, depth) => {
		if (typeof value === "string") return fillText(value);
		if (depth > deepest) return value;
		if (Array.isArray(value)) return value.map((item) => fill(item, depth + 1));
		const fields = fieldsOf$2(value);
		if (fields === void 0) return value;
		return Object.fromEntries(Object.entries(fields).map(([key, item]) => [fillText(key), fill(item, depth + 1)]));
	};
	const value = fill(template, 0);
	return unfilled === void 0 ? {
		kind: "filled",
		value
	} : {
		kind: "unfilled",
		expression: unfilled
	};
}
/** fasttemplate: the parameter's whole name, with `path[1]` for a segment. */
function plainValue(expression, parameters) {
	const [, list, index] = /^(.+)\[(\d+)\]$/.exec(expression) ?? [];
	if (list === "path" && index !== void 0) return scalar$1(valueAt(parameters, "path", "segments", Number(index)));
	if (expression === "path") return scalar$1(valueAt(parameters, "path", "path") ?? valueAt(parameters, "path"));
	return scalar$1(Object.hasOwn(parameters, expression) ? parameters[expression] : valueAt(parameters, ...expression.split(".")));
}
/** The two forms that need no function of Go templates but `index`. */
function goValue(expression, parameters) {
	const [, field] = /^\.([\w.-]+)$/.exec(expression) ?? [];
	if (field !== void 0) return scalar$1(valueAt(parameters, ...field.split(".")));
	const [, list, index] = /^index\s+\.([\w.]+)\s+(?:"([^"]+)"|(\d+))$/.exec(expression)?.map((part) => part ?? "") ?? [];
	if (list === void 0) return void 0;
	const key = index === "" || index === void 0 ? Number(/(\d+)$/.exec(expression)?.[1]) : index;
	return scalar$1(valueAt(parameters, ...list.split("."), key));
}
function scalar$1(value) {
	if (typeof value === "string") return value;
	return typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}

// src/discover/gitops/git-generator.ts
/** A set for each folder, or each file, of our repository that a glob names. */
async function gitParameters(git, isGo, context) {
	const url = stringAt(git, "repoURL") ?? "";
	const revision = stringAt(git, "revision");
	if (!isOwnRepository(url, context.own) || isPinned(revision)) return {
		sets: [],
		gaps: [[
			"git generator over",
			url,
			revision
		].filter(Boolean).join(" ")]
	};
	const prefix = stringAt(git, "pathParamPrefix");
	const withValues = addValues(valueAt(git, "values"), isGo);
	const folders = await matching(mapsAt(git, "directories"), "folder", context);
	const files = await matching(mapsAt(git, "files"), "file", context);
	context.note({ madeWith: files });
	const ofFolders = folders.map((path) => withValues(pathParameters(path, prefix, path)));
	const ofFiles = await Promise.all(files.map(async (file) => {
		return (await readSets(file, isGo, context)).map((set) => withValues({
			...set,
			...pathParameters(dirname(file), prefix, file)
		}));
	}));
	return {
		sets: [...ofFolders, ...ofFiles.flat()],
		gaps: []
	};
}
/** `values` may use the other parameters; one that can't be told is left out, and so said where it is used. */
function addValues(values, isGo) {
	const entries = Object.entries(fieldsOf$2(values) ?? {});
	if (entries.length === 0) return (set) => set;
	return (set) => {
		const filled = entries.flatMap(([key, text]) => {
			const value = fillTemplate(text, set, isGo);
			return value.kind === "filled" ? [[key, value.value]] : [];
		});
		return {
			...set,
			values: Object.fromEntries(filled)
		};
	};
}
async function matching(patterns, kind, { files }) {
	const of = (excluded) => patterns.filter((pattern) => valueAt(pattern, "exclude") === true === excluded).map((entry) => stringAt(entry, "path") ?? "");
	const wanted = of(false);
	if (wanted.length === 0) return [];
	const excluded = of(true);
	const { entries } = await entriesBelow(files, ".", {
		...manifestExtent,
		hidden: false
	});
	const includes = createExclude([...wanted].map((glob) => glob.slice(0, 500)));
	const leavesOut = createExclude([...excluded].map((glob) => glob.slice(0, 500)));
	return entries.filter(({ entry }) => entry.kind === kind).map(({ path }) => path).filter((path) => includes(path) && !leavesOut(path)).toSorted();
}
function pathParameters(folder, prefix, file) {
	const path = {
		path: folder,
		basename: basename(folder),
		basenameNormalized: normalized(basename(folder)),
		filename: basename(file),
		filenameNormalized: normalized(basename(file)),
		segments: folder.split("/")
	};
	return prefix === void 0 ? { path } : { [prefix]: { path } };
}
function normalized(name) {
	return name.toLowerCase().replaceAll(/[^a-z0-9.-]/g, "-");
}
/** The maps of a JSON or YAML file; without Go templates, nested keys are joined by dots. */
async function readSets(file, isGo, { files }) {
	const read = await files.read(file);
	const parsed = read.kind === "text" ? parseDocument(read.text) : void 0;
	const root = parsed?.kind === "parsed" ? parsed.roots[0] : void 0;
	const maps = mapsAt({ all: Array.isArray(root) ? root : [root] }, "all");
	return isGo ? maps : maps.map((map) => ({
		...map,
		...flattened(map, "", 0)
	}));
}
function flattened(value, prefix, depth) {
	const entries = Object.entries(fieldsOf$2(value) ?? {});
	return mergedFields(entries.map(([key, item]) => {
		const name = `${prefix}${key}`;
		return fieldsOf$2(item) === void 0 || depth > 20 ? { [name]: item } : flattened(item, `${name}.`, depth + 1);
	}));
}

// src/discover/gitops/selector.ts
/**
* Whether a set of parameters is one that a generator's `selector` lets through
* (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Post-Selector/).
*/
function matchesSelector(set, selector) {
	return selects(selector, (key) => stringAt(set, key) ?? stringAt(set, ...key.split(".")));
}

// src/discover/gitops/generators.ts
const mostSets = 2e3;
/** One entry of `generators`: list, git, and matrix and merge of them; of the others only the name is known. */
async function generate(generator, isGo, context) {
	const { selector, ...kinds } = fieldsOf$2(generator) ?? {};
	const [kind] = Object.values(kinds);
	const { sets, gaps } = await generateAll(kinds, isGo, context);
	return {
		sets: sets.filter((set) => matchesSelector(set, selector)),
		gaps,
		template: valueAt(kind, "template")
	};
}
async function generateAll(kinds, isGo, context) {
	const { list, git, matrix, merge } = kinds;
	if (list !== void 0) return {
		sets: listed(list),
		gaps: []
	};
	if (git !== void 0) return gitParameters(git, isGo, context);
	if (matrix !== void 0) return product(mapsAt(matrix, "generators"), isGo, context);
	if (merge !== void 0) return mergeOf(merge, isGo, context);
	const names = Object.keys(kinds);
	return {
		sets: [],
		gaps: [names.length === 0 ? "a generator of no kind" : `${names.join(", ")} generator`]
	};
}
function listed(list) {
	const text = stringAt(list, "elementsYaml");
	const parsed = text === void 0 ? void 0 : parseDocument(text);
	const written = parsed?.kind === "parsed" ? mapsAt({ elements: parsed.roots[0] }, "elements") : [];
	return [...mapsAt(list, "elements"), ...written].slice(0, mostSets);
}
/** Every combination of what the generators give; each may use the parameters of the one before it. */
async function product(generators, isGo, context) {
	let sets = generators.length === 0 ? [] : [{}];
	const gaps = /* @__PURE__ */ new Set();
	for (const generator of generators) {
		const parts = await Promise.all(sets.map(async (left) => ({
			left,
			...await withSet(generator, left, {
				isGo,
				context
			})
		})));
		parts.forEach((part) => part.gaps.forEach((gap) => gaps.add(gap)));
		sets = parts.flatMap(({ left, sets: rights }) => rights.map((right) => merged$1(left, right))).slice(0, mostSets);
	}
	return {
		sets,
		gaps: [...gaps]
	};
}
async function withSet(generator, left, { isGo, context }) {
	const entries = Object.entries(generator).map(([kind, body]) => [kind, fillBody(body, left, isGo)]);
	const unfilled = entries.flatMap(([, body]) => body.kind === "unfilled" ? body.expression : []);
	if (unfilled[0] !== void 0) return {
		sets: [],
		gaps: [unfilled[0]]
	};
	const filled = entries.map(([kind, body]) => [kind, body.kind === "filled" ? body.value : void 0]);
	return generate(Object.fromEntries(filled), isGo, context);
}
/** `values` and `template` may use the parameters of their own generator. */
function fillBody(body, left, isGo) {
	const fields = fieldsOf$2(body);
	if (fields === void 0 || Object.keys(left).length === 0) return {
		kind: "filled",
		value: body
	};
	const { values, template, ...rest } = fields;
	const filled = fillTemplate(rest, left, isGo);
	if (filled.kind === "unfilled") return filled;
	return {
		kind: "filled",
		value: {
			...fieldsOf$2(filled.value),
			...present({
				values,
				template
			})
		}
	};
}
function present(fields) {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}
function merged$1(left, right) {
	const values = {
		...fieldsOf$2(valueAt(left, "values")),
		...fieldsOf$2(valueAt(right, "values"))
	};
	return {
		...left,
		...right,
		...Object.keys(values).length > 0 ? { values } : {}
	};
}
/** The sets of the first generator, each with what the others have for the same keys. */
async function mergeOf(merge, isGo, context) {
	const parts = await Promise.all(mapsAt(merge, "generators").map((one) => generate(one, isGo, context)));
	const keys = stringsAt(merge, "mergeKeys");
	const [base, ...others] = parts;
	const keyOf = (set) => JSON.stringify(keys.map((key) => set[key] ?? valueAt(set, ...key.split("."))));
	const maps = others.map(({ sets }) => new Map(sets.map((set) => [keyOf(set), set])));
	return {
		sets: (base?.sets ?? []).map((set) => maps.reduce((left, right) => merged$1(left, right.get(keyOf(set)) ?? {}), set)),
		gaps: parts.flatMap(({ gaps }) => gaps)
	};
}

// src/discover/gitops/application-set.ts
/** One ApplicationSet makes so many Applications at most. */
const mostApplications = 500;
/**
* The Applications that an ApplicationSet makes, as far as the repository alone tells
* (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/).
*/
async function applicationSetSources(object, context) {
	const spec = valueAt(object.body, "spec");
	const gap = (detail) => unresolved({
		kind: "argocd",
		object
	}, {
		why: "generated-elsewhere",
		detail
	});
	if (valueAt(spec, "templatePatch") !== void 0) return [gap("templatePatch")];
	const generated = await Promise.all(mapsAt(spec, "generators").map((one) => generate(one, isGoTemplate(spec), context)));
	const gaps = generated.flatMap(({ gaps: missing }) => missing).map((detail, index) => numbered(gap(detail), index));
	const parameters = generated.flatMap(({ sets, template }) => sets.map((set) => ({
		set,
		template
	})));
	if (parameters.length === 0 && gaps.length === 0) return isEmptyList(spec) ? [] : [gap("its generators match nothing here")];
	const made = parameters.slice(0, mostApplications).map(({ set, template }) => fillTemplate(overlaid(valueAt(spec, "template"), template), set, isGoTemplate(spec))).map((application, index) => ({
		application,
		index
	}));
	const sources = await Promise.all(made.map(async ({ application, index }) => {
		if (application.kind === "unfilled") return [numbered(gap(application.expression), gaps.length + index)];
		return applicationSources(applicationOf(object, application.value), context);
	}));
	return [
		...gaps,
		...sources.flat(),
		...tooMany(parameters.length, gap)
	];
}
/** An empty list is meant; a folder that is not there may be a mistake. */
function isEmptyList(spec) {
	return mapsAt(spec, "generators").every((generator) => valueAt(generator, "list") !== void 0);
}
/** The fields of a generator's own template win. */
function overlaid(template, over) {
	const [below, above] = [fieldsOf$2(template), fieldsOf$2(over)];
	if (above === void 0 || below === void 0) return over === void 0 || over === null || over === "" ? template : over;
	const keys = /* @__PURE__ */ new Set([...Object.keys(below), ...Object.keys(above)]);
	return Object.fromEntries([...keys].map((key) => [key, overlaid(below[key], above[key])]));
}
function isGoTemplate(spec) {
	return valueAt(spec, "goTemplate") === true;
}
function tooMany(count, gap) {
	return count <= mostApplications ? [] : [numbered(gap(`${count - mostApplications} more Applications`), count)];
}
function numbered(source, index) {
	return index === 0 ? source : {
		...source,
		id: `${source.id}#${index}`
	};
}
function applicationOf(set, template) {
	const name = stringAt(template, "metadata", "name") ?? set.name;
	const body = {
		...fieldsOf$2(template),
		kind: "Application"
	};
	return {
		...set,
		kind: "Application",
		body,
		name
	};
}

// src/discover/gitops/objects.ts
const groups = /* @__PURE__ */ new Set([
	"argoproj.io",
	"kustomize.toolkit.fluxcd.io",
	"helm.toolkit.fluxcd.io",
	"source.toolkit.fluxcd.io",
	"source.extensions.fluxcd.io"
]);
const mention = /^\s*["']?apiVersion["']?:\s*["']?(?:argoproj\.io|\w+\.(?:toolkit|extensions)\.fluxcd\.io)\//m;
/** The objects of rendered manifests by what they are; each document is parsed once in a run. */
var DeliveryObjects = class {
	#parsed = /* @__PURE__ */ new WeakMap();
	/** Objects of Argo CD and Flux. */
	delivering(rendered) {
		return this.#objects(rendered, (text) => mention.test(text)).filter(({ group }) => groups.has(group));
	}
	/** The ConfigMap or Secret of a name; where either side tells no namespace, the name is enough. */
	find(rendered, wanted) {
		const { kind, name, namespace } = wanted;
		return this.#objects(rendered, (text) => text.includes(name) && text.includes(kind)).filter((object) => object.group === "" && object.kind === kind && object.name === name).find((object) => isSame$1(object.namespace, namespace));
	}
	#objects(rendered, mayHold) {
		return rendered.flatMap((source) => {
			if (source.kind !== "rendered") return [];
			return source.documents.filter(({ text }) => mayHold(text)).flatMap((document) => this.#parse(document, source.source));
		});
	}
	#parse(document, around) {
		const known = this.#parsed.get(document) ?? parse(document, around);
		this.#parsed.set(document, known);
		return known;
	}
};
/** Whether two namespaces may be the same: one that is not written is decided elsewhere. */
function isSame$1(a, b) {
	return a === void 0 || b === void 0 || a === b;
}
function parse(document, around) {
	const parsed = parseDocument(document.text);
	if (parsed.kind !== "parsed") return [];
	const { file, verbatim, line } = document.origin;
	const { definedAt, path } = around;
	const place = file === void 0 ? definedAt ?? { file: path } : {
		file,
		line: verbatim ? line : void 0
	};
	const madeWith = around.madeWith ?? [];
	const landing = "inner" in around ? around.namespace : void 0;
	const by = "inner" in around ? around.inner : around;
	const overlay = "inner" in around && Object.keys(around.overlay ?? {}).length > 0 ? around.overlay : void 0;
	const kustomization = file === void 0 && by.kind === "kustomize" ? by.path : void 0;
	return parsed.roots.flatMap(objectsIn).map(({ group, kind, body }) => ({
		group,
		kind,
		body,
		namespace: namespaceOf(body) ?? landing,
		name: nameOf$2(body),
		place,
		madeWith: [
			place.file,
			...kustomization === void 0 ? [] : [kustomization],
			...madeWith
		],
		kustomization,
		overlay
	}));
}

// src/discover/gitops/external-artifact.ts
/**
* Where a path of an ExternalArtifact comes from, by the `copy` rules of the ArtifactGenerator that makes it
* (https://fluxcd.io/flux/components/source/artifactgenerators/). Undefined where no rule tells.
*/
function copiedPath({ reference, namespace }, path, { objects, note }) {
	const name = stringAt(reference, "name");
	const inNamespace = stringAt(reference, "namespace") ?? namespace;
	const generators = objects.filter(({ kind, namespace: own }) => kind === "ArtifactGenerator" && isSame$1(own, inNamespace));
	generators.forEach(note);
	return generators.flatMap((generator) => copies(generator, name)).map((copy) => undoCopy(copy, path)).find((copied) => copied !== void 0);
}
function copies(generator, name) {
	const artifact = mapsAt(generator.body, "spec", "artifacts").find((candidate) => stringAt(candidate, "name") === name);
	return mapsAt(artifact, "copy").map((rule) => ({
		rule,
		generator
	}));
}
function undoCopy({ rule, generator: { body, namespace } }, path) {
	const copied = undo(stringAt(rule, "from") ?? "", stringAt(rule, "to") ?? "", path);
	const reference = mapsAt(body, "spec", "sources").find((source) => stringAt(source, "alias") === copied?.alias);
	if (copied === void 0 || reference === void 0) return void 0;
	return {
		source: {
			reference,
			namespace
		},
		path: copied.path
	};
}
/** `@repo/apps/base/**` to `@artifact/base/`: what is `base/x` there is `apps/base/x` in the source. */
function undo(from, to, path) {
	const [, alias, folder] = /^@([\w-]+)(?:\/(.*?))?\/?\*\*$/.exec(from) ?? [];
	const [, target] = /^@artifact\/?(.*?)\/?$/.exec(to) ?? [];
	if (alias === void 0 || target === void 0) return void 0;
	const asked = join(".", path).replace(/\/$/, "");
	if (target === "") return {
		alias,
		path: join(folder ?? ".", asked)
	};
	return asked === target || asked.startsWith(`${target}/`) ? {
		alias,
		path: join(folder ?? ".", asked.slice(target.length))
	} : void 0;
}

// src/discover/gitops/source-object.ts
/** The object of source.toolkit.fluxcd.io that a reference names; undefined where it is not known. */
function sourceObject({ reference, namespace }, { objects, note }) {
	const kind = stringAt(reference, "kind");
	const name = stringAt(reference, "name");
	const wanted = stringAt(reference, "namespace") ?? namespace;
	const named = objects.filter((object) => object.group === "source.toolkit.fluxcd.io" && object.kind === kind && object.name === name);
	const found = named.find((object) => object.namespace === wanted) ?? named.find((object) => isSame$1(object.namespace, wanted));
	if (found !== void 0) note(found);
	return found;
}
/** URL and revision of the source that a reference names; without URL where the object is not known. */
function sourcePlace(reference, context) {
	return gitPlace(sourceObject(reference, context));
}
/** The revision of a GitRepository that counts first (https://fluxcd.io/flux/components/source/gitrepositories/#reference). */
function gitPlace(object) {
	const ref = valueAt(object?.body, "spec", "ref");
	const revision = [
		"commit",
		"name",
		"semver",
		"tag",
		"branch"
	].map((key) => stringAt(ref, key)).find(Boolean);
	const url = stringAt(object?.body, "spec", "url");
	return object?.kind === "GitRepository" ? {
		url,
		revision
	} : { url };
}

// src/discover/gitops/known-data.ts
/** Reads the object that a reference `{kind, name}` names. */
function knownData(reference, namespace, { find, note }) {
	const kind = stringAt(reference, "kind") === "Secret" ? "Secret" : "ConfigMap";
	const name = stringAt(reference, "name") ?? "";
	const shown = `${kind} ${name}`;
	const object = find({
		kind,
		name,
		namespace
	});
	if (object === void 0) return {
		data: {},
		missing: shown
	};
	note(object);
	const isEncrypted = valueAt(object.body, "sops") !== void 0;
	if (kind === "ConfigMap") {
		const placeOf = (key) => writtenText(object, ["data", key]);
		return isEncrypted ? {
			data: {},
			missing: shown
		} : {
			data: stringMapAt(object.body, "data"),
			placeOf
		};
	}
	if (isEncrypted) return {
		data: {},
		missing: shown
	};
	const decoded = Object.entries(textEntriesOf(valueAt(object.body, "data"))).map(([key, text]) => [key, decodeBase64(text)]);
	const plain = stringMapAt(object.body, "stringData");
	const placeOf = (key) => Object.hasOwn(plain, key) ? writtenText(object, ["stringData", key]) : void 0;
	return {
		data: {
			...Object.fromEntries(decoded),
			...plain
		},
		placeOf
	};
}
function decodeBase64(text) {
	return new TextDecoder().decode(Uint8Array.from(atobOrNothing(text), (character) => character.codePointAt(0) ?? 0));
}
function atobOrNothing(text) {
	try {
		return atob(text);
	} catch {
		return "";
	}
}

// src/discover/gitops/substitute-from.ts
/**
* The variables of a Kustomization's `postBuild`: of ConfigMaps and Secrets first, and its own over them. Undefined where
* Flux replaces nothing.
*/
function substitutionOf(object, context) {
	const postBuild = valueAt(object.body, "spec", "postBuild");
	if (postBuild === void 0 || postBuild === null) return void 0;
	const found = mapsAt(postBuild, "substituteFrom").map((reference) => knownData(reference, object.namespace, context));
	const own = stringMapAt(postBuild, "substitute");
	const variables = mergedFields([...found.map(({ data }) => data), own]);
	const writtenAt = {
		...mergedFields(found.map(({ data, placeOf }) => placesOf$1(data, (name) => placeOf?.(name)))),
		...placesOf$1(own, (name) => writtenText(object, [
			"spec",
			"postBuild",
			"substitute",
			name
		]))
	};
	const complete = found.every(({ missing }) => missing === void 0);
	return complete && Object.keys(variables).length === 0 ? void 0 : {
		variables,
		writtenAt,
		complete
	};
}
function placesOf$1(data, placeOf) {
	return Object.fromEntries(Object.keys(data).map((name) => [name, placeOf(name)]));
}

// src/discover/gitops/flux-kustomization.ts
const overlayKeys$1 = [
	"images",
	"patches",
	"patchesStrategicMerge",
	"patchesJson6902",
	"namePrefix",
	"nameSuffix"
];
/**
* What a Flux Kustomization applies (https://fluxcd.io/flux/components/kustomize/kustomizations/): the kustomization at
* its path, or all manifests and kustomizations below where there is none.
*/
async function kustomizationSources(object, context) {
	const delivery = {
		kind: "flux",
		object
	};
	const spec = valueAt(object.body, "spec");
	const at = await sourcePath(object, context);
	if (at.kind === "elsewhere") return [unresolved(delivery, at)];
	const { folders, gaps } = await findComponents(stringsAt(spec, "components"), at.path, context);
	const fields = pick(spec, overlayKeys$1);
	const target = stringAt(spec, "targetNamespace");
	const applied = {
		overlay: {
			...fields,
			...pick({ namespace: target }, ["namespace"]),
			...listed$1("components", folders)
		},
		overlayAt: writtenFields(object, ["spec"], fields),
		substitution: substitutionOf(object, context),
		namespace: target,
		gaps
	};
	if (await folderKind(context.files, at.path) === "kustomization") return builtAt(delivery, at.path, {
		applied,
		context
	});
	return generated(delivery, at.path, {
		applied,
		context
	});
}
async function sourcePath({ body, namespace }, context) {
	const source = {
		reference: valueAt(body, "spec", "sourceRef"),
		namespace
	};
	const path = stringAt(body, "spec", "path") ?? ".";
	const kind = stringAt(source.reference, "kind");
	const shown = `${kind ?? "source"} ${stringAt(source.reference, "name") ?? ""}`;
	const copied = kind === "ExternalArtifact" ? copiedPath(source, path, context) : {
		source,
		path
	};
	if (copied !== void 0) {
		const place = sourcePlace(copied.source, context);
		const at = await localPath(place, copied.path, context);
		if (at.kind === "elsewhere" && kind === "OCIRepository") return await belowRoot$1(place.url, path, context) ?? at;
		return at.kind === "elsewhere" && place.url === void 0 ? {
			...at,
			detail: `${shown} ${path}`
		} : at;
	}
	return {
		kind: "elsewhere",
		why: "remote-source",
		detail: `${shown} ${path}`
	};
}
/** An artifact may hold a folder of the repository as its root; where it does, the path lies in one of them alone. */
async function belowRoot$1(url, path, context) {
	const list = url === void 0 && path.split("/").length > 2 ? await context.files.list(".") : void 0;
	const folders = list?.kind === "entries" ? list.entries.filter(({ kind }) => kind === "folder") : [];
	const [at, another] = (await Promise.all(folders.map(({ name }) => localPath({ url: void 0 }, join(name, path), context)))).filter(({ kind }) => kind === "local");
	return another === void 0 ? at : void 0;
}
/** The kustomization at a path, with its parts where it can't be built as a whole. */
async function builtAt(delivery, path, { applied, context }) {
	const [whole, ...parts] = (await kustomizeSources(context.files, [path], /* @__PURE__ */ new Set([path]))).sources;
	if (whole === void 0) return [unresolved(delivery, {
		why: "unreadable",
		detail: path
	})];
	const ofParts = parts.map((part) => delivered$1({
		...delivery,
		part: part.path
	}, asFluxLoads(part), applied));
	return [delivered$1(delivery, asFluxLoads(whole), applied), ...ofParts];
}
/** Flux lets a kustomization load all files of the source; what it names was looked at before, but for plugins. */
function asFluxLoads(found) {
	return found.kind === "kustomize" && found.hasPlugins !== true ? {
		...found,
		loadsAnywhere: true
	} : found;
}
const leftOut$1 = /(?:^|\/)(?:\.git|\.github|\.circleci)\/|(?:^|\/)(?:\.travis|\.gitlab-ci|appveyor|\.drone)\.yml$/;
async function generated(delivery, path, work) {
	const { files } = work.context;
	const entries = (await entriesBelow(files, path, manifestExtent)).entries.filter((entry) => !leftOut$1.test(entry.path));
	const folders = entries.filter(({ entry }) => kustomizationNames.includes(entry.name)).map((entry) => join(entry.path, ".."));
	const tops = folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`))).toSorted();
	const loose = entries.filter(({ entry, path: file }) => entry.kind === "file" && !tops.some((top) => file.startsWith(`${top}/`)));
	const applied = await manifestFiles(files, loose.map((entry) => entry.path));
	const inner = {
		kind: "manifests",
		id: "",
		path,
		label: "",
		files: applied
	};
	const manifests = applied.length === 0 ? [] : [delivered$1(delivery, inner, work.applied)];
	const built = await Promise.all(tops.map((top) => builtAt({
		...delivery,
		part: top
	}, top, work)));
	return [...manifests, ...built.flat()];
}

// src/discover/gitops/flux-chart-place.ts
/** Reads `chart.spec`, or `chartRef` to an OCIRepository or HelmChart. */
async function chartPlace({ body, namespace }, context) {
	const reference = valueAt(body, "spec", "chartRef");
	if (reference === void 0) return ofTemplate(valueAt(body, "spec", "chart", "spec"), namespace, context);
	const object = sourceObject({
		reference,
		namespace
	}, context);
	if (object === void 0) return unknownSource(reference);
	if (object.kind === "OCIRepository") return ofArtifact(object);
	return ofTemplate(valueAt(object.body, "spec"), object.namespace, context);
}
/** `spec` of a HelmChart: a name in a repository, or a path in a git repository. */
async function ofTemplate(spec, namespace, context) {
	const reference = {
		reference: valueAt(spec, "sourceRef"),
		namespace
	};
	const name = stringAt(spec, "chart") ?? "";
	const valuesFiles = stringsAt(spec, "valuesFiles");
	const object = sourceObject(reference, context);
	const url = stringAt(object?.body, "spec", "url");
	const kind = stringAt(reference.reference, "kind");
	if (kind === "GitRepository") return inGit(object, name, {
		valuesFiles,
		context
	});
	if (url === void 0 || kind !== "HelmRepository") return unknownSource(reference.reference);
	return {
		kind: "remote",
		chart: inRepository(url, name, stringAt(spec, "version") ?? ""),
		shown: url,
		valuesFiles
	};
}
async function inGit(object, path, { valuesFiles, context }) {
	const at = await localPath(gitPlace(object), path, context);
	return at.kind === "local" ? {
		...at,
		valuesFiles
	} : at;
}
function inRepository(url, name, version) {
	return url.startsWith("oci://") ? {
		kind: "oci",
		repository: `${url.slice(6).replace(/\/+$/, "")}/${name}`,
		version
	} : {
		kind: "repository",
		url,
		name,
		version
	};
}
function ofArtifact({ body }) {
	const url = stringAt(body, "spec", "url") ?? "";
	const reference = valueAt(body, "spec", "ref");
	return {
		kind: "remote",
		chart: {
			kind: "oci",
			repository: url.replace(/^oci:\/\//, ""),
			version: stringAt(reference, "semver") ?? stringAt(reference, "tag") ?? "",
			digest: stringAt(reference, "digest")
		},
		shown: url,
		valuesFiles: []
	};
}
function unknownSource(reference) {
	return {
		kind: "elsewhere",
		why: "remote-source",
		detail: `${stringAt(reference, "kind") ?? "source"} ${stringAt(reference, "name") ?? ""}`.trim()
	};
}

// src/discover/gitops/flux-values.ts
/** `valuesFrom` in its order, and `values` over it. */
function releaseValues(object, context) {
	const { body, namespace } = object;
	const inline = [];
	const set = [];
	const gaps = [];
	for (const reference of mapsAt(body, "spec", "valuesFrom")) {
		const key = stringAt(reference, "valuesKey") ?? "values.yaml";
		const target = stringAt(reference, "targetPath");
		const { data, missing, placeOf } = knownData(reference, namespace, context);
		const text = Object.hasOwn(data, key) ? data[key] : void 0;
		const at = placeOf?.(key);
		if (text !== void 0 && target === void 0) inline.push({
			text,
			at
		});
		else if (text !== void 0) set.push({
			text: `${target}=${text.replace(/,/g, "\\,")}`,
			at
		});
		else if (valueAt(reference, "optional") !== true) gaps.push({
			why: "values-elsewhere",
			detail: missing ?? `${stringAt(reference, "name") ?? ""} has no ${key}`
		});
	}
	const values = fieldsOf$2(valueAt(body, "spec", "values"));
	if (values !== void 0) inline.push({
		text: JSON.stringify(values),
		at: writtenText(object, ["spec", "values"])
	});
	const writtenAt = {
		inline: inline.map(({ at }) => at),
		set: set.map(({ at }) => at)
	};
	return {
		inline: inline.map(({ text }) => text),
		set: set.map(({ text }) => text),
		writtenAt,
		gaps
	};
}

// src/discover/gitops/flux-helm-release.ts
/** What a Flux HelmRelease applies (https://fluxcd.io/flux/components/helm/helmreleases/). */
async function helmReleaseSources(object, context) {
	const delivery = {
		kind: "flux",
		object
	};
	const spec = valueAt(object.body, "spec");
	const place = await chartPlace(object, context);
	if (place.kind === "elsewhere") return [unresolved(delivery, place)];
	const { inline, set, writtenAt, gaps } = releaseValues(object, context);
	const files = await valuesFiles(place, {
		spec,
		context
	});
	const target = stringAt(spec, "targetNamespace");
	const namespace = target ?? object.namespace ?? "default";
	const name = target === void 0 ? object.name : `${target}-${object.name}`;
	const found = await chartAt(place, {
		values: files.values,
		inline,
		set,
		release: releaseName(stringAt(spec, "releaseName") ?? name),
		namespace,
		apiVersions: []
	}, context);
	const chart = found.kind === "helm" ? {
		...found,
		writtenAt
	} : found;
	const overlay = overlayOf(object);
	return [delivered$1(delivery, chart, {
		namespace,
		...overlay,
		gaps: [...gaps, ...files.gaps]
	})];
}
async function chartAt(place, options, { files }) {
	if (place.kind === "remote") return {
		kind: "helm",
		id: "",
		label: "",
		path: place.shown,
		remote: place.chart,
		options
	};
	const found = await chartSource(files, place.path, {
		values: [],
		set: [],
		apiVersions: []
	});
	const replacesValues = place.valuesFiles.length > 0 ? true : void 0;
	return found.kind === "helm" ? {
		...found,
		options,
		replacesValues
	} : found;
}
/** Values files in the chart itself, or in the repository that holds it. */
async function valuesFiles(place, { spec, context: { files } }) {
	const named = place.valuesFiles.filter((file) => file !== "values.yaml");
	const gap = (detail) => ({
		why: "values-elsewhere",
		detail
	});
	if (place.kind === "remote") return {
		values: [],
		gaps: named.map(gap)
	};
	const located = place.valuesFiles.flatMap((file) => resolvePath(".", join(".", file)) ?? []);
	if (valueAt(spec, "chart", "spec", "ignoreMissingValuesFiles") !== true) return {
		values: located,
		gaps: []
	};
	const kinds = await Promise.all(located.map((file) => files.kind(file)));
	return {
		values: located.filter((_, index) => kinds[index] === "file"),
		gaps: []
	};
}
const overlayKeys = [
	"images",
	"patches",
	"patchesStrategicMerge",
	"patchesJson6902"
];
/** Post-renderers that Flux itself runs, one after the other: of several, the lists are put together. */
function overlayOf(object) {
	const renderers = listOf(valueAt(object.body, "spec", "postRenderers")).map((renderer, index) => {
		const fields = pick(valueAt(renderer, "kustomize"), overlayKeys);
		return {
			fields,
			at: writtenFields(object, [
				"spec",
				"postRenderers",
				index,
				"kustomize"
			], fields)
		};
	});
	const keys = overlayKeys.filter((key) => renderers.some(({ fields }) => key in fields));
	const withKey = (key) => renderers.filter(({ fields }) => key in fields);
	const lists = keys.map((key) => listed$1(key, withKey(key).flatMap(({ fields }) => listOf(fields[key]))));
	const places = keys.flatMap((key) => {
		const [only, another] = withKey(key);
		const at = another === void 0 ? only?.at[key] : void 0;
		return at === void 0 ? [] : [[key, at]];
	});
	return {
		overlay: mergedFields(lists),
		overlayAt: Object.fromEntries(places)
	};
}

// src/discover/gitops/delivered-sources.ts
/** The sources that the objects of Argo CD and Flux deliver, each once. */
async function deliveredSources(phase, context) {
	const objects = context.objects.filter((object) => phase === "all" || isKustomization(object));
	const distinct = new Map(objects.map((object) => [identity(object), object]));
	const found = await Promise.all([...distinct.values()].map((object) => sourcesOf$3(object, context)));
	const ids = /* @__PURE__ */ new Map();
	return found.flat().map((source) => {
		const count = (ids.get(source.id) ?? 0) + 1;
		ids.set(source.id, count);
		return count === 1 ? source : renamed(source, `${source.id}~${count}`);
	});
}
function renamed(source, id) {
	return "inner" in source ? {
		...source,
		id,
		inner: {
			...source.inner,
			id
		}
	} : {
		...source,
		id
	};
}
function isKustomization({ group, kind }) {
	return group === "kustomize.toolkit.fluxcd.io" && kind === "Kustomization";
}
/** The same object may be rendered by several sources. */
function identity({ group, kind, namespace, name, body }) {
	return JSON.stringify([
		group,
		kind,
		namespace,
		name,
		body["spec"]
	]);
}
const kinds = /* @__PURE__ */ new Set([
	"Kustomization",
	"HelmRelease",
	"Application",
	"ApplicationSet"
]);
async function sourcesOf$3(rendered, context) {
	if (!kinds.has(rendered.kind)) return [];
	const written = rendered.kustomization && await context.definitions.find(rendered, rendered.kustomization);
	const object = written ? {
		...rendered,
		place: written
	} : rendered;
	const madeWith = /* @__PURE__ */ new Set([...object.madeWith, object.place.file]);
	const note = (needed) => needed.madeWith.forEach((part) => madeWith.add(part));
	return (await read$2(object, {
		...context,
		note
	})).map((source) => ({
		...source,
		madeWith: [...madeWith]
	}));
}
async function read$2(object, context) {
	switch (`${object.group}/${object.kind}`) {
		case "kustomize.toolkit.fluxcd.io/Kustomization": return kustomizationSources(object, context);
		case "helm.toolkit.fluxcd.io/HelmRelease": return helmReleaseSources(object, context);
		case "argoproj.io/Application": return applicationSources(object, context);
		case "argoproj.io/ApplicationSet": return applicationSetSources(object, context);
		default: return [];
	}
}

// src/discover/gitops/find-definition.ts
const mostFiles$1 = 2e3;
/** Finds the file that an object was written in before a kustomization rendered it. */
var Definitions = class {
	#files;
	#reached = /* @__PURE__ */ new Map();
	#read = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	/** The place of the one object of this kind and name below a kustomization; undefined where there are none or several. */
	async find({ kind, name }, folder) {
		const reached = this.#reached.get(folder) ?? this.#reach(folder);
		this.#reached.set(folder, reached);
		const [place, another] = (await Promise.all((await reached).map((file) => this.#objectsOf(file)))).flat().filter((object) => object.kind === kind && object.name === name);
		return place === void 0 || another !== void 0 ? void 0 : place.place;
	}
	async #reach(folder) {
		const asked = /* @__PURE__ */ new Set([folder]);
		const files = [];
		for (const path of asked) {
			const kustomization = await readKustomization(this.#files, path);
			if (kustomization === void 0) files.push(path);
			const room = Math.max(0, mostFiles$1 - asked.size);
			kustomization?.includes.slice(0, room).forEach((include) => asked.add(include));
		}
		return files.filter((file) => /\.ya?ml$/i.test(file));
	}
	#objectsOf(file) {
		const known = this.#read.get(file) ?? readObjects(this.#files, file);
		this.#read.set(file, known);
		return known;
	}
};
async function readObjects(files, file) {
	const read = await files.read(file);
	if (read.kind !== "text") return [];
	return splitDocuments(read.text).flatMap(({ text, line }) => {
		if (!text.includes("kind")) return [];
		const parsed = parseDocument(text);
		return (parsed.kind === "parsed" ? parsed.roots.flatMap(objectsIn) : []).map(({ kind, body }) => ({
			kind,
			name: nameOf$2(body),
			place: {
				file,
				line
			}
		}));
	});
}

// src/discover/gitops/guess-own.ts
/**
* By which address the objects know the repository whose remote this is: a fork's still name the one that it comes from.
* Where none names the remote, but one of the same name, that is the one.
*/
function ownAddress(remote, objects) {
	const urls = objects.flatMap(gitUrls);
	if (urls.some((url) => repositoryPath(url) === repositoryPath(remote))) return remote;
	return urls.find((url) => repositoryName(url) === repositoryName(remote)) ?? remote;
}
function gitUrls({ kind, body }) {
	if (kind === "GitRepository") return [stringAt(body, "spec", "url") ?? ""];
	return sourcesOf$2(kind, body).flatMap((source) => stringAt(source, "repoURL") ?? []);
}
/**
* The git URL that most likely is the repository's own, where it has no remote: the one whose paths, as the objects name
* them, lie here most often. A path of `.` lies everywhere, and tells nothing.
*/
async function guessOwn(objects, files) {
	const counts = /* @__PURE__ */ new Map();
	for (const { url, path } of objects.flatMap((object) => namedPaths(object, objects))) {
		const inside = resolvePath(".", path.replace(/^\/+/, ""));
		if (!(inside !== void 0 && inside !== "." && await files.kind(inside) !== "absent")) continue;
		const name = repositoryPath(url) ?? url;
		const counted = counts.get(name) ?? {
			url,
			count: 0
		};
		counted.count += 1;
		counts.set(name, counted);
	}
	return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.url;
}
function namedPaths({ kind, body }, objects) {
	if (kind !== "Kustomization") return sourcesOf$2(kind, body).flatMap((source) => named$1(stringAt(source, "repoURL"), stringAt(source, "path")));
	const spec = valueAt(body, "spec");
	const name = stringAt(spec, "sourceRef", "name");
	const source = objects.find((object) => object.kind === "GitRepository" && object.name === name);
	return named$1(stringAt(source?.body, "spec", "url"), stringAt(spec, "path"));
}
/** Of an Application, or of those that an ApplicationSet makes. */
function sourcesOf$2(kind, body) {
	const spec = kind === "ApplicationSet" ? valueAt(body, "spec", "template", "spec") : valueAt(body, "spec");
	return [...mapsAt(spec, "sources"), ...mapsAt({ one: [valueAt(spec, "source")] }, "one")];
}
function named$1(url, path) {
	return url === void 0 || path === void 0 ? [] : [{
		url,
		path
	}];
}

// src/render/delivered/without-claimed.ts
/**
* The sources that nothing else applies: a kustomization or a manifest that Argo CD or Flux applies is checked as they
* apply it. Charts stay: what they render to depends on their values.
*/
function withoutClaimed(plain, delivered) {
	const kustomizations = /* @__PURE__ */ new Set();
	const files = /* @__PURE__ */ new Set();
	const gaps = /* @__PURE__ */ new Set();
	for (const { source } of delivered) {
		if (source.kind === "unresolved" && source.standsFor !== void 0) gaps.add(source.standsFor);
		if (!("inner" in source)) continue;
		if (source.inner.kind === "kustomize") kustomizations.add(source.inner.path);
		if (source.inner.kind === "manifests") source.inner.files.forEach((file) => files.add(file));
	}
	const isNamed = ({ source }) => source.kind === "unresolved" && gaps.has(source.id);
	return plain.flatMap((rendered) => isNamed(rendered) ? [] : rest(rendered, kustomizations, files));
}
function rest(rendered, kustomizations, files) {
	const { source } = rendered;
	if (source.kind === "kustomize" && kustomizations.has(source.path)) return [];
	if (source.kind !== "manifests" || rendered.kind !== "rendered") return [rendered];
	const documents = rendered.documents.filter(({ origin }) => !files.has(origin.file ?? ""));
	const unreadable = rendered.unreadable.filter(({ file }) => !files.has(file));
	if (documents.length === rendered.documents.length && unreadable.length === rendered.unreadable.length) return [rendered];
	return documents.length === 0 && unreadable.length === 0 ? [] : [{
		...rendered,
		documents,
		unreadable
	}];
}

// src/render/delivered/render-delivered.ts
/** Objects that apply objects that apply objects: more than a few rounds are a circle. */
const mostRounds = 8;
const mostSources = 3e3;
/**
* Adds what the rendered objects of Argo CD and Flux apply in their turn, until there is nothing new; manifests and
* kustomizations that are applied so are not checked by themselves. Kustomizations come first, since they may change what
* the others see.
*/
async function renderDelivered(plain, follow) {
	const objects = new DeliveryObjects();
	const delivering = objects.delivering(plain);
	if (delivering.length === 0) return plain;
	const remote = await follow.world.git.remote();
	const own = remote === void 0 ? await guessOwn(delivering, follow.world.files) : ownAddress(remote, delivering);
	const trip = {
		...follow,
		plain,
		objects,
		own,
		definitions: new Definitions(follow.world.files),
		known: /* @__PURE__ */ new Map()
	};
	const added = await settle("all", await settle("kustomizations", [], trip), trip);
	return [...withoutClaimed(plain, added), ...added];
}
/** Rounds of one phase, until the objects of what is rendered deliver just that. */
async function settle(phase, start, trip) {
	let added = start;
	for (let round = 0; round < mostRounds; round += 1) {
		const sources = await sourcesOf$1(phase, added, trip);
		const next = await Promise.all(sources.map((source) => renderOnce(source, trip)));
		if (isSame(added, next)) return next;
		added = next;
	}
	return added;
}
async function sourcesOf$1(phase, added, { plain, objects, own, definitions, world: { files } }) {
	const active = [...withoutClaimed(plain, added), ...added];
	const find = (wanted) => objects.find(active, wanted);
	const context = {
		files,
		objects: objects.delivering(active),
		find,
		own,
		definitions,
		note: () => {}
	};
	const sources = await deliveredSources(phase, context);
	return sources.length <= mostSources ? sources : [...sources.slice(0, mostSources), cut(sources.length - mostSources)];
}
function cut(count) {
	const detail = `${count} more objects of Argo CD and Flux`;
	return {
		id: "flux:more",
		path: ".",
		label: detail,
		kind: "unresolved",
		of: "flux",
		why: "generated-elsewhere",
		detail
	};
}
function renderOnce(source, trip) {
	const key = JSON.stringify(source);
	const rendered = trip.known.get(key) ?? renderWanted(source, trip);
	trip.known.set(key, rendered);
	return rendered;
}
async function renderWanted(source, { render, isWanted }) {
	if ("inner" in source && source.inner.kind === "helm" && source.inner.remote !== void 0 && isWanted !== void 0 && !await isWanted(source)) return {
		kind: "skipped",
		source
	};
	return render(source);
}
function isSame(before, after) {
	return before.length === after.length && before.every((rendered, index) => rendered === after[index]);
}

// src/render/render.ts
/**
* Turns every source into documents, in the order of the sources, and then what the objects of Argo CD and Flux among
* them apply. What can't be rendered is a value among them. How many programs run at a time is for `world.run` to limit.
*/
async function render$1(sources, request, { isWanted, ...world }) {
	const renderSource = createRenderer(request, world);
	let done = 0;
	let total = sources.length;
	const renderOne = async (source) => {
		const rendered = await renderSource(source);
		done += 1;
		world.log.progress({
			stage: "render",
			done,
			total: Math.max(total, done),
			label: source.label
		});
		return rendered;
	};
	const plain = await Promise.all(sources.map(renderOne));
	const render = async (source) => {
		total += 1;
		return renderOne(source);
	};
	return renderDelivered(plain, {
		render,
		isWanted,
		world
	});
}
function createRenderer(request, world) {
	const build = createBuildKustomization(request.programs.kustomize, world);
	const renderable = createRenderable(request, world, build);
	return async (source) => {
		switch (source.kind) {
			case "helm":
			case "kustomize":
			case "manifests": return renderable(source);
			case "argocd":
			case "flux": return deliver(source, {
				render: renderable,
				build,
				world
			});
			case "unresolved": return {
				kind: "skipped",
				source
			};
		}
	};
}
/** Renders what needs no look at what delivers it. */
function createRenderable({ programs, offline }, world, build) {
	const helm = createHelm(programs.helm, offline ? {
		...world,
		charts: noCharts
	} : world);
	const kustomize = createKustomize(build, world);
	return async (source) => {
		switch (source.kind) {
			case "helm": return helm(source);
			case "kustomize": return kustomize(source);
			case "manifests": return renderManifests(source, world.files);
		}
	};
}

// src/read-sources.ts
/** Reads all of them. */
async function readAll(sources, { request, world }) {
	const rendered = await render$1(sources, request, world);
	return {
		rendered,
		inventory: extract(rendered, resourcesWith(request.customResources)),
		untouched: [],
		known: sourcesOf(rendered)
	};
}
/**
* What the touched sources hold, and those that pull by a secret or account which the change touches. Where there is a
* pod, manifests beside them are read too, since its account may stand there; charts only where it names a secret or an
* account that is nowhere else. Those that may deliver others are read in any case, since only they tell what is touched
* by way of them.
*/
async function readTouched(sources, reach, reading) {
	const { seen, rendered, own, untouched, rest } = await readOwn(sources, reach.paths, reading);
	const asItIs = {
		rendered,
		inventory: own,
		untouched,
		known: sourcesOf(rendered)
	};
	if (untouched.length === 0 || rendered.length === 0 && !await isOneGone(reach.paths, reading)) return asItIs;
	const changed = await reach.access(accessIn(own, sourcesOf(rendered)));
	if (changed.size > 0) return readLeaning(sources, {
		changed,
		touched: rendered
	}, reading);
	if (own.uses.length === 0) return asItIs;
	const others = leansOnOthers(own) ? rest : rest.filter(({ kind }) => kind === "manifests");
	const all = [...seen, ...await render$1(others, reading.request, reading.world)];
	return {
		rendered,
		inventory: among(rendered, all, reading),
		untouched,
		known: sourcesOf(all)
	};
}
/** What is gone may have been a source that others leaned on. */
async function isOneGone(paths, { world: { files } }) {
	return (await Promise.all(paths.map((path) => files.kind(path)))).includes("absent");
}
/** The secrets and accounts in the sources that the change touches. */
async function accessOfTouched(sources, paths, reading) {
	const { own, rendered } = await readOwn(sources, paths, reading);
	return accessIn(own, sourcesOf(rendered));
}
/** The touched, and those that pull by what was changed; which they are, only all of them rendered tell. */
async function readLeaning(sources, { changed, touched }, reading) {
	const all = await render$1(sources, reading.request, reading.world);
	const known = sourcesOf(all);
	const leaning = leaningSources(changed, extract(all, resourcesWith(reading.request.customResources)), known);
	const wanted = /* @__PURE__ */ new Set([...sourcesOf(touched).map(({ id }) => id), ...leaning]);
	const rendered = all.filter(({ source }) => wanted.has(source.id));
	const untouched = known.filter(({ id }) => !wanted.has(id));
	return {
		rendered,
		inventory: among(rendered, all, reading),
		untouched,
		known
	};
}
async function readOwn(sources, paths, { request, world }) {
	const scope = await touchedSources(sources, paths, world.files);
	const isWanted = wantedBy(scope, paths, world);
	const delivering = await mayDeliver(scope.untouched, world.files);
	const seen = await render$1([...scope.touched, ...delivering], request, {
		...world,
		isWanted
	});
	const wanted = await Promise.all(seen.map(({ source }) => isWanted(source)));
	const rendered = seen.filter((_, index) => wanted[index]);
	const left = seen.flatMap(({ source }, index) => !wanted[index] && isDelivered(source) ? source : []);
	const untouched = [...scope.untouched, ...left];
	const rest = scope.untouched.filter((source) => !delivering.includes(source));
	return {
		seen,
		rendered,
		own: extract(rendered, resourcesWith(request.customResources)),
		untouched,
		rest
	};
}
function among(rendered, all, { request }) {
	return inventoryOf(sourcesOf(rendered), extract(all, resourcesWith(request.customResources)));
}
function sourcesOf(rendered) {
	return rendered.map(({ source }) => source);
}
function wantedBy(scope, changed, world) {
	const plain = new Set(scope.touched.map(({ id }) => id));
	return async (source) => plain.has(source.id) || isDelivered(source) && await isTouched(source, changed, world);
}
function isDelivered(source) {
	const kind = source.kind === "unresolved" ? source.of : source.kind;
	return kind === "argocd" || kind === "flux";
}
async function isTouched(source, changed, { files }) {
	return (await touchedSources([source], changed, files)).touched.length > 0;
}

// src/inspect.ts
/**
* From paths to verdicts and findings, for the files of the given world: the head's or those of the base. Where a reach
* is given, only for the sources that the change reaches.
*/
async function inspect(request, world, reach) {
	const { problems, rendered, known, untouched, inventory } = await read$1(request, world, reach);
	const nodes = await loadNodeHosts(request.environments, world.files);
	const plansFor = (uses) => plan({
		...inventory,
		uses
	}, known, {
		...request,
		registries: nodes.registries
	});
	const plans = plansFor(inventory.uses);
	const evidence = request.offline ? void 0 : await probe(plans, world);
	const facts = {
		problems,
		rendered,
		untouched,
		inventory,
		plans,
		resources: resourcesWith(request.customResources)
	};
	const today = new Date(world.clock.now()).toISOString().slice(0, 10);
	const judgeBy = (seen) => judge({
		...facts,
		evidence: seen,
		quota: world.registry.usage.pullQuota,
		request,
		nodeNotes: nodes.notes,
		today
	});
	return {
		...facts,
		evidence,
		judgement: judgeBy(evidence),
		judgeBy,
		plansFor
	};
}
/** What the sources hold, as far as there is room for it in one run. */
async function read$1(request, world, reach) {
	const { sources, problems } = await discover(request, world);
	const reading = {
		request,
		world
	};
	const found = reach === void 0 ? await readAll(sources, reading) : await readTouched(sources, reach, reading);
	const inventory = request.checkImageLike === true ? withStringsAsUses(found.inventory) : found.inventory;
	return {
		problems,
		...boundUses({
			...found,
			inventory
		}, { environments: request.environments.length })
	};
}

// src/interrupted.ts
/** The reason of a deadline that came early, since somebody ended the check. */
var Interrupted = class extends Error {};

// src/render/helm/chart-renderer.ts
/** Renders one chart once more, for whoever wants to see what other values change: nobody else wants what it prints. */
function chartRenderer({ programs, offline }, world) {
	const run = (call) => world.run(call.reuse?.reads.length === 0 ? call : {
		...call,
		reuse: void 0
	});
	return createHelm(programs.helm, {
		...world,
		run,
		...offline && { charts: noCharts }
	});
}

// src/render/delivered/delivery-renderer.ts
function deliveryRenderer(request, world) {
	const build = createBuildKustomization(request.programs.kustomize, world);
	const renderable = createRenderable(request, world, build);
	return {
		deliver: (source, render = renderable) => deliver(source, {
			render,
			build,
			world
		}),
		readCopy: async (source, copy) => {
			const read = async (path, limit) => {
				const text = copy.get(path);
				return text === void 0 ? world.files.read(path, limit) : {
					kind: "text",
					text
				};
			};
			return renderManifests(source, {
				...world.files,
				read
			});
		}
	};
}

// src/render/kustomize/kustomization-renderer.ts
/** Builds a kustomization once more from copies of its files, for whoever wants to see what other texts change. */
function kustomizationRenderer({ programs }, world) {
	const build = createBuildKustomization(programs.kustomize, world);
	return async (source, copy) => {
		await using scratch = await world.scratch();
		for (const [path, text] of copy) await scratch.write(path, text);
		const files = {
			...world.files,
			native: (path) => join$1(scratch.path, path)
		};
		return await createKustomize((folder) => build(folder), { files })(source);
	};
}

// src/report/rule-page.ts
/** Where the project lives. */
const project = "https://github.com/will-it-pull/will-it-pull";
/** Where a person reads what a code means, how to prove it and how to mend it. */
function rulePage(code) {
	return `${project}/blob/main/docs/rules/${code}.md`;
}

// src/report/locations.ts
/** A location as the report writes it: nothing is left out, what is not known is null. */
function reportLocation(location) {
	const { file, line, column, endLine, endColumn, path, confidence, setBy } = location;
	return {
		file,
		line: line ?? null,
		column: column ?? null,
		endLine: endLine ?? null,
		endColumn: endColumn ?? null,
		path: path ?? null,
		confidence,
		...setBy === void 0 ? {} : { setBy }
	};
}
/** The path of each source, by id. */
function sourcePaths(rendered) {
	return new Map(rendered.map(({ source }) => [source.id, source.path]));
}
/** The file of a use, without a line: what is known before anything was traced. */
function useFile({ document, field, source }, paths) {
	return {
		file: document.origin.file ?? paths.get(source) ?? source,
		path: field,
		confidence: "file"
	};
}

// src/report/order.ts
const severities = {
	error: 0,
	warning: 1,
	notice: 2,
	off: 3
};
const layerRank = new Map(layers.map((layer, index) => [layer, index]));
/** Errors first, then the triage order, then file and line; equal ones keep their order. */
function compareFindings(a, b) {
	return severities[a.severity] - severities[b.severity] || (layerRank.get(a.layer) ?? 0) - (layerRank.get(b.layer) ?? 0) || compareText(a.location?.file ?? "", b.location?.file ?? "") || (a.location?.line ?? 0) - (b.location?.line ?? 0);
}
function compareText(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

// src/report/words/assumptions.ts
/** What a verdict takes on trust. */
function assumptionWords(assumption) {
	switch (assumption.code) {
		case "secret-opens": return `${assumption.secrets.length === 1 ? "secret" : "one of the secrets"} ${series(assumption.secrets)} opens ${code(assumption.repository)}`;
		case "nodes-use-cloud-identity": return `nodes pull from ${code(assumption.registry)} by their cloud identity`;
		case "nodes-hold-runner-login": return `nodes hold the same login for ${code(assumption.registry)} as the runner`;
		case "nodes-trust-authority": return `nodes trust the certificate authority of ${code(assumption.host)}`;
		case "any-windows-build": return `any Windows build of ${code(assumption.platform)} will do`;
	}
}

// src/report/uses.ts
/** One entry for each use and environment. */
function reportUses({ plans, judgement, locations, rendered }) {
	const verdicts = new Map(judgement.verdicts.map((verdict) => [useKey(verdict.use, verdict.environment), verdict]));
	const name = entryNames(plans);
	const paths = sourcePaths(rendered);
	return plans.map((plan) => {
		const verdict = verdicts.get(useKey(plan.use.id, plan.environment.name));
		const [location = useFile(plan.use, paths)] = locations.uses.get(plan.use.id) ?? [];
		return reportUse(plan, {
			verdict,
			location,
			id: name(plan.use.id, plan.environment.name)
		});
	});
}
/** The name of a use's entry: the use's id, with the environment where there are several. */
function entryNames(plans) {
	const several = new Set(plans.map((plan) => plan.environment.name)).size > 1;
	return (use, environment) => several && environment !== void 0 ? `${use}@${environment}` : use;
}
function useKey(use, environment) {
	return JSON.stringify([use, environment]);
}
function reportUse({ use, environment, credentials, pullPolicy }, { id, verdict, location }) {
	const { apiVersion, kind, namespace = null, name, hooks } = use.workload;
	return {
		id,
		image: use.image,
		source: use.source,
		environment: environment.name,
		workload: {
			apiVersion,
			kind,
			namespace,
			name,
			hooks: [...hooks]
		},
		field: use.field,
		container: use.container ?? null,
		role: use.role,
		pullPolicy,
		serviceAccount: credentials.serviceAccount,
		pullSecrets: [...credentials.secrets],
		credentials: [...verdict?.credentials ?? []],
		platforms: (verdict?.platforms ?? []).map((platform) => ({
			...platform,
			digest: platform.digest ?? null
		})),
		verdict: verdict?.verdict ?? "not-checked",
		assumptions: (verdict?.assumptions ?? []).map(assumptionWords),
		location: reportLocation(location)
	};
}

// src/report/words/create-secret.ts
/** The command that makes a pull secret. The login comes from variables, so that none is ever written down. */
function createSecret(args) {
	const { registry } = args;
	return [
		"kubectl create secret docker-registry",
		named(args),
		registry === void 0 ? "--docker-server=\"$REGISTRY\"" : `--docker-server=${shellWord(server(registry))}`,
		"--docker-username=\"$REGISTRY_USER\" --docker-password=\"$REGISTRY_TOKEN\""
	].join(" ");
}
/** The same for a secret that is there already. */
function renewSecret(args) {
	return `${createSecret(args)} --dry-run=client --output=yaml | kubectl apply --filename=-`;
}
/** Deletes a secret: its type can't be changed otherwise. */
function deleteSecret(args) {
	return `kubectl delete secret ${named(args)}`;
}
function named({ secrets, namespace }) {
	const [name, within] = (secrets?.[0] ?? "").split("/").toReversed();
	const place = namespace ?? within;
	const word = shellWord(name === void 0 || name === "" ? "regcred" : name);
	return place === void 0 || place === "" ? word : `${word} --namespace=${shellWord(place)}`;
}
function server(registry) {
	return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
}

// src/report/words/interrupted.ts
/** Codes of a run whose time was over; where somebody ended it, that was why. */
const outOfTime = /* @__PURE__ */ new Set(["deadline", "timed-out"]);
/** The coded detail of a finding or a source, and what was said with it, as they are told of a run that was interrupted. */
function interrupted(told) {
	return outOfTime.has(told.reason ?? "") ? {
		...told,
		reason: "interrupted",
		detail: void 0
	} : told;
}
const interruption = {
	cause: "The check was interrupted before this was known.",
	fix: "Run the check again, and let it come to its end."
};

// src/report/words/failures.ts
const runAgain = "Run the check again; if it stays so, ask whoever runs the registry.";
const reach = "Run the check where the registry can be reached (VPN, allow-list, self-hosted runner), or correct the host name.";
const proxy = "Correct the runner's `HTTPS_PROXY`, or name the host in `NO_PROXY`.";
const known = {
	"name-not-resolved": {
		cause: "DNS knows no such name here. It is misspelt, or only resolves inside your network.",
		fix: "Check the spelling of the registry; if it is internal, run the check where its name resolves."
	},
	"resolver-unavailable": {
		cause: "The DNS resolver of the runner did not answer.",
		fix: "Run the check again."
	},
	"connection-refused": {
		cause: "Nothing listens at that address and port.",
		fix: reach
	},
	"host-unreachable": {
		cause: "There is no route to that address.",
		fix: reach
	},
	"connect-timeout": {
		cause: "The connection was not made in time; a firewall often drops it.",
		fix: reach
	},
	"response-timeout": {
		cause: "The connection was made, but no answer came in time.",
		fix: runAgain
	},
	"body-timeout": {
		cause: "The answer began and then stopped.",
		fix: runAgain
	},
	"connection-reset": {
		cause: "The connection was reset by the other side or by something on the way.",
		fix: reach
	},
	"connection-closed": {
		cause: "The connection was closed before the answer was complete.",
		fix: runAgain
	},
	"tls-unknown-authority": {
		cause: "It comes from an authority that the runner does not know.",
		fix: "Give the authority by `ca-file` if the nodes trust it; else have the registry send its whole chain."
	},
	"tls-expired": {
		cause: "The certificate has expired.",
		fix: "Renew the certificate of the registry."
	},
	"tls-not-yet-valid": {
		cause: "The certificate is not valid yet, or the clock here is wrong.",
		fix: "Check the certificate of the registry and the clock."
	},
	"tls-name-mismatch": {
		cause: "The certificate is for another name.",
		fix: "Use a name that the certificate holds, or have one made for this name."
	},
	"tls-version": {
		cause: "The registry speaks no TLS version that nodes accept: they want TLS 1.2 or 1.3.",
		fix: "Have the registry speak TLS 1.2 or newer."
	},
	"tls-handshake": {
		cause: "The two sides agree on no cipher, or the registry wants a client certificate that this check does not have.",
		fix: "Check the TLS settings of the registry; a client certificate of the nodes can only be tried from a node."
	},
	"tls-client-certificate": {
		cause: "The registry asks for a client certificate, which this check does not have.",
		fix: "Nodes may hold one; it can only be checked from a node."
	},
	"plain-http": {
		cause: "The registry speaks plain HTTP where nodes speak HTTPS.",
		fix: "Give the registry a certificate, or declare it in `insecure-registries` if the nodes are configured so."
	},
	"https-expected": {
		cause: "The registry was asked by plain HTTP and speaks HTTPS.",
		fix: "Take it out of `insecure-registries`."
	},
	"proxy-refused": {
		cause: "The proxy refused to connect to this host.",
		fix: proxy
	},
	"proxy-authentication": {
		cause: "The proxy wants a login (407).",
		fix: "Put the login into the runner's `HTTPS_PROXY`."
	},
	"proxy-bad-gateway": {
		cause: "The proxy could not reach this host: its name is misspelt or only resolves elsewhere, or it is down.",
		fix: "Check the spelling of the registry; if it is internal, name it in `NO_PROXY`."
	},
	"proxy-unreachable": {
		cause: "The proxy itself did not answer.",
		fix: proxy
	},
	"redirect-loop": {
		cause: "The registry redirects in a circle.",
		fix: runAgain
	},
	"redirect-unsafe": {
		cause: "The registry redirects to an address that this check must not follow.",
		fix: "Nodes may follow it; check the redirects of the registry."
	},
	"redirect-refused": {
		cause: "The place that the registry redirects to refused.",
		fix: "Check whether nodes may fetch from there: a firewall, a region or an expired signature may stand in the way."
	},
	"server-error": {
		cause: "The registry has a fault of its own.",
		fix: runAgain
	},
	"head-refused": {
		cause: "containerd asks by HEAD before it fetches, and gives up where that is refused, though GET gives the manifest. Only a node can tell whether it meets the same refusal: what stands between may treat the runner otherwise.",
		fix: "Have the registry, or what stands before it, answer HEAD requests for manifests as it answers GET."
	},
	"greeting-refused": {
		cause: "CRI-O asks for `/v2/` before anything else, and gives up unless that is answered 200 or 401. Only a node can tell whether it meets the same refusal: what stands between may treat the runner otherwise.",
		fix: "Have the registry, or what stands before it, answer `GET /v2/` as the distribution API prescribes."
	},
	"login-unasked": {
		cause: "CRI-O shows its login only where `/v2/` asks for one, and here the manifest alone does.",
		fix: "Have the registry ask for a login at `/v2/` too: switch off its access without a login, or ask its manual for docker clients."
	},
	"upstream-refused": {
		cause: "The registry is a cache, and the registry behind it refused.",
		fix: "Check the login that the cache holds for the registry behind it, and the name of the image there."
	},
	"not-a-registry": {
		cause: "What answers there is no image registry: a web page, a login portal or another service.",
		fix: "Check host, port and path of the reference."
	},
	"challenge-unusable": {
		cause: "The registry asks for a login in a way that clients do not understand.",
		fix: "Check the `WWW-Authenticate` header of the registry."
	},
	"realm-unsafe": {
		cause: "The registry sends its logins to a token server that this check must not contact.",
		fix: "Check the `realm` that the registry names."
	},
	"token-endpoint-failed": {
		cause: "The token server of the registry gave no token.",
		fix: runAgain
	},
	"token-rejected": {
		cause: "The registry does not accept the token that its own token server gave.",
		fix: runAgain
	},
	"credential-withheld": {
		cause: "A node would send its login further than this check may: to a mirror, a redirect or over plain HTTP.",
		fix: "Serve the registry and its token server by HTTPS."
	},
	"address-forbidden": {
		cause: "It resolves to a private or local address, which is not contacted on runs of forks.",
		fix: "Run the check from a branch of this repository."
	},
	"body-too-large": {
		cause: "The answer is larger than what a check reads or holds.",
		fix: runAgain
	},
	"body-cut": {
		cause: "The answer is shorter than the registry said.",
		fix: runAgain
	},
	"body-invalid": {
		cause: "The answer is not what the distribution API prescribes.",
		fix: runAgain
	},
	"headers-too-large": {
		cause: "The headers of the answer are larger than any client takes.",
		fix: runAgain
	},
	deadline: {
		cause: "The time of the whole check was over before the answer came.",
		fix: "Raise `timeout`, or check fewer sources at once."
	}
};
/** Why no usable answer came, by failure code; `head-and-get-differ` is an answer that contradicts itself. */
const failures$1 = {
	...known,
	interrupted: interruption,
	"head-and-get-differ": {
		cause: "The registry says by HEAD that the manifest is there and by GET that it is not.",
		fix: runAgain
	}
};

// src/report/words/pull-secret-block.ts
/** The lines that name a new pull secret, for the pod or its ServiceAccount; those that it names already are kept. */
function pullSecretBlock({ secrets = [], serviceAccount = "default", namespace }) {
	const within = namespace === void 0 ? "" : ` in namespace ${plainText(namespace)}`;
	const names = /* @__PURE__ */ new Set([...secrets.map((secret) => secret.split("/").at(-1) ?? ""), "regcred"]);
	return [
		`# in the spec of the pod, or at the top of ServiceAccount ${plainText(serviceAccount)}${within}`,
		"imagePullSecrets:",
		...[...names].filter((name) => name !== "").map((name) => `  - name: ${scalar(name)}`)
	];
}
function plainText(value) {
	return value.replace(unprintable, " ").slice(0, 253);
}
function scalar(name) {
	const text = plainText(name);
	return /^[a-z][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text) ? text : JSON.stringify(text);
}

// src/report/words/subject.ts
/** The image that a sentence is about. */
function image({ reference }) {
	return code(reference);
}
/** `ghcr.io/acme/web`, without tag. */
function repository({ registry, repository: path, reference }) {
	return code(registry === void 0 || path === void 0 ? reference : `${registry}/${path}`);
}
/** The host that a failure is about: the one contacted, else the registry's name. */
function host({ host: contacted, registry }) {
	return code(contacted ?? registry);
}

// src/report/words/access.ts
/** The door is closed, or nobody here can tell whether it is. */
const accessRows = {
	"not-found-or-private": (args) => ({
		message: `${image(args)} does not exist or is private, and nothing lets the nodes in.`,
		cause: `${first(args)}${code(args.registry)} answers the same for both${status$1(args)}, and no login was found that opens ${repository(args)}.${runner(args)}${says(args)}`,
		fix: `Check the spelling. If the image is private, create a pull secret and name it in \`imagePullSecrets\` of the pod or of ServiceAccount ${code(args.serviceAccount ?? "default")}; if the nodes hold a login of their own, declare it by \`node-credentials\`.`,
		...newSecret(args)
	}),
	"no-pull-secret": (args, { verdict }) => ({
		...noSecret(args, verdict),
		...newSecret(args)
	}),
	"access-denied": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses access.`,
		...denied(args)
	})
};
function newSecret(args) {
	return {
		commands: [createSecret({
			...args,
			secrets: void 0
		})],
		snippet: pullSecretBlock(args)
	};
}
function noSecret(args, verdict) {
	const seen = `The runner's login sees the image; without a login ${code(args.registry)} refuses it${status$1(args)}.`;
	if (args.reason === "cloud-identity") return {
		message: `${image(args)} is private and the pod names no pull secret for it.`,
		cause: `${seen} On this registry nodes usually pull by their cloud identity, so it is taken as pullable.`,
		fix: "Make sure that the role of the nodes may pull it. To have it checked, declare `node-credentials`."
	};
	if (args.reason === "pod-unknown") return ofNoPod(args, seen);
	const outcome = verdict === "unpullable" ? "cannot be pulled" : "can only be pulled by nodes that hold a login of their own";
	const nodes = verdict === "unpullable" ? "the nodes hold no login for it" : "whether the nodes hold a login of their own was not declared";
	return {
		message: `${image(args)} ${outcome}: it is private and the pod names no pull secret for it.`,
		cause: `${seen} Neither the pod nor ServiceAccount ${code(args.serviceAccount ?? "default")} names a secret that fits, and ${nodes}.`,
		fix: "Create a pull secret and name it in `imagePullSecrets` of the pod or its ServiceAccount; if the nodes hold a login of their own, declare it by `node-credentials`."
	};
}
function ofNoPod(args, seen) {
	return {
		message: `${image(args)} is there and private; whether the pods that start with it may pull it could not be told.`,
		cause: `${seen} It stands in no image field, so which pod would pull it, and by which secrets, is not known.`,
		fix: "Make sure that the operator gives its pods a pull secret for it."
	};
}
function denied(args) {
	const { secrets, reason = "" } = args;
	const known = failures$1[reason];
	if (known !== void 0) return {
		cause: `${known.cause}${says(args)}`,
		fix: known.fix
	};
	const { cause, fix } = reasons$4[reason] ?? unknownReason;
	return {
		cause: `${cause.replace("{secrets}", () => series(secrets))}${runner(args)}${says(args)}`,
		fix: fix.replace("{registry}", () => code(args.registry))
	};
}
const giveContent = "Give the secret's content by `pull-secrets`, or log the runner in to {registry}.";
const logIn = "Log the runner in to {registry} with an account that may pull.";
const unknownReason = {
	cause: "Without a login, a missing image and a private one look the same.",
	fix: `${logIn} If the nodes hold a login of their own, declare it by \`node-credentials\`.`
};
const reasons$4 = {
	"secret-unknown": {
		cause: "The content of the pull secret {secrets} is not known here, and nobody else could look.",
		fix: giveContent
	},
	"other-secret-unknown": {
		cause: "The logins that are known here were refused; the content of the pull secret {secrets} is not known.",
		fix: giveContent
	},
	"hidden-or-missing": {
		cause: "Without a login the registry says that the image is not there, which some registries also say of private images; the content of the pull secret {secrets} is not known here.",
		fix: giveContent
	},
	"hidden-from-nobody": {
		cause: "Without a login the registry says that the image is not there, which it may also say of private images, and whether the nodes hold a login was not declared.",
		fix: `${logIn} If the nodes hold no login, declare \`node-credentials: none\`.`
	},
	"run-without-secrets": {
		cause: "This run has no secrets by nature (fork or Dependabot), so private and missing images look the same.",
		fix: "Run the check from a branch of this repository, or give Dependabot the login as a Dependabot secret."
	},
	"runner-login-broken": {
		cause: "Without a login it is refused, and the login of the runner could not be had.",
		fix: `Mend that login. ${logIn}`
	},
	"node-login-undeclared": {
		cause: "The pod names no pull secret that opens it, and whether the nodes hold a login of their own was not declared.",
		fix: `Give the pod a pull secret, or declare by \`node-credentials\` what the nodes hold (\`none\`, if nothing). To see whether the image exists, log the runner in to {registry} with an account that may pull.`
	},
	"pod-unknown": {
		cause: "It is private or not there. It stands in no image field, so which pod would pull it, and by which secrets, is not known.",
		fix: `${logIn} Whether the pods that start with it may pull it is for their operator to tell.`
	},
	"body-refused": {
		cause: "The registry says that the manifest is there and then refuses to show it.",
		fix: logIn
	},
	"part-refused": {
		cause: "The manifest can be read, but a part that the pull needs is refused.",
		fix: logIn
	}
};
const firstNotes = {
	"pull-secret-no-match": "The pull secret {secrets} holds no login for this registry. ",
	"pull-secret-ignored": "The kubelet ignores the pull secret {secrets}. "
};
function first({ reason = "", secrets }) {
	return (firstNotes[reason] ?? "").replace("{secrets}", () => series(secrets));
}
function runner({ login }) {
	return login === void 0 ? "" : ` The runner had no login to look with: ${code(login)}.`;
}
function says({ detail }) {
	return quoted$1("The registry says", detail);
}
function status$1({ status: answered }) {
	return answered === void 0 ? "" : ` (HTTP ${answered})`;
}

// src/report/words/content.ts
/** The image is there, but it is not what the nodes need. */
const contentRows = {
	"platform-missing": (args) => ({
		message: `${image(args)} has nothing for ${code(args.platform)}.`,
		cause: `Nodes of that platform are declared or required, and the index offers ${series(args.offered, 10)}.`,
		fix: `Build and push the image for ${code(args.platform)} too, use a tag that has it, or keep the workload off such nodes by a node selector.`
	}),
	"platform-depends-on-runtime": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled on ${code(args.platform)}: ${args.reason === "version" ? "containerd's versions" : "containerd's two ways to pull"} differ here.`,
		...args.reason === "version" ? versionsDiffer(args) : waysDiffer(args)
	}),
	"unsupported-manifest": (args, { verdict }) => ({
		message: verdict === "unknown" ? `Could not tell whether ${image(args)} can be pulled: its manifest is of a type that not all runtimes take.` : `${image(args)} cannot be pulled: its manifest is of a type that runtimes do not take.`,
		cause: `${unsupported[args.reason ?? ""] ?? unsupported["media-type"]} It is ${code(args.mediaType)}.`,
		fix: "Push the image again with a current tool: `docker buildx build --push`, or `skopeo copy --format oci`."
	}),
	"manifest-invalid": (args, { verdict }) => ({
		message: verdict === "unknown" ? `Could not tell whether ${image(args)} can be pulled: its manifest is damaged.` : `${image(args)} cannot be pulled: its manifest is damaged.`,
		cause: `${invalid[args.reason ?? ""] ?? invalid["shape"]}${quoted$1("Evidence", args.detail)}`,
		fix: "Push the image again; if it stays so, the registry or a cache before it is at fault."
	}),
	"not-an-image": (args, { verdict }) => ({
		message: `${image(args)} is no container image but an artifact of another kind.`,
		cause: `Its type is ${code(args.mediaType)}. ${artifact[verdict] ?? ""}`,
		fix: "Name the container image itself; charts, signatures and other artifacts often stand beside it under a similar tag."
	}),
	"wrong-architecture": (args) => ({
		message: `${image(args)} can be pulled on ${code(args.platform)} but will not run there.`,
		cause: `It is a single image for ${series(args.offered)}; no runtime looks at that when it pulls.`,
		fix: `Build and push it for ${code(args.platform)} as well, or keep the workload off such nodes by a node selector.`
	})
};
function waysDiffer(args) {
	return {
		cause: `The index offers ${series(args.offered, 10)}; one way takes an entry of these for ${code(args.platform)}, the other finds none.`,
		fix: "Declare `runtime` as `containerd-local` or `containerd-transfer` (the default way since containerd 2.1), or `cri-o`."
	};
}
function versionsDiffer(args) {
	return {
		cause: `The index offers ${series(args.offered, 10)}; entries name \`os.features\`, which containerd looks at since 2.4 alone.`,
		fix: `Push an entry for ${code(args.platform)} without \`os.features\`; it suits every version.`
	};
}
const unsupported = {
	"schema-1": "Docker manifests of schema 1 were given up in containerd 2.0; older ones and CRI-O still take them.",
	"media-type": "The registry answers with a media type that is neither an image manifest nor an index."
};
const invalid = {
	"digest-mismatch": "The registry gave content that does not have the digest it should have.",
	"too-large": "The manifest is larger than runtimes accept.",
	"not-json": "What the registry gave is no JSON.",
	headers: "containerd takes digest, type and length from the answer to a HEAD request, and there they are not those of the content.",
	layers: "Its manifest and its config do not list the same number of layers, so no runtime can unpack it.",
	endless: "There is more behind it than is followed.",
	shape: "What the registry gave does not have the shape of a manifest."
};
const artifact = {
	pullable: "The runtime pulls it, and then no container can be made of it.",
	unpullable: "The runtime refuses to unpack it.",
	unknown: "Whether the pull or only the start fails depends on the runtime of the nodes, which was not declared."
};

// src/report/words/node-files.ts
const unread = (cause, fix) => ({
	message: (file) => `${file}, the registry configuration of the nodes, could not be read.`,
	cause,
	fix
});
const words$2 = {
	"hosts-file-discarded": {
		message: (file) => `containerd discards ${file}: nodes ask the registry itself and none of its mirrors.`,
		cause: "One mistake in a `hosts.toml` discards all of it; containerd only logs that.",
		fix: "Correct the file."
	},
	"certificate-missing": {
		message: (file) => `A certificate or key that ${file} names is not beside it, so hosts were asked without it.`,
		cause: "Nodes have the file; this check only sees the repository.",
		fix: "Put the certificate of the authority beside the `hosts.toml`; a private key belongs on the nodes alone."
	},
	"rewrite-ignored": {
		message: (file) => `${file} rewrites paths, which containerd itself does not do; the tables were ignored.`,
		cause: "Only the containerd of k3s and RKE2 knows `rewrite`.",
		fix: "Give the mirror a path with `override_path = true`, which every containerd knows."
	},
	"not-read": {
		message: (file) => `${file} was not read: nodes of the declared runtime do not read such a file.`,
		cause: "containerd reads `hosts-dir`, and CRI-O reads `registries-conf`.",
		fix: "Declare the `runtime` of the nodes, or leave the setting out."
	},
	"registries-conf-invalid": {
		message: (file) => `${file} is no valid configuration of registries: CRI-O pulls nothing with it.`,
		cause: "CRI-O reads the whole file or none of it (containers-registries.conf(5)).",
		fix: "Correct the file."
	},
	absent: unread("There is no such file or folder.", "Correct `hosts-dir` or `registries-conf`."),
	denied: unread("It may not be read.", "Check its permissions."),
	outside: unread("It lies outside the repository.", "Put it into the repository."),
	unreadable: unread("It is not what it should be: a folder of folders, or a text file.", "Correct the path.")
};
/** Sentences about a file that says how the nodes come to registries. */
function nodeFileWords(args) {
	const { message, cause, fix } = reasons$3.get(args.reason ?? "") ?? words$2.unreadable;
	return {
		message: message(code(args.path)),
		cause: `${cause}${quoted$1("In question", args.detail)}`,
		fix
	};
}
const reasons$3 = new Map(Object.entries(words$2).map(([why, one]) => [`node-${why}`, one]));

// src/report/words/unread.ts
const failures = {
	"program-missing": {
		cause: "The program that renders it was not found.",
		fix: "Install helm (https://helm.sh/docs/intro/install), put it on PATH, or name it by `helm-path`."
	},
	"program-failed": {
		cause: "The program that renders it ended with an error.",
		fix: "Correct what it names; `helm template` or `kustomize build` on your machine shows the same."
	},
	"timed-out": {
		cause: "Rendering took too long and was ended.",
		fix: "Check it on your machine: a template may have no end, or it waits for the network. `timeout` sets the bound."
	},
	"too-much-output": {
		cause: "It renders to more than can be read.",
		fix: "Split the source, or exclude it by `exclude`."
	},
	"too-much-memory": {
		cause: "Rendering took more memory than a program may have here, and was ended.",
		fix: "See which template or file makes it grow, split the source, or exclude it by `exclude`."
	},
	"values-missing": {
		cause: "A values file that was named is not there.",
		fix: "Correct `values`: a path from the repository or from the folder of the chart."
	},
	"dependency-missing": {
		cause: "A chart that it depends on is not in its `charts` folder.",
		fix: "Run `helm dependency build` before the check."
	},
	"lock-out-of-date": {
		cause: "The lock file does not go with the dependencies of the chart, so `helm dependency build` refuses it too.",
		fix: "Run `helm dependency update` and commit the lock file."
	},
	"kube-version": {
		cause: "The chart is for other versions of Kubernetes than the one that helm assumes without a cluster.",
		fix: "Set `kube-version` to the version of your cluster."
	},
	"value-refused": {
		cause: "A template refuses to be rendered with these values.",
		fix: "Name the values that it is deployed with: by `values` and `set`, or in `sources` of the configuration."
	},
	"chart-unavailable": {
		cause: "A chart that it is made of does not exist where it is looked for.",
		fix: "Correct the name, the version or the repository of the chart."
	}
};
/** How the detail of a failure is introduced where no program said it. */
const introductions = {
	"program-missing": "It is called",
	"timed-out": "It was running",
	"too-much-output": "It came from",
	"too-much-memory": "The bound is",
	"dependency-missing": "Missing",
	"lock-out-of-date": "In question",
	"chart-unavailable": "In question"
};
/** What the path of a values file leads to instead of a file. */
const insteadOfValues = {
	absent: "A values file that was named is not there.",
	folder: "A values file that was named is a folder.",
	denied: "A values file that was named may not be read.",
	outside: "A values file that was named lies outside the repository."
};
/** Why a source did not render. */
function renderFailure(why, detail) {
	const known = Object.entries(failures).find(([name]) => name === why)?.[1] ?? failures["program-failed"];
	if (why === "interrupted") return interruption;
	if (why === "values-missing") return {
		...known,
		cause: insteadOfValues[detail ?? ""] ?? known.cause
	};
	return {
		...known,
		cause: `${known.cause}${quoted$1(introductions[why ?? ""] ?? "It says", detail)}`
	};
}
const files = {
	syntax: {
		cause: "It is no valid YAML.",
		fix: "Correct the YAML there."
	},
	variables: {
		cause: "With its variables filled in it is no valid YAML; one that has no value becomes nothing, as in `image: web:`.",
		fix: "Give each variable a value in `postBuild`, or a default where it stands: `${NAME:=value}`."
	},
	"image-no-text": {
		cause: "What stands for an image is no text, so the API refuses it: a number, a list or a map.",
		fix: "Give the field a reference; put it in quotes where YAML would read a number."
	},
	"too-many-images": {
		cause: "Of one object no more than 10,000 images are read.",
		fix: "Split the object; the API server would hardly take one of that size."
	},
	denied: {
		cause: "The file may not be read.",
		fix: "Check its permissions."
	},
	"not-text": {
		cause: "It is no UTF-8 text.",
		fix: "Exclude it by `exclude` if it is no manifest."
	},
	"too-large": {
		cause: "It is too large to be read.",
		fix: "Split it, or exclude it by `exclude`."
	},
	outside: {
		cause: "It is a link that leaves the repository.",
		fix: "Put the file itself into the repository."
	},
	absent: {
		cause: "The file is not there.",
		fix: "Correct the path, or add the file."
	}
};
/** Why a file or document could not be read. */
const unreadable$1 = files;
const sources = {
	"remote-base": {
		cause: "It has a base elsewhere, which this check does not fetch.",
		fix: "Vendor the base, or pipe the output of `kustomize build` into `will-it-pull check -`."
	},
	"remote-dependency": {
		cause: "It depends on a chart elsewhere that could not be had from here.",
		fix: "Run `helm dependency build` before the check, logged in where that is needed, or pipe the output of `helm template` into `will-it-pull check -`."
	},
	"remote-chart": {
		cause: "Its chart lies elsewhere and could not be fetched.",
		fix: "Run the check where that address answers; for a registry, log in before with `docker login` or `helm registry login`."
	},
	"remote-source": {
		cause: "What it applies lies elsewhere and could not be fetched.",
		fix: "Check it where it lies, or put the source object that it names into this repository."
	},
	"other-revision": {
		cause: "It applies a tag or commit of this repository, not the state that is checked.",
		fix: "Check that revision where it is checked out; what this change makes is deployed when the revision moves."
	},
	"path-missing": {
		cause: "The path that it applies is not in this repository.",
		fix: "Correct the path, or add the folder."
	},
	"values-elsewhere": {
		cause: "Some of its values are not in this repository; it was rendered without them.",
		fix: "Images that those values set are not checked."
	},
	"variables-elsewhere": {
		cause: "A variable in an image has no value in this repository.",
		fix: "Put the ConfigMap that holds it into the repository, or give the variable a default: `${NAME:=value}`."
	},
	"generated-elsewhere": {
		cause: "What it makes can not be known from this repository alone.",
		fix: "Check the Applications that it makes where they are known."
	},
	unsupported: {
		cause: "A part of it needs something that this check does not run.",
		fix: "Pipe the rendered manifests into `will-it-pull -`."
	},
	"encrypted-values": {
		cause: "Its values are encrypted, so what they set is not known here.",
		fix: "Decrypt them before the check, or pipe the output of `helm template` into `will-it-pull check -`."
	},
	"too-many-values": {
		cause: "The chart has more sets of values than are rendered.",
		fix: "Name those that are deployed in `sources` of the configuration."
	},
	"too-many-uses": {
		cause: "There are more uses of images, each counted once an environment, than one run checks: 200,000.",
		fix: "Check parts of the repository in runs of their own, or fewer environments at a time."
	},
	submodule: {
		cause: "It is a submodule that is not checked out.",
		fix: "Check it out (`submodules: true` of actions/checkout), or leave it out by `exclude`."
	},
	unreadable: {
		cause: "It could not be read.",
		fix: "Correct the file, or its permissions."
	},
	"no-program": {
		cause: "The program that renders it is not there.",
		fix: "Install kustomize or kubectl and put it on PATH, or name it by `kustomize-path`."
	},
	absent: {
		cause: "There is no such file or folder.",
		fix: "Correct the path, or leave it out to check all."
	},
	denied: {
		cause: "It may not be read.",
		fix: "Check its permissions."
	},
	outside: {
		cause: "It lies outside the repository.",
		fix: "Name a path inside the repository."
	},
	"no-source": {
		cause: "Nothing there renders to manifests: no chart, no kustomization, no manifest.",
		fix: "Name a folder that holds one. A file counts as a manifest where it has `apiVersion` and `kind`."
	},
	"library-chart": {
		cause: "A library chart renders nothing by itself.",
		fix: "Name a chart that uses it."
	},
	"not-a-manifest": {
		cause: "It is no Kubernetes manifest: `apiVersion` and `kind` are not in it.",
		fix: "Name a manifest, a chart or a kustomization; of a chart, name its folder."
	},
	"no-input": {
		cause: "Standard input held no document.",
		fix: "See whether the command before the pipe failed: run it alone."
	}
};
/** Why a source or path was left out. */
const skipped = sources;

// src/report/words/coverage.ts
const wholeDocument = {
	subject: "A document",
	outcome: "could not be read, so it was not checked.",
	introduction: "The parser says"
};
const unreadParts = {
	"image-no-text": {
		...wholeDocument,
		subject: "An image",
		introduction: "The field is"
	},
	"too-many-images": {
		subject: "Some images",
		outcome: "were not read, so they were not checked.",
		introduction: "The object is"
	}
};
/** What was not looked at, and why. */
const coverageRows = {
	"render-failed": (args) => {
		const { cause, fix } = renderFailure(args.reason, args.detail);
		return {
			message: `${code(args.path)} does not render, so its images were not checked.`,
			cause,
			fix
		};
	},
	"unreadable-document": (args) => {
		if (args.reason?.startsWith("node-")) return nodeFileWords(args);
		const { cause, fix } = unreadable$1[args.reason ?? ""] ?? unreadable$1["syntax"] ?? {
			cause: "",
			fix: ""
		};
		const { subject, outcome, introduction } = unreadParts[args.reason ?? ""] ?? wholeDocument;
		return {
			message: `${subject} in ${args.path === "-" ? "standard input" : code(args.path)} ${outcome}`,
			cause: `${cause}${quoted$1(introduction, args.detail)}`,
			fix
		};
	},
	"unresolved-source": (args) => {
		const { cause, fix } = skipped[args.reason ?? ""] ?? {
			cause: "It could not be turned into manifests here.",
			fix: ""
		};
		return {
			message: `${code(args.path)} was not checked.`,
			cause: `${cause}${quoted$1("In question", args.detail)}`,
			fix: fix === "" ? void 0 : fix
		};
	},
	"no-images-found": (args) => ({
		message: "No image was found, so nothing was checked.",
		cause: `${counted(args.count ?? 0, "source")} rendered to no pod at all.`,
		fix: "Check `paths` and the values: a disabled component renders to nothing. `will-it-pull list` shows what is found."
	}),
	"image-like-string": (args) => ({
		message: args.count === void 0 ? `${code(args.reference ?? args.detail)} looks like an image but stands in no image field; it was not checked.` : `${counted(args.count, "more text")} outside of image fields may be images too; none was checked.`,
		cause: `Environment variables, arguments and ConfigMaps may hold images that an operator pulls later.`,
		fix: "To have such texts checked, as warnings at most, set `image-like-strings: check`."
	})
};

// src/report/words/existence.ts
const pushAgain = "Push the image again with all its parts, or use a tag that is whole.";
/** The image is not there, or not given out. */
const existenceRows = {
	"registry-policy": (args, { verdict }) => verdict === "unpullable" ? imagePolicy(args) : runnerPolicy(args),
	"repository-not-found": (args) => ({
		message: `${image(args)} does not exist: there is no repository ${repository(args)}.`,
		cause: official$1(args) ?? `The registry knows no repository of this name.${quoted$1("It says", args.detail)}`,
		fix: "Check the spelling of registry, namespace and name; if the image is still to be built, push it first."
	}),
	"tag-not-found": (args) => ({
		message: isListed(args) ? `${image(args)} cannot be pulled: there is no manifest behind the tag ${code(args.tag)}.` : `${image(args)} does not exist: the repository has no tag ${code(args.tag)}.`,
		cause: `${tagCause(args)}${quoted$1("The registry says", args.detail)}`,
		fix: "Check the spelling of the tag; if the image is still to be built, push it first."
	}),
	"digest-not-found": (args) => ({
		message: `${image(args)} does not exist: the repository holds no manifest ${code(args.digest)}.`,
		cause: `The digest is wrong, or the manifest was deleted; a rebuilt tag gets a new digest.${quoted$1("The registry says", args.detail)}`,
		fix: `Take the digest that the registry has now: \`docker buildx imagetools inspect REPOSITORY:TAG\`.`
	}),
	"child-manifest-missing": (args) => ({
		message: `${image(args)} is broken for ${code(args.platform)}: its index names a manifest that is not there.`,
		cause: `The registry does not hold ${code(args.digest)}. It was deleted, or never pushed with the index.`,
		fix: pushAgain
	}),
	"blob-missing": (args) => ({
		message: `${image(args)} is broken for ${code(args.platform)}: a part of it is not there.`,
		cause: `The registry does not hold the content that ${code(args.digest)} names. It was deleted, or never pushed.`,
		fix: pushAgain
	})
};
function official$1({ reason }) {
	return reason === "official" ? "Official images of Docker Hub are never private, so a refusal means that there is none of this name." : void 0;
}
function isListed({ tag = "", tags, reason }) {
	return reason !== "expired" && tags?.includes(tag) === true;
}
function tagCause(args) {
	const { reason, tags } = args;
	if (isListed(args)) return "The registry lists the tag, but gives no manifest for it: it was deleted or is damaged.";
	if (reason === "expired") return "The tag existed and has expired or was deleted.";
	if (tags === void 0) return "The registry knows no such tag; it did not show which it has.";
	if (tags.length === 0) return "The repository has no tags at all.";
	return `The repository exists and has ${tags.length === 1 ? "another tag" : "other tags"}: ${series(tags.toReversed())}.`;
}
function imagePolicy(args) {
	if (args.status === 405) return notServed(args);
	return {
		message: `${image(args)} is there, but ${code(args.registry)} refuses to give it out (HTTP ${args.status ?? "?"}).`,
		cause: `A policy of the registry stops the pull: a scan, a signature or a block.${quoted$1("It says", args.detail)}`,
		fix: "Use a version that meets the policy, or ask whoever runs the registry for an exception."
	};
}
function notServed(args) {
	return {
		message: `${image(args)} cannot be pulled: ${code(args.registry)} serves no images under this name (HTTP 405).`,
		cause: `The namespace was disabled, or the repository holds something else than images.${quoted$1("The registry says", args.detail)}`,
		fix: "Find out where the image is kept now, or ask whoever runs the registry."
	};
}
function runnerPolicy(args) {
	return {
		message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses the address of this runner.`,
		cause: `A firewall of the registry lets only certain networks in; nodes may be among them.${quoted$1("It says", args.detail)}`,
		fix: "Run the check from a network that the registry lets in, or allow the address of the runner."
	};
}

// src/report/words/fix.ts
/** A fix that the evidence shows, in words; undefined where there is none and the usual advice is better. */
function fixWords(fix) {
	const [first, ...others] = fix.candidates;
	const { commands } = fix;
	switch (fix.kind) {
		case "use-tag": return first === void 0 ? void 0 : {
			text: `Use ${code(first)}, ${quality(fix)}${orElse(others)}.`,
			commands
		};
		case "use-digest": return first === void 0 ? void 0 : {
			text: `Use the digest ${code(first)}${meaning(fix)}.`,
			commands
		};
		case "relocate": return {
			text: relocation(fix, first),
			commands
		};
		case "add-library": return first === void 0 ? void 0 : {
			text: `Use ${code(first)}: official images stand below \`library/\`.`,
			commands
		};
		case "fix-host": return first === void 0 ? void 0 : {
			text: `Did you mean ${code(first)}? Correct the registry${orElse(others)}.`,
			commands
		};
	}
}
function quality({ platform, isUnproven }) {
	if (isUnproven === true) return "which exists; that the nodes could pull it was not seen";
	return platform === void 0 ? "which exists" : `which has ${code(platform)}`;
}
function meaning({ tag, isUnproven }) {
	const now = tag === void 0 ? "" : `, which the tag ${code(tag)} stands for now`;
	return isUnproven === true ? `${now}; that the nodes could pull it was not seen` : now;
}
function orElse(others) {
	return others.length === 0 ? "" : `, or ${series(others, 6, "or")}`;
}
function relocation({ source }, to) {
	const use = to === void 0 ? "Nothing took its place: build it yourself or choose another image." : `Use ${code(to)}.`;
	if (source === void 0) return use;
	return `${use} Since ${code(source.date)}: ${code(source.note)} (${code(source.url)}).`;
}

// src/report/words/name.ts
const digestFix = "Copy the digest again: `sha256:` and 64 of the digits `0-9a-f`.";
const hostFix = "Write the registry as `host` or `host:port`, without user name or path.";
const reasons$2 = {
	empty: {
		cause: "It is empty.",
		fix: "Set the image, or the value that the template reads."
	},
	"too-long": {
		cause: "It is far longer than any reference can be.",
		fix: "Look at what fills the value."
	},
	"template-residue": {
		cause: "It still holds a piece of a template or a variable that nothing filled in.",
		fix: "Set the value that the template reads, or fill in the variable before the check."
	},
	"white-space": {
		cause: "It holds white space.",
		fix: "Remove blanks and line ends; look for a block scalar or a trailing blank in the values."
	},
	"url-scheme": {
		cause: "It begins with a URL scheme, which references do not have.",
		fix: "Leave out the scheme."
	},
	"image-id": {
		cause: "A name of exactly 64 hexadecimal digits is taken for an image id.",
		fix: "Put the repository before the digest: `registry/path@sha256:…`."
	},
	"missing-name": {
		cause: "There is no name before the tag or digest.",
		fix: "Set the repository of the image."
	},
	"empty-path-part": {
		cause: "A part of the name is empty: it begins or ends with `/`, or has two in a row.",
		fix: "Set the value that is empty, or remove the `/`."
	},
	"upper-case": {
		cause: "A repository name must be lower case; only tags may hold capitals.",
		fix: "Write the repository in lower case."
	},
	"path-characters": {
		cause: `Its name holds characters that names must not have. A name has parts of lower-case letters and digits, with \`.\`, \`_\`, \`__\` or dashes between them, and \`/\` between the parts.`,
		fix: "Correct the name."
	},
	"path-too-long": {
		cause: "A repository name may have 255 characters at most.",
		fix: "Use a shorter repository name."
	},
	host: {
		cause: "What stands for the registry is no host name.",
		fix: hostFix
	},
	port: {
		cause: "The port of the registry is no number.",
		fix: hostFix
	},
	"empty-tag": {
		cause: "There is no tag after the `:`.",
		fix: "Set the tag, or leave out the `:`."
	},
	"plus-in-tag": {
		cause: "A tag must not hold a `+`, although versions may.",
		fix: "Write what the build wrote when it pushed the image, usually `_` or `-` instead."
	},
	"tag-too-long": {
		cause: "A tag may have 128 characters at most.",
		fix: "Use a shorter tag."
	},
	"tag-characters": {
		cause: "A tag has letters, digits, `_`, `.` and `-` only, and begins with none of the last two.",
		fix: "Correct the tag."
	},
	"several-tags": {
		cause: "It has more than one tag.",
		fix: "Keep one; look for a tag in the repository value too."
	},
	"empty-digest": {
		cause: "There is no digest after the `@`.",
		fix: "Set the digest, or leave out the `@`."
	},
	"tag-after-digest": {
		cause: "A tag stands after the digest.",
		fix: "Write the tag before the `@`, or leave it out."
	},
	"digest-without-algorithm": {
		cause: "Its digest does not name the algorithm.",
		fix: "Write `@sha256:` before the digits."
	},
	"digest-algorithm": {
		cause: "The algorithm of its digest is not known.",
		fix: digestFix
	},
	"digest-upper-case": {
		cause: "A digest is written in lower case.",
		fix: "Write the digest in lower case."
	},
	"digest-length": {
		cause: "Its digest is too short or too long.",
		fix: digestFix
	},
	"digest-characters": {
		cause: "Its digest holds other characters than `0-9a-f`.",
		fix: digestFix
	}
};
const byCode = new Map(Object.entries(reasons$2));
/** A reference that no node would even try to pull. */
const nameRows = {
	"invalid-reference": (args) => ({
		message: `${code(args.reference)} is not an image reference.`,
		...why$1(args)
	}),
	"empty-reference": () => ({
		message: "The image is empty.",
		cause: "The field is there, but nothing sets its value.",
		fix: "Set the image, or the value that the template reads."
	})
};
function why$1({ reason = "", detail }) {
	if (reason === "white-space" && detail !== void 0 && detail.trim() !== "") return whiteSpace(detail);
	const { cause, fix } = byCode.get(reason) ?? reasons$2["path-characters"];
	return {
		cause: `${cause}${quoted$1("The part in question", detail)}`,
		fix
	};
}
function whiteSpace(text) {
	const { fix } = reasons$2["white-space"];
	if (/\s/.test(text.trim())) return {
		cause: `It holds white space.${quoted$1("The part in question", text)}`,
		fix
	};
	return {
		cause: `It ${[.../^\s/.test(text) ? ["begins"] : [], .../\s$/.test(text) ? ["ends"] : []].join(" and ")} with white space, which is not seen here.`,
		fix
	};
}

// src/report/words/network.ts
const untold$1 = (args) => `Could not tell whether ${image(args)} can be pulled: `;
/** No answer that says anything about the image. */
const networkRows = {
	"registry-name-not-resolved": failure$1((args) => `the name ${host(args)} does not resolve`),
	"registry-unreachable": (args, finding) => finding.verdict === "pullable" ? missedHost(args) : unreachable(args, finding),
	"registry-error": failure$1((args) => `${host(args)} ${noUse[args.reason ?? ""] ?? "gave no usable answer"}${status(args)}`),
	"proxy-error": failure$1((args) => `the proxy on the way to ${code(args.registry ?? args.host)} let nothing through`),
	"rate-limited": (args) => ({
		message: `${untold$1(args)}${code(args.registry)} limits how often it may be asked (429).`,
		cause: `${limits[args.reason ?? ""] ?? limits["requests"]}${quoted$1("The registry says", args.detail)}`,
		fix: `${wait(args)} ${login(args)}`
	})
};
/** What is refused before the image is asked for, which the runner may have anyway. */
const noUse = {
	"head-refused": "refuses HEAD requests, by which containerd begins",
	"greeting-refused": "refuses `GET /v2/`, by which CRI-O begins"
};
const unreachable = failure$1((args) => `${host(args)} did not answer`);
/** A mirror that nodes try in vain before they come to a host that has the image. */
function missedHost(args) {
	const known = failures$1[args.reason ?? ""];
	return {
		message: `${host(args)}, which nodes try first for ${image(args)}, gave no answer; the next host has the image.`,
		cause: `${known?.cause ?? "It limits how often it may be asked."}${quoted$1("Evidence", args.detail)}`,
		fix: "Check the mirror, if the runner should reach it: nodes wait for it at every pull."
	};
}
const limits = {
	pulls: "The quota of pulls for this address or account is used up.",
	requests: "Too many requests came from this address or account in a short time.",
	data: "The allowance of data for this address or account is used up."
};
function failure$1(what) {
	return (args) => {
		const known = failures$1[args.reason ?? ""] ?? {
			cause: "The request failed.",
			fix: "Run the check again."
		};
		return {
			message: `${untold$1(args)}${what(args)}.`,
			cause: `${known.cause}${quoted$1("Evidence", args.detail)}`,
			fix: known.fix
		};
	};
}
function status({ status: answered }) {
	return answered === void 0 ? "" : ` (HTTP ${answered})`;
}
const dayMs = 864e5;
function wait({ retryAfterMs }) {
	return `Run the check again ${retryAfterMs !== void 0 && retryAfterMs <= dayMs ? `in ${duration(retryAfterMs)}` : "later"}.`;
}
function login(args) {
	return args.reason === "pulls" ? `A login of the runner for ${code(args.registry)} has a quota of its own; nodes that pull ${repository(args)} have theirs.` : "A lower `concurrency` helps where this happens often.";
}

// src/report/words/node.ts
/** The configuration of the nodes, or of the workload, decides before any registry is asked. */
const nodeRows = {
	"never-pull": (args) => ({
		message: `${image(args)} is never pulled: its pull policy is \`Never\`.`,
		cause: "The container only starts on nodes that already hold the image, so no registry was asked.",
		fix: "Use `IfNotPresent` unless the image is loaded onto every node by other means."
	}),
	"blocked-by-node": (args) => {
		const { cause, fix } = blocks[args.reason ?? ""] ?? blocked;
		return {
			message: `${image(args)} cannot be pulled: the nodes' configuration does not let them ask ${code(args.registry)}.`,
			cause: `${cause(args)}${quoted$1("In question", args.detail)}`,
			fix
		};
	},
	"short-name-ambiguous": (args) => ({
		message: `${image(args)} cannot be pulled: its short name stands for no single registry on these nodes.`,
		cause: `CRI-O resolves names without a registry by ${file(args)}, which has no alias for this one and ${searched(args)}.`,
		fix: "Write the registry: `docker.io/library/nginx` instead of `nginx`."
	}),
	"no-node-for-workload": (args) => ({
		message: `No declared node can run the workload that uses ${image(args)}.`,
		cause: "Its node selector, affinity or OS excludes every platform of the environment, so the image was not checked.",
		fix: "Correct the node selector or affinity, or declare the platform of those nodes by `platforms`."
	})
};
const blocked = {
	cause: (args) => `${file(args)} marks the registry or a path of it as blocked.`,
	fix: "Use a registry that the nodes allow, or remove the block."
};
const blocks = {
	blocked,
	"no-host-resolves": {
		cause: () => "No host of its `hosts.toml` has both the capabilities `pull` and `resolve`, so none says what a tag stands for.",
		fix: "Give a host or `server` both capabilities, or use the digest."
	},
	"invalid-name": {
		cause: (args) => `${file(args)} rewrites the name to one that is no image name.`,
		fix: "Correct `prefix` or `location`."
	},
	invalid: {
		cause: (args) => `${file(args)} can't be read; CRI-O pulls nothing with it.`,
		fix: "Correct the file."
	}
};
function file({ path }) {
	return path === void 0 ? "`registries.conf`" : code(path);
}
function searched({ offered = [] }) {
	return offered.length === 0 ? "no search registry" : `several search registries: ${series(offered, 5)}`;
}

// src/report/words/project.ts
/** What a project asks of its images, and what may hurt later. */
const projectRows = {
	"latest-tag": (args) => ({
		message: `${image(args)} uses the tag \`latest\`.`,
		cause: "What it stands for changes without a change here, and a rollback does not bring the old image back.",
		fix: "Name a version."
	}),
	"digest-required": (args) => ({
		message: `${image(args)} is not pinned by digest.`,
		cause: "This project requires `@sha256:…`; a tag can be moved.",
		fix: "Add the digest: `docker buildx imagetools inspect REPOSITORY:TAG` prints it."
	}),
	"registry-not-allowed": (args) => ({
		message: `${repository(args)} is not among the registries that this project allows.`,
		cause: "No entry of `allowed-registries` covers it.",
		fix: "Use a copy in an allowed registry, or add it to `allowed-registries`."
	}),
	"tag-digest-drift": (args) => ({
		message: `The tag of ${image(args)} no longer stands for the digest that is written with it.`,
		cause: `The digest counts: nodes pull ${code(args.digest)}. The tag was moved since${args.tagDigest === void 0 ? "" : `: it stands for ${code(args.tagDigest)}`}.`,
		fix: "Take the new digest if the new image is meant, or correct the tag."
	}),
	"relocated-image": (args) => ({
		message: `${image(args)} has moved.`,
		cause: `That explains why the old place does not give it out.${quoted$1("Known", args.detail)}`,
		fix: "Use the new place."
	}),
	"rate-limit-risk": (args) => ({
		message: `Pulls from ${code(args.registry)} may soon be limited.`,
		cause: risk(args),
		fix: "Name a pull secret for the registry, or pull through a mirror."
	}),
	"large-image": (args) => ({
		message: `${image(args)} is large: ${size(args.bytes ?? 0)} compressed${args.platform === void 0 ? "" : ` for ${code(args.platform)}`}.`,
		cause: "Pulling it takes long and fills the disks of the nodes.",
		fix: "Use a slimmer variant, or raise `large-image-bytes`."
	})
};
function risk({ count, detail }) {
	return `${count === void 0 ? "Images" : counted(count, "image")} are pulled from there without a login, and all nodes behind one address share a quota.${quoted$1("Evidence", detail)}`;
}
function size(bytes) {
	const gib = bytes / 2 ** 30;
	return gib >= 1 ? `${gib.toFixed(1)} GiB` : `${Math.round(bytes / 2 ** 20)} MiB`;
}

// src/report/words/secrets.ts
/** Facts about the secrets that a pod names. */
const secretRows = {
	"pull-secret-invalid": (args) => ({
		message: `${image(args)} cannot be pulled: the pull secret ${series(args.secrets)} cannot be read.`,
		cause: `The kubelet pulls nothing for a pod that names a secret with broken content, not even public images.${quoted$1("It would say", args.detail)}`,
		fix: "Create the secret again:",
		commands: [renewSecret(args)]
	}),
	"pull-secret-rejected": (args) => ({
		...rejected(args),
		commands: args.reason === "runner-login" ? [] : [renewSecret(args)]
	}),
	"pull-secret-missing": (args) => ({
		message: `The pull secret ${series(args.secrets)} is neither in the manifests nor was its content given.`,
		cause: "Its content is not known here, so whether it opens the registry is taken on trust.",
		fix: "If the cluster does not hold it yet, create it; to have it checked, give its content by `pull-secrets`.",
		commands: [createSecret(args)]
	}),
	"pull-secret-other-namespace": (args) => ({
		message: `The pull secret ${series(args.secrets)} is only rendered into namespace ${series(args.namespaces)}.`,
		cause: "A pod can only use secrets of its own namespace. The cluster may hold one of the same name, which is not known here.",
		fix: `Render it into namespace ${code(args.namespace ?? "default")}, or create it there.`,
		commands: [createSecret(args)]
	}),
	"pull-secret-ignored": (args) => ({
		message: `The kubelet ignores the pull secret ${series(args.secrets)}.`,
		cause: ignored[args.reason ?? ""] ?? "It holds no login that the kubelet reads.",
		fix: args.reason === "blank-name" ? "Remove the blank entry, or give it the name of a secret." : "Use type `kubernetes.io/dockerconfigjson` with the key `.dockerconfigjson`:",
		commands: args.reason === "blank-name" ? [] : [deleteSecret(args), createSecret(args)]
	}),
	"pull-secret-no-match": (args) => ({
		message: `The pull secret ${series(args.secrets)} holds no login for this image.`,
		cause: `It has logins for ${series(args.namespaces)} only.`,
		fix: "Add a login for the registry of the image to the secret, keyed by its host."
	})
};
const ignored = {
	"blank-name": "Its name is blank. A list with a blank name also keeps the secrets of the ServiceAccount from being used.",
	type: "It has another type than the two whose content the kubelet reads, so its login is never looked at.",
	"key-missing": "It lacks the key that belongs to its type, so no login is found in it.",
	empty: "The key that belongs to its type is empty, so no login is found in it."
};
function rejected(args) {
	const { registry, secrets, detail, public: open, reason } = args;
	const login = reason === "runner-login" || !secrets?.length ? "the login that the nodes were declared to hold" : `the login in ${series(secrets)}`;
	const also = open ? " Without any login the image can be pulled: a stale login breaks the pull of a public image, since the kubelet then never tries without." : "";
	return {
		message: `${image(args)} cannot be pulled: ${code(registry)} refuses ${login}.`,
		cause: `It has expired, is wrong, or has no right to this repository${open ? "" : ", which may also not exist"}.${also}${quoted$1("The registry says", detail)}`,
		fix: open ? "Renew the login, or take it away from the pod:" : "Renew the login, or give its account the right to pull:"
	};
}

// src/report/words/tls.ts
/** The connection to the registry is not one that a node would trust. */
const tlsRows = {
	"tls-untrusted": (args) => ({
		message: `Could not tell whether ${image(args)} can be pulled: the certificate of ${host(args)} is not trusted here.`,
		...why(args, "tls-unknown-authority")
	}),
	"tls-expired": broken((args) => `nodes do not accept the certificate of ${host(args)}`),
	"tls-name-mismatch": broken((args) => `nodes do not accept the certificate of ${host(args)}`),
	"tls-handshake": broken((args) => `no TLS connection to ${host(args)} comes about`),
	"plain-http-registry": broken((args) => `no TLS connection to ${host(args)} comes about`)
};
function broken(what) {
	return (args, { verdict }) => {
		const start = verdict === "unknown" ? "Could not tell whether" : "";
		const outcome = verdict === "unknown" ? "can be pulled" : "cannot be pulled";
		return {
			message: `${start} ${image(args)} ${outcome}: ${what(args)}.`.trimStart(),
			...why(args, "tls-handshake")
		};
	};
}
function why({ reason, detail }, usual) {
	const known = failures$1[reason ?? usual] ?? failures$1[usual];
	return {
		cause: `${known?.cause ?? ""}${quoted$1("Evidence", detail)}`,
		fix: known?.fix
	};
}

// src/report/words/words.ts
const rows = {
	...nameRows,
	...networkRows,
	...tlsRows,
	...secretRows,
	...accessRows,
	...existenceRows,
	...contentRows,
	...nodeRows,
	...projectRows,
	...coverageRows
};
/** Makes the sentences of a finding, of a run that somebody ended perhaps: the only place that does. */
function words$1(finding, fix, isInterrupted = false) {
	const args = isInterrupted ? interrupted(finding.args) : finding.args;
	const { message, cause, fix: advice, commands = [], snippet } = rows[finding.code](args, finding);
	return {
		message,
		cause,
		fix: (fix && fixWords(fix)) ?? (advice === void 0 ? null : {
			text: advice,
			commands,
			snippet
		}),
		kubelet: kubeletWords(finding)
	};
}

// src/report/findings.ts
const mostRelated = 50;
/** The findings in words, sorted. */
function reportFindings(parts) {
	const uses = new Map(parts.inventory.uses.map((use) => [use.id, use]));
	const context = {
		parts,
		uses,
		identities: countIdentities(parts.judgement.findings, uses),
		paths: sourcePaths(parts.rendered),
		name: entryNames(parts.plans)
	};
	return parts.judgement.findings.map((finding) => reportFinding(finding, context)).toSorted(compareFindings);
}
function reportFinding(finding, context) {
	const { environment, platform, image, ignored } = finding;
	const { uses, name } = context;
	const status = isOld(finding, context) ? "old" : "new";
	const [location, ...related] = locationsOf(finding, context).map(reportLocation);
	return {
		code: finding.code,
		layer: finding.layer,
		severity: finding.severity,
		verdict: finding.verdict,
		status,
		ignored: ignored === void 0 ? null : { reason: ignored.reason },
		counts: counts(finding, status, context),
		key: findingKey(finding, uses),
		image: image ?? null,
		environment: environment ?? null,
		platform: platform ?? null,
		uses: finding.uses.map((use) => name(use, environment)),
		location: location ?? null,
		related: related.slice(0, mostRelated),
		...told(finding, context),
		evidence: finding.trail.slice(-20).map(reportRequest),
		notChecked: [...finding.notChecked]
	};
}
function isOld(finding, { parts: { comparison }, uses, identities }) {
	if (comparison?.kind !== "base") return false;
	return findingIdentities(finding, uses).every((identity) => (identities.get(identity) ?? 1) <= (comparison.identities.get(identity) ?? 0));
}
function counts({ ignored, severity }, status, { parts }) {
	const settled = status === "old" && parts.request.policy.failOn === "new";
	return ignored === void 0 && severity !== "off" && !settled;
}
function told(finding, { parts }) {
	const known = parts.fixes.get(finding);
	const { message, cause, fix, kubelet } = words$1(finding, known, parts.isInterrupted);
	const edits = known?.edits?.map(({ location, replaces, text, uses }) => ({
		location: reportLocation(location),
		replaces,
		text,
		uses: [...uses]
	}));
	const change = edits?.[0] && {
		edit: edits[0],
		edits
	};
	return {
		help: rulePage(finding.code),
		message,
		cause,
		fix: fix && {
			text: fix.text,
			commands: [...fix.commands],
			...snippetOf(fix),
			...change
		},
		kubelet: kubelet && { ...kubelet }
	};
}
function snippetOf({ snippet }) {
	return snippet === void 0 ? {} : { snippet: [...snippet] };
}
function reportRequest({ method, url, status, failure, codes, credentials }) {
	return {
		method,
		url,
		status: status ?? null,
		failure: failure ?? null,
		codes: [...codes],
		credentials
	};
}
/** The place to edit first, then the others, each once. */
function locationsOf(finding, context) {
	const found = context.parts.locations.findings?.get(finding) ?? placesOf(finding, context);
	return [...new Map(found.map((location) => [placeOf$4(location), location])).values()];
}
function placesOf({ place, image, uses }, context) {
	if (place !== void 0) return [placed$1(place)];
	return uses.flatMap((id) => {
		const traced = image === void 0 ? [] : context.parts.locations.uses.get(id) ?? [];
		const use = context.uses.get(id);
		return traced.length > 0 || use === void 0 ? traced : [useFile(use, context.paths)];
	});
}
function placeOf$4({ file, line, column }) {
	return JSON.stringify([
		file,
		line,
		column
	]);
}
function placed$1({ file, line, column }) {
	return {
		file,
		line,
		column,
		confidence: line === void 0 ? "file" : "exact"
	};
}

// src/report/across-environments.ts
/** Findings that differ in nothing but the environment, told once: `environment` then names each of them. */
function acrossEnvironments(findings) {
	if (new Set(findings.map(({ environment }) => environment)).size < 2) return findings;
	return [...Map.groupBy(findings, sameness).values()].flatMap(merged);
}
function sameness({ code, severity, status, location, image, platform, message, cause, fix }) {
	return JSON.stringify([
		code,
		severity,
		status,
		location,
		image,
		platform,
		message,
		cause,
		fix
	]);
}
function merged(same) {
	const [first] = same;
	const environments = new Set(same.map(({ environment }) => environment).filter((name) => name !== null));
	if (first === void 0 || environments.size < same.length) return same;
	const uses = [...new Set(same.flatMap((finding) => finding.uses))];
	return [{
		...first,
		uses,
		environment: [...environments].join(", ")
	}];
}

// src/report/outcome.ts
/**
* `fail`: at least one counted error. `unknown`: something that counts could not be told, or nothing at all was
* checked, as where nothing is asked. A change that touches no source is a pass. What only looks like an image decides
* nothing.
*/
function runVerdict(tally, parts) {
	if (parts.request.offline) return "unknown";
	const counted = tally.findings.filter(({ counts }) => counts);
	if (counted.some(({ severity }) => severity === "error")) return "fail";
	if (isUntouched(tally, parts)) return "pass";
	if (tally.uses.every(({ verdict }) => verdict === "not-checked")) return "unknown";
	const certain = certainUses(tally);
	const isCertain = ({ uses }) => uses.length === 0 || uses.some((use) => certain.has(use));
	return counted.some((finding) => finding.verdict === "unknown" && finding.image !== null && isCertain(finding)) || unexplained(tally, parts) ? "unknown" : "pass";
}
/** Ids of the uses that a node will pull for sure. */
function certainUses({ uses }) {
	return new Set(uses.filter(({ role }) => role !== "heuristic").map(({ id }) => id));
}
/** Whether the change touches no source, so that there was nothing to check. */
function isUntouched({ sources }, { untouched }) {
	return sources.length === 0 && untouched !== void 0 && untouched.length > 0;
}
function unexplained({ uses, findings }, { request }) {
	if ([...request.policy.severities.values()].includes("off")) return false;
	const explained = new Set(findings.flatMap((finding) => finding.uses));
	return uses.some(({ verdict, id, role }) => verdict === "unknown" && role !== "heuristic" && !explained.has(id));
}

// src/report/headline.ts
/** One sentence: why the run ended with this verdict. */
function headline(verdict, tally, asked) {
	switch (verdict) {
		case "fail": return failed(tally);
		case "unknown": return untold(tally, asked);
		case "pass": return isUntouched(tally, asked) ? "No source is touched by this change, so there was nothing to check." : passed(tally);
	}
}
function failed({ findings, summary, uses }) {
	const errors = findings.filter(({ counts, severity }) => counts && severity === "error");
	const broken = new Set(errors.filter(({ verdict }) => verdict === "unpullable").map((finding) => finding.image ?? finding.uses[0]));
	const unrendered = errors.filter(({ code }) => code === "render-failed").length;
	const rest = errors.filter(({ verdict, code }) => verdict !== "unpullable" && code !== "render-failed");
	const others = acrossEnvironments(rest).length;
	const settled = summary.unpullable - broken.size;
	return `${[
		broken.size > 0 ? `${broken.size} of ${counted(summary.images, "image")} cannot be pulled` : void 0,
		...broken.size > 0 ? settledFacts(settled, {
			uses,
			verdicts: ["unpullable"],
			more: " more"
		}) : [],
		unrendered > 0 ? `${counted(unrendered, "source")} ${unrendered === 1 ? "does" : "do"} not render` : void 0,
		others > 0 ? `${counted(others, broken.size + unrendered > 0 ? "other error" : "error")} found` : void 0,
		summary.unknown > 0 ? `${summary.unknown} could not be verified` : void 0
	].filter((fact) => fact !== void 0).join("; ")}.`;
}
function untold({ summary, sources, uses }, { request }) {
	if (request.offline) return `${counted(summary.images, "image")} found; nothing was asked of any registry.`;
	if (sources.length === 0) return "Nothing was checked: no chart, kustomization or manifest was found.";
	if (uses.length === 0) return `Nothing was checked: no image was found in ${counted(sources.length, "source")}.`;
	if (uses.every(({ verdict }) => verdict === "not-checked")) return `Nothing was checked: none of ${counted(summary.images, "image")} would be pulled by a declared node.`;
	return `${summary.unknown} of ${counted(summary.images, "image")} could not be verified; no error was found.`;
}
function passed({ summary, sources, uses }) {
	const { images, pullable, notChecked, unpullable, unknown } = summary;
	const known = unpullable + unknown;
	const left = sources.filter(({ status }) => status !== "rendered").length;
	return `${[
		pullable === images ? `${images === 1 ? "The image" : `All ${images} images`} can be pulled` : `${pullable} of ${counted(images, "image")} can be pulled`,
		...settledFacts(known, {
			uses,
			verdicts: ["unpullable", "unknown"],
			more: ""
		}),
		notChecked > 0 ? `${notChecked} not checked` : void 0,
		left > 0 ? `${counted(left, "source")} not checked` : void 0
	].filter((fact) => fact !== void 0).join("; ")}.`;
}
/** What images have that does not count, `count` of them in all; those of texts in no image field are told apart. */
function settledFacts(count, { uses, verdicts, more }) {
	const isOf = (isText) => (use) => use.role === "heuristic" === isText && verdicts.includes(use.verdict);
	const inFields = new Set(uses.filter(isOf(false)).map(({ image }) => image));
	const texts = new Set(uses.filter(isOf(true)).map(({ image }) => image)).difference(inFields).size;
	const images = count - texts;
	return [
		...images > 0 ? [`${images}${more} ${images === 1 ? "has" : "have"} known problems that are ignored or older than this change`] : [],
		...texts === 1 ? ["1 text that looks like an image has a problem"] : [],
		...texts > 1 ? [`${texts} texts that look like images have problems`] : []
	];
}

// src/config/near-name.ts
/** `; did you mean …?` where a valid name is near to the one that was written, else nothing. */
function didYouMean(written, valid) {
	const near = nearName(written, valid);
	return near === void 0 ? "" : `; did you mean \`${near}\`?`;
}
const longest$3 = 64;
/** The valid name that was probably meant. Case and the signs between words do not count: `failOn` is `fail-on`. */
function nearName(written, valid) {
	if (written.length > longest$3) return void 0;
	const folded = fold(written);
	const whole = folded.length < 3 ? void 0 : valid.find((name) => fold(name).startsWith(folded));
	if (whole !== void 0) return whole;
	const [nearest] = valid.map((name) => ({
		name,
		edits: edits$1(folded, fold(name))
	})).toSorted((a, b) => a.edits - b.edits);
	if (nearest === void 0) return void 0;
	const bound = Math.max(1, Math.floor(Math.max(folded.length, nearest.name.length) / 3));
	return nearest.edits <= bound ? nearest.name : void 0;
}
function fold(name) {
	return name.toLowerCase().replace(/[-_. ]/g, "");
}
/** Damerau-Levenshtein distance, of neighbours only: `dpeth` is one edit from `depth`. */
function edits$1(a, b) {
	let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) next.push(cheapest({
			a,
			b,
			i,
			j
		}, [
			before ?? [],
			row ?? [],
			next
		]));
		before = row;
		row = next;
	}
	return row?.at(-1) ?? 0;
}
function cheapest({ a, b, i, j }, [before, row, next]) {
	const same = a[i - 1] === b[j - 1] ? 0 : 1;
	const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
	return Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped ? (before[j - 2] ?? 0) + 1 : Infinity);
}

// src/report/notes.ts
/** What a person should know of the configuration rather than of an image. */
function reportNotes(parts) {
	const { changedConfiguration = [], judgement, untouched = [], wrongComments = [] } = parts;
	const rules = (judgement.ignoreNotes ?? []).filter(({ why }) => why !== "unmatched" || untouched.length === 0).map(ignoreNote);
	return [
		...changedConfiguration.map(configurationChanged),
		...rules,
		...wrongComments.map(wrongComment)
	];
}
/** A change of the configuration goes before all findings; the others may wait. */
function splitNotes({ notes }) {
	const isFirst = ({ code }) => code === "configuration-changed";
	return {
		first: notes.filter(isFirst),
		rest: notes.filter((note) => !isFirst(note))
	};
}
function configurationChanged(file) {
	return {
		code: "configuration-changed",
		severity: "warning",
		message: `This change edits ${code(file)}, by which it was checked. Read that edit first.`,
		location: locationOf({ file })
	};
}
function ignoreNote({ why, rule }) {
	const { image, code: code$1, expires = "", place } = rule;
	const what = `The ignore rule for ${code(image)}${code$1 === void 0 ? "" : ` and ${code(code$1)}`}`;
	const location = place === void 0 ? null : locationOf(place);
	if (why === "unmatched") return {
		code: "ignore-unmatched",
		severity: "notice",
		message: `${what} matches no finding of this run. Remove it if nothing needs it any more.`,
		location
	};
	return {
		code: "ignore-expired",
		severity: "warning",
		message: `${what} ended on ${expires} and ignores nothing any more. Remove it, or give it a later \`expires\`.`,
		location
	};
}
function wrongComment({ why, code, file, line }) {
	return {
		code: "ignore-comment-wrong",
		severity: "warning",
		message: `This comment ignores nothing, since it ${faultOf(why, code)}. ${howToIgnore}`,
		location: locationOf({
			file,
			line
		})
	};
}
function faultOf(why, code$2) {
	switch (why) {
		case "no-code": return "names no finding";
		case "no-reason": return "gives no reason";
		case "unknown-code": return `names ${code(code$2)}, which is no finding${alike(code$2)}`;
	}
}
function alike(code$3) {
	const near = nearName(code$3, findingCodes);
	return near === void 0 ? "" : ` (${code(near)} is one)`;
}
const howToIgnore = "Write `# will-it-pull: ignore <code> <reason>`.";
function locationOf({ file, line, column }) {
	return {
		file,
		line: line ?? null,
		column: column ?? null,
		endLine: line ?? null,
		endColumn: null,
		path: null,
		confidence: line === void 0 ? "file" : "exact"
	};
}

// src/report/fold.ts
const worstFirst = [
	"unpullable",
	"unknown",
	"pullable",
	"not-checked"
];
/** The worst of several verdicts; of none, `not-checked`. */
function worst$1(verdicts) {
	return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? "not-checked";
}
/** The worst verdict of each platform, in the order in which the platforms are met. */
function foldPlatforms(platforms) {
	return [...Map.groupBy(platforms, ({ platform }) => platform)].map(([platform, same]) => ({
		platform,
		verdict: worst$1(same.map(({ verdict }) => verdict)),
		digest: same.find(({ digest }) => digest !== null)?.digest ?? null
	}));
}

// src/report/images.ts
/** One entry for each normalized reference, in the order in which they are met, with the fold of its uses. */
function reportImages({ plans, evidence }, uses) {
	const entries = plans.flatMap((plan, index) => {
		const use = uses[index];
		return use === void 0 ? [] : [{
			plan,
			use
		}];
	});
	return [...Map.groupBy(entries, ({ plan }) => imageName(plan)).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const manifest = same.map(({ plan }) => evidence?.get(plan)?.content).find((seen) => seen !== void 0)?.manifest;
		return [{
			...names(first.plan),
			verdict: worst$1(same.map(({ use }) => use.verdict)),
			resolvedDigest: manifest?.digest ?? null,
			mediaType: manifest?.mediaType ?? null,
			platforms: [...foldPlatforms(same.flatMap(({ use }) => use.platforms))],
			uses: same.map(({ use }) => use.id)
		}];
	});
}
function imageName({ reference }) {
	return reference.kind === "reference" ? reference.normalized : reference.written;
}
function names({ reference, use }) {
	if (reference.kind === "reference-error") return {
		reference: use.image,
		...unnamed,
		error: reference.error
	};
	const { normalized, domain, path, tag, digest } = reference;
	return {
		reference: use.image,
		normalized,
		domain,
		path,
		tag,
		digest,
		error: null
	};
}
const unnamed = {
	normalized: null,
	domain: null,
	path: null,
	tag: null,
	digest: null
};

// src/report/sources.ts
/** What became of each source. */
function reportSource(rendered, { inventory, isInterrupted }) {
	const { source } = rendered;
	const { reason, error } = failure(rendered, isInterrupted);
	return {
		id: source.id,
		kind: kindOf$1(source),
		path: source.path,
		label: source.label,
		renderer: rendered.kind === "skipped" ? null : rendered.renderer ?? null,
		status: rendered.kind,
		documents: inventory.documents.get(source.id) ?? 0,
		error,
		reason
	};
}
/** A source that was left alone. */
function untouchedSource(source) {
	const { id, path, label } = source;
	return {
		id,
		kind: kindOf$1(source),
		path,
		label
	};
}
function kindOf$1(source) {
	return source.kind === "unresolved" ? source.of : source.kind;
}
function failure(rendered, isInterrupted = false) {
	switch (rendered.kind) {
		case "rendered": return {
			reason: null,
			error: null
		};
		case "failed": {
			const { why, detail } = rendered.failure;
			const told = isInterrupted ? interrupted({
				reason: why,
				detail
			}) : {
				reason: why,
				detail
			};
			return {
				reason: told.reason,
				error: renderFailure(told.reason, told.detail).cause
			};
		}
		case "skipped": {
			const { source } = rendered;
			if (source.kind !== "unresolved") return {
				reason: "no-program",
				error: skipped["no-program"]?.cause ?? ""
			};
			return {
				reason: source.why,
				error: `${skipped[source.why]?.cause ?? ""}${quoted$1("In question", source.detail)}`
			};
		}
	}
}

// src/report/build.ts
/** The report of a run: everything in words and in order, with the verdict that follows from it. */
function buildReport(parts) {
	const sources = parts.rendered.map((rendered) => reportSource(rendered, parts));
	const uses = [...reportUses(parts)];
	const images = [...reportImages(parts, uses)];
	const findings = [...reportFindings(parts)];
	const summary = summarize(parts, images);
	const tally = {
		summary,
		sources,
		uses,
		findings
	};
	const verdict = runVerdict(tally, parts);
	return {
		schemaVersion: 1,
		tool: {
			name: "will-it-pull",
			version: parts.version
		},
		verdict,
		headline: headline(verdict, tally, parts),
		summary,
		base: reportBase(parts.comparison),
		...reportScope(parts),
		sources,
		images,
		uses,
		findings,
		notes: [...reportNotes(parts)]
	};
}
function reportScope({ untouched = [] }) {
	return untouched.length === 0 ? {} : { untouched: untouched.map((source) => untouchedSource(source)) };
}
function reportBase(comparison) {
	if (comparison === void 0 || comparison.kind === "none") return null;
	return comparison.kind === "base" ? {
		commit: comparison.commit,
		why: null
	} : {
		commit: null,
		why: comparison.why
	};
}
function summarize(parts, images) {
	const { pullQuota } = parts.usage;
	const count = (verdict) => images.filter((image) => image.verdict === verdict).length;
	return {
		sources: parts.rendered.length,
		documents: [...parts.inventory.documents.values()].reduce((sum, documents) => sum + documents, 0),
		uses: parts.inventory.uses.length,
		images: images.length,
		pullable: count("pullable"),
		unpullable: count("unpullable"),
		unknown: count("unknown"),
		notChecked: count("not-checked"),
		...coverageCounts(parts),
		requests: parts.usage.requests,
		...pullQuota && { pullQuota: { ...pullQuota } },
		durationMs: parts.durationMs
	};
}
/** What was seen and not looked at. */
function coverageCounts({ rendered, inventory }) {
	return {
		failedSources: rendered.filter(({ kind }) => kind === "failed").length,
		skippedSources: rendered.filter(({ kind }) => kind === "skipped").length,
		unreadableDocuments: rendered.flatMap((source) => source.kind === "rendered" ? source.unreadable : []).length + (inventory.unreadable?.length ?? 0),
		imageLikeStrings: uncheckedStrings(inventory).length
	};
}

// src/reach.ts
/**
* How far changed paths reach. What they change of secrets and accounts is told once, with the sources of the head,
* since both states must be checked equally far. Where the base can't be had, all that the head has counts as changed.
*/
function reachOf(paths, options) {
	let told;
	return {
		paths,
		access: (own) => told ??= changedSinceBase(own, paths, options)
	};
}
async function changedSinceBase(own, paths, options) {
	const base = await options.base();
	const files = base.kind === "commit" ? await options.git.files(base.sha) : void 0;
	return changedAccess(files === void 0 ? /* @__PURE__ */ new Map() : await accessAt(files, paths, options), own);
}
async function accessAt(files, paths, { request, world }) {
	const reading = {
		request: {
			...request,
			stdin: ""
		},
		world: {
			...world,
			files
		}
	};
	const { sources } = await discover(reading.request, reading.world);
	return accessOfTouched(sources, paths, reading);
}

// src/suggest/near-tags.ts
const maximumSuggestions = 3;
const longestTag = 128;
/** Existing tags nearest to a missing one, nearest first; the same variant (`-alpine`) goes before any other. */
function nearTags(missing, existing) {
	return existing.filter((tag) => tag !== missing).map((tag) => ({
		tag,
		score: distance(missing, tag)
	})).filter(({ score }) => score < tooFar).toSorted((a, b) => a.score - b.score || newestFirst(a.tag, b.tag)).slice(0, maximumSuggestions).map(({ tag }) => tag);
}
const tooFar = 400;
const otherVariant = 150;
const perEdit = 20;
const perStep = [
	100,
	30,
	2,
	1
];
const typedTwice = 110;
function distance(missing, tag) {
	if (tag.replace(/^v/, "") === missing.replace(/^v/, "")) return 0;
	if (isMachineMade(tag)) return tooFar;
	const [a, b] = [version(missing), version(tag)];
	const variant = a.variant === b.variant ? 0 : otherVariant;
	if (a.numbers.length > 0 && b.numbers.length > 0) return Math.min(versionDistance(a, b), isTypedTwice(missing, tag) ? typedTwice : tooFar) + perEdit * edits(missing, tag, 8) + variant;
	const typed = edits(missing, tag, 8);
	return typed <= Math.max(2, missing.length / 3) ? perEdit * typed : tooFar;
}
function isMachineMade(tag) {
	return /^sha256-[0-9a-f]{64}/.test(tag) || /^[0-9a-f]{40,}$/.test(tag);
}
function version(tag) {
	const [, numbers = "", variant = ""] = /^v?(\d+(?:\.\d+)*)?(.*)$/s.exec(tag) ?? [];
	return {
		numbers: numbers === "" ? [] : numbers.split(".").map(Number),
		variant
	};
}
function versionDistance(a, b) {
	const length = Math.max(a.numbers.length, b.numbers.length);
	for (let index = 0; index < length; index++) {
		const steps = Math.abs((a.numbers[index] ?? 0) - (b.numbers[index] ?? 0));
		if (steps > 0) return (perStep[index] ?? 1) * Math.min(steps, 10);
	}
	return Math.abs(a.numbers.length - b.numbers.length) * 5;
}
function newestFirst(a, b) {
	return b.localeCompare(a, "en", { numeric: true });
}
function isTypedTwice(missing, tag) {
	if (missing.length !== tag.length + 1 || missing.length > longestTag) return false;
	return [...tag].some((sign, index) => `${tag.slice(0, index)}${sign}${tag.slice(index)}` === missing);
}
/** Levenshtein distance, given up at `limit`. */
function edits(a, b, limit) {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		if (Math.min(...next) >= limit) return limit;
		row = next;
	}
	return row[b.length] ?? limit;
}

// src/suggest/seen-at.ts
/** Where, and with whose eyes, a registry that answered about an image can be asked about its repository. */
function seenAt(plan, { content, attempts, runner, anonymous }) {
	const view = [
		content?.attempt,
		...attempts,
		runner,
		anonymous
	].find((attempt) => attempt?.end.kind === "found" || attempt?.end.kind === "absent");
	const host = view?.tries.at(-1)?.host;
	return view === void 0 || host === void 0 ? void 0 : placeAt(host, view.access, plan);
}

// src/suggest/look-further.ts
/** A run with more findings than this has another trouble than tags. */
const mostFindings = 50;
/** Asks further through the same registry port, bounded, and only about what is broken. */
function createLookFurther(looked, registry, whatIf) {
	let asked = 0;
	const placeOf = (finding) => {
		asked += 1;
		if (asked > mostFindings) return void 0;
		const plan = looked.plans.find(({ use, environment }) => finding.uses.includes(use.id) && environment.name === finding.environment);
		const seen = plan && looked.evidence?.get(plan);
		return plan && seen && seenAt(plan, seen);
	};
	return {
		tagsWithPlatform: async (finding) => tagsWithPlatform(finding, placeOf(finding), {
			registry,
			whatIf
		}),
		presentDigest: async (finding) => {
			const { tag } = finding.args;
			const place = placeOf(finding);
			const answer = place && tag !== void 0 ? await registry.resolve(place, tag) : void 0;
			return answer?.kind === "found" ? answer.value.digest : void 0;
		},
		verdict: async (finding, image) => looked.evidence === void 0 ? "not-checked" : whatIf.verdict(finding, image)
	};
}
async function tagsWithPlatform(finding, place, { registry, whatIf }) {
	const { tag, digest } = finding.args;
	const name = `${finding.args.registry}/${finding.args.repository}`;
	if (place === void 0 || tag === void 0 || digest !== void 0) return [];
	const listed = await registry.tags(place);
	const near = listed.kind === "found" ? nearTags(tag, listed.value.tags) : [];
	const verdicts = await Promise.all(near.map(async (candidate) => whatIf.verdict(finding, `${name}:${candidate}`)));
	return near.filter((_, index) => verdicts[index] === "pullable");
}

// src/suggest/written-at.ts
/** The text at a place that is certain and on one line. */
async function writtenAt(location, readLine) {
	const { file, line, column, endLine, endColumn, confidence } = location;
	if (confidence !== "exact" || line === void 0 || column === void 0) return void 0;
	if (endLine !== line || endColumn === void 0) return void 0;
	return (await readLine(file, line))?.slice(column - 1, endColumn - 1);
}

// src/suggest/name-edit.ts
/** Replaces the name of an image where one place holds all of it that changes. */
async function nameEdit(from, to, places) {
	const read = places.locations.map(async (location) => ({
		location,
		text: await writtenAt(location, places.readLine)
	}));
	const written = await Promise.all(read);
	const changes = changesOf(from, to, written.some(({ text }) => text === from.registry)).filter(([before]) => before !== "");
	for (const { location, text: replaces } of written) {
		const change = replaces === void 0 ? void 0 : changes.find(([before]) => holds(replaces, before));
		if (replaces === void 0 || change === void 0) continue;
		const text = `${change[1]}${replaces.slice(change[0].length)}`;
		return isPlainName(text) ? {
			location,
			replaces,
			text
		} : void 0;
	}
}
/** What may be written for each name, in full and in parts. A registry that stands apart comes before any name. */
function changesOf(from, to, hasOwnRegistry) {
	if (hasOwnRegistry && from.registry !== to.registry) return from.repository === to.repository ? [[from.registry, to.registry]] : [];
	const whole = [`${from.registry}/${from.repository}`, familiar(to)];
	const short = [familiar(from), familiar(to)];
	if (from.registry === to.registry) return [
		whole,
		short,
		[from.repository, to.repository]
	];
	return from.repository === to.repository ? [
		whole,
		short,
		[from.registry, to.registry]
	] : [whole, short];
}
function familiar({ registry, repository }) {
	return registry === "docker.io" ? repository.replace(/^library\//, "") : `${registry}/${repository}`;
}
/** Whether a text is the name, perhaps with a tag and a digest behind it. */
function holds(written, name) {
	return written.startsWith(name) && /^(?:$|[:@])/.test(written.slice(name.length));
}
function isPlainName(text) {
	return /^[\w][\w./:@-]*$/.test(text);
}

// src/suggest/near-host.ts
/** Registries that many people pull from. */
const knownHosts = [
	"docker.io",
	"ghcr.io",
	"gcr.io",
	"quay.io",
	"registry.k8s.io",
	"k8s.gcr.io",
	"mcr.microsoft.com",
	"public.ecr.aws",
	"registry.gitlab.com",
	"nvcr.io",
	"icr.io",
	"lscr.io",
	"cgr.dev",
	"docker.elastic.co",
	"registry.redhat.io",
	"registry.access.redhat.com",
	"registry.hub.docker.com"
];
/** The well-known registry that is one letter off from a host: one more, one less, another one, or two swapped. */
function nearHost(host) {
	if (knownHosts.includes(host)) return void 0;
	const near = knownHosts.filter((known) => isOneOff(host, known));
	return near.length === 1 ? near[0] : near.find((known) => isSwapped(host, known));
}
function isOneOff(a, b) {
	const start = commonStart(a, b);
	const [restA, restB] = [a.slice(start), b.slice(start)];
	return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || isSwapped(a, b);
}
function isSwapped(a, b) {
	const start = commonStart(a, b);
	const [first = "", second = ""] = a.slice(start);
	return `${second}${first}` === b.slice(start, start + 2) && a.slice(start + 2) === b.slice(start + 2);
}
function commonStart(a, b) {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at += 1;
	return at;
}

// src/suggest/official-image.ts
/** Names under which Docker Hub is served to whom spells official images in full. */
const hubs = /* @__PURE__ */ new Set([
	"registry-1.docker.io",
	"registry.hub.docker.com",
	"mirror.gcr.io"
]);
/** The name of an official image with its `library/`, which only `docker.io` adds by itself. */
function officialImage(registry, repository) {
	return hubs.has(registry) && !repository.includes("/") ? `library/${repository}` : void 0;
}

// src/suggest/tag-edit.ts
/** Replaces a tag by another where it is certain that the text at the location is that tag, or a reference that ends with it. */
async function tagEdit(tag, candidate, { location, readLine }) {
	if (!/^\w[\w.-]{0,127}$/.test(candidate) || location === void 0) return void 0;
	const written = await writtenAt(location, readLine);
	if (written?.endsWith(`:${tag}`) === true) return {
		location,
		replaces: written,
		text: `${written.slice(0, -tag.length)}${candidate}`
	};
	const line = written === tag ? await readLine(location.file, location.line ?? 0) : void 0;
	const text = line === void 0 ? void 0 : scalarText(candidate, line.slice(0, (location.column ?? 1) - 1));
	return text === void 0 ? void 0 : {
		location,
		replaces: tag,
		text
	};
}
/** Replaces a digest by another where it is certain that the text at the location is that digest, or ends with it. */
async function digestEdit(digest, candidate, { location, readLine }) {
	if (!/^sha\d+:[\da-f]{64,128}$/.test(candidate) || location === void 0) return void 0;
	const written = await writtenAt(location, readLine);
	return written === digest || written?.endsWith(`@${digest}`) === true ? {
		location,
		replaces: written,
		text: `${written.slice(0, -digest.length)}${candidate}`
	} : void 0;
}
/**
* How a text is written that follows `before` on its line; in quotes where YAML would read something else in it. Undefined
* where it needs quotes and it can't be told that they would not become a part of the text.
*/
function scalarText(text, before) {
	if (isPlainText(text) || /[^\s[{,]$/.test(before)) return text;
	return (before.match(/"/g) ?? []).length % 2 === 1 || before.trim() === "" ? void 0 : `"${text}"`;
}
/** Whether YAML reads it as text without quotes: `1.20` would become the number 1.2, and `on` true in YAML 1.1. */
function isPlainText(text) {
	const isNumber = /^[-+.\d][\d_.]*(?:e[-+]?\d+)?$/i.test(text) && (text.match(/\./g) ?? []).length < 2;
	const isOther = /^(?:0[xob][\da-f_]+|true|false|null|yes|no|on|off|y|n|\d{4}-\d\d?-\d\d?.*)$/i.test(text);
	return /^\w/.test(text) && !isNumber && !isOther;
}

// src/suggest/suggest.ts
/** The one change that mends each finding, where the evidence shows one. */
async function suggest(findings, sources) {
	const fixes = findings.map(async (finding) => {
		const fix = await fixOf(finding, sources);
		return fix === void 0 ? [] : [[finding, await proven(fix, finding, sources)]];
	});
	return new Map((await Promise.all(fixes)).flat());
}
/** How each code is mended, where evidence can show a way; the first that gives one counts. */
const ways = {
	"registry-name-not-resolved": [meantHost],
	"registry-unreachable": [meantHost],
	"registry-error": [meantHost],
	"tls-untrusted": [meantHost],
	"tls-name-mismatch": [meantHost],
	"tag-not-found": [nearestTag, relocate],
	"digest-not-found": [movedDigest, relocate],
	"repository-not-found": [
		meantHost,
		official,
		relocate
	],
	"access-denied": [
		meantHost,
		official,
		relocate
	],
	"registry-policy": [relocate],
	"relocated-image": [relocate],
	"not-found-or-private": [
		meantHost,
		official,
		relocate
	],
	"platform-missing": [tagWithPlatform]
};
async function fixOf(finding, sources) {
	for (const way of ways[finding.code] ?? []) {
		const fix = await way(finding, sources);
		if (fix !== void 0) return fix;
	}
}
function nearestTag({ args: { tag, tags } }) {
	if (tag === void 0 || tags === void 0) return void 0;
	const candidates = nearTags(tag, tags);
	return candidates.length > 0 ? {
		kind: "use-tag",
		candidates,
		commands: []
	} : void 0;
}
async function tagWithPlatform(finding, { further }) {
	const candidates = await further?.tagsWithPlatform(finding) ?? [];
	const { platform } = finding.args;
	return candidates.length > 0 ? {
		kind: "use-tag",
		candidates,
		commands: [],
		platform
	} : void 0;
}
async function movedDigest(finding, { further }) {
	const digest = await further?.presentDigest(finding);
	if (digest === void 0 || digest === finding.args.digest) return void 0;
	return {
		kind: "use-digest",
		candidates: [digest],
		commands: [],
		tag: finding.args.tag
	};
}
function meantHost({ args: { registry = "" }, verdict }) {
	const host = verdict === "pullable" ? void 0 : nearHost(registry);
	return host === void 0 ? void 0 : {
		kind: "fix-host",
		candidates: [host],
		commands: []
	};
}
function official({ args: { registry = "", repository = "" }, verdict }) {
	const name = verdict === "pullable" ? void 0 : officialImage(registry, repository);
	return name === void 0 ? void 0 : {
		kind: "add-library",
		candidates: [`${registry}/${name}`],
		commands: []
	};
}
function relocate({ args: { registry, repository } }) {
	const name = `${registry}/${repository}`;
	const relocation = relocationOf(name);
	if (relocation === void 0) return void 0;
	const to = relocatedName(name, relocation);
	const { since, source, note } = relocation;
	return {
		kind: "relocate",
		candidates: to ? [to] : [],
		commands: [],
		source: {
			date: since,
			url: source,
			note
		}
	};
}
/**
* The fix with its edit, for the first candidate that the nodes were seen to be able to pull. A tag or digest that is
* there may be offered unproven, as where no login of the nodes is known; a guess may not, nor what was seen to fail.
*/
async function proven(fix, finding, sources) {
	const unproven = [];
	for (const candidate of fix.candidates) {
		const verdict = await sources.further?.verdict(finding, imageOf(fix, candidate, finding)) ?? "not-checked";
		if (verdict === "pullable") return withEdit(fix, candidate, {
			...sources,
			finding
		});
		if (verdict !== "unpullable") unproven.push(candidate);
	}
	const [first] = unproven;
	const isThere = fix.kind === "use-tag" || fix.kind === "use-digest";
	if (first === void 0 || !isThere) return {
		...fix,
		isUnproven: true
	};
	return {
		...await withEdit(fix, first, {
			...sources,
			finding
		}),
		isUnproven: true
	};
}
async function withEdit(fix, candidate, sources) {
	const candidates = [candidate, ...fix.candidates.filter((other) => other !== candidate)];
	return {
		...fix,
		candidates,
		edits: await editsOf(fix, candidate, sources)
	};
}
/** The image as it would be with a candidate in it. */
function imageOf({ kind }, candidate, { args }) {
	const { registry = "", repository = "", tag, digest } = args;
	const tagged = tag === void 0 ? "" : `:${tag}`;
	const pinned = digest === void 0 ? "" : `@${digest}`;
	switch (kind) {
		case "use-tag": return `${registry}/${repository}:${candidate}${pinned}`;
		case "use-digest": return `${registry}/${repository}${tagged}@${candidate}`;
		case "relocate":
		case "add-library": return `${candidate}${tagged}${pinned}`;
		case "fix-host": return `${candidate}/${repository}${tagged}${pinned}`;
	}
}
/** More places than this are no change that a person reads. */
const mostEdits = 200;
/** An edit for each place that gives the image: the same may be written in several files. */
async function editsOf({ kind }, candidate, { finding, locations: all, readLine }) {
	const edits = /* @__PURE__ */ new Map();
	for (const use of finding.uses.slice(0, mostEdits)) {
		const edit = await editOf(kind, candidate, {
			finding,
			locations: all.uses.get(use) ?? [],
			readLine
		});
		if (edit === void 0) continue;
		const { file, line, column } = edit.location;
		const key = JSON.stringify([
			file,
			line,
			column,
			edit.text
		]);
		edits.set(key, {
			...edit,
			uses: [...edits.get(key)?.uses ?? [], use]
		});
	}
	return [...edits.values()];
}
async function editOf(kind, candidate, { finding: { args }, ...places }) {
	const { registry = "", repository = "", tag, digest } = args;
	const place = {
		location: places.locations[0],
		readLine: places.readLine
	};
	switch (kind) {
		case "use-tag": return tag === void 0 ? void 0 : tagEdit(tag, candidate, place);
		case "use-digest": return digest === void 0 ? void 0 : digestEdit(digest, candidate, place);
		case "relocate":
		case "add-library": return nameEdit({
			registry,
			repository
		}, nameOf(candidate), places);
		case "fix-host": return nameEdit({
			registry,
			repository
		}, {
			registry: candidate,
			repository
		}, places);
	}
}
function nameOf(candidate) {
	const [registry = "", ...path] = candidate.split("/");
	return {
		registry,
		repository: path.join("/")
	};
}

// src/suggest/what-if.ts
/** So many images are asked for in a run at most: each costs a few requests. */
const mostImages = 60;
/** Plans, asks and judges other images as the run does its own. */
function createWhatIf(facts, world) {
	const asked = /* @__PURE__ */ new Map();
	return { verdict: async ({ uses }, image) => {
		const use = facts.uses.find(({ id }) => id === uses[0]);
		const key = JSON.stringify([use?.id, image]);
		const known = asked.get(key);
		if (known !== void 0 || use === void 0 || asked.size >= mostImages) return known ?? "not-checked";
		const answer = ask({
			...use,
			image
		}, facts, world);
		asked.set(key, answer);
		return answer;
	} };
}
async function ask(use, facts, world) {
	const plans = facts.plansFor([use]);
	const evidence = await probe(plans, {
		registry: world.registry,
		log: silent
	});
	const verdicts = plans.map((plan) => judgeUse(plan, evidence.get(plan), facts.withoutSecrets).verdict);
	return worst.find((verdict) => verdicts.includes(verdict)) ?? "not-checked";
}
const worst = [
	"unpullable",
	"unknown",
	"not-checked",
	"pullable"
];
const silent = {
	progress() {},
	debug() {}
};

// src/trace/ignores/ignore-comment.ts
const comment = /(?:^|\s)#\s*will-it-pull:\s*ignore(?:\s+(\S+)(?:\s+(.*?))?)?\s*$/;
/** Reads the comment of a line; undefined where it has none of ours. */
function ignoreComment(line) {
	const match = comment.exec(line.slice(0, mostCharacters$1));
	if (match === null) return void 0;
	const [, code = "", reason = ""] = match;
	const known = findingCodes.find((name) => name === code);
	if (known !== void 0 && reason !== "") return {
		kind: "ignore",
		code: known,
		reason
	};
	return {
		kind: "wrong",
		why: code === "" ? "no-code" : known === void 0 ? "unknown-code" : "no-reason",
		code
	};
}
const mostCharacters$1 = 4096;

// src/trace/text/span.ts
/** The lines of a text, for turning offsets into places. `firstLine` is the number of its first line in the file. */
var Lines = class {
	#starts;
	#firstLine;
	constructor(text, firstLine = 1) {
		const starts = [text.startsWith("﻿") ? 1 : 0];
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#starts = starts;
		this.#firstLine = firstLine;
	}
	placeOf({ start, end }) {
		const from = this.#positionOf(start);
		const to = this.#positionOf(end);
		return {
			...from,
			endLine: to.line,
			endColumn: to.column
		};
	}
	#positionOf(offset) {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: this.#firstLine + low,
			column: Math.max(offset - (this.#starts[low] ?? 0), 0) + 1
		};
	}
};
/** The one place of `part` within a span of `text`; undefined where there is none or more than one. */
function onlySpanOf(part, text, { start, end }) {
	const within = text.slice(start, end);
	if (within === part) return {
		start,
		end
	};
	const at = within.indexOf(part);
	if (at === -1 || within.includes(part, at + 1)) return void 0;
	return {
		start: start + at,
		end: start + at + part.length
	};
}

// src/trace/text/yaml-tree.ts
/** The roots of a YAML text, one a document; undefined where it can't be parsed. */
function yamlTree(text) {
	try {
		return new TreeReader(lenientEvents(text)).roots();
	} catch {
		return;
	}
}
var TreeReader = class {
	#text;
	#events;
	#original;
	#anchors = /* @__PURE__ */ new Map();
	#next = 0;
	/** End of the last thing read: where an empty scalar stands. */
	#end = 0;
	constructor({ source, events, originalOffset }) {
		this.#text = source;
		this.#events = events;
		this.#original = originalOffset;
	}
	roots() {
		const roots = [];
		for (let event = this.#take(); event !== void 0; event = this.#take()) if (event.type === EVENT_ID.DOCUMENT) this.#anchors.clear();
		else if (event.type !== EVENT_ID.POP) roots.push(this.#node(event));
		return roots;
	}
	#take() {
		const event = this.#events[this.#next];
		this.#next += 1;
		return event;
	}
	#node(event) {
		switch (event.type) {
			case EVENT_ID.SCALAR: return this.#named(event, this.#scalar(event));
			case EVENT_ID.SEQUENCE: return this.#list(event);
			case EVENT_ID.MAPPING: return this.#map(event);
			case EVENT_ID.ALIAS: return this.#aliased(event);
			case EVENT_ID.DOCUMENT:
			case EVENT_ID.POP: return this.#empty();
		}
	}
	#scalar(event) {
		if (event.valueStart === -1) return this.#empty();
		this.#end = event.valueEnd;
		return {
			kind: "scalar",
			value: getScalarValue(this.#text, event),
			start: this.#original(event.valueStart),
			end: this.#original(event.valueEnd),
			plain: event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1
		};
	}
	#list(event) {
		const items = [];
		const node = this.#named(event, {
			kind: "list",
			start: this.#original(event.start),
			items
		});
		for (const item of this.#children()) items.push(item);
		return node;
	}
	#map(event) {
		const entries = [];
		const node = this.#named(event, {
			kind: "map",
			start: this.#original(event.start),
			entries
		});
		let key;
		for (const child of this.#children()) {
			if (key !== void 0) entries.push({
				key,
				value: child
			});
			key = key === void 0 ? child : void 0;
		}
		return node;
	}
	*#children() {
		for (let event = this.#take(); event !== void 0 && event.type !== EVENT_ID.POP; event = this.#take()) yield this.#node(event);
	}
	#named(event, node) {
		if (event.anchorStart !== -1) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
		return node;
	}
	#aliased(event) {
		this.#end = event.anchorEnd;
		return this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd)) ?? this.#empty();
	}
	#empty() {
		const end = this.#original(this.#end);
		return {
			kind: "scalar",
			value: "",
			start: end,
			end,
			plain: true
		};
	}
};

// src/trace/text/text-file.ts
/** A file of the repository, read once, with its YAML and lines made when they are first needed. */
var TextFile = class {
	path;
	text;
	#lines;
	#roots;
	constructor(path, text) {
		this.path = path;
		this.text = text;
	}
	placeOf(span) {
		this.#lines ??= new Lines(this.text);
		return this.#lines.placeOf(span);
	}
	/** Root of the first document; undefined where it is no YAML. */
	get root() {
		return this.roots[0];
	}
	/** Whether it can be read as YAML, be it without any document. */
	get isYaml() {
		return this.roots.length > 0 || yamlTree(this.text) !== void 0;
	}
	/** Roots of all documents; none where it is no YAML. */
	get roots() {
		this.#roots ??= yamlTree(this.text) ?? [];
		return this.#roots;
	}
};
/** Reads each file once. */
var TextFiles = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	/** Undefined for what is no readable text. */
	read(path) {
		const known = this.#known.get(path) ?? this.#load(path);
		this.#known.set(path, known);
		return known;
	}
	/** Whether there is such a file, be it readable or not. */
	async isThere(path) {
		return await this.#files.kind(path) !== "absent";
	}
	/** Files directly in or below a folder, as far as `depth` folders down. */
	async below(folder, depth) {
		const listed = await this.#files.list(folder);
		if (listed.kind !== "entries") return [];
		const nested = listed.entries.map(async ({ name, kind }) => {
			const path = `${folder}/${name}`;
			if (kind === "file") return [path];
			return kind === "folder" && depth > 0 ? this.below(path, depth - 1) : [];
		});
		return (await Promise.all(nested)).flat();
	}
	async #load(path) {
		const read = await this.#files.read(path);
		return read.kind === "text" ? new TextFile(path, read.text) : void 0;
	}
};

// src/trace/text/line-reader.ts
/** Reads single lines, 1-based, without their ends and without a byte order mark. Each file is read once. */
function lineReader(files) {
	const texts = new TextFiles(files);
	const lines = /* @__PURE__ */ new Map();
	return async (file, line) => {
		const known = lines.get(file) ?? (await texts.read(file))?.text.replace(/^\uFEFF/, "").split(/\r?\n/) ?? [];
		lines.set(file, known);
		return known[line - 1];
	};
}

// src/trace/ignores/inline-ignores.ts
/** More comment lines above a line are a text of its own. */
const mostLinesAbove = 20;
/**
* Marks the findings as ignored whose line in a file of the repository has `# will-it-pull: ignore <code> <reason>` on it
* or in the comments right above. A finding with several lines is split: each use needs a comment at its own.
*/
async function inlineIgnores(findings, { uses }, files) {
	const comments = new Comments(files);
	const heard = [];
	for (const finding of findings) {
		const reasonOf = async (place) => comments.reasonAt(place, finding);
		if (finding.uses.length === 0) {
			heard.push(withReason(finding, await reasonOf(finding.place)));
			continue;
		}
		const reasons = /* @__PURE__ */ new Map();
		for (const use of finding.uses) reasons.set(use, await reasonOf(editable(finding, uses.get(use)?.[0])));
		heard.push(...split(finding, reasons));
	}
	return {
		findings: heard,
		wrong: comments.wrong
	};
}
function editable({ image, place }, location) {
	if (place !== void 0) return place;
	return image === void 0 || location?.confidence === "file" ? void 0 : location;
}
function split(finding, reasons) {
	const groups = Map.groupBy(finding.uses, (use) => reasons.get(use));
	if (groups.size === 1) return [withReason(finding, [...groups.keys()][0])];
	return [...groups].map(([reason, uses]) => withReason({
		...finding,
		uses
	}, reason));
}
function withReason(finding, reason) {
	return reason === void 0 ? finding : {
		...finding,
		ignored: { reason }
	};
}
var Comments = class {
	#files;
	#readLine;
	#known = /* @__PURE__ */ new Map();
	#wrong = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
		this.#readLine = lineReader(files);
	}
	get wrong() {
		return [...this.#wrong.values()];
	}
	/** The reason to ignore a finding at a place; what is wrong about the comments there is kept. */
	async reasonAt(place, { code, ignored }) {
		if (place?.file === void 0 || place.line === void 0 || ignored !== void 0) return void 0;
		const key = JSON.stringify([place.file, place.line]);
		const beside = this.#known.get(key) ?? this.#read(place.file, place.line);
		this.#known.set(key, beside);
		for (const { line, comment } of await beside) if (comment.kind === "wrong") this.#remember({
			...comment,
			file: place.file,
			line
		});
		else if (comment.code === code) return comment.reason;
	}
	#remember({ why, code, file, line }) {
		this.#wrong.set(JSON.stringify([file, line]), {
			why,
			code,
			file,
			line
		});
	}
	async #read(file, at) {
		if (await this.#files.real(file) === void 0) return [];
		const found = [];
		for (let line = at; line > 0 && line >= at - mostLinesAbove; line -= 1) {
			const text = await this.#readLine(file, line);
			if (text === void 0 || line < at && !/^\s*#/.test(text)) break;
			const comment = ignoreComment(text);
			if (comment !== void 0) found.push({
				line,
				comment
			});
		}
		return found;
	}
};

// src/trace/text/yaml-path.ts
const mostMerges$1 = 20;
/** The node at a path, or the deepest one on the way to it. Of equal keys the last counts; merge keys are followed. */
function nodeAt(root, path) {
	let node = root;
	for (const step of path) {
		const child = childOf$1(node, step, mostMerges$1);
		if (child === void 0) return {
			node,
			isWhole: false
		};
		node = child;
	}
	return {
		node,
		isWhole: true
	};
}
function childOf$1(node, step, merges) {
	if (node.kind === "list") return typeof step === "number" ? node.items[step] : void 0;
	if (node.kind === "scalar" || typeof step === "number") return void 0;
	return ownChild(node, step) ?? mergedChild(node, step, merges - 1);
}
function ownChild(node, key) {
	return node.entries.findLast((entry) => entry.key.kind === "scalar" && entry.key.value === key)?.value;
}
function mergedChild(node, key, merges) {
	const merged = merges > 0 ? ownChild(node, "<<") : void 0;
	if (merged === void 0) return void 0;
	const maps = merged.kind === "list" ? merged.items : [merged];
	for (const map of maps) {
		const child = map.kind === "map" ? childOf$1(map, key, merges) : void 0;
		if (child !== void 0) return child;
	}
}

// src/trace/chart/image-block.ts
const partNames = [
	"registry",
	"repository",
	"tag",
	"digest"
];
/** Every block of values that gives exactly this image, written as one string or in parts. */
function imageBlocks(image, scope) {
	const winning = new Map(scope.leaves.map((leaf) => [JSON.stringify(leaf.path), leaf]));
	const whole = [...winning.values()].filter(({ node }) => node.value === image).map((leaf) => ({
		path: leaf.path,
		whole: leaf,
		parts: {}
	}));
	const appVersion = appVersionOf(scope.chartFile);
	const split = blocksOf(winning.values()).flatMap((block) => completed(block, image, appVersion));
	return [...whole, ...split];
}
function blocksOf(leaves) {
	const blocks = /* @__PURE__ */ new Map();
	for (const leaf of leaves) {
		const part = partNames.find((name) => name === leaf.path.at(-1));
		if (part === void 0) continue;
		const path = leaf.path.slice(0, -1);
		const key = JSON.stringify(path);
		const block = blocks.get(key) ?? {
			path,
			parts: {}
		};
		block.parts[part] = leaf;
		blocks.set(key, block);
	}
	return [...blocks.values()];
}
function completed(block, image, appVersion) {
	const { registry, repository, digest } = block.parts;
	if (textOf$1(repository) === "") return [];
	const tag = textOf$1(block.parts.tag) === "" ? appVersion : block.parts.tag;
	const name = [textOf$1(registry), textOf$1(repository)].filter((text) => text !== "").join("/");
	const tagged = textOf$1(tag) === "" ? name : `${name}:${textOf$1(tag)}`;
	const pinned = textOf$1(digest) === "" ? void 0 : `@${textOf$1(digest)}`;
	if (pinned === void 0) return image === tagged ? [{
		...block,
		parts: {
			...block.parts,
			tag
		}
	}] : [];
	if (image === `${tagged}${pinned}`) return [{
		...block,
		parts: {
			...block.parts,
			tag
		}
	}];
	return image === `${name}${pinned}` ? [{
		...block,
		parts: {
			registry,
			repository,
			digest
		}
	}] : [];
}
function textOf$1(leaf) {
	const node = leaf?.node;
	return node === void 0 || isNull(node) ? "" : node.value;
}
function isNull({ plain, value }) {
	return plain && [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].includes(value);
}
function appVersionOf(file) {
	if (file?.root === void 0) return void 0;
	const { node, isWhole } = nodeAt(file.root, ["appVersion"]);
	if (!isWhole || node.kind !== "scalar") return void 0;
	return {
		file,
		node,
		path: ["appVersion"],
		ownPath: ["appVersion"]
	};
}

// src/trace/chart/chart-location.ts
/** Places in charts as far as reading alone can tell for certain; nothing is rendered. */
var ChartLocations = class {
	#files;
	#scopes;
	constructor(files, scopes) {
		this.#files = files;
		this.#scopes = scopes;
	}
	/** The value that the wanted part comes from, else the image's text in the template, else the file. */
	async locate(use, source, part) {
		const path = use.document.origin.file;
		const template = path === void 0 ? void 0 : await this.#files.read(path);
		if (template === void 0) return this.#chartFile(source);
		const scope = await this.#scopes.scopeOf(source, use);
		return inValues(use.image, {
			scope,
			source,
			template,
			part
		}) ?? inTemplate(use.image, template);
	}
	async #chartFile(source) {
		const path = source.path === "." || source.path === "" ? "Chart.yaml" : `${source.path}/Chart.yaml`;
		return {
			file: await this.#files.read(path) === void 0 ? source.path : path,
			confidence: "file"
		};
	}
};
const insteadOf$1 = {
	registry: ["registry", "repository"],
	repository: ["repository"],
	tag: [
		"tag",
		"digest",
		"repository"
	],
	digest: [
		"digest",
		"tag",
		"repository"
	]
};
function inValues(image, sight) {
	const [block, another] = imageBlocks(image, sight.scope);
	if (block === void 0 || another !== void 0) return void 0;
	const leaf = block.whole ?? insteadOf$1[sight.part].map((name) => block.parts[name]).find(isWritten);
	if (leaf === void 0 || !isCertain(leaf, block, sight)) return void 0;
	if (leaf.elsewhere?.kind === "call") return {
		file: sight.template.path,
		confidence: "file",
		setBy: leaf.elsewhere.setBy
	};
	if (leaf.elsewhere !== void 0) return void 0;
	const span = onlySpanOf(leaf.node.value, leaf.file.text, leaf.node);
	if (span === void 0) return void 0;
	return {
		file: leaf.file.path,
		...leaf.file.placeOf(span),
		path: fieldText(leaf.ownPath),
		confidence: "exact"
	};
}
function isWritten(leaf) {
	return leaf !== void 0 && leaf.node.value !== "";
}
function isCertain(leaf, block, { scope, template }) {
	const { value } = leaf.node;
	const key = JSON.stringify(leaf.path);
	const texts = [template, ...scope.helpers].map(({ text }) => text);
	const isUnique = scope.leaves.every((other) => other.node.value !== value || JSON.stringify(other.path) === key);
	const isLiteral = texts.some((text) => text.includes(value));
	return value !== "" && isUnique && !isLiteral && !isTakenApart(block, scope) && mentions(texts, block.path, scope);
}
function isTakenApart({ path, whole }, { leaves }) {
	const set = leaves.filter(({ assignment }) => assignment !== void 0).map((leaf) => leaf.path);
	const below = whole === void 0 ? path.length + 1 : path.length;
	return set.some((steps) => {
		const isNear = steps.slice(0, path.length).every((step, at) => step === path[at]);
		return steps[0] === path[0] && (steps.some((step) => typeof step === "number") || isNear && steps.length < below);
	});
}
function mentions(texts, path, { chain }) {
	const own = path[0] === "global" ? path : path.slice(chain.length);
	if (own.length === 0 || own.some((step) => typeof step !== "string" || !/^\w+$/.test(step))) return false;
	const mention = new RegExp(String.raw`\.Values\.${own.join(String.raw`\.`)}(?!\w)`);
	return texts.some((text) => mention.test(text));
}
function inTemplate(image, template) {
	const span = image === "" ? void 0 : onlySpanOf(image, template.text, {
		start: 0,
		end: template.text.length
	});
	if (span === void 0) return {
		file: template.path,
		confidence: "file"
	};
	return {
		file: template.path,
		...template.placeOf(span),
		confidence: "template"
	};
}

// src/trace/text/scalars-below.ts
const mostScalars = 1e5;
/** The scalars of a YAML tree with their paths. */
function scalarsBelow(root) {
	const scalars = [];
	const walk = (node, path) => {
		if (scalars.length >= mostScalars || path.length > 50) return;
		if (node.kind === "scalar") scalars.push({
			node,
			path
		});
		else for (const [step, child] of childrenOf(node)) walk(child, [...path, step]);
	};
	walk(root, []);
	return scalars;
}
function childrenOf(node) {
	if (node.kind === "list") return node.items.map((item, index) => [index, item]);
	return [...entriesOf$1(node, mostMerges)];
}
const mostMerges = 20;
/**
* The entries of a map as helm and kubectl read it: of equal keys the last counts, where a merge key stands for those of
* its maps (https://pkg.go.dev/sigs.k8s.io/yaml/goyaml.v2), the first of several maps before the others.
*/
function entriesOf$1({ entries }, merges) {
	const counting = /* @__PURE__ */ new Map();
	for (const { key, value } of entries) {
		if (key.kind !== "scalar") continue;
		const merged = key.value === "<<" ? mergedIn(value, merges) : [[key.value, value]];
		for (const [name, child] of merged) counting.set(name, child);
	}
	return counting;
}
function mergedIn(value, merges) {
	const maps = value.kind === "list" ? value.items.toReversed() : [value];
	return merges === 0 ? [] : maps.flatMap((map) => map.kind === "map" ? [...entriesOf$1(map, merges - 1)] : []);
}

// src/trace/text/nested-scalars.ts
/** Whether the text of a scalar may be YAML of its own, rather than a value. */
function mayHoldYaml(text) {
	return /\n|^\s*[[{]/.test(text);
}
/**
* The scalars of the YAML that is the text of a scalar, as of a patch or of values in a ConfigMap: placed in the file
* that holds it. None where its lines are written otherwise than they read.
*/
function nestedScalars(text, outer) {
	const place = placesIn(text.slice(outer.start, outer.end), outer.value);
	if (place === void 0) return [];
	return (yamlTree(outer.value) ?? []).flatMap((root) => scalarsBelow(root)).map(({ node, path }) => {
		const [start, end] = [outer.start + place(node.start), outer.start + place(node.end)];
		return {
			node: {
				...node,
				start,
				end
			},
			path
		};
	});
}
/** Where an offset of a scalar's value is in its written text; undefined where its lines aren't those of the text. */
function placesIn(written, value) {
	const lines = [];
	const writtenLines = written.split("\n");
	let from = 0;
	let to = 0;
	for (const [index, line] of value.replace(/\n$/, "").split("\n").entries()) {
		const raw = writtenLines[index]?.replace(/\r$/, "");
		if (raw === void 0 || !raw.endsWith(line) || raw.slice(0, raw.length - line.length).trim() !== "") return void 0;
		lines.push({
			from,
			to: to + raw.length - line.length
		});
		from += line.length + 1;
		to += (writtenLines[index] ?? "").length + 1;
	}
	return (offset) => {
		const { from: start, to: place } = lines[lineAt(lines, offset)] ?? {
			from: 0,
			to: 0
		};
		return place + offset - start;
	};
}
/** The line that holds an offset. */
function lineAt(lines, offset) {
	let low = 0;
	let high = lines.length;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((lines[middle]?.from ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low;
}

// src/trace/chart/written-scalars.ts
/**
* Reads the values that are written at a place: a map, the text of one, or a single value. Undefined where they are not
* there or something may have changed them since.
*/
async function writtenScalars({ file: path, object, path: at }, files) {
	if (object?.kustomization !== void 0 || object?.overlay !== void 0) return void 0;
	const file = await files.read(path);
	const root = file && rootOf(file, object);
	const found = root && nodeAt(root, at);
	if (file === void 0 || found === void 0 || !found.isWhole) return void 0;
	return {
		file,
		path: at,
		scalars: scalarsIn(file, found.node)
	};
}
function rootOf({ roots }, object) {
	const [root, another] = object === void 0 ? roots : roots.filter((candidate) => isObject(candidate, object));
	return another === void 0 ? root : void 0;
}
function isObject(root, { kind, name }) {
	return textAt$2(root, ["kind"]) === kind && textAt$2(root, ["metadata", "name"]) === name;
}
function textAt$2(root, path) {
	const { node, isWhole } = nodeAt(root, path);
	return isWhole && node.kind === "scalar" ? node.value : void 0;
}
/** The scalars below a node, those of the YAML that their texts may be too. */
function scalarsIn({ text }, node) {
	return scalarsBelow(node).flatMap((scalar) => {
		if (!mayHoldYaml(scalar.node.value)) return [scalar];
		return [scalar, ...nestedScalars(text, scalar.node).map((inner) => ({
			...inner,
			path: [...scalar.path, ...inner.path]
		}))];
	});
}

// src/trace/chart/inline-leaves.ts
/**
* The values of a text that helm is given beside its files, each with the place where it is written. A patch may have
* changed them since, so only those have one that hold as they are written; `elsewhere` says what is known of others.
*/
async function inlineLeaves(values, written, files) {
	const given = new TextFile("", values);
	const [root] = yamlTree(values) ?? [];
	const scalars = root === void 0 ? [] : scalarsBelow(root);
	const at = written === void 0 || "spelled" in written ? void 0 : await writtenScalars(written, files);
	const places = new Map(at?.scalars.map((scalar) => [JSON.stringify(scalar.path), scalar.node]));
	return scalars.map(({ node, path }) => {
		const place = places.get(JSON.stringify(path));
		if (at !== void 0 && place?.value === node.value) return {
			file: at.file,
			node: place,
			path,
			ownPath: [...at.path, ...path],
			values
		};
		return {
			file: given,
			node,
			path,
			ownPath: path,
			values,
			elsewhere: elsewhere(written, path, node.value)
		};
	});
}
/** What is known of the place of a value: `path` leads to it below the place. */
function elsewhere(written, path, value) {
	if (written === void 0) return {
		kind: "unknown",
		file: void 0
	};
	if ("spelled" in written) return {
		kind: "call",
		setBy: written.spelled
	};
	return built(written, path, value) ?? {
		kind: "unknown",
		file: written.file
	};
}
function built({ object, path: above }, path, value) {
	const folder = object?.kustomization;
	if (object === void 0 || folder === void 0 || mayGive(object.overlay, path, value)) return void 0;
	return {
		kind: "built",
		object: {
			folder,
			kind: object.kind,
			name: object.name
		},
		path: [...above, ...path]
	};
}
/** Characters; people's patches are far smaller, and each value is looked for in them. */
const longestOverlay = 1e5;
const texts = /* @__PURE__ */ new WeakMap();
function mayGive(overlay, path, value) {
	if (overlay === void 0) return false;
	const text = texts.get(overlay) ?? JSON.stringify(overlay);
	texts.set(overlay, text);
	if (text.length > longestOverlay || path.some((step) => typeof step === "number")) return true;
	return text.includes(JSON.stringify(value).slice(1, -1));
}

// src/trace/chart/parse-assignment.ts
const mostCharacters = 2e4;
const mostNames = 31;
/**
* The values that a text of `helm --set` sets, with the paths to them: `a.b=c,d[0].e=f,g={h,i}`, where a backslash takes
* the meaning of the next character (https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set). What
* can't be read that way gives nothing more.
*/
function parseAssignment(text) {
	return text.length > mostCharacters ? [] : new AssignmentReader(text).settings();
}
var AssignmentReader = class {
	#text;
	#at = 0;
	constructor(text) {
		this.#text = text;
	}
	settings() {
		const settings = [];
		while (this.#at < this.#text.length) {
			const path = this.#path();
			if (path === void 0) break;
			settings.push(...this.#values(path));
			if (this.#text[this.#at] !== ",") break;
			this.#at += 1;
		}
		return settings;
	}
	/** Up to the sign of equality. */
	#path() {
		const path = [];
		for (;;) {
			const isIndex = this.#text[this.#at - 1] === "[";
			const { value, end } = this.#until(isIndex ? "]" : "=[,.");
			const sign = this.#text[end];
			if (isIndex && (sign !== "]" || !/^\d{1,5}$/.test(value))) return void 0;
			if (isIndex || value !== "") path.push(isIndex ? Number(value) : value);
			if (path.length > mostNames) return void 0;
			this.#at = end + 1;
			if (sign === "=") return path.length === 0 ? void 0 : path;
			if (sign === void 0 || sign === ",") return void 0;
		}
	}
	#values(path) {
		if (this.#text[this.#at] !== "{") return [this.#value(path, ",")];
		const items = [];
		do {
			this.#at += 1;
			items.push(this.#value([...path, items.length], ",}"));
		} while (this.#text[this.#at] === ",");
		this.#at += 1;
		return items;
	}
	#value(path, signs) {
		const start = this.#at;
		const { value, end } = this.#until(signs);
		this.#at = end;
		return {
			path,
			value,
			start,
			end
		};
	}
	#until(signs) {
		let value = "";
		let end = this.#at;
		for (; end < this.#text.length; end += 1) {
			const character = this.#text[end] ?? "";
			if (signs.includes(character)) break;
			if (character === "\\") end += 1;
			value += character === "\\" ? this.#text[end] ?? "" : character;
		}
		return {
			value,
			end: Math.min(end, this.#text.length)
		};
	}
};

// src/trace/chart/set-leaves.ts
/** The values that an assignment sets. */
async function setLeaves({ text, written, list, index }, files) {
	const at = written === void 0 || "spelled" in written ? void 0 : await writtenScalars(written, files);
	const given = new TextFile("", text);
	return parseAssignment(text).map((setting) => {
		const { path, value, start, end } = setting;
		const assignment = {
			list,
			index,
			start,
			end
		};
		const own = at && placeOf$3(setting, at);
		if (own !== void 0) return {
			...own,
			path,
			assignment
		};
		return {
			file: given,
			node: {
				kind: "scalar",
				value,
				start,
				end,
				plain: list === "set"
			},
			path,
			ownPath: path,
			assignment,
			elsewhere: settingOf$1(setting, written)
		};
	});
}
function placeOf$3({ value }, { file, path, scalars }) {
	const whole = scalars.find((scalar) => scalar.path.length === 0)?.node;
	const span = whole && onlySpanOf(value, file.text, whole);
	if (whole === void 0 || span === void 0 || value === "") return void 0;
	return {
		file,
		node: {
			...whole,
			...span,
			value
		},
		ownPath: path
	};
}
function settingOf$1({ path, value }, written) {
	const known = elsewhere(written, [], value);
	return known.kind === "call" ? {
		kind: "call",
		setBy: `${known.setBy} ${fieldText(path)}=…`
	} : known;
}

// src/trace/value-leaf.ts
/** The scalars of a values file, whose values stand below `prefix` for the chart on top. */
function valueLeaves(file, prefix) {
	if (file.root === void 0) return [];
	return scalarsBelow(file.root).map(({ node, path }) => ({
		file,
		node,
		path: pathOnTop(prefix, path),
		ownPath: path
	}));
}
function pathOnTop(prefix, ownPath) {
	return ownPath[0] === "global" ? ownPath : [...prefix, ...ownPath];
}

// src/trace/chart/chart-scope.ts
/** Names of the nested charts that lead to a template: `charts/a/charts/b/templates/x.yaml` gives `a`, `b`. */
function chartChain(source, template) {
	const prefix = source.path === "." || source.path === "" ? "" : `${source.path}/`;
	const steps = template.startsWith(prefix) ? template.slice(prefix.length).split("/") : [];
	const chain = [];
	for (let at = 0; steps[at] === "charts" && steps.length > at + 2; at += 2) chain.push(steps[at + 1] ?? "");
	return chain;
}
/** The places of so many assignments are looked for; people write a few. */
const mostPlaced = 500;
/** Reads a chart's scope once for all uses of its templates. */
var ChartScopes = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	scopeOf(source, use) {
		const chain = chartChain(source, use.document.origin.file ?? "");
		const key = JSON.stringify([source.id, chain]);
		const known = this.#known.get(key) ?? this.#read(source, chain);
		this.#known.set(key, known);
		return known;
	}
	async #read(source, chain) {
		const folders = chain.map((_, index) => chartFolder(source, chain.slice(0, index + 1)));
		const charts = [chartFolder(source, []), ...folders].map((folder, depth) => ({
			folder,
			prefix: chain.slice(0, depth)
		})).toReversed();
		const layers = [...charts.map(({ folder, prefix }) => ({
			path: `${folder}values.yaml`,
			prefix
		})), ...source.options.values.map((path) => ({
			path,
			prefix: []
		}))];
		const ofFiles = await Promise.all(layers.map(({ path, prefix }) => this.#leaves(path, prefix)));
		const isRead = (await Promise.all(layers.map(({ path }) => this.#isRead(path)))).every(Boolean);
		const given = [
			...ofFiles,
			...await this.#inline(source),
			(await this.#set(source)).flat()
		];
		const leaves = isRead ? given.flatMap((own, layer) => own.map((leaf) => ({
			...leaf,
			layer
		}))) : [];
		const folder = charts[0]?.folder ?? "";
		return {
			chain,
			leaves,
			chartFile: await this.#files.read(`${folder}Chart.yaml`),
			helpers: await this.#helpers(`${folder}templates`)
		};
	}
	async #leaves(path, prefix) {
		const file = await this.#files.read(path);
		return file === void 0 ? [] : valueLeaves(file, prefix);
	}
	async #isRead(path) {
		const file = await this.#files.read(path);
		return file === void 0 ? !await this.#files.isThere(path) : file.isYaml;
	}
	#inline({ writtenAt, options: { inline = [] } }) {
		return Promise.all(inline.map((text, index) => inlineLeaves(text, writtenAt?.inline?.[index], this.#files)));
	}
	#set({ writtenAt, options }) {
		const given = ["set", "setString"].flatMap((list) => (options[list] ?? []).map((text, index) => {
			return {
				list,
				index,
				text,
				written: index < mostPlaced ? writtenAt?.[list]?.[index] : void 0
			};
		}));
		return Promise.all(given.map((assignment) => setLeaves(assignment, this.#files)));
	}
	async #helpers(folder) {
		const paths = (await this.#files.below(folder, 4)).filter((path) => path.endsWith(".tpl"));
		return (await Promise.all(paths.slice(0, 100).map((path) => this.#files.read(path)))).filter((helper) => helper !== void 0);
	}
};
function chartFolder(source, chain) {
	return (source.path === "." || source.path === "" ? "" : `${source.path}/`) + chain.map((name) => `charts/${name}/`).join("");
}

// src/trace/kustomization/kustomization-location.ts
const fileNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
/** The kustomization itself: which of its bases or patches has the image is not told by its output. */
async function kustomizationLocation({ path }, files) {
	const folder = path === "." || path === "" ? "" : `${path}/`;
	for (const name of fileNames) {
		const file = await files.read(`${folder}${name}`);
		if (file !== void 0) return {
			file: file.path,
			confidence: "file"
		};
	}
	return {
		file: path,
		confidence: "file"
	};
}

// src/trace/manifest-location.ts
/**
* Places in documents that are slices of a file. The uses of a document follow one another, so the last one that was
* parsed is kept: all of them would be the largest part of a run's memory.
*/
var ManifestLocations = class {
	#last;
	/** The scalar that the use's image is; the container's line, as a hint, where the image isn't written. */
	locate({ document, path, image, field }) {
		const file = document.origin.file ?? "-";
		const { root, lines } = this.#read(document);
		if (root === void 0) return {
			file,
			confidence: "file"
		};
		const { node, isWhole } = nodeAt(root, path);
		const span = isWhole && node.kind === "scalar" ? onlySpanOf(image, document.text, node) : void 0;
		if (span !== void 0) return {
			file,
			...lines.placeOf(span),
			path: field,
			confidence: "exact"
		};
		const { line } = lines.placeOf({
			start: node.start,
			end: node.start
		});
		return {
			file,
			line,
			path: field,
			confidence: "file"
		};
	}
	#read(document) {
		if (this.#last?.document === document) return this.#last.read;
		const roots = yamlTree(document.text) ?? [];
		const read = {
			root: roots.length === 1 ? roots[0] : void 0,
			lines: new Lines(document.text, document.origin.line)
		};
		this.#last = {
			document,
			read
		};
		return read;
	}
};

// src/trace/part.ts
const ofCode = {
	"repository-not-found": "repository",
	"digest-not-found": "digest",
	"registry-not-allowed": "registry",
	"relocated-image": "repository"
};
const ofLayer = {
	network: "registry",
	tls: "registry",
	auth: "repository",
	policy: "tag",
	existence: "tag",
	platform: "tag"
};
/** The part of its image that each use's first finding is about, by use id; absent means the tag will do. */
function partsOf(findings) {
	const named = findings.flatMap(({ code, layer, uses }) => {
		const part = ofCode[code] ?? ofLayer[layer];
		return part === void 0 ? [] : uses.map((use) => [use, part]);
	});
	return new Map(named.toReversed());
}

// src/trace/chart/effective-leaves.ts
/** The leaves that count where several layers set values, given lowest first: maps are merged, lists are replaced. */
function effectiveLeaves(leaves) {
	const listOwners = /* @__PURE__ */ new Map();
	for (const { path, layer } of leaves) {
		const list = listPathOf(path);
		if (list !== void 0) listOwners.set(JSON.stringify(list), layer);
	}
	const isAlive = ({ path, layer }) => {
		const list = listPathOf(path);
		return list === void 0 || listOwners.get(JSON.stringify(list)) === layer;
	};
	return [...new Map(leaves.filter(isAlive).map((leaf) => [JSON.stringify(leaf.path), leaf])).values()];
}
/** Path of the outermost list on the way to a leaf. */
function listPathOf(path) {
	const at = path.findIndex((step) => typeof step === "number");
	return at === -1 ? void 0 : path.slice(0, at);
}

// src/trace/chart/leaves-to-mark.ts
const imageKey = /image|tag|version|digest|sha|regist|repo|hub/i;
const leftOut = /pullpolicy|fullname|nameoverride/i;
/** More would make one render's values huge. */
const mostMarks = 2e3;
/** No real reference has as many. */
const mostComponents = 40;
/**
* The values that can be part of an image: those whose text is one or more whole components of it. `all` takes them
* whatever their keys say; `telling` only those whose path speaks of images, where the others broke the chart.
*/
function leavesToMark(leaves, images, choice) {
	const pieces = new Set(images.flatMap(piecesOfImage));
	return effectiveLeaves(leaves).filter(({ node, path }) => {
		const isTelling = path.some((step) => imageKey.test(String(step)));
		if (!pieces.has(node.value) || leftOut.test(String(path.at(-1)))) return false;
		return isTelling || choice === "all" && !isCount$1(node);
	}).slice(0, mostMarks);
}
function isCount$1({ plain, value }) {
	return plain && /^(?:\d+|true|false)$/.test(value);
}
function piecesOfImage(image) {
	const bounds = [
		0,
		...image.matchAll(/[/:@-]/g).map(({ index }) => index),
		image.length
	];
	if (bounds.length > mostComponents) return [];
	return bounds.flatMap((bound, index) => {
		const start = index === 0 ? 0 : bound + 1;
		return image[start] === "v" ? [start, start + 1] : [start];
	}).flatMap((start) => bounds.filter((end) => end > start).map((end) => image.slice(start, end)));
}

// src/trace/chart/mark.ts
const token$1 = /wip(\d+)z\.|[+_-]wip(\d+)z/g;
/** Puts a mark into a leaf: before the name of a host, behind anything else. */
function mark(leaf, index) {
	const { value } = leaf.node;
	return {
		leaf,
		text: /registry|hub|host/i.test(String(leaf.path.at(-1))) && !value.includes("/") ? `wip${index}z.${value}` : `${value}+wip${index}z`
	};
}
/**
* The pieces that leaves gave to an image, from the image as rendered with marks. Undefined where the image without its
* marks is another one than before, so that they prove nothing.
*/
function piecesOf$1(marked, image, marks) {
	if (marked.replace(token$1, "") !== image) return void 0;
	let removed = 0;
	const pieces = [];
	for (const match of marked.matchAll(token$1)) {
		const at = match.index - removed;
		removed += match[0].length;
		const leaf = marks[Number(match[1] ?? match[2])]?.leaf;
		const piece = leaf === void 0 ? void 0 : pieceAt$1(leaf, at, match[1] !== void 0);
		if (piece === void 0 || !image.startsWith(piece.leaf.node.value, piece.start)) return void 0;
		pieces.push(piece);
	}
	return pieces;
}
function pieceAt$1(leaf, at, isBefore) {
	const { length } = leaf.node.value;
	const start = isBefore ? at : at - length;
	return start < 0 ? void 0 : {
		leaf,
		start,
		end: start + length
	};
}

// src/trace/chart/marked-values.ts
/** Puts marks over all other values, those of assignments into the assignments, which helm puts over the files. */
function markedOptions(marks, { set, setString }) {
	const ofFiles = marks.filter(({ leaf }) => leaf.assignment === void 0);
	const marked = (list, texts = []) => texts.map((text, index) => markedAssignment(text, marks, {
		list,
		index
	}));
	return {
		values: markedValues(ofFiles),
		set: marked("set", set),
		setString: marked("setString", setString)
	};
}
function markedAssignment(text, marks, of) {
	return marks.flatMap(({ leaf: { assignment: at }, text: marked }) => at?.list === of.list && at.index === of.index ? [{
		...at,
		marked
	}] : []).toSorted((a, b) => b.start - a.start).reduce((rest, { start, end, marked }) => rest.slice(0, start) + marked + rest.slice(end), text);
}
function markedValues(marks) {
	const root = /* @__PURE__ */ new Map();
	for (const { leaf } of marks) addList(root, leaf);
	for (const { leaf, text } of marks) put(root, leaf.path, { value: text });
	put(root, [
		"global",
		"security",
		"allowInsecureImages"
	], { value: true });
	return JSON.stringify(plainOf(root));
}
function addList(root, { path, ownPath, file, values }) {
	const listPath = listPathOf(path);
	if (listPath === void 0 || branchAt(root, listPath) !== void 0) return;
	const parsed = parseDocument(values ?? file.text);
	const own = values === void 0 ? ownPath.slice(0, ownPath.length - (path.length - listPath.length)) : listPath;
	const list = parsed.kind === "parsed" ? valueAt(parsed.roots[0], ...own) : void 0;
	for (const [leafPath, value] of leavesOf$1(list, listPath)) put(root, leafPath, { value });
}
function leavesOf$1(value, path) {
	if (typeof value !== "object" || value === null) return [[path, value]];
	const children = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
	if (children.length === 0) return [[path, value]];
	return children.flatMap(([step, child]) => leavesOf$1(child, [...path, step]));
}
function branchAt(root, path) {
	let node = root;
	for (const step of path) node = node instanceof Map ? node.get(step) : void 0;
	return node;
}
function put(root, path, leaf) {
	let branch = root;
	for (const step of path.slice(0, -1)) {
		const next = branch.get(step);
		const child = next instanceof Map ? next : /* @__PURE__ */ new Map();
		branch.set(step, child);
		branch = child;
	}
	const last = path.at(-1);
	if (last !== void 0) branch.set(last, leaf);
}
function plainOf(node) {
	if (!(node instanceof Map)) return node.value;
	const entries = [...node].map(([step, child]) => [step, plainOf(child)]);
	if (entries.every(([step]) => typeof step === "number") && entries.length > 0) return entries.map(([, child]) => child);
	return Object.fromEntries(entries);
}

// src/trace/match-uses.ts
/**
* Finds what the image of each use became in another render of the same source: by position where both have the same
* shape, since marks can rename things and test pods have random names; else by the workload and field. Texts that only
* look like images are found where they stood.
*/
function imagesAfter(before, rendered, resources) {
	const known = before.filter(({ role }) => role !== "heuristic");
	const texts = before.filter(({ role }) => role === "heuristic");
	return new Map([...matched(known, extract([rendered], resources).uses), ...textsThere(texts, rendered.documents)]);
}
function matched(before, after) {
	if (before.length === after.length && before.every((use, index) => isAlike(use, after[index]))) return paired(before, (_, index) => after[index]?.image);
	const byKey = Map.groupBy(after, (use) => use.workloadKey);
	const ownKeys = Map.groupBy(before, (use) => use.workloadKey);
	return paired(before, ({ workloadKey }) => {
		const found = byKey.get(workloadKey) ?? [];
		return found.length === 1 && ownKeys.get(workloadKey)?.length === 1 ? found[0]?.image : void 0;
	});
}
function isAlike(use, other) {
	return other !== void 0 && use.field === other.field && use.workload.kind === other.workload.kind;
}
function textsThere(uses, documents) {
	return paired(uses, (use) => {
		const there = documents.find(({ origin }) => origin.index === use.document.origin.index);
		const [before, after] = [use.document, there].map((document) => document && textAt$1(document, use));
		const at = before?.indexOf(use.image) ?? -1;
		if (before === void 0 || after === void 0 || at === -1) return void 0;
		const [start, end] = [before.slice(0, at), before.slice(at + use.image.length)];
		return after.length >= before.length && after.startsWith(start) && after.endsWith(end) ? after.slice(start.length, after.length - end.length) : void 0;
	});
}
function textAt$1({ text }, { path }) {
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" ? textOf$2(valueAt(parsed.roots[0], ...path)) : void 0;
}
function paired(uses, find) {
	return uses.flatMap((use, index) => {
		const found = find(use, index);
		return found === void 0 ? [] : [[use, found]];
	});
}

// src/trace/reference-parts.ts
/** Where the parts of a reference stand in its text, by the rules of docker's names; a part that isn't written is absent. */
function referenceParts(image) {
	const at = image.indexOf("@");
	const nameEnd = at === -1 ? image.length : at;
	const name = image.slice(0, nameEnd);
	const colon = name.lastIndexOf(":");
	const tagStart = colon > name.lastIndexOf("/") ? colon : nameEnd;
	const slash = name.indexOf("/");
	const host = slash === -1 ? "" : name.slice(0, slash);
	const hostEnd = host === "localhost" || /[.:]/.test(host) ? slash : -1;
	const parts = [
		["registry", {
			start: 0,
			end: Math.max(hostEnd, 0)
		}],
		["repository", {
			start: hostEnd + 1,
			end: tagStart
		}],
		["tag", {
			start: tagStart + 1,
			end: nameEnd
		}],
		["digest", {
			start: nameEnd + 1,
			end: image.length
		}]
	];
	return new Map(parts.filter(([, { start, end }]) => start < end));
}

// src/trace/chart/traced-location.ts
const insteadOf = {
	registry: ["registry", "repository"],
	repository: ["repository"],
	tag: [
		"tag",
		"digest",
		"repository"
	],
	digest: [
		"digest",
		"tag",
		"repository"
	]
};
/**
* The values that give the wanted part of an image, the one that gives most of it first, then those that give the rest
* of the image. Undefined where no value gives that part.
*/
function tracedLocations(traced, wanted) {
	const parts = referenceParts(traced.image);
	const part = insteadOf[wanted].find((name) => parts.has(name));
	const span = part === void 0 ? void 0 : parts.get(part);
	if (part === void 0 || span === void 0) return void 0;
	const main = traced.pieces.filter((piece) => overlap(piece, span) > 0).toSorted((a, b) => overlap(b, span) - overlap(a, span));
	const own = main.length > 0 ? main.map(({ leaf }) => placeOf$2(leaf, traced)) : ofAppVersion(traced, part, span);
	const rest = traced.pieces.filter((piece) => !main.includes(piece)).map(({ leaf }) => placeOf$2(leaf, traced));
	return own[0] === void 0 ? void 0 : [...own, ...rest].filter((location) => location !== void 0);
}
function placeOf$2(leaf, { template, built }) {
	const { elsewhere } = leaf;
	switch (elsewhere?.kind) {
		case void 0: return leafLocation(leaf);
		case "call": return template && {
			file: template.path,
			confidence: "file",
			setBy: elsewhere.setBy
		};
		case "built": return built?.get(leaf);
		case "unknown": return elsewhere.file === void 0 ? void 0 : {
			file: elsewhere.file,
			confidence: "file"
		};
	}
}
function overlap(piece, part) {
	return Math.min(piece.end, part.end) - Math.max(piece.start, part.start);
}
/** The place of a value that is written in a file as it reads; undefined for any other. */
function leafLocation({ file, node, ownPath }) {
	const span = onlySpanOf(node.value, file.text, node);
	if (span === void 0) return void 0;
	return {
		file: file.path,
		...file.placeOf(span),
		path: fieldText(ownPath),
		confidence: "exact"
	};
}
function ofAppVersion(traced, part, { start, end }) {
	const { chartFile, helpers, leaves } = traced.scope;
	if (part !== "tag" || chartFile?.root === void 0 || traced.template === void 0) return [];
	const { node, isWhole } = nodeAt(chartFile.root, ["appVersion"]);
	if (!isWhole || node.kind !== "scalar" || node.value === "") return [];
	const tag = traced.image.slice(start, end);
	const texts = [traced.template, ...helpers].map(({ text }) => text);
	const isOnly = !texts.some((text) => text.includes(node.value)) && leaves.every((leaf) => leaf.node.value !== node.value);
	const isUsed = texts.some((text) => /\.AppVersion\b/.test(text));
	const isTag = tag === node.value || tag === `v${node.value}`;
	return isOnly && isUsed && isTag ? [leafLocation({
		file: chartFile,
		node,
		ownPath: ["appVersion"]
	})] : [];
}

// src/trace/chart/trace-chart.ts
/**
* Finds the values behind images: a mark goes into every value that an image may come from, the chart is rendered again,
* and the marks that come out in an image tell which values gave it. Uses that this can't prove are absent.
*/
async function traceChart(chart, tracer) {
	const scopes = /* @__PURE__ */ new Map();
	for (const use of chart.wanted) scopes.set(use, await tracer.scopes.scopeOf(chart.source, use));
	const render = await renderMarked(chart, [...new Set(scopes.values())], tracer);
	if (render === void 0) return /* @__PURE__ */ new Map();
	const pieces = new Map([...scopes.keys()].map((use) => [use, piecesIn(use, render)]));
	const inBuilt = [...pieces.values()].flatMap((own) => own?.map(({ leaf }) => leaf) ?? []).filter(({ elsewhere }) => elsewhere?.kind === "built");
	const built = inBuilt.length === 0 ? void 0 : await tracer.traceBuilt?.(inBuilt);
	const found = [...scopes].map(async ([use, scope]) => {
		const own = pieces.get(use);
		const template = await templateOf(use, tracer.files);
		const traced = own && tracedLocations({
			image: use.image,
			pieces: own,
			scope,
			template,
			built
		}, tracer.partOf(use));
		return traced === void 0 ? [] : [[use.id, traced]];
	});
	return new Map((await Promise.all(found)).flat());
}
async function renderMarked({ source, uses, wanted }, scopes, { render, resources }) {
	const leaves = scopes.flatMap((scope) => scope.leaves);
	const images = [...new Set(wanted.map(({ image }) => image))];
	for (const choice of ["all", "telling"]) {
		const marks = leavesToMark(leaves, images, choice).map(mark);
		const rendered = marks.length === 0 ? void 0 : await render(source, markedOptions(marks, source.options));
		if (rendered?.kind !== "rendered") continue;
		const became = imagesAfter(uses, rendered, resources);
		if (wanted.every((use) => became.has(use)) || choice === "telling") return {
			marks,
			became
		};
	}
}
function piecesIn(use, { marks, became }) {
	const marked = became.get(use);
	return marked === void 0 ? void 0 : piecesOf$1(marked, use.image, marks);
}
async function templateOf({ document: { origin } }, files) {
	return origin.file === void 0 ? void 0 : files.read(origin.file);
}

// src/trace/kustomization/kustomization-files.ts
const mostFiles = 2e3;
/**
* The files that building the kustomization of a folder reads, its own first, then those of its bases and components.
* Undefined where they are too many or one is missing, so that no copy of them can be built.
*/
async function kustomizationFiles(folder, { files, texts }) {
	const found = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set([folder]);
	for (const path of asked) {
		if (found.size >= mostFiles) return void 0;
		const kind = await files.kind(path);
		const own = kind === "folder" ? await kustomizationIn(path, texts) : void 0;
		if (kind === "folder" && own === void 0) return void 0;
		const file = own ?? (kind === "file" ? await texts.read(path) ?? new TextFile(path, "") : void 0);
		if (file !== void 0) found.set(file.path, {
			file,
			isKustomization: own !== void 0
		});
		const includes = own === void 0 ? [] : (await readKustomization(files, path))?.includes ?? [];
		for (const include of includes) asked.add(include);
	}
	return [...found.values()];
}
async function kustomizationIn(folder, texts) {
	const prefix = folder === "." || folder === "" ? "" : `${folder}/`;
	for (const name of kustomizationNames) {
		const file = await texts.read(`${prefix}${name}`);
		if (file !== void 0) return file;
	}
}

// src/trace/kustomization/kustomization-leaves.ts
/** The scalars of a file that a kustomization reads, those of patches in its text and the lines of env files too. */
function kustomizationLeaves({ file, isKustomization }) {
	const roots = yamlTree(file.text) ?? [];
	if (roots.length === 1 && roots[0]?.kind === "scalar") return settingsIn(file, {
		start: 0,
		end: file.text.length
	});
	const leaves = roots.flatMap((root) => scalarsBelow(root).map(({ node, path }) => leafOf(file, node, path)));
	return (isKustomization ? leaves.flatMap((leaf) => [
		leaf,
		...patchedIn(leaf),
		...settingOf(leaf)
	]) : leaves).flatMap(asWritten);
}
function asWritten(leaf) {
	const span = onlySpanOf(leaf.node.value, leaf.file.text, leaf.node);
	return span === void 0 ? [] : [{
		...leaf,
		node: {
			...leaf.node,
			...span
		}
	}];
}
function leafOf(file, node, path) {
	return {
		file,
		node,
		path,
		ownPath: path
	};
}
/** `KEY=value`, one a line: what is behind the sign. */
function settingsIn(file, { start, end }) {
	return [...file.text.slice(start, end).matchAll(/^([\w.-]+)=([^\r\n]*)/gm)].map(({ index, 1: key = "", 2: value = "" }) => {
		const from = start + index + key.length + 1;
		return leafOf(file, {
			kind: "scalar",
			value,
			start: from,
			end: from + value.length,
			plain: false
		}, [key]);
	});
}
function settingOf({ file, node, path }) {
	if (path.at(-2) !== "literals") return [];
	return settingsIn(file, node).map((leaf) => leafOf(file, leaf.node, [...path, ...leaf.path]));
}
function patchedIn({ file, node, path }) {
	return mayHoldYaml(node.value) ? nestedScalars(file.text, node).map((inner) => leafOf(file, inner.node, [...path, ...inner.path])) : [];
}

// src/trace/kustomization/kustomization-marks.ts
const token = /wip(\d+)z\.|[.-]wip(\d+)z/g;
/** What follows a name in `images`, which kustomize takes for a pattern, so that marked names match too. No `?`: YAML. */
const anyMark = "(-wip.*z|)";
const telling = /image|tag|version|digest|sha|regist|repo|hub|newName|^value$/i;
/** The texts of images, whole and in parts. */
var ImageTexts = class {
	#names = /* @__PURE__ */ new Set();
	#hosts = /* @__PURE__ */ new Set();
	#versions = /* @__PURE__ */ new Set();
	constructor(images) {
		for (const image of images) {
			const { registry, name, tag, digest } = textsOf(image);
			this.#names.add(name).add(name.slice(registry === "" ? 0 : registry.length + 1));
			this.#hosts.add(registry);
			this.#versions.add(tag).add(digest);
		}
	}
	/** The pieces of a leaf that may give a part of these images. */
	markable(leaf, choice) {
		const { value } = leaf.node;
		const isTelling = leaf.path[0] !== "metadata" && telling.test(String(leaf.path.at(-1)));
		if (value === "" || choice === "telling" && !isTelling) return [];
		const whole = {
			leaf,
			start: 0,
			end: value.length
		};
		if (this.#hosts.has(value)) return [{
			...whole,
			sign: "before"
		}];
		if (this.#versions.has(value)) return isTelling || !isCount(leaf) ? [{
			...whole,
			sign: "."
		}] : [];
		const { name } = textsOf(value);
		return this.#names.has(name) && (isTelling || name !== value || name.includes("/")) ? piecesOf(leaf) : [];
	}
};
function isCount({ node: { plain, value } }) {
	return plain && /^\d+$/.test(value);
}
function piecesOf(leaf) {
	const parts = referenceParts(leaf.node.value);
	const repository = parts.get("repository");
	return [repository && {
		leaf,
		start: 0,
		end: repository.end,
		sign: "-"
	}, ...[parts.get("tag"), parts.get("digest")].map((span) => span && {
		leaf,
		...span,
		sign: "."
	})].filter((piece) => piece !== void 0);
}
function textsOf(image) {
	const parts = referenceParts(image);
	const textAt = (span) => span === void 0 ? "" : image.slice(span.start, span.end);
	const name = image.slice(0, parts.get("repository")?.end ?? 0);
	const [registry, tag, digest] = [
		"registry",
		"tag",
		"digest"
	].map((part) => textAt(parts.get(part)));
	return {
		registry: registry ?? "",
		name,
		tag: tag ?? "",
		digest: digest ?? ""
	};
}
/** The mark of a piece. */
function insertionOf({ leaf, start, end, sign }, index) {
	if (sign === "before") return {
		at: leaf.node.start + start,
		text: `wip${index}z.`
	};
	return {
		at: leaf.node.start + end,
		text: `${sign}wip${index}z`
	};
}
/** Lets an entry of `images` match marked images too; nothing for a leaf that is no such entry's name. */
function matchMarked({ node, path }) {
	return path.at(-1) === "name" && (path.at(-3) === "images" || path.at(-2) === "imageTag") ? {
		at: node.end,
		text: anyMark
	} : void 0;
}
/**
* The pieces that leaves gave to an image; undefined where the image without its marks is another one than before. Of a
* leaf that gave only a part of itself, the leaf of the piece is that part.
*/
function kustomizedPieces(marked, image, marks) {
	if (marked.replace(token, "") !== image) return void 0;
	const found = marksIn$1(marked, marks);
	const given = new Set(found.map(({ mark }) => mark));
	const pieces = found.map(({ at, mark }) => {
		const isWhole = marks.every((other) => other.leaf !== mark?.leaf || given.has(other));
		return mark && pieceAt(at, mark, isWhole);
	});
	return pieces.every((piece) => piece !== void 0 && image.slice(piece.start, piece.end) === piece.text) ? pieces.filter((piece) => piece !== void 0) : void 0;
}
function marksIn$1(marked, marks) {
	let removed = 0;
	return [...marked.matchAll(token)].map((match) => {
		const at = match.index - removed;
		removed += match[0].length;
		return {
			at,
			mark: marks[Number(match[1] ?? match[2])]
		};
	});
}
function pieceAt(at, mark, isWhole) {
	const { leaf, sign } = mark;
	const text = leaf.node.value.slice(mark.start, mark.end);
	const start = sign === "before" ? at : at - text.length;
	const from = leaf.node.start + mark.start;
	const node = {
		...leaf.node,
		value: text,
		start: from,
		end: from + text.length
	};
	return {
		leaf: isWhole ? leaf : {
			...leaf,
			node
		},
		text,
		start,
		end: start + text.length
	};
}

// src/trace/kustomization/marked-copy.ts
/** The texts of files with marks in them, by path; entries of `images` among the leaves take marked names too. */
function markedCopy(read, leaves, marks) {
	const insertions = new Map(read.map(({ file }) => [file, /* @__PURE__ */ new Map()]));
	for (const [index, mark] of marks.entries()) add(insertions, mark.leaf.file, insertionOf(mark, index));
	for (const leaf of leaves) add(insertions, leaf.file, matchMarked(leaf));
	return new Map([...insertions].map(([file, own]) => [file.path, inserted(file.text, [...own.values()])]));
}
function add(all, file, insertion) {
	if (insertion !== void 0) all.get(file)?.set(insertion.at, insertion);
}
function inserted(text, insertions) {
	let from = 0;
	return [...insertions.toSorted((a, b) => a.at - b.at).flatMap(({ at, text: own }) => {
		const piece = [text.slice(from, at), own];
		from = at;
		return piece;
	}), text.slice(from)].join("");
}

// src/trace/kustomization/trace-fields.ts
/**
* Finds where texts of objects are written that kustomizations give: each kustomization is built once more, with marks in
* copies of its files. What this can't prove is absent.
*/
async function traceFields(fields, tracer) {
	const folders = [...Map.groupBy(fields, ({ object }) => object.folder)];
	const found = await Promise.all(folders.map(([folder, own]) => traceIn(folder, own, tracer)));
	return new Map(found.flat());
}
async function traceIn(folder, fields, { build, files, texts }) {
	const read = await kustomizationFiles(folder, {
		files,
		texts
	});
	const leaves = read?.flatMap(leavesOf) ?? [];
	const marks = marksFor(fields, leaves);
	if (read === void 0 || marks.length === 0) return [];
	const rendered = await build({
		kind: "kustomize",
		id: folder,
		path: folder,
		label: folder
	}, markedCopy(read, leaves, marks));
	const documents = rendered.kind === "rendered" ? rendered.documents : [];
	return fields.flatMap((field) => {
		const location = placeOf$1(field, documents, marks);
		return location === void 0 ? [] : [[field, location]];
	});
}
function leavesOf(read) {
	return [...kustomizationLeaves(read), ...read.isKustomization ? [] : valuesIn(read.file)];
}
function valuesIn(file) {
	return file.roots.flatMap(scalarsBelow).filter(({ path }) => /^(?:data|stringData)$/.test(String(path[0]))).flatMap(({ node: text, path }) => nestedScalars(file.text, text).map(({ node, path: below }) => {
		const own = [...path, ...below];
		return {
			file,
			node,
			path: own,
			ownPath: own
		};
	}));
}
function marksFor(fields, leaves) {
	const wanted = new Set(fields.flatMap(({ path, value }) => [keyOf$1(path.at(-1), value), keyOf$1("value", value)]));
	const own = leaves.filter(({ path, node }) => node.value !== "" && wanted.has(keyOf$1(path.at(-1), node.value)));
	return [...new Map(own.map((leaf) => [`${leaf.file.path}:${leaf.node.start}`, leaf])).values()].map((leaf) => ({
		leaf,
		start: 0,
		end: leaf.node.value.length,
		sign: "-"
	}));
}
function keyOf$1(step, value) {
	return JSON.stringify([step, value]);
}
function placeOf$1({ object, path, value }, documents, marks) {
	const [body, another] = documents.filter(({ text }) => text.includes(object.name)).flatMap(objectsOf).filter(({ kind, name }) => kind === object.kind && name === object.name);
	const marked = another === void 0 ? textAt(body?.body, path) : void 0;
	const [piece, more] = marked !== void 0 && kustomizedPieces(marked, value, marks) || [];
	return piece?.start === 0 && piece.end === value.length && more === void 0 ? leafLocation(piece.leaf) : void 0;
}
function objectsOf({ text }) {
	const parsed = parseDocument(text);
	return (parsed.kind === "parsed" ? parsed.roots.flatMap(objectsIn) : []).map(({ kind, body }) => ({
		kind,
		name: nameOf$2(body),
		body
	}));
}
function textAt(value, path) {
	const above = path.findIndex((_, at) => typeof valueAt(value, ...path.slice(0, at)) === "string");
	const text = textOf$2(valueAt(value, ...path.slice(0, above === -1 ? path.length : above)));
	if (above === -1 || text === void 0) return text;
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" ? textOf$2(valueAt(parsed.roots[0], ...path.slice(above))) : void 0;
}

// src/trace/delivery/built-tracer.ts
/** Finds values in objects that kustomizations give, by building those once more. */
function builtTracer(tracer) {
	return async (values) => {
		const fields = values.flatMap((leaf) => leaf.elsewhere?.kind === "built" ? [{
			...leaf.elsewhere,
			value: leaf.node.value,
			leaf
		}] : []);
		const places = await traceFields(fields, tracer);
		return new Map(fields.flatMap((field) => {
			const place = places.get(field);
			return place === void 0 ? [] : [[field.leaf, place]];
		}));
	};
}

// src/trace/kustomization/trace-files.ts
/**
* Finds the texts behind images: a mark goes into every text that an image may come from, in copies of the files; the
* source is rendered again, and the marks that come out in an image tell which texts gave it.
*/
async function traceFiles(files, tracer) {
	const built = await buildMarked(files, tracer);
	if (built === void 0) return {
		locations: /* @__PURE__ */ new Map(),
		became: void 0,
		copy: /* @__PURE__ */ new Map()
	};
	const locations = (await Promise.all(files.wanted.map(async (use) => [use.id, await traceUse(use, built, tracer)]))).flatMap(([id, own]) => own === void 0 ? [] : [[id, own]]);
	return {
		locations: new Map(locations),
		became: built.became,
		copy: built.copy
	};
}
async function buildMarked({ files, uses, wanted }, { render, resources, markable }) {
	const leaves = files.flatMap(kustomizationLeaves);
	const images = new ImageTexts(wanted.map(({ image }) => image));
	const mark = markable ?? images.markable.bind(images);
	let tried = "";
	for (const choice of ["all", "telling"]) {
		const marks = marksIn(leaves, mark, choice);
		const key = marks.map(({ leaf, start }) => `${leaf.file.path}:${leaf.node.start + start}`).join(" ");
		if (marks.length === 0 || key === tried) return void 0;
		tried = key;
		const copy = markedCopy(files, leaves, marks);
		const rendered = await render(copy);
		const became = rendered.kind === "rendered" ? imagesAfter(uses, rendered, resources) : void 0;
		if (became !== void 0 && wanted.every((use) => traces(use, {
			marks,
			became
		}))) return {
			marks,
			became,
			copy
		};
		if (became !== void 0 && choice === "telling") return {
			marks,
			became,
			copy
		};
	}
}
function traces(use, { marks, became }) {
	return kustomizedPieces(became.get(use) ?? "", use.image, marks) !== void 0;
}
/** Each place once, though aliases lead to it more often. */
function marksIn(leaves, mark, choice) {
	const names = new Set(leaves.filter((leaf) => matchMarked(leaf) !== void 0));
	const marks = leaves.filter((leaf) => !names.has(leaf)).flatMap((leaf) => mark(leaf, choice));
	return [...new Map(marks.map((own) => [`${own.leaf.file.path}:${own.leaf.node.start + own.start}`, own])).values()];
}
async function traceUse(use, { marks, became }, { partOf, placed }) {
	const marked = became.get(use);
	const found = marked === void 0 ? void 0 : kustomizedPieces(marked, use.image, marks);
	if (found === void 0) return void 0;
	const { pieces, built } = placed === void 0 ? { pieces: found } : await placed(found);
	return tracedLocations({
		image: use.image,
		pieces,
		scope: {
			chain: [],
			leaves: [],
			chartFile: void 0,
			helpers: []
		},
		template: void 0,
		built
	}, partOf(use));
}

// src/trace/delivery/delivery-texts.ts
/** What a delivery lays over its source, as the text of a file of its own: its overlay and its variables. */
function deliveryTexts({ overlay = {}, substitution }) {
	const text = dump({
		overlay,
		variables: substitution?.variables ?? {}
	}, {
		lineWidth: -1,
		noRefs: true
	});
	return {
		file: new TextFile("", text),
		isKustomization: true
	};
}
/** The delivery with that text changed. */
function deliveryWith(source, text) {
	const parsed = parseDocument(text);
	const [root] = parsed.kind === "parsed" ? parsed.roots : [];
	const variables = textEntriesOf(valueAt(root, "variables"));
	const { overlay, substitution } = source;
	return {
		...source,
		overlay: overlay && (fieldsOf$2(valueAt(root, "overlay")) ?? overlay),
		substitution: substitution && {
			...substitution,
			variables
		}
	};
}

// src/trace/delivery/trace-overlay.ts
/** Finds which images come from what Argo CD or Flux lays over a source, and where that is written. */
async function traceOverlay(source, uses, { deliver, texts, traceBuilt, ...tracer }) {
	const own = deliveryTexts(source);
	const scalarsOf = reader(texts);
	const { locations, became, copy } = await traceFiles({
		files: [own],
		...uses
	}, {
		...tracer,
		markable: markableIn(uses.wanted.map(({ image }) => image)),
		render: (marked) => deliver(deliveryWith(source, marked.get("") ?? "")),
		placed: (pieces) => placed(pieces, source, {
			scalarsOf,
			traceBuilt
		})
	});
	const marked = deliveryWith(source, copy.get("") ?? own.file.text);
	return {
		locations,
		untouched: uses.wanted.filter((use) => {
			return (became === void 0 || became.get(use) === use.image) && isMarked(source.overlay, marked.overlay, use.image);
		})
	};
}
/** Reads each place once for all uses. */
function reader(texts) {
	const known = /* @__PURE__ */ new Map();
	return (written) => {
		const scalars = known.get(written) ?? writtenScalars(written, texts);
		known.set(written, scalars);
		return scalars;
	};
}
async function placed(pieces, source, { scalarsOf, traceBuilt }) {
	const own = await Promise.all(pieces.map(async (piece) => ({
		...piece,
		leaf: await place(piece, source, scalarsOf)
	})));
	const inBuilt = own.flatMap(({ leaf }) => leaf.elsewhere?.kind === "built" ? [leaf] : []);
	return {
		pieces: own,
		built: inBuilt.length === 0 ? void 0 : await traceBuilt?.(inBuilt)
	};
}
/** A variable may be any piece of an image; fields of an overlay are those of a kustomization. */
function markableIn(images) {
	const texts = new ImageTexts(images);
	return (leaf, choice) => {
		const { value } = leaf.node;
		if (leaf.path[0] !== "variables") return texts.markable(leaf, choice);
		return value !== "" && images.some((image) => image.includes(value)) ? [{
			leaf,
			start: 0,
			end: value.length,
			sign: "-"
		}] : [];
	};
}
/** Whether every text of an overlay that could give a piece of the image was marked, so that none can go unseen. */
function isMarked(before, after, image) {
	if (typeof before === "string") return before !== after || !holdsPiece(before, image);
	if (typeof before !== "object" || before === null) return true;
	return Object.entries(before).every(([key, value]) => isMarked(value, childOf(after, key), image));
}
function childOf(value, key) {
	return valueAt(value, Array.isArray(value) ? Number(key) : key);
}
function holdsPiece(text, image) {
	return image.split(/[/:@]/).some((piece) => piece.length > 0 && text.includes(piece));
}
async function place(piece, source, scalarsOf) {
	const { leaf } = piece;
	const [kind, key, ...path] = leaf.path;
	const written = kind === "variables" ? source.substitution?.writtenAt?.[String(key)] : source.overlayAt?.[String(key)];
	return (written && placeIn(leaf, path, await scalarsOf(written))) ?? {
		...leaf,
		elsewhere: elsewhere(written, path, leaf.node.value)
	};
}
function placeIn(leaf, path, at) {
	const found = at?.scalars.find((scalar) => isPath(scalar.path, path) || isImageText(scalar.path, path));
	const span = at && found && onlySpanOf(leaf.node.value, at.file.text, found.node);
	if (at === void 0 || found === void 0 || span === void 0) return void 0;
	const node = {
		...found.node,
		...span,
		value: leaf.node.value
	};
	return {
		file: at.file,
		node,
		path: leaf.path,
		ownPath: [...at.path, ...found.path]
	};
}
function isPath(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
function isImageText(written, path) {
	return path.length === 2 && /^(?:newName|newTag|digest)$/.test(String(path[1])) && isPath(written, path.slice(0, 1));
}

// src/trace/kustomization/trace-kustomization.ts
/** Finds the texts behind images in all files that a kustomization reads. */
async function traceKustomization({ source, ...uses }, { build, files, texts, ...tracer }) {
	const read = await kustomizationFiles(source.path, {
		files,
		texts
	});
	if (read === void 0) return /* @__PURE__ */ new Map();
	return (await traceFiles({
		files: read,
		...uses
	}, {
		...tracer,
		render: (copy) => build(source, copy)
	})).locations;
}

// src/trace/trace-source.ts
const nothing = /* @__PURE__ */ new Map();
/** Finds the places of the wanted uses of a source by rendering it once more; what can't be proven is absent. */
async function traceSource(source, uses, tools) {
	const { renderers, tracer } = tools;
	switch (source.kind) {
		case "helm":
		case "kustomize": return traceRenderable(source, uses, tools);
		case "argocd":
		case "flux": return renderers.delivery === void 0 ? traceRenderable(source.inner, uses, {
			renderers: hasLayers(source) ? {} : renderers,
			tracer
		}) : traceDelivery(source, uses, {
			...tools,
			delivery: renderers.delivery
		});
		case "manifests":
		case "unresolved": return nothing;
	}
}
function hasLayers({ overlay = {}, substitution }) {
	return Object.keys(overlay).length > 0 || substitution !== void 0;
}
async function traceRenderable(source, uses, { renderers: { renderMarked, buildCopy }, tracer }) {
	const { world, files: texts, ...rest } = tracer;
	const building = buildCopy && {
		texts,
		files: world.files,
		build: buildCopy
	};
	if (source.kind === "helm" && renderMarked !== void 0) {
		const traceBuilt = building && builtTracer(building);
		return traceChart({
			source,
			...uses
		}, {
			...tracer,
			render: renderMarked,
			traceBuilt
		});
	}
	if (source.kind === "kustomize" && building !== void 0) return traceKustomization({
		source,
		...uses
	}, {
		...rest,
		...building
	});
	return nothing;
}
/** First what lies over the source, since it may give the very text that stands below; then the source itself. */
async function traceDelivery(source, uses, tools) {
	const { delivery, tracer, renderers } = tools;
	if (!hasLayers(source)) return traceRenderable(source.inner, uses, tools);
	const { world, files: texts, partOf, resources } = tracer;
	const traceBuilt = renderers.buildCopy && builtTracer({
		texts,
		files: world.files,
		build: renderers.buildCopy
	});
	const { deliver } = delivery;
	const above = await traceOverlay(source, uses, {
		deliver,
		texts,
		traceBuilt,
		partOf,
		resources
	});
	if (above.untouched.length === 0) return above.locations;
	const below = await traceBelow(source, {
		uses: uses.uses,
		wanted: above.untouched
	}, tools);
	return new Map([...below, ...above.locations]);
}
/** The source of a delivery, with all that lies over it as it is. */
async function traceBelow(source, uses, { delivery, ...tools }) {
	const { renderMarked, buildCopy } = tools.renderers;
	const { inner } = source;
	const over = (render) => delivery.deliver(source, render);
	if (inner.kind !== "manifests") {
		const renderers = {
			renderMarked: renderMarked && ((chart, marked) => over(() => renderMarked(chart, marked))),
			buildCopy: buildCopy && ((own, copy) => over(() => buildCopy(own, copy)))
		};
		return traceRenderable(inner, uses, {
			...tools,
			renderers
		});
	}
	const files = (await Promise.all(inner.files.map((path) => tools.tracer.files.read(path)))).flatMap((file) => file === void 0 ? [] : [{
		file,
		isKustomization: false
	}]);
	const render = (copy) => over(() => delivery.readCopy(inner, copy));
	return (await traceFiles({
		files,
		...uses
	}, {
		...tools.tracer,
		render
	})).locations;
}

// src/trace/locate.ts
/** Finds the place to edit for each use. Only what has findings is rendered again, unless all are to be traced. */
async function locate(request, world) {
	const { inventory, judgement, rendered } = request;
	const sources = new Map(rendered.map(({ source }) => [source.id, source]));
	const parts = partsOf(judgement.findings);
	const files = new TextFiles(world.files);
	const scopes = new ChartScopes(files);
	const partOf = (use) => parts.get(use.id) ?? "tag";
	const tracer = {
		files,
		scopes,
		partOf,
		resources: request.resources,
		world
	};
	const read = createReader(tracer);
	const uses = /* @__PURE__ */ new Map();
	for (const use of inventory.uses) uses.set(use.id, [await read(use, sources.get(use.source))]);
	const found = new Map([...uses, ...await traceSources({
		request,
		sources,
		tracer
	})]);
	return { uses: new Map([...found].map(([id, locations]) => [id, locations.map(ofRepository)])) };
}
function ofRepository(location) {
	const { file, line, path, confidence } = location;
	return confidence === "exact" && /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(file) ? {
		file,
		line,
		path,
		confidence: "file"
	} : location;
}
function createReader({ files, scopes, partOf }) {
	const manifests = new ManifestLocations();
	const charts = new ChartLocations(files, scopes);
	return (use, source) => {
		if (use.document.origin.verbatim) return manifests.locate(use);
		if (source !== void 0 && "inner" in source) return delivered(source, use);
		if (source?.kind === "helm" && source.remote === void 0) return charts.locate(use, source, partOf(use));
		if (source?.kind === "kustomize") return kustomizationLocation(source, files);
		return {
			file: use.document.origin.file ?? source?.definedAt?.file ?? source?.path ?? use.source,
			confidence: "file"
		};
	};
}
/** The object that delivers the use: its values, its chart's version or its patches are what a person edits. */
function delivered({ definedAt, path }, { document }) {
	const at = definedAt ?? { file: path };
	return {
		file: document.origin.file !== void 0 && at.line === void 0 ? document.origin.file ?? at.file : at.file,
		line: at.line,
		confidence: "file"
	};
}
async function traceSources({ request, sources, tracer }) {
	const { judgement, traceAll = false } = request;
	const blamed = new Set(judgement.findings.flatMap(({ uses }) => uses));
	const traces = [...Map.groupBy(request.inventory.uses, (use) => use.source)].map(async ([id, uses]) => {
		const wanted = uses.filter((use) => traceAll || blamed.has(use.id));
		const source = sources.get(id);
		if (source === void 0 || wanted.length === 0) return [];
		return [...await traceSource(source, {
			uses,
			wanted
		}, {
			renderers: request,
			tracer
		})];
	});
	return (await Promise.all(traces)).flat();
}

// src/trace/chart/render-marked.ts
/** Renders charts once more, with the marks over all other values. */
function createRenderMarked(render) {
	return (source, { values, ...assignments }) => {
		const { inline = [] } = source.options;
		return render({
			...source,
			options: {
				...source.options,
				...assignments,
				inline: [...inline, values]
			}
		});
	};
}

// src/check.ts
const noBase = {
	kind: "none",
	why: "there is nothing to compare with"
};
/**
* The whole check: inspect (discover, render, extract, plan, probe, judge), compare with the base, trace findings to
* their lines, suggest fixes, report.
*/
async function check(request, world) {
	const startedAt = world.clock.now();
	const base = once(async () => request.base === void 0 ? noBase : world.git.base(request.base));
	const changes = await changesSince(base, request, world);
	const paths = pathsToCheck(request, changes);
	const reach = paths && reachOf(paths, {
		base,
		git: world.git,
		request,
		world
	});
	const inspected = await inspect(request, world, reach);
	const inspectAt = (files, offline = false) => inspect({
		...request,
		stdin: "",
		offline: offline || request.offline
	}, {
		...world,
		files
	}, reach);
	const baseReferences = once(() => referencesAt({
		base,
		git: world.git,
		inspectAt
	}));
	const head = await awaitImages(inspected, {
		request,
		world,
		baseReferences
	});
	const comparison = await compare(head, {
		request,
		base,
		git: world.git,
		inspectAt
	});
	const locations = await locate({
		...head,
		...renderersOf(request, world),
		traceAll: request.traceAll
	}, world);
	const { findings, wrong } = await inlineIgnores(head.judgement.findings, locations, world.files);
	const judgement = {
		...head.judgement,
		findings
	};
	const whatIf = createWhatIf({
		...head,
		uses: head.inventory.uses,
		withoutSecrets: request.withoutSecrets
	}, world);
	const further = createLookFurther(head, world.registry, whatIf);
	const fixes = await suggest(findings, {
		locations,
		readLine: lineReader(world.files),
		further
	});
	const cost = {
		usage: usageOf(world),
		durationMs: world.clock.now() - startedAt
	};
	const told = {
		changedConfiguration: changes?.configuration,
		wrongComments: wrong,
		...endOf(world)
	};
	const report = buildReport({
		...head,
		judgement,
		...cost,
		...told,
		request,
		version: version$1,
		comparison,
		locations,
		fixes
	});
	return {
		problems: head.problems,
		report
	};
}
/** Undefined: everything is checked, as where the change edits what the check is configured by. */
function pathsToCheck({ changedOnly }, changes) {
	return changedOnly === true && changes?.configuration.length === 0 ? changes.paths : void 0;
}
/** Sources are rendered once more, with marks in their texts. */
function renderersOf(request, world) {
	return {
		renderMarked: createRenderMarked(chartRenderer(request, world)),
		buildCopy: kustomizationRenderer(request, world),
		delivery: deliveryRenderer(request, world)
	};
}
function endOf({ clock }) {
	return { isInterrupted: clock.deadline.reason instanceof Interrupted };
}
function usageOf({ registry, charts }) {
	return {
		...registry.usage,
		requests: registry.usage.requests + charts.requests
	};
}

// src/fetch/lazy-charts.ts
/** Charts whose client is loaded when the first one is wanted. */
function lazyCharts(load) {
	let loading;
	let loaded;
	return {
		fetch: async (chart) => {
			loading ??= load();
			loaded = await loading;
			return loaded.fetch(chart);
		},
		get requests() {
			return loaded?.requests ?? 0;
		},
		async [Symbol.asyncDispose]() {
			await (await loading)?.[Symbol.asyncDispose]();
		}
	};
}

// src/registry/lazy.ts
const unused = {
	requests: 0,
	manifestGets: 0
};
/** A registry whose client is loaded at the first question: an inventory or a help text never pays for it. */
function lazyRegistry(load) {
	let loading;
	let loaded;
	const client = async () => {
		loading ??= load();
		loaded = await loading;
		return loading;
	};
	const usage = () => loaded?.usage ?? unused;
	return Object.assign(portOver(client, usage), {
		fresh() {
			const renewed = client().then((registry) => registry.fresh());
			return portOver(() => renewed, usage);
		},
		prepare() {
			loading ??= load();
			loading.catch(() => void 0);
		},
		async [Symbol.asyncDispose]() {
			await (await loading?.catch(() => void 0))?.[Symbol.asyncDispose]();
		}
	});
}
function portOver(client, usage) {
	return {
		login: async (registry, repository) => (await client()).login(registry, repository),
		manifest: async (target, reference, mediaType) => (await client()).manifest(target, reference, mediaType),
		byHead: async (target, reference) => (await client()).byHead(target, reference),
		greet: async (host) => (await client()).greet(host),
		resolve: async (target, tag) => (await client()).resolve(target, tag),
		exists: async (target, content) => (await client()).exists(target, content),
		config: async (target, config) => (await client()).config(target, config),
		tags: async (target) => (await client()).tags(target),
		get usage() {
			return usage();
		}
	};
}

// src/process/clock.ts
/** Longest delay of a timer in Node; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;
/** The real clock; its deadline aborts `timeoutMs` from now. */
function createClock({ timeoutMs, interrupted }) {
	const over = AbortSignal.timeout(Math.min(timeoutMs, longestTimerMs));
	return {
		now: () => Date.now(),
		sleep,
		deadline: interrupted === void 0 ? over : AbortSignal.any([over, interrupted])
	};
}
async function sleep(milliseconds, signal) {
	try {
		await setTimeout(Math.min(milliseconds, longestTimerMs), void 0, { signal });
	} catch (error) {
		if (signal?.aborted !== true) throw error;
	}
}

// \0light:node:buffer
const loaded = process.getBuiltinModule("node:buffer");
const { Buffer: Buffer$1, isUtf8 } = loaded;

// src/process/files.ts
const defaultLimit = 16777216;
/**
* Files below `root` (an absolute path). A link is followed only while its target stays below the root. What lies in a
* `.git`, that of the root or of a checkout below it, may be a token, and counts as outside. The calls are synchronous: ten thousand small files are read in 0.4 s, and
* in 1.3 s to 3.5 s through the thread pool.
*/
function createFiles(root, { granted = [], standsFor } = {}) {
	const real = realpathSync.native(root);
	const reach = {
		root: real,
		granted,
		standsFor: standsFor ?? real
	};
	return {
		root: reach.root,
		kind: async (path) => kindOf(reach, path),
		read: async (path, limit = defaultLimit) => read(reach, path, limit),
		list: async (path) => list(reach, path),
		real: async (path) => realPath(reach, path),
		native: (path) => placeOf(reach, path)
	};
}
function placeOf({ root, standsFor }, path) {
	const inside = resolve(root, path);
	return isBelow(root, inside) ? inside : resolve(standsFor, path);
}
function find(reach, path) {
	const { root, granted } = reach;
	const asked = placeOf(reach, path);
	const isGranted = granted.some((place) => isBelow(place, asked));
	if (!isGranted && !isBelow(root, asked)) return { kind: "outside" };
	try {
		const real = realpathSync.native(asked);
		if (!isGranted && !isAllowedTarget(root, real)) return { kind: "outside" };
		return {
			kind: "found",
			path: real,
			stats: statSync(real)
		};
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function realPath(reach, path) {
	const found = find(reach, path);
	if (found.kind !== "found" || !isBelow(reach.root, found.path)) return void 0;
	return relative$1(reach.root, found.path).split(sep).join("/") || ".";
}
function kindOf(reach, path) {
	const found = find(reach, path);
	if (found.kind !== "found") return found.kind;
	return found.stats.isDirectory() ? "folder" : "file";
}
function read(reach, path, limit) {
	const found = find(reach, path);
	if (found.kind !== "found") return { kind: found.kind };
	if (!found.stats.isFile()) return { kind: "not-a-file" };
	if (found.stats.size > limit) return {
		kind: "too-large",
		bytes: found.stats.size
	};
	try {
		return decode(readFileSync(found.path));
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function decode(bytes) {
	if (bytes.includes(0) || !isUtf8(bytes)) return { kind: "not-text" };
	return {
		kind: "text",
		text: bytes.toString("utf8")
	};
}
function list(reach, path) {
	const found = find(reach, path);
	if (found.kind !== "found") return { kind: found.kind };
	if (!found.stats.isDirectory()) return { kind: "not-a-folder" };
	try {
		return {
			kind: "entries",
			entries: readdirSync(found.path, { withFileTypes: true }).map((entry) => toEntry(reach, found.path, entry)).toSorted((a, b) => a.name < b.name ? -1 : 1)
		};
	} catch (error) {
		return { kind: isDenial(error) ? "denied" : "absent" };
	}
}
function toEntry(reach, folder, entry) {
	if (entry.isSymbolicLink()) return {
		name: entry.name,
		kind: linkKind(reach, join$1(folder, entry.name)),
		link: true
	};
	if (entry.isDirectory()) return {
		name: entry.name,
		kind: "folder"
	};
	return {
		name: entry.name,
		kind: entry.isFile() ? "file" : "other"
	};
}
function linkKind(reach, path) {
	const found = find(reach, path);
	if (found.kind === "outside") return "outside";
	if (found.kind !== "found") return "other";
	if (found.stats.isDirectory()) return "folder";
	return found.stats.isFile() ? "file" : "other";
}
function isBelow(root, path) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
function isAllowedTarget(root, real) {
	return isBelow(root, real) && !/[/\\]\.git(?:[/\\]|$)/i.test(real.slice(root.length));
}
function isDenial(error) {
	return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
}

// src/process/lazy-run.ts
/**
* Runs programs, and knows what they printed. Running takes a library, and a home for the programs, that a check of plain
* manifests never needs, nor one that finds all it wants.
*/
function lazyRun(options) {
	const resources = new AsyncDisposableStack();
	let loading;
	return {
		run: async (call) => {
			loading ??= load(options, resources);
			return (await loading)(call);
		},
		[Symbol.asyncDispose]: () => resources.disposeAsync()
	};
}
async function load(options, resources) {
	const { keptIn, clock } = options;
	const [{ createReusingRun }, { programIdentity }] = await Promise.all([import("./process-reuse-reusing.js"), import("./process-reuse-program-identity.js")]);
	const searchPath = _light_node_process_default.env["PATH"] ?? "";
	return createReusingRun({
		run: lazyPlainRun(options),
		identify: (program) => programIdentity(program, searchPath),
		kept: keptIn === void 0 ? void 0 : resources.use(await keptOutputs(keptIn, clock)),
		parallel: availableParallelism()
	});
}
async function keptOutputs(folder, clock) {
	const { createKeptOutputs } = await import("./process-reuse-kept-outputs.js");
	return createKeptOutputs({
		folder,
		now: () => clock.now()
	});
}
function lazyPlainRun({ folder, scratch, clock, started }) {
	const load = async () => {
		const [{ createRunProgram }, home] = await Promise.all([import("./process-run-program.js"), scratch()]);
		return createRunProgram({
			folder,
			home: home.path,
			signal: clock.deadline,
			started
		});
	};
	let loading;
	return async (call) => {
		loading ??= load();
		return (await loading)(call);
	};
}

// src/process/create-world.ts
/** The real world of one run. Disposing it closes connections and removes what was written. */
async function createWorld(options) {
	const resources = new AsyncDisposableStack();
	const scratch = async () => resources.use(await (await import("./process-scratch.js")).createScratch());
	const clock = createClock(options);
	const started = options.offline === true ? void 0 : () => registry.prepare();
	const { run } = resources.use(lazyRun({
		folder: options.root,
		scratch,
		clock,
		keptIn: options.keptIn,
		started
	}));
	const registry = resources.use(lazyRegistry(() => options.network.registry({
		clock,
		run
	})));
	const charts = resources.use(lazyCharts(() => options.network.charts({
		clock,
		registry,
		scratch
	})));
	return {
		files: createFiles(options.root, options),
		git: lazyHistory({
			root: options.root,
			granted: options.granted,
			run,
			scratch,
			login: options.gitLogin
		}),
		run,
		registry,
		charts,
		clock,
		log: options.log,
		scratch,
		[Symbol.asyncDispose]: () => resources.disposeAsync()
	};
}
function lazyHistory(options) {
	const load = async () => (await import("./process-history.js")).createHistory(options);
	return {
		remote: async () => (await load()).remote(),
		base: async (wish) => (await load()).base(wish),
		files: async (commit) => (await load()).files(commit),
		changed: async (commit) => (await load()).changed(commit),
		diff: async (commit, paths) => (await load()).diff(commit, paths)
	};
}

// src/process/interruption.ts
const exitCodes = {
	SIGINT: 130,
	SIGTERM: 143
};
/**
* Until it is disposed, the first signal asks the run to come to an end: children have process groups of their own, and
* folders are to be removed. The second one ends the process as if nobody listened.
*/
function watchInterruption() {
	const controller = new AbortController();
	let exitCode;
	const interrupt = (name) => {
		exitCode = name === "SIGTERM" ? exitCodes.SIGTERM : exitCodes.SIGINT;
		ignore();
		controller.abort(new Interrupted(name));
	};
	const ignore = () => {
		for (const name of Object.keys(exitCodes)) _light_node_process_default.off(name, interrupt);
	};
	for (const name of Object.keys(exitCodes)) _light_node_process_default.on(name, interrupt);
	return {
		signal: controller.signal,
		get exitCode() {
			return exitCode;
		},
		[Symbol.dispose]: ignore
	};
}

// src/process/network-loader.ts
/** The clients of a run, with the environment of this process. */
function networkLoader({ environments, run, fillCache, ...options }) {
	const common = {
		...options,
		environment: _light_node_process_default.env,
		userAgent: `will-it-pull/${version$1}`
	};
	return {
		async registry(world) {
			const { createRegistry } = await import("./registry-create.js");
			const { dockerConfig, concurrency } = run;
			await fillCache?.();
			const cache = await openCache(run.cacheFolder, world.clock);
			return createRegistry({
				...world,
				...common,
				dockerConfig,
				concurrency,
				cache
			});
		},
		async charts(world) {
			const { createCharts } = await import("./fetch-create-charts.js");
			const authorities = environments.flatMap(({ caPem }) => caPem ?? []);
			return createCharts({
				...world,
				...common,
				authorities
			});
		}
	};
}
async function openCache(folder, clock) {
	if (folder === void 0) return void 0;
	const { createCache } = await import("./registry-cache-cache2.js");
	return createCache({
		folder: resolve(folder),
		now: () => clock.now()
	});
}

// src/report/exit-code.ts
/**
* 0 for `pass`, 1 for `fail`, 0 or 1 for `unknown` as the user set; 2 where nothing could be checked for a reason of the
* call itself: paths that match nothing, no renderer, every source failed to render.
*/
function exitCode(report, onUnknown, callProblems) {
	if (couldNotStart(report, callProblems)) return 2;
	switch (report.verdict) {
		case "pass": return 0;
		case "fail": return 1;
		case "unknown": return onUnknown === "fail" ? 1 : 0;
	}
}
function couldNotStart({ sources, untouched = [] }, callProblems) {
	if (sources.some(({ status }) => status === "rendered")) return false;
	return sources.some(({ status, reason }) => status === "failed" || reason === "no-program") || callProblems.length > 0 && untouched.length === 0;
}

// src/process/repository-root.ts
/**
* The top level of the git work tree that holds `path`, as a real native path; without one the folder itself.
* Looks for `.git` (a folder, or a file in worktrees and submodules) and runs no git, so no configuration of the
* repository takes part.
*/
async function repositoryRoot(path) {
	const folder = folderOf(nearestReal(path));
	for (let at = folder;; at = dirname$1(at)) {
		if (existsSync(join$1(at, ".git"))) return at;
		if (dirname$1(at) === at) return folder;
	}
}
/** A path that does not exist is a wrong call, reported later by its name: its nearest existing parent stands in. */
function nearestReal(path) {
	try {
		return realpathSync(path);
	} catch {
		return dirname$1(path) === path ? path : nearestReal(dirname$1(path));
	}
}
function folderOf(path) {
	return statSync(path).isDirectory() ? path : dirname$1(path);
}

// src/config/cache-folder.ts
/** Where manifests are kept between runs; undefined where they are not to be, or where there is no place for them. */
function cacheFolder(reader, environment) {
	const wanted = reader.decide("cache", [reader.choice("cache", ["true", "false"])], "true");
	const folder = reader.decide("cache-dir", [reader.text("cache-dir")], standardFolder(environment));
	return wanted === "true" ? folder : void 0;
}
/** As the XDG Base Directory Specification has it: a relative path counts for nothing. */
function standardFolder(environment) {
	const [chosen, home] = [environment("XDG_CACHE_HOME") ?? "", environment("HOME") || environment("USERPROFILE") || ""];
	if (isAbsolute(chosen)) return join$1(chosen, "will-it-pull");
	return isAbsolute(home) ? join$1(home, ".cache", "will-it-pull") : void 0;
}

// src/config/problem.ts
/** A problem of a line of the configuration file. */
function problemAt(place, why) {
	return {
		where: `${place.file}:${place.line}:${place.column}`,
		why,
		place
	};
}
const longest$2 = 80;
/** Text of a user as part of a sentence: one line, bounded, without what a terminal would act on. */
function quoted(text) {
	const line = text.slice(0, longest$2).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");
	return `\`${text.length > longest$2 ? `${line}…` : line}\``;
}

// src/config/unreadable.ts
const reasons$1 = {
	absent: "there is no such file",
	denied: "permission denied",
	outside: "it is outside of the repository",
	"not-a-file": "it is no file",
	"not-text": "it is no text: save it as UTF-8"
};
/** Why a file that someone named can't be used. All such files are read up to 1 MiB. */
function unreadable(result) {
	return result.kind === "too-large" ? `it is too large (${result.bytes} bytes; 1 MiB is the most)` : reasons$1[result.kind];
}

// src/config/written-path.ts
/** Resolves a path that is relative to a root-relative folder. Links are not followed here. */
function writtenPath(root, folder, written) {
	const path = isAbsolute(written) ? relative$1(root.root, written).split(sep).join("/") || "." : join(folder, written);
	if (path === ".." || path.startsWith("../") || isAbsolute(path)) return {
		kind: "outside",
		path: root.native(path)
	};
	return {
		kind: "inside",
		path: path.replace(/(?<=.)\/+$/, "")
	};
}

// src/config/find-config.ts
/** Where the configuration file is looked for, in this order; the first that is there is read, and no other. */
const configNames = ["will-it-pull.yaml", ".github/will-it-pull.yaml"];
/** Far more than any configuration needs, and read in a fraction of a second. */
const longest$1 = 1048576;
/** Finds the text of the configuration file: the one that `config` names, else one of the two usual ones. */
async function findConfig(facts) {
	const named = facts.raw.config?.at(-1);
	if (named) return readNamed(named, facts);
	for (const path of configNames) {
		const read = await facts.root.read(path, longest$1);
		if (read.kind !== "absent") return outcome(path, read, path);
	}
	return misnamed(facts.root);
}
async function readNamed(named, { root, files, withoutSecrets, spell }) {
	const at = writtenPath(root, ".", await real$1(files.native(named)));
	const read = withoutSecrets && at.kind === "inside" ? await root.read(at.path, longest$1) : await files.read(named, longest$1);
	return outcome(at.path, read, spell("config"));
}
async function real$1(path) {
	return realpath(path).catch(() => path);
}
function outcome(path, read, where) {
	if (read.kind === "text") return {
		kind: "found",
		config: {
			path,
			folder: dirname(path),
			text: read.text
		}
	};
	return {
		kind: "wrong",
		problem: {
			where,
			why: `${where === path ? "the configuration file" : `the configuration file ${quoted(path)}`} can't be read: ${unreadable(read)}`
		}
	};
}
async function misnamed(root) {
	for (const path of configNames.map((name) => name.replace(/yaml$/, "yml"))) {
		if (await root.kind(path) !== "file") continue;
		return {
			kind: "wrong",
			problem: {
				where: path,
				why: `this name is not looked for: rename it to \`${path.replace(/yml$/, "yaml")}\`, or name it with \`config\``
			}
		};
	}
	return { kind: "none" };
}

// src/config/custom-resources.ts
/** Where further kinds of custom resources name images, as the configuration says it. */
function readCustomResources(reader) {
	const written = reader.file?.config["custom-resources"] ?? [];
	const kinds = written.map(({ kind }) => kind);
	return written.map((entry, index) => {
		const origin = {
			kind: "file",
			place: reader.placeOf([
				"custom-resources",
				index,
				"kind"
			])
		};
		const first = kinds.indexOf(entry.kind);
		const { line } = reader.placeOf([
			"custom-resources",
			first,
			"kind"
		]);
		const why = first === index ? wrongEntry(entry) : `${quoted(entry.kind)} has its fields from line ${line} already`;
		if (why !== void 0) reader.wrong(origin, why);
		reader.note({
			key: `custom-resources[${index}]`,
			shown: shown$2(entry),
			origin
		});
		return rowOf(entry);
	});
}
const imageKeys = [
	"images",
	"image-parts",
	"containers",
	"pod-templates",
	"pod-specs"
];
const podKeys = [
	"pull-secrets",
	"service-account",
	"namespace"
];
function wrongEntry(entry) {
	const [group = "", kind = ""] = entry.kind.split("/");
	if (podSpecPath(group, kind) !== void 0) return `${quoted(entry.kind)} is a kind of Kubernetes itself, whose images are known: remove this entry`;
	return [...imageKeys, ...podKeys].every((key) => (entry[key] ?? []).length === 0) ? `nothing is said of ${quoted(entry.kind)}: give it one of ${imageKeys.join(", ")}` : void 0;
}
function shown$2(entry) {
	const paths = (key) => {
		if (key === "image-parts") return entry[key]?.map(({ at }) => at) ?? [];
		const value = entry[key] ?? [];
		return typeof value === "string" ? [value] : value;
	};
	const told = [...imageKeys, ...podKeys].filter((key) => paths(key).length > 0);
	return [entry.kind, ...told.map((key) => `${key} ${paths(key).join(", ")}`)].join("; ");
}
function rowOf(entry) {
	const [group = "", kind = ""] = entry.kind.split("/");
	const one = (path) => path === void 0 ? void 0 : [path];
	return {
		group,
		kinds: [kind],
		images: entry.images,
		composed: entry["image-parts"]?.map(composedOf),
		containers: entry.containers,
		templates: entry["pod-templates"],
		pods: entry["pod-specs"],
		pullSecrets: one(entry["pull-secrets"]),
		serviceAccounts: one(entry["service-account"]),
		namespace: entry.namespace
	};
}
function composedOf(parts) {
	const { at, registry = "registry", repository = "repository", tag = "tag", digest = "digest", defaults } = parts;
	return {
		at,
		registry,
		repository,
		tag,
		digest,
		defaults
	};
}

// src/config/platforms.ts
const systems = words("linux windows darwin freebsd aix android dragonfly hurd illumos ios js nacl netbsd openbsd plan9 solaris zos");
const architectures = words("amd64 arm64 arm 386 ppc64le s390x riscv64 loong64 mips64le amd64p32 arm64be armbe mips mips64 mips64p32", "mips64p32le mipsle ppc ppc64 riscv s390 sparc sparc64 wasm");
function words(...lines) {
	return lines.join(" ").split(" ");
}
/** A platform of nodes as containerd writes it; a system or an architecture that does not exist would match no image. */
function readPlatform(written) {
	const parsed = parsePlatform(written);
	if (parsed.kind === "platform-error") return wrong$1(`${quoted(written)} is no platform: write \`linux/arm64\` or \`linux/arm/v7\``);
	const { os, architecture } = parsed.platform;
	if (!systems.includes(os)) return wrong$1(`${quoted(written)} names no known operating system${didYouMean(os, systems)}`);
	if (architectures.includes(architecture)) return {
		kind: "value",
		value: formatPlatform(parsed.platform)
	};
	return wrong$1(`${quoted(written)} names no known architecture${didYouMean(architecture, architectures)}`);
}
function wrong$1(why) {
	return {
		kind: "wrong",
		why
	};
}

// src/config/values.ts
const value = (parsed) => ({
	kind: "value",
	value: parsed
});
const wrong = (why) => ({
	kind: "wrong",
	why
});
const unitMs = {
	h: 36e5,
	m: 6e4,
	s: 1e3
};
/** Milliseconds of `90s`, `10m` or `1h30m`; a bare `0` is none. */
function parseDuration(text) {
	if (text === "0") return value(0);
	const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
	if (text === "" || parts === null) return wrong("is no duration: write `90s`, `10m` or `1h30m`");
	const [, hours = "0", minutes = "0", seconds = "0"] = parts;
	return value(Number(hours) * unitMs.h + Number(minutes) * unitMs.m + Number(seconds) * unitMs.s);
}
const unitBytes = {
	"": 1,
	B: 1,
	kB: 1e3,
	MB: 1e6,
	GB: 1e9,
	KiB: 1024,
	MiB: 2 ** 20,
	GiB: 2 ** 30
};
/** Bytes of `2GiB`, `500MB` or a plain number. */
function parseBytes(text) {
	const [, digits = "", unit = ""] = /^(\d{1,12})\s*([kKMG]?i?B)?$/.exec(text) ?? [];
	const factor = unitBytes[unit];
	return digits === "" || factor === void 0 ? wrong("is no size: write `2GiB`, `500MB` or a number") : value(Number(digits) * factor);
}
/** A whole number from 1 to `most`. */
function parseCount(text, most) {
	const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	return count < 1 || count > most ? wrong(`must be a whole number from 1 to ${most}`) : value(count);
}
/** The list entries of a text with commas. */
function splitList(entries) {
	return entries.flatMap((entry) => entry.split(",")).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
/** A registry as image references name it: a host, perhaps a port, no scheme. */
const registryPattern = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

// src/config/environments.ts
/**
* The environments of the configuration, or the one that holds without any. Flags and inputs are for the default one: the
* one named `default`, else the only one; where there is none such, they can't be used.
*/
async function readEnvironments(reader, files) {
	const declared = reader.file?.config.environments;
	if (declared === void 0) return [await new EnvironmentReader({
		reader,
		files,
		takesFlags: true
	}).read()];
	refuseTwins(reader, declared);
	const flagged = takesFlags(reader, declared);
	const environments = [];
	for (const [index, entry] of declared.entries()) {
		const given = {
			reader,
			files,
			entry,
			index,
			takesFlags: entry === flagged
		};
		environments.push(await new EnvironmentReader(given).read());
	}
	return environments;
}
function refuseTwins(reader, declared) {
	const names = declared.map(({ name }) => name);
	for (const [index, name] of names.entries()) {
		const first = names.indexOf(name);
		if (first === index) continue;
		const { line } = reader.placeOf([
			"environments",
			first,
			"name"
		]);
		const place = reader.placeOf([
			"environments",
			index,
			"name"
		]);
		reader.wrong({
			kind: "file",
			place
		}, `the name ${quoted(name)} is taken by the environment of line ${line}`);
	}
}
function takesFlags(reader, declared) {
	const standard = declared.find(({ name }) => name === "default") ?? (declared.length === 1 ? declared[0] : void 0);
	if (standard !== void 0) return standard;
	const names = declared.map(({ name }) => name).join(", ");
	for (const name of environmentSettings) {
		const given = reader.entries(name);
		const why = `it is for the default environment, and ${reader.file?.path} has ${names}: name one of them \`default\``;
		if (given !== void 0) reader.wrong(given.origin, why);
	}
}
/** Reads one environment: what the call says where it may, else what its entry says. */
var EnvironmentReader = class {
	#given;
	constructor(given) {
		this.#given = given;
	}
	async read() {
		return {
			name: this.#name,
			platforms: this.#platforms(),
			runtime: this.#runtime(),
			nodeCredentials: await this.#nodeCredentials(),
			hostsDir: await this.#place("hosts-dir", "folder"),
			registriesConf: await this.#place("registries-conf", "file"),
			caPem: await this.#certificates(),
			insecureRegistries: this.#insecureRegistries()
		};
	}
	get #name() {
		return this.#given.entry?.name ?? "default";
	}
	#platforms() {
		const { reader } = this.#given;
		const list = this.#list("platforms");
		const written = this.#decide("platforms", list, ["linux/amd64"]);
		const origin = list?.origin ?? { kind: "default" };
		const platforms = written.flatMap((text, item) => {
			const platform = readPlatform(text);
			if (platform.kind === "value") return [platform.value];
			const place = reader.placeOf([...this.#path("platforms"), item]);
			reader.wrong(origin.kind === "file" ? {
				kind: "file",
				place
			} : origin, platform.why);
			return [];
		});
		return [...new Set(platforms)];
	}
	#insecureRegistries() {
		const list = this.#list("insecure-registries");
		const wrong = list?.value.find((registry) => !registryPattern.test(registry));
		if (list !== void 0 && wrong !== void 0) this.#given.reader.wrong(list.origin, `${quoted(wrong)} is no registry: write \`registry.local:5000\`, without a scheme`);
		return this.#decide("insecure-registries", list, []);
	}
	#runtime() {
		const { reader, entry, takesFlags } = this.#given;
		const offer = (takesFlags ? reader.choice("runtime", [
			"containerd",
			"containerd-local",
			"containerd-transfer",
			"cri-o"
		]) : void 0) ?? reader.written(this.#path("runtime"), entry?.runtime);
		return this.#decide("runtime", offer, "containerd");
	}
	async #nodeCredentials() {
		const offer = this.#text("node-credentials");
		const path = this.#decide("node-credentials", offer, "undeclared");
		if (path === "undeclared" || path === "none" || path === "runner") return { kind: path };
		const near = nearName(path, [
			"undeclared",
			"none",
			"runner"
		]);
		const what = `the docker config ${quoted(path)}${near === void 0 ? "" : ` (or is \`${near}\` meant?)`}`;
		const origin = offer?.origin ?? { kind: "default" };
		const content = await this.#given.files.text({
			path,
			origin,
			what
		});
		const config = content === void 0 ? void 0 : readDockerConfig(content, "config.json");
		if (config?.kind === "error") this.#given.reader.wrong(origin, `${what} is none: ${config.error}`);
		return {
			kind: "docker-config",
			file: path,
			content: new Secret(content ?? "")
		};
	}
	async #place(name, wanted) {
		const offer = this.#text(name);
		const path = this.#decide(name, offer, void 0);
		if (path === void 0 || offer === void 0) return void 0;
		return this.#given.files.place({
			path,
			origin: offer.origin,
			what: `\`${name}\``
		}, wanted);
	}
	async #certificates() {
		const offer = this.#text("ca-file");
		const path = this.#decide("ca-file", offer, void 0);
		if (path === void 0 || offer === void 0) return void 0;
		const what = `the file ${quoted(path)}`;
		const pem = await this.#given.files.text({
			path,
			origin: offer.origin,
			what
		});
		if (pem !== void 0 && !pem.includes("-----BEGIN CERTIFICATE-----")) this.#given.reader.wrong(offer.origin, `${what} holds no certificate in PEM (\`-----BEGIN CERTIFICATE-----\`)`);
		return pem;
	}
	#text(name) {
		const { reader, entry, takesFlags } = this.#given;
		return (takesFlags ? reader.text(name) : void 0) ?? reader.written(this.#path(name), entry?.[name]);
	}
	#list(name) {
		const { reader, entry, takesFlags } = this.#given;
		return (takesFlags ? reader.list(name) : void 0) ?? reader.written(this.#path(name), entry?.[name]);
	}
	#decide(name, offer, standard) {
		return this.#given.reader.decide(`environments.${this.#name}.${name}`, [offer], standard);
	}
	#path(name) {
		return [
			"environments",
			this.#given.index ?? 0,
			name
		];
	}
};

// src/config/named-files.ts
const longest = 1048576;
/**
* Files that flags, inputs and the configuration name. A flag or an input may name any file; a path of the configuration
* is relative to its folder, and must lie in the repository where the change may come from anyone.
*/
var NamedFiles = class {
	/** Root-relative paths of those that were named and lie in the repository. */
	inside = [];
	#facts;
	#reader;
	constructor(facts, reader) {
		this.#facts = facts;
		this.#reader = reader;
	}
	/** The text of a file; where there is none, that is a problem. */
	async text({ path, origin, what }) {
		const result = await this.#read(path, origin);
		if (result.kind === "text") return result.text;
		const why = result.kind === "forbidden" ? forbidden : unreadable(result);
		this.#reader.wrong(origin, `${what} can't be read: ${why}`);
	}
	/** Where a file or a folder is: root-relative, or absolute outside of the repository. It has to be there. */
	async place({ path, origin, what }, wanted) {
		const at = this.#at(path, origin);
		const kind = await this.#kind(at, origin);
		if (kind === wanted) return at.path;
		this.#reader.wrong(origin, `${what} ${quoted(path)} can't be used: ${kind === "forbidden" ? forbidden : faults[kind]}`);
	}
	async #read(path, origin) {
		const at = this.#at(path, origin);
		if (origin.kind !== "file") return this.#facts.files.read(path, longest);
		if (at.kind === "inside") {
			const result = await this.#facts.root.read(at.path, longest);
			if (result.kind !== "outside") return result;
		}
		if (this.#facts.withoutSecrets) return { kind: "forbidden" };
		return this.#facts.files.read(this.#facts.root.native(at.path), longest);
	}
	async #kind(at, origin) {
		const { root, files, withoutSecrets } = this.#facts;
		const kind = at.kind === "inside" ? await root.kind(at.path) : "outside";
		if (kind !== "outside") return kind;
		return origin.kind === "file" && withoutSecrets ? "forbidden" : files.kind(root.native(at.path));
	}
	#at(path, origin) {
		const { root, files } = this.#facts;
		const folder = this.#reader.file?.folder ?? ".";
		const at = origin.kind === "file" ? writtenPath(root, folder, path) : writtenPath(root, ".", files.native(path));
		if (at.kind === "inside" && /^\.git(?:\/|$)/i.test(at.path)) return {
			kind: "outside",
			path: at.path
		};
		if (at.kind === "inside") this.inside.push(at.path);
		return at;
	}
};
const forbidden = "it is outside of the repository, where the configuration of a pull request without secrets may name no file";
const faults = {
	file: "it is a file, and must be a folder",
	folder: "it is a folder, and must be a file",
	absent: "there is no such file or folder",
	denied: "permission denied",
	outside: "it is outside of the repository"
};

// src/config/policy.ts
/** What findings do to the run: rules and ignores are of the configuration alone. */
function readPolicy(reader) {
	const config = reader.file?.config ?? {};
	const onUnknown = reader.written(["on-unknown"], config["on-unknown"]);
	const failOn = reader.written(["fail-on"], config["fail-on"]);
	const allowed = reader.written(["allowed-registries"], config["allowed-registries"]);
	return {
		severities: readRules(reader),
		ignores: readIgnores(reader),
		onUnknown: reader.decide("on-unknown", [reader.choice("on-unknown", ["warn", "fail"]), onUnknown], "warn"),
		failOn: reader.decide("fail-on", [reader.choice("fail-on", ["new", "all"]), failOn], "new"),
		allowedRegistries: reader.decide("allowed-registries", [allowed], [])
	};
}
function readRules(reader) {
	const severities = /* @__PURE__ */ new Map();
	for (const [code, severity] of entriesOf(reader.file?.config.rules ?? {})) {
		reader.decide(`rules.${code}`, [reader.written(["rules", code], severity)], severity);
		severities.set(code, severity);
	}
	return severities;
}
function entriesOf(rules) {
	return findingCodes.flatMap((code) => {
		const severity = rules[code];
		return severity === void 0 ? [] : [[code, severity]];
	});
}
function readIgnores(reader) {
	return (reader.file?.config.ignore ?? []).map((rule, index) => {
		const place = reader.placeOf(["ignore", index]);
		const { image, code, reason, expires } = rule;
		const until = expires === void 0 ? "" : ` until ${expires}`;
		const shown = `${code ?? "everything"} of ${image}${until}: ${reason}`;
		reader.note({
			key: `ignore[${index}]`,
			shown,
			origin: {
				kind: "file",
				place
			}
		});
		return {
			image,
			code,
			reason,
			expires,
			place
		};
	});
}

// src/config/sources.ts
/** The sources of the configuration; paths of the call take their place. */
async function readSources(reader, root) {
	const written = reader.file?.config.sources ?? [];
	if (reader.entries("paths") !== void 0) return [];
	const sources = [];
	for (const [index, entry] of written.entries()) {
		const origin = {
			kind: "file",
			place: reader.placeOf(["sources", index])
		};
		reader.note({
			key: `sources[${index}]`,
			shown: shown$1(entry),
			origin
		});
		sources.push(await new SourceReader(reader, root, index).read(entry));
	}
	return sources;
}
function shown$1(entry) {
	if ("kustomize" in entry) return `kustomize: ${entry.kustomize}`;
	if ("manifests" in entry) return `manifests: ${entry.manifests}`;
	const values = entry.values?.map((file) => ` --values ${file}`) ?? [];
	const set = Object.keys(entry.set ?? {}).map((key) => ` --set ${key}=***`);
	return `chart: ${entry.chart}${values.join("")}${set.join("")}`;
}
var SourceReader = class {
	#reader;
	#root;
	#path;
	constructor(reader, root, index) {
		this.#reader = reader;
		this.#root = root;
		this.#path = ["sources", index];
	}
	async read(entry) {
		if ("kustomize" in entry) return {
			kind: "kustomize",
			path: await this.#folderOf("kustomize", entry.kustomize)
		};
		if ("manifests" in entry) return {
			kind: "manifests",
			pattern: this.#inside("manifests", entry.manifests)
		};
		const path = isRemote(entry.chart) ? entry.chart : await this.#folderOf("chart", entry.chart);
		return {
			kind: "chart",
			path,
			values: await Promise.all((entry.values ?? []).map((file, item) => this.#values(path, file, item))),
			set: this.#set(entry),
			setAt: this.#setAt(entry),
			release: entry.release,
			namespace: entry.namespace,
			kubeVersion: entry["kube-version"],
			apiVersions: entry["api-versions"] ?? []
		};
	}
	/** A path told from the root, where it is to be told from the configuration's folder, is a slip that is easily made. */
	async #folderOf(key, written) {
		const path = this.#inside(key, written);
		if (this.#folder === "." || await this.#root.kind(path) !== "absent") return path;
		const fromRoot = await this.#root.kind(written);
		if (fromRoot !== "file" && fromRoot !== "folder") return path;
		const place = this.#reader.placeOf([...this.#path, key]);
		const why = `there is no ${quoted(path)}; paths are relative to the folder of ${this.#reader.file?.path}: write ${quoted(relative(this.#folder, written))}`;
		this.#reader.wrong({
			kind: "file",
			place
		}, why);
		return path;
	}
	#inside(key, written, item) {
		const at = writtenPath(this.#root, this.#folder, written);
		if (at.kind === "inside") return at.path;
		const place = this.#reader.placeOf([
			...this.#path,
			key,
			...item === void 0 ? [] : [item]
		]);
		const why = `${quoted(written)} is outside of the repository; paths are relative to the folder of ${this.#reader.file?.path}`;
		this.#reader.wrong({
			kind: "file",
			place
		}, why);
		return written;
	}
	/** Values are looked for beside the configuration first, then in the chart's folder. */
	async #values(chart, written, item) {
		const beside = writtenPath(this.#root, this.#folder, written);
		if (beside.kind === "inside" && await this.#root.kind(beside.path) !== "absent") return beside.path;
		const inChart = writtenPath(this.#root, chart, written);
		return !isRemote(chart) && inChart.kind === "inside" && await this.#root.kind(inChart.path) === "file" ? join(chart, written) : this.#inside("values", written, item);
	}
	get #folder() {
		return this.#reader.file?.folder ?? ".";
	}
	#setAt({ set = {} }) {
		const file = this.#reader.file?.path;
		return file === void 0 ? void 0 : Object.keys(set).map((key) => ({
			file,
			path: [
				...this.#path,
				"set",
				key
			]
		}));
	}
	#set({ set = {} }) {
		return Object.entries(set).map(([key, value]) => {
			return `${key}=${literal((typeof value === "number" ? this.#reader.file?.plainText([
				...this.#path,
				"set",
				key
			]) : void 0) ?? String(value))}`;
		});
	}
};
function literal(value) {
	return value.startsWith("{") ? value : value.replace(/(?<!\\),/g, "\\,");
}
function isRemote(chart) {
	return /^[a-z]+:\/\//.test(chart);
}

// src/config/pull-secrets.ts
const start = /^[a-z0-9./-]+=/;
/**
* Entries of the `pull-secrets` text: an entry starts at a line like `name=` or `namespace/name=` and goes on to the
* next. A value that begins with `{`, or base64 of that, is content, else the path of a file.
*/
function parsePullSecrets(text) {
	const entries = [];
	for (const line of text.split(/\r?\n/)) if (start.test(line)) entries.push(line);
	else if (entries.length > 0) entries.push(`${entries.pop() ?? ""}\n${line}`);
	return entries.map(entry);
}
function entry(text) {
	const at = text.indexOf("=");
	const names = text.slice(0, at).split("/");
	const [namespace, name] = names.length > 1 ? [names[0], names.slice(1).join("/")] : [void 0, names[0] ?? ""];
	const written = text.slice(at + 1).trim();
	const content = contentOf$1(written);
	return content === void 0 ? {
		namespace,
		name,
		file: written
	} : {
		namespace,
		name,
		content: new Secret(content)
	};
}
function contentOf$1(written) {
	if (written.startsWith("{")) return written;
	const decoded = /^[A-Za-z0-9+/=\s]+$/.test(written) ? Buffer.from(written, "base64").toString() : "";
	return decoded.startsWith("{") ? decoded : void 0;
}
/** The content of a secret from a text that is `.dockerconfigjson`, or base64 of it as `kubectl get -o yaml` prints it. */
function secretContent(text) {
	return new Secret(contentOf$1(text.trim()) ?? text);
}

// src/config/supplied-secrets.ts
/** Contents of pull secrets, of the call and of the configuration; the call's entry for a name holds, and no other is read. */
async function readSuppliedSecrets(reader, sources) {
	const called = reader.entries("pull-secrets");
	const entries = parsePullSecrets(called?.value.join("\n") ?? "");
	const supplied = [];
	for (const entry of called === void 0 ? [] : entries) supplied.push(...await calledSecret(reader, sources, {
		entry,
		origin: called?.origin ?? { kind: "default" }
	}));
	const known = new Set(supplied.map(keyOf));
	for (const [index, entry] of (reader.file?.config["pull-secrets"] ?? []).entries()) {
		if (isTwin(reader, index) || known.has(entry.secret)) continue;
		supplied.push(...await writtenSecret(reader, sources, {
			entry,
			index
		}));
	}
	return supplied;
}
function keyOf({ namespace, name }) {
	return namespace === void 0 ? name : `${namespace}/${name}`;
}
async function calledSecret(reader, { files, withoutSecrets }, { entry, origin }) {
	const { namespace, name, content, file } = entry;
	const key = keyOf(entry);
	if (file === "") {
		if (withoutSecrets) reader.note({
			key: `pull-secrets.${key}`,
			shown: "empty: this run has no secrets",
			origin
		});
		else reader.wrong(origin, `nothing is given for ${quoted(key)}: set the secret or variable behind it, or remove it`);
		return [];
	}
	reader.note({
		key: `pull-secrets.${key}`,
		shown: "***",
		origin
	});
	if (content !== void 0) return [{
		namespace,
		name,
		content
	}];
	const text = await files.text({
		path: file ?? "",
		origin,
		what: `the file given for ${quoted(key)}`
	});
	return text === void 0 ? [] : [{
		namespace,
		name,
		content: secretContent(text)
	}];
}
function isTwin(reader, index) {
	const names = (reader.file?.config["pull-secrets"] ?? []).map(({ secret }) => secret);
	const name = names[index] ?? "";
	const first = names.indexOf(name);
	if (first === index) return false;
	const { line } = reader.placeOf([
		"pull-secrets",
		first,
		"secret"
	]);
	const place = reader.placeOf([
		"pull-secrets",
		index,
		"secret"
	]);
	reader.wrong({
		kind: "file",
		place
	}, `the secret ${quoted(name)} has its content from line ${line} already`);
	return true;
}
async function writtenSecret(reader, sources, { entry, index }) {
	const key = "from-env" in entry ? "from-env" : "from-file";
	const origin = {
		kind: "file",
		place: reader.placeOf([
			"pull-secrets",
			index,
			key
		])
	};
	const isRead = key === "from-file" || !sources.withoutSecrets;
	reader.note({
		key: `pull-secrets.${entry.secret}`,
		shown: shown(entry, isRead),
		origin
	});
	const content = isRead ? await contentOf(reader, sources, {
		entry,
		origin
	}) : void 0;
	const at = entry.secret.indexOf("/");
	const name = {
		namespace: at === -1 ? void 0 : entry.secret.slice(0, at),
		name: entry.secret.slice(at + 1)
	};
	return content === void 0 ? [] : [{
		...name,
		content
	}];
}
function shown(entry, isRead) {
	const source = "from-env" in entry ? `variable ${entry["from-env"]}` : `file ${entry["from-file"]}`;
	return isRead ? `*** (${source})` : `not read: this run has no secrets (${source})`;
}
async function contentOf(reader, { files, environment }, { entry, origin }) {
	if ("from-file" in entry) {
		const path = entry["from-file"];
		const text = await files.text({
			path,
			origin,
			what: `the file ${quoted(path)}`
		});
		return text === void 0 ? void 0 : secretContent(text);
	}
	const value = environment(entry["from-env"]);
	if (value !== void 0 && value !== "") return secretContent(value);
	const why = `the environment variable \`${entry["from-env"]}\` is not set: give it to this step, or remove the entry`;
	reader.wrong(origin, why);
}

// src/config/read-request.ts
const twoGiB = 2 ** 31;
/** What is to be checked, for which nodes and by which rules. */
async function readRequest(reader, facts) {
	const { stdin, withoutSecrets, offline, environment, root } = facts;
	const files = new NamedFiles(facts, reader);
	const sources = await readSources(reader, root);
	const optional = (name) => reader.decide(name, [reader.text(name)], void 0);
	return {
		paths: sources.length > 0 ? [] : reader.decide("paths", [reader.entries("paths")], ["."]),
		stdin,
		sources,
		exclude: readExclude(reader),
		chart: readChartFlags(reader),
		environments: await readEnvironments(reader, files),
		pullSecrets: await readSuppliedSecrets(reader, {
			files,
			environment,
			withoutSecrets
		}),
		policy: readPolicy(reader),
		depth: readDepth(reader),
		customResources: readCustomResources(reader),
		checkImageLike: readImageLike(reader) === "check",
		largeImageBytes: readLargeImage(reader),
		programs: {
			helm: optional("helm-path"),
			kustomize: optional("kustomize-path")
		},
		withoutSecrets,
		offline,
		configFile: reader.file?.path,
		configuredBy: [...configPaths(reader, facts), ...files.inside]
	};
}
/** The file that is read, and those that would be if they were there: a change may have deleted one. */
function configPaths({ file }, { raw }) {
	if (raw.config?.at(-1)) return file === void 0 ? [] : [file.path];
	const at = configNames.findIndex((name) => name === file?.path);
	return at === -1 ? configNames : configNames.slice(0, at + 1);
}
/** Globs of the file are relative to its folder, but those that begin with `**` hold everywhere. */
function readExclude(reader) {
	const { folder = ".", config } = reader.file ?? {};
	const written = config?.exclude?.map((glob) => glob.startsWith("**") ? glob : join(folder, glob));
	return reader.decide("exclude", [reader.list("exclude"), reader.written(["exclude"], written)], []);
}
function readChartFlags(reader) {
	const text = (name) => reader.decide(name, [reader.text(name)], void 0);
	const list = (name) => reader.decide(name, [reader.list(name)], []);
	const set = reader.entries("set");
	const keys = set?.value.map((assignment) => `${assignment.split("=", 1)[0]}=***`).join(", ");
	return {
		values: list("values"),
		set: reader.decide("set", [set && {
			...set,
			shown: keys
		}], []),
		setAt: set?.value.map(() => set.origin.kind === "call" ? { spelled: set.origin.spelled } : { spelled: "set" }),
		release: text("release"),
		namespace: text("namespace"),
		kubeVersion: text("kube-version"),
		apiVersions: list("api-versions")
	};
}
function readDepth(reader) {
	const written = reader.written(["depth"], reader.file?.config.depth);
	return reader.decide("depth", [reader.choice("depth", ["manifest", "blobs"]), written], "manifest");
}
function readImageLike(reader) {
	const name = "image-like-strings";
	const written = reader.written([name], reader.file?.config[name]);
	return reader.decide(name, [reader.choice(name, ["list", "check"]), written], "list");
}
function readLargeImage(reader) {
	const size = reader.written(["large-image-bytes"], reader.file?.config["large-image-bytes"]);
	const parsed = size && parseBytes(String(size.value));
	if (size !== void 0 && parsed?.kind === "wrong") reader.wrong(size.origin, `\`${size.value}\` ${parsed.why}`);
	const written = size && parsed?.kind === "value" ? {
		...size,
		value: parsed.value,
		shown: String(size.value)
	} : void 0;
	return reader.decide("large-image-bytes", [reader.bytes("large-image-bytes"), written], twoGiB);
}

// src/config/reader.ts
/**
* Reads values from the call and from the configuration file, decides between them, and keeps where each came from and
* everything that is wrong, so that it can be told at once.
*/
var Reader = class {
	problems = [];
	decisions = [];
	file;
	#options;
	constructor(options, file) {
		this.#options = options;
		this.file = file;
	}
	/** Every entry of the call as written, for values that may hold commas. */
	entries(name) {
		return this.#given(name, this.#options.raw[name]);
	}
	list(name) {
		const entries = this.#options.raw[name];
		return this.#given(name, entries && splitList(entries));
	}
	text(name) {
		return this.#given(name, this.#options.raw[name]?.at(-1) || void 0);
	}
	choice(name, choices) {
		return this.#parsed(name, (text) => {
			const value = choices.find((choice) => choice === text);
			return value === void 0 ? {
				kind: "wrong",
				why: `is none of ${choices.join(", ")}`
			} : {
				kind: "value",
				value
			};
		});
	}
	boolean(name) {
		const chosen = this.choice(name, ["true", "false"]);
		return chosen && {
			...chosen,
			value: chosen.value === "true"
		};
	}
	bytes(name) {
		return this.#parsed(name, parseBytes);
	}
	duration(name) {
		return this.#parsed(name, parseDuration);
	}
	count(name, most) {
		return this.#parsed(name, (text) => parseCount(text, most));
	}
	/** A value of the configuration file, found at this path of it. */
	written(path, value) {
		return value === void 0 ? void 0 : {
			value,
			origin: {
				kind: "file",
				place: this.placeOf(path)
			}
		};
	}
	placeOf(path) {
		return this.file?.placeOf(path) ?? {
			file: "",
			line: 1,
			column: 1
		};
	}
	/** The first of the offers that somebody made, else the standard; it is noted under the key. */
	decide(key, offers, standard) {
		const offer = offers.find((made) => made !== void 0);
		if (offer === void 0) this.note({
			key,
			shown: standardText(key) ?? textOf(standard),
			origin: { kind: "default" }
		});
		else this.note({
			key,
			shown: offer.shown ?? textOf(offer.value),
			origin: offer.origin
		});
		return offer === void 0 ? standard : offer.value;
	}
	note(decision) {
		this.decisions.push(decision);
	}
	/** Keeps what is wrong with a value, at the place where it was said. */
	wrong(origin, why) {
		if (origin.kind === "file") this.problems.push(problemAt(origin.place, why));
		else this.problems.push({
			where: origin.kind === "call" ? origin.spelled : "default",
			why
		});
	}
	#given(name, value) {
		return value === void 0 ? void 0 : {
			value,
			origin: this.#call(name)
		};
	}
	#call(name) {
		return {
			kind: "call",
			spelled: this.#options.spell(name)
		};
	}
	#parsed(name, parse) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const parsed = parse(text.value);
		if (parsed.kind === "value") return {
			value: parsed.value,
			origin: text.origin,
			shown: text.value
		};
		this.wrong(text.origin, `${quoted(text.value)} ${parsed.why}`);
	}
};
function standardText(key) {
	return settings.find(({ name }) => name === key.split(".").at(-1))?.default;
}
function textOf(value) {
	return typeof value === "object" ? value.join(", ") : String(value ?? "");
}

// src/config/resolve.ts
const tenMinutes = 6e5;
/** Makes the request of a run from the call and its configuration file. All problems are told at once. */
async function resolveRequest(facts) {
	const config = await readConfig(facts);
	const reader = new Reader(facts, config.file);
	noteFile(reader, facts);
	const request = await readRequest(reader, facts);
	const run = {
		timeoutMs: reader.decide("timeout", [reader.duration("timeout")], tenMinutes),
		waitMs: reader.decide("wait", [reader.duration("wait")], 0),
		concurrency: reader.decide("concurrency", [reader.count("concurrency", 256)], void 0),
		dockerConfig: reader.decide("docker-config", [reader.text("docker-config")], void 0),
		cacheFolder: cacheFolder(reader, facts.environment),
		base: reader.decide("base", [reader.text("base")], void 0),
		changedOnly: reader.decide("changed-only", [reader.boolean("changed-only")], void 0)
	};
	const problems = [...config.problems, ...reader.problems];
	return problems.length > 0 ? {
		kind: "wrong",
		problems
	} : {
		kind: "request",
		request,
		run,
		decisions: reader.decisions
	};
}
function noteFile(reader, { raw, spell }) {
	const origin = raw.config?.at(-1) ? {
		kind: "call",
		spelled: spell("config")
	} : { kind: "default" };
	reader.note({
		key: "config",
		shown: reader.file?.path ?? "there is none",
		origin
	});
}
async function readConfig(facts) {
	const found = await findConfig(facts);
	if (found.kind === "none") return { problems: [] };
	if (found.kind === "wrong") return { problems: [found.problem] };
	const { readConfigFile } = await import("./config-config-file.js");
	const read = readConfigFile(found.config);
	return read.kind === "config" ? {
		file: read.file,
		problems: []
	} : { problems: read.problems };
}

// src/process/any-files.ts
/** Any file at all, since a person may name what is theirs; a relative path begins at `working`, which is absolute. */
function anyFiles(working) {
	const files = createFiles(resolve("/"), { granted: [resolve("/")] });
	const native = (path) => resolve(working, path);
	return {
		read: (path, limit) => files.read(native(path), limit),
		kind: (path) => files.kind(native(path)),
		native
	};
}

// src/process/below-root.ts
/**
* What is checked, and values files, are told from the root, since the report names them so. A program that is named by
* a path, not by its name alone, is told absolutely. Other files stay as they were written.
*/
function belowRoot(raw, { root, working }) {
	const { paths, values, ...rest } = raw;
	const given = splitList(values ?? []).map((path) => real(resolve(working, path)));
	const checked = (paths ?? []).map((path) => path === "-" ? path : fromRoot(root, real(resolve(working, path))));
	return {
		raw: {
			...rest,
			...programs(raw, working),
			...paths && { paths: checked },
			...values && { values: given.map((file) => fromRoot(root, file)) }
		},
		granted: given.filter((file) => isOutside(fromRoot(root, file)))
	};
}
function programs(raw, working) {
	const inFull = (program) => /[/\\]/.test(program) ? resolve(working, program) : program;
	const named = ["helm-path", "kustomize-path"].map((name) => [name, raw[name]?.map(inFull)]);
	return Object.fromEntries(named.filter(([, value]) => value !== void 0));
}
/** Without links, as the root is; what does not exist stays as it is, to be named in the report. */
function real(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return path;
	}
}
function isOutside(path) {
	return path === ".." || path.startsWith("../") || isAbsolute(path);
}
function fromRoot(root, path) {
	const below = relative$1(root, path);
	return isAbsolute(below) ? path : below.split(sep).join("/") || ".";
}

// src/process/node-configuration.ts
/**
* Absolute paths of the nodes' registry configuration, which may be read wherever they are: the request holds none that
* its author may not name. In a run without secrets that is what lies in the repository, with no link out of it.
*/
function nodeConfiguration({ environments, withoutSecrets }, root) {
	if (withoutSecrets) return [];
	return environments.flatMap(({ hostsDir, registriesConf }) => [hostsDir, registriesConf]).filter((path) => path !== void 0).map((path) => resolve(root, path));
}

// src/cli/progress.ts
const clearLine = "\r\x1B[2K";
/** A log for a person at a terminal. `quiet` says nothing; `debug` adds what only a developer wants. */
function createLog(output, mode) {
	const shows = output.isTTY && !mode.quiet;
	let isShown = false;
	const clear = () => {
		if (isShown) output.write(clearLine);
		isShown = false;
	};
	return {
		progress(step) {
			if (shows) output.write(clearLine + sentence(step).slice(0, Math.max(20, output.columns - 1)));
			isShown = shows;
		},
		debug(text) {
			if (!mode.debug) return;
			clear();
			output.write(`${plain(text)}\n`);
		},
		[Symbol.dispose]: clear
	};
}
const verbs = {
	render: "Rendering",
	probe: "Asking registries",
	wait: "Waiting for images"
};
function sentence({ stage, done, total, label }) {
	return `${verbs[stage]} ${done}/${total}  ${plain(label)}`;
}
function plain(text) {
	return text.replace(/\p{C}/gu, " ");
}

// src/cli/check-once.ts
/** Checks in a world of its own, with progress for a person. */
async function checkOnce({ request, run, root, granted }, view) {
	using log = createLog(terminal(), {
		quiet: view.quiet,
		debug: _light_node_process_default.env["RUNNER_DEBUG"] === "1"
	});
	using interruption = watchInterruption();
	const { signal: interrupted } = interruption;
	const network = networkLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: false
	});
	const timeoutMs = run.timeoutMs + run.waitMs;
	const keptIn = run.cacheFolder === void 0 ? void 0 : resolve(run.cacheFolder);
	await using world = await createWorld({
		root,
		granted,
		timeoutMs,
		interrupted,
		log,
		network,
		keptIn,
		offline: request.offline
	});
	const base = run.base === void 0 ? void 0 : {
		kind: "revision",
		revision: run.base
	};
	const { changedOnly, waitMs } = run;
	const { report, problems } = await check({
		...request,
		base,
		changedOnly,
		waitMs,
		traceAll: view.trace
	}, world);
	log[Symbol.dispose]();
	if (interrupted.aborted) _light_node_process_default.stderr.write("Interrupted: what was not known by then is told as unknown.\n");
	return {
		report,
		code: interruption.exitCode ?? exitCode(report, request.policy.onUnknown, problems),
		isInterrupted: interrupted.aborted
	};
}

// src/cli/resolve-call.ts
/** Reads standard input where it is asked for, finds the root, and makes the request of the flags and the configuration. */
async function resolveCall({ command, raw }) {
	const paths = raw.paths ?? [];
	const root = await repositoryRoot(resolve(paths.find((path) => path !== "-") ?? "."));
	const stdin = paths.includes("-") ? await readStandardInput() : "";
	if (stdin === void 0) return {
		kind: "wrong",
		problems: [tooMuchInput]
	};
	const { granted, ...fromRoot } = belowRoot(raw, {
		root,
		working: resolve(".")
	});
	const resolved = await resolveRequest({
		...fromRoot,
		withoutSecrets: false,
		offline: command === "list",
		stdin,
		spell,
		files: anyFiles(resolve(".")),
		root: createFiles(root),
		environment: (name) => _light_node_process_default.env[name]
	});
	if (resolved.kind === "wrong") return resolved;
	if (resolved.run.changedOnly === true && resolved.run.base === void 0) return {
		kind: "wrong",
		problems: [withoutBase]
	};
	return {
		...resolved,
		root,
		granted: [...granted, ...nodeConfiguration(resolved.request, root)]
	};
}
const withoutBase = {
	where: "--changed-only",
	why: "say since when: name a revision by `--base`"
};
const tooMuchInput = {
	where: "-",
	why: "standard input is larger than 64 MiB; check parts of it"
};
function spell(name) {
	const setting = settings.find((candidate) => candidate.name === name);
	return (setting && flagOf(setting)) ?? name;
}

// src/cli/show.ts
/** Why the file for the result can't be written, asked before the work that makes it. */
async function outputProblem({ output }) {
	if (output === void 0) return void 0;
	try {
		await (await open$1(output, "a")).close();
		return;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		return `the file \`${output}\` can't be written: ${reasons[code] ?? code}`;
	}
}
const reasons = {
	ENOENT: "its folder does not exist",
	ENOTDIR: "its folder is a file",
	EISDIR: "it is a folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EROFS: "the file system is read-only",
	ENOSPC: "the disk is full"
};
/** Prints the report in the format that was asked for, or writes it to a file. Views are loaded as needed. */
async function show(report, view, command) {
	const text = await render(report, view, command);
	if (view.output === void 0) await writeStandardOutput(text);
	else await writeFile(view.output, text);
}
async function render(report, view, command) {
	switch (view.format) {
		case "text": return command === "list" ? renderInventory(report, view) : renderText(report, view);
		case "json": return (await import("./report-views-json.js")).jsonReport(report);
		case "markdown": return (await import("./report-views-markdown-summary.js")).markdownSummary(report, {});
		case "sarif": return (await import("./report-views-sarif.js")).sarifReport(report);
		case "github": return (await import("./report-views-github.js")).githubCommands(report);
		case "gitlab": return (await import("./report-views-gitlab.js")).gitlabReport(report);
	}
}
async function renderInventory(report, view) {
	const { inventoryText } = await import("./report-views-text-inventory.js");
	return inventoryText(report, await paletteFor(view));
}
async function paletteFor({ output }) {
	const { colour, plain } = await import("./report-views-text-palette.js");
	return output === void 0 && wantsColour() ? colour : plain;
}
async function renderText(report, view) {
	const { verbose, quiet, output } = view;
	const { textReport } = await import("./report-views-text-text2.js");
	return textReport(report, {
		palette: await paletteFor(view),
		detail: verbose ? "verbose" : quiet ? "quiet" : "normal",
		width: output === void 0 ? _light_node_process_default.stdout.columns : void 0
	});
}

// src/config/explain.ts
/** Every value that holds in a run, with where it came from. */
function explainConfig({ decisions }) {
	return decisions.map(({ key, shown, origin }) => ({
		key,
		value: shown,
		source: sourceOf(origin)
	}));
}
function sourceOf(origin) {
	switch (origin.kind) {
		case "call": return `${origin.spelled.startsWith("--") ? "flag" : "input"} ${origin.spelled}`;
		case "file": return `${origin.place.file}:${origin.place.line}`;
		case "default": return "default";
	}
}

// src/cli/show-config.ts
/** Prints every value that would hold in a run, with who said so. */
async function showConfig(resolved, { format }) {
	const rows = explainConfig(resolved);
	await writeStandardOutput(format === "json" ? `${printableJson(rows, 2)}\n` : table(rows));
}
function table(rows) {
	const cells = rows.map(({ key, value, source }) => [
		key,
		value || "-",
		source
	].map(oneLine));
	const widths = [0, 1].map((column) => Math.min(60, Math.max(...cells.map((row) => row[column]?.length ?? 0))));
	return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).map((line) => `${line.trimEnd()}\n`).join("");
}

// src/cli/run-check.ts
/** `check` and `list`: the same pipeline, with and without questions. Gives the exit code. */
async function runCheck(call) {
	const unwritable = await outputProblem(call.view);
	return unwritable === void 0 ? resolveAndCheck(call) : wrongCall([{
		where: "--output",
		why: unwritable
	}]);
}
async function resolveAndCheck(call) {
	const resolved = await resolveCall(call);
	if (resolved.kind === "wrong") return wrongCall(resolved.problems);
	if (!call.view.explainConfig) return checkAndShow(call, resolved);
	await showConfig(resolved, call.view);
	return 0;
}
async function checkAndShow(call, resolved) {
	const { command, view } = call;
	if (view.fix !== void 0) return (await import("./cli-fix-run-fix.js")).runFix(call, resolved, view.fix);
	const { report, code } = await checkOnce(resolved, view);
	await show(report, view, command);
	return command === "list" && code === 1 ? 0 : code;
}
function wrongCall(problems) {
	for (const { where, why } of problems) _light_node_process_default.stderr.write(`${oneLine(`${where}: ${why}`)}\n`);
	return 2;
}

export { rulePage as A, YAMLException as B, lineReader as C, didYouMean as D, splitNotes as E, acceptManifests as F, sha256 as H, isKnownType as I, kindOfMediaType as L, withoutLogin as M, ownHost as N, acrossEnvironments as O, parseReference as P, parseDocument as R, nodeAt as S, Lines as T, Secret as U, load$2 as V, createWorld as _, createLog as a, createClock as b, anyFiles as c, problemAt as d, quoted as f, watchInterruption as g, networkLoader as h, checkOnce as i, chooseVersion as j, project as k, resolveRequest as l, exitCode as m, show as n, nodeConfiguration as o, repositoryRoot as p, resolveCall as r, belowRoot as s, runCheck as t, registryPattern as u, createFiles as v, yamlTree as w, check as x, Buffer$1 as y, CORE_SCHEMA as z };