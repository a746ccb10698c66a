import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { DutyResult } from '@portolan/tariff';
import { runPortolan } from '../testing/run-portolan.ts';

const juice = [
  '--hts',
  '2009.41.2000',
  '--origin',
  'CR',
  '--quantity',
  '20000:LTR',
  '--date',
  '2026-06-20',
  '--mode',
  '11',
];

describe('portolan duty', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-duty-'));
  after(() => rm(folder, { recursive: true }));

  it('computes a line with its layers and fees: HMF 24,600 is 30.75', async () => {
    const { exitCode, out } = await runPortolan(['duty', ...juice, '--value', '24600']);
    assert.equal(exitCode, 0);
    // 20,000 liters at 4.2 cents are 840.00; the surcharge of section 122 is 10% of 24,600.
    assert.match(out, /base +4\.2¢\/liter +of it \$840\.00/);
    assert.match(out, /of it \$2,460\.00/);
    assert.match(out, /HMF \(class 501\) +\$30\.75/);
  });

  it('says every step and its citation with --trace, and nothing owed on a claim that is allowed', async () => {
    const { out } = await runPortolan(['duty', ...juice, '--value', '24600', '--spi', 'P', '--trace']);
    assert.match(out, /24\.23\(c\)/);
    assert.match(out, /MPF|merchandise-processing-fee \(not applied\)/);
  });

  it('prints the whole result as JSON', async () => {
    const ran = await runPortolan(['duty', ...juice, '--value', '24600', '--json']);
    const result = ran.json<DutyResult>();
    assert.equal(result.totals.duty, '3300.00');
    assert.equal(result.lines[0]?.hts, '2009412000');
  });

  it('computes a whole entry from a file', async () => {
    const file = join(folder, 'entry.json');
    const line = {
      number: 1,
      hts: '2009412000',
      originCountry: 'CR',
      enteredValue: '24600',
      quantities: [{ value: '20000', unit: 'LTR' }],
    };
    const entry = {
      entryType: '01',
      modeOfTransport: '11',
      date: '2026-06-20',
      importDate: '2026-06-20',
      knownAt: '2026-06-20',
      lines: [line],
    };
    await writeFile(file, JSON.stringify(entry));
    assert.equal((await runPortolan(['duty', file, '--json'])).json<DutyResult>().totals.duty, '3300.00');
    await writeFile(file, '{"lines": []');
    const broken = await runPortolan(['duty', file]);
    assert.equal(broken.exitCode, 1);
    assert.match(broken.error, /KERNEL_JSON_SYNTAX/);
  });

  it('refuses unknown numbers, dates that the tariff cannot know, and missing files', async () => {
    const codes: [string[], string, number][] = [
      [
        ['duty', '--hts', '9999999999', '--origin', 'MX', '--value', '1', '--date', '2026-06-12'],
        'TARIFF_CODE_UNKNOWN',
        1,
      ],
      [['duty', ...juice, '--value', '24600', '--date', '2031-01-01'], 'TARIFF_NOT_CURRENT', 1],
      [['duty', join(folder, 'none.json')], 'CLI_FILE_UNREADABLE', 1],
      [['duty', '--hts', '2009412000'], 'CLI_OPTION_INVALID', 2],
      [['duty', ...juice, '--value', '1', '--quantity', 'many'], 'CLI_OPTION_INVALID', 2],
    ];
    for (const [args, code, exitCode] of codes) {
      const ran = await runPortolan(args);
      assert.equal(ran.exitCode, exitCode, code);
      assert.match(ran.error, new RegExp(code));
    }
  });
});
