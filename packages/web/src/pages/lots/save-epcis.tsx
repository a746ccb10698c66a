import { Button } from '@trussworks/react-uswds';
import { get } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';
import { shortLot } from './words.ts';

/** All that counts about a lot and what it was made of, for whoever reads EPCIS. */
export function SaveEpcis({ lot }: { lot: string }) {
  const action = useAction();
  const announce = useAnnounce();
  const file = `${shortLot(lot).replaceAll(/[^\w-]+/g, '-')}.epcis.jsonld`;
  const save = () =>
    action.run(async () => {
      const document = await get(`/api/lots/${encodeURIComponent(lot)}/epcis`);
      download(file, 'application/ld+json', JSON.stringify(document, null, 2));
      announce(`${file} saved`);
    });
  return (
    <>
      <Button type="button" outline disabled={action.busy} onClick={save}>
        Save as EPCIS
      </Button>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
    </>
  );
}
