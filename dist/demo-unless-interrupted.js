import { _ as createWorld, g as watchInterruption, h as networkLoader, l as resolveRequest, v as createFiles, x as check } from "./check.js";
import { createServer, isIP } from "node:net";
import { createServer as createServer$1 } from "node:http";
import { Duplex } from "node:stream";
import { once } from "node:events";
import { createSecureContext, createServer as createServer$2 } from "node:tls";
import { gzipSync } from "node:zlib";
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import { createSecureServer, createServer as createServer$3 } from "node:http2";
import { createServer as createServer$4 } from "node:https";

// src/demo/check-files.ts
const silent = {
	progress() {},
	debug() {}
};
/** Writes the files and checks them as the CLI would, with nobody's login. Rejects where somebody ends the demo. */
async function checkFiles(files, room) {
	const { folder, interrupted } = room;
	for (const [path, text] of Object.entries(files)) await folder.write(path, text);
	const { request, run } = await resolve(room);
	const noLogin = {
		...run,
		dockerConfig: await folder.write("docker/config.json", "{}")
	};
	const network = networkLoader({
		environments: request.environments,
		run: noLogin,
		forbidPrivateAddresses: false
	});
	await using world = await createWorld({
		root: folder.path,
		timeoutMs: 6e4,
		interrupted,
		log: silent,
		network
	});
	const { report } = await check(request, world);
	interrupted.throwIfAborted();
	return report;
}
async function resolve({ folder, helmPath }) {
	const resolved = await resolveRequest({
		raw: {
			paths: ["shop"],
			release: ["shop"],
			platforms: ["linux/amd64", "linux/arm64"],
			"node-credentials": ["none"],
			...helmPath !== void 0 && { "helm-path": [helmPath] }
		},
		withoutSecrets: false,
		offline: false,
		spell: (name) => name,
		files: createFiles(folder.path),
		root: createFiles(folder.path),
		environment: () => void 0
	});
	if (resolved.kind === "wrong") throw new Error(JSON.stringify(resolved.problems));
	return resolved;
}

// src/simulator/content.ts
/** `sha256:<hex>` of bytes. */
function sha256(bytes) {
	return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
/** Content with its true digest; anything but text or bytes is written as JSON. */
function content(mediaType, value) {
	const bytes = Buffer.isBuffer(value) ? value : Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
	return {
		mediaType,
		bytes,
		digest: sha256(bytes)
	};
}
/** How a manifest names this content; `more` adds or overrides fields. */
function descriptor(of, more = {}) {
	return {
		mediaType: of.mediaType,
		digest: of.digest,
		size: of.bytes.length,
		...more
	};
}

// src/simulator/media-types.ts
/** Media types of the OCI image spec and of Docker's distribution (image-spec media-types.md). */
const mediaTypes = {
	oci: {
		index: "application/vnd.oci.image.index.v1+json",
		manifest: "application/vnd.oci.image.manifest.v1+json",
		config: "application/vnd.oci.image.config.v1+json",
		layer: "application/vnd.oci.image.layer.v1.tar+gzip"
	},
	docker: {
		index: "application/vnd.docker.distribution.manifest.list.v2+json",
		manifest: "application/vnd.docker.distribution.manifest.v2+json",
		config: "application/vnd.docker.container.image.v1+json",
		layer: "application/vnd.docker.image.rootfs.diff.tar.gzip"
	},
	schema1: "application/vnd.docker.distribution.manifest.v1+json",
	schema1Signed: "application/vnd.docker.distribution.manifest.v1+prettyjws",
	empty: "application/vnd.oci.empty.v1+json",
	helmConfig: "application/vnd.cncf.helm.config.v1+json",
	helmChart: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
	simpleSigning: "application/vnd.dev.cosign.simplesigning.v1+json"
};

// src/simulator/platform.ts
const grammar = /^(?<os>[^/(]+)(?:\((?<version>[^)]*)\))?\/(?<architecture>[^/]+)(?:\/(?<variant>.+))?$/;
/** Reads `linux/arm64/v8` and containerd's `windows(10.0.17763.1)/amd64`. Throws for anything else. */
function platformOf(text) {
	const parts = grammar.exec(text)?.groups;
	const os = parts?.["os"];
	const architecture = parts?.["architecture"];
	if (os === void 0 || architecture === void 0) throw new Error(`not a platform: ${text}`);
	const variant = parts?.["variant"];
	const version = parts?.["version"];
	return {
		architecture,
		os,
		...variant === void 0 ? {} : { variant },
		...version === void 0 ? {} : { "os.version": version }
	};
}

// src/simulator/image.ts
/** A manifest with its config and layers, not in an index. */
function singleManifest(options = {}) {
	const types = mediaTypes[options.format ?? "oci"];
	const config = content(types.config, configOf(options));
	const layers = layersOf(options);
	const root = content(types.manifest, {
		schemaVersion: 2,
		mediaType: types.manifest,
		config: descriptor(config),
		layers: layers.map((layer) => descriptor(layer, sizeOf(options))),
		...options.fields
	});
	return {
		root,
		manifests: [root],
		blobs: [config, ...layers]
	};
}
/** An OCI index, or a Docker manifest list, with everything below it. */
function image(options = {}) {
	const format = options.format ?? "oci";
	const children = (options.platforms ?? ["linux/amd64", "linux/arm64"]).map((platform) => {
		const artifact = singleManifest({
			...options,
			platform
		});
		return {
			artifact,
			entry: descriptor(artifact.root, { platform: platformOf(platform) })
		};
	});
	const bare = (options.withoutPlatform ?? []).map((platform) => {
		const artifact = singleManifest({
			...options,
			platform
		});
		return {
			artifact,
			entry: descriptor(artifact.root)
		};
	});
	const attestations = options.attestations === true ? children.map((child) => attestationFor(child.artifact.root)) : [];
	const parts = [
		...children,
		...bare,
		...attestations
	];
	const entries = [...parts.map((part) => part.entry), ...options.entries ?? []];
	return indexOver(format, parts.map((part) => part.artifact), entries);
}
/** An index over given artifacts, with exactly the given entries. */
function indexOver(format, parts, manifests) {
	const mediaType = mediaTypes[format].index;
	const root = {
		...content(mediaType, {
			schemaVersion: 2,
			mediaType,
			manifests
		}),
		entries: manifests
	};
	return {
		root,
		manifests: [root, ...parts.flatMap((part) => part.manifests)],
		blobs: parts.flatMap((part) => part.blobs)
	};
}
function configOf(options) {
	const stated = options.configPlatform === void 0 ? options.platform ?? "linux/amd64" : options.configPlatform;
	return {
		...stated === null ? {} : platformOf(stated),
		config: { Labels: { name: options.name ?? "image" } },
		rootfs: {
			type: "layers",
			diff_ids: layersOf(options).map((layer) => layer.digest)
		}
	};
}
function layersOf(options) {
	const type = mediaTypes[options.format ?? "oci"].layer;
	const seed = `${options.name ?? "image"} ${options.platform ?? "linux/amd64"}`;
	return Array.from({ length: options.layers ?? 1 }, (_, at) => content(type, gzipSync(`${seed} layer ${at}`)));
}
function sizeOf(options) {
	return options.layerBytes === void 0 ? {} : { size: options.layerBytes };
}
function attestationFor(subject) {
	const artifact = singleManifest({
		name: `attestation ${subject.digest}`,
		configPlatform: "unknown/unknown"
	});
	return {
		artifact,
		entry: descriptor(artifact.root, {
			annotations: {
				"vnd.docker.reference.digest": subject.digest,
				"vnd.docker.reference.type": "attestation-manifest"
			},
			platform: {
				architecture: "unknown",
				os: "unknown"
			}
		})
	};
}

// src/simulator/reply.ts
/** An HTTP answer; text and bytes as they are, everything else as JSON. */
function reply(status, body = "", headers = {}) {
	if (Buffer.isBuffer(body)) return {
		kind: "http",
		status,
		headers,
		body
	};
	if (typeof body === "string") return {
		kind: "http",
		status,
		headers: {
			"content-type": "text/plain; charset=utf-8",
			...headers
		},
		body: Buffer.from(body)
	};
	return {
		kind: "http",
		status,
		headers: {
			"content-type": "application/json",
			...headers
		},
		body: Buffer.from(JSON.stringify(body))
	};
}
/** An error answer as the distribution spec writes it. */
function ociError({ status, ...error }, headers = {}) {
	return reply(status, { errors: [error] }, headers);
}
/** The same answer with headers added, or removed where the value is undefined. */
function withHeaders(right, changes) {
	const headers = { ...right.headers };
	for (const [name, value] of Object.entries(changes)) if (value === void 0) delete headers[name];
	else headers[name] = value;
	return {
		...right,
		headers
	};
}

// src/simulator/faults/make.ts
/** Answers manifest requests of callers who were let in with this, always. */
function insideAnswer(answer) {
	return {
		at: "inside",
		routes: ["manifest"],
		answer: typeof answer === "function" ? answer : () => answer
	};
}
/** The same with an error of the distribution spec. */
function insideError(error, headers = {}) {
	return insideAnswer(ociError(error, headers));
}
/** Answers every request of any caller with this, the token server's aside. */
function doorAnswer(answer) {
	return {
		at: "door",
		answer: typeof answer === "function" ? answer : () => answer
	};
}
/** Answers at the token server. */
function tokenAnswer(answer) {
	return {
		at: "token",
		answer: typeof answer === "function" ? answer : () => answer
	};
}
/** Does something to the connection instead of answering. */
function onWire(act) {
	return (scene) => ({
		kind: "wire",
		act: (wire) => act(wire, scene)
	});
}
/** Changes the right answer, where there is one over HTTP. */
function spoil(change) {
	return (scene) => {
		const right = scene.right();
		return right.kind === "http" ? change(right, scene) : right;
	};
}
/** A page as a proxy, a portal or an edge would show it. */
function html(status, text, headers = {}) {
	const page = `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`;
	return reply(status, page, {
		"content-type": "text/html; charset=utf-8",
		...headers
	});
}

// src/simulator/auth/styles.ts
const unauthorized = {
	status: 401,
	code: "UNAUTHORIZED",
	message: "authentication required"
};
const bearer$1 = {
	scheme: "bearer",
	tokenPath: "/token",
	ping: "challenge",
	refusesAt: "registry",
	noAccess: unauthorized,
	wrongLogin: {
		status: 401,
		code: "UNAUTHORIZED",
		message: "incorrect username or password"
	},
	post: 200
};
const basic = {
	...bearer$1,
	scheme: "basic",
	wrongLogin: unauthorized,
	post: 404
};
/** Well-known registries, as far as their refusals and token servers differ. */
const styles = {
	/** distribution with a token server as its documentation describes it. */
	distribution: bearer$1,
	htpasswd: basic,
	hub: {
		...bearer$1,
		service: "registry.docker.io"
	},
	ghcr: {
		...bearer$1,
		pingScope: "repository:user/image:pull",
		refusesAt: "token-endpoint",
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "denied"
		},
		wrongLogin: {
			status: 403,
			code: "DENIED",
			message: "denied"
		},
		post: 404,
		tokenField: "token",
		silentExpiry: true
	},
	quay: {
		...bearer$1,
		tokenPath: "/v2/auth",
		noAccess: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "access to the requested resource is not authorized"
		},
		wrongLogin: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "Could not find robot with specified username"
		},
		post: 405,
		tokenField: "token",
		silentExpiry: true
	},
	gar: {
		...bearer$1,
		tokenPath: "/v2/token",
		openWithoutToken: true,
		refusesAt: "token-endpoint",
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "Permission \"artifactregistry.repositories.downloadArtifacts\" denied on resource \"{repository}\" (or it may not exist)"
		},
		wrongLogin: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "authentication failed"
		},
		post: 404,
		missingManifest: {
			status: 404,
			code: "MANIFEST_UNKNOWN",
			message: "Failed to fetch \"{reference}\""
		}
	},
	ecr: {
		...basic,
		service: "ecr.amazonaws.com",
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "User is not authorized to perform: ecr:BatchGetImage on resource: {repository}"
		},
		wrongLogin: {
			status: 401,
			message: "Not Authorized\n"
		},
		expiredLogin: {
			status: 403,
			code: "DENIED",
			message: "Your authorization token has expired. Reauthenticate and try again."
		}
	},
	"ecr-public": {
		...bearer$1,
		tokenPath: "/token/",
		wrongLogin: {
			status: 403,
			code: "DENIED",
			message: "Your authorization token has expired. Reauthenticate and try again."
		},
		missingIs404: true,
		post: 405
	},
	acr: {
		...bearer$1,
		tokenPath: "/oauth2/token",
		noAccess: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "authentication required, visit https://aka.ms/acr/authorization for more information."
		},
		tokenField: "access_token",
		silentExpiry: true,
		missingManifest: {
			status: 404,
			code: "MANIFEST_UNKNOWN",
			message: "manifest tagged by \"{reference}\" is not found"
		}
	},
	gitlab: {
		...bearer$1,
		service: "container_registry",
		tokenPath: "/jwt/auth",
		refusesAt: "token-endpoint",
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "access forbidden"
		},
		wrongLogin: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "HTTP Basic: Access denied"
		},
		post: 404,
		tokenField: "token"
	},
	harbor: {
		...bearer$1,
		service: "harbor-registry",
		tokenPath: "/service/token",
		noAccess: {
			status: 401,
			code: "UNAUTHORIZED",
			message: "unauthorized to access repository: {repository}, action: pull",
			challenge: ""
		},
		wrongLogin: "anonymous",
		missingManifest: {
			status: 404,
			code: "NOT_FOUND",
			message: "artifact {repository}:{reference} not found"
		}
	},
	nexus: {
		...basic,
		openWithoutToken: true,
		noAccess: {
			...unauthorized,
			message: "access to the requested resource is not authorized"
		},
		headers: { server: "Nexus/3.70.1-02 (OSS)" }
	},
	artifactory: {
		...bearer$1,
		repoKeyInRealm: true,
		ping: "open",
		post: 401,
		missingManifest: {
			status: 404,
			code: "MANIFEST_UNKNOWN",
			message: "The named manifest is not known to the registry."
		},
		headers: {
			"x-jfrog-version": "Artifactory/7.98.7 79807900",
			"x-artifactory-id": "simulated"
		}
	},
	gitea: {
		...bearer$1,
		service: "container_registry",
		tokenPath: "/v2/token",
		scope: "*",
		moreChallenges: ["Basic realm=\"Gitea Container Registry\""],
		noAccess: {
			status: 401,
			message: "reqPackageAccess\n",
			challenge: "Basic realm=\"Gitea Package API\""
		},
		missingIs404: true,
		post: 404,
		tokenField: "token",
		silentExpiry: true
	},
	zot: {
		...basic,
		ping: "open",
		openWithoutToken: true,
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "access denied"
		}
	},
	redhat: {
		...bearer$1,
		tokenPath: "/auth/realms/rhcc/protocol/redhat-docker-v2/auth",
		refusesAt: "token-endpoint",
		noAccess: {
			status: 401,
			message: "Please login to the Red Hat Registry using your Customer Portal credentials."
		},
		wrongLogin: {
			status: 401,
			message: "Please login to the Red Hat Registry using your Customer Portal credentials."
		}
	},
	nvcr: {
		...bearer$1,
		service: null,
		tokenPath: "/proxy_auth",
		refusesAt: "token-endpoint",
		noAccess: {
			status: 403,
			code: "DENIED",
			message: "Access Denied"
		},
		post: 404
	}
};

// src/simulator/auth/glob.ts
/** Whether a repository is meant by a pattern: `*` is one path component or part of it, `**` is any number. */
function matchesRepository(pattern, repository) {
	const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("**", "\0").replaceAll("*", "[^/]*").replaceAll("\0", ".*");
	return new RegExp(`^${source}$`).test(repository);
}

// src/simulator/auth/tokens.ts
/** The tokens that one registry has issued. */
var Tokens = class {
	#grants = /* @__PURE__ */ new Map();
	issue(grant) {
		const token = `simulated.${randomUUID()}`;
		this.#grants.set(token, grant);
		return token;
	}
	/** The grant behind a Bearer header, as long as it lasts. */
	find(authorization, now) {
		const grant = this.#grants.get(/^bearer +(.+)$/i.exec(authorization ?? "")?.[1] ?? "");
		return grant !== void 0 && grant.expiresAt > now ? grant : void 0;
	}
	/** Forgets them all: whoever holds one is told `invalid_token`. */
	revoke() {
		this.#grants.clear();
	}
};
/** Whether a grant covers a repository. */
function covers(grant, repository) {
	return grant.repositories.some((pattern) => matchesRepository(pattern, repository));
}

// src/simulator/auth/auth.ts
/** Reads the options. */
function authOf(options, { now, store }) {
	return {
		style: {
			...styles[options.style ?? "distribution"],
			...options.overrides
		},
		users: options.users ?? [],
		open: options.public ?? [],
		tokens: new Tokens(),
		tokenSeconds: options.tokenSeconds ?? 300,
		now,
		store
	};
}

// src/simulator/faults/match.ts
/** Reads `*`, `acme/web`, `acme/web:v1` and `acme/web@sha256:…`. */
function matchOf(text) {
	if (text === "*") return {};
	const [repository, digest] = text.split("@", 2);
	if (digest !== void 0) return {
		repository,
		reference: digest
	};
	const [name, tag] = text.split(":", 2);
	return {
		repository: name,
		reference: tag
	};
}
/** Whether a request is meant. */
function meets(match, fault, ask) {
	const { route } = ask;
	if (fault.at === "connection") return false;
	const repository = "repository" in route ? route.repository : void 0;
	if (match.repository !== void 0 && match.repository !== repository) return false;
	if (match.reference !== void 0 && !namesReference(match.reference, ask)) return false;
	if (match.method !== void 0 && match.method !== ask.method) return false;
	if (match.authorized !== void 0 && match.authorized !== (ask.headers.authorization !== void 0)) return false;
	if (match.route !== void 0) return match.route === route.kind;
	return fault.routes === void 0 || fault.routes.includes(route.kind);
}
/** Requests that name no reference (tag lists, tokens) are meant by none. */
function namesReference(reference, { route }) {
	if (route.kind === "manifest") return route.reference === reference;
	return route.kind === "blob" && route.digest === reference;
}

// src/simulator/faults/fault-list.ts
/** The faults that are switched on; of several that fit, the latest sees the others' answer as the right one. */
var FaultList = class {
	#active = [];
	/** Switches a fault on until the result is disposed. */
	add(match, fault) {
		const active = {
			match,
			fault,
			seen: 0
		};
		this.#active.push(active);
		return { [Symbol.dispose]: () => void (this.#active = this.#active.filter((other) => other !== active)) };
	}
	clear() {
		this.#active = [];
	}
	/** Answers as the faults of a place want, or rightly where there is none. */
	answer(at, scene) {
		return this.#active.filter(({ match, fault }) => fault.at === at && meets(match, fault, scene.ask)).filter(isDue).reduce((right, { fault }) => spoilt(fault, {
			...scene,
			right
		}), scene.right)();
	}
	/** Whether a fault has taken the connection. */
	take(socket) {
		const taker = this.#active.filter(({ fault }) => fault.at === "connection").find(isDue);
		if (taker?.fault.at !== "connection") return false;
		taker.fault.take(socket);
		return true;
	}
};
/** Counts a fitting request. */
function isDue(active) {
	const { after = 0, times = Infinity } = active.match;
	active.seen += 1;
	return active.seen > after && active.seen <= after + times;
}
function spoilt(fault, scene) {
	return (ask = scene.ask) => fault.at === "connection" ? scene.right(ask) : fault.answer({
		...scene,
		ask
	});
}

// src/simulator/faults/body.ts
const index$1 = "application/vnd.oci.image.index.v1+json";
/** What goes wrong while an answer is sent. */
const bodyFaults = {
	"hang-mid-body": halfway(() => void 0),
	"close-mid-body": halfway((wire) => wire.close()),
	"reset-mid-body": halfway((wire) => wire.reset()),
	/** Content-Length promises more than comes. */
	"cut-body": inside((right) => cut(right)),
	/** A byte every 50 ms. */
	"slow-drip": inside((right) => ({
		kind: "wire",
		act: (wire) => drip(wire, right)
	})),
	/** White space without end, as valid as JSON can be up to there. */
	"endless-body": insideAnswer({
		kind: "wire",
		act: (wire) => flood(wire, { "content-type": index$1 })
	}),
	"endless-error-body": insideAnswer({
		kind: "wire",
		act: (wire) => flood(wire, { "content-type": "text/plain" }, 404)
	}),
	"endless-headers": doorAnswer({
		kind: "wire",
		act: floodHeaders
	}),
	/** 64 KiB of headers in one. */
	"huge-headers": doorAnswer(spoil((right) => withHeaders(right, { "x-padding": "x".repeat(65536) }))),
	/** 64 KiB of headers in a thousand. */
	"many-headers": doorAnswer(spoil((right) => withHeaders(right, manyHeaders()))),
	/** Right, but compressed though nobody asked for it. */
	gzip: inside((right) => encoded(right, gzipSync(right.body))),
	/** 256 MiB of blanks in a quarter of a megabyte of gzip. */
	"gzip-bomb": inside((right) => encoded(right, bomb())),
	"garbled-gzip": inside((right) => encoded(right, Buffer.from("this is no gzip"))),
	"unknown-encoding": inside((right) => withHeaders(right, { "content-encoding": "rot13" })),
	"without-length": inside((right) => withHeaders(right, { "content-length": "none" })),
	"bad-chunk": insideAnswer({
		kind: "wire",
		act: (wire) => wire.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")
	}),
	/** A page where the API should be: a portal, a UI's port, a parked domain. */
	"html-200": doorAnswer(html(200, "Welcome")),
	"empty-200": insideAnswer(reply(200, Buffer.alloc(0), { "content-type": index$1 })),
	"status-204": insideAnswer(reply(204, Buffer.alloc(0))),
	"status-599": insideAnswer(reply(599, "who knows"))
};
function inside(change) {
	return insideAnswer(spoil(change));
}
function halfway(then) {
	return inside((right) => ({
		kind: "wire",
		act: (wire) => {
			wire.response.writeHead(right.status, {
				...right.headers,
				"content-length": String(right.body.length)
			});
			wire.response.write(right.body.subarray(0, Math.ceil(right.body.length / 2)), () => then(wire));
		}
	}));
}
function cut(right) {
	const promised = String(right.body.length);
	return {
		kind: "wire",
		act: (wire) => {
			wire.response.writeHead(right.status, {
				...right.headers,
				"content-length": promised
			});
			wire.response.write(right.body.subarray(0, -1), () => wire.close());
		}
	};
}
function drip({ response }, right) {
	response.writeHead(right.status, {
		...right.headers,
		"content-length": String(right.body.length)
	});
	let sent = 0;
	const timer = setInterval(() => {
		response.write(right.body.subarray(sent, sent + 1));
		sent += 1;
		if (sent >= right.body.length) response.end();
	}, 50);
	response.on("close", () => clearInterval(timer));
}
function flood({ response }, headers, status = 200) {
	const blank = Buffer.alloc(65536, " ");
	const more = () => {
		if (!response.destroyed && response.write(blank)) setImmediate(more);
	};
	response.writeHead(status, headers);
	response.on("drain", more);
	more();
}
function floodHeaders(wire) {
	wire.write("HTTP/1.1 200 OK\r\n");
	const timer = setInterval(() => wire.write(`X-More: ${"x".repeat(4096)}\r\n`), 1);
	wire.response.socket?.on("error", () => void 0);
	wire.response.on("close", () => clearInterval(timer));
}
function manyHeaders() {
	return Object.fromEntries(Array.from({ length: 1e3 }, (_, at) => [`x-padding-${at}`, "x".repeat(64)]));
}
function encoded(right, body) {
	return withHeaders({
		...right,
		body
	}, { "content-encoding": "gzip" });
}
/** Made of one compressed block said again and again: gzip members may follow one another (RFC 1952, 2.2). */
function bomb() {
	const member = gzipSync(Buffer.alloc(16 << 20, " "));
	return Buffer.concat(Array.from({ length: 16 }, () => member));
}

// src/simulator/faults/challenge.ts
const never = {
	status: 401,
	code: "UNAUTHORIZED",
	message: "authentication required"
};
/** Challenges that are odd but right (a client must get through), odd and useless, or never at an end. */
const challengeFaults = {
	"challenge-lower-case": challenged((scene) => [`bearer REALM="${scene.realm}",Service="${scene.service}",SCOPE="${scope(scene)}"`]),
	"challenge-with-blanks": challenged((scene) => [`Bearer  realm = "${scene.realm}" ,  service="${scene.service}" , , scope="${scope(scene)}"`]),
	"challenge-quoted-commas": challenged((scene) => [`Bearer error="x, Basic realm=\\"no\\"",realm="${scene.realm}",service="${scene.service}",scope="${scope(scene).replace("pull", "pull,push")}"`]),
	"challenge-escapes": challenged((scene) => [`Bearer realm="${scene.realm.replace("://", String.raw`:\/\/`)}",scope="${scope(scene)}"`]),
	"challenge-unquoted": challenged((scene) => [`Bearer service=registry,realm="${scene.realm}",scope="${scope(scene)}"`]),
	"challenge-several-lines": challenged((scene) => [
		"Negotiate",
		bearer(scene),
		"Basic realm=\"Registry\""
	]),
	"challenge-several-in-one-line": challenged((scene) => [`Negotiate, Basic realm="Registry", ${bearer(scene)}`]),
	"challenge-basic-without-realm": challenged((scene) => ["Basic", bearer(scene)]),
	"challenge-without-scope": challenged((scene) => [`Bearer realm="${scene.realm}",service="${scene.service}"`]),
	"challenge-without-service": challenged((scene) => [`Bearer realm="${scene.realm}",scope="${scope(scene)}"`]),
	"challenge-two-scopes": challenged((scene) => [`${bearer(scene)},scope="repository:other/thing:pull"`]),
	"challenge-relative-realm": challenged((scene) => [bearer(scene, new URL(scene.realm).pathname)]),
	"challenge-realm-with-query": challenged((scene) => [bearer(scene, `${scene.realm}?client=simulator`)]),
	"challenge-absent": doorAnswer(ociError(never)),
	"challenge-blank": always(""),
	"challenge-garbled": always("Bearer realm=\"unfinished, scope=repository:"),
	"challenge-only-commas": always(", ,, ,"),
	"challenge-unknown-scheme": always("Negotiate"),
	"challenge-without-realm": always("Bearer service=\"registry\""),
	"challenge-empty-realm": always("Bearer realm=\"\""),
	"challenge-huge": always(`Bearer realm="https://auth.invalid/token",scope="${"x".repeat(12e3)}"`),
	"realm-not-a-url": always("Bearer realm=\"::not a url::\""),
	"realm-plain-http": always("Bearer realm=\"http://auth.example.test/token\""),
	"realm-other-host": always("Bearer realm=\"https://attacker.example.test/token\""),
	"realm-metadata": always("Bearer realm=\"http://169.254.169.254/token\""),
	"realm-private": always("Bearer realm=\"https://192.168.0.1/token\""),
	"realm-ipv6-mapped": always("Bearer realm=\"http://[::ffff:169.254.169.254]/token\""),
	"realm-file": always("Bearer realm=\"file:///etc/passwd\""),
	"realm-with-user": always("Bearer realm=\"https://user:password@attacker.example.test/token\""),
	"unauthorized-always": doorAnswer((scene) => ociError(never, { "www-authenticate": bearer(scene) })),
	"basic-always": always("Basic realm=\"Registry Realm\""),
	"invalid-token-always": doorAnswer((scene) => ociError(never, { "www-authenticate": `${bearer(scene)},error="invalid_token"` })),
	"insufficient-scope": doorAnswer((scene) => ociError(never, { "www-authenticate": `${bearer(scene)},error="insufficient_scope"` })),
	"unauthorized-plain": doorAnswer(reply(401, "Not Authorized\n"))
};
function challenged(lines) {
	return doorAnswer((scene) => {
		if (scene.ask.headers.authorization !== void 0) return scene.right();
		return ociError(never, { "www-authenticate": lines(scene) });
	});
}
function always(challenge) {
	return doorAnswer(ociError(never, { "www-authenticate": challenge }));
}
function bearer(scene, realm = scene.realm) {
	return `Bearer realm="${realm}",service="${scene.service}",scope="${scope(scene)}"`;
}
function scope({ ask }) {
	return "repository" in ask.route ? `repository:${ask.route.repository ?? ""}:pull` : "registry:catalog:*";
}

// src/simulator/faults/content.ts
const index = "application/vnd.oci.image.index.v1+json";
const manifest = "application/vnd.oci.image.manifest.v1+json";
const strange = `sha256:${"ab".repeat(32)}`;
/** Answers that are 200 and still no image. */
const contentFaults = {
	"type-json": typed("application/json"),
	"type-text": typed("text/plain; charset=utf-8"),
	"type-absent": typed(void 0),
	"type-with-parameters": insideAnswer(spoil((right) => withHeaders(right, { "content-type": `${String(right.headers["content-type"])}; charset=utf-8` }))),
	"type-of-the-other-kind": typed(manifest),
	"digest-absent": headers({ "docker-content-digest": void 0 }),
	"digest-lies": headers({ "docker-content-digest": strange }),
	"digest-malformed": headers({ "docker-content-digest": "sha256:zz" }),
	"digest-sha512": headers({ "docker-content-digest": `sha512:${"ab".repeat(64)}` }),
	"head-without-digest-and-length": headOnly({
		"docker-content-digest": void 0,
		"content-length": "none"
	}),
	"head-length-wrong": headOnly({ "content-length": "7" }),
	"head-type-json": headOnly({ "content-type": "application/json" }),
	"head-type-html": headOnly({
		"content-type": "text/html",
		"docker-content-digest": void 0
	}),
	"head-type-of-the-other-kind": insideAnswer(spoil((right, { ask }) => ask.method === "HEAD" ? otherKind(right) : right)),
	"head-type-json-without-length": headOnly({
		"content-type": "application/json",
		"content-length": "none"
	}),
	"head-digest-absent": headOnly({ "docker-content-digest": void 0 }),
	"head-digest-lies": headOnly({ "docker-content-digest": strange }),
	"head-digest-malformed": headOnly({ "docker-content-digest": "sha256:zz" }),
	"get-type-json": getOnly({ "content-type": "application/json" }),
	"get-digest-lies": getOnly({ "docker-content-digest": strange }),
	"head-length-zero": headOnly({ "content-length": "0" }),
	"head-length-huge": headOnly({ "content-length": "99999999999" }),
	warning: headers({ warning: "299 - \"this image is deprecated, use acme/next\"" }),
	"body-of-another": body({
		schemaVersion: 2,
		mediaType: index,
		manifests: []
	}),
	"json-invalid": body("{\"schemaVersion\": 2, \"manifests\": ["),
	"json-null": body("null"),
	"json-number": body("42"),
	"json-array": body("[]"),
	"json-deep": body(() => "[".repeat(2e5)),
	"json-duplicate-keys": body("{\"schemaVersion\":2,\"manifests\":[],\"manifests\":[{}]}"),
	"json-bom": insideAnswer(spoil((right) => ({
		...right,
		body: Buffer.concat([Buffer.from("﻿"), right.body])
	}))),
	"json-not-utf8": body(Buffer.from([
		123,
		255,
		254,
		125
	])),
	"manifest-oversize": body(() => ({
		schemaVersion: 2,
		mediaType: index,
		manifests: [],
		padding: "x".repeat(9 << 20)
	})),
	"manifest-empty-object": body({}),
	"manifest-wrong-types": body({
		schemaVersion: "2",
		mediaType: 7,
		manifests: { not: "a list" }
	}),
	"manifest-proto": body("{\"schemaVersion\":2,\"__proto__\":{\"polluted\":true},\"manifests\":[]}"),
	"manifest-both-kinds": body({
		schemaVersion: 2,
		mediaType: index,
		manifests: [],
		config: {},
		layers: []
	}),
	"manifest-negative-size": body({
		schemaVersion: 2,
		mediaType: index,
		manifests: [{
			mediaType: manifest,
			digest: strange,
			size: -1,
			platform: {
				os: "linux",
				architecture: "amd64"
			}
		}]
	}),
	"manifest-bad-child-digest": body({
		schemaVersion: 2,
		mediaType: index,
		manifests: [{
			mediaType: manifest,
			digest: "../../etc",
			size: 2,
			platform: {
				os: "linux",
				architecture: "amd64"
			}
		}]
	}),
	"index-of-ten-thousand": body(() => ({
		schemaVersion: 2,
		mediaType: index,
		manifests: Array.from({ length: 1e4 }, () => ({
			mediaType: manifest,
			digest: strange,
			size: 2,
			platform: {
				os: "linux",
				architecture: "riscv64"
			}
		}))
	})),
	"config-not-json": {
		at: "inside",
		routes: ["blob"],
		answer: () => reply(200, "no config")
	},
	"config-oversize": {
		at: "inside",
		routes: ["blob"],
		answer: () => reply(200, "x".repeat(9 << 20))
	},
	"range-ignored": {
		at: "inside",
		routes: ["blob"],
		answer: ({ ask, right }) => right({
			...ask,
			headers: {
				...ask.headers,
				range: void 0
			}
		})
	},
	"echo-authorization": doorAnswer(({ ask }) => reply(403, { errors: [{
		code: "DENIED",
		message: `not for ${ask.headers.authorization ?? "nobody"}`
	}] })),
	"terminal-escapes": insideAnswer(reply(403, { errors: [{
		code: "DENIED",
		message: "\x1B[2J\x1B]0;title\x07::error::injected%0A\r\n::add-mask::x‮"
	}] })),
	"error-code-odd": insideAnswer(reply(404, { errors: [{
		code: { nested: true },
		message: ["list"]
	}] })),
	"errors-bare-object": insideAnswer(reply(401, {
		code: "UNAUTHORIZED",
		message: "authentication required"
	})),
	"errors-legacy-details": insideAnswer(reply(401, { details: "incorrect username or password" }))
};
/** A body of one's own under its true digest and any type, whatever was asked for; a function makes it when asked. */
function bodyOf(mediaType, value) {
	return insideAnswer(() => {
		const made = content(mediaType, isMaker(value) ? value() : value);
		return reply(200, made.bytes, {
			"content-type": mediaType,
			"docker-content-digest": made.digest
		});
	});
}
function body(value) {
	return bodyOf(index, value);
}
function headers(changes) {
	return insideAnswer(spoil((right) => withHeaders(right, changes)));
}
function typed(type) {
	return headers({ "content-type": type });
}
function headOnly(changes) {
	return insideAnswer(spoil((right, { ask }) => ask.method === "HEAD" ? withHeaders(right, changes) : right));
}
function otherKind(right) {
	return withHeaders(right, { "content-type": right.headers["content-type"] === index ? manifest : index });
}
function getOnly(changes) {
	return insideAnswer(spoil((right, { ask }) => ask.method === "GET" ? withHeaders(right, changes) : right));
}
function isMaker(value) {
	return typeof value === "function";
}

// src/simulator/faults/existence.ts
/** Ways of saying, or seeming to say, that something is not there. */
const existenceFaults = {
	"manifest-unknown": insideError({
		status: 404,
		code: "MANIFEST_UNKNOWN",
		message: "manifest unknown"
	}),
	"name-unknown": {
		...insideError({
			status: 404,
			code: "NAME_UNKNOWN",
			message: "repository name not known to registry"
		}),
		routes: ["manifest", "tags"]
	},
	"tag-expired": insideError({
		status: 404,
		code: "TAG_EXPIRED",
		message: "Tag was deleted or has expired. To pull, revive via time machine"
	}),
	"not-found-harbor": insideError({
		status: 404,
		code: "NOT_FOUND",
		message: "artifact not found"
	}),
	"not-found-artifactory": insideError({
		status: 404,
		code: "MANIFEST_UNKNOWN",
		message: "The named manifest is not known to the registry."
	}),
	"not-found-plain": insideAnswer(reply(404, "404 page not found\n")),
	"not-found-html": insideAnswer(html(404, "404 Not Found")),
	"not-found-empty": insideAnswer(reply(404, Buffer.alloc(0))),
	gone: insideAnswer(reply(410, "Gone\n")),
	"name-invalid": insideError({
		status: 400,
		code: "NAME_INVALID",
		message: "invalid repository name"
	}),
	"bad-request": insideAnswer(reply(400, "Bad Request\n")),
	/** Quay's proxy organisations: the upstream's error as text. */
	"upstream-error-400": insideError({
		status: 400,
		code: "INVALID_REQUEST",
		message: "upstream: unauthorized: authentication required"
	}),
	"blob-unknown": {
		...insideError({
			status: 404,
			code: "BLOB_UNKNOWN",
			message: "blob unknown to registry"
		}),
		routes: ["blob"]
	},
	"head-405": onMethod("HEAD", reply(405, "")),
	"head-403": onMethod("HEAD", reply(403, "")),
	"head-401": onMethod("HEAD", reply(401, "")),
	"head-404": onMethod("HEAD", reply(404, "")),
	"head-500": onMethod("HEAD", reply(500, "")),
	"head-501": onMethod("HEAD", reply(501, "")),
	"head-429": onMethod("HEAD", reply(429, "")),
	/** 200 to every HEAD, and no word of what. */
	"head-empty-200": onMethod("HEAD", reply(200, "", { "content-length": "0" })),
	"get-404": onMethod("GET", ociError({
		status: 404,
		code: "MANIFEST_UNKNOWN",
		message: "manifest unknown"
	})),
	"get-500": onMethod("GET", reply(500, "Internal Server Error\n")),
	"ping-403": onPing(reply(403, "")),
	"ping-404": onPing(reply(404, "404 page not found\n")),
	"ping-500": onPing(reply(500, "")),
	"ping-html": onPing(html(200, "Welcome")),
	"denied-405": insideError({
		status: 405,
		code: "DENIED",
		message: "Namespace has been disabled. Please contact a system administrator."
	}),
	"unsupported-405": insideError({
		status: 405,
		code: "UNSUPPORTED",
		message: "The operation is unsupported."
	})
};
function onMethod(method, answer) {
	return {
		at: "inside",
		routes: ["manifest", "blob"],
		answer: (scene) => scene.ask.method === method ? answer : scene.right()
	};
}
function onPing(answer) {
	return {
		at: "door",
		routes: ["ping"],
		answer: () => answer
	};
}

// src/simulator/faults/limits.ts
const many = {
	status: 429,
	code: "TOOMANYREQUESTS"
};
/** Too much, too often, or not now. For "once" use a match with `times: 1`. */
const limitFaults = {
	"limited-seconds": insideError({
		...many,
		message: "too many requests"
	}, { "retry-after": "2" }),
	"limited-date": insideAnswer(() => limitedAnswer(new Date(Date.now() + 2e3))),
	"limited-date-past": insideError({
		...many,
		message: "too many requests"
	}, { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }),
	"limited-silent": insideError({
		...many,
		message: "too many requests"
	}),
	"limited-forever": insideError({
		...many,
		message: "too many requests"
	}, { "retry-after": "99999999" }),
	"limited-garbage": insideError({
		...many,
		message: "too many requests"
	}, { "retry-after": "soon" }),
	"limited-ghcr": insideError({
		...many,
		message: "retry-after: 667.214µs, allowed: 44000/minute"
	}),
	"limited-hub-pulls": insideError({
		...many,
		message: "You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit"
	}, {
		"ratelimit-limit": "100;w=21600",
		"ratelimit-remaining": "0;w=21600",
		"docker-ratelimit-source": "203.0.113.7"
	}),
	"limited-hub-abuse": insideAnswer(html(429, "Too Many Requests")),
	"limited-ecr-rate": insideError({
		...many,
		message: "Rate exceeded"
	}),
	"limited-ecr-data": insideError({
		...many,
		message: "Data limit exceeded"
	}),
	"limited-harbor": insideError({
		status: 429,
		code: "TOO_MANY_REQUEST",
		message: "too many requests to upstream"
	}),
	"limited-at-the-door": doorAnswer(reply(429, "Too Many Requests\n", { "retry-after": "1" })),
	"error-500": insideError({
		status: 500,
		code: "UNKNOWN",
		message: "unknown error"
	}),
	"error-502": insideAnswer(html(502, "502 Bad Gateway")),
	"error-503": insideError({
		status: 503,
		code: "UNAVAILABLE",
		message: "service unavailable"
	}),
	"error-503-retry-after": insideError({
		status: 503,
		code: "UNAVAILABLE",
		message: "maintenance"
	}, { "retry-after": "2" }),
	"error-504": insideAnswer(html(504, "504 Gateway Time-out")),
	"error-500-everywhere": doorAnswer(reply(500, "Internal Server Error\n")),
	/** A pull-through cache of distribution whose upstream refused. */
	"upstream-unauthorized-500": insideError({
		status: 500,
		code: "UNKNOWN",
		message: "unknown error",
		detail: [{
			code: "DENIED",
			message: "requested access to the resource is denied"
		}, {
			code: "UNAUTHORIZED",
			message: "authentication required"
		}]
	})
};
function limitedAnswer(moment) {
	return ociError({
		...many,
		message: "too many requests"
	}, { "retry-after": moment.toUTCString() });
}

// src/simulator/faults/network.ts
/** What goes wrong below HTTP. Refused connections are `registry.refuseConnections()`. */
const networkFaults = {
	"hang-on-connect": {
		at: "connection",
		take: (socket) => void socket.resume()
	},
	"close-on-connect": {
		at: "connection",
		take: (socket) => void socket.end()
	},
	"reset-on-connect": {
		at: "connection",
		take: (socket) => void socket.resetAndDestroy()
	},
	"ssh-on-connect": {
		at: "connection",
		take: (socket) => void socket.write("SSH-2.0-OpenSSH_9.6\r\n")
	},
	"garbage-on-connect": {
		at: "connection",
		take: (socket) => void socket.write(Buffer.alloc(512, 255))
	},
	/** A TLS alert 40, handshake failure (RFC 8446, 6). */
	"tls-handshake-failure": {
		at: "connection",
		take: (socket) => void socket.once("data", () => socket.end(Buffer.from("15030300020228", "hex")))
	},
	"close-before-headers": doorAnswer(onWire((wire) => wire.close())),
	"reset-before-headers": doorAnswer(onWire((wire) => wire.reset())),
	"hang-before-headers": doorAnswer(onWire(() => void 0)),
	"hang-mid-headers": doorAnswer(onWire((wire) => wire.write("HTTP/1.1 200 OK\r\nContent-Type: application/js"))),
	"close-mid-headers": doorAnswer(onWire((wire) => {
		wire.write("HTTP/1.1 200 OK\r\nContent-Type: application/js");
		wire.close();
	})),
	"not-http": doorAnswer(onWire((wire) => {
		wire.write("* OK IMAP4 ready\r\n");
		wire.close();
	}))
};

// src/simulator/faults/policy.ts
/** Refusals by someone who knows the answer: scanners, firewalls, edges, the law. */
const policyFaults = {
	denied: insideError({
		status: 403,
		code: "DENIED",
		message: "requested access to the resource is denied"
	}),
	"denied-plain": insideAnswer(reply(403, "Forbidden\n")),
	"denied-entitlement": insideError({
		status: 403,
		code: "DENIED",
		message: "Access Denied"
	}),
	"denied-expired": insideError({
		status: 403,
		code: "DENIED",
		message: "Your authorization token has expired. Reauthenticate and try again."
	}),
	"policy-harbor": insideError({
		status: 412,
		code: "PROJECTPOLICYVIOLATION",
		message: "current image with 3 vulnerabilities cannot be pulled due to configured policy in 'Prevent images with vulnerability severity of \"High\" or higher from running.'"
	}),
	"policy-harbor-signature": insideError({
		status: 412,
		code: "PROJECTPOLICYVIOLATION",
		message: "The image is not signed by cosign."
	}),
	"policy-xray": insideError({
		status: 403,
		code: "DENIED",
		message: "Artifact download request rejected: it was not downloaded due to the download blocking policy configured in Xray"
	}),
	"legal-block": insideAnswer(reply(451, "Unavailable For Legal Reasons\n")),
	"firewall-acr": doorAnswer(ociError({
		status: 403,
		code: "DENIED",
		message: "client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
	})),
	"edge-google": doorAnswer(html(403, "Error 403 (Forbidden)!!1 Your client does not have permission to get URL from this server.")),
	"edge-cloudflare": doorAnswer(html(403, "Attention Required! | Cloudflare", { server: "cloudflare" })),
	"proxy-page": doorAnswer(html(403, "Access to this site is blocked by your administrator"))
};

// src/simulator/faults/redirect.ts
/** Redirects that lead nowhere or where nobody should follow. Honest ones: `redirectTo`. */
const redirectFaults = {
	"redirect-loop": doorAnswer((scene) => to(scene.ask.url.pathname + scene.ask.url.search)),
	"redirect-loop-301": doorAnswer((scene) => to(scene.ask.url.pathname, 301)),
	"redirect-loop-302": doorAnswer((scene) => to(scene.ask.url.pathname, 302)),
	/** A new address each time, so that no memory of addresses ends it. */
	"redirect-maze": doorAnswer((scene) => to(`${scene.ask.url.pathname}?step=${step(scene)}`)),
	"redirect-without-location": doorAnswer(reply(307)),
	"redirect-to-garbage": doorAnswer(to("http://[::bad")),
	"redirect-to-metadata": doorAnswer(to("http://169.254.169.254/latest/meta-data/")),
	"redirect-to-private": doorAnswer(to("https://10.0.0.1/v2/")),
	"redirect-to-file": doorAnswer(to("file:///etc/passwd")),
	"redirect-to-nowhere": doorAnswer(to("https://nowhere.invalid/v2/")),
	"redirect-300": doorAnswer(to("/v2/", 300)),
	"redirect-304-unasked": doorAnswer(reply(304, Buffer.alloc(0)))
};
function to(location, status = 307) {
	return withHeaders(reply(status, ""), { location });
}
function step(scene) {
	return Number(scene.ask.url.searchParams.get("step") ?? 0) + 1;
}

// src/simulator/faults/tags.ts
/** What goes wrong with tag lists. */
const tagsFaults = {
	"tags-same-page-forever": tags(spoil((right, { ask }) => linked(right, `<${ask.url.pathname}${ask.url.search}>; rel="next"`))),
	"tags-new-page-forever": tags(({ ask }) => page(ask.url.searchParams.get("last") ?? "", ask.url.pathname)),
	"tags-link-elsewhere": tags(spoil((right) => linked(right, "<https://attacker.example.test/v2/x/tags/list?last=a>; rel=\"next\""))),
	"tags-link-garbled": tags(spoil((right) => linked(right, "<<>; rel=next, nonsense"))),
	/** Artifactory: the link lacks the first component of the repository. */
	"tags-link-loses-prefix": tags(spoil((right) => {
		const link = right.headers["link"];
		return typeof link === "string" ? linked(right, link.replace(/^<\/v2\/[^/]+\//, "</v2/")) : right;
	})),
	/** ECR: at most 1000 at once. */
	"tags-405-above-1000": tags((scene) => Number(scene.ask.url.searchParams.get("n") ?? 0) > 1e3 ? ociError({
		status: 405,
		code: "UNSUPPORTED",
		message: "Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to 1000'"
	}) : scene.right()),
	"tags-null": tags(spoil((right) => ({
		...reply(200, {
			name: "x",
			tags: null
		}),
		status: right.status
	}))),
	"tags-not-strings": tags(() => reply(200, {
		name: "x",
		tags: [
			1,
			null,
			{ tag: "v1" },
			"v2"
		]
	})),
	"tags-not-a-list": tags(() => reply(200, {
		name: "x",
		tags: "v1,v2"
	})),
	"tags-html": tags(() => html(200, "Tags")),
	"tags-unauthorized": tags(() => ociError({
		status: 401,
		code: "UNAUTHORIZED",
		message: "authentication required"
	})),
	"tags-denied": tags(() => ociError({
		status: 403,
		code: "DENIED",
		message: "denied"
	})),
	"tags-404": tags(() => reply(404, "404 page not found\n")),
	"tags-500": tags(() => reply(500, "Internal Server Error\n")),
	"tags-hundred-thousand": tags(() => reply(200, {
		name: "x",
		tags: Array.from({ length: 1e5 }, (_, at) => `v${at}`)
	})),
	"tags-hostile-names": tags(() => reply(200, {
		name: "x",
		tags: [
			"../../x",
			"\x1B[31mred",
			"a".repeat(4096),
			"",
			"v1"
		]
	}))
};
function tags(answer) {
	return {
		at: "inside",
		routes: ["tags"],
		answer
	};
}
function linked(right, link) {
	return withHeaders(right, { link });
}
function page(last, path) {
	const next = `v${Number(last.slice(1)) + 1}`;
	return reply(200, {
		name: "x",
		tags: [next]
	}, { link: `<${path}?last=${next}>; rel="next"` });
}

// src/simulator/faults/token.ts
/** What goes wrong at the token server. Match by repository (that of the scope) or `*`. */
const tokenFaults = {
	"token-unauthorized": tokenAnswer(ociError({
		status: 401,
		code: "UNAUTHORIZED",
		message: "incorrect username or password"
	})),
	"token-denied": tokenAnswer(ociError({
		status: 403,
		code: "DENIED",
		message: "denied"
	})),
	"token-not-found": tokenAnswer(html(404, "404 - Nexus Repository Manager")),
	"token-feature-off": tokenAnswer(ociError({
		status: 404,
		code: "UNAVAILABLE",
		message: "registry is disabled"
	})),
	"token-limited": tokenAnswer(reply(429, { details: "too many login attempts" }, { "retry-after": "3" })),
	"token-500": tokenAnswer(reply(500, "Internal Server Error\n")),
	"token-503": tokenAnswer(reply(503, "Service Unavailable\n", { "retry-after": "1" })),
	"token-html": tokenAnswer(html(200, "Sign in")),
	"token-absent": tokenAnswer(reply(200, { expires_in: 300 })),
	"token-empty": tokenAnswer(reply(200, {
		token: "",
		access_token: ""
	})),
	"token-number": tokenAnswer(reply(200, { token: 42 })),
	"token-null": tokenAnswer(reply(200, null)),
	"token-with-line-breaks": tokenAnswer(reply(200, { token: "abc\r\nX-Injected: yes" })),
	"token-not-json": tokenAnswer(reply(200, "token=abc")),
	"token-huge": tokenAnswer(reply(200, { token: "x".repeat(2 << 20) })),
	"token-worthless": tokenAnswer(reply(200, {
		token: "made-up",
		expires_in: 300
	})),
	"token-hang": tokenAnswer(onWire(() => void 0)),
	"token-reset": tokenAnswer(onWire((wire) => wire.reset())),
	"token-redirect-loop": tokenAnswer(({ ask }) => reply(307, "", { location: ask.url.pathname + ask.url.search })),
	"token-redirect-other-host": tokenAnswer(reply(307, "", { location: "https://attacker.example.test/token" })),
	"token-redirect-metadata": tokenAnswer(reply(302, "", { location: "http://169.254.169.254/token" })),
	/** Says what it was told: names, passwords and all. */
	"token-echoes-password": tokenAnswer((scene) => reply(403, `denied for ${echo(scene)}`)),
	/** Its clock is a day behind. */
	"token-issued-yesterday": amended({ issued_at: "2020-01-01T00:00:00Z" }),
	"token-expires-at-once": amended({ expires_in: 0 }),
	"token-expires-in-text": amended({ expires_in: "300" }),
	"token-expires-never": amended({ expires_in: 1e308 }),
	"token-post-404": postAnswer(reply(404, "404 page not found\n")),
	"token-post-405": postAnswer(reply(405, ""))
};
/** Gives the right token with other fields beside it. */
function amended(fields) {
	return tokenAnswer((scene) => {
		const right = scene.right();
		if (right.kind !== "http" || right.status !== 200) return right;
		const issued = JSON.parse(right.body.toString());
		return reply(200, {
			...Object(issued),
			...fields
		});
	});
}
function postAnswer(answer) {
	return tokenAnswer((scene) => scene.ask.method === "POST" ? answer : scene.right());
}
function echo({ ask }) {
	const header = ask.headers.authorization ?? "";
	const login = /^basic +(.+)$/i.exec(header)?.[1];
	return `${header} ${login === void 0 ? "" : Buffer.from(login, "base64").toString()} ${ask.url.search} ${ask.body}`;
}

// src/simulator/faults/faults.ts
/** Every fault that needs no setting, by name. */
const faults = {
	...networkFaults,
	...bodyFaults,
	...redirectFaults,
	...challengeFaults,
	...tokenFaults,
	...existenceFaults,
	...policyFaults,
	...limitFaults,
	...contentFaults,
	...tagsFaults
};

// src/simulator/delay.ts
/** A connection seen through a slow line: bytes come and go late but in order, so that pipelining is kept. */
function delayed(socket, roundTripMs) {
	const oneWayMs = roundTripMs / 2;
	const line = new Duplex({
		read: () => void 0,
		write(chunk, _encoding, done) {
			setTimeout(() => socket.write(chunk), oneWayMs);
			done();
		},
		final(done) {
			setTimeout(() => socket.end(), oneWayMs);
			done();
		},
		destroy(error, done) {
			setTimeout(() => socket.destroy(), oneWayMs);
			done(error);
		}
	});
	socket.on("data", (chunk) => setTimeout(() => line.push(chunk), oneWayMs));
	socket.on("end", () => setTimeout(() => line.push(null), oneWayMs));
	socket.on("close", () => line.destroy());
	return line;
}

// src/simulator/raw-http2.ts
/** What HTTP/2 runs on; what is written to `below` gets between its frames. */
var OpenLine = class extends Duplex {
	below;
	constructor(below) {
		super();
		this.below = below;
		below.on("data", (chunk) => this.push(chunk));
		below.on("end", () => this.push(null));
		below.on("close", () => this.destroy()).on("error", () => this.destroy());
	}
	get remotePort() {
		return this.below.remotePort;
	}
	_read() {}
	_write(chunk, _encoding, done) {
		this.below.write(chunk, done);
	}
	_final(done) {
		this.below.end(done);
	}
	_destroy(error, done) {
		this.below.destroy();
		done(error);
	}
};
/** Speaks HTTP/2 or HTTP/1.1, in such a way that answers can write below HTTP/2: Node itself would not stand for it. */
function rawSpeaker(tls, handler) {
	const modern = createServer$3({ maxSendHeaderBlockLength: 1 << 20 });
	const old = createServer$1(handler);
	Object.assign(old, {
		keepAliveTimeout: 0,
		requestTimeout: 0,
		headersTimeout: 0
	});
	modern.on("request", handler);
	modern.on("session", (session) => session.on("error", () => void 0));
	modern.on("stream", (stream) => stream.on("error", () => void 0));
	return createServer$2({
		...tls,
		ALPNProtocols: ["h2", "http/1.1"]
	}, (socket) => {
		if (socket.alpnProtocol === "h2") modern.emit("connection", new OpenLine(socket));
		else old.emit("connection", socket);
	});
}
/** The line below a request over HTTP/2, where it is open to writing. */
function lineBelow(socket) {
	const stream = typeof socket === "object" && socket !== null ? Reflect.get(socket, "stream") : void 0;
	return stream instanceof OpenLine ? stream : void 0;
}

// src/simulator/listen.ts
/** Opens a port that speaks HTTP, HTTPS or HTTP/2. */
async function listen(options) {
	const inner = speaker(options);
	const sockets = /* @__PURE__ */ new Set();
	let connections = 0;
	const front = createServer({ noDelay: true }, (socket) => {
		connections += 1;
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
		if (options.intercept?.(socket) !== true) accept(socket, inner, options);
	});
	front.listen(options.port ?? 0, options.address ?? "127.0.0.1");
	await once(front, "listening");
	const host = hostOf(front);
	return {
		host,
		origin: `${options.tls === void 0 ? "http" : "https"}://${host}`,
		get connections() {
			return connections;
		},
		socketFrom: (port) => [...sockets].find((socket) => socket.remotePort === port),
		refuse: () => void front.close(),
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) socket.destroy();
			if (!front.listening) return;
			front.close();
			await once(front, "close");
		}
	};
}
function speaker(options) {
	if (options.tls === void 0) return patient(createServer$1(options.handler));
	if (options.http2 === "raw") return rawSpeaker(options.tls, options.handler);
	if (options.http2 !== true) return patient(createServer$4(options.tls, options.handler));
	const server = createSecureServer({
		...options.tls,
		allowHTTP1: true
	});
	server.on("request", options.handler);
	return server;
}
/** Without Node's own time limits: a client's limits are what is tested. */
function patient(server) {
	return Object.assign(server, {
		keepAliveTimeout: 0,
		requestTimeout: 0,
		headersTimeout: 0
	});
}
function accept(socket, inner, options) {
	const latencyMs = options.latencyMs ?? 0;
	if (latencyMs > 0) {
		setTimeout(() => inner.emit("connection", delayed(socket, latencyMs)), latencyMs);
		return;
	}
	if (options.tls === void 0) inner.emit("connection", socket);
	else socket.once("readable", () => afterFirstByte(socket, inner));
}
/** Answers plain HTTP on a TLS port as Go's net/http does, with a normal response; Node would just hang up. */
function afterFirstByte(socket, inner) {
	const start = socket.read();
	if (!Buffer.isBuffer(start)) return;
	if (/^[A-Z]{3,7} \//.test(start.toString("latin1", 0, 16))) {
		socket.end("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n");
		return;
	}
	socket.unshift(start);
	inner.emit("connection", socket);
}
function hostOf(server) {
	const bound = server.address();
	if (bound === null || typeof bound === "string") throw new Error("the port is not open");
	return bound.family === "IPv6" ? `[${bound.address}]:${bound.port}` : `${bound.address}:${bound.port}`;
}

// src/simulator/auth/challenge.ts
/** The WWW-Authenticate lines of a 401 (RFC 9110, 11.6.1; distribution docs, spec/auth/token.md). */
function challengeLines(parts) {
	const { style } = parts;
	const lines = [style.scheme === "basic" ? basicChallenge(parts) : bearerChallenge(parts), ...style.moreChallenges ?? []];
	return style.oneLine === true ? [lines.join(",")] : lines;
}
/** Where the token of a repository is to be had. */
function realmOf({ style, tokenOrigin, repository }) {
	if (style.repoKeyInRealm !== true) return `${tokenOrigin}${style.tokenPath}`;
	return `${tokenOrigin}/artifactory/api/docker/${repository?.split("/", 1)[0] ?? "null"}/v2/token`;
}
/** Reads the path of a token server back: the repository key in it, `''` for none, undefined where it is no such path. */
function tokenPathKey(style, path) {
	if (style.scheme === "basic") return void 0;
	if (style.repoKeyInRealm === true) return /^\/artifactory\/api\/docker\/([^/]+)\/v2\/token$/.exec(path)?.[1];
	return path === style.tokenPath ? "" : void 0;
}
function basicChallenge({ style, tokenOrigin }) {
	return style.service === null || style.service === void 0 ? "Basic realm=\"Registry Realm\"" : `Basic realm="${tokenOrigin}/",service="${style.service}"`;
}
function bearerChallenge(parts) {
	const { style, repository } = parts;
	const service = style.service === void 0 ? parts.host : style.service;
	const fields = {
		realm: realmOf(parts),
		service,
		scope: scopeOf(style, repository),
		error: parts.error
	};
	return `Bearer ${Object.entries(fields).filter(([, value]) => value !== void 0 && value !== null).map(([name, value]) => `${name}="${String(value)}"`).join(",")}`;
}
function scopeOf(style, repository) {
	if (repository === void 0) return style.pingScope;
	const name = style.repoKeyInRealm === true ? repository.slice(repository.indexOf("/") + 1) : repository;
	return style.scope ?? `repository:${name}:pull`;
}

// src/simulator/auth/refuse.ts
/** Writes a refusal; `challenge` is the usual one, which the refusal may replace. */
function refuse(refusal, { repository, challenge }) {
	const message = refusal.message.replace("{repository}", repository ?? "");
	const lines = refusal.challenge === void 0 ? challenge : [refusal.challenge];
	const headers = refusal.status === 401 && lines.length > 0 ? { "www-authenticate": lines } : {};
	if (refusal.code === void 0) return reply(refusal.status, message, headers);
	return ociError({
		status: refusal.status,
		code: refusal.code,
		message
	}, headers);
}

// src/simulator/auth/users.ts
/** Reads a Basic header (RFC 7617); the first colon ends the name. */
function callerOf(authorization, users) {
	if (authorization === void 0) return { kind: "anonymous" };
	const encoded = /^basic +(.+)$/i.exec(authorization)?.[1] ?? "";
	const [name = "", ...rest] = Buffer.from(encoded, "base64").toString().split(":");
	return byPassword({
		name,
		password: rest.join(":")
	}, users);
}
/** Looks a login up. */
function byPassword(login, users) {
	return known(users.find((user) => user.name === login.name && user.password === login.password));
}
/** Looks an identity token up. */
function byIdentityToken(token, users) {
	return known(users.find((user) => user.identityToken !== void 0 && user.identityToken === token));
}
/** Whether a caller may pull, given what is open to all. */
function mayPull(caller, repository, open) {
	return (caller.kind === "user" ? [...open, ...caller.user.pulls ?? ["**"]] : open).some((pattern) => matchesRepository(pattern, repository));
}
function known(user) {
	if (user === void 0) return { kind: "wrong" };
	return user.expired === true ? { kind: "expired" } : {
		kind: "user",
		user
	};
}

// src/simulator/auth/gate.ts
const required = {
	status: 401,
	code: "UNAUTHORIZED",
	message: "authentication required"
};
/** Decides on a request to the registry itself. */
function passGate(ask, auth, place) {
	const door = {
		ask,
		auth,
		place,
		repository: "repository" in ask.route ? ask.route.repository : void 0
	};
	if (ask.route.kind === "ping" && auth.style.ping === "open") return {
		kind: "open",
		user: void 0
	};
	return auth.style.scheme === "basic" ? basicGate(door) : bearerGate(door);
}
function basicGate(door) {
	const { style, users } = door.auth;
	const caller = callerOf(door.ask.headers.authorization, users);
	const user = caller.kind === "user" ? caller.user.name : void 0;
	if (caller.kind === "anonymous") return isOpen(door) ? {
		kind: "open",
		user
	} : shut(door, required);
	if (caller.kind === "wrong") return shut(door, style.wrongLogin === "anonymous" ? required : style.wrongLogin);
	if (caller.kind === "expired") return shut(door, style.expiredLogin ?? required);
	if (door.repository === void 0 || mayPull(caller, door.repository, door.auth.open)) return {
		kind: "open",
		user
	};
	return shut(door, style.noAccess, { user });
}
function bearerGate(door) {
	const { auth, ask, repository } = door;
	const { authorization } = ask.headers;
	if (authorization === void 0) return isOpen(door) ? {
		kind: "open",
		user: void 0
	} : shut(door, required);
	const grant = auth.tokens.find(authorization, auth.now());
	if (grant === void 0) return shut(door, required, { error: "invalid_token" });
	if (repository === void 0 || covers(grant, repository)) return {
		kind: "open",
		user: grant.user
	};
	if (auth.style.missingIs404 === true && auth.store.find(repository) === void 0) return {
		kind: "open",
		user: grant.user
	};
	return shut(door, auth.style.refusesAt === "registry" ? auth.style.noAccess : required, {
		error: "insufficient_scope",
		user: grant.user
	});
}
function isOpen({ auth, repository }) {
	if (repository === void 0) return false;
	return mayPull({ kind: "anonymous" }, repository, auth.open) && (auth.style.openWithoutToken === true || auth.style.scheme === "basic");
}
function shut({ auth, place, repository }, refusal, more = {}) {
	const challenge = challengeLines({
		style: auth.style,
		...place,
		repository,
		error: more.error
	});
	return {
		kind: "shut",
		user: more.user,
		answer: refuse(refusal, {
			repository,
			challenge
		})
	};
}

// src/simulator/scopes.ts
/** The scopes of a token request: repeated in the query of a GET, separated by spaces in the form of a POST. */
function scopesOf(ask) {
	return (ask.method === "POST" ? new URLSearchParams(ask.body) : ask.url.searchParams).getAll("scope").flatMap((scope) => scope.split(" ").filter(Boolean));
}

// src/simulator/auth/token-server.ts
/** GET with Basic (distribution docs, spec/auth/token.md) and POST with a form (spec/auth/oauth.md). */
function serveToken(ask, auth) {
	if (ask.method === "POST" && auth.style.post !== 200) return {
		user: void 0,
		answer: reply(auth.style.post, "")
	};
	const caller = ask.method === "POST" ? formCaller(ask, auth) : callerOf(ask.headers.authorization, auth.users);
	return {
		user: caller.kind === "user" ? caller.user.name : void 0,
		answer: answerTo(caller, ask, auth)
	};
}
function answerTo(caller, ask, auth) {
	const { style } = auth;
	const asked = repositoriesOf(ask, auth);
	if ((caller.kind === "wrong" || caller.kind === "expired") && (style.wrongLogin !== "anonymous" || asked.length === 0)) {
		const wrong = style.wrongLogin === "anonymous" ? {
			status: 401,
			message: ""
		} : style.wrongLogin;
		return refuse(caller.kind === "expired" ? style.expiredLogin ?? wrong : wrong, { challenge: [] });
	}
	const granted = asked.flatMap((repository) => rightsTo(repository, caller, auth));
	if (style.refusesAt === "token-endpoint" && asked.length > 0 && granted.length === 0) return refuse(style.noAccess, {
		repository: asked[0],
		challenge: []
	});
	return issue(caller, granted, auth);
}
/** A token server that grants less than was asked for still answers 200. */
function issue(caller, repositories, auth) {
	const { style, tokenSeconds } = auth;
	const user = caller.kind === "user" ? caller.user : void 0;
	const token = auth.tokens.issue({
		user: user?.name,
		repositories,
		expiresAt: auth.now() + tokenSeconds * 1e3
	});
	return reply(200, {
		...style.tokenField === "access_token" ? {} : { token },
		...style.tokenField === "token" ? {} : { access_token: token },
		...style.silentExpiry === true ? {} : {
			expires_in: tokenSeconds,
			issued_at: new Date(auth.now()).toISOString()
		},
		...user?.identityToken === void 0 ? {} : { refresh_token: user.identityToken }
	});
}
/** The patterns that a scope gives: the repository itself, or for `*` everything the caller may pull. */
function rightsTo(repository, caller, auth) {
	if (repository !== "*") return mayPull(caller, repository, auth.open) ? [repository] : [];
	return caller.kind === "user" ? [...auth.open, ...caller.user.pulls ?? ["**"]] : auth.open;
}
function repositoriesOf(ask, auth) {
	const key = tokenPathKey(auth.style, ask.url.pathname) ?? "";
	const names = scopesOf(ask).flatMap((scope) => scope === "*" ? ["*"] : /^repository:(.+):[^:]*$/.exec(scope)?.[1] ?? []);
	return key === "" ? names : names.map((name) => `${key}/${name}`);
}
function formCaller(ask, auth) {
	const form = new URLSearchParams(ask.body);
	if (form.get("grant_type") === "refresh_token") return byIdentityToken(form.get("refresh_token") ?? "", auth.users);
	if (form.get("grant_type") !== "password") return { kind: "wrong" };
	return byPassword({
		name: form.get("username") ?? "",
		password: form.get("password") ?? ""
	}, auth.users);
}

// src/simulator/route.ts
/** Reads a path; `prefix` is where the API is mounted, `/v2` as a rule. */
function routeOf(path, prefix) {
	if (path === prefix || path === `${prefix}/`) return { kind: "ping" };
	const [, repository, endpoint, last] = splitPath(path, prefix);
	if (repository === void 0 || endpoint === void 0 || last === void 0) return { kind: "other" };
	if (endpoint === "manifests") return {
		kind: "manifest",
		repository,
		reference: decodeURIComponent(last)
	};
	if (endpoint === "blobs") return {
		kind: "blob",
		repository,
		digest: decodeURIComponent(last)
	};
	return last === "list" ? {
		kind: "tags",
		repository
	} : { kind: "other" };
}
function splitPath(path, prefix) {
	if (!path.startsWith(`${prefix}/`)) return [];
	return /^(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(path.slice(prefix.length + 1)) ?? [];
}

// src/simulator/read-ask.ts
const bodyLimit = 1 << 20;
/** Reads a request with its body, of which 1 MiB is kept at most. */
async function readAsk(request, mount) {
	const url = urlOf(request.url ?? "/");
	const { method = "GET", headers, httpVersion } = request;
	const base = {
		method,
		url,
		headers,
		httpVersion,
		body: await textOf(request)
	};
	if (!mount.isTokenPath(url.pathname)) return {
		...base,
		route: routeOf(url.pathname, mount.prefix)
	};
	const repository = scopesOf(base)[0]?.split(":").slice(1, -1).join(":");
	return {
		...base,
		route: {
			kind: "token",
			repository
		}
	};
}
/** A proxy's client names the whole URL, everybody else the path. */
function urlOf(target) {
	const text = target.startsWith("/") ? `http://simulator.invalid${target}` : target;
	return URL.parse(text) ?? new URL("http://simulator.invalid/");
}
async function textOf(request) {
	const chunks = [];
	let total = 0;
	for await (const chunk of request) {
		if (!Buffer.isBuffer(chunk)) continue;
		total += chunk.length;
		if (total <= bodyLimit) chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

// src/simulator/recorder.ts
/** Writes an arrival down; `status` 0 means that no proper answer was sent. */
function recordOf(arrival, status) {
	const { ask } = arrival;
	const { authorization } = ask.headers;
	return {
		method: ask.method,
		path: ask.url.pathname + ask.url.search,
		route: ask.route.kind,
		repository: "repository" in ask.route ? ask.route.repository : void 0,
		hadAuthorization: authorization !== void 0,
		authorization: schemeOf(authorization),
		user: arrival.user,
		headers: ask.headers,
		body: ask.body,
		status,
		httpVersion: arrival.httpVersion,
		host: arrival.host
	};
}
function schemeOf(authorization) {
	if (authorization === void 0) return "none";
	const scheme = authorization.split(" ", 1)[0]?.toLowerCase();
	return scheme === "basic" || scheme === "bearer" ? scheme : "other";
}

// src/simulator/http2-frame.ts
const types = {
	data: 0,
	headers: 1,
	reset: 3,
	settings: 4,
	push: 5,
	ping: 6,
	goaway: 7,
	window: 8,
	continuation: 9
};
/** The bytes of a frame. */
function frameOf({ type, flags = 0, stream = 0, payload = Buffer.alloc(0), length }) {
	const head = Buffer.alloc(9);
	head.writeUIntBE(length ?? payload.length, 0, 3);
	head[3] = types[type];
	head[4] = flags;
	head.writeUInt32BE(stream, 5);
	return Buffer.concat([head, payload]);
}

// src/simulator/send.ts
/** Sends an answer, or does to the connection what a fault wants. */
function send(answer, to) {
	switch (answer.kind) {
		case "http": return sendHttp(answer, to);
		case "wire": return answer.act(wireTo(to));
	}
}
/** A HEAD gets the headers of the GET; a 304 has no length. */
function sendHttp(answer, { response, method }) {
	const { "content-length": length = String(answer.body.length), ...headers } = answer.headers;
	const sized = length === "none" || answer.status === 304 ? headers : {
		...headers,
		"content-length": length
	};
	response.writeHead(answer.status, sized);
	response.end(method === "HEAD" ? void 0 : answer.body);
}
function wireTo({ response, method, httpVersion, tcp, tls }) {
	const isHttp2 = httpVersion === "2.0";
	const line = isHttp2 ? tls : response.socket;
	const close = () => void (isHttp2 && line === void 0 ? tcp?.destroy() : line?.destroySoon());
	const stream = streamOf(response);
	return {
		response,
		method,
		write: (bytes) => line === void 0 ? close() : void line?.write(bytes),
		frame: (frame) => void line?.write(frameOf({
			stream,
			...frame
		})),
		close,
		reset: () => tcp === void 0 ? close() : void tcp.resetAndDestroy()
	};
}
/** Number of the stream that an answer goes to; 0, the connection's, over HTTP/1.1. */
function streamOf(response) {
	const stream = Reflect.get(response, "stream");
	const id = typeof stream === "object" && stream !== null ? Reflect.get(stream, "id") : 0;
	return typeof id === "number" ? id : 0;
}

// src/simulator/serve-blob.ts
/** GET and HEAD of a blob, with a single byte range (RFC 9110, 14.2). */
function serveBlob(ask, digest, repository) {
	if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return ociError({
		status: 400,
		code: "DIGEST_INVALID",
		message: "invalid checksum digest format"
	});
	const found = repository?.blobs.get(digest);
	if (found === void 0) return ociError({
		status: 404,
		code: "BLOB_UNKNOWN",
		message: "blob unknown to registry",
		detail: { digest }
	});
	const headers = {
		"accept-ranges": "bytes",
		"content-type": "application/octet-stream",
		"docker-content-digest": digest
	};
	const range = /^bytes=(\d+)-(\d*)$/.exec(ask.headers.range ?? "");
	if (range === null) return reply(200, found.bytes, headers);
	const total = found.bytes.length;
	const first = Number(range[1]);
	const last = Math.min(range[2] === "" ? Infinity : Number(range[2]), total - 1);
	if (first > last) return reply(416, "", { "content-range": `bytes */${total}` });
	const part = found.bytes.subarray(first, last + 1);
	return reply(206, part, {
		...headers,
		"content-range": `bytes ${first}-${last}/${total}`
	});
}

// src/simulator/serve-manifest.ts
/** GET and HEAD of a manifest, with the Accept rules of distribution's registry/handlers/manifests.go. */
function serveManifest(asked) {
	const { reference, held } = asked;
	if (reference.includes(":") && !/^sha256:[0-9a-f]{64}$/.test(reference)) return ociError({
		status: 400,
		code: "DIGEST_INVALID",
		message: "invalid checksum digest format"
	});
	const digest = reference.includes(":") ? reference : held?.tags.get(reference);
	const found = digest === void 0 ? void 0 : held?.manifests.get(digest);
	return found === void 0 ? unknownManifest(asked) : negotiate(found, asked);
}
function negotiate(found, asked) {
	if (acceptedTypes(asked.ask.headers.accept).has(found.mediaType)) return answer(found, asked.ask);
	if (found.mediaType === mediaTypes.oci.manifest) return notAccepted("OCI manifest found", "OCI manifests");
	if (found.mediaType === mediaTypes.oci.index) return notAccepted("OCI index found", "OCI indexes");
	if (found.mediaType === mediaTypes.docker.index && !asked.reference.includes(":")) {
		const child = linuxAmd64(found, asked.held);
		return child === void 0 ? unknownManifest(asked) : answer(child, asked.ask);
	}
	return answer(found, asked.ask);
}
function answer(found, ask) {
	const etag = `"${found.digest}"`;
	const headers = {
		"content-type": found.mediaType,
		"docker-content-digest": found.digest,
		etag
	};
	if (ask.headers["if-none-match"] === etag) return reply(304, Buffer.alloc(0), headers);
	return reply(200, found.bytes, headers);
}
/** Parameters (q-values too) are ignored, and a wildcard accepts nothing, as in distribution. */
function acceptedTypes(accept) {
	return new Set((accept ?? "").split(",").map((type) => type.replace(/;.*/, "").trim()));
}
function linuxAmd64(list, held) {
	const entry = list.entries?.find(({ platform }) => platform?.os === "linux" && platform.architecture === "amd64");
	return entry === void 0 ? void 0 : held?.manifests.get(entry.digest);
}
function notAccepted(found, kind) {
	const message = `${found}, but accept header does not support ${kind}`;
	return ociError({
		status: 404,
		code: "MANIFEST_UNKNOWN",
		message
	});
}
function unknownManifest({ repository, reference, missing }) {
	if (missing === void 0) {
		const detail = reference.includes(":") ? { Digest: reference } : { Tag: reference };
		return ociError({
			status: 404,
			code: "MANIFEST_UNKNOWN",
			message: "manifest unknown",
			detail
		});
	}
	const message = missing.message.replace("{repository}", repository).replace("{reference}", reference);
	return ociError({
		...missing,
		message
	});
}

// src/simulator/serve-tags.ts
/** The tag list in lexical order, in pages of `n` with a relative Link to the next (distribution spec, end-8). */
function serveTags(ask, name, repository) {
	if (repository === void 0) return ociError({
		status: 404,
		code: "NAME_UNKNOWN",
		message: "repository name not known to registry",
		detail: { name }
	});
	const written = ask.url.searchParams.get("n");
	if (written !== null && !/^\d+$/.test(written)) return ociError({
		status: 400,
		code: "PAGINATION_NUMBER_INVALID",
		message: "invalid number of results requested",
		detail: { n: written }
	});
	const last = ask.url.searchParams.get("last") ?? "";
	const rest = [...repository.tags.keys()].toSorted().filter((tag) => tag > last);
	const page = rest.slice(0, written === null ? 1e3 : Number(written));
	return reply(200, {
		name,
		tags: page
	}, page.length < rest.length ? nextLink(ask, page) : {});
}
function nextLink(ask, page) {
	const query = new URLSearchParams({
		last: page.at(-1) ?? "",
		n: String(page.length)
	});
	return { link: `<${ask.url.pathname}?${query.toString()}>; rel="next"` };
}

// src/simulator/serve.ts
/** Repository names of the distribution spec ("Pulling manifests"). */
const nameGrammar = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/** The right answer of an open registry, as the distribution spec and distribution itself give it.
* `missing` words the 404 of a manifest. */
function serve(ask, store, missing) {
	const { route } = ask;
	if (ask.method !== "GET" && ask.method !== "HEAD") return ociError({
		status: 405,
		code: "UNSUPPORTED",
		message: "The operation is unsupported."
	});
	if ("repository" in route && route.repository !== void 0 && !nameGrammar.test(route.repository)) return ociError({
		status: 400,
		code: "NAME_INVALID",
		message: "invalid repository name"
	});
	switch (route.kind) {
		case "ping": return reply(200, {});
		case "manifest": return serveManifest({
			ask,
			...route,
			held: store.find(route.repository),
			missing
		});
		case "blob": return serveBlob(ask, route.digest, store.find(route.repository));
		case "tags": return serveTags(ask, route.repository, store.find(route.repository));
		case "token":
		case "other": return reply(404, "404 page not found\n");
	}
}

// src/simulator/respond.ts
/** Reads, answers and records one request. Never rejects: a caller who has gone is let go. */
async function respond(desk, visit) {
	try {
		await answerVisit(desk, visit);
	} catch (error) {
		if (visit.request.destroyed && !visit.request.complete) return;
		const failure = reply(500, `the simulator failed: ${String(error)}\n`);
		send(failure, {
			...recipientOf(visit),
			method: "GET"
		});
	}
}
async function answerVisit(desk, visit) {
	const { request, response, listener } = visit;
	desk.load.now += 1;
	desk.load.peak = Math.max(desk.load.peak, desk.load.now);
	response.on("close", () => desk.load.now -= 1);
	const isTokenPath = (path) => desk.auth !== void 0 && tokenPathKey(desk.auth.style, path) !== void 0;
	const ask = await readAsk(request, {
		prefix: desk.prefix,
		isTokenPath
	});
	const visitor = { user: void 0 };
	const answer = ask.route.kind === "token" ? answerToken(desk, ask, visitor) : answerDoor(desk, ask, visitor);
	const status = answer.kind === "http" ? answer.status : 0;
	desk.requests.push(recordOf({
		ask,
		user: visitor.user,
		httpVersion: request.httpVersion,
		host: listener.host
	}, status));
	send(answer, recipientOf(visit));
}
function recipientOf({ request, response, listener }) {
	const { httpVersion, method = "GET" } = request;
	const line = lineBelow(request.socket);
	return {
		response,
		method,
		httpVersion,
		tcp: listener.socketFrom(line?.remotePort ?? request.socket.remotePort),
		tls: line?.below
	};
}
function answerToken(desk, ask, visitor) {
	const right = () => {
		if (desk.auth === void 0) return serve(ask, desk.store);
		const { user, answer } = serveToken(ask, desk.auth);
		visitor.user = user;
		return answer;
	};
	return desk.faults.answer("token", sceneOf(desk, ask, right));
}
function answerDoor(desk, ask, visitor) {
	const inside = () => desk.faults.answer("inside", sceneOf(desk, ask, (asked = ask) => answerRightly(desk, asked)));
	const right = () => {
		if (desk.auth === void 0) return inside();
		const passage = passGate(ask, desk.auth, desk.place);
		visitor.user = passage.user;
		return passage.kind === "open" ? inside() : passage.answer;
	};
	return desk.faults.answer("door", sceneOf(desk, ask, right));
}
function answerRightly(desk, ask) {
	const style = desk.auth?.style;
	return withHeaders(serve(ask, desk.store, style?.missingManifest), style?.headers ?? {});
}
function sceneOf({ auth, place }, ask, right) {
	const repository = "repository" in ask.route ? ask.route.repository : void 0;
	const realm = auth?.style.scheme === "bearer" ? realmOf({
		style: auth.style,
		...place,
		repository
	}) : `${place.tokenOrigin}/token`;
	return {
		ask,
		right,
		origin: place.origin,
		tokenOrigin: place.tokenOrigin,
		realm,
		service: auth?.style.service ?? place.host
	};
}

// src/simulator/store.ts
/** What a registry holds, by repository. */
var Store = class {
	#repositories = /* @__PURE__ */ new Map();
	/** Uploads an artifact and lets tags name its root; the digest of the root. A repository is made where needed. */
	push(name, tags, artifact) {
		const repository = this.create(name);
		for (const manifest of artifact.manifests) repository.manifests.set(manifest.digest, manifest);
		for (const blob of artifact.blobs) repository.blobs.set(blob.digest, blob);
		for (const tag of [tags].flat()) repository.tags.set(tag, artifact.root.digest);
		return artifact.root.digest;
	}
	/** Makes an empty repository, or gives the one that is there. */
	create(name) {
		const existing = this.#repositories.get(name);
		if (existing !== void 0) return existing;
		const repository = {
			tags: /* @__PURE__ */ new Map(),
			manifests: /* @__PURE__ */ new Map(),
			blobs: /* @__PURE__ */ new Map()
		};
		this.#repositories.set(name, repository);
		return repository;
	}
	/** Removes one tag (its manifest stays), or without a tag the whole repository. */
	remove(name, tag) {
		if (tag === void 0) this.#repositories.delete(name);
		else this.#repositories.get(name)?.tags.delete(tag);
	}
	find(name) {
		return this.#repositories.get(name);
	}
};

// src/simulator/tls/der.ts
/** A value in DER (X.690): tag, length, content. */
function der(tag, ...contents) {
	const body = Buffer.concat(contents);
	return Buffer.concat([
		Buffer.from([tag]),
		lengthOf(body.length),
		body
	]);
}
const sequence = (...parts) => der(48, ...parts);
const set = (...parts) => der(49, ...parts);
const utf8 = (text) => der(12, Buffer.from(text));
const octets = (content) => der(4, content);
const yes = der(1, Buffer.from([255]));
/** A number that is not negative, from its big-endian bytes: as short as it goes (X.690, 8.3.2). */
function integer(bytes) {
	const start = bytes.findIndex((byte) => byte !== 0);
	const digits = start === -1 ? Buffer.alloc(1) : bytes.subarray(start);
	return der(2, (digits[0] ?? 0) > 127 ? Buffer.concat([Buffer.alloc(1), digits]) : digits);
}
/** Bits, of which the last `unused` do not count. */
function bits(content, unused = 0) {
	return der(3, Buffer.from([unused]), content);
}
/** `explicit(3, …)` is `[3] EXPLICIT`. */
function explicit(number, ...contents) {
	return der(160 + number, ...contents);
}
/** An object identifier in dotted form. */
function identifier(dotted) {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	return der(6, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}
/** A moment before 2050, to the second (RFC 5280, 4.1.2.5.1). */
function utcTime(moment) {
	const digits = moment.toISOString().replaceAll(/[-:T]|\..*/g, "");
	return der(23, Buffer.from(`${digits.slice(2)}Z`));
}
function base128(value) {
	const low = value & 127;
	const high = value >>> 7;
	return high === 0 ? [low] : [...base128(high).map((byte) => byte | 128), low];
}
function lengthOf(length) {
	if (length < 128) return Buffer.from([length]);
	const hex = length.toString(16);
	const bytes = Buffer.from(hex.padStart(hex.length + hex.length % 2, "0"), "hex");
	return Buffer.concat([Buffer.from([128 | bytes.length]), bytes]);
}

// src/simulator/tls/certificate.ts
const day$1 = 864e5;
const ecdsaWithSha256 = sequence(identifier("1.2.840.10045.4.3.2"));
/** Makes an X.509 certificate on P-256 (RFC 5280), valid from yesterday to tomorrow unless told otherwise. */
function makeCertificate(options) {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const now = Date.now();
	const body = sequence(explicit(0, integer(Buffer.from([2]))), integer(randomBytes(8)), ecdsaWithSha256, commonName(options.issuer?.name ?? options.name), sequence(utcTime(options.from ?? /* @__PURE__ */ new Date(now - day$1)), utcTime(options.to ?? new Date(now + day$1))), commonName(options.name), publicKey.export({
		type: "spki",
		format: "der"
	}), explicit(3, sequence(...extensions(options))));
	const signature = sign("sha256", body, options.issuer?.key ?? privateKey);
	return {
		name: options.name,
		key: privateKey,
		certificate: pem(sequence(body, ecdsaWithSha256, bits(signature))),
		privateKey: privateKey.export({
			type: "pkcs8",
			format: "pem"
		}).toString()
	};
}
function extensions({ isAuthority = false, names = [] }) {
	const basicConstraints = extension("2.5.29.19", sequence(...isAuthority ? [yes] : []));
	if (isAuthority) return [basicConstraints, extension("2.5.29.15", bits(Buffer.from([6]), 1))];
	const serverAndClient = ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"].map(identifier);
	return [
		basicConstraints,
		extension("2.5.29.15", bits(Buffer.from([128]), 7)),
		extension("2.5.29.37", sequence(...serverAndClient)),
		extension("2.5.29.17", sequence(...names.map(alternativeName)))
	];
}
function extension(id, value) {
	const critical = id === "2.5.29.19" ? [yes] : [];
	return sequence(identifier(id), ...critical, octets(value));
}
function alternativeName(name) {
	return isIP(name) === 0 ? der(130, Buffer.from(name)) : der(135, addressBytes(name));
}
function addressBytes(address) {
	if (isIP(address) === 4) return Buffer.from(address.split(".").map(Number));
	if (address !== "::1") throw new Error(`no certificate for the address ${address}`);
	return Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);
}
function commonName(name) {
	return sequence(set(sequence(identifier("2.5.4.3"), utf8(name))));
}
function pem(certificate) {
	return [
		"-----BEGIN CERTIFICATE-----",
		...certificate.toString("base64").match(/.{1,64}/g) ?? [],
		"-----END CERTIFICATE-----",
		""
	].join("\n");
}

// src/simulator/tls/authority.ts
/** Our own authority: made once in a process, known to nobody who is not told of it. */
function ourAuthority() {
	made ??= makeCertificate({
		name: "Simulator Root",
		isAuthority: true
	});
	return made;
}
let made;

// src/simulator/tls/server-options.ts
const day = 864e5;
/** TLS settings of a server of this kind. It has a certificate for every name that a client asks for by SNI. */
function serverOptions(kind, address = "127.0.0.1") {
	const contexts = /* @__PURE__ */ new Map();
	const contextFor = (name) => {
		const context = contexts.get(name) ?? createSecureContext(served(kind, [name]));
		contexts.set(name, context);
		return context;
	};
	return {
		...served(kind, [
			address,
			"::1",
			"localhost",
			"registry.test"
		]),
		...protocol(kind),
		SNICallback: (name, done) => done(null, contextFor(name))
	};
}
function served(kind, names) {
	const { leaf, sent } = chain(kind, names);
	const cert = [leaf, ...sent].map((identity) => identity.certificate).join("");
	const ca = kind === "client-certificate" ? { ca: ourAuthority().certificate } : {};
	return {
		cert,
		key: leaf.privateKey,
		...ca
	};
}
function chain(kind, names) {
	const name = names[0] ?? "registry.test";
	const issuer = ourAuthority();
	const now = Date.now();
	switch (kind) {
		case "good":
		case "client-certificate":
		case "old-protocol":
		case "no-common-cipher": return {
			leaf: makeCertificate({
				name,
				issuer,
				names
			}),
			sent: []
		};
		case "expired": return {
			leaf: makeCertificate({
				name,
				issuer,
				names,
				to: /* @__PURE__ */ new Date(now - day / 2)
			}),
			sent: []
		};
		case "not-yet-valid": return {
			leaf: makeCertificate({
				name,
				issuer,
				names,
				from: new Date(now + day / 2)
			}),
			sent: []
		};
		case "wrong-name": return {
			leaf: makeCertificate({
				name,
				issuer,
				names: ["somewhere.else.test"]
			}),
			sent: []
		};
		case "self-signed": return {
			leaf: makeCertificate({
				name,
				names
			}),
			sent: []
		};
		case "unknown-authority": {
			const stranger = makeCertificate({
				name: "Somebody Else Root",
				isAuthority: true
			});
			return {
				leaf: makeCertificate({
					name,
					issuer: stranger,
					names
				}),
				sent: [stranger]
			};
		}
		case "missing-intermediate": {
			const between = makeCertificate({
				name: "Simulator Intermediate",
				issuer,
				isAuthority: true
			});
			return {
				leaf: makeCertificate({
					name,
					issuer: between,
					names
				}),
				sent: []
			};
		}
	}
}
function protocol(kind) {
	if (kind === "client-certificate") return {
		requestCert: true,
		rejectUnauthorized: true
	};
	if (kind === "old-protocol") return {
		minVersion: "TLSv1",
		maxVersion: "TLSv1.1",
		ciphers: "DEFAULT@SECLEVEL=0"
	};
	return kind === "no-common-cipher" ? {
		maxVersion: "TLSv1.2",
		ciphers: "ECDHE-RSA-AES128-GCM-SHA256"
	} : {};
}

// src/simulator/registry.ts
/**
* Starts a registry; dispose it to close everything at once.
*
*     await using registry = await startRegistry({ auth: { style: 'ghcr', public: ['acme/web'] } })
*     registry.push('acme/web', 'v1', image({ platforms: ['linux/amd64', 'linux/arm64'] }))
*     registry.fault({ repository: 'acme/web', times: 1 }, 'error-503')
*/
async function startRegistry(options = {}) {
	await using stack = new AsyncDisposableStack();
	const store = options.store ?? new Store();
	const desk = {
		prefix: options.prefix ?? "/v2",
		store,
		auth: options.auth === void 0 ? void 0 : authOf(options.auth, {
			now: options.now ?? Date.now,
			store
		}),
		faults: new FaultList(),
		requests: [],
		load: {
			now: 0,
			peak: 0
		},
		place: {
			host: "",
			origin: "",
			tokenOrigin: ""
		}
	};
	const listener = stack.use(await open(desk, options));
	const tokens = options.auth?.separateTokenServer === true ? stack.use(await open(desk, {
		...options,
		port: 0
	})) : listener;
	desk.place = {
		host: options.name ?? listener.host,
		origin: listener.origin,
		tokenOrigin: options.tokenOrigin ?? tokens.origin
	};
	return registryOf(desk, {
		listener,
		tokens,
		opened: stack.move()
	});
}
async function open(desk, options) {
	const listener = await listen({
		...options,
		tls: options.tls === void 0 ? void 0 : serverOptions(options.tls, options.address),
		handler: (request, response) => void respond(desk, {
			request,
			response,
			listener
		}),
		intercept: (socket) => desk.faults.take(socket)
	});
	return listener;
}
function registryOf(desk, { listener, tokens, opened }) {
	const { store, faults: faults$1, requests, load } = desk;
	return {
		host: listener.host,
		origin: listener.origin,
		tokenHost: tokens.host,
		store,
		get ca() {
			return ourAuthority().certificate;
		},
		requests,
		push: (repository, tags, artifact) => store.push(repository, tags, artifact),
		fault: (where, fault) => faults$1.add(typeof where === "string" ? matchOf(where) : where, typeof fault === "string" ? faults[fault] : fault),
		clearFaults: () => faults$1.clear(),
		revokeTokens: () => desk.auth?.tokens.revoke(),
		refuseConnections: () => listener.refuse(),
		get requestCount() {
			return requests.length;
		},
		get connections() {
			return listener.connections + (tokens === listener ? 0 : tokens.connections);
		},
		get peak() {
			return load.peak;
		},
		clear: () => void requests.splice(0),
		[Symbol.asyncDispose]: () => opened.disposeAsync()
	};
}

// src/demo/unless-interrupted.ts
/** The exit code of a task, or of a signal that ended it; what it made is gone by then either way. */
async function unlessInterrupted(task) {
	using interruption = watchInterruption();
	try {
		return await task(interruption.signal);
	} catch (error) {
		if (interruption.exitCode === void 0) throw error;
		return interruption.exitCode;
	}
}

export { platformOf as a, image as i, startRegistry as n, checkFiles as o, insideError as r, unlessInterrupted as t };