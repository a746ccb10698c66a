import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Refused } from '../api/client.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';

/** The page for an address that names nothing. */
export function NotFound() {
  return (
    <Page title="Page not found" lead="No record of this portal has this address.">
      <p>If you typed the address, check it. An entry stands at an address such as</p>
      <p>
        <code>/entries/ZZ9-0000103-5</code>
      </p>
      <p>
        <Link to="/">Go to your work list</Link>
      </p>
    </Page>
  );
}

function titleOf(status: number): string {
  if (status === 403) return 'This record isn’t yours to see';
  if (status === 0) return 'The node did not answer';
  return 'The node refused';
}

/** What a page shows when its records could not be read. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  if (error instanceof Refused && error.status === 404) return <NotFound />;
  if (error instanceof Refused)
    return (
      <Page title={titleOf(error.status)}>
        <ErrorSummary title="Why" refusals={error.refusals} />
        {error.requestId && (
          <p className="muted">
            For the operator, the number of this request: <code>{error.requestId}</code>
          </p>
        )}
      </Page>
    );
  return (
    <Page title="Something broke in the portal" lead="Nothing was stored or changed by this.">
      <p>{error instanceof Error ? error.message : 'The portal met a state it does not know.'}</p>
      <p>
        <a href="/">Load the portal again</a>
      </p>
    </Page>
  );
}
