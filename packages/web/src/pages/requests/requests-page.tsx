import type { RequestSummary } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestsTable } from './requests-table.tsx';

interface Requests {
  items: RequestSummary[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Requests> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Requests>(
    request,
    `/api/requests${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

const STATES = [
  ['open', 'Open'],
  ['answered', 'Answered'],
  ['escalated', 'With exporter or producer'],
  ['overdue', 'Overdue'],
  ['closed', 'Closed'],
] as const;

/** What was asked: of this organization, or by it. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Requests"
      lead={`Questions of the agency and their answers: ${counted(total, 'request')}.`}
    >
      <Section title="List">
        <Filters placeholderHint="Entry number or subject" states={STATES} />
        <RequestsTable requests={items} />
        <Pager next={next} label="Pages of requests" />
      </Section>
    </Page>
  );
}
