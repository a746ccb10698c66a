import type { Dated } from '@portolan/filing';

/** What makes a liquid originating under an agreement, as data. */
export interface StatusRule extends Dated {
  /** Special program indicator that is claimed. */
  readonly spi: 'S';
  readonly agreement: string;
  /** Countries whose crude and products are originating material. */
  readonly originating: readonly string[];
  /** Percent of the volume up to which diluent that is not proved to be originating is disregarded; exactly this much is. */
  readonly diluentAtMost: string;
  readonly diluentCite: string;
  /** What a volume becomes that holds crude of elsewhere. */
  readonly comminglingCite: string;
  /** The importing country: crude of it that comes back. */
  readonly home: string;
  readonly returnCite: string;
}

export const statusRules: readonly StatusRule[] = [
  {
    spi: 'S',
    agreement: 'USMCA',
    originating: ['CA', 'MX', 'US'],
    diluentAtMost: '40',
    diluentCite: 'HTSUS general note 11(o), chapter 27; HQ H328199',
    comminglingCite: 'HTSUS general note 17; HQ 225891',
    home: 'US',
    returnCite: 'HQ H268129',
    from: '2020-07-01',
    source: 'HTSUS general note 11; HQ H328199 of 2 November 2022; HQ 225891; HQ H268129',
    certainty: 'verified',
  },
];
