import { bodyFaults } from './body.ts'
import { challengeFaults } from './challenge.ts'
import { contentFaults } from './content.ts'
import { existenceFaults } from './existence.ts'
import { limitFaults } from './limits.ts'
import { networkFaults } from './network.ts'
import { policyFaults } from './policy.ts'
import { redirectFaults } from './redirect.ts'
import { tagsFaults } from './tags.ts'
import { tokenFaults } from './token.ts'

/** Every fault that needs no setting, by name. */
export const faults = {
  ...networkFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...challengeFaults,
  ...tokenFaults,
  ...existenceFaults,
  ...policyFaults,
  ...limitFaults,
  ...contentFaults,
  ...tagsFaults,
} as const

export type FaultName = keyof typeof faults
