import { instant, ok, type Result } from '@portolan/kernel';
import { type Standing, standingDigest } from '@portolan/parties';
import { partiesOf } from '@portolan/programs';
import { openEntry } from '../trade/entry/filed.ts';
import type { PartyContext } from './context.ts';
import { groundFor } from './ground.ts';
import { standingOn } from './standing.ts';

export interface EntryStandings {
  readonly asOf: string;
  readonly items: {
    readonly role: string;
    readonly name: string;
    readonly did: string;
    readonly standing: Standing;
    readonly digest: string;
  }[];
}

/** The standing of each party that an entry names when it was filed: what was known then, by the policy then in force. */
export async function entryStandings(
  context: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  entryNumber: string,
): Promise<Result<EntryStandings>> {
  const entry = await openEntry(context, tenantId, entryNumber);
  if (!entry.ok) return entry;
  const { dossier } = entry.value;
  const asOf = instant(dossier.filedAt);
  const ground = await groundFor(context, tenantId, { asOf });
  if (!ground.ok) return ground;
  const items = await Promise.all(
    partiesOf(dossier).map(async ({ role, name, did }) => {
      const standing = await standingOn(context, tenantId, ground.value, { subject: did, role, asOf });
      return { role, name, did, standing, digest: standingDigest(context.crypto, standing) };
    }),
  );
  return ok({ asOf, items });
}
