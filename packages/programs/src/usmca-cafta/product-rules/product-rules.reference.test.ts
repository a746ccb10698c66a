import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { agreementTables } from '../facts/tables.ts';

interface Row {
  readonly agreement: 'USMCA' | 'CAFTA-DR';
  readonly hs: string;
  readonly kind: string;
  readonly text: string;
}

const shared =
  process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));

const rows = ['usmca-gn11o-subset-2026rev15.json', 'cafta-dr-gn29n-subset-2026rev15.json'].flatMap(
  (name): Row[] => JSON.parse(readFileSync(`${shared}/data/rules-of-origin/${name}`, 'utf8')),
);

/** Every rule of the transcription that covers one plain range of headings or subheadings. */
const transcribed = rows.filter(
  ({ kind, hs, text }) =>
    (kind === 'psr' || kind === 'headingRule') &&
    /^[\d.]+(-[\d.]+)?$/.test(hs) &&
    /^(\([aA]\) )?A change to/.test(text),
);

describe('product rules beside the transcription', () => {
  it('has a row for each of its rules', () => {
    assert.ok(transcribed.length > 80, String(transcribed.length));
    for (const { agreement, hs } of transcribed) {
      // Tariff item 7304.41.30 is an alternative within the rule of 7304.41.
      const [first = '', last = first] = hs
        .replaceAll('.', '')
        .slice(0, hs.includes('.41.30') ? 6 : 20)
        .split('-');
      const found = agreementTables.productRules.some(
        (rule) => rule.agreement === agreement && rule.first === first && rule.last === last,
      );
      assert.ok(found, `${agreement} ${hs}`);
    }
  });

  it('asks for the same change where the transcription names one', () => {
    for (const { agreement, hs, text } of transcribed) {
      const named = /from any other (chapter|heading|subheading)\b/.exec(text)?.[1];
      const [first = '', last = first] = hs.replaceAll('.', '').split('-');
      const rules = agreementTables.productRules.filter(
        (rule) => rule.agreement === agreement && rule.first === first && rule.last === last && rule.change,
      );
      if (named && rules.length > 0)
        assert.ok(
          rules.some(({ change }) => change === named),
          `${agreement} ${hs}`,
        );
    }
  });
});
