import { type Digest, date, expectOk, type JsonValue } from '@portolan/kernel';
import {
  diffEditions,
  type Edition,
  importHtsExport,
  openEdition,
} from '../../../packages/tariff/src/index.ts';
import type { Sources } from './sources.ts';

/** Numbers that the older edition at hand has and the newer has not, each with the numbers added to its subheading. */
export function endedBetween(sources: Sources): Map<string, readonly string[]> {
  const older = open(sources, '2025-rev-32', 'hts/hts_2025_rev_32.json.gz');
  const newer = open(sources, '2026-rev-10', 'hts/hts_2026_rev_10.json.gz');
  const { added, ended } = diffEditions(older, newer);
  const numbers = added.map(({ hts }) => hts);
  return new Map(
    ended
      .filter(({ hts }) => hts < '98')
      .map(({ hts }) => [hts, numbers.filter((number) => number.startsWith(hts.slice(0, 8)))]),
  );
}

function open(sources: Sources, id: string, path: string): Edition {
  const rows = expectOk(importHtsExport(JSON.parse(sources.text(path)) as JsonValue));
  const day = date('2025-01-01');
  const digest: Digest = `sha256:${'0'.repeat(64)}`;
  return openEdition(
    { id, effective: day, knownAt: day, horizon: day, unknownAfter: '', source: path, digest },
    rows,
  );
}
