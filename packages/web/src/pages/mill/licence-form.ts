import type { Party, SteelImportLicense } from '@portolan/documents';

/** The form of an import licence; `lines` are one a line. */
export interface LicenceForm {
  number: string;
  kind: SteelImportLicense['kind'];
  metal: string;
  importer: string;
  importerDid: string;
  exporter: string;
  exporterDid: string;
  manufacturer: string;
  manufacturerDid: string;
  exportCountry: string;
  originCountry: string;
  portOfEntry: string;
  expectedExport: string;
  expectedImport: string;
  entryNumber: string;
  issuedOn: string;
  validUntil: string;
  /** Tariff number; category; melted in; poured in; kilograms; dollars. */
  lines: string;
}

export const emptyLicence: LicenceForm = {
  ...{
    number: '',
    kind: 'regular',
    metal: 'steel',
    importer: '',
    importerDid: '',
    exporter: '',
    exporterDid: '',
  },
  ...{ manufacturer: '', manufacturerDid: '', exportCountry: '', originCountry: '', portOfEntry: '' },
  ...{ expectedExport: '', expectedImport: '', entryNumber: '', issuedOn: '', validUntil: '', lines: '' },
};

/** Beams by road from Mexico, as in the guide. */
export const exampleLicence: LicenceForm = {
  ...emptyLicence,
  ...{ number: 'S26SMP0118', importer: 'Sample Prairie Builders', exporter: 'Sample Acero del Norte' },
  ...{
    manufacturer: 'Sample Acero del Norte',
    exportCountry: 'MX',
    originCountry: 'MX',
    portOfEntry: '2304',
  },
  ...{ expectedExport: '2026-06-10', expectedImport: '2026-06-10' },
  ...{ issuedOn: '2026-06-05', validUntil: '2026-08-19' },
  lines: '7216330090; Structural shapes, heavy; MX; MX; 20000; 18000.00',
};

/** The licence that is signed; what is empty is left out, and the node checks the rest against the published schema. */
export function licenceOf(form: LicenceForm, office: Party): SteelImportLicense {
  const { exportCountry, exporter, exporterDid, importer, importerDid, manufacturer, manufacturerDid } = form;
  const { entryNumber, expectedExport, expectedImport, originCountry, portOfEntry } = form;
  const party = (name: string, did: string, country: string): Party => ({
    name,
    ...said({ did }),
    address: { country },
  });
  return {
    number: form.number,
    metal: form.metal,
    kind: form.kind,
    office,
    importer: party(importer, importerDid, 'US'),
    ...(exporter === '' ? {} : { exporter: party(exporter, exporterDid, exportCountry) }),
    ...(manufacturer === '' ? {} : { manufacturer: party(manufacturer, manufacturerDid, originCountry) }),
    ...said({ originCountry, exportCountry, portOfEntry, expectedExport, expectedImport, entryNumber }),
    issuedOn: form.issuedOn,
    validUntil: form.validUntil,
    lines: form.lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => lineOf(line, index, form.metal)),
  };
}

function lineOf(line: string, index: number, metal: string): SteelImportLicense['lines'][number] {
  const parts = line.split(';').map((part) => part.trim());
  const [hts = '', category = '', first = '', second = '', kilograms = '', dollars = ''] = parts;
  const [molten, solid] =
    metal === 'aluminum' ? (['primary-smelt', 'cast'] as const) : (['melt', 'pour'] as const);
  return {
    number: String(index + 1),
    hts: hts.replaceAll('.', ''),
    ...said({ category }),
    stages: [
      ...(first === '' ? [] : [{ stage: molten, country: first }]),
      ...(second === '' ? [] : [{ stage: solid, country: second }]),
    ],
    quantity: { value: kilograms, unit: 'KGM' },
    value: { amount: dollars, currency: 'USD' },
  };
}

/** Members that are empty are left out: a document never says an empty text. */
function said<T extends Record<string, string>>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '')) as Partial<T>;
}
