import { isCountry, ok, parseDate, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../../catalogue.ts';
import { holdsOn } from '../../reference/dated.ts';
import type { OriginAgreement } from '../agreement.ts';
import type { PreferenceInput } from '../input.ts';
import { inRanges } from '../rule/range.ts';
import type { OriginTables } from '../tables.ts';
import type { PreferenceFacts } from './facts.ts';
import { classified, type Figures } from './read-figures.ts';

/** Checks the good and the question; materials are read apart. */
export function checkPreference(
  input: PreferenceInput,
  tables: OriginTables,
  figures: Figures,
): Result<PreferenceFacts> {
  const agreement = tables.agreements.find(({ id }) => id === input.agreement);
  const date = parseDate(input.date);
  if (!agreement) {
    const params = { agreement: input.agreement, known: tables.agreements.map(({ id }) => id).join(', ') };
    figures.refuse('TARIFF_AGREEMENT_UNKNOWN', '/agreement', params);
  }
  if (!date.ok) figures.refuse('TARIFF_DATE_INVALID', '/date', { date: input.date });
  if (!agreement || !date.ok) return refused(figures.refusals);
  checkCountry(input, agreement, date.value, figures);
  checkChoices(input, agreement, figures);
  const { good, materials } = input;
  figures.currency =
    [good.value, good.netCost, good.totalCost, ...materials.map((row) => row.value)].find((row) => row)
      ?.currency ?? 'USD';
  const hs = classified(good.hs);
  if (!hs) figures.refuse('TARIFF_CLASSIFICATION_MISSING', '/good/hs', { what: 'the good' });
  const value = figures.amount(good.value, 'the value of the good', '/good/value', true);
  const netCost = figures.amount(good.netCost, 'the net cost', '/good/netCost', true);
  const totalCost = figures.amount(good.totalCost, 'the total cost', '/good/totalCost', true);
  const weight = figures.measure(good.weight, 'KGM', 'the weight of the good', '/good/weight');
  const volume = figures.measure(good.volume, 'MTQ', 'the volume of the good', '/good/volume');
  return ok({
    input,
    tables,
    agreement,
    date: date.value,
    hs: hs ?? '',
    currency: figures.currency,
    ...(value ? { value } : {}),
    ...(netCost ? { netCost } : {}),
    ...(totalCost ? { totalCost } : {}),
    ...(weight ? { weight } : {}),
    ...(volume ? { volume } : {}),
  });
}

/** Whether a country is a party to an agreement on a day. */
export function isPartyOn({ countries }: OriginAgreement, country: string, day: string): boolean {
  return countries.some((row) => row.country === country && holdsOn(row, day));
}

function checkCountry(
  { good }: PreferenceInput,
  agreement: OriginAgreement,
  date: string,
  figures: Figures,
): void {
  if (!isCountry(good.madeIn)) {
    figures.refuse('TARIFF_ORIGIN_UNKNOWN', '/good/madeIn', { country: good.madeIn });
    return;
  }
  if (isPartyOn(agreement, good.madeIn, date)) return;
  const params = { agreement: agreement.id, country: good.madeIn, date };
  figures.refuse('TARIFF_AGREEMENT_NOT_IN_FORCE', '/good/madeIn', params);
}

function checkChoices(
  { good, method, shownContent }: PreferenceInput,
  agreement: OriginAgreement,
  figures: Figures,
): void {
  const known = agreement.methods.map((row) => row.method);
  if (method !== undefined && !known.includes(method))
    figures.refuse('TARIFF_METHOD_NOT_ALLOWED', '/method', {
      method,
      agreement: agreement.id,
      known: known.join(', '),
    });
  const parts = agreement.criteria.find(({ basis }) => basis === 'parts-exception');
  const chapter = good.hs.slice(0, 2);
  if (good.partsException && (!parts || inRanges(parts.notForChapters, chapter)))
    figures.refusals.push(
      tariffCatalogue.refuse('TARIFF_CRITERION_CHAPTER', {
        path: '/good/partsException',
        params: { chapter },
        cite: parts?.cite ?? agreement.name,
      }),
    );
  for (const [path, day] of [
    ['/shownContent/from', shownContent?.from],
    ['/shownContent/until', shownContent?.until],
  ] as const)
    if (day !== undefined && !parseDate(day).ok) figures.refuse('TARIFF_DATE_INVALID', path, { date: day });
}
