// The monotonic clock of this process, held: what has a deadline by it waits until the test says that the time is over. Timers run on.

const machine = performance.now.bind(performance);
/** Milliseconds that tests have let go by beyond the machine's: time never goes back, not even when it is let go. */
let ahead = 0;
let heldAt: number | null = null;

/** @returns what moves it, and lets it go. */
export function holdTime(): { advance: (ms: number) => void; release: () => void } {
  performance.now = () => heldAt ?? machine() + ahead;
  heldAt = Math.ceil(performance.now()); // whole milliseconds add up exactly
  return {
    advance: (ms) => void (heldAt! += ms),
    release: () => {
      ahead = heldAt! - machine();
      heldAt = null;
    },
  };
}
