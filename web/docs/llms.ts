// /llms.txt: what there is to read, for programs that read Markdown (the form of llmstxt.org).
import { SAMPLE_ORIGIN } from '#pages/serving/sample-origin.js';
import type { Site } from './navigation.js';
import { plain } from './layout.js';
import { markdownAddress } from './markdown.js';
import type { PageContent } from './sections.js';

/** The list of all pages, with addresses of their Markdown. */
export function llmsText({ contract, guides, overview, reference }: Site): string {
  const [home, ...others] = guides as [PageContent, ...PageContent[]];
  const line = ({ slug, title, summary }: PageContent) =>
    `- [${title}](${SAMPLE_ORIGIN}${markdownAddress(slug, 'en')}): ${plain(summary)}`;
  return `# ${contract.title}

> ${plain(home.summary)}

Version ${contract.version}. The whole contract, with every field, rule and example: ${SAMPLE_ORIGIN}/openapi.yaml (or /openapi.json).

## Guides

${others.map(line).join('\n')}

## Reference

${[overview, ...reference].map(line).join('\n')}

## Optional

- [The guides in French](${SAMPLE_ORIGIN}${markdownAddress('index', 'fr')}): the same pages under /docs/fr/.
`;
}
