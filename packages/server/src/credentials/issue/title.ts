import { documentTypeName } from '@portolan/documents';
import { isRecord, type JsonObject } from '@portolan/kernel';

/** What people call a document: its type in words and its number, or the organization it is about. */
export function documentTitle(type: string, document: JsonObject): string {
  const words = documentTypeName(type);
  const { number, organization } = document;
  const name = typeof number === 'string' ? number : isRecord(organization) ? organization.name : undefined;
  return typeof name === 'string' ? `${words} ${name}` : words;
}
