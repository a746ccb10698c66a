import type { ManyCompared } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { differencesCsv } from './differences-csv.ts';
import { ManyView } from './many-view.tsx';

const HINT =
  'ABI text (AE, one or many summaries in a file), or form 7501 as JSON or CSV; up to 50 summaries at once. Nothing of them is kept.';

/** Many summaries that were really filed, each beside the entry of ours that it is of. */
export function Component() {
  const [found, setFound] = useState<ManyCompared>();
  const action = useAction();
  const announce = useAnnounce();
  const compare = async (chosen: File[]) => {
    setFound(undefined);
    const files = await Promise.all(
      chosen.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const answer = await action.run(() => call<ManyCompared>('POST', '/api/compare', { files }));
    if (!answer) return;
    setFound(answer);
    const { compared, summaries, agree } = answer.totals;
    announce(
      `${compared} of ${counted(summaries, 'summary', 'summaries')} compared, ${agree} without a difference.`,
    );
  };
  const save = (many: ManyCompared) =>
    download('differences.csv', 'text/csv;charset=utf-8', differencesCsv(many));
  return (
    <Page
      wide
      title="Compare with summaries filed"
      lead="Summaries really filed by another system, each beside the entry of ours with its number, the number in its file name, or its bill of lading."
      trail={[{ to: '/entries', label: 'Entries' }]}
      actions={
        found && (
          <>
            <Button type="button" outline onClick={() => save(found)}>
              Save differences as CSV
            </Button>
            <Button type="button" outline onClick={() => window.print()}>
              Print
            </Button>
          </>
        )
      }
    >
      <div className="no-print">
        <ErrorSummary title="Could not be compared" refusals={action.refusals} />
        <Dropzone hint={HINT} folders disabled={action.busy} onFiles={compare} />
        {action.busy && <p role="status">Comparing…</p>}
      </div>
      {found && <ManyView many={found} />}
    </Page>
  );
}
