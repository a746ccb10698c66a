import { numbersBetween } from '../hts-numbers.ts';
import type { Sources } from './sources.ts';
import { type Part, rowMaker, scopeOf } from './tables.ts';

const FROM = '2026-02-24';
/** Ended 24 July 2026, 12:01 a.m. EDT; the heading prints no end. */
const TO = '2026-07-23';
const TEXTILES = Array.from({ length: 14 }, (_, index) => String(50 + index));
const CAFTA = ['CR', 'DO', 'SV', 'GT', 'HN', 'NI'];

/** Section 122 surcharge with the exemptions of headings 9903.03.02 to .11; .06 (section 232) is a stacking row. */
export function section122(sources: Sources): Part {
  const row = rowMaker({
    from: FROM,
    to: TO,
    cite: 'U.S. note 2(aa) to subchapter III, chapter 99; CSMS 67844987',
    source: 'HTS 2026 chapter 99; CSMS 67844987 for the end, which the heading does not print',
    certainty: 'verified',
  });
  const none = { effect: 'none', from: FROM } as const;
  const usmca = ['S', 'S+'];
  const listed = { scope: 'section-122-exempt' };
  const rows = [
    row({
      ...none,
      heading: '9903.03.02',
      to: '2026-02-27',
      claimed: true,
      why: 'loaded and in transit before 24 February 2026, entered before 28 February 2026',
    }),
    row({ ...none, ...listed, heading: '9903.03.03', why: 'listed in subdivision (aa)(ii)' }),
    row({
      ...none,
      ...listed,
      heading: '9903.03.04',
      claimed: true,
      open: true,
      why: 'particular articles of subdivision (aa)(iii)',
    }),
    row({
      ...none,
      ...listed,
      heading: '9903.03.05',
      claimed: true,
      open: true,
      why: 'civil aircraft articles of subdivision (aa)(iv), general note 6',
    }),
    row({
      ...none,
      heading: '9903.03.07',
      origins: ['CA'],
      conditions: [{ is: 'enters-free', programs: usmca }],
      why: 'goods of Canada entered free under the USMCA, subdivision (aa)(vi)',
    }),
    row({
      ...none,
      heading: '9903.03.08',
      origins: ['MX'],
      conditions: [{ is: 'enters-free', programs: usmca }],
      why: 'goods of Mexico entered free under the USMCA, subdivision (aa)(vii)',
    }),
    row({
      ...none,
      heading: '9903.03.09',
      origins: CAFTA,
      prefixes: TEXTILES,
      conditions: [{ is: 'enters-free', programs: ['P', 'P+'] }],
      claimed: true,
      open: true,
      why: 'textile or apparel goods entered free under CAFTA-DR, subdivision (aa)(viii)',
    }),
    row({ ...none, heading: '9903.03.10', claimed: true, why: 'donations to relieve human suffering' }),
    row({ ...none, heading: '9903.03.11', claimed: true, why: 'informational materials' }),
    row({
      heading: '9903.03.01',
      effect: 'add',
      from: FROM,
      percent: sources.percentOf('9903.03.01'),
      why: `in force since ${FROM} for goods of every country`,
    }),
  ];
  return {
    layers: [
      {
        id: 'section-122',
        name: 'Section 122 import surcharge',
        cite: 'heading 9903.03.01; U.S. note 2(aa) to subchapter III, chapter 99; CSMS 67844987',
        notChapters: ['98', '99'],
        rows,
      },
    ],
    scopes: exemptLists(sources.notes),
  };
}

/** U.S. note 2(aa): the list at (ii) exempts by number; those at (iii) and (iv) only the articles they describe. */
function exemptLists(notes: string) {
  const starts = ['(ii) As', '(iii) As', '(iv) As', '(v) As'].map(
    (numeral, index) => `${numeral} provided in heading 9903.03.0${index + 3}, the additional duty`,
  );
  return ['9903.03.03', '9903.03.04', '9903.03.05'].map((heading, index) =>
    scopeOf(
      'section-122-exempt',
      heading,
      FROM,
      numbersBetween(notes, starts[index] ?? '', starts[index + 1] ?? ''),
      TO,
    ),
  );
}
