// The sample in C# 11, with .NET's own HTTP client: the Program.cs of a console project for .NET 8 or newer.
import { jsonOf } from './json.js';
import {
  hasBody,
  isRedirect,
  KEY_VARIABLE,
  program,
  TIMEOUT_SECONDS,
  type SampleLanguage,
  type SampleRequest,
} from './sample.js';

/** How deep the raw string stands. */
const BLOCK = '    ';

export const csharp: SampleLanguage = {
  id: 'csharp',
  label: 'C#',
  fence: 'csharp',
  fileName: 'Program.cs',
  sampleOf: (request) =>
    program(
      ...usings(request),
      isRedirect(request) && 'using var handler = new HttpClientHandler { AllowAutoRedirect = false };',
      `using var client = new HttpClient${isRedirect(request) ? '(handler)' : ''} { Timeout = TimeSpan.FromSeconds(${TIMEOUT_SECONDS}) };`,
      ...(request.needsKey
        ? [
            'client.DefaultRequestHeaders.Authorization =',
            `    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("${KEY_VARIABLE}"));`,
          ]
        : []),
      '',
      hasBody(request) && `var body = ${csharpRawString(request.body)};`,
      `using var response = await client.${call(request)};`,
      'var reply = await response.Content.ReadAsStringAsync();',
      `if (${isRedirect(request) ? '(int)response.StatusCode != 302' : '!response.IsSuccessStatusCode'})`,
      '{',
      '    throw new HttpRequestException($"{(int)response.StatusCode} {reply}");',
      '}',
      `Console.WriteLine(${printed(request)});`,
    ),
};

/** The value as JSON in a raw string. JSON never holds three marks in a row, so nothing is escaped. */
export function csharpRawString(value: unknown): string {
  return `"""\n${BLOCK}${jsonOf(value, BLOCK)}\n${BLOCK}"""`;
}

function usings(request: SampleRequest): string[] {
  const lines: string[] = [];
  if (request.needsKey) lines.push('using System.Net.Http.Headers;');
  if (hasBody(request)) lines.push('using System.Text;');
  return lines.length === 0 ? [] : [...lines, ''];
}

/** `PostAsync(…)` for `POST`. */
function call(request: SampleRequest): string {
  const method = `${request.method.charAt(0)}${request.method.slice(1).toLowerCase()}Async`;
  if (hasBody(request)) {
    return `${method}(\n    "${request.url}",\n    new StringContent(body, Encoding.UTF8, "application/json"))`;
  }
  const takesContent = request.method === 'POST' || request.method === 'PUT';
  return `${method}("${request.url}"${takesContent ? ', null' : ''})`;
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return 'response.Headers.Location';
  return request.replyType === 'none' ? '(int)response.StatusCode' : 'reply';
}
