import { b as oneLine } from "./base.js";
import { n as placeText, r as useText } from "./report-places.js";
import { t as renderedFrom } from "./report-rendered-from.js";

// src/report/views/text/finding-lines.ts
const mostPlaces = 3;
const signs = {
	error: "✗",
	warning: "?",
	faint: "·"
};
/** The findings of one section, grouped by image. */
function findingLines(findings, telling) {
	const { report, palette, mark } = telling;
	const uses = new Map(report.uses.map((use) => [use.id, use]));
	const manyEnvironments = new Set(report.uses.map(({ environment }) => environment)).size > 1;
	const context = {
		...telling,
		uses,
		manyEnvironments,
		renderedFrom: renderedFrom(report)
	};
	const groups = Map.groupBy(findings, ({ image }) => image);
	let before;
	return [...groups].flatMap(([image, same]) => [...image === null ? [] : [`${palette[mark](signs[mark])} ${palette.strong(oneLine(image) || "(empty)")}`], ...same.flatMap((finding) => {
		const lines = oneFinding(finding, context, before);
		before = finding;
		return [...lines, ""];
	})]);
}
function oneFinding(finding, context, before) {
	const { severity, code, status, message } = finding;
	const { palette, mark } = context;
	const old = status === "old" ? ", not new" : "";
	const place = finding.location === null ? "" : `${oneLine(placeText(finding.location))}  `;
	return [
		`${finding.image === null ? palette[mark](signs[mark]) : " "} ${place}${palette.faint(`${severity} ${code}${old}`)}`,
		`    ${oneLine(message)}`,
		...remedy(finding, before),
		...more(finding, context).map((line) => palette.faint(`    ${line}`))
	];
}
/** Why and what to do; where one registry is down, that is the same for each of its images. */
function remedy({ cause, fix }, before) {
	if (before !== void 0 && cause === before.cause && sameFix(fix, before.fix)) return [fix === null ? "    why   as above" : "    why, fix   as above"];
	const what = fix === null ? [] : [`    fix   ${oneLine(fix.text)}`];
	const commands = fix?.commands.map((command) => `          $ ${oneLine(command)}`) ?? [];
	const snippet = fix?.snippet?.map((line) => `          ${oneLine(line)}`) ?? [];
	return [
		`    why   ${oneLine(cause)}`,
		...what,
		...commands,
		...snippet
	];
}
function sameFix(one, other) {
	return one?.text === other?.text && one?.commands.join("\n") === other?.commands.join("\n");
}
function more(finding, context) {
	const { related, notChecked, kubelet, environment, evidence } = finding;
	const { verbose, manyEnvironments } = context;
	return [
		...listed("used by", usesOf(finding, context), verbose),
		...listed("rendered from", context.renderedFrom(finding), verbose),
		...listed("also at", related.map(placeText), verbose),
		...manyEnvironments && environment !== null ? [`in environment ${oneLine(environment)}`] : [],
		...notChecked.length > 0 ? [`not looked at because of this: ${notChecked.join(", ")}`] : [],
		...kubelet !== null && finding.verdict !== "unknown" ? [`kubelet  ${oneLine(`${kubelet.reason}: ${kubelet.message}`)}`] : [],
		...verbose ? evidence.map(evidenceText) : []
	];
}
function usesOf({ uses }, context) {
	const texts = uses.flatMap((id) => {
		const use = context.uses.get(id);
		return use === void 0 ? [] : [useText(use, false)];
	});
	return [...new Set(texts)];
}
function listed(label, values, verbose) {
	if (values.length === 0) return [];
	const shown = verbose ? values : values.slice(0, mostPlaces);
	const left = values.length - shown.length;
	const others = left > 0 ? `; ${left} more` : "";
	return [`${label}  ${shown.map(oneLine).join("; ")}${others}`];
}
/** One request as evidence: what was sent, with whose eyes, and what came back. */
function evidenceText({ method, url, status, failure, codes, credentials }) {
	const answer = status === null ? failure ?? "no answer" : String(status);
	const said = codes.length > 0 ? ` ${codes.join(" ")}` : "";
	return oneLine(`${method} ${url} → ${answer}${said} (credentials: ${credentials})`);
}
/** For a section that only counts. */
function briefLine({ image, code, message, location }) {
	const where = location === null ? "" : ` (${placeText(location)})`;
	return oneLine(`${code}: ${image ?? message}${where}`);
}

export { findingLines as n, briefLine as t };