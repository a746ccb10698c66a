import type { Draft } from '@portolan/contract';
import { importedView } from '../../tariff/data-view.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import type { OpenDraft } from './open.ts';

/**
 * What tariff data that the organization imported for itself would make of its draft. It stays beside the draft: values,
 * findings and duty of the draft itself are computed as the agency does, with what counts for the whole node.
 */
export async function ownDataOf(
  { reference: { library } }: Pick<TradeContext, 'reference'>,
  { row, running: { program }, assembled, assembleWith }: OpenDraft,
): Promise<Draft['ownData']> {
  const { items, reference } = await library.shelf(row.tenant_id);
  const own = items.filter(({ holder }) => holder === 'organization').map(importedView);
  if (own.length === 0) return undefined;
  const running: RunningProgram = {
    program,
    reference: program.reference(reference, () => reference.digest),
    imported: [],
    beside: [],
  };
  const { assembly, evaluation } = assembleWith(running);
  const open = new Set(assembly.asks.map(({ pointer }) => pointer));
  const total = evaluation?.duty?.totals.total;
  return {
    items: own.map(({ name, title }) => ({ name, title })),
    ...(total === undefined ? {} : { total }),
    answers: assembled.assembly.asks.flatMap(({ pointer }) => (open.has(pointer) ? [] : [pointer])),
  };
}
