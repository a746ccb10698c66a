import { NavLink } from 'react-router';

const PAGES = [
  ['/trust', 'Attesters'],
  ['/trust/policies', 'Policies'],
  ['/trust/simulate', 'Simulation'],
  ['/trust/appeals', 'Appeals and overrides'],
  ['/trust/acts', 'Audit'],
] as const;

/** The pages of an agency's trust register, on each of them. */
export function TrustTabs() {
  return (
    <nav aria-label="Trust register" className="tabs no-print">
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
