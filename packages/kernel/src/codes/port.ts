import { portsD } from '../tables/ports-d.ts';

/** Name of a United States port by its four-digit Schedule D code. */
export function portName(code: string): string | undefined {
  return Object.hasOwn(portsD, code) ? portsD[code] : undefined;
}
