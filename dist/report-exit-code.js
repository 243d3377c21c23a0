import { t as _light_node_process_default } from "./_light_node_process.js";

// src/process/interruption.ts
const exitCodes = {
	SIGINT: 130,
	SIGTERM: 143
};
/**
* Until it is disposed, the first signal asks the run to come to an end: children have process groups of their own, and
* folders are to be removed. The second one ends the process as if nobody listened.
*/
function watchInterruption() {
	const controller = new AbortController();
	let exitCode;
	const interrupt = (name) => {
		exitCode = name === "SIGTERM" ? exitCodes.SIGTERM : exitCodes.SIGINT;
		ignore();
		controller.abort();
	};
	const ignore = () => {
		for (const name of Object.keys(exitCodes)) _light_node_process_default.off(name, interrupt);
	};
	for (const name of Object.keys(exitCodes)) _light_node_process_default.on(name, interrupt);
	return {
		signal: controller.signal,
		get exitCode() {
			return exitCode;
		},
		[Symbol.dispose]: ignore
	};
}

// src/report/exit-code.ts
/**
* 0 for `pass`, 1 for `fail`, 0 or 1 for `unknown` as the user set; 2 where nothing could be checked for a reason of the
* call itself: paths that match nothing, no renderer, every source failed to render.
*/
function exitCode(report, onUnknown, callProblems) {
	if (couldNotStart(report, callProblems)) return 2;
	switch (report.verdict) {
		case "pass": return 0;
		case "fail": return 1;
		case "unknown": return onUnknown === "fail" ? 1 : 0;
	}
}
function couldNotStart({ sources, untouched = [] }, callProblems) {
	if (sources.some(({ status }) => status === "rendered")) return false;
	return sources.some(({ status, reason }) => status === "failed" || reason === "no-program") || callProblems.length > 0 && untouched.length === 0;
}

export { watchInterruption as n, exitCode as t };