import { C as mediaTypeOf, S as header, _ as Courier, a as repositoryOf, b as Agents, c as Redactor, d as Tokens, f as credentialKey, g as failed, i as headOrGet, l as Inquirer, n as flawOf, o as statedDigest, p as Trail, r as goodResponse, s as createTransport, t as causeOf, u as endpointKey, v as printable, y as ceilingOf } from "./registry-reading.js";
import { n as isDigest, t as digestOf } from "./registry-digest.js";
import { n as kindOfMediaType, t as acceptManifests } from "./registry-media-types.js";
import { t as Secret } from "./secret.js";
import { c as readFile, p as stat } from "./promises.js";
import { t as Buffer } from "./_light_node_buffer.js";
import { join } from "node:path";

// src/registry/descriptor.ts
/** A JSON object, or undefined. */
function objectOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
}
/** Reads a content descriptor; a text says what is wrong with it. */
function readDescriptor(value) {
	const fields = objectOf(value);
	if (fields === void 0) return "is no object";
	const { mediaType, digest, size } = fields;
	if (typeof mediaType !== "string") return "has no media type";
	if (typeof digest !== "string" || !isDigest(digest)) return "has no valid digest";
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) return "has no valid size";
	return withPlatform({
		mediaType,
		digest,
		size
	}, fields["platform"]);
}
/**
* Reads an entry of an index as the runtimes do: they look at the digest and size of the one entry that they take, so that
* another one, however wrong, does no harm. What Go's decoder does not take is wrong for all.
*/
function readEntry$1(value) {
	const fields = objectOf(value);
	if (fields === void 0) return "is no object";
	const { mediaType = "", digest = "", size = 0 } = fields;
	if (typeof mediaType !== "string") return "has a media type that is no text";
	if (typeof digest !== "string") return "has a digest that is no text";
	if (typeof size !== "number" || !Number.isInteger(size)) return "has a size that is no whole number";
	return withPlatform({
		mediaType,
		digest,
		size
	}, fields["platform"]);
}
function withPlatform(descriptor, written) {
	if (written === void 0 || written === null) return descriptor;
	const platform = readPlatform(written);
	return typeof platform === "string" ? platform : {
		...descriptor,
		platform
	};
}
/** Reads the platform of an index entry or a config. What is absent is empty, as for Go's decoder. */
function readPlatform(value) {
	const fields = objectOf(value);
	if (fields === void 0) return "names its platform in no JSON object";
	const texts = [
		"os",
		"architecture",
		"variant",
		"os.version"
	].map((name) => fields[name] ?? void 0);
	if (texts.some((text) => text !== void 0 && typeof text !== "string")) return "has a platform whose fields are no texts";
	const [os, architecture, variant, osVersion] = texts.map((text) => typeof text === "string" ? text : void 0);
	const features = fields["os.features"] ?? void 0;
	const osFeatures = Array.isArray(features) ? features.filter((feature) => typeof feature === "string") : void 0;
	return {
		os: os ?? "",
		architecture: architecture ?? "",
		...variant ? { variant } : {},
		...osVersion ? { osVersion } : {},
		...osFeatures && osFeatures.length > 0 ? { osFeatures } : {}
	};
}

// src/registry/ask-content.ts
const refusalLimit = 65536;
const configLimit = 4194304;
/** Whether a manifest is there. */
async function askChild({ target, trail }, digest, desk) {
	const inquiry = {
		target,
		trail,
		path: `/manifests/${digest}`,
		headers: { accept: acceptManifests },
		bodyLimit: refusalLimit
	};
	const reply = await headOrGet(desk.inquirer, inquiry);
	const good = goodResponse(reply);
	return good === void 0 ? causeOf(reply, desk.now()) : {
		kind: "value",
		value: described(good, digest)
	};
}
/** Whether a blob is there, where its redirect leads to. Presigned addresses often allow GET alone. */
async function askBlob({ target, trail }, digest, desk) {
	const inquiry = {
		target,
		trail,
		path: `/blobs/${digest}`,
		bodyLimit: refusalLimit
	};
	const reply = await headOrGet(desk.inquirer, inquiry, {
		...inquiry,
		headers: { range: "bytes=0-0" }
	});
	const good = goodResponse(reply);
	if (good !== void 0) return {
		kind: "value",
		value: described(good, digest)
	};
	return reply.kind === "response" && reply.response.status === 416 ? {
		kind: "value",
		value: described(reply.response, digest)
	} : causeOf(reply, desk.now());
}
function described(response, digest) {
	const total = /\/(\d{1,15})$/.exec(header(response.headers, "content-range") ?? "")?.[1];
	const size = Number(total ?? header(response.headers, "content-length") ?? 0);
	return {
		mediaType: mediaTypeOf(response.headers),
		digest,
		size: Number.isSafeInteger(size) ? size : 0
	};
}
/** What a tag stands for now. A HEAD costs no pull, and whatever else it ends in is nobody's trouble. */
async function askTag({ target, trail }, tag, desk) {
	const headers = { accept: acceptManifests };
	const inquiry = {
		target,
		trail,
		path: `/manifests/${tag}`,
		headers,
		bodyLimit: refusalLimit,
		method: "HEAD"
	};
	const reply = await desk.inquirer.ask(inquiry);
	const good = goodResponse(reply);
	if (reply.kind === "cause" || good === void 0) return causeOf(reply, desk.now());
	desk.quotas.note(target.host.registry, good.headers);
	const digest = statedDigest(good);
	if (digest !== void 0) return {
		kind: "value",
		value: described(good, digest)
	};
	const { url, at } = reply;
	return failed("body-invalid", {
		host: url.host,
		at,
		status: good.status,
		detail: "the answer names no digest"
	});
}
/** What an image config states (OCI image spec, config.md). */
async function askConfig(question, config, desk) {
	const { target, trail } = question;
	const kept = await desk.contents.read(config.digest);
	if (kept !== void 0) {
		const there = await askBlob(question, config.digest, desk);
		return there.kind === "value" ? readConfig(kept, {
			host: target.host.authority,
			at: "registry"
		}) : there;
	}
	const inquiry = {
		target,
		trail,
		path: `/blobs/${config.digest}`,
		bodyLimit: configLimit
	};
	const reply = await desk.inquirer.ask({
		...inquiry,
		method: "GET"
	});
	if (reply.kind === "cause" || goodResponse(reply) === void 0) return causeOf(reply, desk.now());
	const flaw = flawOf(reply);
	if (flaw !== void 0) return flaw;
	const { response, url, at } = reply;
	const facts = {
		host: url.host,
		at,
		status: response.status
	};
	if (digestOf(response.body, config.digest) !== config.digest) return failed("body-invalid", {
		...facts,
		detail: "the image config has another digest"
	});
	const open = target.as.kind === "anonymous";
	desk.contents.keep(config.digest, response.body, {
		repository: repositoryOf(target),
		open
	});
	return readConfig(response.body, facts);
}
function readConfig(body, facts) {
	const document = parse$3(body);
	const platform = readPlatform(document);
	const diffIds = objectOf(objectOf(document)?.["rootfs"])?.["diff_ids"];
	if (typeof platform !== "string") return {
		kind: "value",
		value: {
			...platform,
			diffIds: Array.isArray(diffIds) ? diffIds.length : void 0
		}
	};
	return failed("body-invalid", {
		...facts,
		detail: `the image config ${platform}`
	});
}
function parse$3(body) {
	try {
		return JSON.parse(body.toString());
	} catch {
		return;
	}
}

// src/registry/manifest.ts
/** Bytes that containerd takes (core/remotes/docker/resolver.go, MaxManifestSize); more is "not found" to it. */
const largestManifest = 4393216;
/** What is read of a manifest before it is given up. */
const manifestReadLimit = 8388608;
/** Reads a manifest as a runtime does: digest first, then the type that the registry states, then the shape. */
function readManifest({ bytes, mediaType, asked }) {
	const digest = digestOf(bytes, asked);
	const base = {
		mediaType,
		digest: asked ?? digest
	};
	if (asked !== void 0 && asked !== digest) return invalid(base, "digest-mismatch", `the content has the digest ${digest}`);
	if (bytes.length > largestManifest) return tooLarge(base, `${bytes.length} bytes`);
	const kind = kindOfMediaType(mediaType);
	if (kind === "schema-1") return {
		kind: "unsupported",
		why: "schema-1",
		...base
	};
	if (kind === "other") return {
		kind: "unsupported",
		why: "media-type",
		...base
	};
	const document = parse$2(bytes);
	if (document === void 0) return invalid(base, "not-json", "the manifest is no JSON object");
	if (document["fsLayers"] != null) return invalid(base, "shape", "the manifest holds fsLayers");
	return kind === "index" ? readIndex(document, base) : readImage(document, base);
}
/** A manifest that is too large to be read or taken. */
function tooLarge(base, size) {
	return invalid(base, "too-large", `the manifest has ${size}, more than the ${largestManifest} that containerd takes`);
}
function invalid(base, why, detail) {
	return {
		kind: "invalid",
		why,
		detail,
		...base
	};
}
function parse$2(bytes) {
	try {
		return objectOf(JSON.parse(bytes.toString()));
	} catch {
		return;
	}
}
function readIndex(document, base) {
	if (document["config"] != null || document["layers"] != null) return invalid(base, "shape", "the index holds config or layers");
	const entries = readList(document["manifests"] ?? [], "manifests", readEntry$1);
	return typeof entries === "string" ? invalid(base, "shape", entries) : {
		kind: "index",
		entries,
		...base
	};
}
function readImage(document, base) {
	if (document["manifests"] != null) return invalid(base, "shape", "the manifest holds a list of manifests");
	const config = readDescriptor(document["config"]);
	if (typeof config === "string") return invalid(base, "shape", `config ${config}`);
	const layers = readList(document["layers"] ?? [], "layers", readDescriptor);
	if (typeof layers === "string") return invalid(base, "shape", layers);
	const { artifactType } = document;
	return {
		kind: "manifest",
		config,
		layers,
		...typeof artifactType === "string" && artifactType !== "" ? { artifactType } : {},
		...base
	};
}
function readList(value, name, read) {
	if (!Array.isArray(value)) return `${name} is no list`;
	const found = [];
	for (const [position, item] of value.entries()) {
		const descriptor = read(item);
		if (typeof descriptor === "string") return `${name}[${position}] ${descriptor}`;
		found.push(descriptor);
	}
	return found;
}

// src/registry/ask-manifest.ts
/** Resolves a reference and reads its manifest: by HEAD where the body may be known already, else by GET at once. */
async function askManifest(question, desk) {
	const known = await knownByHead(question, desk);
	if (known !== void 0) return known;
	const reply = await getManifest(question, desk);
	if (goodResponse(reply) !== void 0) return readReply$1(question, reply, desk);
	const cause = causeOf(reply, desk.now());
	return cause.kind === "limited" && cause.quota === "pulls" ? unreadByHead(question, cause, desk) : cause;
}
/** The answer of a HEAD whose digest stands for a body that we hold. */
async function knownByHead(question, desk) {
	const { target, reference } = question;
	if (!await mayBeKnown(question, desk)) return void 0;
	const reply = await desk.inquirer.ask({
		...inquiryOf(question),
		method: "HEAD"
	});
	if (reply.kind === "cause") return reply.cause;
	desk.quotas.note(target.host.registry, reply.response.headers);
	if (reply.response.status === 429) return causeOf(reply, desk.now());
	const head = goodResponse(reply);
	const digest = isDigest(reference) ? reference : head && statedDigest(head);
	const bytes = head && digest !== void 0 ? await desk.contents.read(digest) : void 0;
	if (head === void 0 || bytes === void 0) return void 0;
	return {
		kind: "value",
		value: readManifest({
			bytes,
			mediaType: typeOf(question, head),
			asked: digest
		})
	};
}
async function mayBeKnown({ target, reference }, { contents, quotas }) {
	if (isDigest(reference)) return await contents.read(reference) !== void 0;
	const repository = repositoryOf(target);
	return quotas.isNearEnd(target.host.registry) || contents.mayHold(repository, `${repository}:${reference}`);
}
async function getManifest(question, desk) {
	const reply = await desk.inquirer.ask({
		...inquiryOf(question),
		method: "GET"
	});
	if (reply.kind === "response") {
		desk.manifestGets += 1;
		desk.quotas.note(question.target.host.registry, reply.response.headers);
	}
	return reply;
}
function inquiryOf({ target, reference, trail }) {
	const headers = { accept: acceptManifests };
	return {
		target,
		path: `/manifests/${reference}`,
		headers,
		bodyLimit: manifestReadLimit,
		trail
	};
}
async function readReply$1(question, reply, desk) {
	if (reply.kind === "cause") return reply.cause;
	const { response } = reply;
	const mediaType = typeOf(question, response);
	const asked = isDigest(question.reference) ? question.reference : void 0;
	const stated = asked ?? statedDigest(response);
	if (response.bodyFailure?.code === "body-too-large") return {
		kind: "value",
		value: tooLarge({
			mediaType,
			digest: stated ?? ""
		}, `more than ${manifestReadLimit} bytes`)
	};
	const flaw = flawOf(reply);
	if (flaw !== void 0) return flaw;
	const manifest = readManifest({
		bytes: response.body,
		mediaType,
		asked
	});
	if (manifest.kind === "invalid" && manifest.why === "digest-mismatch") return {
		kind: "value",
		value: manifest
	};
	keep(question, response.body, desk);
	if (!isOtherThanStated(manifest, stated)) return {
		kind: "value",
		value: manifest
	};
	const outcome = await askManifest({
		...question,
		reference: stated
	}, desk);
	return outcome.kind === "absent" ? {
		kind: "value",
		value: misstated(manifest, stated)
	} : outcome;
}
function typeOf({ mediaType }, { headers }) {
	return mediaType ?? mediaTypeOf(headers);
}
function isOtherThanStated(manifest, stated) {
	return stated !== void 0 && stated.startsWith("sha256:") && stated !== manifest.digest;
}
/** A node asks for the digest that the header names, and there is nothing of that name. */
function misstated({ digest, mediaType }, stated) {
	return {
		kind: "invalid",
		why: "digest-mismatch",
		detail: `the registry states ${stated} for content that has ${digest}, and holds nothing of the digest it states`,
		mediaType,
		digest: stated
	};
}
function keep({ target, reference }, body, { contents }) {
	const repository = repositoryOf(target);
	const digest = digestOf(body, isDigest(reference) ? reference : void 0);
	contents.noteRead(`${repository}:${reference}`);
	contents.keep(digest, body, {
		repository,
		open: target.as.kind === "anonymous"
	});
}
/** No pull is left, but a HEAD costs none: the image is there, and its content can't be looked at. */
async function unreadByHead(question, limited, desk) {
	const reply = await desk.inquirer.ask({
		...inquiryOf(question),
		method: "HEAD"
	});
	const head = goodResponse(reply);
	const digest = isDigest(question.reference) ? question.reference : head && statedDigest(head);
	if (head === void 0 || digest === void 0) return limited;
	const because = {
		...limited,
		trail: question.trail.records
	};
	return {
		kind: "value",
		value: {
			kind: "unread",
			mediaType: typeOf(question, head),
			digest,
			because
		}
	};
}

// src/registry/tags.ts
const pageSize = "1000";
const maximumPages = 30;
const maximumTags = 2e4;
const pageLimit = 4194304;
/** Tag grammar of the distribution spec ("Pulling manifests"). */
const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Lists a repository's tags, page by page, within bounds. */
async function askTags(question, desk) {
	const tags = /* @__PURE__ */ new Set();
	const asked = /* @__PURE__ */ new Set();
	let query = { n: pageSize };
	for (let page = 0; page < maximumPages; page++) {
		const got = await askPage(question, query, desk);
		if (got.kind !== "value") return page === 0 ? got : {
			kind: "value",
			value: {
				tags: [...tags],
				complete: false
			}
		};
		for (const tag of got.value.tags) tags.add(tag);
		if (got.value.next === void 0 && tags.size <= maximumTags) return {
			kind: "value",
			value: {
				tags: [...tags],
				complete: true
			}
		};
		query = got.value.next === "refused" ? void 0 : got.value.next;
		const key = JSON.stringify(query);
		if (query === void 0 || asked.has(key) || tags.size >= maximumTags) break;
		asked.add(key);
	}
	return {
		kind: "value",
		value: {
			tags: [...tags].slice(0, maximumTags),
			complete: false
		}
	};
}
async function askPage({ target, trail }, query, desk) {
	const inquiry = {
		target,
		trail,
		path: "/tags/list",
		query,
		headers: { accept: "application/json" },
		bodyLimit: pageLimit
	};
	const reply = await desk.inquirer.ask({
		...inquiry,
		method: "GET"
	});
	if (reply.kind === "cause" || goodResponse(reply) === void 0) return causeOf(reply, desk.now());
	return flawOf(reply) ?? readPage(reply);
}
function readPage({ response, url, at }) {
	const tags = tagsIn(response.body);
	if (tags === void 0) return failed("body-invalid", {
		host: url.host,
		at,
		status: response.status,
		detail: "the answer is no list of tags"
	});
	return {
		kind: "value",
		value: {
			tags,
			next: nextPage(header(response.headers, "link"), url)
		}
	};
}
function tagsIn(body) {
	try {
		const tags = objectOf(JSON.parse(body.toString()))?.["tags"];
		if (tags === null) return [];
		return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string" && tagGrammar.test(tag)) : void 0;
	} catch {
		return;
	}
}
/**
* The query of the next page (RFC 8288, `rel="next"`). Only the query is taken: Artifactory's link lacks a part of the
* path, and a link to another origin leads away from what was asked.
*/
function nextPage(link, from) {
	const written = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? "")?.[1];
	if (written === void 0) return void 0;
	const url = URL.parse(written, from.href);
	if (url === null || url.origin !== from.origin) return "refused";
	return Object.fromEntries(url.searchParams);
}

// src/registry/client.ts
/** The questions of the port: each distinct one is asked once in a run. */
var Client = class {
	#desk;
	#redactor;
	#manifests = /* @__PURE__ */ new Map();
	#contents = /* @__PURE__ */ new Map();
	#configs = /* @__PURE__ */ new Map();
	#tags = /* @__PURE__ */ new Map();
	constructor(desk, redactor) {
		this.#desk = desk;
		this.#redactor = redactor;
	}
	manifest(target, reference, mediaType) {
		const asked = {
			answers: this.#manifests,
			question: `${reference} ${mediaType ?? ""}`,
			target
		};
		return this.#once(asked, (trail) => askManifest({
			target,
			reference,
			mediaType,
			trail
		}, this.#desk));
	}
	resolve(target, tag) {
		const asked = {
			answers: this.#contents,
			question: `tag ${tag}`,
			target
		};
		return this.#once(asked, (trail) => askTag({
			target,
			trail
		}, tag, this.#desk));
	}
	exists(target, { kind, digest }) {
		const ask = kind === "manifest" ? askChild : askBlob;
		const asked = {
			answers: this.#contents,
			question: `${kind} ${digest}`,
			target
		};
		return this.#once(asked, async (trail) => isDigest(digest) ? ask({
			target,
			trail
		}, digest, this.#desk) : malformed(target, digest));
	}
	config(target, config) {
		const { digest } = config;
		const asked = {
			answers: this.#configs,
			question: digest,
			target
		};
		return this.#once(asked, async (trail) => isDigest(digest) ? askConfig({
			target,
			trail
		}, config, this.#desk) : malformed(target, digest));
	}
	tags(target) {
		return this.#once({
			answers: this.#tags,
			question: "tags",
			target
		}, (trail) => askTags({
			target,
			trail
		}, this.#desk));
	}
	#once({ answers, question, target }, ask) {
		const key = `${question} ${endpointKey(target.host)} ${target.repository} ${accessKey(target.as)}`;
		const answer = answers.get(key) ?? this.#answer(target, ask);
		answers.set(key, answer);
		return answer;
	}
	async #answer(target, ask) {
		const trail = new Trail();
		if (target.as.kind !== "anonymous") this.#redactor.addCredential(target.as.credential);
		const outcome = await ask(trail);
		const answer = this.#finish(outcome, target, trail);
		this.#redactor.blank(answer.trail);
		if (answer.kind === "found") this.#redactor.blankContent(answer.value);
		else this.#redactor.blank(answer);
		return answer;
	}
	#finish(outcome, target, trail) {
		if (outcome.kind === "value") return {
			kind: "found",
			value: outcome.value,
			trail: trail.records
		};
		return {
			...this.#quotable(withheldOr(outcome, target)),
			trail: trail.records
		};
	}
	#quotable(cause) {
		if (cause.kind === "failed") return {
			...cause,
			detail: printable(this.#redactor.text(cause.detail))
		};
		return {
			...cause,
			message: printable(this.#redactor.text(cause.message))
		};
	}
};
/** Where we keep back a credential that a node might send, a refusal proves nothing. */
function withheldOr(cause, { host, as }) {
	if (cause.kind !== "refused" || host.mirrorOf === void 0 || as.kind === "anonymous") return cause;
	const detail = `the login for ${host.mirrorOf} is not sent to its mirror ${host.authority}`;
	return failed("credential-withheld", {
		host: host.authority,
		at: "registry",
		status: cause.status,
		detail
	});
}
function accessKey(as) {
	const name = as.kind === "secret" ? `secret ${as.name}` : as.kind;
	return as.kind === "anonymous" ? name : `${name} ${credentialKey(as.credential)}`;
}
/** A digest goes into a path: whatever has another shape would lead elsewhere, and no runtime asks for it. */
function malformed({ host }, digest) {
	return failed("body-invalid", {
		host: host.authority,
		at: "registry",
		detail: `the manifest names the digest ${digest}`
	});
}

// src/registry/contents.ts
const memoryLimit = 67108864;
/** Bodies of this run in memory, before the cache of all runs. */
var Contents = class {
	#cache;
	#bodies = /* @__PURE__ */ new Map();
	#resolved = /* @__PURE__ */ new Set();
	#unwritten = [];
	#written = Promise.resolve();
	#size = 0;
	constructor(cache) {
		this.#cache = cache;
	}
	async read(digest) {
		return this.#bodies.get(digest) ?? await this.#cache?.read(digest);
	}
	/** Keeps a body whose digest was verified. */
	keep(digest, body, facts) {
		if (!this.#bodies.has(digest) && this.#size + body.length <= memoryLimit) {
			this.#bodies.set(digest, body);
			this.#size += body.length;
		}
		const cache = this.#cache;
		if (cache === void 0) return;
		const write = () => cache.write(digest, this.#bodies.get(digest) ?? body, facts);
		if (this.#bodies.has(digest)) this.#unwritten.push(write);
		else this.#written = this.#written.then(write, write);
	}
	/** Ends when everything that is to outlive the run is written. */
	async settle() {
		await Promise.allSettled([this.#written, ...this.#unwritten.splice(0).map((write) => write())]);
	}
	/** Notes that a reference was read, so that another login's question needs but its digest. */
	noteRead(name) {
		this.#resolved.add(name);
	}
	/** Whether a HEAD may be enough, since the body behind it is perhaps kept. */
	async mayHold(repository, name) {
		return this.#resolved.has(name) || await this.#cache?.knows(repository) === true;
	}
};

// src/registry/credentials/helper.ts
const timeoutMs = 3e4;
const maxOutputBytes = 1048576;
const withheld = /^(ACTIONS_|INPUT_|GITHUB_TOKEN$|GH_TOKEN$)/;
/** Asks `docker-credential-<suffix> get` (docker-credential-helpers, client/command.go). */
async function askHelper(suffix, key, { run, environment }) {
	if (!/^[A-Za-z0-9._-]+$/.test(suffix)) return {
		kind: "broken",
		why: `a helper can't be named ${printable(suffix, 60)}`
	};
	const program = `docker-credential-${suffix}`;
	return readResult(await run({
		program,
		arguments: ["get"],
		input: key,
		environment: forHelper(environment),
		timeoutMs,
		maxOutputBytes
	}), program);
}
function readResult(result, program) {
	switch (result.kind) {
		case "ended": return result.exitCode === 0 ? readReply(result.stdout, program) : readRefusal(result.stdout || result.stderr, program);
		case "not-found": return {
			kind: "broken",
			why: `${program} is not on PATH`
		};
		case "timed-out": return {
			kind: "broken",
			why: `${program} did not answer within ${timeoutMs / 1e3} s`,
			isLate: true
		};
		case "too-much-output": return {
			kind: "broken",
			why: `${program} printed more than ${maxOutputBytes} bytes`
		};
		case "failed": return {
			kind: "broken",
			why: `${program} could not be run: ${printable(result.why)}`
		};
	}
}
function forHelper(environment) {
	const kept = Object.entries(environment).filter(([name, value]) => value !== void 0 && !withheld.test(name));
	return Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""]));
}
function readReply(stdout, program) {
	const reply = parse$1(stdout);
	const username = reply?.["Username"];
	const secret = reply?.["Secret"];
	if (typeof username !== "string" || typeof secret !== "string") return {
		kind: "broken",
		why: `${program} did not print a login`
	};
	if (username === "" && secret === "") return { kind: "none" };
	if (username === "<token>") return {
		kind: "credential",
		credential: {
			kind: "identity-token",
			token: new Secret(secret)
		}
	};
	return {
		kind: "credential",
		credential: {
			kind: "basic",
			username,
			password: new Secret(secret)
		}
	};
}
function parse$1(text) {
	try {
		return objectOf(JSON.parse(text));
	} catch {
		return;
	}
}
function readRefusal(output, program) {
	if (/credentials not found/i.test(output)) return { kind: "none" };
	return {
		kind: "broken",
		why: `${program} failed: ${printable(output) || "it gave no reason"}`
	};
}

// src/registry/credentials/helpers.ts
/**
* Asks equal questions once. A helper's first question goes alone: one that hangs would hang for each registry, and is
* asked nothing more.
*/
function createHelpers(options) {
	const replies = /* @__PURE__ */ new Map();
	const firsts = /* @__PURE__ */ new Map();
	const late = /* @__PURE__ */ new Map();
	const ask = async (suffix, key) => {
		await firsts.get(suffix);
		const reply = late.get(suffix) ?? await askHelper(suffix, key, options);
		if (reply.kind === "broken" && reply.isLate) late.set(suffix, reply);
		return reply;
	};
	return (suffix, key) => {
		const name = `${suffix} ${key}`;
		const asked = replies.get(name) ?? ask(suffix, key);
		replies.set(name, asked);
		if (!firsts.has(suffix)) firsts.set(suffix, asked);
		return asked;
	};
}

// src/registry/credentials/keys.ts
/** Spellings of Docker Hub that logins are kept under; the first is docker's own. */
const hubKeys = [
	"https://index.docker.io/v1/",
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io",
	"registry.hub.docker.com"
];
const hub = new Set(hubKeys.slice(1));
/** The key under which docker stores and asks for a registry's login. */
function serverKey(registry) {
	return hub.has(registry) ? hubKeys[0] : registry;
}
/**
* The entry for a repository: the most specific of podman's namespaced keys, then the host as docker writes it, then any
* other spelling of that host (docker/cli, cli/config/credentials/file_store.go; containers-auth.json.5).
*/
function findKey(keys, registry, repository) {
	const all = [...keys];
	return [
		...namespaced(registry, repository),
		serverKey(registry),
		registry
	].find((key) => all.includes(key)) ?? all.find((key) => hostOf(key) === hostOf(serverKey(registry)));
}
/**
* Other spellings of the host of an entry: `https://host` beside `host`, say. Old logins left the one behind, new ones
* write the other, and either may be out of date (aws/aws-cli#2351).
*/
function findOthers(keys, found) {
	return [...keys].filter((key) => key !== found && hostOf(key) === hostOf(found));
}
function namespaced(registry, repository) {
	const parts = repository.split("/");
	return parts.map((_, index) => [registry, ...parts.slice(0, parts.length - index)].join("/"));
}
/** A key's host, with all spellings of Docker Hub made one; the port is significant. */
function hostOf(key) {
	const [host = "", ...path] = key.replace(/^https?:\/\//, "").split("/");
	if (path.some((part) => part !== "" && !/^v[12]$/.test(part))) return key;
	return hub.has(host) ? "docker.io" : host;
}

// src/registry/credentials/docker-config.ts
/** Reads a config's text; a text says what is wrong with it. */
function readDockerConfig(text) {
	const document = parse(text);
	if (document === void 0) return "it holds no JSON object";
	const auths = objectOf(document["auths"] ?? {});
	const helpers = objectOf(document["credHelpers"] ?? {});
	if (auths === void 0 || helpers === void 0) return "auths or credHelpers is no object";
	const read = /* @__PURE__ */ new Map();
	for (const [key, entry] of Object.entries(auths)) {
		const credential = readEntry(entry);
		if (typeof credential === "string") return `the entry ${key} ${credential}`;
		if (credential !== void 0) read.set(key, credential);
	}
	const store = document["credsStore"];
	return {
		auths: read,
		credentialHelpers: new Map(Object.entries(helpers).filter(isText)),
		credentialStore: typeof store === "string" && store !== "" ? store : void 0
	};
}
function parse(text) {
	try {
		return objectOf(JSON.parse(text.replace(/^\uFEFF/, "")));
	} catch {
		return;
	}
}
function isText(entry) {
	return typeof entry[1] === "string" && entry[1] !== "";
}
/** An empty entry stands for "ask the helper". */
function readEntry(value) {
	const entry = objectOf(value);
	if (entry === void 0) return "is no object";
	const text = (name) => {
		const field = entry[name];
		return typeof field === "string" ? field : "";
	};
	if (text("identitytoken") !== "") return {
		kind: "identity-token",
		token: new Secret(text("identitytoken"))
	};
	if (text("registrytoken") !== "") return {
		kind: "registry-token",
		token: new Secret(text("registrytoken"))
	};
	if (text("auth") !== "") return decode(text("auth"));
	const username = text("username");
	return username === "" ? void 0 : {
		kind: "basic",
		username,
		password: new Secret(text("password"))
	};
}
function decode(auth) {
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(auth.trim())) return "has an auth that is no base64";
	const pair = Buffer.from(auth, "base64").toString();
	const colon = pair.indexOf(":");
	if (colon < 1) return "has an auth without user and password";
	return {
		kind: "basic",
		username: pair.slice(0, colon),
		password: new Secret(pair.slice(colon + 1).replace(/\0+$/, ""))
	};
}

// src/registry/credentials/places.ts
const largestConfig = 4194304;
/**
* All places in the order in which they count: the variable of docker, docker's config, then those of podman
* (docker/cli, cli/config; containers-auth.json.5). A given path stands alone.
*/
async function readPlaces(environment, given) {
	if (given !== void 0) return [await readGiven(given) ?? {
		kind: "broken",
		from: given,
		why: "it does not exist"
	}];
	const read = await Promise.all([...new Set(usualPaths(environment))].map((path) => readPlace(path, shown(path, environment))));
	return [fromVariable(environment), ...read].filter((place) => place !== void 0);
}
async function readGiven(given) {
	return readPlace(await stat(given).then((entry) => entry.isDirectory(), () => false) ? join(given, "config.json") : given, given);
}
function usualPaths(environment) {
	const home = environment["HOME"] || environment["USERPROFILE"];
	const { DOCKER_CONFIG: docker, REGISTRY_AUTH_FILE: named, XDG_RUNTIME_DIR: runtime, XDG_CONFIG_HOME: config } = environment;
	return [
		docker ? join(docker, "config.json") : home && join(home, ".docker", "config.json"),
		named,
		runtime && join(runtime, "containers", "auth.json"),
		config ? join(config, "containers", "auth.json") : home && join(home, ".config", "containers", "auth.json")
	].filter((path) => path !== void 0 && path !== "");
}
function shown(path, environment) {
	const home = environment["HOME"] || environment["USERPROFILE"];
	return home && path.startsWith(home) ? `~${path.slice(home.length)}` : path;
}
function fromVariable(environment) {
	const text = environment["DOCKER_AUTH_CONFIG"];
	if (!text) return void 0;
	const config = readDockerConfig(text);
	const from = "DOCKER_AUTH_CONFIG";
	if (typeof config === "string") return {
		kind: "broken",
		from,
		why: config
	};
	return {
		kind: "config",
		from,
		config: {
			auths: config.auths,
			credentialHelpers: /* @__PURE__ */ new Map()
		}
	};
}
async function readPlace(path, from) {
	const text = await readBounded(path);
	if (text === void 0) return void 0;
	if (typeof text !== "string") return {
		kind: "broken",
		from,
		why: text.why
	};
	const config = readDockerConfig(text);
	return typeof config === "string" ? {
		kind: "broken",
		from,
		why: config
	} : {
		kind: "config",
		from,
		config
	};
}
async function readBounded(path) {
	try {
		const { size } = await stat(path);
		return size > largestConfig ? { why: `it has ${size} bytes` } : await readFile(path, "utf8");
	} catch (error) {
		const code = error instanceof Error ? Reflect.get(error, "code") : void 0;
		return code === "ENOENT" || code === "ENOTDIR" ? void 0 : { why: `it can't be read (${String(code)})` };
	}
}

// src/registry/credentials/login.ts
/** Finds the runner's login as docker and podman would; the workflow's token opens ghcr.io where nothing else does. */
function createLogins(options) {
	const { redactor } = options;
	const ask = createHelpers(options);
	let places;
	return async (registry, repository) => {
		places ??= readPlaces(options.environment, options.dockerConfig);
		const found = await search(await places, {
			registry,
			repository,
			ask
		});
		const login = found.kind === "login" ? found : githubLogin(registry, options) ?? found;
		if (login.kind === "login") for (const credential of [login.credential, ...login.others ?? []]) redactor.addCredential(credential);
		return login;
	};
}
async function search(places, wanted) {
	const misses = [];
	for (const place of places) {
		const login = place.kind === "config" ? await searchPlace(place, wanted) : place;
		if (login?.kind === "login") return login;
		if (login !== void 0) misses.push(login);
	}
	return misses.find(({ kind }) => kind === "broken") ?? misses[0] ?? {
		kind: "none",
		why: whyNone(places, wanted)
	};
}
const mostOthers = 3;
/** A helper that is set for a host is asked instead of the entries, not besides them (docker/cli, native_store.go). */
async function searchPlace(place, wanted) {
	const { config, from } = place;
	const { registry, repository, ask } = wanted;
	const helperKey = findKey(config.credentialHelpers.keys(), registry, "");
	const suffix = (helperKey && config.credentialHelpers.get(helperKey)) ?? config.credentialStore;
	if (suffix !== void 0) return fromHelper(await ask(suffix, serverKey(registry)), {
		registry,
		suffix,
		from
	});
	const key = findKey(config.auths.keys(), registry, repository);
	const credential = key === void 0 ? void 0 : config.auths.get(key);
	if (key === void 0 || credential === void 0) return void 0;
	const others = findOthers(config.auths.keys(), key).flatMap((other) => config.auths.get(other) ?? []).slice(0, mostOthers);
	return {
		kind: "login",
		credential,
		from,
		...others.length > 0 && { others }
	};
}
function fromHelper(reply, { registry, suffix, from }) {
	const helper = `docker-credential-${suffix} (${from})`;
	switch (reply.kind) {
		case "credential": return {
			kind: "login",
			credential: reply.credential,
			from: helper
		};
		case "none": return {
			kind: "none",
			why: `${helper} holds no login for ${registry}`
		};
		case "broken": return {
			kind: "broken",
			from: helper,
			why: reply.why
		};
	}
}
function whyNone(places, { registry }) {
	const [first] = places;
	if (first === void 0) return "there is no docker config";
	return `${places.map(({ from }) => from).join(", ")} ${places.length === 1 ? "has" : "have"} no entry for ${registry}`;
}
/** GHCR takes any user name with a token; it goes to no other registry. */
function githubLogin(registry, { githubToken, environment }) {
	if (registry !== "ghcr.io" || githubToken === void 0 || githubToken.reveal() === "") return void 0;
	return {
		kind: "login",
		credential: {
			kind: "basic",
			username: environment["GITHUB_ACTOR"] || "x-access-token",
			password: githubToken
		},
		from: "the workflow's token",
		ofJob: true
	};
}

// src/registry/quota.ts
const nearEnd = 15;
/** Pull quotas as registries state them (`ratelimit-limit: 100;w=21600`, Docker Hub's documentation). */
var Quotas = class {
	#quotas = /* @__PURE__ */ new Map();
	note(registry, headers) {
		const limit = countIn(header(headers, "ratelimit-limit"));
		const remaining = countIn(header(headers, "ratelimit-remaining"));
		if (limit === void 0 || remaining === void 0) return;
		const known = this.#quotas.get(registry);
		if (known === void 0 || remaining < known.remaining) this.#quotas.set(registry, {
			registry,
			limit,
			remaining
		});
	}
	isNearEnd(registry) {
		const quota = this.#quotas.get(registry);
		return quota !== void 0 && quota.remaining <= nearEnd;
	}
	/** The one that is nearest to its end. */
	get tightest() {
		return [...this.#quotas.values()].toSorted((one, other) => one.remaining - other.remaining)[0];
	}
};
function countIn(text) {
	const digits = /^\s*(\d{1,12})\s*(;|$)/.exec(text ?? "")?.[1];
	return digits === void 0 ? void 0 : Number(digits);
}

// src/registry/create.ts
const defaultTimeouts = {
	connectMs: 1e4,
	headersMs: 3e4,
	bodyMs: 2e4,
	totalMs: 6e4
};
const defaultConcurrency = 16;
/** The registry client of a run. Disposing it ends all connections. */
function createRegistry(options) {
	const redactor = new Redactor();
	const { agents, courier } = connect(options);
	const desk = deskOver(courier, options, redactor);
	const login = createLogins({
		...options,
		redactor
	});
	const usage = () => ({
		requests: courier.requests,
		manifestGets: desk.manifestGets,
		pullQuota: desk.quotas.tightest
	});
	const remembering = () => portOf(new Client(desk, redactor), {
		login,
		usage
	});
	return Object.assign(remembering(), {
		fresh: remembering,
		async [Symbol.asyncDispose]() {
			await desk.contents.settle();
			await options.cache?.[Symbol.asyncDispose]();
			await agents[Symbol.asyncDispose]();
		}
	});
}
function portOf(client, { login, usage }) {
	return {
		login,
		manifest: (target, reference, mediaType) => client.manifest(target, reference, mediaType),
		resolve: (target, tag) => client.resolve(target, tag),
		exists: (target, content) => client.exists(target, content),
		config: (target, config) => client.config(target, config),
		tags: (target) => client.tags(target),
		get usage() {
			return usage();
		}
	};
}
function deskOver(courier, { clock, userAgent, ...options }, redactor) {
	const tokens = new Tokens({
		courier,
		clock,
		redactor,
		userAgent
	});
	const forkRun = options.forbidPrivateAddresses === true;
	return {
		inquirer: new Inquirer({
			courier,
			tokens,
			redactor,
			clock,
			userAgent,
			forkRun
		}),
		contents: new Contents(options.cache),
		quotas: new Quotas(),
		now: () => clock.now(),
		manifestGets: 0
	};
}
function connect(options) {
	const { clock, environment: proxies, authorities = [], concurrency = defaultConcurrency, http2 = false } = options;
	const timeouts = {
		...defaultTimeouts,
		...options.timeouts
	};
	const agents = new Agents({
		connectionsPerHost: concurrency,
		authorities,
		connectTimeoutMs: timeouts.connectMs,
		http2
	});
	const transport = createTransport({
		agents,
		proxies,
		timeouts,
		deadline: clock.deadline
	});
	return {
		agents,
		courier: new Courier({
			transport,
			clock,
			ceiling: (host) => ceilingOf(host, concurrency)
		})
	};
}

export { createRegistry };