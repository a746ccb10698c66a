import { type Classification, type ClassificationCandidate, formatHtsNumber } from '@portolan/tariff';

const SPEAKS = { for: '+', against: '-', missing: '?' } as const;

/** The classification as people read it: candidates with reasons, the question that decides, past codes. */
export function classificationLines(answer: Classification): string[] {
  return [
    ...(answer.abstains
      ? ['No line is sure enough to be proposed. The nearest:', '']
      : [`Proposed line in edition ${answer.edition}:`, '']),
    ...answer.candidates.flatMap((candidate, index) => candidateLines(candidate, index)),
    ...decidingLines(answer),
    ...pastLines(answer),
    '',
    `Confidence by length: ${answer.ranked
      .flatMap(({ codes: [first] }) =>
        first ? [`${formatHtsNumber(first.hts)} ${percent(first.confidence)}`] : [],
      )
      .join(', ')}`,
    `Edition ${answer.edition}, in force from ${answer.effective}. A proposal, not a ruling: the importer answers for the code (19 U.S.C. 1484).`,
  ];
}

function candidateLines(
  { hts, confidence, path, description, reasons, rule, basis, reference }: ClassificationCandidate,
  index: number,
): string[] {
  const from = basis === 'facts' ? '' : `, by ${basis} ${reference ?? ''}`;
  return [
    `${index + 1}. ${formatHtsNumber(hts)}  ${percent(confidence)}${from}`,
    `   ${[...path, description].map((text) => text.replace(/:$/, '')).join(' > ')}`,
    ...reasons
      .slice(0, index === 0 ? 8 : 3)
      .map(
        ({ speaks, fact, from: source, line }) => `   ${SPEAKS[speaks]} ${fact} (${source}): ${short(line)}`,
      ),
    ...(index === 0 ? [`   ${rule}`] : []),
    '',
  ];
}

function decidingLines({ deciding }: Classification): string[] {
  if (!deciding) return [];
  return [
    `What would decide between the first two: ${deciding.question}`,
    ...deciding.choices.map(({ answer, hts }) => `   ${formatHtsNumber(hts)}  ${short(answer)}`),
  ];
}

function pastLines({ past }: Classification): string[] {
  if (past.length === 0) return [];
  return [
    '',
    'Codes that were given before:',
    ...past.map(
      ({ kind, reference, hts, now, effective, state }) =>
        `   ${kind} ${reference} of ${effective}: ${formatHtsNumber(hts)}${now && now !== hts ? `, now ${formatHtsNumber(now)}` : ''} (${state})`,
    ),
  ];
}

function percent(share: string): string {
  return `${(Number(share) * 100).toFixed(0)}%`;
}

const LONGEST = 110;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
