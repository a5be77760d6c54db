// What a request sample is made from, and what a language has to say about itself to make one.

/** One call of the API, as a sample shows it. */
export interface SampleRequest {
  /** In capitals: `POST`. */
  method: string;
  /** Absolute, with the query: `http://127.0.0.1:3000/api/v1/ping`. */
  url: string;
  /** Whether the call carries the API key. */
  needsKey: boolean;
  /** A JSON value; left out when the operation takes no body. */
  body?: unknown;
  /** What a successful reply holds. A GET whose reply holds nothing is a redirect: its sample tells where to, and does not go there. */
  replyType: 'json' | 'csv' | 'text' | 'none';
}

export interface SampleLanguage {
  id: 'curl' | 'javascript' | 'python' | 'php' | 'go' | 'ruby' | 'java' | 'csharp';
  /** As a reader calls it: `cURL`. */
  label: string;
  /** Its name after a Markdown fence, which highlight.js knows too. */
  fence: string;
  /** Under this name the sample can be saved and run. */
  fileName: string;
  /**
   * A whole program, ending with a line break: runs as it stands where the environment variable REFCAMPAIGN_KEY is set, prints the
   * reply, and fails with status and body when the call does.
   */
  sampleOf: (request: SampleRequest) => string;
}

/** The variable that holds the key: no sample holds the key itself. */
export const KEY_VARIABLE = 'REFCAMPAIGN_KEY';

/** A call is given up after this many seconds. */
export const TIMEOUT_SECONDS = 10;

export function hasBody({ body }: SampleRequest): boolean {
  return body !== undefined;
}

export function isRedirect({ method, replyType }: SampleRequest): boolean {
  return method === 'GET' && replyType === 'none';
}

/** Lines of a program, put together; those that are `false` are left out. */
export function program(...lines: (string | false)[]): string {
  return `${lines.filter((line) => line !== false).join('\n')}\n`;
}
