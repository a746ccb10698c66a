import type { StatusSnapshot, Trust, Verdict } from '@portolan/credentials';
import { parseInstant, type Result } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { VerifyOptions } from '@portolan/ledger';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readBytes, readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { done, type Outcome, outcomeOf } from '../outcome.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';
import { verifyCommand } from './verify.ts';

const examples = `
Needs no node and no network. A receipt is proved against the key of its log, which you get from the log's owner once
(GET /log/key); a credential against the key of its issuer. Evidence is {credential, receipt} in one file.

Examples:
  portolan verify receipt.json --log-key "portolan.example/log+…"
  portolan verify receipt.json --log-key "…" --document invoice.xml
  portolan verify certificate.vc.json                 any form of proof, and tokens (vc+jwt, vc+sd-jwt)
  portolan verify certificate.evidence.json           what portolan evidence saves

Exit codes: 0 verified, 1 refused, 2 wrong usage, 5 nothing against it, but a key or list is not at hand.`;

interface VerifyFlags extends OutputFlags {
  readonly logKey: readonly string[];
  readonly issuer: readonly string[];
  readonly didDocument: readonly string[];
  readonly witnesses?: string;
  readonly document?: string;
  readonly at?: string;
}

/** `portolan verify` as a command: reads the files, and hands them to the verifier. */
export function verifyFileCommand(io: Io): Command {
  const command = new Command('verify')
    .description('Verify a receipt or a credential, offline')
    .argument('<file>', 'receipt, credential, or both in one file')
    .option(
      '--log-key <key>',
      'key of a log or witness that you trust; may be repeated (PORTOLAN_LOG_KEYS, by blanks)',
      collect,
      [],
    )
    .option('--issuer <did>', 'issuer that you take for accredited; may be repeated', collect, [])
    .option('--did-document <file>', 'DID document that you got from its owner; may be repeated', collect, [])
    .option('--witnesses <count>', 'how many witnesses must have cosigned the checkpoint')
    .option('--document <file>', 'the document that the receipt must be for')
    .option('--at <time>', 'judge dates and status as of this time (now)')
    .addHelpText('after', examples)
    .action(async (file: string, flags: VerifyFlags) => {
      io.exitCode = await runVerify(io, file, flags);
    });
  return withJsonFlag(command);
}

async function runVerify(io: Io, file: string, flags: VerifyFlags): Promise<number> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return reportFailure(io, flags, bytes);
  const options = await optionsOf(io, flags);
  if (!options.ok) return reportFailure(io, flags, options);
  const { lines, exitCode, report: verdict } = await verifyCommand(bytes.value, options.value);
  report(io, flags, verdict, lines);
  return exitCode;
}

async function optionsOf(io: Io, flags: VerifyFlags): Promise<Outcome<VerifyOptions>> {
  const at = outcomeOf(parseInstant(flags.at ?? io.now()), exitCodes.usage);
  if (!at.ok) return at;
  const document = flags.document === undefined ? done(undefined) : await readBytes(flags.document);
  if (!document.ok) return document;
  const didDocuments: unknown[] = [];
  for (const file of flags.didDocument) {
    const read = await readJsonObject(file, 'a DID document');
    if (!read.ok) return read;
    didDocuments.push(read.value);
  }
  const fromEnvironment = io.env.PORTOLAN_LOG_KEYS?.split(/\s+/).filter(Boolean) ?? [];
  return done({
    crypto: nodeCrypto,
    verify: verifyAnyForm,
    verifyList: verifyAnyList,
    at: at.value,
    logKeys: [...flags.logKey, ...fromEnvironment],
    ...(flags.issuer.length > 0 && { issuers: flags.issuer }),
    ...(didDocuments.length > 0 && { didDocuments }),
    ...(flags.witnesses !== undefined && { witnesses: Number(flags.witnesses) }),
    ...(document.value && { document: document.value }),
  });
}

/** The libraries of the field are large: loaded when the first file is there. */
async function verifyAnyForm(credential: unknown, trust: Trust): Promise<Verdict> {
  const forms = await import('@portolan/credentials/forms/verify');
  return forms.verifyAnyForm(credential, trust);
}

async function verifyAnyList(list: unknown, trust: Trust): Promise<Result<StatusSnapshot>> {
  const forms = await import('@portolan/credentials/forms/verify');
  return forms.verifyAnyStatusList(list, trust);
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
