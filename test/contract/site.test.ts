// The built documentation (dist/pages) against the contract and against itself: complete in both languages, no dead link, nothing from
// another host.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { operations as facts } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { isInClient } from '../../web/docs/client-calls.js';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { guideSlugs, readGuide } from '../../web/docs/guides.js';
import { readContract, resolve as resolved, type Operation } from '../../web/docs/contract.js';
import { eventsOf, keyTemplateOf, type ContractEvent, type ToldEvent } from '../../web/docs/events.js';
import { escaped } from '../../web/docs/html.js';
import { highlighted } from '../../web/docs/highlight.js';
import { wordsOf } from '../../web/docs/words.js';

const folder = resolve(import.meta.dirname, '../../dist/pages');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const namesIn = (language: string, extension: string) =>
  readdirSync(join(folder, language)).filter((name) => name.endsWith(extension));
const pages = ['en', 'fr'].flatMap((language) =>
  namesIn(language, '.html').map((name) => `${language}/${name}`),
);
const { operations, document } = readContract();
const events = eventsOf(document);
/** Headings may hold marks; what is compared is how they are nested. */
const outlineOf = (markdown: string) =>
  [...markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '').matchAll(/^(#{1,4}) .+$/gm)].map(([, marks]) => marks);

const permissionSentences = {
  en: /^(?:The (?:\[permission\]\([^)]+\) that the key|permission that the person’s role) needs: `(\w+)`\.|(Every valid key will do), .*)$/m,
  fr: /^(?:La (?:\[permission\]\([^)]+\) qu’il faut à la clé|permission qu’il faut au rôle de la personne)\s: `(\w+)`\.|(Toute clé valable convient), .*)$/m,
};

/** What the page says that the key has to be allowed to do; null where it says nothing of it. */
function saidPermission(language: 'en' | 'fr', { slug }: Operation): string | null {
  const [, permission, every] = permissionSentences[language].exec(read(`${language}/${slug}.md`)) ?? [];
  return permission ?? (every === undefined ? null : 'any');
}

describe('every operation', () => {
  it.each(operations.map((operation): [string, Operation] => [operation.id, operation]))(
    '%s has a page that names the permission it needs, in both languages',
    (id, operation) => {
      const asked = (facts as Record<string, OperationFacts>)[id]!.permission;
      const permission = asked === 'self' ? null : asked; // nothing is needed for what is one's own
      expect(saidPermission('en', operation)).toBe(permission);
      expect(saidPermission('fr', operation)).toBe(permission);
    },
  );

  it.each(operations.map((operation): [string, Operation] => [operation.id, operation]))(
    '%s has a page with its rules, samples, definitions and every reply with every example',
    (_, operation) => {
      const markdown = read(`en/${operation.slug}.md`);
      expect(markdown).toContain(`# ${operation.summary}\n`);
      expect(markdown).toContain(`\`${operation.method} ${operation.path}\``);
      expect(markdown).toContain('## Authorization');
      for (const { name } of operation.parameters) expect(markdown).toContain(`| \`${name}\``);
      const html = read(`en/${operation.slug}.html`);
      // What only our own pages can call has no sample of a program.
      const hasSamples = operation.key !== 'pages';
      for (const { label, fence } of sampleLanguages) {
        if (hasSamples) expect(markdown).toContain(`\`\`\`${fence}\n`);
        expect(html.includes(`>${escaped(label)}</label>`)).toBe(hasSamples);
      }
      const hasClient = hasSamples && isInClient(operation);
      expect(html.includes('>TypeScript</label>')).toBe(hasClient);
      expect(markdown.includes(` refcampaign.${operation.id}(`)).toBe(hasClient);
      for (const { status, content } of operation.replies) {
        expect(markdown).toContain(`### ${status}\n`);
        expect(html).toContain(` id="response-${status}"`);
        for (const { examples } of content.values()) {
          expect(examples.length).toBeGreaterThan(0);
          for (const { value } of examples) expect(markdown).toContain(shown(value));
        }
      }
      if (operation.body) {
        expect(markdown).toContain('## Request body');
        for (const name of Object.keys(resolved(document, operation.body.schema).properties ?? {}))
          expect(html).toContain(` id="body-${name}"`);
        expect(markdown).toMatch(/```ts\n(\/\*\*[\s\S]*?\*\/\n)?export (interface|type) /);
      }
    },
  );

  const shown = (value: unknown) =>
    typeof value === 'string' ? value.trimEnd() : JSON.stringify(value, null, 2);
});

describe('every event', () => {
  const webhooks = Object.keys(document['webhooks'] as object);

  it.each(events.map((event): [string, ContractEvent] => [event.name, event]))(
    '%s has a page that says when it is told, what is sent, by which key a repeat is known, and what to answer',
    (name, { slug, summary, description, body, replies }) => {
      for (const language of ['en', 'fr']) {
        const markdown = read(`${language}/${slug}.md`);
        for (const said of [`# ${summary}\n`, `\`${name}\``, description.trim(), '(receive-webhooks.md)'])
          expect(markdown).toContain(said);
        for (const { value } of body.examples) expect(markdown).toContain(JSON.stringify(value, null, 2));
        expect(markdown).toContain(`\`\`\`text\n${keyTemplateOf(body.examples[0]!.value as ToldEvent)}\n`);
        for (const [status, says] of replies) expect(markdown).toContain(`**${status}**: ${says.trim()}`);
        expect(markdown).toContain('| `data.');
        expect(markdown).toContain('export interface ');
      }
      expect(read('llms.txt')).toContain(`/docs/${slug}.md): ${name}: `);
      expect(read('en/search.json')).toContain(`/docs/${slug}`);
      expect(read('en/reference.md')).toContain(`(${slug}.md): \`${name}\``);
      expect(read('en/index.html')).toContain(`>${name}</span>`);
    },
  );

  it('is one of the contract, and none of these is left out', () => {
    expect(events.map(({ name }) => name)).toEqual(webhooks);
    expect(events.length).toBeGreaterThan(5);
  });

  it('has a key that is made of what stands in it', () => {
    const example = {
      id: 'evt_1',
      idempotencyKey: `x:${'cnv_01m7w78fvceg4bsb5mkyc2akcs'}`,
      data: {},
      details: {},
    };
    expect(() => keyTemplateOf(example)).toThrow('stands nowhere else in the example');
  });
});

describe('a French page of the reference', () => {
  const translated = readContract('fr').operations.filter(({ textLanguage }) => textLanguage === 'fr');
  const others = [...operations, ...events]
    .map(({ slug }) => slug)
    .filter((slug) => !translated.some((one) => one.slug === slug));

  it.each(translated.map((operation): [string, Operation] => [operation.id, operation]))(
    '%s is in French from its title to its responses',
    (id, { slug, summary, description, body, replies }) => {
      const english = operations.find((one) => one.id === id)!;
      const markdown = read(`fr/${slug}.md`);
      expect(summary).not.toBe(english.summary);
      expect(markdown.startsWith(`# ${summary}\n`)).toBe(true);
      expect(markdown).not.toContain(wordsOf.fr.notTranslated);
      expect(markdown).toContain(description.split('\n')[0]);
      for (const one of body?.examples ?? []) expect(english.body!.examples).not.toContainEqual(one);
      for (const [at, reply] of replies.entries()) {
        expect(markdown).toContain(reply.description.trim().replace(/\s*\n\s*/g, ' '));
        expect(reply.description).not.toBe(english.replies[at]!.description);
      }
      const html = read(`fr/${slug}.html`);
      expect(html).toContain('<div class="lead">');
      expect(html).toContain(`<span lang="fr">${escaped(summary)}</span>`);
    },
  );

  it.each([...others, 'reference'])('%s that is in English says so, in French', (slug) => {
    const says = wordsOf.fr.notTranslated;
    expect(read(`fr/${slug}.md`)).toContain(`\n\n${says}\n\n`);
    const html = read(`fr/${slug}.html`);
    expect(html).toContain('Cette page n’est pas encore traduite');
    expect(html).toMatch(/<div class="lead" lang="en">/);
    expect(read(`en/${slug}.html`)).not.toContain('This page is not translated yet');
  });
});

describe('every page', () => {
  it.each(pages)('%s is 40 KB at most, as it is sent', (name) => {
    expect(gzipSync(read(name)).length).toBeLessThanOrEqual(40 * 1024);
  });

  const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
  const ids = new Map(pages.map((name) => [name, idsOf(read(name))]));
  const fileOf = (address: string) => {
    const [, language = 'en', slug = 'index'] = /^\/docs(?:\/(fr))?(?:\/([a-z0-9.-]+))?$/.exec(address) ?? [];
    return slug.includes('.') ? [`${language}/${slug}`, slug] : [`${language}/${slug}.html`];
  };

  it.each(pages)('%s: each of its links leads somewhere, to a page and a place that are there', (name) => {
    const dead = [...read(name).matchAll(/ (?:href|src|data-address)="([^"]+)"/g)]
      .map(([, address]) => (address as string).replaceAll('&amp;', '&'))
      .filter((address) => !isAlive(name, address));
    expect(dead).toEqual([]);
  });

  const isAlive = (from: string, address: string) => {
    if (address.startsWith('#')) return ids.get(from)?.includes(address.slice(1)) === true;
    if (['/openapi.yaml', '/openapi.json', '/llms.txt', '/sdk.js'].includes(address)) return true;
    if (!address.startsWith('/docs')) return false;
    const [path = '', place] = address.replace(/\?v=[0-9a-f]+$/, '').split('#');
    const file = fileOf(path).find((one) => pages.includes(one) || exists(one));
    return file !== undefined && (place === undefined || ids.get(file)?.includes(place) === true);
  };
  const exists = (name: string) => {
    const [language, file] = name.includes('/') ? name.split('/') : ['', name];
    return readdirSync(join(folder, language as string)).includes(file as string);
  };

  it.each(pages)('%s: no id twice, no script or style in the page, nothing from another host', (name) => {
    const html = read(name);
    const own = ids.get(name) as string[];
    expect(own.filter((id, index) => own.indexOf(id) !== index)).toEqual([]);
    expect(html).not.toMatch(/<style| style=| on[a-z]+="|<script(?! (type="module" )?src="\/docs\/)/);
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });

  it.each(['search', 'site', 'theme', 'try-it', 'copy', 'search-options'])(
    '%s.js and the style name no other host',
    (name) => {
      expect(read(`${name}.js`)).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
      expect(read('site.css')).not.toMatch(/@import|url\(/);
    },
  );
});

describe('the menu, the foot and the overview', () => {
  it.each(['en', 'fr'])(
    'the menu leaves out what nobody looks for there, and the list of all has it (%s)',
    (language) => {
      const root = language === 'en' ? '/docs' : '/docs/fr';
      const [index, list] = [read(`${language}/index.html`), read(`${language}/reference.html`)];
      for (const slug of ['get-docs', 'get-dashboard-asset', 'get-llms-text', 'identify-from-browser']) {
        expect(index).not.toContain(`href="${root}/${slug}"`);
        expect(list).toContain(`href="${root}/${slug}"`);
        expect(read(`${language}/${slug}.html`)).toContain(`href="${root}/${slug}" aria-current="page"`);
      }
      for (const slug of ['record-postback', 'follow-link', 'live'])
        expect(index).toContain(`href="${root}/${slug}"`);
      for (const slug of guideSlugs.slice(1)) expect(index).toContain(`<li><a href="${root}/${slug}"`);
    },
  );

  it.each(['en', 'fr'])(
    'every page leads to the changes and the licence, which are the project’s own (%s)',
    (language) => {
      const root = language === 'en' ? '/docs' : '/docs/fr';
      const foot = /<footer>.*?<\/footer>/s.exec(read(`${language}/errors.html`))?.[0] ?? '';
      for (const slug of ['changelog', 'licence']) expect(foot).toContain(`href="${root}/${slug}"`);
      expect(foot).toMatch(/<time datetime="\d{4}-\d\d-\d\d">/);
      const version = (document['info'] as { version: string }).version;
      expect(read(`${language}/changelog.md`)).toContain(`## ${version}`);
      expect(read(`${language}/licence.html`)).toContain('Permission is hereby granted');
    },
  );

  it.each(['en', 'fr'] as const)(
    'the overview draws the way from link to payout, and says it (%s)',
    (language) => {
      const html = read(`${language}/index.html`);
      const words = wordsOf[language];
      expect(html.match(/<svg class="(wide|narrow)"[^>]* role="img" aria-labelledby/g)).toHaveLength(2);
      for (const said of [words.flowTitle, words.flowSays, words.flowPayout.split('|')[0] as string])
        expect(html).toContain(`>${escaped(said)}</`);
      expect(read(`${language}/index.md`)).toMatch(/```text\n\w+( → [\w]+){5}\n```/);
    },
  );
});

describe('the two languages', () => {
  it('have the same pages', () => {
    expect(namesIn('fr', '.html')).toEqual(namesIn('en', '.html'));
    expect(namesIn('fr', '.md')).toEqual(namesIn('en', '.md'));
  });

  it.each(guideSlugs)('%s: the same headings at the same levels, the same links, the same code', (slug) => {
    const [english, french] = [read(`en/${slug}.md`), read(`fr/${slug}.md`)];
    expect(outlineOf(french)).toEqual(outlineOf(english));
    const links = (text: string) => [...text.matchAll(/\]\(([a-z0-9-]+\.md)/g)].map(([, to]) => to).sort();
    expect(links(french)).toEqual(links(english));
    const fences = (text: string) => [...text.matchAll(/^```(.*)$/gm)].map(([, info]) => info);
    expect(fences(french)).toEqual(fences(english));
  });

  it.each(guideSlugs)('%s: the French page is French', (slug) => {
    const english = readGuide(slug, 'en');
    const french = readGuide(slug, 'fr');
    expect(french.summary).not.toBe(english.summary);
    const same = french.sections.filter(({ markdown }, index) => {
      const prose = markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '').trim();
      return prose.length > 80 && english.sections[index]?.markdown.includes(prose);
    });
    expect(same.map(({ title }) => title)).toEqual([]);
  });

  it('the interface has every word in both, and they differ but for those that are the same in both', () => {
    const same = Object.entries(wordsOf.fr)
      .filter(([name, word]) => word === wordsOf.en[name as keyof typeof wordsOf.en])
      .map(([name]) => name);
    expect(same).toEqual(['guides', 'menu', 'navigation']);
    expect(Object.values(wordsOf).flatMap((words) => Object.values(words))).not.toContain('');
  });
});

it('a fence in a language that no page can show stops the build', () => {
  expect(() => highlighted('x', 'pyhton')).toThrow('No page can show code in "pyhton"');
});
