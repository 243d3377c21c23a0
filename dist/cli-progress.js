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
const verbs = {
	render: "Rendering",
	probe: "Asking registries",
	wait: "Waiting for images"
};
function sentence({ stage, done, total, label }) {
	return `${verbs[stage]} ${done}/${total}  ${plain(label)}`;
}
function plain(text) {
	return text.replace(/\p{C}/gu, " ");
}

export { createLog as t };