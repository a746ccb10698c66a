import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { shown } from '../../words.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { at, type XmlElement } from '../xml/element.ts';
import { invoiceNamespace, orderNamespace } from '../xml/namespaces.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { readInvoice } from './invoice.ts';
import { readOrder } from './order.ts';

export interface UblReading {
  readonly format: 'ubl-order' | 'ubl-invoice';
  readonly document: ReadDocument;
}

/** Reads a UBL 2.0 to 2.5 Order or Invoice; any other XML is refused by the name of its root. */
export function readUbl(text: string): Result<UblReading> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const { name, namespace } = root.value;
  if (name === 'Order' && namespace === orderNamespace)
    return reading(
      'ubl-order',
      readDocument('PurchaseOrder', readOrder(root.value), signatureNotice(root.value)),
    );
  if (name === 'Invoice' && namespace === invoiceNamespace)
    return reading(
      'ubl-invoice',
      readDocument('CommercialInvoice', readInvoice(root.value), signatureNotice(root.value)),
    );
  const params = { root: shown(name), namespace: shown(namespace || 'no namespace', 120) };
  return refused(documentsCatalogue.refuse('DOC_UBL_UNKNOWN', { params }));
}

function reading(format: UblReading['format'], document: Result<ReadDocument>): Result<UblReading> {
  return document.ok ? ok({ format, document: document.value }) : document;
}

/** An XML signature inside is not verified here, so the document counts as imported, and the reader says so. */
function signatureNotice(root: XmlElement): Refusal[] {
  return at(root, 'Signature') ? [documentsCatalogue.refuse('DOC_XML_SIGNATURE')] : [];
}
