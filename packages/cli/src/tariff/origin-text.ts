import type { MaterialRow, OriginTest, OriginWorksheet } from '@portolan/tariff';
import { table } from '../output/table.ts';

/** The kinds that were asked, each apart. */
export function originLines({ preference, marking, transformation, melt }: OriginWorksheet): string[] {
  const parts = [
    preference && preferenceLines(preference),
    marking && markingLines(marking),
    transformation && transformationLines(transformation),
    melt && meltLines(melt),
  ].filter((part) => part !== undefined);
  return parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** Whether some kind that was asked could not be told from what is at hand. */
export function isUndetermined({ preference, marking, transformation, melt }: OriginWorksheet): boolean {
  return [preference?.outcome, marking?.outcome, transformation?.outcome, melt?.outcome].some(
    (outcome) => outcome === 'undetermined' || outcome === 'incomplete',
  );
}

function preferenceLines(result: NonNullable<OriginWorksheet['preference']>): string[] {
  const { rule } = result;
  return [
    `PREFERENCE  ${result.outcome} under ${result.agreement}${result.criterion ? `, criterion ${result.criterion}` : ''}`,
    result.why,
    ...(rule ? [`Rule for ${rule.range}: ${rule.words} (${rule.cite}; ${rule.certainty})`] : []),
    ...testLines(result.tests),
    ...materialLines(result.materials),
    ...result.content.map(
      ({ method, formula, percent, minimum, outcome, why }) =>
        `Content ${method} (${formula}): ${percent ?? 'not shown'}%, at least ${minimum}%: ${outcome}. ${why}`,
    ),
    ...(rule?.alternatives ?? []).flatMap((way) => [
      `${way.label}: ${way.outcome}. ${way.words}`,
      ...testLines(way.tests),
    ]),
    ...result.notShown.map((item) => `Not shown yet: ${item}`),
  ];
}

function markingLines(result: NonNullable<OriginWorksheet['marking']>): string[] {
  return [
    `MARKING  ${result.outcome}${result.countries.length > 0 ? `: ${result.countries.join(', ')}` : ''}`,
    `${result.why}${result.paragraph ? ` (${result.paragraph})` : ''}`,
    ...testLines(result.tests),
    ...materialLines(result.materials),
    ...result.notShown.map((item) => `Not shown yet: ${item}`),
  ];
}

function transformationLines(result: NonNullable<OriginWorksheet['transformation']>): string[] {
  return [
    `SUBSTANTIAL TRANSFORMATION  ${result.outcome}${result.country ? `: ${result.country}` : ''}`,
    `${result.why} (${result.cite})`,
    ...result.facts.map(
      ({ fact, country, words }) => `  ${fact}${country ? ` in ${country}` : ''}: ${words}`,
    ),
    ...result.rulings.map(({ number, finding, cite }) => `  Ruling ${number}: ${finding} (${cite})`),
    ...result.notShown.map((item) => `Not shown yet: ${item}`),
  ];
}

function meltLines(result: NonNullable<OriginWorksheet['melt']>): string[] {
  return [
    `MELT, SMELT AND CAST  ${result.outcome}${result.metal ? ` (${result.metal})` : ''}`,
    ...table(
      [{ title: 'Field' }, { title: 'Country' }, { title: 'Required' }, { title: 'Block' }],
      result.fields.map(({ label, country, required, block }) => [
        label,
        country ?? 'not stated',
        required ? 'yes' : 'no',
        block ?? '',
      ]),
    ),
    ...result.notes.map((note) => `  ${note}`),
    `  (${result.cite})`,
  ];
}

function testLines(tests: readonly OriginTest[]): string[] {
  return tests.map(({ test, outcome, why, cite }) => `  ${outcome.padEnd(12)}  ${test}: ${why} (${cite})`);
}

function materialLines(materials: readonly MaterialRow[]): string[] {
  return table(
    [
      { title: 'Material' },
      { title: 'HS' },
      { title: 'Country' },
      { title: 'Value', align: 'right' },
      { title: 'Originating' },
      { title: 'Change' },
      { title: 'Why' },
    ],
    materials.map(({ description, hs, country, value, originating, change, why }) => [
      description,
      hs ?? '',
      country ?? '',
      value ? `${value.amount} ${value.currency}` : '',
      originating ? 'yes' : 'no',
      change,
      why,
    ]),
  );
}
