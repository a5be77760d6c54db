// Whoever looks for what is due. Another process may be that: then nobody need be told.

export abstract class Waker {
  /** There is something new: look soon. Never throws, never waits. */
  abstract wake(): void;
}
