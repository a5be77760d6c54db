// getFrenchDocsPage: the documentation in French.
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

const page = (name: string) => app.api.call('getFrenchDocsPage', { path: { page: name } });

it.each([
  ['record-postback', 'text/html', 'Autorisation'],
  ['record-postback.md', 'text/markdown', '## Autorisation'],
  ['getting-started', 'text/html', '<html lang="fr">'],
  ['search.json', 'application/json', '/docs/fr/'],
])('%s is %s, in French', async (name, type, said) => {
  const { status, headers, text } = await page(name);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
  expect(text).toContain(said);
});

it('who has it already is not sent it again', async () => {
  const { headers } = await page('errors');
  const again = { 'if-none-match': String(headers['etag']) };
  await app.api.expect('getFrenchDocsPage', 304, { path: { page: 'errors' }, headers: again });
});

it.each(['no-such-page', 'site.css', 'llms.txt', '../en/errors'])(
  '%s is a 404 page in French',
  async (name) => {
    const { status, text } = await page(name);
    expect(status).toBe(404);
    expect(text).toContain('Cette page n’existe pas');
  },
);
