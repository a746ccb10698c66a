import { isRecord, type JsonValue } from '@portolan/kernel';

/** Names of fields whose value other documents of the same shipment repeat: numbers of orders, invoices, bills, entries, lots. */
const NUMBER =
  /(?:entry|invoice|order|bill(?:of)?lading|bol|booking|airwaybill|waybill|ticket|tracking|certificate|batch|lot|manifest|container|licen[cs]e)s?[A-Za-z]*(?:number|no|id|identifier|reference)s?$/i;
const MAX_NUMBERS = 100;
const LEAST = 4;
const MOST = 60;

/** The numbers by which a credential belongs to a shipment, without blanks and signs, in upper case. */
export function referenceNumbers(subject: JsonValue): string[] {
  const found = new Set<string>();
  collect(subject, '', found);
  return [...found];
}

/** A number as it is compared: 'ZZ9-0000103-5' and 'zz9 0000103 5' are the same. */
export function comparableNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function collect(value: JsonValue, name: string, found: Set<string>): void {
  if (found.size >= MAX_NUMBERS) return;
  if (Array.isArray(value)) for (const item of value) collect(item, name, found);
  else if (isRecord(value))
    for (const [member, inner] of Object.entries(value)) collect(inner as JsonValue, member, found);
  else if (typeof value === 'string' && NUMBER.test(name)) {
    const number = comparableNumber(value);
    if (number.length >= LEAST && number.length <= MOST) found.add(number);
  }
}
