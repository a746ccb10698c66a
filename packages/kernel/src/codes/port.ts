import { portsD } from '../tables/ports-d.ts';

/** Name of a United States port by its four-digit Schedule D code. */
export function portName(code: string): string | undefined {
  return Object.hasOwn(portsD, code) ? portsD[code] : undefined;
}

/** Codes of the United States ports of a name ("Los Angeles", "NOGALES, AZ"); several where the name alone does not decide. */
export function portsNamed(name: string): string[] {
  const wanted = plain(name);
  if (wanted === '') return [];
  const named = Object.entries(portsD).filter(([, port]) => {
    const full = plain(port);
    return full === wanted || plain(port.slice(0, port.lastIndexOf(','))) === wanted;
  });
  return named.map(([code]) => code).sort();
}

function plain(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
