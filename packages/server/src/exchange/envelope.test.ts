import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk, type Instant, type JsonObject } from '@portolan/kernel';
import { fromWire, type Parcel, toWire, uuidOf } from './envelope.ts';

const parcel: Parcel = {
  envelope: {
    type: 'portolan/envelope@1',
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    from: 'did:key:zSender',
    to: 'did:web:agency.example',
    thread: 'urn:uuid:00000000-0000-4000-8000-000000000002',
    sentAt: '2026-06-12T16:00:00.000Z' as Instant,
    kind: 'evidence',
    body: { documents: [] },
    attachments: [`sha256:${'0'.repeat(64)}`],
    proof: { type: 'DataIntegrityProof' },
  },
  credentials: [{ id: 'urn:x' }],
  files: [{ name: 'list.csv', content: 'YQ==' }],
  statusLists: [],
};

describe('an envelope on the wire', () => {
  it('comes back as it was sent', () => {
    assert.deepEqual(expectOk(fromWire(toWire(parcel), '')), parcel);
  });

  it('may carry nothing beside its signed part', () => {
    const read = expectOk(fromWire(parcel.envelope as unknown as JsonObject, ''));
    assert.deepEqual(read.credentials, []);
    assert.deepEqual(read.files, []);
  });

  it('is refused with the place of what does not fit', () => {
    const wrong: [JsonObject, string][] = [
      [{ kind: 'gossip' }, '/envelopes/3/kind'],
      [{ from: 'somebody' }, '/envelopes/3/from'],
      [{ id: '1' }, '/envelopes/3/id'],
      [{ attachments: ['sha256:short'] }, '/envelopes/3/attachments/0'],
      [{ files: [{ name: '', content: '' }] }, '/envelopes/3/files/0/name'],
    ];
    for (const [change, path] of wrong) {
      const read = fromWire({ ...toWire(parcel), ...change }, '/envelopes/3');
      assert.equal(read.ok, false);
      if (!read.ok) assert.equal(read.refusals[0]?.path, path);
    }
  });

  it('names its thread by uuid', () => {
    assert.equal(uuidOf(parcel.envelope.thread), '00000000-0000-4000-8000-000000000002');
  });
});
