import type { Client } from '@portolan/contract';
import { counted, dollars } from '../output/format.ts';
import { facts } from '../output/table.ts';

/** A client of the file as people read it. */
export function clientLines(client: Client): string[] {
  const { number, name, bondType, surety, bondAmount, sufficiency, payment, account, paymentType } = client;
  const { nextPayment, powers, tolerances, entries, note } = client;
  const bond = [bondType, surety && `surety ${surety}`, bondAmount && dollars(bondAmount)].filter(Boolean);
  return [
    ...facts([
      ['Number', number],
      ['Name', name],
      ['Bond', bond.join(', ')],
      ...(sufficiency
        ? ([
            [
              'Sufficiency',
              `${sufficiency.sufficient ? 'sufficient' : `needs ${dollars(sufficiency.needed)}`}; owed in 365 days ${dollars(sufficiency.owed)} over ${counted(entries, 'entry', 'entries')}`,
            ],
          ] as const)
        : []),
      ['Payment', `${payment}, ${account}${paymentType ? ` (payment type ${paymentType})` : ''}`],
      ...(nextPayment
        ? ([
            [
              'An entry of today is paid',
              `${nextPayment.due}${nextPayment.printsOn ? `, statement made ${nextPayment.printsOn}` : ''}`,
            ],
          ] as const)
        : []),
      [
        'Powers of attorney',
        powers.map(({ from, until }) => `${from} to ${until ?? 'further notice'}`).join('; ') ||
          'none on record',
      ],
      ...(note ? ([['Note', note]] as const) : []),
    ]),
    ...(tolerances.length > 0 ? ['', 'Tolerances'] : []),
    ...tolerances.map(
      ({ from, over, under, price, weight, source }) =>
        `  from ${from}: +${over} %, -${under} %, price ${price} %, weight ${weight} % (${source})`,
    ),
  ];
}
