import { t as _light_node_process_default } from "./_light_node_process.js";
import { n as createWorld, r as check, t as networkLoader } from "./process-network-loader.js";
import { n as watchInterruption, t as exitCode } from "./report-exit-code.js";
import { h as writeFile, s as open } from "./promises.js";
import { t as createLog } from "./cli-progress.js";
import { i as writeStandardOutput, n as terminal, r as wantsColour } from "./cli-streams.js";

// src/cli/check-once.ts
/** Checks in a world of its own, with progress for a person. */
async function checkOnce({ request, run, root, granted }, view) {
	using log = createLog(terminal(), {
		quiet: view.quiet,
		debug: _light_node_process_default.env["RUNNER_DEBUG"] === "1"
	});
	using interruption = watchInterruption();
	const { signal: interrupted } = interruption;
	const network = networkLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: false
	});
	const timeoutMs = run.timeoutMs + run.waitMs;
	await using world = await createWorld({
		root,
		granted,
		timeoutMs,
		interrupted,
		log,
		network
	});
	const base = run.base === void 0 ? void 0 : {
		kind: "revision",
		revision: run.base
	};
	const { changedOnly, waitMs } = run;
	const { report, problems } = await check({
		...request,
		base,
		changedOnly,
		waitMs,
		traceAll: view.trace
	}, world);
	log[Symbol.dispose]();
	if (interrupted.aborted) _light_node_process_default.stderr.write("Interrupted: what was not known by then is told as unknown.\n");
	return {
		report,
		code: interruption.exitCode ?? exitCode(report, request.policy.onUnknown, problems),
		isInterrupted: interrupted.aborted
	};
}

// src/cli/show.ts
/** Why the file for the result can't be written, asked before the work that makes it. */
async function outputProblem({ output }) {
	if (output === void 0) return void 0;
	try {
		await (await open(output, "a")).close();
		return;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		return `the file \`${output}\` can't be written: ${reasons[code] ?? code}`;
	}
}
const reasons = {
	ENOENT: "its folder does not exist",
	ENOTDIR: "its folder is a file",
	EISDIR: "it is a folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EROFS: "the file system is read-only",
	ENOSPC: "the disk is full"
};
/** Prints the report in the format that was asked for, or writes it to a file. Views are loaded as needed. */
async function show(report, view, command) {
	const text = await render(report, view, command);
	if (view.output === void 0) await writeStandardOutput(text);
	else await writeFile(view.output, text);
}
async function render(report, view, command) {
	switch (view.format) {
		case "text": return command === "list" ? renderInventory(report, view) : renderText(report, view);
		case "json": return (await import("./report-json.js")).jsonReport(report);
		case "markdown": return (await import("./report-markdown-summary.js")).markdownSummary(report, {});
		case "sarif": return (await import("./report-sarif.js")).sarifReport(report);
		case "github": return (await import("./report-github.js")).githubCommands(report);
		case "gitlab": return (await import("./report-gitlab.js")).gitlabReport(report);
	}
}
async function renderInventory(report, view) {
	const { inventoryText } = await import("./report-text-inventory.js");
	return inventoryText(report, await paletteFor(view));
}
async function paletteFor({ output }) {
	const { colour, plain } = await import("./report-text-palette.js");
	return output === void 0 && wantsColour() ? colour : plain;
}
async function renderText(report, view) {
	const { verbose, quiet, output } = view;
	const { textReport } = await import("./report-text-text2.js");
	return textReport(report, {
		palette: await paletteFor(view),
		detail: verbose ? "verbose" : quiet ? "quiet" : "normal",
		width: output === void 0 ? _light_node_process_default.stdout.columns : void 0
	});
}

export { show as n, checkOnce as r, outputProblem as t };