import { isCountry, ok, parseDate, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../../catalogue.ts';
import type { TransformationInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import { classified } from '../preference/read-figures.ts';
import type { RulingRow, TransformationResult } from '../result.ts';
import { pointed } from '../rule/range.ts';

const CITE =
  "19 CFR 134.1(b); Anheuser-Busch Brewing Ass'n v. United States, 207 U.S. 556 (1908): name, character or use";

/**
 * What is known about substantial transformation, for section 301, antidumping and countervailing duty: the operations
 * with name, character and use before and after, the materials, published rulings on goods of the subheading. A country
 * is stated only where nothing foreign went in, or where a ruling or an officer determined it: this engine weighs nothing.
 */
export function listTransformation(
  input: TransformationInput,
  { origin }: OriginReference,
): Result<TransformationResult> {
  const hs = classified(input.good.hs);
  const refusals = check(input, hs);
  if (refusals.length > 0 || !hs) return refused(refusals);
  const facts = factsOf(input);
  const rulings = origin.rulings.filter((row) => hs.startsWith(row.hs6));
  return ok({ ...outcomeOf(input, rulings), facts, rulings: [...rulings], cite: CITE });
}

function check(
  { date, good, materials, operations, determination }: TransformationInput,
  hs: string | undefined,
): Refusal[] {
  const countries: [string, string | undefined][] = [
    ['/good/madeIn', good.madeIn],
    ...materials.map(({ country }, index): [string, string | undefined] => [
      `/materials/${index}/country`,
      country,
    ]),
    ...operations.map(({ country }, index): [string, string] => [`/operations/${index}/country`, country]),
    ['/determination/country', determination?.country],
  ];
  return [
    ...(parseDate(date).ok
      ? []
      : [tariffCatalogue.refuse('TARIFF_DATE_INVALID', { path: '/date', params: { date } })]),
    ...(hs
      ? []
      : [
          tariffCatalogue.refuse('TARIFF_CLASSIFICATION_MISSING', {
            path: '/good/hs',
            params: { what: 'the good' },
          }),
        ]),
    ...countries.flatMap(([path, country]) =>
      country === undefined || isCountry(country)
        ? []
        : [tariffCatalogue.refuse('TARIFF_ORIGIN_UNKNOWN', { path, params: { country } })],
    ),
  ];
}

type Outcome = Pick<TransformationResult, 'outcome' | 'country' | 'by' | 'why' | 'notShown'>;

function outcomeOf(input: TransformationInput, rulings: readonly RulingRow[]): Outcome {
  const { determination, good, materials, operations } = input;
  if (determination) {
    const { by, number, country, reason, purpose } = determination;
    const scope = purpose ? ` for ${purpose}` : '';
    return {
      outcome: 'determined',
      country,
      by: `${by} ${number}`,
      why: `determined by ${by} ${number}${scope}: ${reason}`,
      notShown: [],
    };
  }
  const elsewhere = [...materials, ...operations].some(({ country }) => country !== good.madeIn);
  const known = materials.length > 0 || good.whollyObtained !== undefined;
  if (!elsewhere && known)
    return {
      outcome: 'determined',
      country: good.madeIn,
      by: 'facts',
      why: `nothing in it comes from outside ${good.madeIn} and all work was done there: there is nothing to transform`,
      notShown: [],
    };
  const weigh =
    rulings.length > 0 ? `; ${rulings.length} published rulings on the subheading are listed` : '';
  return {
    outcome: 'undetermined',
    why: `materials or work of several countries: whether a new article with another name, character or use arose is for a ruling or an officer${weigh}`,
    notShown: missing(input),
  };
}

function missing({ operations, materials }: TransformationInput): string[] {
  return [
    ...(operations.length === 0
      ? ['the operations, where they were carried out, and what they changed']
      : []),
    ...operations
      .filter(({ nameAfter, characterChanged, useChanged }) => !nameAfter && !characterChanged && !useChanged)
      .map(({ what, country }) => `what "${what}" in ${country} changed in name, character or use`),
    ...materials.filter(({ country }) => !country).map(({ id }) => `the country of material ${id}`),
    'a binding ruling (19 CFR part 177) or the determination of an officer',
  ];
}

function factsOf({ materials, operations }: TransformationInput): TransformationResult['facts'] {
  return [
    ...materials.map(({ id, description, hs, country, value }) => ({
      fact: 'material',
      ...(country ? { country } : {}),
      words: `${id}: ${description}${hs ? `, ${pointed(hs.replaceAll('.', ''))}` : ''}${value ? `, ${value.amount} ${value.currency}` : ''}`,
    })),
    ...operations.flatMap((row) => operationFacts(row)),
  ];
}

function operationFacts(row: TransformationInput['operations'][number]): TransformationResult['facts'] {
  const {
    country,
    what,
    nameBefore,
    nameAfter,
    characterChanged,
    useChanged,
    hsBefore,
    hsAfter,
    valueAdded,
    skilled,
  } = row;
  const fact = (name: string, words: string | undefined) => (words ? [{ fact: name, country, words }] : []);
  return [
    { fact: 'operation', country, words: what },
    ...fact('name', nameAfter && `${nameBefore ?? 'not named'} became ${nameAfter}`),
    ...fact('character', characterChanged),
    ...fact('use', useChanged),
    ...fact('classification', hsAfter && `${hsBefore ?? 'not classified'} became ${hsAfter}`),
    ...fact('value', valueAdded && `${valueAdded.amount} ${valueAdded.currency} added`),
    ...fact('skill', skilled),
  ];
}
