// On a terminal people read short lines; in a pipe they are JSON.
import { createLog } from '#platform/logging/log.js';
import { toText } from '#platform/logging/text-lines.js';

/** What a log that knows nothing of a terminal writes, as text. */
function textOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(toText(line)) }));
  return lines.join('');
}

it('a line has time, level, message and fields, without quotes where none are needed', () => {
  const text = textOf((log) =>
    log.info('listening', { host: '127.0.0.1', port: 3000, note: 'two words', no: null }),
  );
  expect(text).toMatch(/^\d\d:\d\d:\d\d info {2}listening host=127\.0\.0\.1 port=3000 note="two words"\n$/);
});

it('an error shows its stack and what is behind it, indented below', () => {
  const cause = new AggregateError([new Error('refused at ::1'), new Error('refused at 127.0.0.1')]);
  const text = textOf((log) => log.error('failed', { error: new Error('broken', { cause }) }));
  expect(text).toMatch(/failed\n {4}Error: broken\n {8}at /);
  for (const words of ['AggregateError', 'refused at ::1', 'refused at 127.0.0.1'])
    expect(text).toMatch(new RegExp(`^ {4}.*${words}`, 'm'));
});

it('nothing that was sent steers the terminal, and what is no line of ours is left as it is', () => {
  const text = textOf((log) =>
    log.warn('a\u001b[2Jb', { requestId: 'x\u0007\u009by', error: new Error('\u001b]0;c') }),
  );
  for (const sign of ['\u0007', '\u001b', '\u009b']) expect(text).not.toContain(sign);
  expect(toText('plain words\n')).toBe('plain words\n');
});

it('standard output that is a terminal gets text, at once', () => {
  const before = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
  Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    createLog('fatal').fatal('seen');
    expect(write.mock.calls).toEqual([[expect.stringMatching(/ fatal seen\n$/)]]);
  } finally {
    write.mockRestore();
    if (before) Object.defineProperty(process.stdout, 'isTTY', before);
    else delete (process.stdout as { isTTY?: boolean }).isTTY;
  }
});
