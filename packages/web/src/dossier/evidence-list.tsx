import type { EvidenceView } from '@portolan/contract';
import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { LongId } from '../ui/long-id.tsx';
import { DocumentView } from './document-view.tsx';
import { Verification } from './verification.tsx';

/** Whether an item of evidence can be relied on, in one sign. */
export function EvidenceState({ item }: { item: EvidenceView }) {
  if (item.class === 'imported')
    return (
      <span className="pill pill--info">
        <Icon name="imported" />
        Imported, unsigned
      </span>
    );
  const good = item.verdict?.verified ?? false;
  return (
    <span className={`pill pill--${good ? 'good' : 'bad'}`}>
      <Icon name={good ? 'signed' : 'failed'} />
      {good ? 'Signed, verified' : 'Signature not verified'}
    </span>
  );
}

interface EvidenceItemProps {
  item: EvidenceView;
  actions?: ReactNode;
}

function EvidenceItem({ item, actions }: EvidenceItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="row spread">
        <strong>{item.title}</strong>
        <EvidenceState item={item} />
      </div>
      <div className="small muted">
        {item.issuer && <>Signed by {item.issuer.name}. </>}
        {item.fileName && <>File {item.fileName}. </>}
        {item.logIndex !== undefined && <>Log leaf {item.logIndex}.</>}
      </div>
      <div className="row small">
        <LongId value={item.digest} label={`digest of ${item.title}`} />
        {actions}
      </div>
      {item.verdict && (
        <details>
          <summary>Verification of {item.title}</summary>
          <Verification verdict={item.verdict} />
        </details>
      )}
      {item.notices && (
        <details>
          <summary>Not taken over from the file of {item.title}</summary>
          <ul>
            {item.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </details>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>What {item.title} says</summary>
        {open && <DocumentView document={item.document} />}
      </details>
    </li>
  );
}

/** Every document of the dossier: its kind and number, whether it is signed and verified, and its words. */
export function EvidenceList(props: {
  evidence: readonly EvidenceView[];
  actions?: (item: EvidenceView) => ReactNode;
}) {
  if (props.evidence.length === 0) return <p className="empty">No documents yet.</p>;
  return (
    <ul className="evidence-list">
      {props.evidence.map((item) => (
        <EvidenceItem key={`${item.digest}${item.type}`} item={item} actions={props.actions?.(item)} />
      ))}
    </ul>
  );
}
