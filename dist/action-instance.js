import { H as sha256 } from "./check.js";

// src/action/instance.ts
const longest = 80;
/** By `comment-key`, else by the job; the jobs of a matrix share their id, so their values are part of it. */
function instanceOf({ context, inputs }) {
	const named = inputs.publish["comment-key"];
	if (named !== void 0) return {
		key: named,
		label: named
	};
	const label = labelOf(matrixValues(inputs.publish["matrix"] ?? ""));
	return label === "" ? {
		key: context.job,
		label: void 0
	} : {
		key: `${context.job} (${label})`,
		label
	};
}
/** `{"team":"shop","platform":"linux/arm64"}`; `null` where the job has no matrix. */
function matrixValues(text) {
	try {
		const value = JSON.parse(text);
		if (typeof value !== "object" || value === null) return [];
		return Object.values(value).map((part) => typeof part === "string" ? part : JSON.stringify(part));
	} catch {
		return [];
	}
}
function labelOf(values) {
	const text = values.filter((value) => value !== "").join(", ");
	return text.length <= longest ? text : `${text.slice(0, longest)}… ${sha256(text).slice(0, 8)}`;
}

export { instanceOf as t };