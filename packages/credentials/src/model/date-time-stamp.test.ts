import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDateTimeStamp } from './date-time-stamp.ts';

/** XML Schema 1.1, part 2, sections 3.3.7 (dateTime) and 3.4.28 (dateTimeStamp): lexical forms and the instants they stand for. */
test('every lexical form stands for its instant', () => {
  const forms: readonly [string, string][] = [
    ['2026-06-12T14:30:00Z', '2026-06-12T14:30:00.000Z'],
    ['2004-04-12T13:20:00-05:00', '2004-04-12T18:20:00.000Z'],
    ['2004-04-12T13:20:15.5Z', '2004-04-12T13:20:15.500Z'],
    ['2004-04-12T13:20:15.123456789012Z', '2004-04-12T13:20:15.123Z'],
    ['2004-04-12T24:00:00Z', '2004-04-13T00:00:00.000Z'],
    ['1999-12-31T24:00:00.000Z', '2000-01-01T00:00:00.000Z'],
    ['1815-12-10T00:00:00Z', '1815-12-10T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0000-01-01T00:00:00+14:00', '0000-01-01T00:00:00.000Z'],
    ['-0044-03-15T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['12026-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59-14:00', '9999-12-31T23:59:59.999Z'],
    ['0400-02-29T00:00:00Z', '0400-02-29T00:00:00.000Z'],
  ];
  for (const [text, instant] of forms) assert.equal(readDateTimeStamp(text), instant, text);
});

test('what is no dateTimeStamp is none', () => {
  for (const text of [
    '2004-04-12T13:20:00',
    '2004-04-12',
    '2004-04-12T13:00Z',
    '2004-04-12t13:20:00z',
    '99-04-12T13:20:00Z',
    '02004-04-12T13:20:00Z',
    '2004-13-12T13:20:00Z',
    '2004-04-31T13:20:00Z',
    '2003-02-29T13:20:00Z',
    '1900-02-29T00:00:00Z',
    '2004-04-12T24:00:01Z',
    '2004-04-12T25:00:00Z',
    '2016-12-31T23:59:60Z',
    '2004-04-12T13:20:00+14:01',
    '2004-04-12T13:20:00+15:00',
    ' 2004-04-12T13:20:00Z',
    '+2004-04-12T13:20:00Z',
    '',
    7,
    null,
    undefined,
  ])
    assert.equal(readDateTimeStamp(text), undefined, String(text));
});
