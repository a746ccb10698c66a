import { type Static, Type } from 'typebox';
import { Closed, Coded, DateField, List, LongText, OneOf, Text } from '../schema/field.ts';

const Percent = (description: string) =>
  Coded('^(0|[1-9]\\d{0,2})(\\.\\d{1,4})?$', 'a percentage such as "5" or "0.5"', description);

/** How much two papers of one client may differ before somebody looks, from a day on. */
export const TolerancesSchema = Closed(
  {
    from: DateField('First day on which it holds, by the date of the order'),
    until: Type.Optional(DateField('Last day')),
    over: Percent('Percent by which more may be shipped or invoiced than was ordered'),
    under: Percent('Percent by which less may be shipped before the line counts as part shipped'),
    price: Percent('Percent by which a unit price may differ'),
    weight: Percent('Percent by which a gross weight may differ between packing list and transport document'),
    source: LongText('Where it is agreed or written'),
    certainty: OneOf(['agreed', 'assumed'], 'Agreed with the client, or a default until it is'),
  },
  'Tolerances',
);

/** Tolerances of a client, dated: a change of policy does not change how older orders were matched. */
export const MatchPolicySchema = Closed({
  client: Text('Whose policy it is'),
  tolerances: List(TolerancesSchema, 1),
});

export type Tolerances = Static<typeof TolerancesSchema>;
export type MatchPolicy = Static<typeof MatchPolicySchema>;

/**
 * What holds until a client says otherwise. The five percent of quantity is the usage of the trade for goods that are not
 * counted in pieces (ICC UCP 600, article 30(b)); everything else is matched exactly.
 */
export const usualPolicy: MatchPolicy = {
  client: 'any',
  tolerances: [
    {
      from: '1900-01-01',
      over: '5',
      under: '5',
      price: '0',
      weight: '0.5',
      source: 'ICC UCP 600, article 30(b), for the quantity; none for the others: a default of this node',
      certainty: 'assumed',
    },
  ],
};

/** The tolerances on a day: the row that began last among those that hold. */
export function tolerancesOn({ tolerances }: MatchPolicy, date: string): Tolerances | undefined {
  return tolerances
    .filter(({ from, until }) => from <= date && (until === undefined || date <= until))
    .reduce<Tolerances | undefined>((last, row) => (last && last.from >= row.from ? last : row), undefined);
}
