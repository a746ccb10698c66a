import type { Draft } from '@portolan/contract';
import type { Entry } from '@portolan/filing';
import { instant } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { declaredStatement, signFiling } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { Findings } from '../../dossier/findings.tsx';
import { formatMoney } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { OwnKey } from './own-key.ts';
import { useOwnKey } from './use-own-key.ts';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Draft> {
  return getAsMember<Draft>(request, `/api/drafts/${params.id}`);
}

/** Names the person in the draft, reads what it then declares, signs that in this browser, and hands the signature in. */
async function signDraft(
  { id }: Draft,
  { name, signer }: OwnKey,
  organization: { name: string; did: string },
) {
  const typed = { '/signatory/did': signer.did, '/signatory/name': name };
  const named = await call<Draft>('PATCH', `/api/drafts/${id}`, { typed });
  const filing = { entry: named.entry as unknown as Entry, person: { name, did: signer.did }, organization };
  const at = instant(named.storyAt ?? new Date().toISOString());
  const credential = await signFiling({ ...filing, id: crypto.randomUUID(), at }, signer, webCrypto);
  const story = named.storyAt ? { storyAt: named.storyAt } : {};
  return call('POST', '/api/authority', { credentials: [credential], ...story });
}

function Lines({ entry }: { entry: Entry }) {
  return (
    <DataTable
      caption="Lines of the entry"
      captionHidden
      rows={entry.lines}
      rowKey={({ number }) => `${number}`}
      empty={<p>No line.</p>}
      columns={[
        { header: 'Line', cell: ({ number }) => number },
        { header: 'Goods', cell: ({ description }) => description },
        { header: 'HTS number', cell: ({ hts }) => hts },
        { header: 'Origin', cell: ({ originCountry }) => originCountry },
        { header: 'Claim', cell: ({ spi }) => spi ?? 'none' },
        { header: 'Entered value', numeric: true, cell: ({ enteredValue }) => formatMoney(enteredValue) },
      ]}
    />
  );
}

/** A person looks over what a draft declares, and signs it with a key of its own. */
export function Component() {
  const draft = useLoaderData<typeof loader>();
  const tenant = useSession()?.tenant;
  const { key, isRead } = useOwnKey();
  const action = useAction();
  const announce = useAnnounce();
  const isComplete = draft.evaluation !== undefined;
  const entry = draft.entry as unknown as Entry;
  const sign = async () => {
    if (!key || !tenant) return;
    const { name, did } = tenant;
    if (await action.run(() => signDraft(draft, key, { name, did }))) announce('You signed the draft');
  };
  const isOurs = ({ code, path }: { code: string; path: string }) =>
    code.startsWith('PARTY_') && (path === '/signatory' || path === '/filer');
  const found = (draft.evaluation?.findings ?? []).filter(isOurs);
  const named = typeof draft.typed['/signatory/did'] === 'string';
  return (
    <Page
      title="Sign as a person"
      trail={[{ to: `/drafts/${draft.id}`, label: draft.title }]}
      lead={isComplete && <p>{declaredStatement(entry)}</p>}
    >
      <ErrorSummary title="Not signed" refusals={action.refusals} />
      {!isComplete && (
        <Notice tone="wait">The draft is not complete: answer its open questions first.</Notice>
      )}
      {isRead && !key && (
        <Notice tone="wait">
          This browser holds no key of yours. <Link to="/authority#own-key">Make one</Link>, and have your
          organization attest it.
        </Notice>
      )}
      {named && found.length === 0 && (
        <Notice tone="good">Signed: the person who is named signed this very draft and may do so.</Notice>
      )}
      {isComplete && (
        <Section title="What you sign">
          <Lines entry={entry} />
          <p>
            Every field of the entry is signed, also those not shown here. If one of them changes, the
            signature no longer fits and you sign again.
          </p>
          <Button type="button" disabled={!key || action.busy} onClick={() => void sign()}>
            {action.busy ? 'Signing…' : 'Sign with my key'}
          </Button>
        </Section>
      )}
      {named && found.length > 0 && (
        <Section title="What stands against it">
          <Findings findings={found} />
        </Section>
      )}
    </Page>
  );
}
