// generated/sdk.js: what every page of a merchant loads stays small, and asks nobody but us.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const script = readFileSync(new URL('../../../../generated/sdk.js', import.meta.url));

it('is less than 2 KB, compressed with gzip and with brotli', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(2000);
  expect(brotliCompressSync(script).length).toBeLessThan(2000);
});

it('names no host, loads nothing and evaluates nothing', () => {
  expect(script.toString()).not.toMatch(
    /https?:\/\/|import|require\(|eval|new Function|innerHTML|document\.write/,
  );
});

it('is one expression that leaves no name but its own behind', () => {
  expect(script.toString()).toMatch(/^\(\(\)=>\{.*\}\)\(\);\n$/s);
});
