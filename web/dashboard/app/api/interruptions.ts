// What has to happen before a call can be sent again: somebody signs in again, or says who they are. All calls wait for one answer.
import { createStore } from '../store.js';

export type InterruptionKind = 'sign-in' | 'confirm';

export interface Interruption {
  kind: InterruptionKind;
  /** Out of the way: the work goes on, and a bar says what is waited for. */
  isAside: boolean;
  /** @param mayRepeat whether the calls that wait may be sent again */
  settle: (mayRepeat: boolean) => void;
  /** What somebody wanted done has failed for now, and says so; looks at the service go on waiting. */
  putAside: () => void;
  bringBack: () => void;
}

interface Waiting {
  /** Resolve to whether the calls may be sent again. */
  looking: Deferred;
  acting: Deferred;
}

export const interruption = createStore<Interruption | null>(null);
let waiting: Waiting;

/**
 * Asks the person, after what they are being asked already.
 * @param isActing whether the call is to do something, or only looks
 * @returns whether the call may be sent again
 */
export async function interrupt(kind: InterruptionKind, isActing: boolean): Promise<boolean> {
  const open = interruption.get();
  if (open && open.kind !== kind) {
    await waiting.looking.promise;
    return interrupt(kind, isActing);
  }
  if (!open) ask(kind, !isActing && isAtWork());
  else if (isActing) open.bringBack();
  return (isActing ? waiting.acting : waiting.looking).promise;
}

function ask(kind: InterruptionKind, isAside: boolean): void {
  waiting = { looking: deferred(), acting: deferred() };
  const show = (aside: boolean) => {
    const now = interruption.get();
    if (now && now.isAside !== aside) interruption.set({ ...now, isAside: aside });
  };
  interruption.set({
    kind,
    isAside,
    settle: (mayRepeat) => {
      interruption.set(null);
      waiting.looking.resolve(mayRepeat);
      waiting.acting.resolve(mayRepeat);
    },
    putAside: () => {
      show(true);
      waiting.acting.resolve(false);
      waiting.acting = deferred();
    },
    bringBack: () => show(false),
  });
}

/** Whether somebody is typing, or in the middle of something: a window that comes by itself would take the keys. */
function isAtWork(): boolean {
  return document.querySelector('dialog[open], :is(input, select, textarea):focus') !== null;
}

type Deferred = ReturnType<typeof deferred>;

function deferred() {
  let resolve: (value: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
