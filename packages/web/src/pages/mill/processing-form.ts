import type { MetalProcess, Party, ProcessingRecord } from '@portolan/documents';
import { linesOf } from './found-text.ts';

/** The form of a processing record. */
export interface ProcessingForm {
  number: string;
  metal: string;
  process: MetalProcess;
  at: string;
  works: string;
  country: string;
  /** One piece a line: its name; heat; identifier of the mill that poured it; kilograms. */
  inputs: string;
  outputs: string;
  /** One a line: reason; kilograms. */
  losses: string;
  /** One a line: material; kilograms. */
  added: string;
}

export const emptyProcessing: ProcessingForm = {
  ...{ number: '', metal: 'steel', process: 'cut', at: '', works: '', country: '', inputs: '', outputs: '' },
  ...{ losses: '', added: '' },
};

/** A coil slit in two. */
export function exampleProcessing(mill: string): ProcessingForm {
  return {
    ...emptyProcessing,
    ...{ number: 'SLIT-26-031', process: 'slit', at: '2026-06-05T09:00:00Z', works: 'Line 2', country: 'MX' },
    inputs: `urn:sample:coil:7; A26-4711; ${mill}; 20000`,
    outputs: `urn:sample:coil:7-a; A26-4711; ${mill}; 12000\nurn:sample:coil:7-b; A26-4711; ${mill}; 7900`,
    losses: 'edges; 100',
  };
}

/** The record that is signed; whether no mass appears or vanishes is found by whoever reads it. */
export function processingOf(form: ProcessingForm, processor: Party): ProcessingRecord {
  const { added, at, country, inputs, losses, metal, number, outputs, process, works } = form;
  const lost = pairs(losses).map(([reason, quantity]) => ({ reason, quantity }));
  const put = pairs(added).map(([material, quantity]) => ({ material, quantity }));
  return {
    ...{ number, metal, processor, process, at },
    place: { name: works, country },
    inputs: linesOf(inputs).map(pieceOf),
    outputs: linesOf(outputs).map(pieceOf),
    ...(lost.length > 0 ? { losses: lost } : {}),
    ...(put.length > 0 ? { added: put } : {}),
  };
}

function pieceOf(line: string): ProcessingRecord['inputs'][number] {
  const [lot = '', number = '', mill = '', value = ''] = line.split(';').map((part) => part.trim());
  return { lot, heat: { mill, number }, quantity: { value, unit: 'KGM' } };
}

function pairs(text: string) {
  return linesOf(text).map((line) => {
    const [words = '', value = ''] = line.split(';').map((part) => part.trim());
    return [words, { value, unit: 'KGM' }] as const;
  });
}
