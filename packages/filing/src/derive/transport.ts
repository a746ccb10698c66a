import { type JsonValue, portsNamed } from '@portolan/kernel';
import { modeCode } from '../facts/modes.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, derived, stated } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';
import { fillBusinessIdentifiers, hasBusinessIdentifiers } from './business-identifiers.ts';
import { type Carriage, highestFirst, lowest, type Place } from './carriage.ts';
import type { Desk } from './desk.ts';

/** Everything that the carrier's documents say about the shipment (form 7501 blocks 6 to 20). */
export function deriveTransport(desk: Desk): void {
  const { carriages } = desk.papers;
  const [own, entered] = [highestFirst(carriages), lowest(carriages)];
  derivePorts(desk, own, entered);
  deriveCarrier(desk, own, entered);
  deriveDates(desk, own);
  deriveCargo(desk, entered);
}

function derivePorts({ sheet }: Desk, own: readonly Carriage[], entered: readonly Carriage[]): void {
  const ports = said([...entered, ...own.filter((one) => !entered.includes(one))], 'portOfEntry');
  sheet.fill('/portOfEntry', ports, { ask: portQuestion(own) });
  sheet.fill('/portOfUnlading', said(own, 'portOfUnlading'));
  sheet.fill('/foreignPortOfLading', said(own, 'foreignPort'));
  const modes = own.flatMap(({ item, mode, containerized }) =>
    derived(item, modePointer(item), modeCode(mode, containerized), 'CATAIR Appendix B, mode of transport'),
  );
  sheet.fill('/modeOfTransport', modes, { ask: questions.modeOfTransport });
}

/** A port that the papers name and do not number is proposed where one port has that name. */
function portQuestion(own: readonly Carriage[]): Question {
  const [name] = own.flatMap(({ destination }) => destination ?? []);
  const [proposal, ...others] = name === undefined ? [] : portsNamed(name);
  if (proposal === undefined || others.length > 0) return questions.portOfEntry;
  const why = `The transport document names ${name} without the number of the port.`;
  return { ...questions.portOfEntry, why, proposal };
}

/** A bill of lading says its mode; every other transport document is of one mode by what it is. */
function modePointer({ type }: Carriage['item']): string {
  return type === 'BillOfLading' ? '/mode' : '';
}

/** The shipper of the goods, where it is known by a global business identifier. */
function deriveShipper(desk: Desk, [first]: readonly Carriage[]): void {
  if (!first?.shipper) return;
  const { pointer, value } = first.shipper;
  const shipper = { item: first.item, pointer, party: value };
  if (!hasBusinessIdentifiers(desk, shipper)) return;
  desk.sheet.fill('/shipper/name', stated(first.item, `${pointer}/name`, value.name));
  fillBusinessIdentifiers(desk, '/shipper', shipper);
}

function deriveCarrier(desk: Desk, own: readonly Carriage[], entered: readonly Carriage[]): void {
  const { sheet } = desk;
  deriveShipper(desk, entered);
  const names = own.flatMap(({ item, carrier }) =>
    carrier ? stated(item, `${carrier.pointer}/name`, carrier.value.name) : [],
  );
  sheet.fill('/carrier/name', names, { ask: questions.carrierName });
  sheet.fill('/carrier/scac', own.flatMap(scacOf), { ask: questions.carrierScac });
  for (const part of ['name', 'voyage', 'trailer'] as const)
    sheet.fill(
      `/conveyance/${part}`,
      own.flatMap(({ item, conveyance }) =>
        stated(item, `${conveyance?.pointer}/${part}`, conveyance?.value[part]),
      ),
    );
}

function scacOf({ item, carrier, scac }: Carriage): Candidate<string>[] {
  if (scac) return stated(item, scac.pointer, scac.value);
  return (carrier?.value.identifiers ?? []).flatMap(({ scheme, value }, index) =>
    scheme === 'scac' ? stated(item, `${carrier?.pointer}/identifiers/${index}/value`, value) : [],
  );
}

function deriveDates({ sheet, papers }: Desk, own: readonly Carriage[]): void {
  sheet.fill('/exportCountry', said(own, 'exportCountry'), { ask: questions.exportCountry });
  sheet.fill('/exportDate', said(own, 'exportDate'), { ask: questions.exportDate });
  // What has arrived is known better than what was planned when the bill was issued.
  const noticed = papers.arrivals.flatMap((item) => stated(item, '/arrivalDate', item.document.arrivalDate));
  sheet.fill('/importDate', [...noticed, ...said<string>(own, 'arrivalDate')], { ask: questions.importDate });
}

function deriveCargo({ sheet, papers }: Desk, entered: readonly Carriage[]): void {
  sheet.fill('/billOfLading', numbers(entered), { ask: questions.billOfLading });
  const packed = papers.packingLists.flatMap((item) =>
    stated<JsonValue>(item, '/packages', item.document.packages),
  );
  const weighed = papers.packingLists.flatMap((item) =>
    stated<JsonValue>(item, '/grossWeight', item.document.grossWeight),
  );
  sheet.fill<JsonValue>('/packages', [...said<JsonValue>(entered, 'packages'), ...packed]);
  sheet.fill<JsonValue>('/grossWeight', [...said<JsonValue>(entered, 'grossWeight'), ...weighed]);
  const boxed = entered.filter(({ containers }) => containers !== undefined && containers.value.length > 0);
  sheet.fill<JsonValue>('/containers', said<JsonValue>(boxed, 'containers'));
}

/** A shipment may travel under several bills: all their numbers, with the first as the place they came from. */
function numbers(entered: readonly Carriage[]): Candidate<string[]>[] {
  const [first] = entered;
  if (!first) return [];
  const all = [...new Set(entered.map(({ number }) => number))];
  return all.length === 1
    ? stated(first.item, '/number', all)
    : derived(first.item, '/number', all, 'all bills of lading of the shipment');
}

function said<T extends JsonValue>(carriages: readonly Carriage[], member: keyof Carriage): Candidate<T>[] {
  return carriages.flatMap((carriage) => {
    const place = carriage[member] as Place<T> | undefined;
    return place ? stated(carriage.item, place.pointer, place.value) : [];
  });
}
