import { Decimal, parseDecimal } from '@portolan/kernel';
import type { Relationship } from './input.ts';
import type { ValueNote } from './worksheet.ts';

const CITE = '19 CFR 152.103(l)';
const HOW: Readonly<Record<NonNullable<Relationship['circumstances']>['shown'], string>> = {
  'industry-pricing': 'the price was settled as is usual in the industry',
  'price-to-unrelated-buyers': 'the price was settled as with unrelated buyers',
  'all-costs-plus-profit': 'the price recovers all costs and a profit like that of the firm over all',
};

/**
 * Between related parties a price stands only where the circumstances of sale show that the relationship did not
 * influence it, or where it closely approximates a test value (19 U.S.C. 1401a(b)(2)(B)). How close is close is no
 * figure in the law, so both are shown and the agency decides.
 */
export function relationshipNotes(relationship: Relationship | undefined, dollars: Decimal): ValueNote[] {
  if (relationship?.related !== true) return [];
  const shown = [...circumstances(relationship), ...testValues(relationship, dollars)];
  if (shown.length > 0) return shown;
  return [
    {
      note: 'related-not-shown',
      path: '/relationship',
      text: 'Buyer and seller are related and nothing shows that this did not influence the price: the transaction value may be refused.',
      cite: CITE,
    },
  ];
}

function circumstances({ circumstances: given }: Relationship): ValueNote[] {
  if (!given) return [];
  return [
    {
      note: 'related-shown',
      path: '/relationship/circumstances',
      text: `Circumstances of sale: ${HOW[given.shown]}. ${given.words}`,
      cite: '19 CFR 152.103(l)(1)',
    },
  ];
}

function testValues({ testValues: given = [] }: Relationship, dollars: Decimal): ValueNote[] {
  return given.map(({ kind, value, accepted }, index) => {
    const test = parseDecimal(value);
    const apart = test.ok && !test.value.isZero() ? distance(dollars, test.value) : 'not comparable';
    return {
      note: 'related-test-value',
      path: `/relationship/testValues/${index}`,
      text: `Test value (${kind}) ${value} USD, accepted in ${accepted}; this sale comes to ${dollars.round(2, 'half-up')} USD: ${apart}. Whether that is close is for the agency.`,
      cite: '19 CFR 152.103(l)(2)',
    };
  });
}

function distance(dollars: Decimal, test: Decimal): string {
  const percent = dollars.minus(test).times(Decimal.of(100)).dividedBy(test, 2, 'half-up');
  return `${percent} percent from it`;
}
