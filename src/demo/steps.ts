import type { DemoRegistries } from './registries.ts'

/** The workload's files, by path. */
export type DemoFiles = Readonly<Record<string, string>>

/** One variable that is mended, and nothing else. */
export interface DemoStep {
  readonly title: string
  readonly mend: (files: DemoFiles, registries: DemoRegistries) => DemoFiles
}

/** From the first thing that is wrong to the last. */
export const demoSteps: readonly DemoStep[] = [
  {
    title: 'The tag of web has a digit too many: 1.27.33 becomes 1.27.3.',
    mend: files => replaceEverywhere(files, '1.27.33', '1.27.3'),
  },
  {
    title: 'The arm64 build of worker 2.9.0 was never pushed: 2.9.1 has it.',
    mend: files => replaceEverywhere(files, '2.9.0', '2.9.1'),
  },
  {
    title: 'api is private and its pods name no secret: the login is switched on.',
    mend: files => withLogin(files),
  },
  {
    title: 'The registry of cache answered 429. That is no fault of the change: a while later it answers again.',
    mend: (files, registries) => {
      registries.calmDown()
      return files
    },
  },
]

function replaceEverywhere(files: DemoFiles, from: string, to: string): DemoFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(from, to)]))
}

// the chart has a switch for it; the plain manifests have the two pieces that the switch would render
function withLogin(files: DemoFiles): DemoFiles {
  return replaceEverywhere(
    replaceEverywhere(files, 'create: false', 'create: true'),
    '# imagePullSecrets:',
    'imagePullSecrets:',
  )
}
