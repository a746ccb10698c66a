import { writeFile } from 'node:fs/promises';
import { didKeyMethod, didKeyOf, type Signer } from '@portolan/credentials';
import { ed25519FromSeed, ed25519Seed, generateEd25519, signEd25519 } from '@portolan/kernel/node';
import { closeKey, openKey } from '@portolan/server/platform';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { done, type Outcome, outcomeOf } from '../outcome.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';

/** `portolan authority key`: a signing key that only this person has; no node ever sees it. */
export function authorityKeyCommand(io: Io): Command {
  const command = new Command('key')
    .description('Make a signing key of your own, closed under PORTOLAN_KEY_PASSPHRASE')
    .requiredOption('--save <file>', 'where to write it')
    .action(async (flags: OutputFlags & { save: string }) => {
      io.exitCode = await runKey(io, flags);
    });
  return withJsonFlag(command);
}

async function runKey(io: Io, flags: OutputFlags & { save: string }): Promise<number> {
  const { publicKey, privateKey } = generateEd25519();
  const did = didKeyOf(publicKey);
  const carried = { did, verificationMethod: didKeyMethod(did), seed: ed25519Seed(privateKey) };
  const file = outcomeOf(closeKey(carried, io.env.PORTOLAN_KEY_PASSPHRASE ?? ''), exitCodes.usage);
  if (!file.ok) return reportFailure(io, flags, file);
  await writeFile(flags.save, `${JSON.stringify(file.value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  report(io, flags, { did, saved: flags.save }, [
    'This key is yours alone. Give your organization the identifier, so that it can attest your employment.',
    ...facts([
      ['Identifier', did],
      ['Saved', flags.save],
    ]),
  ]);
  return exitCodes.ok;
}

/** A person's key from its file. Refuses another passphrase and files that are none. */
export async function personSigner(io: Io, name: string): Promise<Outcome<Signer>> {
  const file = await readJsonObject(name, 'a key file');
  if (!file.ok) return file;
  const opened = outcomeOf(openKey(file.value, io.env.PORTOLAN_KEY_PASSPHRASE ?? ''));
  if (!opened.ok) return opened;
  const { did, verificationMethod, seed } = opened.value;
  const { privateKey } = ed25519FromSeed(seed);
  return done({ did, verificationMethod, sign: (message) => signEd25519(privateKey, message) });
}
