import { type ReadFile, readFile } from '@portolan/documents';
import { type CryptoPort, canonicalize, expectOk, type JsonValue, utf8 } from '@portolan/kernel';
import type { UploadedFile } from './intake.ts';

/**
 * Each document of a file as a file of its own, in our own JSON: the messages of an interchange, or what a spreadsheet says under
 * its owner's mapping. So every piece of evidence has a digest of its own, and whoever receives it reads the same without
 * knowing the mapping. The file keeps its name, with the number of the document where there are several.
 */
export function asOwnFiles(file: ReadFile, crypto: CryptoPort): { upload: UploadedFile; file: ReadFile }[] {
  return file.documents.map(({ type, document }, index) => {
    const name = file.documents.length > 1 ? `${file.name} (${index + 1})` : file.name;
    const bytes = utf8(canonicalize({ type, ...document } as unknown as JsonValue));
    const upload = { name, bytes, mediaType: 'application/json' };
    return { upload, file: expectOk(readFile(upload, crypto)) };
  });
}
