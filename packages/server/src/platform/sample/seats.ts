import { createHash } from 'node:crypto';
import { expectOk } from '@portolan/kernel';
import { type SampleTenant, sampleCommunity, sampleKeyPrefix } from '@portolan/programs';
import type { AdminContext } from '../admin/context.ts';
import { insertMember, listMembers } from '../admin/members.ts';
import { addTenant, tenantBySlug } from '../admin/tenants.ts';
import type { Tenant } from '../tenant.ts';
import { withTransaction } from '../transaction.ts';

/**
 * Gives every member of the sample community its seat; their keys are public, and say so by being the same everywhere.
 * Seats that an interrupted start has given stay.
 */
export async function addSampleSeats(context: AdminContext): Promise<void> {
  for (const sample of sampleCommunity) {
    const tenant = await tenantBySlug(context.pool, sample.slug);
    await addMissing(context, tenant.ok ? tenant.value : await addSampleTenant(context, sample), sample);
  }
}

async function addSampleTenant(context: AdminContext, sample: SampleTenant): Promise<Tenant> {
  const { slug, name, kind, roles, identifiers, filerCode } = sample;
  const fixed = { id: sampleId(`tenant ${slug}`), seed: sha256(sampleKeyPrefix + slug) };
  const optional = filerCode === undefined ? {} : { filerCode };
  return expectOk(
    await addTenant(context, { slug, name, kind, roles, identifiers, ...optional, sample: fixed }),
  );
}

async function addMissing(context: AdminContext, tenant: Tenant, { members }: SampleTenant): Promise<void> {
  const known = new Set((await listMembers(context.pool, tenant.id)).map(({ id }) => id));
  const seats = members.map(({ id, name, role }) => ({ id: sampleMemberId(id), name, role }));
  await withTransaction(context.pool, async (client) => {
    for (const seat of seats.filter(({ id }) => !known.has(id)))
      await insertMember(client, tenant.id, seat, context.clock.now());
  });
}

/** The id of a sample member at every node, so that examples and tests can name it. */
export function sampleMemberId(name: string): string {
  return sampleId(`member ${name}`);
}

/** A uuid of version 8 (RFC 9562 section 5.8) made from a name. */
function sampleId(name: string): string {
  const bytes = sha256(`portolan sample ${name}`).subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
