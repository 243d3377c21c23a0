/** How a setting's text is read. */
export type SettingKind = 'text' | 'list' | 'boolean' | 'duration' | 'number' | 'bytes' | 'choice'

/** One setting: the same word as a flag, as an Action input and, where `file` says so, as a key of the configuration. */
export interface Setting {
  readonly name: string
  readonly kind: SettingKind
  readonly help: string
  /** What holds where nobody says anything; told in tables, applied by the resolver. */
  readonly default?: string | undefined
  readonly choices?: readonly string[] | undefined
  /** The flag's spelling where it is not `--name`; false where the command line has none. */
  readonly flag?: string | false | undefined
  /** False where the Action has no such input. */
  readonly input?: false | undefined
}

/** Every setting of a check. Commander's options, action.yml and the tables of the README are made from this. */
export const settings = [
  {
    name: 'paths',
    kind: 'list',
    help: 'Files, folders, or `-` for standard input',
    default: 'the repository',
    flag: false,
  },
  {
    name: 'config',
    kind: 'text',
    help: 'Configuration file',
    default: '`will-it-pull.yaml` or `.github/will-it-pull.yaml`',
  },
  { name: 'values', kind: 'list', help: 'Values files for charts given by path, last wins' },
  { name: 'set', kind: 'list', help: 'Single values for charts given by path, `key=value`' },
  { name: 'release', kind: 'text', help: 'Release name for charts given by path', default: 'the folder of the chart' },
  { name: 'namespace', kind: 'text', help: 'Namespace for charts given by path', default: 'default' },
  { name: 'kube-version', kind: 'text', help: 'Kubernetes version that charts are rendered for' },
  { name: 'api-versions', kind: 'list', help: 'API versions that charts may ask for' },
  {
    name: 'platforms',
    kind: 'list',
    help: "Platforms of the cluster's nodes",
    default: 'linux/amd64',
    flag: '--platform',
  },
  {
    name: 'pull-secrets',
    kind: 'list',
    help: 'Contents of pull secrets that are not in the repository, `name=<content or file>`',
    flag: '--pull-secret',
  },
  {
    name: 'docker-config',
    kind: 'text',
    help: "Folder or file with the runner's login",
    default: 'as docker finds it',
  },
  {
    name: 'node-credentials',
    kind: 'text',
    help: 'What logins the nodes hold: `undeclared`, `none`, `runner`, or a docker config.json',
    default: 'undeclared',
  },
  { name: 'hosts-dir', kind: 'text', help: "Folder of the nodes' containerd `hosts.toml` files" },
  { name: 'registries-conf', kind: 'text', help: "The nodes' `registries.conf`, for CRI-O" },
  { name: 'ca-file', kind: 'text', help: "Certificates that the nodes trust besides the system's" },
  {
    name: 'insecure-registries',
    kind: 'list',
    help: 'Registries that the nodes reach without verified TLS',
    flag: '--insecure-registry',
  },
  {
    name: 'runtime',
    kind: 'choice',
    choices: ['containerd', 'containerd-local', 'containerd-transfer', 'cri-o'],
    help: 'Container runtime of the nodes',
    default: 'containerd',
  },
  {
    name: 'on-unknown',
    kind: 'choice',
    choices: ['warn', 'fail'],
    help: 'What an outcome that could not be told does to the run',
    default: 'warn',
  },
  {
    name: 'fail-on',
    kind: 'choice',
    choices: ['new', 'all'],
    help: 'Whether breakage that was there before the change fails the run',
    default: 'new',
  },
  {
    name: 'depth',
    kind: 'choice',
    choices: ['manifest', 'blobs'],
    help: 'How far to look: up to the manifests, or every layer too',
    default: 'manifest',
  },
  { name: 'exclude', kind: 'list', help: 'Globs of paths that are left out' },
  {
    name: 'image-like-strings',
    kind: 'choice',
    choices: ['list', 'check'],
    help: 'What to do with texts outside of image fields that look like images; checked, they are warnings at most',
    default: 'list',
  },
  {
    name: 'base',
    kind: 'text',
    help: 'The revision to compare with; what was broken there does not fail the run',
    default: 'on a pull request what it is merged into, else none',
  },
  {
    name: 'changed-only',
    kind: 'boolean',
    help: 'Check only what the change touches since the base',
    default: 'true on pull requests',
  },
  {
    name: 'wait',
    kind: 'duration',
    help: 'How long to wait for images of the change that are still being built, on top of `timeout`',
    default: '0',
  },
  { name: 'timeout', kind: 'duration', help: 'Time limit of the whole check', default: '10m' },
  {
    name: 'concurrency',
    kind: 'number',
    help: 'Most requests at once to one registry host',
    default: '16, over HTTP/2 64',
  },
  {
    name: 'cache',
    kind: 'choice',
    choices: ['true', 'false'],
    help: 'Whether manifests, and on the command line what charts rendered to, are kept between runs',
    default: 'true',
  },
  {
    name: 'cache-dir',
    kind: 'text',
    help: 'Folder in which they are kept',
    default: '`$XDG_CACHE_HOME/will-it-pull`',
  },
  { name: 'helm-path', kind: 'text', help: 'The helm to render with', default: 'helm on PATH' },
  {
    name: 'kustomize-path',
    kind: 'text',
    help: 'The kustomize to build with',
    default: 'kustomize or kubectl on PATH',
  },
  { name: 'large-image-bytes', kind: 'bytes', help: 'From which size an image is called large', default: '2GiB' },
] as const satisfies readonly Setting[]

/** Settings of the default environment; in the configuration file they stand in an entry of `environments`. */
export const environmentSettings = [
  'platforms',
  'runtime',
  'node-credentials',
  'hosts-dir',
  'registries-conf',
  'ca-file',
  'insecure-registries',
] as const satisfies readonly SettingName[]

export type SettingName = (typeof settings)[number]['name']

/** What a shell was told, as text; a list keeps its entries. Absent means nobody said anything. */
export type RawSettings = Readonly<Partial<Record<SettingName, readonly string[]>>>
