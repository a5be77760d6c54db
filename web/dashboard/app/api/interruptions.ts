// What has to happen before a call can be sent again: somebody signs in again, or says who they are. All calls wait for one answer.
import { createStore } from '../store.js';

export type InterruptionKind = 'sign-in' | 'confirm';

export interface Interruption {
  kind: InterruptionKind;
  /** Resolves to whether the calls may be sent again. */
  outcome: Promise<boolean>;
  settle: (mayRepeat: boolean) => void;
}

export const interruption = createStore<Interruption | null>(null);

/** Asks the person, after what they are being asked already. @returns whether the call may be sent again */
export async function interrupt(kind: InterruptionKind): Promise<boolean> {
  const open = interruption.get();
  if (open?.kind === kind) return open.outcome;
  if (open) {
    await open.outcome;
    return interrupt(kind);
  }
  const { promise, resolve } = deferred();
  const settle = (mayRepeat: boolean) => {
    interruption.set(null);
    resolve(mayRepeat);
  };
  interruption.set({ kind, outcome: promise, settle });
  return promise;
}

function deferred() {
  let resolve: (value: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
