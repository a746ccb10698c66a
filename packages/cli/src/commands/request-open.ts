import { listRequestTemplates, openRequest } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { report } from '../output/report.ts';
import { requestLines } from './request-lines.ts';

interface OpenFlags extends NodeFlags {
  readonly template: string;
  readonly field: string;
  readonly question: readonly string[];
  readonly note?: string;
}

/** `portolan request open`: an officer asks for information on a line or field (Form 28). */
export function openCommand(io: Io): Command {
  return new Command('open')
    .description('Ask for information on a line or field of an entry (Form 28; an officer of the agency)')
    .argument('<entry>', 'number of the entry')
    .requiredOption('--template <id>', 'what is asked, as "portolan request templates" lists it')
    .requiredOption('--field <pointer>', 'the line or field it is about, e.g. /lines/2/originCountry')
    .option('--question <text>', "a question instead of the template's own; may be repeated", collect, [])
    .option('--note <text>', 'a word to those who are asked')
    .action(async (entryNumber: string, flags: OpenFlags) => {
      io.exitCode = await runOpen(io, entryNumber, flags);
    });
}

/** `portolan request templates`: what can be asked, with the questions and the term of each. */
export function templatesCommand(io: Io): Command {
  return new Command('templates')
    .description('What can be asked, by subject, with the questions and days of each')
    .action(async (flags: NodeFlags) => {
      io.exitCode = await runTemplates(io, flags);
    });
}

function runOpen(io: Io, entryNumber: string, flags: OpenFlags): Promise<number> {
  const { template, field, question, note } = flags;
  const questions = question.length > 0 ? { questions: [...question] } : {};
  const body = { template, field, ...questions, ...(note === undefined ? {} : { note }) };
  return withNode(io, flags, async (node) => {
    const opened = await node.call(openRequest, { params: { entryNumber }, body });
    if (!opened.ok) return opened;
    const { id } = opened.value;
    report(io, flags, opened.value, [`Asked: request ${id}.`, '', ...requestLines(opened.value)]);
    return done(exitCodes.ok);
  });
}

function runTemplates(io: Io, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const templates = await node.call(listRequestTemplates, {});
    if (!templates.ok) return templates;
    const lines = templates.value.items.flatMap(({ id, title, subject, questions, days, cite }) => [
      `${id}: ${title} (${subject}; ${days} days; ${cite})`,
      ...questions.map(({ text, wants }) => `  ${text} ${wants}`),
      '',
    ]);
    report(io, flags, templates.value, lines.slice(0, -1));
    return done(exitCodes.ok);
  });
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
