import { t as Secret } from "./secret.js";
import { t as Buffer } from "./_light_node_buffer.js";
import { n as isDigest } from "./registry-digest.js";
import { t as require_undici } from "./undici.js";
import { t as promisify } from "./_light_node_util.js";
import { BlockList, isIP } from "node:net";
import { createSecureContext, getCACertificates } from "node:tls";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";
import { constants, createHash } from "node:crypto";
import { lookup } from "node:dns";

// src/registry/http.ts
var import_undici = require_undici();
/** The first value of a header. */
function header(headers, name) {
	const value = headers[name];
	return typeof value === "object" ? value[0] : value;
}
/** The media type of a body: without parameters, in lower case. */
function mediaTypeOf(headers) {
	return (header(headers, "content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
const tlsKeys = /* @__PURE__ */ new WeakMap();
/** Equal for profiles that check alike; holds nothing secret. */
function tlsKey(tls) {
	const known = tlsKeys.get(tls);
	if (known !== void 0) return known;
	const own = JSON.stringify([
		tls.ca,
		tls.client?.certificate,
		tls.client?.key.fingerprint()
	]);
	const key = `${tls.verify} ${createHash("sha256").update(own).digest("base64")}`;
	tlsKeys.set(tls, key);
	return key;
}

// src/registry/reach.ts
const loopback = blockList(["127.0.0.0/8"], ["::1/128"]);
const link = blockList([
	"0.0.0.0/8",
	"168.63.129.16/32",
	"169.254.0.0/16",
	"192.88.99.0/24",
	"224.0.0.0/4",
	"240.0.0.0/4"
], [
	"::/96",
	"2001::/32",
	"2002::/16",
	"fe80::/10",
	"ff00::/8",
	"fd00:ec2::254/128"
]);
const privates = blockList([
	"10.0.0.0/8",
	"100.64.0.0/10",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15"
], [
	"fc00::/7",
	"fec0::/10",
	"64:ff9b:1::/48"
]);
function blockList(v4, v6) {
	const list = new BlockList();
	const add = (family) => (subnet) => {
		const [network = "", prefix] = subnet.split("/");
		list.addSubnet(network, Number(prefix), family);
	};
	v4.forEach(add("ipv4"));
	v6.forEach(add("ipv6"));
	return list;
}
const zonesOf = {
	any: /* @__PURE__ */ new Set([
		"loopback",
		"link",
		"private",
		"public"
	]),
	near: /* @__PURE__ */ new Set([
		"loopback",
		"private",
		"public"
	]),
	remote: /* @__PURE__ */ new Set(["private", "public"]),
	public: /* @__PURE__ */ new Set(["public"])
};
/** Whether an IP address lies within the reach. */
function mayReach(address, reach) {
	return zonesOf[reach].has(zoneOf(address));
}
function zoneOf(address) {
	const plain = embeddedV4(address) ?? address;
	const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
	if (loopback.check(plain, family)) return "loopback";
	if (link.check(plain, family)) return "link";
	return privates.check(plain, family) ? "private" : "public";
}
/** An IPv4 address that travels inside an IPv6 one: mapped, or behind NAT64 (RFC 6052). */
function embeddedV4(address) {
	const short = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? address;
	const tail = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(short)?.[1];
	if (tail === void 0 || isIP(tail) === 4) return tail;
	const [high = "0", low = "0"] = tail.includes(":") ? tail.split(":") : ["0", tail];
	const bits = Number.parseInt(high, 16) * 65536 + Number.parseInt(low, 16);
	return [
		bits >>> 24,
		bits >>> 16 & 255,
		bits >>> 8 & 255,
		bits & 255
	].join(".");
}
/** Whether a host name, as a URL holds it, may be contacted as far as the name itself tells. */
function mayReachName(hostname, reach) {
	if (reach === "any") return true;
	const zone = zoneOfName(hostname);
	if (zone !== void 0) return zonesOf[reach].has(zone);
	return !(reach === "public" && /\.(internal|local)\.?$/i.test(hostname));
}
/** 127.0.0.0/8, ::1 or `localhost`. */
function isLoopback(hostname) {
	return zoneOfName(hostname) === "loopback";
}
/** Whether a server may send us on to an address: never inwards, so that no registry makes us ask its victims. */
function mayLeadTo(from, to) {
	const zone = zoneOfName(to);
	if (zone === void 0 || zone === "public" || from === to) return true;
	return zone !== "link" && zone === zoneOfName(from);
}
function zoneOfName(hostname) {
	const bare = hostname.replace(/^\[|\]$/g, "");
	if (isIP(bare) !== 0) return zoneOf(bare);
	return /(^|\.)localhost\.?$/i.test(bare) ? "loopback" : void 0;
}

// src/registry/lookup.ts
/** Resolves names as Node does, but gives none of the addresses that are out of reach. */
function lookupWithin(reach) {
	return (hostname, options, callback) => {
		lookup(hostname, {
			...options,
			all: true
		}, (error, addresses) => {
			if (error !== null) return callback(error, []);
			const allowed = addresses.filter(({ address }) => mayReach(address, reach));
			const [first] = allowed;
			if (first === void 0) return callback(forbidden(hostname, addresses), []);
			return options.all === true ? callback(null, allowed) : callback(null, first.address, first.family);
		});
	};
}
function forbidden(hostname, addresses) {
	const text = `${hostname} stands for ${addresses.map(({ address }) => address).join(", ")}, which must not be contacted`;
	return Object.assign(new Error(text), { code: "EADDRFORBIDDEN" });
}

// src/registry/agents.ts
/** Connection pools: one for each way of checking certificates, reach and proxy. */
var Agents = class {
	#settings;
	#agents = /* @__PURE__ */ new Map();
	#roots;
	constructor(settings) {
		this.#settings = settings;
	}
	for(route) {
		const key = keyOf(route);
		const agent = this.#agents.get(key) ?? this.#create(route);
		this.#agents.set(key, agent);
		return agent;
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
		this.#agents.clear();
	}
	#create({ tls, reach, proxy, systemRoots }) {
		const { connectionsPerHost, http2, connectTimeoutMs } = this.#settings;
		const connect = {
			...this.#tlsOptions(tls, systemRoots),
			timeout: connectTimeoutMs,
			allowH2: http2
		};
		const common = {
			connections: connectionsPerHost,
			pipelining: 1,
			allowH2: http2,
			keepAliveTimeout: 3e4,
			maxHeaderSize: 65536
		};
		if (proxy === void 0) return new import_undici.Agent({
			...common,
			connect: connector({
				...connect,
				...lookupOf(reach)
			})
		});
		const proxyTls = {
			...proxy.protocol === "https:" && this.#tlsOptions({ verify: true }),
			timeout: connectTimeoutMs
		};
		const clientFactory = (origin, options) => proxyClient(origin, {
			...options,
			headersTimeout: connectTimeoutMs
		});
		return new import_undici.ProxyAgent({
			...common,
			uri: proxy.href,
			requestTls: connect,
			proxyTls,
			clientFactory,
			factory: tunnels
		});
	}
	#tlsOptions({ verify, ca, client }, systemRoots = false) {
		const own = [
			...systemRoots ? getCACertificates("system") : [],
			...this.#settings.authorities,
			...ca === void 0 ? [] : [ca]
		];
		return {
			rejectUnauthorized: verify,
			secureContext: createSecureContext({
				secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
				...own.length > 0 ? { ca: [...this.#defaultRoots(), ...own] } : {},
				...client === void 0 ? {} : {
					cert: client.certificate,
					key: client.key.reveal()
				}
			})
		};
	}
	#defaultRoots() {
		this.#roots ??= getCACertificates("default");
		return this.#roots;
	}
};
function connector(options) {
	return frank((0, import_undici.buildConnector)(options));
}
/** Ends a socket at its first error: undici would report the end of the stream that follows it, and lose a TLS alert. */
function frank(connect) {
	return (target, callback) => connect(target, (...result) => {
		const [, socket] = result;
		socket?.on("error", () => socket.destroy());
		callback(...result);
	});
}
/** The connections through a proxy; the agent makes the tunnels. */
function tunnels(origin, options) {
	const { connect } = options;
	return new import_undici.Pool(origin, typeof connect === "function" ? {
		...options,
		connect: frank(connect)
	} : options);
}
/** The connections to a proxy: bounded in time, and with failures that can be told from those behind the proxy. */
function proxyClient(origin, options) {
	return new import_undici.Pool(origin, options).compose((dispatch) => (request, handler) => dispatch(request, new ProxyFailures(handler)));
}
var ProxyFailures = class extends import_undici.DecoratorHandler {
	#handler;
	constructor(handler) {
		super(handler);
		this.#handler = handler;
	}
	onResponseError(controller, cause) {
		const failure = Object.assign(new Error("no tunnel through the proxy", { cause }), { code: "UND_ERR_PRX_CONN" });
		this.#handler.onResponseError?.(controller, failure);
	}
};
function lookupOf(reach) {
	return reach === "any" ? {} : { lookup: lookupWithin(reach) };
}
function keyOf({ tls, reach, proxy, systemRoots = false }) {
	return `${tlsKey(tls)} ${reach} ${systemRoots} ${proxy?.href ?? "direct"}`;
}

// src/registry/concurrency.ts
/** Hosts that take fewer requests at once: their limits for anonymous callers are a few a second. */
const ceilings = {
	"public.ecr.aws": 1,
	"quay.io": 3
};
/** How many requests a host may have under way. */
function ceilingOf(host, general) {
	return Math.max(1, Math.min(general, ceilings[host] ?? general));
}

// src/registry/health.ts
/** Failures of a host rather than of one question: nobody else gets through either. */
const ofTheHost = /* @__PURE__ */ new Set([
	"name-not-resolved",
	"resolver-unavailable",
	"connection-refused",
	"host-unreachable",
	"connect-timeout",
	"connection-reset",
	"connection-closed",
	"response-timeout",
	"tls-unknown-authority",
	"tls-expired",
	"tls-not-yet-valid",
	"tls-name-mismatch",
	"tls-version",
	"tls-handshake",
	"tls-client-certificate",
	"plain-http",
	"https-expected",
	"proxy-refused",
	"proxy-authentication",
	"proxy-bad-gateway",
	"proxy-unreachable",
	"address-forbidden"
]);
const strikesAfterAnswer = 3;
const faultsBeforePatience = 4;
/** What a run has learnt of one host, so that a dead one costs its time once and not for every image. */
var HostHealth = class {
	#verdict;
	#answered = false;
	#strikes = 0;
	#faults = 0;
	/** The failure that everybody else would meet as well. */
	get verdict() {
		return this.#verdict;
	}
	/** Fails again and again: still asked, but once for each question. */
	get ails() {
		return this.#faults >= faultsBeforePatience;
	}
	/** Takes note of how a question ended, after its retries. */
	note(result) {
		if (result.kind === "response") {
			this.#answered = true;
			this.#strikes = 0;
			this.#faults = result.status >= 500 ? this.#faults + 1 : 0;
			return;
		}
		if (!ofTheHost.has(result.code)) return;
		this.#strikes += 1;
		if (!this.#answered || this.#strikes >= strikesAfterAnswer) this.#verdict = result;
	}
};

// src/registry/text.ts
/** Longest text of a registry that a report may quote. */
const quoteLimit = 300;
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu;
/** One bounded line that is safe to print, of whatever a server sent. */
function printable(text, limit = quoteLimit) {
	const line = text.slice(0, limit * 8).replace(/\s+/g, " ").replace(unprintable, "").trim();
	return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

// src/registry/error-body.ts
const textLimit = 4e3;
const codeShape = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
/** Reads an error body: JSON of several shapes, plain text, HTML of something between, or nothing. */
function readErrorBody(response) {
	const text = response.body.toString("utf8", 0, 65536);
	const versioned = header(response.headers, "docker-distribution-api-version") !== void 0;
	const document = parseJson(text);
	const errors = errorsIn(document);
	if (errors !== void 0) {
		const codes = errors.map((error) => stringOf(error, "code")).filter((code) => codeShape.test(code));
		const message = printable(errors.map(sentenceOf).filter(Boolean).join("; "), textLimit);
		return {
			codes: [...new Set(codes)].slice(0, 8),
			message,
			byRegistry: true,
			html: false
		};
	}
	const html = mediaTypeOf(response.headers) === "text/html" || /^\s*<(!doctype|html)/i.test(text);
	return {
		codes: [],
		message: document === void 0 ? printable(html ? strippedOf(text) : text, textLimit) : "",
		byRegistry: versioned && !html,
		html
	};
}
function parseJson(text) {
	if (!/^\s*\{/.test(text)) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** The list of the spec, one bare error object (zot), or the old `details` of token servers. */
function errorsIn(body) {
	if (typeof body !== "object" || body === null) return void 0;
	const list = Reflect.get(body, "errors");
	if (Array.isArray(list)) return list.slice(0, 8).filter(isObject);
	return [
		"code",
		"details",
		"message",
		"error"
	].some((field) => stringOf(body, field) !== "") ? [body] : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function sentenceOf(error) {
	const message = [
		"message",
		"error_description",
		"details",
		"error"
	].map((field) => stringOf(error, field)).find(Boolean) ?? "";
	const detail = Reflect.get(error, "detail");
	if (detail === void 0 || detail === null || detail === "") return message;
	return `${message} (${typeof detail === "string" ? detail : JSON.stringify(detail)})`.trimStart();
}
function stringOf(object, field) {
	const value = Reflect.get(object, field);
	return typeof value === "string" ? value : "";
}
function strippedOf(html) {
	return html.slice(0, 8192).replace(/<(script|style|head)\b[^]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}

// src/registry/limit.ts
/** Whether the answer is a rate limit, whatever its status. */
function isLimit(response) {
	if (response.status === 429) return true;
	return response.status >= 400 && readErrorBody(response).codes.some((code) => /^TOO_?MANY_?REQUESTS?$/i.test(code));
}
/**
* What a rate limit counts and when it ends. Docker Hub's pull limit writes a long text and quota headers, its abuse
* limit answers bare; ECR Public has a monthly amount of data besides.
*/
function readLimit(response, now) {
	const { message } = readErrorBody(response);
	return {
		kind: "limited",
		quota: /data limit/i.test(message) ? "data" : isPullLimit(response, message) ? "pulls" : "requests",
		retryAfterMs: retryAfter(response, message, now),
		message
	};
}
function isPullLimit({ headers }, message) {
	return /pull rate limit|unauthenticated pull/i.test(message) || /^0(;|$)/.test(header(headers, "ratelimit-remaining") ?? "");
}
/** Seconds or a date (RFC 9110, 10.2.3); GHCR writes a Go duration into its message. */
function retryAfter({ headers }, message, now) {
	const written = header(headers, "retry-after")?.trim() ?? "";
	if (/^\d{1,9}$/.test(written)) return Number(written) * 1e3;
	const date = written === "" ? NaN : Date.parse(written);
	if (!Number.isNaN(date)) return Math.max(0, date - now);
	return durationIn(message);
}
const units = {
	h: 36e5,
	m: 6e4,
	s: 1e3,
	ms: 1,
	µs: .001,
	us: .001,
	ns: 1e-6
};
function durationIn(message) {
	const text = /retry-after:\s*([\d.]+(?:h|ms|m|s|µs|us|ns)(?:[\d.]+(?:m|s))*)/i.exec(message)?.[1];
	if (text === void 0) return void 0;
	const total = [...text.matchAll(/([\d.]+)(ms|µs|us|ns|h|m|s)/g)].reduce((sum, [, amount = "0", unit = "s"]) => sum + Number(amount) * (units[unit] ?? 0), 0);
	return Number.isFinite(total) ? Math.ceil(total) : void 0;
}

// src/registry/queue.ts
/** The line before one host: so many at once, and pauses that hold for everybody. */
var HostQueue = class {
	#clock;
	#waiting = [];
	#limit;
	#running = 0;
	#resumeAt = 0;
	constructor(clock, limit) {
		this.#clock = clock;
		this.#limit = limit;
	}
	async run(task) {
		await this.#enter();
		try {
			const wait = this.#resumeAt - this.#clock.now();
			if (wait > 0) await this.#clock.sleep(wait, this.#clock.deadline);
			return await task();
		} finally {
			this.#running -= 1;
			this.#admit();
		}
	}
	/** Nobody starts before this many milliseconds have passed. */
	pause(milliseconds) {
		this.#resumeAt = Math.max(this.#resumeAt, this.#clock.now() + milliseconds);
	}
	/** Half as many at once from now on. */
	narrow() {
		this.#limit = Math.max(1, Math.floor(this.#limit / 2));
	}
	async #enter() {
		if (this.#running < this.#limit) this.#running += 1;
		else await new Promise((resolve) => this.#waiting.push(resolve));
	}
	#admit() {
		if (this.#running >= this.#limit) return;
		const next = this.#waiting.shift();
		if (next === void 0) return;
		this.#running += 1;
		next();
	}
};

// src/registry/retry.ts
/** How often a question is sent at most. */
const maximumAttempts = 3;
/** What a second attempt may well get past. Refusals, absences and broken TLS are answers. */
const transientFailures = /* @__PURE__ */ new Set([
	"resolver-unavailable",
	"connection-reset",
	"connection-closed",
	"response-timeout",
	"body-timeout",
	"body-cut"
]);
const transientStatus = /* @__PURE__ */ new Set([
	408,
	499,
	500,
	502,
	503,
	504,
	522
]);
const longestWaitMs = 2e4;
const shortestWaitMs = 1e3;
const timeouts = /* @__PURE__ */ new Set(["response-timeout", "body-timeout"]);
/** Milliseconds to wait before the next attempt, or undefined where the answer stands. */
function retryDelay(result, attempt, now) {
	if (attempt >= maximumAttempts) return void 0;
	const backoff = 500 * 3 ** (attempt - 1);
	const code = result.kind === "failure" ? result.code : result.bodyFailure?.code;
	if (code !== void 0 && timeouts.has(code) && attempt > 1) return void 0;
	if (result.kind === "failure") return transientFailures.has(result.code) ? backoff : void 0;
	if (isLimit(result)) return limitDelay(result, attempt, now);
	if (result.status < 400) return result.bodyFailure && transientFailures.has(result.bodyFailure.code) ? backoff : void 0;
	if (!transientStatus.has(result.status)) return void 0;
	return within(readLimit(result, now).retryAfterMs ?? backoff, 0);
}
function limitDelay(result, attempt, now) {
	const { quota, retryAfterMs } = readLimit(result, now);
	return quota === "requests" ? within(retryAfterMs ?? shortestWaitMs * 2 ** (attempt - 1), shortestWaitMs) : void 0;
}
function within(milliseconds, least) {
	return milliseconds > longestWaitMs ? void 0 : Math.max(least, milliseconds);
}

// src/registry/courier.ts
/** Sends requests through the queue of their host, and again where that may help. */
var Courier = class {
	#options;
	#queues = /* @__PURE__ */ new Map();
	#healths = /* @__PURE__ */ new Map();
	#requests = 0;
	constructor(options) {
		this.#options = options;
	}
	/** How many requests a host may have under way. */
	get ceiling() {
		return this.#options.ceiling;
	}
	/** Requests sent so far. */
	get requests() {
		return this.#requests;
	}
	async send(request, errand) {
		const { clock } = this.#options;
		const queue = this.#queueOf(request.url.host);
		const health = this.#healthOf(request);
		for (let attempt = 1;; attempt++) {
			const result = await queue.run(() => this.#attempt(request, health, errand));
			const wait = health.ails ? void 0 : retryDelay(result, attempt, clock.now());
			if (result.kind === "response" && isLimit(result)) queue.narrow();
			if (wait !== void 0) queue.pause(wait);
			if (wait === void 0 || await this.#isLate(wait)) {
				health.note(result);
				return result;
			}
		}
	}
	async #attempt(request, health, { trail, as }) {
		if (health.verdict !== void 0) return health.verdict;
		this.#requests += 1;
		const result = await this.#options.transport(request);
		trail.add(request, result, as);
		return result;
	}
	/** Waits; true where the check's time ran out meanwhile, so that the last answer stands. */
	async #isLate(wait) {
		const { clock } = this.#options;
		await clock.sleep(wait, clock.deadline);
		return clock.deadline.aborted;
	}
	#queueOf(host) {
		const queue = this.#queues.get(host) ?? new HostQueue(this.#options.clock, this.#options.ceiling(host));
		this.#queues.set(host, queue);
		return queue;
	}
	#healthOf({ url, tls, reach }) {
		const key = `${url.origin} ${reach} ${tlsKey(tls)}`;
		const health = this.#healths.get(key) ?? new HostHealth();
		this.#healths.set(key, health);
		return health;
	}
};

// src/registry/host-memory.ts
/** What a bearer challenge for one repository says about the host's others, if it says anything. */
function habitOf(challenge, realm, repository) {
	const scope = challenge.parameters.get("scope");
	const service = challenge.parameters.get("service");
	if (scope === "*") return {
		kind: "bearer",
		realm,
		service,
		scopesFor: () => ["*"]
	};
	if (scope !== void 0 && scope !== pullScope(repository)) return void 0;
	return {
		kind: "bearer",
		realm,
		service,
		scopesFor: (other) => [pullScope(other)]
	};
}
/** The scope that pulling needs (distribution, docs/content/spec/auth/scope.md). */
function pullScope(repository) {
	return `repository:${repository}:pull`;
}

// src/registry/token-order.ts
/** A mirror never gets the credential of the registry whose content it serves. */
function credentialFor({ target }) {
	return target.as.kind === "anonymous" || target.host.mirrorOf !== void 0 ? void 0 : target.as.credential;
}
/** The token that a challenge asks for. */
function orderOf(challenge, realm, { inquiry, endpoint, credential }) {
	const scope = challenge.parameters.get("scope")?.trim();
	return {
		realm,
		service: challenge.parameters.get("service"),
		scopes: scope ? scope.split(/\s+/) : [pullScope(inquiry.target.repository)],
		credential: credential?.kind === "registry-token" ? void 0 : credential,
		as: inquiry.target.as,
		...placeOf(realm, endpoint)
	};
}
/** The registry's own port is checked like the registry; any other place is where the registry sent us. */
function placeOf(realm, { host, tls, reach, elsewhere }) {
	return realm.host === host.authority ? {
		tls,
		reach
	} : elsewhere;
}
/** Equal for orders of the same token, whoever pays for it. */
function scopeKey({ realm, service, scopes }) {
	return JSON.stringify([
		realm.href,
		service,
		scopes.toSorted()
	]);
}

// src/registry/authority.ts
/** Nothing at all: the first request, and every new beginning. */
const nothing = {
	kind: "authority",
	headers: {},
	credentialed: false,
	tokenIssued: false,
	tried: /* @__PURE__ */ new Set(),
	restarts: 0
};
/** What a token adds. */
function granted(grant, order, authority) {
	return {
		...authority,
		headers: bearerHeader(grant),
		credentialed: order.credential !== void 0,
		tokenIssued: true,
		grant,
		tried: /* @__PURE__ */ new Set([...authority.tried, scopeKey(order)])
	};
}
/** The header of a token (RFC 6750, 2.1). */
function bearerHeader({ token }) {
	return { authorization: `Bearer ${token.reveal()}` };
}

// src/registry/cause.ts
/** A failure, as a cause. */
function failed(failure, facts) {
	return {
		kind: "failed",
		failure,
		...facts
	};
}
/** What the transport could not do, at the place where it happened. */
function failedToReach(result, at) {
	return failed(result.code, {
		host: result.host,
		at: result.atProxy ? "proxy" : at,
		detail: result.detail
	});
}

// src/registry/challenge.ts
const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const separators = /[\s,]+/y;
const equals = /\s*=\s*/y;
const quoted = /"((?:[^"\\]|\\.)*)"?/sy;
const bare = /[^\s,]*/y;
/**
* Reads all challenges of all header lines. One line may hold several, a value may hold commas inside quotes, and what
* is no challenge is passed over: registries send blank and broken headers.
*/
function parseChallenges(header) {
	return (header === void 0 ? [] : typeof header === "string" ? [header] : header).flatMap(parseLine);
}
function parseLine(line) {
	const found = [];
	const reader = new Reader(line);
	while (!reader.done) {
		if (reader.take(separators) !== void 0) continue;
		const name = reader.take(token)?.toLowerCase();
		if (name === void 0) reader.skip();
		else if (reader.take(equals) === void 0) found.push({
			scheme: name,
			parameters: /* @__PURE__ */ new Map()
		});
		else addParameter(found.at(-1), name, reader.value());
	}
	return found;
}
function addParameter(challenge, name, value) {
	if (challenge !== void 0 && !challenge.parameters.has(name)) challenge.parameters.set(name, value);
}
var Reader = class {
	#text;
	#position = 0;
	constructor(text) {
		this.#text = text;
	}
	get done() {
		return this.#position >= this.#text.length;
	}
	skip() {
		this.#position += 1;
	}
	take(pattern) {
		return this.#match(pattern)?.[0];
	}
	value() {
		const text = this.#match(quoted)?.[1];
		return text === void 0 ? this.take(bare) ?? "" : text.replace(/\\(.)/gs, "$1");
	}
	#match(pattern) {
		pattern.lastIndex = this.#position;
		const match = pattern.exec(this.#text);
		if (match !== null) this.#position = pattern.lastIndex;
		return match;
	}
};

// src/registry/follow.ts
const maximumRedirects = 10;
/** Sends a request and follows redirects by the rules above. */
async function follow(journey, courier) {
	const seen = /* @__PURE__ */ new Set();
	let url = journey.url;
	let left = false;
	for (let hops = 0; hops <= maximumRedirects; hops++) {
		if (seen.has(url.href)) break;
		seen.add(url.href);
		const at = left ? "redirect" : journey.at;
		const errand = {
			trail: journey.trail,
			as: left ? void 0 : journey.as
		};
		const result = await courier.send(requestTo(url, journey, left), errand);
		if (result.kind === "failure") return {
			kind: "cause",
			cause: failedToReach(result, at)
		};
		const next = locationOf(result, url);
		if (next === void 0) return {
			kind: "response",
			response: result,
			url,
			at
		};
		const danger = dangerOf(next, url);
		if (danger !== void 0) return {
			kind: "cause",
			cause: failed("redirect-unsafe", {
				...facts(url, result),
				detail: danger
			})
		};
		left ||= next.origin !== journey.url.origin;
		url = next;
	}
	const detail = `redirected more than ${maximumRedirects} times, or in a circle`;
	return {
		kind: "cause",
		cause: failed("redirect-loop", {
			host: url.host,
			at: "redirect",
			detail
		})
	};
}
function requestTo(url, journey, left) {
	const { method, headers, ownHeaders, tls, reach, elsewhere, foreign, bodyLimit } = journey;
	if (!left) return {
		url,
		method,
		headers: {
			...headers,
			...ownHeaders
		},
		tls,
		reach,
		bodyLimit
	};
	const own = foreign?.origin === url.origin ? foreign.headers : {};
	return {
		url,
		method,
		headers: {
			...headers,
			...own
		},
		...elsewhere,
		bodyLimit
	};
}
const redirects = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
function locationOf({ status, headers }, base) {
	if (!redirects.has(status)) return void 0;
	const location = header(headers, "location");
	const url = location === void 0 ? null : URL.parse(location, base.href);
	if (url === null) return void 0;
	url.username = "";
	url.password = "";
	url.hash = "";
	return url;
}
function dangerOf(next, from) {
	if (next.protocol !== "https:" && next.protocol !== "http:") return `redirected to the scheme ${next.protocol}`;
	if (from.protocol === "https:" && next.protocol === "http:") return `redirected from HTTPS to plain HTTP at ${next.host}`;
	if (!mayLeadTo(from.hostname, next.hostname)) return `redirected to the private address ${next.host}`;
}
function facts(url, { status }) {
	return {
		host: url.host,
		at: "redirect",
		status
	};
}

// src/registry/diagnose.ts
/** Addresses that are refused as such: ACR's firewall and Google's edge. That says nothing about the nodes. */
const aboutRunner = /client with ip .{2,45} is not allowed|your client does not have permission to get url/i;
/** Policies of Xray, Harbor, Artifactory and Nexus Firewall: the image is known, and forbidden. */
const aboutImage = /blocking policy|xray|quarantin|vulnerabilit|content trust|not signed|curation/i;
const nameCodes = /* @__PURE__ */ new Set([
	"NAME_INVALID",
	"TAG_INVALID",
	"DIGEST_INVALID"
]);
const needsCertificate = /no required ssl certificate|ssl certificate error|client certificate/i;
/** What caches make of a refusal by the registry behind them: distribution 500 with its errors, Quay 400 with its text. */
const refusedUpstream = /\(.*"(?:DENIED|UNAUTHORIZED)".*\)|^upstream: (?:unauthorized|denied)/i;
const plainToTls = /http request (was sent )?to (an )?https (server|port)/i;
/** First match wins; the last rule takes what no other did. */
const rules = [
	{
		when: ({ response }) => isLimit(response),
		cause: ({ response, now }) => readLimit(response, now)
	},
	{
		when: ({ response }) => wantsTls(response),
		cause: fails("https-expected")
	},
	{
		when: status(400, ({ body }) => needsCertificate.test(body.message)),
		cause: fails("tls-client-certificate")
	},
	{
		when: status(400, ({ body }) => body.codes.some((code) => nameCodes.has(code))),
		cause: absent
	},
	{
		when: status(401),
		cause: refused
	},
	{
		when: status(403, ({ body }) => aboutRunner.test(body.message)),
		cause: blocked("runner")
	},
	{
		when: status(403, ({ body }) => aboutImage.test(body.message)),
		cause: blocked("image")
	},
	{
		when: status(403, ({ at }) => at === "redirect"),
		cause: fails("redirect-refused")
	},
	{
		when: status(403, ({ body }) => !body.html),
		cause: refused
	},
	{
		when: status(404, ({ body }) => body.byRegistry),
		cause: absent
	},
	{
		when: status(410, ({ body }) => body.byRegistry),
		cause: absent
	},
	{
		when: status(405, ({ body }) => body.codes.some(isForbidding)),
		cause: blocked("image")
	},
	{
		when: status(412),
		cause: blocked("image")
	},
	{
		when: status(451),
		cause: blocked("image")
	},
	{
		when: status(407),
		cause: fails("proxy-authentication")
	},
	{
		when: ({ status, body }) => isFromCache(status) && refusedUpstream.test(body.message),
		cause: fails("upstream-refused")
	},
	{
		when: ({ status }) => status >= 500 || status === 408 || status === 499,
		cause: fails("server-error")
	},
	{
		when: ({ status, body }) => status >= 400 && body.byRegistry,
		cause: fails("server-error")
	},
	{
		when: () => true,
		cause: fails("not-a-registry")
	}
];
function isForbidding(code) {
	return code === "DENIED" || code === "UNSUPPORTED";
}
function isFromCache(status) {
	return status === 500 || status === 400;
}
/** The answer of a port that speaks TLS to a plain request (net/http of Go, nginx). */
function wantsTls(response) {
	return response.status === 400 && plainToTls.test(readErrorBody(response).message);
}
/** Names the cause of an answer that is not what was asked for. */
function diagnose(rejection) {
	const evidence = {
		...rejection,
		status: rejection.response.status,
		body: readErrorBody(rejection.response)
	};
	const rule = rules.find(({ when }) => when(evidence));
	return rule === void 0 ? fails("not-a-registry")(evidence) : rule.cause(evidence);
}
function status(code, and = () => true) {
	return (evidence) => evidence.status === code && and(evidence);
}
function fails(code) {
	return ({ status, body, host, at }) => failed(code, {
		host,
		at: status === 407 ? "proxy" : at,
		status,
		detail: body.message || `HTTP ${status} without a text`
	});
}
function blocked(about) {
	return ({ status, body }) => ({
		kind: "blocked",
		status,
		about,
		message: body.message
	});
}
function refused({ status, body, at, tokenIssued }) {
	return {
		kind: "refused",
		status,
		by: at === "token-endpoint" ? at : "registry",
		tokenIssued,
		codes: body.codes,
		message: body.message
	};
}
function absent({ body, response }) {
	const mayHide = isArtifactory(response) || void 0;
	return {
		kind: "absent",
		missing: missingBy(body.codes),
		codes: body.codes,
		message: body.message,
		mayHide
	};
}
/** Its setting "hide existence of unauthorized resources" makes a 404 of a 401. */
function isArtifactory({ headers }) {
	return headers["x-jfrog-version"] !== void 0 || headers["x-artifactory-id"] !== void 0;
}
const missingThing = {
	NAME_UNKNOWN: "repository",
	NAME_INVALID: "repository",
	MANIFEST_UNKNOWN: "manifest",
	TAG_EXPIRED: "manifest",
	TAG_INVALID: "manifest",
	DIGEST_INVALID: "manifest"
};
function missingBy(codes) {
	return codes.map((code) => missingThing[code.toUpperCase()]).find((thing) => thing !== void 0) ?? "unclear";
}

// src/registry/token-body.ts
const leastLifetimeMs = 6e4;
const longestLifetimeMs = 864e5;
/** Reads a token endpoint's answer; `now` is when it came in. */
function readToken(body, now) {
	const parsed = parse(body.toString());
	if (parsed === void 0) return {
		kind: "unusable",
		why: "the token endpoint did not answer with a JSON object"
	};
	const token = ["access_token", "token"].map((name) => parsed[name]).find((value) => typeof value === "string" && value !== "");
	if (typeof token !== "string") return {
		kind: "unusable",
		why: "the token endpoint sent no token"
	};
	if (!/^[\x21-\x7e]+$/.test(token)) return {
		kind: "unusable",
		why: "the token endpoint sent a token that fits no header"
	};
	return {
		kind: "token",
		token,
		lifetimeMs: lifetimeOf(parsed, now)
	};
}
function parse(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
	} catch {
		return;
	}
}
/** Counted from `issued_at` where that leaves any time: a server's clock may be wrong. */
function lifetimeOf(body, now) {
	const { expires_in: seconds, issued_at: issued } = body;
	const stated = typeof seconds === "number" && Number.isFinite(seconds) ? seconds * 1e3 : leastLifetimeMs;
	const lifetime = Math.min(Math.max(stated, leastLifetimeMs), longestLifetimeMs);
	const age = typeof issued === "string" ? now - Date.parse(issued) : 0;
	return age > 0 && age < lifetime ? lifetime - age : lifetime;
}

// src/registry/token-reply.ts
/** Reads what a token endpoint answered. */
function readArrival(arrival, now) {
	if (arrival.kind === "cause") return arrival;
	const { response, url } = arrival;
	const facts = {
		host: url.host,
		at: "token-endpoint",
		status: response.status
	};
	const tokenless = (detail) => ({
		kind: "cause",
		cause: failed("token-endpoint-failed", {
			...facts,
			detail
		})
	});
	if (response.status !== 200) return {
		kind: "cause",
		cause: refusalOf(arrival, now)
	};
	if (response.bodyFailure !== void 0) return tokenless(response.bodyFailure.detail);
	const body = readToken(response.body, now);
	return body.kind === "token" ? {
		...body,
		token: new Secret(body.token)
	} : tokenless(body.why);
}
function refusalOf({ response, url }, now) {
	const cause = diagnose({
		response,
		host: url.host,
		at: "token-endpoint",
		tokenIssued: false,
		now
	});
	if (cause.kind === "refused" || cause.kind === "limited" || cause.kind === "blocked") return cause;
	const detail = readErrorBody(response).message || `HTTP ${response.status} without a text`;
	return failed("token-endpoint-failed", {
		host: url.host,
		at: "token-endpoint",
		status: response.status,
		detail
	});
}

// src/registry/trail.ts
/** The requests that one question cost so far. */
var Trail = class {
	records = [];
	add(request, result, as) {
		const base = {
			method: request.method,
			url: publicUrl(request.url),
			credentials: nameOf(as)
		};
		if (result.kind === "failure") {
			this.records.push({
				...base,
				failure: result.code,
				codes: []
			});
			return;
		}
		const codes = result.status >= 400 ? readErrorBody(result).codes : [];
		const failure = result.bodyFailure === void 0 ? {} : { failure: result.bodyFailure.code };
		this.records.push({
			...base,
			status: result.status,
			...failure,
			codes
		});
	}
};
/** `none`, `runner` or `secret:<name>`. */
function nameOf(as) {
	if (as === void 0 || as.kind === "anonymous") return "none";
	return as.kind === "secret" ? `secret:${as.name}` : as.kind;
}
const tellingParameters = /* @__PURE__ */ new Set([
	"service",
	"scope",
	"ns",
	"n",
	"last"
]);
/** The URL without what may open doors: user info, fragment, and of the query all but known harmless parameters. */
function publicUrl(url) {
	const copy = new URL(url);
	copy.username = "";
	copy.password = "";
	copy.hash = "";
	for (const name of new Set(copy.searchParams.keys())) if (!tellingParameters.has(name)) copy.searchParams.delete(name);
	return printable(copy.href, 500);
}

// src/registry/token.ts
const bodyLimit = 65536;
const renewEarlyMs = 5e3;
const clientId = "will-it-pull";
/** Tokens of a run: one request for each realm, service, scope and login, however many ask. */
var Tokens = class {
	#options;
	#known = /* @__PURE__ */ new Map();
	#flights = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** A token that is still good, a new one, or why there is none. Refusals are remembered, failures are not. */
	async get(order) {
		const key = tokenKey(order);
		const known = this.#known.get(key);
		if (known !== void 0 && this.#isGood(known)) return {
			...known,
			fresh: false
		};
		return {
			...await (this.#flights.get(key) ?? this.#fly(order, key)),
			fresh: true
		};
	}
	/** Forgets a token that the registry did not take. */
	drop(grant) {
		this.#known.delete(grant.key);
	}
	#fly(order, key) {
		const flight = this.#fetch(order, key).then((reply) => {
			this.#flights.delete(key);
			this.#known.set(key, reply);
			return reply;
		});
		this.#flights.set(key, flight);
		return flight;
	}
	#isGood(reply) {
		if (reply.kind === "cause") return reply.cause.kind === "refused";
		return reply.expiresAt > this.#options.clock.now() + renewEarlyMs;
	}
	async #fetch(order, key) {
		const trail = new Trail();
		const arrival = await this.#ask(order, trail);
		const now = this.#options.clock.now();
		const read = readArrival(arrival, now);
		if (read.kind === "cause") return {
			...read,
			records: trail.records
		};
		this.#options.redactor.add(read.token);
		return {
			kind: "grant",
			key,
			token: read.token,
			expiresAt: now + read.lifetimeMs,
			records: trail.records
		};
	}
	async #ask(order, trail) {
		if (order.credential?.kind !== "identity-token") return this.#byGet(order, trail);
		const arrival = await this.#byPost(order, order.credential.token, trail);
		return arrival.kind === "response" && [
			400,
			401,
			404,
			405
		].includes(arrival.response.status) ? this.#byGet(order, trail) : arrival;
	}
	#byGet(order, trail) {
		const { realm, service, scopes, tls, reach, credential } = order;
		const url = new URL(realm);
		if (service !== void 0) url.searchParams.set("service", service);
		for (const scope of scopes) url.searchParams.append("scope", scope);
		const journey = {
			url,
			method: "GET",
			headers: this.#headers(),
			ownHeaders: credential === void 0 ? {} : { authorization: basicHeader(credential, this.#options.redactor) },
			elsewhere: {
				tls: withoutClient(tls),
				reach
			},
			tls,
			reach,
			bodyLimit,
			trail,
			as: credential === void 0 ? void 0 : order.as,
			at: "token-endpoint"
		};
		return follow(journey, this.#options.courier);
	}
	async #byPost(order, identity, trail) {
		this.#options.redactor.add(identity);
		const form = new URLSearchParams({
			grant_type: "refresh_token",
			refresh_token: identity.reveal(),
			client_id: clientId,
			service: order.service ?? "",
			scope: order.scopes.join(" ")
		});
		const request = {
			url: order.realm,
			method: "POST",
			headers: {
				...this.#headers(),
				"content-type": "application/x-www-form-urlencoded"
			},
			body: form.toString(),
			tls: order.tls,
			reach: order.reach,
			bodyLimit
		};
		const result = await this.#options.courier.send(request, {
			trail,
			as: order.as
		});
		if (result.kind === "failure") return {
			kind: "cause",
			cause: failedToReach(result, "token-endpoint")
		};
		return {
			kind: "response",
			response: result,
			url: order.realm,
			at: "token-endpoint"
		};
	}
	#headers() {
		return {
			accept: "application/json",
			"user-agent": this.#options.userAgent
		};
	}
};
/** Equal for orders that the same token answers. */
function tokenKey({ realm, service, scopes, credential }) {
	const login = credential === void 0 ? "anonymous" : credentialKey(credential);
	return JSON.stringify([
		realm.href,
		service,
		scopes.toSorted(),
		login
	]);
}
/** Tells logins apart without giving them away. */
function credentialKey(credential) {
	if (credential.kind !== "basic") return `${credential.kind} ${credential.token.fingerprint()}`;
	return `basic ${credential.username} ${credential.password.fingerprint()}`;
}
/** `Authorization` of the Basic scheme (RFC 7617); an identity token goes as the password of nobody, as containerd sends it. */
function basicHeader(credential, redactor) {
	const username = credential.kind === "basic" ? credential.username : "";
	const password = credential.kind === "basic" ? credential.password : credential.token;
	redactor.addPair(username, password);
	return `Basic ${Buffer.from(`${username}:${password.reveal()}`).toString("base64")}`;
}
/** The same checks without our own certificate, which is for the registry alone. */
function withoutClient(tls) {
	return tls.client === void 0 ? tls : {
		verify: tls.verify,
		ca: tls.ca
	};
}

// src/registry/endpoint.ts
const profiles = /* @__PURE__ */ new Map();
/** Reads the rules of a host; `forkRun` keeps everything off addresses that are not public. */
function endpointOf(host, forkRun) {
	const { tls, foreign } = profilesOf(host);
	if (forkRun) return {
		host,
		tls,
		reach: "public",
		elsewhere: {
			tls: foreign,
			reach: "public"
		}
	};
	const hostname = URL.parse(`https://${host.authority}`)?.hostname ?? "";
	return {
		host,
		tls,
		reach: "any",
		elsewhere: {
			tls: foreign,
			reach: isLoopback(hostname) ? "near" : "remote"
		}
	};
}
function profilesOf({ verify, ca, client }) {
	const key = JSON.stringify([
		verify,
		ca,
		client?.certificate,
		client?.key.fingerprint()
	]);
	const known = profiles.get(key);
	if (known !== void 0) return known;
	const tls = {
		verify,
		ca,
		client
	};
	const made = {
		tls,
		foreign: withoutClient(tls)
	};
	profiles.set(key, made);
	return made;
}
const keys = /* @__PURE__ */ new WeakMap();
/** Tells endpoints apart by all that may change their answers. */
function endpointKey(host) {
	const known = keys.get(host);
	if (known !== void 0) return known;
	const { authority, path, scheme, verify, ca, client, headers, mirrorOf } = host;
	const key = JSON.stringify([
		authority,
		path,
		scheme,
		verify,
		ca,
		client?.certificate,
		headers,
		mirrorOf
	]);
	keys.set(host, key);
	return key;
}

// src/registry/realm.ts
/**
* Where the token is to be had, if it may be asked for there: the registry names that place, and an attacker's registry
* would name one of our network. HTTPS, or plain HTTP where the registry itself was declared so; no private address but
* the registry's own.
*/
function realmOf({ challenge, from, host, withCredential }) {
	const written = challenge.parameters.get("realm") ?? "";
	const url = /^(https?:)?\/|^https?:/i.test(written) ? URL.parse(written, from.href) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) return {
		kind: "unusable",
		why: `the ${challenge.scheme} challenge names no usable realm`
	};
	url.username = "";
	url.password = "";
	url.hash = "";
	if (!mayLeadTo(from.hostname, url.hostname)) return {
		kind: "realm-unsafe",
		why: `the realm ${url.host} is a private address`,
		host: url.host
	};
	if (url.protocol === "http:") return plainRealm(url, {
		from,
		host,
		withCredential
	});
	return {
		kind: "realm",
		url
	};
}
function plainRealm(url, { from, host, withCredential }) {
	if (host.scheme !== "https" && url.hostname === from.hostname || isLoopback(url.hostname)) return {
		kind: "realm",
		url
	};
	const why = `the realm ${url.origin} speaks plain HTTP`;
	if (withCredential) return {
		kind: "credential-withheld",
		why: `${why}; no credential is sent there`,
		host: url.host
	};
	if (host.scheme !== "https") return {
		kind: "realm",
		url
	};
	return {
		kind: "realm-unsafe",
		why,
		host: url.host
	};
}

// src/registry/authorizer.ts
/** Knows what a registry wants to see before it answers, and gets it. */
var Authorizer = class {
	#options;
	#habits = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** What the host asked for the last time; nothing where that can't be had, since then its challenge shall speak. */
	async expect(inquiry, endpoint) {
		const habit = this.#habits.get(endpointKey(endpoint.host));
		const credential = credentialFor(inquiry);
		if (habit?.kind === "basic") return credential?.kind === "basic" ? this.#basic(credential, nothing) : nothing;
		if (habit?.kind !== "bearer") return nothing;
		if (credential?.kind === "registry-token") return this.#registryToken(credential, nothing);
		const { realm, service, scopesFor } = habit;
		const place = placeOf(realm, endpoint);
		const order = {
			realm,
			service,
			scopes: scopesFor(inquiry.target.repository),
			credential,
			as: inquiry.target.as,
			...place
		};
		const reply = await this.#options.tokens.get(order);
		if (reply.kind === "cause") return nothing;
		if (reply.fresh) inquiry.trail.records.push(...reply.records);
		return granted(reply, order, nothing);
	}
	/** After a 401: the next thing to try, or the end. */
	async answer(inquiry, refusal) {
		const { arrival, endpoint, url, authority } = refusal;
		const challenges = parseChallenges(arrival.response.headers["www-authenticate"]);
		const bearer = challenges.find(({ scheme }) => scheme === "bearer");
		if (arrival.url.origin !== url.origin) return this.#answerElsewhere(inquiry, refusal, bearer);
		const credential = credentialFor(inquiry);
		if (authority.grant !== void 0 && bearer?.parameters.get("error") === "invalid_token") return this.#restart(authority, refusal);
		if (bearer !== void 0 && credential?.kind === "registry-token") return authority.credentialed ? this.#refused(refusal) : this.#registryToken(credential, authority);
		const basic = challenges.some(({ scheme }) => scheme === "basic");
		if (bearer !== void 0 && (bearer.parameters.has("realm") || !basic)) return this.#exchange(inquiry, refusal, {
			challenge: bearer,
			credential
		});
		if (!basic) return this.#withoutChallenge(refusal);
		this.#habits.set(endpointKey(endpoint.host), { kind: "basic" });
		return credential?.kind === "basic" && authority.headers["authorization"]?.startsWith("Basic ") !== true ? this.#basic(credential, authority) : this.#refused(refusal);
	}
	async #exchange(inquiry, refusal, { challenge, credential }) {
		const { endpoint, arrival, authority } = refusal;
		const { repository } = inquiry.target;
		const realm = realmOf({
			challenge,
			from: arrival.url,
			host: endpoint.host,
			withCredential: credential !== void 0
		});
		if (realm.kind === "unusable") return this.#unusable(refusal, realm.why);
		if (realm.kind !== "realm") return {
			kind: "cause",
			cause: failed(realm.kind, {
				host: realm.host,
				at: "token-endpoint",
				detail: realm.why
			})
		};
		const habit = habitOf(challenge, realm.url, repository);
		if (habit !== void 0) this.#habits.set(endpointKey(endpoint.host), habit);
		const order = orderOf(challenge, realm.url, {
			inquiry,
			endpoint,
			credential
		});
		if (authority.tried.has(scopeKey(order))) return this.#refused(refusal);
		const reply = await this.#options.tokens.get(order);
		if (reply.kind === "cause" || reply.fresh) inquiry.trail.records.push(...reply.records);
		return reply.kind === "cause" ? reply : granted(reply, order, authority);
	}
	/** The place that the registry redirected to asks for a token of its own: it gets an anonymous one. */
	async #answerElsewhere(inquiry, refusal, challenge) {
		const { arrival, endpoint, authority } = refusal;
		const { origin } = arrival.url;
		if (challenge === void 0 || authority.foreign?.origin === origin) return this.#refusedElsewhere(inquiry, refusal);
		const host = {
			...endpoint.host,
			scheme: "https"
		};
		const realm = realmOf({
			challenge,
			from: arrival.url,
			host,
			withCredential: false
		});
		if (realm.kind !== "realm") return this.#refusedElsewhere(inquiry, refusal);
		const order = {
			...orderOf(challenge, realm.url, {
				inquiry,
				endpoint,
				credential: void 0
			}),
			...endpoint.elsewhere
		};
		const reply = await this.#options.tokens.get(order);
		if (reply.kind === "cause" || reply.fresh) inquiry.trail.records.push(...reply.records);
		if (reply.kind === "cause") return reply.cause.kind === "refused" ? this.#refusedElsewhere(inquiry, refusal) : reply;
		return {
			...authority,
			tokenIssued: true,
			foreign: {
				origin,
				headers: bearerHeader(reply)
			}
		};
	}
	/** containerd shows its login to whoever asks for one, we do not; so a node may get in where we don't. */
	#refusedElsewhere(inquiry, refusal) {
		if (credentialFor(inquiry) === void 0) return this.#refused(refusal);
		const { host } = refusal.arrival.url;
		const detail = `the registry redirects to ${host}, and the login for ${inquiry.target.host.registry} is not sent there`;
		return {
			kind: "cause",
			cause: failed("credential-withheld", {
				host,
				at: "redirect",
				status: 401,
				detail
			})
		};
	}
	/** An expired token may name another realm in its challenge (nvcr.io), so the next request carries none. */
	#restart(authority, refusal) {
		if (authority.grant !== void 0) this.#options.tokens.drop(authority.grant);
		this.#habits.delete(endpointKey(refusal.endpoint.host));
		if (authority.restarts === 0) return {
			...nothing,
			restarts: 1
		};
		return {
			kind: "cause",
			cause: failed("token-rejected", {
				host: refusal.url.host,
				at: "registry",
				status: 401,
				detail: "the registry calls a token invalid that its token endpoint has just issued"
			})
		};
	}
	#basic(credential, authority) {
		const headers = { authorization: basicHeader(credential, this.#options.redactor) };
		return {
			...authority,
			headers,
			credentialed: true,
			grant: void 0
		};
	}
	#registryToken(credential, authority) {
		this.#options.redactor.add(credential.token);
		const headers = { authorization: `Bearer ${credential.token.reveal()}` };
		return {
			...authority,
			headers,
			credentialed: true
		};
	}
	#withoutChallenge(refusal) {
		return refusal.authority.tokenIssued || refusal.authority.credentialed ? this.#refused(refusal) : this.#unusable(refusal, "the 401 carries no Basic or Bearer challenge");
	}
	#unusable({ arrival }, detail) {
		return {
			kind: "cause",
			cause: failed("challenge-unusable", {
				host: arrival.url.host,
				at: arrival.at,
				status: 401,
				detail
			})
		};
	}
	/** The 401 stands: whoever asked gets it as it is. */
	#refused({ arrival, authority }) {
		return {
			...arrival,
			tokenIssued: authority.tokenIssued
		};
	}
};

// src/registry/introductions.ts
/**
* The first requests to a host. As many go at once as it takes side by side, which opens their connections; all others
* wait for the first answer, since it tells what the host wants to see and saves them a refusal each.
*/
var Introductions = class {
	#ceiling;
	#strangers = /* @__PURE__ */ new Map();
	constructor(ceiling) {
		this.#ceiling = ceiling;
	}
	/** Ends when a request to the host may be made ready. Every call is followed by `meet`, whatever comes of it. */
	async wait(key, host) {
		const stranger = this.#strangers.get(key) ?? {
			sent: 0,
			met: Promise.withResolvers()
		};
		this.#strangers.set(key, stranger);
		if (stranger.sent++ >= this.#ceiling(host)) await stranger.met.promise;
	}
	/** The host has answered, or proved that it does not. */
	meet(key) {
		this.#strangers.get(key)?.met.resolve();
	}
};

// src/registry/inquirer.ts
const maximumRounds = 5;
/** Asks registries: answers their challenges, follows their redirects, and falls back to plain HTTP where that is due. */
var Inquirer = class {
	#options;
	#authorizer;
	#introductions;
	#plain = /* @__PURE__ */ new Set();
	#speaksHttp = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
		this.#authorizer = new Authorizer(options);
		this.#introductions = new Introductions(options.courier.ceiling);
	}
	async ask(inquiry) {
		const endpoint = endpointOf(inquiry.target.host, this.#options.forkRun);
		const reply = await this.#converse(inquiry, endpoint);
		if (!isPlainHttp(reply)) return reply;
		if (endpoint.host.scheme !== "https-then-http") return this.#certain(reply, inquiry, endpoint);
		this.#plain.add(endpointKey(endpoint.host));
		return this.#converse(inquiry, endpoint);
	}
	/** Whatever is no TLS looks the same to a TLS hello, so whether it is HTTP is asked: once for each host, as nobody. */
	async #certain(reply, { trail }, endpoint) {
		const key = endpointKey(endpoint.host);
		const asking = this.#speaksHttp.get(key) ?? this.#askPlainly(endpoint, trail);
		this.#speaksHttp.set(key, asking);
		if (await asking) return reply;
		const { authority: host } = endpoint.host;
		return {
			kind: "cause",
			cause: failed("not-a-registry", {
				host,
				at: "registry",
				detail: "what listens there did not answer in TLS, and not in plain HTTP either"
			})
		};
	}
	async #askPlainly({ host, tls, reach }, trail) {
		const port = /:\d+$/.test(host.authority) ? "" : ":443";
		const url = URL.parse(`http://${host.authority}${port}/v2/`);
		if (url === null) return true;
		const request = {
			url,
			method: "GET",
			headers: { "user-agent": this.#options.userAgent },
			tls,
			reach,
			bodyLimit: 1024
		};
		const result = await this.#options.courier.send(request, { trail });
		return result.kind === "response" && result.status < 500 && !wantsTls(result);
	}
	async #converse(inquiry, endpoint) {
		const url = this.#urlOf(inquiry);
		if (url === null) return {
			kind: "cause",
			cause: unusableName(endpoint.host)
		};
		const key = endpointKey(endpoint.host);
		await this.#introductions.wait(key, endpoint.host.authority);
		let authority = await this.#authorizer.expect(inquiry, endpoint);
		for (let round = 0; round < maximumRounds; round++) {
			const arrival = await follow(this.#journey(inquiry, {
				endpoint,
				url,
				authority
			}), this.#options.courier);
			const answer = arrival.kind === "response" && arrival.response.status === 401 && this.#authorizer.answer(inquiry, {
				endpoint,
				url,
				arrival,
				authority
			});
			this.#introductions.meet(key);
			if (arrival.kind === "cause") return arrival;
			if (answer === false) return {
				...arrival,
				tokenIssued: authority.tokenIssued
			};
			const next = await answer;
			if (next.kind !== "authority") return next;
			authority = next;
		}
		return {
			kind: "cause",
			cause: failed("token-rejected", {
				host: url.host,
				at: "registry",
				status: 401,
				detail: "the registry asked for authorization again and again"
			})
		};
	}
	#journey({ method, headers, bodyLimit, trail, target }, { endpoint, url, authority }) {
		return {
			url,
			method,
			headers: {
				"user-agent": this.#options.userAgent,
				...headers
			},
			ownHeaders: {
				...this.#ownHeaders(target.host),
				...authority.headers
			},
			foreign: authority.foreign,
			elsewhere: endpoint.elsewhere,
			tls: endpoint.tls,
			reach: endpoint.reach,
			bodyLimit,
			trail,
			as: authority.credentialed ? target.as : void 0,
			at: "registry"
		};
	}
	#ownHeaders({ headers = {} }) {
		for (const value of Object.values(headers)) this.#options.redactor.add(value);
		return headers;
	}
	#urlOf({ target, path, query = {} }) {
		const { host, repository } = target;
		const url = URL.parse(`${this.#schemeOf(host)}://${host.authority}${host.path}/${repository}${path}`);
		if (url === null) return null;
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
		if (host.mirrorOf !== void 0) url.searchParams.set("ns", host.mirrorOf);
		return url;
	}
	#schemeOf(host) {
		return host.scheme === "http" || this.#plain.has(endpointKey(host)) ? "http" : "https";
	}
};
function isPlainHttp(reply) {
	return reply.kind === "cause" && reply.cause.kind === "failed" && reply.cause.failure === "plain-http" && reply.cause.at === "registry";
}
function unusableName({ authority }) {
	return failed("name-not-resolved", {
		host: authority,
		at: "registry",
		detail: "the host and port are no valid address"
	});
}

// src/registry/redact.ts
const shortest = 3;
const shortestInContent = 10;
/** Everything secret that this run has sent or been given; what a server echoes of it is blanked. */
var Redactor = class {
	#known = /* @__PURE__ */ new Set();
	/** The known spellings by their first characters: a run may hold thousands of tokens, and texts hold none as a rule. */
	#byStart = /* @__PURE__ */ new Map();
	/** Takes note of a secret, in the spellings in which it may come back. */
	add(secret) {
		const text = typeof secret === "string" ? secret : secret.reveal();
		for (const spelling of spellings(text)) this.#note(spelling);
	}
	addCredential(credential) {
		if (credential.kind === "basic") this.addPair(credential.username, credential.password);
		else this.add(credential.token);
	}
	/** A `user:password` pair, also as the Basic scheme sends it. */
	addPair(username, password) {
		this.add(password);
		this.add(`${username}:${password.reveal()}`);
	}
	/** The text without secrets of at least so many characters. */
	text(text, least = shortest) {
		if (this.#known.size === 0) return text;
		const kept = [];
		let from = 0;
		for (let at = 0; at + shortest <= text.length; at++) {
			const secret = this.#startingAt(text, at, least);
			if (secret === void 0) continue;
			kept.push(text.slice(from, at));
			from = at + secret.length;
			at = from - 1;
		}
		return from === 0 ? text : [...kept, text.slice(from)].join("***");
	}
	/** Blanks every text within a value, in place. */
	blank(value, least = shortest) {
		if (this.#known.size === 0 || typeof value !== "object" || value === null) return;
		for (const [key, item] of Object.entries(value)) if (typeof item === "string") Reflect.set(value, key, this.text(item, least));
		else this.blank(item, least);
	}
	/** The same for what is judged and not only read: a weak password must not change a digest or a platform. */
	blankContent(value) {
		this.blank(value, shortestInContent);
	}
	#note(spelling) {
		if (spelling.length < shortest || this.#known.has(spelling)) return;
		this.#known.add(spelling);
		const start = startAt(spelling, 0);
		const same = this.#byStart.get(start) ?? [];
		this.#byStart.set(start, [...same, spelling].toSorted(longestFirst));
	}
	#startingAt(text, at, least) {
		return this.#byStart.get(startAt(text, at))?.find((spelling) => spelling.length >= least && text.startsWith(spelling, at));
	}
};
function startAt(text, at) {
	return (text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)) * 65536 + text.charCodeAt(at + 2);
}
function spellings(text) {
	const bytes = Buffer.from(text);
	const base64 = bytes.toString("base64");
	return [
		text,
		text.trim(),
		base64,
		base64.replace(/=+$/, ""),
		bytes.toString("base64url"),
		encodeURIComponent(text.toWellFormed()),
		JSON.stringify(text).slice(1, -1)
	];
}
function longestFirst(one, other) {
	return other.length - one.length;
}

// src/registry/after-head.ts
/**
* Keeps connections open after a HEAD, as long as that goes well. A server that sends a body after a HEAD spoils the
* next answer on that connection: then the request is sent once more, and the host's connections end after each HEAD.
*/
function sparingly(send) {
	const proper = /* @__PURE__ */ new Set();
	const careless = /* @__PURE__ */ new Set();
	return async (request) => {
		const { origin } = request.url;
		const result = await send(request, !careless.has(origin));
		if (result.kind === "response") proper.add(origin);
		if (!(result.kind === "failure" && result.code === "not-a-registry" && proper.has(origin))) return result;
		careless.add(origin);
		return send(request, false);
	};
}

// src/registry/failure.ts
/** Codes of Node, OpenSSL and undici. What stands for several causes is read further below. */
const table = {
	ENOTFOUND: "name-not-resolved",
	ENODATA: "name-not-resolved",
	EAI_AGAIN: "resolver-unavailable",
	EAI_FAIL: "resolver-unavailable",
	ESERVFAIL: "resolver-unavailable",
	ECONNREFUSED: "connection-refused",
	ECONNRESET: "connection-reset",
	ECONNABORTED: "connection-reset",
	EPIPE: "connection-reset",
	ETIMEDOUT: "connect-timeout",
	UND_ERR_CONNECT_TIMEOUT: "connect-timeout",
	EHOSTUNREACH: "host-unreachable",
	ENETUNREACH: "host-unreachable",
	EHOSTDOWN: "host-unreachable",
	ENETDOWN: "host-unreachable",
	EADDRNOTAVAIL: "host-unreachable",
	EACCES: "host-unreachable",
	EPERM: "host-unreachable",
	EADDRFORBIDDEN: "address-forbidden",
	UND_ERR_HEADERS_TIMEOUT: "response-timeout",
	UND_ERR_BODY_TIMEOUT: "body-timeout",
	UND_ERR_SOCKET: "connection-closed",
	UND_ERR_HEADERS_OVERFLOW: "headers-too-large",
	HPE_HEADER_OVERFLOW: "headers-too-large",
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "body-cut",
	UND_ERR_RES_EXCEEDED_MAX_SIZE: "body-too-large",
	UND_ERR_PRX_CONN: "proxy-unreachable",
	UND_ERR_PRX_TLS: "proxy-unreachable",
	CERT_HAS_EXPIRED: "tls-expired",
	CERT_NOT_YET_VALID: "tls-not-yet-valid",
	ERR_TLS_CERT_ALTNAME_INVALID: "tls-name-mismatch",
	DEPTH_ZERO_SELF_SIGNED_CERT: "tls-unknown-authority",
	SELF_SIGNED_CERT_IN_CHAIN: "tls-unknown-authority",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls-unknown-authority",
	UNABLE_TO_GET_ISSUER_CERT: "tls-unknown-authority",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls-unknown-authority",
	CERT_UNTRUSTED: "tls-unknown-authority",
	CERT_REJECTED: "tls-unknown-authority",
	CERT_SIGNATURE_FAILURE: "tls-unknown-authority",
	CERT_CHAIN_TOO_LONG: "tls-unknown-authority",
	PATH_LENGTH_EXCEEDED: "tls-unknown-authority",
	INVALID_CA: "tls-unknown-authority",
	INVALID_PURPOSE: "tls-unknown-authority",
	EE_KEY_TOO_SMALL: "tls-unknown-authority",
	CA_KEY_TOO_SMALL: "tls-unknown-authority",
	CA_MD_TOO_WEAK: "tls-unknown-authority",
	ERR_SSL_WRONG_VERSION_NUMBER: "plain-http",
	ERR_SSL_BAD_RECORD_TYPE: "connection-reset",
	ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC: "connection-reset",
	ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "tls-version",
	ERR_SSL_UNSUPPORTED_PROTOCOL: "tls-version",
	ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: "tls-client-certificate",
	ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "tls-client-certificate",
	"ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE": "tls-client-certificate",
	"ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_UNKNOWN": "tls-client-certificate",
	ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: "tls-client-certificate",
	ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: "tls-client-certificate"
};
const proxyCodes = {
	407: "proxy-authentication",
	502: "proxy-bad-gateway",
	503: "proxy-bad-gateway",
	504: "proxy-bad-gateway"
};
/** The proxy before all; and of several addresses that failed each in its own way, the most telling one. */
const mostTelling = [
	"proxy-unreachable",
	"connection-refused",
	"connection-reset",
	"connect-timeout",
	"host-unreachable"
];
/** Reads an error with its cause and the errors that it unites: the outer ones often say nothing. */
function failureOf(error) {
	const errors = [...unfold(error)];
	const codes = errors.map(codeOf).filter((code) => code !== void 0);
	return {
		code: mostTelling.find((candidate) => codes.includes(candidate)) ?? codes[0] ?? "connection-closed",
		detail: detailOf(errors)
	};
}
function* unfold(error, depth = 0) {
	if (!(error instanceof Error) || depth > 5) return;
	yield error;
	yield* unfold(error.cause, depth + 1);
	if (error instanceof AggregateError) for (const one of error.errors.slice(0, 8)) yield* unfold(one, depth + 1);
}
function codeOf(error) {
	const code = textOf(error, "code");
	const message = error.message;
	const proxied = /Proxy response \((\d+)\)/.exec(message)?.[1] ?? /Proxy Authentication Required \((407)\)/.exec(message)?.[1];
	if (proxied !== void 0) return proxyCodes[proxied] ?? "proxy-refused";
	if (error.name === "HTTPParserError") return parserFailure(error, code);
	if (/wrong version number/i.test(message)) return "plain-http";
	const known = table[code];
	if (known !== void 0) return known;
	if (code.startsWith("ERR_SSL_") || code === "EPROTO") return "tls-handshake";
	return code.startsWith("EAI_") ? "resolver-unavailable" : void 0;
}
/** A TLS alert that came to a plain request begins with 0x15 0x03. */
function parserFailure(error, code) {
	if (code === "HPE_HEADER_OVERFLOW") return "headers-too-large";
	return textOf(error, "data").startsWith("") ? "https-expected" : "not-a-registry";
}
function textOf(error, field) {
	const value = Reflect.get(error, field);
	return typeof value === "string" ? value : "";
}
function detailOf(errors) {
	const messages = errors.map((error) => worded(error.message) || textOf(error, "code")).filter((message) => message !== "");
	return [...new Set(messages)].slice(0, 4).join("; ") || "no reason given";
}
function worded(message) {
	const reason = /\berror:[0-9A-F]+:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
	return reason === void 0 ? message : `TLS: ${reason}`;
}

// src/registry/body.ts
/** Reads a body up to a number of bytes, and keeps what came when it breaks off. */
async function readBody(stream, limit) {
	const read = {
		chunks: [],
		size: 0
	};
	try {
		await readInto(read, stream, limit);
	} catch (error) {
		const failure = failureOf(error);
		const cut = failure.code === "connection-closed" || failure.code === "connection-reset";
		return {
			bytes: Buffer.concat(read.chunks),
			failure: cut ? {
				...failure,
				code: "body-cut"
			} : failure
		};
	}
	if (read.size > limit) return tooLarge(read.chunks, limit);
	const [first] = read.chunks;
	return { bytes: read.chunks.length === 1 && first !== void 0 ? first : Buffer.concat(read.chunks) };
}
async function readInto(read, stream, limit) {
	for await (const chunk of stream) {
		read.chunks.push(chunk);
		read.size += chunk.length;
		if (read.size > limit) return;
	}
}
function tooLarge(chunks, limit) {
	const detail = `the body is larger than ${limit} bytes`;
	return {
		bytes: Buffer.concat(chunks, limit),
		failure: {
			code: "body-too-large",
			detail
		}
	};
}
const decoders = {
	gzip: promisify(gunzip),
	"x-gzip": promisify(gunzip),
	deflate: promisify(inflate),
	br: promisify(brotliDecompress),
	zstd: promisify(zstdDecompress)
};
/** Undoes a Content-Encoding that we did not ask for; never gives more than `limit` bytes. */
async function decodeBody(body, encoding, limit) {
	const name = encoding.trim().toLowerCase();
	if (name === "" || name === "identity" || body.bytes.length === 0 || body.failure !== void 0) return body;
	if (!isKnown(name)) return undecodable(`the body has the unknown encoding ${name}`);
	try {
		return { bytes: await decoders[name](body.bytes, { maxOutputLength: limit }) };
	} catch (error) {
		if (error instanceof RangeError) return {
			bytes: Buffer.alloc(0),
			failure: {
				code: "body-too-large",
				detail: `the body unpacks to more than ${limit} bytes`
			}
		};
		return undecodable(`the body is no ${name}`);
	}
}
function isKnown(name) {
	return Object.hasOwn(decoders, name);
}
function undecodable(detail) {
	return {
		bytes: Buffer.alloc(0),
		failure: {
			code: "body-invalid",
			detail
		}
	};
}

// src/registry/proxy.ts
const direct = { kind: "direct" };
/**
* The proxy for a URL, as Go's net/http and with it the container runtimes read the environment: HTTPS_PROXY,
* HTTP_PROXY and NO_PROXY in either case, never a proxy for loopback.
*/
function proxyFor(url, environment) {
	const named = url.protocol === "https:" ? variable(environment, "https_proxy") : variable(environment, "http_proxy");
	if (named === "" || isLoopback(url.hostname)) return direct;
	if (isExempt(url, variable(environment, "no_proxy"))) return direct;
	const text = named.includes("://") ? named : `http://${named}`;
	const parsed = URL.parse(text);
	if (parsed === null) return {
		kind: "unusable",
		why: "the proxy variable holds no URL"
	};
	if (![
		"http:",
		"https:",
		"socks5:"
	].includes(parsed.protocol)) return {
		kind: "unusable",
		why: `the proxy variable names the scheme ${parsed.protocol}`
	};
	return {
		kind: "proxy",
		url: parsed
	};
}
function variable(environment, name) {
	return (environment[name] || environment[name.toUpperCase()] || "").trim();
}
function isExempt(url, list) {
	return list.toLowerCase().split(/[\s,]+/).some((entry) => entry !== "" && matches(url, entry));
}
function matches(url, entry) {
	if (entry === "*") return true;
	const host = url.hostname.replace(/^\[|\]$/g, "");
	if (entry.includes("/")) return isInSubnet(host, entry);
	const [, name = entry, port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
	if (port !== void 0 && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
	const bare = name.replace(/^\[|\]$/g, "").replace(/^\*(?=\.)/, "");
	return bare.startsWith(".") ? host.endsWith(bare) : host === bare || isIP(host) === 0 && host.endsWith(`.${bare}`);
}
function isInSubnet(host, entry) {
	const [network = "", prefix = ""] = entry.split("/");
	const family = isIP(network);
	const length = Number(prefix);
	if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix) || length > (family === 4 ? 32 : 128)) return false;
	const list = new BlockList();
	const name = family === 4 ? "ipv4" : "ipv6";
	list.addSubnet(network, length, name);
	return list.check(host, name);
}

// src/registry/transport.ts
/** The transport over undici. */
function createTransport(options) {
	const systemTrusts = /* @__PURE__ */ new Set();
	return sparingly(async (request, lasting) => {
		const { url, reach, tls } = request;
		const host = url.host;
		if (options.deadline.aborted) return late(host);
		if (!mayReachName(url.hostname, reach)) return failure("address-forbidden", {
			host,
			detail: `${url.hostname} must not be contacted from here`
		});
		const proxy = proxyFor(url, options.proxies);
		if (proxy.kind === "unusable") return failure("proxy-unreachable", {
			host: "proxy",
			detail: proxy.why,
			atProxy: true
		});
		const route = proxy.kind === "proxy" ? {
			tls,
			reach,
			proxy: proxy.url
		} : {
			tls,
			reach
		};
		const send = (via) => sendBy(via, request, {
			...options,
			proxy,
			lasting
		});
		if (systemTrusts.has(url.origin)) return send({
			...route,
			systemRoots: true
		});
		const result = await send(route);
		if (result.kind !== "failure" || result.code !== "tls-unknown-authority") return result;
		systemTrusts.add(url.origin);
		return send({
			...route,
			systemRoots: true
		});
	});
}
async function sendBy(route, request, line) {
	const agent = agentFor(route, line.agents);
	if (typeof agent === "string") return failure("tls-client-certificate", {
		host: request.url.host,
		detail: agent
	});
	return exchange(request, {
		...line,
		agent
	});
}
/** The agent, or why OpenSSL can't read the certificate and key that the nodes' configuration names for the host. */
function agentFor(route, agents) {
	try {
		return agents.for(route);
	} catch (error) {
		if (route.tls.client === void 0) throw error;
		return `the client certificate or its key can't be read: ${error instanceof Error ? error.message : String(error)}`;
	}
}
async function exchange(request, line) {
	const { host } = request.url;
	const signal = AbortSignal.any([line.deadline, AbortSignal.timeout(line.timeouts.totalMs)]);
	try {
		return await received(await unlessAborted(line.agent.request(dispatched(request, line, signal)), signal), {
			request,
			line,
			signal
		});
	} catch (error) {
		if (!signal.aborted) return thrown(error, request.url, line.proxy);
		if (line.deadline.aborted) return late(host);
		return failure("response-timeout", {
			host,
			detail: `no answer within ${line.timeouts.totalMs} ms`
		});
	}
}
async function received({ statusCode: status, headers, body }, { request, line, signal }) {
	const limit = request.bodyLimit;
	const read = await readBody(body, limit);
	if (read.failure !== void 0 && signal.aborted) {
		const bodyFailure = {
			code: abortCode(line, "body-timeout"),
			detail: "the body did not end in time"
		};
		return {
			kind: "response",
			status,
			headers,
			body: read.bytes,
			bodyFailure
		};
	}
	const { bytes, failure: bodyFailure } = await decodeBody(read, header(headers, "content-encoding") ?? "", limit);
	return {
		kind: "response",
		status,
		headers,
		body: bytes,
		bodyFailure
	};
}
function dispatched(request, { timeouts, lasting }, signal) {
	const { url, method, headers, body } = request;
	return {
		origin: url.origin,
		path: url.pathname + url.search,
		method,
		headers: {
			"accept-encoding": "identity",
			...headers
		},
		body: body ?? null,
		headersTimeout: timeouts.headersMs,
		bodyTimeout: timeouts.bodyMs,
		signal,
		...method === "HEAD" && { reset: !lasting }
	};
}
/** undici heeds a signal only once the connection stands; a proxy that hangs would hold us. */
async function unlessAborted(sent, signal) {
	const { promise: aborted, reject } = Promise.withResolvers();
	const abort = () => reject(new Error("aborted", { cause: signal.reason }));
	signal.addEventListener("abort", abort, { once: true });
	try {
		return await Promise.race([sent, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
function abortCode({ deadline }, otherwise) {
	return deadline.aborted ? "deadline" : otherwise;
}
/** Failures of connecting are the proxy's, where it is what we connect to; those behind a tunnel are not. */
const connecting = /* @__PURE__ */ new Set([
	"name-not-resolved",
	"resolver-unavailable",
	"connection-refused",
	"connect-timeout",
	"host-unreachable"
]);
function thrown(error, url, proxy) {
	const { code, detail } = failureOf(error);
	const atProxy = code.startsWith("proxy-") || isFirstLeg(url, proxy) && connecting.has(code);
	if (!atProxy) return failure(plainly(code, url), {
		host: url.host,
		detail
	});
	const host = proxy.kind === "proxy" ? proxy.url.host : url.host;
	return failure(code.startsWith("proxy-") ? code : "proxy-unreachable", {
		host,
		detail,
		atProxy
	});
}
function isFirstLeg(url, proxy) {
	return proxy.kind === "proxy" && (url.protocol === "http:" || proxy.url.protocol === "socks5:");
}
/** Only a TLS hello can be answered in plain HTTP. */
function plainly(code, url) {
	return code === "plain-http" && url.protocol === "http:" ? "not-a-registry" : code;
}
function late(host) {
	return failure("deadline", {
		host,
		detail: "the time of the whole check was over"
	});
}
function failure(code, { host, detail, atProxy = false }) {
	return {
		kind: "failure",
		code,
		host,
		detail,
		atProxy
	};
}

// src/registry/reading.ts
/** `registry/repository`: under which names contents are kept. */
function repositoryOf({ host, repository }) {
	return `${host.registry}/${repository}`;
}
/** A good answer, or nothing. */
function goodResponse(reply) {
	return reply.kind === "response" && (reply.response.status === 200 || reply.response.status === 206) ? reply.response : void 0;
}
/** The digest that the registry states, if it states one. */
function statedDigest(response) {
	const digest = header(response.headers, "docker-content-digest");
	return digest !== void 0 && isDigest(digest) ? digest : void 0;
}
/** Why a good status is no good answer all the same: a page for people, or a body that broke off. */
function flawOf(reply) {
	const { response, url, at } = reply;
	const facts = {
		host: url.host,
		at,
		status: response.status
	};
	if (mediaTypeOf(response.headers) === "text/html") return failed("not-a-registry", {
		...facts,
		detail: "the answer is an HTML page"
	});
	if (response.bodyFailure === void 0) return void 0;
	return failed(response.bodyFailure.code, {
		...facts,
		detail: response.bodyFailure.detail
	});
}
/**
* HEAD, and where that is refused the same by GET: a HEAD has no body to say why, and some servers refuse just the
* HEAD. A clean 429 is left alone.
*/
async function headOrGet(inquirer, inquiry, get = inquiry) {
	const reply = await inquirer.ask({
		...inquiry,
		method: "HEAD"
	});
	if (reply.kind === "cause" || reply.response.status < 400 || reply.response.status === 429) return reply;
	return inquirer.ask({
		...get,
		method: "GET"
	});
}
/** The 401 of a reply, and everything else that is not what was asked for, as a cause. */
function causeOf(reply, now) {
	if (reply.kind === "cause") return reply.cause;
	const { response, url, at, tokenIssued } = reply;
	return diagnose({
		response,
		host: url.host,
		at,
		tokenIssued,
		now
	});
}

export { mediaTypeOf as C, header as S, Courier as _, repositoryOf as a, Agents as b, Redactor as c, Tokens as d, credentialKey as f, failed as g, follow as h, headOrGet as i, Inquirer as l, diagnose as m, flawOf as n, statedDigest as o, Trail as p, goodResponse as r, createTransport as s, causeOf as t, endpointKey as u, printable as v, isLoopback as x, ceilingOf as y };