// src/process/slots.ts
/** Lets at most `count` pieces of work run at a time; the others wait in their order. */
function createSlots(count) {
	let free = count;
	const waiting = [];
	const take = async () => {
		if (free > 0) free -= 1;
		else await new Promise((resolve) => waiting.push(resolve));
	};
	const giveBack = () => {
		const next = waiting.shift();
		if (next === void 0) free += 1;
		else next();
	};
	return async (work) => {
		await take();
		try {
			return await work();
		} finally {
			giveBack();
		}
	};
}

export { createSlots as t };