import { describeRange, pointed } from './range.ts';
import type { ProductOriginRule, RuleAlternative, TariffChange } from './rule.ts';

const METHODS: Readonly<Record<string, string>> = {
  TV: 'by transaction value',
  NC: 'by net cost',
  'build-up': 'by build-up',
  'build-down': 'by build-down',
};

/** A rule in our words: "a change from any other chapter, except from 0805". */
export function describeRule({ first, last, alternatives }: ProductOriginRule): string {
  const group = first === last ? pointed(first) : `${pointed(first)} to ${pointed(last)}`;
  return alternatives.map((alternative) => describeAlternative(alternative, group)).join('; or ');
}

export function describeAlternative(alternative: RuleAlternative, group: string): string {
  const { forKind, change, content, share, processes, conditions } = alternative;
  const parts = [
    change ? describeChange(change, group) : 'no change in tariff classification is asked',
    ...(processes ? [`made by ${processes.join(', ')}`] : []),
    ...(content
      ? [
          `regional value content of at least ${content.map(({ method, minimum }) => `${minimum} percent ${METHODS[method]}`).join(' or ')}`,
        ]
      : []),
    ...(share ? [describeShare(share)] : []),
    ...(conditions ?? []).map(({ words }) => words),
  ];
  return `${forKind ? `for ${forKind}: ` : ''}${parts.join('; ')}`;
}

export function describeChange(
  { level, outsideGroup, alsoFrom, except }: TariffChange,
  group: string,
): string {
  const from = outsideGroup ? `any ${level} outside ${group}` : level ? `any other ${level}` : '';
  const also = (alsoFrom ?? []).map(describeRange).join(', ');
  const allowed = [from, also === '' ? '' : `${from === '' ? '' : 'or from '}${also}`].filter(
    (text) => text !== '',
  );
  const excluded = except ? `, except from ${except.map(describeRange).join(', ')}` : '';
  return `a change from ${allowed.join(' ')}${excluded}`;
}

function describeShare(share: NonNullable<RuleAlternative['share']>): string {
  const of = share.materials.map(describeRange).join(', ');
  return share.atLeastOriginating === undefined
    ? `at most ${share.atMostNonOriginating} percent by ${share.by} of non-originating material of ${of}`
    : `at least ${share.atLeastOriginating} percent by ${share.by} of the material of ${of} originates`;
}
