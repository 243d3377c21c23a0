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
const path = `${component}(?:/${component})*`;
const reference$1 = new RegExp(`^(?:(?<domain>${domain})/)?(?<path>${path})(?::(?<tag>[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
const wholeDomain = new RegExp(`^${domain}$`);
const wholePath = new RegExp(`^${path}$`);
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
function isPath(text) {
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
function explain(written, error) {
	if (written === "") return say("empty", "");
	if (error === "hex64") return say("image-id", written);
	if (error === "too-long") return say("path-too-long", written);
	return wholeText(written) ?? named(written) ?? say("path-characters", written);
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
function named(written) {
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
	if (!isPath(path)) return say("path-characters", path);
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
const longest = 4096;
/** Parses an image reference as the kubelet does (ParseNormalizedNamed), with its order of errors. */
function parseReference(written) {
	if (written.length > longest) return tooLong(written);
	if (/^[a-f0-9]{64}$/.test(written)) return failure(written, "hex64");
	const { domain, rest } = splitDomain(written);
	const name = rest.split(":", 1)[0] ?? "";
	if (name.toLowerCase() !== name) return failure(written, "uppercase");
	const full = `${domain}/${rest}`;
	const parts = matchReference(full);
	if (parts === void 0) return failure(written, matchReference(full.toLowerCase()) ? "uppercase" : "format");
	if (parts.path.length > 255) return failure(written, "too-long");
	const wrong = parts.digest === null ? void 0 : digestError(parts.digest);
	return wrong === void 0 ? reference(written, parts) : failure(written, wrong);
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
function failure(written, error) {
	return {
		kind: "reference-error",
		written,
		error,
		reason: explain(written, error)
	};
}

export { digestError as n, parseReference as t };