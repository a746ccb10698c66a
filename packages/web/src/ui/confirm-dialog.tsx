import { Button } from '@trussworks/react-uswds';
import { type ReactNode, useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  confirm: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once more before a step that can't be taken back; Escape and Cancel leave things as they are. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, confirm, busy = false, onConfirm, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {open && children}
      <div className="actions">
        <Button type="button" disabled={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button type="button" outline disabled={busy} onClick={onClose}>
          Cancel
        </Button>
      </div>
    </dialog>
  );
}
