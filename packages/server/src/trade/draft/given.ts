import { ADVANCE_POINTER, type Given } from '@portolan/filing';
import { isDigest, isRecord, type JsonValue, ok, type Pointer, type Result, refused } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { Member, Tenant } from '../../platform/tenant.ts';
import { tradeCatalogue } from '../catalogue.ts';

/** Where a filer records why it goes on with a tariff that isn't known to be current. */
const overridePointer = '/override/reason';
/** Where a filer names the person who signs for it. */
const signatoryPointers = { did: '/signatory/did', name: '/signatory/name' } as const;

/** Where a draft keeps which lines of its invoices it holds, when a shipment makes several entries. */
export const partPointer = '/part';

/** The person whom a filer names as signing for it; undefined where it names nobody. */
export function signatoryOf(
  typed: GivenParts['typed'],
  member: Pick<Member, 'name'>,
): { name: string; did: string } | undefined {
  const did = typed[signatoryPointers.did];
  const name = typed[signatoryPointers.name];
  if (typeof did !== 'string' || did === '') return undefined;
  return { did, name: typeof name === 'string' && name !== '' ? name : member.name };
}

/** What was typed into the entry itself: without what is said about the filing, or for advance data alone. */
export function entryFields(typed: GivenParts['typed']): GivenParts['typed'] {
  const aside: readonly string[] = [overridePointer, partPointer, ...Object.values(signatoryPointers)];
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([pointer]) => !aside.includes(pointer) && !pointer.startsWith(`${ADVANCE_POINTER}/`),
    ),
  );
}

/** The lines of each invoice that a draft holds, where a shipment was split; undefined for one that holds all. */
export function partOf(typed: GivenParts['typed']): Given['part'] {
  const part = typed[partPointer];
  if (!isRecord(part)) return undefined;
  const lines = Object.entries(part).flatMap(([digest, numbers]) =>
    isDigest(digest) && Array.isArray(numbers)
      ? [[digest, numbers.filter((line): line is number => Number.isSafeInteger(line))] as const]
      : [],
  );
  return Object.fromEntries(lines);
}

export interface GivenParts {
  readonly tenant: Tenant;
  readonly member: Pick<Member, 'name'>;
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
  readonly entryNumber?: string | undefined;
  readonly moment: Moment;
}

/** What the node knows before it opens the documents. Refuses a tenant that may not file. */
export function givenOf({ tenant, member, typed, entryNumber, moment }: GivenParts): Result<Given> {
  const { filerCode, name, did } = tenant;
  if (!filerCode) return refused(tradeCatalogue.refuse('NODE_FILER_CODE_MISSING', { params: { name } }));
  const { [overridePointer]: reason } = typed;
  const part = partOf(typed);
  return ok({
    filer: { code: filerCode, name, did },
    typed: entryFields(typed),
    typedBy: member.name,
    ...(entryNumber ? { entryNumber } : {}),
    at: moment.at,
    ...(part ? { part } : {}),
    ...(typeof reason === 'string' && reason ? { override: { reason, by: member.name } } : {}),
  });
}
