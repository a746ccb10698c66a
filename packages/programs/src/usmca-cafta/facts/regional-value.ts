import type { Sourced } from '@portolan/filing';

export interface RegionalValueFloor extends Sourced {
  readonly criterion: 'D';
  readonly method: 'TV' | 'NC';
  /** Percent, decimal text. */
  readonly minimum: string;
}

/** Regional value content that criterion D asks for, by method. */
export const criterionFloors: readonly RegionalValueFloor[] = [
  { criterion: 'D', method: 'TV', minimum: '60', source: 'HTSUS GN 11(b)(iv)', certainty: 'general' },
  { criterion: 'D', method: 'NC', minimum: '50', source: 'HTSUS GN 11(b)(iv)', certainty: 'general' },
];
