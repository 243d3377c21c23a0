import { ownHost } from '../../plan/hosts.ts'
import type { RegistryHost } from '../types.ts'

/** The host that a node contacts for a registry's name, where nothing is configured. */
export function hostFor(registry: string): RegistryHost {
  return ownHost(registry, { insecureRegistries: [], caPem: undefined })
}
