import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { Page } from '../../ui/page.tsx';
import { PartyTabs } from '../parties/party-tabs.tsx';
import { ShowForm } from './show-form.tsx';
import { VerifyForm } from './verify-form.tsx';

/** Nobody but a member shows or checks in the name of an organization. */
export async function loader({ request }: LoaderFunctionArgs): Promise<{ ready: true }> {
  await getAsMember(request, '/api/standing-notices?limit=1');
  return { ready: true };
}

/** Showing the own standing, and no more of it than is asked for; and checking what somebody else shows. */
export function Component() {
  useLoaderData<typeof loader>();
  const name = useSession()?.tenant.name ?? 'Your organization';
  return (
    <Page
      title="Show a standing"
      lead={`${name} shows who it is to whoever asks, and keeps back what is nobody's business. Whoever asks sees only what was shown, and that it was shown with the right key.`}
    >
      <PartyTabs />
      <ShowForm />
      <VerifyForm />
    </Page>
  );
}
