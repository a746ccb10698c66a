import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from '../platform/catalogue.ts';

/**
 * As whom PostgreSQL runs; it refuses root. 'namespace' is this very user under another number, so that it reaches
 * whatever this user reaches; 'dropped' is another user.
 */
export type Identity =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'dropped'; readonly uid: number; readonly gid: number };

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const preferred = ['postgres', 'nobody'];

/**
 * Chooses the identity. `dataOwner` is the user number that owns an existing database; root runs it as that user.
 * `without` leaves out user namespaces, as on a system that forbids them.
 */
export async function chooseIdentity(
  dataOwner: number | undefined,
  without?: 'namespace',
): Promise<Result<Identity>> {
  const uid = process.getuid?.();
  if (uid === undefined) return ok({ kind: 'self' });
  const accounts = await readAccounts();
  const named = accounts.some((account) => account.uid === uid);
  if (uid !== 0 && named) return ok({ kind: 'self' });

  const owner = accounts.find((account) => account.uid === dataOwner && account.uid !== 0);
  if (uid === 0 && owner) return ok({ kind: 'dropped', uid: owner.uid, gid: owner.gid });
  const stranger = strangerAmong(accounts, uid);
  if (stranger === undefined) return refused(rootRefusal('/etc/passwd lists no other user'));
  if (without !== 'namespace' && (await namespacesWork(stranger)))
    return ok({ kind: 'namespace', uid: stranger.uid, gid: stranger.gid });
  if (uid === 0) return ok({ kind: 'dropped', uid: stranger.uid, gid: stranger.gid });
  return refused(rootRefusal(`user number ${uid} has no name and user namespaces are not allowed`));
}

/** The command that runs `file` under the identity. */
export function commandAs(identity: Identity, file: string, args: readonly string[]): Command {
  if (identity.kind === 'self') return { file, args };
  if (identity.kind === 'dropped') return { file, args, uid: identity.uid, gid: identity.gid };
  return { file: 'unshare', args: [...namespaceArgs(identity), file, ...args] };
}

function namespaceArgs({ uid, gid }: { uid: number; gid: number }): string[] {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

function strangerAmong(accounts: readonly Account[], self: number): Account | undefined {
  const others = accounts.filter(({ uid }) => uid !== 0 && uid !== self);
  const known = preferred.map((name) => others.find((account) => account.name === name));
  return known.find((account) => account !== undefined) ?? others[0];
}

async function namespacesWork(account: Account): Promise<boolean> {
  try {
    await promisify(execFile)('unshare', [...namespaceArgs(account), 'true']);
    return true;
  } catch {
    return false;
  }
}

async function readAccounts(): Promise<Account[]> {
  // macOS keeps its people in a directory service; the file there lists the system's accounts only.
  const self = process.getuid?.() ?? -1;
  const present =
    process.platform === 'linux' ? [] : [{ name: 'self', uid: self, gid: process.getgid?.() ?? -1 }];
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return [...present, ...text.split('\n').flatMap(accountOf)];
}

function accountOf(line: string): Account[] {
  const [name = '', , uid = '', gid = ''] = line.split(':');
  return name === '' || line.startsWith('#') || uid === ''
    ? []
    : [{ name, uid: Number(uid), gid: Number(gid) }];
}

function rootRefusal(reason: string) {
  return nodeCatalogue.refuse('NODE_POSTGRES_ROOT', { params: { reason } });
}
