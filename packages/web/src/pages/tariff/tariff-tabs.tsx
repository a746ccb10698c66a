import { NavLink } from 'react-router';

const PAGES = [
  ['/tariff', 'Look up'],
  ['/tariff/classify', 'Classify'],
  ['/tariff/products', 'Products'],
  ['/tariff/duty', 'Duty'],
  ['/tariff/value', 'Value'],
  ['/tariff/origin', 'Origin'],
  ['/tariff/editions', 'Editions'],
  ['/tariff/data', 'Data at hand'],
] as const;

/** The pages of the tariff, on each of them. */
export function TariffTabs() {
  return (
    <nav aria-label="Tariff" className="tabs no-print">
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
