import { NavLink } from 'react-router';

const PAGES = [
  ['/clients', 'Clients'],
  ['/statements', 'Statements'],
  ['/entry-numbers', 'Entry numbers'],
] as const;

/** The pages of a filer's desk, on each of them. */
export function ClientTabs() {
  return (
    <nav aria-label="Desk" className="tabs no-print">
      <ul>
        {PAGES.map(([to, label]) => (
          <li key={to}>
            <NavLink to={to} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
