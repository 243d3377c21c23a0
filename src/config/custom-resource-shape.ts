import { z } from 'zod'

const fieldPath = z
  .string()
  .max(200, 'is too long: a path has 200 characters at most')
  .regex(
    /^[\w-]+(?:\[\])?(?:\.(?:[\w-]+(?:\[\])?|\*)){0,19}$/,
    'must be a path of fields from the top of the object, like `spec.image`; `[]` stands for every item of a list (`spec.plugins[].image`), `*` for every value of a map',
  )
const fieldPaths = z.array(fieldPath).max(20, 'has more than 20 entries')
const fieldName = z
  .string()
  .regex(/^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}$/, 'must be the name of a field below `at`, like `tag` or `image.tag`')
const part = z.string().min(1, 'must not be empty').max(255, 'is too long: it has 255 characters at most')

const defaultParts = z.strictObject({
  registry: part.optional().describe('Registry that the operator takes'),
  repository: part.optional().describe('Repository that the operator takes'),
  tag: part.optional().describe('Tag that the operator takes, in quotes'),
})

const imageParts = z.strictObject({
  at: fieldPath.describe('Path of the map that has the parts'),
  registry: fieldName.optional().describe('Its field with the registry; default: registry'),
  repository: fieldName.optional().describe('Its field with the repository; default: repository'),
  tag: fieldName.optional().describe('Its field with the tag; default: tag'),
  digest: fieldName.optional().describe('Its field with the digest, which wins over the tag; default: digest'),
  defaults: defaultParts.optional().describe('What the operator takes for a part that is not written'),
})

/** An entry of `custom-resources`: where objects of a kind name images. */
export const customResource = z.strictObject({
  kind: z
    .string()
    .regex(
      /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\/[A-Z][A-Za-z0-9]{0,62}$/,
      'must be the group, in small letters, and the kind, without a version: `acme.io/App`',
    )
    .describe('Group and kind, like acme.io/App; every version of it is meant'),
  images: fieldPaths.optional().describe('Paths of whole references'),
  'image-parts': z
    .array(imageParts)
    .max(20, 'has more than 20 entries')
    .optional()
    .describe('Maps whose fields together are a reference'),
  containers: fieldPaths.optional().describe('Paths of objects that are written like a container'),
  'pod-templates': fieldPaths.optional().describe('Paths of pod templates: the pod is below, at spec'),
  'pod-specs': fieldPaths.optional().describe('Paths of objects that are written like the spec of a pod'),
  'pull-secrets': fieldPath
    .optional()
    .describe(
      'Path of the pull secrets of pods that name none themselves: a name, a list of names, or of maps with name',
    ),
  'service-account': fieldPath
    .optional()
    .describe('Path of the name of the ServiceAccount of pods that name none themselves'),
  namespace: fieldPath.optional().describe('Path of the namespace of the pods, where it is not that of the object'),
})

/** The shapes of what stands in an entry. */
export const partShapes = { 'image-parts': imageParts, defaults: defaultParts }

export type ConfigResource = z.infer<typeof customResource>
