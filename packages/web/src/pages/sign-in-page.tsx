import type { SampleMemberView } from '@portolan/contract';
import { Button, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { call, get } from '../api/client.ts';
import { memberRoleWords, organizationRoleWords } from '../format/roles.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';

export async function loader(): Promise<{ items: SampleMemberView[] }> {
  return get('/api/session/members');
}

/** An address of this portal to go on to; anything else leads home. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}

function byOrganization(members: readonly SampleMemberView[]) {
  const groups = new Map<string, { tenant: SampleMemberView['tenant']; members: SampleMemberView[] }>();
  for (const member of members) {
    const group = groups.get(member.tenant.slug) ?? { tenant: member.tenant, members: [] };
    group.members.push(member);
    groups.set(member.tenant.slug, group);
  }
  return [...groups.values()];
}

function SampleMembers(props: {
  members: readonly SampleMemberView[];
  busy: boolean;
  onChoose: (id: string) => void;
}) {
  return (
    <ul className="cards">
      {byOrganization(props.members).map(({ tenant, members }) => (
        <li key={tenant.slug} className="card">
          <h3>{tenant.name}</h3>
          <p className="muted">{organizationRoleWords(tenant.roles)}</p>
          <div className="stack-tight">
            {members.map((member) => (
              <div key={member.id}>
                <Button
                  type="button"
                  outline
                  className="button-small"
                  disabled={props.busy}
                  onClick={() => props.onChoose(member.id)}
                >
                  {member.name}, {memberRoleWords(member.role)}
                </Button>
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AccessKeyForm({ busy, onKey }: { busy: boolean; onKey: (key: string) => void }) {
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKey(key.trim());
  };
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor="field-accessKey">Access key</label>
        <span className="hint" id="access-key-hint">
          The operator of this node gave it to you once. It stays in this browser only as a session.
        </span>
        <TextInput
          id="field-accessKey"
          name="accessKey"
          type="password"
          autoComplete="off"
          required
          aria-describedby="access-key-hint"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={busy}>
        Sign in
      </Button>
    </form>
  );
}

/** Signing in: as a sample member on this machine, or with an access key. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const action = useAction();
  const enter = async (body: { member: string } | { accessKey: string }) => {
    const session = await action.run(() => call('POST', '/api/session', body));
    if (session) await navigate(safeNext(search.get('next')));
  };
  return (
    <Page title="Sign in" lead="One sign-in. Your organization decides what you see first.">
      <ErrorSummary title="You could not be signed in" refusals={action.refusals} />
      {items.length > 0 && (
        <Section title="Try it as a sample member">
          <p>
            Each party below is invented and runs on this machine only. Choose one to see the portal through
            its eyes; open a second browser window for another.
          </p>
          <SampleMembers members={items} busy={action.busy} onChoose={(member) => enter({ member })} />
        </Section>
      )}
      <Section title="Sign in with an access key">
        <AccessKeyForm busy={action.busy} onKey={(accessKey) => enter({ accessKey })} />
      </Section>
      <p>
        Without an account you can <a href="/verify">verify a file</a> or read the{' '}
        <a href="/ledger">ledger of this node</a>.
      </p>
    </Page>
  );
}
