import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  checkAirWaybill,
  checkContainer,
  checkGln,
  checkGtin,
  checkImo,
  checkImporterNumber,
  checkLei,
  checkMid,
  checkS10,
  checkSscc,
  entryCheckDigit,
  formatEntryNumber,
  type IdentifierCheck,
  makeMid,
  midName,
  midNumber,
  parseEntryNumber,
  s10CheckDigit,
} from '../index.ts';

const accepts = (check: IdentifierCheck, text: string) => assert.equal(check(text).ok, true, text);
const refuses = (check: IdentifierCheck, text: string, code: string) => {
  const result = check(text, '/id');
  assert.equal(result.ok, false, text);
  if (!result.ok) assert.deepEqual([result.refusals[0]?.code, result.refusals[0]?.path], [code, '/id']);
};

describe('identifiers with published examples', () => {
  test('LEI (ISO 17442 examples; the third altered)', () => {
    accepts(checkLei, '506700GE1G29325QX363');
    accepts(checkLei, '5493001KJTIIGC8Y1R12');
    refuses(checkLei, '5493001KJTIIGC8Y1R17', 'KERNEL_IDENTIFIER_CHECK');
    refuses(checkLei, '5493001KJTIIGC8Y1R1', 'KERNEL_IDENTIFIER_FORM');
  });

  test('GS1 numbers (GS1 General Specifications examples)', () => {
    accepts(checkGtin, '4006381333931');
    accepts(checkGtin, '09506000134352');
    accepts(checkSscc, '106141412345678908');
    accepts(checkGln, '0614141000012');
    refuses(checkGtin, '4006381333932', 'KERNEL_IDENTIFIER_CHECK');
    refuses(checkSscc, '106141412345678900', 'KERNEL_IDENTIFIER_CHECK');
  });

  test('transport (ISO 6346, IMO, IATA and UPU published examples)', () => {
    accepts(checkContainer, 'CSQU3054383');
    refuses(checkContainer, 'CSQU3054384', 'KERNEL_IDENTIFIER_CHECK');
    accepts(checkImo, '9074729');
    refuses(checkImo, '9074728', 'KERNEL_IDENTIFIER_CHECK');
    accepts(checkAirWaybill, '125-12345675');
    refuses(checkAirWaybill, '125-12345674', 'KERNEL_IDENTIFIER_CHECK');
    assert.equal(s10CheckDigit('47312482'), 9);
    accepts(checkS10, 'RR473124829US');
    refuses(checkS10, 'RR473124828US', 'KERNEL_IDENTIFIER_CHECK');
  });

  test('importer numbers (19 CFR 24.5)', () => {
    for (const number of ['12-3456789AB', '12-345678900', '123-45-6789', '262704-00123'])
      accepts(checkImporterNumber, number);
    refuses(checkImporterNumber, '123456789', 'KERNEL_IDENTIFIER_FORM');
  });
});

describe('entry number (CATAIR appendix E)', () => {
  test("CBP's own example and computed ones", () => {
    for (const number of [
      'B76-0324527-8',
      'ZZ9-0000103-5',
      'ABC-1234567-6',
      'XJ5-0000001-4',
      'Z9Z-9999999-0',
    ])
      assert.deepEqual(parseEntryNumber(number), { ok: true, value: number });
    assert.equal(formatEntryNumber('ZZ9', 103), 'ZZ9-0000103-5');
    assert.deepEqual(parseEntryNumber('ZZ900001035'), { ok: true, value: 'ZZ9-0000103-5' });
  });

  test('a wrong check digit and filer code 000 are refused', () => {
    assert.equal(parseEntryNumber('B76-0324527-7').ok, false);
    assert.equal(parseEntryNumber(`000-0000001-${entryCheckDigit('000', '0000001')}`).ok, false);
  });

  test('every number made is read back, and no other last digit is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (serial) => {
        const number = formatEntryNumber('ZZ9', serial);
        const other = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
        return parseEntryNumber(number).ok && !parseEntryNumber(other).ok;
      }),
    );
  });
});

describe('manufacturer identification code (19 CFR part 102, appendix)', () => {
  test('name part', () => {
    assert.equal(midName('A B C Company'), 'ABCCOM');
    assert.equal(midName('O.A.S.I.S. Corp.'), 'OASCOR');
    assert.equal(midName('Dr. S.A. Smith'), 'DRSA');
    assert.equal(midName('Shavings B L Inc.'), 'SHABL');
    assert.equal(midName('Bergstrom'), 'BER');
  });

  test('number part', () => {
    assert.equal(midNumber('12-34-56 Alaska Road'), '1234');
    assert.equal(midNumber('11455 Main Street Suite 9999'), '1145');
    assert.equal(midNumber('Main Street'), '');
  });

  test('whole codes pass the check of their form', () => {
    const mid = makeMid({
      country: 'MX',
      name: 'Sample Valle Verde Produce',
      street: 'Carretera 15 km 1200',
      city: 'Nogáles',
    });
    assert.equal(mid, 'MXSAMVAL1200NOG');
    accepts(checkMid, mid);
  });
});
