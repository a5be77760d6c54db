// The samples of the operations, as the pages hand them out.
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import type { OperationId } from '#platform/contract/routes.js';
import { slugOf } from '../../web/docs/contract.js';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { fencesOf } from './fences.js';

export interface PageSample {
  id: OperationId;
  /** As its tab says: `cURL`. */
  label: string;
  /** `sh`, `js`, … */
  fence: string;
  text: string;
}

/** Preflights have no page, no person makes them; what needs a browser has no sample of a program. */
export const operationsWithSamples = (Object.entries(operations) as [OperationId, OperationFacts][])
  .filter(
    ([, { method, path, security }]) =>
      method !== 'options' && security !== 'session' && !path.startsWith('/api/v1/auth/'),
  )
  .map(([id]) => id);

/** The samples of whole programs on an operation's page, from the page's Markdown; that with our client is compiled by a test of its own. @throws Error when there is no such page. */
export async function samplesOf(address: string, id: OperationId): Promise<PageSample[]> {
  const markdown = await read(`${address}/docs/${slugOf(id)}.md`);
  const section = /^## Request\n([\s\S]*?)^## /m.exec(markdown)?.[1] ?? '';
  return fencesOf(section).flatMap(({ language, text }) => {
    const known = sampleLanguages.find(({ fence }) => fence === language);
    return known ? [{ id, label: known.label, fence: language, text }] : [];
  });
}

/** The texts of the blocks of code that the page itself shows, without what colours them. */
export async function codeOnPage(address: string, id: OperationId): Promise<string[]> {
  const html = await read(`${address}/docs/${slugOf(id)}`);
  return [...html.matchAll(/<pre[^>]*>(.*?)<\/pre>/gs)].map(([, code = '']) => plainText(code));
}

function plainText(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };
  return html.replace(/<[^>]*>/g, '').replace(/&(\w+|#\w+);/g, (all, name: string) => entities[name] ?? all);
}

async function read(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
