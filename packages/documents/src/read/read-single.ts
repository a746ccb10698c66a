import { type CryptoPort, type Result, refused } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { documentsCatalogue } from '../catalogue.ts';
import { type ReadFile, readFile } from './read-file.ts';
import type { SourceFile } from './source-text.ts';

/**
 * Reads a file that must hold one document, since it is evidence under one digest: an envelope's attachment, a paper of a
 * filing. Refuses an interchange or a list with several messages, and everything that readFile refuses.
 */
export function readSingle(file: SourceFile, crypto: CryptoPort = webCrypto): Result<ReadFile> {
  const read = readFile(file, crypto);
  if (!read.ok || read.value.documents.length === 1) return read;
  const params = { name: file.name, count: read.value.documents.length };
  return refused(documentsCatalogue.refuse('DOC_FILE_SEVERAL', { params }));
}
