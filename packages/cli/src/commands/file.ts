import {
  type Draft,
  discardDraft,
  type FilingAcknowledged,
  fileDraft,
  typeDraftFields,
} from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readAnswers } from '../filing/answers.ts';
import { acknowledgementLines, draftLines } from '../filing/draft-view.ts';
import { type Folder, readFolder } from '../filing/folder.ts';
import { openDraft } from '../filing/open-draft.ts';
import { offeredFixes, proposals } from '../filing/proposals.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Failure, type Outcome, refuse } from '../outcome.ts';
import { refusalLines } from '../output/refusals.ts';
import { report, reportFailure } from '../output/report.ts';

const examples = `
The folder holds the documents of one shipment: UBL orders and invoices, JSON, CSV, signed credentials (*.vc.json). A file
filing.json beside them is not a document: {"storyAt": "2026-06-12T15:00:00Z", "typed": {"/lines/0/spi": "S"}} says when a
story happens and what the filer adds. An expected.json is passed over.

Examples:
  portolan file examples/next-truck --as broker
  portolan file ./shipment --check                     look over the draft, file nothing
  portolan file ./shipment --fix --accept              take offered corrections and proposed answers
  portolan file ./shipment --answer /lines/0/relatedParties=false --answer '/bond={"type":"8","surety":"999"}'

${exitCodesHelp}`;

interface FileFlags extends NodeFlags {
  readonly check?: boolean;
  readonly fix?: boolean;
  readonly accept?: boolean;
  readonly answer?: readonly string[];
}

/** `portolan file`: a folder of documents becomes a filed entry, or says why not. */
export function fileCommand(io: Io): Command {
  const command = new Command('file')
    .description('Make an entry from the documents in a folder, check it, and file it with the agency')
    .argument('<folder>', 'folder with the documents of one shipment')
    .option('--check', 'make and check the draft, then discard it: nothing is filed')
    .option('--fix', 'take the corrections that findings offer')
    .option('--accept', 'take the proposed answers to open questions')
    .option('--answer <pointer=value>', 'answer a question or set a field; may be repeated', collect, [])
    .addHelpText('after', examples)
    .action(async (folder: string, flags: FileFlags) => {
      io.exitCode = await runFile(io, folder, flags);
    });
  return withNodeFlags(command);
}

async function runFile(io: Io, path: string, flags: FileFlags): Promise<number> {
  const folder = await readFolder(path);
  if (!folder.ok) return reportFailure(io, flags, folder);
  const answers = readAnswers(flags.answer ?? []);
  if (!answers.ok) return reportFailure(io, flags, answers);
  return withNode(io, flags, async (node) => {
    const draft = await prepare(node, folder.value, answers.value, flags);
    if (!draft.ok) return draft;
    const blocked = blockedBy(draft.value);
    if (flags.check || blocked) return lookOver(io, node, draft.value, flags);
    const filed = await node.call(fileDraft, { params: { id: draft.value.id }, body: {} });
    if (!filed.ok) {
      if (!flags.json) io.out(draftLines(draft.value).join('\n'));
      await discard(node, draft.value);
      return filed;
    }
    return done(tell(io, flags, draft.value, filed.value));
  });
}

/** Uploads the documents, types what was given, and takes fixes and proposals where asked to. */
async function prepare(
  node: NodeClient,
  folder: Folder,
  answers: Readonly<Record<string, unknown>>,
  { fix, accept }: FileFlags,
): Promise<Outcome<Draft>> {
  const opened = await openDraft(node, folder);
  if (!opened.ok) return opened;
  const given = await typeFields(node, opened.value, { ...folder.typed, ...answers });
  if (!given.ok || !(fix || accept)) return given;
  const taken = { ...(fix && offeredFixes(given.value)), ...(accept && proposals(given.value)) };
  return typeFields(node, given.value, taken);
}

async function typeFields(
  node: NodeClient,
  draft: Draft,
  typed: Readonly<Record<string, unknown>>,
): Promise<Outcome<Draft>> {
  if (Object.keys(typed).length === 0) return done(draft);
  const changed = await node.call(typeDraftFields, { params: { id: draft.id }, body: { typed } });
  if (!changed.ok) await discard(node, draft);
  return changed;
}

/** Shows the draft and discards it; a draft that cannot be filed is a refusal unless it was only to be looked at. */
async function lookOver(io: Io, node: NodeClient, draft: Draft, flags: FileFlags): Promise<Outcome<number>> {
  await discard(node, draft);
  const blocked = blockedBy(draft);
  const lines = draftLines(draft);
  report(io, flags, { draft, filed: false, ...(blocked && { refusals: blocked.refusals }) }, lines);
  if (!blocked) return done(exitCodes.ok);
  if (!flags.json) io.error(refusalLines(blocked.refusals).join('\n'));
  return done(blocked.exitCode);
}

function blockedBy(draft: Draft): Failure | undefined {
  const { refusedFiles, canFile, blocking } = draft;
  if (refusedFiles.length > 0) return refuse('CLI_FILES_REFUSED', { count: refusedFiles.length });
  return canFile ? undefined : refuse('CLI_DRAFT_BLOCKED', { count: Math.max(1, blocking) });
}

async function discard(node: NodeClient, { id }: Draft): Promise<void> {
  await node.call(discardDraft, { params: { id } });
}

/** What was filed and what became of it. A refusal by the agency's rules is an answer, and the exit code says so. */
function tell(io: Io, flags: FileFlags, draft: Draft, filed: FilingAcknowledged): number {
  report(io, flags, { draft, filed }, [...draftLines(draft), '', ...acknowledgementLines(filed, flags)]);
  return filed.outcome === 'refuse' ? exitCodes.refused : exitCodes.ok;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
