// Whether the service answers. Any call may find that it does not; that it does again is only for the look at its health to say, for
// some calls are answered without the database.
import { createStore } from '../store.js';
import type { ApiFailure } from './failure.js';
import type { CalledOperation } from './ways.js';

export const connection = createStore<'here' | 'away'>('here');

export function noteAnswer(id: CalledOperation, failure: ApiFailure): void {
  // That somebody else is away, the service says.
  if (failure.isAway && id !== 'ready' && failure.reason !== 'PROVIDER_AWAY') connection.set('away');
}
