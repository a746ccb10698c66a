import type {
  CertifiedItem,
  DimensionKind,
  InspectionDocumentType,
  MillTestReport,
  Party,
  ProductForm,
  StressUnit,
} from '@portolan/documents';
import type { LaboratoryResult } from '@portolan/programs';

/** An item on the form: every figure a text until it is signed. */
export interface ItemRow {
  heat: string;
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
  /** One test a line: number, yield, tensile, unit, elongation in percent, test that it repeats. */
  tests: string;
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
  statement: string;
  inspector: string;
  inspectorTitle: string;
  secondName: string;
  secondTitle: string;
  secondParty: string;
  secondDid: string;
  secondCountry: string;
  reason: string;
  items: readonly ItemRow[];
}

/** What a certificate does to an earlier one of the same mill. */
export interface Earlier {
  readonly how: 'replaces' | 'retests';
  readonly digest: string;
  readonly document: MillTestReport;
}

export const emptyItem: ItemRow = {
  ...{ heat: '', lot: '', pieces: '', weight: '', theoretical: '', loss: '', madeIn: '', melt: '', pour: '' },
  ...{ chemistry: '', tests: '' },
};

const empty: CertificateForm = {
  ...{ number: '', kind: '3.1', orderNumber: '', customerName: '', customerDid: '', customerCountry: 'US' },
  ...{ producedAt: '', dispatchedAt: '', standards: '', form: 'flat', description: '', hts: '', shape: '' },
  ...{ rolled: '', thickness: '', width: '', height: '', diameter: '', inspector: '', inspectorTitle: '' },
  statement: 'The products conform to the order and to the standards named.',
  ...{ secondName: '', secondTitle: '', secondParty: '', secondDid: '', secondCountry: '', reason: '' },
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
    statement: document.statement,
    inspector: document.inspector.name,
    inspectorTitle: document.inspector.title,
    items: document.items.map((item) => ({ ...rowOf(item), ...(how === 'retests' ? { tests: '' } : {}) })),
  };
}

function rowOf(item: CertifiedItem): ItemRow {
  const stage = (name: string) => item.stages.find((one) => one.stage === name)?.country ?? '';
  return {
    heat: item.heat.number,
    lot: item.lot,
    pieces: item.pieces === undefined ? '' : String(item.pieces),
    weight: item.weight.value,
    theoretical: item.theoreticalWeight?.value ?? '',
    loss: item.loss?.value ?? '',
    madeIn: item.madeIn,
    melt: stage('melt'),
    pour: stage('pour'),
    ...foundText(item),
  };
}

type Found = Pick<LaboratoryResult, 'chemistry' | 'tests'>;

function foundText({ chemistry, tests }: Found) {
  return {
    chemistry: chemistry.map(({ element, percent }) => `${element} ${percent}`).join(', '),
    tests: tests
      .map((test) =>
        [
          ...[test.number, test.yield?.value ?? '', test.tensile?.value ?? ''],
          ...[
            test.tensile?.unit ?? test.yield?.unit ?? 'MPa',
            test.elongation?.percent ?? '',
            test.retestOf ?? '',
          ],
        ]
          .join(', ')
          .replace(/[, ]+$/, ''),
      )
      .join('\n'),
  };
}

/** The form with what the laboratory found, by heat; heats that no item names yet become items. */
export function withLaboratory(form: CertificateForm, found: readonly LaboratoryResult[]): CertificateForm {
  const known = new Set(form.items.map(({ heat }) => heat));
  const filled = form.items.map((item) => {
    const result = found.find(({ heat }) => heat === item.heat);
    return result ? { ...item, ...foundText(result) } : item;
  });
  const added = found
    .filter(({ heat }) => !known.has(heat))
    .map((result) => ({
      ...emptyItem,
      heat: result.heat,
      ...foundText(result),
    }));
  return { ...form, items: [...filled.filter((item) => item.heat !== '' || added.length === 0), ...added] };
}

const kg = (value: string) => ({ value, unit: 'KGM' });

/** The document that is signed; what is empty is left out, and the node checks the rest against the published schema. */
export function documentOf(form: CertificateForm, mill: Party, earlier?: Earlier): MillTestReport {
  const dimensions = (['thickness', 'width', 'height', 'diameter'] as const).flatMap((kind) =>
    form[kind] === '' ? [] : [{ kind, size: { value: form[kind], unit: 'MMT' } }],
  );
  return {
    number: form.number,
    kind: form.kind,
    metal: 'steel',
    manufacturer: mill,
    ...(form.customerName === '' ? {} : { customer: customerOf(form) }),
    ...said({ orderNumber: form.orderNumber }),
    producedAt: form.producedAt,
    ...said({ dispatchedAt: form.dispatchedAt }),
    standards: linesOf(form.standards).map((line) => {
      const [standard = '', edition = '', grade = ''] = line.split(';').map((part) => part.trim());
      return { standard, ...said({ edition }), grade };
    }),
    product: {
      form: form.form,
      description: form.description,
      ...said({ hts: form.hts, shape: form.shape }),
      ...(form.rolled === '' ? {} : { rolled: form.rolled }),
      ...(dimensions.length > 0 ? { dimensions } : {}),
    },
    items: form.items.map((row, index) => itemOf(row, index, mill)),
    statement: form.statement,
    inspector: { name: form.inspector, title: form.inspectorTitle, independent: true },
    ...(form.kind === '3.2' ? { secondInspector: secondOf(form) } : {}),
    ...(earlier ? linkOf(earlier, form.reason) : {}),
  };
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

function itemOf(row: ItemRow, index: number, mill: Party): CertifiedItem {
  const stages = (['melt', 'pour'] as const).flatMap((stage) =>
    row[stage] === '' ? [] : [{ stage, country: row[stage] }],
  );
  return {
    number: String(index + 1),
    heat: { mill: mill.did ?? mill.name, number: row.heat },
    lot: row.lot,
    ...(row.pieces === '' ? {} : { pieces: Number(row.pieces) }),
    weight: kg(row.weight),
    ...(row.theoretical === '' ? {} : { theoreticalWeight: kg(row.theoretical) }),
    ...(row.loss === '' ? {} : { loss: kg(row.loss) }),
    madeIn: row.madeIn,
    stages,
    chemistry: row.chemistry.split(/[,;\n]+/).flatMap((part) => {
      const [element = '', percent = ''] = part.trim().split(/\s+/);
      return element === '' ? [] : [{ element, percent, analysis: 'heat' as const }];
    }),
    tests: linesOf(row.tests).map(testOf),
  };
}

function testOf(line: string): CertifiedItem['tests'][number] {
  const [number = '', low = '', tensile = '', unit = 'MPa', percent = '', retestOf = ''] = line
    .split(',')
    .map((part) => part.trim());
  const stress = (value: string) => ({ value, unit: unit as StressUnit });
  return {
    number,
    ...(low === '' ? {} : { yield: stress(low) }),
    ...(tensile === '' ? {} : { tensile: stress(tensile) }),
    ...(percent === '' ? {} : { elongation: { percent } }),
    ...said({ retestOf }),
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Members that are empty are left out: a document never says an empty text. */
function said<T extends Record<string, string>>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '')) as Partial<T>;
}
