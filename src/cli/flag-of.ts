import type { Setting } from '../config/settings.ts'

/** A setting's spelling on the command line, if it has one. */
export function flagOf(setting: Setting): string | undefined {
  if (setting.flag === false) return undefined
  return setting.flag ?? `--${setting.name}`
}
