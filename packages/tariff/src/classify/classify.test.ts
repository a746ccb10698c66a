import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';
import { classifyProduct } from './classify.ts';
import { compareWithCode } from './compare-code.ts';
import { type ProductFacts, parseProductFacts } from './product.ts';

const reference = loadEmbeddedReference();
const [edition, before] = reference.editions;
assert.ok(edition && before);
const classify = (facts: ProductFacts, options = {}) => classifyProduct(facts, edition, reference, options);
const best = (facts: ProductFacts) => classify(facts).candidates[0]?.hts ?? '';
const moment = { date: '2026-06-10', knownAt: '2026-06-10' };

/** Products of everyday trade whose place the texts of the headings leave no doubt about. */
describe('products by their facts', () => {
  it('follow the material', () => {
    assert.match(best({ title: 'coffee mug', materials: [{ name: 'porcelain' }] }), /^691110/);
    assert.match(best({ title: 'coffee mug', materials: [{ name: 'stainless steel' }] }), /^732393/);
    assert.match(best({ title: 'crossbody bag', materials: [{ name: 'genuine leather' }] }), /^420221/);
  });

  it('follow wearer and construction', () => {
    const pants = { title: 'casual trousers', materials: [{ name: 'cotton' }] };
    assert.match(best({ ...pants, form: 'woven', wearer: 'men' }), /^620342/);
    assert.match(best({ ...pants, form: 'woven', wearer: 'women' }), /^620462/);
    assert.match(best({ ...pants, form: 'knitted', wearer: 'women' }), /^610462/);
  });

  it('are what their last noun says, not what they go with', () => {
    assert.match(best({ title: 'charging cable for mobile phone' }), /^8544/);
    assert.match(best({ title: 'tempered glass screen protector for smartphone' }), /^700719/);
  });

  it('follow the value of a piece where the schedule does', () => {
    const reel = { title: 'spinning fishing reel' };
    assert.equal(best({ ...reel, unitValue: '2.70' }), '9507302000');
    assert.equal(best({ ...reel, unitValue: '8.45' }), '9507304000');
    assert.equal(best({ ...reel, unitValue: '8.46' }), '9507306000');
  });

  it('are explained, with the fact that would decide', () => {
    const { candidates, deciding, read } = classify({ title: 'spinning fishing reel' });
    assert.ok(
      candidates[0]?.reasons.some(({ speaks, fact }) => speaks === 'for' && fact.includes('fishing reel')),
    );
    assert.equal(deciding?.fact, 'unitValue');
    assert.ok(read.some(({ fact }) => fact === 'goods'));
  });

  it('ask for a plain fact that nobody said before what the rows name', () => {
    const asked = (title: string) => classify({ title, unitValue: '9.80' }).deciding?.question;
    assert.equal(asked('coffee mug'), 'What is it mainly made of?');
    assert.equal(asked("men's shirt"), 'What is it mainly made of?');
    assert.equal(asked('stainless steel water bottle'), 'Is it this: Cooking and kitchen ware?');
  });

  it('get no proposal where the words say nothing', () => {
    assert.equal(classify({ title: 'zzzqx vrrmp' }).abstains, true);
  });

  it('are classified alike every time, with three decimals', () => {
    const facts = { title: 'wireless earbuds with charging case' };
    assert.deepEqual(classify(facts), classify(facts));
    for (const { confidence } of classify(facts).candidates) assert.match(confidence, /^[01]\.\d{3}$/);
  });
});

describe('past codes of the same product', () => {
  const facts = { title: "women's knitted cotton hoodie" };
  const decision = {
    kind: 'decision',
    hts: '6110202079',
    reference: 'D1',
    effective: '2026-01-05',
    knownAt: '2026-01-05',
  } as const;
  const ruling = {
    kind: 'ruling',
    hts: '6110.20.20.46',
    reference: 'NY N000000 (sample)',
    effective: '2026-02-01',
    knownAt: '2026-02-03',
  } as const;

  it('win: a ruling before a decision, which is shown in conflict', () => {
    const { candidates, past, abstains } = classify(facts, { past: [decision, ruling], moment });
    assert.deepEqual(
      [candidates[0]?.hts, candidates[0]?.basis, candidates[0]?.confidence],
      ['6110202046', 'ruling', '0.999'],
    );
    assert.deepEqual(
      past.map(({ reference: name, state }) => [name, state]),
      [
        ['NY N000000 (sample)', 'wins'],
        ['D1', 'conflicts'],
      ],
    );
    assert.equal(abstains, false);
  });

  it('count from their day, and from when they were known', () => {
    const early = { date: '2026-02-02', knownAt: '2026-02-02' };
    const { candidates, past } = classify(facts, { past: [decision, ruling], moment: early });
    assert.equal(candidates[0]?.hts, '6110202079');
    assert.deepEqual(
      past.map(({ state }) => state),
      ['not yet known', 'wins'],
    );
  });

  it('follow a number that an edition no longer has to its successor', () => {
    const ended = [...reference.concordance.values()].find(
      ({ hts, successors }) =>
        hts.length === 10 &&
        successors.length === 1 &&
        before.line(hts) &&
        !edition.line(hts) &&
        edition.line(successors[0] ?? ''),
    );
    assert.ok(ended, 'the concordance holds an ended number with one successor');
    const old = { ...decision, hts: ended.hts };
    const then = classifyProduct({ title: 'goods' }, before, reference, { past: [old], moment });
    const now = classify({ title: 'goods' }, { past: [old], moment });
    assert.deepEqual([then.past[0]?.now, now.past[0]?.now], [ended.hts, ended.successors[0]]);
  });
});

describe('a declared code beside the facts', () => {
  it('agrees, differs, or stays open', () => {
    const facts = { title: 'coffee mug', materials: [{ name: 'porcelain' }] };
    const verdict = (hts: string) => compareWithCode(facts, hts, edition, reference).verdict;
    assert.equal(verdict(best(facts)), 'agrees');
    assert.equal(verdict('8471300100'), 'differs');
    const unknown = compareWithCode({ title: 'zzzqx' }, '8471300100', edition, reference);
    assert.equal(unknown.verdict, 'open');
  });
});

describe('facts that are refused', () => {
  const codes = (value: unknown) => {
    const read = parseProductFacts(value);
    return read.ok ? [] : read.refusals.map(({ code }) => code);
  };
  it('have another shape, or name nothing', () => {
    assert.deepEqual(codes({ title: 7 }), ['TARIFF_PRODUCT_INVALID']);
    assert.deepEqual(codes({ hts: '8471300100' }), ['TARIFF_PRODUCT_INVALID']);
    assert.deepEqual(codes({ sku: 'A-1' }), ['TARIFF_PRODUCT_UNNAMED']);
    assert.deepEqual(codes({ title: 'cotton shirt', materials: [{ name: 'cotton', percent: '6O' }] }), [
      'TARIFF_PRODUCT_INVALID',
    ]);
  });
});
