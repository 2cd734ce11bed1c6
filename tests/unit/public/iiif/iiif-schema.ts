import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

const path = join(import.meta.dirname, '../../../../../shared/schemas/iiif_3_0.json');

/**
 * Whether the schema of the official validator lies beside the project, which does not ship it: the tests that need it
 * are skipped elsewhere, and `npm test` counts them.
 */
export const hasSchema = existsSync(path);

const formats = { uri: URL.canParse, 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) };

const schemaId = 'http://iiif.io/api/presentation/3/schema.json';

const load = (): Ajv =>
  new Ajv({ allErrors: true, strict: false, formats }).addSchema(JSON.parse(readFileSync(path, 'utf8')));

let ajv: Ajv | undefined;

/** What the official schema of IIIF Presentation 3.0 has against a resource; nothing where it is valid. */
export const schemaErrors = (resource: object, kind: 'manifest' | 'collection'): string[] => {
  ajv ??= load();
  if (ajv.validate(schemaId, resource)) return [];
  // The whole schema complains of everything else that it could have been.
  ajv.validate(`${schemaId}#/classes/${kind}`, resource);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
