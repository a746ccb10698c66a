import { isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { BASE_TYPE, CREDENTIALS_CONTEXT } from '../credential/credential.ts';
import { relatedResourceFaults } from './related-resources.ts';
import {
  agentFaults,
  fault,
  idFaults,
  items,
  orderFaults,
  type TypedRule,
  textFaults,
  timeFaults,
  typedFaults,
  typeFaults,
  typeNames,
} from './rules.ts';

/** The base context of the edition before, whose credentials are still verified (VC Data Model 1.1). */
export const CREDENTIALS_CONTEXT_1 = 'https://www.w3.org/2018/credentials/v1';

export type ModelVersion = '2.0' | '1.1';

/** The members that hold typed objects, and where the specification speaks of each. */
const EXTENSIONS: Readonly<Record<string, TypedRule>> = {
  credentialStatus: { section: '4.10', id: 'optional' },
  credentialSchema: { section: '4.11', id: 'required' },
  refreshService: { section: '5.4', id: 'optional' },
  termsOfUse: { section: '5.5', id: 'optional' },
  evidence: { section: '5.6', id: 'optional' },
  confidenceMethod: { section: '5.3.2', id: 'optional' },
  renderMethod: { section: '5.3.2', id: 'optional' },
  proof: { section: '4.12', id: 'optional' },
};

/** The edition of the data model a document says it follows: its first context. */
export function modelVersionOf(document: Record<string, unknown>): ModelVersion | undefined {
  const context = document['@context'];
  const first: unknown = Array.isArray(context) ? context[0] : undefined;
  if (first === CREDENTIALS_CONTEXT) return '2.0';
  return first === CREDENTIALS_CONTEXT_1 ? '1.1' : undefined;
}

/**
 * Everything in which a credential departs from the Verifiable Credentials Data Model 2.0 (or 1.1, where its context says
 * so): contexts and their order, types, identifiers, names, issuer, subjects, validity and every extension point.
 */
export function credentialFaults(credential: JsonObject): Refusal[] {
  const version = modelVersionOf(credential);
  return [
    ...contextFaults(credential),
    ...typeFaults(credential, ''),
    ...(typeNames(credential).includes(BASE_TYPE)
      ? []
      : [fault('/type', `it does not name ${BASE_TYPE}`, '4.5')]),
    ...idFaults(credential, ''),
    ...textFaults(credential, ''),
    ...agentFaults(credential.issuer, '/issuer', '4.7'),
    ...subjectFaults(credential.credentialSubject),
    ...(version === '1.1' ? periodOf1(credential) : period(credential)),
    ...Object.entries(EXTENSIONS).flatMap(([member, rule]) => typedFaults(credential, member, rule)),
    ...relatedResourceFaults(credential.relatedResource),
  ];
}

/** `@context`: a list that begins with the base context; then URLs and contexts written out (section 4.3). */
export function contextFaults(document: Record<string, unknown>): Refusal[] {
  const context = document['@context'];
  if (!Array.isArray(context)) return [fault('/@context', 'it is not a list', '4.3')];
  if (modelVersionOf(document) === undefined)
    return [fault('/@context/0', `it is not ${CREDENTIALS_CONTEXT}`, '4.3')];
  return context.flatMap((item: unknown, index) =>
    typeof item === 'string' || isRecord(item)
      ? []
      : [fault(`/@context/${index}`, 'it is neither a URL nor an object', '4.3')],
  );
}

/** Every subject makes at least one claim; an empty one makes none (section 4.8). */
function subjectFaults(subject: unknown): Refusal[] {
  const subjects = items(subject, '/credentialSubject');
  if (subjects.length === 0) return [fault('/credentialSubject', 'there is no subject', '4.8')];
  return subjects.flatMap(({ value, path }) =>
    isRecord(value) && Object.keys(value).length > 0
      ? idFaults(value, path)
      : [fault(path, 'the subject makes no claim', '4.8')],
  );
}

function period({ validFrom, validUntil }: JsonObject): Refusal[] {
  return [
    ...timeFaults(validFrom, '/validFrom'),
    ...timeFaults(validUntil, '/validUntil'),
    ...orderFaults(validFrom, validUntil, '/validUntil'),
  ];
}

/** In edition 1.1 the begin must stand, and both ends have other names (VC Data Model 1.1, sections 4.5 and 4.6). */
function periodOf1({ issuanceDate, expirationDate }: JsonObject): Refusal[] {
  return [
    ...(issuanceDate === undefined ? [fault('/issuanceDate', 'it has no issuance date', '4.9')] : []),
    ...timeFaults(issuanceDate, '/issuanceDate'),
    ...timeFaults(expirationDate, '/expirationDate'),
    ...orderFaults(issuanceDate, expirationDate, '/expirationDate'),
  ];
}
