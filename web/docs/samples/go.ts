// The sample in Go, with its standard library, for Go 1.19 and newer.
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

export const go: SampleLanguage = {
  id: 'go',
  label: 'Go',
  fence: 'go',
  fileName: 'sample.go',
  sampleOf: (request) =>
    program(
      'package main',
      '',
      'import (',
      ...packages(request).map((name) => `\t"${name}"`),
      ')',
      '',
      'func main() {',
      hasBody(request) && `\tbody := strings.NewReader(${goRawString(jsonOf(request.body))})`,
      `\trequest, err := http.NewRequest("${request.method}", "${request.url}", ${hasBody(request) ? 'body' : 'nil'})`,
      ...fatalIfError,
      request.needsKey && `\trequest.Header.Set("Authorization", "Bearer "+os.Getenv("${KEY_VARIABLE}"))`,
      hasBody(request) && '\trequest.Header.Set("Content-Type", "application/json")',
      '',
      `\tclient := &http.Client{Timeout: ${TIMEOUT_SECONDS} * time.Second}`,
      ...calling(request),
      ...fatalIfError,
      '\tdefer response.Body.Close()',
      '\treply, err := io.ReadAll(response.Body)',
      ...fatalIfError,
      `\tif response.StatusCode ${isRedirect(request) ? '!= http.StatusFound' : '>= 300'} {`,
      '\t\tlog.Fatalf("%s %s", response.Status, reply)',
      '\t}',
      `\tfmt.Println(${printed(request)})`,
      '}',
    ),
};

/** JSON in a raw string. It can hold no backtick, which JSON can write otherwise. */
export function goRawString(json: string): string {
  return `\`${json.replaceAll('`', '\\u0060')}\``;
}

const fatalIfError = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

function packages(request: SampleRequest): string[] {
  const names = ['fmt', 'io', 'log', 'net/http'];
  if (request.needsKey) names.push('os');
  if (hasBody(request)) names.push('strings');
  return [...names, 'time'];
}

function calling(request: SampleRequest): string[] {
  // A client goes where a redirect leads; its transport does not.
  if (!isRedirect(request)) return ['\tresponse, err := client.Do(request)'];
  return [
    '\tclient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }',
    '\tresponse, err := client.Do(request)',
  ];
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return 'response.Header.Get("Location")';
  return request.replyType === 'none' ? 'response.StatusCode' : 'string(reply)';
}
