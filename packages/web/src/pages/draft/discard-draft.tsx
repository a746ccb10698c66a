import type { Draft } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Discarding a draft after asking once more. */
export function DiscardDraft({ draft }: { draft: Draft }) {
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  const discard = () =>
    action.run(
      () => call('DELETE', `/api/drafts/${draft.id}`),
      () => '/',
    );
  return (
    <>
      <Button type="button" outline className="button-small" onClick={() => setConfirming(true)}>
        Discard
      </Button>
      <ConfirmDialog
        open={confirming}
        title="Discard this draft?"
        confirm="Discard"
        busy={action.busy}
        onConfirm={discard}
        onClose={() => setConfirming(false)}
      >
        <ErrorSummary title="Not discarded" refusals={action.refusals} />
        <p>Its documents stay in your organization’s evidence. What was typed is gone.</p>
      </ConfirmDialog>
    </>
  );
}
