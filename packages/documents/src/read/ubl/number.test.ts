import assert from 'node:assert/strict';
import { it } from 'node:test';
import { plainDecimal } from './number.ts';

/** Lexical forms of xsd:decimal (XML Schema part 2, section 3.2.3.1) and text that is none. */
it('writes xsd:decimal plainly and leaves anything else alone', () => {
  const cases: Record<string, string> = {
    '100': '100',
    '+100.50': '100.50',
    '-1.0': '-1.0',
    '007.10': '7.10',
    '.5': '0.5',
    '5.': '5',
    '0': '0',
    '000': '0',
    '-0.0': '-0.0',
    '1e3': '1e3',
    '1,000': '1,000',
    '': '',
    '.': '.',
    '+': '+',
  };
  for (const [text, plain] of Object.entries(cases)) assert.equal(plainDecimal(text), plain, text);
});
