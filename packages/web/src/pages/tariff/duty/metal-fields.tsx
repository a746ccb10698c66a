import { GivenField } from './given-field.tsx';
import { METALS } from './question.ts';

/** What is known of the metals in the goods: shares decide the section 232 duty, melt and smelt its rate. */
export function MetalFields({ search }: { search: URLSearchParams }) {
  return METALS.map((metal, index) => (
    <fieldset key={metal}>
      <legend>{metal[0]?.toUpperCase() + metal.slice(1)} in the goods</legend>
      <div className="field-row">
        <GivenField
          name={`${metal}Share`}
          at={`/metals/${index}/weightPercent`}
          label="Share of the weight"
          hint="Percent"
          search={search}
        />
        <GivenField
          name={`${metal}Value`}
          at={`/metals/${index}/value`}
          label="Value of the metal"
          hint="US dollars"
          search={search}
        />
        <GivenField
          name={`${metal}From`}
          at={`/metals/${index}/from`}
          label={metal === 'steel' ? 'Melted and poured in' : 'Smelted in'}
          hint="Two letters"
          search={search}
        />
        {metal !== 'steel' && (
          <GivenField
            name={`${metal}Cast`}
            at={`/metals/${index}/castIn`}
            label="Cast in"
            hint="Two letters"
            search={search}
          />
        )}
      </div>
    </fieldset>
  ));
}
