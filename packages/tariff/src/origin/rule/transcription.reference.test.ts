import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sharedFile } from '../../testing/shared.ts';
import { worksheetTables } from '../../value/testing/tables.ts';

interface Row {
  readonly agreement: 'USMCA' | 'CAFTA-DR';
  readonly hs: string;
  readonly kind: string;
  readonly text: string;
}

const rows = ['usmca-gn11o-subset-2026rev15.json', 'cafta-dr-gn29n-subset-2026rev15.json'].flatMap(
  (name): Row[] => JSON.parse(readFileSync(sharedFile(`data/rules-of-origin/${name}`), 'utf8')),
);

/** Every rule of the transcription that covers one plain range of headings or subheadings. */
const transcribed = rows.filter(
  ({ kind, hs, text }) =>
    (kind === 'psr' || kind === 'headingRule') &&
    /^[\d.]+(-[\d.]+)?$/.test(hs) &&
    /^(\([aA]\) )?A change to/.test(text),
);

const { rules } = worksheetTables.origin;

function rulesOf({ agreement, hs }: Row) {
  const [first = '', last = first] = hs.replaceAll('.', '').split('-');
  return rules.filter((rule) => rule.set === agreement && rule.first === first && rule.last === last);
}

describe('product rules beside the transcription', () => {
  it('has a row for each of its rules', () => {
    assert.ok(transcribed.length > 80, String(transcribed.length));
    for (const row of transcribed) assert.ok(rulesOf(row).length > 0, `${row.agreement} ${row.hs}`);
  });

  it('asks for the same change where the transcription names one', () => {
    for (const row of transcribed) {
      const named = /from any other (chapter|heading|subheading)\b/.exec(row.text)?.[1];
      const levels = rulesOf(row).flatMap(({ alternatives }) =>
        alternatives.flatMap(({ change }) => change?.level ?? []),
      );
      if (named && levels.length > 0)
        assert.ok(
          levels.some((level) => level === named),
          `${row.agreement} ${row.hs}`,
        );
    }
  });
});
