import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEpcisEvents } from '@portolan/documents';
import { instant, parseJson } from '@portolan/kernel';
import { traceEventsOfEpcis } from './index.ts';

const folder = join(process.env.PORTOLAN_SHARED ?? '../shared', 'data/credentials/epcis-openepcis');
const heading = { by: 'did:example:sample', knownAt: instant('2026-06-01T00:00:00Z'), id: 'urn:uuid:sample' };

/** Every event of the openepcis documents that reads either becomes trace events or says why it has no flow. */
test('the sample documents come to trace events, or say why not', () => {
  const seen = new Map<string, number>();
  for (const name of readdirSync(folder).filter((file) => file.startsWith('Documents_'))) {
    const json = parseJson(readFileSync(join(folder, name), 'utf8'));
    assert.ok(json.ok, name);
    const reading = readEpcisEvents(json.value);
    if (!reading.ok) continue;
    for (const event of reading.value.results) {
      if (!event.ok) continue;
      const result = traceEventsOfEpcis(event.value, heading);
      const keys = result.ok ? result.value.map(({ kind }) => kind) : result.refusals.map(({ code }) => code);
      for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const allowed = [
    'TRACE_EPCIS_NO_FLOW',
    'TRACE_EPCIS_NO_QUANTITY',
    'TRACE_UNIT_UNKNOWN',
    'TRACE_LOT_TWICE',
    'TRACE_CYCLE',
  ];
  const codes = [...seen.keys()].filter((key) => key.startsWith('TRACE_'));
  assert.deepEqual(
    codes.filter((code) => !allowed.includes(code)),
    [],
  );
  assert.ok((seen.get('produce') ?? 0) > 0 && (seen.get('transform') ?? 0) > 0, JSON.stringify([...seen]));
});
