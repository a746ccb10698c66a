import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Stage } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { computeDuty, determineMelt } from '@portolan/tariff';
import type { MetalFacts } from '../facts/metal.ts';
import { metalNamed, metalOf, steelTables } from '../facts/tables.ts';
import { reference } from '../testing/replay-story.ts';
import { declareMetal, metalContent } from './declaration.ts';

const metal = (name: string) => metalNamed(steelTables, name) as MetalFacts;
const stages = (given: Partial<Record<Stage['stage'], string>>): Stage[] =>
  Object.entries(given).map(([stage, country]) => ({
    stage: stage as Stage['stage'],
    country: country as string,
  }));
const line = (text: string) => text.padEnd(80);

/** Layouts: CATAIR record 54. The line of steel is that of the composed example 03 (country of melt LU). */
describe('the declaration of a metal', () => {
  it('of steel: block 21 and record 54/08', () => {
    const { blocks, missing, record, wrong } = declareMetal(
      metal('steel'),
      '7216330090',
      stages({ melt: 'LU', pour: 'LU' }),
    );
    assert.deepEqual(
      blocks.map(({ block, country }) => `${block} ${country}`),
      ['21 LU', '21 LU'],
    );
    assert.equal(record.text, line('5408LU'));
    assert.deepEqual([missing, wrong], [[], []]);
  });

  it('OTH stands in the columns of applicability, and only for articles that are not primary', () => {
    const other = stages({ melt: 'OTH', pour: 'OTH' });
    const article = declareMetal(metal('steel'), '7326908688', other);
    assert.equal(article.record.text, line('5408  OTH'));
    assert.deepEqual(article.wrong, []);
    assert.deepEqual(
      declareMetal(metal('steel'), '7216330090', other).wrong.map(({ stage }) => stage),
      ['melt', 'pour'],
    );
  });

  it('of aluminum, by configuration alone: blocks 22 to 24 and record 54/07', () => {
    const { blocks, record } = declareMetal(
      metal('aluminum'),
      '7606123091',
      stages({ 'primary-smelt': 'CA', cast: 'MX' }),
    );
    assert.deepEqual(
      blocks.map(({ block, country }) => `${block} ${country}`),
      ['22 CA', '24 MX'],
    );
    assert.equal(record.text, line('5407Y  CAN    MX'));
    const both = stages({ 'primary-smelt': 'CA', 'secondary-smelt': 'US', cast: 'US' });
    assert.equal(declareMetal(metal('aluminum'), '7606123091', both).record.text, line('5407Y  CAY  USUS'));
  });

  it('of copper, by configuration alone: record 54/12', () => {
    const copper = stages({ 'primary-smelt': 'CL', 'secondary-smelt': 'OTH', cast: 'MX' });
    const { record } = declareMetal(metal('copper'), '7407101500', copper);
    assert.equal(record.text, line('5412CL   OTH  MX'));
    assert.deepEqual(declareMetal(metal('copper'), '7407101500', []).missing, [
      'Primary country of smelt',
      'Country of most recent cast',
    ]);
  });

  it('agrees with the worksheet of melt and smelt of the tariff', () => {
    const result = expectOk(
      determineMelt(
        { date: '2026-06-10', hs: '7216.33', meltCountry: 'MX', pourCountry: 'MX', originCountry: 'US' },
        reference.tariff,
      ),
    );
    assert.equal(result.outcome, 'complete');
    assert.deepEqual(
      result.fields.map(({ block }) => block),
      declareMetal(metal('steel'), '7216330090', stages({ melt: 'MX', pour: 'MX' })).blocks.map(
        ({ block }) => block,
      ),
    );
  });

  it('tells section 232 where the metal comes from', () => {
    const layers = (
      hts: string,
      name: string,
      given: Parameters<typeof stages>[0],
      originCountry: string,
    ) => {
      const input = {
        entryType: '01',
        modeOfTransport: '10',
        date: '2026-06-15',
        importDate: '2026-06-15',
        knownAt: '2026-11-22',
        lines: [
          {
            number: 1,
            hts,
            originCountry,
            enteredValue: '10000',
            quantities: [{ value: '1000', unit: 'KGM' }],
            metals: [metalContent(metal(name), stages(given))],
          },
        ],
      };
      const [first] = expectOk(computeDuty(input, reference.tariff)).lines;
      return first?.layers.flatMap(({ applied, heading, layer }) =>
        applied && layer.startsWith('section-232') ? [heading] : [],
      );
    };
    assert.deepEqual(layers('7216330090', 'steel', { melt: 'MX', pour: 'MX' }, 'MX'), ['9903.82.02']);
    assert.deepEqual(layers('7216330090', 'steel', { melt: 'GB', pour: 'GB' }, 'GB'), ['9903.82.04']);
    assert.deepEqual(layers('7607116010', 'aluminum', { 'primary-smelt': 'RU', cast: 'TR' }, 'TR'), [
      '9903.85.67',
    ]);
  });

  it('belongs to the metal of the tariff number', () => {
    assert.deepEqual(
      ['7216330090', '7326908688', '7606123091', '7407101500', '0804506055'].map(
        (hts) => metalOf(steelTables, hts)?.metal,
      ),
      ['steel', 'steel', 'aluminum', 'copper', undefined],
    );
  });
});
