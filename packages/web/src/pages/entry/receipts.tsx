import type { DossierView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { ReceiptDownload } from '../../dossier/receipt-words.tsx';
import { download } from '../../ui/download.ts';
import { Section } from '../../ui/page.tsx';

/** The log's receipts of filing, evidence and decisions, to keep and to verify without this node. */
export function Receipts({ dossier }: { dossier: DossierView }) {
  const { receipts, entryNumber } = dossier;
  const ready = receipts.filter((view) => view.receipt !== undefined);
  const saveAll = () =>
    download(
      `${entryNumber}.receipts.json`,
      'application/json',
      JSON.stringify(
        ready.map((view) => view.receipt),
        null,
        2,
      ),
    );
  return (
    <Section title="Receipts" id="receipts">
      {receipts.length === 0 ? (
        <p className="empty">The log’s receipts follow within a second of filing.</p>
      ) : (
        <ul className="evidence-list">
          {receipts.map((view) => (
            <li key={`${view.kind}${view.digest}`}>
              <strong>{view.title}</strong>
              <div className="row small">
                <span className="muted">
                  {view.index === undefined ? 'On its way into the log' : `Log leaf ${view.index}`}
                </span>
                {view.receipt && <ReceiptDownload view={view} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {ready.length > 0 && (
        <div className="row no-print">
          <Button type="button" outline className="button-small" onClick={saveAll}>
            Download all receipts
          </Button>
          <a href="/verify">Verify a file</a>
        </div>
      )}
    </Section>
  );
}
