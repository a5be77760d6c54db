// What `npm start` answers when it is given arguments.
import { answerArguments } from '#boot/arguments.js';
import { configTable } from '#config-table.js';
import { serviceVersion } from '#platform/contract/version.js';

it('--help names every variable with its default, and the commands beside it', () => {
  const { exitCode, text } = answerArguments(['--help']);
  expect(exitCode).toBe(0);
  for (const { name, default: standard } of configTable) {
    expect(text).toContain(` ${name} `);
    expect(text).toContain(`[${standard}]`);
  }
  expect(text).toMatch(/npm run merchants, keys, demo, export, privacy, prune/);
  expect(answerArguments(['-h'])).toEqual({ exitCode, text });
});

it('--version is the version, alone on its line', () => {
  expect(answerArguments(['--version'])).toEqual({ exitCode: 0, text: `${serviceVersion}\n` });
});

it.each([
  ['--port 8080', /no argument --port\. It is an environment variable: PORT=8080 npm start/],
  ['--port=8080', /PORT=8080 npm start/],
  ['--log-level', /LOG_LEVEL=… npm start/],
  ['--hlep', /Did you mean --help\?/],
  ['serve', /no argument serve\. Settings are environment variables/],
  ['--version serve', /no argument serve/],
])('npm start -- %s is refused with 2, and says how it is done', (given, cure) => {
  const { exitCode, text } = answerArguments(given.split(' '));
  expect(exitCode).toBe(2);
  expect(text).toMatch(cure);
  expect(text).toMatch(/npm start -- --help/);
});

it('a password in an argument is not repeated', () => {
  const url = 'postgres://u:hunter2@host/db';
  for (const given of [[`--database-url=${url}`], ['--database-url', url], [`--url=${url}`], ['--url', url]])
    expect(answerArguments(given).text).not.toContain('hunter2');
});
