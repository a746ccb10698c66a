import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MillTestReport, SteelImportLicense } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { computeDuty, type TradeCase, withCases } from '@portolan/tariff';
import { assembleEntry } from '../assemble.ts';
import { dutyInput } from '../duty-input.ts';
import { summaryLine, summaryTotals } from '../summary/form-7501.ts';
import { broker, changed, evidence, kg, type Paper, seller, tariff } from '../testing/papers.ts';
import type { Given } from './desk.ts';

const CASE: TradeCase = {
  case: 'A-570-999',
  kind: 'antidumping',
  name: 'Steel brackets of China (sample)',
  origin: 'CN',
  hts: ['7326.90'],
  rates: [{ rate: '25.29%', from: '2020-01-01', source: 'sample notice' }],
  cite: '19 U.S.C. 1673e',
  certainty: 'unverified',
};
const reference = withCases(tariff, [CASE], nodeCrypto);

/** The shipment with other goods in it, without the certification that was for mangoes. */
const goods = (hts: string, originCountry: string, lot?: string): Paper[] =>
  changed('CommercialInvoice', (document) => ({
    ...document,
    lines: document.lines.map((line) => ({ ...line, hts, originCountry, ...(lot ? { lot } : {}) })),
  })).filter(({ type }) => type !== 'CertificationOfOrigin' && type !== 'PurchaseOrder');

const brackets = (typed: Given['typed'] = {}, papers: readonly Paper[] = []) =>
  assembleEntry(
    evidence([...goods('7326908688', 'CN', 'L-1'), ...papers]),
    {
      filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
      ...{ typed, at: '2026-06-12T16:00:00.000Z' },
    },
    reference,
  );

const asked = ({ asks }: ReturnType<typeof brackets>) => asks.map(({ pointer }) => pointer);

const report: MillTestReport = {
  number: 'MTR-1',
  kind: '3.1',
  metal: 'steel',
  manufacturer: seller,
  producedAt: '2026-05-02T06:00:00Z',
  standards: [{ standard: 'ASTM A36/A36M', edition: '19', grade: '36' }],
  product: { form: 'bar', description: 'Bars' },
  items: ['L-1', 'L-2'].map((lot, index) => ({
    ...{ number: String(index + 1), lot, heat: { mill: 'Sample Mill', number: `H-${index}` } },
    ...{ weight: kg('5000'), madeIn: 'CN', chemistry: [], tests: [] },
    stages: [{ stage: 'melt' as const, country: index === 0 ? 'US' : 'OTH' }],
  })),
  statement: 'Sample statement.',
  inspector: { name: 'Sample Inspector', title: 'Quality manager', independent: true },
};

const license: SteelImportLicense = {
  ...{ number: 'SAMPLE-LIC-1', metal: 'steel', kind: 'regular', office: broker, importer: broker },
  ...{ issuedOn: '2026-06-01', validUntil: '2026-08-01' },
  lines: [
    {
      ...{ number: '1', hts: '732690', stages: [{ stage: 'melt', country: 'KR' }] },
      ...{ quantity: kg('5000'), value: { amount: '5500.00', currency: 'USD' } },
    },
  ],
};

describe('facts that decide the duty of a line', () => {
  it('are asked once where the tariff needs them, never required, and not of mangoes', () => {
    const assembly = brackets();
    const own = asked(assembly).filter((pointer) => pointer.startsWith('/lines/0/'));
    assert.deepEqual(own.toSorted(), [
      '/lines/0/cases',
      '/lines/0/headings',
      '/lines/0/metals',
      '/lines/0/outsideCases',
      '/lines/0/relatedParties',
    ]);
    assert.ok(assembly.complete);
    const cases = assembly.asks.find(({ pointer }) => pointer === '/lines/0/cases');
    assert.match(cases?.why ?? '', /A-570-999/);
    assert.equal(cases?.proposal, undefined, 'a deposit is not owed by silence');
    assert.match(
      assembly.asks.find(({ pointer }) => pointer === '/lines/0/headings')?.why ?? '',
      /9903\.88\.69/,
    );
  });

  it('come from the mill test report of the lot, with OTH left out', () => {
    const assembly = brackets({}, [{ type: 'MillTestReport', document: report, signed: true }]);
    assert.deepEqual(assembly.complete?.lines[0]?.metals, [{ metal: 'steel', meltedIn: 'US' }]);
    assert.equal(assembly.provenance['/lines/0/metals']?.pointer, '/items/0/stages');
    assert.ok(!asked(assembly).includes('/lines/0/metals'));
  });

  it('come from the import licence where no report is there, with its number', () => {
    const { complete } = brackets({}, [{ type: 'SteelImportLicense', document: license }]);
    assert.deepEqual(complete?.lines[0]?.metals, [{ metal: 'steel', meltedIn: 'KR' }]);
    assert.equal(complete?.lines[0]?.license, 'SAMPLE-LIC-1');
  });

  it('make the entry type 03 where a case is named, whatever its value; a ground against cases settles the question', () => {
    assert.equal(brackets({ '/lines/0/cases': [{ case: 'A-570-999' }] }).complete?.entryType, '03');
    const outside = brackets({ '/lines/0/outsideCases': 'scope ruling (sample)' });
    assert.equal(outside.complete?.entryType, '01');
    assert.ok(!asked(outside).includes('/lines/0/cases'));
  });

  it('are refused in another form than their field has', () => {
    const malformed = brackets({ '/lines/0/headings': ['7326'], '/lines/0/metals': 'steel' });
    assert.deepEqual([...new Set(malformed.refusals.map(({ code }) => code))], ['FILING_TYPED_INVALID']);
  });

  it('ask for a licence where goods are prohibited without one', () => {
    const papers = evidence(goods('2709001000', 'RU'));
    const filer = { code: 'ZZ9', name: broker.name, did: broker.did ?? '' };
    const { asks } = assembleEntry(papers, { filer, typed: {}, at: '2026-06-12T16:00:00.000Z' }, tariff);
    const ask = asks.find(({ pointer }) => pointer === '/lines/0/license');
    assert.match(ask?.why ?? '', /Russia/);
  });
});

describe('the summary of a line', () => {
  const entry = brackets({
    '/lines/0/cases': [{ case: 'A-570-999' }],
    '/lines/0/headings': ['9903.88.69'],
  }).complete;
  assert.ok(entry);
  const duty = expectOk(
    computeDuty(
      dutyInput(entry, '2026-06-12T16:00:00.000Z', () => true),
      reference,
    ),
  );

  it('reports chapter 99 before the number of the goods, each with its own duty, then cases', () => {
    const [line] = duty.lines;
    assert.ok(line);
    const { numbers } = summaryLine(line);
    assert.deepEqual(
      numbers.map(({ kind, code, amount }) => [kind, code, amount]),
      [
        ['number', '99038869', '0.00'],
        ['number', '99038202', '2750.00'],
        // Goods under section 232 are exempt from section 122, under a heading that is reported.
        ['number', '99030306', '0.00'],
        ['number', '7326908688', '159.50'],
        ['case', 'A570999', '1390.95'],
      ],
    );
    const sum = numbers
      .filter(({ kind }) => kind === 'number')
      .reduce((cents, { amount }) => cents + Number(amount.replace('.', '')), 0);
    assert.equal(sum, Number(line.duty.replace('.', '')));
  });

  it('totals deposits apart from duty, among the other fees as the form does, and both in the total', () => {
    const amounts = Object.fromEntries(summaryTotals(duty).map(({ label, amount }) => [label, amount]));
    assert.equal(amounts.Duty, '2909.50');
    assert.equal(amounts['Antidumping duty, cash deposit (in Other)'], '1390.95');
    const cents = (text = '') => BigInt(text.replace('.', ''));
    assert.equal(cents(amounts.Other), cents(duty.totals.fees) + 139_095n);
    assert.equal(cents(amounts.Duty) + cents(amounts.Tax) + cents(amounts.Other), cents(duty.totals.total));
    assert.equal(amounts.Total, duty.totals.total);
  });
});
