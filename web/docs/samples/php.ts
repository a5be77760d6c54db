// The sample in PHP, with its curl extension, for PHP 7.4 and newer.
import { literal, type Notation } from './literal.js';
import { inBraces, isVisible, quoted } from './quoting.js';
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
  name: text,
  colon: ' => ',
  true: 'true',
  false: 'false',
  null: 'null',
  openObject: (names) => (wouldBeList(names) ? '(object) [' : '['),
  closeObject: ']',
  padding: '',
  step: '    ',
  trailingComma: true,
};

export const php: SampleLanguage = {
  id: 'php',
  label: 'PHP',
  fence: 'php',
  fileName: 'sample.php',
  sampleOf: (request) =>
    program(
      '<?php',
      '',
      `$curl = curl_init(${text(request.url)});`,
      'curl_setopt_array($curl, [',
      ...options(request),
      '    CURLOPT_RETURNTRANSFER => true,',
      `    CURLOPT_TIMEOUT => ${TIMEOUT_SECONDS},`,
      ']);',
      '',
      '$reply = curl_exec($curl);',
      'if ($reply === false) {',
      '    throw new RuntimeException(curl_error($curl));',
      '}',
      '$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);',
      `if (${isRedirect(request) ? '$status !== 302' : '$status >= 300'}) {`,
      '    throw new RuntimeException("$status $reply");',
      '}',
      `echo ${printed(request)}, PHP_EOL;`,
    ),
};

/** The value as an expression that json_encode turns into the same JSON. */
export function phpLiteral(value: unknown, indent = ''): string {
  return literal(value, notation, indent);
}

function options(request: SampleRequest): string[] {
  const lines: string[] = [];
  if (request.method !== (hasBody(request) ? 'POST' : 'GET')) {
    lines.push(`    CURLOPT_CUSTOMREQUEST => '${request.method}',`);
  }
  const headers: string[] = [];
  if (request.needsKey) headers.push(`        'Authorization: Bearer ' . getenv('${KEY_VARIABLE}'),`);
  if (hasBody(request)) headers.push("        'Content-Type: application/json',");
  if (headers.length > 0) lines.push('    CURLOPT_HTTPHEADER => [', ...headers, '    ],');
  if (hasBody(request))
    lines.push(`    CURLOPT_POSTFIELDS => json_encode(${phpLiteral(request.body, '    ')}),`);
  return lines;
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return 'curl_getinfo($curl, CURLINFO_REDIRECT_URL)';
  return request.replyType === 'none' ? '$status' : '$reply';
}

/** Names that PHP takes for the positions of a list: json_encode would make `[…]` of them. */
function wouldBeList(names: string[]): boolean {
  return names.every((name, position) => name === String(position));
}

function text(value: string): string {
  if (isVisible(value)) return quoted(value, { mark: "'", escape: inBraces });
  return quoted(value, { mark: '"', special: '$', escape: inBraces });
}
