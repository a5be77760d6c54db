// What a group writer tells of itself.
import { setImmediate as turn } from 'node:timers/promises';
import { GroupWriter } from '#platform/database/group-writer.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Scrape } from '../../../support/scrape.js';

const writer = { writer: 'orders' };

/** A writer whose writes end when the test says so. */
function stuckWriter(options: { queueSize: number; groupSize: number }) {
  const metrics = new Metrics();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const group = new GroupWriter<number, number>(
    async (values) => {
      await released;
      return values;
    },
    { ...options, parallel: 1, metrics: metrics.writer('orders') },
  );
  const look = async () => new Scrape(await metrics.text());
  return { submit: (value: number, merchant: string) => group.submit(value, merchant), release, look };
}

it('a refusal because of a full queue is counted; what was taken waits in the queue', async () => {
  const { submit, release, look } = stuckWriter({ queueSize: 4, groupSize: 1 });
  const taken = ['a', 'a', 'b', 'b'].map((merchant, index) => submit(index, merchant));
  await expect(submit(4, 'c')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  const full = await look();
  expect(full.value('refcampaign_queue_refused_total', writer)).toBe(1);
  release();
  await Promise.all(taken);
  expect((await look()).value('refcampaign_queue_refused_total', writer)).toBe(1);
});

it("a refusal of one merchant's share is counted too, and nobody's name is told", async () => {
  const { submit, release, look } = stuckWriter({ queueSize: 4, groupSize: 1 });
  const taken = [submit(0, 'mer_a'), submit(1, 'mer_a')];
  await expect(submit(2, 'mer_a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  const seen = await look();
  expect(seen.value('refcampaign_queue_refused_total', writer)).toBe(1);
  expect(seen.text).not.toContain('mer_a');
  release();
  await Promise.all(taken);
});

it('a group is counted when it is formed, its time when all have their result', async () => {
  const { submit, release, look } = stuckWriter({ queueSize: 100, groupSize: 8 });
  const taken = Array.from({ length: 11 }, (_, index) => submit(index, 'a'));
  await turn(); // a group is formed in the next turn of the event loop
  const underWay = await look();
  expect(underWay.value('refcampaign_batch_size_sum', writer)).toBe(8);
  expect(underWay.value('refcampaign_queue_depth', writer)).toBe(3);
  expect(underWay.value('refcampaign_batch_seconds_count', writer)).toBe(0);
  release();
  await Promise.all(taken);
  const done = await look();
  expect(done.value('refcampaign_batch_size_sum', writer)).toBe(11);
  expect(done.value('refcampaign_batch_size_bucket', { ...writer, le: '4' })).toBe(1);
  expect(done.value('refcampaign_queue_depth', writer)).toBe(0);
  expect(done.value('refcampaign_batch_seconds_count', writer)).toBe(2);
});
