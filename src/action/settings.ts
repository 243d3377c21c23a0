import type { Setting } from '../config/settings.ts'

/** Inputs that only the Action has: where the result goes. */
export const publishSettings = [
  {
    name: 'comment',
    kind: 'choice',
    choices: ['on-problems', 'always', 'never'],
    help: 'When to write the one comment on the pull request',
    default: 'on-problems',
  },
  {
    name: 'comment-key',
    kind: 'text',
    help: 'Tells several comments on one pull request, and several uploads of SARIF, apart',
    default: 'the job, with the values of its matrix',
  },
  {
    name: 'matrix',
    kind: 'text',
    help: 'Values by which the jobs of a matrix are told apart; leave this as it is',
    default: '${{ toJson(matrix) }}',
  },
  { name: 'pr-number', kind: 'text', help: 'The pull request, for events that do not name it' },
  { name: 'annotations', kind: 'boolean', help: 'Annotate the lines of the change', default: 'true' },
  {
    name: 'suggestions',
    kind: 'boolean',
    help: 'Offer fixes of one line as suggestions on the pull request',
    default: 'true',
  },
  { name: 'summary', kind: 'boolean', help: 'Write the job summary', default: 'true' },
  {
    name: 'report-from',
    kind: 'text',
    help: 'The report of another run to tell on its pull request, in a workflow on `workflow_run`; nothing is checked then',
  },
  { name: 'report-file', kind: 'text', help: 'Where the JSON report goes', default: 'a temporary file' },
  { name: 'sarif-file', kind: 'text', help: 'Where to write SARIF for code scanning', default: 'none is written' },
  { name: 'token', kind: 'text', help: 'Token for the comment', default: '${{ github.token }}' },
] as const satisfies readonly Setting[]

export type PublishSettingName = (typeof publishSettings)[number]['name']

/** What the Action gives to later steps. */
export const outputs = [
  { name: 'verdict', help: '`pass`, `fail` or `unknown`' },
  { name: 'unpullable', help: 'Number of images that a node could not pull' },
  { name: 'unknown', help: 'Number of images of which it could not be told' },
  { name: 'images', help: 'Number of images' },
  { name: 'report-file', help: 'Path of the JSON report' },
  { name: 'sarif-file', help: 'Path of the SARIF file, if one was asked for' },
  { name: 'comment-id', help: 'Id of the comment, if there is one' },
] as const
