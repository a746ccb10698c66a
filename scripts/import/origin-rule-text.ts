/** Takes the words of a product-specific rule apart: what is asked of tariff numbers, of values, and of facts. */

export interface Change {
  level?: 'chapter' | 'heading' | 'subheading';
  outsideGroup?: true;
  alsoFrom?: string[];
  except?: string[];
}

export interface Alternative {
  label: string;
  forKind?: string;
  change?: Change;
  content?: { method: 'TV' | 'NC'; minimum: string }[];
  share?: {
    by: 'weight' | 'volume';
    of: 'materials' | 'good';
    materials: string[];
    atLeastOriginating?: string;
    atMostNonOriginating?: string;
  };
  processes?: string[];
  conditions?: { id: string; words: string }[];
}

/** The alternatives of a rule's text, or undefined where a clause is not understood. */
export function readRuleText(text: string, range: string): Alternative[] | undefined {
  const clauses = clausesOf(text);
  const read = clauses.map(({ label, words, kind }) => readClause(label, words, range, kind));
  if (!read.every((clause) => clause !== undefined)) return undefined;
  const level = read.flatMap((clause) => clause.change?.level ?? [])[0];
  return read.map((clause) => withLevel(clause, level));
}

/** "From headings 7208 through 7229" allows those beside what changes anyway: paint on a pipe still changes heading. */
function withLevel(clause: Alternative, level: Change['level']): Alternative {
  if (!clause.change || clause.change.level || !level) return clause;
  return { ...clause, change: { level, ...clause.change } };
}

interface Clause {
  readonly label: string;
  readonly words: string;
  readonly kind?: string;
}

/** Letters at the very beginning part alternatives; letters after "not less than:" or "provided that:" do not. */
function clausesOf(text: string): Clause[] {
  const use = /^For (?:a|any other) good of heading \d+(?: for use in (?:a )?(.+?))?: (.*)$/.exec(text);
  if (use) {
    const [, kind = 'other', words = ''] = use;
    return [{ label: '', words: words.replace(/^\(A\) /, ''), kind }];
  }
  if (!/^\([Aa]\) /.test(text)) return [{ label: '', words: text }];
  return text
    .split(/(?:^|; or |; )(?=\([A-Ca-c]\) )/)
    .filter((part) => part !== '')
    .map((part) => ({ label: part.slice(0, 3).toUpperCase(), words: part.slice(4) }));
}

function readClause(label: string, words: string, range: string, use?: string): Alternative | undefined {
  const [what = '', proviso = ''] = split(words);
  const change = readChange(what, range);
  const produced = /^Production of any good/.test(what);
  const unchanged = /^No change in tariff classification/.test(what);
  if (!change && !produced && !unchanged) return undefined;
  const forKind = use ?? kindOf(what);
  const asked = { ...readProcesses(what), ...readProviso(proviso, words), ...readWhole(what) };
  if (proviso !== '' && Object.keys(asked).length === 0) return undefined;
  return {
    label,
    ...(forKind ? { forKind } : {}),
    ...(change && Object.keys(change).length > 0 ? { change } : {}),
    ...asked,
  };
}

function split(words: string): string[] {
  const at = words.search(/(?:, |; )(?:provided (?:that|there)|except that)\b/);
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at + 2)];
}

function readChange(what: string, range: string): Change | undefined {
  const from = /^A change to .*? from (.*)$/.exec(what)?.[1];
  if (from === undefined) return undefined;
  const [allowed = '', exceptions] = from.split(/,? ?except from /);
  const except = exceptions === undefined ? [] : rangesIn(exceptions);
  const level = /any other (chapter|heading|subheading)/.exec(allowed)?.[1] as Change['level'];
  const own = /any other good of heading (\d{4})/.exec(allowed)?.[1];
  if (own) return { alsoFrom: [own] };
  if (/outside that group/.test(allowed)) return { level: 'heading', outsideGroup: true };
  if (level === undefined) return rangesIn(allowed).length > 0 ? { alsoFrom: rangesIn(allowed) } : undefined;
  const within = /^(?:within|\w+ of) (?:that|those) subheadings?/.test(allowed) ? [digits(range)] : [];
  const also = [...within, ...rangesIn(allowed.replace(/any other .*/, ''))];
  return {
    level,
    ...(also.length > 0 ? { alsoFrom: also } : {}),
    ...(except.length > 0 ? { except } : {}),
  };
}

const BARE = /^(?:(?:sub)?headings?|tariff items?|chapters?|a good of|goods? of)/;

/** "A change to a passenger vehicle of subheadings ..." is for passenger vehicles only. */
function kindOf(what: string): string | undefined {
  const goods = /^A change to (?:an? |any )?(.*?) from /.exec(what)?.[1] ?? '';
  if (BARE.test(goods)) return undefined;
  const kind = goods.replace(/,? of (?:sub)?headings? .*$/, '').trim();
  return /^other goods?$/.test(kind) ? 'other' : kind === 'good' ? undefined : kind;
}

/** A material of the same number is allowed only in a certain state, which no number tells. */
function readWhole(what: string): Pick<Alternative, 'conditions'> {
  if (/neither crushed nor ground/.test(what))
    return {
      conditions: [
        { id: 'material-whole', words: 'the material of that number is neither crushed nor ground' },
      ],
    };
  if (/from phenols of/.test(what))
    return {
      conditions: [{ id: 'material-phenols', words: 'the material of the same subheading is phenols' }],
    };
  return {};
}

const PROCESSES =
  /atmospheric distillation, vacuum distillation, catalytic hydroprocessing|direct blending|chemical reaction, atmospheric distillation or vacuum distillation|chemical reaction/;

function readProcesses(what: string): Pick<Alternative, 'processes'> {
  const named = /as the result of (.*)$/.exec(what)?.[1];
  return named === undefined ? {} : { processes: listOf(named) };
}

function readProviso(proviso: string, whole: string): Partial<Alternative> {
  if (proviso === '') return {};
  const content = readContent(proviso);
  const share = readShare(proviso);
  const process = PROCESSES.exec(proviso)?.[0];
  const conditions = readConditions(proviso, whole);
  return {
    ...(content.length > 0 ? { content } : {}),
    ...(share ? { share } : {}),
    ...(process ? { processes: listOf(process) } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
  };
}

function readContent(proviso: string): { method: 'TV' | 'NC'; minimum: string }[] {
  const listed = [...proviso.matchAll(/([\d.]+) percent where the (transaction value|net cost) method/g)];
  const single = /not less than ([\d.]+) percent under the net cost method/.exec(proviso)?.[1];
  if (single) return [{ method: 'NC', minimum: single }];
  return listed.map(([, minimum = '', method]) => ({ method: method === 'net cost' ? 'NC' : 'TV', minimum }));
}

function readShare(proviso: string): Alternative['share'] | undefined {
  const weight = /at least (\d+) percent by weight of the materials of (.*) is originating/.exec(proviso);
  if (weight)
    return {
      by: 'weight',
      of: 'materials',
      materials: rangesIn(weight[2] ?? ''),
      atLeastOriginating: weight[1] ?? '',
    };
  const volume =
    /nonoriginating (?:feedstock of (.*?)|material) constitutes no more than (\d+) percent by volume/.exec(
      proviso,
    );
  if (!volume) return undefined;
  const materials = volume[1] ? rangesIn(volume[1]) : ['27'];
  return { by: 'volume', of: 'good', materials, atMostNonOriginating: volume[2] ?? '' };
}

const CONDITIONS: readonly [RegExp, string, string][] = [
  [
    /cut or knit to shape|cut \(or knit/,
    'cut-and-sewn',
    'cut or knit to shape, or both, and sewn or otherwise assembled in the countries of the agreement',
  ],
  [/visible lining/, 'visible-lining', 'visible lining as the chapter rule asks'],
  [
    /cherries/,
    'fresh-fruit-wholly-obtained',
    'cherries packed in water, brine or natural juice only of fresh fruit wholly obtained',
  ],
  [
    /strawberries/,
    'fresh-fruit-wholly-obtained',
    'strawberries packed in water, brine or natural juice only of fresh fruit wholly obtained',
  ],
  [/tomato ketchup/, 'ketchup-without-2002.90', 'ketchup contains no non-originating good of 2002.90'],
  [
    /classified in chapter 27, .*2207/,
    'blended-only-from-chapter-27',
    'the non-originating material is of chapter 27 and holds nothing of 2207',
  ],
];

function readConditions(proviso: string, whole: string): { id: string; words: string }[] {
  return CONDITIONS.filter(([pattern]) => pattern.test(proviso) || pattern.test(whole)).map(
    ([, id, words]) => ({
      id,
      words,
    }),
  );
}

function listOf(words: string): string[] {
  return words
    .replace(/, provided.*$/, '')
    .split(/, | or /)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Every chapter, heading, subheading or item that a text names: "headings 5204 through 5212", "chapter 54". */
export function rangesIn(text: string): string[] {
  const named = text.matchAll(
    /(\d{4}(?:\.\d{2}){0,2})(?: through (\d{4}(?:\.\d{2}){0,2}))?|chapter (\d{1,2})/g,
  );
  return [...named].map(([, first, last, chapter]) => {
    if (chapter !== undefined) return chapter.padStart(2, '0');
    return last === undefined ? digits(first ?? '') : `${digits(first ?? '')}-${digits(last)}`;
  });
}

export function digits(text: string): string {
  return text.replace(/[^\d-]/g, '');
}
