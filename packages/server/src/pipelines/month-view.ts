import type { PipelineDay, PipelineMonth, PipelineReceived } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { LineFinding } from '@portolan/programs';
import { pipelinesCatalogue } from './catalogue.ts';
import type { OpenMonth } from './open-month.ts';
import { stretchesOf } from './stretches.ts';

/** Findings that a month shows before they are asked for page by page. */
const FIRST_FINDINGS = 100;

const weights = { refused: 0, serious: 1, notice: 2 } as const;

/** Gravest first; otherwise as the program has them. */
export function gravestFirst(findings: readonly LineFinding[]): LineFinding[] {
  return findings.toSorted((left, right) => weights[left.severity] - weights[right.severity]);
}

/** A month as its pages show it: all but its crossings. */
export function monthView(month: OpenMonth, received: readonly PipelineReceived[]): PipelineMonth {
  const { head, role, sheet, withdrawn, at } = month;
  const findings = gravestFirst(head.findings);
  return {
    ...head,
    days: head.days.map((day) => ({ ...day, origin: originOf(month, day) })),
    role,
    findings: findings.slice(0, FIRST_FINDINGS),
    findingsTotal: findings.length,
    batches: [...sheet.batches],
    received: [...received],
    papers: { count: sheet.papers, digest: sheet.papersDigest, withdrawn: withdrawn.length },
    digest: sheet.digest,
    computedFor: at,
  };
}

/** What the oil of a day was made of, of those owners whose it is to see. */
function originOf(
  { sheet }: OpenMonth,
  { day, owners }: OpenMonth['head']['days'][number],
): PipelineMonth['days'][number]['origin'] {
  const shown = new Set(owners.map(({ did }) => did));
  const own = (sheet.origins[day] ?? []).filter(({ did }) => shown.has(did));
  const unique = new Map(
    own.map(({ did: _owner, ...origin }) => [`${origin.role} ${origin.country}`, origin]),
  );
  return [...unique.values()];
}

/** Title at the meter on one day. Refuses a day that is none of the month. */
export function dayView(month: OpenMonth, day: string): Result<PipelineDay> {
  const { days, findings, month: name } = month.head;
  const found = days.find((one) => one.day === day);
  if (!found)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_DAY', { params: { day, month: name } }));
  return ok({
    ...found,
    stretches: stretchesOf(month.crossingsOn(day)),
    findings: gravestFirst(findings.filter((finding) => finding.day === day)),
  });
}
