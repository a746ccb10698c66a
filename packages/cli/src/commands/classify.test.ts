import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Classification } from '@portolan/tariff';
import { runPortolan } from '../testing/run-portolan.ts';

const product = fileURLToPath(new URL('../../../../examples/tariff/product.json', import.meta.url));
const portolan = (...args: string[]) =>
  runPortolan(['classify', ...args], { PORTOLAN_TARIFF: 'none-at-hand' });

describe('portolan classify', () => {
  it('proposes a line from a title, with reasons and the edition, and without a node', async () => {
    const { exitCode, out } = await portolan("women's knitted cotton hoodie", '--date', '2026-06-15');
    assert.equal(exitCode, 0);
    assert.match(out, /^1\. 6110\.20\.20/m);
    assert.match(out, /\+ cotton \(title\): Of cotton/);
    assert.match(out, /What would decide between the first two/);
    assert.match(out, /Edition 2026-rev-10/);
  });

  it('reads a facts file, under another edition, and a ruling wins', async () => {
    const args = ['--facts', product, '--edition', '2025-rev-32', '--date', '2025-12-10', '--json'];
    const plain = (await portolan(...args)).json<Classification>();
    assert.equal(plain.edition, '2025-rev-32');
    assert.match(plain.candidates[0]?.hts ?? '', /^611020/);
    const { out } = await portolan('--facts', product, '--ruling', 'NY N000000=6110.20.20.79');
    assert.match(out, /by ruling NY N000000/);
  });

  it('says when it is not sure, and refuses what names nothing', async () => {
    const unsure = await portolan('zzzqx vrrmp');
    assert.deepEqual([unsure.exitCode, /No line is sure enough/.test(unsure.out)], [1, true]);
    assert.match((await portolan('--value', '3')).error, /TARIFF_PRODUCT_UNNAMED/);
    assert.match((await portolan('shirt', '--ruling', 'none')).error, /CLI_OPTION_INVALID/);
  });
});
