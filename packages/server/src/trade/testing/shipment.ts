import { canonicalize, type JsonObject } from '@portolan/kernel';
import { credentialOf } from '../../torture/shipment/credentials.ts';
import { papersOf } from '../../torture/shipment/documents.ts';
import { storyAt, typed } from '../../torture/shipment/filing.ts';

/** The documents of one produce shipment under numbers of its own, as files somebody would drop. */
export async function shipmentFiles(serial: number): Promise<{ name: string; credential: JsonObject }[]> {
  const papers = papersOf(serial);
  const credentials = await Promise.all(papers.map((paper) => credentialOf(paper, serial)));
  return credentials.map((credential, index) => ({
    name: `${index}-${papers[index]?.subject.type}.vc.json`,
    credential,
  }));
}

export interface UploadOptions {
  readonly typed?: JsonObject;
  readonly storyAt?: string;
  /** Changes the documents before they are sent. */
  readonly change?: (
    files: { name: string; credential: JsonObject }[],
  ) => { name: string; credential: JsonObject }[];
}

/** The form that a program posts to file a shipment at once. */
export async function shipmentForm(serial: number, options: UploadOptions = {}): Promise<FormData> {
  const files = await shipmentFiles(serial);
  return uploadForm(
    (options.change?.(files) ?? files).map(({ name, credential }) => ({
      name,
      content: canonicalize(credential),
    })),
    { storyAt: options.storyAt ?? storyAt, typed: JSON.stringify(options.typed ?? typed) },
  );
}

/** A multipart form of files and fields. */
export function uploadForm(
  files: readonly { name: string; content: string | Uint8Array<ArrayBuffer> }[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, content } of files) form.append('files', new Blob([content]), name);
  return form;
}
