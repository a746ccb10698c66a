import type { EvidenceView } from '@portolan/contract';
import type { Provenance } from '@portolan/filing';
import { resolvePointer } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { fieldId, shorten } from '../format/identifiers.ts';
import { Icon } from '../ui/icon.tsx';
import { When } from '../ui/when.tsx';
import { DocumentView } from './document-view.tsx';
import { useDossier } from './dossier-context.tsx';
import { FieldActions } from './field-actions.tsx';
import { placeWords } from './findings.tsx';
import { provenanceAt } from './provenance-at.ts';
import { provenanceWords } from './provenance-words.ts';
import { ReceiptWords } from './receipt-words.tsx';
import { Verification } from './verification.tsx';

/** What the document says at a place, when it is a single value. */
function said(item: EvidenceView, pointer: string): string {
  const value = resolvePointer(item.document, pointer);
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

function SourceDocument({ item, pointer }: { item: EvidenceView; pointer: string }) {
  const { receipts } = useDossier();
  const words = said(item, pointer);
  const place = item.origins?.[pointer] ?? pointer;
  return (
    <>
      <h3>{item.title}</h3>
      {words !== '' && <blockquote>{words}</blockquote>}
      <p className="small muted">
        At <code>{place}</code>
        {item.fileName && <> of {item.fileName}</>}
        {item.issuer && <>, signed by {item.issuer.name}</>}
      </p>
      {item.verdict ? (
        <Verification verdict={item.verdict} />
      ) : (
        <p>Nobody signed this file, so there is no signature to verify.</p>
      )}
      <h3>Receipt</h3>
      <ReceiptWords receipt={receipts.find((held) => held.digest === item.digest)} />
      <details>
        <summary>The whole document</summary>
        <DocumentView document={item.document} marked={pointer} />
      </details>
    </>
  );
}

function Confirmations({ source }: { source: Provenance }) {
  const { evidence } = useDossier();
  const names = (source.confirmedBy ?? []).map(({ document }) => {
    const item = evidence.find((candidate) => candidate.digest === document);
    return item?.title ?? shorten(document);
  });
  if (names.length === 0) return null;
  return <p>Said the same by {[...new Set(names)].join(', ')}.</p>;
}

function Origin({ source }: { source: Provenance }) {
  const { evidence } = useDossier();
  const item = evidence.find((candidate) => candidate.digest === source.document);
  const words = provenanceWords[source.class];
  return (
    <>
      <p className={`row fact--${source.class}`}>
        <span className="pill">
          <Icon name={words.icon} />
          {words.label}
        </span>
      </p>
      <p>{words.explain}</p>
      {source.rule && (
        <p>
          <strong>Rule:</strong> {source.rule}
        </p>
      )}
      {source.by && (
        <p>
          By {source.by}
          {source.at && (
            <>
              , <When at={source.at} />
            </>
          )}
        </p>
      )}
      <Confirmations source={source} />
      {item && <SourceDocument item={item} pointer={source.pointer ?? ''} />}
    </>
  );
}

/** Where the chosen value comes from: class, document, place, verification and receipt, beside the form. */
export function ProvenancePanel() {
  const { selected, select, provenance } = useDossier();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected !== undefined) box.current?.focus();
  }, [selected]);
  const close = () => {
    if (selected !== undefined) document.getElementById(fieldId(selected))?.focus();
    select(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  const source = selected === undefined ? undefined : provenanceAt(provenance, selected);
  return (
    <section
      ref={box}
      id="provenance"
      className={`section provenance ${selected === undefined ? '' : 'is-open'}`}
      aria-label="Where the value comes from"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {selected === undefined || !source ? (
        <p className="muted">
          Choose a value to see where it comes from, how it was verified and its receipt.
        </p>
      ) : (
        <>
          <div className="section-head">
            <h2>{placeWords(selected)}</h2>
            <Button type="button" unstyled onClick={close}>
              Back to the value
            </Button>
          </div>
          <Origin source={source} />
          <FieldActions key={selected} pointer={selected} />
        </>
      )}
    </section>
  );
}
