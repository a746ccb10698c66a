/** What a node process says when it answers requests. */
export interface NodeReady {
  readonly url: string;
  /** The folder that the embedded PostgreSQL serves. */
  readonly databaseFolder: string;
}

/** What a node process holds: bytes, and connections to its database. */
export interface NodeUse {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly connections: number;
  /** Queries that wait for a connection. */
  readonly waiting: number;
  /** Seconds of processor time since the process began, all its threads together. */
  readonly cpu: number;
  /** The part of it that the one thread took on which requests are handled. */
  readonly mainCpu: number;
}

export interface NodeMessage {
  readonly ready?: NodeReady;
  readonly use?: NodeUse;
}
