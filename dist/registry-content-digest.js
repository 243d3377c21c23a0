import { createHash } from "node:crypto";

// src/registry/content/digest.ts
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

export { isDigest as n, digestOf as t };