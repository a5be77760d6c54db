// What one process does with one endpoint at once.
import { Lane, type Item } from '#integrations/webhooks/deliveries/lane.js';

const items = (count: number) => Array.from({ length: count }, () => ({}) as Item);

it('four under way, the others wait for one of them', () => {
  const lane = new Lane();
  lane.add(items(6));
  const taken = Array.from({ length: 6 }, () => lane.next());
  expect(taken.filter((item) => item !== null)).toHaveLength(4);
  lane.ended(10);
  expect([lane.next(), lane.next()].filter((item) => item !== null)).toHaveLength(1);
});

it('one that takes more than five seconds gets one at a time, until it is quick again', () => {
  const lane = new Lane();
  lane.add(items(40));
  lane.next();
  lane.ended(6_000);
  expect([lane.next() !== null, lane.next()]).toEqual([true, null]);
  for (let tried = 0; tried < 25; tried++) {
    lane.ended(20);
    lane.next();
  }
  expect(lane.next()).not.toBeNull();
});

it('so many are taken that none waits long, and none of a slow one beyond the one under way', () => {
  const lane = new Lane();
  expect(lane.room).toBe(32);
  lane.add(items(32));
  expect([lane.room, lane.isLow]).toEqual([0, false]);
  lane.next();
  lane.ended(9_000);
  lane.drain();
  expect([lane.room, lane.isEmpty]).toEqual([1, true]);
});
