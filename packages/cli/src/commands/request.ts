import { basename } from 'node:path';
import { answerRequest, getRequest, listRequests } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';
import { requestLines } from './request-lines.ts';
import { openCommand, templatesCommand } from './request-open.ts';

const examples = `
Examples:
  portolan request templates --as agency
  portolan request open ZZ9-0000014-5 --template usmca-origin --field /lines/2/originCountry --as agency
  portolan request list --as grower
  portolan request show 0197f3c2-… --as grower
  portolan request answer 0197f3c2-… --text "Harvest records of lot L-2 attached." --file harvest.vc.json --agency-only --as grower

${exitCodesHelp}`;

interface AnswerFlags extends NodeFlags {
  readonly text: string;
  readonly file: readonly string[];
  readonly agencyOnly?: boolean;
}

/** `portolan request`: requests for information (Form 28), asked of you or by you. */
export function requestCommand(io: Io): Command {
  const group = new Command('request')
    .description('Requests for information: open, list, show, answer')
    .addHelpText('after', examples);
  const list = new Command('list')
    .description('Requests that your organization asked or is asked')
    .option('--state <state>', 'only requests in this state')
    .action(async (flags: NodeFlags & { state?: string }) => {
      io.exitCode = await runList(io, flags);
    });
  const show = new Command('show')
    .description('One request with its questions and answers')
    .argument('<id>', 'id of the request')
    .action(async (id: string, flags: NodeFlags) => {
      io.exitCode = await runShow(io, id, flags);
    });
  const answer = new Command('answer')
    .description('Answer a request, with documents where they help')
    .argument('<id>', 'id of the request')
    .requiredOption('--text <text>', 'the answer in words')
    .option('--file <file>', 'a document or credential to attach; may be repeated', collect, [])
    .option('--agency-only', 'disclose the answer to the agency alone: others see only that you answered')
    .action(async (id: string, flags: AnswerFlags) => {
      io.exitCode = await runAnswer(io, id, flags);
    });
  for (const command of [templatesCommand(io), openCommand(io), list, show, answer])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group;
}

function runList(io: Io, flags: NodeFlags & { state?: string }): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listRequests, { query: { state: flags.state, limit: 100 } });
    if (!page.ok) return page;
    const { items } = page.value;
    const rows = items.map(({ id, entryNumber, title, stateWords, due, mine }) => [
      id,
      entryNumber,
      title,
      stateWords,
      when(due),
      mine ? 'yours' : '',
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(page.value.total, 'request')]);
    return done(exitCodes.ok);
  });
}

const columns = [
  { title: 'Id' },
  { title: 'Entry' },
  { title: 'Subject' },
  { title: 'State' },
  { title: 'Due' },
  { title: 'To answer' },
] as const;

function runShow(io: Io, id: string, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const request = await node.call(getRequest, { params: { id } });
    if (!request.ok) return request;
    report(io, flags, request.value, requestLines(request.value));
    return done(exitCodes.ok);
  });
}

async function runAnswer(io: Io, id: string, flags: AnswerFlags): Promise<number> {
  const form = await formOf(flags);
  if (!form.ok) return reportFailure(io, flags, form);
  return withNode(io, flags, async (node) => {
    const answered = await node.call(answerRequest, { params: { id }, form: form.value });
    if (!answered.ok) return answered;
    report(io, flags, answered.value, ['Answered.', '', ...requestLines(answered.value)]);
    return done(exitCodes.ok);
  });
}

async function formOf({ text, file, agencyOnly }: AnswerFlags): Promise<Outcome<FormData>> {
  const expected = 'the answer in words';
  if (text.trim() === '')
    return refuse('CLI_OPTION_INVALID', { option: '--text', value: text, expected }, exitCodes.usage);
  const form = new FormData();
  form.append('text', text);
  form.append('disclosure', agencyOnly ? 'agency' : 'all');
  for (const path of file) {
    const bytes = await readBytes(path);
    if (!bytes.ok) return bytes;
    form.append('files', new Blob([new Uint8Array(bytes.value)]), basename(path));
  }
  return done(form);
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
