import { z } from 'zod'

export const fleetSchema = z.object({
  hosts: z.number(),
  repositories: z.number(),
  images: z.number(),
  latencyMs: z.number(),
  http2: z.boolean(),
})

/** What the registries of a run hold: images spread evenly over repositories, and those over hosts. */
export type Fleet = z.infer<typeof fleetSchema>

/** One image: which host has it, and under which name. */
export interface FleetImage {
  readonly host: number
  readonly repository: string
  readonly tag: string
}

export const fleet: Fleet = { hosts: 6, repositories: 120, images: 300, latencyMs: 50, http2: false }

/** The images of a fleet, the same at every call. */
export function imagesOf({ hosts, repositories, images }: Fleet): readonly FleetImage[] {
  return Array.from({ length: images }, (_, number) => {
    const repository = number % repositories
    const tag = `1.${Math.floor(number / repositories)}.0`
    return { host: repository % hosts, repository: `team-${repository % 7}/service-${repository}`, tag }
  })
}
