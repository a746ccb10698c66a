import type { IssuedCredential } from '@portolan/contract';
import type { CertificationOfOrigin } from '@portolan/documents';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { documentOf, startForm } from './certification.ts';
import { CertificationFields } from './certification-fields.tsx';
import { FromFile } from './from-file.tsx';

interface NewCertificate {
  last: CertificationOfOrigin | undefined;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<NewCertificate> {
  const page = await getAsMember<{ items: IssuedCredential[] }>(request, '/api/credentials?limit=50');
  const newest = page.items.find((item) => item.type === 'CertificationOfOrigin');
  return { last: newest?.credential.credentialSubject as CertificationOfOrigin | undefined };
}

/** The page's own paths in the document are those of its fields, so that a refusal leads to its field. */
function useIssue() {
  const action = useAction();
  const issue = async (type: string, document: object, validUntil?: string) => {
    const body = { type, document, ...(validUntil ? { validUntil } : {}) };
    await action.run(
      () => call<IssuedCredential>('POST', '/api/credentials/issue', body),
      ({ digest }) => `/certificates/${encodeURIComponent(digest)}`,
    );
  };
  return { ...action, issue };
}

/** Signing a certification of origin from a form, or any document from a file. */
export function Component() {
  const { last } = useLoaderData<typeof loader>();
  const session = useSession();
  const issuing = useIssue();
  const [form, setForm] = useState(() =>
    session ? startForm(session, last, new Date().toISOString().slice(0, 10)) : undefined,
  );
  if (!session || !form) return null;
  return (
    <Page
      title="Sign a certificate"
      lead={`Signed with the key of ${session.tenant.name}. Only those you send it to see it.`}
      trail={[{ to: '/certificates', label: 'Certificates' }]}
    >
      <ErrorSummary title="It was not signed" refusals={issuing.refusals} />
      <FromFile
        busy={issuing.busy}
        onGoods={(goods) => setForm({ ...form, goods })}
        onDocument={(type, document) => issuing.issue(type, document)}
      />
      <Section title="Certification of origin">
        <CertificationFields
          form={form}
          busy={issuing.busy}
          refusals={issuing.refusals}
          onChange={setForm}
          onSign={() => issuing.issue('CertificationOfOrigin', documentOf(form, session.tenant.did))}
        />
      </Section>
    </Page>
  );
}
