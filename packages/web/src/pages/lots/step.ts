/** What a person keyed for a step, as text; empty rows are left out of the event. */
export interface StepForm {
  readonly kind: StepKind;
  /** Date and time in UTC, as the field gives it: `2026-06-05T08:00`. */
  readonly at: string;
  readonly place: string;
  readonly inputs: readonly StepRow[];
  readonly outputs: readonly StepRow[];
  readonly losses: readonly StepRow[];
  /** Of a measurement or transfer: the lot; of a correction: the event. */
  readonly about: StepRow;
  readonly from: string;
  readonly to: string;
  /** Name of the earlier event of one's own that this one replaces; empty where it replaces none. */
  readonly corrects: string;
}

export interface StepRow {
  readonly lot: string;
  readonly commodity: string;
  readonly value: string;
  readonly unit: string;
  readonly base: string;
  readonly reason: string;
}

export const stepKinds = [
  'produce',
  'split',
  'merge',
  'blend',
  'transform',
  'lose',
  'consume',
  'measure',
  'title',
  'custody',
  'void',
] as const;
export type StepKind = (typeof stepKinds)[number];

export const emptyRow: StepRow = { lot: '', commodity: '', value: '', unit: 'KGM', base: '', reason: '' };

/** Which sides a kind of step has. */
export const sidesOf: Readonly<Record<StepKind, readonly ('inputs' | 'outputs' | 'losses')[]>> = {
  produce: ['outputs'],
  split: ['inputs', 'outputs'],
  merge: ['inputs', 'outputs'],
  blend: ['inputs', 'outputs', 'losses'],
  transform: ['inputs', 'outputs', 'losses'],
  lose: ['inputs'],
  consume: ['inputs'],
  measure: [],
  title: [],
  custody: [],
  void: [],
};

/** The event that the form says, ready to be signed by the node; nothing is checked here. */
export function eventOf(form: StepForm): Record<string, unknown> {
  const { kind, at, place, about, from, to, corrects } = form;
  const common = {
    kind,
    ...(at === '' ? {} : { at: `${at}:00Z`.replace(/(:\d\d:\d\d):00Z$/, '$1Z') }),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
    ...(corrects.trim() === '' || kind === 'void' ? {} : { corrects: corrects.trim() }),
  };
  if (kind === 'void') return { ...common, corrects: about.lot.trim() };
  if (kind === 'measure') return { ...common, lot: about.lot.trim(), quantity: quantityOf(about) };
  if (kind === 'title' || kind === 'custody') return { ...common, lot: about.lot.trim(), from, to };
  const side = (name: 'inputs' | 'outputs') =>
    sidesOf[kind].includes(name) ? form[name].filter(isFilled) : [];
  const inputs = side('inputs');
  return {
    ...common,
    inputs: inputs.map((row) => ({ lot: row.lot.trim(), quantity: quantityOf(row) })),
    outputs: side('outputs').map((row) => ({
      ...{ lot: row.lot.trim(), quantity: quantityOf(row), commodity: row.commodity.trim() },
    })),
    losses: lossesOf(form, inputs),
  };
}

/** A step by which everything is lost has the same as loss; others say it apart. */
function lossesOf({ kind, losses }: StepForm, inputs: readonly StepRow[]): object[] {
  const rows =
    kind === 'lose' ? inputs : sidesOf[kind].includes('losses') ? losses.filter(({ value }) => value) : [];
  return rows.map((row) => ({ quantity: quantityOf(row), reason: row.reason.trim() || 'not told' }));
}

function isFilled({ lot, value }: StepRow): boolean {
  return lot.trim() !== '' || value.trim() !== '';
}

function quantityOf({ value, unit, base }: StepRow): object {
  return { value: value.trim(), unit, ...(base === '' ? {} : { base }) };
}
