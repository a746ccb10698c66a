import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { Form, Link, useSearchParams } from 'react-router';
import { formatDate } from '../../../format/dates.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Where the data at hand cannot know the date: the last day that it knows, or going on with a reason that is shown. */
export function NotCurrent({ refusals }: { refusals: readonly Refusal[] }) {
  const [search] = useSearchParams();
  const refusal = refusals.find(({ code }) => code === 'TARIFF_NOT_CURRENT');
  if (!refusal) return null;
  const horizon = String(refusal.params?.horizon ?? '');
  const known = new URLSearchParams(search);
  known.set('date', horizon);
  return (
    <Notice tone="wait">
      <p>
        <strong>Not current.</strong> {String(refusal.params?.unknown ?? refusal.message)}
      </p>
      {horizon && (
        <p>
          <Link to={`?${known}`}>Price it on {formatDate(horizon)}, the last day known</Link>, or go on with
          an estimate:
        </p>
      )}
      <Form method="get" className="filters no-print">
        {[...search].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="override">Reason for an estimate</label>
          <input id="override" name="override" className="usa-input" required maxLength={1000} />
        </div>
        <Button type="submit">Estimate</Button>
      </Form>
    </Notice>
  );
}
