import type { LedgerEvent, Sending } from '@portolan/contract';
import type { Digest } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { download } from '../../ui/download.ts';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { SendSection } from '../certificates/send-section.tsx';
import { Reasons, StatePill } from './event-list.tsx';
import { LotLinks } from './lot-link.tsx';
import { eventAddress, kindWords, nameIn, placeWords } from './words.ts';

interface EventData extends LedgerEvent {
  body: Record<string, unknown>;
  credential?: Record<string, unknown>;
}

interface Loaded {
  event: EventData;
  /** Of an event that was signed by itself: to whom it was sent. */
  sendings: Sending[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const path = `/api/trace/events/${encodeURIComponent(nameIn(request))}`;
  const event = await getAsMember<EventData>(request, path);
  if (!event.credential || event.source === undefined) return { event, sendings: [] };
  const sent = `/api/sendings${query({ digest: event.source })}`;
  return { event, sendings: (await getAsMember<{ items: Sending[] }>(request, sent)).items };
}

/** One event as it was signed, and what the ledger says of it. */
export function Component() {
  const { event, sendings } = useLoaderData<typeof loader>();
  const { credential } = event;
  const own = useSession()?.tenant.did === event.by.id && event.state !== 'superseded';
  const correction = (kind: string) => `/trace/new${query({ kind, event: event.event })}`;
  const save = () => download('event.vc.json', 'application/json', JSON.stringify(credential, null, 2));
  return (
    <Page
      title={`${kindWords(event.kind)} by ${event.by.name}`}
      lead={<StatePill state={event.state} />}
      trail={[
        { to: '/lots', label: 'Lots' },
        { to: '/trace', label: 'What does not count' },
      ]}
      actions={
        <>
          {own && (
            <>
              <Link className="usa-button usa-button--outline" to={correction('void')}>
                Take it back
              </Link>
              <Link className="usa-button usa-button--outline" to={correction(event.kind)}>
                Correct it
              </Link>
            </>
          )}
          {credential && (
            <Button type="button" outline onClick={save}>
              Save the signed event
            </Button>
          )}
        </>
      }
    >
      <Section title="What it says">
        <Definitions
          items={[
            ['Name', <LongId key="event" value={event.event} label="name of the event" />],
            ['Happened', <When key="at" at={event.at} />],
            ['Known to the log', <When key="known" at={event.knownAt} />],
            event.place === undefined ? undefined : ['Place', placeWords(event.place)],
            event.corrects === undefined
              ? undefined
              : [
                  'Corrects',
                  <Link key="corrects" to={eventAddress(event.corrects)}>
                    an earlier event
                  </Link>,
                ],
            ['Lots', <LotLinks key="lots" lots={event.lots} />],
            event.source === undefined
              ? undefined
              : ['Said by', <LongId key="source" value={event.source} label="document that says it" />],
          ]}
        />
      </Section>
      {event.refusals.length > 0 && (
        <Section title="Why it does not count">
          <Reasons refusals={event.refusals} />
        </Section>
      )}
      {credential && event.source !== undefined && (
        <SendSection certificate={{ digest: event.source as Digest, status: 'valid' }} sendings={sendings} />
      )}
      <Section title="As it was signed">
        <pre className="code" tabIndex={-1}>
          {JSON.stringify(event.body, null, 2)}
        </pre>
      </Section>
    </Page>
  );
}
