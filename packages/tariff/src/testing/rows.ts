import { type Digest, date } from '@portolan/kernel';
import { type Edition, type EditionRecord, openEdition } from '../edition/edition.ts';
import type { FactsRow } from '../edition/facts.ts';

/** A row of a schedule for tests; what is not given is blank. */
export function row(
  indent: number,
  hts: string,
  description: string,
  more: Partial<FactsRow> = {},
): FactsRow {
  const blank = { units: [], general: '', special: '', other: '', footnotes: [] };
  return { ...blank, ...more, indent, hts: hts.replaceAll('.', ''), description };
}

export function record(more: Partial<EditionRecord> = {}): EditionRecord {
  return {
    id: 'test-edition',
    effective: date('2026-01-01'),
    knownAt: date('2026-01-01'),
    horizon: date('2026-12-31'),
    unknownAfter: 'what comes next year',
    source: 'rows of a test',
    digest: `sha256:${'0'.repeat(64)}` as Digest,
    ...more,
  };
}

export function edition(rows: readonly FactsRow[], more: Partial<EditionRecord> = {}): Edition {
  return openEdition(record(more), rows);
}
