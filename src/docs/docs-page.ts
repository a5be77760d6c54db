// The contract as one page to read: openapi.json in, HTML out. No script, nothing loaded. Descriptions are Markdown of
// our own; everything else is escaped here.
import { marked } from 'marked';

type Json = Record<string, unknown>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** @param document the bundled contract. */
export function docsPage(document: Json): string {
  const info = document['info'] as { title: string; version: string; description: string };
  const operations = operationsOf(document);
  const tags = document['tags'] as { name: string; description: string }[];
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => (operation['tags'] as string[]).includes(name));
    return `<h2>${text(name)}</h2>${prose(description)}${own.map((one) => section(document, one)).join('')}`;
  });
  const links = operations.map(
    ({ method, path, operation }) =>
      `<li><a href="#${text(operation['operationId'])}"><code>${method.toUpperCase()} ${text(path)}</code> ${text(operation['summary'])}</a></li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${STYLE}</style></head>
<body><h1>${text(info.title)} ${text(info.version)}</h1>
<p>The same as <a href="/openapi.yaml">openapi.yaml</a> and <a href="/openapi.json">openapi.json</a>.</p>
${prose(info.description)}<nav aria-label="Operations"><ul>${links.join('')}</ul></nav>
${sections.join('\n')}</body></html>
`;
}

interface Found {
  method: string;
  path: string;
  operation: Json;
}

function operationsOf(document: Json): Found[] {
  return Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ method, path, operation: item[method] as Json }] : [])),
  );
}

function section(document: Json, { method, path, operation }: Found): string {
  const body = content(document, operation['requestBody'] as Json | undefined);
  const parameters = ((operation['parameters'] ?? []) as Json[]).map((one) => resolve(document, one));
  const replies = Object.entries(operation['responses'] as Record<string, Json>);
  return `<section id="${text(operation['operationId'])}"><h3>${text(operation['summary'])}</h3>
<p><code class="route">${method.toUpperCase()} ${text(path)}</code> ${needsKey(operation)}</p>${prose(operation['description'])}
${table(
  'Parameters',
  parameters.map((one) =>
    row(
      `${String(one['name'])} (${String(one['in'])})`,
      one['schema'] as Json,
      one['required'] === true,
      one['description'],
    ),
  ),
)}
${body ? table('Body', fieldRows(body.schema)) + examples(body.examples) : ''}
<h4>Replies</h4>${replies.map(([status, reply]) => replyBlock(document, status, resolve(document, reply))).join('')}</section>`;
}

function needsKey(operation: Json): string {
  const security = operation['security'] as object[];
  if (security.length === 0) return 'No key.';
  return security.length > 1
    ? 'With or without an API key.'
    : 'Needs an API key: <code>Authorization: Bearer …</code>';
}

function replyBlock(document: Json, status: string, reply: Json): string {
  const found = content(document, reply);
  const lines = found ? examples(found.examples) : '';
  return `<details><summary><b>${text(status)}</b> ${text(reply['description'])}</summary>${lines}</details>`;
}

function content(document: Json, holder: Json | undefined): { schema: Json; examples: Json } | null {
  const media = Object.values((holder?.['content'] ?? {}) as Record<string, Json>)[0];
  if (!media) return null;
  const named = (media['examples'] ?? {}) as Record<string, Json>;
  const resolved = Object.entries(named).map(([name, one]) => [name, resolve(document, one)]);
  return {
    schema: resolve(document, media['schema'] as Json),
    examples: Object.fromEntries(resolved) as Json,
  };
}

function fieldRows(schema: Json): string[] {
  const required = new Set((schema['required'] ?? []) as string[]);
  return Object.entries((schema['properties'] ?? {}) as Record<string, Json>).map(([name, field]) =>
    row(name, field, required.has(name), field['description']),
  );
}

function row(name: string, schema: Json, required: boolean, description: unknown): string {
  return `<tr><td><code>${text(name)}</code></td><td>${text(rules(schema))}${required ? ', required' : ''}</td><td>${prose(description)}</td></tr>`;
}

interface Rules {
  type?: string | string[];
  format?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: string | number | boolean;
}

function rules(schema: Rules): string {
  const { type = 'any', format, enum: values, minimum, maximum, minLength, maxLength } = schema;
  const parts = [[type].flat().join(' or ')];
  if (format !== undefined) parts.push(format);
  if (values !== undefined) parts.push(`one of ${values.join(', ')}`);
  if (minimum !== undefined || maximum !== undefined) parts.push(`${minimum ?? ''}…${maximum ?? ''}`);
  if (minLength !== undefined || maxLength !== undefined) {
    parts.push(`${minLength ?? 0}…${maxLength ?? ''} characters`);
  }
  if (schema.default !== undefined) parts.push(`default ${schema.default}`);
  return parts.join(', ');
}

function table(title: string, rows: string[]): string {
  if (rows.length === 0) return '';
  return `<h4>${title}</h4><table><thead><tr><th>Name</th><th>Rules</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function examples(named: Json): string {
  return Object.values(named as Record<string, Json>)
    .map(({ summary, value }) => {
      const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
      return `<p>${text(summary)}</p><pre tabindex="0">${text(shown)}</pre>`;
    })
    .join('');
}

function resolve(document: Json, value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], document);
  return resolve(document, target as Json);
}

/** Descriptions are Markdown. */
function prose(value: unknown): string {
  return typeof value === 'string' ? `<div class="prose">${marked.parse(value, { async: false })}</div>` : '';
}

function text(value: unknown): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(value).replace(/[&<>"]/g, (character) => entities[character] as string);
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font:14px/1.45 ui-monospace,monospace}pre{overflow-x:auto;padding:1rem;border:1px solid #8886;border-radius:4px}
.prose>:first-child{margin-top:0}td .prose>:last-child{margin-bottom:0}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem;border-bottom:1px solid #8886}section{margin-top:3rem}
.route{font-weight:700}summary{cursor:pointer;padding:.3rem 0}nav li{margin:.2rem 0}`;
