import type { Moment } from '../../exchange/moment.ts';
import type { Member, Tenant } from '../../platform/tenant.ts';

/** Who does something at a filer, and when. */
export interface Act {
  readonly tenant: Tenant;
  readonly member: Member;
  readonly moment: Moment;
}
