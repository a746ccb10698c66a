import type { Draft, FilingAcknowledged } from '@portolan/contract';
import type { NodeFlags } from '../node/flags.ts';
import { dutyLines } from '../output/duty.ts';
import { counted, shortened, when } from '../output/format.ts';
import { pageSections } from '../output/pages.ts';
import { findingLines, refusalLines } from '../output/refusals.ts';
import { facts, table } from '../output/table.ts';

/** A draft as people look it over: documents, what they say differently, open questions, findings, duty. */
export function draftLines(draft: Draft): string[] {
  const sections = [
    section('Documents', documentLines(draft)),
    section('Files not taken', refusedFileLines(draft)),
    section('Documents that do not agree', driftLines(draft)),
    section('Open questions', askLines(draft)),
    section('In the way of filing', refusalLines(draft.obstacles)),
    section('Findings', findingLines(draft.evaluation?.findings ?? [])),
    section('Duty and fees', draft.evaluation?.duty ? dutyLines(draft.evaluation.duty) : []),
    ...pageSections(draft.pages).map(({ title, lines }) => section(title, lines)),
    section('Where the fields come from', [provenanceLine(draft)]),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));
}

/** What the node answered to the filing, and where to go on. */
export function acknowledgementLines(filed: FilingAcknowledged, { node, as }: NodeFlags): string[] {
  const flags = `${node ? ` --node ${node}` : ''}${as ? ` --as ${as}` : ''}`;
  return [
    `Filed as entry ${filed.entryNumber}.`,
    ...facts([
      ['Filed', when(filed.filedAt)],
      ['State', filed.state],
      ['Outcome', filed.outcome && (outcomes[filed.outcome] ?? filed.outcome)],
      ['Delivered', filed.delivered ? 'yes' : 'not yet: the agency node is down; the node keeps trying'],
      ['Filing', filed.envelope],
    ]),
    ...(filed.evaluation?.reasons.map((reason) => `  ${reason}`) ?? []),
    '',
    `Receipts  portolan receipt ${filed.entryNumber}${flags} --save receipts`,
    `Dossier   portolan entry ${filed.entryNumber}${flags}`,
  ];
}

const outcomes: Readonly<Record<string, string>> = {
  accept: "accepted by the agency's rules",
  refer: 'referred to an officer',
  refuse: "refused by the agency's rules",
};

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, '-'.repeat(title.length), ...lines] : [];
}

function documentLines({ evidence }: Draft): string[] {
  const columns = [
    { title: 'Document' },
    { title: 'From' },
    { title: 'Signed by' },
    { title: 'Verified' },
    { title: 'Digest' },
  ];
  const rows = evidence.map(({ title, class: origin, fileName, issuer, verdict, digest }) => [
    title,
    fileName ?? '',
    origin === 'signed' ? (issuer?.name ?? 'unknown') : 'nobody (imported)',
    verdict === undefined ? '' : verdict.verified ? 'yes' : 'NO',
    shortened(digest),
  ]);
  const failing = evidence.flatMap(
    ({ title, verdict }) =>
      verdict?.fragments
        .filter(({ outcome }) => outcome === 'failed')
        .flatMap(({ name, reason, refusals }) => [
          `${title}: ${name} failed${refusals.length > 0 ? ':' : `. ${reason}`}`,
          ...indented(refusalLines(refusals)),
        ]) ?? [],
  );
  return [...table(columns, rows), ...failing];
}

function refusedFileLines({ refusedFiles }: Draft): string[] {
  return refusedFiles.flatMap(({ name, refusals }) => [`${name}:`, ...indented(refusalLines(refusals))]);
}

function driftLines({ drifts }: Draft): string[] {
  return drifts.flatMap(({ severity, message, mend }) => [
    `${severity.toUpperCase().padEnd(6)}  ${message}`,
    `        mend: ${mend}`,
  ]);
}

function askLines({ openAsks }: Draft): string[] {
  return openAsks.flatMap(({ pointer, question, why, proposal, example, required, unanswered }) => [
    `${question}${required ? '' : ` (may stay open${unanswered ? `: ${unanswered}` : ''})`}`,
    `  why: ${why}`,
    proposal === undefined
      ? `  answer: --answer ${pointer}=${valueText(example)}`
      : `  proposed: ${valueText(proposal)} (--accept), or --answer ${pointer}=…`,
  ]);
}

function provenanceLine({ counts: { signed, imported, computed, assigned, typed } }: Draft): string {
  return [
    `${counted(signed, 'field')} signed at the source`,
    `${imported} from unsigned files`,
    `${computed} computed`,
    `${assigned} assigned`,
    `${typed} typed`,
  ].join(', ');
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
