import { convertQuantity, Decimal, type Quantity, unitInfo } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { barrelsOf, type OilCase, type OilLine } from '../case.ts';
import { find } from '../find.ts';
import { transferNotShown } from './title.ts';

/** What each line enters, beside what crossed of its batch for the importer. */
export function checkEntryLines(c: OilCase): Finding[] {
  if (c.months.length === 0) return [];
  return c.lines.flatMap((one) => checkOne(c, one));
}

function checkOne(c: OilCase, one: OilLine): Finding[] {
  const { dossier } = c;
  const { line, others, own, path } = one;
  if (line.lot === undefined) return [find('OIL_BATCH_NOT_NAMED', `${path}/lot`, { line: line.number })];
  const evidence = own.map(({ ticket }) => ticket.digest);
  if (own.length === 0) {
    const { did = '', name } = dossier.entry.importerOfRecord;
    const transfer = transferNotShown(c, line.lot, did);
    if (transfer) {
      const { number, seller } = transfer.document;
      const params = { importer: name, number, batch: line.lot, seller: seller.name };
      return [find('OIL_TITLE_NOT_SHOWN', `${path}/lot`, params, [transfer.held])];
    }
    const days = [...new Set(others.map(({ day }) => day))].join(', ') || 'any day of the entry';
    const params = {
      importer: name,
      volume: line.quantities[0]?.value ?? '0',
      batch: line.lot,
      days,
    };
    return [
      find(
        'OIL_NOT_OWNER',
        `${path}/lot`,
        params,
        others.map(({ ticket }) => ticket.digest),
      ),
    ];
  }
  const bonded = own.find(({ inBond }) => inBond !== undefined);
  return [
    ...(bonded?.inBond
      ? [find('OIL_IN_BOND', `${path}/lot`, { batch: line.lot, number: bonded.inBond }, evidence)]
      : []),
    ...checkNumber(one),
    ...checkStatus(one, line.lot),
  ];
}

/** How much each line enters of what crossed of its batch for the importer. */
export function checkVolumes({ lines, months }: OilCase): Finding[] {
  if (months.length === 0) return [];
  return lines.flatMap((one) => {
    const { line, own } = one;
    if (line.lot === undefined || own.length === 0) return [];
    return checkVolume(
      one,
      line.lot,
      own.map(({ ticket }) => ticket.digest),
    );
  });
}

/** In whole units, as they are reported: barrels of oil, cubic metres of liquefied gas; both at 60 °F. */
function checkVolume({ line, own, path }: OilLine, batch: string, evidence: readonly string[]): Finding[] {
  const [entered] = line.quantities;
  if (!entered) return [];
  const measured = convertQuantity({ value: barrelsOf(own).toString(), unit: 'BLL' }, entered.unit);
  if (!measured.ok) return [];
  const [said, found] = [entered, measured.value].map(inWhole) as [Decimal, Decimal];
  if (said.eq(found)) return [];
  const code = said.gt(found) ? 'OIL_ENTERED_TOO_MUCH' : 'OIL_ENTERED_TOO_LITTLE';
  const unit = unitInfo(entered.unit)?.name ?? entered.unit;
  const params = { line: line.number, batch, entered: said.toString(), measured: found.toString(), unit };
  return [find(code, `${path}/quantities`, params, evidence)];
}

const inWhole = ({ value }: Quantity): Decimal => Decimal.of(value).round(0, 'half-up');

function checkNumber({ line, own, path }: OilLine): Finding[] {
  const wrong = own.find(({ hts }) => hts !== undefined && !sameNumber(hts.replaceAll('.', ''), line.hts));
  if (!wrong?.hts) return [];
  const params = {
    line: line.number,
    hts: line.hts,
    derived: wrong.hts,
    api: wrong.api.reported ?? wrong.api.raw ?? 'unknown',
  };
  return [find('OIL_TARIFF_NUMBER', `${path}/hts`, params, [wrong.ticket.digest])];
}

/** A number of eight digits is met by any below it. */
function sameNumber(derived: string, entered: string): boolean {
  return entered.startsWith(derived) || derived.startsWith(entered);
}

function checkStatus({ line, own, path }: OilLine, batch: string): Finding[] {
  if (line.spi === undefined) return [];
  const spi = line.spi;
  for (const [state, code] of [
    ['broken', 'OIL_STATUS_BROKEN'],
    ['unproved', 'OIL_STATUS_UNPROVED'],
  ] as const) {
    const found = own.find(({ freeTrade }) => freeTrade.state === state);
    if (!found) continue;
    const { brokenAt, reason } = found.freeTrade;
    const evidence = [found.ticket.digest, ...(brokenAt?.digest ? [brokenAt.digest] : [])];
    return [find(code, `${path}/spi`, { line: line.number, spi, batch, reason }, evidence)];
  }
  return [];
}
