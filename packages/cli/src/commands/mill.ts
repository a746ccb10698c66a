import { writeFile } from 'node:fs/promises';
import { issueCredentialRoute } from '@portolan/contract';
import { disclosedCredential, isEnvelopedCredential } from '@portolan/credentials';
import { checkDocument, type MillTestReport } from '@portolan/documents';
import { isRecord, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { printedCertificate, readLaboratoryCsv } from '@portolan/programs';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readBytes, readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withLaboratory } from '../mill/laboratory.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withJsonFlag, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';

const examples = `
A mill signs the heat and its certificate with "portolan issue"; the commands here fill a certificate from the laboratory's
file, add the second signature of type 3.2, and print a certificate in the layout of EN 10168. For the code on the paper
see "portolan evidence --share".

Examples:
  portolan mill fill certificate.json --laboratory results.csv --save filled.json
  portolan issue filled.json --as steel-mill --save certificate.vc.json
  portolan mill countersign certificate.vc.json --as steel-inspector --save second.vc.json
  portolan mill print certificate.vc.json

${exitCodesHelp}`;

interface MillFlags extends NodeFlags {
  readonly laboratory: string;
  readonly save?: string;
  readonly at?: string;
}

/** `portolan mill`: certificates of a mill from laboratory to paper. */
export function millCommand(io: Io): Command {
  const group = new Command('mill')
    .description('Mill test reports: fill from the laboratory, sign a second time, print')
    .addHelpText('after', examples);
  const act = (command: Command, run: (io: Io, file: string, flags: MillFlags) => Promise<number>) =>
    command.action(async (file: string, flags: MillFlags) => {
      io.exitCode = await run(io, file, flags);
    });
  const fill = new Command('fill')
    .description("Put the laboratory's figures into the items of a certificate, by heat")
    .argument('<file>', 'the certificate that is still to be signed, as JSON')
    .requiredOption('--laboratory <csv>', 'results, one analysis or test a row')
    .option('--save <file>', 'write the filled certificate there');
  const countersign = new Command('countersign')
    .description('Sign a certificate of type 3.2 as the second inspector that it names')
    .argument('<file>', 'the certificate as the mill signed it')
    .option('--at <time>', 'time of a story; sample organizations only')
    .option('--save <file>', 'write the second signature there');
  const print = new Command('print')
    .description('Print a certificate in the field groups of EN 10168')
    .argument('<file>', 'the certificate, signed or not');
  group.addCommand(act(withJsonFlag(fill), runFill));
  group.addCommand(act(withNodeFlags(countersign), runCountersign));
  group.addCommand(act(withJsonFlag(print), runPrint));
  return group;
}

async function runFill(io: Io, file: string, flags: MillFlags): Promise<number> {
  const filled = await fillFrom(file, flags.laboratory);
  if (!filled.ok) return reportFailure(io, flags, filled);
  const text = JSON.stringify({ type: 'MillTestReport', ...filled.value }, null, 2);
  if (flags.save) await writeFile(flags.save, `${text}\n`);
  report(io, flags, filled.value, flags.save ? facts([['Saved', flags.save]]) : [text]);
  return exitCodes.ok;
}

async function fillFrom(file: string, csv: string): Promise<Outcome<MillTestReport>> {
  const certificate = await certificateIn(file);
  if (!certificate.ok) return certificate;
  const bytes = await readBytes(csv);
  if (!bytes.ok) return bytes;
  const results = outcomeOf(readLaboratoryCsv(new TextDecoder().decode(bytes.value)));
  if (!results.ok) return results;
  return outcomeOf(checkDocument('MillTestReport', withLaboratory(certificate.value, results.value)));
}

async function runCountersign(io: Io, file: string, flags: MillFlags): Promise<number> {
  const read = await certificateFile(file);
  if (!read.ok) return reportFailure(io, flags, read);
  return withNode(io, flags, async (node) => {
    const document = read.value.certificate as unknown as Record<string, unknown>;
    // The second signature hides what the first one hides, so that both can be shown in the same part.
    const form = read.value.hideable ? { form: 'vc+sd-jwt' as const } : {};
    const body = { type: 'MillTestReport', document, ...form, ...(flags.at ? { storyAt: flags.at } : {}) };
    const issued = await node.call(issueCredentialRoute, { body });
    if (!issued.ok) return issued;
    const { credential, digest, title } = issued.value;
    if (flags.save) await writeFile(flags.save, `${JSON.stringify(credential, null, 2)}\n`);
    const lines = facts([
      ['Signed', title],
      ['Digest', digest],
      ['Saved', flags.save],
    ]);
    report(io, flags, issued.value, lines);
    return done(exitCodes.ok);
  });
}

async function runPrint(io: Io, file: string, flags: MillFlags): Promise<number> {
  const certificate = await certificateIn(file);
  if (!certificate.ok) return reportFailure(io, flags, certificate);
  const groups = printedCertificate(certificate.value);
  const lines = groups.flatMap(({ fields, group, title }) => [
    `${group}  ${title}`,
    ...facts(fields.map(({ code, label, value }) => [`   ${code} ${label}`, value.replaceAll('\n', ', ')])),
    '',
  ]);
  report(io, flags, groups, lines);
  return exitCodes.ok;
}

/** A certificate from a file: the document itself, or the subject of a signed one. */
async function certificateIn(file: string): Promise<Outcome<MillTestReport>> {
  const read = await certificateFile(file);
  return read.ok ? done(read.value.certificate) : read;
}

interface CertificateFile {
  readonly certificate: MillTestReport;
  /** Whether it was signed so that its holder may hide members. */
  readonly hideable: boolean;
}

async function certificateFile(file: string): Promise<Outcome<CertificateFile>> {
  const value = await readJsonObject(file, 'a mill test report');
  if (!value.ok) return value;
  const { credentialSubject: subject } = disclosedCredential(value.value, nodeCrypto);
  const { type: _type, ...document } = (isRecord(subject) ? subject : value.value) as JsonObject;
  if (!Array.isArray(document.items)) return refuse('CLI_NOT_JSON', { file, expected: 'a mill test report' });
  const hideable = isEnvelopedCredential(value.value);
  return done({ certificate: document as unknown as MillTestReport, hideable });
}
