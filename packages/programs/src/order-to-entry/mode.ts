import type { TransportMode } from '@portolan/documents';

/** First digit of a CATAIR mode code (Appendix B) to the mode. */
const MODES: Readonly<Record<string, TransportMode>> = {
  '1': 'vessel',
  '2': 'rail',
  '3': 'truck',
  '4': 'air',
  '5': 'mail',
  '7': 'pipeline',
};

/** The mode of a CATAIR code of two digits; undefined for what no document travels by. */
export function modeOf(code: string): TransportMode | undefined {
  return MODES[code.slice(0, 1)];
}
