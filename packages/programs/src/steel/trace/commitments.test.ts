import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence, MillTestReport } from '@portolan/documents';
import { instant } from '@portolan/kernel';
import { certificate, HEAT, LOT } from '../stories/documents.ts';
import { steelParty } from '../stories/parties.ts';
import { certifiedCommitments, committedThings, enteredCommitments, replacedSources } from './commitments.ts';
import { certificateItem } from './committed.ts';
import { heatLot } from './lots.ts';
import type { Signed } from './signed.ts';

const mill = steelParty('mill').did;
const digest = (mark: string) => `sha256:${mark.repeat(64)}`;

function signed(mark: string, change: Partial<MillTestReport> = {}, issuer = mill): Signed<'MillTestReport'> {
  const knownAt = instant('2026-06-03T20:00:00.000Z');
  return {
    digest: digest(mark),
    held: digest(mark),
    type: 'MillTestReport',
    document: { ...certificate, ...change },
    issuer,
    knownAt,
  };
}

describe('what certificates take out of heats', () => {
  it('is the mass of the item and its loss, once for each item', () => {
    assert.deepEqual(certifiedCommitments([signed('a')]), [
      {
        of: heatLot(HEAT),
        mass: { value: '20400', unit: 'KGM' },
        source: certificateItem(digest('a'), '1'),
      },
    ]);
  });

  it('is nothing where another mill names the heat: nobody uses up the heat of another', () => {
    const other = steelParty('billet-mill');
    assert.deepEqual(certifiedCommitments([signed('a', { manufacturer: other }, other.did)]), []);
  });

  it('is nothing for a certificate that builds on another, tests again, or was replaced', () => {
    const earlier = { number: certificate.number, digest: digest('a') };
    assert.deepEqual(certifiedCommitments([signed('b', { basedOn: [earlier] })]), []);
    assert.deepEqual(certifiedCommitments([signed('b', { retests: earlier })]), []);
    const replacing = signed('b', { supersedes: { certificate: earlier, reason: 'A figure was mistyped.' } });
    assert.deepEqual(
      certifiedCommitments([signed('a'), replacing]).map(({ source }) => source),
      [certificateItem(digest('b'), '1')],
    );
    assert.deepEqual(replacedSources([replacing]), [{ certificate: digest('a'), of: heatLot(HEAT) }]);
  });
});

it('an entry takes what its lines name, whatever it is corrected to', () => {
  const { digest: of, document, issuer } = signed('a');
  const verdict = { verified: true, signedAt: { instant: '2026-06-03T20:00:00.000Z', source: 'log' } };
  const evidence = [{ class: 'signed', digest: of, type: 'MillTestReport', document, issuer, verdict }];
  const held = evidence as unknown as Evidence[];
  const lines = [{ number: 1, lot: LOT }, { number: 2, lot: 'urn:sample:other' }, { number: 3 }];
  assert.deepEqual(
    enteredCommitments('case-1', lines, held).map(({ of: thing, source }) => [thing, source]),
    [[certificateItem(of, '1'), 'entry case-1 line 1']],
  );
  assert.deepEqual(committedThings(held), [heatLot(HEAT), certificateItem(of, '1')]);
});
