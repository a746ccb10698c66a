import type { StandingAnswer } from '@portolan/contract';
import type { Standing } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Asks to be told when the standing of a party changes. Nobody else learns that it was asked. */
export function WatchButton({ standing }: { standing: Standing }) {
  const { subject, role, policy } = standing;
  const [watched, setWatched] = useState(false);
  const action = useAction();
  const announce = useAnnounce();
  const watch = async () => {
    const path = `/api/standings/${encodeURIComponent(subject)}/watch`;
    const body = { role, agency: policy.publisher };
    if (!(await action.run(() => call<StandingAnswer>('POST', path, body)))) return;
    setWatched(true);
    announce('You will be told of changes');
  };
  return (
    <>
      <ErrorSummary title="Not done" refusals={action.refusals} />
      {watched ? (
        <span className="pill pill--good">You will be told of changes</span>
      ) : (
        <Button type="button" outline disabled={action.busy} onClick={watch}>
          Tell me of changes
        </Button>
      )}
    </>
  );
}
