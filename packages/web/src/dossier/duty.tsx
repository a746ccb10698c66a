import { Decimal } from '@portolan/kernel';
import type { Evaluation } from '@portolan/programs';
import { feeWords } from '../format/codes.ts';
import { formatHts } from '../format/identifiers.ts';
import { formatMoney, groupDigits } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';

/** Duty and fees of an entry as the tariff computed them. */
export type DutyResult = NonNullable<Evaluation['duty']>;
type TraceStep = DutyResult['trace'][number];

/** Every step of a computation: what was applied to what, at which rate, why, and the rule. */
export function Trace({ steps, caption }: { steps: readonly TraceStep[]; caption: string }) {
  const rows = steps.map((step, index) => ({ ...step, key: `${step.layer}${index}` }));
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      empty="No step was needed."
      columns={[
        {
          header: 'Step',
          cell: (row) => (
            <>
              {row.layer}
              {!row.applied && <span className="muted"> (not applied)</span>}
            </>
          ),
        },
        { header: 'Basis', cell: (row) => row.basis },
        { header: 'Rate', cell: (row) => row.rate },
        {
          header: 'Amount (USD)',
          numeric: true,
          cell: (row) => (row.applied ? groupDigits(row.amount) : '–'),
        },
        {
          header: 'Why',
          cell: (row) => (
            <>
              {row.why} <span className="muted small">{row.cite}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Layers of duty, then deposits, taxes and fees. */
function stepsOf({ layers, deposits = [], taxes = [], fees }: DutyResult['lines'][number]): TraceStep[] {
  return [...layers, ...[...deposits, ...taxes, ...fees].map(({ trace }) => trace)];
}

/** Duty and fees line by line with every step, and what could not be computed. */
export function DutyTrace({ duty }: { duty: DutyResult }) {
  return (
    <div className="stack-tight">
      {duty.lines.map((line) => (
        <details key={line.number}>
          <summary>
            Line {line.number}, {formatHts(line.hts)}: {formatMoney(line.duty)}
          </summary>
          <Trace steps={stepsOf(line)} caption={`Steps of the duty on line ${line.number}`} />
        </details>
      ))}
      {duty.fees.map((fee) => (
        <details key={fee.class}>
          <summary>
            {feeWords(fee.class)}: {formatMoney(fee.amount)}
          </summary>
          <Trace steps={[fee.trace]} caption={`Steps of the fee ${fee.class}`} />
        </details>
      ))}
      {duty.notComputed.length > 0 && (
        <div className="note">
          <strong>Not computed, and may apply:</strong>
          <ul>
            {duty.notComputed.map((gap) => (
              <li key={`${gap.layer}${gap.line}`}>
                {gap.name}
                {gap.line !== undefined && <> on line {gap.line}</>}: {gap.why}{' '}
                <span className="muted small">{gap.cite}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small muted">
        Tariff edition <code>{duty.edition}</code>.
      </p>
    </div>
  );
}

function savings(evaluation: Evaluation): string | undefined {
  if (!evaluation.duty || !evaluation.withoutClaim) return undefined;
  const saved = Decimal.of(evaluation.withoutClaim.totals.total).minus(
    Decimal.of(evaluation.duty.totals.total),
  );
  return saved.isZero() || saved.isNegative() ? undefined : saved.toFixed(2);
}

/** Deposits under cases are there only where a case was named. */
const PARTS = [
  ['duty', 'Duty'],
  ['antidumping', 'Antidumping deposit'],
  ['countervailing', 'Countervailing deposit'],
  ['tax', 'Tax'],
  ['fees', 'Fees'],
  ['total', 'Total'],
] as const;

/** The totals to pay, beside what they would be without the claims. */
export function DutyTotals({ evaluation }: { evaluation: Evaluation }) {
  const { duty, withoutClaim } = evaluation;
  if (!duty)
    return <p className="empty">The tariff at hand can’t compute this entry; the findings say why.</p>;
  const saved = savings(evaluation);
  const rows = PARTS.flatMap(([part, name]) => {
    const amount = duty.totals[part];
    return amount === undefined ? [] : [{ name, with: amount, without: withoutClaim?.totals[part] }];
  });
  return (
    <>
      <DataTable
        caption="To pay, in US dollars"
        rows={rows}
        rowKey={(row) => row.name}
        empty=""
        columns={[
          { header: 'Part', cell: (row) => row.name },
          { header: 'With the claims', numeric: true, cell: (row) => groupDigits(row.with) },
          {
            header: 'Without any claim',
            numeric: true,
            cell: (row) => (row.without === undefined ? '–' : groupDigits(row.without)),
          },
        ]}
      />
      {saved && (
        <p className="saving">
          The claims save <strong>{formatMoney(saved)}</strong>.
        </p>
      )}
    </>
  );
}
