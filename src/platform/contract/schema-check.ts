// Bodies of hot operations, checked by ajv against the contract's own schema: a tenth of what the DTO classes cost. It says yes or
// no; the classes say what is wrong. A test holds both to accepting exactly the same.
// Why so: docs/decisions/0010-fast-path.md
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import type { DtoClass } from './dto.js';
import { formats } from '#platform/values/formats.js';
import type { OperationFacts } from './operation-facts.js';
import { projectRoot } from './project-root.js';
import type { OperationId } from './routes.js';
import { isClean } from './sanitize.js';

/** Whether a parsed body keeps the contract. Fills in the defaults of what was not sent. */
export type SchemaCheck = (body: object) => boolean;

/** An ajv that has the document as `contract`, with the formats of this project. */
export function contractAjv(document: object, options: { useDefaults?: boolean } = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: false, ...options });
  for (const [name, { accepts }] of Object.entries(formats)) ajv.addFormat(name, accepts);
  return ajv.addSchema(document, 'contract');
}

let compiled: ReadonlyMap<OperationId, SchemaCheck> | undefined;

/** The checks of the bodies that hot operations take, compiled when they are first asked for. */
export function schemaChecks(): ReadonlyMap<OperationId, SchemaCheck> {
  return (compiled ??= compileChecks());
}

function compileChecks(): ReadonlyMap<OperationId, SchemaCheck> {
  const document = JSON.parse(
    readFileSync(join(projectRoot(), 'generated', 'openapi.json'), 'utf8'),
  ) as object;
  const ajv = contractAjv(document, { useDefaults: true });
  const all = Object.entries(operations) as [OperationId, OperationFacts][];
  return new Map(
    all.flatMap(([id, { fastPath, body, path, method }]) => {
      const { body: dto } = dtos[id] as { body: DtoClass | null };
      if (!fastPath || !body || !dto) return [];
      const steps = ['paths', path, method, 'requestBody', 'content', body.contentType, 'schema'];
      const keepsSchema = ajv.compile<object>({ $ref: `contract#/${steps.map(escaped).join('/')}` });
      return [[id, (sent) => keepsSchema(sent) && isClean(sent, dto)]] as [OperationId, SchemaCheck][];
    }),
  );
}

/** One step of a JSON pointer inside a URL. */
function escaped(step: string): string {
  return encodeURIComponent(step.replace(/~/g, '~0').replace(/\//g, '~1'));
}
