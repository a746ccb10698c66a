import type { DutyAnswer } from '@portolan/contract';
import { Trace } from '../../../dossier/duty.tsx';
import { formatDate } from '../../../format/dates.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { formatMoney } from '../../../format/numbers.ts';
import { Definitions } from '../../../ui/definitions.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { layerWords } from './layer-words.ts';

/** The totals first, then every layer and fee with its basis, rate, reason and source, then what is not computed. */
export function DutyWorksheet({ duty }: { duty: DutyAnswer }) {
  const { totals } = duty;
  const sum = (name: string, amount: string | undefined): readonly [string, string] | undefined =>
    amount === undefined || /^0\.00$/.test(amount) ? undefined : [name, formatMoney(amount)];
  return (
    <Section title="Result">
      {duty.override && (
        <Notice tone="wait">
          An estimate: {duty.override.reason} ({duty.override.by}).
        </Notice>
      )}
      <div role="status">
        <Definitions
          items={[
            ['Duty', formatMoney(totals.duty)],
            sum('Antidumping deposit', totals.antidumping),
            sum('Countervailing deposit', totals.countervailing),
            sum('Tax', totals.tax),
            ['Fees', formatMoney(totals.fees)],
            ['Total', formatMoney(totals.total)],
          ]}
        />
      </div>
      {duty.lines.map((line) => (
        <div key={line.number}>
          <h3>
            Duty on {formatHts(line.hts)}: {formatMoney(line.duty)}
          </h3>
          {line.headings && line.headings.length > 1 && (
            <p>Report in this order: {line.headings.map(formatHts).join(', ')}</p>
          )}
          <Trace
            steps={[
              ...line.layers,
              ...(line.deposits ?? []).map(({ trace }) => trace),
              ...(line.taxes ?? []).map(({ trace }) => trace),
            ].map(named)}
            caption="Layers of the duty"
          />
        </div>
      ))}
      <h3>Fees: {formatMoney(totals.fees)}</h3>
      <Trace steps={feeSteps(duty).map(named)} caption="Fees" />
      <NotComputedList duty={duty} />
      <p className="small muted">
        Tariff edition <code>{duty.edition}</code>, rates of {formatDate(duty.date)}, reference{' '}
        <code className="break">{duty.reference}</code>. An estimate for planning: the entry summary decides.
      </p>
    </Section>
  );
}

/** A step under the name that people know, with how sure the row is that decided it. */
function named<Step extends { layer: string; cite: string; certainty?: string }>(step: Step): Step {
  const { layer, cite, certainty } = step;
  const sure = certainty && certainty !== 'official' ? `${cite} (${certainty})` : cite;
  return { ...step, layer: layerWords(layer), cite: sure };
}

/** The fees of the entry, then those that are not owed with the reason. */
function feeSteps({ fees, trace }: DutyAnswer) {
  const owed = fees.map((fee) => fee.trace);
  return [...owed, ...trace.filter((step) => !owed.some(({ layer }) => layer === step.layer))];
}

function NotComputedList({ duty }: { duty: DutyAnswer }) {
  if (duty.notComputed.length === 0) return null;
  return (
    <div className="note">
      <strong>Not in the total, and may apply:</strong>
      <ul>
        {duty.notComputed.map((gap) => (
          <li key={`${gap.layer}${gap.line}${gap.why}`}>
            {gap.name}: {gap.why} <span className="muted small">{gap.cite}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
