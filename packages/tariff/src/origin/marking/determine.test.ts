import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { MarkingInput, OriginMaterial } from '../input.ts';
import { foreign, own, usd } from '../testing/questions.ts';
import { determineMarking } from './determine.ts';

function mark(hs: string, materials: readonly OriginMaterial[], more: Partial<MarkingInput> = {}) {
  const good = { hs, description: 'good of a test', madeIn: 'MX', value: usd('100.00'), ...more.good };
  return expectOk(
    determineMarking({ date: '2026-06-12', materials: [...materials], ...more, good }, worksheetTables),
  );
}
const by = (result: ReturnType<typeof mark>) =>
  `${result.countries.join(',')} ${result.paragraph ?? result.outcome}`;

describe('country of origin for marking (19 CFR 102.11)', () => {
  it('(a)(1) wholly obtained', () => {
    const good = {
      hs: '0709.60',
      description: 'peppers',
      madeIn: 'MX',
      whollyObtained: 'harvested in Sonora',
    };
    assert.equal(by(mark('0709.60', [], { good })), 'MX 102.11(a)(1)');
  });

  it('(a)(2) exclusively of domestic materials, whatever the rules', () => {
    assert.equal(by(mark('8537.10', [own('853400', '10'), own('853650', '10')])), 'MX 102.11(a)(2)');
  });

  it('(a)(3) every foreign material changes as 102.20 asks', () => {
    assert.equal(by(mark('0406.10', [foreign('040120', '50')])), 'MX 102.11(a)(3)');
  });

  it('(a)(3) with materials within 7 percent, but not in the chapters that have no tolerance (102.13)', () => {
    const bogie = (value: string) =>
      mark('8607.11', [foreign('860712', value), own('720851', '50')], {
        answers: { 'not-by-gri-2a': true },
      });
    assert.equal(by(bogie('7.00')), 'MX 102.11(a)(3)');
    assert.equal(by(bogie('7.01')), 'CN 102.11(b)(1)');
    assert.equal(
      by(mark('0406.10', [foreign('040690', '1', { country: 'FR' }), own('040120', '60')])),
      'FR 102.11(b)(1)',
    );
  });

  it('(a)(3) for articles of iron or steel of 7326 and turbines of 8411, by the rules of sections XV and XVI', () => {
    assert.equal(by(mark('7326.90', [foreign('721491', '60')])), 'MX 102.11(a)(3)');
    assert.equal(by(mark('7326.90', [foreign('732619', '60')])), 'CN 102.11(b)(1)');
    assert.equal(by(mark('8411.81', [foreign('841191', '60')])), 'MX 102.11(a)(3)');
    assert.equal(by(mark('8411.81', [foreign('841182', '60')])), 'CN 102.11(b)(1)');
  });

  it('(b)(1) asks which of several materials imparts the essential character, and never guesses', () => {
    const cheeses = [foreign('040690', '40', { country: 'FR' }), foreign('040610', '40', { country: 'IT' })];
    const open = mark('0406.20', cheeses);
    assert.deepEqual([open.outcome, open.countries], ['undetermined', []]);
    assert.match(open.notShown[0] ?? '', /essential character/);
    const [first] = cheeses;
    assert.equal(by(mark('0406.20', cheeses, { essentialCharacter: [first?.id ?? ''] })), 'FR 102.11(b)(1)');
  });

  it('(d)(1) minor processing only: materials that merit equal consideration', () => {
    const cheeses = [foreign('040690', '40', { country: 'FR' }), foreign('040610', '40', { country: 'IT' })];
    const essentialCharacter = cheeses.map(({ id }) => id);
    assert.equal(
      by(mark('0406.20', cheeses, { essentialCharacter, minorProcessingOnly: true })),
      'FR,IT 102.11(d)(1)',
    );
  });

  it('(d)(3) the last country of production', () => {
    const cheeses = [foreign('040690', '40', { country: 'FR' }), foreign('040610', '40', { country: 'IT' })];
    const production = [
      { country: 'US', minor: false },
      { country: 'MX', minor: false },
    ];
    assert.equal(by(mark('0406.20', cheeses, { essentialCharacter: [], production })), 'MX 102.11(d)(3)');
  });

  it('repacking is no change (102.17)', () => {
    const result = mark('0406.10', [foreign('040120', '50')], { minorProcessingOnly: true });
    assert.notEqual(result.paragraph, '102.11(a)(3)');
  });

  it('says what part 102 does not answer', () => {
    assert.equal(mark('6203.42', [foreign('520811', '10')]).outcome, 'other-rules');
    const good = { hs: '8537.10', description: 'panel', madeIn: 'VN' };
    assert.match(mark('8537.10', [foreign('853400', '10')], { good }).why, /134\.1\(b\)/);
  });

  it('says that a rule is not in the table', () => {
    const result = mark('8537.10', [foreign('853400', '10')]);
    assert.deepEqual([result.outcome, result.countries], ['undetermined', []]);
    assert.match(result.why, /no rule in the table for heading 8537/);
  });

  it('the preference override ended on 30 June 2020 (102.19(c))', () => {
    const cheeses = [foreign('040690', '40', { country: 'FR' }), foreign('040610', '40', { country: 'IT' })];
    const more = {
      originating: true,
      essentialCharacter: [],
      production: [
        { country: 'MX', minor: false },
        { country: 'CA', minor: true },
      ],
    };
    assert.equal(by(mark('0406.20', cheeses, more)), 'CA 102.11(d)(3)');
  });
});

describe('determineMarking refuses', () => {
  it('what is not classified, and countries that are none', () => {
    const { hs: _, ...bare } = foreign('853400', '1');
    const result = determineMarking(
      { date: '2026-06-12', good: { hs: '85', description: 'x', madeIn: 'XX' }, materials: [bare] },
      worksheetTables,
    );
    assert.deepEqual(!result.ok && result.refusals.map(({ code, path }) => `${code} ${path}`), [
      'TARIFF_CLASSIFICATION_MISSING /good/hs',
      'TARIFF_ORIGIN_UNKNOWN /good/madeIn',
      'TARIFF_CLASSIFICATION_MISSING /materials/0/hs',
    ]);
  });
});
