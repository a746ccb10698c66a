import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';

/** Words or digits, and the date on which the tariff is asked. */
export function TariffSearch() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="tariff-q">Words or HTS number</label>
        <TextInput id="tariff-q" name="q" type="search" required defaultValue={search.get('q') ?? ''} />
      </div>
      <div className="field">
        <label htmlFor="tariff-date">In force on (optional)</label>
        <TextInput
          id="tariff-date"
          name="date"
          type={'date' as 'text'}
          defaultValue={search.get('date') ?? ''}
        />
      </div>
      <Button type="submit">Search</Button>
    </Form>
  );
}
