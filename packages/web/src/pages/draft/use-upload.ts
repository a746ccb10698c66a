import type { Draft, RefusedFile } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { useState } from 'react';
import { Refused } from '../../api/client.ts';
import { type UploadProgress, upload } from '../../api/upload.ts';

export interface DraftUpload {
  files: readonly File[];
  progress: UploadProgress | undefined;
  draft: Draft | undefined;
  refusals: readonly Refusal[];
  refused: readonly RefusedFile[];
  busy: boolean;
  send: (path: string, files: readonly File[]) => Promise<Draft | undefined>;
}

/** The form that carries documents; a story's own `filing.json` travels among them and is read by the node. */
function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** Sends documents to a draft, new or known, and keeps what became of each file. */
export function useDraftUpload(): DraftUpload {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<UploadProgress>();
  const [draft, setDraft] = useState<Draft>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (path: string, chosen: readonly File[]) => {
    setFiles(chosen);
    setRefusals([]);
    setDraft(undefined);
    setBusy(true);
    try {
      const answer = await upload<Draft>(path, formOf(chosen), setProgress);
      setDraft(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusals(error.refusals);
      return undefined;
    } finally {
      setBusy(false);
      setProgress(undefined);
    }
  };
  return { files, progress, draft, refusals, refused: draft?.refusedFiles ?? [], busy, send };
}
