import { all, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { charge } from '../duty/charge.ts';
import type { Goods } from '../duty/goods.ts';
import { dollars } from '../duty/money.ts';
import type { CaseDeposit } from '../duty/result.ts';
import { parseRate } from '../rate/parse.ts';
import { holdsOn } from '../reference/dated.ts';
import { type CaseRate, caseNumber, type TradeCase } from './case.ts';

export interface CaseMoment {
  readonly date: string;
  readonly knownAt: string;
  readonly entryType: string;
  /** Entry types that can carry cases. */
  readonly types: readonly string[];
}

/**
 * Cash deposits of the cases named on a line. Refuses a case that is not imported here, of another origin, without a
 * rate on the date, and any case on an entry type that can not carry it (CATAIR, record 53).
 */
export function depositsOf(
  goods: Goods,
  cases: readonly TradeCase[],
  moment: CaseMoment,
): Result<readonly CaseDeposit[]> {
  const named = goods.input.cases ?? [];
  if (named.length === 0) return ok([]);
  if (!moment.types.includes(moment.entryType)) return refused(wrongType(goods, moment));
  return all(named.map((claim, at) => depositOf(goods, claim, cases, moment, `${goods.path}/cases/${at}`)));
}

type Claim = NonNullable<Goods['input']['cases']>[number];

function depositOf(
  goods: Goods,
  claim: Claim,
  cases: readonly TradeCase[],
  moment: CaseMoment,
  path: string,
): Result<CaseDeposit> {
  const number = caseNumber(claim.case);
  const found = cases.find((row) => caseNumber(row.case) === number);
  if (found === undefined) return refused(refusal('TARIFF_CASE_UNKNOWN', path, claim, moment));
  if (found.origin !== goods.input.originCountry)
    return refused(refusal('TARIFF_CASE_ORIGIN', path, claim, moment));
  const row = rateFor(found, claim.exporter, moment);
  if (row === undefined) return refused(refusal('TARIFF_CASE_RATE_UNKNOWN', path, claim, moment));
  return charged(goods, found, row);
}

/** The rate of the exporter, else that of all others; of rows known then, the latest. */
function rateFor(
  { rates }: TradeCase,
  exporter: string | undefined,
  { date, knownAt }: CaseMoment,
): CaseRate | undefined {
  const known = rates
    .filter((row) => holdsOn(row, date) && (row.knownAt ?? row.from) <= knownAt.slice(0, 10))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return known.find((row) => row.exporter === exporter) ?? known.find((row) => row.exporter === undefined);
}

function charged(goods: Goods, found: TradeCase, row: CaseRate): Result<CaseDeposit> {
  const result = charge(parseRate(row.rate), row.rate, goods);
  if (!result.ok) return result;
  const amount = dollars(result.value.amount);
  const who = row.exporter === undefined ? 'all other exporters' : row.exporter;
  const { kind, certainty, cite } = found;
  return ok({
    case: caseNumber(found.case),
    kind,
    amount,
    trace: {
      layer: kind,
      applied: true,
      basis: result.value.basis,
      rate: row.rate,
      amount,
      why: `cash deposit under ${found.case} (${found.name}), rate of ${who} since ${row.from}`,
      cite: `${cite}; ${row.source}`,
      certainty,
    },
  });
}

function refusal(
  code: 'TARIFF_CASE_UNKNOWN' | 'TARIFF_CASE_ORIGIN' | 'TARIFF_CASE_RATE_UNKNOWN',
  path: string,
  claim: Claim,
  { date }: CaseMoment,
): Refusal {
  return tariffCatalogue.refuse(code, { path, params: { case: claim.case, date } });
}

function wrongType({ path }: Goods, { entryType, types }: CaseMoment): Refusal {
  const params = { type: entryType, types: types.join(', ') };
  return tariffCatalogue.refuse('TARIFF_CASE_ENTRY_TYPE', { path: `${path}/cases`, params });
}
