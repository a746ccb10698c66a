import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, placeText } from './place.ts';

test('coordinates are read from a geo URI (RFC 5870), with a name or without', () => {
  assert.deepEqual(placeOf('geo:25.7,-100.3 Furnace 2, Monterrey works, MX'), {
    name: 'Furnace 2, Monterrey works, MX',
    country: 'MX',
    latitude: 25.7,
    longitude: -100.3,
  });
  assert.deepEqual(placeOf('geo:25.7,-100.3;u=35'), {
    name: '25.7, -100.3',
    latitude: 25.7,
    longitude: -100.3,
  });
  assert.equal(placeOf('geo:95,10').latitude, undefined);
});

test('a UN/LOCODE and a country code at the end tell the country; other words tell none', () => {
  assert.equal(placeOf('USLAX').country, 'US');
  assert.equal(placeOf('MX MTY').country, 'MX');
  assert.equal(placeOf('Tank farm 3, Hardisty (CA)').country, 'CA');
  assert.equal(placeOf('Works ZZ').country, undefined);
  assert.equal(placeOf('Furnace 2').country, undefined);
});

test('what is written is read back', () => {
  const place = { name: 'Furnace 2', latitude: 25.7, longitude: -100.3, country: 'MX' };
  assert.deepEqual(placeOf(placeText(place)), { ...place, name: 'Furnace 2, MX' });
  assert.ok(placeText({ ...place, name: 'x'.repeat(500) }).length <= 200);
});
