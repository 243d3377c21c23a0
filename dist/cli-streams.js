import process from "node:process";

// src/cli/streams.ts
/** Standard error, where progress goes. */
function terminal() {
	return {
		isTTY: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
		columns: process.stderr.columns || 80,
		write: (text) => void process.stderr.write(text)
	};
}
const maximumBytes = 67108864;
/** The text of standard input; undefined where it is larger than 64 MiB. */
async function readStandardInput() {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of process.stdin) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > maximumBytes) return void 0;
	}
	return Buffer.concat(chunks).toString("utf8");
}
/** Writes the result and waits until it has left. */
async function writeStandardOutput(text) {
	const { promise, resolve } = Promise.withResolvers();
	process.stdout.write(text, () => resolve());
	await promise;
}
/** Whether to colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal. */
function wantsColour() {
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (NO_COLOR !== void 0 && NO_COLOR !== "") return false;
	if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "0" && FORCE_COLOR !== "") return true;
	return process.stdout.isTTY === true && TERM !== "dumb";
}

export { writeStandardOutput as i, terminal as n, wantsColour as r, readStandardInput as t };