import { Outlet, ScrollRestoration, useNavigation, useRouteLoaderData } from 'react-router';
import { Announcer } from '../ui/announcer.tsx';
import { useFocusOnNavigation } from './focus.ts';
import { Footer } from './footer.tsx';
import { useLiveUpdates } from './live.ts';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';
import type { RootData } from './session.ts';

function SampleRibbon() {
  return (
    <aside className="sample-ribbon no-print" aria-label="Sample node">
      <p>
        Sample community: every party is invented, and the sample keys are public. Nothing here has legal
        effect.
      </p>
    </aside>
  );
}

function Frame() {
  const data = useRouteLoaderData('root') as RootData | undefined;
  const session = data?.session;
  const { state } = useNavigation();
  useFocusOnNavigation();
  useLiveUpdates(session !== undefined);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      {state !== 'idle' && <div className="loading-bar" role="progressbar" aria-label="Loading the page" />}
      {session?.tenant.sample && <SampleRibbon />}
      <Masthead session={session} />
      <Navigation session={session} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  );
}

/** The frame around every page: skip link, masthead, navigation, the page, the footer. */
export function Layout() {
  return (
    <Announcer>
      <Frame />
    </Announcer>
  );
}
