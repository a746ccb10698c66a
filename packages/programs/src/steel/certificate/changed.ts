import type { CertifiedItem, MillTestReport } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';

/** A figure that a later certificate gives otherwise than the one it builds on. */
export interface ChangedFigure {
  readonly item: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What a service centre's certificate says otherwise than the mill's: heat analysis, countries of melt and pour, and test
 * results under the mill's test number. It may add elements and tests; it may not change or replace any. `0.20` is `0.2`.
 */
export function changedFigures(parent: MillTestReport, child: MillTestReport): ChangedFigure[] {
  return child.items.flatMap((item) =>
    parent.items
      .filter(({ heat }) => heat.mill === item.heat.mill && heat.number === item.heat.number)
      .flatMap((before) => changes(before, item)),
  );
}

function changes(before: CertifiedItem, after: CertifiedItem): ChangedFigure[] {
  const figures = new Map(figuresOf(after));
  const changed = figuresOf(before).flatMap(([what, was]) => {
    const is = figures.get(what);
    return is === undefined || same(was, is) ? [] : [{ item: after.number, what, before: was, after: is }];
  });
  return [...new Map(changed.map((one) => [one.what, one])).values()];
}

/** Every figure under a name that does not depend on order. */
function figuresOf({ chemistry, stages, tests }: CertifiedItem): [string, string][] {
  return [
    ...chemistry.map(({ analysis = 'heat', element, percent }): [string, string] => [
      `${element} (${analysis} analysis)`,
      percent,
    ]),
    ...stages.map(({ country, stage }): [string, string] => [`country of ${stage}`, country]),
    ...tests.flatMap(({ number, ...test }) =>
      (['yield', 'tensile'] as const).flatMap((what): [string, string][] => {
        const stress = test[what];
        return stress ? [[`${what} strength of test ${number}`, `${stress.value} ${stress.unit}`]] : [];
      }),
    ),
  ];
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function same(left: string, right: string): boolean {
  if (NUMBER.test(left) && NUMBER.test(right)) return Decimal.of(left).eq(Decimal.of(right));
  return left === right;
}
