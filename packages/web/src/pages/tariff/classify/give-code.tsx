import type { Classification } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { formatHts } from '../../../format/identifiers.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** A code as it is handed to the library. */
export interface GivenCode {
  readonly kind: 'decision' | 'ruling';
  readonly hts: string;
  readonly provisional?: boolean;
  readonly reference?: string;
  readonly effective?: string;
  readonly reason?: string;
}

const KINDS = [
  ['decision', 'our decision'],
  ['ruling', 'a ruling of the agency'],
] as const;

interface GiveCodeProps {
  readonly answer: Classification;
  readonly busy: boolean;
  readonly onGive: (code: GivenCode) => void;
}

/** Gives a product another line than the first, or the one that a ruling names; a ruling goes before every decision. */
export function GiveCode({ answer, busy, onGive }: GiveCodeProps) {
  const [kind, setKind] = useState<GivenCode['kind']>('decision');
  const [hts, setHts] = useState(answer.candidates[1]?.hts ?? answer.candidates[0]?.hts ?? '');
  const [reference, setReference] = useState('');
  const [effective, setEffective] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGive({
      ...{ kind, hts: hts.replaceAll('.', '').trim() },
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
      ...(effective === '' ? {} : { effective }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  };
  const candidates = answer.candidates.map(({ hts: code }) => formatHts(code)).join(', ');
  return (
    <details>
      <summary>Another line, or a ruling</summary>
      <form onSubmit={submit}>
        <SelectField id="field-kind" label="By" value={kind} options={KINDS} onChange={setKind} />
        <TextField
          id="field-hts"
          label="Tariff line"
          hint={`Ten digits. Proposed: ${candidates}.`}
          value={hts}
          onChange={setHts}
          required
        />
        <TextField
          id="field-reference"
          label={kind === 'ruling' ? 'Ruling number' : 'Name of the decision'}
          hint={kind === 'ruling' ? 'Example: NY N300001.' : 'Empty: the day of the decision.'}
          value={reference}
          onChange={setReference}
          required={kind === 'ruling'}
        />
        <TextField
          id="field-effective"
          label="In force from"
          hint="Empty: today."
          type="date"
          value={effective}
          onChange={setEffective}
        />
        <TextField id="field-reason" label="Reason" value={reason} onChange={setReason} long />
        <Button type="submit" outline disabled={busy}>
          {busy ? 'Keeping…' : 'Keep this line'}
        </Button>
      </form>
    </details>
  );
}
