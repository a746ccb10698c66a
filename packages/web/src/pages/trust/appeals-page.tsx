import type { ActOf, OversightAct } from '@portolan/parties';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { actWords } from '../../standing/act-words.ts';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day, When } from '../../ui/when.tsx';
import { ReasonStep } from '../agency/reason-step.tsx';
import { OverrideForm } from './override-form.tsx';
import { type AppealRow, appealsOf, overridesOf } from './oversight.ts';
import { TrustTabs } from './trust-tabs.tsx';

interface Oversight {
  acts: OversightAct[];
  names: ReadonlyMap<string, string>;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Oversight> {
  const [acts, parties] = await Promise.all([
    getAsMember<{ items: OversightAct[] }>(request, '/api/oversight/acts'),
    getAsMember<{ items: { subject: string; name: string }[] }>(request, '/api/standings?limit=200'),
  ]);
  return {
    acts: acts.items,
    names: new Map(parties.items.map(({ subject, name }) => [subject, name])),
  };
}

function Decide({ appeal, about }: { appeal: string; about: string }) {
  const action = useAction();
  const decide = (outcome: 'upheld' | 'dismissed') => (reason: string) =>
    action.run(() =>
      call('POST', '/api/oversight/acts', { act: 'decide-appeal', members: { appeal, outcome }, reason }),
    );
  return (
    <span className="row">
      <ReasonStep
        id={`uphold-${appeal}`}
        label="Uphold"
        about={about}
        action={action}
        onReason={decide('upheld')}
      />
      <ReasonStep
        id={`dismiss-${appeal}`}
        label="Dismiss"
        about={about}
        action={action}
        onReason={decide('dismissed')}
      />
    </span>
  );
}

function Lift({ override, about }: { override: string; about: string }) {
  const action = useAction();
  return (
    <ReasonStep
      id={`lift-${override}`}
      label="Lift"
      about={about}
      action={action}
      onReason={(reason) =>
        action.run(() =>
          call('POST', '/api/oversight/acts', { act: 'lift-override', members: { override }, reason }),
        )
      }
    />
  );
}

function Appeals({ rows, names, lead }: { rows: AppealRow[]; names: Oversight['names']; lead: boolean }) {
  const nameOf = (did: string) => names.get(did) ?? did;
  return (
    <DataTable
      caption="Appeals"
      captionHidden
      rows={rows}
      rowKey={({ filed }) => filed.id}
      empty={<p>Nobody has appealed.</p>}
      columns={[
        { header: 'Filed', cell: ({ filed }) => <When at={filed.at} relative /> },
        {
          header: 'Who',
          cell: ({ filed }) => <PartyLink did={filed.subject} name={nameOf(filed.subject)} />,
        },
        {
          header: 'Against',
          cell: ({ against }) =>
            against ? `${actWords(against)}: ${against.reason} (${against.by})` : 'its standing',
        },
        { header: 'Grounds', cell: ({ filed }) => filed.reason },
        {
          header: 'Decision',
          cell: ({ decided }) =>
            decided ? (
              <>
                {actWords(decided)}: {decided.reason}{' '}
                <span className="muted small">
                  {decided.by}, <When at={decided.at} />
                </span>
              </>
            ) : (
              'open'
            ),
        },
        ...(lead
          ? [
              {
                header: 'Decide',
                cell: ({ filed, decided }: AppealRow) =>
                  decided ? null : <Decide appeal={filed.id} about={`appeal of ${nameOf(filed.subject)}`} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Overrides(props: { rows: ActOf<'override'>[]; names: Oversight['names']; lead: boolean }) {
  const nameOf = (did: string) => props.names.get(did) ?? did;
  return (
    <DataTable
      caption="Overrides in force"
      captionHidden
      rows={props.rows}
      rowKey={({ id }) => id}
      empty={<p>No standing is overridden.</p>}
      columns={[
        { header: 'Party', cell: ({ subject }) => <PartyLink did={subject} name={nameOf(subject)} /> },
        { header: 'What', cell: actWords },
        { header: 'Since', cell: ({ at }) => <When at={at} /> },
        { header: 'Until', cell: ({ until }) => (until ? <Day date={until} /> : 'no end given') },
        { header: 'Reason', cell: ({ reason, by }) => `${reason} (${by})` },
        ...(props.lead
          ? [
              {
                header: 'Change',
                cell: ({ id, subject }: ActOf<'override'>) => (
                  <Lift override={id} about={`the override of ${nameOf(subject)}`} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Appeals to hear, and standings that the agency set itself. Nobody decides on what they did themselves. */
export function Component() {
  const { acts, names } = useLoaderData<typeof loader>();
  const session = useSession();
  const lead = session?.member.role === 'lead';
  return (
    <Page
      wide
      title="Appeals and overrides"
      lead="Who asks the agency to look again, and which standings it set itself, with the reasons."
    >
      <TrustTabs />
      <Section title="Appeals">
        <Appeals rows={appealsOf(acts)} names={names} lead={lead} />
      </Section>
      <Section title="Overrides in force">
        <Overrides rows={overridesOf(acts)} names={names} lead={lead} />
      </Section>
      {lead && <OverrideForm names={names} />}
    </Page>
  );
}
