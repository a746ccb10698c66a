import { isRecord, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import type { DocumentType } from '../../schema/document.ts';
import type { Found } from '../found.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { readArrivalNotice } from './arrival-notice.ts';
import { readEvents } from './events.ts';
import { listAt, member, type Node, nodeOf } from './json.ts';
import { readShippingInstructions, readTransportDocument } from './transport-document.ts';

export type DcsaFormat =
  | 'dcsa-transport-document'
  | 'dcsa-shipping-instructions'
  | 'dcsa-arrival-notice'
  | 'dcsa-events';

export interface DcsaReading {
  readonly format: DcsaFormat;
  readonly documents: readonly ReadDocument[];
}

/** One kind of message: what shows it, and how its documents are read. */
interface Kind {
  readonly format: DcsaFormat;
  readonly type: DocumentType;
  readonly found: (root: Node) => Found<JsonObject>[] | undefined;
}

const has = (node: Node, ...names: readonly string[]) =>
  isRecord(node.value) && names.every((name) => Object.hasOwn(node.value as object, name));

const kinds: readonly Kind[] = [
  {
    format: 'dcsa-arrival-notice',
    type: 'ArrivalNotice',
    found: (root) => {
      const list = ['arrivalNotices', 'arrivalNoticeNotifications'].find((name) => has(root, name));
      return list === undefined ? undefined : listAt(root, list).map(readArrivalNotice);
    },
  },
  {
    format: 'dcsa-events',
    type: 'TransportStatus',
    found: (root) => {
      const events = Array.isArray(root.value)
        ? listAt({ value: { list: root.value }, pointer: '' }, 'list')
        : listAt(root, 'events');
      const own = Array.isArray(root.value)
        ? events.map(({ value, pointer }) => ({ value, pointer: pointer.slice('/list'.length) }))
        : events;
      return own.some((event) => has(event, 'eventDateTime')) ? [readEvents(own)] : undefined;
    },
  },
  {
    format: 'dcsa-transport-document',
    type: 'MasterBillOfLading',
    found: (root) => {
      const inner = has(root, 'document', 'issueTo')
        ? member(root, 'document')
        : has(root, 'amendedTransportDocument')
          ? member(root, 'amendedTransportDocument')
          : root;
      return has(inner, 'transportDocumentReference', 'transports')
        ? [readTransportDocument(inner)]
        : undefined;
    },
  },
  {
    format: 'dcsa-shipping-instructions',
    type: 'ShippingInstructions',
    found: (root) =>
      has(root, 'transportDocumentTypeCode', 'consignmentItems')
        ? [readShippingInstructions(root)]
        : undefined,
  },
];

/** Reads what DCSA (Digital Container Shipping Association) defines: nothing when the JSON is none of it. */
export function readDcsa(value: JsonValue): Result<DcsaReading> | undefined {
  const root = nodeOf(value);
  for (const { format, type, found } of kinds) {
    const documents = found(root)?.map((each) => readDocument(type, each));
    if (!documents) continue;
    const refusals = documents.flatMap((document) => (document.ok ? [] : document.refusals));
    if (refusals.length > 0 || documents.length === 0) return refused(refusals);
    return ok({ format, documents: documents.flatMap((document) => (document.ok ? [document.value] : [])) });
  }
  const why = unread(root);
  return why === undefined
    ? undefined
    : refused(documentsCatalogue.refuse('DOC_DCSA_MESSAGE', { params: why }));
}

/** Messages of DCSA that carry no document. */
function unread(root: Node): { found: string; why: string } | undefined {
  if (has(root, 'statusCode', 'httpMethod'))
    return { found: 'the error message of a service', why: 'the request it answers was not taken' };
  if (has(root, 'specversion', 'datacontenttype'))
    return { found: 'a notification', why: 'it only announces a document, which is to be fetched' };
  if (has(root, 'shippingInstructionsReference') && !has(root, 'consignmentItems'))
    return { found: 'the acknowledgement of shipping instructions', why: 'it carries only their reference' };
  if (
    isRecord(root.value) &&
    Object.keys(root.value).length > 0 &&
    Object.keys(root.value).every((name) => /Status$|^reason$/.test(name))
  )
    return { found: 'a change of status', why: 'it carries only the status of a document' };
  const events = Array.isArray(root.value) ? root.value : [];
  if (
    events.some(
      (event) =>
        isRecord(event) &&
        Object.values(event).some(
          (inner) =>
            Array.isArray(inner) &&
            inner.some((each) => isRecord(each) && Object.hasOwn(each, 'eventDateTime')),
        ),
    )
  )
    return {
      found: 'a list of lists of events',
      why: 'events stand in one list, as the track-and-trace interface gives them',
    };
  return undefined;
}
