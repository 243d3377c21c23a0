import type { ReportFinding } from './schema.ts'

/** Findings that differ in nothing but the environment, told once: `environment` then names each of them. */
export function acrossEnvironments(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  if (new Set(findings.map(({ environment }) => environment)).size < 2) return findings
  return [...Map.groupBy(findings, sameness).values()].flatMap(merged)
}

function sameness({ code, severity, status, location, image, platform, message, cause, fix }: ReportFinding): string {
  return JSON.stringify([code, severity, status, location, image, platform, message, cause, fix])
}

function merged(same: readonly ReportFinding[]): readonly ReportFinding[] {
  const [first] = same
  const environments = new Set(same.map(({ environment }) => environment).filter(name => name !== null))
  // two findings of one environment are two things
  if (first === undefined || environments.size < same.length) return same
  const uses = [...new Set(same.flatMap(finding => finding.uses))]
  return [{ ...first, uses, environment: [...environments].join(', ') }]
}
