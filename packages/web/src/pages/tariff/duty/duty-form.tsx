import type { TariffChoices, TariffLineDetail } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useId } from 'react';
import { useNavigate } from 'react-router';
import { unitName } from '../../../format/numbers.ts';
import { GivenField, GivenSelect } from './given-field.tsx';
import { MetalFields } from './metal-fields.tsx';
import { addressOf } from './question.ts';

interface DutyFormProps {
  search: URLSearchParams;
  choices: TariffChoices;
  line: TariffLineDetail | undefined;
}

const MODES: readonly (readonly [string, string])[] = [
  ['11', 'Vessel, containerized'],
  ['10', 'Vessel, not containerized'],
  ['30', 'Truck'],
  ['40', 'Air'],
  ['20', 'Rail'],
];

/** The special program indicators that the line's special column prints, and those in the table when there is no line. */
function claimsOf({ line, choices }: DutyFormProps): readonly (readonly [string, string])[] {
  const printed = [...(line?.special ?? '').matchAll(/\(([^)]*)\)/g)].flatMap(([, list]) =>
    (list ?? '').split(',').map((code) => code.trim()),
  );
  const names = new Map(choices.programs.map(({ code, name }) => [code, name]));
  const codes = line ? printed.filter((code) => code !== '') : [...names.keys()];
  return codes.map((code) => [code, names.get(code) ? `${code} – ${names.get(code)}` : code]);
}

/** The units to report; without a known line three free ones. */
function Quantities({ search, line }: Pick<DutyFormProps, 'search' | 'line'>) {
  const units = line?.units ?? [];
  return units.map((unit, index) => (
    <div key={unit} className="field">
      <input type="hidden" name={`u${index}`} value={unit} />
      <GivenField
        name={`q${index}`}
        at={`/quantities/${index}`}
        label={`Quantity in ${unitName(unit)} (${unit})`}
        search={search}
      />
    </div>
  ));
}

/** The question: goods, origin, value, day; then claims, metals and cases for those who need them; then what to compare. */
export function DutyForm(props: DutyFormProps) {
  const { search, line, choices } = props;
  const navigate = useNavigate();
  const more = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    navigate({ search: `?${addressOf(new FormData(event.currentTarget))}` });
  };
  const claims = claimsOf(props);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <form onSubmit={submit} className="no-print">
      <div className="field-row">
        <GivenField name="hts" at="/hts" label="HTS number" hint="Ten digits" required search={search} />
        <GivenField
          name="origin"
          at="/originCountry"
          label="Country of origin"
          hint="Two letters, such as CN"
          required
          search={search}
        />
        <GivenField
          name="value"
          at="/enteredValue"
          label="Entered value"
          hint="Whole US dollars"
          required
          search={search}
        />
        <GivenField
          name="date"
          at="/date"
          label="Date of entry"
          type="date"
          required
          search={search}
          fallback={today}
        />
        <Quantities search={search} line={line} />
        <GivenSelect
          name="spi"
          at="/spi"
          label="Preference claimed"
          search={search}
          options={[['', 'None'], ...claims]}
        />
        <GivenSelect
          name="mode"
          at="/modeOfTransport"
          label="Mode of transport"
          search={search}
          options={MODES}
        />
      </div>
      <details className="more" open={hasMore(search)}>
        <summary id={more}>Chapter 98, metals, cases, other dates</summary>
        <div className="field-row">
          <GivenField
            name="headings"
            at="/headings"
            label="Headings of chapters 98 and 99"
            hint="Claimed beside the number, such as 9802.00.80"
            search={search}
          />
          <GivenField
            name="cases"
            at="/cases"
            label="Antidumping and countervailing cases"
            hint={`Numbers, such as A-570-000; ${choices.cases.length} at hand`}
            search={search}
          />
          <GivenField
            name="exporter"
            at="/cases/0/exporter"
            label="Exporter whose case rate is used"
            search={search}
          />
          <GivenField
            name="outsideCases"
            at="/outsideCases"
            label="Why no case covers the goods"
            search={search}
          />
          <GivenField name="license" at="/license" label="License or permit" search={search} />
          <GivenField
            name="feeExempt"
            at="/feeExempt"
            label="Ground for exemption from the processing fee"
            search={search}
          />
          <GivenSelect
            name="type"
            at="/entryType"
            label="Entry type"
            search={search}
            options={[
              ['', '01 – formal consumption'],
              ...choices.entryTypes.filter(({ code }) => code !== '01').map(pair),
            ]}
          />
          <GivenField
            name="importDate"
            at="/importDate"
            label="Date of importation"
            type="date"
            search={search}
          />
          <GivenField
            name="knownAt"
            at="/knownAt"
            label="As known on"
            hint="What was published later is not used"
            type="date"
            search={search}
          />
          <GivenSelect
            name="explain"
            at="/explain"
            label="Layers that cannot apply"
            search={search}
            options={[
              ['', 'Leave out'],
              ['full', 'Show with the reason'],
            ]}
          />
        </div>
        <MetalFields search={search} />
      </details>
      <fieldset>
        <legend>Compare with</legend>
        <div className="field-row">
          <GivenField
            name="vsOrigin"
            at="/vsOrigin"
            label="Another origin"
            hint="Two letters"
            search={search}
          />
          <GivenField name="vsDate" at="/vsDate" label="Another date" type="date" search={search} />
          <GivenSelect
            name="vsClaim"
            at="/vsClaim"
            label="Another claim"
            search={search}
            options={[['', 'As given'], ['none', 'Without a claim'], ...claims]}
          />
        </div>
      </fieldset>
      <Button type="submit">Compute</Button>
    </form>
  );
}

function pair({ code, name }: { code: string; name: string }): readonly [string, string] {
  return [code, `${code} – ${name}`];
}

const FURTHER =
  /^(headings|cases|exporter|outsideCases|license|feeExempt|type|importDate|knownAt|explain|steel|aluminum|copper)/;

function hasMore(search: URLSearchParams): boolean {
  return [...search.keys()].some((name) => FURTHER.test(name));
}
