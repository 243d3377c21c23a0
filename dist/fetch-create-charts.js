import { C as isLoopback, S as Agents, _ as failed, b as ceilingOf, c as Redactor, d as Tokens, h as follow, l as Inquirer, m as diagnose, n as flawOf, p as Trail, r as goodResponse, s as createTransport, t as causeOf, v as Courier, y as printable } from "./registry-reading.js";
import { M as withoutLogin, N as ownHost, R as parseDocument, j as chooseVersion } from "./check.js";
import { n as isDigest, t as digestOf } from "./registry-content-digest.js";
import { u as readFileSync } from "./base.js";
import { F as valueAt, M as listOf, P as textOf, j as fieldsOf } from "./words.js";
import { createHash } from "node:crypto";

// src/fetch/trouble.ts
/** Words that are addresses may hold a login. */
function withoutLogins(text) {
	return text.split(" ").map(withoutLogin).join(" ");
}
/** Why there is no chart, with what is in question. */
function unavailable(why, detail) {
	return {
		kind: "unavailable",
		why,
		detail: printable(withoutLogins(detail))
	};
}
/** What a server's answer means for the chart. */
function troubleOf(cause, what) {
	switch (cause.kind) {
		case "absent": return unavailable("absent", what);
		case "refused":
		case "blocked": return unavailable("refused", `${what} (HTTP ${cause.status})`);
		case "limited": return unavailable("unreachable", `${what}: rate limit`);
		case "failed":
			if (cause.status === 404 || cause.status === 410) return unavailable("absent", what);
			return unavailable("unreachable", `${what}: ${cause.detail}`);
	}
}

// src/fetch/archive.ts
/** helm takes charts of 100 MiB when unpacked; packed, public ones have 2 MiB at most. */
const largestArchive = 33554432;
/** Downloads a packaged chart. */
async function archiveOf(url, version, { get }) {
	const got = await get(url, largestArchive);
	return got.kind === "cause" ? troubleOf(got.cause, url.href) : toArchive(got, {
		version,
		what: url.href
	});
}
/** Puts what was got on disk. */
async function keepFile(bytes, keep) {
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	return {
		kind: "kept",
		file: await keep(bytes),
		sha256,
		isPacked: bytes[0] === 31 && bytes[1] === 139
	};
}
/** Keeps what is a gzip archive. */
async function keepArchive(bytes, { keep, ...named }) {
	return toArchive(await keepFile(bytes, keep), named);
}
function toArchive({ file, sha256, isPacked }, { version, what }) {
	if (!isPacked) return unavailable("unusable", `${what} is no packaged chart`);
	return {
		kind: "fetched",
		file,
		version,
		sha256
	};
}

// src/fetch/download.ts
/** Gets a file as nobody: no login is sent, and no redirect leads inwards. */
async function download(url, bodyLimit, options) {
	const arrival = await follow(journeyTo(url, bodyLimit, options), options.courier);
	if (arrival.kind === "cause") return arrival;
	const { response, at } = arrival;
	const { host } = arrival.url;
	if (response.status !== 200) return {
		kind: "cause",
		cause: diagnose({
			response,
			host,
			at,
			tokenIssued: false,
			now: options.now()
		})
	};
	const { bodyFailure } = response;
	if (bodyFailure === void 0) return {
		kind: "body",
		bytes: response.body
	};
	return {
		kind: "cause",
		cause: failed(bodyFailure.code, {
			host,
			at,
			detail: bodyFailure.detail
		})
	};
}
function journeyTo(url, bodyLimit, { userAgent, forkRun }) {
	const tls = { verify: true };
	const inwards = isLoopback(url.hostname) ? "near" : "remote";
	return {
		url,
		method: "GET",
		headers: { "user-agent": userAgent },
		ownHeaders: {},
		tls,
		reach: forkRun ? "public" : "any",
		elsewhere: {
			tls,
			reach: forkRun ? "public" : inwards
		},
		bodyLimit,
		trail: new Trail(),
		at: "registry"
	};
}

// src/fetch/registry-chart.ts
/** The layer that is the chart (https://helm.sh/docs/topics/registries, Helm charts as artifacts). */
const chartLayers = /* @__PURE__ */ new Set(["application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip"]);
/** A chart in a registry, read with the runner's own docker login. */
async function registryChart(chart, desk) {
	const [, domain = "", path = ""] = /^([^/]+)\/(.+)$/.exec(chart.repository) ?? [];
	if (!/^[\w.-]+(?::\d{1,5})?$/.test(domain) || !/^[a-z0-9._/-]+$/.test(path)) return unavailable("unusable", `${chart.repository} is no repository of a registry`);
	const as = await accessTo(domain, path, desk);
	const target = {
		host: ownHost(domain, { insecureRegistries: [] }),
		repository: path,
		as
	};
	const reference = await referenceOf(chart, target, desk);
	return typeof reference === "string" ? fetchReference({
		chart,
		target,
		reference
	}, desk) : reference;
}
async function accessTo(domain, path, { registry }) {
	const login = await registry.login(domain, path);
	if (login.kind !== "login") return { kind: "anonymous" };
	return {
		kind: "runner",
		credential: login.credential,
		from: login.from
	};
}
/** The digest, the tag of an exact version, or the newest tag that the constraint allows. A `+` is `_` in tags. */
async function referenceOf({ digest, version, repository }, target, { registry }) {
	if (digest !== void 0) return isDigest(digest) ? digest : unavailable("unusable", `${digest} is no digest`);
	if (/^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version)) return version.replaceAll("+", "_");
	const answer = await registry.tags(target);
	if (answer.kind !== "found") return troubleOf(answer, `the tags of ${repository}`);
	const tags = answer.value.tags.map((tag) => tag.replaceAll("_", "+"));
	return chooseVersion(tags, version)?.replaceAll("+", "_") ?? unavailable("absent", `${repository} has no version ${version}`);
}
async function fetchReference({ chart, target, reference }, desk) {
	const what = `${chart.repository}${chart.digest === void 0 ? ":" : "@"}${reference}`;
	const answer = await desk.registry.manifest(target, reference);
	if (answer.kind !== "found") return troubleOf(answer, what);
	const layer = chartLayer(answer);
	if (layer === void 0) return unavailable("unusable", `${what} is no Helm chart`);
	if (layer.size > 33554432) return unavailable("unusable", `${what} is too large: ${layer.size} bytes`);
	const inquiry = {
		target,
		trail: new Trail(),
		path: `/blobs/${layer.digest}`,
		bodyLimit: largestArchive
	};
	const reply = await desk.inquirer.ask({
		...inquiry,
		method: "GET"
	});
	const good = goodResponse(reply);
	if (reply.kind === "cause" || good === void 0) return troubleOf(causeOf(reply, desk.now()), what);
	const flaw = flawOf(reply);
	if (flaw !== void 0) return troubleOf(flaw, what);
	if (digestOf(good.body, layer.digest) !== layer.digest) return unavailable("unusable", `${what} has another digest`);
	return keepArchive(good.body, {
		version: reference.replaceAll("_", "+"),
		what,
		keep: desk.keep
	});
}
function chartLayer({ value }) {
	if (value.kind !== "manifest" || !value.config.mediaType.startsWith("application/vnd.cncf.helm.")) return void 0;
	return value.layers.find(({ mediaType, digest }) => chartLayers.has(mediaType) && isDigest(digest));
}

// src/fetch/chart-index.ts
const smallIndex = 4194304;
/**
* The versions of a chart in an index; undefined where the text is no index. Of the large ones (20 MB) only the chart's
* own lines are parsed.
*/
function indexedVersions(index, name) {
	const entries = entriesOf(index, name);
	if (entries === void 0) return void 0;
	return listOf(valueAt(entries, name)).flatMap((entry) => {
		const version = textOf(valueAt(entry, "version"));
		const url = textOf(listOf(valueAt(entry, "urls"))[0]);
		const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/.exec(textOf(valueAt(entry, "digest")) ?? "")?.[1];
		return version === void 0 || url === void 0 ? [] : [{
			version,
			url,
			sha256
		}];
	});
}
function entriesOf(index, name) {
	const own = isJson(index) ? void 0 : ownLines(index, name);
	if (own !== void 0) return valueAt(parse(`entries:\n${own}`), "entries");
	if (index.length > smallIndex && !isJson(index)) return /^entries:/m.test(index) ? {} : void 0;
	const entries = valueAt(parse(index), "entries");
	return entries === null ? {} : fieldsOf(entries);
}
function isJson(text) {
	return /^\uFEFF?\s*\{/.test(text);
}
function parse(text) {
	const parsed = parseDocument(text);
	return parsed.kind === "parsed" ? parsed.roots[0] : void 0;
}
/** The lines of one entry; helm writes one key a line, and lists at the indentation of their key or deeper. */
function ownLines(index, name) {
	const key = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	const begin = new RegExp(String.raw`^( +)(["']?)${key}\2:[ \t]*\r?\n`, "m").exec(index);
	if (begin === null) return void 0;
	const indent = begin[1]?.length ?? 0;
	const end = new RegExp(String.raw`^ {0,${indent}}(?![ \-\r\n])`, "gm");
	end.lastIndex = begin.index + begin[0].length;
	return index.slice(begin.index, end.exec(index)?.index ?? index.length);
}

// src/fetch/repository-chart.ts
/** The largest public index (bitnami) has 20 MB. */
const largestIndex = 67108864;
/** A chart of a repository that has an `index.yaml`. */
async function repositoryChart(chart, desk) {
	const base = webAddress(chart.url.replace(/\/*$/, "/"));
	if (base === void 0) return unavailable("unusable", `${chart.url} is no address of a chart repository`);
	const indexUrl = new URL("index.yaml", base);
	indexUrl.search = base.search;
	const index = await desk.get(indexUrl, largestIndex);
	if (index.kind === "cause") return troubleOf(index.cause, indexUrl.href);
	const versions = indexedVersions(readFileSync(index.file, "utf8"), chart.name);
	if (versions === void 0) return unavailable("unusable", `${indexUrl.href} is no index of charts`);
	if (versions.length === 0) return unavailable("absent", `${chart.url} has no chart ${chart.name}`);
	const chosen = choose(versions, chart.version);
	if (chosen === void 0) return unavailable("absent", `${chart.url} has no version ${chart.version} of ${chart.name}`);
	return fetchIndexed(chosen, base, desk);
}
function choose(versions, constraint) {
	const names = versions.map(({ version }) => version);
	const version = chooseVersion(names, constraint);
	return versions.find((candidate) => candidate.version === version);
}
async function fetchIndexed({ url, version, sha256 }, base, desk) {
	const address = webAddress(URL.parse(url, base.href)?.href ?? "");
	if (address === void 0) return unavailable("unusable", `the index names ${url}`);
	const fetched = await archiveOf(address, version, desk);
	if (fetched.kind === "unavailable" || sha256 === void 0) return fetched;
	return fetched.sha256 === sha256 ? fetched : unavailable("unusable", `${address.href} is not what the index describes`);
}
/** An address for HTTP, without a login in it. */
function webAddress(text) {
	const url = URL.parse(text);
	if (url === null || !/^https?:$/.test(url.protocol)) return void 0;
	url.username = "";
	url.password = "";
	url.hash = "";
	return url;
}

// src/fetch/create-charts.ts
const timeouts = {
	connectMs: 1e4,
	headersMs: 3e4,
	bodyMs: 2e4,
	totalMs: 6e4
};
const concurrency = 8;
/** Fetches charts of a run into a private folder. Disposing it ends all connections. */
function createCharts(options) {
	const { clock, userAgent, registry, forbidPrivateAddresses: forkRun } = options;
	const { agents, courier } = connect(options);
	const redactor = new Redactor();
	const tokens = new Tokens({
		courier,
		clock,
		redactor,
		userAgent
	});
	const inquirer = new Inquirer({
		courier,
		tokens,
		redactor,
		clock,
		userAgent,
		forkRun
	});
	const now = () => clock.now();
	const keep = createKeep(options.scratch);
	const ask = async (url, limit) => {
		const got = await download(url, limit, {
			courier,
			userAgent,
			forkRun,
			now
		});
		return got.kind === "cause" ? got : keepFile(got.bytes, keep);
	};
	const desk = {
		registry,
		inquirer,
		now,
		keep,
		get: onceEach((url) => url.href, ask)
	};
	return {
		fetch: onceEach((chart) => JSON.stringify(chart), (chart) => fetchChart(chart, desk)),
		get requests() {
			return courier.requests;
		},
		[Symbol.asyncDispose]: () => agents[Symbol.asyncDispose]()
	};
}
function connect(options) {
	const { clock, authorities = [], environment: proxies } = options;
	const { connectMs: connectTimeoutMs } = timeouts;
	const agents = new Agents({
		connectionsPerHost: concurrency,
		authorities,
		connectTimeoutMs,
		http2: false
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
async function fetchChart(chart, desk) {
	switch (chart.kind) {
		case "repository": return repositoryChart(chart, desk);
		case "oci": return registryChart(chart, desk);
		case "archive": {
			const url = webAddress(chart.url);
			return url === void 0 ? unavailable("unusable", `${chart.url} is no web address`) : archiveOf(url, "", desk);
		}
	}
}
function createKeep(scratch) {
	let folder;
	let kept = 0;
	return async (bytes) => {
		folder ??= scratch();
		kept += 1;
		return (await folder).write(`${kept}.tgz`, bytes);
	};
}
function onceEach(keyOf, ask) {
	const answers = /* @__PURE__ */ new Map();
	return (asked, ...rest) => {
		const key = keyOf(asked);
		const answer = answers.get(key) ?? ask(asked, ...rest);
		answers.set(key, answer);
		return answer;
	};
}

export { createCharts };