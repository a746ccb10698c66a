import type { TransportMode } from '@portolan/documents';

/** CATAIR mode of transport codes: without and with container (CATAIR Appendix B; AE record 10, columns 36-37). */
const MODES: Record<TransportMode, readonly [loose: string, containerized: string]> = {
  vessel: ['10', '11'],
  rail: ['20', '21'],
  truck: ['30', '31'],
  air: ['40', '41'],
  mail: ['50', '50'],
  pipeline: ['70', '70'],
};

export function modeCode(mode: TransportMode, containerized: boolean): string {
  return MODES[mode][containerized ? 1 : 0];
}

/** The mode of a code of two digits, with or without container; undefined for what no transport document travels by. */
export function modeOfCode(code: string): TransportMode | undefined {
  return (Object.keys(MODES) as TransportMode[]).find((mode) => MODES[mode].includes(code));
}

export const modeNames: Readonly<Record<string, string>> = {
  '10': 'vessel, non-container',
  '11': 'vessel, container',
  '20': 'rail, non-container',
  '21': 'rail, container',
  '30': 'truck, non-container',
  '31': 'truck, container',
  '40': 'air, non-container',
  '41': 'air, container',
  '50': 'mail',
  '70': 'fixed transport (pipeline)',
};
