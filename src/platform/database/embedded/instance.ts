// What a caller gets: a running PostgreSQL and the way to it.

/** Where and as whom the service talks to PostgreSQL; fits `pg` and TypeORM as it is. */
export interface Connection {
  /** the folder of the Unix socket */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface EmbeddedPostgres {
  connection: Connection;
  /** where the data really lies: copy this folder, while nothing runs, to back it up */
  dataDirectory: string;
  /** whether this process started it; if not, stop() does nothing */
  owned: boolean;
  /** Stops PostgreSQL (fast; after 5 s at once) and everything that belongs to it. Safe to call twice. */
  stop(): Promise<void>;
}
