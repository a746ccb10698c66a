import { PageTabs } from '../../ui/page-tabs.tsx';

const PAGES = [
  ['/clients', 'Clients'],
  ['/statements', 'Statements'],
  ['/entry-numbers', 'Entry numbers'],
] as const;

/** The pages of a filer's desk, on each of them. */
export function ClientTabs() {
  return <PageTabs label="Desk" pages={PAGES} />;
}
