import { Button } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';

const ROLES = ['importer', 'exporter', 'producer', 'broker', 'carrier', 'seller', 'manufacturer', 'shipper'];

/** For which role and as of which day the card is asked; both stand in the address. */
export function AsOfForm({ role }: { role: string }) {
  const [search] = useSearchParams();
  const known = role === 'any' || ROLES.includes(role) ? ROLES : [...ROLES, role];
  return (
    <Form method="get" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="card-role">Role</label>
        <select id="card-role" name="role" className="usa-select" defaultValue={role}>
          <option value="any">Any role</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="card-as-of">As of</label>
        <span className="hint" id="card-as-of-hint">
          The end of the day in UTC; empty for now
        </span>
        <input
          id="card-as-of"
          name="asOf"
          type="date"
          className="usa-input"
          aria-describedby="card-as-of-hint"
          defaultValue={search.get('asOf')?.slice(0, 10) ?? ''}
        />
      </div>
      <Button type="submit" outline>
        Show
      </Button>
    </Form>
  );
}
