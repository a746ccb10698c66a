import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { MillTestReport } from '@portolan/documents';
import { runPortolan } from '../testing/run-portolan.ts';

const signed = new URL('../../../../examples/steel-laredo-truck/mill-test-report.vc.json', import.meta.url);

describe('portolan mill', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-mill-'));
  after(() => rm(folder, { recursive: true }));
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const certificate = await file('certificate.vc.json', await readFile(signed, 'utf8'));

  it('prints a certificate in the field groups of EN 10168', async () => {
    const { exitCode, out } = await runPortolan(['mill', 'print', certificate]);
    assert.equal(exitCode, 0);
    for (const words of [
      'A02 Type of inspection document',
      'EN 10204 - 3.1',
      'B07',
      'C12 Tensile strength',
      'Z01',
    ])
      assert.ok(out.includes(words), words);
  });

  it('fills a certificate from the laboratory, by heat', async () => {
    const csv = await file(
      'results.csv',
      'Heat,C,Mn,Test,Yield,Tensile,Unit\nA26-4711,0.12,1.20,T-9,380,500,MPa\n',
    );
    const { exitCode, out } = await runPortolan(['mill', 'fill', certificate, '--laboratory', csv, '--json']);
    assert.equal(exitCode, 0, out);
    const [item] = (JSON.parse(out) as MillTestReport).items;
    assert.deepEqual(
      item?.chemistry.map(({ element, percent }) => `${element} ${percent}`),
      ['C 0.12', 'Mn 1.20'],
    );
    assert.deepEqual(
      item?.tests.map(({ number }) => number),
      ['T-9'],
    );
  });

  it('refuses the laboratory file by row and column', async () => {
    const csv = await file('bad.csv', 'Heat,C,Yield\nA26-4711,much,54\n');
    const { exitCode, error } = await runPortolan(['mill', 'fill', certificate, '--laboratory', csv]);
    assert.equal(exitCode, 1);
    assert.match(error, /STEEL_LABORATORY_NUMBER/);
  });

  it('refuses a file that is no certificate', async () => {
    const { exitCode } = await runPortolan(['mill', 'print', await file('other.json', '{"hello":"world"}')]);
    assert.equal(exitCode, 1);
  });
});
