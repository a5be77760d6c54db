// The sample in Python, with requests, for Python 3.8 and newer.
import { literal, type Notation } from './literal.js';
import { hex, lighterMark, quoted } from './quoting.js';
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
  colon: ': ',
  true: 'True',
  false: 'False',
  null: 'None',
  openObject: () => '{',
  closeObject: '}',
  padding: '',
  step: '    ',
  trailingComma: true,
};

export const python: SampleLanguage = {
  id: 'python',
  label: 'Python',
  fence: 'python',
  fileName: 'sample.py',
  sampleOf: (request) =>
    program(
      ...(request.needsKey ? ['import os', ''] : []),
      'import requests',
      '',
      `response = requests.${request.method.toLowerCase()}(`,
      `    ${text(request.url)},`,
      request.needsKey && `    headers={"Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}"},`,
      hasBody(request) && `    json=${pythonLiteral(request.body, '    ')},`,
      isRedirect(request) && '    allow_redirects=False,',
      `    timeout=${TIMEOUT_SECONDS},`,
      ')',
      isRedirect(request) ? 'if response.status_code != 302:' : 'if not response.ok:',
      '    raise RuntimeError(f"{response.status_code} {response.text}")',
      `print(${printed(request)})`,
    ),
};

/** The value as an expression. */
export function pythonLiteral(value: unknown, indent = ''): string {
  return literal(value, notation, indent);
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return 'response.headers["Location"]';
  return request.replyType === 'none' ? 'response.status_code' : 'response.text';
}

function text(value: string): string {
  return quoted(value, { mark: lighterMark(value, '"'), escape });
}

function escape(character: string): string {
  const isLong = (character.codePointAt(0) as number) > 0xffff;
  return isLong ? `\\U${hex(character, 8)}` : `\\u${hex(character, 4)}`;
}
