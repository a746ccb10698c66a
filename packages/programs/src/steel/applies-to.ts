import type { Dossier } from '../dossier.ts';
import { metalOf, needsAnalysis, type SteelTables } from './facts/tables.ts';

const METAL_DOCUMENTS = new Set(['Heat', 'MillTestReport', 'ProcessingRecord', 'SteelImportLicense']);

/** Entries with goods that come with a mill analysis, and those with any document of a mill or of the licence office. */
export function appliesTo({ entry, evidence }: Dossier, tables: SteelTables): boolean {
  if (evidence.some(({ type }) => METAL_DOCUMENTS.has(type))) return true;
  return entry.lines.some(({ hts }) => {
    const metal = metalOf(tables, hts);
    return metal !== undefined && needsAnalysis(metal, hts);
  });
}
