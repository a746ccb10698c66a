import type { TariffLineView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { type DutyResult, DutyTrace } from '../../dossier/duty.tsx';
import { formatHts } from '../../format/identifiers.ts';
import { formatMoney, unitName } from '../../format/numbers.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

interface Inputs {
  date: string;
  originCountry: string;
  modeOfTransport: string;
  enteredValue: string;
  spi: string;
  quantities: readonly string[];
}

function bodyOf(line: TariffLineView, inputs: Inputs) {
  const { date, modeOfTransport, originCountry, enteredValue, spi } = inputs;
  const quantities = line.units.map((unit, index) => ({ value: inputs.quantities[index] ?? '', unit }));
  return {
    date,
    entryType: '01',
    modeOfTransport,
    lines: [{ hts: line.hts, originCountry, enteredValue, quantities, ...(spi === '' ? {} : { spi }) }],
  };
}

const MODES = [
  ['30', 'Truck'],
  ['11', 'Vessel, containerized'],
  ['10', 'Vessel, not containerized'],
  ['40', 'Air'],
  ['20', 'Rail'],
] as const;

const CLAIMS = [
  ['', 'None'],
  ['S', 'S – USMCA'],
  ['S+', 'S+ – USMCA'],
  ['P', 'P – CAFTA-DR'],
  ['P+', 'P+ – CAFTA-DR'],
] as const;

function Result({ duty }: { duty: DutyResult }) {
  return (
    <div role="status">
      <h3>Result</h3>
      <Definitions
        items={[
          ['Duty', formatMoney(duty.totals.duty)],
          ['Fees', formatMoney(duty.totals.fees)],
          ['Total', formatMoney(duty.totals.total)],
        ]}
      />
      <DutyTrace duty={duty} />
    </div>
  );
}

/** The duty on one tariff line for a value, a quantity, an origin and a date, with every step. */
export function DutyCalculator({ line, date }: { line: TariffLineView; date: string | null }) {
  const [inputs, setInputs] = useState<Inputs>({
    date: date || new Date().toISOString().slice(0, 10),
    originCountry: 'MX',
    modeOfTransport: '30',
    enteredValue: '10000',
    spi: '',
    quantities: line.units.map(() => '1000'),
  });
  const [duty, setDuty] = useState<DutyResult>();
  const action = useAction();
  const change = (part: Partial<Inputs>) => setInputs((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(line, inputs);
    setDuty(await action.run(() => call<DutyResult>('POST', '/api/tariff/duty', body)));
  };
  return (
    <Section title={`Duty on ${formatHts(line.hts)}`}>
      <p>{[...line.path, line.description].join(' › ')}</p>
      <ErrorSummary title="Not computed" refusals={action.refusals} />
      <form onSubmit={submit}>
        <div className="field-row">
          <TextField
            id="field-date"
            label="Date"
            type="date"
            required
            value={inputs.date}
            onChange={(value) => change({ date: value })}
          />
          <TextField
            id="field-lines-0-originCountry"
            label="Country of origin"
            hint="Two letters, such as MX"
            required
            value={inputs.originCountry}
            onChange={(originCountry) => change({ originCountry: originCountry.toUpperCase() })}
          />
          <TextField
            id="field-lines-0-enteredValue"
            label="Entered value"
            hint="Whole US dollars"
            required
            value={inputs.enteredValue}
            onChange={(enteredValue) => change({ enteredValue })}
          />
          {line.units.map((unit, index) => (
            <TextField
              key={unit}
              id={`field-lines-0-quantities-${index}`}
              label="Quantity"
              hint={`In ${unitName(unit)} (${unit})`}
              required
              value={inputs.quantities[index] ?? ''}
              onChange={(value) =>
                change({ quantities: inputs.quantities.map((kept, at) => (at === index ? value : kept)) })
              }
            />
          ))}
          <SelectField
            id="field-lines-0-spi"
            label="Preference claimed"
            value={inputs.spi}
            options={CLAIMS}
            onChange={(spi) => change({ spi })}
          />
          <SelectField
            id="field-modeOfTransport"
            label="Mode of transport"
            value={inputs.modeOfTransport}
            options={MODES}
            onChange={(modeOfTransport) => change({ modeOfTransport })}
          />
        </div>
        <Button type="submit" disabled={action.busy}>
          Compute
        </Button>
      </form>
      {duty && <Result duty={duty} />}
    </Section>
  );
}
