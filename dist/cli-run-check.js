import { i as check, n as createWorld, r as resolveRequest, t as registryLoader } from "./process-registry-loader.js";
import { t as oneLine } from "./report-escape-terminal.js";
import { n as repositoryRoot, t as exitCode } from "./report-exit-code.js";
import { n as settings } from "./config-settings.js";
import { t as createFiles } from "./process-files.js";
import { a as splitList } from "./config-values.js";
import { n as flagOf } from "./cli-program.js";
import { i as writeStandardOutput, n as terminal, r as wantsColour, t as readStandardInput } from "./cli-streams.js";
import process from "node:process";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { open, realpath, writeFile } from "node:fs/promises";

// src/cli/progress.ts
const clearLine = "\r\x1B[2K";
/** A log for a person at a terminal. `quiet` says nothing; `debug` adds what only a developer wants. */
function createLog(output, mode) {
	const shows = output.isTTY && !mode.quiet;
	let isShown = false;
	const clear = () => {
		if (isShown) output.write(clearLine);
		isShown = false;
	};
	return {
		progress(step) {
			if (shows) output.write(clearLine + sentence(step).slice(0, Math.max(20, output.columns - 1)));
			isShown = shows;
		},
		debug(text) {
			if (!mode.debug) return;
			clear();
			output.write(`${plain(text)}\n`);
		},
		[Symbol.dispose]: clear
	};
}
function sentence({ stage, done, total, label }) {
	return `${stage === "render" ? "Rendering" : "Asking registries"} ${done}/${total}  ${plain(label)}`;
}
function plain(text) {
	return text.replace(/\p{C}/gu, " ");
}

// src/cli/below-root.ts
/**
* What is checked, and values files, are told from the root, since the report names them so. A program that is named by
* a path, not by its name alone, is told absolutely. Other files stay as they were written.
*/
async function belowRoot(raw, root) {
	const { paths, values, ...rest } = raw;
	const given = await Promise.all(splitList(values ?? []).map(real));
	const checked = await Promise.all((paths ?? []).map(async (path) => path === "-" ? path : fromRoot(root, await real(path))));
	return {
		raw: {
			...rest,
			...programs(raw),
			...paths && { paths: checked },
			...values && { values: given.map((file) => fromRoot(root, file)) }
		},
		granted: given.filter((file) => fromRoot(root, file).startsWith(".."))
	};
}
function programs(raw) {
	const named = ["helm-path", "kustomize-path"].map((name) => [name, raw[name]?.map(programPath)]);
	return Object.fromEntries(named.filter(([, value]) => value !== void 0));
}
function programPath(program) {
	return /[/\\]/.test(program) ? resolve(program) : program;
}
/** Without links, as the root is; what does not exist stays as it is, to be named in the report. */
async function real(path) {
	return realpath(path).catch(() => resolve(path));
}
function fromRoot(root, path) {
	const below = relative(root, path);
	return isAbsolute(below) ? path : below.split(sep).join("/") || ".";
}

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
	const { granted, ...fromRoot } = await belowRoot(raw, root);
	const resolved = await resolveRequest({
		...fromRoot,
		withoutSecrets: false,
		offline: command === "list",
		stdin,
		spell,
		files: anyFile(),
		root: createFiles(root),
		environment: (name) => process.env[name]
	});
	return resolved.kind === "wrong" ? resolved : {
		...resolved,
		root,
		granted
	};
}
const tooMuchInput = {
	where: "-",
	why: "standard input is larger than 64 MiB; check parts of it"
};
/** A person may name any file of theirs by a flag. */
function anyFile() {
	const files = createFiles(resolve("/"));
	return {
		read: (path, limit) => files.read(resolve(path), limit),
		kind: (path) => files.kind(resolve(path)),
		native: (path) => resolve(path)
	};
}
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
		width: output === void 0 ? process.stdout.columns : void 0
	});
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
async function checkAndShow({ command, view }, { request, run, root, granted }) {
	using log = createLog(terminal(), {
		quiet: view.quiet,
		debug: process.env["RUNNER_DEBUG"] === "1"
	});
	const registry = registryLoader({
		environments: request.environments,
		run,
		forbidPrivateAddresses: false
	});
	await using world = await createWorld({
		root,
		granted,
		timeoutMs: run.timeoutMs,
		log,
		registry
	});
	const base = run.base === void 0 ? void 0 : {
		kind: "revision",
		revision: run.base
	};
	const { report, problems } = await check({
		...request,
		base
	}, world);
	log[Symbol.dispose]();
	await show(report, view, command);
	const code = exitCode(report, request.policy.onUnknown, problems);
	return command === "list" && code === 1 ? 0 : code;
}
function wrongCall(problems) {
	for (const { where, why } of problems) process.stderr.write(`${oneLine(`${where}: ${why}`)}\n`);
	return 2;
}

export { runCheck };