import type { Sourced } from '@portolan/filing';

export interface WeighingFacts extends Sourced {
  /** Percent from the theoretical mass beyond which the weighed mass is remarked. */
  readonly remarked: string;
}

export const weighing: WeighingFacts = {
  remarked: '2.5',
  source: 'ASTM A6/A6M, permitted variation in mass of shapes',
  certainty: 'general',
};
