import { expect, test } from 'vitest';
import { addressOf, askedIn } from './question.ts';

const whole =
  'hts=7326908688&origin=cn&value=14,172&date=2026-06-15&mode=30&spi=S&q0=3150&u0=KGM&headings=9802.00.80, 9903.88.69' +
  '&cases=A-570-000&exporter=Sample Works&steelShare=80&steelFrom=cn&aluminumCast=MX&vsOrigin=mx&vsDate=2026-06-10&vsClaim=none';

test('an address holds the whole question', () => {
  expect(askedIn(new URLSearchParams(whole))).toEqual({
    question: {
      date: '2026-06-15',
      modeOfTransport: '30',
      lines: [
        {
          hts: '7326908688',
          originCountry: 'CN',
          enteredValue: '14172',
          spi: 'S',
          quantities: [{ value: '3150', unit: 'KGM' }],
          headings: ['9802.00.80', '9903.88.69'],
          cases: [{ case: 'A-570-000', exporter: 'Sample Works' }],
          metals: [
            { metal: 'steel', weightPercent: '80', meltedIn: 'CN' },
            { metal: 'aluminum', castIn: 'MX' },
          ],
        },
      ],
    },
    changes: [
      { label: 'Origin MX', originCountry: 'MX' },
      { label: 'On 2026-06-10', date: '2026-06-10' },
      { label: 'Without a claim', spi: null },
    ],
  });
});

test('half a question is not asked', () => {
  expect(askedIn(new URLSearchParams('hts=7326908688&origin=CN&value=100'))).toBeUndefined();
});

test('what was not filled in does not make the address longer', () => {
  const form = new FormData();
  form.set('hts', ' 7326908688 ');
  form.set('spi', '');
  expect(addressOf(form).toString()).toBe('hts=7326908688');
});
