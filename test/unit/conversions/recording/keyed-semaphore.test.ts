// Places: so many at once for each holder, the others in the order they came.
import { KeyedSemaphore } from '#conversions/recording/keyed-semaphore.js';

/** Work that ends when it is told to. */
function job() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  const started: boolean[] = [];
  return {
    started,
    end: () => end(),
    work: () => {
      started.push(true);
      return done;
    },
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('lets in as many as there are places, and the next when one is given back', async () => {
  const places = new KeyedSemaphore(2);
  const jobs = [job(), job(), job(), job()];
  const held = jobs.map((one) => places.hold('a', one.work));
  await turn();
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 0, 0]);
  jobs[1]?.end();
  await turn();
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 1, 0]);
  for (const { end } of jobs) end();
  await Promise.all(held);
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 1, 1]);
});

it('nobody waits for another holder', async () => {
  const places = new KeyedSemaphore(1);
  const [one, other] = [job(), job()];
  const held = [places.hold('a', one.work), places.hold('b', other.work)];
  await turn();
  expect([one.started.length, other.started.length]).toEqual([1, 1]);
  one.end();
  other.end();
  await Promise.all(held);
});

it('work that fails gives its place back, and says so', async () => {
  const places = new KeyedSemaphore(1);
  await expect(places.hold('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(places.hold('a', () => Promise.resolve(7))).resolves.toBe(7);
});
