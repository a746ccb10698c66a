import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { shown, wordsOf } from '../../words.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { at, type XmlElement } from '../xml/element.ts';
import { documentNamespace, isUbl } from '../xml/namespaces.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { ublReaders, whyUnread } from './readers.ts';

export type UblFormat = `ubl-${string}`;

export interface UblReading {
  readonly format: UblFormat;
  readonly document: ReadDocument;
}

/** Reads a UBL 2.0 to 2.5 document on the way from order to entry; any other XML is refused by the name of its root. */
export function readUbl(text: string): Result<UblReading> {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const reader = Object.hasOwn(ublReaders, root.name) ? ublReaders[root.name] : undefined;
  if (!reader || root.namespace !== documentNamespace(root.name)) return refused(unknownRoot(root));
  const type = reader.type(root);
  if (!type.ok) return type;
  const document = readDocument(type.value, reader.read(root), signatureNotice(root));
  return document.ok ? ok({ format: formatOf(root), document: document.value }) : document;
}

/** 'OrderResponseSimple' is 'ubl-order-response-simple'. */
function formatOf({ name }: XmlElement): UblFormat {
  return `ubl-${wordsOf(name).toLowerCase().replace(/ /g, '-')}`;
}

function unknownRoot({ name, namespace }: XmlElement): Refusal {
  const params = {
    root: shown(name),
    namespace: shown(namespace || 'no namespace', 120),
    why: isUbl(namespace) ? whyUnread(name) : 'it is not UBL 2',
    choices: Object.keys(ublReaders).join(', '),
  };
  return documentsCatalogue.refuse('DOC_UBL_UNKNOWN', { params });
}

/** An XML signature inside is not verified here, so the document counts as imported, and the reader says so. */
function signatureNotice(root: XmlElement): Refusal[] {
  return at(root, 'Signature') ? [documentsCatalogue.refuse('DOC_XML_SIGNATURE')] : [];
}
