import type { Review } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day, When } from '../../ui/when.tsx';
import { Register } from './register.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Review> {
  return getAsMember<Review>(request, `/api/assess/${params.program}`);
}

const VERDICTS: Record<Review['verdict'], { words: string; tone: 'good' | 'wait' | 'bad' | 'info' }> = {
  go: { words: 'Go', tone: 'good' },
  change: { words: 'Change', tone: 'wait' },
  stop: { words: 'Stop', tone: 'bad' },
  undecided: { words: 'Undecided', tone: 'info' },
};

function Verdict({ review }: { review: Review }) {
  const { words, tone } = VERDICTS[review.verdict];
  return (
    <Notice tone={tone}>
      <p>
        <strong>Verdict: {words}</strong>
      </p>
      <ul>
        {review.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

function thresholdMet(met: boolean | undefined): string {
  if (met === undefined) return 'not judged';
  return met ? 'met' : 'not met';
}

function Measures({ review, side }: { review: Review; side: 'technical' | 'operational' }) {
  return (
    <DataTable
      caption={`${side === 'technical' ? 'Technical' : 'Operational'} measures`}
      captionHidden
      rows={review.measures.filter((measure) => measure.side === side)}
      rowKey={(measure) => measure.id}
      empty={<p>Nothing was recorded yet.</p>}
      columns={[
        {
          header: 'Measure',
          cell: (measure) => (
            <>
              {measure.label} {measure.sample && <span className="pill pill--violet">Sample data</span>}
            </>
          ),
        },
        {
          header: 'Value',
          numeric: true,
          cell: (measure) => (measure.value === '' ? 'counts only' : `${measure.value} ${measure.unit}`),
        },
        { header: 'Cases', numeric: true, cell: (measure) => measure.counts ?? measure.cases },
        { header: 'Before', cell: (measure) => measure.baseline ?? 'not known' },
        {
          header: 'Threshold',
          cell: (measure) =>
            measure.threshold ? `${measure.threshold}: ${thresholdMet(measure.met)}` : 'none',
        },
      ]}
    />
  );
}

/** The agency's review of a trial on its four sides, fit for printing. */
export function Component() {
  const review = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title={review.title}
      lead={
        <p>
          As of <When at={review.asOf} />.{' '}
          {review.sample && 'Recorded on sample data: it shows the review, not the trade.'}
        </p>
      }
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Verdict review={review} />
      <Section title="The trial">
        <Definitions
          items={[
            ['Hypothesis', review.hypothesis],
            ['Participants', review.participants.join('; ')],
            ['From', <Day key="from" date={review.from} />],
            ['To', <Day key="to" date={review.to} />],
          ]}
        />
        <h3>Baseline</h3>
        <ul>
          {review.baseline.map((measured) => (
            <li key={measured}>{measured}</li>
          ))}
        </ul>
      </Section>
      <Section title="Technical">
        <Measures review={review} side="technical" />
      </Section>
      <Section title="Operational">
        <Measures review={review} side="operational" />
      </Section>
      <Section title="Legal">
        <Register review={review} side="legal" />
      </Section>
      <Section title="Policy">
        <Register review={review} side="policy" />
      </Section>
    </Page>
  );
}
