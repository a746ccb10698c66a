import assert from 'node:assert/strict';
import { it } from 'node:test';
import { atBase } from './density.ts';
import { measured } from './testing.ts';

it('measures five thousand different tickets in a fraction of a second of processor time', () => {
  const before = process.cpuUsage();
  for (let n = 0; n < 5_000; n += 1)
    measured({
      indicated: { value: String(1_000 + n), unit: 'BLL' },
      temperature: { value: (50 + (n % 400) / 10).toFixed(1), unit: 'FAH' },
      pressure: { value: String(100 + (n % 300)), unit: 'PS' },
      density: atBase('density', (880 + (n % 400) / 10).toFixed(1), '15C'),
    });
  const { system, user } = process.cpuUsage(before);
  // 50,000 tickets of a month in under two seconds; slow machines have room.
  assert.ok(user + system < 1_000_000, `${user + system} µs`);
});
