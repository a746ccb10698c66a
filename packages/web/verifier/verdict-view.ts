import type { Refusal } from '@portolan/kernel';
import type { Check, VerifyReport } from '@portolan/ledger';
import { element } from './element.ts';
import { checkWord, conclusionWords, kindWords, outcomeWords } from './words.ts';

/** The verdict on one file: what it is, what came out, each check with its reason and how to mend it. */
export function verdictView(fileName: string, report: VerifyReport): HTMLElement {
  const title = element('h2', '', fileName);
  title.tabIndex = -1;
  const conclusion = `${kindWords[report.kind]}. ${conclusionWords[report.conclusion]}`;
  return element(
    'article',
    report.conclusion,
    title,
    element('p', 'conclusion', conclusion),
    factList(report),
    element('ul', 'checks', ...report.checks.map(checkItem)),
  );
}

function factList({ facts }: VerifyReport): HTMLElement {
  return element(
    'dl',
    '',
    ...facts.flatMap(({ label, value }) => [element('dt', '', label), element('dd', '', value)]),
  );
}

function checkItem({ name, outcome, reason, refusals }: Check): HTMLElement {
  const head = element('strong', '', checkWord(name));
  const word = element('span', 'outcome', outcomeWords[outcome]);
  const why = refusals.length === 0 ? [element('div', '', reason)] : refusals.map(refusalView);
  return element('li', outcome, word, ' ', head, ...why);
}

function refusalView({ code, path, message, mend }: Refusal): HTMLElement {
  const where = path === '' ? code : `${code} at ${path}`;
  return element('div', '', message, element('p', 'mend', mend), element('span', 'code', where));
}
