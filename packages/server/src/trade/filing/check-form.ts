import { ok, parseEntryNumber, type Refusal, type Result, refused } from '@portolan/kernel';
import type { Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { type FilingBody, readFilingBody } from './body.ts';

/** A filing whose form is in order: who sent it may send it, under a number of its own series. */
export interface FormedFiling {
  readonly received: Received;
  readonly body: FilingBody;
  readonly entryNumber: string;
}

/** Looks at everything of a filing that needs neither the store nor cryptography. */
export function checkForm(received: Received, programs: TradeContext['programs']): Result<FormedFiling> {
  const read = readFilingBody(received.envelope.body);
  if (!read.ok) return read;
  const body = read.value;
  if (!programs.has(body.program))
    return refused(
      tradeCatalogue.refuse('NODE_PROGRAM_UNKNOWN', {
        path: '/body/program',
        params: { program: body.program },
      }),
    );
  const entryNumber = parseEntryNumber(body.entry.entryNumber ?? '', '/body/entry/entryNumber');
  if (!entryNumber.ok) return entryNumber;
  const mismatch = filerMismatch(received, body, entryNumber.value);
  return mismatch ? refused(mismatch) : ok({ received, body, entryNumber: entryNumber.value });
}

function filerMismatch(
  { envelope, sender }: Received,
  { entry }: FilingBody,
  entryNumber: string,
): Refusal | undefined {
  const { did, code } = entry.filer;
  if (did !== envelope.from)
    return tradeCatalogue.refuse('NODE_FILER_MISMATCH', {
      path: '/body/entry/filer/did',
      params: { filer: did, from: envelope.from },
    });
  const own = sender?.filerCode ?? code;
  if (own !== code || entryNumber.slice(0, 3) !== code)
    return tradeCatalogue.refuse('NODE_FILER_CODE', {
      path: '/body/entry/entryNumber',
      params: { entryNumber, code: own },
    });
  return undefined;
}
