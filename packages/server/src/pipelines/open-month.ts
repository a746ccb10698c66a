import { ok, type Result } from '@portolan/kernel';
import type { Crossing } from '@portolan/programs';
import type { Auth, Tenant } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import type { MonthHead } from './month-messages.ts';
import { type Month, monthOf } from './months.ts';
import { operatorPart, ownFindings, ownPart, type PipelineRole, roleOf } from './see.ts';

/** A month as its reader may see it. */
export interface OpenMonth extends Month {
  readonly role: PipelineRole;
  /** Crossings of one day, in the order of time. */
  crossingsOn(day: string): Crossing[];
}

/** Opens a month for the organization that asks, with what is its own to see. */
export async function openMonth(
  context: TradeContext,
  { tenant }: Pick<Auth, 'tenant'>,
  line: string,
  month: string,
): Promise<Result<OpenMonth>> {
  const found = await monthOf(context, tenant.id, line, month);
  if (!found.ok) return found;
  const { head, role } = headFor(tenant, found.value);
  const crossings = (day: string) => crossingsOn(found.value, day);
  return ok({
    ...found.value,
    ...{ head, role },
    crossingsOn: (day) =>
      role === 'owner' ? ownPart({ crossings: crossings(day) }, tenant.did).crossings : crossings(day),
  });
}

/** What an organization is shown of a month, and as what: lists count the same that its pages show. */
export function headFor(
  tenant: Pick<Tenant, 'did' | 'kind'>,
  month: Pick<Month, 'head' | 'entered'>,
): { readonly head: MonthHead; readonly role: PipelineRole } {
  const { entered, head } = month;
  const role = roleOf(tenant, month);
  if (role === 'owner')
    return { role, head: { ...ownPart(head, tenant.did, entered), findings: ownFindings(head, tenant.did) } };
  return { role, head: role === 'operator' ? { ...head, ...operatorPart(head, tenant.did, entered) } : head };
}

/** Days stay as bytes until somebody opens them: a month of a busy line is tens of megabytes. */
function crossingsOn({ sheet }: Month, day: string): Crossing[] {
  const bytes = Object.hasOwn(sheet.crossings, day) ? sheet.crossings[day] : undefined;
  return bytes === undefined ? [] : JSON.parse(new TextDecoder().decode(bytes));
}
