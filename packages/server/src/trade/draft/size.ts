import type { Refusal } from '@portolan/kernel';
import { type Carried, wireBytes } from '../../exchange/carry.ts';
import { bodyLimits } from '../../platform/limits.ts';
import { tradeCatalogue } from '../catalogue.ts';

/** Why documents can't be filed together: an envelope with them would be larger than the agency's node takes. */
export function oversize(documents: readonly Carried[]): Refusal | undefined {
  const bytes = documents.reduce((sum, document) => sum + wireBytes(document), 0);
  if (bytes <= bodyLimits.attachments) return undefined;
  const params = { bytes, limit: bodyLimits.attachments };
  return tradeCatalogue.refuse('NODE_FILING_TOO_LARGE', { path: '/files', params });
}
