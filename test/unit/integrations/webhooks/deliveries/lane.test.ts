// What one process does with one endpoint at once.
import { Lane, type Item } from '#integrations/webhooks/deliveries/lane.js';

const items = (count: number, isOld = false) => Array.from({ length: count }, () => ({ isOld }) as Item);

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
  expect(lane.room).toBe(64);
  lane.add(items(64));
  expect([lane.room, lane.isLow]).toEqual([0, false]);
  lane.next();
  lane.ended(9_000);
  lane.drain();
  expect([lane.room, lane.roomForNew, lane.isEmpty]).toEqual([1, 0, true]);
});

it('what was taken and not begun says nothing of how quick it is', () => {
  const lane = new Lane();
  lane.add(items(40));
  lane.next();
  lane.ended(6_000);
  for (let left = 0; left < 39; left++) {
    lane.next();
    lane.dropped();
  }
  expect([lane.isEmpty, lane.isDone, lane.room]).toEqual([true, false, 1]);
});

describe('what is late and what happened just now', () => {
  const sent = (lane: Lane, count: number, maySendOld?: () => boolean) =>
    Array.from({ length: count }, () => {
      const item = lane.next(maySendOld);
      if (item) lane.ended(10);
      return item && (item.isOld ? 'old' : 'new');
    });

  it('new ones do not wait for those that are late, which still get every fourth place', () => {
    const lane = new Lane();
    lane.add([...items(10, true), ...items(10)]);
    expect(sent(lane, 8)).toEqual(['new', 'new', 'new', 'old', 'new', 'new', 'new', 'old']);
  });

  it('late ones that may not leave yet hold nobody up', () => {
    const lane = new Lane();
    lane.add([...items(3, true), ...items(5)]);
    expect(sent(lane, 6, () => false)).toEqual(['new', 'new', 'new', 'new', 'new', null]);
    expect(sent(lane, 3)).toEqual(['old', 'old', 'old']);
  });

  it('there is room for new ones, whatever waits that is late', () => {
    const lane = new Lane();
    lane.add(items(64, true));
    expect([lane.room, lane.roomForNew]).toEqual([0, 256]);
  });
});
