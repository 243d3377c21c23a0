import { t as _light_node_process_default } from "./_light_node_process.js";

// src/cli/streams.ts
/** Standard error, where progress goes. */
function terminal() {
	return {
		isTTY: _light_node_process_default.stderr.isTTY === true && _light_node_process_default.env["TERM"] !== "dumb",
		columns: _light_node_process_default.stderr.columns || 80,
		write: (text) => void _light_node_process_default.stderr.write(text)
	};
}
const maximumBytes = 67108864;
/** The text of standard input; undefined where it is larger than the limit, 64 MiB unless told otherwise. */
async function readStandardInput(limit = maximumBytes) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of _light_node_process_default.stdin) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > limit) return void 0;
	}
	return Buffer.concat(chunks).toString("utf8");
}
/** Writes the result and waits until it has left. */
async function writeStandardOutput(text) {
	const { promise, resolve } = Promise.withResolvers();
	_light_node_process_default.stdout.write(text, () => resolve());
	await promise;
}
/** Whether to colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal. */
function wantsColour() {
	const { NO_COLOR, FORCE_COLOR, TERM } = _light_node_process_default.env;
	if (NO_COLOR !== void 0 && NO_COLOR !== "") return false;
	if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "0" && FORCE_COLOR !== "") return true;
	return _light_node_process_default.stdout.isTTY === true && TERM !== "dumb";
}

export { writeStandardOutput as i, terminal as n, wantsColour as r, readStandardInput as t };