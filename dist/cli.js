#!/usr/bin/env node
import { r as CommanderError, t as buildProgram } from "./cli-program.js";
import process from "node:process";

// src/cli/run.ts
/** Runs one command; gives the exit code. Each command is loaded when it is asked for. */
async function run(call) {
	switch (call.command) {
		case "check":
		case "list": return (await import("./cli-run-check.js")).runCheck(call);
		case "demo": return (await import("./demo-run.js")).runDemo();
	}
}

// src/cli/main.ts
const wrongCall = 2;
const oldestNode = 24;
async function main() {
	const [major = 0] = process.versions.node.split(".").map(Number);
	if (major < oldestNode) {
		process.stderr.write(`will-it-pull needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.\n`);
		process.exitCode = wrongCall;
		return;
	}
	const program = buildProgram(async (call) => {
		process.exitCode = await run(call);
	});
	program.exitOverride();
	for (const command of program.commands) command.exitOverride();
	try {
		await program.parseAsync(process.argv);
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		process.exitCode = error.exitCode === 0 ? 0 : wrongCall;
	}
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	await main();
} catch (error) {
	process.stderr.write(`will-it-pull met a mistake of its own: ${messageChain(error)}\n`);
	process.stderr.write("Please report it with the command that you ran.\n");
	process.exitCode = wrongCall;
}
function messageChain(error) {
	if (!(error instanceof Error)) return String(error);
	const text = process.env["RUNNER_DEBUG"] === "1" ? error.stack ?? error.message : error.message;
	return error.cause === void 0 ? text : `${text}: ${messageChain(error.cause)}`;
}

export {  };