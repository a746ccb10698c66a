/** Conditions that a volume or an energy is stated at. A figure without them is no figure (API MPMS 11.1, ISO 5024). */
export interface BaseConditions {
  readonly name: string;
  readonly source: string;
}

/** By the code that a measure carries. AMBIENT is a volume nobody brought to a base, such as a stack of timber. */
export const baseConditions: Readonly<Record<string, BaseConditions>> = {
  '15C': { name: '15 °C and 101.325 kPa', source: 'ISO 5024' },
  '60F': { name: '60 °F and 14.696 psia', source: 'API MPMS 11.1' },
  '60F-14.73': { name: '60 °F and 14.73 psia', source: 'ANSI Z132.1; AGA' },
  '60F-14.65': { name: '60 °F and 14.65 psia', source: 'Texas Natural Resources Code 91.052' },
  '0C': { name: '0 °C and 101.325 kPa', source: 'ISO 13443 (normal conditions)' },
  '20C': { name: '20 °C and 101.325 kPa', source: 'NOM-001-SECRE-2010 (Mexico)' },
  AMBIENT: { name: 'as measured', source: 'no base stated' },
};

export function isBase(code: string): boolean {
  return Object.hasOwn(baseConditions, code);
}
