import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import fc from 'fast-check';
import { summaryLimit } from './facts/summary-limits.ts';
import { formBlocks } from './fields/form-blocks.ts';
import { placeOfField } from './fields/places.ts';
import { assemble, changed, type Paper, shipment, usd, withoutType } from './testing/papers.ts';

const open = (assembly: ReturnType<typeof assemble>, required = true) =>
  assembly.asks.filter((ask) => ask.required === required).map(({ pointer }) => pointer);
const refused = (assembly: ReturnType<typeof assemble>) =>
  assembly.refusals.map(({ code, path }) => `${code} ${path}`);
const provenanceOf = (pointer: string, papers?: readonly Paper[]) => assemble(papers).provenance[pointer];

const line = (change: object, papers: readonly Paper[] = shipment) =>
  changed(
    'CommercialInvoice',
    (document) => ({ ...document, lines: document.lines.map((one) => ({ ...one, ...change })) }),
    papers,
  );

describe('assembleEntry', () => {
  it('derives a whole entry from the papers and asks nothing that is required', () => {
    const { complete, asks, refusals } = assemble();
    assert.deepEqual(refusals, []);
    assert.deepEqual(
      asks.map(({ pointer, required }) => [pointer, required]),
      [
        ['/lines/0/relatedParties', false],
        ['/bond', false],
      ],
    );
    assert.deepEqual(complete?.lines, [
      {
        number: 1,
        invoice: { number: 'INV-1', line: '1' },
        description: 'Mangoes, fresh',
        originCountry: 'MX',
        exportCountry: 'MX',
        hts: '0804506055',
        quantities: [{ value: '5000', unit: 'KGM' }],
        grossWeight: { value: '5500', unit: 'KGM' },
        manufacturer: {
          name: 'Sample Valle Verde Produce',
          did: 'did:key:z6MkSampleGrower',
          mid: 'MXSAMVAL1250CUL',
        },
        spi: 'S',
        claimBasis: 'certificate',
        certificate: complete?.lines[0]?.certificate,
        certificateGood: '1',
        enteredValue: '5500',
        charges: '0',
        relatedParties: false,
      },
    ]);
    assert.equal(complete?.entryType, '01');
    assert.equal(complete?.modeOfTransport, '30');
    assert.equal(complete?.importerOfRecord.number, '12-3456789AB');
  });

  it('gives every field a provenance and a place on the forms', () => {
    const { complete, provenance } = assemble(shipment, {
      entryNumber: 'ZZ9-0000103-5',
      typed: { '/bond': { type: '8' } },
    });
    const leaves = (value: unknown, at: string): string[] =>
      provenance[at] || typeof value !== 'object' || value === null
        ? [at]
        : Object.entries(value).flatMap(([member, below]) => leaves(below, `${at}/${member}`));
    for (const leaf of leaves(complete, '')) {
      assert.ok(provenance[leaf], `${leaf} has no provenance`);
      assert.ok(placeOfField(leaf) ?? leaf === '/bond', `${leaf} has no place`);
    }
    assert.ok(Object.keys(formBlocks).length > 45);
  });

  it('takes the net weight from the packing list and the value from the invoice', () => {
    assert.equal(provenanceOf('/lines/0/quantities')?.class, 'imported');
    assert.equal(provenanceOf('/lines/0/quantities')?.pointer, '/lines/0/netWeight');
    assert.equal(provenanceOf('/lines/0/enteredValue')?.class, 'signed');
    assert.equal(provenanceOf('/lines/0/enteredValue')?.pointer, '/lines/0/amount/amount');
    assert.equal(provenanceOf('/lines/0/enteredValue', line({ amount: usd('5500.40') }))?.class, 'computed');
  });

  it('sees one fact in two documents as confirmation, and two facts as cross-check', () => {
    assert.equal(provenanceOf('/lines/0/originCountry')?.confirmedBy?.length, 2);
    const { crossChecks, entry } = assemble(line({ originCountry: 'PE' }));
    assert.equal(entry.lines[0]?.originCountry, 'PE');
    assert.deepEqual(
      crossChecks.map(({ pointer, other }) => [pointer, other]),
      [
        ['/lines/0/originCountry', 'MX'],
        ['/lines/0/originCountry', 'MX'],
      ],
    );
  });

  it('enters a document once that came both signed and as a file', () => {
    const [signed] = shipment;
    assert.ok(signed);
    const copy = { ...signed, signed: false } as Paper;
    const { complete, provenance } = assemble([copy, ...shipment]);
    assert.equal(complete?.lines.length, 1);
    assert.equal(provenance['/lines/0/description']?.class, 'signed');
  });

  it('converts what the seller counts in to what the tariff counts in', () => {
    const pounds = line({ quantity: { value: '1000', unit: 'LBR' } }, withoutType('PackingList'));
    const { entry, provenance } = assemble(pounds);
    assert.deepEqual(entry.lines[0]?.quantities, [{ value: '453.59', unit: 'KGM' }]);
    assert.equal(provenance['/lines/0/quantities']?.class, 'computed');
  });

  it('asks for a quantity when no document gives one that converts', () => {
    const assembly = assemble(withoutType('PackingList'));
    assert.deepEqual(open(assembly), ['/lines/0/quantities']);
    assert.deepEqual(refused(assembly), ['FILING_UNIT_MISMATCH /lines/0/quantities']);
    const answered = assemble(withoutType('PackingList'), {
      typed: { '/lines/0/quantities': [{ value: '5000', unit: 'KGM' }] },
    });
    assert.equal(answered.complete?.lines[0]?.quantities[0]?.value, '5000');
    assert.equal(answered.provenance['/lines/0/quantities']?.class, 'typed');
  });

  it('asks for the tariff line with a proposal in season when only six digits are known', () => {
    const cucumbers = line({ hts: '070700' });
    const proposed = (at: string) =>
      assemble(cucumbers, { at }).asks.find(({ pointer }) => pointer === '/lines/0/hts')?.proposal;
    assert.match(String(proposed('2026-06-12T16:00:00.000Z')), /^07070050/);
    const typed = assemble(cucumbers, { typed: { '/lines/0/hts': '0707.00.50.85' } });
    assert.equal(typed.complete?.lines[0]?.hts, '0707005085');
  });

  it('completes a number that has only one line below it, and says so', () => {
    const { entry, provenance } = assemble(line({ hts: '09042120' }));
    assert.equal(entry.lines[0]?.hts, '0904212000');
    assert.equal(provenance['/lines/0/hts']?.class, 'computed');
  });

  it('refuses a tariff number that the edition has not', () => {
    const assembly = assemble(line({ hts: '9999999999' }, shipment.slice(0, 1)));
    assert.ok(refused(assembly).includes('FILING_HTS_UNKNOWN /lines/0/hts'));
    assert.equal(assembly.complete, undefined);
  });

  it('asks for the rate of another currency, and prices with it', () => {
    const pesos = changed('CommercialInvoice', (document) => ({
      ...document,
      currency: 'MXN',
      lines: document.lines.map((one) => ({ ...one, amount: { amount: '100000.00', currency: 'MXN' } })),
      total: { amount: '100000.00', currency: 'MXN' },
    }));
    assert.ok(open(assemble(pesos)).includes('/exchangeRate'));
    const { complete, provenance } = assemble(pesos, { typed: { '/exchangeRate': '0.0582' } });
    assert.equal(complete?.lines[0]?.enteredValue, '5820');
    assert.equal(provenance['/exchangeRate']?.class, 'typed');
    assert.equal(provenance['/lines/0/enteredValue']?.class, 'computed');
  });

  it('enters informally up to 2,500 dollars (19 CFR 143.21), unless the filer wants it formal', () => {
    const worth = (amount: string) => line({ amount: usd(amount) });
    assert.equal(assemble(worth('2500.49')).entry.entryType, '11');
    assert.equal(assemble(worth('2500.50')).entry.entryType, '01');
    assert.equal(assemble(worth('100.00'), { typed: { '/entryType': '01' } }).entry.entryType, '01');
    assert.ok(!open(assemble(worth('100.00')), false).includes('/bond'));
  });

  it('says when the price may hide freight that no document states', () => {
    const cif = changed('CommercialInvoice', (document) => ({ ...document, incoterm: { code: 'CIF' } }));
    const ask = assemble(cif).asks.find(({ pointer }) => pointer === '/carriage');
    assert.equal(
      ask?.question,
      'Line 1 is 5,500.00 USD with no charges; the invoice is CIF. How much international freight and insurance do the prices include?',
    );
    assert.equal(ask?.proposal, undefined);
  });

  it('proposes freight that another paper states, and takes it out of the value when it is used', () => {
    const cif = changed('CommercialInvoice', (document) => ({ ...document, incoterm: { code: 'CIF' } }));
    const charges = [{ kind: 'freight' as const, amount: usd('240.00'), includedInPrice: false }];
    const priced = changed('PurchaseOrder', (document) => ({ ...document, charges }), cif);
    const ask = assemble(priced).asks.find(({ pointer }) => pointer === '/carriage');
    assert.match(
      ask?.question ?? '',
      /the invoice is CIF, freight 240\.00 USD found on purchase order PO-1: use it\?$/,
    );
    const taken = assemble(priced, { typed: { '/carriage': ask?.proposal as JsonValue } });
    assert.deepEqual(taken.refusals, []);
    const { enteredValue, charges: reported } = taken.entry.lines[0] ?? {};
    assert.deepEqual([enteredValue, reported], ['5260', '240']);
    assert.equal(taken.provenance['/carriage']?.class, 'typed');
    assert.deepEqual(assemble(priced, { typed: { '/carriage': '240' } }).entry.carriage, {
      amount: '240',
      currency: 'USD',
    });
  });

  it('asks once for all lines of an invoice, not once for each', () => {
    const cif = changed('CommercialInvoice', (document) => ({
      ...document,
      incoterm: { code: 'CIF' },
      lines: [1, 2, 3].map((number) => ({
        ...(document.lines[0] as object),
        number: String(number),
      })) as never,
      total: usd('16500.00'),
    }));
    const { asks } = assemble(cif);
    assert.equal(asks.filter(({ cite }) => cite?.includes('152.103(a)(5)')).length, 1);
    assert.match(
      asks.find(({ pointer }) => pointer === '/carriage')?.question ?? '',
      /^Invoice INV-1 \(16,500\.00 USD\), 3 lines, is/,
    );
  });

  it('asks for everything that the bill of lading would have said, each once', () => {
    const pointers = open(assemble(withoutType('BillOfLading')));
    assert.deepEqual(pointers, [
      '/portOfEntry',
      '/modeOfTransport',
      '/carrier/name',
      '/carrier/scac',
      '/exportCountry',
      '/exportDate',
      '/importDate',
      '/billOfLading',
    ]);
    assert.equal(new Set(pointers).size, pointers.length);
  });

  it('refuses to enter goods without an invoice', () => {
    assert.ok(refused(assemble(withoutType('CommercialInvoice'))).includes('FILING_NO_INVOICE /lines'));
  });

  it('claims nothing without a certification, and nothing that the filer dropped', () => {
    assert.equal(assemble(withoutType('CertificationOfOrigin')).entry.lines[0]?.spi, undefined);
    const dropped = assemble(shipment, { typed: { '/lines/0/spi': null } });
    assert.equal(dropped.complete?.lines[0]?.spi, undefined);
    assert.equal(dropped.complete?.lines[0]?.certificate, undefined);
    assert.equal(dropped.provenance['/lines/0/spi']?.class, 'typed');
  });

  it('does not take a good certified for one lot as another lot', () => {
    const lots = changed(
      'CertificationOfOrigin',
      ({ invoiceNumbers, ...document }) => ({
        ...document,
        invoiceNumbers: invoiceNumbers ?? [],
        goods: document.goods.map(({ invoiceLine: _line, ...good }) => ({ ...good, lot: 'L-1' })),
      }),
      line({ lot: 'L-2' }),
    );
    assert.equal(assemble(lots).entry.lines[0]?.spi, undefined);
  });

  it('refuses typed values that belong nowhere or have the wrong form', () => {
    assert.deepEqual(refused(assemble(shipment, { typed: { '/nonsense': 1 } })), [
      'FILING_TYPED_UNKNOWN_FIELD /nonsense',
    ]);
    const malformed = assemble(shipment, { typed: { '/bond': { type: '7' } } });
    assert.ok(refused(malformed)[0]?.startsWith('FILING_TYPED_INVALID /bond'));
    assert.equal(malformed.complete, undefined);
  });

  it('takes the day of filing as day of entry, or the day of arrival when that is later (19 CFR 141.68)', () => {
    assert.equal(assemble(shipment, { at: '2026-06-10T16:00:00.000Z' }).entry.entryDate, '2026-06-12');
    assert.equal(assemble(shipment, { at: '2026-06-16T16:00:00.000Z' }).entry.entryDate, '2026-06-16');
    assert.equal(
      assemble(shipment, { at: '2026-06-13T03:00:00.000Z' }).entry.entryDate,
      '2026-06-12',
      'the day in the zone',
    );
  });

  it('does not go on beyond the tariff it knows without a recorded override', () => {
    const late = { at: '2026-11-22T16:00:00.000Z' };
    const stale = assemble(shipment, late);
    assert.deepEqual(refused(stale), ['FILING_TARIFF_NOT_CURRENT /entryDate']);
    assert.equal(stale.asks.find(({ pointer }) => pointer === '/override/reason')?.required, true);
    const override = { reason: 'rates compared by hand', by: 'Sample Licence Holder' };
    assert.ok(assemble(shipment, { ...late, override }).complete);
  });

  it('gives the same bytes for papers in any order', () => {
    const bytes = (papers: readonly Paper[]) => canonicalize(assemble(papers) as unknown as JsonValue);
    const expected = bytes(shipment);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...shipment], { minLength: shipment.length }),
        (papers) => bytes(papers) === expected,
      ),
      { numRuns: 40 },
    );
  });

  it('never asks for what it has filled, whatever papers are there', () => {
    fc.assert(
      fc.property(fc.subarray([...shipment]), (papers) => {
        const { asks, provenance } = assemble(papers);
        for (const { pointer, required } of asks)
          if (required) assert.equal(provenance[pointer], undefined, pointer);
      }),
    );
  });
});

describe('tariff numbers of a line', () => {
  const codes = (headings: number, entryDate: string) => {
    const many = Array.from({ length: headings }, (_, at) => `9903${String(880_000 + at).slice(0, 4)}`);
    const { refusals } = assemble(undefined, {
      typed: { '/lines/0/headings': many, '/entryDate': entryDate },
    });
    return refusals.map(({ code }) => code);
  };

  it('are 32 at most, and were 8 until the end of May 2025', () => {
    assert.ok(!codes(31, '2026-06-12').includes('FILING_TOO_MANY_NUMBERS'));
    assert.ok(codes(32, '2026-06-12').includes('FILING_TOO_MANY_NUMBERS'));
    assert.deepEqual(
      ['2025-05-31', '2025-06-01'].map((day) => summaryLimit(day).numbersOfLine),
      [8, 32],
    );
  });
});
