// The sample in JavaScript: an ES module with the platform's own fetch, for Node 20 and newer.
import { literal, type Notation } from './literal.js';
import { inBraces, lighterMark, quoted } from './quoting.js';
import {
  hasBody,
  isRedirect,
  KEY_VARIABLE,
  program,
  TIMEOUT_SECONDS,
  type SampleLanguage,
  type SampleRequest,
} from './sample.js';

const notation: Notation = {
  text,
  name,
  colon: ': ',
  true: 'true',
  false: 'false',
  null: 'null',
  openObject: () => '{',
  closeObject: '}',
  padding: ' ',
  step: '  ',
  trailingComma: true,
};

export const javascript: SampleLanguage = {
  id: 'javascript',
  label: 'JavaScript',
  fence: 'js',
  fileName: 'sample.mjs',
  sampleOf: (request) =>
    program(
      `const response = await fetch(${text(request.url)}, {`,
      request.method !== 'GET' && `  method: '${request.method}',`,
      ...headers(request),
      hasBody(request) && `  body: JSON.stringify(${javascriptLiteral(request.body, '  ')}),`,
      isRedirect(request) && `  redirect: 'manual',`,
      `  signal: AbortSignal.timeout(${TIMEOUT_SECONDS}_000),`,
      '});',
      '',
      `if (${isRedirect(request) ? 'response.status !== 302' : '!response.ok'}) {`,
      '  throw new Error(`${response.status} ${await response.text()}`);',
      '}',
      `console.log(${printed(request)});`,
    ),
};

/** The value as an expression. */
export function javascriptLiteral(value: unknown, indent = ''): string {
  return literal(value, notation, indent);
}

function headers(request: SampleRequest): string[] {
  const lines: string[] = [];
  if (request.needsKey) lines.push(`    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,`);
  if (hasBody(request)) lines.push("    'Content-Type': 'application/json',");
  return lines.length === 0 ? [] : ['  headers: {', ...lines, '  },'];
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return "response.headers.get('location')";
  return request.replyType === 'none' ? 'response.status' : 'await response.text()';
}

function text(value: string): string {
  return quoted(value, { mark: lighterMark(value, "'"), escape: inBraces });
}

function name(value: string): string {
  // Plainly written, it would set the object's prototype.
  if (value === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(value) ? value : text(value);
}
