import type { Classification } from '@portolan/contract';
import { Link } from 'react-router';
import { formatHts } from '../../../format/identifiers.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { percent } from './question.ts';

type Candidate = Classification['candidates'][number];

const SPEAKS = { for: 'Speaks for it', against: 'Speaks against it', missing: 'Not known' } as const;
const BASIS = { ruling: 'ruling', decision: 'earlier decision', facts: 'facts' } as const;

/** Candidates with confidence and reasons, the fact that decides, codes given before, and what was read. */
export function Candidates({ answer }: { answer: Classification }) {
  return (
    <>
      {answer.abstains && (
        <Notice tone="wait">
          No line is sure enough to be proposed. Add facts, or enter the goods provisionally.
        </Notice>
      )}
      {answer.deciding && (
        <Notice tone="info">
          <strong>What would decide: {answer.deciding.question}</strong>
          <ul>
            {answer.deciding.choices.map(({ answer: words, hts }) => (
              <li key={hts}>
                {formatHts(hts)}: {words}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ol className="plain-list">
        {answer.candidates.map((candidate) => (
          <li key={candidate.hts}>
            <CandidateView candidate={candidate} edition={answer.edition} />
          </li>
        ))}
      </ol>
      <PastCodes answer={answer} />
      <DataTable
        caption="What was read out of the product"
        columns={[
          { header: 'Fact', cell: ({ fact }) => fact },
          { header: 'Value', cell: ({ value }) => value },
          { header: 'From', cell: ({ from }) => from },
        ]}
        rows={answer.read}
        rowKey={({ fact, value, from }) => `${fact} ${value} ${from}`}
        empty="None of the words is known. Say in everyday words what the product is."
      />
    </>
  );
}

function CandidateView({ candidate, edition }: { candidate: Candidate; edition: string }) {
  const { hts, confidence, basis, reference, path, description, reasons, rule } = candidate;
  return (
    <details open={Number(confidence) >= 0.3}>
      <summary>
        <strong>{formatHts(hts)}</strong> {percent(confidence)} {basis !== 'facts' && `by ${BASIS[basis]} `}
        {reference}
      </summary>
      <p>
        {[...path, description].map((text) => text.replace(/:$/, '')).join(' › ')}{' '}
        <Link to={`/tariff/${hts}?edition=${encodeURIComponent(edition)}`}>Open the line</Link>
      </p>
      <ul>
        {reasons.map(({ speaks, fact, from, line }) => (
          <li key={`${speaks} ${fact} ${line}`}>
            {SPEAKS[speaks]}: {fact} ({from}), for “{line}”
          </li>
        ))}
      </ul>
      <p className="muted">{rule}</p>
    </details>
  );
}

function PastCodes({ answer: { past } }: { answer: Classification }) {
  if (past.length === 0) return null;
  return (
    <DataTable
      caption="Codes that the product was given before"
      columns={[
        {
          header: 'Code',
          cell: ({ hts, now }) => `${formatHts(hts)}${now && now !== hts ? `, now ${formatHts(now)}` : ''}`,
        },
        { header: 'By', cell: ({ kind, reference }) => `${kind} ${reference}` },
        { header: 'From', cell: ({ effective }) => effective },
        { header: 'State', cell: ({ state }) => state },
      ]}
      rows={past}
      rowKey={({ kind, reference, hts }) => `${kind} ${reference} ${hts}`}
      empty=""
    />
  );
}
