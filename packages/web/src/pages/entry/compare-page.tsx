import type { Comparison } from '@portolan/filing';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ComparisonView } from './comparison-view.tsx';

const HINT =
  'ABI text of 80 columns a line, or form 7501 as CSV with block, line and value, such as 33A,1,0804506055. Nothing of it is kept.';

/** An entry beside the summary that was really filed for the same goods. */
export function Component() {
  const { number = '' } = useParams();
  const [text, setText] = useState('');
  const [comparison, setComparison] = useState<Comparison>();
  const action = useAction();
  const announce = useAnnounce();
  const take = async ([file]: File[]) => {
    if (file) setText(await file.text());
  };
  const compare = async (event: FormEvent) => {
    event.preventDefault();
    setComparison(undefined);
    const answer = await action.run(() =>
      call<Comparison>('POST', `/api/entries/${number}/compare`, { text }),
    );
    if (!answer) return;
    setComparison(answer);
    announce(`${answer.fields.filter(({ verdict }) => verdict !== 'same').length} fields differ.`);
  };
  return (
    <Page
      wide
      title={`Compare entry ${number}`}
      lead={
        <p>
          The summary that was really filed, beside ours, field by field.{' '}
          <Link to="/compare">Compare many at once</Link>.
        </p>
      }
      trail={[{ to: `/entries/${number}`, label: `Entry ${number}` }]}
      actions={
        comparison && (
          <Button type="button" outline onClick={() => window.print()}>
            Print
          </Button>
        )
      }
    >
      <form onSubmit={compare} className="no-print">
        <ErrorSummary title="Could not be compared" refusals={action.refusals} />
        <Dropzone hint="Drop the summary that was filed, or paste it below." onFiles={take} />
        <TextField
          id="field-text"
          label="Summary filed"
          hint={HINT}
          long
          required
          value={text}
          onChange={setText}
        />
        <Button type="submit" disabled={action.busy}>
          {action.busy ? 'Comparing…' : 'Compare'}
        </Button>
      </form>
      {comparison && <ComparisonView comparison={comparison} />}
    </Page>
  );
}
