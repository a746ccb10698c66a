import { convertQuantity, Decimal } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { MetalLine, SteelCase } from '../case.ts';
import { caseKinds } from '../derive/case-kinds.ts';
import { classifiedLine } from '../derive/classified-line.ts';
import { needsAnalysis } from '../facts/tables.ts';
import { find } from '../find.ts';

/** Each line has its certificate and the number that its product has by form, size and chemistry; flagged cases are named. */
export function checkEntryLines(c: SteelCase): Finding[] {
  return c.lines.flatMap((line) => [
    ...missing(line),
    ...classification(line, c),
    ...weights(line, c),
    ...cases(line, c),
  ]);
}

function missing({ certified, line, metal, path }: MetalLine): Finding[] {
  if (certified.length > 0 || !needsAnalysis(metal, line.hts)) return [];
  return [
    find('STEEL_CERTIFICATE_MISSING', `${path}/lot`, { line: line.number, lot: line.lot ?? 'no lot named' }),
  ];
}

function classification(metalLine: MetalLine, c: SteelCase): Finding[] {
  const { certified, line, path } = metalLine;
  const [first] = certified;
  const classified = classifiedLine(metalLine, c);
  if (!first || !classified) return [];
  const { family, subheadings, why } = classified;
  const six = line.hts.replaceAll('.', '').slice(0, 6);
  if (subheadings.length === 0 || subheadings.some((number) => number.replace('.', '') === six)) return [];
  const derived = subheadings.join(' or ');
  const because = why.length > 0 ? `${family}: ${why.join(', ')}` : family;
  return [
    find(
      'STEEL_CLASSIFICATION_DIFFERS',
      `${path}/hts`,
      { line: line.number, hts: line.hts, derived, family: because },
      [first.certificate.digest],
    ),
  ];
}

function weights({ certified, path }: MetalLine, { reference }: SteelCase): Finding[] {
  return certified.flatMap(({ certificate, item }) => {
    const { theoreticalWeight, weight } = item;
    if (!theoreticalWeight) return [];
    const same = convertQuantity(theoreticalWeight, weight.unit);
    if (!same.ok) return [];
    const expected = Decimal.of(same.value.value);
    const percent = Decimal.of(weight.value)
      .minus(expected)
      .times(Decimal.of(100))
      .dividedBy(expected, 2, 'half-even');
    if (percent.abs().lte(Decimal.of(reference.agreements.weighing.remarked))) return [];
    const params = {
      item: item.number,
      actual: `${weight.value} ${weight.unit}`,
      theoretical: `${theoreticalWeight.value} ${theoreticalWeight.unit}`,
      percent: percent.toString(),
    };
    return [
      find(
        'STEEL_WEIGHT_DIFFERS',
        `${path}/lot`,
        params,
        [certificate.digest],
        reference.agreements.weighing.source,
      ),
    ];
  });
}

function cases({ line, path }: MetalLine, { reference }: SteelCase): Finding[] {
  const kinds = caseKinds(reference.tariff, line.hts);
  if (kinds.length === 0) return [];
  return [find('STEEL_CASE_FLAGGED', `${path}/hts`, { hts: line.hts, kind: kinds.join(' and ') })];
}
