import type { Given } from '@portolan/filing';
import { type JsonValue, ok, type Pointer, type Result, refused } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { Member, Tenant } from '../../platform/tenant.ts';
import { tradeCatalogue } from '../catalogue.ts';

/** Where a filer records why it goes on with a tariff that isn't known to be current. */
const overridePointer = '/override/reason';

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
  const { [overridePointer]: reason, ...fields } = typed;
  return ok({
    filer: { code: filerCode, name, did },
    typed: fields,
    typedBy: member.name,
    ...(entryNumber ? { entryNumber } : {}),
    at: moment.at,
    ...(typeof reason === 'string' && reason ? { override: { reason, by: member.name } } : {}),
  });
}
