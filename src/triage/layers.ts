/** The layers of a workload, in the order in which they have to work. */
export const triageLayers = ['scheduling', 'image pull', 'runtime', 'application', 'traffic'] as const

export type TriageLayer = (typeof triageLayers)[number]
