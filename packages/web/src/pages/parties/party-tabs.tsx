import { PageTabs } from '../../ui/page-tabs.tsx';

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
  return <PageTabs label="Parties" pages={PAGES} />;
}
