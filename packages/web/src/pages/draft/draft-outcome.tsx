import type { Draft, FilingAcknowledged } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { outcomeWords } from '../../dossier/finding-words.ts';
import { counted, formatMoney } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { DraftEditing } from './use-draft-editing.ts';

function Standing({ draft }: { draft: Draft }) {
  const blocking = draft.openAsks.filter((ask) => ask.required).length;
  if (blocking > 0)
    return (
      <p>
        <span className="pill pill--wait">
          <Icon name="typed" />
          {counted(blocking, 'question')} open
        </span>{' '}
        Next: you, above.
      </p>
    );
  if (!draft.evaluation) return <p>Add the commercial invoice and the transport document.</p>;
  const words = outcomeWords[draft.evaluation.outcome];
  return (
    <p>
      <span className={`pill pill--${words.tone}`}>
        <Icon name={words.icon} />
        {words.label}
      </span>{' '}
      {words.next}
    </p>
  );
}

function WhatIsSigned({ draft }: { draft: Draft }) {
  const total = draft.evaluation?.duty?.totals.total;
  return (
    <>
      <p>
        {draft.title}: {counted(draft.evidence.length, 'document')}
        {total && <>, {formatMoney(total)} to pay</>}.
      </p>
      <p>
        Your organization signs the filing with its key and sends it to the agency. It can be corrected later,
        but not unsaid: the log keeps its receipt.
      </p>
    </>
  );
}

/** What would become of the draft, taking the last change back, and the step that files it. */
export function DraftOutcome({ draft, editing }: { draft: Draft; editing: DraftEditing }) {
  const [confirming, setConfirming] = useState(false);
  const announce = useAnnounce();
  const file = async () => {
    const done = await editing.run(
      () => call<FilingAcknowledged>('POST', `/api/drafts/${draft.id}/file`),
      ({ entryNumber }) => `/entries/${entryNumber}`,
    );
    setConfirming(false);
    if (done) announce(`Filed as ${done.entryNumber}`);
  };
  return (
    <section className="outcome-bar" aria-label="Outcome">
      <Standing draft={draft} />
      <div className="row">
        {editing.undo && (
          <Button
            type="button"
            outline
            className="button-small"
            disabled={editing.busy}
            onClick={() => editing.takeBack(editing.undo?.pointers ?? [])}
          >
            Undo “{editing.undo.label}”
          </Button>
        )}
        <Button type="button" disabled={!draft.canFile || editing.busy} onClick={() => setConfirming(true)}>
          File
        </Button>
      </div>
      <ConfirmDialog
        open={confirming}
        title="Sign and file this entry?"
        confirm={editing.busy ? 'Filing…' : 'Sign and file'}
        busy={editing.busy}
        onConfirm={file}
        onClose={() => setConfirming(false)}
      >
        <WhatIsSigned draft={draft} />
      </ConfirmDialog>
    </section>
  );
}
