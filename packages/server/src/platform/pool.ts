import { type CustomTypesConfig, Pool, types } from 'pg';

const oid = { int8: 20, date: 1082, timestamptz: 1184 } as const;

/** Times come back as the instants and dates the house uses, never as Date objects; counts as safe integers. */
const readAs: Record<number, (text: string) => unknown> = {
  [oid.int8]: safeInteger,
  [oid.date]: (text) => text,
  [oid.timestamptz]: instantOf,
};

const customTypes: CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && readAs[id]) ||
    types.getTypeParser(id, format)) as CustomTypesConfig['getTypeParser'],
};

export interface PoolOptions {
  readonly max?: number;
  readonly applicationName?: string;
}

/** A pool whose sessions speak UTC. `url` is a PostgreSQL URL; `?host=/folder` names a unix socket. */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 16,
    types: customTypes,
    application_name: options.applicationName ?? 'portolan',
    options: '-c timezone=UTC -c datestyle=ISO',
    connectionTimeoutMillis: 10_000,
  });
  // A connection may break when the database stops, idle or between two queries of a transaction; the next query then
  // reports it to who asked. Unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** '2026-06-12 14:30:00.123456+00' → '2026-06-12T14:30:00.123Z'; instants of the house have milliseconds. */
function instantOf(text: string): string {
  const [day, time = ''] = text.split(' ');
  const [clock = '', fraction = ''] = time.replace(/[+-]\d\d(:\d\d)?$/, '').split('.');
  return `${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a count beyond 2^53 cannot be read as a number');
  return value;
}
