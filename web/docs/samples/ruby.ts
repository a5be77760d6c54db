// The sample in Ruby, with its standard library, for Ruby 3.0 and newer.
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
  name: (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : text(name)),
  colon: ': ',
  true: 'true',
  false: 'false',
  null: 'nil',
  openObject: () => '{',
  closeObject: '}',
  padding: ' ',
  step: '  ',
  trailingComma: false,
};

export const ruby: SampleLanguage = {
  id: 'ruby',
  label: 'Ruby',
  fence: 'ruby',
  fileName: 'sample.rb',
  sampleOf: (request) =>
    program(
      hasBody(request) && "require 'json'",
      "require 'net/http'",
      '',
      `uri = URI(${text(request.url)})`,
      `request = Net::HTTP::${className(request.method)}.new(uri)`,
      request.needsKey && `request['Authorization'] = "Bearer #{ENV.fetch('${KEY_VARIABLE}')}"`,
      hasBody(request) && "request['Content-Type'] = 'application/json'",
      hasBody(request) && `request.body = JSON.generate(${rubyLiteral(request.body)})`,
      '',
      `options = { use_ssl: uri.scheme == 'https', open_timeout: ${TIMEOUT_SECONDS}, read_timeout: ${TIMEOUT_SECONDS} }`,
      'response = Net::HTTP.start(uri.hostname, uri.port, **options) { |http| http.request(request) }',
      `raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTP${isRedirect(request) ? 'Found' : 'Success'})`,
      '',
      `puts ${printed(request)}`,
    ),
};

/** The value as an expression. */
export function rubyLiteral(value: unknown, indent = ''): string {
  return literal(value, notation, indent);
}

function printed(request: SampleRequest): string {
  if (isRedirect(request)) return "response['Location']";
  return request.replyType === 'none' ? 'response.code' : 'response.body';
}

/** `Post` for `POST`. */
function className(method: string): string {
  return method.charAt(0) + method.slice(1).toLowerCase();
}

function text(value: string): string {
  if (isVisible(value)) return quoted(value, { mark: "'", escape: inBraces });
  return quoted(value, { mark: '"', special: '#', escape: inBraces });
}
