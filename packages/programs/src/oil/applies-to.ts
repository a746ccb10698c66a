import type { Dossier } from '../dossier.ts';

/** Entries whose goods came under the manifest of a pipeline. */
export function appliesTo({ entry, evidence }: Dossier): boolean {
  return evidence.some(
    ({ document, type }) => type === 'PipelineManifest' && entry.billOfLading.includes(document.number),
  );
}
