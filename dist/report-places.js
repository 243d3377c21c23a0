// src/report/places.ts
/**
* `charts/shop/values.yaml:12:8`, as editors and terminals open it; standard input has the name that compilers give it.
* Behind it stands what of the call decides the value.
*/
function placeText({ file, line, column, setBy }) {
	const position = [line, line === null ? null : column].filter((part) => part !== null);
	const place = [file === "-" ? "<stdin>" : file, ...position].join(":");
	return setBy === void 0 ? place : `${place} (set by ${setBy})`;
}
/** `Job shop/setup (Helm hook: pre-install), container web`; of a text that only looks like an image, the field that it stands in. */
function useText({ workload, container, field, role, environment }, withEnvironment) {
	const { kind, namespace, name } = workload;
	const hooks = workload.hooks.length === 0 ? "" : ` (Helm hook: ${workload.hooks.join(", ")})`;
	const owner = `${kind} ${namespace === null ? name : `${namespace}/${name}`}${hooks}`;
	const text = role === "heuristic" ? `, text at ${field}` : "";
	return `${owner}${container === null ? text : `, container ${container}`}${withEnvironment ? ` (${environment})` : ""}`;
}
/** Whether the path can be one of a file in the repository: standard input and files from outside can't. */
function isInRepository({ file }) {
	const parts = file.split("/");
	return file !== "-" && parts.every((part) => part !== "" && part !== "." && part !== "..");
}

export { placeText as n, useText as r, isInRepository as t };