import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, RequestView } from '@portolan/contract';
import { signPresentation, type VerifiableCredential } from '@portolan/credentials';
import type { JsonObject, Refusal } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { changeBit } from '../../credentials/status/change.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { Client } from '../../testing/index.ts';
import { prepareFiling, typed } from '../../torture/shipment/filing.ts';
import { sampleSigner } from '../../torture/shipment/signers.ts';
import { answerForm } from '../request/testing/world.ts';
import { type Community, community } from '../testing/community.ts';
import { shipmentForm } from '../testing/shipment.ts';
import { type Doors, doorsOf, rowsOf, type Seen } from './doors.ts';
import {
  type Change,
  credentialsWith,
  envelopeWith,
  reissued,
  signedBy,
  stranger,
  withSubject,
} from './shipments.ts';

let world: Community;
let broker: Client;
let officer: Client;
let doors: Doors;

before(async () => {
  world = await community();
  [broker, officer] = [await world.node.as('broker-filer'), await world.node.as('agency-officer')];
  doors = doorsOf(world, broker);
});
after(() => world.node.close());

/** Makes what is needed before, and answers the bad act itself. */
type Make = () => Promise<() => Promise<Seen>>;
type Expected = readonly [status: number, code: string, path: RegExp, fault: Refusal['fault']];
type Row = readonly [what: string, make: Make, expected: Expected];

const act =
  (send: () => Promise<Seen>): Make =>
  async () =>
    send;
const drop = (content: string, name = 'document.json') => act(() => doors.drop(content, name));
const call = (path: string, body: unknown) => act(() => doors.call(world.node.anonymous, path, body));
const filing =
  (serial: number, change: Change, type?: string): Make =>
  async () => {
    const credentials = await credentialsWith(serial, change, type);
    return () => doors.file(credentials);
  };
const delivery =
  (serial: number, change: Change, type?: string): Make =>
  async () => {
    const wire = await envelopeWith(serial, change, type);
    return () => doors.deliver(wire);
  };
const fileWith =
  (serial: number, more: Parameters<Doors['file']>[1]): Make =>
  async () => {
    const credentials = await credentialsWith(serial, (one) => one);
    return () => doors.file(credentials, more);
  };
const document = (name: string, content: string) => ({ files: [{ name, content }] });

const huge = `{"type":"PurchaseOrder","number":"${'9'.repeat(10 * 1024 * 1024)}"}`;
const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;
const cut = '{"type":"PurchaseOrder","number":"1"';
const unknownType = '{"type":"LetterOfCredit","number":"1"}';
const external = `<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>
  <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>&x;</ID></Invoice>`;
const past = { validUntil: '2026-06-12T00:00:00.000Z' };
const future = { validFrom: '2026-07-01T00:00:00.000Z' };
const altered = withSubject((subject) => ({ ...subject, completedOn: '2026-06-09' }));
const byStranger: Change = (credential) => {
  const signer = stranger();
  return reissued({ issuer: signer.did }, signer)(credential);
};
const invoiceWith =
  (change: (line: JsonObject) => JsonObject): Change =>
  async (credential) => {
    const subject = credential.credentialSubject as JsonObject;
    const [first, ...others] = subject.lines as readonly JsonObject[];
    const lines = [change(first as JsonObject), ...others];
    return reissued({ credentialSubject: { ...subject, lines } })(credential);
  };
const negative = invoiceWith((line) => ({ ...line, quantity: { value: '-8000', unit: 'KGM' } }));
const otherCurrency = invoiceWith((line) => ({ ...line, amount: { amount: '9600.00', currency: 'MXN' } }));
const otherUnit = invoiceWith((line) => ({ ...line, quantity: { value: '8000', unit: 'LTR' } }));

/** Sets the bit of a credential on the grower's list, as the grower itself would. */
const revoked: Change = async (credential) => {
  const { context } = world.node;
  const entries = credential.credentialStatus as readonly {
    statusPurpose: string;
    statusListIndex: string;
  }[];
  const index = Number(entries.find(({ statusPurpose }) => statusPurpose === 'revocation')?.statusListIndex);
  const { id, slug, sample } = world.seat('grower');
  await withTransaction(context.pool, (tx) =>
    changeBit(
      context,
      tx,
      { id, slug, sample },
      {
        ...{ listId: `${id}/1`, index, purpose: 'revocation' as const, value: true },
      },
    ),
  );
  return credential;
};

/** An invoice in litres of goods that the tariff counts in kilograms, and no packing list that weighs them. */
const litres =
  (serial: number): Make =>
  async () => {
    const changed = await credentialsWith(serial, otherUnit, 'CommercialInvoice');
    const credentials = changed.filter(({ type }) => !(type as string[]).includes('PackingList'));
    return () => doors.file(credentials);
  };

const presentedTwice: Make = async () => {
  const asked = await officer.post<{ challenge: string; domain: string }>('/api/presentations/challenges');
  const [credential] = await credentialsWith(901, (one) => one);
  const presentation = await signPresentation(
    [credential as unknown as VerifiableCredential],
    sampleSigner('carrier'),
    nodeCrypto,
    { ...asked.body, created: world.node.context.clock.now() },
  );
  const present = () => doors.call(officer, '/api/presentations', { presentation });
  await present();
  return present;
};

const filedTwice: Make = async () => {
  const [one, other] = [await prepareFiling(902), await prepareFiling(902)];
  await doors.deliver(one.wire);
  return () => doors.deliver(other.wire);
};

const answeredTwice: Make = async () => {
  const answer = await broker.post<{ entryNumber: string }>('/api/filings', await shipmentForm(903), {
    'idempotency-key': 'answered-twice',
  });
  await world.node.areas.trade.settled();
  const asked = await officer.post<RequestView>(`/api/entries/${answer.body.entryNumber}/requests`, {
    template: 'preference-claim',
    field: '/lines/2',
  });
  await world.node.areas.trade.settled();
  const path = `/api/requests/${asked.body.id}/answers`;
  const grower = await world.node.as('grower-signer');
  await doors.call(grower, path, answerForm('Picked on 9 June.', 'all'));
  return () => doors.call(grower, path, answerForm('Picked on 10 June.', 'all'));
};

const anothersCase: Make = async () => {
  const draft = (await broker.post<Draft>('/api/drafts', await shipmentForm(904))).body;
  const juicer = await world.node.as('juicer-signer');
  return () => doors.call(juicer, `/api/drafts/${draft.id}/file`, {});
};

const certificate = /^(\/body\/entry)?\/lines\/\d\/certificate$/;

const table: readonly Row[] = [
  // First, before a filing that was taken puts a power on record.
  [
    'a filing without power of attorney',
    filing(828, () => undefined, 'PowerOfAttorney'),
    [422, 'USMCA_POWER_MISSING', /^\/filer$/, 'filer'],
  ],
  [
    'an envelope’s filing without power of attorney',
    delivery(829, () => undefined, 'PowerOfAttorney'),
    [200, 'USMCA_POWER_MISSING', /^\/body\/entry\/filer$/, 'filer'],
  ],
  [
    'truncated JSON in a draft',
    drop(cut),
    [400, 'KERNEL_JSON_SYNTAX', /^\/files\/document\.json$/, 'sender'],
  ],
  [
    'truncated JSON in a filing',
    fileWith(801, document('cut.json', cut)),
    [400, 'KERNEL_JSON_SYNTAX', /^\/files\/cut\.json$/, 'sender'],
  ],
  [
    'truncated JSON in an envelope',
    call('/api/inbox', '{"envelopes":[{"id"'),
    [400, 'KERNEL_JSON_SYNTAX', /^$/, 'sender'],
  ],
  ['10 MB of JSON in a draft', drop(huge), [413, 'NODE_MULTIPART', /^\/files$/, 'sender']],
  [
    '10 MB of JSON in a filing',
    fileWith(802, document('huge.json', huge)),
    [413, 'NODE_MULTIPART', /^\/files$/, 'sender'],
  ],
  ['10 MB of JSON in an envelope', call('/api/inbox', huge), [413, 'NODE_BODY_TOO_LARGE', /^$/, 'sender']],
  [
    'XML with an external entity in a draft',
    drop(external, 'x.xml'),
    [422, 'DOC_XML_DOCTYPE', /^\/files\/x\.xml$/, 'sender'],
  ],
  [
    'XML with an external entity in a filing',
    fileWith(803, document('x.xml', external)),
    [422, 'DOC_XML_DOCTYPE', /^\/files\/x\.xml$/, 'sender'],
  ],
  ['200 levels in a draft', drop(deep), [422, 'KERNEL_JSON_TOO_DEEP', /^\/files\/document\.json$/, 'sender']],
  [
    '200 levels in a filing',
    fileWith(804, document('deep.json', deep)),
    [422, 'KERNEL_JSON_TOO_DEEP', /^\/files\/deep\.json$/, 'sender'],
  ],
  ['200 levels in an envelope', call('/api/inbox', deep), [422, 'KERNEL_JSON_TOO_DEEP', /^$/, 'sender']],
  [
    'an unknown type in a draft',
    drop(unknownType),
    [422, 'DOC_TYPE_UNKNOWN', /^\/files\/document\.json\/type$/, 'sender'],
  ],
  [
    'an unknown type in a filing',
    fileWith(805, document('letter.json', unknownType)),
    [422, 'DOC_TYPE_UNKNOWN', /^\/files\/letter\.json\/type$/, 'sender'],
  ],
  [
    'an altered byte in a filing',
    filing(810, altered),
    [422, 'USMCA_CERTIFICATE_ALTERED', certificate, 'sender'],
  ],
  [
    'an altered byte in an envelope’s credential',
    delivery(811, altered),
    [200, 'USMCA_CERTIFICATE_ALTERED', certificate, 'sender'],
  ],
  [
    'the wrong key in a filing',
    filing(812, signedBy('carrier')),
    [422, 'USMCA_CERTIFICATE_KEY', certificate, 'signer'],
  ],
  [
    'the wrong key in an envelope’s credential',
    delivery(813, signedBy('carrier')),
    [200, 'USMCA_CERTIFICATE_KEY', certificate, 'signer'],
  ],
  [
    'expired in a filing',
    filing(814, reissued(past)),
    [422, 'USMCA_CERTIFICATE_EXPIRED', certificate, 'signer'],
  ],
  [
    'expired in an envelope',
    delivery(815, reissued(past)),
    [200, 'USMCA_CERTIFICATE_EXPIRED', certificate, 'signer'],
  ],
  [
    'not yet valid in a filing',
    filing(816, reissued(future)),
    [422, 'USMCA_CERTIFICATE_NOT_YET_VALID', certificate, 'signer'],
  ],
  [
    'not yet valid in an envelope',
    delivery(817, reissued(future)),
    [200, 'USMCA_CERTIFICATE_NOT_YET_VALID', certificate, 'signer'],
  ],
  ['revoked in a filing', filing(818, revoked), [422, 'USMCA_CERTIFICATE_REVOKED', certificate, 'signer']],
  [
    'revoked in an envelope',
    delivery(819, revoked),
    [200, 'USMCA_CERTIFICATE_REVOKED', certificate, 'signer'],
  ],
  [
    'a presentation shown again',
    presentedTwice,
    [409, 'NODE_CHALLENGE_SPENT', /^\/proof\/challenge$/, 'holder'],
  ],
  [
    'an unknown issuer in a filing',
    filing(820, byStranger),
    [422, 'USMCA_SIGNER_NOT_CERTIFIER', certificate, 'signer'],
  ],
  [
    'an unknown issuer in an envelope',
    delivery(821, byStranger),
    [200, 'USMCA_SIGNER_NOT_CERTIFIER', certificate, 'signer'],
  ],
  [
    'an unknown HTS number in a filing',
    fileWith(822, { typed: { ...typed, '/lines/0/hts': '0709.60.99.99' } }),
    [422, 'FILING_HTS_UNKNOWN', /^\/lines\/0\/hts$/, 'sender'],
  ],
  [
    'a currency of its own in one line, in a filing',
    filing(823, otherCurrency, 'CommercialInvoice'),
    [422, 'DOC_CURRENCY_MIXED', /lines\/0\/amount\/currency$/, 'sender'],
  ],
  [
    'a currency of its own in one line, in an envelope',
    delivery(824, otherCurrency, 'CommercialInvoice'),
    [200, 'DOC_CURRENCY_MIXED', /lines\/0\/amount\/currency$/, 'sender'],
  ],
  [
    'a unit that the tariff number does not take, in a filing',
    litres(825),
    [422, 'FILING_UNIT_MISMATCH', /^\/lines\/0\/quantities$/, 'sender'],
  ],
  [
    'a negative quantity in a filing',
    filing(826, negative, 'CommercialInvoice'),
    [422, 'DOC_QUANTITY_NOT_POSITIVE', /lines\/0\/quantity/, 'sender'],
  ],
  [
    'a negative quantity in an envelope',
    delivery(827, negative, 'CommercialInvoice'),
    [200, 'DOC_QUANTITY_NOT_POSITIVE', /lines\/0\/quantity/, 'sender'],
  ],
  [
    'an entry number that was filed before',
    filedTwice,
    [200, 'USMCA_ENTRY_NUMBER_SEEN', /^\/body\/entry\/entryNumber$/, 'filer'],
  ],
  ['two answers to one request', answeredTwice, [409, 'NODE_REQUEST_ANSWERED', /^$/, 'holder']],
  ['another organization’s case', anothersCase, [404, 'NODE_CASE_UNKNOWN', /^$/, 'sender']],
];

describe('bad input, at each door it can come in by', () => {
  for (const [what, make, [status, code, path, fault]] of table)
    it(`${what}: ${code}`, async () => {
      const send = await make();
      await world.node.areas.trade.settled();
      const before = await rowsOf(world);
      const answer = await send();
      const found = answer.refusals.find((refusal) => refusal.code === code);
      assert.ok(found, `got ${answer.status} ${JSON.stringify(answer.refusals)}`);
      assert.deepEqual([answer.status, found.fault], [status, fault]);
      assert.match(found.path, path);
      assert.ok(found.message !== '' && found.mend !== '');
      await world.node.areas.trade.settled();
      assert.deepEqual(await rowsOf(world), before, 'nothing half stored');
    });
});
