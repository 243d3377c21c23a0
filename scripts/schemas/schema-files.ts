import { z } from 'zod'
import { configJsonSchema } from '../../src/config/json-schema.ts'
import { reportSchema } from '../../src/report/schema.ts'

/** The JSON Schemas that are shipped, by path: made from the schemas in src, the same bytes on every machine. */
export function schemaFiles(): Readonly<Record<string, string>> {
  const report = z.toJSONSchema(reportSchema.meta({ title: 'Report of will-it-pull', description: 'schemaVersion 1' }))
  return {
    'schema/will-it-pull.schema.json': textOf(configJsonSchema()),
    'schema/report.schema.json': textOf(report),
  }
}

function textOf(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
