import type { LedgerEvent } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { type LoaderFunctionArgs, NavLink, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { EventList, Reasons } from './event-list.tsx';

interface Open {
  items: LedgerEvent[];
  next?: string;
  counts: Record<'refused' | 'waiting' | 'superseded', number>;
  unread: { source: string; title: string; at: string; refusals: Refusal[] }[];
}

export function loader({ request }: LoaderFunctionArgs): Promise<Open> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Open>(
    request,
    `/api/trace/events${query({ state: of('state'), cursor: of('cursor') })}`,
  );
}

const TABS = [
  ['refused', 'Refused'],
  ['waiting', 'Waiting'],
  ['superseded', 'Replaced'],
] as const;

function Tabs({ counts }: Pick<Open, 'counts'>) {
  const [search] = useSearchParams();
  const current = search.get('state') ?? 'refused';
  return (
    <nav aria-label="Why it does not count" className="tabs no-print">
      <ul>
        {TABS.map(([state, label]) => (
          <li key={state}>
            <NavLink
              to={`?state=${state}`}
              className={current === state ? 'active' : ''}
              aria-current={current === state ? 'page' : false}
            >
              {label} ({counts[state]})
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What does not count in the ledger of lots, why, and what mends it. */
export function Component() {
  const { items, next, counts, unread } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="What does not count"
      lead="Claims that contradict the ledger are refused and kept; what builds on something not at hand waits for it."
      trail={[{ to: '/lots', label: 'Lots' }]}
    >
      <Tabs counts={counts} />
      <Section title="Events">
        {items.length === 0 ? <p className="empty">None.</p> : <EventList events={items} />}
        <Pager next={next} label="Pages of events" />
      </Section>
      {unread.length > 0 && (
        <Section title="Documents that tell of no lot, although they should">
          <ul className="findings">
            {unread.map(({ source, title, at, refusals }) => (
              <li key={source} className="finding finding--warn">
                <p className="row">
                  <strong>{title}</strong> <When at={at} />
                </p>
                <Reasons refusals={refusals} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
