import { setTimeout } from "node:timers/promises";

// src/process/clock.ts
/** Longest delay of a timer in Node; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;
/** The real clock; its deadline aborts `timeoutMs` from now. */
function createClock({ timeoutMs, interrupted }) {
	const over = AbortSignal.timeout(Math.min(timeoutMs, longestTimerMs));
	return {
		now: () => Date.now(),
		sleep,
		deadline: interrupted === void 0 ? over : AbortSignal.any([over, interrupted])
	};
}
async function sleep(milliseconds, signal) {
	try {
		await setTimeout(Math.min(milliseconds, longestTimerMs), void 0, { signal });
	} catch (error) {
		if (signal?.aborted !== true) throw error;
	}
}

export { createClock as t };