import type { EditionView, FieldChange, LineHistory, LineTexts } from '@portolan/contract';
import type { Edition, TariffReference } from '@portolan/tariff';
import { inOrder } from './edition.ts';
import { editionView } from './edition-view.ts';
import { lineTexts } from './line-view.ts';
import type { Shelf } from './shelf/library.ts';

type Step = LineHistory['steps'][number];

/** One number through the editions at hand, oldest first: what each says, and what it changed. */
export function historyOf(hts: string, shelf: Shelf): LineHistory {
  const { reference } = shelf;
  let before: LineTexts | undefined;
  const steps = inOrder(reference.editions).map((edition, index): Step => {
    const step = stepOf(hts, edition, index === 0, before, reference, editionView(edition, shelf));
    before = step.line;
    return step;
  });
  return { hts, steps };
}

function stepOf(
  hts: string,
  edition: Edition,
  first: boolean,
  before: LineTexts | undefined,
  reference: TariffReference,
  view: EditionView,
): Step {
  const found = edition.line(hts);
  const line = found && lineTexts(found);
  const changes = line && before ? changesBetween(before, line) : [];
  const change = changeOf(line !== undefined, before !== undefined, first, changes.length > 0);
  const became = line === undefined ? (reference.concordance.get(hts)?.successors ?? []) : [];
  return { edition: view, ...(line ? { line } : {}), change, changes, became: [...became] };
}

function changeOf(is: boolean, was: boolean, first: boolean, changed: boolean): Step['change'] {
  if (is && first) return 'first';
  if (is) return was ? (changed ? 'changed' : 'unchanged') : 'added';
  return was ? 'ended' : 'absent';
}

/** What an edition prints otherwise than the one before it. */
export function changesBetween(before: LineTexts, after: LineTexts): FieldChange[] {
  const fields = ['description', 'units', 'general', 'special', 'column2'] as const;
  return fields.flatMap((field) => {
    const [was, is] = [printed(before[field]), printed(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function printed(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ');
}
