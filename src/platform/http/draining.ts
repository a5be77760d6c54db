// Whether this process is on its way out: new calls are turned away, those under way are finished.

export class Draining {
  private begun = false;

  /** From now on new calls get 503 and `Connection: close`; health and redirects still answer. There is no way back. */
  begin(): void {
    this.begun = true;
  }

  get active(): boolean {
    return this.begun;
  }
}
