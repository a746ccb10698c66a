import type { RequestView } from '@portolan/contract';
import { when } from '../output/format.ts';
import { facts } from '../output/table.ts';

/** A request with its questions, whom it went to and what was answered. */
export function requestLines(request: RequestView): string[] {
  return [
    `${request.title} (entry ${request.entryNumber}, ${request.field})`,
    ...facts([
      ['State', request.stateWords],
      ['Next move', request.whoMoves],
      ['Asked', when(request.askedAt)],
      ['Due', `${when(request.due)}${request.extended ? ' (extended)' : ''}`],
      ['Under', request.cite],
    ]),
    '',
    ...request.questions.map(({ text }, index) => `${index + 1}. ${text}`),
    ...(request.note ? ['', request.note] : []),
    '',
    ...request.recipients.map(({ party, role, state }) => `${party.name} (${role}): ${state}`),
    ...request.answers.flatMap(({ by, at, text, evidence, withheld }) => [
      '',
      `${when(at)}  ${by.name} answered${withheld ? ', to the agency alone' : ''}`,
      ...(text ? [`  ${text}`] : []),
      ...evidence.map(({ title, digest }) => `  attached: ${title} (${digest})`),
    ]),
  ];
}
