// The two ways in which the embedded PostgreSQL refuses to start, each telling its cure.

/** A living instance owns the data folder; it has not been touched. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dataDir: string,
    readonly processId: number,
    by: string,
  ) {
    super(
      `The data folder ${dataDir} is in use by ${by}. ` +
        `Stop that instance first, or set DATA_DIR to another folder.`,
    );
  }
}

/** There is no PostgreSQL for this machine, or none that may run here. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = 'EmbeddedPostgresUnavailable';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded PostgreSQL cannot run here: ${reason} ` +
        `Set DATABASE_URL to use a PostgreSQL of your own (14 or newer) instead.`,
      options,
    );
  }
}
