import type { CopyPlan, Draft } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call, get } from '../../api/client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

function Items({ title, items }: { title: string; items: CopyPlan['taken'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map(({ what, why }) => (
          <li key={what}>
            <strong>{what}</strong>: {why}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says what a copy of an entry takes along and what it leaves, begins the draft, and goes there. */
export function CopyButton({ entryNumber }: { entryNumber: string }) {
  const [plan, setPlan] = useState<CopyPlan>();
  const action = useAction();
  const path = `/api/entries/${entryNumber}/copy`;
  const look = async () => setPlan(await action.run(() => get<CopyPlan>(path)));
  const copy = () => {
    setPlan(undefined);
    return action.run(
      () => call<Draft>('POST', path, {}),
      ({ id }) => `/drafts/${id}`,
    );
  };
  return (
    <>
      <ErrorSummary title="Could not be copied" refusals={action.refusals} />
      <Button type="button" outline disabled={action.busy} onClick={look}>
        {action.busy ? 'Looking…' : 'New draft from this entry'}
      </Button>
      <ConfirmDialog
        open={plan !== undefined}
        title={`New draft from ${entryNumber}`}
        confirm="Begin the draft"
        busy={action.busy}
        onConfirm={copy}
        onClose={() => setPlan(undefined)}
      >
        <Items title="Taken along" items={plan?.taken ?? []} />
        <Items title="Left, to be said anew" items={plan?.left ?? []} />
      </ConfirmDialog>
    </>
  );
}
