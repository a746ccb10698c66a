/** Names of lots, parties and events as URIs, as EPCIS wants them, and back. A name that is a URI stays as it is. */

const own = { lot: 'urn:portolan:lot:', party: 'urn:portolan:party:', event: 'urn:portolan:event:' } as const;
type Kind = keyof typeof own;

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

export function uriOf(kind: Kind, name: string): string {
  return URI.test(name) && !name.startsWith(own[kind]) ? name : `${own[kind]}${encodeURIComponent(name)}`;
}

export function nameOf(kind: Kind, uri: string): string {
  if (!uri.startsWith(own[kind])) return uri;
  try {
    return decodeURIComponent(uri.slice(own[kind].length));
  } catch {
    return uri;
  }
}

/**
 * The class of goods that a lot or an instance belongs to: its identifier without the lot or serial number (GS1 EPC Tag Data
 * Standard 2.0, sections 6 and 8; GS1 Digital Link 1.2). Another identifier is a class of its own.
 */
export function classOf(lot: string): string {
  const link = /^(https?:\/\/.+?\/01\/\d{8,14})(?:\/(?:10|21|22)\/.*)?$/.exec(lot);
  if (link) return link[1] as string;
  const epc = /^(urn:epc:(?:class|id):[a-z]+:[^.]+\.[^.]+)\..+$/.exec(lot);
  return epc ? (epc[1] as string) : lot;
}
