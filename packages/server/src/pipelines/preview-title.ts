import type { TitlePreview } from '@portolan/contract';
import type { TitleTransfer } from '@portolan/documents';
import { Decimal, dateInZone, instant, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { Signed } from '@portolan/programs';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { lineView } from './line-view.ts';
import type { MonthHead } from './month-messages.ts';
import { monthOf, monthWith } from './months.ts';
import { ownTransfer } from './titles.ts';

/** No paper has this digest: by it what is found about the transfer is told from what was found before. */
const UNSIGNED = `sha256:${'0'.repeat(64)}`;

/**
 * What a transfer of title would do if it were signed now: how much the seller has of the batch at that moment, what it passes and
 * leaves, and what would be found about it. The month in which title passes is computed with the transfer as if it were there;
 * nothing is signed, stored or sent. Refuses what `sellTitle` refuses, and a line whose profile is not at hand.
 */
export async function previewTitle(
  context: TradeContext,
  act: Act,
  document: JsonObject,
): Promise<Result<TitlePreview>> {
  const checked = ownTransfer(act, document);
  if (!checked.ok) return checked;
  const transfer = checked.value;
  const { batch, line } = transfer;
  const month = await meterMonth(context, act, transfer);
  if (!month.ok) return month;
  const base = await monthOf(context, act.tenant.id, line, month.value);
  if (!base.ok) return isUnknown(base.refusals) ? ok(nothingKnown(month.value)) : base;
  if (!base.value.sheet.batches.includes(batch)) return ok(nothingKnown(month.value));
  const { volume: _part, ...whole } = transfer;
  const having = (one: TitleTransfer) =>
    monthWith(context, act.tenant.id, line, base.value, [unsigned(act, one)]);
  const [asked, all] = await Promise.all([having(transfer), having(whole)]);
  if (!asked.ok) return asked;
  if (!all.ok) return all;
  const sold = (head: MonthHead) =>
    soldBy(head, act.tenant.did).minus(soldBy(base.value.head, act.tenant.did));
  const findings = asked.value.findings.filter(({ evidence }) => evidence.includes(UNSIGNED));
  const refusedWhole = all.value.findings.some(
    ({ evidence, severity }) => severity === 'refused' && evidence.includes(UNSIGNED),
  );
  const [owned, passes] = [sold(all.value), sold(asked.value)];
  const refusedHere = findings.some(({ severity }) => severity === 'refused');
  return ok({
    ...{ month: month.value, known: true, findings },
    ...(refusedWhole ? {} : { owned: owned.toString() }),
    ...(refusedWhole || refusedHere
      ? {}
      : { passes: passes.toString(), left: owned.minus(passes).toString() }),
  });
}

/** The month of the meter in which title passes. What passes as a day begins is told by the day that ends then. */
async function meterMonth(
  { pool }: TradeContext,
  { tenant }: Act,
  { effectiveAt, line }: TitleTransfer,
): Promise<Result<string>> {
  const view = await lineView(pool, tenant, line);
  if (!view.ok) return view;
  const profile = view.value.profile?.document;
  const month = effectiveAt.slice(0, 7);
  if (!profile)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_PROFILE', { params: { line, month } }));
  const [hours = 0, minutes = 0] = profile.dayBegins.split(':').map(Number);
  const within = Date.parse(effectiveAt) - (hours * 60 + minutes) * 60_000 - 1;
  return ok(dateInZone(instant(new Date(within).toISOString()), profile.zone).slice(0, 7));
}

function unsigned({ moment, tenant }: Act, document: TitleTransfer): Signed {
  return {
    ...{ digest: UNSIGNED, held: UNSIGNED, type: 'TitleTransfer', document },
    ...{ issuer: tenant.did, knownAt: moment.at },
  };
}

function soldBy({ balance }: MonthHead, did: string): Decimal {
  return Decimal.of(balance.owners.find(({ owner }) => owner.did === did)?.sold ?? '0');
}

function nothingKnown(month: string): TitlePreview {
  return { month, known: false, findings: [] };
}

function isUnknown(refusals: readonly { readonly code: string }[]): boolean {
  return refusals.some(({ code }) => code === 'NODE_PIPELINE_MONTH_UNKNOWN');
}
