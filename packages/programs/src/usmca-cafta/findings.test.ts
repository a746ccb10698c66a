import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CertificationOfOrigin,
  CertifiedGood,
  ProducedGood,
  ProductionStatement,
} from '@portolan/documents';
import {
  type Change,
  codes,
  deciding,
  edit,
  evaluateWith,
  evidenceOfItem,
  fragment,
  type Item,
  resign,
  without,
} from '../testing/case.ts';
import { type UsmcaCode, usmcaCatalogue } from './catalogue.ts';
import { severities } from './severities.ts';
import { identityFile, type powerOfAttorney } from './stories/standing.ts';
import { carrierCertificate, mangoBill } from './stories/variant-documents.ts';

const certificate = (change: Partial<CertificationOfOrigin>) =>
  edit('CertificationOfOrigin', (document) => ({ ...document, ...change }));

const good = (change: Partial<CertifiedGood>) =>
  edit('CertificationOfOrigin', (document) => ({
    ...document,
    goods: document.goods.map((one) => ({ ...one, ...change })),
  }));

const power = (change: Partial<typeof powerOfAttorney>) =>
  edit('PowerOfAttorney', (document) => ({ ...document, ...change }));

const failing = (name: Parameters<typeof fragment>[0], code?: string) =>
  resign('CertificationOfOrigin', { fragments: [fragment(name, 'failed', code)] });

const cheap = edit('CommercialInvoice', (document) => ({
  ...document,
  lines: document.lines.map((line) => ({ ...line, amount: { amount: '2500.00', currency: 'USD' } })),
  total: { amount: '2500.00', currency: 'USD' },
}));

const both =
  (...changes: ((items: Item[]) => Item[])[]) =>
  (items: Item[]) =>
    changes.reduce((changed, change) => change(changed), items);

const claimed = { typed: { '/lines/0/spi': 'S' } } as const;

const mangoes: ProductionStatement = {
  agreement: 'USMCA',
  number: 'PS-1',
  producer: { name: 'Sample Grower', address: { country: 'MX' } },
  goods: [
    {
      number: '1',
      description: 'Mangoes, fresh',
      hs: '080450',
      madeIn: 'MX',
      whollyObtained: 'harvested in Sinaloa',
      materials: [],
    },
  ],
  statedOn: '2026-01-05',
  statement: 'Sample statement.',
};

/** The good shipment with a production statement of its grower, changed in its good. */
const produced =
  (good: Partial<ProducedGood>, more: Partial<Item> = {}) =>
  (items: Item[]): Item[] => [
    ...items,
    {
      type: 'ProductionStatement',
      document: { ...mangoes, goods: mangoes.goods.map((one) => ({ ...one, ...good })) },
      by: 'grower',
      ...more,
    },
  ];

const { whollyObtained: _, ...handled } = mangoes.goods[0] as ProducedGood;
const repacked = (items: Item[]): Item[] => [
  ...items,
  {
    type: 'ProductionStatement',
    document: {
      ...mangoes,
      goods: [{ ...handled, materials: [{ id: '1', description: 'Mangoes', hs: '080450', country: 'PE' }] }],
    },
    by: 'grower',
  },
];
const unlisted = (items: Item[]): Item[] => [
  ...items,
  { type: 'ProductionStatement', document: { ...mangoes, goods: [handled] }, by: 'grower' },
];

const content =
  (more: Partial<Item>) =>
  (items: Item[]): Item[] => [
    ...items,
    {
      type: 'RegionalValueStatement',
      document: {
        agreement: 'USMCA',
        number: 'RVS-1',
        verifier: { name: 'Sample Verifiers SC', address: { country: 'MX' } },
        producer: mangoes.producer,
        good: { description: 'Mangoes, fresh', hs6: '080450' },
        method: 'TV',
        atLeast: '60',
        period: { from: '2026-01-01', to: '2026-12-31' },
        examinedOn: '2026-01-20',
        worksheet: `sha256:${'1'.repeat(64)}`,
        statement: 'Sample statement.',
      },
      by: 'agency',
      ...more,
    },
  ];

/** What triggers each code: one thing changed on a shipment that keeps every rule. Sources: the catalogue's citations. */
const triggers: Record<UsmcaCode, Change> = {
  USMCA_PRODUCTION_ORIGINATES: { evidence: produced({}) },
  USMCA_PRODUCTION_OPEN: { evidence: unlisted },
  USMCA_PRODUCTION_FAILS: { evidence: repacked },
  USMCA_PRODUCTION_UNREADABLE: { evidence: produced({ madeIn: 'PE' }) },
  USMCA_PRODUCTION_UNVERIFIED: { evidence: produced({}, { fragments: [fragment('integrity', 'failed')] }) },
  USMCA_PRODUCTION_CRITERION: {
    evidence: both(good({ criterion: 'B' }), produced({})),
  },
  USMCA_CONTENT_SHOWN: { evidence: content({}) },
  USMCA_CONTENT_UNATTESTED: { evidence: content({ fragments: [fragment('accreditation', 'failed')] }) },
  USMCA_EVIDENCE_MISSING: {
    dossier: { provenance: { '/lines': { class: 'signed', document: `sha256:${'0'.repeat(64)}` } } },
  },
  USMCA_EVIDENCE_ALTERED: {
    evidence: resign('CommercialInvoice', { fragments: [fragment('integrity', 'failed')] }),
  },
  USMCA_EVIDENCE_UNCERTAIN: {
    evidence: resign('BillOfLading', { fragments: [fragment('status', 'undetermined')] }),
  },
  USMCA_ENTRY_NOT_DERIVED: {
    entry: (entry) => ({ ...entry, lines: entry.lines.map((line) => ({ ...line, enteredValue: '1' })) }),
  },
  USMCA_ENTRY_BACKDATED: { typed: { '/entryDate': '2026-06-11' } },
  USMCA_ENTRY_NUMBER_SEEN: { observations: { entryNumberSeen: true } },
  USMCA_POWER_MISSING: { evidence: without('PowerOfAttorney') },
  USMCA_POWER_UNVERIFIED: { evidence: resign('PowerOfAttorney', { by: 'broker' }) },
  USMCA_POWER_NOT_IN_FORCE: { evidence: power({ until: '2026-06-11' }) },
  USMCA_POWER_LIMITED: { evidence: power({ limits: { ports: ['2304'] } }) },
  USMCA_DOCUMENTS_DISAGREE: {
    evidence: edit('BillOfLading', (document) => ({
      ...document,
      grossWeight: { value: '6000', unit: 'KGM' },
    })),
  },
  USMCA_DUTY_REFUSED: {
    entry: (entry) => ({ ...entry, lines: entry.lines.map((line) => ({ ...line, hts: '9999999999' })) }),
  },
  USMCA_DUTY_NOT_COMPUTED: {},
  USMCA_CLAIM_UNSUPPORTED: { evidence: without('CertificationOfOrigin'), ...claimed },
  USMCA_LOW_VALUE: { evidence: both(without('CertificationOfOrigin'), cheap), ...claimed },
  USMCA_LOW_VALUE_SERIES: {
    evidence: both(without('CertificationOfOrigin'), cheap),
    ...claimed,
    observations: {
      relatedImportations: [
        {
          entryNumber: 'ZZ9-0000104-3',
          importDate: '2026-06-11',
          enteredValue: '2400',
          by: 'the same order',
        },
      ],
    },
  },
  USMCA_KNOWLEDGE_CLAIM: {
    evidence: both(
      without('CertificationOfOrigin'),
      edit('CommercialInvoice', (document) => ({
        ...document,
        lines: document.lines.map((line) => ({ ...line, originCountry: 'CR' })),
      })),
    ),
    typed: { '/lines/0/spi': 'P', '/lines/0/claimBasis': 'knowledge' },
  },
  USMCA_KNOWLEDGE_NOT_ALLOWED: {
    evidence: without('CertificationOfOrigin'),
    typed: { '/lines/0/spi': 'S', '/lines/0/claimBasis': 'knowledge' },
  },
  USMCA_INDICATOR_MISMATCH: { typed: { '/lines/0/spi': 'P' } },
  USMCA_QUALIFYING_UNCERTAIN: { typed: { '/lines/0/spi': 'S+' } },
  USMCA_DUPLICATE_CLAIM: { observations: { duplicateClaims: [{ line: 1, entryNumber: 'ZZ9-0000099-5' }] } },
  USMCA_CLAIM_LATE: {
    dossier: { claimKind: 'post-importation', filedAt: '2027-06-13T17:00:00.000Z' },
  },
  USMCA_FREE_GOOD_UNCLAIMED: {
    typed: { '/lines/0/spi': null },
    evidence: both(
      good({ hs6: '090421' }),
      edit('CommercialInvoice', (document) => ({
        ...document,
        lines: document.lines.map((line) => ({ ...line, hts: '0904218000' })),
      })),
    ),
  },
  USMCA_TRANSIT_UNCONTROLLED: {
    evidence: edit('BillOfLading', (document) => ({
      ...document,
      inTransit: [{ country: 'PA', customsControl: false }],
    })),
  },
  USMCA_TRANSIT_NOT_SHOWN: {
    evidence: edit('BillOfLading', (document) => ({ ...document, exportCountry: 'PA' })),
  },
  USMCA_TRANSIT_CONTROLLED: {
    evidence: edit('BillOfLading', (document) => ({
      ...document,
      inTransit: [{ country: 'PA', customsControl: true }],
    })),
  },
  USMCA_CERTIFICATE_UNSIGNED: {
    evidence: (items) =>
      items.map(({ by, ...item }) => (item.type === 'CertificationOfOrigin' || !by ? item : { ...item, by })),
  },
  USMCA_CERTIFICATE_ALTERED: { evidence: failing('integrity', 'CRED_SIGNATURE_INVALID') },
  USMCA_CERTIFICATE_KEY: { evidence: failing('issuer', 'CRED_KEY_REVOKED') },
  USMCA_CERTIFICATE_REVOKED: { evidence: failing('status', 'CRED_REVOKED') },
  USMCA_CERTIFICATE_SUSPENDED: { evidence: failing('status', 'CRED_SUSPENDED') },
  USMCA_CERTIFICATE_EXPIRED: { evidence: failing('dates', 'CRED_EXPIRED') },
  USMCA_CERTIFICATE_NOT_YET_VALID: { evidence: failing('dates', 'CRED_NOT_YET_VALID') },
  USMCA_CERTIFICATE_MALFORMED: { evidence: failing('schema', 'DOC_FIELD_MISSING') },
  USMCA_CERTIFICATE_UNDETERMINED: {
    evidence: resign('CertificationOfOrigin', {
      fragments: [fragment('status', 'undetermined', 'CRED_STATUS_STALE')],
    }),
  },
  USMCA_SIGNER_NOT_CERTIFIER: { evidence: resign('CertificationOfOrigin', { by: 'importer' }) },
  USMCA_CERTIFIER_ROLE_UNPROVEN: { evidence: without('OrganizationIdentity') },
  USMCA_CARRIER_AS_PRODUCER: {
    evidence: (items) => [
      ...both(
        edit('CertificationOfOrigin', () => carrierCertificate),
        resign('CertificationOfOrigin', { by: 'carrier' }),
      )(items),
      { ...(identityFile('carrier').subject as Item), by: 'agency' },
    ],
  },
  USMCA_CERTIFIER_GOODS: {
    evidence: edit('OrganizationIdentity', (document) => ({ ...document, goods: ['0709'] })),
  },
  USMCA_ELEMENT_MISSING: { evidence: certificate({ statement: 'Signed.' }) },
  USMCA_PRODUCER_VARIOUS: { evidence: certificate({ producer: { various: true } }) },
  USMCA_PRODUCER_LIST_MISSING: {
    evidence: certificate({ producer: { various: true } }),
    observations: { requests: [{ line: 1, asks: ['producer-list'], state: 'overdue' }] },
  },
  USMCA_PRODUCER_CONFIDENTIAL: {
    evidence: certificate({ producer: { confidential: true, availableTo: 'agency' } }),
  },
  USMCA_BLANKET_TOO_LONG: {
    evidence: certificate({ blanketPeriod: { from: '2026-01-01', to: '2027-01-01' } }),
  },
  USMCA_BLANKET_REVERSED: {
    evidence: certificate({ blanketPeriod: { from: '2026-12-31', to: '2026-01-01' } }),
  },
  USMCA_BLANKET_NOT_COVERING: {
    evidence: certificate({ blanketPeriod: { from: '2026-01-01', to: '2026-06-11' } }),
  },
  USMCA_INVOICE_MISMATCH: {
    entry: (entry) => ({
      ...entry,
      lines: entry.lines.map((line) => ({ ...line, invoice: { ...line.invoice, number: 'ANOTHER' } })),
    }),
    evidence: certificate({ invoiceNumbers: ['VV-2026-0611'] }),
  },
  USMCA_CERTIFICATE_IN_FUTURE: { evidence: certificate({ completedOn: '2026-06-13' }) },
  USMCA_CERTIFICATE_TOO_OLD: {
    evidence: both(
      certificate({ completedOn: '2022-06-12' }),
      edit('OrganizationIdentity', (document) => ({ ...document, from: '2020-01-01' })),
    ),
  },
  USMCA_CERTIFICATE_AFTER_CLAIM: {
    evidence: resign('CertificationOfOrigin', { signedAt: '2026-06-12T17:00:00.001Z' }),
  },
  USMCA_NON_PARTY_INVOICE: { evidence: certificate({ issuedOn: 'invoice', onDocumentIssuedIn: 'HK' }) },
  USMCA_IMPORTER_DIFFERS: {
    evidence: certificate({ importer: { name: 'Sample Other Importer', address: { country: 'US' } } }),
  },
  USMCA_GOOD_MISSING: {
    entry: (entry) => ({ ...entry, lines: entry.lines.map((line) => ({ ...line, certificateGood: '9' })) }),
  },
  USMCA_HS_MISMATCH: { evidence: good({ hs6: '080430', invoiceLine: '1', invoiceNumber: 'VV-2026-0611' }) },
  USMCA_ORIGIN_OUTSIDE: {
    evidence: edit('CommercialInvoice', (document) => ({
      ...document,
      lines: document.lines.map((line) => ({ ...line, originCountry: 'PE' })),
    })),
  },
  USMCA_CERTIFIED_ORIGIN_OUTSIDE: { evidence: good({ originCountry: 'PE' }) },
  USMCA_ORIGIN_CONTRADICTED: { evidence: good({ originCountry: 'CA' }) },
  USMCA_RULE_NOT_MET: {
    evidence: edit('CommercialInvoice', (document) => ({
      ...document,
      lines: document.lines.map((line) => ({ ...line, originCountry: 'PE' })),
    })),
  },
  USMCA_RULE_UNDETERMINED: { ...truck('8704210100', { criterion: 'B' }) },
  USMCA_RULE_NOT_AT_HAND: { ...truck('8537109170', { criterion: 'B' }) },
  USMCA_RULING_AGAINST: { ...truck('8537109170', { criterion: 'B' }) },
  USMCA_REGIONAL_VALUE_LOW: {
    evidence: good({ criterion: 'D', regionalValueContent: { method: 'TV', percent: '59.99' } }),
  },
  USMCA_REGIONAL_VALUE_MISSING: { evidence: good({ criterion: 'D' }) },
  USMCA_CRITERION_ILLEGAL: {
    evidence: certificate({ agreement: 'CAFTA-DR' }),
    typed: { '/lines/0/spi': 'P' },
  },
  USMCA_CRITERION_CHAPTER: { ...truck('6201302010', { criterion: 'D' }) },
};

/** The same shipment of other goods, entered in another tariff number. */
function truck(hts: string, change: Partial<CertifiedGood>): Change {
  return {
    evidence: good({ hs6: hts.slice(0, 6), invoiceLine: '1', invoiceNumber: 'VV-2026-0611', ...change }),
    entry: (entry) => ({ ...entry, lines: entry.lines.map((line) => ({ ...line, hts })) }),
  };
}

describe('findings', () => {
  it('are none that decide when every rule is kept', () => {
    const evaluation = evaluateWith();
    assert.equal(evaluation.outcome, 'accept');
    assert.deepEqual(deciding(evaluation), []);
    assert.deepEqual(
      evaluation.lines.map(({ claim }) => claim?.state),
      ['supported'],
    );
  });

  for (const [code, change] of Object.entries(triggers))
    it(`${code} is found`, () => {
      const evaluation = evaluateWith(change);
      const finding = evaluation.findings.find((one) => one.code === code);
      assert.ok(finding, `found ${codes(evaluation).join(', ')}`);
      assert.equal(finding.severity === 'refuse' ? evaluation.outcome : 'refuse', 'refuse');
      assert.doesNotMatch(finding.message + finding.mend, /\{[a-zA-Z0-9]+\}/, 'a parameter is missing');
      assert.ok(finding.path === '' || finding.path.startsWith('/'));
    });

  it('has a severity and a trigger for every code of the catalogue', () => {
    const known = Object.keys(usmcaCatalogue.entries).sort();
    assert.deepEqual(Object.keys(severities).sort(), known);
    assert.deepEqual(Object.keys(triggers).sort(), known);
  });

  it('offers to drop the claim wherever a claim cannot stand, and dropping it makes the filing acceptable', () => {
    const evaluation = evaluateWith({
      evidence: certificate({ blanketPeriod: { from: '2026-01-01', to: '2026-06-11' } }),
    });
    const [finding] = evaluation.findings;
    assert.deepEqual(finding?.fix?.typed, { '/lines/0/spi': null });
    const mended = evaluateWith({
      evidence: certificate({ blanketPeriod: { from: '2026-01-01', to: '2026-06-11' } }),
      typed: { '/lines/0/spi': null },
    });
    assert.equal(mended.outcome, 'accept');
    assert.deepEqual(mended.lines, [{ number: 1 }]);
  });

  it('names the evidence that shows it', () => {
    const evaluation = evaluateWith({ evidence: good({ originCountry: 'CA' }) });
    const finding = evaluation.findings.find(({ code }) => code === 'USMCA_ORIGIN_CONTRADICTED');
    assert.equal(finding?.evidence?.length, 2);
    const bill = evidenceOfItem({ type: 'BillOfLading', document: mangoBill, by: 'carrier' });
    assert.ok(!finding?.evidence?.includes(bill.digest));
  });
});
