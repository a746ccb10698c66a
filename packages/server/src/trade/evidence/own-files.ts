import { READ_FROM, type ReadFile, readFile } from '@portolan/documents';
import { type CryptoPort, canonicalize, digestBytes, expectOk, type JsonValue, utf8 } from '@portolan/kernel';
import type { UploadedFile } from './intake.ts';
import type { OriginalFile } from './originals.ts';

/** A document of a file as a file of its own, with the file that it was read from. */
export interface OwnFile {
  readonly upload: UploadedFile;
  readonly file: ReadFile;
  readonly original: OriginalFile;
}

/**
 * Each document of a file as a file of its own, in our own JSON: the messages of an interchange, or what a spreadsheet says under
 * its owner's mapping. So every piece of evidence has a digest of its own, and whoever receives it reads the same without
 * knowing the mapping. It names the digest of the file, which is kept beside it. The file keeps its name, with the number of
 * the document where there are several.
 */
export function asOwnFiles(file: ReadFile, source: UploadedFile, crypto: CryptoPort): OwnFile[] {
  const digest = digestBytes(crypto, source.bytes);
  const original = { ...source, digest };
  return file.documents.map(({ type, document }, index) => {
    const name = file.documents.length > 1 ? `${file.name} (${index + 1})` : file.name;
    const own = { type, [READ_FROM]: digest, ...document } as unknown as JsonValue;
    const upload = { name, bytes: utf8(canonicalize(own)), mediaType: 'application/json' };
    return { upload, file: expectOk(readFile(upload, crypto)), original };
  });
}
