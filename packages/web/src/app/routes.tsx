import { createBrowserRouter, type RouteObject } from 'react-router';
import { ErrorPage, NotFound } from './errors.tsx';
import { Layout } from './layout.tsx';
import { loadRoot } from './session.ts';

/** The pages, each a chunk of its own, under the addresses people bookmark. */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('../pages/work-page.tsx') },
  { path: 'sign-in', lazy: () => import('../pages/sign-in-page.tsx') },
  { path: 'drafts', lazy: () => import('../pages/draft/drafts-page.tsx') },
  { path: 'drafts/new', lazy: () => import('../pages/draft/new-draft-page.tsx') },
  { path: 'drafts/:id', lazy: () => import('../pages/draft/draft-page.tsx') },
  { path: 'entries', lazy: () => import('../pages/entry/entries-page.tsx') },
  { path: 'entries/:number', lazy: () => import('../pages/entry/entry-page.tsx') },
  { path: 'entries/:number/lines/:line', lazy: () => import('../pages/entry/line-page.tsx') },
  { path: 'entries/:number/print', lazy: () => import('../pages/entry/print-page.tsx') },
  { path: 'entries/:number/ask', lazy: () => import('../pages/requests/ask-page.tsx') },
  { path: 'entries/:number/action', lazy: () => import('../pages/queue/action-page.tsx') },
  { path: 'requests', lazy: () => import('../pages/requests/requests-page.tsx') },
  { path: 'requests/:id', lazy: () => import('../pages/requests/request-page.tsx') },
  { path: 'queue', lazy: () => import('../pages/queue/queue-page.tsx') },
  { path: 'certificates', lazy: () => import('../pages/certificates/certificates-page.tsx') },
  { path: 'certificates/new', lazy: () => import('../pages/certificates/new-certificate-page.tsx') },
  { path: 'certificates/heat', lazy: () => import('../pages/mill/heat-page.tsx') },
  { path: 'certificates/mill', lazy: () => import('../pages/mill/certificate-page.tsx') },
  { path: 'certificates/countersign', lazy: () => import('../pages/mill/countersign-page.tsx') },
  { path: 'certificates/:digest/paper', lazy: () => import('../pages/mill/paper-page.tsx') },
  { path: 'certificates/:digest', lazy: () => import('../pages/certificates/certificate-page.tsx') },
  { path: 'received', lazy: () => import('../pages/received/received-page.tsx') },
  { path: 'received/:digest', lazy: () => import('../pages/received/received-detail-page.tsx') },
  { path: 'status-lists', lazy: () => import('../pages/status/status-lists-page.tsx') },
  { path: 'wallet', lazy: () => import('../pages/wallet/wallet-page.tsx') },
  { path: 'wallet/:id', lazy: () => import('../pages/wallet/wallet-request-page.tsx') },
  { path: 'capabilities', lazy: () => import('../pages/capabilities/capabilities-page.tsx') },
  { path: 'sendings', lazy: () => import('../pages/sendings/sendings-page.tsx') },
  { path: 'disclosures', lazy: () => import('../pages/received/disclosures-page.tsx') },
  { path: 'trust', lazy: () => import('../pages/agency/trust-page.tsx') },
  { path: 'trust/policies', lazy: () => import('../pages/trust/policies-page.tsx') },
  { path: 'trust/simulate', lazy: () => import('../pages/trust/simulate-page.tsx') },
  { path: 'trust/appeals', lazy: () => import('../pages/trust/appeals-page.tsx') },
  { path: 'trust/acts', lazy: () => import('../pages/trust/acts-page.tsx') },
  { path: 'card', lazy: () => import('../pages/parties/own-card.ts') },
  { path: 'parties', lazy: () => import('../pages/parties/parties-page.tsx') },
  { path: 'parties/:did', lazy: () => import('../pages/parties/card-page.tsx') },
  { path: 'attest', lazy: () => import('../pages/attest/desk-page.tsx') },
  { path: 'attest/new', lazy: () => import('../pages/attest/sign-page.tsx') },
  { path: 'attest/bulk', lazy: () => import('../pages/attest/bulk-page.tsx') },
  { path: 'authority', lazy: () => import('../pages/authority/authority-page.tsx') },
  { path: 'drafts/:id/advance', lazy: () => import('../pages/draft/advance-page.tsx') },
  { path: 'drafts/:id/sign', lazy: () => import('../pages/authority/sign-page.tsx') },
  { path: 'standings/show', lazy: () => import('../pages/standings/show-page.tsx') },
  { path: 'standings/check', lazy: () => import('../pages/standings/check-page.tsx') },
  { path: 'register', lazy: () => import('../pages/register/register-page.tsx') },
  { path: 'register/:did', lazy: () => import('../pages/register/register-party-page.tsx') },
  { path: 'rules', lazy: () => import('../pages/agency/rules-page.tsx') },
  { path: 'review/:program', lazy: () => import('../pages/agency/review-page.tsx') },
  { path: 'tariff', lazy: () => import('../pages/tariff/tariff-page.tsx') },
  { path: 'tariff/duty', lazy: () => import('../pages/tariff/duty/duty-page.tsx') },
  { path: 'tariff/classify', lazy: () => import('../pages/tariff/classify/classify-page.tsx') },
  { path: 'tariff/products', lazy: () => import('../pages/tariff/products/products-page.tsx') },
  { path: 'tariff/value', lazy: () => import('../pages/tariff/value/value-page.tsx') },
  { path: 'tariff/origin', lazy: () => import('../pages/tariff/origin/origin-page.tsx') },
  { path: 'tariff/editions', lazy: () => import('../pages/tariff/editions-page.tsx') },
  { path: 'tariff/data', lazy: () => import('../pages/tariff/data-page.tsx') },
  { path: 'tariff/:hts', lazy: () => import('../pages/tariff/line-page.tsx') },
  { path: 'lots', lazy: () => import('../pages/lots/lots-page.tsx') },
  { path: 'lots/:lot', lazy: () => import('../pages/lots/lot-page.tsx') },
  { path: 'trace', lazy: () => import('../pages/lots/open-page.tsx') },
  { path: 'trace/new', lazy: () => import('../pages/lots/new-step-page.tsx') },
  { path: 'trace/:event', lazy: () => import('../pages/lots/event-page.tsx') },
  { path: 'ledger', lazy: () => import('../pages/ledger-page.tsx') },
  { path: 'help', lazy: () => import('../pages/help-page.tsx') },
  { path: '*', Component: NotFound },
];

/** All routes of the portal, for the browser and for tests. */
export const portalRoutes: RouteObject[] = [
  {
    id: 'root',
    path: '/',
    loader: loadRoot,
    Component: Layout,
    HydrateFallback: () => <p className="page">Loading the portal…</p>,
    ErrorBoundary: ErrorPage,
    children: [{ ErrorBoundary: ErrorPage, children: pages }],
  },
];

/** The router of the running portal. */
export function createPortalRouter() {
  return createBrowserRouter(portalRoutes);
}
