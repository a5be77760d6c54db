// The generated part of the TypeScript client: which operations it offers, and what it refuses to guess.
import { readFileSync } from 'node:fs';
import { generateClient } from '../../tools/generator/client.js';
import { operationsOf, parseContract, type OperationObject } from '../../tools/generator/document.js';

const CONTRACT = readFileSync(new URL('../../generated/openapi.yaml', import.meta.url), 'utf8');

/** One of the client's files for the contract, with one text replaced. */
function generateWith(file: string, from = '', to = ''): string {
  if (!CONTRACT.includes(from)) throw new Error(`the contract does not hold ${from}`);
  const document = parseContract(CONTRACT.replace(from, to));
  return generateClient(document, operationsOf(document)).get(file)!;
}

it('every operation under /api/v1/ has a method, but for preflights and what people do on our pages, and nothing else has', () => {
  const text = generateWith('operations.ts');
  const offered = [...text.matchAll(/^ {4}id: '(\w+)'/gm)].map(([, id]) => id);
  const document = parseContract(CONTRACT);
  const expected = operationsOf(document).filter(
    ({ path, method, body }) =>
      path.startsWith('/api/v1/') && method !== 'options' && !isForPeople(document, path, body),
  );
  expect(offered).toEqual(expected.map(({ id }) => id));
  expect(offered).not.toContain('followLink');
  const methods = generateWith('methods.ts');
  for (const id of offered) expect(methods).toContain(`\n  ${id}(`);
});

/** By the contract's own words: a session and nothing else, or how one comes by it. */
function isForPeople(
  { security: usual }: ReturnType<typeof parseContract>,
  path: string,
  body: OperationObject,
): boolean {
  const ways = body.security ?? usual ?? [];
  const bySession = ways.length > 0 && ways.every((way) => 'sessionCookie' in way);
  return bySession || path.startsWith('/api/v1/auth/');
}

it('an operation that writes must say whether it may be repeated, by a field that it has', () => {
  const says = '      x-repeatable: payoutKey\n';
  expect(() => generateWith('methods.ts', says)).toThrow(
    /POST \/api\/v1\/payouts: does not say .*x-repeatable/,
  );
  const wrong = '      x-repeatable: payoutName\n';
  expect(() => generateWith('methods.ts', says, wrong)).toThrow(/does not say whether/);
});

it('what a method says of itself follows the contract', () => {
  const text = generateWith('methods.ts');
  expect(text).toMatch(
    /`POST \/api\/v1\/campaigns`\. The key needs[\s*]+the[\s*]+permission[\s*]+`manage`\.[\s*]+Not[\s*]+safe[\s*]+to[\s*]+repeat:/,
  );
  expect(text).toMatch(
    /A[\s*]+key[\s*]+that[\s*]+is[\s*]+sent[\s*]+needs[\s*]+the[\s*]+permission[\s*]+`record`/,
  );
  expect(text).toMatch(/`GET \/api\/v1\/ping`\. Safe to repeat/);
  expect(text).toMatch(
    /if `payoutKey`[\s*]+is[\s*]+sent\.\n {3}\*\/\n {2}createPayout\(params: t\.CreatePayoutBody, /,
  );
  expect(text).toContain(
    'getCampaign(campaignId: string, options?: CallOptions): Promise<Reply<t.Campaign, 200>>',
  );
  expect(text).toContain('params: t.ListCampaignsQuery = {}, options?: CallOptions): List<t.Campaign>');
});

it('there is a type for each event, of its own body', () => {
  const text = generateWith('webhooks.ts');
  const declared = Object.keys(parseContract(CONTRACT).webhooks!);
  expect([...text.matchAll(/^ {2}'([a-z_.]+)': Named<'\1', t\.\w+>;$/gm)].map(([, name]) => name)).toEqual(
    declared,
  );
  expect(generateWith('types.ts')).toContain('export interface ConversionEvent {');
});

it('an event must have a body to post', () => {
  const says =
    "      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: '#/components/schemas/ConversionEvent'";
  expect(() => generateWith('webhooks.ts', says, says.replace('json', 'xml'))).toThrow(
    /webhooks\.conversion\.created: has no body to post/,
  );
});
