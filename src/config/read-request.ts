import { configNames } from './find-config.ts'
import { join } from 'node:path/posix'
import { readCustomResources } from './custom-resources.ts'
import { readEnvironments } from './environments.ts'
import { NamedFiles } from './named-files.ts'
import { readPolicy } from './policy.ts'
import type { Reader } from './reader.ts'
import type { CallFacts } from './call-facts.ts'
import { readSources } from './sources.ts'
import { readSuppliedSecrets } from './supplied-secrets.ts'
import type { CheckRequest } from './types.ts'
import { parseBytes } from './values.ts'

const twoGiB = 2 ** 31

/** What is to be checked, for which nodes and by which rules. */
export async function readRequest(reader: Reader, facts: CallFacts): Promise<CheckRequest> {
  const { stdin, withoutSecrets, offline, environment, root } = facts
  const files = new NamedFiles(facts, reader)
  const sources = await readSources(reader, root)
  const optional = (name: 'helm-path' | 'kustomize-path') => reader.decide(name, [reader.text(name)], undefined)
  return {
    paths: sources.length > 0 ? [] : reader.decide('paths', [reader.entries('paths')], ['.']),
    stdin,
    sources,
    exclude: readExclude(reader),
    chart: readChartFlags(reader),
    environments: await readEnvironments(reader, files),
    pullSecrets: await readSuppliedSecrets(reader, { files, environment, withoutSecrets }),
    policy: readPolicy(reader),
    depth: readDepth(reader),
    customResources: readCustomResources(reader),
    checkImageLike: readImageLike(reader) === 'check',
    largeImageBytes: readLargeImage(reader),
    programs: { helm: optional('helm-path'), kustomize: optional('kustomize-path') },
    withoutSecrets,
    offline,
    configFile: reader.file?.path,
    configuredBy: [...configPaths(reader, facts), ...files.inside],
  }
}

/** The file that is read, and those that would be if they were there: a change may have deleted one. */
function configPaths({ file }: Reader, { raw }: CallFacts): readonly string[] {
  if (raw.config?.at(-1)) return file === undefined ? [] : [file.path]
  const at = configNames.findIndex(name => name === file?.path)
  return at === -1 ? configNames : configNames.slice(0, at + 1)
}

/** Globs of the file are relative to its folder, but those that begin with `**` hold everywhere. */
function readExclude(reader: Reader): readonly string[] {
  const { folder = '.', config } = reader.file ?? {}
  const written = config?.exclude?.map(glob => (glob.startsWith('**') ? glob : join(folder, glob)))
  return reader.decide('exclude', [reader.list('exclude'), reader.written<readonly string[]>(['exclude'], written)], [])
}

function readChartFlags(reader: Reader): CheckRequest['chart'] {
  const text = (name: 'release' | 'namespace' | 'kube-version') => reader.decide(name, [reader.text(name)], undefined)
  const list = (name: 'values' | 'api-versions') => reader.decide(name, [reader.list(name)], [])
  // a value may hold commas: helm splits them itself; it may be a password too
  const set = reader.entries('set')
  const keys = set?.value.map(assignment => `${assignment.split('=', 1)[0]}=***`).join(', ')
  return {
    values: list('values'),
    set: reader.decide('set', [set && { ...set, shown: keys }], []),
    setAt: set?.value.map(() => (set.origin.kind === 'call' ? { spelled: set.origin.spelled } : { spelled: 'set' })),
    release: text('release'),
    namespace: text('namespace'),
    kubeVersion: text('kube-version'),
    apiVersions: list('api-versions'),
  }
}

function readDepth(reader: Reader): CheckRequest['depth'] {
  const written = reader.written(['depth'], reader.file?.config.depth)
  return reader.decide('depth', [reader.choice('depth', ['manifest', 'blobs']), written], 'manifest')
}

function readImageLike(reader: Reader): 'list' | 'check' {
  const name = 'image-like-strings'
  const written = reader.written([name], reader.file?.config[name])
  return reader.decide(name, [reader.choice(name, ['list', 'check']), written], 'list')
}

function readLargeImage(reader: Reader): number {
  const size = reader.written(['large-image-bytes'], reader.file?.config['large-image-bytes'])
  const parsed = size && parseBytes(String(size.value))
  if (size !== undefined && parsed?.kind === 'wrong') reader.wrong(size.origin, `\`${size.value}\` ${parsed.why}`)
  const written =
    size && parsed?.kind === 'value' ? { ...size, value: parsed.value, shown: String(size.value) } : undefined
  return reader.decide('large-image-bytes', [reader.bytes('large-image-bytes'), written], twoGiB)
}
