// The sample in Java, with the JDK's own HTTP client, for Java 17 and newer: `java Sample.java` runs it.
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

/** How deep the text block stands. */
const BLOCK = ' '.repeat(12);

export const java: SampleLanguage = {
  id: 'java',
  label: 'Java',
  fence: 'java',
  fileName: 'Sample.java',
  sampleOf: (request) =>
    program(
      ...imports.map((name) => `import ${name};`),
      '',
      'public class Sample {',
      '    public static void main(String[] args) throws Exception {',
      ...(hasBody(request) ? [`        var body = ${javaTextBlock(request.body)};`] : []),
      `        var request = HttpRequest.newBuilder(URI.create("${request.url}"))`,
      request.needsKey &&
        `            .header("Authorization", "Bearer " + System.getenv("${KEY_VARIABLE}"))`,
      hasBody(request) && '            .header("Content-Type", "application/json")',
      `            .timeout(Duration.ofSeconds(${TIMEOUT_SECONDS}))`,
      `            ${method(request)}`,
      '            .build();',
      '        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
      `        if (response.statusCode() ${isRedirect(request) ? '!= 302' : '>= 300'}) {`,
      '            throw new IOException(response.statusCode() + " " + response.body());',
      '        }',
      `        System.out.println(${printed(request)});`,
      '    }',
      '}',
    ),
};

/** The value as JSON in a text block. JSON never holds three marks in a row, so only its backslashes are doubled. */
export function javaTextBlock(value: unknown): string {
  const json = jsonOf(value, BLOCK).replaceAll('\\', '\\\\');
  return `"""\n${BLOCK}${json}\n${BLOCK}"""`;
}

const imports = [
  'java.io.IOException',
  'java.net.URI',
  'java.net.http.HttpClient',
  'java.net.http.HttpRequest',
  'java.net.http.HttpResponse',
  'java.time.Duration',
];

function method(request: SampleRequest): string {
  if (hasBody(request)) return `.${request.method}(HttpRequest.BodyPublishers.ofString(body))`;
  if (request.method === 'GET' || request.method === 'DELETE') return `.${request.method}()`;
  return `.${request.method}(HttpRequest.BodyPublishers.noBody())`;
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return 'response.headers().firstValue("location").orElseThrow()';
  return request.replyType === 'none' ? 'response.statusCode()' : 'response.body()';
}
