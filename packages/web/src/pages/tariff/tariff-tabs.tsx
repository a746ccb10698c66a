import { useSession } from '../../app/use-session.ts';
import { PageTabs } from '../../ui/page-tabs.tsx';

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
  return <PageTabs label="Tariff" pages={pages} />;
}
