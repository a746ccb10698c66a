import { pointerMembers } from '@portolan/kernel';

const singular = new Map(
  Object.entries({
    lines: 'line',
    goods: 'good',
    materials: 'material',
    answers: 'answer',
    items: 'item',
    standards: 'standard',
    stages: 'stage',
    tests: 'test',
    inputs: 'input',
    outputs: 'output',
    losses: 'loss',
    dimensions: 'dimension',
    charges: 'charge',
    containers: 'container',
    identifiers: 'identifier',
    powers: 'power',
    roles: 'role',
    ports: 'port',
    consignments: 'consignment',
    events: 'event',
    transportDocuments: 'transport document',
    orderNumbers: 'order number',
    invoiceNumbers: 'invoice number',
  }),
);

const spelled = new Map(
  Object.entries({
    hs: 'HS',
    hs6: 'HS',
    hts: 'HTS',
    sku: 'SKU',
    gtin: 'GTIN',
    did: 'DID',
  }),
);

/** Where a value stands, as people say it: '/lines/1/unitPrice' is 'line 2, unit price'. Empty for the whole document. */
export function placeOf(pointer: string): string {
  const words: string[] = [];
  for (const member of pointerMembers(pointer)) {
    if (/^\d+$/.test(member)) words.push(`${singularOf(words.pop())} ${Number(member) + 1}`);
    else words.push(spelled.get(member) ?? member);
  }
  return words.map(wordsOf).join(', ');
}

/** The same at the beginning of a sentence. */
export function sentencePlace(pointer: string): string {
  return capital(placeOf(pointer) || 'the document');
}

/** 'CommercialInvoice' is 'commercial invoice'. */
export function wordsOf(name: string): string {
  return name.replace(
    /([a-z])([A-Z])(?=[a-z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
}

/** A document type in running text. */
export function typeWords(type: string): string {
  return wordsOf(type).toLowerCase();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most `limit` characters of what a stranger wrote, for a message. */
export function shown(value: unknown, limit = 60): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

function singularOf(list: string | undefined): string {
  return list === undefined ? 'item' : (singular.get(list) ?? list);
}
