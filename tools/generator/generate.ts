// The contract in one text in, the files of generated/ and the client's generated part out. Pure: same text in, same text out, nothing written.
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { generateClient } from './client.js';
import { generateDto } from './dto.js';
import type { OpenApiDocument, Schema } from './document.js';
import { operationsOf, parseContract } from './document.js';
import { generateOperations } from './operations.js';
import { ContractError } from './contract-error.js';
import { asMeant } from './keywords.js';

const HEADER = `// Generated from openapi.yaml by tools/generator with openapi-typescript (npm run generate). Do not edit.
`;

/** What the names of the client's files begin with. */
export const CLIENT = 'client/';

/** File name → text; what stands in the client's folder is named `client/…`. Throws a ContractError for a contract that cannot become behaviour. */
export async function generate(contract: string): Promise<Map<string, string>> {
  const document = parseContract(contract);
  requireErrorCodes(document);
  const operations = operationsOf(document);
  return new Map([
    ['openapi.yaml', contract],
    ['dto.ts', generateDto(document, operations)],
    ['operations.ts', generateOperations(document, operations)],
    ['schema.ts', await generateSchema(document)],
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ...[...generateClient(document, operations)].map(
      ([name, text]) => [`${CLIENT}${name}`, text] as [string, string],
    ),
  ]);
}

async function generateSchema(document: OpenApiDocument): Promise<string> {
  // A property with a default may be left out by who sends it: the types are the sender's. So what else is taken of a sender is no type.
  const meant = JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? asMeant(value as Schema) : value,
  ) as object;
  const ast = await openapiTS(meant as never, {
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => wordsOf(schema as Schema),
  });
  return HEADER + astToString(ast);
}

/** Words that a later version may add to (x-extensible-enum): those known today, and any other. Undefined for other schemas. */
function wordsOf({ 'x-extensible-enum': words }: Schema): ts.TypeNode | undefined {
  if (words === undefined) return undefined;
  const known = (words as string[]).map((word) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(word)),
  );
  const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const any = ts.factory.createIntersectionTypeNode([text, ts.factory.createTypeLiteralNode([])]);
  return ts.factory.createUnionTypeNode([...known, ts.factory.createParenthesizedType(any)]);
}

/** reasons.ts names its codes by this schema. */
function requireErrorCodes(document: OpenApiDocument): void {
  const codes = document.components?.schemas?.['ErrorCode']?.enum;
  if (!Array.isArray(codes)) {
    throw new ContractError('components.schemas.ErrorCode', 'is not an enum', 'list every error code there');
  }
}
