import type { ReceiptView } from '@portolan/contract';
import { download } from '../ui/download.ts';
import { LongId } from '../ui/long-id.tsx';
import { When } from '../ui/when.tsx';

/** The file of a receipt, for keeping and for verifying without this node. */
export function ReceiptDownload({ view }: { view: ReceiptView }) {
  const save = () =>
    download(
      `${view.kind}-${view.index ?? 'pending'}.receipt.json`,
      'application/json',
      JSON.stringify(view.receipt, null, 2),
    );
  return (
    <button type="button" className="usa-button usa-button--unstyled no-print" onClick={save}>
      Download the receipt<span className="usa-sr-only"> of {view.title}</span>
    </button>
  );
}

/** A receipt of the log in one sentence, with the file to keep. */
export function ReceiptWords({ receipt }: { receipt: ReceiptView | undefined }) {
  if (!receipt) return <p className="muted">None here yet: a receipt follows once the document is filed.</p>;
  if (receipt.index === undefined) return <p>The log has taken it; its receipt follows within a second.</p>;
  return (
    <div className="stack-tight">
      <p>
        Leaf {receipt.index} of the log{receipt.receipt && <> {receipt.receipt.origin}</>}
        {receipt.at && (
          <>
            , <When at={receipt.at} />
          </>
        )}
        .
      </p>
      <div className="row">
        <LongId value={receipt.digest} label={`digest of ${receipt.title}`} />
        {receipt.receipt && <ReceiptDownload view={receipt} />}
        <a href="/verify">Verify a file</a>
      </div>
    </div>
  );
}
