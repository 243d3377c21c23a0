#!/usr/bin/env node
import { t as _light_node_process_default } from "./process.js";
import { isAbsolute, join } from "node:path";

// src/cli/compiled-code.ts
const kept = /* @__PURE__ */ new Set(["check", "list"]);
/**
* Keeps the compiled form of our code for the next start, which then takes a tenth less. V8 runs what it finds there, so
* only a folder in the user's own home will do, and none that workflows hand on: never on a CI runner.
*/
function keepCompiledCode([command = ""]) {
	const { CI, XDG_CACHE_HOME = "", HOME = "" } = _light_node_process_default.env;
	const cache = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(HOME, ".cache");
	if (CI !== void 0 || !kept.has(command) || !isAbsolute(cache)) return;
	_light_node_process_default.getBuiltinModule("node:module").enableCompileCache(join(cache, "will-it-pull", "code"));
}

// src/cli/main.ts
const wrongCall = 2;
const oldestNode = 24;
const [major = 0] = _light_node_process_default.versions.node.split(".").map(Number);
if (major < oldestNode) {
	_light_node_process_default.stderr.write(`will-it-pull needs Node ${oldestNode} or newer; this is Node ${_light_node_process_default.versions.node}.\n`);
	_light_node_process_default.exitCode = wrongCall;
} else {
	keepCompiledCode(_light_node_process_default.argv.slice(2));
	const { start } = await import("./cli-start.js");
	await start();
}

export {  };