import { all, ok, parseDate, type Result, refused } from '@portolan/kernel';
import { shelfCatalogue } from '../catalogue.ts';
import { type Certainty, certainties, type ShelfRecord } from './item.ts';
import { type DataKind, dataKinds, isDataKind } from './kinds.ts';

/** The fields of an import as a form or a command line gives them: texts. */
export type ImportFields = Readonly<Record<string, string | undefined>>;

export interface ImportNote {
  readonly name: string;
  readonly kind: DataKind;
  readonly record: ShelfRecord;
}

const nameForm = /^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/;
const longestText = 1000;

/**
 * Reads what is said of a file that is imported. An edition must say since when and until when it is known to hold: its
 * file says neither, and a date beyond what is known may not be priced silently. The rows of a table have their own dates.
 */
export function readImportFields(fields: ImportFields): Result<ImportNote> {
  const kind = kindOf(fields.kind);
  const name = nameOf(fields.name);
  const record = recordOf(fields);
  if (kind.ok && name.ok && record.ok)
    return ok({ name: name.value, kind: kind.value, record: record.value });
  return all<unknown>([kind, name, record]) as Result<never>;
}

function kindOf(kind = 'edition'): Result<DataKind> {
  return isDataKind(kind)
    ? ok(kind)
    : unfit('kind', `"${kind.slice(0, 40)}" is no kind`, dataKinds.join(', '));
}

function nameOf(name = ''): Result<string> {
  if (nameForm.test(name)) return ok(name);
  const params = { name: name.slice(0, 60) };
  return refused(shelfCatalogue.refuse('NODE_TARIFF_NAME', { path: '/name', params }));
}

function recordOf(fields: ImportFields): Result<ShelfRecord> {
  const dates = (fields.kind ?? 'edition') === 'edition' ? datesOf(fields) : ok({});
  const source = textOf(fields, 'source', 'who published it and where it was taken from');
  const certainty = certaintyOf(fields.certainty);
  if (!dates.ok || !source.ok || !certainty.ok)
    return all<unknown>([dates, source, certainty]) as Result<never>;
  const unknownAfter = fields.unknownAfter?.slice(0, longestText);
  return ok({
    ...dates.value,
    ...(unknownAfter ? { unknownAfter } : {}),
    source: source.value,
    certainty: certainty.value,
  });
}

function datesOf(fields: ImportFields): Result<Pick<ShelfRecord, 'effective' | 'until' | 'published'>> {
  const effective = dateOf(fields, 'effective');
  const until = dateOf(fields, 'until');
  const published = fields.published ? dateOf(fields, 'published') : undefined;
  if (!effective.ok || !until.ok || published?.ok === false)
    return all<unknown>([effective, until, ...(published ? [published] : [])]) as Result<never>;
  if (until.value < effective.value)
    return unfit('until', 'it is before the day on which it takes effect', 'a later day');
  return ok({
    effective: effective.value,
    until: until.value,
    published: published?.value ?? effective.value,
  });
}

function dateOf(fields: ImportFields, field: string): Result<string> {
  const text = fields[field];
  return text ? parseDate(text, `/${field}`) : unfit(field, 'it is missing', 'a date such as 2026-06-08');
}

function textOf(fields: ImportFields, field: string, expected: string): Result<string> {
  const text = fields[field]?.trim() ?? '';
  if (text === '') return unfit(field, 'it is missing', expected);
  return text.length > longestText ? unfit(field, 'it is too long', `${expected}, in brief`) : ok(text);
}

function certaintyOf(certainty = 'unverified'): Result<Certainty> {
  const known = certainties.find((name) => name === certainty);
  return known ? ok(known) : unfit('certainty', 'it is not known', `one of ${certainties.join(', ')}`);
}

function unfit(field: string, problem: string, expected: string): Result<never> {
  const params = { field, problem, expected };
  return refused(shelfCatalogue.refuse('NODE_TARIFF_FIELD', { path: `/${field}`, params }));
}
