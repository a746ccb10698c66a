import type { Sending } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SendingTable } from '../certificates/sending-table.tsx';

interface Sendings {
  items: Sending[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Sendings> {
  const cursor = new URL(request.url).searchParams.get('cursor') || undefined;
  return getAsMember<Sendings>(request, `/api/sendings${query({ cursor })}`);
}

function Nothing() {
  return (
    <p>
      Your organization has sent no document by itself yet. Open one under{' '}
      <Link to="/certificates">Certificates</Link> or <Link to="/received">Received</Link> and send it to whom
      you choose.
    </p>
  );
}

/** Every document that the organization sent to another party, and what became of it. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Sent documents"
      lead={
        <>
          What your organization sent to other parties, newest first: {counted(total, 'sending')}. One whose
          receiver can’t be reached is tried again until it arrives or you take it back. All else that others
          saw is under <Link to="/disclosures">Who saw what</Link>.
        </>
      }
    >
      <Section title="Sendings">
        <SendingTable sendings={items} documents empty={<Nothing />} />
        <Pager next={next} label="Pages of sent documents" />
      </Section>
    </Page>
  );
}
