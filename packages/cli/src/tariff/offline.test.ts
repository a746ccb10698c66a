import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LineHistory, TariffDataView } from '@portolan/contract';
import type { DutyResult, OriginWorksheet, ValueWorksheet, WhatIfCase } from '@portolan/tariff';
import { runPortolan } from '../testing/run-portolan.ts';

const example = (name: string) =>
  fileURLToPath(new URL(`../../../../examples/tariff/${name}`, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'portolan-shelf-'));
const shelf = join(folder, 'shelf');
/** Everything here works on a folder of its own, whatever this machine has imported. */
const portolan = (...args: string[]) => runPortolan(args, { PORTOLAN_TARIFF: shelf });
after(() => rm(folder, { recursive: true }));

const brackets = ['--hts', '7326908688', '--origin', 'CN', '--value', '14172', '--date', '2026-06-15'];

describe('portolan hts', () => {
  it('shows the lines below a subheading under their headings', async () => {
    const { exitCode, out } = await portolan('hts', '0709.60', '--limit', '40');
    assert.equal(exitCode, 0);
    assert.match(out, /^0709 +Other vegetables, fresh or chilled/m);
    assert.match(out, /^0709\.60 +Fruits of the genus Capsicum/m);
    assert.match(out, /^0709\.60\.20\.20 +Jalapeno/m);
  });

  it('shows one number with its path, rates, units, flags and notes', async () => {
    const { out } = await portolan('hts', '7326.90.86.88');
    assert.match(out, /Other articles of iron or steel/);
    assert.match(out, /General +2\.9%/);
    assert.match(out, /Flag: antidumping/);
    assert.match(out, /Note: See 9903\.88\.03/);
  });

  it('shows a number through the editions, and refuses one that none has', async () => {
    const { steps } = (await portolan('hts', '7326908688', '--history', '--json')).json<LineHistory>();
    assert.equal(steps.at(-1)?.edition.id, '2026-rev-10');
    assert.equal((await portolan('hts', '9999999999', '--history')).exitCode, 1);
    assert.equal((await portolan('hts', 'mangoes', '--history')).exitCode, 2);
    assert.equal((await portolan('hts', '0709', '--edition', 'none')).exitCode, 1);
  });
});

describe('portolan duty, beyond one line', () => {
  it('answers the layers of Chinese steel brackets with the sum first, fees apart', async () => {
    const ran = await portolan('duty', ...brackets, '--json');
    assert.match(ran.out, /^ {2}"duty": "11039\.99",$/m);
    const { duty, layers, fees } = ran.json<{
      duty: string;
      layers: { amount: string }[];
      fees: { amount: string }[];
    }>();
    assert.equal(duty, '11039.99');
    assert.equal(layers[0]?.amount, '410.99');
    assert.equal(fees[0]?.amount, '49.09');
  });

  it('says that a later date is not current and names what is unknown, and goes on only with a reason', async () => {
    const late = brackets.with(-1, '2026-11-15');
    const { exitCode, error } = await portolan('duty', ...late);
    assert.equal(exitCode, 1);
    assert.match(error, /TARIFF_NOT_CURRENT/);
    assert.match(error, /section 122 surcharge on 24 July/);
    const override = (await portolan('duty', ...late, '--override', 'a plan', '--json')).json<DutyResult>();
    assert.deepEqual(override.override, { reason: 'a plan', by: 'command line' });
  });

  it('sets other cases beside it', async () => {
    const ran = await portolan(
      'duty',
      ...brackets,
      '--compare',
      'origin=MX',
      '--compare',
      'claim=S',
      '--json',
    );
    const { cases } = ran.json<{ cases: WhatIfCase[] }>();
    assert.deepEqual(
      cases.map(({ label, difference, refusals }) => [label, difference?.duty ?? refusals?.[0]?.code]),
      [
        ['as given', undefined],
        ['origin MX', '-3543.00'],
        ['claiming S', 'TARIFF_SPI_ORIGIN'],
      ],
    );
    assert.equal((await portolan('duty', ...brackets, '--compare', 'color=red')).exitCode, 2);
    assert.equal((await portolan('duty', ...brackets, '--metal', 'gold:5')).exitCode, 2);
  });

  it('computes the example', async () => {
    const { totals } = (await portolan('duty', example('duty.json'), '--json')).json<DutyResult>();
    // 11,039.99 on the brackets; the juice is free under CAFTA-DR and bears 10% of 24,600 by section 122.
    assert.equal(totals.duty, '13499.99');
  });
});

describe('portolan value and origin', () => {
  it('values the example: 15,000 less freight 800 and insurance 60, plus an assist of 300', async () => {
    const { totals } = (await portolan('value', example('value.json'), '--json')).json<ValueWorksheet>();
    assert.deepEqual([totals.enteredValue, totals.charges], ['14440', '860']);
    const { out } = await portolan('value', example('value.json'));
    assert.match(
      out,
      /International freight: carriage from the country of exportation is no part of the price/,
    );
  });

  it('answers each kind of origin apart; what cannot be told is said, with exit code 5', async () => {
    const ran = await portolan('origin', example('origin.json'), '--json');
    const { preference, transformation, melt } = ran.json<OriginWorksheet>();
    assert.deepEqual(
      [preference?.outcome, preference?.criterion, transformation?.outcome, melt?.outcome, ran.exitCode],
      ['originating', 'B', 'undetermined', 'complete', 5],
    );
    const { out } = await portolan('origin', example('origin.json'));
    for (const kind of ['PREFERENCE', 'MARKING', 'SUBSTANTIAL TRANSFORMATION', 'MELT, SMELT AND CAST'])
      assert.match(out, new RegExp(`^${kind}  `, 'm'));
  });

  it('refuses what is no worksheet', async () => {
    const file = join(folder, 'bad.json');
    await writeFile(file, '{"lines": "many"}');
    assert.match((await portolan('value', file)).error, /TARIFF_VALUE_INPUT_INVALID/);
    await writeFile(file, '{"melt": {"date": 5}}');
    assert.match((await portolan('origin', file)).error, /TARIFF_ORIGIN_INPUT_INVALID/);
    assert.match((await portolan('origin', join(folder, 'none.json'))).error, /CLI_FILE_UNREADABLE/);
  });
});

describe('portolan tariff import, list, diff and withdraw', () => {
  const row = (htsno: string, indent: string, general = '') => ({
    ...{
      htsno,
      indent,
      general,
      description: 'Sample',
      units: ['kg'],
      special: '',
      other: '',
      footnotes: [],
    },
  });
  const edition = async (name: string, rate: string) => {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify([row('0101', '0'), row('0101.21.00.10', '1', rate)]));
    const dates = ['--effective', `2026-0${name.at(-1)}-01`, '--until', `2026-0${name.at(-1)}-28`];
    return portolan('tariff', 'import', file, '--name', name, ...dates, '--source', 'invented');
  };

  it('imports editions beside those of the program and compares them', async () => {
    assert.equal((await edition('sample-2', 'Free')).exitCode, 0);
    assert.equal((await edition('sample-3', '2%')).exitCode, 0);
    const { out } = await portolan('tariff', 'diff', 'sample-2', 'sample-3');
    assert.match(out, /0 lines added, 0 ended, 1 changed/);
    assert.match(out, /General: Free → 2%/);
    assert.match((await portolan('hts', '0101210010', '--date', '2026-03-10')).out, /Edition sample-3/);
    assert.equal((await portolan('tariff', 'diff', 'sample-2', 'none')).exitCode, 1);
  });

  it('takes the same file again, and refuses a used name and a bad file', async () => {
    assert.equal((await edition('sample-2', 'Free')).exitCode, 0);
    assert.match((await edition('sample-2', '9%')).error, /CLI_TARIFF_NAME_TAKEN/);
    const bad = ['tariff', 'import', example('value.json'), '--name', 'sample-bad', '--source', 'x'];
    const dates = ['--effective', '2026-01-01', '--until', '2026-01-31'];
    assert.match((await portolan(...bad, ...dates)).error, /TARIFF_EDITION_UNREADABLE/);
    assert.match((await portolan(...bad)).error, /NODE_TARIFF_FIELD/);
  });

  it('imports cases and rates of exchange, computes with them, lists and withdraws them', async () => {
    const noted = ['--source', 'invented'];
    const cases = ['--kind', 'cases', '--name', 'sample-cases', ...noted];
    assert.equal((await portolan('tariff', 'import', example('cases.json'), ...cases)).exitCode, 0);
    const rates = ['--kind', 'exchange-rates', '--name', 'sample-rates', ...noted];
    assert.equal((await portolan('tariff', 'import', example('exchange-rates.csv'), ...rates)).exitCode, 0);
    const covered = ['--type', '03', '--case', 'A-570-000:Sample Bracket Works', '--json'];
    const { totals } = (await portolan('duty', ...brackets, ...covered)).json<DutyResult>();
    // 5% of 14,172.
    assert.equal(totals.antidumping, '708.60');
    const { items } = (await portolan('tariff', 'list', '--json')).json<{ items: TariffDataView[] }>();
    const ours = items.filter(({ holder }) => holder === 'organization').map(({ name }) => name);
    assert.deepEqual(ours, ['sample-2', 'sample-3', 'sample-cases', 'sample-rates']);
    assert.equal((await portolan('tariff', 'withdraw', 'sample-cases', '--reason', 'a test')).exitCode, 0);
    assert.match((await portolan('duty', ...brackets, ...covered)).out, /TARIFF_CASE_UNKNOWN/);
    assert.equal((await portolan('tariff', 'withdraw', '2026-rev-10', '--reason', 'x')).exitCode, 1);
  });
});
