import { isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { PRESENTATION_TYPE } from '../presentation/presentation.ts';
import { contextFaults } from './check-credential.ts';
import { agentFaults, fault, idFaults, items, typedFaults, typeFaults, typeNames } from './rules.ts';

/** Credentials of the largest presentation that is looked at. */
export const MAX_CREDENTIALS = 100;

/**
 * Everything in which a presentation departs from the Verifiable Credentials Data Model 2.0, section 4.13: context, type,
 * id, holder, and credentials that are objects (enveloped ones too), never texts.
 */
export function presentationFaults(presentation: JsonObject): Refusal[] {
  const { holder, verifiableCredential } = presentation;
  return [
    ...contextFaults(presentation),
    ...typeFaults(presentation, ''),
    ...(typeNames(presentation).includes(PRESENTATION_TYPE)
      ? []
      : [fault('/type', `it does not name ${PRESENTATION_TYPE}`, '4.13')]),
    ...idFaults(presentation, ''),
    ...(holder === undefined ? [] : agentFaults(holder, '/holder', '4.13')),
    ...typedFaults(presentation, 'termsOfUse', { section: '5.5', id: 'optional' }),
    ...typedFaults(presentation, 'proof', { section: '4.12', id: 'optional' }),
    ...credentialsFaults(verifiableCredential),
  ];
}

function credentialsFaults(value: unknown): Refusal[] {
  if (value === undefined) return [];
  const credentials = items(value, '/verifiableCredential');
  if (credentials.length > MAX_CREDENTIALS)
    return [fault('/verifiableCredential', `it holds more than ${MAX_CREDENTIALS} credentials`, '4.13')];
  return credentials
    .filter((credential) => !isRecord(credential.value))
    .map(({ path }) => fault(path, 'it is not an object', '4.13'));
}

/** The credentials of a presentation that has no fault. */
export function credentialsOf({ verifiableCredential }: JsonObject): JsonObject[] {
  return verifiableCredential === undefined
    ? []
    : items(verifiableCredential, '').map(({ value }) => value as JsonObject);
}

/** The holder a presentation names, if any. */
export function holderOf({ holder }: JsonObject): string | undefined {
  if (typeof holder === 'string') return holder;
  return isRecord(holder) && typeof holder.id === 'string' ? holder.id : undefined;
}
