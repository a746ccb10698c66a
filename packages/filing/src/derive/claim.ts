import type { Spi } from '../entry-line.ts';
import { originatingIndicator } from '../facts/program-indicators.ts';
import { derived, stated } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

/**
 * The preference claim that a certification of origin offers for a line. The filer may drop it (typed null) or claim
 * on the importer's own knowledge; whether the claim holds is for the program's rules, not decided here.
 */
export function deriveClaim({ sheet }: Desk, line: GoodsLine): void {
  const at = `/lines/${line.index}`;
  const [match] = line.certified;
  const indicator = match && originatingIndicator(match.item.document.agreement);
  const offered = match
    ? derived<Spi>(match.item, match.pointer, indicator, `certified for this line: ${match.by}`)
    : [];
  const spi = sheet.fill(`${at}/spi`, offered, { filerDecides: true });
  if (spi === undefined) return;
  const basis = sheet.fill<'certificate' | 'knowledge'>(
    `${at}/claimBasis`,
    match ? derived(match.item, match.pointer, 'certificate', 'a certification covers the line') : [],
    { filerDecides: true },
  );
  if (basis === 'knowledge') return;
  const digest = match ? derived(match.item, '', match.item.digest, 'digest of the certification') : [];
  const good = match ? stated(match.item, `${match.pointer}/number`, match.line.number) : [];
  sheet.fill(`${at}/certificate`, digest, { filerDecides: true });
  sheet.fill(`${at}/certificateGood`, good, { filerDecides: true });
}
