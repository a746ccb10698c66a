import type { KnownParty } from '@portolan/contract';
import { Button, Radio } from '@trussworks/react-uswds';
import { useId, useState } from 'react';
import { get, query } from '../../api/client.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

interface RecipientFieldProps {
  chosen: KnownParty | undefined;
  onChoose: (party: KnownParty | undefined) => void;
  /** What the party is here. */
  as?: string;
}

/** Finds a party by name or identifier among those that the node reaches, and lets one be chosen. A page may have several. */
export function RecipientField({ as = 'receiver', chosen, onChoose }: RecipientFieldProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly KnownParty[]>();
  const action = useAction();
  const announce = useAnnounce();
  const search = async () => {
    const page = await action.run(() =>
      get<{ items: KnownParty[] }>(`/api/recipients${query({ q: words })}`),
    );
    if (!page) return;
    const { items } = page;
    setFound(items);
    onChoose(items.length === 1 ? items[0] : undefined);
    announce(`${counted(items.length, 'party', 'parties')} found`);
  };
  return (
    <>
      <ErrorSummary title="Not searched" refusals={action.refusals} />
      <TextField
        id={`${id}-words`}
        label={`Find the ${as}`}
        hint="Part of its name, or its identifier"
        value={words}
        onChange={setWords}
      />
      <Button type="button" outline disabled={action.busy} onClick={search}>
        Search
      </Button>
      {found?.length === 0 && (
        <p>No such party is known here. The operator enters parties of other nodes (portolan peer add).</p>
      )}
      {found && found.length > 0 && (
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">{`${as.charAt(0).toUpperCase()}${as.slice(1)}`}</legend>
          {found.map((party) => (
            <Radio
              key={party.did}
              id={`${id}-${party.did}`}
              name={id}
              label={party.name}
              labelDescription={<LongId value={party.did} label={`identifier of ${party.name}`} />}
              checked={chosen?.did === party.did}
              onChange={() => onChoose(party)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
