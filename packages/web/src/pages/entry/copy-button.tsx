import type { Draft } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Begins a draft with the standing answers and documents of an entry, and goes there. */
export function CopyButton({ entryNumber }: { entryNumber: string }) {
  const action = useAction();
  const copy = () =>
    action.run(
      () => call<Draft>('POST', `/api/entries/${entryNumber}/copy`, {}),
      ({ id }) => `/drafts/${id}`,
    );
  return (
    <>
      <ErrorSummary title="Could not be copied" refusals={action.refusals} />
      <Button type="button" outline disabled={action.busy} onClick={copy}>
        {action.busy ? 'Copying…' : 'New draft from this entry'}
      </Button>
    </>
  );
}
