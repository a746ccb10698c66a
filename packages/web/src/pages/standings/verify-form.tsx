import { isRecord, type Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { Reasons } from '../../standing/reasons.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { memberWords } from './member-words.ts';
import { TextToCopy } from './text-to-copy.tsx';

interface Challenge {
  challenge: string;
  domain: string;
}

interface Seen {
  verified: boolean;
  holder?: string;
  disclosed: Record<string, unknown>;
  refusals: Refusal[];
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (isRecord(value))
    return [value.name, value.id, value.version].filter(Boolean).join(', ') || JSON.stringify(value);
  return String(value);
}

/** Only what was shown; what was kept back is not even named. */
function Disclosed({ seen: { verified, disclosed, refusals } }: { seen: Seen }) {
  const rows = Object.entries(disclosed).filter(([member]) => member !== 'id' && member !== 'type');
  return (
    <>
      <Notice tone={verified ? 'good' : 'bad'}>
        {verified
          ? 'Shown by whom it is about, with the right key.'
          : 'This proves nothing, for the reasons below.'}
      </Notice>
      {refusals.length > 0 && <Reasons reasons={refusals} />}
      {verified && <Definitions items={rows.map(([member, value]) => [memberWords(member), words(value)])} />}
    </>
  );
}

/** The verifier's side: a challenge to be handed over, and what comes back. */
export function VerifyForm() {
  const [asked, setAsked] = useState<Challenge>();
  const [token, setToken] = useState('');
  const [seen, setSeen] = useState<Seen>();
  const action = useAction();
  const ask = async () => {
    setSeen(undefined);
    setAsked(await action.run(() => call<Challenge>('POST', '/api/presentations/challenges')));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { challenge: asked?.challenge ?? '', token };
    setSeen(await action.run(() => call<Seen>('POST', '/api/standings/presented', body)));
    setAsked(undefined);
    setToken('');
  };
  return (
    <Section title="Check what somebody shows us" id="verify">
      <ErrorSummary title="Not checked" refusals={action.refusals} />
      {!asked && (
        <Button type="button" outline disabled={action.busy} onClick={() => void ask()}>
          Make a challenge
        </Button>
      )}
      {asked && (
        <form onSubmit={submit}>
          <TextToCopy label="Challenge, for one use" text={asked.challenge} />
          <TextToCopy label="For whom" text={asked.domain} />
          <TextField
            id="presented-token"
            label="What was handed over"
            required
            long
            value={token}
            onChange={setToken}
          />
          <Button type="submit" disabled={action.busy}>
            Check
          </Button>
        </form>
      )}
      {seen && <Disclosed seen={seen} />}
    </Section>
  );
}
