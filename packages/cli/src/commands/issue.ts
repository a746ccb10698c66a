import { writeFile } from 'node:fs/promises';
import { issueCredentialRoute } from '@portolan/contract';
import { checkDocument, documentTypes, isDocumentType, readFile } from '@portolan/documents';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { Command } from 'commander';
import { dateOf } from '../arguments.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readBytes, readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';

const examples = `
The document may be JSON, UBL XML or CSV; it is checked before it is signed. Types: ${documentTypes.join(', ')}.

Examples:
  portolan issue certificate.json --as grower --save certificate.vc.json
  portolan issue invoice.xml --as grower
  portolan issue poa.json --type PowerOfAttorney --until 2027-12-31 --as importer
  portolan issue mtr.json --hideable --as steel-mill --save mtr.vc.json     its holder may hide prices and tests
  portolan issue invoice.json --hide /lines/0/unitPrice --as grower       its holder may hide this

${exitCodesHelp}`;

interface IssueFlags extends NodeFlags {
  readonly type?: string;
  readonly until?: string;
  readonly at?: string;
  readonly save?: string;
  readonly hideable?: boolean;
  readonly hide: readonly string[];
}

interface Unsigned {
  readonly type: string;
  readonly document: object;
}

/** `portolan issue`: signs a document with the organization's key that the node holds. */
export function issueCommand(io: Io): Command {
  const command = new Command('issue')
    .description("Sign a document with your organization's key, as a verifiable credential")
    .argument('<file>', 'the document')
    .option('--type <type>', 'document type, where the file does not show it')
    .option('--until <date>', 'last day on which the credential is valid')
    .option('--at <time>', 'time of a story; sample organizations only')
    .option('--hideable', 'as vc+sd-jwt: its holder may hide what is usual for the type (portolan derive)')
    .option('--hide <pointer>', 'as vc+sd-jwt: its holder may hide this; may be repeated', collect, [])
    .option('--save <file>', 'write the credential there')
    .addHelpText('after', examples)
    .action(async (file: string, flags: IssueFlags) => {
      io.exitCode = await runIssue(io, file, flags);
    });
  return withNodeFlags(command);
}

async function runIssue(io: Io, file: string, flags: IssueFlags): Promise<number> {
  const until = flags.until === undefined ? done(undefined) : dateOf(flags.until);
  if (!until.ok) return reportFailure(io, flags, until);
  const unsigned = flags.type === undefined ? await readAny(file) : await readTyped(file, flags.type);
  if (!unsigned.ok) return reportFailure(io, flags, unsigned);
  return withNode(io, flags, async (node) => {
    const body = {
      ...unsigned.value,
      ...(until.value && { validUntil: until.value }),
      ...(flags.at && { storyAt: flags.at }),
      ...formOf(flags),
    };
    const issued = await node.call(issueCredentialRoute, { body });
    if (!issued.ok) return issued;
    const { title, type, issuedAt, digest, original, credential } = issued.value;
    if (flags.save) await writeFile(flags.save, `${JSON.stringify(credential, null, 2)}\n`);
    report(io, flags, issued.value, [
      `Signed: ${title}`,
      ...facts([
        ['Type', type],
        ['Issued', when(issuedAt)],
        ['Digest', digest],
        ['Known as', original],
        ['Saved', flags.save],
      ]),
    ]);
    return done(exitCodes.ok);
  });
}

/** In which form it is signed, and what its holder may hide. */
function formOf({ hide, hideable }: IssueFlags) {
  if (!hideable && hide.length === 0) return {};
  return { form: 'vc+sd-jwt' as const, ...(hide.length > 0 ? { hideable: [...hide] } : {}) };
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function readAny(file: string): Promise<Outcome<Unsigned>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const read = outcomeOf(readFile({ name: file, bytes: bytes.value }, nodeCrypto));
  if (!read.ok) return read;
  const [first] = read.value.documents;
  if (!first || read.value.credential)
    return refuse('CLI_NOT_JSON', { file, expected: 'a document that is still to be signed' });
  return done({ type: first.type, document: first.document });
}

async function readTyped(file: string, type: string): Promise<Outcome<Unsigned>> {
  if (!isDocumentType(type)) {
    const expected = `one of ${documentTypes.join(', ')}`;
    return refuse('CLI_OPTION_INVALID', { option: '--type', value: type, expected }, exitCodes.usage);
  }
  const value = await readJsonObject(file, `a ${type}`);
  if (!value.ok) return value;
  const { type: _, ...document }: JsonObject = value.value;
  const checked = outcomeOf(checkDocument(type, document));
  return checked.ok ? done({ type, document }) : checked;
}
