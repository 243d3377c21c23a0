// src/github/payload.ts
/** The value below a path of keys, in a value that may be anything. */
function at(value, ...path) {
	let found = value;
	for (const key of path) {
		if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
		found = Reflect.get(found, key);
	}
	return found;
}
/** A text below a path. */
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : void 0;
}
/** A number of a pull request: a positive integer. */
function numberAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : void 0;
}
/** An id of the REST API. */
const idAt = numberAt;
/** A full commit id, SHA-1 or SHA-256, in lower case. */
function shaAt(value, ...path) {
	const found = textAt(value, ...path);
	return found !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : void 0;
}

export { textAt as a, shaAt as i, idAt as n, numberAt as r, at as t };