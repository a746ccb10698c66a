import { Decimal, sumDecimals } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import type { Block, Cell } from './paper.ts';
import type { PrintedEntry } from './printed-entry.ts';
import { formAmount, formClass, formDate } from './values.ts';

/** Collection classes of cash deposits in the summary of other fees (instructions to form 7501, block 39). */
const DEPOSITS = { antidumping: '012', countervailing: '013' } as const;

/** What stands below the lines: fees, totals, the declaration, and who declares. `at` numbers a block by the edition of the day. */
export function footOf(printed: PrintedEntry, at: (block: number) => number): Cell[][] {
  const { entry, duty, declarant } = printed;
  const value = entry.lines.reduce((sum, { enteredValue }) => sum + BigInt(enteredValue), 0n);
  const other = duty ? otherFees(duty) : [];
  const otherTotal = duty ? sumDecimals(other.map(({ amount }) => Decimal.of(amount))).toFixed(2) : '';
  const { duty: owed = '', tax = '', total = '' } = duty?.totals ?? {};
  const office = (label: string): Block => ({ label, value: '', span: 1.9 });
  const sum = (number: number, label: string, amount: string): Block => ({
    ...{ number: at(number), label, value: formAmount(amount), span: 1.8 },
  });
  return [
    [
      {
        label: `Other Fee Summary (for Block ${at(39)})`,
        value: other.map(({ code, amount }) => `${formClass(code)}  $ ${formAmount(amount)}`).join('\n'),
        span: 4.1,
      },
      [
        { number: at(35), label: 'Total Entered Value', value: `$ ${formAmount(String(value))}`, span: 2.2 },
        {
          label: 'Total Other Fees',
          value: otherTotal === '' ? '' : `$ ${formAmount(otherTotal)}`,
          span: 2.2,
        },
      ],
      [
        { label: 'CBP USE ONLY    A. LIQ Code', value: '', span: 1.9 },
        { label: 'Reason Code', value: '', span: 1.9 },
      ],
      office('B. Ascertained Duty'),
      sum(37, 'TOTALS: Duty', owed),
    ],
    [
      {
        number: at(36),
        label: 'Declaration of Importer of Record (Owner or Purchaser) or Authorized Agent',
        value: DECLARATION,
        span: 8.2,
        prose: true,
      },
      [office('C. Ascertained Tax'), office('D. Ascertained Other'), office('E. Ascertained Total')],
      [sum(38, 'Tax', tax), sum(39, 'Other', otherTotal), sum(40, 'Total', total)],
    ],
    [
      {
        number: at(41),
        label: 'Declarant Name (Last, First, M.I.), Title, Signature and Date',
        value: declarant ? `${declarant.name}\n${declarant.title}, ${formDate(declarant.on)}` : '',
        span: 5,
      },
      {
        number: at(42),
        label: 'Broker/Filer Information Name and Phone Number',
        value: `${entry.filer.code}\n${entry.filer.name}`,
        span: 4,
      },
      { number: at(43), label: 'Broker/Importer File Number', value: entry.fileNumber ?? '', span: 3 },
    ],
  ];
}

/** Fees by class, and cash deposits under cases, which the form counts among them. */
function otherFees({ fees, totals }: DutyResult): { code: string; amount: string }[] {
  const { antidumping, countervailing } = totals;
  return [
    ...(antidumping ? [{ code: DEPOSITS.antidumping, amount: antidumping }] : []),
    ...(countervailing ? [{ code: DEPOSITS.countervailing, amount: countervailing }] : []),
    ...fees.map(({ class: code, amount }) => ({ code, amount })),
  ];
}

/** What the declarant declares, in the words of the form (19 U.S.C. 1485); which of each pair holds is for the declarant to mark. */
const DECLARATION = [
  'I declare that I am the [ ] Importer of record and that the actual owner, purchaser, or consignee for CBP purposes is as shown',
  'above, OR [ ] owner or purchaser or agent thereof. I further declare that the merchandise [ ] was obtained pursuant to a purchase',
  'or agreement to purchase and that the prices set forth in the invoices are true, OR [ ] was not obtained pursuant to a purchase',
  'or agreement to purchase and the statements in the invoices as to value or price are true to the best of my knowledge and belief.',
  'I also declare that the statements in the documents herein filed fully disclose to the best of my knowledge and belief the true',
  'prices, values, quantities, rebates, drawbacks, fees, commissions, and royalties and are true and correct, and that all goods or',
  'services provided to the seller of the merchandise either free or at reduced cost are fully disclosed. I will immediately furnish',
  'to the appropriate CBP officer any information showing a different statement of facts.',
].join(' ');
