import { isRecord, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { readDateTimeStamp } from './date-time-stamp.ts';

/** The rules that several members of a credential share, each giving what it found wrong. */

/** An absolute URL (VC Data Model 2.0, section 4.4): a scheme, then characters that a URL may carry. */
const URL_FORM = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const DIRECTIONS = new Set(['ltr', 'rtl', 'auto']);
/** A language tag, well formed as BCP 47 writes it. */
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && URL_FORM.test(value);
}

export function fault(path: string, detail: string, section: string): Refusal {
  const cite = `VC Data Model 2.0, section ${section}`;
  return credentialsCatalogue.refuse('CRED_MALFORMED', { path, params: { detail }, cite });
}

/** The items of a member that may be given once or as a list, each with its path. */
export function items(value: unknown, path: string): { readonly value: unknown; readonly path: string }[] {
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ value: item, path: `${path}/${index}` }))
    : [{ value, path }];
}

/** `id`, where it stands: one URL, never a list (section 4.4). */
export function idFaults(holder: Record<string, unknown>, path: string): Refusal[] {
  if (holder.id === undefined || isUrl(holder.id)) return [];
  return [fault(`${path}/id`, 'its id is not one URL', '4.4')];
}

/** `type`: one or more terms or URLs; which terms exist is for the contexts to say (section 4.5). */
export function typeFaults(holder: Record<string, unknown>, path: string): Refusal[] {
  const types = items(holder.type, `${path}/type`);
  const named = types.length > 0 && types.every(({ value }) => typeof value === 'string' && value !== '');
  return named ? [] : [fault(`${path}/type`, 'it names no type', '4.5')];
}

export function typeNames({ type }: Record<string, unknown>): string[] {
  return [type].flat().filter((name) => typeof name === 'string');
}

/** `name` and `description`: text, or text with its language and direction and nothing else (sections 4.6 and 11.1). */
export function textFaults(holder: Record<string, unknown>, path: string): Refusal[] {
  return (['name', 'description'] as const).flatMap((member) =>
    holder[member] === undefined
      ? []
      : items(holder[member], `${path}/${member}`)
          .filter(({ value }) => typeof value !== 'string' && !isLanguageValue(value))
          .map((item) =>
            fault(item.path, `its ${member} is neither text nor a language value object`, '4.6'),
          ),
  );
}

function isLanguageValue(value: unknown): boolean {
  if (!isRecord(value) || typeof value['@value'] !== 'string') return false;
  return Object.entries(value).every(
    ([name, member]) =>
      name === '@value' ||
      (name === '@language' && typeof member === 'string' && LANGUAGE.test(member)) ||
      (name === '@direction' && DIRECTIONS.has(member as string)),
  );
}

/** A URL, or an object whose id is one: issuer and holder (sections 4.7 and 4.13). */
export function agentFaults(value: unknown, path: string, section: string): Refusal[] {
  if (isUrl(value)) return [];
  if (!isRecord(value)) return [fault(path, 'it is neither a URL nor an object with an id', section)];
  if (!isUrl(value.id)) return [fault(`${path}/id`, 'its id is not a URL', section)];
  return textFaults(value, path);
}

/** A point in time with its zone (XML Schema 1.1 dateTimeStamp; section 4.9). */
export function timeFaults(value: unknown, path: string): Refusal[] {
  if (value === undefined || readDateTimeStamp(value) !== undefined) return [];
  return [
    credentialsCatalogue.refuse('CRED_DATE_MALFORMED', {
      path,
      params: { text: String(value).slice(0, 40) },
    }),
  ];
}

/** The first of two times may not lie behind the second (section 4.9). */
export function orderFaults(from: unknown, until: unknown, path: string): Refusal[] {
  const start = readDateTimeStamp(from);
  const end = readDateTimeStamp(until);
  return start !== undefined && end !== undefined && start > end
    ? [fault(path, 'it ends before it begins', '4.9')]
    : [];
}

export interface TypedRule {
  readonly section: string;
  /** Whether each item must have an id that is a URL. */
  readonly id: 'required' | 'optional';
}

/** A member whose items are objects with a type (sections 4.10, 4.11, 5.4 to 5.6 and the other extension points). */
export function typedFaults(holder: Record<string, unknown>, member: string, rule: TypedRule): Refusal[] {
  if (holder[member] === undefined) return [];
  const found = items(holder[member], `/${member}`);
  if (found.length === 0) return [fault(`/${member}`, 'it is an empty list', rule.section)];
  return found.flatMap(({ value, path }) => {
    if (!isRecord(value)) return [fault(path, 'it is not an object', rule.section)];
    const missing =
      rule.id === 'required' && value.id === undefined
        ? [fault(`${path}/id`, 'it has no id', rule.section)]
        : [];
    return [...typeFaults(value, path), ...idFaults(value, path), ...missing];
  });
}
