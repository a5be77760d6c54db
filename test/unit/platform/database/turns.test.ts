// Places: so many at once for each holder and for all, the others in turns of the holders.
import { Turns } from '#platform/database/turns.js';

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
  const turns = new Turns({ each: 2 });
  const jobs = [job(), job(), job(), job()];
  const held = jobs.map((one) => turns.hold('a', one.work));
  await turn();
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 0, 0]);
  jobs[1]?.end();
  await turn();
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 1, 0]);
  for (const { end } of jobs) end();
  await Promise.all(held);
  expect(jobs.map(({ started }) => started.length)).toEqual([1, 1, 1, 1]);
});

it('nobody waits for another holder while there are places', async () => {
  const turns = new Turns({ each: 1 });
  const [one, other] = [job(), job()];
  const held = [turns.hold('a', one.work), turns.hold('b', other.work)];
  await turn();
  expect([one.started.length, other.started.length]).toEqual([1, 1]);
  one.end();
  other.end();
  await Promise.all(held);
});

it('work that fails gives its place back, and says so', async () => {
  const turns = new Turns({ each: 1 });
  await expect(turns.hold('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.hold('a', () => Promise.resolve(7))).resolves.toBe(7);
});

/** One place for all, held by a first job; then these holders' jobs in the order they ended up being done. */
async function orderOf(holders: string[]): Promise<string> {
  const turns = new Turns({ all: 1, each: 1 });
  const first = job();
  const done: string[] = [];
  const held = holders.map((holder) =>
    turns.hold(holder.charAt(0), () => Promise.resolve(void done.push(holder))),
  );
  const before = turns.hold('first', first.work);
  first.end();
  await Promise.all([before, ...held]);
  return done.join(' ');
}

it('holders come in turns, however much one of them asked for first', async () => {
  expect(await orderOf(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'])).toBe('a1 a2 b1 c1 a3 b2 a4');
});

it('who may hold no more is passed over, and nobody has more than his share of all places', async () => {
  const turns = new Turns({ all: 3, each: 2 });
  const [mine, theirs] = [
    [job(), job(), job()],
    [job(), job()],
  ];
  const held = [
    ...mine.map((one) => turns.hold('a', one.work)),
    ...theirs.map((one) => turns.hold('b', one.work)),
  ];
  const started = () => [...mine, ...theirs].map((one) => one.started.length).join('');
  await turn();
  expect(started()).toBe('11010');
  theirs[0]?.end();
  await turn();
  expect(started()).toBe('11011');
  for (const { end } of [...mine, ...theirs]) end();
  await Promise.all(held);
});

it('more than may wait are refused at once, and half of them is the most for one holder', async () => {
  const turns = new Turns({ each: 1, waiting: 4 });
  const first = [job(), job(), job()];
  const held = first.map((one, index) => turns.hold(`${index}`, one.work));
  const waiting = [job(), job(), job(), job()];
  held.push(...waiting.map((one, index) => turns.hold(`${index % 2}`, one.work)));
  await expect(turns.hold('0', job().work)).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    reason: 'QUEUE_FULL',
  });
  await expect(turns.hold('2', job().work)).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    reason: 'QUEUE_FULL',
  });
  await expect(turns.hold('3', () => Promise.resolve(3))).resolves.toBe(3);
  for (const { end } of [...first, ...waiting]) end();
  await Promise.all(held);
});
