import type { CryptoPort, Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { Composition, Library } from '../tariff/shelf/library.ts';
import type { RunningProgram, RunningPrograms } from './context.ts';
import { runningPrograms } from './running-programs.ts';
import { addReferences, itemsOfReference } from './store/references.ts';

/** The references that programs' rules are handed: of a moment for what is decided now, by digest for a replay. */
export interface References {
  /**
   * Every program with the reference that counts at a moment: what came with the program, and what the operator had
   * imported for the whole node by then. What it was put together from is on record before anything is decided with it.
   */
  at(moment: Instant): Promise<RunningPrograms>;
  /**
   * A program with the reference of a digest, put together again whatever was imported or withdrawn since. Undefined where
   * it was never used here, or where this release comes with other facts.
   */
  named(program: string, digest: string): Promise<RunningProgram | undefined>;
}

export interface ReferenceSources {
  readonly pool: Pool;
  readonly crypto: CryptoPort;
  readonly library: Library;
}

export function createReferences({ pool, crypto, library }: ReferenceSources): References {
  const running = new WeakMap<Composition, RunningPrograms>();
  const onRecord = new WeakMap<RunningPrograms, Promise<void>>();

  function programsWith(composition: Composition): RunningPrograms {
    const known = running.get(composition) ?? runningPrograms(composition, crypto);
    running.set(composition, known);
    return known;
  }

  /** Once in a process for each; the same row again changes nothing. */
  function record(programs: RunningPrograms, at: Instant): Promise<void> {
    const done = onRecord.get(programs) ?? addReferences(pool, rowsOf(programs, at));
    onRecord.set(programs, done);
    done.catch(() => onRecord.delete(programs));
    return done;
  }

  return {
    async at(moment) {
      const composition = await library.known(moment);
      const programs = programsWith(composition);
      if (composition.imported.length > 0) await record(programs, moment);
      return programs;
    },
    async named(program, digest) {
      const items = await itemsOfReference(pool, digest);
      const composition = await library.named(items ?? []);
      const found = composition && programsWith(composition).get(program);
      return found?.reference.digest === digest ? found : undefined;
    },
  };
}

function rowsOf(programs: RunningPrograms, at: Instant) {
  return [...programs].map(([program, { reference, imported }]) => ({
    program,
    digest: reference.digest,
    items: imported.map(({ item }) => item.name),
    first_used_at: at,
  }));
}
