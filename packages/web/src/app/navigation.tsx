import type { Session } from '@portolan/contract';
import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';

interface Destination {
  to: string;
  label: string;
}

type Face = Session['face'] | 'public';

const WORK = { to: '/', label: 'Work' };
const ENTRIES = { to: '/entries', label: 'Entries' };
const ORDERS = { to: '/orders', label: 'Orders' };
const REQUESTS = { to: '/requests', label: 'Requests' };
const RECEIVED = { to: '/received', label: 'Received' };
const TITLES = { to: '/titles', label: 'Titles' };
const LOTS = { to: '/lots', label: 'Lots' };
const PIPELINES = { to: '/pipelines', label: 'Pipelines' };
const TARIFF = { to: '/tariff', label: 'Tariff' };
const PARTIES = { to: '/parties', label: 'Parties' };
const REGISTER = { to: '/register', label: 'Register' };
const LEDGER = { to: '/ledger', label: 'Ledger' };
const HELP = { to: '/help', label: 'Help' };

const DESTINATIONS: Record<Face, readonly Destination[]> = {
  filer: [
    WORK,
    { to: '/drafts/new', label: 'New filing' },
    { to: '/drafts', label: 'Drafts' },
    ORDERS,
    ENTRIES,
    REQUESTS,
    { to: '/clients', label: 'Clients' },
    { to: '/certificates', label: 'Certificates' },
    RECEIVED,
    TITLES,
    LOTS,
    PIPELINES,
    PARTIES,
    TARIFF,
    HELP,
  ],
  producer: [
    WORK,
    REQUESTS,
    { to: '/certificates', label: 'Certificates' },
    RECEIVED,
    ENTRIES,
    TITLES,
    LOTS,
    PIPELINES,
    PARTIES,
    TARIFF,
    HELP,
  ],
  officer: [
    WORK,
    { to: '/queue', label: 'Queue' },
    ENTRIES,
    REQUESTS,
    { to: '/review/usmca-cafta', label: 'Review' },
    LOTS,
    PIPELINES,
    PARTIES,
    TARIFF,
    HELP,
  ],
  lead: [
    WORK,
    { to: '/queue', label: 'Queue' },
    ENTRIES,
    REQUESTS,
    { to: '/trust', label: 'Trust register' },
    { to: '/rules', label: 'Targeting rules' },
    { to: '/review/usmca-cafta', label: 'Review' },
    LOTS,
    PIPELINES,
    PARTIES,
    TARIFF,
    HELP,
  ],
  public: [REGISTER, LEDGER, TARIFF, HELP],
};

/** The pages of the member's face; on a narrow screen they open from a button. */
export function Navigation({ session }: { session: Session | undefined }) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  return (
    <nav className="navbar no-print" aria-label="Primary">
      <div className="navbar-inner">
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="primary-pages"
          onClick={() => setOpenAt(open ? undefined : pathname)}
        >
          {open ? 'Close menu' : 'Menu'}
        </button>
        <ul id="primary-pages" data-open={open}>
          {DESTINATIONS[session?.face ?? 'public'].map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
