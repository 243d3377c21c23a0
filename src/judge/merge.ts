import type { Finding } from './types.ts'

/** One finding a cause: the same fact about the same image and environment lists all its uses. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const groups = Map.groupBy(findings, identity)
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const uses = new Set([first, ...others].flatMap(finding => finding.uses))
    return [{ ...first, uses: [...uses] }]
  })
}

function identity({ code, image, environment, platform, args, place, ignored }: Finding): string {
  const { reason, secrets, path, digest } = args
  return JSON.stringify([
    code,
    image,
    environment,
    platform,
    reason,
    secrets,
    path,
    digest,
    image ? null : args.namespace,
    place,
    ignored,
  ])
}
