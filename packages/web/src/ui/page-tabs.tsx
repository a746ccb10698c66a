import { NavLink } from 'react-router';

/** The pages of one subject, shown on each of them: address and label, in order. */
export function PageTabs({
  label,
  pages,
}: {
  readonly label: string;
  readonly pages: readonly (readonly [to: string, label: string])[];
}) {
  return (
    <nav aria-label={label} className="tabs no-print">
      <ul>
        {pages.map(([to, text]) => (
          <li key={to}>
            <NavLink to={to} end>
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
