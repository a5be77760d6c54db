// Looking now and then: by itself, never twice at once, and with an end.
import { Poll } from '#platform/time/poll.js';

const EVERY_MS = 250;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A poll whose looks end when the test says so. */
function held() {
  let looks = 0;
  let end: () => void = () => undefined;
  const poll = new Poll(() => {
    looks++;
    return new Promise((resolve) => (end = resolve));
  }, EVERY_MS);
  return { poll, looks: () => looks, end: () => end() };
}

describe('a poll', () => {
  it('tells once of looks that fail, until one succeeds, and never rejects then', async () => {
    const told: unknown[] = [];
    let error: Error | null = new Error('away');
    const poll = new Poll(
      () => (error ? Promise.reject(error) : Promise.resolve()),
      EVERY_MS,
      (failure) => told.push(failure),
    );
    await poll.tick();
    await poll.tick();
    expect(told).toEqual([error]);
    error = null;
    await poll.tick();
    error = new Error('away again');
    await poll.tick();
    expect(told.map(String)).toEqual(['Error: away', 'Error: away again']);
  });

  it('looks as often as it was told, from its start on', async () => {
    let looks = 0;
    const poll = new Poll(() => Promise.resolve(void looks++), EVERY_MS);
    expect(looks).toBe(0);
    poll.start();
    await vi.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(looks).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(4 * EVERY_MS);
    expect(looks).toBe(5);
    await poll.stop(EVERY_MS);
    await vi.advanceTimersByTimeAsync(4 * EVERY_MS);
    expect(looks).toBe(5);
  });

  it('never looks twice at once: a tick joins the look that is under way', async () => {
    const { poll, looks, end } = held();
    poll.start();
    vi.advanceTimersByTime(10 * EVERY_MS);
    expect(looks()).toBe(1);
    const joined = poll.tick();
    expect(looks()).toBe(1);
    end();
    await joined;
    vi.advanceTimersByTime(EVERY_MS);
    expect(looks()).toBe(2);
    end();
    await poll.stop(EVERY_MS);
  });

  it('does not keep the process alive', () => {
    vi.useRealTimers();
    const started = vi.spyOn(globalThis, 'setInterval');
    const { poll } = held();
    poll.start();
    const timer = started.mock.results[0]?.value as NodeJS.Timeout;
    started.mockRestore();
    expect(timer.hasRef()).toBe(false);
    return poll.stop(0);
  });

  it('waits at its end for the look that is under way, and then does the last', async () => {
    const { poll, end } = held();
    const order: string[] = [];
    void poll.tick().then(() => order.push('the look has ended'));
    const stopped = poll.stop(60_000, () => Promise.resolve(void order.push('the last')));
    end();
    await stopped;
    expect(order).toEqual(['the look has ended', 'the last']);
  });

  it('does not wait for ever: a look that never ends is left behind', async () => {
    const { poll } = held();
    void poll.tick();
    await poll.stop(1);
  });
});
