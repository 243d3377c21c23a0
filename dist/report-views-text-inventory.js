import { b as oneLine, x as safeLines } from "./base.js";
import { n as placeText, r as useText } from "./report-places.js";
import { n as sectionsOf } from "./report-rendered-from.js";
import { w as counted } from "./words.js";
import { n as findingLines } from "./report-views-text-finding-lines.js";

// src/report/views/text/inventory.ts
/** The inventory for a terminal: each image with the places that use it, once where several sets of values agree, then what is wrong without asking. */
function inventoryText(report, palette) {
	const uses = new Map(report.uses.map((use) => [use.id, use]));
	const images = report.images.flatMap(({ reference, uses: ids }) => [palette.strong(oneLine(reference)), ...new Set(ids.flatMap((id) => uses.get(id) ?? []).map((use) => `  ${place(use)}${oneLine(useText(use, false))}`))]);
	return safeLines(`${[
		...images,
		"",
		...problemLines(report, palette),
		summary(report)
	].join("\n")}\n`);
}
function place({ location }) {
	return location === null ? "" : `${oneLine(placeText(location))}  `;
}
function problemLines(report, palette) {
	const { broken, untold, notChecked } = sectionsOf(report);
	const findings = [
		...broken,
		...untold,
		...notChecked
	];
	return findingLines(findings, {
		report,
		mark: "warning",
		palette,
		verbose: false
	});
}
function summary({ summary: { images, uses, sources } }) {
	return `${counted(images, "image")} in ${counted(uses, "use")} of ${counted(sources, "source")}; nothing was asked of any registry.`;
}

export { inventoryText };