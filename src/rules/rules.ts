import type { FindingCode } from '../judge/codes.ts'
import { accessRules } from './access.ts'
import { contentRules } from './content.ts'
import { coverageRules } from './coverage.ts'
import { existenceRules } from './existence.ts'
import { limitRules } from './limits.ts'
import { nameRules } from './name.ts'
import { networkRules } from './network.ts'
import { nodeRules } from './node.ts'
import { platformRules } from './platform.ts'
import { projectRules } from './project.ts'
import { secretPlaceRules } from './secrets-elsewhere.ts'
import { secretRules } from './secrets.ts'
import { tlsRules } from './tls.ts'
import type { RulePages } from './types.ts'

/** The page of every code. */
export const rulePages: RulePages<FindingCode> = {
  ...nameRules,
  ...networkRules,
  ...limitRules,
  ...tlsRules,
  ...secretRules,
  ...secretPlaceRules,
  ...accessRules,
  ...existenceRules,
  ...platformRules,
  ...contentRules,
  ...nodeRules,
  ...projectRules,
  ...coverageRules,
}
