import { ok, type Result } from '@portolan/kernel';
import type { Crossing } from '@portolan/programs';
import type { Auth } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { type Month, monthOf } from './months.ts';
import { ownFindings, ownPart, type PipelineRole, roleOf } from './see.ts';

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
  const role = roleOf(tenant, found.value);
  const own = <Part extends Parameters<typeof ownPart>[0]>(part: Part) =>
    role === 'owner' ? ownPart(part, tenant.did) : part;
  return ok({
    ...found.value,
    head:
      role === 'owner'
        ? { ...own(found.value.head), findings: ownFindings(found.value.head, tenant.did) }
        : found.value.head,
    role,
    crossingsOn: (day) => own({ crossings: crossingsOn(found.value, day) }).crossings,
  });
}

/** Days stay as bytes until somebody opens them: a month of a busy line is tens of megabytes. */
function crossingsOn({ sheet }: Month, day: string): Crossing[] {
  const bytes = Object.hasOwn(sheet.crossings, day) ? sheet.crossings[day] : undefined;
  return bytes === undefined ? [] : JSON.parse(new TextDecoder().decode(bytes));
}
