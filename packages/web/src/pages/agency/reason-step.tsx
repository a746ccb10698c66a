import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Action } from '../../ui/use-action.ts';

interface ReasonStepProps {
  id: string;
  label: string;
  /** What the step is done to, in words. */
  about: string;
  action: Action;
  onReason: (reason: string) => Promise<unknown>;
}

/** A step in a row of a register that asks for its reason before it is done. */
export function ReasonStep({ id, label, about, action, onReason }: ReasonStepProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const done = await onReason(reason);
    if (done !== undefined) setOpen(false);
  };
  return (
    <>
      <Button type="button" unstyled onClick={() => setOpen(true)}>
        {label}
        <span className="usa-sr-only"> {about}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={`${label}: ${about}`}
        confirm={label}
        busy={action.busy || reason.trim() === ''}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <ErrorSummary title="Not done" refusals={action.refusals} />
        <TextField id={`reason-${id}`} label="Reason" required long value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}
