import { resolve } from 'node:path';
import { all, ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from './catalogue.ts';
import type { NodeConfig } from './config.ts';
import { isHostPattern } from './outbound/allowed.ts';

/** The flags of `portolan start`, as typed. */
export interface NodeFlags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly tls?: boolean;
  readonly keyFile?: string;
  readonly empty?: boolean;
  readonly fetchFrom?: readonly string[];
  /** 'off', 'token' or 'open'; without a value 'token'. */
  readonly vcApi?: string | boolean;
  readonly keyService?: string;
  readonly contexts?: string;
}

export const defaultPort = 8321;
const defaultFolder = '.portolan/data';
const largestPort = 65_535;

/**
 * How to start: each flag, else its variable (PORTOLAN_DATA, PORTOLAN_PORT, PORTOLAN_HOST, PORTOLAN_PUBLIC_URL, PORTOLAN_TLS,
 * PORTOLAN_KEY_FILE, PORTOLAN_PASSPHRASE, PORTOLAN_EMPTY, PORTOLAN_FETCH_FROM, PORTOLAN_VC_API,
 * PORTOLAN_KEY_SERVICE, PORTOLAN_KEY_SERVICE_TOKEN, PORTOLAN_CONTEXTS, PORTOLAN_WORKERS, PORTOLAN_TRUST_AGE, DATABASE_URL), else its default. Refuses every value that can't be meant.
 */
export function readConfig(
  flags: NodeFlags,
  environment: NodeJS.ProcessEnv,
  folder: string,
): Result<NodeConfig> {
  const { PORTOLAN_DATA, PORTOLAN_HOST, PORTOLAN_KEY_FILE, PORTOLAN_PASSPHRASE, DATABASE_URL } = environment;
  const port = readPort(flags.port ?? environment.PORTOLAN_PORT);
  const publicUrl = readOrigin(flags.publicUrl ?? environment.PORTOLAN_PUBLIC_URL);
  const databaseUrl = readDatabaseUrl(DATABASE_URL);
  const fetchFrom = readHosts(flags.fetchFrom ?? environment.PORTOLAN_FETCH_FROM?.split(','));
  const vcApi = readVcApi(flags.vcApi ?? environment.PORTOLAN_VC_API);
  const workers = readWorkers(environment.PORTOLAN_WORKERS);
  const trustAge = readTrustAge(environment.PORTOLAN_TRUST_AGE);
  const keyService = readKeyService(flags.keyService ?? environment.PORTOLAN_KEY_SERVICE);
  if (
    !port.ok ||
    !publicUrl.ok ||
    !databaseUrl.ok ||
    !fetchFrom.ok ||
    !vcApi.ok ||
    !keyService.ok ||
    !workers.ok ||
    !trustAge.ok
  )
    return all<unknown>([
      port,
      publicUrl,
      databaseUrl,
      fetchFrom,
      vcApi,
      keyService,
      workers,
      trustAge,
    ]) as Result<never>;
  const keyServiceToken = environment.PORTOLAN_KEY_SERVICE_TOKEN;
  const contexts = flags.contexts ?? environment.PORTOLAN_CONTEXTS;
  const keyFile = flags.keyFile ?? PORTOLAN_KEY_FILE;
  return ok({
    dataFolder: resolve(folder, flags.data ?? PORTOLAN_DATA ?? defaultFolder),
    host: flags.host ?? PORTOLAN_HOST ?? '127.0.0.1',
    port: port.value,
    tls: flags.tls ?? isYes(environment.PORTOLAN_TLS),
    empty: flags.empty ?? isYes(environment.PORTOLAN_EMPTY),
    ...(publicUrl.value ? { publicUrl: publicUrl.value } : {}),
    ...(keyFile ? { keyFile: resolve(folder, keyFile) } : {}),
    ...(PORTOLAN_PASSPHRASE ? { passphrase: PORTOLAN_PASSPHRASE } : {}),
    ...(fetchFrom.value.length > 0 ? { fetchFrom: fetchFrom.value } : {}),
    ...(databaseUrl.value ? { databaseUrl: databaseUrl.value } : {}),
    ...(vcApi.value ? { vcApi: vcApi.value } : {}),
    ...(workers.value === undefined ? {} : { workers: workers.value }),
    ...(trustAge.value === undefined ? {} : { trustAgeSeconds: trustAge.value }),
    ...(keyService.value ? { keyService: keyService.value } : {}),
    ...(keyServiceToken ? { keyServiceToken } : {}),
    ...(contexts ? { contexts: resolve(folder, contexts) } : {}),
  });
}

function readPort(text: string | undefined): Result<number> {
  if (text === undefined) return ok(defaultPort);
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= largestPort) return ok(port);
  return unusable('--port', text, 'a port is a number from 0 to 65535');
}

function readOrigin(text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === '') return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === ''
  )
    return ok(url.origin);
  return unusable('--public-url', text, 'it is an address such as https://node.example, without a path');
}

function readHosts(given: readonly string[] = []): Result<string[]> {
  const hosts = given.map((host) => host.trim().toLowerCase()).filter((host) => host !== '');
  const wrong = hosts.find((host) => !isHostPattern(host));
  if (wrong === undefined) return ok(hosts);
  return unusable('--fetch-from', wrong, 'it is a host such as mill.example, *.mill.example, or * for any');
}

/** The value may hold a password and is never shown. */
function readDatabaseUrl(text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === '') return ok(undefined);
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return ok(text);
  return unusable('DATABASE_URL', '…', 'it is an address such as postgresql://user:password@host:5432/name');
}

function readVcApi(mode: string | boolean | undefined): Result<NodeConfig['vcApi']> {
  if (mode === undefined || mode === '') return ok(undefined);
  if (mode === true) return ok('token');
  const known = (['off', 'token', 'open'] as const).find((one) => one === mode);
  return known ? ok(known) : unusable('--vc-api', String(mode), 'it is off, token or open');
}

function readKeyService(text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === '') return ok(undefined);
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return ok(new URL(text).href);
  return unusable('--key-service', text, 'it is an address such as https://keys.example');
}

function readWorkers(text: string | undefined): Result<number | undefined> {
  if (text === undefined || text === '') return ok(undefined);
  const workers = Number(text);
  if (/^\d{1,3}$/.test(text) && workers >= 1) return ok(workers);
  return unusable('PORTOLAN_WORKERS', text, 'it is a number of threads, at least 1');
}

/** Given in minutes. */
function readTrustAge(text: string | undefined): Result<number | undefined> {
  if (text === undefined || text === '') return ok(undefined);
  if (/^\d{1,5}$/.test(text)) return ok(Number(text) * 60);
  return unusable('PORTOLAN_TRUST_AGE', text, 'it is a number of minutes');
}

function isYes(text: string | undefined): boolean {
  return text !== undefined && /^(1|true|yes)$/i.test(text);
}

function unusable(flag: string, value: string, reason: string): Result<never> {
  return refused(
    nodeCatalogue.refuse('NODE_FLAG_INVALID', { params: { flag, value: value.slice(0, 100), reason } }),
  );
}
