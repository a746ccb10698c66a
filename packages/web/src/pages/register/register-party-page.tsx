import type { AttestationView } from '@portolan/contract';
import type { OversightAct, Picture } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { get } from '../../api/client.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { PictureWithTable } from '../../standing/picture/picture-with-table.tsx';
import type { Outcomes } from '../../standing/picture/whole.ts';
import { schemeWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day, When } from '../../ui/when.tsx';
import { HeldState } from '../parties/held-state.tsx';
import { AccreditationTable } from './accreditation-table.tsx';
import { accreditationsOf, type PublicAccreditation } from './accreditations.ts';
import { actsAbout, historyOf } from './history.ts';
import type { RegisterParty } from './register-page.tsx';

interface PublicParty {
  party: RegisterParty;
  /** What the organization itself is accredited to attest. */
  attests: PublicAccreditation[];
  /** What an agency set itself about it, and published. */
  acts: OversightAct[];
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<PublicParty> {
  const did = params.did ?? '';
  const [party, acts] = await Promise.all([
    get<RegisterParty>(`/api/register/${encodeURIComponent(did)}`, request.signal),
    get<{ items: OversightAct[] }>('/api/oversight', request.signal),
  ]);
  const attests = accreditationsOf(acts.items).filter(({ attester }) => attester === did);
  return { party, attests, acts: actsAbout(did, acts.items) };
}

function Attestations({ items }: { items: readonly AttestationView[] }) {
  return (
    <DataTable
      caption="Public attestations"
      captionHidden
      rows={items}
      rowKey={({ digest }) => digest}
      empty={<p>Nothing is public.</p>}
      columns={[
        { header: 'Attestation', cell: ({ type }) => attestationName(type) },
        { header: 'Signed by', cell: ({ issuerName }) => issuerName },
        { header: 'Signed', cell: ({ signedAt }) => <When at={signedAt} /> },
        { header: 'Until', cell: ({ until }) => (until ? <Day date={until} /> : 'no end given') },
        { header: 'State', cell: ({ state }) => <HeldState state={state} /> },
        {
          header: 'Digest',
          cell: ({ digest }) => <LongId value={digest} label="digest of the attestation" />,
        },
      ]}
    />
  );
}

/** Who attests publicly about whom; weighed nowhere, so a line tells whether the word is in force. */
function publicPicture({ did, name, attestations }: RegisterParty): { picture: Picture; outcomes: Outcomes } {
  const issuers = new Map(attestations.map(({ issuer, issuerName }) => [issuer, issuerName]));
  const nodes = [...issuers].filter(([id]) => id !== did).map(([id, issuer]) => ({ id, name: issuer }));
  const edges = attestations.map(({ issuer, type, digest }) => ({
    ...{ from: issuer, to: did, by: digest },
    relation: type === 'TradePartnerReference' ? ('refers' as const) : ('attests' as const),
  }));
  const outcomes = new Map(
    attestations.map(({ digest, state, type }) => [
      digest as string,
      {
        counts: state === 'held',
        words: `${attestationName(type)}, ${state === 'held' ? 'in force' : state}`,
      },
    ]),
  );
  return { picture: { nodes: [{ id: did, name }, ...nodes], edges }, outcomes };
}

/** What one organization made public: identifiers, attestations, relationships, history. */
export function Component() {
  const { party, attests, acts } = useLoaderData<typeof loader>();
  const { did, name, identifiers, attestations } = party;
  return (
    <Page
      wide
      title={name}
      trail={[{ to: '/register', label: 'Public register' }]}
      lead={<LongId value={did} label={`identifier of ${name}`} />}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Section title="Identifiers">
        <DataTable
          caption="Identifiers"
          captionHidden
          rows={identifiers}
          rowKey={({ scheme, value }) => `${scheme} ${value}`}
          empty={<p>No identifier is public.</p>}
          columns={[
            { header: 'Identifier', cell: ({ scheme }) => schemeWords(scheme) },
            { header: 'Value', cell: ({ value }) => <code className="break">{value}</code> },
          ]}
        />
      </Section>
      <Section title="Attestations">
        <Attestations items={attestations} />
      </Section>
      {attestations.length > 0 && (
        <Section title="Relationships">
          <PictureWithTable focus={did} caption="Who attests about it" {...publicPicture(party)} />
        </Section>
      )}
      {attests.length > 0 && (
        <Section title="What it may attest">
          <AccreditationTable rows={attests} />
        </Section>
      )}
      <Section title="History">
        <ol className="timeline">
          {historyOf(attestations, acts).map(({ key, at, words }) => (
            <li key={key}>
              {at.length > 10 ? <When at={at} /> : <Day date={at} />}: {words}
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
