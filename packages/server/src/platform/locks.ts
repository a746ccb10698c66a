/** Advisory locks of one database, in one place so that no two areas take the same number. 'PORT' in ASCII, then a count. */
export const advisoryLocks = {
  migration: 0x504f5254_01,
  /** Held for its whole life by the node that owns an embedded database. */
  node: 0x504f5254_02,
  /** Held by the one sequencer of the log. */
  sequencer: 0x504f5254_03,
  outbox: 0x504f5254_04,
  creation: 0x504f5254_05,
  /** With a tenant: one writer of its trace ledger at a time. */
  traceability: 0x54524143,
} as const;
