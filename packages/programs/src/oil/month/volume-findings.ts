import type { MeasurementTicket } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import type { ReadingPolicy } from '../facts/policies.ts';
import type { OilTables } from '../facts/tables.ts';
import { measureTicket } from '../measure/index.ts';
import { reportedDensity } from '../stream/density.ts';
import { barrelsOf } from '../stream/volume.ts';
import type { Found } from './find.ts';

const HUNDRED = Decimal.of('100');

/** Gross and net, report and readings, one base and another: a difference that the geometric factor explains is named so. */
export function volumeFindings(
  document: MeasurementTicket,
  policy: ReadingPolicy,
  tables: OilTables,
  day: string,
): Found[] {
  const { commodity, number, readings, reported } = document;
  const { grossStandardVolume: gross, netStandardVolume: net } = reported;
  const density = reportedDensity(reported) ?? readings?.density;
  const context = { paper: 'Ticket', number, path: '/reported', commodity, density, day };
  const [grossBarrels, netBarrels] = [
    gross && decimalOf(barrelsOf(gross, context, tables)),
    decimalOf(barrelsOf(net, context, tables)),
  ];
  const result: Found[] = [];
  const water = reported.sedimentAndWater ?? readings?.sedimentAndWater ?? '0';
  if (gross && grossBarrels && netBarrels) {
    const share = HUNDRED.minus(Decimal.of(water)).dividedBy(HUNDRED, 10, 'half-even');
    const expected = grossBarrels.times(share);
    if (differs(expected, netBarrels, policy)) {
      const plain =
        gross.base === '60F' ? undefined : decimalOf(barrelsOf({ ...gross, base: '60F' }, context, tables));
      const confused = plain && !differs(plain.times(share), netBarrels, policy);
      result.push(
        confused
          ? [
              'OIL_VOLUME_BASE_CONFUSED',
              { gross: gross.value, expected: shown(expected), reported: shown(netBarrels) },
            ]
          : [
              'OIL_NET_INCONSISTENT',
              { gross: shown(grossBarrels), water, expected: shown(expected), reported: shown(netBarrels) },
            ],
      );
    }
  }
  const computed = computedVolumes(document, tables, day);
  const [ours, said] = grossBarrels ? [computed?.gross, grossBarrels] : [computed?.net, netBarrels];
  if (ours && said && differs(ours, said, policy))
    result.push(['OIL_READINGS_DIFFER', { computed: shown(ours), reported: shown(said) }]);
  return result;
}

/** Gross and net standard volume as the raw readings give them; undefined where they are not complete or are none. */
function computedVolumes(
  { commodity, readings }: MeasurementTicket,
  tables: OilTables,
  day: string,
): { gross: Decimal; net: Decimal } | undefined {
  const { density, temperature } = readings ?? {};
  if (!readings || !density || !temperature || !(readings.indicated ?? readings.close)) return undefined;
  const measured = measureTicket({ ...readings, commodity, density, base: '60F' }, tables.measurement, day);
  if (!measured.ok) return undefined;
  const { gsv, nsv } = measured.value;
  return { gross: Decimal.of(gsv.value), net: Decimal.of(nsv.value) };
}

/** Two volumes agree within the percentage of the policy, or within its rounding. */
function differs(a: Decimal, b: Decimal, { rounding, volume }: ReadingPolicy): boolean {
  const difference = a.minus(b).abs();
  return (
    difference.gt(Decimal.of(rounding)) && difference.times(HUNDRED).gt(a.abs().times(Decimal.of(volume)))
  );
}

function decimalOf(amount: ReturnType<typeof barrelsOf>): Decimal | undefined {
  return amount.ok ? Decimal.of(textOf(amount.value)) : undefined;
}

function shown(value: Decimal): string {
  return value.round(2, 'half-up').toString();
}
