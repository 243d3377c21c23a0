// src/report/across-environments.ts
/** Findings that differ in nothing but the environment, told once: `environment` then names each of them. */
function acrossEnvironments(findings) {
	if (new Set(findings.map(({ environment }) => environment)).size < 2) return findings;
	return [...Map.groupBy(findings, sameness).values()].flatMap(merged);
}
function sameness({ code, severity, status, location, image, platform, message, cause, fix }) {
	return JSON.stringify([
		code,
		severity,
		status,
		location,
		image,
		platform,
		message,
		cause,
		fix
	]);
}
function merged(same) {
	const [first] = same;
	const environments = new Set(same.map(({ environment }) => environment).filter((name) => name !== null));
	if (first === void 0 || environments.size < same.length) return same;
	const uses = [...new Set(same.flatMap((finding) => finding.uses))];
	return [{
		...first,
		uses,
		environment: [...environments].join(", ")
	}];
}

export { acrossEnvironments as t };