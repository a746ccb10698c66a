import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { composeReference } from '../../tariff/shelf/compose.ts';
import { createEditionOpener } from '../../tariff/shelf/open-edition.ts';
import type { RunningProgram, RunningPrograms } from '../context.ts';
import { runningPrograms } from '../running-programs.ts';
import type { JudgeTask } from './judge-messages.ts';

/** References with imported data that a worker keeps beside the one of the release: the newest is all that is filed with. */
const most = 3;
/** A thread has less memory than the node, and filings are of a few days. */
const openEditions = 6;

const opener = createEditionOpener(openEditions);
let released: RunningPrograms | undefined;
let composed: readonly RunningPrograms[] = [];

/**
 * The program with exactly the facts that a task names: those of the release, those put together before, or those put
 * together now from what the task brings along. Undefined where none of them has the digest.
 */
export function runningWith({
  program,
  reference,
  imported,
}: Pick<JudgeTask, 'program' | 'reference' | 'imported'>): RunningProgram | undefined {
  released ??= runningPrograms({ reference: loadEmbeddedReference(), imported: [] }, nodeCrypto);
  const known = [released, ...composed].find((programs) => isOf(programs, program, reference));
  if (known || !imported) return known?.get(program);
  const tariff = composeReference(loadEmbeddedReference(), imported, opener);
  const programs = runningPrograms({ reference: tariff, imported }, nodeCrypto);
  composed = [programs, ...composed].slice(0, most);
  return isOf(programs, program, reference) ? programs.get(program) : undefined;
}

function isOf(programs: RunningPrograms, program: string, digest: string): boolean {
  return programs.get(program)?.reference.digest === digest;
}
