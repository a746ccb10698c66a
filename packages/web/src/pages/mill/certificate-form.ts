import type {
  ArticleKind,
  Casting,
  CertifiedItem,
  DimensionKind,
  InspectionDocumentType,
  MillTestReport,
  ProductForm,
} from '@portolan/documents';
import { convertQuantity, type Quantity } from '@portolan/kernel';
import type { LaboratoryResult } from '@portolan/programs';
import { type Found, foundText } from './found-text.ts';

/** An item on the form: every figure a text until it is signed. */
export interface ItemRow {
  heat: string;
  /** Who poured the heat, where that is another mill. */
  heatMill: string;
  lot: string;
  pieces: string;
  weight: string;
  theoretical: string;
  loss: string;
  madeIn: string;
  melt: string;
  pour: string;
  /** `C 0.10, Mn 1.15` */
  chemistry: string;
  /** One test a line: number, yield, tensile, unit, elongation in percent, test that it repeats, impact, bend. */
  tests: string;
  /** Of what the two texts were made, with all that a line can't say. */
  kept?: Found;
}

/** The form of a mill test report. */
export interface CertificateForm {
  number: string;
  kind: InspectionDocumentType;
  orderNumber: string;
  customerName: string;
  customerDid: string;
  customerCountry: string;
  producedAt: string;
  dispatchedAt: string;
  /** One standard a line: standard; edition; grade. */
  standards: string;
  form: ProductForm;
  description: string;
  hts: string;
  shape: string;
  rolled: '' | 'hot' | 'cold';
  thickness: string;
  width: string;
  height: string;
  diameter: string;
  designation: string;
  /** Of articles of iron or steel: what they are, of what they were cast, and litres that they hold. */
  article: '' | ArticleKind;
  cast: Casting;
  capacity: string;
  /** What is between mill and buyer alone. */
  price: string;
  currency: string;
  terms: string;
  worksOrder: string;
  /** Its holder may hide price, terms, works order and tests. */
  hideable: boolean;
  statement: string;
  inspector: string;
  inspectorTitle: string;
  secondName: string;
  secondTitle: string;
  secondParty: string;
  secondDid: string;
  secondCountry: string;
  reason: string;
  /** Certificates of the goods that were worked on, one a line: number; what it is known as; identifier of its mill. */
  basedOn: string;
  items: readonly ItemRow[];
}

/** What a certificate does to an earlier one of the same mill. */
export interface Earlier {
  readonly how: 'replaces' | 'retests';
  readonly digest: string;
  readonly document: MillTestReport;
}

export const emptyItem: ItemRow = {
  ...{
    heat: '',
    heatMill: '',
    lot: '',
    pieces: '',
    weight: '',
    theoretical: '',
    loss: '',
    madeIn: '',
    melt: '',
    pour: '',
  },
  ...{ chemistry: '', tests: '' },
};

const empty: CertificateForm = {
  ...{ number: '', kind: '3.1', orderNumber: '', customerName: '', customerDid: '', customerCountry: 'US' },
  ...{ producedAt: '', dispatchedAt: '', standards: '', form: 'flat', description: '', hts: '', shape: '' },
  ...{ rolled: '', thickness: '', width: '', height: '', diameter: '', inspector: '', inspectorTitle: '' },
  ...{ designation: '', article: '', cast: 'none', capacity: '' },
  ...{ price: '', currency: 'USD', terms: '', worksOrder: '', hideable: false },
  statement: 'The products conform to the order and to the standards named.',
  ...{ secondName: '', secondTitle: '', secondParty: '', secondDid: '', secondCountry: '', reason: '' },
  basedOn: '',
  items: [emptyItem],
};

/** An empty form, or one with all that an earlier certificate says but its number and its tests. */
export function startForm(signer: string, earlier?: Earlier): CertificateForm {
  if (!earlier) return { ...empty, inspector: signer };
  const { document, how } = earlier;
  const size = (kind: DimensionKind) =>
    document.product.dimensions?.find((one) => one.kind === kind)?.size.value ?? '';
  return {
    ...empty,
    kind: document.kind,
    orderNumber: document.orderNumber ?? '',
    customerName: document.customer?.name ?? '',
    customerDid: document.customer?.did ?? '',
    customerCountry: document.customer?.address.country ?? '',
    producedAt: document.producedAt,
    dispatchedAt: document.dispatchedAt ?? '',
    standards: document.standards
      .map(({ edition = '', grade, standard }) => `${standard}; ${edition}; ${grade}`)
      .join('\n'),
    form: document.product.form,
    description: document.product.description,
    hts: document.product.hts ?? '',
    shape: document.product.shape ?? '',
    rolled: document.product.rolled ?? '',
    ...{
      thickness: size('thickness'),
      width: size('width'),
      height: size('height'),
      diameter: size('diameter'),
    },
    ...articleOf(document),
    ...commercialOf(document),
    basedOn: (document.basedOn ?? [])
      .map(({ digest, manufacturer = '', number }) => [number, digest, manufacturer].join('; '))
      .join('\n'),
    statement: document.statement,
    inspector: document.inspector.name,
    inspectorTitle: document.inspector.title,
    ...secondOf(document),
    items: document.items.map((item) =>
      rowOf(how === 'retests' ? { ...item, tests: [] } : item, document.manufacturer.did),
    ),
  };
}

function articleOf({ product }: MillTestReport) {
  const { article = '' as const, capacity, cast = 'none' as const, designation = '' } = product;
  return { article, cast, capacity: capacity?.value ?? '', designation };
}

function secondOf({ secondInspector: second }: MillTestReport) {
  if (!second) return {};
  const { name, party, title } = second;
  return {
    ...{ secondName: name, secondTitle: title, secondParty: party.name, secondDid: party.did ?? '' },
    secondCountry: party.address.country,
  };
}

function commercialOf({ commercial, worksOrder = '' }: MillTestReport) {
  const { terms = '', unitPrice } = commercial ?? {};
  return { price: unitPrice?.amount ?? '', currency: unitPrice?.currency ?? 'USD', terms, worksOrder };
}

function rowOf(item: CertifiedItem, maker: string | undefined): ItemRow {
  const stage = (name: string) => item.stages.find((one) => one.stage === name)?.country ?? '';
  return {
    heat: item.heat.number,
    heatMill: item.heat.mill === maker ? '' : item.heat.mill,
    lot: item.lot,
    pieces: item.pieces === undefined ? '' : String(item.pieces),
    weight: kilogramsOf(item.weight),
    theoretical: item.theoreticalWeight ? kilogramsOf(item.theoreticalWeight) : '',
    loss: item.loss ? kilogramsOf(item.loss) : '',
    madeIn: item.madeIn,
    melt: stage('melt'),
    pour: stage('pour'),
    ...foundText(item),
    kept: item,
  };
}

function kilogramsOf(mass: Quantity): string {
  const kilograms = convertQuantity(mass, 'KGM');
  return kilograms.ok ? kilograms.value.value : mass.value;
}

/** The form with what the laboratory found, by heat; heats that no item names yet become items. */
export function withLaboratory(form: CertificateForm, found: readonly LaboratoryResult[]): CertificateForm {
  const known = new Set(form.items.map(({ heat }) => heat));
  const filled = form.items.map((item) => {
    const result = found.find(({ heat }) => heat === item.heat);
    return result ? { ...item, ...foundText(result), kept: result } : item;
  });
  const added = found
    .filter(({ heat }) => !known.has(heat))
    .map((result) => ({
      ...emptyItem,
      heat: result.heat,
      ...foundText(result),
      kept: result,
    }));
  return { ...form, items: [...filled.filter((item) => item.heat !== '' || added.length === 0), ...added] };
}
