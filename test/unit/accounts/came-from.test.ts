// What is kept of where a person's call comes from.
import { networkOf } from '#accounts/audit-log/actor.js';
import { deviceOf } from '#accounts/sessions/came-from.js';

it.each([
  ['203.0.113.77', '203.0.113.0'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['fe80::1%eth0', 'fe80::'],
  ['', null],
  ['unknown', null],
])('of the address %s %s is kept', (address, kept) => {
  expect(networkOf(address)).toBe(kept);
});

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
it.each([
  [CHROME, 'Chrome on Windows'],
  [`${CHROME} Edg/126.0.0.0`, 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['curl/8.5.0', 'Unknown'],
  ['<img src=x onerror=alert(1)> Firefox/1', 'Firefox'],
  ['', 'Unknown'],
])('the browser that calls itself %s is told as %s, in our words alone', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
