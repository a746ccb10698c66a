import type { AttestationRequest } from '@portolan/contract';
import type { JsonObject, Refusal } from '@portolan/kernel';
import { type AttestationType, checkPartyDocument, isAttestationType } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { call, Refused } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AttestationFields } from './attestation-fields.tsx';
import { readCopies } from './copies.ts';
import { type Copy, CopyField } from './copy-field.tsx';
import { documentOf, type Values } from './document.ts';
import { fieldsOf, type Times } from './fields.ts';
import { readRequests, timesOf, valuesOf } from './requests.ts';
import { maySign, signAll } from './signing.ts';
import { TypeField } from './type-field.tsx';

interface SignPage {
  copies: Copy[];
  /** The request that is answered, where one is named in the address. */
  asked: AttestationRequest | undefined;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<SignPage> {
  const id = new URL(request.url).searchParams.get('request');
  const [copies, requests] = await Promise.all([readCopies(request), id ? readRequests(request) : []]);
  return { copies, asked: requests.find((one) => one.id === id) };
}

interface Start {
  type: AttestationType;
  values: Values;
  times: Times;
}

/** What is known before a word is typed: what the request proposes, or what the address says. */
function useStart(asked: AttestationRequest | undefined): Start {
  const [search] = useSearchParams();
  const wanted = asked?.type ?? search.get('type');
  const type = isAttestationType(wanted) ? wanted : 'TradePartnerReference';
  const from = new Date().toISOString().slice(0, 10);
  const did = asked?.from.did ?? search.get('did') ?? '';
  const name = asked?.from.name ?? search.get('name') ?? '';
  const proposed = (asked?.document ?? {}) as JsonObject;
  const times = timesOf(proposed);
  const values = valuesOf(fieldsOf(type, times), proposed);
  return { type, times, values: { 'organization.did': did, 'organization.name': name, from, ...values } };
}

function AttestForm({ copies, asked }: SignPage) {
  const start = useStart(asked);
  const [type, setType] = useState(start.type);
  const [values, setValues] = useState(start.values);
  const [times, setTimes] = useState<Times>(start.times);
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
    await action.run(
      () => (asked ? answer(asked.id, document, copyTo) : signOne(type, document, copyTo)),
      (digest) => `/certificates/${encodeURIComponent(digest)}`,
    );
  };
  const refusals = [...found, ...action.refusals];
  return (
    <Section title="Attestation">
      <ErrorSummary title="Not signed" refusals={refusals} />
      <form onSubmit={submit} noValidate>
        {asked ? (
          <p>
            {asked.from.name} asks for: {attestationName(type)}. {asked.note}
          </p>
        ) : (
          <TypeField value={type} onChange={setType} />
        )}
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

async function signOne(
  type: AttestationType,
  document: JsonObject,
  copyTo: readonly string[],
): Promise<string> {
  const [signed] = await signAll(type, [document], copyTo);
  if (!signed?.digest) throw new Refused(422, 'Not signed', signed?.refusals ?? []);
  return signed.digest;
}

async function answer(id: string, document: JsonObject, copyTo: readonly string[]): Promise<string> {
  const path = `/api/attestation-requests/${id}/answer`;
  const { digest = '' } = await call<AttestationRequest>('POST', path, { document, copyTo });
  return digest;
}

/** Lists that may hold more than one. */
const LISTS = [
  ['checks', 'Another check'],
  ['organization.identifiers', 'Another identifier'],
  ['controllers', 'Another owner'],
] as const;

/** Signing one attestation: what was checked, how, and what is said. */
export function Component() {
  const { copies, asked } = useLoaderData<typeof loader>();
  const session = useSession();
  return (
    <Page
      title="Sign an attestation"
      lead={`Signed with the key of ${session?.tenant.name ?? 'your organization'}. Say only what you checked yourselves, and how.`}
      trail={[{ to: '/attest', label: 'Attester’s desk' }]}
    >
      {maySign(session) ? (
        <AttestForm key={asked?.id} copies={copies} asked={asked} />
      ) : (
        <p className="empty">Your seat reads only. Ask a member who signs.</p>
      )}
    </Page>
  );
}
