import type { Finding } from '../../judge/types.ts'
import type { Fix } from '../../suggest/types.ts'
import { accessRows } from './access.ts'
import { contentRows } from './content.ts'
import { coverageRows } from './coverage.ts'
import { existenceRows } from './existence.ts'
import { fixWords } from './fix.ts'
import { interrupted } from './interrupted.ts'
import { kubeletWords } from './kubelet.ts'
import type { KubeletWords } from './kubelet.ts'
import { nameRows } from './name.ts'
import { networkRows } from './network.ts'
import { nodeRows } from './node.ts'
import { projectRows } from './project.ts'
import { secretRows } from './secrets.ts'
import { tlsRows } from './tls.ts'
import type { Rows, Wording } from './wording.ts'

/** Everything that is said of a finding. Text from outside stands between backticks. */
export interface Words {
  readonly message: string
  readonly cause: string
  readonly fix: FixText | null
  readonly kubelet: KubeletWords | null
}

/** What to do. */
export interface FixText extends Pick<Wording, 'snippet'> {
  readonly text: string
  readonly commands: readonly string[]
}

const rows: Rows<Finding['code']> = {
  ...nameRows,
  ...networkRows,
  ...tlsRows,
  ...secretRows,
  ...accessRows,
  ...existenceRows,
  ...contentRows,
  ...nodeRows,
  ...projectRows,
  ...coverageRows,
}

/** Makes the sentences of a finding, of a run that somebody ended perhaps: the only place that does. */
export function words(finding: Finding, fix?: Fix, isInterrupted = false): Words {
  const args = isInterrupted ? interrupted(finding.args) : finding.args
  const { message, cause, fix: advice, commands = [], snippet } = rows[finding.code](args, finding)
  const known = fix && fixWords(fix)
  const usual = advice === undefined ? null : { text: advice, commands, snippet }
  return { message, cause, fix: known ?? usual, kubelet: kubeletWords(finding) }
}
