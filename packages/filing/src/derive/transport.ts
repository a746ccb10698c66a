import type { JsonValue } from '@portolan/kernel';
import { modeCode } from '../facts/modes.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, derived, stated } from '../sheet/candidate.ts';
import { fillBusinessIdentifiers, hasBusinessIdentifiers } from './business-identifiers.ts';
import type { Desk } from './desk.ts';
import { fromBills, type Papers } from './papers.ts';

/** Everything that the carrier's document says about the shipment (form 7501 blocks 6 to 20). */
export function deriveTransport(desk: Desk): void {
  derivePorts(desk);
  deriveCarrier(desk);
  deriveDates(desk);
  deriveCargo(desk);
}

function derivePorts({ sheet, papers }: Desk): void {
  sheet.fill(
    '/portOfEntry',
    said(papers, '/portOfEntry/code', (bill) => bill.portOfEntry.code),
    {
      ask: questions.portOfEntry,
    },
  );
  sheet.fill(
    '/portOfUnlading',
    said(papers, '/portOfUnlading/code', (bill) => bill.portOfUnlading?.code),
  );
  sheet.fill(
    '/foreignPortOfLading',
    said(papers, '/placeOfLoading/code', (bill) => bill.placeOfLoading?.code),
  );
  const modes = fromBills(papers, (item, bill) =>
    derived(
      item,
      '/mode',
      modeCode(bill.mode, bill.containerized === true),
      'CATAIR Appendix B, mode of transport',
    ),
  );
  sheet.fill('/modeOfTransport', modes, { ask: questions.modeOfTransport });
}

/** The shipper of the goods, where it is known by a global business identifier. */
function deriveShipper(desk: Desk): void {
  const [bill] = desk.papers.bills;
  if (!bill) return;
  const shipper = { item: bill, pointer: '/shipper', party: bill.document.shipper };
  if (!hasBusinessIdentifiers(desk, shipper)) return;
  desk.sheet.fill('/shipper/name', stated(bill, '/shipper/name', shipper.party.name));
  fillBusinessIdentifiers(desk, '/shipper', shipper);
}

function deriveCarrier(desk: Desk): void {
  const { sheet, papers } = desk;
  deriveShipper(desk);
  sheet.fill(
    '/carrier/name',
    said(papers, '/carrier/name', (bill) => bill.carrier.name),
    {
      ask: questions.carrierName,
    },
  );
  const codes = fromBills(papers, (item, bill) =>
    (bill.carrier.identifiers ?? []).flatMap(({ scheme, value }, index) =>
      scheme === 'scac' ? stated(item, `/carrier/identifiers/${index}/value`, value) : [],
    ),
  );
  sheet.fill('/carrier/scac', codes, { ask: questions.carrierScac });
  for (const part of ['name', 'voyage', 'trailer'] as const)
    sheet.fill(
      `/conveyance/${part}`,
      said(papers, `/conveyance/${part}`, (bill) => bill.conveyance?.[part]),
    );
}

function deriveDates({ sheet, papers }: Desk): void {
  sheet.fill(
    '/exportCountry',
    said(papers, '/exportCountry', (bill) => bill.exportCountry),
    {
      ask: questions.exportCountry,
    },
  );
  sheet.fill(
    '/exportDate',
    said(papers, '/exportDate', (bill) => bill.exportDate),
    {
      ask: questions.exportDate,
    },
  );
  sheet.fill(
    '/importDate',
    said(papers, '/arrivalDate', (bill) => bill.arrivalDate),
    {
      ask: questions.importDate,
    },
  );
}

function deriveCargo({ sheet, papers }: Desk): void {
  sheet.fill('/billOfLading', numbers(papers), { ask: questions.billOfLading });
  const packed = papers.packingLists.flatMap((item) =>
    stated<JsonValue>(item, '/packages', item.document.packages),
  );
  const weighed = papers.packingLists.flatMap((item) =>
    stated<JsonValue>(item, '/grossWeight', item.document.grossWeight),
  );
  sheet.fill('/packages', [...said<JsonValue>(papers, '/packages', (bill) => bill.packages), ...packed]);
  sheet.fill('/grossWeight', [
    ...said<JsonValue>(papers, '/grossWeight', (bill) => bill.grossWeight),
    ...weighed,
  ]);
  const containers = said<JsonValue>(papers, '/containers', ({ containers }) =>
    containers?.length ? containers : undefined,
  );
  sheet.fill('/containers', containers);
}

/** A shipment may travel under several bills: all their numbers, with the first as the place they came from. */
function numbers({ bills }: Papers): Candidate<string[]>[] {
  const [first] = bills;
  if (!first) return [];
  const all = [...new Set(bills.map(({ document }) => document.number))];
  return all.length === 1
    ? stated(first, '/number', all)
    : derived(first, '/number', all, 'all bills of lading of the shipment');
}

function said<T extends JsonValue>(
  papers: Papers,
  pointer: string,
  read: (bill: Papers['bills'][number]['document']) => T | undefined,
): Candidate<T>[] {
  return fromBills(papers, (item, bill) => stated(item, pointer, read(bill)));
}
