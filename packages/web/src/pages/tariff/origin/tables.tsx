import type { OriginWorksheet } from '@portolan/contract';
import { countryWords } from '../../../format/codes.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { formatMoney } from '../../../format/numbers.ts';
import { DataTable } from '../../../ui/data-table.tsx';

type Preference = NonNullable<OriginWorksheet['preference']>;
type Test = Preference['tests'][number];
type Material = Preference['materials'][number];
type Content = Preference['content'][number];

const OUTCOMES: Record<Test['outcome'], string> = {
  passed: 'passed',
  failed: 'failed',
  undetermined: 'not determined',
};

const CHANGES: Record<Material['change'], string> = {
  passed: 'change passed',
  failed: 'change failed',
  tolerated: 'within the tolerance',
  undetermined: 'not determined',
  'not-asked': 'not asked',
};

export const outcomeWords = (outcome: Test['outcome']) => OUTCOMES[outcome];

/** Tests with what each came to, and why. */
export function TestTable({ caption, tests }: { caption: string; tests: readonly Test[] }) {
  if (tests.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={tests.map((test, index) => ({ ...test, key: String(index) }))}
      rowKey={({ key }) => key}
      empty=""
      columns={[
        { header: 'Test', cell: ({ test }) => test },
        { header: 'Outcome', cell: ({ outcome }) => outcomeWords(outcome) },
        {
          header: 'Why',
          cell: ({ why, cite, certainty }) => (
            <span>
              {why}{' '}
              <span className="muted small">
                {cite} ({certainty})
              </span>
            </span>
          ),
        },
      ]}
    />
  );
}

/** Materials with classification and value, and where the test passed or failed on each. */
export function MaterialTable({ caption, materials }: { caption: string; materials: readonly Material[] }) {
  if (materials.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={materials}
      rowKey={({ id }) => id}
      empty=""
      columns={[
        { header: 'Material', cell: ({ description }) => description },
        { header: 'HS', cell: ({ hs }) => (hs ? formatHts(hs) : 'not given') },
        { header: 'Made in', cell: ({ country }) => (country ? countryWords(country) : 'not known') },
        {
          header: 'Value',
          numeric: true,
          cell: ({ value }) => (value ? formatMoney(value.amount, value.currency) : '–'),
        },
        {
          header: 'Originating',
          cell: ({ originating, status }) => `${originating ? 'Yes' : 'No'}: ${status}`,
        },
        { header: 'Change', cell: ({ change, why }) => `${CHANGES[change]}: ${why}` },
      ]}
    />
  );
}

/** Regional value content by method, with its formula and the figures in it. */
export function ContentTable({ content }: { content: readonly Content[] }) {
  if (content.length === 0) return null;
  return (
    <DataTable
      caption="Regional value content"
      rows={content.map((row, index) => ({ ...row, key: String(index) }))}
      rowKey={({ key }) => key}
      empty=""
      columns={[
        { header: 'Method', cell: ({ method, formula }) => `${method}: ${formula}` },
        {
          header: 'Value or cost',
          numeric: true,
          cell: ({ base }) => (base ? formatMoney(base.amount, base.currency) : 'not shown'),
        },
        {
          header: 'Materials',
          numeric: true,
          cell: ({ materials }) =>
            materials ? formatMoney(materials.amount, materials.currency) : 'not shown',
        },
        {
          header: 'Content',
          numeric: true,
          cell: ({ percent, minimum }) => `${percent ? `${percent}%` : 'not shown'}, at least ${minimum}%`,
        },
        { header: 'Outcome', cell: ({ outcome, why, cite }) => `${outcomeWords(outcome)}: ${why} (${cite})` },
      ]}
    />
  );
}

/** What is not known and would have to be shown. */
export function NotShown({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div className="note">
      <strong>Not shown yet:</strong>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
