import { z } from 'zod'

/**
 * SARIF 2.1.0 as far as it is written here, by the JSON schema of the standard (docs.oasis-open.org, sarif-schema-2.1.0):
 * objects are closed, as there, and texts that may not be empty are not. Beside it stands what GitHub asks for (docs,
 * "SARIF support for code scanning").
 */
const text = z.string().min(1)
const level = z.enum(['error', 'warning', 'note', 'none'])
const message = z.strictObject({ text })
const positive = z.int().min(1)

const rule = z.strictObject({
  id: text.max(255),
  name: text.max(255),
  shortDescription: z.strictObject({ text: text.max(1024) }),
  fullDescription: z.strictObject({ text: text.max(1024) }),
  help: z.strictObject({ text, markdown: text }),
  helpUri: z.url(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({
    precision: z.enum(['very-high', 'high', 'medium', 'low']),
    'problem.severity': z.enum(['error', 'warning', 'recommendation']),
    tags: z.array(text).max(20),
  }),
})

const region = z
  .strictObject({ startLine: positive, startColumn: positive, endLine: positive, endColumn: positive })
  .refine(({ startLine, endLine }) => endLine >= startLine)
  .refine(({ startLine, endLine, startColumn, endColumn }) => endLine > startLine || endColumn >= startColumn)

/** A relative reference of RFC 3986 that stays below where it begins. */
const relative = text
  .regex(/^(?:[\w.~!$&'()*+,;=@-]|%[0-9A-F]{2})+(?:\/(?:[\w.~!$&'()*+,;=@-]|%[0-9A-F]{2})+)*$/)
  .refine(uri => !uri.split('/').some(part => part === '.' || part === '..'))

const result = z.strictObject({
  ruleId: text,
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.tuple([
    z.strictObject({
      physicalLocation: z.strictObject({
        artifactLocation: z.strictObject({ uri: relative, uriBaseId: text }),
        region,
      }),
    }),
  ]),
  partialFingerprints: z.strictObject({ 'willItPull/v1': text }),
  properties: z.looseObject({}),
})

const notification = z.strictObject({ level, message, descriptor: z.strictObject({ id: text }).optional() })

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({ name: text, semanticVersion: text, informationUri: z.url(), rules: z.array(rule) }),
  }),
  automationDetails: z.strictObject({ id: text.regex(/^will-it-pull\/[^/]*\/$/) }),
  columnKind: z.literal('utf16CodeUnits'),
  invocations: z.tuple([
    z.strictObject({ executionSuccessful: z.literal(true), toolExecutionNotifications: z.array(notification) }),
  ]),
  results: z.array(result).max(5000),
})

/** What code scanning takes; parse with it. */
export const sarifShape = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.tuple([run]) })
