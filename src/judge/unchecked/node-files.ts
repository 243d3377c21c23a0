import type { NodeFileNote, NodeFileReason } from '../../node/types.ts'
import type { PlacedDraft } from '../placed-draft.ts'
import type { Severity } from '../codes.ts'

const severities: Readonly<Record<NodeFileReason, Severity>> = {
  'hosts-file-discarded': 'warning',
  'certificate-missing': 'notice',
  'rewrite-ignored': 'notice',
  'not-read': 'warning',
  'registries-conf-invalid': 'error',
  absent: 'error',
  denied: 'error',
  outside: 'error',
  unreadable: 'error',
}

/** What a person should know of the files that say how the nodes come to registries. */
export function nodeFiles(notes: readonly NodeFileNote[]): readonly PlacedDraft[] {
  return notes.map(({ file, line, why, detail }) => ({
    code: 'unreadable-document',
    verdict: 'not-checked',
    severity: severities[why],
    ofImage: false,
    args: { path: file, reason: `node-${why}`, detail },
    place: { file, line },
  }))
}
