import { createHash } from 'node:crypto';
import { expectOk } from '@portolan/kernel';
import { type SampleTenant, sampleCommunity, sampleKeyPrefix } from '@portolan/programs';
import type { AdminContext } from '../admin/context.ts';
import { insertMember } from '../admin/members.ts';
import { addTenant } from '../admin/tenants.ts';
import { withTransaction } from '../transaction.ts';

/** Gives every member of the sample community its seat; their keys are public, and say so by being the same everywhere. */
export async function addSampleSeats(context: AdminContext): Promise<void> {
  for (const tenant of sampleCommunity) await addSeat(context, tenant);
}

async function addSeat(context: AdminContext, sample: SampleTenant): Promise<void> {
  const { slug, name, kind, roles, identifiers, filerCode, members } = sample;
  const id = sampleId(`tenant ${slug}`);
  const seed = sha256(sampleKeyPrefix + slug);
  const optional = filerCode === undefined ? {} : { filerCode };
  expectOk(
    await addTenant(context, { slug, name, kind, roles, identifiers, ...optional, sample: { id, seed } }),
  );
  await withTransaction(context.pool, async (client) => {
    for (const { id: memberName, name, role } of members)
      await insertMember(client, id, { id: sampleMemberId(memberName), name, role }, context.clock.now());
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
