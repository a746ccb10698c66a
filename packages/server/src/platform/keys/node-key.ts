import { randomBytes, scrypt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fromHex, ok, type Result, refused, toHex } from '@portolan/kernel';
import { nodeCatalogue } from '../catalogue.ts';
import type { NodeConfig } from '../config.ts';

/** The key under which the node keeps all others. */
export interface NodeKey {
  readonly bytes: Uint8Array;
  /** False only for the sample: its node key lies in the data folder beside what it protects. */
  readonly outside: boolean;
  /** Where it lies, for the person who starts the node. */
  readonly place: string;
}

const keyLength = 32;
const derive = promisify(scrypt) as (
  passphrase: string,
  salt: string,
  length: number,
  cost: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;

/**
 * The node key: from the key file, else from the passphrase, else from a file made on the first start. That file stands
 * beside the data folder, so that a copy of the folder opens nothing; only the sample's stands inside.
 */
export async function loadNodeKey(
  config: NodeConfig,
  sample: boolean,
  salt: string,
): Promise<Result<NodeKey>> {
  if (config.keyFile !== undefined) return fromFile(resolve(config.keyFile), config.dataFolder);
  if (config.passphrase !== undefined) return ok(await fromPassphrase(config.passphrase, salt));
  if (!sample) return fromFile(`${config.dataFolder}.key`, config.dataFolder);
  const place = join(config.dataFolder, 'sample-node.key');
  const bytes = await readOrCreate(place);
  return bytes.ok ? ok({ bytes: bytes.value, outside: false, place }) : bytes;
}

async function fromFile(place: string, dataFolder: string): Promise<Result<NodeKey>> {
  if (isInside(place, dataFolder)) return refused(unusable(place, 'it lies inside the data folder'));
  const bytes = await readOrCreate(place);
  return bytes.ok ? ok({ bytes: bytes.value, outside: true, place }) : bytes;
}

async function fromPassphrase(passphrase: string, salt: string): Promise<NodeKey> {
  const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 };
  return { bytes: await derive(passphrase, salt, keyLength, cost), outside: true, place: 'the passphrase' };
}

async function readOrCreate(place: string): Promise<Result<Uint8Array>> {
  try {
    const text = await readFile(place, 'utf8').catch(unlessAbsent);
    if (text === undefined) return ok(await create(place));
    const bytes = fromHex(text.trim());
    if (bytes?.length !== keyLength)
      return refused(unusable(place, 'it does not hold 64 hexadecimal digits'));
    return ok(bytes);
  } catch (error) {
    return refused(unusable(place, (error as NodeJS.ErrnoException).code ?? 'unreadable'));
  }
}

async function create(place: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(randomBytes(keyLength));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, `${toHex(bytes)}\n`, { mode: 0o600, flag: 'wx' });
  return bytes;
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

function isInside(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function unusable(file: string, reason: string) {
  return nodeCatalogue.refuse('NODE_KEY_FILE', { params: { file, reason } });
}
