import type { Draft, RefusedFile } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { useState } from 'react';
import { call, Refused } from '../../api/client.ts';
import { type UploadProgress, upload } from '../../api/upload.ts';
import { partStory, type Story } from './story.ts';

export interface DraftUpload {
  files: readonly File[];
  progress: UploadProgress | undefined;
  draft: Draft | undefined;
  refusals: readonly Refusal[];
  refused: readonly RefusedFile[];
  busy: boolean;
  /** Sends documents to the address of a draft; `storyAt` only on a sample node. */
  send: (path: string, files: readonly File[], storyAt?: string) => Promise<Draft | undefined>;
}

function formOf(files: readonly File[], storyAt: string | undefined): FormData {
  const form = new FormData();
  if (storyAt) form.append('storyAt', storyAt);
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** Types what a story's filer typed, as that filer would. */
async function typeStory(draft: Draft, { typed }: Story): Promise<Draft> {
  if (Object.keys(typed).length === 0) return draft;
  const { refusedFiles } = draft;
  return { ...(await call<Draft>('PATCH', `/api/drafts/${draft.id}`, { typed })), refusedFiles };
}

/** Sends documents to a draft, new or known, and keeps what became of each file. */
export function useDraftUpload(): DraftUpload {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<UploadProgress>();
  const [draft, setDraft] = useState<Draft>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (path: string, chosen: readonly File[], storyAt?: string) => {
    const { documents, story } = await partStory(chosen);
    setFiles(documents);
    setRefusals([]);
    setDraft(undefined);
    setBusy(true);
    try {
      const form = formOf(documents, storyAt ?? story.storyAt);
      const answer = await typeStory(await upload<Draft>(path, form, setProgress), story);
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
