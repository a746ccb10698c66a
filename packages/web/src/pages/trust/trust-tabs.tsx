import { PageTabs } from '../../ui/page-tabs.tsx';

const PAGES = [
  ['/trust', 'Attesters'],
  ['/trust/policies', 'Policies'],
  ['/trust/simulate', 'Simulation'],
  ['/trust/appeals', 'Appeals and overrides'],
  ['/trust/acts', 'Audit'],
] as const;

/** The pages of an agency's trust register, on each of them. */
export function TrustTabs() {
  return <PageTabs label="Trust register" pages={PAGES} />;
}
