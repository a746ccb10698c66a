import type { ShipmentAdvance } from '@portolan/contract';
import { evidenceOf } from '@portolan/documents';
import {
  AGENCY_ZONE,
  advanceClocks,
  dataSetsFor,
  deriveAdvanceData,
  modeOfCode,
  planEntries,
} from '@portolan/filing';
import { partOf } from '../trade/draft/given.ts';
import type { OpenDraft } from '../trade/draft/open.ts';

/**
 * What goes ahead of the goods of a draft, by its mode and day of arrival; also for a draft that is not complete yet, since
 * advance data is due before the entry.
 */
export function advanceOf({ draft, papers, assembled, moment }: OpenDraft): ShipmentAdvance {
  const evidence = papers.map((paper) => paper.evidence);
  const { entry } = assembled.assembly;
  const mode = entry.modeOfTransport ? modeOfCode(entry.modeOfTransport) : undefined;
  const day = entry.importDate ?? moment.at.slice(0, 10);
  const part = partOf(draft.typed);
  const given = { typed: draft.typed, at: moment.at, links: assembled.links, ...(part ? { part } : {}) };
  const sets = mode ? dataSetsFor(mode, day) : [];
  const times = {
    ...(entry.exportDate ? { lading: entry.exportDate, departure: entry.exportDate } : {}),
    ...(entry.importDate ? { arrival: entry.importDate } : {}),
  };
  const clocks = mode ? advanceClocks({ mode, times, zone: AGENCY_ZONE }, moment.at) : [];
  return {
    ...(mode ? { mode } : {}),
    sets: sets.map((set) => {
      const { fields, provenance, asks, missing, label, sender } = deriveAdvanceData(set, evidence, given);
      return {
        ...{ set: set.id, label, sender, asks: [...asks], missing: [...missing] },
        fields: fields.map((field) => {
          const source = provenance[field.pointer];
          return { ...field, ...(source ? { source } : {}) };
        }),
      };
    }),
    clocks: clocks.map(({ name, set, label, before, due, minutesLeft, state, byDay, source }) => ({
      ...{ name, set, label, before, due, minutesLeft, state, byDay, source },
    })),
    plan: part ? { entries: [], reasons: [] } : planOf(evidence, entry.entryDate ?? day, assembled.links),
  };
}

function planOf(
  ...[evidence, day, links]: Required<Parameters<typeof planEntries>>
): ShipmentAdvance['plan'] {
  const { entries, reasons } = planEntries(evidence, day, links);
  const numbers = new Map(
    evidenceOf(evidence, 'CommercialInvoice').map(({ digest, document }) => [digest, document.number]),
  );
  return {
    entries: entries.map(({ number, part, lines }) => ({
      ...{ number, lines },
      invoices: Object.keys(part).map((digest) => numbers.get(digest) ?? digest),
    })),
    reasons: reasons.map(({ words }) => words),
  };
}
