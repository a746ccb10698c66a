import { NavLink } from 'react-router';

const PAGES = [
  ['/parties', 'Parties'],
  ['/card', 'Our own card'],
  ['/attest', 'Attester’s desk'],
  ['/authority', 'Authority'],
  ['/standings/show', 'Show a standing'],
  ['/register', 'Public register'],
] as const;

/** The pages about parties, on each of them. */
export function PartyTabs() {
  return (
    <nav aria-label="Parties" className="tabs no-print">
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
