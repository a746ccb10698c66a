import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assembleEntry } from '../assemble.ts';
import { bill, broker, evidence, invoice, type Paper, shipment, tariff } from '../testing/papers.ts';
import { planEntries } from './plan-entries.ts';

const DAY = '2026-06-12';
const given = {
  filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
  typed: {},
  at: '2026-06-12T16:00:00.000Z',
};
const words = (papers: readonly Paper[]) =>
  planEntries(evidence(papers), DAY).reasons.map(({ reason }) => reason);

const second = { ...invoice, number: 'INV-2' };
const carriedBy = (numbers: string[], change: object) => ({ ...bill, invoiceNumbers: numbers, ...change });

function longInvoice(lines: number): Paper[] {
  const [line] = invoice.lines;
  assert.ok(line);
  const many = Array.from({ length: lines }, (_, at) => ({
    ...line,
    number: String(at + 1),
    amount: { amount: `${1000 + at}.00`, currency: 'USD' },
  }));
  const total = { amount: `${1000 * lines + (lines * (lines - 1)) / 2}.00`, currency: 'USD' };
  return shipment
    .filter(({ type }) => type === 'BillOfLading' || type === 'PowerOfAttorney')
    .concat({ type: 'CommercialInvoice', document: { ...invoice, lines: many, total }, signed: true });
}

describe('planEntries', () => {
  it('keeps a plain shipment in one entry, with all its papers', () => {
    const papers = evidence(shipment);
    const plan = planEntries(papers, DAY);
    assert.deepEqual(plan.reasons, []);
    assert.equal(plan.entries.length, 1);
    assert.deepEqual(plan.entries[0]?.evidence, papers);
    assert.equal(plan.entries[0]?.lines, 1);
  });

  it('enters invoices of two arrivals, two currencies and two importers apart, and says why', () => {
    const arrivals: Paper[] = [
      ...shipment.filter(({ type }) => type !== 'BillOfLading'),
      { type: 'CommercialInvoice', document: second, signed: true },
      { type: 'BillOfLading', document: carriedBy(['INV-1'], {}), signed: true },
      {
        type: 'BillOfLading',
        document: carriedBy(['INV-2'], { number: 'ZZZZ260619', arrivalDate: '2026-06-19' }),
        signed: true,
      },
    ];
    assert.deepEqual(words(arrivals), ['arrival']);
    const plan = planEntries(evidence(arrivals), DAY);
    const bills = plan.entries.map(
      ({ evidence: own }) => own.filter(({ type }) => type === 'BillOfLading').length,
    );
    assert.deepEqual(bills, [1, 1]);
    const pesos = { ...second, currency: 'MXN' };
    assert.deepEqual(words([...shipment, { type: 'CommercialInvoice', document: pesos }]), ['currency']);
    const other = { ...second, buyer: { name: 'Sample Second Importer', address: { country: 'US' } } };
    assert.deepEqual(words([...shipment, { type: 'CommercialInvoice', document: other }]), ['importer']);
  });

  it('splits at the length of a summary: 998 lines fill one, 999 make two', () => {
    assert.deepEqual(
      planEntries(evidence(longInvoice(998)), DAY).entries.map(({ lines }) => lines),
      [998],
    );
    const plan = planEntries(evidence(longInvoice(999)), DAY);
    assert.deepEqual(
      plan.entries.map(({ lines }) => lines),
      [998, 1],
    );
    assert.deepEqual(
      plan.reasons.map(({ reason }) => reason),
      ['limit'],
    );
  });

  it('loses no line and no dollar: the parts agree with the whole', () => {
    const papers = evidence(longInvoice(1500));
    const dollarsOf = (lines: readonly { enteredValue?: string }[]) =>
      lines.reduce((sum, { enteredValue }) => sum + BigInt(enteredValue ?? '0'), 0n);
    const whole = assembleEntry(papers, given, tariff);
    const parts = planEntries(papers, DAY).entries.map(({ evidence: own, links, part }) =>
      assembleEntry(own, { ...given, links, part }, tariff),
    );
    assert.equal(dollarsOf(parts.flatMap(({ entry }) => entry.lines)), dollarsOf(whole.entry.lines));
    assert.equal(parts[1]?.entry.lines[0]?.number, 1);
    assert.equal(parts[1]?.entry.lines[0]?.invoice?.line, '999');
  });

  it('does not depend on the order in which the papers arrived', () => {
    const papers = evidence([
      ...shipment,
      { type: 'CommercialInvoice', document: { ...second, currency: 'MXN' } },
    ]);
    const shape = (all: typeof papers) =>
      planEntries(all, DAY).entries.map(({ part, evidence: own }) => [
        part,
        own.map(({ digest }) => digest).sort(),
      ]);
    const expected = shape(papers);
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        assert.deepEqual(shape(shuffled), expected);
      }),
    );
  });
});
