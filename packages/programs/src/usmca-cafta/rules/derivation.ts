import { assembleEntry, onRecordOf, sameJson } from '@portolan/filing';
import { canonicalize, type JsonValue, type Pointer, resolvePointer } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { Case } from '../case/case.ts';
import { find } from '../case/find.ts';

/** At most this many fields are named; one is enough to refuse. */
const MOST = 20;

/** The entry is what its own evidence gives: every field is derived anew, only what is recorded as typed is taken as it is. */
export function checkDerivation(c: Case): Finding[] {
  const { entry, provenance } = c.dossier;
  const again = rederive(c);
  if (sameJson(again.entry, entry)) return [];
  const paths = [...new Set([...Object.keys(provenance), ...Object.keys(again.provenance)])].sort();
  const differing = paths.filter(
    (path) => !sameJson(resolvePointer(again.entry, path), resolvePointer(entry, path)),
  );
  const named = differing.length > 0 ? differing : [''];
  return named.slice(0, MOST).map((path) =>
    find('USMCA_ENTRY_NOT_DERIVED', path, {
      params: {
        stated: shown(resolvePointer(entry, path)),
        derived: shown(resolvePointer(again.entry, path)),
      },
      evidence: [provenance[path]?.document],
    }),
  );
}

/** An entry dated before the day it was filed would choose its own rates (19 CFR 141.68). */
export function checkEntryDate({ dossier, claimedOn }: Case): Finding[] {
  const { entryDate } = dossier.entry;
  const later = dossier.claimKind === 'post-importation' || dossier.corrects;
  if (later || entryDate >= claimedOn) return [];
  return [find('USMCA_ENTRY_BACKDATED', '/entryDate', { params: { dated: entryDate, filed: claimedOn } })];
}

function rederive({ dossier, reference }: Case) {
  const { entry, provenance, evidence, filedAt, links, override } = dossier;
  const typed = Object.entries(provenance)
    .filter(([, { class: origin }]) => origin === 'typed')
    .map(([path]): [Pointer, JsonValue] => [path, (resolvePointer(entry, path) ?? null) as JsonValue]);
  return assembleEntry(
    evidence,
    {
      filer: entry.filer,
      ...onRecordOf(entry, provenance, evidence),
      // The day of entry is judged apart: a filing may reach the agency later than it was made.
      typed: { ...Object.fromEntries(typed), '/entryDate': entry.entryDate },
      ...(entry.entryNumber ? { entryNumber: entry.entryNumber } : {}),
      at: filedAt,
      links,
      ...(override ? { override } : {}),
    },
    reference.tariff,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : canonicalize(value as JsonValue).slice(0, 200);
}
