import type { CertifiedItem, Dimension, DimensionKind, MillTestReport, Party } from '@portolan/documents';
import type { CertificateForm, Earlier, ItemRow } from './certificate-form.ts';
import { foundIn, linesOf } from './found-text.ts';

const kg = (value: string) => ({ value, unit: 'KGM' });

/** The document that is signed; what is empty is left out, and the node checks the rest against the published schema. */
export function documentOf(form: CertificateForm, mill: Party, earlier?: Earlier): MillTestReport {
  return {
    number: form.number,
    kind: form.kind,
    metal: 'steel',
    manufacturer: mill,
    ...(form.customerName === '' ? {} : { customer: customerOf(form) }),
    ...said({ orderNumber: form.orderNumber, worksOrder: form.worksOrder }),
    producedAt: form.producedAt,
    ...said({ dispatchedAt: form.dispatchedAt }),
    standards: linesOf(form.standards).map((line) => {
      const [standard = '', edition = '', grade = ''] = line.split(';').map((part) => part.trim());
      return { standard, ...said({ edition }), grade };
    }),
    product: productOf(form, earlier?.document),
    items: form.items.map((row, index) => itemOf(row, index, mill, earlier?.document)),
    ...termsOf(form),
    statement: form.statement,
    inspector: { name: form.inspector, title: form.inspectorTitle, independent: true },
    ...(form.kind === '3.2' ? { secondInspector: secondOf(form) } : {}),
    ...(earlier ? linkOf(earlier, form.reason) : {}),
    ...basedOnOf(form),
    ...(earlier?.document.rounding ? { rounding: earlier.document.rounding } : {}),
  };
}

const asked = ['thickness', 'width', 'height', 'diameter'] as const;

/** What the form asks of a product; what it does not ask stays as the earlier certificate says it. */
function productOf(form: CertificateForm, earlier: MillTestReport | undefined): MillTestReport['product'] {
  const { article, capacity, cast, description, designation, hts, rolled, shape } = form;
  const { dimensions: before = [], ...kept } = earlier?.product ?? {};
  const dimensions = dimensionsOf(form, before);
  return {
    ...kept,
    form: form.form,
    description,
    ...said({ hts, shape, designation }),
    ...(rolled === '' ? {} : { rolled }),
    ...(article === '' ? {} : { article }),
    ...(cast === 'none' ? {} : { cast }),
    ...(capacity === '' ? {} : { capacity: { value: capacity, unit: 'LTR' } }),
    ...(dimensions.length > 0 ? { dimensions } : {}),
  };
}

/** Sizes of the form in millimetres; one that was not changed stays in the unit it was given in. */
function dimensionsOf(form: CertificateForm, before: readonly Dimension[]): Dimension[] {
  const typed = new Map<DimensionKind, string>(asked.map((kind) => [kind, form[kind]]));
  const sized = (kind: DimensionKind, value: string): Dimension => ({ kind, size: { value, unit: 'MMT' } });
  const kept = before.flatMap((dimension) => {
    const value = typed.get(dimension.kind);
    if (value === undefined || value === dimension.size.value) return [dimension];
    return value === '' ? [] : [sized(dimension.kind, value)];
  });
  const added = asked.filter((kind) => form[kind] !== '' && !before.some((one) => one.kind === kind));
  return [...kept, ...added.map((kind) => sized(kind, form[kind]))];
}

function termsOf({ currency, price, terms }: CertificateForm): Pick<MillTestReport, 'commercial'> {
  if (price === '' && terms === '') return {};
  const unitPrice = { amount: price, currency: currency as 'USD' };
  return { commercial: { ...(price === '' ? {} : { unitPrice, per: kg('1') }), ...said({ terms }) } };
}

function customerOf({ customerCountry, customerDid, customerName }: CertificateForm): Party {
  return { name: customerName, ...said({ did: customerDid }), address: { country: customerCountry } };
}

function secondOf(form: CertificateForm): NonNullable<MillTestReport['secondInspector']> {
  const { secondCountry, secondDid, secondName, secondParty, secondTitle } = form;
  const party = { name: secondParty, ...said({ did: secondDid }), address: { country: secondCountry } };
  return { name: secondName, title: secondTitle, party };
}

function linkOf({ digest, document, how }: Earlier, reason: string) {
  const certificate = {
    number: document.number,
    ...said({ manufacturer: document.manufacturer.did ?? '' }),
    digest,
  };
  return how === 'replaces' ? { supersedes: { certificate, reason } } : { retests: certificate };
}

/** The certificates below one of a service centre: their figures stand unchanged in it. */
function basedOnOf({ basedOn }: CertificateForm): Pick<MillTestReport, 'basedOn'> {
  const certificates = linesOf(basedOn).map((line) => {
    const [number = '', digest = '', manufacturer = ''] = line.split(';').map((part) => part.trim());
    return { number, ...said({ manufacturer }), digest };
  });
  return certificates.length > 0 ? { basedOn: certificates } : {};
}

function itemOf(
  row: ItemRow,
  index: number,
  mill: Party,
  earlier: MillTestReport | undefined,
): CertifiedItem {
  const stages = (['melt', 'pour'] as const).flatMap((stage) =>
    row[stage] === '' ? [] : [{ stage, country: row[stage] }],
  );
  return {
    number: String(index + 1),
    heat: { mill: row.heatMill === '' ? (mill.did ?? mill.name) : row.heatMill, number: row.heat },
    lot: row.lot,
    ...(row.pieces === '' ? {} : { pieces: Number(row.pieces) }),
    weight: kg(row.weight),
    ...(row.theoretical === '' ? {} : { theoreticalWeight: kg(row.theoretical) }),
    ...(row.loss === '' ? {} : { loss: kg(row.loss) }),
    madeIn: row.madeIn,
    stages,
    ...foundIn(row, row.kept),
    ...otherTestsOf(row, earlier),
  };
}

/** Further tests of the same piece stay as they were. */
function otherTestsOf(
  { lot }: ItemRow,
  earlier: MillTestReport | undefined,
): Pick<CertifiedItem, 'otherTests'> {
  const otherTests = earlier?.items.find((item) => item.lot === lot)?.otherTests;
  return otherTests ? { otherTests } : {};
}

/** Members that are empty are left out: a document never says an empty text. */
function said<T extends Record<string, string>>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '')) as Partial<T>;
}
