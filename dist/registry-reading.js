import { i as __toESM } from "./rolldown-runtime.js";
import { t as _light_node_process_default } from "./process.js";
import { I as isKnownType, U as Secret, y as Buffer } from "./check.js";
import { u as readFileSync } from "./base.js";
import { n as isDigest } from "./registry-content-digest.js";
import { a as require_agent, d as require_connect, n as require_api, o as require_pool, p as require_dispatcher, r as require_proxy_agent, t as require_decorator_handler } from "./decorator-handler.js";
import { t as promisify } from "./_light_node_util.js";
import { BlockList, Socket, isIP } from "node:net";
import { TLSSocket, createSecureContext, getCACertificates } from "node:tls";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";
import { constants, createHash } from "node:crypto";
import { connect, constants as constants$1 } from "node:http2";
import { lookup } from "node:dns";

// \0light-undici
var import_api = /* @__PURE__ */ __toESM(require_api());
var import_dispatcher = /* @__PURE__ */ __toESM(require_dispatcher());
var import_agent = /* @__PURE__ */ __toESM(require_agent());
var import_decorator_handler = /* @__PURE__ */ __toESM(require_decorator_handler());
var import_pool = /* @__PURE__ */ __toESM(require_pool());
var import_proxy_agent = /* @__PURE__ */ __toESM(require_proxy_agent());
var import_connect = /* @__PURE__ */ __toESM(require_connect());
Object.assign(import_dispatcher.default.prototype, import_api.default);

// src/registry/transport/http2/dials.ts
/**
* The connections to one origin that are made before it is known what it speaks. Where that is HTTP/1.1 its client takes
* them over.
*/
var Dials = class {
	#connect;
	#target;
	#going = /* @__PURE__ */ new Map();
	#told;
	#ready = [];
	#claims = [];
	#isHandedOver = false;
	constructor(connect, target, told) {
		this.#connect = connect;
		this.#target = target;
		this.#told = told;
	}
	get count() {
		return this.#going.size;
	}
	/** Makes one more. */
	start() {
		const dial = {};
		this.#going.set(dial, void 0);
		const made = this.#connect(this.#target, (error, socket) => {
			if (!this.#going.delete(dial)) return void socket?.destroy();
			if (error !== null) return this.#end({
				kind: "failed",
				error
			});
			this.#end({
				kind: "connected",
				socket,
				speaksHttp2: protocolOf(socket) === "h2"
			});
		});
		if (this.#going.has(dial)) this.#going.set(dial, made);
	}
	/** Nobody waits for them any more. */
	abandon() {
		const sockets = [...this.#going.values(), ...this.#ready.splice(0)];
		this.#going.clear();
		for (const socket of sockets) if (socket instanceof Socket) socket.destroy(unneeded);
	}
	/** From now on connections are taken, this one first. */
	handOver(socket) {
		this.#isHandedOver = true;
		this.#ready.push(socket);
	}
	/** The next connection for HTTP/1.1. */
	take(target, callback) {
		const ready = this.#ready.shift();
		if (ready !== void 0) return queueMicrotask(() => callback(null, ready));
		if (this.#claims.length < this.count) this.#claims.push(callback);
		else this.#connect({
			...target,
			allowH2: false
		}, callback);
	}
	#end(dialled) {
		if (!this.#isHandedOver) return this.#told(dialled);
		const claim = this.#claims.shift();
		if (dialled.kind === "failed") return claim?.(dialled.error, null);
		if (!dialled.speaksHttp2 && claim !== void 0) return claim(null, dialled.socket);
		dialled.socket.destroy();
		if (claim !== void 0) this.#connect({
			...this.#target,
			allowH2: false
		}, claim);
	}
};
const unneeded = /* @__PURE__ */ new Error("the connection is not needed");
function protocolOf(socket) {
	return "alpnProtocol" in socket ? socket.alpnProtocol : void 0;
}

// src/registry/transport/http2/detour.ts
/** The way over HTTP/1.1, after one over HTTP/2 failed. Where a server has no HTTP/1.1, it is that failure that counts. */
var Detour = class extends import_decorator_handler.default {
	#handler;
	#past;
	#isClosed;
	constructor(handler, past, isClosed) {
		super(handler);
		this.#handler = handler;
		this.#past = past;
		this.#isClosed = isClosed;
	}
	onResponseError(controller, error) {
		const isNone = Reflect.get(error, "code") === "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL";
		if (isNone) this.#isClosed();
		this.#handler.onResponseError?.(controller, isNone ? this.#past : error);
	}
};

// src/registry/transport/http2/fields.ts
const ofTheConnection = /* @__PURE__ */ new Set([
	"connection",
	"host",
	"http2-settings",
	"keep-alive",
	"proxy-connection",
	"te",
	"transfer-encoding",
	"upgrade"
]);
/** The header fields of a request, or undefined where one can't be sent (RFC 9113, 8.2.1). */
function requestFields(options, authority) {
	const given = Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
	if (given.some(([name, value]) => !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) || /[\0\r\n]/.test(value))) return void 0;
	const sent = given.filter(([name]) => !ofTheConnection.has(name));
	return {
		":method": options.method,
		":scheme": "https",
		":authority": given.find(([name]) => name === "host")?.[1] ?? authority,
		":path": options.path,
		...Object.fromEntries(sent),
		...typeof options.body === "string" && { "content-length": String(Buffer.byteLength(options.body)) }
	};
}
/** The header fields of an answer as HTTP/1.1 would give them: what came more than once is a list. */
function responseHeaders(raw) {
	const headers = /* @__PURE__ */ new Map();
	for (let at = 0; at < raw.length; at += 2) {
		const [name = "", value = ""] = raw.slice(at, at + 2);
		if (name.startsWith(":")) continue;
		const known = headers.get(name);
		headers.set(name, known === void 0 ? value : [known, value].flat());
	}
	return Object.fromEntries(headers);
}
/** Characters of all names and values. */
function sizeOf(raw) {
	return raw.reduce((sum, text) => sum + text.length, 0);
}

// src/registry/transport/http2/exchange.ts
const mostOfHeaders = 65536;
/** One question on one stream. */
var Exchange = class {
	#question;
	#watchers;
	#stream;
	#timer;
	#headers;
	#received = 0;
	#error;
	#isOver = false;
	reason = null;
	/** `stream` has its request's headers sent. */
	constructor(stream, question, watchers) {
		this.#stream = stream;
		this.#question = question;
		this.#watchers = watchers;
		const { body, headersTimeout } = question.options;
		this.#listen();
		this.#wait(headersTimeout, "UND_ERR_HEADERS_TIMEOUT");
		question.handler.onRequestStart?.(this, {});
		if (typeof body === "string" && !this.#isOver) this.#stream.end(body);
	}
	get aborted() {
		return this.reason !== null;
	}
	get paused() {
		return this.#stream.isPaused();
	}
	abort(reason) {
		if (this.#isOver) return;
		this.reason = reason;
		this.#fail(reason);
		this.#watchers.done(true);
	}
	pause() {
		this.#stream.pause();
	}
	resume() {
		this.#stream.resume();
	}
	#listen() {
		this.#stream.on("response", (_, flags, raw) => this.#start(raw, (flags & constants$1.NGHTTP2_FLAG_END_STREAM) !== 0)).on("data", (chunk) => this.#take(chunk)).on("error", (error) => this.#error = error).on("end", () => this.#endWhole()).on("close", () => this.#close());
	}
	#start(raw, isAll) {
		if (this.#isOver) return;
		this.#watchers.heard();
		if (sizeOf(raw) > mostOfHeaders) return this.#giveUp("the headers are larger than 64 KiB", "UND_ERR_HEADERS_OVERFLOW");
		const { options, handler } = this.#question;
		this.#headers = responseHeaders(raw);
		this.#wait(options.bodyTimeout, "UND_ERR_BODY_TIMEOUT");
		handler.onResponseStart?.(this, statusOf(raw), this.#headers);
		if (options.method === "HEAD" || isAll) this.#endWhole();
	}
	#take(chunk) {
		if (this.#isOver) return;
		this.#watchers.heard();
		this.#timer?.refresh();
		this.#received += chunk.length;
		this.#question.handler.onResponseData?.(this, chunk);
	}
	/** A reset, and the end of the connection, look like the end of a body too; but they have a code, or come early. */
	#endWhole() {
		if (this.#isOver || this.#headers === void 0 || this.#stream.rstCode !== 0 || this.#lacks) return;
		this.#settle();
		this.#question.handler.onResponseEnd?.(this, {});
		this.#watchers.done(true);
	}
	get #lacks() {
		const length = this.#headers?.["content-length"];
		return this.#question.options.method !== "HEAD" && length !== void 0 && Number(length) !== this.#received;
	}
	#close() {
		if (this.#isOver) return;
		const { id, rstCode: code } = this.#stream;
		const trouble = this.#watchers.troubleOf({
			id,
			code,
			error: this.#error
		});
		const isTold = this.#headers !== void 0;
		if (isTold) this.#fail(trouble.error);
		else this.#settle();
		this.#watchers.done(isTold, trouble);
	}
	#wait(milliseconds, code) {
		clearTimeout(this.#timer);
		if (typeof milliseconds !== "number") return;
		this.#timer = setTimeout(() => this.#giveUp(`nothing came for ${milliseconds} ms`, code), milliseconds);
	}
	#giveUp(why, code) {
		const error = Object.assign(new Error(why), { code });
		this.#fail(error);
		this.#watchers.done(true, {
			error,
			remedy: "none"
		});
	}
	#fail(error) {
		this.#settle();
		this.#question.handler.onResponseError?.(this, error);
	}
	#settle() {
		this.#isOver = true;
		clearTimeout(this.#timer);
		if (!this.#stream.closed) this.#stream.close(constants$1.NGHTTP2_CANCEL);
	}
};
function statusOf(raw) {
	return Number(raw[raw.indexOf(":status") + 1]);
}

// src/registry/transport/http2/trouble.ts
const names = [
	"NO_ERROR",
	"PROTOCOL_ERROR",
	"INTERNAL_ERROR",
	"FLOW_CONTROL_ERROR",
	"SETTINGS_TIMEOUT",
	"STREAM_CLOSED",
	"FRAME_SIZE_ERROR",
	"REFUSED_STREAM",
	"CANCEL",
	"COMPRESSION_ERROR",
	"CONNECT_ERROR",
	"ENHANCE_YOUR_CALM",
	"INADEQUATE_SECURITY",
	"HTTP_1_1_REQUIRED"
];
const misunderstandings = /* @__PURE__ */ new Set([
	constants$1.NGHTTP2_PROTOCOL_ERROR,
	constants$1.NGHTTP2_FLOW_CONTROL_ERROR,
	constants$1.NGHTTP2_SETTINGS_TIMEOUT,
	constants$1.NGHTTP2_STREAM_CLOSED,
	constants$1.NGHTTP2_FRAME_SIZE_ERROR,
	constants$1.NGHTTP2_COMPRESSION_ERROR,
	constants$1.NGHTTP2_CONNECT_ERROR,
	constants$1.NGHTTP2_INADEQUATE_SECURITY,
	constants$1.NGHTTP2_HTTP_1_1_REQUIRED
]);
/** Names what ended a stream before its answer was whole. */
function troubleOf({ id, code, error }, fate) {
	const { goaway, isOver } = fate;
	if (goaway !== void 0 && goaway.code !== constants$1.NGHTTP2_NO_ERROR) return leftWith(goaway, id);
	const cause = fate.error ?? (codeOf$1(error) === "ERR_HTTP2_STREAM_ERROR" ? void 0 : error);
	if (cause !== void 0) return {
		error: cause,
		remedy: codeOf$1(cause) === "ERR_HTTP2_ERROR" ? "http/1.1" : "none"
	};
	if (code === constants$1.NGHTTP2_REFUSED_STREAM) return {
		error: reset("the server refused the stream", code),
		remedy: "again"
	};
	if (isOver) return {
		error: closed,
		remedy: "none"
	};
	return {
		error: reset("the server reset the stream", code),
		...remedyFor(code)
	};
}
/** A failure of HTTP/2 that Node found itself. */
function http2Error(message) {
	return Object.assign(new Error(message), { code: "ERR_HTTP2_ERROR" });
}
const closed = Object.assign(/* @__PURE__ */ new Error("other side closed"), { code: "UND_ERR_SOCKET" });
function leftWith({ code, last }, id) {
	const told = {
		error: reset("the server ended the connection", code),
		...remedyFor(code)
	};
	const isUntouched = id === void 0 || id > last;
	return told.remedy === "none" && !told.isStrained && isUntouched ? {
		...told,
		remedy: "again"
	} : told;
}
function remedyFor(code) {
	if (misunderstandings.has(code)) return { remedy: "http/1.1" };
	return {
		remedy: "none",
		isStrained: code === constants$1.NGHTTP2_ENHANCE_YOUR_CALM
	};
}
function codeOf$1(error) {
	return error === void 0 ? void 0 : Reflect.get(error, "code");
}
function reset(what, code) {
	const name = names[code] ?? "an unknown code";
	return Object.assign(/* @__PURE__ */ new Error(`${what}: ${name} (HTTP/2 error ${code})`), { code: "ERR_HTTP2_STREAM_ERROR" });
}

// src/registry/transport/http2/session.ts
const streamsAtFirst = 100;
const window = 1 << 20;
/** One connection that speaks HTTP/2. What the server does not take at once waits here. */
var Session = class {
	#session;
	#authority;
	#settings;
	#ended;
	#waiting = [];
	#running = 0;
	#goaway;
	#error;
	#timer;
	#heardAt = 0;
	#isWatched = false;
	#isOver = false;
	constructor(socket, origin, given) {
		this.#authority = origin.host;
		this.#settings = given.settings;
		this.#ended = given.ended;
		socket.on("error", (error) => this.#error ??= error);
		this.#session = connect(origin, {
			createConnection: () => socket,
			settings: {
				enablePush: false,
				initialWindowSize: window,
				maxHeaderListSize: 1 << 20
			},
			maxHeaderListPairs: 4096
		});
		this.#listen();
	}
	get isOpen() {
		return !this.#isOver && !this.#session.closed && !this.#session.destroyed;
	}
	ask(question) {
		this.#waiting.push(question);
		this.#pump();
	}
	/** Ends the connection at once, and all that runs on it. */
	destroy(error) {
		this.#error ??= error;
		this.#isOver = true;
		this.#session.destroy();
		this.#leave();
	}
	#listen() {
		this.#session.on("connect", (session) => session.setLocalWindowSize(4 * window)).on("remoteSettings", () => this.#pump()).on("goaway", (code, last) => {
			this.#goaway = {
				code,
				last
			};
			this.#pump();
		}).on("error", (error) => this.#error ??= error).on("close", () => this.#leave());
	}
	#pump() {
		const most = this.#session.remoteSettings.maxConcurrentStreams ?? streamsAtFirst;
		while (this.isOpen && this.#running < most) {
			const question = this.#waiting.shift();
			if (question === void 0) break;
			this.#send(question);
		}
		if (!this.isOpen) return this.#leave();
		if (this.#running + this.#waiting.length > 0) this.#watch();
		else this.#rest();
	}
	#send(question) {
		const fields = requestFields(question.options, this.#authority);
		if (fields === void 0) return this.#ended(question, false, {
			error: unsendable,
			remedy: "none"
		});
		this.#running += 1;
		try {
			const stream = this.#session.request(fields, { endStream: typeof question.options.body !== "string" });
			new Exchange(stream, question, this.#watchersOf(question));
		} catch (error) {
			this.#running -= 1;
			this.#ended(question, false, {
				error: error instanceof Error ? error : unsendable,
				remedy: "again"
			});
		}
	}
	#watchersOf(question) {
		return {
			heard: () => this.#heardAt = performance.now(),
			troubleOf: (end) => troubleOf(end, {
				goaway: this.#goaway,
				error: this.#error,
				isOver: !this.isOpen
			}),
			done: (isTold, trouble) => {
				this.#running -= 1;
				this.#ended(question, isTold, trouble);
				this.#pump();
			}
		};
	}
	/** Hands back what was not sent. */
	#leave() {
		this.#isOver = true;
		if (this.#running === 0) clearTimeout(this.#timer);
		const trouble = {
			error: this.#error ?? lost,
			remedy: "again"
		};
		for (const question of this.#waiting.splice(0)) this.#ended(question, false, trouble);
	}
	#rest() {
		clearTimeout(this.#timer);
		this.#isWatched = false;
		this.#session.unref();
		this.#timer = setTimeout(() => this.#session.close(), this.#settings.idleMs).unref();
	}
	#watch() {
		if (this.#isWatched) return;
		clearTimeout(this.#timer);
		this.#isWatched = true;
		this.#session.ref();
		this.#heardAt = performance.now();
		this.#timer = setTimeout(() => this.#probe(), this.#settings.silenceMs);
	}
	/** Node does not say when it gave a connection up for what came on it; then, and on a dead line, no PING returns. */
	#probe() {
		if (this.#session.destroyed) return;
		const { silenceMs } = this.#settings;
		const left = silenceMs - (performance.now() - this.#heardAt);
		if (left > 0) return void (this.#timer = setTimeout(() => this.#probe(), left));
		this.#timer = setTimeout(() => this.destroy(http2Error("the server answers no PING")), silenceMs);
		this.#session.ping((error) => {
			if (error !== null || !this.#isWatched) return;
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#probe(), silenceMs);
		});
	}
};
const unsendable = Object.assign(/* @__PURE__ */ new Error("a header can not be sent"), { code: "UND_ERR_INVALID_ARG" });
const lost = Object.assign(/* @__PURE__ */ new Error("other side closed"), { code: "UND_ERR_SOCKET" });

// src/registry/transport/http2/offer.ts
const mostUntouched = 3;
const mostAiling = 1e4;
/**
* One HTTPS origin that is offered HTTP/2 by ALPN (RFC 7301). A question that fails over HTTP/2 is asked over HTTP/1.1
* the next time, at once where the two did not get along in HTTP/2, so that HTTP/2 makes no answer worse.
*/
var Offer = class extends import_dispatcher.default {
	#origin;
	#options;
	#dials;
	#http1;
	#waiting = [];
	#untouched = /* @__PURE__ */ new WeakMap();
	#ailing = /* @__PURE__ */ new Map();
	#speaks = "unknown";
	#session;
	#fallen;
	#isHttp2Alone = false;
	#isDestroyed = false;
	constructor(origin, options) {
		super();
		this.#origin = origin;
		this.#options = options;
		const { hostname, host, port, protocol } = origin;
		const target = {
			hostname: hostname.replace(/^\[|\]$/g, ""),
			host,
			port,
			protocol
		};
		this.#dials = new Dials(options.connect, target, (dialled) => this.#choose(dialled));
		this.#http1 = options.http1((asked, callback) => this.#dials.take(asked, callback));
	}
	dispatch(options, handler) {
		this.#ask({
			options,
			handler
		});
		return true;
	}
	async close() {
		await this.destroy();
	}
	async destroy() {
		this.#isDestroyed = true;
		this.#dials.abandon();
		this.#session?.destroy(over);
		for (const { handler } of this.#waiting.splice(0)) handler.onResponseError?.(nobody, over);
		await this.#http1.destroy();
	}
	#ask(question) {
		const { options, handler } = question;
		if (this.#isDestroyed) return handler.onResponseError?.(nobody, over);
		if (this.#speaks === "http/1.1") return void this.#http1.dispatch(options, handler);
		const past = this.#isHttp2Alone ? void 0 : this.#fallen ?? this.#ailing.get(keyOf$2(question));
		if (past !== void 0) return void this.#http1.dispatch(options, new Detour(handler, past, () => this.#insist()));
		if (this.#session?.isOpen === true) return this.#session.ask(question);
		this.#waiting.push(question);
		this.#dial();
	}
	#dial() {
		const most = this.#speaks === "h2" ? 1 : Math.min(this.#waiting.length, this.#options.connections);
		while (this.#dials.count < most && this.#waiting.length > 0) this.#dials.start();
	}
	#choose(dialled) {
		if (dialled.kind === "failed") return this.#miss(dialled.error);
		if (dialled.speaksHttp2) this.#multiplex(dialled.socket);
		else {
			this.#speaks = "http/1.1";
			this.#dials.handOver(dialled.socket);
		}
		for (const question of this.#waiting.splice(0)) this.#ask(question);
	}
	#multiplex(socket) {
		this.#dials.abandon();
		this.#speaks = "h2";
		const ended = (question, isTold, trouble) => this.#end(question, isTold, trouble);
		this.#session = new Session(socket, this.#origin, {
			settings: this.#options,
			ended
		});
		this.#options.observer.speaks(this.#origin.host, "multiplexed");
	}
	/** Each attempt was made for one question, or for all where one connection takes them all. */
	#miss(error) {
		const lost = this.#waiting.splice(0, this.#speaks === "h2" ? this.#waiting.length : 1);
		for (const { handler } of lost) handler.onResponseError?.(nobody, error);
		this.#dial();
	}
	#end(question, isTold, trouble) {
		if (trouble === void 0) return;
		const { error, remedy, isStrained = false } = trouble;
		if (isStrained) this.#options.observer.strains(this.#origin.host);
		if (remedy === "http/1.1") this.#fall(error);
		if (!isTold && this.#mayAskAgain(question, remedy)) return this.#ask(question);
		if (this.#ailing.size < mostAiling) this.#ailing.set(keyOf$2(question), error);
		if (!isTold) question.handler.onResponseError?.(nobody, error);
	}
	#mayAskAgain(question, remedy) {
		if (remedy !== "again") return remedy === "http/1.1" && !this.#isHttp2Alone;
		const untouched = (this.#untouched.get(question) ?? 0) + 1;
		this.#untouched.set(question, untouched);
		return untouched < mostUntouched;
	}
	#fall(error) {
		if (this.#isHttp2Alone || this.#fallen !== void 0) return;
		this.#fallen = error;
		this.#options.observer.speaks(this.#origin.host, "one-by-one");
	}
	/** There is no HTTP/1.1 to fall back to. */
	#insist() {
		this.#isHttp2Alone = true;
		this.#options.observer.speaks(this.#origin.host, "multiplexed");
	}
};
const over = Object.assign(/* @__PURE__ */ new Error("the client was closed"), { code: "UND_ERR_DESTROYED" });
/** Stands for the stream of a question that has none. */
const nobody = {
	aborted: true,
	paused: false,
	reason: null,
	abort() {},
	pause() {},
	resume() {}
};
function keyOf$2({ options }) {
	return `${options.method} ${options.path}`;
}

// src/registry/transport/http.ts
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

// src/registry/transport/reach.ts
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

// src/registry/transport/lookup.ts
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

// src/registry/transport/told-authorities.ts
/**
* Remembers the servers whose certificates are good only since this process was told of their authority, by
* `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE` or `SSL_CERT_DIR`: nodes need not know it. Costs nothing where it was told of
* none.
*/
var ToldAuthorities = class {
	/** Whether the system's store as Node reads it is another than the system's own. */
	#isSystemTold;
	#known;
	#hosts = /* @__PURE__ */ new Map();
	#stores;
	/** `known`: PEM texts of authorities that the nodes are said to trust. */
	constructor(environment, known) {
		const isNamed = Boolean(environment["SSL_CERT_FILE"]) || Boolean(environment["SSL_CERT_DIR"]);
		this.#isSystemTold = isNamed && _light_node_process_default.platform !== "win32" && _light_node_process_default.platform !== "darwin";
		this.#known = known;
	}
	/** Looks at the certificates of the connections to an origin. */
	watch(connect, { origin }, tls) {
		if (!tls.verify || !this.#isSystemTold && getCACertificates("extra").length === 0) return connect;
		return (target, callback) => connect(target, (...result) => {
			const [, socket] = result;
			if (socket instanceof TLSSocket) this.#note(socket, keyOf$1(origin, tls), tls);
			callback(...result);
		});
	}
	/** Whether an origin that was connected to is trusted for nothing else. */
	vouchFor({ origin }, tls) {
		return this.#hosts.size > 0 && this.#hosts.get(keyOf$1(origin, tls)) === true;
	}
	#note(socket, key, { ca = "" }) {
		if (this.#hosts.has(key)) return;
		const root = rootOf(socket)?.toString("base64");
		if (root !== void 0) this.#hosts.set(key, this.#isTold(root) && !bodiesOf([ca]).includes(root));
	}
	#isTold(root) {
		this.#stores ??= {
			told: new Set(bodiesOf([...getCACertificates("extra"), ...this.#system(true)])),
			usual: new Set(bodiesOf([...getCACertificates("bundled"), ...this.#known]))
		};
		const { told, usual } = this.#stores;
		return told.has(root) && !usual.has(root) && !bodiesOf(this.#system(false)).includes(root);
	}
	/** The system's store: what it was made to by a variable, or what it is by itself. */
	#system(asTold) {
		if (asTold) return this.#isSystemTold ? getCACertificates("system") : [];
		return this.#isSystemTold ? usualBundles.map(readIfThere) : getCACertificates("system");
	}
};
const usualBundles = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/pki/tls/cacert.pem",
	"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
	"/etc/ssl/cert.pem"
];
function readIfThere(path) {
	try {
		return readFileSync(path, "latin1");
	} catch {
		return "";
	}
}
const pem = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END/g;
/** The certificates of PEM texts, in base64 without breaks. */
function bodiesOf(texts) {
	return texts.flatMap((text) => [...text.matchAll(pem)].map(([, body = ""]) => body.replaceAll(/\s/g, "")));
}
const longestChain = 20;
/** The certificate that the server's chain ends at; undefined where that is not one that signed itself. */
function rootOf(socket) {
	let certificate = socket.getPeerCertificate(true);
	for (let depth = 0; depth < longestChain; depth++) {
		const issuer = certificate.issuerCertificate;
		if (issuer === void 0) return void 0;
		if (issuer.fingerprint256 === certificate.fingerprint256) return certificate.raw;
		certificate = issuer;
	}
}
function keyOf$1(origin, tls) {
	return `${origin} ${tlsKey(tls)}`;
}

// src/registry/transport/agents.ts
/** Connection pools: one for each way of checking certificates, reach and proxy. */
var Agents = class {
	#settings;
	#agents = /* @__PURE__ */ new Map();
	#told;
	#roots;
	constructor(settings) {
		this.#settings = settings;
		this.#told = new ToldAuthorities(settings.environment ?? {}, settings.authorities);
	}
	for(route) {
		const key = keyOf(route);
		const agent = this.#agents.get(key) ?? this.#create(route);
		this.#agents.set(key, agent);
		return agent;
	}
	/** Whether an origin that answered is trusted only by an authority that this process was told of. */
	isToldOf(url, tls) {
		return this.#told.vouchFor(url, tls);
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
		this.#agents.clear();
	}
	#create({ tls, reach, proxy, systemRoots }) {
		const { connectionsPerHost, connectTimeoutMs } = this.#settings;
		const requestTls = {
			...this.#tlsOptions(tls, systemRoots),
			timeout: connectTimeoutMs
		};
		const common = {
			connections: connectionsPerHost,
			pipelining: 1,
			allowH2: false,
			keepAliveTimeout: idleMs,
			maxHeaderSize: 65536,
			factory: (origin, options) => this.#clientOf(origin, options, tls)
		};
		if (proxy === void 0) return new import_agent.default({
			...common,
			connect: connector({
				...requestTls,
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
		const offered = {
			...requestTls,
			allowH2: this.#settings.http2,
			preferH2: true
		};
		return new import_proxy_agent.default({
			...common,
			uri: proxy.href,
			requestTls: offered,
			proxyTls,
			clientFactory
		});
	}
	/** The client for one origin, or for the proxy that plain requests go to. */
	#clientOf(origin, { connect, ...options }, tls) {
		if (typeof connect !== "function") return new import_pool.default(origin, {
			...options,
			...connect && { connect }
		});
		const url = new URL(origin);
		const isForProxy = options.connections === void 0;
		const http1 = (own) => new import_pool.default(origin, {
			...options,
			connect: frank(own)
		});
		if (url.protocol === "http:" || isForProxy) return http1(plainly$1(connect));
		const watched = this.#told.watch(connect, url, tls);
		if (!this.#settings.http2) return http1(plainly$1(watched));
		const { connectionsPerHost: connections, silenceMs = 5e3, observer = blind } = this.#settings;
		return new Offer(url, {
			connect: frank(watched),
			connections,
			http1,
			idleMs,
			silenceMs,
			observer
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
const idleMs = 3e4;
const blind = {
	speaks() {},
	strains() {}
};
/** Makes connections that offer HTTP/2 where the target does not forbid it. */
function connector(options) {
	const offering = (0, import_connect.default)({
		...options,
		allowH2: true,
		preferH2: true
	});
	const plain = (0, import_connect.default)({
		...options,
		allowH2: false
	});
	return ({ allowH2 = true, ...target }, callback) => (allowH2 ? offering : plain)(target, callback);
}
function plainly$1(connect) {
	return (target, callback) => connect({
		...target,
		allowH2: false
	}, callback);
}
/** Ends a socket at its first error: undici would report the end of the stream that follows it, and lose a TLS alert. */
function frank(connect) {
	return (target, callback) => connect(target, (...result) => {
		const [, socket] = result;
		socket?.on("error", () => socket.destroy());
		callback(...result);
	});
}
/** The connections to a proxy: bounded in time, and with failures that can be told from those behind the proxy. */
function proxyClient(origin, options) {
	return new import_pool.default(origin, options).compose((dispatch) => (request, handler) => dispatch(request, new ProxyFailures(handler)));
}
var ProxyFailures = class extends import_decorator_handler.default {
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

// src/registry/pace/concurrency.ts
/** Hosts that take fewer requests at once: their limits for anonymous callers are a few a second. */
const ceilings = {
	"public.ecr.aws": 1,
	"quay.io": 3
};
/** Requests that a host may have under way where nobody says how many: on connections of their own, and on one. */
const usualConcurrency = {
	"one-by-one": 16,
	multiplexed: 64
};
/** How many requests a host may have under way. */
function ceilingOf(host, general) {
	return Math.max(1, Math.min(general, ceilings[host] ?? general));
}

// src/registry/pace/health.ts
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

// src/registry/diagnosis/text.ts
/** Longest text of a registry that a report may quote. */
const quoteLimit = 300;
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu;
/** One bounded line that is safe to print, of whatever a server sent. */
function printable(text, limit = quoteLimit) {
	const line = text.slice(0, limit * 8).replace(/\s+/g, " ").replace(unprintable, "").trim();
	return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

// src/registry/diagnosis/error-body.ts
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
	const text = typeof detail === "string" ? detail : writtenOut(detail);
	return text === void 0 ? message : `${message} (${text})`.trimStart();
}
/** As JSON again; undefined where it is nested so deeply that it can be read and not written. */
function writtenOut(detail) {
	try {
		return JSON.stringify(detail);
	} catch {
		return;
	}
}
function stringOf(object, field) {
	const value = Reflect.get(object, field);
	return typeof value === "string" ? value : "";
}
function strippedOf(html) {
	return html.slice(0, 8192).replace(/<(script|style|head)\b[^]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}

// src/registry/pace/limit.ts
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

// src/registry/pace/queue.ts
/** The line before one host: so many at once, and pauses that hold for everybody. */
var HostQueue = class {
	#clock;
	#waiting = [];
	#ceiling;
	#halvings = 0;
	#running = 0;
	#resumeAt = 0;
	constructor(clock, ceiling) {
		this.#clock = clock;
		this.#ceiling = ceiling;
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
		if (this.#limit > 1) this.#halvings += 1;
	}
	/** The host turned out to take another number of requests at once; what was halved stays so. */
	reach(ceiling) {
		this.#ceiling = ceiling;
		this.#admit();
	}
	get #limit() {
		return Math.max(1, Math.floor(this.#ceiling / 2 ** this.#halvings));
	}
	async #enter() {
		if (this.#running < this.#limit) this.#running += 1;
		else await new Promise((resolve) => this.#waiting.push(resolve));
	}
	#admit() {
		while (this.#running < this.#limit) {
			const next = this.#waiting.shift();
			if (next === void 0) return;
			this.#running += 1;
			next();
		}
	}
};

// src/registry/pace/retry.ts
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
	/** How many requests a host may have under way before it is known how it takes them. */
	get ceiling() {
		return this.#options.ceiling;
	}
	/** Takes note of how a host takes requests. */
	speaks(host, way) {
		this.#queueOf(host).reach(this.#options.ceiling(host, way));
	}
	/** The host said, other than by an answer, that it is asked too much. */
	strains(host) {
		this.#queueOf(host).narrow();
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

// src/registry/access/host-memory.ts
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

// src/registry/access/token-order.ts
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

// src/registry/access/authority.ts
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

// src/registry/diagnosis/cause.ts
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

// src/registry/access/challenge.ts
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

// src/registry/transport/follow.ts
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

// src/registry/diagnosis/diagnose.ts
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

// src/registry/access/token-body.ts
const leastLifetimeMs = 6e4;
const longestLifetimeMs = 864e5;
const longestToken = 16384;
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
	if (token.length > longestToken) return {
		kind: "unusable",
		why: `the token endpoint sent a token of more than ${longestToken} characters`
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

// src/registry/access/token-reply.ts
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

// src/registry/diagnosis/trail.ts
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
		const trust = result.onlyRunnerTrusts && { onlyRunnerTrusts: true };
		this.records.push({
			...base,
			status: result.status,
			...failure,
			codes,
			...trust
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
	copy.search = new URLSearchParams([...url.searchParams].filter(([name]) => tellingParameters.has(name))).toString();
	return printable(copy.href, 500);
}

// src/registry/access/token.ts
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

// src/registry/transport/endpoint.ts
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

// src/registry/access/realm.ts
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

// src/registry/access/authorizer.ts
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

// src/registry/access/introductions.ts
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
		let authority = inquiry.asNobody ? nothing : await this.#authorizer.expect(inquiry, endpoint);
		for (let round = 0; round < maximumRounds; round++) {
			const arrival = await follow(this.#journey(inquiry, {
				endpoint,
				url,
				authority
			}), this.#options.courier);
			const answer = arrival.kind === "response" && arrival.response.status === 401 && !inquiry.asNobody && this.#authorizer.answer(inquiry, {
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

// src/registry/diagnosis/redact.ts
const shortest = 3;
const shortestInContent = 10;
/** Fields of answers and of their trails that never hold a word of a server: a password may be one of those words. */
const ours = /* @__PURE__ */ new Set([
	"kind",
	"failure",
	"at",
	"missing",
	"about",
	"by",
	"quota",
	"why",
	"method",
	"credentials"
]);
const mostLooks = 5e4;
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
	/** The text without secrets of at least so many characters; nothing of one that takes too long to be looked through. */
	text(text, least = shortest) {
		if (this.#known.size === 0) return text;
		const kept = [];
		let from = 0;
		let looks = 0;
		for (let at = 0; at + shortest <= text.length; at++) {
			looks += this.#byStart.get(startAt(text, at))?.length ?? 0;
			if (looks > mostLooks) return "***";
			const secret = this.#startingAt(text, at, least);
			if (secret === void 0) continue;
			kept.push(text.slice(from, at));
			from = at + secret.length;
			at = from - 1;
		}
		return from === 0 ? text : [...kept, text.slice(from)].join("***");
	}
	/** Blanks every text within a value, in place, but for the words that are ours. Tells whether there was one. */
	blank(value, least = shortest) {
		if (this.#known.size === 0 || typeof value !== "object" || value === null) return false;
		let isBlanked = false;
		for (const [key, item] of Object.entries(value)) if (typeof item !== "string") isBlanked = this.blank(item, least) || isBlanked;
		else if (!ours.has(key) && !isKnownType(item)) isBlanked = this.#blankText({
			value,
			key,
			item
		}, least) || isBlanked;
		return isBlanked;
	}
	/** The same for what is judged and not only read: a weak password must not change a digest or a platform. */
	blankContent(value) {
		return this.blank(value, shortestInContent);
	}
	#blankText({ value, key, item }, least) {
		const text = this.text(item, least);
		if (text !== item) Reflect.set(value, key, text);
		return text !== item;
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

// src/registry/transport/after-head.ts
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

// src/registry/transport/failure.ts
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
	ERR_HTTP2_STREAM_ERROR: "connection-reset",
	ERR_HTTP2_ERROR: "connection-reset",
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

// src/registry/transport/body.ts
/** What was read of a body: all of it, what came before a failure, or as much as we take. */
function bodyOf(chunks, { limit, failure }) {
	if (failure instanceof Error) return {
		bytes: Buffer.concat(chunks),
		failure: cutBy(failure)
	};
	if (failure !== void 0) return {
		bytes: Buffer.concat(chunks),
		failure
	};
	const [first] = chunks;
	const bytes = chunks.length === 1 && first !== void 0 ? first : Buffer.concat(chunks);
	return bytes.length > limit ? tooLarge(bytes, limit) : { bytes };
}
function cutBy(error) {
	const failure = failureOf(error);
	return failure.code === "connection-closed" || failure.code === "connection-reset" ? {
		...failure,
		code: "body-cut"
	} : failure;
}
function tooLarge(bytes, limit) {
	const detail = `the body is larger than ${limit} bytes`;
	return {
		bytes: bytes.subarray(0, limit),
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

// src/registry/transport/pieces.ts
const block = 16384;
/** What came of a body. Small pieces are put together: one of a single byte would take a hundred, and a server may send millions. */
var Pieces = class {
	#whole = [];
	#open = Buffer.alloc(0);
	#used = 0;
	add(piece) {
		if (piece.length >= block) {
			this.#close();
			this.#whole.push(piece);
			return;
		}
		if (this.#used + piece.length > this.#open.length) this.#begin();
		this.#used += piece.copy(this.#open, this.#used);
	}
	/** All of it so far, in order. */
	get all() {
		return this.#used === 0 ? this.#whole : [...this.#whole, exactly(this.#open.subarray(0, this.#used))];
	}
	#begin() {
		this.#close();
		this.#open = Buffer.allocUnsafe(block);
	}
	#close() {
		if (this.#used > 0) this.#whole.push(this.#open.subarray(0, this.#used));
		this.#open = Buffer.alloc(0);
		this.#used = 0;
	}
};
/** A short body that is kept must not keep the whole block, nor a part of Node's pool. */
function exactly(bytes) {
	const copy = Buffer.alloc(bytes.length);
	bytes.copy(copy);
	return copy;
}

// src/registry/transport/gather.ts
/** Sends one request and reads its answer. Never throws. */
async function gather(agent, options, patience) {
	const gathering = new Gathering(patience);
	const stop = (why) => gathering.giveUp(why);
	const timer = setTimeout(() => gathering.giveUp("total"), patience.totalMs);
	patience.underWay.add(stop);
	try {
		agent.dispatch(options, gathering);
		return await gathering.outcome;
	} catch (error) {
		return {
			kind: "error",
			error
		};
	} finally {
		clearTimeout(timer);
		patience.underWay.delete(stop);
		gathering.release();
	}
}
/** A handler that wants no stream: answers are small, and what is larger is not read. */
var Gathering = class {
	#limit;
	#reserve;
	#settled = Promise.withResolvers();
	#pieces = new Pieces();
	#size = 0;
	#start;
	#controller;
	#isOver = false;
	constructor({ limit, reserve }) {
		this.#limit = limit;
		this.#reserve = reserve;
	}
	get outcome() {
		return this.#settled.promise;
	}
	giveUp(why) {
		if (this.#isOver) return;
		const code = why === "deadline" ? "deadline" : "body-timeout";
		this.#end(this.#start === void 0 ? {
			kind: "given-up",
			why
		} : this.#answer(this.#start, {
			code,
			detail: "the body did not end in time"
		}));
		this.#controller?.abort(enough);
	}
	/** Makes room for others. */
	release() {
		if (this.#controller !== void 0) this.#reserve.release(this.#controller);
	}
	onRequestStart(controller) {
		this.#controller = controller;
		if (this.#isOver) controller.abort(enough);
	}
	onResponseStart(_, status, headers) {
		if (status >= 200) this.#start = {
			status,
			headers
		};
	}
	onResponseData(controller, chunk) {
		if (this.#isOver) return;
		this.#pieces.add(chunk);
		this.#size += chunk.length;
		if (this.#size <= this.#limit) return this.#reserve.note(controller, chunk.length, this.#size);
		this.onResponseEnd();
		controller.abort(enough);
	}
	onResponseEnd() {
		this.#end(this.#start === void 0 ? {
			kind: "error",
			error: enough
		} : this.#answer(this.#start));
	}
	onResponseError(_, error) {
		this.#end(this.#start === void 0 ? {
			kind: "error",
			error
		} : this.#answer(this.#start, error));
	}
	#answer(start, failure) {
		return {
			kind: "gathered",
			...start,
			body: bodyOf(this.#pieces.all, {
				limit: this.#limit,
				failure
			})
		};
	}
	#end(outcome) {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#settled.resolve(outcome);
	}
};
const enough = /* @__PURE__ */ new Error("the answer is not read any further");

// src/registry/transport/proxy.ts
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

// src/registry/transport/reserve.ts
const free = 65536;
const most = 201326592;
/**
* The memory that large bodies under way take together. What comes beyond waits in its connection until another one
* has ended, so that servers which send all but the last byte, side by side, fill no memory but their time.
*/
var Reserve = class {
	#held = 0;
	#counted = /* @__PURE__ */ new Map();
	#paused = /* @__PURE__ */ new Set();
	/** A piece of `bytes` came, and the body has `size` with it. */
	note(tap, bytes, size) {
		if (size <= free) return;
		this.#held += bytes;
		this.#counted.set(tap, (this.#counted.get(tap) ?? 0) + bytes);
		if (this.#held <= most) return;
		this.#paused.add(tap);
		tap.pause();
	}
	/** The body is read, or given up. */
	release(tap) {
		this.#held -= this.#counted.get(tap) ?? 0;
		this.#counted.delete(tap);
		this.#paused.delete(tap);
		if (this.#held > most) return;
		const paused = [...this.#paused];
		this.#paused.clear();
		for (const one of paused) one.resume();
	}
};

// src/registry/transport/transport.ts
/** The transport over undici. */
function createTransport(options) {
	const systemTrusts = /* @__PURE__ */ new Set();
	const underWay = /* @__PURE__ */ new Set();
	const reserve = new Reserve();
	options.deadline.addEventListener("abort", () => underWay.forEach((stop) => stop("deadline")), { once: true });
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
			lasting,
			underWay,
			reserve
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
	const { bodyLimit: limit, url } = request;
	const { totalMs } = line.timeouts;
	const { underWay, reserve } = line;
	const outcome = await gather(line.agent, dispatched(request, line), {
		limit,
		totalMs,
		underWay,
		reserve
	});
	switch (outcome.kind) {
		case "error": return thrown(outcome.error, url, line.proxy);
		case "given-up":
			if (outcome.why === "deadline") return late(url.host);
			return failure("response-timeout", {
				host: url.host,
				detail: `no answer within ${totalMs} ms`
			});
		case "gathered": {
			const isTold = line.agents.isToldOf(url, request.tls);
			return {
				...await received(outcome, limit),
				...isTold && { onlyRunnerTrusts: true }
			};
		}
	}
}
async function received({ status, headers, body: read }, limit) {
	const { bytes, failure: bodyFailure } = await decodeBody(read, header(headers, "content-encoding") ?? "", limit);
	return {
		kind: "response",
		status,
		headers,
		body: bytes,
		bodyFailure
	};
}
function dispatched(request, { timeouts, lasting }) {
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
		...method === "HEAD" && { reset: !lasting }
	};
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

export { isLoopback as C, Agents as S, mediaTypeOf as T, failed as _, repositoryOf as a, ceilingOf as b, Redactor as c, Tokens as d, credentialKey as f, parseChallenges as g, follow as h, headOrGet as i, Inquirer as l, diagnose as m, flawOf as n, statedDigest as o, Trail as p, goodResponse as r, createTransport as s, causeOf as t, endpointKey as u, Courier as v, header as w, usualConcurrency as x, printable as y };