import { S as Agents, T as mediaTypeOf, _ as failed, a as repositoryOf, b as ceilingOf, c as Redactor, d as Tokens, f as credentialKey, g as parseChallenges, i as headOrGet, l as Inquirer, n as flawOf, o as statedDigest, p as Trail, r as goodResponse, s as createTransport, t as causeOf, u as endpointKey, v as Courier, w as header, x as usualConcurrency, y as printable } from "./registry-reading.js";
import { n as isDigest, t as digestOf } from "./registry-content-digest.js";
import { F as acceptManifests, L as kindOfMediaType, U as Secret, y as Buffer } from "./check.js";
import { p as readFile, v as stat } from "./words.js";
import { join } from "node:path";

// src/registry/content/allowance.ts
const always = 65536;
const mostBytes = 268435456;
const ofItem = 250;
/**
* What a run holds of large answers. Every answer stays in memory until the run ends, and a registry could give each of a
* thousand images a manifest with a million entries.
*/
var Allowance = class {
	#left = mostBytes;
	/** What was read of so many bytes; a failure, which tells nothing of the image, where too much is held already. */
	weigh(value, size, facts) {
		const bytes = size + ofItem * itemsIn(value);
		const isHeld = bytes <= always || bytes <= this.#left;
		if (isHeld && bytes > always) this.#left -= bytes;
		if (isHeld) return {
			kind: "value",
			value
		};
		return failed("body-too-large", {
			...facts,
			detail: "the check holds as much of large answers as it may"
		});
	}
};
function itemsIn(value) {
	if ("entries" in value) return value.entries.length;
	if ("tags" in value) return value.tags.length;
	return "layers" in value ? value.layers.length : 0;
}

// src/registry/content/descriptor.ts
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

// src/registry/content/ask-content.ts
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
	const byHead = await headOrGet(desk.inquirer, inquiry);
	const reply = isEmptyWord(byHead, digest) ? await desk.inquirer.ask({
		...inquiry,
		method: "GET"
	}) : byHead;
	const good = goodResponse(reply);
	return good === void 0 ? causeOf(reply, desk.now()) : {
		kind: "value",
		value: described(good, digest)
	};
}
/** A 200 that names neither the digest nor the type of a manifest: there are servers that say so to every HEAD. */
function isEmptyWord(reply, digest) {
	const good = goodResponse(reply);
	if (good === void 0 || statedDigest(good) === digest) return false;
	const kind = kindOfMediaType(mediaTypeOf(good.headers));
	return kind !== "index" && kind !== "manifest";
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
		}, desk) : there;
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
	return readConfig(response.body, facts, desk);
}
function readConfig(body, facts, { allowance }) {
	const document = parse$3(body);
	const platform = readPlatform(document);
	const diffIds = objectOf(objectOf(document)?.["rootfs"])?.["diff_ids"];
	if (typeof platform === "string") return failed("body-invalid", {
		...facts,
		detail: `the image config ${platform}`
	});
	const config = {
		...platform,
		diffIds: Array.isArray(diffIds) ? diffIds.length : void 0
	};
	return allowance.weigh(config, body.length, facts);
}
function parse$3(body) {
	try {
		return JSON.parse(body.toString());
	} catch {
		return;
	}
}

// src/registry/content/manifest.ts
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
	if (bytes.length > 4393216) return tooLarge(base, `${bytes.length} bytes`);
	const kind = kindOfMediaType(mediaType);
	if (kind === "other") return {
		kind: "unsupported",
		why: "media-type",
		...base
	};
	const document = parse$2(bytes);
	if (kind === "schema-1") return {
		kind: "unsupported",
		why: document?.["schemaVersion"] === 1 ? "schema-1" : "media-type",
		...base
	};
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

// src/registry/content/ask-manifest.ts
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
	if (head === void 0 || bytes === void 0 || !hasLength(head, bytes.length)) return void 0;
	desk.heads.trust(target);
	const manifest = readManifest({
		bytes,
		mediaType: typeOf(question, head),
		asked: digest
	});
	return desk.allowance.weigh(manifest, bytes.length, factsOf(reply));
}
function hasLength({ headers }, length) {
	return Number(header(headers, "content-length") ?? length) === length;
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
function inquiryOf({ target, reference, trail, accept = acceptManifests }) {
	const headers = { accept };
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
	if (contradictsItself(response, manifest)) desk.heads.distrust(question.target);
	return desk.allowance.weigh(manifest, response.body.length, factsOf(reply));
}
function factsOf({ url, at, response: { status } }) {
	return {
		host: url.host,
		at,
		status
	};
}
function typeOf({ mediaType }, { headers }) {
	return mediaType ?? mediaTypeOf(headers);
}
function contradictsItself({ headers }, { digest }) {
	const stated = header(headers, "docker-content-digest");
	return stated !== void 0 && stated !== digest;
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

// src/registry/content/ask-by-head.ts
const asRead = {
	kind: "value",
	value: { kind: "as-read" }
};
/**
* What containerd makes of a reference: it resolves by HEAD, and takes digest, type and size from the headers
* (core/remotes/docker/resolver.go). Only a good answer or an absence by GET can become another thing by that.
*/
async function askByHead(question, desk) {
	const { read, target } = question;
	if (!(read.kind === "absent" || read.kind === "found" && !isSettled(read.value))) return asRead;
	return await desk.heads.unlessBelieved(target, () => compare(question, desk)) ?? asRead;
}
/** What no header can change: it was not read, or nobody takes so much. */
function isSettled(manifest) {
	return manifest.kind === "unread" || manifest.kind === "invalid" && manifest.why === "too-large";
}
async function compare(question, desk) {
	const { target, reference, trail, read } = question;
	const inquiry = {
		target,
		trail,
		path: `/manifests/${reference}`,
		headers: { accept: acceptManifests }
	};
	const reply = await desk.inquirer.ask({
		...inquiry,
		method: "HEAD",
		bodyLimit: 0
	});
	const outcome = isGood(reply) ? await follow(question, reply.response.headers, desk) : failing(reply, read, desk);
	if (outcome !== asRead) desk.heads.distrust(target);
	else if (read.kind === "found") desk.heads.trust(target);
	return outcome;
}
function isGood(reply) {
	return reply.kind === "response" && reply.response.status >= 200 && reply.response.status < 300;
}
/** A refused HEAD ends the matter for containerd; 405 alone has it ask by GET. */
function failing(reply, read, desk) {
	if (read.kind !== "found") return asRead;
	if (reply.kind === "cause") return reply.cause;
	const { status } = reply.response;
	if (status === 405) return asRead;
	return status >= 400 && status < 500 && status !== 408 && status !== 429 || status === 501 ? refusedHead(reply) : causeOf(reply, desk.now());
}
function refusedHead({ response: { status }, url, at }) {
	const detail = `HEAD is answered ${status}, and GET with the manifest`;
	return failed("head-refused", {
		host: url.host,
		at,
		status,
		detail
	});
}
/** What is fetched after a good HEAD. */
async function follow(question, headers, desk) {
	const { reference, read } = question;
	const said = saidBy(headers, reference);
	if (said === void 0) return asRead;
	const { digest, mediaType, size } = said;
	if (!isDigest(digest)) return flawed(said, `HEAD states the digest ${digest}, which is none`);
	if (size > 4393216) return {
		kind: "value",
		value: tooLarge({
			digest,
			mediaType
		}, `${size} bytes by HEAD`)
	};
	if (read.kind === "absent") return isDigest(reference) ? asRead : fetched(question, said, desk);
	return read.kind === "found" && read.value.digest === digest && read.value.mediaType === mediaType && await sized(said, desk) === asRead ? asRead : fetched(question, said, desk);
}
/** Nothing where containerd takes all of it from a GET: without a length, or without the digest of a tag. */
function saidBy(headers, reference) {
	const length = header(headers, "content-length");
	const digest = isDigest(reference) ? reference : header(headers, "docker-content-digest");
	if (length === void 0 || !/^\d{1,15}$/.test(length) || !digest) return void 0;
	return {
		digest,
		mediaType: mediaTypeOf(headers),
		size: Number(length)
	};
}
async function sized(said, desk) {
	const body = await desk.contents.read(said.digest);
	if (body === void 0 || body.length === said.size) return asRead;
	return flawed(said, `HEAD states a length of ${said.size}, and there are ${body.length} bytes`);
}
/** The content that the HEAD names, by its digest and type. */
async function fetched(question, said, desk) {
	const { digest, mediaType } = said;
	const kind = kindOfMediaType(mediaType);
	if (kind === "other" || kind === "schema-1") return {
		kind: "value",
		value: {
			kind: "unsupported",
			why: "media-type",
			mediaType,
			digest
		}
	};
	const { target, trail } = question;
	const outcome = await askManifest({
		target,
		trail,
		reference: digest,
		mediaType,
		accept: `${mediaType}, */*`
	}, desk);
	if (outcome.kind === "absent") return flawed(said, `HEAD states ${digest} as ${mediaType}, and the registry holds no such manifest`);
	if (outcome.kind !== "value") return outcome;
	const flaw = await sized(said, desk);
	return flaw === asRead ? outcome : flaw;
}
function flawed({ digest, mediaType }, detail) {
	return {
		kind: "value",
		value: {
			kind: "invalid",
			why: "headers",
			detail,
			digest,
			mediaType
		}
	};
}

// src/registry/content/ask-greeting.ts
const schemes = /* @__PURE__ */ new Set(["basic", "bearer"]);
/**
* `GET /v2/`, which the library of CRI-O sends first (containers/image, docker/docker_client.go): whatever is neither 200
* nor 401 ends the pull, and only a challenge in that answer makes it show a login.
*/
async function askGreeting(question, desk) {
	const reply = await desk.inquirer.ask({
		...question,
		path: "",
		method: "GET",
		bodyLimit: 65536,
		asNobody: true
	});
	if (reply.kind === "cause") return reply.cause;
	const { status, headers } = reply.response;
	if (status === 200 || status === 401) return {
		kind: "value",
		value: { asksForLogin: parseChallenges(headers["www-authenticate"]).some(({ scheme }) => schemes.has(scheme)) }
	};
	if (!(status >= 400 && status < 500 && status !== 408 && status !== 429)) return causeOf(reply, desk.now());
	const detail = `GET /v2/ is answered ${status}`;
	return failed("greeting-refused", {
		host: reply.url.host,
		at: reply.at,
		status,
		detail
	});
}

// src/registry/content/tags.ts
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
		if (got.kind !== "value") return page === 0 ? got : held([...tags], false, {
			question,
			desk
		});
		for (const tag of got.value.tags) tags.add(tag);
		if (got.value.next === void 0 && tags.size <= maximumTags) return held([...tags], true, {
			question,
			desk
		});
		query = got.value.next === "refused" ? void 0 : got.value.next;
		const key = JSON.stringify(query);
		if (query === void 0 || asked.has(key) || tags.size >= maximumTags) break;
		asked.add(key);
	}
	return held([...tags].slice(0, maximumTags), false, {
		question,
		desk
	});
}
/** As large as tags may be, all lists of a run together take no more than it holds. */
function held(tags, complete, { question, desk }) {
	const size = tags.reduce((sum, tag) => sum + tag.length, 0);
	return desk.allowance.weigh({
		tags,
		complete
	}, size, {
		host: question.target.host.authority,
		at: "registry"
	});
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
	const written = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? "")?.[1];
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
	#byHead = /* @__PURE__ */ new Map();
	#greetings = /* @__PURE__ */ new Map();
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
	async byHead(target, reference) {
		const read = await this.manifest(target, reference);
		const asked = {
			answers: this.#byHead,
			question: reference,
			target
		};
		return this.#once(asked, (trail) => askByHead({
			target,
			reference,
			trail,
			read
		}, this.#desk));
	}
	greet(host) {
		const target = {
			host,
			repository: "",
			as: { kind: "anonymous" }
		};
		return this.#once({
			answers: this.#greetings,
			question: "greeting",
			target
		}, (trail) => askGreeting({
			target,
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
		if (answer.kind !== "found") this.#redactor.blank(answer);
		else if (this.#redactor.blankContent(answer.value) && isJudged(answer.value)) return unreadable(target, answer.trail);
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
/** Whether more is to be made of it than words: lists serve suggestions, and of the others it is known what they are. */
function isJudged(value) {
	if (typeof value !== "object" || value === null || "tags" in value) return false;
	return !("kind" in value) || value.kind === "manifest" || value.kind === "index";
}
function unreadable({ host }, trail) {
	return {
		...failed("body-invalid", {
			host: host.authority,
			at: "registry",
			detail: "what is to be read is the same as a secret of this run"
		}),
		trail
	};
}
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

// src/registry/cache/contents.ts
const memoryLimit = 67108864;
/** Bodies of this run in memory, before the cache of all runs. */
var Contents = class {
	#cache;
	#bodies = /* @__PURE__ */ new Map();
	#resolved = /* @__PURE__ */ new Set();
	#size = 0;
	constructor(cache) {
		this.#cache = cache;
	}
	async read(digest) {
		return this.#bodies.get(digest) ?? await this.#cache?.read(digest);
	}
	/** Keeps a body whose digest was verified, as long as there is room. */
	keep(digest, body, facts) {
		const kept = this.#bodies.get(digest) ?? body;
		if (kept === body && this.#size + body.length > memoryLimit) return;
		if (!this.#bodies.has(digest)) this.#size += body.length;
		this.#bodies.set(digest, kept);
		this.#cache?.write(digest, kept, facts);
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

// src/registry/credentials/said-by-helper.ts
/** Variables whose names say that their values are secret. */
const secretName = /(secret|token|passw|key|credential|auth)/i;
const shortest = 6;
/** What looks like a secret wherever it stands. The first group, where there is one, is kept. */
const secretShapes = [
	/(:\/\/)[^\s/@]+@/g,
	/("?(?:secret|password|passwd|token|refresh_?token|access_?token)"?\s*[:=]\s*)(?:"[^"]*"?|[^\s,;)}]+)/gi,
	/((?:basic|bearer)\s+)[\w+/=.~-]{6,}/gi,
	/\beyJ[\w-]{6,}(?:\.[\w-]*)*/g,
	/\b(?:gh[a-z]|github_pat|glpat|dckr_pat|dckr_oat|xox[a-z]|sk|npm)[_-][\w-]{8,}/g,
	/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g,
	/(?=[\w+/=]*[a-z])(?=[\w+/=]*[A-Z])(?=[\w+/=]*\d)[\w+/=]{24,}/g
];
/** A helper's own words without what may be secret: nobody knows yet which login it was about to give. */
function saidByHelper(output, environment) {
	const withoutValues = Object.entries(environment).flatMap(([name, value = ""]) => secretName.test(name) && value.length >= shortest ? [value] : []).reduce((text, value) => text.replaceAll(value, "***"), output);
	const clean = secretShapes.reduce((text, shape) => text.replace(shape, (_, kept) => `${typeof kept === "string" ? kept : ""}***`), withoutValues.slice(0, 4e3));
	return printable(clean);
}

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
	}), {
		program,
		environment
	});
}
function readResult(result, helper) {
	const { program } = helper;
	switch (result.kind) {
		case "ended": return result.exitCode === 0 ? readReply(result.stdout, program) : readRefusal(result.stdout || result.stderr, helper);
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
		case "too-much-memory": return {
			kind: "broken",
			why: `${program} took more than ${result.bytes} bytes of memory`
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
function readRefusal(output, { program, environment }) {
	if (/credentials not found/i.test(output)) return { kind: "none" };
	return {
		kind: "broken",
		why: `${program} failed: ${saidByHelper(output, environment) || "it gave no reason"}`
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
		if (typeof credential === "string") return `the entry ${key.replace(/\/\/[^/@]*@/, "//")} ${credential}`;
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
function decode(written) {
	const auth = written.replace(/[\r\n]/g, "").trim();
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(auth)) return "has an auth that is no base64";
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
	for (const [at, place] of places.entries()) {
		const login = place.kind === "config" ? await searchPlace(place, wanted) : place;
		if (login?.kind === "login") return withOthers(login, places.slice(at + 1), wanted);
		if (login !== void 0) misses.push(login);
	}
	return misses.find(({ kind }) => kind === "broken") ?? misses[0] ?? {
		kind: "none",
		why: whyNone(places, wanted)
	};
}
const mostOthers = 3;
/** Entries of later places go along, for where the first is refused; their helpers are not asked for that. */
function withOthers(login, later, { registry, repository }) {
	const entries = later.flatMap((place) => {
		if (place.kind !== "config") return [];
		const key = findKey(place.config.auths.keys(), registry, repository);
		return key !== void 0 && place.config.auths.get(key) || [];
	});
	const others = [...login.others ?? [], ...entries].slice(0, mostOthers);
	return others.length > 0 ? {
		...login,
		others
	} : login;
}
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
	const others = findOthers(config.auths.keys(), key).flatMap((other) => config.auths.get(other) ?? []);
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

// src/registry/content/heads.ts
/** Which hosts say by HEAD what they say by GET. */
var Heads = class {
	#known = /* @__PURE__ */ new Map();
	#first = /* @__PURE__ */ new Map();
	/** Runs a check of a host, unless that is believed. The others wait for the first one. */
	async unlessBelieved(target, check) {
		const host = hostKey(target);
		const first = this.#first.get(host);
		if (first !== void 0) await first;
		if (this.#known.get(host) === "agrees") return void 0;
		const running = check();
		if (first === void 0) this.#first.set(host, running);
		return running;
	}
	/** It gave the same by both; a host that was caught once is not believed again. */
	trust(target) {
		const host = hostKey(target);
		if (!this.#known.has(host)) this.#known.set(host, "agrees");
	}
	/** It contradicts itself: from now on it is asked each time. */
	distrust(target) {
		this.#known.set(hostKey(target), "differs");
	}
};
function hostKey({ host, repository }) {
	const end = repository.indexOf("/");
	return `${endpointKey(host)} ${end === -1 ? "" : repository.slice(0, end)}`;
}

// src/registry/pace/quota.ts
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
			await options.cache?.[Symbol.asyncDispose]();
			await agents[Symbol.asyncDispose]();
		}
	});
}
function portOf(client, { login, usage }) {
	return {
		login,
		manifest: (target, reference, mediaType) => client.manifest(target, reference, mediaType),
		byHead: (target, reference) => client.byHead(target, reference),
		greet: (host) => client.greet(host),
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
		allowance: new Allowance(),
		quotas: new Quotas(),
		heads: new Heads(),
		now: () => clock.now(),
		manifestGets: 0
	};
}
function connect(options) {
	const { clock, environment: proxies, authorities = [], concurrency, http2 = true } = options;
	const timeouts = {
		...defaultTimeouts,
		...options.timeouts
	};
	const agents = new Agents({
		connectionsPerHost: concurrency ?? usualConcurrency["one-by-one"],
		authorities,
		environment: proxies,
		connectTimeoutMs: timeouts.connectMs,
		http2,
		silenceMs: silenceWithin(timeouts.headersMs),
		observer: {
			speaks: (host, way) => courier.speaks(host, way),
			strains: (host) => courier.strains(host)
		}
	});
	const transport = createTransport({
		agents,
		proxies,
		timeouts,
		deadline: clock.deadline
	});
	const courier = new Courier({
		transport,
		clock,
		ceiling: (host, way = "one-by-one") => ceilingOf(host, concurrency ?? usualConcurrency[way])
	});
	return {
		agents,
		courier
	};
}
/** A silent host is told from a slow one well before a wait for headers ends. */
function silenceWithin(headersMs) {
	return Math.min(5e3, Math.max(500, headersMs / 6));
}

export { createRegistry };