import { type ActOf, inOrder, type OversightAct } from '@portolan/parties';

/** An appeal with what it is against, and how it was decided. */
export interface AppealRow {
  filed: ActOf<'appeal'>;
  /** Absent for an appeal against the standing itself. */
  against: OversightAct | undefined;
  decided: ActOf<'decide-appeal'> | undefined;
}

/** Appeals, those still open first, each group oldest first. */
export function appealsOf(acts: readonly OversightAct[]): AppealRow[] {
  const rows = inOrder(acts).flatMap((filed): AppealRow[] => {
    if (filed.act !== 'appeal') return [];
    const decided = acts.find(
      (act): act is ActOf<'decide-appeal'> => act.act === 'decide-appeal' && act.appeal === filed.id,
    );
    return [{ filed, against: acts.find(({ id }) => id === filed.against), decided }];
  });
  return [...rows.filter(({ decided }) => !decided), ...rows.filter(({ decided }) => decided)];
}

/** Overrides that were not lifted, newest first. */
export function overridesOf(acts: readonly OversightAct[]): ActOf<'override'>[] {
  const lifted = new Set(acts.flatMap((act) => (act.act === 'lift-override' ? [act.override] : [])));
  return inOrder(acts)
    .filter((act): act is ActOf<'override'> => act.act === 'override' && !lifted.has(act.id))
    .reverse();
}
