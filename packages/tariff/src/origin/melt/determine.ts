import { isCountry, ok, parseDate, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../../catalogue.ts';
import { meltScopeOf } from '../../duty/asked.ts';
import type { MeltInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import { classified } from '../preference/read-figures.ts';
import type { MeltField, MeltResult } from '../result.ts';
import { pointed } from '../rule/range.ts';
import type { MeltScope } from '../tables.ts';

interface Asked {
  readonly field: MeltField['field'];
  readonly key: keyof MeltInput & `${string}Country`;
  readonly label: string;
  /** Block of form 7501 of October 2025. */
  readonly block?: string;
}

const FIELDS: readonly Asked[] = [
  { field: 'melt', key: 'meltCountry', label: 'Country of melt', block: '21' },
  { field: 'pour', key: 'pourCountry', label: 'Country of pour', block: '21' },
  { field: 'primary-smelt', key: 'primarySmeltCountry', label: 'Primary country of smelt', block: '22' },
  {
    field: 'secondary-smelt',
    key: 'secondarySmeltCountry',
    label: 'Secondary country of smelt',
    block: '23',
  },
  { field: 'cast', key: 'castCountry', label: 'Country of cast', block: '24' },
];

/**
 * Countries of melt and pour (steel) or of smelt and cast (aluminum) as the mill states them. They are facts of the
 * metal, apart from the country of origin of the article, and are never filled in from it. Refuses what is no country,
 * and "OTH" where a primary product must name one.
 */
export function determineMelt(input: MeltInput, { origin }: OriginReference): Result<MeltResult> {
  const hs = classified(input.hs);
  const date = parseDate(input.date);
  if (!hs || !date.ok) return refused(shapeless(input, hs, date.ok));
  const scope = meltScopeOf(hs, date.value, origin.meltScopes);
  const refusals = FIELDS.flatMap(({ key, label }) => countryRefusals(input, key, label, hs, scope));
  if (refusals.length > 0) return refused(refusals);
  const fields = FIELDS.flatMap((asked) => fieldOf(asked, input, scope));
  const missing = fields.filter((row) => row.required && row.country === undefined);
  return ok({
    applies: scope !== undefined,
    ...(scope ? { metal: scope.metal } : {}),
    outcome: scope === undefined ? 'not-asked' : missing.length > 0 ? 'incomplete' : 'complete',
    fields,
    notes: notesOf(input, missing, scope, hs),
    cite: scope?.cite ?? 'form 7501 of 10/25, blocks 21 to 24',
  });
}

function shapeless({ date, hs }: MeltInput, digits: string | undefined, dated: boolean): Refusal[] {
  return [
    ...(digits
      ? []
      : [
          tariffCatalogue.refuse('TARIFF_CLASSIFICATION_MISSING', {
            path: '/hs',
            params: { what: `"${hs}"` },
          }),
        ]),
    ...(dated ? [] : [tariffCatalogue.refuse('TARIFF_DATE_INVALID', { path: '/date', params: { date } })]),
  ];
}

function countryRefusals(
  input: MeltInput,
  key: Asked['key'],
  label: string,
  hs: string,
  scope: MeltScope | undefined,
): Refusal[] {
  const country = input[key];
  if (country === undefined || isCountry(country)) return [];
  if (country === 'OTH' && scope?.otherAllowed) return [];
  const params = { country, field: label.toLowerCase(), hts: pointed(hs) };
  return [tariffCatalogue.refuse('TARIFF_MELT_COUNTRY', { path: `/${key}`, params })];
}

function fieldOf(
  { field, key, label, block }: Asked,
  input: MeltInput,
  scope: MeltScope | undefined,
): MeltField[] {
  const asked = scope?.fields.includes(field) ?? false;
  const country = input[key];
  if (!asked && country === undefined) return [];
  return [
    {
      field,
      label,
      required: asked,
      ...(country ? { country } : {}),
      ...(block ? { block } : {}),
      why: country ? 'as stated' : 'not stated',
      cite: scope?.cite ?? 'form 7501 of 10/25',
    },
  ];
}

function notesOf(
  { originCountry, meltCountry, evidence = [] }: MeltInput,
  missing: readonly MeltField[],
  scope: MeltScope | undefined,
  hs: string,
): string[] {
  return [
    ...(scope ? [] : [`${pointed(hs)} is not in the table of goods whose melt or smelt is reported`]),
    ...(missing.length > 0 ? [`missing: ${missing.map(({ label }) => label.toLowerCase()).join(', ')}`] : []),
    ...(scope && evidence.length === 0 ? ['no mill test certificate or other evidence is named'] : []),
    ...(originCountry && meltCountry && originCountry !== meltCountry
      ? [`melted in ${meltCountry}, origin ${originCountry}: two different facts, both reported`]
      : []),
    ...(scope?.certainty === 'unverified'
      ? [`whether ${pointed(hs)} is a derivative article is not at hand`]
      : []),
  ];
}
