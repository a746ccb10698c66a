import type { Refusal } from '@portolan/kernel';
import { type AttestationType, checkPartyDocument, isAttestationType } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { Refused } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AttestationFields } from './attestation-fields.tsx';
import { readCopies } from './copies.ts';
import { type Copy, CopyField } from './copy-field.tsx';
import { documentOf, type Values } from './document.ts';
import { fieldsOf } from './fields.ts';
import { maySign, signAll } from './signing.ts';
import { TypeField } from './type-field.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<Copy[]> {
  return readCopies(request);
}

/** What the address already says: the type, and whom a request asks about. */
function useStart(): { type: AttestationType; values: Values } {
  const [search] = useSearchParams();
  const type = search.get('type');
  return {
    type: isAttestationType(type) ? type : 'TradePartnerReference',
    values: {
      'organization.did': search.get('did') ?? '',
      'organization.name': search.get('name') ?? '',
      from: new Date().toISOString().slice(0, 10),
    },
  };
}

function AttestForm({ copies }: { copies: readonly Copy[] }) {
  const start = useStart();
  const [type, setType] = useState(start.type);
  const [values, setValues] = useState(start.values);
  const [times, setTimes] = useState<Record<string, number>>({});
  const [copyTo, setCopyTo] = useState<readonly string[]>([]);
  const [found, setFound] = useState<readonly Refusal[]>([]);
  const action = useAction();
  const fields = fieldsOf(type, times);
  const lists = LISTS.filter(([list]) => fields.some(({ column }) => column.startsWith(`${list}.`)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const document = documentOf(fields, values);
    const checked = checkPartyDocument(type, document);
    setFound(checked.ok ? [] : checked.refusals);
    if (!checked.ok) return;
    const sign = async () => {
      const [signed] = await signAll(type, [document], copyTo);
      if (!signed?.digest) throw new Refused(422, 'Not signed', signed?.refusals ?? []);
      return signed.digest;
    };
    await action.run(sign, (digest) => `/certificates/${encodeURIComponent(digest)}`);
  };
  const refusals = [...found, ...action.refusals];
  return (
    <Section title="Attestation">
      <ErrorSummary title="Not signed" refusals={refusals} />
      <form onSubmit={submit} noValidate>
        <TypeField value={type} onChange={setType} />
        <AttestationFields fields={fields} values={values} refusals={refusals} onChange={setValues} />
        <div className="row">
          {lists.map(([list, words]) => (
            <Button
              key={list}
              type="button"
              outline
              className="button-small"
              onClick={() => setTimes({ ...times, [list]: (times[list] ?? 1) + 1 })}
            >
              {words}
            </Button>
          ))}
        </div>
        <CopyField copies={copies} chosen={copyTo} onChange={setCopyTo} />
        <Button type="submit" disabled={action.busy}>
          {action.busy ? 'Signing…' : 'Sign'}
        </Button>
      </form>
    </Section>
  );
}

/** Lists that may hold more than one. */
const LISTS = [
  ['checks', 'Another check'],
  ['organization.identifiers', 'Another identifier'],
  ['controllers', 'Another owner'],
] as const;

/** Signing one attestation: what was checked, how, and what is said. */
export function Component() {
  const copies = useLoaderData<typeof loader>();
  const session = useSession();
  return (
    <Page
      title="Sign an attestation"
      lead={`Signed with the key of ${session?.tenant.name ?? 'your organization'}. Say only what you checked yourselves, and how.`}
      trail={[{ to: '/attest', label: 'Attester’s desk' }]}
    >
      {maySign(session) ? (
        <AttestForm copies={copies} />
      ) : (
        <p className="empty">Your seat reads only. Ask a member who signs.</p>
      )}
    </Page>
  );
}
