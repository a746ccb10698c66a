import type { CapabilityView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Takes a right back, with the reason; what was made from it ends with it. */
export function TakeBack({ item }: { item: CapabilityView }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const send = async () => {
    const path = `/api/capabilities/${encodeURIComponent(item.id)}/revoke`;
    if (!(await action.run(() => call('POST', path, { reason })))) return;
    setOpen(false);
    announce('The right is taken back');
  };
  return (
    <>
      <Button type="button" unstyled onClick={() => setOpen(true)}>
        Take back
      </Button>
      <ConfirmDialog
        open={open}
        title="Take this right back?"
        confirm="Take back"
        busy={action.busy}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <ErrorSummary title="Not taken back" refusals={action.refusals} />
        <p>It counts from the next request on, and so does everything that its holder passed on from it.</p>
        <TextField id={`reason-${item.id}`} label="Reason" required value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}
