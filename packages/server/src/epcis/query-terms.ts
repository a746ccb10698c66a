import { bareValue, vocabularies } from '@portolan/documents';
import { ok, parseInstant, type Refusal, type Result, refused } from '@portolan/kernel';
import { epcisServiceCatalogue } from './catalogue.ts';
import { contentTerm, likePatterns } from './query-content.ts';

/** One condition of a query: SQL with the place of its parameter left open, and the parameter. */
export interface Term {
  readonly sql: (parameter: string) => string;
  readonly value: unknown;
}

/** How a parameter of SimpleEventQuery becomes a condition. */
type Reader = (text: string, parameter: string) => Result<Term>;

const any = (sql: (parameter: string) => string, read = (word: string) => word): Reader => {
  return (text) => ok({ sql, value: text.split('|').map(read) });
};
const among = (column: string, read?: (word: string) => string) => any((p) => `${column} = any(${p})`, read);
const overlaps =
  (columns: string, or = (_sql: string, _one: string) => ''): Reader =>
  (text) => {
    const words = text.split('|');
    if (!words.some((word) => word.includes('*')))
      return ok({ sql: (p) => `((${columns}) && ${p}::text[]${or('=', p)})`, value: words });
    const sql = (p: string) =>
      `(exists (select from unnest(${columns}) as one where one like any(${p}))${or('like', p)})`;
    return ok({ sql, value: likePatterns(words) });
  };
const orParent = (comparison: string, p: string) => ` or parent_id ${comparison} any(${p})`;
const time = (column: string, comparison: string): Reader => {
  return (text, parameter) => {
    const at = parseInstant(text);
    if (!at.ok) return refused(parameterRefusal(parameter, 'it is not a point in time with a zone'));
    return ok({ sql: (p) => `${column} ${comparison} ${p}`, value: at.value });
  };
};

const ALL_EPCS = 'epcs || input_epcs || output_epcs';
const ALL_CLASSES = 'classes || input_classes || output_classes';

const readers: Readonly<Record<string, Reader>> = {
  eventType: among('type'),
  GE_eventTime: time('event_time', '>='),
  LT_eventTime: time('event_time', '<'),
  GE_recordTime: time('record_time', '>='),
  LT_recordTime: time('record_time', '<'),
  EQ_action: among('action'),
  EQ_bizStep: among('biz_step', (word) => bareValue(word, vocabularies.bizStep)),
  EQ_disposition: among('disposition', (word) => bareValue(word, vocabularies.disposition)),
  EQ_readPoint: among('read_point'),
  EQ_bizLocation: among('biz_location'),
  EQ_transformationID: among('transformation_id'),
  EQ_eventID: among('event_id'),
  MATCH_parentID: any(
    (p) => `parent_id like any(${p})`,
    (word) => likePatterns([word]).at(-1) ?? word,
  ),
  MATCH_epc: overlaps('epcs'),
  MATCH_inputEPC: overlaps('input_epcs'),
  MATCH_outputEPC: overlaps('output_epcs'),
  MATCH_anyEPC: overlaps(ALL_EPCS, orParent),
  MATCH_epcClass: overlaps('classes'),
  MATCH_inputEPCClass: overlaps('input_classes'),
  MATCH_outputEPCClass: overlaps('output_classes'),
  MATCH_anyEPCClass: overlaps(ALL_CLASSES),
};

const REFERENCE = /^EQ_(bizTransaction|source|destination)_(.+)$/;
const OTHERS = new Set([
  'orderBy',
  'orderDirection',
  'eventCountLimit',
  'maxEventCount',
  'perPage',
  'nextPageToken',
]);

/** Every condition of a query. Refuses parameters that nobody here knows, rather than to answer another question. */
export function readTerms(query: Readonly<Record<string, unknown>>): Result<Term[]> {
  const terms: Term[] = [];
  const found: Refusal[] = [];
  for (const [parameter, value] of Object.entries(query)) {
    if (OTHERS.has(parameter) || value === undefined) continue;
    const term = readTerm(parameter, String(value));
    if (term.ok) terms.push(term.value);
    else found.push(...term.refusals);
  }
  return found.length > 0 ? refused(found) : ok(terms);
}

function readTerm(parameter: string, text: string): Result<Term> {
  const reader = Object.hasOwn(readers, parameter) ? readers[parameter] : undefined;
  if (reader) return reader(text, parameter);
  const content = contentTerm(parameter, text);
  if (typeof content === 'string') return refused(parameterRefusal(parameter, content));
  if (content) return content;
  const [, field, type] = REFERENCE.exec(parameter) ?? [];
  if (field === undefined) return refused(parameterRefusal(parameter, 'it is not known here'));
  const words =
    field === 'bizTransaction' ? vocabularies.transactionType : vocabularies.sourceDestinationType;
  const ids = text.split('|').map((id) => `${field} ${bareValue(type ?? '', words)} ${id}`);
  return ok({ sql: (p) => `refs && ${p}::text[]`, value: ids });
}

export function parameterRefusal(parameter: string, reason: string): Refusal {
  const params = { parameter: parameter.slice(0, 80), reason };
  return epcisServiceCatalogue.refuse('NODE_EPCIS_PARAMETER', { path: `/${params.parameter}`, params });
}
