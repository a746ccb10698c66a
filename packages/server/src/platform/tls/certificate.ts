import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { NodeConfig } from '../config.ts';
import { issueAuthority, issueServer, type KeyedCertificate } from './issue.ts';

/** What the server presents, and the file with the authority that a client must trust. */
export interface ServerCertificate extends KeyedCertificate {
  readonly authorityFile: string;
}

const renewDays = 30;
const msPerDay = 86_400_000;

/** The node's certificate from its own authority, both kept in the data folder; renewed before it ends and when names are added. */
export async function serverCertificate(config: NodeConfig, now: Date): Promise<ServerCertificate> {
  const folder = join(config.dataFolder, 'tls');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = namesOf(config);
  const authority =
    (await readPair(folder, 'authority')) ??
    (await keepPair(folder, 'authority', await issueAuthority('Portolan local authority', now)));
  const known = await readPair(folder, 'server');
  const server =
    known && serves(known, names, authority, now)
      ? known
      : await keepPair(folder, 'server', await issueServer(authority, names, now));
  return { ...server, authorityFile: join(folder, 'authority.pem') };
}

function namesOf({ host, publicUrl }: NodeConfig): string[] {
  const publicName = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const bound = ['0.0.0.0', '::'].includes(host) ? [] : [host];
  return [...new Set(['localhost', '127.0.0.1', '::1', ...bound, ...publicName])];
}

function serves(
  pair: KeyedCertificate,
  names: readonly string[],
  authority: KeyedCertificate,
  now: Date,
): boolean {
  const certificate = new X509Certificate(pair.certificate);
  const lasts = Date.parse(certificate.validTo) - now.getTime() > renewDays * msPerDay;
  const covers = names.every(
    (name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined,
  );
  return lasts && covers && certificate.verify(new X509Certificate(authority.certificate).publicKey);
}

async function readPair(folder: string, name: string): Promise<KeyedCertificate | undefined> {
  try {
    return {
      certificate: await readFile(join(folder, `${name}.pem`), 'utf8'),
      privateKey: await readFile(join(folder, `${name}.key`), 'utf8'),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function keepPair(folder: string, name: string, pair: KeyedCertificate): Promise<KeyedCertificate> {
  await writeFile(join(folder, `${name}.key`), pair.privateKey, { mode: 0o600 });
  await writeFile(join(folder, `${name}.pem`), pair.certificate);
  return pair;
}
