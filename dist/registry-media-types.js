import { createHash } from "node:crypto";

// src/registry/digest.ts
const lengths = {
	sha256: 64,
	sha384: 96,
	sha512: 128
};
/** A digest of an algorithm that we can compute (OCI image spec, descriptor.md). */
function isDigest(text) {
	const [, algorithm = "", hex = ""] = /^([a-z0-9]+):([a-f0-9]+)$/.exec(text) ?? [];
	return lengths[algorithm] === hex.length;
}
/** The digest of a body, by the algorithm of another digest. */
function digestOf(body, like = "sha256:") {
	const algorithm = like.slice(0, like.indexOf(":"));
	const known = Object.hasOwn(lengths, algorithm) ? algorithm : "sha256";
	return `${known}:${createHash(known).update(body).digest("hex")}`;
}

// src/registry/media-types.ts
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

export { isDigest as i, kindOfMediaType as n, digestOf as r, acceptManifests as t };