import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificationOfOrigin, PowerOfAttorney } from '@portolan/documents';
import {
  codes,
  deciding,
  edit,
  evaluateWith,
  evidenceOfItem,
  fragment,
  type Item,
  without,
} from '../testing/case.ts';
import { partyOf } from './stories/parties.ts';
import { powerOfAttorney } from './stories/standing.ts';

const notAccredited = fragment('accreditation', 'undetermined', 'CRED_ISSUER_UNKNOWN');

const certificate = (change: Partial<CertificationOfOrigin>) =>
  edit('CertificationOfOrigin', (document) => ({ ...document, ...change }));

const worth = (amount: string) =>
  edit('CommercialInvoice', (document) => ({
    ...document,
    lines: document.lines.map(({ unitPrice: _price, ...line }) => ({
      ...line,
      amount: { amount, currency: 'USD' },
    })),
    total: { amount, currency: 'USD' },
  }));

describe('blanket period (19 CFR 182.12(d), 10.584(e)(2))', () => {
  const period = (from: string, to: string) =>
    deciding(evaluateWith({ evidence: certificate({ blanketPeriod: { from, to } }) }));

  it('may last twelve months to the day', () => {
    assert.deepEqual(period('2025-06-13', '2026-06-12'), []);
    assert.deepEqual(period('2025-06-12', '2026-06-12'), ['USMCA_BLANKET_TOO_LONG']);
  });

  it('covers its first and its last day', () => {
    assert.deepEqual(period('2026-06-12', '2026-12-31'), []);
    assert.deepEqual(period('2026-01-01', '2026-06-12'), []);
    assert.deepEqual(period('2026-06-13', '2026-12-31'), ['USMCA_BLANKET_NOT_COVERING']);
  });
});

describe('completion of a certification', () => {
  const long = edit('OrganizationIdentity', (document) => ({ ...document, from: '2020-01-01' }));
  const completed = (completedOn: string) =>
    deciding(evaluateWith({ evidence: (items) => certificate({ completedOn })(long(items)) }));

  it('is good for less than four years (19 CFR 182.12(e))', () => {
    assert.deepEqual(completed('2022-06-13'), []);
    assert.deepEqual(completed('2022-06-12'), ['USMCA_CERTIFICATE_TOO_OLD']);
  });

  it('may fall on the day of the claim, not after', () => {
    assert.deepEqual(completed('2026-06-12'), []);
    assert.deepEqual(completed('2026-06-13'), ['USMCA_CERTIFICATE_IN_FUTURE']);
  });
});

describe('low value (19 CFR 182.14)', () => {
  const claim = { typed: { '/lines/0/spi': 'S' } };
  const bare = (amount: string) =>
    evaluateWith({ ...claim, evidence: (items) => without('CertificationOfOrigin')(worth(amount)(items)) });

  it('needs no certification up to 2,500 dollars', () => {
    const evaluation = bare('2500.49');
    assert.equal(evaluation.outcome, 'accept');
    assert.equal(evaluation.lines[0]?.claim?.state, 'not-needed');
    assert.deepEqual(bare('2500.50').reasons, ['USMCA_CLAIM_UNSUPPORTED']);
  });

  it('does not excuse a certification that was named and is missing', () => {
    const evaluation = evaluateWith({
      evidence: (items) => without('CertificationOfOrigin')(worth('2500.00')(items)),
      typed: { ...claim.typed, '/lines/0/certificate': `sha256:${'1'.repeat(64)}` },
    });
    assert.ok(evaluation.reasons.includes('USMCA_CLAIM_UNSUPPORTED'));
  });
});

describe('power of attorney (19 CFR 141.31-141.46)', () => {
  const power = (change: Partial<PowerOfAttorney>) =>
    deciding(evaluateWith({ evidence: edit('PowerOfAttorney', (document) => ({ ...document, ...change })) }));

  it('is needed for claiming too when a line claims', () => {
    assert.deepEqual(power({ powers: ['file-entry'] }), ['USMCA_POWER_LIMITED']);
  });

  it('holds within its limits and not beyond', () => {
    const limits = {
      ports: ['2604'],
      entryTypes: ['01'],
      maximumEntryValue: { amount: '5500', currency: 'USD' },
    };
    assert.deepEqual(power({ limits }), []);
    assert.deepEqual(power({ limits: { ...limits, entryTypes: ['11'] } }), ['USMCA_POWER_LIMITED']);
    const lower = { ...limits, maximumEntryValue: { amount: '5499.99', currency: 'USD' } };
    assert.deepEqual(power({ limits: lower }), ['USMCA_POWER_LIMITED']);
  });

  it('may be on record with the agency instead of among the evidence', () => {
    const onRecord: Item = { type: 'PowerOfAttorney', document: powerOfAttorney, by: 'importer' };
    const change = { evidence: without('PowerOfAttorney') };
    assert.deepEqual(deciding(evaluateWith(change)), ['USMCA_POWER_MISSING']);
    const known = evaluateWith({ ...change, observations: { onRecord: [evidenceOfItem(onRecord)] } });
    assert.deepEqual(deciding(known), []);
  });

  it('is not needed by an importer that files for itself', () => {
    const evaluation = evaluateWith({
      evidence: without('PowerOfAttorney'),
      entry: (entry) => ({ ...entry, filer: { ...entry.filer, did: entry.importerOfRecord.did ?? '' } }),
    });
    assert.ok(evaluation.reasons.includes('USMCA_POWER_MISSING'), 'the filer of the dossier is another');
  });
});

describe('who certifies', () => {
  it('may be a signer with the power of the certifier to certify origin', () => {
    const delegated: PowerOfAttorney = {
      ...powerOfAttorney,
      number: 'POA-CERTIFY',
      grantor: partyOf('grower'),
      grantee: partyOf('juicer'),
      powers: ['certify-origin'],
    };
    const signedByOther = (items: Item[]): Item[] =>
      items.map((item) => (item.type === 'CertificationOfOrigin' ? { ...item, by: 'juicer' } : item));
    assert.deepEqual(deciding(evaluateWith({ evidence: signedByOther })), ['USMCA_SIGNER_NOT_CERTIFIER']);
    const withPower = (items: Item[]): Item[] => [
      ...signedByOther(items),
      { type: 'PowerOfAttorney', document: delegated, by: 'grower' },
    ];
    assert.deepEqual(deciding(evaluateWith({ evidence: withPower })), []);
  });

  it('is not proven by an identity that nobody accredited attests', () => {
    const selfMade = (items: Item[]): Item[] =>
      items.map((item) =>
        item.type === 'OrganizationIdentity' ? { ...item, by: 'grower', fragments: [notAccredited] } : item,
      );
    assert.deepEqual(deciding(evaluateWith({ evidence: selfMade })), ['USMCA_CERTIFIER_ROLE_UNPROVEN']);
  });

  it('is not proven by an identity that began after the certification', () => {
    const late = edit('OrganizationIdentity', (document) => ({ ...document, from: '2026-01-03' }));
    assert.deepEqual(deciding(evaluateWith({ evidence: late })), ['USMCA_CERTIFIER_ROLE_UNPROVEN']);
  });

  it('may be the importer of record itself', () => {
    const asImporter = (items: Item[]): Item[] =>
      certificate({
        certifier: {
          role: 'importer',
          party: partyOf('importer'),
          signatory: {
            name: 'Sample Importer Signatory',
            title: 'Manager',
            phone: '+1 555 0110',
            email: 'a@b.example',
          },
        },
      })(items).map((item) => (item.type === 'CertificationOfOrigin' ? { ...item, by: 'importer' } : item));
    assert.deepEqual(deciding(evaluateWith({ evidence: asImporter })), []);
  });
});

describe('the elements of a USMCA certification (19 CFR part 182, appendix A)', () => {
  const missing = (change: (document: CertificationOfOrigin) => CertificationOfOrigin) =>
    evaluateWith({ evidence: edit('CertificationOfOrigin', change) })
      .findings.filter(({ code }) => code === 'USMCA_ELEMENT_MISSING')
      .map(({ params }) => params?.element);

  it('wants telephone and e-mail of the certifier (2)', () => {
    assert.deepEqual(
      missing(({ certifier, ...rest }) => ({
        ...rest,
        certifier: {
          ...certifier,
          party: {
            name: certifier.party.name,
            did: certifier.party.did ?? '',
            address: certifier.party.address,
          },
          signatory: { name: 'Sample Grower Signatory', title: 'Export manager' },
        },
      })),
      ['2'],
    );
  });

  it('wants exporter and producer when the importer certifies (3, 4)', () => {
    assert.deepEqual(
      missing(({ exporter: _exporter, producer: _producer, certifier, ...rest }) => ({
        ...rest,
        certifier: { ...certifier, role: 'importer' },
      })),
      ['3', '4'],
    );
  });

  it('wants a criterion (7), a period or an invoice (8), a statement of origin (9)', () => {
    assert.deepEqual(
      missing((document) => ({
        ...document,
        goods: document.goods.map(({ criterion: _criterion, ...good }) => good),
      })),
      ['7'],
    );
    const { length } = missing(({ blanketPeriod: _period, ...rest }) => ({
      ...rest,
      invoiceNumbers: ['VV-2026-0611'],
    }));
    assert.equal(length, 0);
    assert.deepEqual(
      missing((document) => ({ ...document, statement: 'Signed and true.' })),
      ['9'],
    );
  });
});

describe('regional value content by criterion D (60 TV, 50 NC; HTSUS GN 11(b)(iv))', () => {
  for (const [method, percent, expected] of [
    ['TV', '60', []],
    ['TV', '59.99', ['USMCA_REGIONAL_VALUE_LOW']],
    ['NC', '50', []],
    ['NC', '49.99', ['USMCA_REGIONAL_VALUE_LOW']],
  ] as const)
    it(`${percent} by ${method}`, () => {
      const change = edit('CertificationOfOrigin', (document) => ({
        ...document,
        goods: document.goods.map((good) => ({
          ...good,
          criterion: 'D' as const,
          regionalValueContent: { method, percent },
        })),
      }));
      assert.deepEqual(deciding(evaluateWith({ evidence: change })), expected);
    });
});

describe('a claim after importation (19 U.S.C. 1520(d))', () => {
  const claimedAt = (filedAt: string) =>
    codes(evaluateWith({ dossier: { claimKind: 'post-importation', filedAt } }));

  it('is in time for a year', () => {
    assert.ok(!claimedAt('2027-06-12T16:00:00.000Z').includes('USMCA_CLAIM_LATE'));
    assert.ok(claimedAt('2027-06-13T16:00:00.000Z').includes('USMCA_CLAIM_LATE'));
  });
});
