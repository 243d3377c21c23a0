import { t as _light_node_process_default } from "./_light_node_process.js";
import { r as CommanderError, t as buildProgram } from "./cli-program.js";
import { t as oneLine } from "./report-escape-terminal.js";

// src/cli/run.ts
/** Runs one command; gives the exit code. Each command is loaded when it is asked for. */
async function run(call) {
	switch (call.command) {
		case "check":
		case "list": return (await import("./cli-run-check.js")).runCheck(call);
		case "demo": return (await import("./demo-run.js")).runDemo();
		case "explain": return (await import("./cli-run-explain.js")).runExplain(call);
		case "triage": return (await import("./cli-run-triage.js")).runTriage(call);
		case "walkthrough": return (await import("./demo-walkthrough-run.js")).runWalkthrough(call);
	}
}

// src/cli/start.ts
const wrongCall = 2;
/** The whole program, from the command line to the exit code. Never rejects. */
async function start() {
	try {
		await call();
	} catch (error) {
		_light_node_process_default.stderr.write(`will-it-pull met a mistake of its own: ${messageChain(error)}\n`);
		_light_node_process_default.stderr.write("Please report it with the command that you ran.\n");
		_light_node_process_default.exitCode = wrongCall;
	}
}
async function call() {
	const program = buildProgram(async (asked) => {
		_light_node_process_default.exitCode = await run(asked);
	});
	program.exitOverride();
	for (const command of program.commands) command.exitOverride();
	try {
		await program.parseAsync(_light_node_process_default.argv);
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		_light_node_process_default.exitCode = error.exitCode === 0 ? 0 : wrongCall;
	}
}
for (const stream of [_light_node_process_default.stdout, _light_node_process_default.stderr]) stream.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
function messageChain(error) {
	if (!(error instanceof Error)) return oneLine(String(error));
	const text = (_light_node_process_default.env["RUNNER_DEBUG"] === "1" ? error.stack ?? error.message : error.message).split("\n").map(oneLine).join("\n");
	return error.cause === void 0 ? text : `${text}: ${messageChain(error.cause)}`;
}

export { start };