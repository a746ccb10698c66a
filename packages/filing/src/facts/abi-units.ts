import type { Sourced } from './fact.ts';

interface AbiUnits extends Sourced {
  /** UNECE Recommendation 20 code by the code on the wire. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Units of measure as ABI messages write them. Codes that are not here are compared as they are written. */
const units: AbiUnits = {
  codes: {
    ...{ NO: 'NAR', KG: 'KGM', G: 'GRM', T: 'TNE', CAR: 'CTM', L: 'LTR', PFL: 'PFL', BBL: 'BLL', M: 'MTR' },
    ...{ LNM: 'MTR', KM: 'KMT', M2: 'MTK', CM2: 'CMK', M3: 'MTQ', KM3: 'R9', SQ: 'SQR', PCS: 'H87' },
    ...{ PRS: 'PR', DOZ: 'DZN', DPC: 'DPC', DPR: 'DPR', GR: 'GRO', HUN: 'CEN', K: 'MIL', JWL: 'JWL' },
    ...{ PK: 'NMP', W: 'WTT', GBQ: 'GBQ' },
  },
  source: 'CBP CATAIR Appendix B, units of measure, 4 August 2026; the codes of Recommendation 20 are ours',
  certainty: 'verified',
};

/** The UNECE Recommendation 20 code of a unit as ABI or form 7501 writes it; what is unknown stays, in capitals. */
export function unitOfAbi(code: string): string {
  const plain = code.trim().toUpperCase().replace(/\.$/, '');
  return units.codes[plain] ?? plain;
}
