import { type Evidence, evidenceOf } from '@portolan/documents';
import type { Entry } from '@portolan/filing';

/** Something that can be entered once only, with the line that enters it. */
export interface EnteredThing {
  readonly line: number;
  /** A name of it that is the same in every entry. */
  readonly thing: string;
}

/**
 * The crossings that an entry enters: each day and batch of an owner at a border meter, by the manifests it is entered under. The same
 * one in two entries is the same goods entered twice, whoever enters them.
 */
export function enteredCrossings(entry: Entry, evidence: readonly Evidence[]): EnteredThing[] {
  const crossings = evidenceOf(evidence, 'PipelineManifest')
    .filter(({ document }) => entry.billOfLading.includes(document.number))
    .flatMap(({ document: { days, line, point } }) =>
      days.map(({ batch, day, owner }) => ({
        batch,
        thing: `crossing ${line} ${point} ${day} ${batch} ${owner.did}`,
      })),
    );
  const entered = entry.lines.flatMap(({ lot, number }) =>
    crossings.filter(({ batch }) => batch === lot).map(({ thing }) => ({ line: number, thing })),
  );
  return [...new Map(entered.toReversed().map((one) => [one.thing, one])).values()].reverse();
}
