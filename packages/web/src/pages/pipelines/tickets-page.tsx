import type { PipelineLineDetail, PipelineTicketRow } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { asked, SearchForm } from '../../ui/search-form.tsx';
import { apiOf, linePath, monthPath } from './address.ts';
import { TicketTable } from './day-tables.tsx';
import { loadNames, namesOf } from './names.ts';
import { monthWords } from './words.ts';

interface Loaded {
  line: PipelineLineDetail;
  tickets: { items: PipelineTicketRow[]; next?: string; total: number };
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = `${apiOf(params.line, params.month)}/tickets${query(asked(request, 'kind'))}`;
  const [tickets, line] = await Promise.all([
    getAsMember<Loaded['tickets']>(request, path),
    loadNames(request, params.line),
  ]);
  return { tickets, line };
}

const kinds = [
  ['border', 'Border meter'],
  ['injection', 'Injection'],
  ['delivery', 'Delivery'],
  ['transfer', 'Custody transfer'],
] as const;

/** The tickets of a month, found by number, batch and what was measured. */
export function Component() {
  const { line: detail, tickets } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  const names = namesOf(detail);
  return (
    <Page
      wide
      title={`Tickets, ${monthWords(month)}`}
      lead={`${counted(tickets.total, 'ticket')} of ${names.name}, in the order of time.`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line), label: names.name },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
    >
      <SearchForm
        hint="Part of a ticket number or of a batch"
        choice={{ name: 'kind', label: 'What was measured', options: kinds }}
      />
      <Section title="Tickets">
        <TicketTable
          {...{ line, month, names }}
          caption="Tickets of the month"
          empty="No ticket at hand fits. Search for less, or ask the operator of the line to send what is missing."
          tickets={tickets.items}
        />
        <Pager next={tickets.next} label="Pages of tickets" />
      </Section>
    </Page>
  );
}
