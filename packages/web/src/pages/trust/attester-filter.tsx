import type { AccreditationView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';
import { attestationName } from '../../standing/attestation-words.ts';

/** Attesters of a type, on a day: those whose accreditation holds on it. */
export function useAttesterFilter(items: readonly AccreditationView[]): AccreditationView[] {
  const [search] = useSearchParams();
  const type = search.get('type') ?? '';
  const on = search.get('on') ?? '';
  return items.filter(
    ({ credentialType, from, until }) =>
      (type === '' || credentialType === type) &&
      (on === '' || (from <= on && (until === undefined || until >= on))),
  );
}

/** Choice of type and day, kept in the address. */
export function AttesterFilter({ items }: { items: readonly AccreditationView[] }) {
  const [search] = useSearchParams();
  const types = [...new Set(items.map(({ credentialType }) => credentialType))].sort();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="attester-type">Type</label>
        <select id="attester-type" name="type" className="usa-select" defaultValue={search.get('type') ?? ''}>
          <option value="">Any</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {attestationName(type)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="attester-on">Accredited on</label>
        <input
          id="attester-on"
          name="on"
          type="date"
          className="usa-input"
          defaultValue={search.get('on') ?? ''}
        />
      </div>
      <Button type="submit" outline>
        Show
      </Button>
    </Form>
  );
}
