import type { Dated } from './fact.ts';

/** How a client pays: with each summary, by daily statement, or by periodic monthly statement. */
export type PaymentKind = 'single' | 'daily' | 'periodic';

/** Whose statement the entries stand on. */
export type StatementAccount = 'broker' | 'importer';

/** When a way of payment asks for the money, from a day on. */
interface PaymentFact extends Dated {
  readonly kind: PaymentKind;
  readonly label: string;
  /** Working days after the day of entry or release; absent where the month decides. */
  readonly workingDays?: number;
  /** Working days of the month after entry or release, of a statement of a month. */
  readonly month?: { readonly print: number; readonly due: number };
}

const PERIODIC =
  '19 U.S.C. 1505(a); 70 FR 45736, 45738: the 15th working day of the month after entry or release';

/** Each way of payment with its term; a row counts from the day on which it is known to be so. */
export const paymentFacts: readonly PaymentFact[] = [
  {
    kind: 'single',
    label: 'Pay with the entry summary',
    workingDays: 10,
    from: '1997-01-01',
    source: '19 CFR 142.12(b), 24.1: deposited with the summary, within 10 working days',
    certainty: 'general',
  },
  {
    kind: 'daily',
    label: 'Pay the daily statement',
    workingDays: 10,
    from: '1997-01-01',
    source: '19 CFR 24.25(c): by statement within 10 working days of entry',
    certainty: 'general',
  },
  {
    kind: 'periodic',
    label: 'Pay the periodic monthly statement',
    month: { print: 11, due: 15 },
    from: '2005-09-07',
    source: `${PERIODIC}; the preliminary statement by the 11th (CSMS 63430997)`,
    certainty: 'verified',
  },
];

interface PaymentTypeFact extends Dated {
  readonly kind: PaymentKind;
  readonly account: StatementAccount;
  readonly code: string;
}

const CATAIR = 'CATAIR entry summary create, payment type code';

/** Payment type as the summary message carries it; statements of branches and sub-importers are not kept apart here. */
export const paymentTypes: readonly PaymentTypeFact[] = (
  [
    ['single', 'broker', '1'],
    ['single', 'importer', '1'],
    ['daily', 'broker', '2'],
    ['daily', 'importer', '3'],
    ['periodic', 'broker', '6'],
    ['periodic', 'importer', '7'],
  ] as const
).map(([kind, account, code]) => ({
  ...{ kind, account, code, from: '2005-09-07' },
  ...{ source: CATAIR, certainty: 'general' as const },
}));
