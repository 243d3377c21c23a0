import type { RawSettings, Setting } from '../config/settings.ts'
import { settings } from '../config/settings.ts'
import type { PublishSettingName } from './settings.ts'
import { publishSettings } from './settings.ts'

/** The runner's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the workflow wrote under `with:`. Unset inputs arrive empty and are left out. */
export interface Inputs {
  readonly raw: RawSettings
  readonly publish: Readonly<Partial<Record<PublishSettingName, string>>>
}

/** Reads `INPUT_*`: the runner keeps dashes and only upper-cases the name. Lists have one entry a line. */
export function readInputs(environment: Environment): Inputs {
  const read = (setting: Setting) => (environment[`INPUT_${setting.name.toUpperCase()}`] ?? '').trim()
  const written = <S extends Setting>(all: readonly S[]) =>
    all.flatMap(setting => {
      const text = read(setting)
      return text === '' ? [] : [[setting, text] as const]
    })
  return {
    raw: Object.fromEntries(written(settings).map(([setting, text]) => [setting.name, entries(setting, text)])),
    publish: Object.fromEntries(written(publishSettings).map(([setting, text]) => [setting.name, text])),
  }
}

// `pull-secrets` has a grammar of its own, whose values go over several lines
function entries({ name, kind }: Setting, text: string): readonly string[] {
  if (kind !== 'list' || name === 'pull-secrets') return [text]
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
