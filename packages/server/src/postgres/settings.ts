import { totalmem } from 'node:os';

/** How the server is reached: a unix socket in a closed folder, or loopback where there are no sockets. */
export type Listen =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: number }
  | { readonly kind: 'loopback'; readonly port: number };

const mebibyte = 1024 * 1024;

/** postgresql.conf, written afresh at each start. Durable: an acknowledged commit survives the loss of power. */
export function serverSettings(listen: Listen): string {
  const settings: Record<string, string | number> = {
    listen_addresses: listen.kind === 'loopback' ? '127.0.0.1' : '',
    unix_socket_directories: listen.kind === 'socket' ? listen.folder : '',
    unix_socket_permissions: '0700',
    port: listen.port,
    password_encryption: 'scram-sha-256',
    max_connections: 120,
    shared_buffers: `${sharedBuffers()}MB`,
    effective_cache_size: `${sharedBuffers() * 3}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // No replica reads the log of an embedded server; a copy of the node is taken through SQL.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    // Rows of a burst are soon counted: plans made before that read whole tables.
    autovacuum_naptime: '15s',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'warning',
    // Statements can carry what parties keep to themselves.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
    cluster_name: 'portolan',
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name} = ${quote(value)}`)
    .join('\n')}\n`;
}

/** pg_hba.conf: a password for everybody, from this machine only. */
export const hostAccess = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  'host all all ::1/128 scram-sha-256',
  '',
].join('\n');

function quote(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** An eighth of the machine's memory, between 64 and 512 MiB: the node shares the machine with others. */
function sharedBuffers(): number {
  return Math.min(512, Math.max(64, Math.floor(totalmem() / 8 / mebibyte)));
}
