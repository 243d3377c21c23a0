import { n as safeLines, t as oneLine } from "./report-escape-terminal.js";
import { n as useText, r as sectionsOf, t as placeText } from "./report-places.js";
import { n as counted } from "./report-words-quote.js";
import { n as findingLines } from "./report-text-finding-lines.js";

// src/report/text/inventory.ts
/** The inventory for a terminal: each image with the places that use it, then what is wrong without asking. */
function inventoryText(report, palette) {
	const uses = new Map(report.uses.map((use) => [use.id, use]));
	const images = report.images.flatMap(({ reference, uses: ids }) => [palette.strong(oneLine(reference)), ...ids.flatMap((id) => uses.get(id) ?? []).map((use) => `  ${place(use)}${oneLine(useText(use, false))}`)]);
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