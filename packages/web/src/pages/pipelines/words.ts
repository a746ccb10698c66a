import type { PipelineDay, PipelineLine, PipelineMonth } from '@portolan/contract';
import { countryWords } from '../../format/codes.ts';
import { formatInstant } from '../../format/dates.ts';
import { groupDigits } from '../../format/numbers.ts';

type Day = Pick<PipelineDay, 'state' | 'entryState'>;
type Tone = 'good' | 'wait' | 'bad' | 'info';

/** `24,000 bbl`: barrels at 60 °F. */
export const barrels = (volume: string) => `${groupDigits(volume)} bbl`;

/** What the trade calls a lot or a point: the last part of a name in a scheme, any other name as it is. */
export const lotName = (id: string) => (/^(urn|did|https?):/.test(id) ? (id.split(/[:/]/).at(-1) ?? id) : id);

const units: Readonly<Record<string, string>> = { BLL: 'bbl', MTQ: 'm³', LTR: 'L', GLL: 'gal' };
const bases: Readonly<Record<string, string>> = { '60F': '60 °F', '15C': '15 °C', '20C': '20 °C' };

/** `24,000 bbl`: a quantity by the unit that the trade writes. */
export const unitWords = ({ unit, value }: { value: string; unit: string }) =>
  `${groupDigits(value)} ${units[unit] ?? unit}`;

/** `24,000 bbl at 60 °F`, in the unit and at the base that it was stated in. */
export const volumeWords = ({ base, ...volume }: { value: string; unit: string; base: string }) =>
  `${unitWords(volume)} at ${bases[base] ?? base}`;

/** What was found, as people read it: names of the trade, moments by a clock and numbers in groups. */
export function plainText(message: string, zone?: string): string {
  return message
    .replace(/\burn:[^\s,;()]*[^\s,;().:]/g, lotName)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (at) => formatInstant(at, zone))
    .replace(/\d{4,}(\.\d+)?(?= (of the )?(barrels|bbl))/g, groupDigits);
}

const dayWords: Readonly<Record<Day['state'], readonly [tone: Tone, words: string]>> = {
  measured: ['good', 'Measured'],
  partly: ['wait', 'Measured in part'],
  missing: ['bad', 'No ticket'],
  'no-flow': ['info', 'No flow'],
  ahead: ['info', 'Ahead'],
};

export const dayState = ({ state }: Day) => dayWords[state];

const entryWords: Readonly<Record<Day['entryState'], readonly [tone: Tone, words: string]>> = {
  entered: ['good', 'Entered'],
  open: ['wait', 'To be entered'],
  late: ['bad', 'Entry late'],
  'nothing-to-enter': ['info', 'Nothing to enter'],
};

export const entryState = ({ entryState: state }: Day) => entryWords[state];

export const severityWords = {
  refused: ['bad', 'Refused'],
  serious: ['wait', 'To be decided'],
  notice: ['info', 'Notice'],
} as const;

export const basisWords = {
  production: 'production',
  injection: 'injection ticket',
  transfer: 'transfer of title',
  allocation: "operator's allocation",
} as const;

export const statusWords = {
  free: ['good', 'Free under USMCA'],
  broken: ['bad', 'Not originating'],
  unproved: ['wait', 'Not proved'],
} as const;

export const proposalWords = {
  none: 'Nothing to do: no entry rests on it',
  'amend-draft': 'Amend the draft',
  'post-summary-correction': 'File a post-summary correction',
  reconciliation: 'Settle by reconciliation',
} as const;

export const roleWords: Readonly<Record<PipelineLine['role'], string>> = {
  operator: 'operator',
  owner: 'owner',
  agency: 'agency',
  party: 'holder of papers',
};

/** `72% crude of Canada (CA), 28% diluent of unknown origin`. */
export function originWords(origin: readonly { country?: string; role: string; percent: string }[]): string {
  return origin
    .map(({ country, percent, role }) => {
      const from = country === undefined ? 'unknown origin' : countryWords(country);
      return `${percent}% ${role} of ${from}`;
    })
    .join(', ');
}

const MONTHS = 'January February March April May June July August September October November December';

/** `August 2026`. */
export function monthWords(month: string): string {
  return `${MONTHS.split(' ')[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** Whether what was measured and what the book says lie further apart than the operator's tariff allows. */
export function isOver({ allowed, imbalance }: { imbalance: string; allowed: string }): boolean {
  const [size, most] = [imbalance.replace('-', ''), allowed].map(thousandths);
  return (size ?? 0n) > (most ?? 0n);
}

/** Exact: as whole thousandths, cut off. */
function thousandths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(3, '0').slice(0, 3));
}

export function processWords({ kind }: PipelineMonth['process']): string {
  return kind === 'monthly'
    ? 'One entry for the month: every day of it is free of duty'
    : 'An entry for each day: not every day is free of duty';
}

type Origin = PipelineMonth['days'][number]['origin'];

/** `CA crude, diluent of unknown origin`: short enough for a cell of the board. */
export function madeOf(origin: Origin): string {
  return origin
    .map(({ country, role }) => (country === undefined ? `${role} of unknown origin` : `${country} ${role}`))
    .join(', ');
}

/** Whether a reader can tell if the line closes: only who is sent the papers of every owner can. */
export const seesWholeLine = (role: PipelineLine['role']) => role === 'operator' || role === 'agency';
