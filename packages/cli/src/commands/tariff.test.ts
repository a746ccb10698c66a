import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runPortolan } from '../testing/run-portolan.ts';

describe('portolan tariff', () => {
  it('shows one number with its path, rates and units', async () => {
    const { exitCode, out } = await runPortolan(['tariff', '2009.41.2000']);
    assert.equal(exitCode, 0);
    assert.match(out, /^2009\.41\.20\.00$/m);
    assert.match(out, /Pineapple juice/);
    assert.match(out, /General +4\.2¢\/liter/);
    assert.match(out, /Edition 2026-rev-10/);
    assert.doesNotMatch(out, /Not known to be current/);
  });

  it('lists the numbers under a subheading, and finds by words', async () => {
    const under = await runPortolan(['tariff', '0804.50', '--limit', '3']);
    assert.equal(under.out.split('\n').filter((line) => line.startsWith('0804.50')).length, 3);
    const words = await runPortolan(['tariff', 'pineapple', 'juice', '--json']);
    const { items } = words.json<{ items: { hts: string }[] }>();
    assert.ok(items.some(({ hts }) => hts === '2009412000'));
  });

  it('says when the edition is not known to be current', async () => {
    const { out } = await runPortolan(
      ['tariff', '2009412000', '--date', '2026-11-01'],
      {},
      '2026-11-01T00:00:00Z',
    );
    assert.match(out, /Not known to be current on 2026-11-01/);
  });

  it('answers 1 when nothing is found and 2 when it is asked wrongly', async () => {
    assert.equal((await runPortolan(['tariff', '0001.02'])).exitCode, 1);
    assert.equal((await runPortolan(['tariff', 'x', '--date', '12.6.2026'])).exitCode, 2);
    assert.equal((await runPortolan(['tariff', 'x', '--limit', '0'])).exitCode, 2);
  });
});
