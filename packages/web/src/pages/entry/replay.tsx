import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

interface ReplayResult {
  same: boolean;
  recorded: string;
  recomputed: string;
  ruleVersion: string;
  bytes: number;
}

function Result({ result }: { result: ReplayResult }) {
  return (
    <>
      <Notice tone={result.same ? 'good' : 'bad'}>
        {result.same
          ? `The same ${counted(result.bytes, 'byte')} came out again.`
          : 'The bytes differ from what was recorded. Tell the agency.'}
      </Notice>
      <Definitions
        items={[
          ['Rules', result.ruleVersion],
          ['Recorded', <LongId key="was" value={result.recorded} label="recorded digest" />],
          ['Computed again', <LongId key="is" value={result.recomputed} label="recomputed digest" />],
        ]}
      />
    </>
  );
}

/** Computing the decision again from what was kept, and comparing the bytes. */
export function Replay({ entryNumber }: { entryNumber: string }) {
  const action = useAction();
  const announce = useAnnounce();
  const [result, setResult] = useState<ReplayResult>();
  const replay = async () => {
    const answer = await action.run(() => get<ReplayResult>(`/api/entries/${entryNumber}/replay`));
    if (!answer) return;
    setResult(answer);
    announce(answer.same ? 'Replayed: the same bytes' : 'Replayed: the bytes differ');
  };
  return (
    <Section title="Replay">
      <ErrorSummary title="Could not be replayed" refusals={action.refusals} />
      {result ? (
        <Result result={result} />
      ) : (
        <p className="muted">
          The rules that decided are pure: from the same evidence they must give the same bytes, at any time.
        </p>
      )}
      <Button type="button" outline className="button-small no-print" disabled={action.busy} onClick={replay}>
        {action.busy ? 'Computing…' : 'Compute the decision again'}
      </Button>
    </Section>
  );
}
