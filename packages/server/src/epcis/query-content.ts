import { bareValue, vocabularies } from '@portolan/documents';
import { ok, parseInstant, type Result } from '@portolan/kernel';
import type { Term } from './query-terms.ts';

/** Conditions on what stands in the event itself and has no column of its own (EPCIS 2.0, section 8.2.7.1). */

const EVENT = 'event::jsonb';
const at = (path: string) => `${EVENT} #>> '{${path}}'`;
const listAt = (path: string) => `jsonb_array_elements_text(coalesce(${EVENT} #> '{${path}}', '[]'))`;
const DISPOSITION = `regexp_replace(found, '^(urn:epcglobal:cbv:disp:|https://ref\\.gs1\\.org/cbv/Disp-)', '')`;

const EXACT: Readonly<Record<string, (text: string) => Term>> = {
  EXISTS_errorDeclaration: (text) => ({
    sql: (p) => `(${p}::text is not null and jsonb_exists(${EVENT}, 'errorDeclaration'))`,
    value: text,
  }),
  EQ_errorReason: (text) => ({
    sql: (p) => `${at('errorDeclaration,reason')} = any(${p})`,
    value: text.split('|'),
  }),
  EQ_correctiveEventID: (text) => ({
    sql: (p) =>
      `exists (select from ${listAt('errorDeclaration,correctiveEventIDs')} as found where found = any(${p}))`,
    value: text.split('|'),
  }),
  EQ_persistentDisposition_set: (text) => persistent('set', text),
  EQ_persistentDisposition_unset: (text) => persistent('unset', text),
};

function persistent(member: 'set' | 'unset', text: string): Term {
  return {
    sql: (p) =>
      `exists (select from ${listAt(`persistentDisposition,${member}`)} as found where ${DISPOSITION} = any(${p}))`,
    value: text.split('|').map((word) => bareValue(word, vocabularies.disposition)),
  };
}

const DECLARED = /^(GE|LT)_errorDeclarationTime$/;
/** A field that is not of the standard: named with a prefix or as an address. INNER looks at every depth. */
const FIELD = /^(EQ|GT|GE|LT|LE|EXISTS)_(INNER_)?(\S*[:/#]\S*)$/;
const COMPARISONS: Readonly<Record<string, string>> = { GE: '>=', GT: '>', LE: '<=', LT: '<' };
const NUMBER = /^-?\d{1,20}(?:\.\d{1,20})?$/;

/** The condition of a parameter, in words why it is none, or undefined when it is no parameter of this kind. */
export function contentTerm(parameter: string, text: string): Result<Term> | string | undefined {
  const exact = Object.hasOwn(EXACT, parameter) ? EXACT[parameter] : undefined;
  if (exact) return ok(exact(text));
  const [, bound] = DECLARED.exec(parameter) ?? [];
  if (bound !== undefined) return declaredAt(COMPARISONS[bound] ?? '=', text);
  const [, comparison, inner, field] = FIELD.exec(parameter) ?? [];
  if (comparison === undefined || field === undefined) return undefined;
  return fieldTerm(comparison, inner !== undefined, field, text);
}

function declaredAt(comparison: string, text: string): Result<Term> | string {
  const time = parseInstant(text);
  if (!time.ok) return 'it is not a point in time with a zone';
  const declared = at('errorDeclaration,declarationTime');
  const sql = (p: string) =>
    `case when pg_input_is_valid(${declared}, 'timestamptz') then (${declared})::timestamptz ${comparison} ${p} else false end`;
  return ok({ sql, value: time.value });
}

function fieldTerm(comparison: string, inner: boolean, field: string, text: string): Result<Term> | string {
  const path = inner ? `$.**.${JSON.stringify(field)}` : `$.${JSON.stringify(field)}`;
  const values = (p: string) => `jsonb_path_query(${EVENT}, (${p}::jsonb ->> 'path')::jsonpath) as found`;
  const asked = (words: object) => JSON.stringify({ path, ...words });
  if (comparison === 'EXISTS')
    return ok({ sql: (p) => `exists (select from ${values(p)})`, value: asked({}) });
  if (comparison === 'EQ') {
    const sql = (p: string) =>
      `exists (select from ${values(p)} where found #>> '{}' in (select jsonb_array_elements_text(${p}::jsonb -> 'words')))`;
    return ok({ sql, value: asked({ words: text.split('|') }) });
  }
  if (!NUMBER.test(text)) return 'it is not a number';
  const sql = (p: string) =>
    `exists (select from ${values(p)} where jsonb_typeof(found) = 'number'
       and (found #>> '{}')::numeric ${COMPARISONS[comparison]} (${p}::jsonb ->> 'number')::numeric)`;
  return ok({ sql, value: asked({ number: text }) });
}

/** Patterns of identifiers as LIKE reads them: a part that is a star stands for any (EPCIS 2.0, section 8.2.7.1; TDS, section 8). */
export function likePatterns(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const like = word.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`).replaceAll(/(?<=[.:])\*/g, '%');
    return word.startsWith('urn:epc:idpat:') ? [like, like.replace('urn:epc:idpat:', 'urn:epc:id:')] : [like];
  });
}
