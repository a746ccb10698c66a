import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/use-session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KeyState } from './use-own-key.ts';

function MakeKey({ make }: Pick<KeyState, 'make'>) {
  const session = useSession();
  const [name, setName] = useState(session?.member.name ?? '');
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await make(name);
    announce('Your key is made');
  };
  return (
    <form onSubmit={submit}>
      <p>
        With a key of your own you sign filings as a person. It is made in this browser and never leaves it:
        no node can sign in your name. Where you work elsewhere, make another and have it attested, too.
      </p>
      <TextField id="own-key-name" label="Your name" required value={name} onChange={setName} />
      <Button type="submit">Make my key</Button>
    </form>
  );
}

/** The signing key of the person at this browser. */
export function KeySection({ state }: { state: KeyState }) {
  const { key, isRead, make, forget } = state;
  const [confirming, setConfirming] = useState(false);
  return (
    <Section title="Your own key" id="own-key">
      {!isRead && <p>Asking this browser for your key…</p>}
      {isRead && !key && <MakeKey make={make} />}
      {key && (
        <>
          <Definitions
            items={[
              ['Name', key.name],
              ['Identifier', <LongId key="did" value={key.signer.did} label="your identifier" />],
            ]}
          />
          <p>
            Your organization attests below that you work for it and what you may do. When you leave, it
            revokes that, and your signature counts no more from that moment on.
          </p>
          <Button type="button" outline onClick={() => setConfirming(true)}>
            Throw the key away
          </Button>
        </>
      )}
      <ConfirmDialog
        open={confirming}
        title="Throw your key away?"
        confirm="Throw away"
        onConfirm={() => void forget().then(() => setConfirming(false))}
        onClose={() => setConfirming(false)}
      >
        <p>Nobody can bring it back. What it signed stays good.</p>
      </ConfirmDialog>
    </Section>
  );
}
