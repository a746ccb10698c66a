import { type AdvanceData, dataSetsFor, deriveAdvanceData, modeOfCode } from '@portolan/filing';
import type { Finding } from '../../finding.ts';
import type { OrderCase } from '../case.ts';
import { orderCatalogue } from '../catalogue.ts';

/** Advance data of the mode, as far as the documents of the entry give it. */
export function advanceDataOf({ dossier }: OrderCase): AdvanceData[] {
  const mode = modeOfCode(dossier.entry.modeOfTransport);
  if (!mode) return [];
  const given = { typed: {}, at: dossier.filedAt, links: dossier.links };
  return dataSetsFor(mode, dossier.entry.importDate).map((set) =>
    deriveAdvanceData(set, dossier.evidence, given),
  );
}

/** What the importer itself has to send ahead and no document gives: said, since the agency may hold the goods for it. */
export function checkAdvance(c: OrderCase): Finding[] {
  return advanceDataOf(c).flatMap(({ sender, label, missing, fields }): Finding[] => {
    if (sender !== 'importer' || missing.length === 0) return [];
    const labels = new Map(fields.map((field) => [field.pointer, field.label]));
    const named = missing.map((pointer) => labels.get(pointer) ?? pointer);
    const params = { set: label, count: missing.length, missing: [...new Set(named)].join(', ') };
    return [{ ...orderCatalogue.refuse('ORDER_ADVANCE_DATA_OPEN', { path: '', params }), severity: 'info' }];
  });
}
