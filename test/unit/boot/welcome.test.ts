// Which address the start prints: the one that people can open.
import { loadConfig } from '#config.js';
import { addressOf } from '#demo/welcome.js';

it.each([
  [
    'PUBLIC_URL, where one is set',
    { PUBLIC_URL: 'https://go.example.com/affiliates/' },
    'https://go.example.com/affiliates',
  ],
  ['this machine, where none is', {}, 'http://127.0.0.1:4711'],
  ['this machine with the port that was opened, where any would do', { PORT: '0' }, 'http://127.0.0.1:4711'],
])('%s', (_, environment, address) => {
  expect(addressOf(loadConfig(environment), 4711)).toBe(address);
});
