import { t as _light_node_process_default } from "./_light_node_process.js";
import { t as oneLine } from "./report-escape-terminal.js";
import { n as show, r as checkOnce, t as outputProblem } from "./cli-show.js";
import { t as resolveRequest } from "./config-resolve.js";
import { n as settings } from "./config-settings.js";
import { t as anyFiles } from "./process-any-files.js";
import { n as belowRoot, r as repositoryRoot, t as nodeConfiguration } from "./process-node-configuration.js";
import { t as createFiles } from "./process-files.js";
import { n as flagOf } from "./cli-program.js";
import { i as writeStandardOutput, t as readStandardInput } from "./cli-streams.js";
import { resolve } from "node:path";

// src/cli/resolve-call.ts
/** Reads standard input where it is asked for, finds the root, and makes the request of the flags and the configuration. */
async function resolveCall({ command, raw }) {
	const paths = raw.paths ?? [];
	const root = await repositoryRoot(resolve(paths.find((path) => path !== "-") ?? "."));
	const stdin = paths.includes("-") ? await readStandardInput() : "";
	if (stdin === void 0) return {
		kind: "wrong",
		problems: [tooMuchInput]
	};
	const { granted, ...fromRoot } = belowRoot(raw, {
		root,
		working: resolve(".")
	});
	const resolved = await resolveRequest({
		...fromRoot,
		withoutSecrets: false,
		offline: command === "list",
		stdin,
		spell,
		files: anyFiles(resolve(".")),
		root: createFiles(root),
		environment: (name) => _light_node_process_default.env[name]
	});
	if (resolved.kind === "wrong") return resolved;
	if (resolved.run.changedOnly === true && resolved.run.base === void 0) return {
		kind: "wrong",
		problems: [withoutBase]
	};
	return {
		...resolved,
		root,
		granted: [...granted, ...nodeConfiguration(resolved.request, root)]
	};
}
const withoutBase = {
	where: "--changed-only",
	why: "say since when: name a revision by `--base`"
};
const tooMuchInput = {
	where: "-",
	why: "standard input is larger than 64 MiB; check parts of it"
};
function spell(name) {
	const setting = settings.find((candidate) => candidate.name === name);
	return (setting && flagOf(setting)) ?? name;
}

// src/config/explain.ts
/** Every value that holds in a run, with where it came from. */
function explainConfig({ decisions }) {
	return decisions.map(({ key, shown, origin }) => ({
		key,
		value: shown,
		source: sourceOf(origin)
	}));
}
function sourceOf(origin) {
	switch (origin.kind) {
		case "call": return `${origin.spelled.startsWith("--") ? "flag" : "input"} ${origin.spelled}`;
		case "file": return `${origin.place.file}:${origin.place.line}`;
		case "default": return "default";
	}
}

// src/cli/show-config.ts
/** Prints every value that would hold in a run, with who said so. */
async function showConfig(resolved, { format }) {
	const rows = explainConfig(resolved);
	await writeStandardOutput(format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
}
function table(rows) {
	const cells = rows.map(({ key, value, source }) => [
		key,
		value || "-",
		source
	].map(oneLine));
	const widths = [0, 1].map((column) => Math.min(60, Math.max(...cells.map((row) => row[column]?.length ?? 0))));
	return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).map((line) => `${line.trimEnd()}\n`).join("");
}

// src/cli/run-check.ts
/** `check` and `list`: the same pipeline, with and without questions. Gives the exit code. */
async function runCheck(call) {
	const unwritable = await outputProblem(call.view);
	return unwritable === void 0 ? resolveAndCheck(call) : wrongCall([{
		where: "--output",
		why: unwritable
	}]);
}
async function resolveAndCheck(call) {
	const resolved = await resolveCall(call);
	if (resolved.kind === "wrong") return wrongCall(resolved.problems);
	if (!call.view.explainConfig) return checkAndShow(call, resolved);
	await showConfig(resolved, call.view);
	return 0;
}
async function checkAndShow(call, resolved) {
	const { command, view } = call;
	if (view.fix !== void 0) return (await import("./cli-run-fix.js")).runFix(call, resolved, view.fix);
	const { report, code } = await checkOnce(resolved, view);
	await show(report, view, command);
	return command === "list" && code === 1 ? 0 : code;
}
function wrongCall(problems) {
	for (const { where, why } of problems) _light_node_process_default.stderr.write(`${oneLine(`${where}: ${why}`)}\n`);
	return 2;
}

export { runCheck };