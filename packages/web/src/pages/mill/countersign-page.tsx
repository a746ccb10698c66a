import { disclosedCredential, isEnvelopedCredential, type Verdict } from '@portolan/credentials';
import type { MillTestReport } from '@portolan/documents';
import { isRecord, type JsonObject, parseJson, type Refusal } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { Verification } from '../../dossier/verification.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { MillPaper } from './paper.tsx';
import { useSign } from './use-sign.ts';

interface Opened {
  certificate: MillTestReport;
  /** The mill signed it so that its holder may hide members; both signatures have to hide the same. */
  hideable: boolean;
  verdict: Verdict;
}

const NOT_A_CERTIFICATE: Refusal = {
  code: 'WEB_NOT_A_CERTIFICATE',
  path: '',
  fault: 'sender',
  message: 'The file is no signed mill test report.',
  mend: 'Give the file as the mill sent it, with its signature.',
};

function certificateIn(text: string): { credential: object; certificate: MillTestReport } | undefined {
  const parsed = parseJson(text, { maxBytes: 10_000_000, maxDepth: 64 });
  if (!parsed.ok || !isRecord(parsed.value)) return undefined;
  const { credentialSubject: subject, type } = disclosedCredential(parsed.value as JsonObject, webCrypto);
  const types = Array.isArray(type) ? type : [type];
  if (!types.includes('MillTestReport') || !isRecord(subject)) return undefined;
  return { credential: parsed.value, certificate: subject as unknown as MillTestReport };
}

/** The second signature of a certificate of type 3.2: the very same document under the inspector's own key. */
export function Component() {
  const session = useSession();
  const signing = useSign();
  const [opened, setOpened] = useState<Opened>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const open = async (files: File[]) => {
    const found = certificateIn((await files[0]?.text()) ?? '');
    setRefusals(found ? [] : [NOT_A_CERTIFICATE]);
    setOpened(undefined);
    if (!found) return;
    const body = { credential: found.credential };
    const verdict = await signing.run(() => call<Verdict>('POST', '/api/credentials/verify', body));
    const hideable = isEnvelopedCredential(found.credential);
    if (verdict) setOpened({ certificate: found.certificate, verdict, hideable });
  };
  const named = opened?.certificate.secondInspector?.party.did === session?.tenant.did;
  return (
    <Page
      title="Second signature"
      lead="A certificate of type 3.2 stands when the inspector that it names has signed the same figures (EN 10204)."
      trail={[{ to: '/certificates', label: 'Certificates' }]}
    >
      <ErrorSummary title="It was not signed" refusals={[...refusals, ...signing.refusals]} />
      <Dropzone
        hint="The certificate as the mill signed it (*.vc.json)."
        disabled={signing.busy}
        onFiles={open}
      />
      {opened && (
        <>
          <Section title="Whether it holds">
            <Verification verdict={opened.verdict} />
            {!named && (
              <Notice tone="wait">
                Your organization is not named as second inspector on this certificate.
              </Notice>
            )}
            <p>
              <Button
                type="button"
                disabled={signing.busy || !named || !opened.verdict.verified}
                onClick={() => signing.sign('MillTestReport', opened.certificate, opened)}
              >
                Sign it as second inspector
              </Button>
            </p>
          </Section>
          <MillPaper certificate={opened.certificate} />
        </>
      )}
    </Page>
  );
}
