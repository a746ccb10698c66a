import type { Policy, Simulation } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { PublishedPolicy } from '../parties/card.ts';
import { PolicyFile } from './policy-file.tsx';
import { PolicyForm } from './policy-form.tsx';
import { proposalFrom } from './proposal.ts';
import { SimulationResult, simulationWords } from './simulation-result.tsx';
import { TrustTabs } from './trust-tabs.tsx';

/** The policy from which the trial starts: the one named in the address, else the newest. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Policy | undefined> {
  const wanted = new URL(request.url).searchParams.get('policy');
  const { items } = await getAsMember<{ items: PublishedPolicy[] }>(request, '/api/policies');
  return (items.find(({ digest }) => digest === wanted) ?? items[0])?.policy;
}

function Publish({ policy }: { policy: Policy }) {
  const [reason, setReason] = useState('');
  const action = useAction();
  const publish = (event: FormEvent) => {
    event.preventDefault();
    return action.run(
      () => call('POST', '/api/policies', { policy, reason }),
      () => '/trust/policies',
    );
  };
  return (
    <Section title="Publish it">
      <ErrorSummary title="Not published" refusals={action.refusals} />
      <form onSubmit={publish}>
        <TextField
          id="publish-reason"
          label="Reason"
          hint="Published with the policy. A published version never changes."
          required
          long
          value={reason}
          onChange={setReason}
        />
        <Button type="submit" disabled={action.busy}>
          Publish version {policy.version}
        </Button>
      </form>
    </Section>
  );
}

function Trial({ start, lead }: { start: Policy; lead: boolean }) {
  const [policy, setPolicy] = useState(start);
  const [tried, setTried] = useState<{ policy: Policy; simulation: Simulation }>();
  const action = useAction();
  const announce = useAnnounce();
  const simulate = async (event: FormEvent) => {
    event.preventDefault();
    const simulation = await action.run(() => call<Simulation>('POST', '/api/policies/simulate', { policy }));
    if (!simulation) return;
    setTried({ policy, simulation });
    announce(simulationWords(simulation));
  };
  const save = () =>
    download(
      `${policy.id}-${policy.version}.policy.json`,
      'application/json',
      JSON.stringify(policy, null, 2),
    );
  return (
    <>
      <Section title="The policy to try">
        <ErrorSummary title="Not computed" refusals={action.refusals} />
        <PolicyFile onPolicy={setPolicy} />
        <form className="no-print" onSubmit={simulate}>
          <PolicyForm policy={policy} onChange={setPolicy} />
          <div className="row">
            <Button type="submit" disabled={action.busy}>
              {action.busy ? 'Computing…' : 'Simulate'}
            </Button>
            <Button type="button" outline onClick={save}>
              Save as a file
            </Button>
          </div>
        </form>
      </Section>
      {tried && <SimulationResult simulation={tried.simulation} />}
      {tried && tried.policy === policy && lead && <Publish policy={policy} />}
    </>
  );
}

/** Trying a policy on all standings before it is published: nothing changes until it is. */
export function Component() {
  const base = useLoaderData<typeof loader>();
  const session = useSession();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Page
      wide
      title="Simulation of a policy"
      lead="Change a number and see whose standing it would change. Nothing takes effect before it is published."
    >
      <TrustTabs />
      {base && session ? (
        <Trial
          key={`${base.id} ${base.version}`}
          start={proposalFrom(base, session.tenant.did, today)}
          lead={session.member.role === 'lead'}
        />
      ) : (
        <p className="empty">No policy is published yet that could be changed.</p>
      )}
    </Page>
  );
}
