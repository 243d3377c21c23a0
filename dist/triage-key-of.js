// src/triage/fields.ts
const none = {};
/** An object's fields; none where it is no object. */
function fieldsOf(value) {
	return isFields(value) ? value : none;
}
/** The value at a path of keys. */
function at(value, ...path) {
	return path.reduce((inner, key) => isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : void 0, value);
}
/** A text at a path; empty where there is none. */
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : "";
}
/** A number at a path. */
function numberAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" ? found : void 0;
}
/** A text or a number at a path, as text; both may stand where the API says `IntOrString`. */
function wordAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" ? String(found) : typeof found === "string" ? found : "";
}
/** A list at a path; empty where there is none. */
function listAt(value, ...path) {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
}
/** A moment at a path, in milliseconds since the epoch. */
function momentAt(value, ...path) {
	const text = textAt(value, ...path);
	const moment = text === "" ? NaN : Date.parse(text);
	return Number.isNaN(moment) ? void 0 : moment;
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/triage/key-of.ts
/** The key of an object. */
function keyOf(kind, namespace, name) {
	return `${kind}/${namespace}/${name}`;
}

export { momentAt as a, wordAt as c, listAt as i, at as n, numberAt as o, fieldsOf as r, textAt as s, keyOf as t };