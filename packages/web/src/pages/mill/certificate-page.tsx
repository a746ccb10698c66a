import type { IssuedCredential } from '@portolan/contract';
import { inspectionDocumentTypes, type Party, productForms } from '@portolan/documents';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ArticleFields } from './article-fields.tsx';
import { documentOf } from './certificate-document.ts';
import { type Earlier, startForm, withLaboratory } from './certificate-form.ts';
import {
  below,
  buyer,
  commercial,
  document,
  inspector,
  product,
  reason,
  second,
  standards,
} from './certificate-specs.ts';
import { Fields } from './fields.tsx';
import { ItemFields } from './item-fields.tsx';
import { LaboratoryField } from './laboratory-field.tsx';
import { certificateIn, lastMill, millParty } from './mill-party.ts';
import { useSign } from './use-sign.ts';

interface Loaded {
  last: Party | undefined;
  earlier: Earlier | undefined;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const { searchParams } = new URL(request.url);
  const how = searchParams.has('retests') ? 'retests' : 'replaces';
  const digest = searchParams.get(how);
  const last = await lastMill(request);
  if (digest === null) return { last, earlier: undefined };
  const path = `/api/credentials/${encodeURIComponent(digest)}`;
  const signed = await getAsMember<IssuedCredential>(request, path);
  // Other documents name a certificate by what its mill signed, however much of it is shown.
  const named = signed.original ?? signed.digest;
  return { last, earlier: { how, digest: named, document: certificateIn(signed.credential) } };
}

const KINDS = {
  '2.1': '2.1 Declaration of compliance',
  '2.2': '2.2 Test report',
  '3.1': '3.1 Inspection certificate',
  '3.2': '3.2 Inspection certificate with a second inspector',
} as const;

const ROLLING = [
  ['', 'Not rolled'],
  ['hot', 'Hot'],
  ['cold', 'Cold'],
] as const;

function leadOf(earlier: Earlier | undefined): string {
  if (earlier?.how === 'replaces') return `Replaces certificate ${earlier.document.number}.`;
  if (earlier) return `Tests the products of certificate ${earlier.document.number} again.`;
  return 'Sign it when the products are made: the log keeps the time. Whoever receives it sees any figure that was changed.';
}

/** Signing a mill test report: from a form, with the figures of the laboratory's file. */
export function Component() {
  const { last, earlier } = useLoaderData<typeof loader>();
  const session = useSession();
  const signing = useSign();
  const [form, setForm] = useState(() => startForm(session?.member.name ?? '', earlier));
  if (!session) return null;
  const own = millParty(session, last, form.items[0]?.madeIn ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.sign('MillTestReport', documentOf(form, own, earlier), { hideable: form.hideable });
  };
  const fields = { form, refusals: signing.refusals, onChange: setForm };
  return (
    <Page
      title="Sign a mill test report"
      lead={leadOf(earlier)}
      trail={[{ to: '/certificates', label: 'Certificates' }]}
    >
      <ErrorSummary title="It was not signed" refusals={signing.refusals} />
      <LaboratoryField busy={signing.busy} onResults={(results) => setForm(withLaboratory(form, results))} />
      <form onSubmit={submit}>
        <Section title="Certificate">
          <SelectField
            id="f-kind"
            label="Inspection document (EN 10204)"
            value={form.kind}
            options={inspectionDocumentTypes.map((kind) => [kind, KINDS[kind]] as const)}
            onChange={(kind) => setForm({ ...form, kind })}
          />
          <Fields {...fields} specs={document} />
          {earlier?.how === 'replaces' && <Fields {...fields} specs={reason} />}
          <Fields {...fields} specs={buyer} />
          <Fields {...fields} specs={below} />
        </Section>
        <Section title="Between you and the buyer">
          <Fields {...fields} specs={commercial} />
          <Checkbox
            id="f-hideable"
            name="hideable"
            label="Whoever holds the certificate may hide this, and the tests"
            labelDescription="Signed as vc+sd-jwt: the buyer shows customs the chemistry without the price."
            checked={form.hideable}
            onChange={(event) => setForm({ ...form, hideable: event.target.checked })}
          />
        </Section>
        <Section title="Product">
          <div className="field-row">
            <SelectField
              id="f-product-form"
              label="Form"
              value={form.form}
              options={productForms.map((name) => [name, name] as const)}
              onChange={(name) => setForm({ ...form, form: name })}
            />
            <SelectField
              id="f-product-rolled"
              label="Last rolling"
              value={form.rolled}
              options={ROLLING}
              onChange={(rolled) => setForm({ ...form, rolled })}
            />
          </div>
          {form.form === 'article' && <ArticleFields form={form} onChange={setForm} />}
          <Fields {...fields} specs={product} />
          <Fields {...fields} specs={standards} />
        </Section>
        <ItemFields {...fields} />
        <Section title="Validation">
          <Fields {...fields} specs={inspector} />
          {form.kind === '3.2' && <Fields {...fields} specs={second} />}
        </Section>
        <Button type="submit" disabled={signing.busy}>
          {signing.busy ? 'Signing…' : 'Sign'}
        </Button>
      </form>
    </Page>
  );
}
