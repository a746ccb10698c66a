import type { RefusedFile } from '@portolan/contract';
import { Link } from 'react-router';
import type { UploadProgress } from '../api/upload.ts';
import { DataTable } from './data-table.tsx';
import { Icon } from './icon.tsx';

/** How much of each file has left, of a body that carries them one after the other. */
export function progressOf(files: readonly { name: string; size: number }[], sent: number): number[] {
  let before = 0;
  return files.map((file) => {
    const part = Math.min(Math.max(sent - before, 0), file.size);
    before += file.size;
    return file.size === 0 ? (sent >= before ? 1 : 0) : part / file.size;
  });
}

interface FileProgressProps {
  files: readonly File[];
  progress: UploadProgress | undefined;
  done: boolean;
  refused: readonly RefusedFile[];
}

/** Refusals of a spreadsheet whose headings this node doesn't know. */
function isColumns(code: string): boolean {
  return code === 'DOC_CSV_NO_HEADING' || code === 'DOC_CSV_TYPE';
}

function Outcome({
  refusal,
  share,
  done,
}: {
  refusal?: RefusedFile | undefined;
  share: number;
  done: boolean;
}) {
  if (refusal)
    return (
      <div>
        <span className="pill pill--bad">
          <Icon name="refuse" />
          Not taken
        </span>
        {refusal.refusals.map((reason) => (
          <p key={reason.code + reason.path} className="small">
            <strong>{reason.message}</strong> {reason.mend} <code>{reason.code}</code>
            {isColumns(reason.code) && (
              <>
                {' '}
                <Link to="/orders/columns">Say what its columns mean</Link>
              </>
            )}
          </p>
        ))}
      </div>
    );
  if (done)
    return (
      <span className="pill pill--good">
        <Icon name="passed" />
        Taken
      </span>
    );
  if (share >= 1) return <span className="pill pill--info">Sent, being read</span>;
  return <progress value={share} max={1} aria-label="Share sent" />;
}

/** Each file on its way: how much was sent, whether it was taken, and why not. */
export function FileProgress({ files, progress, done, refused }: FileProgressProps) {
  const shares = progressOf(files, progress?.sent ?? 0);
  const rows = files.map((file, index) => ({ file, share: shares[index] ?? 0, key: `${index}${file.name}` }));
  return (
    <DataTable
      caption="Files"
      rows={rows}
      rowKey={(row) => row.key}
      empty=""
      columns={[
        { header: 'File', cell: (row) => row.file.name },
        { header: 'Size', cell: (row) => `${Math.max(1, Math.round(row.file.size / 1024))} kB` },
        {
          header: 'State',
          cell: (row) => (
            <Outcome
              refusal={refused.find((file) => file.name === row.file.name)}
              share={row.share}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}
