import { t as acrossEnvironments } from "./report-across-environments.js";

// src/report/sections.ts
/** Sorts the findings into the sections of text and Markdown. */
function sectionsOf({ findings }) {
	const groups = Map.groupBy(findings, sectionOf);
	const of = (section) => acrossEnvironments(groups.get(section) ?? []);
	return {
		broken: of("broken"),
		untold: of("untold"),
		advice: of("advice"),
		notChecked: of("notChecked"),
		old: of("old"),
		ignored: of("ignored")
	};
}
function sectionOf({ counts, ignored, severity, verdict, image }) {
	if (ignored !== null) return "ignored";
	if (severity === "off") return "off";
	if (!counts) return "old";
	if (severity === "error") return "broken";
	if (verdict === "unknown" && image !== null) return "untold";
	return verdict === "not-checked" ? "notChecked" : "advice";
}

// src/report/places.ts
/** `charts/shop/values.yaml:12:8`, as editors and terminals open it; standard input has the name that compilers give it. */
function placeText({ file, line, column }) {
	const position = [line, line === null ? null : column].filter((part) => part !== null);
	return [file === "-" ? "<stdin>" : file, ...position].join(":");
}
/** `Deployment shop/web, container web`. */
function useText({ workload, container, environment }, withEnvironment) {
	const { kind, namespace, name } = workload;
	return `${`${kind} ${namespace === null ? name : `${namespace}/${name}`}`}${container === null ? "" : `, container ${container}`}${withEnvironment ? ` (${environment})` : ""}`;
}

export { useText as n, sectionsOf as r, placeText as t };