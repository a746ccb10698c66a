import type { Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { CreditNote } from '../schema/credit-note.ts';
import { sentencePlace } from '../words.ts';
import { checkLineNumbers } from './lines.ts';

/** Lines named once, every amount in the currency of the note. */
export function checkCreditNote({ lines, currency, total }: CreditNote): Refusal[] {
  const amounts = [
    ...lines.flatMap(({ amount, unitPrice }, index) => [
      { path: `/lines/${index}/amount`, amount },
      { path: `/lines/${index}/unitPrice`, amount: unitPrice },
    ]),
    { path: '/total', amount: total },
  ];
  const mixed = amounts.flatMap(({ path, amount }) => {
    if (!amount || amount.currency === currency) return [];
    const params = { field: sentencePlace(path), found: amount.currency, currency };
    return [documentsCatalogue.refuse('DOC_CURRENCY_MIXED', { path: `${path}/currency`, params })];
  });
  return [...checkLineNumbers(lines), ...mixed];
}
