import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useSession } from '../../app/use-session.ts';
import { evidenceNames } from '../../standing/evidence-names.ts';
import { StandingFindings } from '../../standing/findings.tsx';
import { Identifiers } from '../../standing/identifiers.tsx';
import { LevelPill } from '../../standing/level-pill.tsx';
import { Levels } from '../../standing/levels.tsx';
import { Gaps, Risks } from '../../standing/outlook.tsx';
import { PictureWithTable } from '../../standing/picture/picture-with-table.tsx';
import { outcomesOf, wholePicture } from '../../standing/picture/whole.ts';
import { WeighedTable } from '../../standing/weighed-table.tsx';
import { levelTone, roleWords } from '../../standing/words.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day, When } from '../../ui/when.tsx';
import { ActsSection } from './acts-section.tsx';
import { AsOfForm } from './as-of-form.tsx';
import { AskSection } from './ask-section.tsx';
import { type Card, readCard } from './card.ts';
import { Exports } from './exports.tsx';
import { HeldSection } from './held-section.tsx';
import { NoticeTable } from './notice-table.tsx';
import { PartyTabs } from './party-tabs.tsx';
import { RoleTable } from './role-table.tsx';
import { WatchButton } from './watch-button.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Card> {
  return readCard(request, params.did ?? '');
}

function Lead({ standing }: Pick<Card, 'standing'>) {
  const { level, barred, role, asOf, successor, override } = standing;
  return (
    <div className="stack-tight">
      <p className="row">
        <LevelPill level={level} barred={barred} tone={levelTone(standing)} />
        <span>
          {roleWords(role)}, as of <When at={asOf} />
        </span>
      </p>
      {successor && <p>Its successor is {successor.name}.</p>}
      {override && (
        <p>
          The agency set this itself: {override.reason} {override.by}, <When at={override.at} />
        </p>
      )}
    </div>
  );
}

/** What the standing was computed by: whoever has the same comes to the same digest. */
function Ground({ standing, digest }: Pick<Card, 'standing' | 'digest'>) {
  const { policy, register, evidence, rules, age, subject } = standing;
  return (
    <Definitions
      items={[
        ['Identifier', <LongId key="did" value={subject} label="identifier of the party" />],
        [
          'Policy',
          <Link key="policy" to="/trust/policies">
            {policy.id}, version {policy.version}
          </Link>,
        ],
        ['Digest of the policy', <LongId key="p" value={policy.digest} label="digest of the policy" />],
        ['Trust register', <LongId key="r" value={register} label="digest of the trust register" />],
        [
          `Evidence of ${evidence.parties} parties`,
          <LongId key="e" value={evidence.digest} label="digest of the evidence" />,
        ],
        age
          ? [
              'Exists since',
              <span key="age">
                <Day date={age.since} /> ({age.days} days, by {age.because})
              </span>,
            ]
          : undefined,
        ['Rules', rules],
        ['Standing', <LongId key="s" value={digest} label="digest of the standing" />],
      ]}
    />
  );
}

/** The card of a party: who it is, its level with every part of the reasoning, what is missing, what stands against it. */
export function Component() {
  const card = useLoaderData<typeof loader>();
  const { standing, digest, byRole, held, acts, notices, requests, attesters } = card;
  const own = useSession()?.tenant.did === standing.subject;
  return (
    <Page
      wide
      title={standing.name}
      {...(own ? {} : { trail: [{ to: '/parties', label: 'Parties' }] })}
      lead={<Lead standing={standing} />}
      actions={
        <>
          {!own && <WatchButton key={digest} standing={standing} />}
          <Button type="button" outline onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      {own && <PartyTabs />}
      {standing.barred && (
        <Notice tone="bad">Something stands against this party. The findings below say what.</Notice>
      )}
      <AsOfForm role={standing.role} />
      <Section title="Level" id="level">
        <RoleTable standings={byRole} />
      </Section>
      <Section title="What is missing, and how to close it" id="gaps">
        <Gaps standing={standing} />
        <h3>What would lower it</h3>
        <Risks standing={standing} />
      </Section>
      {own && <AskSection requests={requests} attesters={attesters} />}
      <Section title="Findings and conflicts" id="findings">
        <StandingFindings standing={standing} />
      </Section>
      <Section title="Identifiers" id="identifiers">
        <Identifiers identifiers={standing.identifiers} nameOf={evidenceNames(standing)} />
      </Section>
      <Section title="Attestations" id="attestations">
        <WeighedTable attestations={standing.attestations} />
      </Section>
      <Section title="How the level came about" id="reasoning">
        <Levels standing={standing} />
      </Section>
      {standing.attestations.length > 0 && (
        <Section title="Relationships" id="relationships">
          <PictureWithTable
            picture={wholePicture(standing)}
            focus={standing.subject}
            outcomes={outcomesOf(standing)}
            caption="Who attests, controls or vouches for whom"
          />
        </Section>
      )}
      {own && <HeldSection held={held} />}
      <Section title="Take it along" id="export">
        <Exports standing={standing} />
      </Section>
      <ActsSection acts={acts} agency={standing.policy.publisher} own={own} />
      <Section title="Changes" id="changes">
        <NoticeTable notices={notices} />
      </Section>
      <Section title="What it was computed from" id="ground">
        <Ground standing={standing} digest={digest} />
      </Section>
    </Page>
  );
}
