import { NavLink } from 'react-router';
import { useSession } from '../../app/use-session.ts';

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

/** The library of products belongs to the trade. */
const OF_TRADE: ReadonlySet<string> = new Set(['/tariff/products']);

/** The pages of the tariff, on each of them. */
export function TariffTabs() {
  const face = useSession()?.face;
  const agency = face === 'officer' || face === 'lead';
  const pages = PAGES.filter(([to]) => !(agency && OF_TRADE.has(to)));
  return (
    <nav aria-label="Tariff" className="tabs no-print">
      <ul>
        {pages.map(([to, label]) => (
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
