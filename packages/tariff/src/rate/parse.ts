import { parseTerm } from './parse-term.ts';
import type { Rate } from './rate.ts';
import { tidyRate } from './text.ts';

const freeText = /^free(?:,? (.+))?$/i;
const noChange = /^no change$/i;
const applicable =
  /^the duty (?:rate )?provided (?:for )?in (?:the applicable subheading|such subheading|subheadings? ([\d., or]+?))(?: ?(\+|plus|minus) ?(?:a duty of )?(.+))?$/i;
const upon = / upon the value of /i;
const seeHeadings = /^see (?:subheadings? )?([\d.,\- –]+)$/i;
const seeNote = /^see ((?:additional )?u\.s\. note .+)$/i;
const inWords = /^(?:the (?:rate|duty)|a duty)\b/i;
const ceiling = /^(.+?), (but .+ shall not exceed .+)$/i;

/**
 * Reads one rate text of an official export: "Free", "2.9%", "1.1¢/kg + 2.9%", "33 1/3%", "No change",
 * "The duty provided in the applicable subheading + 25%", "See 9822.05.20". Blank is no rate.
 * A text that no form fits comes back as `unparsed` with the reason, never as a guess.
 */
export function parseRate(raw: string): Rate {
  const text = tidyRate(raw);
  if (text === '') return { kind: 'none' };
  const free = freeText.exec(text);
  if (free !== null) return free[1] === undefined ? { kind: 'free' } : { kind: 'free', condition: free[1] };
  if (noChange.test(text)) return { kind: 'no-change' };
  return parseApplicable(text) ?? parseSee(text) ?? parseTerms(text) ?? parseWords(text) ?? unparsed(text);
}

function parseApplicable(text: string): Rate | undefined {
  const match = applicable.exec(text);
  if (match === null) return undefined;
  const [, headings, sign, amount] = match;
  const base = {
    kind: 'applicable' as const,
    ...(headings === undefined
      ? {}
      : { headings: headings.split(/,| or /).map((heading) => heading.trim()) }),
  };
  if (sign === undefined || amount === undefined) return base;
  const change = parseTerm(amount.replace(upon, ' on '));
  if (change === undefined) return undefined;
  if (sign !== 'minus') return { ...base, plus: change };
  return change.kind === 'ad-valorem' ? { ...base, minus: change.percent } : undefined;
}

function parseSee(text: string): Rate | undefined {
  const headings = seeHeadings.exec(text)?.[1];
  if (headings !== undefined) {
    const list = headings.split(/,| (?=\d)/).map((heading) => heading.trim());
    return { kind: 'see', headings: list.filter((heading) => heading !== '') };
  }
  const note = seeNote.exec(text)?.[1];
  return note === undefined ? undefined : { kind: 'see', headings: [], note };
}

function parseTerms(text: string): Rate | undefined {
  const [, terms = text, limit] = ceiling.exec(text) ?? [];
  const parts = terms.split('+').map((term) => parseTerm(term.trim()));
  const known = parts.filter((part) => part !== undefined);
  const [only] = known;
  if (only === undefined || known.length < parts.length) return undefined;
  if (known.length === 1 && limit === undefined) return only;
  return limit === undefined ? { kind: 'compound', parts: known } : { kind: 'compound', parts: known, limit };
}

function parseWords(text: string): Rate | undefined {
  return inWords.test(text) ? { kind: 'derived', basis: text } : undefined;
}

function unparsed(text: string): Rate {
  return { kind: 'unparsed', text, reason: 'no form of the rate grammar fits' };
}
