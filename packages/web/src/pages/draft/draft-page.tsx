import type { Draft } from '@portolan/contract';
import type { DraftEntry } from '@portolan/filing';
import type { JsonValue } from '@portolan/kernel';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { Asks } from '../../dossier/asks.tsx';
import { DossierProvider } from '../../dossier/dossier-context.tsx';
import { Drifts } from '../../dossier/drifts.tsx';
import { DutyTotals, DutyTrace } from '../../dossier/duty.tsx';
import { EntryHeader } from '../../dossier/entry-header.tsx';
import { EntryLines } from '../../dossier/entry-lines.tsx';
import { Findings } from '../../dossier/findings.tsx';
import { ProvenanceLegend } from '../../dossier/legend.tsx';
import { ProgramPages } from '../../dossier/program-pages.tsx';
import { ProvenancePanel } from '../../dossier/provenance-panel.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { DraftDocuments } from './draft-documents.tsx';
import { DraftOutcome } from './draft-outcome.tsx';
import { FileNumber } from './file-number.tsx';
import { Obstacles } from './obstacles.tsx';
import { OwnData } from './own-data.tsx';
import { PartOfLine } from './part-of-line.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { type DraftEditing, useDraftEditing } from './use-draft-editing.ts';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Draft> {
  return getAsMember<Draft>(request, `/api/drafts/${params.id}`);
}

function Form({ draft, editing }: { draft: Draft; editing: DraftEditing }) {
  const entry = { lines: [], ...draft.entry } as DraftEntry;
  return (
    <div>
      {draft.openAsks.length > 0 && (
        <Section title="What no document says" id="asks">
          <Asks
            key={draft.openAsks.map((ask) => ask.pointer).join()}
            asks={draft.openAsks}
            busy={editing.busy}
            onAnswer={editing.answer}
          />
        </Section>
      )}
      {draft.evaluation && (
        <Section title="Findings" id="findings">
          <Findings findings={draft.evaluation.findings} onFix={editing.fix} pages={draft.pages} />
        </Section>
      )}
      <Section title="Lines" id="lines">
        <EntryLines entry={entry} evaluation={draft.evaluation} />
        {draft.state === 'open' && <PartOfLine entry={entry} editing={editing} />}
      </Section>
      <Section title="Entry" id="entry">
        <EntryHeader entry={entry} />
        {draft.state === 'open' && <FileNumber entry={entry} editing={editing} />}
      </Section>
      {draft.evaluation && (
        <Section title="Duty and fees" id="duty">
          <DutyTotals evaluation={draft.evaluation} />
          <h3>How each amount came about</h3>
          {draft.evaluation.duty && <DutyTrace duty={draft.evaluation.duty} />}
        </Section>
      )}
      {draft.ownData && <OwnData own={draft.ownData} total={draft.evaluation?.duty?.totals.total} />}
      <ProgramPages pages={draft.pages} />
      <Drifts drifts={draft.drifts} evidence={draft.evidence} />
    </div>
  );
}

/** Looking over a draft: the form on the left, the evidence on the right, the outcome at hand. */
export function Component() {
  const draft = useLoaderData<typeof loader>();
  const editing = useDraftEditing(draft);
  const [selected, select] = useState<string>();
  const type = async (pointer: string, value: JsonValue) =>
    value === null ? editing.takeBack([pointer]) : editing.answer({ [pointer]: value });
  return (
    <Page
      wide
      title={draft.title}
      trail={[{ to: '/', label: 'Work' }]}
      lead={<ProvenanceLegend provenance={draft.provenance} />}
      actions={
        draft.state === 'open' && (
          <>
            <Link className="usa-button usa-button--outline" to={`/drafts/${draft.id}/advance`}>
              Before arrival
            </Link>
            <Link className="usa-button usa-button--outline" to={`/drafts/${draft.id}/sign`}>
              Sign as a person
            </Link>
            <DiscardDraft draft={draft} />
          </>
        )
      }
    >
      {draft.storyAt && (
        <Notice tone="info">
          A story: everything here happens at <When at={draft.storyAt} />.
        </Notice>
      )}
      <ErrorSummary title="This was refused" refusals={editing.refusals} />
      <RefusedFiles files={draft.refusedFiles} />
      <Obstacles refusals={draft.obstacles} />
      <DossierProvider
        value={{
          provenance: draft.provenance,
          evidence: draft.evidence,
          findings: draft.evaluation?.findings ?? [],
          receipts: [],
          selected,
          select,
          type,
        }}
      >
        <div className="dossier">
          <Form draft={draft} editing={editing} />
          <div className="dossier-aside">
            <ProvenancePanel />
            <DraftDocuments draft={draft} />
          </div>
        </div>
      </DossierProvider>
      <DraftOutcome draft={draft} editing={editing} />
    </Page>
  );
}
