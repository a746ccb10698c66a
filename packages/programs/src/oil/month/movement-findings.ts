import { documentTypeName } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import { type Amount, amountOf, textOf } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { MonthBook } from './book.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';
import { lossPercent } from './loss.ts';

/** Papers that move nothing, that bear a number twice, that take more than there is, and batches that begin anew. */
export function movementFindings(book: MonthBook): LineFinding[] {
  return [...foreign(book), ...renumbered(book), ...refusedSteps(book), ...reused(book)];
}

function foreign({ input, papers }: MonthBook): LineFinding[] {
  return papers.foreign.flatMap((paper) => {
    const { digest, document, issuer, type } = paper;
    const { line, number } = document as { readonly line?: string; readonly number: string };
    // A buyer that signs the transfer as well confirms it, and moves nothing by that.
    const { buyer } = document as { readonly buyer?: { readonly did: string } };
    const elsewhere = line !== undefined && line !== input.profile.line && type !== 'MeasurementTicket';
    if (buyer?.did === issuer || elsewhere) return [];
    return [
      found(
        'OIL_PAPER_FOREIGN',
        { paper: documentTypeName(type), number, author: 'another party', signer: issuer },
        { evidence: [digest] },
      ),
    ];
  });
}

function renumbered({ papers }: MonthBook): LineFinding[] {
  const lists = [papers.tickets, papers.transfers, papers.production, papers.allocations, papers.statements];
  return lists.flatMap((list) =>
    list.renumbered.map(({ first, other }) => {
      const { batch, number } = other.document as { readonly batch?: string; readonly number: string };
      return found(
        'OIL_TICKET_NUMBER_TWICE',
        { paper: documentTypeName(other.type), number },
        { batch, evidence: [first.digest, other.digest] },
      );
    }),
  );
}

/** Steps that the ledger of lots refused: measured all the same, so they are found and not undone. */
function refusedSteps(book: MonthBook): LineFinding[] {
  const { byDigest, input, trace } = book;
  const allowed = Decimal.of(lossPercent(input));
  return [...trace.refused].flatMap(([event, refusals]) => {
    const digest = event.slice(0, event.lastIndexOf('#'));
    const paper = byDigest.get(digest);
    const [refusal] = refusals;
    if (!paper || !refusal) return [];
    const { number } = paper.document as { readonly number: string };
    const { lot = '', available = '0', asked = '0' } = (refusal.params ?? {}) as Record<string, string>;
    const name = documentTypeName(paper.type);
    // What builds on a step that was refused has no fault of its own.
    if (refusal.code === 'TRACE_SOURCE_REFUSED') return [];
    if (refusal.code !== 'TRACE_OVERDRAWN')
      return [
        found('OIL_STEP_REFUSED', { paper: name, number, reason: refusal.message }, { evidence: [digest] }),
      ];
    const over = Decimal.of(asked).minus(Decimal.of(available));
    const filled = Decimal.of(textOf(book.trace.lots.get(lot)?.produced ?? 0n));
    // A line that gains a little delivers a little more than it took in.
    const delivered =
      paper.type === 'MeasurementTicket' &&
      (paper as Signed<'MeasurementTicket'>).document.kind === 'delivery';
    if (delivered && over.times(HUNDRED).lte(filled.times(allowed))) return [];
    return [
      found(
        'OIL_STOCK_NEGATIVE',
        { paper: name, number, lot, asked, available },
        { batch: lot, evidence: [digest] },
      ),
    ];
  });
}

const HUNDRED = Decimal.of('100');

interface Movement {
  readonly at: string;
  readonly begins: string;
  readonly amount: Amount;
  readonly digest: string;
  readonly number: string;
}

/** A batch that was emptied and is filled again under its old number. */
function reused(book: MonthBook): LineFinding[] {
  const { input, papers } = book;
  const movements = papers.tickets.papers
    .filter(({ document }) => document.kind === 'injection' || document.kind === 'delivery')
    .map((paper) => ({
      batch: paper.document.batch,
      ...{
        at: paper.document.to,
        begins: paper.document.from,
        digest: paper.digest,
        number: paper.document.number,
      },
      amount: (paper.document.kind === 'injection' ? 1n : -1n) * book.barrels(paper.digest),
    }));
  const share = amountOf(lossPercent(input));
  const permitted = share.ok ? share.value : 0n;
  return [...Map.groupBy(movements, ({ batch }) => batch)].flatMap(([batch, list]) => {
    const again = secondFill(list, permitted);
    if (!again) return [];
    const { emptied, movement } = again;
    return [
      found(
        'OIL_BATCH_REUSED',
        { batch, emptied, number: movement.number, at: movement.begins },
        { batch, evidence: [movement.digest] },
      ),
    ];
  });
}

const PERCENT = 100n * 10n ** 15n;

function secondFill(movements: readonly Movement[], permitted: Amount) {
  const inTime = [...movements].sort((a, b) => (a.begins + a.digest < b.begins + b.digest ? -1 : 1));
  let [filled, left, ended] = [0n, 0n, ''];
  for (const movement of inTime) {
    const { amount, at, begins } = movement;
    if (amount > 0n) {
      const empty = filled > 0n && left * PERCENT <= filled * permitted;
      if (empty && ended !== '' && begins >= ended) return { emptied: ended, movement };
      filled += amount;
    } else if (at > ended) ended = at;
    left += amount;
  }
  return undefined;
}
