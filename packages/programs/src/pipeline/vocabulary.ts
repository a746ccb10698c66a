import { comparableNumber } from '@portolan/documents';
import { Decimal, isRecord, type JsonValue, parseDecimal, type Refusal } from '@portolan/kernel';
import { pipelineCatalogue } from './catalogue.ts';

/** What a credential of the traceability vocabulary says of a line: shown beside the signed papers of this house, and never counted. */
export interface VocabularyPaper {
  /** By what it belongs to a line: 'batch …', 'ticket …', 'operator …', 'well …'. */
  readonly names: readonly string[];
  readonly months: readonly string[];
  readonly figures: readonly StatedFigure[];
  /** What it says that cannot be. */
  readonly findings: readonly Refusal[];
}

export interface StatedFigure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** Credential types of the vocabulary that speak of oil and gas in a line. */
export const pipelineVocabulary: ReadonlySet<string> = new Set([
  'OilAndGasProductCredential',
  'OilAndGasDeliveryTicketCredential',
  'DeliveryScheduleCredential',
  'DeliveryStatementCredential',
  'MonthlyAdvanceManifestCredential',
  'MonthlyAggregateDeliveryStatementCredential',
  'MonthlyAggregateDeliveryStatements',
  'InbondCredential',
  'TransferEventCredential',
  'TransformEventCredential',
]);

/** Reads the subject of such a credential; members that it does not have are left out. */
export function vocabularyPaper(subject: JsonValue): VocabularyPaper {
  const found: Found = { names: new Set(), months: new Set(), figures: [] };
  collect(subject, '', found);
  return {
    names: [...found.names],
    months: [...found.months],
    figures: found.figures,
    findings: [...volumeFindings(found.figures), ...densityFindings(found.figures), ...spanFindings(subject)],
  };
}

interface Found {
  readonly names: Set<string>;
  readonly months: Set<string>;
  readonly figures: StatedFigure[];
}

const MOST_FIGURES = 200;

const NAMES: Readonly<Record<string, (text: string) => string>> = {
  batchNumber: (text) => `batch ${comparableNumber(text)}`,
  ticketControlNumber: (text) => `ticket ${text.trim()}`,
  UWI: (text) => `well ${comparableNumber(text)}`,
};
const CARRIERS = new Set(['carrier', 'transporter', 'pipelineOperator']);

function collect(value: JsonValue, name: string, found: Found): void {
  if (Array.isArray(value)) for (const item of value) collect(item, name, found);
  else if (isRecord(value)) collectMembers(value as Readonly<Record<string, JsonValue>>, name, found);
  else if (typeof value === 'string') {
    const named = NAMES[name];
    if (named && value.trim() !== '') found.names.add(named(value));
    const month = /date$|month|^notificationOfShipment$/i.test(name) ? monthOf(value) : undefined;
    if (month !== undefined) found.months.add(month);
  }
}

function collectMembers(value: Readonly<Record<string, JsonValue>>, name: string, found: Found): void {
  const { unitCode, value: amount, measurement, property } = value;
  if (typeof unitCode === 'string' && (typeof amount === 'string' || typeof amount === 'number')) {
    if (found.figures.length < MOST_FIGURES)
      found.figures.push({ name, value: String(amount), unit: unitCode });
    return;
  }
  if (measurement !== undefined && isRecord(property) && typeof property.name === 'string') {
    collect(measurement, property.name, found);
    return;
  }
  if (CARRIERS.has(name) && typeof value.name === 'string')
    found.names.add(`operator ${value.name.trim().toLowerCase()}`);
  for (const [member, inner] of Object.entries(value)) collect(inner, member, found);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** '2023-01-01 13:40:00' and 'Jan-23' are of January 2023. */
function monthOf(text: string): string | undefined {
  const written = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-|$)/.exec(text)?.[1];
  if (written) return written;
  const [, word = '', year = ''] = /^([A-Za-z]{3})[a-z]*[\s.-]*(\d{2}|\d{4})$/.exec(text) ?? [];
  const month = MONTHS.indexOf(word.toLowerCase()) + 1;
  return month === 0 ? undefined : `20${year.slice(-2)}-${String(month).padStart(2, '0')}`;
}

/** Barrels at 60 °F a cubic metre at 15 °C, from bitumen to propane. */
const [FEWEST, MOST] = [Decimal.of('6.27'), Decimal.of('6.31')];

/** The same volume in cubic metres and in barrels, as `gsv_m3` beside `gsv_bbl` or as two values of one member. */
function volumeFindings(figures: readonly StatedFigure[]): Refusal[] {
  const volumes = figures.flatMap((figure) => {
    const unit = volumeUnit(figure.unit);
    const amount = parseDecimal(figure.value);
    return unit && amount.ok ? [{ stem: stemOf(figure.name), unit, amount: amount.value }] : [];
  });
  const byStem = Map.groupBy(volumes, ({ stem }) => stem);
  const contradicting = [...byStem].flatMap(([stem, own]) => {
    const metres = own.find(({ unit }) => unit === 'm3')?.amount;
    const barrels = own.find(({ unit }) => unit === 'bbl')?.amount;
    if (!metres || !barrels || metres.isZero()) return [];
    const ratio = barrels.dividedBy(metres, 3, 'half-up');
    if (ratio.gte(FEWEST) && ratio.lte(MOST)) return [];
    const params = {
      what: stem,
      metres: metres.toString(),
      barrels: barrels.toString(),
      ratio: ratio.toString(),
    };
    return [pipelineCatalogue.refuse('PIPELINE_STATED_VOLUMES', { params })];
  });
  return [...contradicting, ...netAboveGross(byStem)];
}

function netAboveGross(
  byStem: ReadonlyMap<string, readonly { readonly unit: string; readonly amount: Decimal }[]>,
): Refusal[] {
  return (['m3', 'bbl'] as const).flatMap((unit) => {
    const of = (stem: string) => byStem.get(stem)?.find((one) => one.unit === unit)?.amount;
    const [net, gross] = [of('nsv'), of('gsv')];
    if (!net || !gross || net.lte(gross)) return [];
    const params = { net: net.toString(), gross: gross.toString(), unit };
    return [pipelineCatalogue.refuse('PIPELINE_STATED_NET', { params })];
  });
}

function volumeUnit(unit: string): 'm3' | 'bbl' | undefined {
  const plain = unit.trim().toLowerCase();
  if (['m3', 'm³', 'mtq'].includes(plain)) return 'm3';
  return ['bbl', 'bbls', 'bll'].includes(plain) ? 'bbl' : undefined;
}

function stemOf(name: string): string {
  return name.replace(/[_\s-]?(m3|bbls?|m³)$/i, '').toLowerCase();
}

/** Pounds a cubic foot to kilograms a cubic metre. */
const POUNDS_A_CUBIC_FOOT = Decimal.of('16.018463');
const HEAVIEST = Decimal.of('1100');

/** No oil weighs more than 1100 kg/m3; a figure that would has another unit than it says. */
function densityFindings(figures: readonly StatedFigure[]): Refusal[] {
  return figures.flatMap(({ name, value, unit }) => {
    const amount = parseDecimal(value);
    if (!/density/i.test(name) || !amount.ok) return [];
    const plain = unit.toLowerCase().replaceAll('³', '3');
    const metric = /^lb[m]?\/ft3$/.test(plain)
      ? amount.value.times(POUNDS_A_CUBIC_FOOT)
      : /^kg\/m3$|^kmq$/.test(plain)
        ? amount.value
        : undefined;
    if (!metric || metric.lte(HEAVIEST)) return [];
    const params = { value, unit, metric: metric.round(0, 'half-up').toString() };
    return [pipelineCatalogue.refuse('PIPELINE_STATED_DENSITY', { params })];
  });
}

function spanFindings(subject: JsonValue): Refusal[] {
  if (!isRecord(subject)) return [];
  return (
    [
      ['openDate', 'closeDate'],
      ['injectionStartDate', 'injectionEndDate'],
      ['deliveryStartDate', 'deliveryEndDate'],
    ] as const
  ).flatMap(([first, last]) => {
    const [from, to] = [subject[first], subject[last]];
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const [begun, ended] = [Date.parse(from), Date.parse(to)];
    if (!Number.isFinite(begun) || !Number.isFinite(ended) || begun <= ended) return [];
    return [pipelineCatalogue.refuse('PIPELINE_STATED_SPAN', { path: `/${last}`, params: { from, to } })];
  });
}
