import { issueAttestations } from '@portolan/contract';
import type { JsonObject } from '@portolan/kernel';
import { attestationTypes, checkPartyDocument, isAttestationType } from '@portolan/parties';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readBytes, readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { rowsOfCsv } from '../party/attestation-rows.ts';
import { attestRequestCommands } from './attest-requests.ts';

const examples = `
Types: ${attestationTypes.join(', ')}.
A JSON file holds one attestation; a CSV file one a row, with columns such as organization.name, organization.did,
organization.address.country, checks.what, checks.how, checks.on, from, and the fields of the type.

Examples:
  portolan attest account.json --type BankAccountHolderAffirmation --as importer
  portolan attest members.csv --type ChamberMembershipAffirmation --copy-to did:key:z6Mk… --as importer
  portolan attest members.csv --type ChamberMembershipAffirmation --check    look over the rows, sign nothing
  portolan attest requests --as importer                                     what you asked and were asked

${exitCodesHelp}`;

interface AttestFlags extends NodeFlags {
  readonly type: string;
  readonly until?: string;
  readonly at?: string;
  readonly copyTo: readonly string[];
  readonly check?: boolean;
}

/** Attestations that one call carries. */
const BATCH = 200;

/** `portolan attest`: signs what you checked about others, one or many at once, and sends it to them. */
export function attestCommand(io: Io): Command {
  const command = new Command('attest')
    .description('Attest what you checked about an organization, or about many from a sheet')
    .argument('<file>', 'JSON of one attestation, or CSV of many')
    .option('--type <type>', 'type of the attestations', '')
    .option('--until <date>', 'last day on which the credentials are valid')
    .option('--at <time>', 'time of a story; sample organizations only')
    .option('--copy-to <did>', 'who gets a copy beside the subject; may be repeated', collect, [])
    .option('--check', 'look over the rows, sign nothing')
    .addHelpText('after', examples)
    .action(async (file: string, flags: AttestFlags) => {
      io.exitCode = await runAttest(io, file, flags);
    });
  withNodeFlags(command);
  for (const one of attestRequestCommands(io)) command.addCommand(one);
  return command;
}

async function runAttest(io: Io, file: string, flags: AttestFlags): Promise<number> {
  const documents = await readDocuments(file, flags.type);
  if (!documents.ok) return reportFailure(io, flags, documents);
  if (flags.check) return runCheck(io, flags, documents.value);
  return withNode(io, flags, async (node) => {
    const { type, until, at, copyTo } = flags;
    const items: {
      row: number;
      digest?: string;
      refusals: { message: string; mend: string; path: string }[];
    }[] = [];
    for (let from = 0; from < documents.value.length; from += BATCH) {
      const batch = documents.value.slice(from, from + BATCH);
      const attestations = batch.map((document) => ({
        type,
        document,
        ...(until ? { validUntil: until } : {}),
      }));
      const body = { attestations, copyTo: [...copyTo], ...(at ? { storyAt: at } : {}) };
      const issued = await node.call(issueAttestations, { body });
      if (!issued.ok) return issued;
      items.push(...issued.value.items.map((item) => ({ ...item, row: item.row + from })));
    }
    const wrong = items.filter(({ digest }) => digest === undefined);
    report(io, flags, { items }, [
      `${counted(items.length - wrong.length, 'attestation')} signed and sent.`,
      ...wrong.flatMap(({ row, refusals }) => refusals.map((one) => rowLine(row, one))),
    ]);
    return done(wrong.length > 0 ? exitCodes.refused : exitCodes.ok);
  });
}

function runCheck(io: Io, flags: AttestFlags, documents: readonly JsonObject[]): number {
  const { type } = flags;
  if (!isAttestationType(type)) return exitCodes.usage;
  const items = documents.map((document, row) => {
    const checked = checkPartyDocument(type, document);
    return { row, refusals: checked.ok ? [] : [...checked.refusals] };
  });
  const wrong = items.filter(({ refusals }) => refusals.length > 0);
  report(io, flags, { items }, [
    `${counted(items.length - wrong.length, 'attestation')} in order, ${wrong.length} not.`,
    ...wrong.flatMap(({ row, refusals }) => refusals.map((one) => rowLine(row, one))),
  ]);
  return wrong.length > 0 ? exitCodes.refused : exitCodes.ok;
}

function rowLine(
  row: number,
  { path, message, mend }: { path: string; message: string; mend: string },
): string {
  return `  row ${row + 1}${path ? ` ${path}` : ''}: ${message} ${mend}`;
}

async function readDocuments(file: string, type: string): Promise<Outcome<JsonObject[]>> {
  if (!isAttestationType(type)) {
    const expected = `one of ${attestationTypes.join(', ')}`;
    return refuse('CLI_OPTION_INVALID', { option: '--type', value: type, expected }, exitCodes.usage);
  }
  if (/\.csv$/i.test(file)) {
    const bytes = await readBytes(file);
    return bytes.ok ? done(rowsOfCsv(new TextDecoder().decode(bytes.value))) : bytes;
  }
  const value = await readJsonObject(file, `a ${type}`);
  if (!value.ok) return value;
  const { type: _, ...document } = value.value;
  const checked = outcomeOf(checkPartyDocument(type, document));
  return checked.ok ? done([document]) : checked;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
