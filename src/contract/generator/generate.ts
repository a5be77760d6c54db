// openapi.yaml in, the four files of generated/ out. Pure: same text in, same text out, nothing written.
import openapiTS, { astToString } from 'openapi-typescript';
import { generateDto } from './dto.js';
import type { OpenApiDocument } from './document.js';
import { operationsOf, parseContract } from './document.js';
import { generateOperations } from './operations.js';
import { Refusal } from './refusal.js';

const HEADER = `// Generated from openapi.yaml by src/contract/generator with openapi-typescript (npm run generate). Do not edit.
`;

/** File name → text. Throws a Refusal for a contract that cannot become behaviour. */
export async function generate(contract: string): Promise<Map<string, string>> {
  const document = parseContract(contract);
  requireErrorCodes(document);
  const operations = operationsOf(document);
  return new Map([
    ['dto.ts', generateDto(document, operations)],
    ['operations.ts', generateOperations(document, operations)],
    ['schema.ts', await generateSchema(document)],
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
  ]);
}

async function generateSchema(document: OpenApiDocument): Promise<string> {
  // A property with a default may be left out by who sends it: the types are the sender's.
  const ast = await openapiTS(structuredClone(document) as never, {
    defaultNonNullable: false,
    silent: true,
  });
  return HEADER + astToString(ast);
}

/** failure.ts names its codes by this schema. */
function requireErrorCodes(document: OpenApiDocument): void {
  const codes = document.components?.schemas?.['ErrorCode']?.enum;
  if (!Array.isArray(codes)) {
    throw new Refusal('components.schemas.ErrorCode', 'is not an enum', 'list every error code there');
  }
}
