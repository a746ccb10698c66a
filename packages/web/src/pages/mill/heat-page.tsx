import type { Party } from '@portolan/documents';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { type FieldSpec, Fields } from './fields.tsx';
import { emptyHeat, type HeatForm, heatOf } from './heat-form.ts';
import { lastMill, millParty } from './mill-party.ts';
import { useSign } from './use-sign.ts';

export async function loader({ request }: LoaderFunctionArgs): Promise<{ last: Party | undefined }> {
  return { last: await lastMill(request) };
}

const SPECS: readonly FieldSpec<HeatForm>[] = [
  { member: 'number', pointer: '/number', label: 'Heat number', required: true },
  {
    member: 'pouredAt',
    pointer: '/pouredAt',
    label: 'Poured at',
    hint: 'In UTC, such as 2026-06-01T07:10:00Z',
    required: true,
  },
  { member: 'furnace', pointer: '/furnace/name', label: 'Furnace', required: true },
  { member: 'practice', pointer: '/furnace/practice', label: 'Practice', hint: 'EAF, BOF or IF' },
  { member: 'country', pointer: '/furnace/country', label: 'Melted in', hint: 'Two letters', required: true },
  { member: 'pour', pointer: '/stages/1/country', label: 'Poured in', hint: 'Where it is another country' },
  { member: 'poured', pointer: '/pouredMass', label: 'Poured mass (kg)', required: true },
  { member: 'loss', pointer: '/yieldLoss', label: 'Lost up to the first solid shapes (kg)' },
];

/** Signing a heat: how much there ever was, so that nobody sells more of it. */
export function Component() {
  const { last } = useLoaderData<typeof loader>();
  const session = useSession();
  const signing = useSign();
  const [form, setForm] = useState(emptyHeat);
  if (!session) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.sign('Heat', heatOf(form, millParty(session, last, form.country)));
  };
  return (
    <Page
      title="Sign a heat"
      lead="Its mass is on no certificate: only with it can anybody see that more was sold than was poured."
      trail={[{ to: '/certificates', label: 'Certificates' }]}
    >
      <ErrorSummary title="It was not signed" refusals={signing.refusals} />
      <form onSubmit={submit}>
        <Fields specs={SPECS} form={form} refusals={signing.refusals} onChange={setForm} />
        <Button type="submit" disabled={signing.busy}>
          {signing.busy ? 'Signing…' : 'Sign'}
        </Button>
      </form>
    </Page>
  );
}
