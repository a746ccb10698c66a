import { createDraft, type Draft } from '@portolan/contract';
import type { NodeClient } from '../node/client.ts';
import type { Outcome } from '../outcome.ts';
import type { Folder } from './folder.ts';

/** Uploads the documents of a folder as a new draft. */
export function openDraft(node: NodeClient, { documents, storyAt }: Folder): Promise<Outcome<Draft>> {
  const form = new FormData();
  if (storyAt) form.append('storyAt', storyAt);
  for (const { name, bytes } of documents) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  return node.call(createDraft, { form });
}
