import { O as acrossEnvironments } from "./check.js";
import { r as useText } from "./report-places.js";

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

// src/report/rendered-from.ts
/**
* The sources of a finding, where its words alone do not tell them: the same container has the same image elsewhere too
* (with another set of values, in another overlay), and there it is not so.
*/
function renderedFrom({ uses, sources }) {
	const labels = new Map(sources.map(({ id, label }) => [id, label]));
	const known = new Map(uses.map((use) => [use.id, {
		source: use.source,
		key: `${use.image} ${useText(use, true)}`
	}]));
	const byKey = (ids) => Map.groupBy(ids, (id) => known.get(id)?.key);
	const alike = byKey(known.keys());
	return (finding) => {
		const isTold = [...byKey(new Set(finding.uses))].every(([key, ids]) => ids.length === (alike.get(key)?.length ?? ids.length));
		const found = finding.uses.flatMap((id) => known.get(id)?.source ?? []).map((source) => labels.get(source) ?? source);
		return isTold ? [] : [...new Set(found)];
	};
}

export { sectionsOf as n, renderedFrom as t };