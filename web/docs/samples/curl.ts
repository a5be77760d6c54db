// The sample for a shell: one curl command, for curl 7.76 (2021) and newer.
import { jsonOf } from './json.js';
import {
  hasBody,
  isRedirect,
  KEY_VARIABLE,
  TIMEOUT_SECONDS,
  type SampleLanguage,
  type SampleRequest,
} from './sample.js';

export const curl: SampleLanguage = {
  id: 'curl',
  label: 'cURL',
  fence: 'sh',
  fileName: 'sample.sh',
  sampleOf: (request) => {
    const lines = [`curl -sS --fail-with-body --max-time ${TIMEOUT_SECONDS} ${shellWord(request.url)}`];
    if (request.method !== (hasBody(request) ? 'POST' : 'GET')) lines.push(`-X ${request.method}`);
    if (request.needsKey) lines.push(`-H "Authorization: Bearer $${KEY_VARIABLE}"`);
    if (hasBody(request)) {
      lines.push("-H 'Content-Type: application/json'", `-d ${shellQuoted(jsonOf(request.body))}`);
    }
    lines.push(...printing(request));
    return `${lines.join(' \\\n  ')}\n`;
  },
};

/** Without a body in the reply, curl is asked to print what else it was told. */
function printing(request: SampleRequest): string[] {
  if (isRedirect(request)) return ["-o /dev/null -w '%{redirect_url}\\n'"];
  return request.replyType === 'none' ? ["-w '%{http_code}\\n'"] : [];
}

/** Between single marks, a shell changes nothing. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Quoted only if a shell would make something of it. */
function shellWord(text: string): string {
  return /^[\w:/.%=,@+-]+$/.test(text) ? text : shellQuoted(text);
}
