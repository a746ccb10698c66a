import { isEditionOf2025, movedBlock, placeOfField } from '../fields/places.ts';
import type { ValueKind } from './filed.ts';

interface Comparable {
  readonly kind: ValueKind;
  readonly label?: string;
  /** Block of form 7501 as numbered before October 2025, with its part where the block has several. */
  readonly block?: string;
  /** The message or form may leave it out without a fault: then it isn't held against it. */
  readonly optional?: true;
  /** Software works it out or numbers it: nobody keys it. */
  readonly unkeyed?: true;
  /** Only in form 7501, only in the message; absent where both have it. */
  readonly only?: 'ae' | '7501';
  /** Block on the edition of October 2025, for what earlier editions have no block for. */
  readonly since2025?: string;
  /** It stands in the block of another value, which is the one that the block is read as. */
  readonly beside?: true;
}

/**
 * What is compared, `*` for the number of a line or the last member: how it is written and where form 7501 has it (blocks
 * as in `formBlocks`, amounts of blocks 34 and 37 to 40 besides).
 */
export const comparable: Readonly<Record<string, Comparable>> = {
  '/entryNumber': { kind: 'code', block: '1', unkeyed: true },
  '/filer/code': { kind: 'code', unkeyed: true, only: 'ae' },
  '/entryType': { kind: 'code', block: '2' },
  '/bond/surety': { kind: 'code', block: '4' },
  '/bond/type': { kind: 'code', block: '5' },
  '/portOfEntry': { kind: 'code', block: '6' },
  '/entryDate': { kind: 'date', block: '7' },
  '/carrier/name': { kind: 'text', block: '8', only: '7501' },
  '/carrier/scac': { kind: 'code', only: 'ae' },
  '/conveyance/name': { kind: 'text', optional: true, only: 'ae' },
  '/conveyance/voyage': { kind: 'code', optional: true, only: 'ae' },
  '/modeOfTransport': { kind: 'code', block: '9' },
  '/importDate': { kind: 'date', block: '11' },
  '/billOfLading': { kind: 'code', block: '12' },
  '/exportDate': { kind: 'date', block: '15' },
  '/foreignPortOfLading': { kind: 'code', block: '19', optional: true },
  '/portOfUnlading': { kind: 'code', block: '20', optional: true },
  '/consignee/number': { kind: 'code', block: '22' },
  '/importerOfRecord/number': { kind: 'code', block: '23' },
  '/consignee/name': { kind: 'text', block: '25', optional: true, only: '7501' },
  '/importerOfRecord/name': { kind: 'text', block: '26', optional: true, only: '7501' },
  '/packages': { kind: 'number', block: '30B' },
  '/lines/*/number': { kind: 'number', block: '27', unkeyed: true, optional: true },
  '/lines/*/originCountry': { kind: 'code', block: '10' },
  '/lines/*/exportCountry': { kind: 'code', block: '14' },
  '/lines/*/manufacturer/mid': { kind: 'code', block: '13' },
  '/lines/*/description': { kind: 'text', block: '28' },
  '/lines/*/hts': { kind: 'hts', block: '29A' },
  '/lines/*/headings': { kind: 'hts', only: 'ae' },
  '/lines/*/cases': { kind: 'code', block: '29B' },
  '/lines/*/spi': { kind: 'code', only: 'ae' },
  '/lines/*/grossWeight': { kind: 'whole', block: '30A', optional: true },
  '/lines/*/quantities/*': { kind: 'number', block: '31' },
  '/lines/*/units/*': { kind: 'code', label: 'Unit of quantity', block: '31', beside: true, optional: true },
  '/lines/*/metals/meltedIn': { kind: 'code', label: 'Melted and poured in', since2025: '21' },
  '/lines/*/metals/smeltedIn': { kind: 'code', label: 'Smelted in', since2025: '22' },
  '/lines/*/metals/secondarySmeltedIn': { kind: 'code', label: 'Secondary smelt in', since2025: '23' },
  '/lines/*/metals/castIn': { kind: 'code', label: 'Most recently cast in', since2025: '24' },
  '/lines/*/enteredValue': { kind: 'whole', block: '32A' },
  '/lines/*/charges': { kind: 'whole', block: '32B' },
  '/lines/*/relatedParties': { kind: 'flag', block: '32C', optional: true },
  '/lines/*/license': { kind: 'code', block: '33', optional: true },
  '/lines/*/invoice/number': { kind: 'code', optional: true, only: 'ae' },
  '/lines/*/invoice/line': { kind: 'number', optional: true, only: 'ae' },
  '/lines/*/dutyAndTax': { kind: 'money', label: 'Duty and tax', block: '34', unkeyed: true, only: '7501' },
  '/lines/*/duty/*': { kind: 'money', label: 'Duty', unkeyed: true, only: 'ae' },
  '/lines/*/deposits/*': { kind: 'money', label: 'Cash deposit', unkeyed: true, only: 'ae' },
  '/lines/*/taxes/*': { kind: 'money', label: 'Tax', unkeyed: true, only: 'ae' },
  '/lines/*/fees/*': { kind: 'money', label: 'Fee', unkeyed: true, only: 'ae' },
  '/totals/fees/*': { kind: 'money', label: 'Fees, class', unkeyed: true, only: 'ae' },
  '/totals/duty': { kind: 'money', label: 'Total duty', block: '37', unkeyed: true },
  '/totals/tax': { kind: 'money', label: 'Total tax', block: '38', unkeyed: true },
  '/totals/fees': { kind: 'money', label: 'Total fees', block: '39', unkeyed: true },
  '/totals/antidumping': { kind: 'money', label: 'Total antidumping duty', unkeyed: true, only: 'ae' },
  '/totals/countervailing': { kind: 'money', label: 'Total countervailing duty', unkeyed: true, only: 'ae' },
  '/totals/total': { kind: 'money', label: 'Total', block: '40', unkeyed: true, only: '7501' },
};

/** What is known of comparing a field; throws for a pointer that no reader makes. */
export function comparableOf(pointer: string): Comparable {
  const line = pointer.replace(/^\/lines\/\d+\//, '/lines/*/');
  const found = comparable[line] ?? comparable[line.replace(/[^/]+$/, '*')];
  if (!found) throw new Error(`nothing is known of comparing ${pointer}`);
  return found;
}

export function kindOf(pointer: string): ValueKind {
  return comparableOf(pointer).kind;
}

/** What a field is called: as on the entry, or by the amount and the number it stands under. */
export function labelOf(pointer: string): string {
  const { label = placeOfField(pointer)?.label ?? pointer } = comparableOf(pointer);
  const under = /\/(?:duty|deposits|taxes|fees)\/([^/]+)$/.exec(pointer)?.[1];
  if (under !== undefined) return `${label} ${under}`;
  const which = Number(/\/(?:quantities|units)\/(\d+)$/.exec(pointer)?.[1] ?? 0);
  return which === 0 ? label : `${label} ${which + 1}`;
}

/** Block of form 7501 on a day with the letter of its part; nothing where that edition has none. */
export function blockOf(pointer: string, day: string): string | undefined {
  const { block, since2025 } = comparableOf(pointer);
  if (since2025 !== undefined) return isEditionOf2025(day) ? since2025 : undefined;
  return block === undefined ? undefined : blockOn(block, day);
}

/** `29A` of the editions before October 2025 as it is numbered on a day. */
export function blockOn(block: string, day: string): string {
  return block.replace(/^\d+/, (number) => String(movedBlock(Number(number), day)));
}
