import type { DecidingFact } from './classification.ts';
import type { Classifier } from './classifier.ts';
import type { Leaf } from './descend.ts';
import { hasOneOf, type Reading } from './reading.ts';
import { groupsOf } from './score-row.ts';

const QUESTIONS: Readonly<Record<string, { question: string; fact: string }>> = {
  material: { question: 'What is it mainly made of?', fact: 'materials' },
  gender: { question: 'Whom is it made for?', fact: 'wearer' },
  construct: { question: 'Is it knitted (or crocheted), or woven?', fact: 'form' },
  power: { question: 'What drives it?', fact: 'use' },
  state: { question: 'In which state is it shipped?', fact: 'form' },
  purpose: { question: 'What is it made for?', fact: 'use' },
  occasion: { question: 'Is it made for a festive occasion?', fact: 'use' },
};

/** Facts of which anybody who has the goods knows what they are. */
const PLAIN: ReadonlySet<string> = new Set(['material', 'gender', 'construct', 'power']);

/** The one fact that would decide between two numbers: what tells the rows apart at which their paths part. */
export function decidingFact(
  classifier: Classifier,
  first: Leaf,
  second: Leaf,
  reading: Reading,
): DecidingFact {
  const at = first.rows.findIndex((row, index) => row !== second.rows[index]);
  const [a, b] = [first.rows[at] ?? 0, second.rows[at] ?? 0];
  const [one, other] = [a, b].map((row) => classifier.requirement(row));
  const choices = [
    { answer: answerOf(classifier, first, at), hts: first.hts },
    { answer: answerOf(classifier, second, at), hts: second.hts },
  ];
  if (
    at > 0 &&
    [...(one?.conditions ?? []), ...(other?.conditions ?? [])].some(({ kind }) => kind === 'value')
  )
    return { question: 'What is the value of one piece in US dollars?', fact: 'unitValue', choices };
  const telling = groupsOf([...(one?.traits ?? []), ...(other?.traits ?? [])]).filter(
    (asked) =>
      hasOneOf(reading.traits, asked).answer === 'unknown' ||
      asked.some(isNamedByOne(one?.traits, other?.traits)),
  );
  const open = telling.find((asked) => PLAIN.has(asked[0]?.group ?? '')) ?? telling[0];
  const known = QUESTIONS[open?.[0]?.group ?? ''];
  const named = one?.residual ? second : other?.residual ? first : undefined;
  const unsaid = open !== undefined && hasOneOf(reading.traits, open).answer === 'unknown';
  // Beside "Other" only what the named row says is in question, unless nobody said anything of a plain fact.
  if (named && one?.residual !== other?.residual && !(unsaid && PLAIN.has(open[0]?.group ?? '')))
    return {
      question: `Is it this: ${answerOf(classifier, named, at)}?`,
      fact: known?.fact ?? 'use',
      choices,
    };
  return { ...(known ?? { question: 'Which of these describes it better?', fact: 'use' }), choices };
}

function isNamedByOne(a: readonly object[] = [], b: readonly object[] = []) {
  return (trait: object) => a.includes(trait) !== b.includes(trait);
}

/** The words of the row, or of those above "Other". */
function answerOf({ tree }: Classifier, { rows }: Leaf, at: number): string {
  const text = tree.nodes[rows[at] ?? 0]?.text.replace(/:$/, '') ?? '';
  if (!/^other$/i.test(text)) return text;
  const above = tree.nodes[rows[at - 1] ?? 0]?.text.replace(/:$/, '') ?? '';
  return `Other (${above})`;
}
