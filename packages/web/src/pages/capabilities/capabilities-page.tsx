import type { CapabilityView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { download } from '../../ui/download.ts';
import { Filters } from '../../ui/filters.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { GiveCapability } from './give-capability.tsx';
import { TakeBack } from './take-back.tsx';
import { limitsInWords } from './words.ts';

interface Given {
  items: CapabilityView[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Given> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const asked = query({ q: of('q'), state: of('state') || undefined, cursor: of('cursor') });
  return getAsMember<Given>(request, `/api/capabilities${asked}`);
}

const save = ({ id, capability }: CapabilityView) =>
  download(`${id.replaceAll(':', '-')}.zcap.json`, 'application/json', JSON.stringify(capability, null, 2));

function State({ item }: { item: CapabilityView }) {
  if (item.state === 'revoked') return <>taken back: {item.revokedReason}</>;
  return item.state === 'ended' ? <>ended</> : <>in force</>;
}

/** Rights that the organization passed on to programs and people elsewhere, and taking them back. */
export function Component() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Rights passed on"
      lead="Whoever holds one acts in the name of your organization, within its limits, with signed requests and no account."
    >
      <Section title="Pass on a right">
        <GiveCapability />
      </Section>
      <Section title="Passed on">
        <Filters
          placeholderHint="Receiver or reason"
          states={[
            ['active', 'In force'],
            ['ended', 'Ended'],
            ['revoked', 'Taken back'],
          ]}
        />
        <DataTable
          caption="Rights that were passed on, newest first"
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          empty={<p>No right was passed on.</p>}
          columns={[
            { header: 'Why', cell: ({ reason }) => reason },
            {
              header: 'To whom',
              cell: ({ controller }) => <LongId value={controller} label="who holds it" />,
            },
            { header: 'What it allows', cell: (item) => limitsInWords(item) },
            { header: 'Until', cell: ({ expires }) => <When at={expires} /> },
            { header: 'State', cell: (item) => <State item={item} /> },
            {
              header: 'Used',
              cell: ({ uses, lastUsedAt }) =>
                lastUsedAt ? (
                  <>
                    {uses} times, last <When at={lastUsedAt} />
                  </>
                ) : (
                  'never'
                ),
            },
            {
              header: 'Do',
              cell: (item) => (
                <span className="row">
                  <Button type="button" unstyled onClick={() => save(item)}>
                    Save its file
                  </Button>
                  {item.state === 'active' && <TakeBack item={item} />}
                </span>
              ),
            },
          ]}
        />
        <Pager next={next} label="Pages of rights" />
      </Section>
    </Page>
  );
}
