import {
  answerAttestation,
  askAttestation,
  declineAttestation,
  listAttestationRequests,
} from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan attest ask did:key:z6Mk… --type BankAccountHolderAffirmation --note "For the new policy" --as importer-signer
  portolan attest requests --as importer
  portolan attest answer 6f0c… account.json --as importer-signer
  portolan attest answer 6f0c… --decline "Not a client" --as importer-signer

${exitCodesHelp}`;

interface RequestFlags extends NodeFlags {
  readonly type: string;
  readonly note?: string;
  readonly at?: string;
  readonly decline?: string;
}

/** `portolan attest ask|requests|answer`: what holders ask of attesters, and what these answer. */
export function attestRequestCommands(io: Io): Command[] {
  const ask = new Command('ask')
    .description('Ask an attester, here or on another node, to attest your organization')
    .argument('<did>', 'the attester')
    .option('--type <type>', 'type of the attestation')
    .option('--note <words>', 'what for')
    .option('--at <time>', 'time of a story; sample organizations only')
    .action(async (to: string, _: unknown, command: Command) => {
      io.exitCode = await runAsk(io, to, command.optsWithGlobals());
    });
  const requests = new Command('requests')
    .description('Requests that you sent or were sent')
    .action(async (_: unknown, command: Command) => {
      io.exitCode = await runList(io, command.optsWithGlobals());
    });
  const answer = new Command('answer')
    .description('Attest what was asked, or decline')
    .argument('<id>', 'the request')
    .argument('[file]', 'JSON of the attestation')
    .option('--decline <reason>', 'decline, with the reason')
    .option('--at <time>', 'time of a story; sample organizations only')
    .action(async (id: string, file: string | undefined, _: unknown, command: Command) => {
      io.exitCode = await runAnswer(io, id, file, command.optsWithGlobals());
    });
  return [ask, requests, answer].map((command) => withNodeFlags(command).addHelpText('after', examples));
}

function runAsk(io: Io, to: string, flags: RequestFlags): Promise<number> {
  const { type, note, at } = flags;
  return withNode(io, flags, async (node) => {
    const body = { to, type, ...(note ? { note } : {}), ...(at ? { storyAt: at } : {}) };
    const asked = await node.call(askAttestation, { body });
    if (!asked.ok) return asked;
    report(io, flags, asked.value, [`Asked: ${asked.value.id}`]);
    return done(exitCodes.ok);
  });
}

function runList(io: Io, flags: RequestFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listAttestationRequests, { query: {} });
    if (!page.ok) return page;
    const columns = ['When', 'From', 'To', 'Type', 'State', 'Id'].map((title) => ({ title }));
    const rows = page.value.items.map(({ at, from, to, type, state, id }) => [
      ...[when(at), from.name, to.name, type, state, id],
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(rows.length, 'request')]);
    return done(exitCodes.ok);
  });
}

async function runAnswer(io: Io, id: string, file: string | undefined, flags: RequestFlags): Promise<number> {
  const { decline, at } = flags;
  const story = at ? { storyAt: at } : {};
  return withNode(io, flags, async (node) => {
    if (decline !== undefined) {
      const declined = await node.call(declineAttestation, {
        params: { id },
        body: { reason: decline, ...story },
      });
      if (!declined.ok) return declined;
      report(io, flags, declined.value, ['Declined.']);
      return done(exitCodes.ok);
    }
    const document = await readJsonObject(file ?? '', 'the attestation');
    if (!document.ok) return document;
    const answered = await node.call(answerAttestation, {
      params: { id },
      body: { document: document.value, ...story },
    });
    if (!answered.ok) return answered;
    report(io, flags, answered.value, [`Signed and sent: ${answered.value.digest ?? ''}`]);
    return done(exitCodes.ok);
  });
}
