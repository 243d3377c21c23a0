// src/secret.ts
const contents = /* @__PURE__ */ new WeakMap();
const numbers = /* @__PURE__ */ new Map();
/** A text that must never be printed: every conversion to text gives `***`; only `reveal()` gives the content. */
var Secret = class {
	constructor(content) {
		contents.set(this, content);
	}
	/** The content itself, for the one place that sends it. */
	reveal() {
		return contents.get(this) ?? "";
	}
	/** Equal for equal contents within this process, and worthless outside it. */
	fingerprint() {
		const content = this.reveal();
		const number = numbers.get(content) ?? numbers.size;
		numbers.set(content, number);
		return String(number);
	}
	toString() {
		return "***";
	}
	toJSON() {
		return "***";
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return "***";
	}
};

export { Secret as t };