import type { WalletRequest } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { AnswerVerifier } from './answer-verifier.tsx';
import { AskWallet } from './ask-wallet.tsx';
import { STATES } from './request-state.tsx';

interface Requests {
  items: WalletRequest[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Requests> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return getAsMember<Requests>(request, `/api/openid4vp/requests${query({ cursor })}`);
}

/** Presenting to and from wallets: asking one by a code, and answering a verifier elsewhere. */
export function Component() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Wallets"
      lead="Ask the wallet of anybody for credentials, or show yours to a verifier elsewhere (OpenID4VP)."
    >
      <Section title="Ask a wallet">
        <AskWallet />
      </Section>
      <Section title="What wallets were asked">
        <DataTable
          caption="Requests to wallets, newest first"
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          empty={<p>No wallet was asked yet.</p>}
          columns={[
            { header: 'For what', cell: ({ id, purpose }) => <Link to={`/wallet/${id}`}>{purpose}</Link> },
            { header: 'State', cell: ({ state }) => STATES[state] },
            { header: 'Asked', cell: ({ createdAt }) => <When at={createdAt} /> },
            { header: 'Answered', cell: ({ answeredAt }) => (answeredAt ? <When at={answeredAt} /> : 'no') },
          ]}
        />
        <Pager next={next} label="Pages of requests" />
      </Section>
      <Section title="Answer a verifier elsewhere">
        <AnswerVerifier />
      </Section>
    </Page>
  );
}
