import type { MetalStage, Stage } from '@portolan/documents';
import { isCountry } from '@portolan/kernel';
import type { MetalContent } from '@portolan/tariff';
import type { DeclarationField, MetalFacts } from '../facts/metal.ts';
import { isPrimary } from '../facts/tables.ts';

/** What form 7501 and record 54 say of where metal was first liquid and cast, apart from the country of origin. */
export interface MetalDeclaration {
  readonly metal: string;
  readonly primary: boolean;
  /** Blocks of form 7501, with the country that stands there. */
  readonly blocks: readonly { readonly block: string; readonly label: string; readonly country: string }[];
  readonly record: {
    readonly id: '54';
    readonly type: string;
    /** By the layout's field names; blank fields are left out. */
    readonly fields: Readonly<Record<string, string>>;
    /** The record itself, 80 columns. */
    readonly text: string;
  };
  /** Stages that must be stated and are not. */
  readonly missing: readonly string[];
  /** Words that stand where a country must: OTH on a primary article, or no country at all. */
  readonly wrong: readonly { readonly stage: MetalStage; readonly country: string }[];
  readonly cite: string;
}

/** Words for a country that is not known; only articles that are not primary may use them. */
const UNKNOWN = new Set(['OTH', 'UN']);

/** Derives the declaration of a metal from its facts alone, so that a further metal needs no code. */
export function declareMetal(facts: MetalFacts, hts: string, stages: readonly Stage[]): MetalDeclaration {
  const country = (stage: MetalStage) => stages.find((one) => one.stage === stage)?.country;
  const primary = isPrimary(facts, hts);
  const { declaration } = facts;
  const fields = Object.fromEntries(
    declaration.fields.flatMap((field) => {
      const text = textOf(field, country(field.stage));
      return text === '' ? [] : [[field.name, text]];
    }),
  );
  return {
    metal: facts.metal,
    primary,
    blocks: facts.stages.flatMap(({ block, label, stage }) => {
      const stated = country(stage);
      return block && stated ? [{ block, label, country: stated }] : [];
    }),
    record: {
      id: '54',
      type: declaration.type,
      fields,
      text: recordText(declaration.type, declaration.fields, fields),
    },
    missing: facts.stages.flatMap(({ label, required, stage }) =>
      required && country(stage) === undefined ? [label] : [],
    ),
    wrong: facts.stages.flatMap(({ stage }) => {
      const stated = country(stage);
      if (stated === undefined || isCountry(stated) || (UNKNOWN.has(stated) && !primary)) return [];
      return [{ stage, country: stated }];
    }),
    cite: declaration.source,
  };
}

function textOf({ says }: DeclarationField, country: string | undefined): string {
  const word = country !== undefined && UNKNOWN.has(country);
  switch (says) {
    case 'applies':
      return country === undefined ? 'N' : 'Y';
    case 'country':
      return country === undefined || country.length > 2 ? '' : country;
    case 'word':
      return word ? country : '';
    case 'country-or-word':
      return country ?? '';
  }
}

const COLUMNS = 80;

function recordText(
  type: string,
  layout: readonly DeclarationField[],
  fields: Readonly<Record<string, string>>,
): string {
  const columns = [...`54${type}`.padEnd(COLUMNS)];
  for (const { length, name, start } of layout)
    [...(fields[name] ?? '').slice(0, length)].forEach((mark, at) => {
      columns[start - 1 + at] = mark;
    });
  return columns.join('');
}

/** What section 232 asks about the metal: primary articles are wholly of it. Words are no countries and are left out. */
export function metalContent({ metal }: MetalFacts, stages: readonly Stage[]): MetalContent {
  const of = (stage: MetalStage) => {
    const country = stages.find((one) => one.stage === stage)?.country;
    return country !== undefined && isCountry(country) ? country : undefined;
  };
  const [meltedIn, smeltedIn, secondarySmeltedIn, castIn] = [
    of('melt'),
    of('primary-smelt'),
    of('secondary-smelt'),
    of('cast'),
  ];
  return {
    metal,
    weightPercent: '100',
    ...(meltedIn ? { meltedIn } : {}),
    ...(smeltedIn ? { smeltedIn } : {}),
    ...(secondarySmeltedIn ? { secondarySmeltedIn } : {}),
    ...(castIn ? { castIn } : {}),
  };
}
