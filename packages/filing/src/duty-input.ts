import type { DutyInput, DutyLineInput, Override } from '@portolan/tariff';
import type { Entry } from './entry.ts';
import type { EntryLine } from './entry-line.ts';

/** What the tariff computes from an entry; claims stand on the lines of `claimed` only. */
export function dutyInput(
  entry: Entry,
  knownAt: string,
  claimed: (lineNumber: number) => boolean,
  override?: Override,
): DutyInput {
  return {
    entryType: entry.entryType,
    modeOfTransport: entry.modeOfTransport,
    date: entry.entryDate,
    importDate: entry.importDate,
    knownAt,
    port: entry.portOfUnlading ?? entry.portOfEntry,
    ...(override ? { override } : {}),
    lines: entry.lines.map((line) => dutyLine(line, claimed(line.number))),
  };
}

function dutyLine(line: EntryLine, claimed: boolean): DutyLineInput {
  const { spi, headings, metals, cases, outsideCases, license } = line;
  return {
    number: line.number,
    hts: line.hts,
    originCountry: line.originCountry,
    exportCountry: line.exportCountry,
    enteredValue: line.enteredValue,
    quantities: line.quantities,
    ...(spi && claimed ? { spi } : {}),
    ...(headings ? { headings } : {}),
    ...(metals ? { metals } : {}),
    ...(cases ? { cases } : {}),
    ...(outsideCases === undefined ? {} : { outsideCases }),
    ...(license === undefined ? {} : { license }),
  };
}
