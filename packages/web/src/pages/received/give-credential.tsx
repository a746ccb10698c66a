import type { ReceivedDetail } from '@portolan/contract';
import { isRecord, parseJson, type Refusal } from '@portolan/kernel';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+(?:~[\w.~-]*)?$/;

const NOT_A_CREDENTIAL: Refusal = {
  code: 'WEB_NOT_A_CREDENTIAL',
  path: '',
  fault: 'sender',
  message: 'The file holds neither a JSON credential nor a token.',
  mend: 'Give the credential as you received it: a JSON file, or the text of a vc+jwt or vc+sd-jwt.',
};

/** Takes credentials as files: each is verified at once, and shown with what is known of it. */
export function GiveCredential() {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const action = useAction();
  const onFiles = async (files: File[]) => {
    setRefusals([]);
    for (const file of files) {
      const credential = credentialIn(await file.text());
      if (credential === undefined) return setRefusals([NOT_A_CREDENTIAL]);
      const only = files.length === 1;
      await action.run(
        () => call<ReceivedDetail>('POST', '/api/received', { credential }),
        only ? ({ digest }) => `/received/${encodeURIComponent(digest)}` : undefined,
      );
    }
  };
  return (
    <>
      <ErrorSummary title="Not taken" refusals={[...refusals, ...action.refusals]} />
      <Dropzone
        hint="Credentials of the W3C CCG traceability vocabulary or the UN Transparency Protocol, as JSON or as tokens."
        disabled={action.busy}
        onFiles={onFiles}
      />
    </>
  );
}

function credentialIn(text: string): object | string | undefined {
  const trimmed = text.trim();
  if (TOKEN.test(trimmed)) return trimmed;
  const parsed = parseJson(trimmed, { maxBytes: 1_000_000 });
  return parsed.ok && isRecord(parsed.value) ? parsed.value : undefined;
}
