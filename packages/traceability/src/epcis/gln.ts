import { checkGln } from '@portolan/kernel';

const WITHOUT_CHECK = 12;

/**
 * The global location number by which an EPCIS party is named: as an EPC (`urn:epc:id:pgln:`, or `urn:epc:id:sgln:` without an
 * extension; GS1 EPC Tag Data Standard 2.0, sections 6.3.15 and 6.3.3) or as a GS1 Digital Link with key 417 or 414. Undefined for any
 * other name, and where the check digit is wrong.
 */
export function glnOf(uri: string): string | undefined {
  const epc = /^urn:epc:id:(?:pgln:(\d+)\.(\d*)|sgln:(\d+)\.(\d*)\.0)$/.exec(uri);
  if (epc) {
    const body = `${epc[1] ?? epc[3]}${epc[2] ?? epc[4]}`;
    return body.length === WITHOUT_CHECK ? withCheck(body) : undefined;
  }
  const link = /^https?:\/\/[^?#]+\/41[47]\/(\d{13})$/.exec(uri)?.[1];
  return link !== undefined && checkGln(link).ok ? link : undefined;
}

/** EPCs leave the check digit out; exactly one of the ten is right. */
function withCheck(body: string): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find((gln) => checkGln(gln).ok);
}
