// src/report/words/kubelet.ts
/** The sentence as kubelet and containerd (the resolver of 1.7 and 2.0) word it; null where they would say nothing. */
function kubeletWords(told) {
	const own = ownWords[told.code]?.(told.args, told.verdict);
	if (own !== void 0) return own;
	const inner = innerWords[told.code];
	if (inner === void 0 || told.verdict === "pullable") return null;
	return {
		reason: "ErrImagePull",
		message: inner(namesOf(told), told)
	};
}
const ownWords = {
	"invalid-reference": ({ reference = "", reason = "" }) => ({
		reason: "InvalidImageName",
		message: `Failed to apply default image tag "${reference}": couldn't parse image name "${reference}": ${grammarError(reference, reason)}`
	}),
	"empty-reference": () => ({
		reason: "InvalidImageName",
		message: `Failed to apply default image tag "": couldn't parse image name "": invalid reference format`
	}),
	"pull-secret-invalid": ({ detail = "the content cannot be decoded" }) => ({
		reason: detail,
		message: detail
	}),
	"never-pull": ({ reference = "" }) => ({
		reason: "ErrImageNeverPull",
		message: `Container image "${reference}" is not present with pull policy of Never`
	}),
	"not-an-image": (_, verdict) => verdict === "pullable" ? {
		reason: "CreateContainerError",
		message: "no command specified"
	} : void 0,
	"manifest-invalid": ({ reason, reference = "" }, verdict) => reason === "layers" && verdict === "unpullable" ? {
		reason: "ErrImagePull",
		message: mismatched(reference)
	} : void 0,
	"wrong-architecture": () => ({
		reason: "CrashLoopBackOff",
		message: "exec format error"
	}),
	"blocked-by-node": (args) => ({
		reason: "ErrImagePull",
		message: blockedWords(args)
	})
};
function blockedWords({ registry = "", reason, reference = "" }) {
	if (reason === "no-host-resolves") return `failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": no resolve hosts: not found`;
	if (reason === "invalid-name") return "rewriting reference: invalid reference format";
	if (reason === "invalid") return "loading registries configuration \"/etc/containers/registries.conf\"";
	return `registry ${registry} is blocked in /etc/containers/registries.conf`;
}
const innerWords = {
	"registry-name-not-resolved": transport(({ registry }) => `dial tcp: lookup ${registry}: no such host`),
	"registry-unreachable": transport(({ registry }, { args }) => `dial tcp ${registry}: ${dialError(args.reason)}`),
	"tls-untrusted": transport(() => "tls: failed to verify certificate: x509: certificate signed by unknown authority"),
	"tls-expired": transport(() => "tls: failed to verify certificate: x509: certificate has expired or is not yet valid"),
	"tls-name-mismatch": transport(({ registry }) => `tls: failed to verify certificate: x509: certificate is valid for …, not ${registry}`),
	"tls-handshake": transport(() => "remote error: tls: handshake failure"),
	"plain-http-registry": transport(() => "http: server gave HTTP response to HTTPS client"),
	"rate-limited": resolving(({ url }) => `unexpected status from HEAD request to ${url}: 429 Too Many Requests`),
	"registry-error": resolving(({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 500)}`),
	"registry-policy": resolving(({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 403)}`),
	"not-found-or-private": resolving(refused("anonymous")),
	"no-pull-secret": resolving(refused("anonymous")),
	"pull-secret-rejected": resolving(refused("oauth")),
	"access-denied": resolving(refused("oauth")),
	"repository-not-found": notFound,
	"tag-not-found": notFound,
	"digest-not-found": notFound,
	"child-manifest-missing": copying(({ registry }, { args }) => `content at https://${registry}/v2/${args.repository ?? ""}/manifests/${args.digest ?? ""} not found: not found`),
	"blob-missing": copying((_, { args }) => `could not fetch content descriptor ${args.digest ?? ""} from remote: not found`),
	"platform-missing": (names) => `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": no match for platform in manifest: not found`,
	"not-an-image": ({ reference }) => mismatched(reference),
	"unsupported-manifest": resolving((_, { args }) => `media type "${args.mediaType ?? ""}" is no longer supported`)
};
function refused(token) {
	return ({ registry, url }, { args, trail }) => {
		const last = trail.findLast(({ status }) => status === 401 || status === 403);
		if (last !== void 0 && !last.url.includes("/v2/")) return `failed to authorize: failed to fetch ${token} token: unexpected status from GET request to ${last.url}: ${statusLine(last.status ?? 401)}`;
		if (token === "oauth" || args.status === 403) return `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 401)}`;
		return `pull access denied, repository does not exist or may require authorization: ${registry.includes(".dkr.ecr") ? "authorization failed: no basic auth credentials" : "server message: insufficient_scope: authorization failed"}`;
	};
}
function mismatched(reference) {
	return `failed to pull and unpack image "${reference}": mismatched image rootfs and manifest layers`;
}
function notFound({ reference }) {
	return `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": ${reference}: not found`;
}
function resolving(inner) {
	return (names, told) => `failed to pull and unpack image "${names.reference}": failed to resolve reference "${names.reference}": ${inner(names, told)}`;
}
function transport(inner) {
	return resolving((names, told) => `failed to do request: Head "${names.url}": ${inner(names, told)}`);
}
function copying(inner) {
	return (names, told) => `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": failed to copy: httpReadSeeker: failed open: ${inner(names, told)}`;
}
const statusTexts = {
	401: "Unauthorized",
	403: "Forbidden",
	412: "Precondition Failed",
	451: "Unavailable For Legal Reasons",
	500: "Internal Server Error",
	502: "Bad Gateway",
	503: "Service Unavailable",
	504: "Gateway Timeout"
};
function statusLine(status) {
	return `${status} ${statusTexts[status] ?? ""}`.trimEnd();
}
function dialError(reason) {
	if (reason === "connection-refused") return "connect: connection refused";
	return reason === "host-unreachable" ? "connect: no route to host" : "i/o timeout";
}
function grammarError(reference, reason) {
	if (reason === "upper-case") return `invalid reference format: repository name (${reference}) must be lowercase`;
	return reason === "path-too-long" ? "repository name must not be more than 255 characters" : "invalid reference format";
}
function namesOf({ args, trail }) {
	const { reference = "", registry = "", repository = "", tag, digest } = args;
	const name = `${registry}/${repository}`;
	const at = reference.indexOf("@");
	const pulled = at < 0 ? reference : `${name}${reference.slice(at)}`;
	const asked = trail.findLast(isManifest)?.url;
	const host = args.host ?? (asked === void 0 ? registry : hostOf(asked, registry));
	return {
		reference: pulled,
		registry: host,
		url: asked ?? `https://${host}/v2/${repository}/manifests/${tag ?? digest ?? ""}`
	};
}
function isManifest({ url }) {
	return url.includes("/manifests/");
}
function hostOf(url, otherwise) {
	return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? otherwise;
}

export { kubeletWords as t };