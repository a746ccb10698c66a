import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { computeDuty } from '@portolan/tariff';
import { dutyInput } from '../duty-input.ts';
import type { Entry } from '../entry.ts';
import { assemble, tariff } from '../testing/papers.ts';
import { form3461 } from './form-3461.ts';
import { form7501 } from './form-7501.ts';
import { latin } from './latin.ts';
import type { PaperForm } from './paper.ts';
import { renderForm } from './render.ts';
import { wrap } from './wrap.ts';

const AT = new Date('2026-06-12T16:00:00.000Z');

function whole(): Entry {
  const { complete, asks, refusals } = assemble();
  assert.ok(complete, JSON.stringify({ asks, refusals }));
  return { ...complete, entryNumber: 'ZZ9-0000103-5' };
}

function printed(entry: Entry) {
  const duty = computeDuty(
    dutyInput(entry, AT.toISOString(), () => true),
    tariff,
  );
  assert.ok(duty.ok);
  return { entry, duty: duty.value };
}

const blocksOf = ({ head, foot }: PaperForm) =>
  [...head, ...foot].flat(2).flatMap(({ number, value }) => (number === undefined ? [] : [[number, value]]));
const valueAt = (form: PaperForm, number: number) => blocksOf(form).find(([at]) => at === number)?.[1];

describe('form 7501', () => {
  it('has blocks 1 to 47 of the edition of October 2025, each once, those of the table included', () => {
    const form = form7501(printed(whole()));
    const inTable = (form.table?.columns ?? []).map(({ heading }) => Number.parseInt(heading, 10));
    const numbers = [...blocksOf(form).map(([number]) => number), ...inTable]
      .map(Number)
      .sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: 47 }, (_, at) => at + 1),
    );
    assert.equal(form.edition, 'CBP Form 7501 (10/25)');
    assert.equal(valueAt(form, 27), '12-3456789AB');
  });

  it('numbers the blocks of the earlier edition before that day', () => {
    const entry = { ...whole(), entryDate: '2025-09-30' };
    const form = form7501({ entry });
    assert.equal(form.edition, 'CBP Form 7501 (7/21)');
    assert.equal(valueAt(form, 23), '12-3456789AB');
    assert.match(form.notes.join(' '), /Duty and fees are not printed/);
    assert.doesNotMatch(form7501(printed(whole())).notes.join(' '), /not printed/);
    assert.ok(!form.head.flat(2).some(({ label }) => label.includes('Melt')));
  });

  it('adds cash deposits to the other fees and names each class, so that the totals of the form add up', () => {
    const { entry, duty } = printed(whole());
    const totals = { ...duty.totals, duty: '100.00', antidumping: '12.50', fees: '3.00', total: '115.50' };
    const fee = { class: '499', amount: '3.00', trace: duty.trace[0] };
    const form = form7501({ entry, duty: { ...duty, totals, fees: [fee] } as typeof duty });
    const summary = form.foot.flat(2).find(({ label }) => label.startsWith('Other Fee Summary'));
    assert.equal(summary?.value, '012 AD  $ 12.50\n499 MPF  $ 3.00');
    assert.deepEqual(
      [41, 42, 43, 44].map((block) => valueAt(form, block)),
      ['100.00', '0.00', '15.50', '115.50'],
    );
    assert.match(String(valueAt(form, 40)), /^I declare that I am the/);
  });

  it('prints units and amounts as the trade writes them', () => {
    const form = form7501(printed(whole()));
    const [row] = form.table?.rows ?? [];
    assert.deepEqual([row?.[3], row?.[4], row?.[5]?.[0]], [['5500 KG', '1250 CARTON'], ['5000 KG'], '5,500']);
  });

  it('shows the claim before the number, and several origins as MULTI', () => {
    const entry = whole();
    const form = form7501(printed(entry));
    // Heading 9903.03.03 says that these goods do not pay the surcharge of section 122.
    assert.deepEqual(form.table?.rows[0]?.[2], ['9903.03.03', 'S 0804.50.60.55']);
    const [line] = entry.lines;
    assert.ok(line);
    const two = { ...entry, lines: [line, { ...line, number: 2, originCountry: 'PE' }] };
    assert.equal(valueAt(form7501({ entry: two }), 10), 'MULTI');
  });
});

describe('form 3461', () => {
  it('has blocks 1 to 22 of the layout in use, each once, with the mode and bond marked', () => {
    const parties = {
      seller: { name: 'Sample Valle Verde Produce', address: { city: 'Culiacan', country: 'MX' } },
    };
    const form = form3461({ entry: { ...whole(), fileNumber: 'HF-2606' }, parties });
    assert.deepEqual(
      blocksOf(form)
        .map(([number]) => Number(number))
        .sort((a, b) => a - b),
      Array.from({ length: 22 }, (_, at) => at + 1),
    );
    assert.match(String(valueAt(form, 13)), /\[X\] Truck/);
    assert.equal(valueAt(form, 18), 'HF-2606');
    assert.equal(valueAt(form, 5), 'ZZ9-0000103-5');
    assert.ok(
      form.head.flat(2).some(({ value }) => value.startsWith('Sample Valle Verde Produce\nCuliacan')),
    );
    assert.deepEqual(form.table?.rows[0]?.[2], ['0804.50.60.55']);
  });

  it('has blocks 1 to 29 of the layout of 1/89 before that day, each once', () => {
    const form = form3461({ entry: { ...whole(), entryDate: '2016-05-27' } });
    const inTable = (form.table?.columns ?? []).map(({ heading }) => Number.parseInt(heading, 10));
    const numbers = [...blocksOf(form).map(([number]) => Number(number)), ...inTable].sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: 29 }, (_, at) => at + 1),
    );
    assert.equal(valueAt(form, 1), '06/12/2026');
  });
});

describe('renderForm', () => {
  it('makes a letter-size PDF, the same bytes each time, that carries long entries on to further sheets', async () => {
    const entry = whole();
    const [line] = entry.lines;
    assert.ok(line);
    const lines = Array.from({ length: 120 }, (_, at) => ({ ...line, number: at + 1 }));
    const form = form7501({ entry: { ...entry, lines } });
    const bytes = await renderForm(form, AT);
    assert.deepEqual(await renderForm(form, AT), bytes);
    const pdf = await PDFDocument.load(bytes);
    assert.ok(pdf.getPageCount() > 3);
    assert.deepEqual(pdf.getPage(0).getSize(), { width: 612, height: 792 });
    assert.equal(pdf.getTitle(), 'ENTRY SUMMARY: Entry ZZ9-0000103-5');
    const short = await PDFDocument.load(await renderForm(form7501(printed(entry)), AT));
    assert.equal(short.getPageCount(), 1);
  });

  it('sets names in any script: without their accents, else as question marks', async () => {
    assert.equal(latin('Łódź Čapek São 日本'), '?ódz Capek São ??');
    const entry = { ...whole(), carrier: { name: '中远 Łódź', scac: 'ZZZZ' } };
    assert.ok((await renderForm(form3461({ entry }), AT)).length > 1000);
  });
});

describe('wrap', () => {
  const width = (text: string) => text.length;

  it('breaks at spaces, keeps line breaks, and breaks words that are longer than the line', () => {
    assert.deepEqual(wrap('one two three', 7, width), ['one two', 'three']);
    assert.deepEqual(wrap('a\nb', 7, width), ['a', 'b']);
    assert.deepEqual(wrap('abcdefghij', 4, width), ['abcd', 'efgh', 'ij']);
  });
});
