import { z } from 'zod'
import { configSchema } from './schema.ts'

/** The JSON Schema of the configuration file, for editors. */
export function configJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(configSchema)
}
