import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';

interface FiltersProps {
  placeholderHint: string;
  states: readonly (readonly [value: string, words: string])[];
}

/** Search words and a state, kept in the address so that the list can be shared. */
export function Filters({ placeholderHint, states }: FiltersProps) {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="filter-q">Search</label>
        <span className="hint" id="filter-q-hint">
          {placeholderHint}
        </span>
        <TextInput
          id="filter-q"
          name="q"
          type="search"
          aria-describedby="filter-q-hint"
          defaultValue={search.get('q') ?? ''}
        />
      </div>
      <div className="field">
        <label htmlFor="filter-state">State</label>
        <select
          id="filter-state"
          name="state"
          className="usa-select"
          defaultValue={search.get('state') ?? ''}
        >
          <option value="">Any</option>
          {states.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit">Show</Button>
    </Form>
  );
}
