import type { DossierView } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { Clocks } from '../../dossier/clocks.tsx';
import { Drifts } from '../../dossier/drifts.tsx';
import { DutyTotals, DutyTrace } from '../../dossier/duty.tsx';
import { EntryHeader } from '../../dossier/entry-header.tsx';
import { EntryLines } from '../../dossier/entry-lines.tsx';
import { EvidenceList } from '../../dossier/evidence-list.tsx';
import { Findings } from '../../dossier/findings.tsx';
import { ProvenanceLegend } from '../../dossier/legend.tsx';
import { ProgramPages } from '../../dossier/program-pages.tsx';
import { ProvenancePanel } from '../../dossier/provenance-panel.tsx';
import { ReceivedCredentials } from '../../dossier/received-credentials.tsx';
import { counted } from '../../format/numbers.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Actions29 } from './actions-29.tsx';
import { CopyButton } from './copy-button.tsx';
import { DecisionForm } from './decision-form.tsx';
import { Decisions } from './decisions.tsx';
import { EntryDossier } from './entry-dossier.tsx';
import { EntryRequests } from './entry-requests.tsx';
import { EntryStandings } from './entry-standings.tsx';
import { stateTone } from './entry-states.ts';
import { Milestones } from './milestones.tsx';
import { Receipts } from './receipts.tsx';
import { Replay } from './replay.tsx';
import { Timeline } from './timeline.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<DossierView> {
  return getAsMember<DossierView>(request, `/api/entries/${params.number}`);
}

const PARTS = [
  ['findings', 'Findings'],
  ['lines', 'Lines'],
  ['entry', 'Entry'],
  ['duty', 'Duty and fees'],
  ['parties', 'Parties'],
  ['requests', 'Requests'],
  ['timeline', 'Timeline'],
  ['receipts', 'Receipts'],
] as const;

function JumpList({ pages = [] }: Pick<DossierView, 'pages'>) {
  return (
    <nav aria-label="Parts of the dossier" className="no-print">
      <ul className="jump">
        {[...PARTS, ...pages.map(({ program, title }) => [`program-${program}`, title] as const)].map(
          ([id, words]) => (
            <li key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

function Lead({ dossier }: { dossier: DossierView }) {
  return (
    <div className="stack-tight">
      <p className="row">
        <span className={`pill pill--${stateTone(dossier.state)}`}>{dossier.stateWords}</span>
        <span>Next: {dossier.whoMoves}</span>
        {dossier.story && <span className="pill pill--violet">Story</span>}
      </p>
      <ProvenanceLegend provenance={dossier.provenance} />
    </div>
  );
}

function Risk({ dossier }: { dossier: DossierView }) {
  if (!dossier.risk?.length) return null;
  return (
    <Section title="Why it is in the queue">
      <ul>
        {dossier.risk.map((hit) => (
          <li key={hit.rule}>
            <strong>{hit.rule}</strong> (weight {hit.weight}): {hit.reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** For the agency alone: the same invoice lines in entries of whomever. */
function EnteredElsewhere({ dossier }: { dossier: DossierView }) {
  if (!dossier.enteredElsewhere?.length) return null;
  return (
    <Section title="Entered elsewhere, too">
      <ul>
        {dossier.enteredElsewhere.map(({ line, entryNumber, filer }) => (
          <li key={`${line} ${entryNumber}`}>
            Line {line}: <Link to={`/entries/${entryNumber}`}>{entryNumber}</Link> of {filer} enters the same
            invoice line.
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Form({ dossier }: { dossier: DossierView }) {
  const { entry, evaluation, entryNumber } = dossier;
  return (
    <div>
      {dossier.may.includes('decide') && <DecisionForm dossier={dossier} />}
      <Risk dossier={dossier} />
      <EnteredElsewhere dossier={dossier} />
      <Actions29 dossier={dossier} />
      <Section title="Findings" id="findings">
        <Findings findings={evaluation?.findings ?? []} pages={dossier.pages} />
      </Section>
      <Section title="Lines" id="lines">
        <EntryLines
          entry={entry}
          evaluation={evaluation}
          lineName={(line) => <Link to={`/entries/${entryNumber}/lines/${line.number}`}>{line.number}</Link>}
        />
      </Section>
      <Section title="Entry" id="entry">
        <EntryHeader entry={entry} />
        <h3>Terms</h3>
        <Clocks clocks={dossier.clocks} />
      </Section>
      <Milestones dossier={dossier} />
      {evaluation && (
        <Section title="Duty and fees" id="duty">
          <DutyTotals evaluation={evaluation} />
          <h3>How each amount came about</h3>
          {evaluation.duty && <DutyTrace duty={evaluation.duty} />}
        </Section>
      )}
      <ProgramPages pages={dossier.pages} />
      <Drifts drifts={dossier.drifts} evidence={dossier.evidence} />
      <EntryStandings entryNumber={entryNumber} />
      <EntryRequests dossier={dossier} />
      <Section title="Timeline" id="timeline">
        <Timeline events={dossier.timeline} />
      </Section>
    </div>
  );
}

function Aside({ dossier }: { dossier: DossierView }) {
  return (
    <div className="dossier-aside">
      <ProvenancePanel />
      <Section
        title="Evidence"
        aside={<span className="muted">{counted(dossier.evidence.length, 'document')}</span>}
      >
        <EvidenceList evidence={dossier.evidence} />
        <ReceivedCredentials entryNumber={dossier.entryNumber} />
      </Section>
      <Decisions decisions={dossier.decisions} />
      <Receipts dossier={dossier} />
      <Replay key={dossier.updatedAt} entryNumber={dossier.entryNumber} />
    </div>
  );
}

/** The dossier of an entry: the form on the left, the evidence on the right. */
export function Component() {
  const dossier = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const ask = (field: string) =>
    navigate(`/entries/${dossier.entryNumber}/ask?field=${encodeURIComponent(field)}`);
  return (
    <Page
      wide
      title={`Entry ${dossier.entryNumber}`}
      trail={[{ to: '/entries', label: 'Entries' }]}
      lead={<Lead dossier={dossier} />}
      actions={
        <>
          <Link className="usa-button usa-button--outline" to={`/entries/${dossier.entryNumber}/print`}>
            Entry summary on paper
          </Link>
          <Link className="usa-button usa-button--outline" to={`/entries/${dossier.entryNumber}/compare`}>
            Compare with a summary filed
          </Link>
          <a className="usa-button usa-button--outline" href={`/api/entries/${dossier.entryNumber}/packet`}>
            Audit packet (ZIP)
          </a>
          {dossier.may.includes('correct') && <CopyButton entryNumber={dossier.entryNumber} />}
        </>
      }
    >
      {dossier.state === 'refused' && (
        <Notice tone="bad">This entry was refused. The decision below gives the reason.</Notice>
      )}
      <JumpList {...(dossier.pages ? { pages: dossier.pages } : {})} />
      <EntryDossier dossier={dossier} {...(dossier.may.includes('ask') ? { ask } : {})}>
        <div className="dossier">
          <Form dossier={dossier} />
          <Aside dossier={dossier} />
        </div>
      </EntryDossier>
    </Page>
  );
}
