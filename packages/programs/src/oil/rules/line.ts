import { originalOf } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { OilCase } from '../case.ts';
import { find, foundOnLine } from '../find.ts';
import type { LineFinding } from '../month/line-month.ts';
import { transferNotShown } from './title.ts';

/** Findings of a month that the rules of an entry say themselves, at the field they belong to. */
const SAID_BY_THE_ENTRY: ReadonlySet<string> = new Set([
  'OIL_STATUS_LOST',
  'OIL_STATUS_NOT_PROVED',
  'OIL_DAY_MISSING',
]);

const COMPARES_WITH_TITLE: ReadonlySet<string> = new Set([
  'OIL_TITLE_NEVER_OWNED',
  'OIL_ALLOCATION_DIFFERS',
  'OIL_DELIVERED_STRANGER',
  'OIL_DELIVERED_OVER',
]);

/** What was found on the line about the days and batches of the entry; what concerns others' batches is for their entries. */
export function checkLine(c: OilCase): Finding[] {
  const { dossier, lines, manifests, months, unknown } = c;
  const carried = new Set(dossier.evidence.flatMap((item) => [item.digest, originalOf(item)]));
  const days = new Set(manifests.flatMap(({ document }) => document.days.map(({ day }) => day)));
  const batches = new Map(lines.flatMap(({ line, path }) => (line.lot ? [[line.lot, path] as const] : [])));
  const about = new Set(
    dossier.evidence.flatMap((item) =>
      item.type === 'MeasurementTicket' && batches.has(item.document.batch) ? originalOf(item) : [],
    ),
  );
  // Where earlier sales are not shown nothing that compares with title can be said.
  const importer = dossier.entry.importerOfRecord.did ?? '';
  const hidden = new Set([...batches.keys()].filter((batch) => transferNotShown(c, batch, importer)));
  const [first = ''] = [...days].sort();
  // What happened to a batch before it crossed matters to whoever enters it; what happened on others' days is for theirs.
  const bears = ({ batch, code, day, evidence }: LineFinding) =>
    !SAID_BY_THE_ENTRY.has(code) &&
    !(batch !== undefined && hidden.has(batch) && COMPARES_WITH_TITLE.has(code)) &&
    // What concerns the line as a whole is for its operator: no owner holds all of its papers.
    (batch !== undefined || day !== undefined || evidence.some((digest) => about.has(digest))) &&
    (batch === undefined || batches.has(batch) || evidence.some((digest) => about.has(digest))) &&
    (day === undefined || days.has(day) || (batch !== undefined && day < first));
  return [
    ...unknown.map(({ line, month }) => find('OIL_PROFILE_MISSING', '/billOfLading', { line, month })),
    ...months.flatMap(({ findings }) =>
      findings.filter(bears).flatMap((finding) => {
        const path = batches.get(finding.batch ?? '') ?? '';
        return shown(finding, path, carried);
      }),
    ),
  ];
}

/**
 * A finding as whoever filed may read it: a decision goes to all parties of the entry, and who sold to whom is for the two and the
 * agency. What rests on papers that did not travel with the entry is told without them, and not at all where it only informs.
 */
function shown(finding: LineFinding, path: string, carried: ReadonlySet<string>): Finding[] {
  if (finding.evidence.every((digest) => carried.has(digest))) return [foundOnLine(finding, path)];
  if (finding.severity === 'notice') return [];
  const { batch = '', code, severity } = finding;
  const told = find('OIL_HELD_ELSEWHERE', path, { batch, code });
  return [{ ...told, severity: severity === 'refused' ? 'refuse' : 'refer' }];
}

/** Every day that is entered was measured. */
export function checkDays({ manifests, months }: OilCase): Finding[] {
  const measured = new Set(
    months
      .flatMap(({ days }) => days.filter(({ state }) => state === 'measured' || state === 'partly'))
      .map(({ day }) => day),
  );
  if (months.length === 0) return [];
  const days = [...new Set(manifests.flatMap(({ document }) => document.days.map(({ day }) => day)))].sort();
  return days
    .filter((day) => !measured.has(day))
    .map((day) => find('OIL_DAY_NOT_MEASURED', '/importDate', { day }));
}

/** One entry for a period only where each of its days is free of duty, of what the importer enters itself (CSMS 64859298). */
export function checkPeriod({ dossier, manifests, months }: OilCase): Finding[] {
  const days = [...new Set(manifests.flatMap(({ document }) => document.days.map(({ day }) => day)))].sort();
  if (days.length <= 1) return [];
  const { did, name } = dossier.entry.importerOfRecord;
  const own = months.flatMap(({ process }) =>
    process.owners.filter(
      ({ kind, owner }) => kind === 'daily' && (owner.did === did || owner.name === name),
    ),
  );
  const dutiable = new Set(own.flatMap(({ dutiableDays }) => dutiableDays));
  const held = days.find((day) => dutiable.has(day));
  if (held === undefined) return [];
  const [reason = `${held} is not.`] = own.flatMap(({ reasons }) => reasons);
  return [find('OIL_PERIOD_DUTIABLE', '/importDate', { days: days.length, reason })];
}
