import { type AdvanceData, type AdvanceField, advanceClocks, modeOfCode } from '@portolan/filing';
import { type Instant, isRecord, type JsonValue } from '@portolan/kernel';
import type { CaseTable } from '../../case-page.ts';
import type { OrderCase } from '../case.ts';
import { advanceDataOf } from '../rules/advance.ts';

/** Where the papers name no zone: the calendar of the agency's headquarters. */
const ZONE = 'America/New_York';

/** Every data set that goes ahead of the goods, a table each, with the source of each element. */
export function advanceTables(c: OrderCase): CaseTable[] {
  return advanceDataOf(c).map(({ label, sender, fields, provenance }) => ({
    heading: label,
    note: `Sent by the ${sender}. Elements that no paper gives are open.`,
    columns: ['Element', 'Value', 'Source', 'Rule'],
    rows: fields.map((field) => [field.label, words(field), sourceOf(field, provenance), field.cite]),
  }));
}

function words({ value, required }: AdvanceField): string {
  if (value === undefined) return required ? 'open' : 'none';
  return text(value);
}

function text(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(text).join(', ');
  if (!isRecord(value)) return String(value);
  if (typeof value.name === 'string')
    return [value.name, isRecord(value.address) ? text(value.address) : ''].filter(Boolean).join(', ');
  return Object.values(value)
    .map((one) => text(one as JsonValue))
    .join(' ');
}

const SOURCES = {
  signed: 'signed at the source',
  imported: 'from a file',
  computed: 'computed',
  assigned: 'assigned',
  typed: 'typed',
} as const;

function sourceOf({ pointer }: AdvanceField, provenance: AdvanceData['provenance']): string {
  const found = provenance[pointer];
  return found ? SOURCES[found.class] : '';
}

/** When the advance data is due, counted from the days that the papers give. */
export function clocksTable({ dossier, at }: OrderCase): CaseTable {
  const mode = modeOfCode(dossier.entry.modeOfTransport);
  const times = {
    lading: dossier.entry.exportDate,
    departure: dossier.entry.exportDate,
    arrival: dossier.entry.importDate,
  };
  const clocks = mode ? advanceClocks({ mode, times, zone: ZONE }, at.decisionAt as Instant) : [];
  return {
    heading: 'Due before the goods arrive',
    note: `Where the papers give a day only, its first moment counts (${ZONE}).`,
    columns: ['What', 'Due, UTC', 'Counted from', 'Rule'],
    rows: clocks.map(({ label, due, before, source }) => [
      label,
      due.slice(0, 16).replace('T', ' '),
      before,
      source,
    ]),
  };
}
