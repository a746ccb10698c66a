import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExchangeRate, withExchangeRates } from '@portolan/tariff';
import { assembleEntry } from '../assemble.ts';
import { broker, changed, evidence, tariff } from '../testing/papers.ts';
import type { Given } from './desk.ts';

const quarterly: ExchangeRate = {
  ...{ currency: 'MXN', kind: 'quarterly', rate: '0.0582', from: '2026-04-01', to: '2026-06-30' },
  ...{ knownAt: '2026-04-01', source: 'sample rate of a test', certainty: 'unverified' },
};

const pesos = changed('CommercialInvoice', (document) => ({
  ...document,
  currency: 'MXN',
  lines: document.lines.map((line) => ({ ...line, amount: { amount: '100000.00', currency: 'MXN' } })),
  total: { amount: '100000.00', currency: 'MXN' },
}));

const filed = (rates: readonly ExchangeRate[], typed: Given['typed'] = {}) =>
  assembleEntry(
    evidence(pesos),
    {
      filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
      ...{ typed, at: '2026-06-12T16:00:00.000Z' },
    },
    withExchangeRates(tariff, rates),
  );

describe('currency of an entry (19 CFR 159.31 to 159.34)', () => {
  it('is converted at the certified rate of the day of exportation, and nothing is asked', () => {
    const { complete, asks, provenance } = filed([quarterly]);
    assert.ok(!asks.some(({ pointer }) => pointer === '/exchangeRate'));
    assert.equal(complete?.lines[0]?.enteredValue, '5820');
    assert.equal(provenance['/exchangeRate']?.class, 'computed');
    const [worksheet] = complete?.valuation ?? [];
    assert.deepEqual(
      [worksheet?.exportDate, worksheet?.exchange.kind, worksheet?.incoterm?.code],
      ['2026-06-12', 'quarterly', 'FCA'],
    );
  });

  it('is asked where no rate is at hand; the worksheet says who gave it', () => {
    assert.equal(filed([{ ...quarterly, to: '2026-06-01' }]).complete, undefined);
    const { complete } = filed([], { '/exchangeRate': '0.06' });
    assert.equal(complete?.lines[0]?.enteredValue, '6000');
    assert.deepEqual(complete?.valuation?.[0]?.exchange.kind, 'given');
  });
});
