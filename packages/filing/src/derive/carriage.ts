import type {
  DocumentType,
  Evidence,
  EvidenceOf,
  IATAAirWaybill,
  NamedParty as LooseParty,
  TransportMode,
} from '@portolan/documents';
import type { JsonValue, Pointer } from '@portolan/kernel';

/** One value of a transport document and where it stands there. */
export interface Place<T> {
  readonly pointer: Pointer;
  readonly value: T;
}

/**
 * What a transport document of any mode says of one carriage. Documents issued under another one (house under master, parcel under its
 * dispatch) name it: the goods are entered under the lower one, which names the true parties; conveyance and dates are the
 * carrier's own.
 */
export interface Carriage {
  readonly item: Evidence;
  readonly mode: TransportMode;
  readonly containerized: boolean;
  readonly number: string;
  readonly master?: string;
  readonly invoiceNumbers: readonly string[];
  readonly carrier?: Place<LooseParty>;
  /** Where the document gives the carrier's code beside the carrier. */
  readonly scac?: Place<string>;
  readonly shipper?: Place<LooseParty>;
  readonly consignee?: Place<LooseParty>;
  readonly conveyance?: Place<NonNullable<Members['conveyance']>>;
  readonly containers?: Place<readonly string[]>;
  readonly exportCountry?: Place<string>;
  readonly exportDate?: Place<string>;
  /** Schedule D, four digits. */
  readonly portOfEntry?: Place<string>;
  readonly portOfUnlading?: Place<string>;
  /** Where the goods leave the carrier, as the document names it. */
  readonly destination?: string;
  /** Schedule K, five digits. */
  readonly foreignPort?: Place<string>;
  readonly arrivalDate?: Place<string>;
  readonly packages?: Place<JsonValue>;
  readonly grossWeight?: Place<JsonValue>;
}

type Members = IATAAirWaybill;
type Field = Exclude<
  keyof Carriage,
  'item' | 'mode' | 'containerized' | 'number' | 'master' | 'invoiceNumbers'
>;

/** Transport documents beside the bill of lading that an entry can rest on, with the mode each belongs to. */
export const TRANSPORT_MODES = {
  MasterBillOfLading: 'vessel',
  HouseBillOfLading: 'vessel',
  IATAAirWaybill: 'air',
  TruckBillOfLading: 'truck',
  RailWaybill: 'rail',
  PipelineTicket: 'pipeline',
  PipelineManifest: 'pipeline',
  PostalDespatchNote: 'mail',
} as const satisfies Partial<Record<DocumentType, TransportMode>>;

type TransportType = keyof typeof TRANSPORT_MODES;

/** The carriage that a piece of evidence is about, if it is a transport document. */
export function carriageOf(item: Evidence): Carriage | undefined {
  if (item.type === 'BillOfLading') return ofBill(item);
  if (item.type === 'PipelineManifest') return ofManifest(item);
  if (!isTransport(item)) return undefined;
  return ofWaybill(item, TRANSPORT_MODES[item.type], item.document as Members);
}

function isTransport(item: Evidence): item is Extract<Evidence, { type: TransportType }> {
  return Object.hasOwn(TRANSPORT_MODES, item.type);
}

function ofBill(item: EvidenceOf<'BillOfLading'>): Carriage {
  const { document: bill } = item;
  return {
    item: item as Evidence,
    mode: bill.mode,
    containerized: bill.containerized === true,
    number: bill.number,
    invoiceNumbers: bill.invoiceNumbers ?? [],
    ...field('carrier', '/carrier', bill.carrier),
    ...field('shipper', '/shipper', bill.shipper),
    ...field('consignee', '/consignee', bill.consignee),
    ...field('conveyance', '/conveyance', bill.conveyance),
    ...field('containers', '/containers', bill.containers),
    ...field('exportCountry', '/exportCountry', bill.exportCountry),
    ...field('exportDate', '/exportDate', bill.exportDate),
    ...field('portOfEntry', '/portOfEntry/code', bill.portOfEntry.code),
    ...field('portOfUnlading', '/portOfUnlading/code', bill.portOfUnlading?.code),
    ...field('foreignPort', '/placeOfLoading/code', bill.placeOfLoading?.code),
    ...field('arrivalDate', '/arrivalDate', bill.arrivalDate),
    ...field('packages', '/packages', bill.packages),
    ...field('grossWeight', '/grossWeight', bill.grossWeight),
  };
}

/** A pipeline brings its goods in day by day; the entry of a period dates from its first day. What is only expected carries nothing yet. */
function ofManifest(item: EvidenceOf<'PipelineManifest'>): Carriage | undefined {
  const { days, exportCountry, invoiceNumbers, number, operator, portOfEntry, scac, state } = item.document;
  if (state !== 'measured') return undefined;
  const first = [...days.entries()].sort(([, a], [, b]) => (a.day < b.day ? -1 : 1))[0];
  const at = `/days/${first?.[0] ?? 0}/day`;
  return {
    item: item as Evidence,
    mode: TRANSPORT_MODES.PipelineManifest,
    containerized: false,
    number,
    invoiceNumbers: invoiceNumbers ?? [],
    ...field('carrier', '/operator', operator),
    ...field('scac', '/scac', scac),
    ...field('exportCountry', '/exportCountry', exportCountry),
    ...field('exportDate', at, first?.[1].day),
    ...field('portOfEntry', '/portOfEntry', portOfEntry),
    ...field('arrivalDate', at, first?.[1].day),
  };
}

function ofWaybill(item: Evidence, mode: TransportMode, bill: Members): Carriage {
  const entered = [
    ['/placeOfDelivery/port', bill.placeOfDelivery?.port],
    ['/placeOfUnlading/port', bill.placeOfUnlading?.port],
  ] as const;
  const [at, code] = entered.find(([, port]) => port?.length === SCHEDULE_D) ?? ['', undefined];
  const unlading = bill.placeOfUnlading?.port;
  const loading = bill.placeOfLoading;
  const destination = bill.placeOfUnlading?.name ?? bill.placeOfDelivery?.name;
  return {
    item,
    mode,
    containerized: mode !== 'air' && (bill.containers ?? []).length > 0,
    number: bill.number,
    ...(bill.masterNumber === undefined ? {} : { master: bill.masterNumber }),
    ...(destination === undefined ? {} : { destination }),
    invoiceNumbers: bill.invoiceNumbers ?? [],
    ...field('carrier', '/carrier', bill.carrier),
    ...field('shipper', '/shipper', bill.shipper),
    ...field('consignee', '/consignee', bill.consignee),
    ...field('conveyance', '/conveyance', bill.conveyance),
    ...field('containers', '/containers', bill.containers),
    ...field('exportCountry', '/placeOfLoading/country', loading?.country),
    ...field('exportDate', '/exportDate', bill.exportDate),
    ...field('portOfEntry', at, code),
    ...field(
      'portOfUnlading',
      '/placeOfUnlading/port',
      unlading?.length === SCHEDULE_D ? unlading : undefined,
    ),
    ...field(
      'foreignPort',
      '/placeOfLoading/port',
      loading?.port?.length === SCHEDULE_K ? loading.port : undefined,
    ),
    ...field('arrivalDate', '/arrivalDate', bill.arrivalDate),
    ...field('packages', '/packages', bill.packages),
    ...field('grossWeight', '/grossWeight', bill.grossWeight),
  };
}

const SCHEDULE_D = 4;
const SCHEDULE_K = 5;

function field<F extends Field, T>(name: F, pointer: Pointer, value: T | undefined): { [K in F]?: Place<T> } {
  return (value === undefined ? {} : { [name]: { pointer, value } }) as { [K in F]?: Place<T> };
}

/** Documents under which the goods are entered: those that no other document at hand travels under. */
export function lowest(carriages: readonly Carriage[]): Carriage[] {
  const masters = new Set(carriages.flatMap(({ master }) => master ?? []));
  return carriages.filter(({ number }) => !masters.has(number));
}

/** The carrier's own documents first: those that travel under no other one at hand. */
export function highestFirst(carriages: readonly Carriage[]): Carriage[] {
  const numbers = new Set(carriages.map(({ number }) => number));
  const isUnder = ({ master }: Carriage) => master !== undefined && numbers.has(master);
  return [...carriages.filter((one) => !isUnder(one)), ...carriages.filter(isUnder)];
}
