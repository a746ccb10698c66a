import { attestationTypes } from '@portolan/parties';
import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';
import { attestationName } from '../../standing/attestation-words.ts';

/** Narrows what was signed to a party and a type, kept in the address. */
export function SignedFilter() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="signed-q">Search</label>
        <span className="hint" id="signed-q-hint">
          Part of a name, or an identifier
        </span>
        <TextInput
          id="signed-q"
          name="q"
          type="search"
          aria-describedby="signed-q-hint"
          defaultValue={search.get('q') ?? ''}
        />
      </div>
      <div className="field">
        <label htmlFor="signed-type">Type</label>
        <select id="signed-type" name="type" className="usa-select" defaultValue={search.get('type') ?? ''}>
          <option value="">Any</option>
          {attestationTypes.map((type) => (
            <option key={type} value={type}>
              {attestationName(type)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" outline>
        Show
      </Button>
    </Form>
  );
}
