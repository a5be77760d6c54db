// The search of the documentation finds what a person means, first or second: the built index, asked by the browser's own code.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { excerptOf } from '../../web/docs/browser/search-excerpt.js';
import { searchOptions, type Found } from '../../web/docs/browser/search-options.js';
import { search, type Group } from '../../web/docs/browser/search-ranking.js';
import { synonymsOf } from '../../web/docs/browser/search-synonyms.js';
import { meantBy } from '../../web/docs/search-words.js';
import type { Language } from '../../web/docs/words.js';

const folder = resolve(import.meta.dirname, '../../dist/pages');
const read = (name: string) => readFileSync(resolve(folder, name), 'utf8');
const indexes = {
  en: MiniSearch.loadJSON(read('en/search.json'), searchOptions),
  fr: MiniSearch.loadJSON(read('fr/search.json'), searchOptions),
};
const ask = (language: Language, query: string): Group[] => search(indexes[language], query, language);
/** As they are shown, from top to bottom. */
const shown = (language: Language, query: string): Found[] =>
  ask(language, query).flatMap(({ hits }) => hits);
const entries = (language: Language): Found[] => {
  const index = indexes[language];
  return index.search(MiniSearch.wildcard) as unknown as Found[];
};

it.each([
  ['idempotency', /^idempotency-and-retries$/],
  ['rate limit', /^(errors#rate_limit_exceeded|reference#limits)$/],
  ['refund', /^(refunds|refund-conversion)$/],
  ['partial refund', /^refunds#a-part-and-another-part$/],
  ['webhook', /^receive-webhooks$/],
  ['email hash', /^identify-and-email-hashing(#how-to-hash)?$/],
  ['test key', /^test-mode(#two-keys-two-worlds)?$/],
  ['rotate key', /^test-mode#changing-a-key$/],
  ['currency', /^(server-to-server-postback#money|get-currencies|record-postback#body-currency)$/],
  ['amount', /^(server-to-server-postback#money|record-postback#body-amount)$/],
  ['stripe', /^server-to-server-postback#where-to-send-it$/],
  ['shopify', /^server-to-server-postback#where-to-send-it$/],
  ['subscription', /^(record-postback#body-customerId|create-campaign#body-commissionRecurring)$/],
  ['coupon', /^record-postback#body-affiliateCode$/],
  ['pagination', /^reference#lists$/],
  ['response', /^reference#requests-and-replies$/],
  ['csv', /^export-conversions$/],
  ['error 409', /^errors#already_exists$/],
  ['authentication', /^(reference#keys-and-modes|errors#unauthorized)$/],
  ['docker', /^(going-live#for-who-runs-the-service|getting-started#start-the-service)$/],
  ['nginx', /^going-live#for-who-runs-the-service$/],
  ['dashboard', /^dashboard$/],
  ['headless', /^(redirect-and-browser-flow#visits-without-a-click|test-mode#in-ci)$/],
  ['ip address', /^(redirect-and-browser-flow#visits-without-a-click|browser-script#consent-and-privacy)$/],
  // What a person has before them: a name, a code, a word misspelt or begun.
  ['recordPostback', /^record-postback$/],
  ['postbak', /^(record-postback|server-to-server-postback)$/],
  ['externalId', /^record-postback#body-externalId$/],
  ['attribution.matchedBy', /^record-postback#response-attribution\.matchedBy$/],
  ['RATE_LIMIT_EXCEEDED', /^errors#rate_limit_exceeded$/],
  ['conversion.refunded', /^event-conversion-refunded$/],
  ['chargeback', /^refunds(#chargebacks)?$/],
  ['voucher', /^record-postback#body-affiliateCode$/],
  ['idempot', /^idempotency-and-retries$/],
] as const)('"%s" finds what is meant, first or second', (query, meant) => {
  expect(firstTwo('en', query)).toContainEqual(expect.stringMatching(meant));
});

it.each([
  ['devise', /^(server-to-server-postback#montants|get-currencies|record-postback#body-currency)$/],
  ['versement', /^(create-payout|list-payouts)$/],
  ['remboursement', /^(refunds|refund-conversion)$/],
  ['clé', /^(reference#keys-and-modes|test-mode.*)$/],
  ['limite', /^(errors#rate_limit_exceeded|reference#limits)$/],
  ['remboursement partiel', /^refunds#une-partie-puis-une-autre$/],
  ['idempotence', /^idempotency-and-retries$/],
  ['cle de test', /^test-mode$/],
  ['authentification', /^(reference#keys-and-modes|errors#unauthorized)$/],
  ['montant', /^(server-to-server-postback#montants|record-postback#body-amount)$/],
  ['abonnement', /^(record-postback#body-customerId|create-campaign#body-commissionRecurring)$/],
  ['code promo', /^record-postback#body-affiliateCode$/],
  ['erreur 409', /^errors#already_exists$/],
  ['réponse', /^reference#requests-and-replies$/],
  ['tableau de bord', /^dashboard$/],
  ['refund', /^(refunds|refund-conversion)$/],
  ['enregistrer une conversion', /^record-postback$/],
] as const)('in French, "%s" finds what is meant, first or second', (query, meant) => {
  expect(firstTwo('fr', query)).toContainEqual(expect.stringMatching(meant));
});

function firstTwo(language: Language, query: string): string[] {
  return shown(language, query)
    .slice(0, 2)
    .map(({ id }) => id);
}

it('what is in English says so on French pages', () => {
  expect(shown('fr', 'listPayouts')[0]).toMatchObject({ id: 'list-payouts', lang: 'en' });
  expect(shown('fr', 'recordPostback')[0]).toMatchObject({ id: 'record-postback', lang: 'fr' });
});

describe('what is found', () => {
  it('is in groups, the one with the best hit first, none of them long', () => {
    const groups = ask('en', 'refund');
    expect(new Set(groups.map(({ kind }) => kind)).size).toBe(groups.length);
    expect(groups.map(({ kind }) => kind).sort()).toEqual(['error', 'field', 'guide', 'operation']);
    const best = groups.map(({ hits }) => Math.max(...hits.map(({ score }) => score)));
    expect(best).toEqual(best.toSorted((one, other) => other - one));
    for (const { hits } of groups) expect(hits.length).toBeLessThanOrEqual(6);
  });

  it('of an operation tells its method', () => {
    const [first] = ask('en', 'recordPostback')[0]!.hits;
    expect(first).toMatchObject({ kind: 'operation', method: 'POST', title: 'Record a conversion' });
  });

  it('is nothing for what nobody wrote, and for blanks', () => {
    expect(shown('en', 'qqqxyzzy')).toEqual([]);
    expect(shown('en', '  ')).toEqual([]);
    expect(shown('en', '"')).toEqual([]);
  });

  it('has all words where something has them all, else some of them', () => {
    const both = shown('en', 'refund exceeds');
    expect(both.length).toBeGreaterThan(0);
    for (const { terms } of both) expect(terms.join(' ')).toMatch(/exceed/);
    expect(shown('en', 'refund qqqxyzzy')[0]!.id).toMatch(/refund/);
  });
});

describe.each(['en', 'fr'] as const)('every entry, %s', (language) => {
  const all = entries(language);
  const idsOf = new Map<string, Set<string>>();
  const placesOn = (slug: string) => {
    const known = idsOf.get(slug);
    if (known) return known;
    const ids = [...read(`${language}/${slug}.html`).matchAll(/ id="([^"]+)"/g)].map(
      ([, id]) => id as string,
    );
    idsOf.set(slug, new Set(ids));
    return idsOf.get(slug)!;
  };

  it('leads to a place that is on its page', () => {
    const dead = all.filter(({ id }) => {
      const [slug = '', place] = id.split('#');
      return place !== undefined && !placesOn(slug).has(place);
    });
    expect(dead.map(({ id }) => id)).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
  });

  it('of fields and statuses has a name for its place, not a number', () => {
    const places = all.map(({ id }) => id.split('#')[1] ?? '');
    expect(places.filter((place) => /^\d{3}$/.test(place))).toEqual([]);
    for (const kind of ['guide', 'operation', 'field', 'error'])
      expect(all.filter((one) => one.kind === kind).length).toBeGreaterThan(10);
  });

  it('that people have other words for is there', () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(Object.keys(meantBy[language]).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('an excerpt', () => {
  const text = `${'Before it. '.repeat(20)}A refundId names this refund of an order. ${'After it. '.repeat(30)}`;

  it('shows what was found, marked, between whole words', () => {
    const pieces = excerptOf(text, ['refund', 'refundid']);
    const whole = pieces.map((piece) => piece.text).join('');
    expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['refundId', 'refund']);
    expect(whole.length).toBeLessThan(200);
    expect(whole).toMatch(/^…(Before|it\.)/);
    expect(whole).toMatch(/[a-z.]…$/);
  });

  it('marks words with their accents, and begins at the beginning where nothing was found', () => {
    expect(excerptOf('Un e-mail remboursé.', ['rembourse'])[1]).toEqual({ text: 'remboursé', marked: true });
    expect(excerptOf('Short.', ['other'])).toEqual([{ text: 'Short.', marked: false }]);
    expect(excerptOf('', ['other'])).toEqual([]);
  });
});

it('synonyms are known both ways, in plural too, and are no words of their own', () => {
  expect(synonymsOf('response', 'en')).toContain('reply');
  expect(synonymsOf('reply', 'en')).toContain('response');
  expect(synonymsOf('vouchers', 'en')).toContain('coupon');
  expect(synonymsOf('conversion', 'en')).not.toContain('conversion');
  expect(synonymsOf('nothing', 'en')).toEqual([]);
});
