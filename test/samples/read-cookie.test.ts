// The guide's functions that read `_rc_sid` on a shop's server take what the redirect and the browser script take: the last session.
import { sessionsIn } from '#tracking/clicks/session-cookie.js';
import { guideFences } from './guide-pages.js';
import { canRun, notRun, runProgram } from './runtimes.js';

/** Language of a fence → a line that prints what the function makes of the environment variable COOKIES. */
const calls: Record<string, string> = {
  js: "console.log(sessionIn(process.env.COOKIES) ?? '')",
  python: 'import os\nprint(session_in(os.environ.get("COOKIES")) or "")',
  php: "echo session_in(getenv('COOKIES')) ?? '';",
  ruby: "puts session_in(ENV['COOKIES'])",
};

const functions = guideFences('en', 'redirect-and-browser-flow').filter(({ text }) =>
  /session_?[iI]n\(/.test(text),
);

it('there is one in each language of the guide', () => {
  expect(functions.map(({ language }) => language)).toEqual(Object.keys(calls));
});

const headers = [
  'a=b; _rc_sid=session-1; _rc_sid=session-2; c=d',
  '_rc_sid=session-2;_rc_sid=session-1',
  '_rc_sid=session-1; _rc_sid=short; x_rc_sid=session-2; _rc_sid=session-3%20',
  'a=b',
];

describe.each(functions.map((fence) => [fence.language, fence] as const))('%s', (language, { text }) => {
  it.skipIf(!canRun(language))(`reads the last session that can be one${notRun(language)}`, async () => {
    for (const COOKIES of headers) {
      const { output, errors } = await runProgram(language, text + calls[language], { COOKIES });
      expect({ output: output.trim(), errors }).toEqual({ output: sessionsIn(COOKIES)[0] ?? '', errors: '' });
    }
  });
});
