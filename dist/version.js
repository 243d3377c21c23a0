// src/version.ts
/** The version of this program; the release sets it together with package.json, and a test holds the two together. */
const version = "0.1.0";

export { version as t };