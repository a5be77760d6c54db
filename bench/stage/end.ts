// What has to be undone at the end, whatever the end is: done, failed or Ctrl-C. Last made, first undone.

type Undo = () => void | Promise<void>;

export class End {
  private readonly undos: Undo[] = [];
  private ending: Promise<void> | undefined;

  /** Ends well on Ctrl-C and the like too: exit code 130. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.reach().then(() => process.exit(130)));
    }
  }

  /** Undone at the end. */
  with(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Undoes everything; what fails does not keep the rest from being undone. */
  reach(): Promise<void> {
    return (this.ending ??= this.undoAll());
  }

  private async undoAll(): Promise<void> {
    for (let undo = this.undos.pop(); undo; undo = this.undos.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`At the end: ${String(error)}\n`);
      }
    }
  }
}
