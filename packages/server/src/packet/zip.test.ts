import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from './zip.ts';

test('the check sum of the digits one to nine (check value of CRC-32/ISO-HDLC)', () => {
  assert.equal(crc32(Buffer.from('123456789')), 0xcbf43926);
});
