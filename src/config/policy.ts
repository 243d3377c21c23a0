import { findingCodes } from '../judge/codes.ts'
import type { FindingCode, Severity } from '../judge/codes.ts'
import type { Reader } from './reader.ts'
import type { IgnoreRule, Policy } from './types.ts'

/** What findings do to the run: rules and ignores are of the configuration alone. */
export function readPolicy(reader: Reader): Policy {
  const config = reader.file?.config ?? {}
  const onUnknown = reader.written(['on-unknown'], config['on-unknown'])
  const failOn = reader.written(['fail-on'], config['fail-on'])
  const allowed = reader.written<readonly string[]>(['allowed-registries'], config['allowed-registries'])
  return {
    severities: readRules(reader),
    ignores: readIgnores(reader),
    onUnknown: reader.decide('on-unknown', [reader.choice('on-unknown', ['warn', 'fail']), onUnknown], 'warn'),
    failOn: reader.decide('fail-on', [reader.choice('fail-on', ['new', 'all']), failOn], 'new'),
    allowedRegistries: reader.decide('allowed-registries', [allowed], []),
  }
}

function readRules(reader: Reader): ReadonlyMap<FindingCode, Severity> {
  const severities = new Map<FindingCode, Severity>()
  for (const [code, severity] of entriesOf(reader.file?.config.rules ?? {})) {
    reader.decide(`rules.${code}`, [reader.written(['rules', code], severity)], severity)
    severities.set(code, severity)
  }
  return severities
}

// the schema has checked the keys
function entriesOf(rules: Partial<Record<FindingCode, Severity>>): readonly (readonly [FindingCode, Severity])[] {
  return findingCodes.flatMap(code => {
    const severity = rules[code]
    return severity === undefined ? [] : [[code, severity] as const]
  })
}

function readIgnores(reader: Reader): readonly IgnoreRule[] {
  return (reader.file?.config.ignore ?? []).map((rule, index) => {
    const place = reader.placeOf(['ignore', index])
    const { image, code, reason, expires } = rule
    const until = expires === undefined ? '' : ` until ${expires}`
    const shown = `${code ?? 'everything'} of ${image}${until}: ${reason}`
    reader.note({ key: `ignore[${index}]`, shown, origin: { kind: 'file', place } })
    return { image, code, reason, expires, place }
  })
}
