import type { ValueReference } from '@portolan/tariff';
import { questions } from '../facts/questions.ts';
import { computed, stated } from '../sheet/candidate.ts';
import { deriveClaim } from './claim.ts';
import { deriveClassification } from './classification.ts';
import type { Desk } from './desk.ts';
import { deriveDutyFacts } from './duty-facts.ts';
import type { GoodsLine } from './invoice-line.ts';
import { deriveValues } from './line-value.ts';
import { type AskedMakers, deriveManufacturer } from './manufacturer.ts';
import { derivePart } from './part.ts';
import { deriveGrossWeight, deriveQuantities } from './quantities.ts';
import { deriveRelation } from './relation.ts';

/** All lines of the entry: one for each invoice line, in the order of the invoices. */
export function deriveLines(
  desk: Desk,
  found: readonly GoodsLine[],
  values: ValueReference | undefined,
  entryDate: string | undefined,
): void {
  const asked: AskedMakers = new Map();
  const lines: GoodsLine[] = [];
  for (const whole of found) {
    deriveGoods(desk, whole);
    const line = derivePart(desk, whole);
    lines.push(line);
    const tariffLine = deriveClassification(desk, line, entryDate);
    if (tariffLine) deriveQuantities(desk, line, tariffLine.units);
    if (tariffLine) deriveDutyFacts(desk, line, tariffLine, entryDate);
    deriveGrossWeight(desk, line);
    deriveManufacturer(desk, line, asked);
    deriveClaim(desk, line);
  }
  deriveRelation(desk, lines);
  deriveValues(desk, lines, values);
}

function deriveGoods({ sheet }: Desk, line: GoodsLine): void {
  const at = `/lines/${line.index}`;
  const { invoice, pointer, certified, ordered } = line;
  sheet.fill(`${at}/number`, computed(line.index + 1, 'position of the line in the entry'));
  sheet.fill(`${at}/invoice/number`, stated(invoice, '/number', invoice.document.number));
  sheet.fill(`${at}/invoice/line`, stated(invoice, `${pointer}/number`, line.line.number));
  sheet.fill(`${at}/description`, stated(invoice, `${pointer}/description`, line.line.description), {
    ask: questions.description,
  });
  sheet.fill(`${at}/lot`, stated(invoice, `${pointer}/lot`, line.line.lot));
  // The seller's invoice states the origin of what was sold; a certification that differs is a cross-check.
  const origins = [
    ...stated(invoice, `${pointer}/originCountry`, line.line.originCountry),
    ...certified.flatMap((match) =>
      stated(match.item, `${match.pointer}/originCountry`, match.line.originCountry),
    ),
    ...ordered.flatMap((match) =>
      stated(match.item, `${match.pointer}/originCountry`, match.line.originCountry),
    ),
  ];
  sheet.fill(`${at}/originCountry`, origins, { ask: questions.originCountry });
  const exported = sheet.values.get('/exportCountry');
  sheet.fill(
    `${at}/exportCountry`,
    computed(typeof exported === 'string' ? exported : undefined, 'country of exportation of the shipment'),
  );
}
