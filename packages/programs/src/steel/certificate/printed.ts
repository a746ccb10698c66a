import type { CertifiedItem, Dimension, MillTestReport, Party, TensileTest } from '@portolan/documents';
import { countryName, Decimal, sumDecimals, unitInfo } from '@portolan/kernel';

/** One field of the printed certificate: its number in EN 10168, what it is, and its text. */
export interface PrintedField {
  readonly code: string;
  readonly label: string;
  readonly value: string;
}

export interface PrintedGroup {
  readonly group: 'A' | 'B' | 'C' | 'D' | 'Z';
  readonly title: string;
  readonly fields: readonly PrintedField[];
  /** Item that the group is about; absent for the whole certificate. */
  readonly item?: string;
}

/** A certificate as the field groups of EN 10168, in their order; a page prints it, with a code that leads to the original. */
export function printedCertificate(certificate: MillTestReport): PrintedGroup[] {
  const { items } = certificate;
  return [
    { group: 'A', title: 'Commercial transactions and parties involved', fields: parties(certificate) },
    { group: 'B', title: 'Description of products', fields: product(certificate) },
    ...items.map(
      (item): PrintedGroup => ({
        group: 'B',
        title: `Item ${item.number}`,
        item: item.number,
        fields: pieces(item),
      }),
    ),
    ...items.map(
      (item): PrintedGroup => ({
        group: 'C',
        title: `Inspection of item ${item.number}`,
        item: item.number,
        fields: [...item.tests.flatMap(inspection), ...chemistry(item)],
      }),
    ),
    ...items.flatMap(({ number, otherTests = [] }): PrintedGroup[] =>
      otherTests.length === 0
        ? []
        : [{ group: 'D', title: `Other tests of item ${number}`, item: number, fields: others(otherTests) }],
    ),
    { group: 'Z', title: 'Validation', fields: validation(certificate) },
  ];
}

function field(code: string, label: string, value: string | undefined): PrintedField[] {
  return value === undefined || value === '' ? [] : [{ code, label, value }];
}

function parties({ customer, manufacturer, number, orderNumber, kind, worksOrder }: MillTestReport) {
  return [
    ...field('A01', "Manufacturer's works", partyText(manufacturer)),
    ...field('A02', 'Type of inspection document', `EN 10204 - ${kind}`),
    ...field('A03', 'Document number', number),
    ...field('A05', 'Originator of the document', manufacturer.name),
    ...field('A06', 'Purchaser', customer ? partyText(customer) : undefined),
    ...field('A07', "Purchaser's order number", orderNumber),
    ...field('A08', "Manufacturer's works order number", worksOrder),
  ];
}

function product({ product: one, standards }: MillTestReport) {
  const requirements = standards.flatMap((each) => each.requirements ?? []).join('; ');
  const named = standards.map(({ edition, grade, standard }) =>
    [standard, edition ? `edition ${edition}` : '', `grade ${grade}`].filter(Boolean).join(', '),
  );
  return [
    ...field('B01', 'Product', one.description),
    ...field('B02', 'Specification of the product and steel designation', named.join('; ')),
    ...field('B03', 'Supplementary requirements', requirements),
    ...field('B04', 'Delivery condition', one.treatment),
    ...field(
      'B09',
      'Product dimensions',
      [one.designation, ...(one.dimensions ?? []).map(dimension)].filter(Boolean).join(', '),
    ),
  ];
}

function pieces({ heat, lot, madeIn, pieces: count, stages, theoreticalWeight, weight }: CertifiedItem) {
  const melted = stages.map(({ country, stage }) => `${stage} ${countryName(country) ?? country}`).join(', ');
  return [
    ...field('B07', 'Identification of the product', `Heat ${heat.number}, ${lot}`),
    ...field('B08', 'Number of pieces', count?.toString()),
    ...field('B12', 'Theoretical mass', theoreticalWeight ? amount(theoreticalWeight) : undefined),
    ...field('B13', 'Actual mass', amount(weight)),
    ...field('B14', 'Country of manufacture', countryName(madeIn) ?? madeIn),
    ...field('B15', 'Countries of melt and pour, smelt and cast', melted),
  ];
}

function inspection(test: TensileTest) {
  const {
    bend,
    direction,
    elongation,
    hardness,
    impact,
    location,
    number,
    reduction,
    retestOf,
    temperature,
  } = test;
  return [
    ...field('C00', 'Identification of the sample', retestOf ? `${number}, repeats ${retestOf}` : number),
    ...field('C01', 'Location of the sample', location),
    ...field('C02', 'Direction of the test piece', direction),
    ...field('C03', 'Test temperature', temperature ? amount(temperature) : undefined),
    ...field('C11', 'Yield or proof strength', stressText(test.yield)),
    ...field('C12', 'Tensile strength', stressText(test.tensile)),
    ...field('C13', 'Elongation after fracture', elongation ? `${elongation.percent} %` : undefined),
    ...field('C14', 'Reduction of area', reduction ? `${reduction} %` : undefined),
    ...field('C30', 'Method of hardness test', hardness?.scale),
    ...field('C32', 'Hardness', hardness?.value),
    ...field('C40', 'Impact test: type of test piece', impact ? impactPiece(impact) : undefined),
    ...field('C41', 'Impact test: width of test piece', impact?.width ? amount(impact.width) : undefined),
    ...field('C42', 'Impact energy, individual values', impact ? `${impact.joules.join(', ')} J` : undefined),
    ...field('C43', 'Impact energy, mean value', impact ? `${meanOf(impact.joules)} J` : undefined),
    ...field('C50', 'Bend test', bend ? bendText(bend) : undefined),
  ];
}

function impactPiece({ celsius, specimen }: NonNullable<TensileTest['impact']>): string {
  return [specimen, `${celsius} °C`].filter(Boolean).join(', ');
}

/** To the whole joule, as results are reported. */
function meanOf(joules: readonly string[]): string {
  const values = joules.map((value) => Decimal.of(value));
  return sumDecimals(values).dividedBy(Decimal.of(values.length), 0, 'half-even').toString();
}

function bendText({ degrees, mandrel, outcome }: NonNullable<TensileTest['bend']>): string {
  const over = mandrel ? ` over ${amount(mandrel)}` : '';
  return `${degrees} degrees${over}: ${outcome === 'cracked' ? 'cracked' : 'no crack'}`;
}

const FIRST_ELEMENT = 71;
const LAST_ELEMENT = 92;

/** Elements take fields C71 to C92 in the order of the report; more than those share the last. */
function chemistry({ chemistry: elements }: CertifiedItem): PrintedField[] {
  return elements.flatMap(({ analysis, element, percent }, index) => {
    const label = analysis === 'product' ? `${element}, product analysis` : element;
    return field(`C${Math.min(FIRST_ELEMENT + index, LAST_ELEMENT)}`, label, `${percent} %`);
  });
}

function others(tests: NonNullable<CertifiedItem['otherTests']>): PrintedField[] {
  return tests.flatMap(({ name, result }, index) =>
    field(`D${String(Math.min(index + 1, 99)).padStart(2, '0')}`, name, result),
  );
}

function validation({ inspector, producedAt, secondInspector, statement, supersedes }: MillTestReport) {
  const second = secondInspector
    ? `${secondInspector.name}, ${secondInspector.title}, ${secondInspector.party.name}`
    : undefined;
  return [
    ...field('Z01', 'Statement of compliance', statement),
    ...field('Z02', 'Date of production and test', producedAt.slice(0, 10)),
    ...field('Z03', 'Inspection representative', `${inspector.name}, ${inspector.title}`),
    ...field('Z05', 'Second inspection representative', second),
    ...field('Z06', 'Replaces', supersedes?.certificate.number),
  ];
}

function partyText({ address, name }: Party): string {
  const { city, country, postalCode, region, street } = address;
  return [name, street, postalCode, city, region, countryName(country) ?? country].filter(Boolean).join(', ');
}

function dimension({ kind, size }: Dimension): string {
  return `${kind} ${amount(size)}`;
}

function amount({ unit, value }: { readonly value: string; readonly unit: string }): string {
  return `${value} ${unitInfo(unit)?.symbol ?? unit}`;
}

function stressText(stress: TensileTest['yield']): string | undefined {
  return stress ? `${stress.value} ${stress.unit === 'N/mm2' ? 'MPa' : stress.unit}` : undefined;
}
