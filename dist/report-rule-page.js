// src/report/rule-page.ts
const pages = "https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules";
/** Where a person reads what a code means, how to prove it and how to mend it. */
function rulePage(code) {
	return `${pages}/${code}.md`;
}

export { rulePage as t };