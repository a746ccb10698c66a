import type { ValueWorksheet } from '@portolan/tariff';
import { dollars } from '../output/format.ts';
import { facts, table } from '../output/table.ts';

type Line = ValueWorksheet['lines'][number];
type Money = ValueWorksheet['totals']['price'];

const words = ({ amount, currency }: Money) => `${amount} ${currency}`;

const columns = [
  { title: 'Step' },
  { title: 'Figure', align: 'right' },
  { title: 'Effect', align: 'right' },
  { title: 'Value so far', align: 'right' },
] as const;

/** The worksheet: each line from its price to whole dollars, the rate of exchange, the totals, what to mind. */
export function valueLines(worksheet: ValueWorksheet): string[] {
  const { totals, exchange, incoterm, notes } = worksheet;
  return [
    `Transaction value (${worksheet.cite}), exported ${worksheet.exportDate}`,
    ...(incoterm ? [`${incoterm.code} ${incoterm.place ?? ''}: ${incoterm.covers}`] : []),
    exchange.kind === 'none'
      ? `No conversion: ${exchange.why}`
      : `1 ${exchange.currency} = ${exchange.rate} USD: ${exchange.why} (${exchange.cite}; ${exchange.source})`,
    ...worksheet.lines.flatMap(lineLines),
    '',
    ...facts([
      ['Price', words(totals.price)],
      ['Additions', words(totals.additions)],
      ['Deductions', words(totals.deductions)],
      ['Value', words(totals.value)],
      ['Entered value', dollars(totals.enteredValue)],
      ['Charges, apart', dollars(totals.charges)],
    ]),
    ...notes.map(({ text, cite }) => `Mind: ${text} (${cite})`),
  ];
}

function lineLines({ number, steps, enteredValue, charges }: Line): string[] {
  return [
    '',
    `Line ${number}: entered value ${dollars(enteredValue)}, charges ${dollars(charges)}`,
    ...table(
      columns,
      steps.map(({ name, figure, effect, running }) => [name, words(figure), words(effect), words(running)]),
    ),
    ...steps.map(({ name, why, cite }) => `  ${name}: ${why} (${cite})`),
  ];
}
