import type { DossierView } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { NotFound } from '../../app/errors.tsx';
import { getAsMember } from '../../app/session.ts';
import { ClaimPill } from '../../dossier/claim-pill.tsx';
import { Trace } from '../../dossier/duty.tsx';
import { EvidenceList } from '../../dossier/evidence-list.tsx';
import { Findings } from '../../dossier/findings.tsx';
import { LineFields } from '../../dossier/line-fields.tsx';
import { ProvenancePanel } from '../../dossier/provenance-panel.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RequestsTable } from '../requests/requests-table.tsx';
import { CodeCheck } from './code-check.tsx';
import { EntryDossier } from './entry-dossier.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<DossierView> {
  return getAsMember<DossierView>(request, `/api/entries/${params.number}`);
}

function LineDuty({ dossier, number }: { dossier: DossierView; number: number }) {
  const duty = dossier.evaluation?.duty?.lines.find((line) => line.number === number);
  if (!duty) return null;
  return (
    <Section title="Duty on this line">
      <p>
        {duty.rateText}: <strong>{duty.duty} USD</strong>
      </p>
      <Trace steps={duty.layers} caption="Steps of the duty" />
    </Section>
  );
}

function LineBody({ dossier, index }: { dossier: DossierView; index: number }) {
  const line = dossier.entry.lines[index];
  if (!line) return null;
  const claim = dossier.evaluation?.lines.find((row) => row.number === line.number)?.claim;
  const findings = dossier.evaluation?.findings.filter((found) => found.path.startsWith(`/lines/${index}`));
  const certificate = dossier.evidence.filter((item) => item.digest === line.certificate);
  return (
    <div className="dossier">
      <div>
        <Section title="What is declared" aside={claim && <ClaimPill state={claim.state} />}>
          <LineFields line={line} index={index} />
        </Section>
        <Section title="Findings">
          <Findings findings={findings ?? []} />
        </Section>
        <CodeCheck entryNumber={dossier.entryNumber ?? ''} line={line.number} />
        <LineDuty dossier={dossier} number={line.number} />
        <Section title="Requests on this line">
          <RequestsTable
            requests={dossier.requests.filter((request) => request.line === line.number)}
            showEntry={false}
          />
        </Section>
      </div>
      <div className="dossier-aside">
        <ProvenancePanel />
        {certificate.length > 0 && (
          <Section title="Certificate of the claim">
            <EvidenceList evidence={certificate} />
          </Section>
        )}
      </div>
    </div>
  );
}

/** One line of an entry, at an address two people on the telephone can both open. */
export function Component() {
  const dossier = useLoaderData<typeof loader>();
  const { line: number } = useParams();
  const index = dossier.entry.lines.findIndex((line) => String(line.number) === number);
  if (index < 0) return <NotFound />;
  const to = `/entries/${dossier.entryNumber}`;
  return (
    <Page
      wide
      title={`Line ${number} of entry ${dossier.entryNumber}`}
      lead={dossier.entry.lines[index]?.description}
      trail={[
        { to: '/entries', label: 'Entries' },
        { to, label: dossier.entryNumber },
      ]}
      actions={
        dossier.may.includes('ask') && (
          <Link className="usa-button" to={`${to}/ask?field=${encodeURIComponent(`/lines/${index}`)}`}>
            Ask about this line
          </Link>
        )
      }
    >
      <EntryDossier dossier={dossier}>
        <LineBody dossier={dossier} index={index} />
      </EntryDossier>
    </Page>
  );
}
