import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type NamedEvent, readEpcisEvent } from '@portolan/documents';
import { date, expectOk, instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { steelParty } from '@portolan/programs';
import { glnOf } from '@portolan/traceability';
import fc from 'fast-check';
import { accredit } from '../credentials/trust/accredit.ts';
import { storeEvents } from '../epcis/store-events.ts';
import { withTransaction } from '../platform/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { catchUp } from './catch-up.ts';
import { eventsNaming, queueNumbers } from './named-by-gln.ts';

const context = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const at = instant('2026-06-01T10:00:00Z');
const [buyer, other] = [steelParty('buyer').did, steelParty('carrier').did];
const seller = 'the tenant itself';
const ownDid = (tenant: string) => `did:example:own-${tenant}`;
const type = 'GS1CompanyPrefixLicense';
const urn = (key: string) => `urn:epc:id:pgln:0614141.${key}`;

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

type Step = (tenant: string, issuer: string) => Promise<void>;

const event = (index: number, more: object): NamedEvent => {
  const id = `urn:uuid:2b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e${index}0`;
  const about = { quantityList: [{ epcClass: 'urn:sample:lot:1', quantity: 5, uom: 'KGM' }] };
  const read = expectOk(
    readEpcisEvent({
      ...{ '@context': [context], type: 'ObjectEvent', eventTimeZoneOffset: '+00:00', eventID: id },
      ...{ eventTime: `2026-06-0${index}T10:00:00Z`, ...about, ...more },
    }),
  );
  return { id, digest: `sha256:${index}`, event: read };
};
const party = (key: string, id: string) => [{ type: 'owning_party', [key]: id }];
const sale = (index: number, from: string, to: string) =>
  event(index, {
    ...{ action: 'OBSERVE', bizStep: 'shipping' },
    ...{ sourceList: party('source', from), destinationList: party('destination', to) },
  });

const captured =
  (...events: NamedEvent[]): Step =>
  (tenantId) =>
    withTransaction(database.pool, async (tx) => {
      const taken = await storeEvents(tx, { tenantId, captureId: randomUUID(), at, context, events });
      assert.deepEqual(taken, []);
    });

/** A credential as `insertAttestations` keeps it, and what it says to the ledger of lots. */
const attested =
  (subject: string, gln: string): Step =>
  (tenantId, issuer) =>
    withTransaction(database.pool, async (tx) => {
      const digest = `sha256:${Buffer.from(nodeCrypto.sha256(Buffer.from(tenantId + subject + gln))).toString('hex')}`;
      await tx.query(
        `insert into attestations values ($1, $2, $3, $4, $5, null, 'Sample', '{}', array[$6], $7, $7, $4, false,
           '{"faults": [], "changes": []}', '{}')`,
        [tenantId, subject === seller ? ownDid(tenantId) : subject, digest, issuer, type, `gln ${gln}`, at],
      );
      await queueNumbers(tx, { digests: [digest] });
    });

const accredited: Step = (agencyId, did) =>
  withTransaction(database.pool, async (tx) => {
    const from = date('2026-01-01');
    const entry = { did, name: 'GS1 (sample)', credentialType: type, from, reason: 'test' };
    expectOk(await accredit(tx, { agencyId, actor: 'test', at }, entry));
  });

const steps: readonly Step[] = [
  captured(event(1, { action: 'ADD', bizStep: 'commissioning' })),
  captured(sale(2, urn('00001'), 'https://id.gs1.org/417/0614141000029')),
  captured(sale(3, urn('00002'), urn('00003'))),
  attested(seller, '0614141000012'),
  attested(buyer, '0614141000029'),
  attested(other, '0614141000036'),
  // A number by which two are known names nobody.
  attested(seller, '0614141000036'),
  accredited,
];

/** The owners that the ledger knows, after the steps in an order, with the ledger read on the way where told. */
async function owners(order: readonly number[], reads: readonly boolean[]): Promise<unknown> {
  const tenant = randomUUID();
  await database.pool.query(
    `insert into tenants (id, slug, name, did, kind, roles, sample, created_at)
     values ($1, $2, 'Sample', $3, 'trade', '{}', false, $4)`,
    [tenant, tenant, ownDid(tenant), at],
  );
  const node = { pool: database.pool, clock: { now: () => at }, logger: console as never };
  for (const [index, step] of order.entries()) {
    await (steps[step] as Step)(tenant, `did:example:${tenant}`);
    if (reads[index]) await catchUp(node, tenant);
  }
  await catchUp(node, tenant);
  const { rows } = await database.pool.query<{ body: string; state: string }>(
    'select body, state from trace_events where tenant_id = $1 order by body collate "C"',
    [tenant],
  );
  return rows.map(({ body, state }) => {
    const { id, from, to } = JSON.parse(body);
    return [id, from === ownDid(tenant) ? seller : from, to, state];
  });
}

test('who is meant by a location number does not depend on what came first', async () => {
  const all = steps.map((_, index) => index);
  const expected = await owners(
    all,
    all.map(() => false),
  );
  assert.deepEqual(expected, [
    ['urn:uuid:2b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e10', undefined, undefined, 'accepted'],
    ['urn:uuid:2b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e20', seller, buyer, 'accepted'],
    // Who captured it has no title any more; and the doubtful number names nobody.
    ['urn:uuid:2b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e30', buyer, urn('00003'), 'refused'],
  ]);
  const order = fc.shuffledSubarray(all, { minLength: all.length });
  const reads = fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length });
  await fc.assert(
    fc.asyncProperty(order, reads, async (one, other) => {
      assert.deepEqual(await owners(one, other), expected);
    }),
    { numRuns: 12 },
  );
});

test('captured events are found by every form of a number that is understood, and by no other', async () => {
  const tenant = randomUUID();
  const names = [
    ...['urn:epc:id:pgln:061414.100001', 'urn:epc:id:sgln:0614141.00001.0', 'urn:epc:id:pgln:061414100001.'],
    'https://id.gs1.org/417/0614141000012',
    ...[
      'urn:epc:id:sgln:0614141.00001.7',
      'urn:epc:id:pgln:0614141.00002',
      'https://id.gs1.org/417/06141410000123',
    ],
  ];
  const events = names.map((name, index) => sale(index + 1, name, 'urn:sample:party'));
  await captured(...events)(tenant, '');
  const found = await eventsNaming(database.pool, tenant, ['0614141000012']);
  const understood = events.filter((_, index) => glnOf(names[index] ?? '') === '0614141000012');
  assert.deepEqual(
    found,
    understood.map(({ id }) => id),
  );
});
