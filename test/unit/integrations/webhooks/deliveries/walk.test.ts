// A walk over many deliveries: how much of it one call does, and where the next one goes on.
import { readFileSync } from 'node:fs';
import { PORTIONS_A_CALL, portionsOfACall } from '#integrations/webhooks/deliveries/portions.js';
import { fromIdCursor, fromWaitingCursor } from '#integrations/webhooks/deliveries/walk-cursor.js';
import { WALK_MS } from '#platform/time/time-budget.js';
import { HeldClock } from '../../../../support/clock.js';

describe('one call', () => {
  it('does so many portions', () => {
    const mayBegin = portionsOfACall(new HeldClock());
    expect(Array.from({ length: PORTIONS_A_CALL + 2 }, mayBegin)).toEqual([
      ...Array<boolean>(PORTIONS_A_CALL).fill(true),
      false,
      false,
    ]);
  });

  it('does one, and ends when that took so long that it has to be answered', () => {
    const clock = new HeldClock();
    const mayBegin = portionsOfACall(clock);
    clock.advance(WALK_MS);
    expect([mayBegin(), mayBegin()]).toEqual([true, false]);
  });
});

it('the cursors that the contract shows are such as it gives', () => {
  const path = new URL('../../../../../generated/openapi.json', import.meta.url);
  const { schemas } = (JSON.parse(readFileSync(path, 'utf8')) as Contract).components;
  const shown = (name: string) => schemas[name]!.properties.cursor.examples[0]!;
  expect(fromIdCursor('MISSED', shown('RecoverDeliveriesBody'))).not.toBeNull();
  expect(fromWaitingCursor(shown('SkipDeliveriesBody'))).not.toBeNull();
});

interface Contract {
  components: { schemas: Record<string, { properties: { cursor: { examples: string[] } } }> };
}
