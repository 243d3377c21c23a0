import { a as SCALAR_STYLE, i as EVENT_ID, l as getScalarValue, t as lenientEvents } from "./extract-lenient-events.js";

// src/trace/span.ts
/** The lines of a text, for turning offsets into places. `firstLine` is the number of its first line in the file. */
var Lines = class {
	#starts;
	#firstLine;
	constructor(text, firstLine = 1) {
		const starts = [text.startsWith("﻿") ? 1 : 0];
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#starts = starts;
		this.#firstLine = firstLine;
	}
	placeOf({ start, end }) {
		const from = this.#positionOf(start);
		const to = this.#positionOf(end);
		return {
			...from,
			endLine: to.line,
			endColumn: to.column
		};
	}
	#positionOf(offset) {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: this.#firstLine + low,
			column: Math.max(offset - (this.#starts[low] ?? 0), 0) + 1
		};
	}
};
/** The one place of `part` within a span of `text`; undefined where there is none or more than one. */
function onlySpanOf(part, text, { start, end }) {
	const within = text.slice(start, end);
	if (within === part) return {
		start,
		end
	};
	const at = within.indexOf(part);
	if (at === -1 || within.includes(part, at + 1)) return void 0;
	return {
		start: start + at,
		end: start + at + part.length
	};
}

// src/trace/yaml-tree.ts
/** The roots of a YAML text, one a document; undefined where it can't be parsed. */
function yamlTree(text) {
	try {
		return new TreeReader(lenientEvents(text)).roots();
	} catch {
		return;
	}
}
var TreeReader = class {
	#text;
	#events;
	#original;
	#anchors = /* @__PURE__ */ new Map();
	#next = 0;
	/** End of the last thing read: where an empty scalar stands. */
	#end = 0;
	constructor({ source, events, originalOffset }) {
		this.#text = source;
		this.#events = events;
		this.#original = originalOffset;
	}
	roots() {
		const roots = [];
		for (let event = this.#take(); event !== void 0; event = this.#take()) if (event.type === EVENT_ID.DOCUMENT) this.#anchors.clear();
		else if (event.type !== EVENT_ID.POP) roots.push(this.#node(event));
		return roots;
	}
	#take() {
		const event = this.#events[this.#next];
		this.#next += 1;
		return event;
	}
	#node(event) {
		switch (event.type) {
			case EVENT_ID.SCALAR: return this.#named(event, this.#scalar(event));
			case EVENT_ID.SEQUENCE: return this.#list(event);
			case EVENT_ID.MAPPING: return this.#map(event);
			case EVENT_ID.ALIAS: return this.#aliased(event);
			case EVENT_ID.DOCUMENT:
			case EVENT_ID.POP: return this.#empty();
		}
	}
	#scalar(event) {
		if (event.valueStart === -1) return this.#empty();
		this.#end = event.valueEnd;
		return {
			kind: "scalar",
			value: getScalarValue(this.#text, event),
			start: this.#original(event.valueStart),
			end: this.#original(event.valueEnd),
			plain: event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1
		};
	}
	#list(event) {
		const items = [];
		const node = this.#named(event, {
			kind: "list",
			start: this.#original(event.start),
			items
		});
		for (const item of this.#children()) items.push(item);
		return node;
	}
	#map(event) {
		const entries = [];
		const node = this.#named(event, {
			kind: "map",
			start: this.#original(event.start),
			entries
		});
		let key;
		for (const child of this.#children()) {
			if (key !== void 0) entries.push({
				key,
				value: child
			});
			key = key === void 0 ? child : void 0;
		}
		return node;
	}
	*#children() {
		for (let event = this.#take(); event !== void 0 && event.type !== EVENT_ID.POP; event = this.#take()) yield this.#node(event);
	}
	#named(event, node) {
		if (event.anchorStart !== -1) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
		return node;
	}
	#aliased(event) {
		this.#end = event.anchorEnd;
		return this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd)) ?? this.#empty();
	}
	#empty() {
		const end = this.#original(this.#end);
		return {
			kind: "scalar",
			value: "",
			start: end,
			end,
			plain: true
		};
	}
};

// src/trace/yaml-path.ts
const mostMerges = 20;
/** The node at a path, or the deepest one on the way to it. Of equal keys the last counts; merge keys are followed. */
function nodeAt(root, path) {
	let node = root;
	for (const step of path) {
		const child = childOf(node, step, mostMerges);
		if (child === void 0) return {
			node,
			isWhole: false
		};
		node = child;
	}
	return {
		node,
		isWhole: true
	};
}
function childOf(node, step, merges) {
	if (node.kind === "list") return typeof step === "number" ? node.items[step] : void 0;
	if (node.kind === "scalar" || typeof step === "number") return void 0;
	return ownChild(node, step) ?? mergedChild(node, step, merges - 1);
}
function ownChild(node, key) {
	return node.entries.findLast((entry) => entry.key.kind === "scalar" && entry.key.value === key)?.value;
}
function mergedChild(node, key, merges) {
	const merged = merges > 0 ? ownChild(node, "<<") : void 0;
	if (merged === void 0) return void 0;
	const maps = merged.kind === "list" ? merged.items : [merged];
	for (const map of maps) {
		const child = map.kind === "map" ? childOf(map, key, merges) : void 0;
		if (child !== void 0) return child;
	}
}

export { onlySpanOf as i, yamlTree as n, Lines as r, nodeAt as t };