import { listSendings, type Sending, sendDocuments, withdrawSending } from '@portolan/contract';
import { digestJson } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { partyOf } from '../node/party.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
The document is named by its digest, or by the file of a credential that your organization signed or holds.

Examples:
  portolan send certificate.vc.json --to "Sample Harbor Foods" --as grower
  portolan send sha256:5e… sha256:7a… --to did:web:harbor.example --note "For order 4711" --as grower
  portolan send production.vc.json --hide --to "Sample Coulee Trading LLC" --as oil-aurora
  portolan send --list --as grower                          what was sent to whom, and whether it arrived
  portolan send --withdraw 0197f3c2-… --as grower           take back what has not arrived yet

${exitCodesHelp}`;

interface SendFlags extends NodeFlags {
  readonly to?: string;
  readonly note?: string;
  readonly key?: string;
  readonly hide?: boolean;
  readonly list?: boolean;
  readonly withdraw?: string;
}

/** `portolan send`: documents to another party, and what became of them. */
export function sendCommand(io: Io): Command {
  const command = new Command('send')
    .description('Send documents that your organization signed or holds to another party')
    .argument('[documents...]', 'digests, or files of credentials')
    .option('--to <party>', 'identifier or name of the receiver')
    .option('--note <text>', 'what it is for; the receiver and your record of disclosures keep it')
    .option('--key <text>', 'your name for this sending: the same again sends nothing twice')
    .option('--hide', 'show nothing that the issuers let their holder hide, such as prices')
    .option('--list', 'show what was sent')
    .option('--withdraw <id>', 'take back a sending that has not arrived yet')
    .addHelpText('after', examples)
    .action(async (documents: string[], flags: SendFlags) => {
      io.exitCode = await run(io, documents, flags);
    });
  return withNodeFlags(command);
}

async function run(io: Io, documents: readonly string[], flags: SendFlags): Promise<number> {
  const { withdraw, list, to } = flags;
  if (withdraw !== undefined)
    return withNode(io, flags, async (node) =>
      show(io, flags, await node.call(withdrawSending, { params: { id: withdraw } })),
    );
  if (list) return runList(io, flags);
  const digests = await digestsOf(documents);
  if (!digests.ok) return reportFailure(io, flags, digests);
  if (digests.value.length === 0)
    return reportFailure(io, flags, missing('<documents>', 'a digest or a file'));
  if (to === undefined) return reportFailure(io, flags, missing('--to', 'the identifier or name of a party'));
  return withNode(io, flags, async (node) => {
    const party = await partyOf(node, to);
    if (!party.ok) return party;
    const { note, key, hide } = flags;
    const more = { ...(note === undefined ? {} : { note }), ...(hide ? { hide } : {}) };
    const body = { digests: digests.value, to: party.value, ...more };
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return show(io, flags, await node.call(sendDocuments, { body, headers }));
  });
}

function runList(io: Io, flags: SendFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listSendings, { query: { limit: 100 } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [...linesOf(items), counted(total, 'sending')]);
    return done(exitCodes.ok);
  });
}

function show(io: Io, flags: SendFlags, sending: Outcome<Sending>): Outcome<number> {
  if (!sending.ok) return sending;
  report(io, flags, sending.value, linesOf([sending.value]));
  return done(exitCodes.ok);
}

const columns = ['Id', 'Documents', 'To', 'Sent', 'State'].map((title) => ({ title }));

function linesOf(items: readonly Sending[]): string[] {
  return table(
    columns,
    items.map(({ id, documents, toName, sentAt, state, problem }) => [
      ...[id, documents.map(({ title }) => title).join(', '), toName, when(sentAt)],
      state === 'waiting' && problem ? `waiting: ${problem}` : state,
    ]),
  );
}

/** The digests of documents that are named by digest or by file. */
async function digestsOf(documents: readonly string[]): Promise<Outcome<string[]>> {
  const digests: string[] = [];
  for (const document of documents) {
    if (document.startsWith('sha256:')) digests.push(document);
    else {
      const credential = await readJsonObject(document, 'a credential');
      if (!credential.ok) return credential;
      digests.push(digestJson(nodeCrypto, credential.value));
    }
  }
  return done(digests);
}

function missing(option: string, expected: string) {
  return refuse('CLI_OPTION_INVALID', { option, value: '', expected }, exitCodes.usage);
}
