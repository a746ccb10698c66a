import { writeFile } from 'node:fs/promises';
import { hideableIn } from '@portolan/credentials';
import { deriveCredential } from '@portolan/credentials/forms';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf, refuse } from '../outcome.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Needs no node and no network. Works on credentials of the forms ecdsa-sd-2023, bbs-2023 and vc+sd-jwt; what the issuer made
mandatory is shown whatever you choose.

Examples:
  portolan derive certificate.vc.json --list
  portolan derive certificate.vc.json --show /credentialSubject/heatNumber --save shown.vc.json
  portolan derive ticket.vc.json --show /credentialSubject/product --show /credentialSubject/carrier

Exit codes: 0 done, 1 refused, 2 wrong usage.`;

interface DeriveFlags extends OutputFlags {
  readonly show: readonly string[];
  readonly list?: boolean;
  readonly save?: string;
}

/** `portolan derive`: a credential that shows only what its holder chooses. */
export function deriveCommand(io: Io): Command {
  const command = new Command('derive')
    .description('Show only part of a credential that its issuer signed for that')
    .argument('<file>', 'the credential')
    .option('--show <pointer>', 'what to show, as a JSON pointer; may be repeated', collect, [])
    .option('--list', 'only say what may be hidden (vc+sd-jwt)')
    .option('--save <file>', 'write the derived credential there')
    .addHelpText('after', examples)
    .action(async (file: string, flags: DeriveFlags) => {
      io.exitCode = await runDerive(io, file, flags);
    });
  return withJsonFlag(command);
}

async function runDerive(io: Io, file: string, flags: DeriveFlags): Promise<number> {
  const credential = await readJsonObject(file, 'a credential');
  if (!credential.ok) return reportFailure(io, flags, credential);
  if (flags.list) return runList(io, credential.value, flags);
  if (flags.show.length === 0)
    return reportFailure(
      io,
      flags,
      refuse(
        'CLI_OPTION_INVALID',
        { option: '--show', value: '', expected: 'a JSON pointer' },
        exitCodes.usage,
      ),
    );
  const derived = outcomeOf(await deriveCredential(credential.value, { selectivePointers: flags.show }));
  if (!derived.ok) return reportFailure(io, flags, derived);
  const text = JSON.stringify(derived.value.credential, null, 2);
  if (flags.save) await writeFile(flags.save, `${text}\n`);
  const lines = flags.save ? facts([['Saved', flags.save]]) : [text];
  report(io, flags, derived.value.credential, lines);
  return exitCodes.ok;
}

/** What the holder of a token may hide, with its values. */
function runList(io: Io, credential: JsonObject, flags: DeriveFlags): number {
  const members = outcomeOf(hideableIn(credential, nodeCrypto));
  if (!members.ok) return reportFailure(io, flags, members);
  const rows = members.value.map(({ pointer, value }) => [pointer, JSON.stringify(value).slice(0, 100)]);
  report(io, flags, members.value, table([{ title: 'May be hidden' }, { title: 'Value' }], rows));
  return exitCodes.ok;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
