import type { ComparedSummary, ManyCompared } from '@portolan/contract';
import { Link } from 'react-router';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ComparisonView } from '../entry/comparison-view.tsx';

const nameOf = ({ name, part }: ComparedSummary) => (part === undefined ? name : `${name} (${part})`);
const different = ({ comparison }: ComparedSummary) => {
  if (!comparison) return 'not compared';
  const { counts } = comparison;
  return counts.different + counts.onlyTheirs + counts.onlyOurs;
};

function Summaries({ items, totals }: ManyCompared) {
  return (
    <DataTable
      caption="Summaries and the entries they are of"
      captionHidden
      rows={items}
      rowKey={nameOf}
      empty={<p>No summary.</p>}
      columns={[
        { header: 'Summary filed', cell: nameOf },
        {
          header: 'Our entry',
          cell: ({ entryNumber, by }) =>
            entryNumber ? (
              <>
                <Link to={`/entries/${entryNumber}`}>{entryNumber}</Link>{' '}
                <span className="muted small">by {by}</span>
              </>
            ) : (
              'none'
            ),
        },
        { header: 'Fields', numeric: true, cell: ({ comparison }) => comparison?.fields.length ?? '–' },
        { header: 'Differ', numeric: true, cell: different },
        {
          header: 'Lines moved',
          numeric: true,
          cell: ({ comparison }) => comparison?.lines.filter(({ moved }) => moved).length ?? '–',
        },
        {
          header: 'Keystrokes filed',
          numeric: true,
          cell: ({ comparison }) => comparison?.theirs.keystrokes ?? '–',
        },
        {
          header: 'Keystrokes ours',
          numeric: true,
          cell: ({ comparison }) => comparison?.ours.keystrokes ?? '–',
        },
      ]}
      foot={
        <tr>
          <th scope="row">Total</th>
          <td>{counted(totals.compared, 'entry', 'entries')}</td>
          <td className="numeric">{totals.fields}</td>
          <td className="numeric">{totals.different + totals.onlyTheirs + totals.onlyOurs}</td>
          <td className="numeric">{totals.linesMoved}</td>
          <td className="numeric">{totals.theirs.keystrokes}</td>
          <td className="numeric">{totals.ours.keystrokes}</td>
        </tr>
      }
    />
  );
}

/** Every summary with its entry in one table, the sums, what differs most often, and each comparison to open. */
export function ManyView({ many }: { many: ManyCompared }) {
  const { items, totals } = many;
  const refused = items.filter(({ comparison }) => !comparison);
  return (
    <>
      <Notice tone={totals.agree === totals.summaries ? 'good' : 'wait'}>
        {`${totals.compared} of ${counted(totals.summaries, 'summary', 'summaries')} compared, ${totals.agree} without a difference.`}
      </Notice>
      <Section title="Summaries">
        <Summaries {...many} />
      </Section>
      <Section title="In sum">
        <Definitions
          items={[
            [
              'Keyed for the summaries filed',
              `${counted(totals.theirs.fields, 'field')}, ${totals.theirs.minutes} minutes`,
            ],
            ['Typed for ours', `${counted(totals.ours.fields, 'field')}, ${totals.ours.minutes} minutes`],
            [
              'Differ most often',
              totals.often.map(({ label, summaries }) => `${label} (${summaries})`).join(', ') || 'nothing',
            ],
          ]}
        />
      </Section>
      {refused.length > 0 && (
        <Section title="Not compared">
          <ul>
            {refused.map((item) => (
              <li key={nameOf(item)}>
                <strong>{nameOf(item)}</strong>:{' '}
                {(item.refusals ?? []).map(({ message }) => message).join(' ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {items.map(
        (item) =>
          item.comparison && (
            <details key={nameOf(item)}>
              <summary>
                {nameOf(item)} beside entry {item.entryNumber}
              </summary>
              <ComparisonView comparison={item.comparison} />
            </details>
          ),
      )}
    </>
  );
}
