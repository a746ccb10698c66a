import type { RefusedFile } from '@portolan/contract';
import { Notice } from '../../ui/notice.tsx';

/** Files of a draft that were not taken, each with its reason and mend. */
export function RefusedFiles({ files }: { files: readonly RefusedFile[] }) {
  if (files.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>Not taken; nothing of these files is kept:</strong>
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.name}>
            {file.name}
            {file.refusals.map((refusal) => (
              <div key={refusal.code + refusal.path}>
                {refusal.message} {refusal.mend} <code>{refusal.code}</code>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
