import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillBusinessIdentifiers } from './business-identifiers.ts';
import type { Desk } from './desk.ts';

const filled = (identifiers: { scheme: string; value: string }[]) => {
  const values = new Map<string, unknown>();
  const sheet = { fill: (at: string, offered: { value: unknown }[]) => values.set(at, offered[0]?.value) };
  const party = { name: 'Sample Mill', address: { country: 'MX' }, identifiers };
  const named = { item: { digest: 'sha256:1', class: 'imported' }, pointer: '/seller', party };
  fillBusinessIdentifiers(
    { sheet, papers: { identities: [] } } as unknown as Desk,
    '/lines/0/seller',
    named as never,
  );
  return [...values];
};

// LEI with the check digits of ISO 17442; GLN with the check digit of the GS1 General Specifications, section 7.9.
test('any of LEI, DUNS and GLN is carried to its own place', () => {
  assert.deepEqual(
    filled([
      { scheme: 'gln', value: '4012345500004' },
      { scheme: 'lei', value: '5493001KJTIIGC8Y1R12' },
    ]),
    [
      ['/lines/0/seller/lei', '5493001KJTIIGC8Y1R12'],
      ['/lines/0/seller/gln', '4012345500004'],
    ],
  );
});

test('one with wrong check digits, and other schemes, are left out', () => {
  assert.deepEqual(
    filled([
      { scheme: 'lei', value: '5493001KJTIIGC8Y1R13' },
      { scheme: 'mid', value: 'MXSAMMIL1NOG' },
    ]),
    [],
  );
});
