import type { PoolClient } from 'pg';

/** A pool or a client in a transaction: whatever can be asked. */
export type Queryable = Pick<PoolClient, 'query'>;
