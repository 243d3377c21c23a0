import { z } from 'zod'
import { findingCodes } from '../judge/codes.ts'
import type { Severity } from '../judge/codes.ts'
import { customResource } from './custom-resource-shape.ts'
import { registryPattern } from './values.ts'

const text = z.string().min(1, 'must not be empty')
const texts = z.array(text)
const path = text
// every file and finding is compared with every glob, so a stranger's are bounded
const glob = text.max(500, 'is too long: a glob has 500 characters at most')
const mostGlobs = 200

/** One value as after `--set key=`. */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], 'must be one value, not a list or a map')

const chart = z.strictObject({
  chart: path.describe('A chart: its folder, a packaged .tgz, or an oci:// reference'),
  values: z.array(path).optional().describe("Values files, last wins; looked for here, then in the chart's folder"),
  set: z.record(text, scalar).optional().describe('Single values, by path: { image.tag: "1.4.2" }'),
  release: text.optional().describe('Release name'),
  namespace: text.optional().describe('Namespace of the release'),
  'kube-version': text.optional().describe('Kubernetes version that the chart is rendered for, in quotes'),
  'api-versions': texts.optional().describe('API versions that the chart may ask for'),
})

const kustomization = z.strictObject({ kustomize: path.describe('Folder of a kustomization') })

const manifests = z.strictObject({ manifests: glob.describe('Plain manifests: a file or a glob') })

const registry = z.string().regex(registryPattern, 'must be a registry like `registry.local:5000`, without a scheme')

const registryOrPath = z
  .string()
  .regex(
    /^[\w.:[\]-]+(?:\/[\w.-]+)*\/?$/,
    'must be a registry or a path below one, like `ghcr.io/acme`, without a scheme or `*`',
  )

const environment = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,63}$/, 'must be letters, digits, `.`, `_` and `-`, 63 at most'),
  platforms: texts
    .min(1, 'must name a platform, like `[linux/amd64]`')
    .max(50, 'has more than 50 entries')
    .describe('Platforms of the nodes'),
  runtime: z
    .enum(['containerd', 'containerd-local', 'containerd-transfer', 'cri-o'])
    .optional()
    .describe('Container runtime of the nodes; default: containerd'),
  'node-credentials': path
    .optional()
    .describe('Logins that the nodes hold: undeclared (default), none, runner, or the path of a docker config.json'),
  'hosts-dir': path.optional().describe("Folder of the nodes' containerd hosts.toml files"),
  'registries-conf': path.optional().describe("The nodes' registries.conf, for CRI-O"),
  'ca-file': path.optional().describe("Certificates that the nodes trust besides the system's"),
  'insecure-registries': z.array(registry).optional().describe('Registries that the nodes reach without verified TLS'),
})

const secret = z
  .string()
  .regex(/^(?:[a-z0-9.-]+\/)?[a-z0-9.-]+$/, 'must be the name of a secret, or `namespace/name`')
  .describe('Name of the pull secret, or namespace/name')

const secretOfVariable = z.strictObject({
  secret,
  'from-env': z
    .string()
    .regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable')
    .describe('Environment variable that holds the value of .dockerconfigjson'),
})

const secretOfFile = z.strictObject({ secret, 'from-file': path.describe('File that holds .dockerconfigjson') })

const severity = z.enum(['error', 'warning', 'notice', 'off'] satisfies Severity[])

const ignoreRule = z.strictObject({
  image: glob.describe('Glob over the name of the image or its whole reference'),
  code: z.enum(findingCodes).optional().describe('The finding that is ignored; default: every one'),
  reason: text.describe('Why; it is listed in the report'),
  expires: z.iso.date('must be a date like `2027-01-31`').optional().describe('Last day of the rule'),
})

/** The shapes that a source may have, by the key that tells them apart. */
export const sourceShapes = { chart, kustomize: kustomization, manifests }
/** The shapes that a pull secret may have, by the key that tells them apart. */
export const secretShapes = { 'from-env': secretOfVariable, 'from-file': secretOfFile }
/** The shapes of the other entries of lists. */
export const entryShapes = { environments: environment, ignore: ignoreRule, 'custom-resources': customResource }

/** The configuration file: the one place that says what it may hold. */
export const configSchema = z
  .strictObject({
    sources: z
      .array(z.union([chart, kustomization, manifests]))
      .max(1000, 'has more than 1,000 entries')
      .min(1, 'must have an entry, or be removed: without it, the paths of the call are searched')
      .optional()
      .describe('What is rendered and checked; without it, what is found below the paths of the call'),
    exclude: z
      .array(glob)
      .max(mostGlobs, `has more than ${mostGlobs} entries`)
      .optional()
      .describe('Globs of paths that are left out'),
    environments: z
      .array(environment)
      .min(1, 'must have an entry, or be removed: without it, there is one with linux/amd64')
      .max(50, 'has more than 50 entries')
      .optional()
      .describe('What the nodes are; without it, one named default with linux/amd64'),
    'pull-secrets': z
      .array(z.union([secretOfVariable, secretOfFile]))
      .max(200, 'has more than 200 entries')
      .optional()
      .describe('Contents of pull secrets that are not in the repository'),
    rules: z
      .partialRecord(z.enum(findingCodes), severity)
      .optional()
      .describe('Severity by finding code: error, warning, notice, off'),
    ignore: z
      .array(ignoreRule)
      .max(1000, 'has more than 1,000 entries')
      .optional()
      .describe('Findings that are listed but do not fail the run'),
    'allowed-registries': z
      .array(registryOrPath)
      .optional()
      .describe('Registries, or paths below one, that may be used'),
    'on-unknown': z
      .enum(['warn', 'fail'])
      .optional()
      .describe('What an outcome that could not be told does to the run; default: warn'),
    'fail-on': z
      .enum(['new', 'all'])
      .optional()
      .describe('Whether breakage from before the change fails the run; default: new'),
    depth: z
      .enum(['manifest', 'blobs'])
      .optional()
      .describe('How far to look: up to the manifests (default), or every layer too'),
    'image-like-strings': z
      .enum(['list', 'check'])
      .optional()
      .describe('Texts outside of image fields that look like images: list them (default), or check them as warnings'),
    'custom-resources': z
      .array(customResource)
      .max(100, 'has more than 100 entries')
      .optional()
      .describe('Where further kinds of custom resources name images'),
    'large-image-bytes': z
      .union([z.string(), z.int().positive()], 'must be a size like `2GiB`')
      .optional()
      .describe('From which size an image is called large, like 2GiB'),
  })
  .meta({ title: 'will-it-pull.yaml', description: 'Configuration of will-it-pull' })

export type Config = z.infer<typeof configSchema>
export type ConfigSource = NonNullable<Config['sources']>[number]
export type ConfigEnvironment = z.infer<typeof environment>
export type ConfigSecret = NonNullable<Config['pull-secrets']>[number]
