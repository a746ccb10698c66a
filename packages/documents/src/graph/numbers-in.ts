/** The numbers of other papers that a paper gives, in its head, its lines, its consignments or its events. */
export interface NumbersIn {
  readonly orderNumbers: readonly string[];
  readonly invoiceNumbers: readonly string[];
  readonly transportDocuments: readonly string[];
  readonly despatchNumbers: readonly string[];
  readonly containers: readonly string[];
  readonly bookings: readonly string[];
}

type Loose = Readonly<Record<string, unknown>>;

/** Each number once, as first written. */
export function numbersIn(document: Loose): NumbersIn {
  const parts = [
    document,
    ...listOf(document.lines),
    ...below(document, 'consignments'),
    ...below(document, 'events'),
  ];
  return {
    orderNumbers: gather(parts, 'orderNumber', 'orderNumbers'),
    invoiceNumbers: gather(parts, 'invoiceNumber', 'invoiceNumbers'),
    transportDocuments: [
      ...new Set([
        ...gather(parts, 'transportDocument', 'transportDocuments'),
        ...listOf(document.consignments).map(({ number }) => String(number)),
      ]),
    ],
    despatchNumbers: gather(parts, 'despatchNumber', 'despatchNumbers'),
    containers: gather(parts, 'container', 'containers'),
    bookings: gather(parts, 'bookingNumber', 'bookingNumbers'),
  };
}

function below(document: Loose, name: string): Loose[] {
  return listOf(document[name]).flatMap((group) => [group, ...listOf(group.lines)]);
}

function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

function gather(parts: readonly Loose[], one: string, many: string): string[] {
  const found = new Set<string>();
  for (const part of parts) {
    const single = part[one];
    if (typeof single === 'string') found.add(single);
    const list = part[many];
    if (Array.isArray(list)) for (const text of list) found.add(String(text));
  }
  return [...found];
}
