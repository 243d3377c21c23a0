import { printableJson } from '../../report/escape/json.ts'
import type { Triage } from '../types.ts'

/** The triage as JSON; `workloads` holds what is broken, the first layer first. */
export function triageJson(triage: Triage): string {
  return `${printableJson(triage, 2)}\n`
}
