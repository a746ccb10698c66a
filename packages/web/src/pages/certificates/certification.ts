import type { Session } from '@portolan/contract';
import type { CertificationOfOrigin, CertifiedGood, Party } from '@portolan/documents';

/** A good on the form: every field a text until it is signed. */
export interface GoodRow {
  description: string;
  hs6: string;
  criterion: string;
  originCountry: string;
  rule: string;
  lot: string;
}

/** The form of a certification of origin: what the person fills in. */
export interface CertificationForm {
  agreement: 'USMCA' | 'CAFTA-DR';
  number: string;
  role: 'importer' | 'exporter' | 'producer';
  name: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
  email: string;
  signatory: string;
  title: string;
  importer: 'unknown' | 'various' | 'named';
  importerName: string;
  importerCountry: string;
  invoiceNumbers: string;
  blanketFrom: string;
  blanketTo: string;
  completedOn: string;
  statement: string;
  goods: readonly GoodRow[];
}

export const emptyGood: GoodRow = {
  description: '',
  hs6: '',
  criterion: '',
  originCountry: '',
  rule: '',
  lot: '',
};

/** A form with what is known of the signer: from the session and from the newest certification it signed. */
export function startForm(
  session: Session,
  last: CertificationOfOrigin | undefined,
  today: string,
): CertificationForm {
  const party = last?.certifier.party;
  const role = last?.certifier.role ?? (session.tenant.roles.includes('producer') ? 'producer' : 'exporter');
  return {
    agreement: last?.agreement ?? 'USMCA',
    number: '',
    role,
    name: session.tenant.name,
    street: party?.address.street ?? '',
    city: party?.address.city ?? '',
    region: party?.address.region ?? '',
    postalCode: party?.address.postalCode ?? '',
    country: party?.address.country ?? '',
    phone: party?.contact?.phone ?? '',
    email: party?.contact?.email ?? '',
    signatory: last?.certifier.signatory.name ?? session.member.name,
    title: last?.certifier.signatory.title ?? '',
    importer: 'unknown',
    importerName: '',
    importerCountry: 'US',
    invoiceNumbers: '',
    blanketFrom: '',
    blanketTo: '',
    completedOn: today,
    statement: last?.statement ?? '',
    goods: [emptyGood],
  };
}

/** Members that are empty are left out: a document never says an empty text. */
function filled<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '')) as T;
}

function partyOf(form: CertificationForm, did: string): Party {
  const { street, city, region, postalCode, country, phone, email } = form;
  return {
    name: form.name,
    did,
    address: filled({ street, city, region, postalCode, country }),
    contact: filled({ phone, email }),
  };
}

function importerOf(form: CertificationForm): CertificationOfOrigin['importer'] {
  if (form.importer === 'unknown') return { unknown: true };
  if (form.importer === 'various') return { various: true };
  return { name: form.importerName, address: { country: form.importerCountry } };
}

function goodOf(row: GoodRow, index: number): CertifiedGood {
  return filled({ number: String(index + 1), ...row }) as CertifiedGood;
}

/** The document that is signed; the node checks it against the published schema. */
export function documentOf(form: CertificationForm, did: string): CertificationOfOrigin {
  const party = partyOf(form, did);
  const invoices = form.invoiceNumbers.split(/[,;\s]+/).filter((number) => number !== '');
  return {
    agreement: form.agreement,
    number: form.number,
    certifier: { role: form.role, party, signatory: { name: form.signatory, title: form.title } },
    ...(form.role === 'producer' ? { producer: party } : {}),
    ...(form.role === 'exporter' ? { exporter: party } : {}),
    ...(form.role === 'importer' ? { importer: party } : { importer: importerOf(form) ?? { unknown: true } }),
    goods: form.goods.map(goodOf),
    ...(invoices.length > 0 ? { invoiceNumbers: invoices } : {}),
    ...(form.blanketFrom !== '' ? { blanketPeriod: { from: form.blanketFrom, to: form.blanketTo } } : {}),
    completedOn: form.completedOn,
    statement: form.statement,
  };
}

const GOOD_COLUMNS = Object.keys(emptyGood) as (keyof GoodRow)[];

/** Goods from spreadsheet rows whose header names the fields; other columns are passed over. */
export function goodsFromRows(rows: readonly Record<string, string>[]): GoodRow[] {
  return rows.map((row) => {
    const named = Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
    return Object.fromEntries(
      GOOD_COLUMNS.map((column) => [column, named[column.toLowerCase()] ?? '']),
    ) as unknown as GoodRow;
  });
}
