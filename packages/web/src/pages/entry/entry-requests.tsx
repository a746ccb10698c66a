import type { DossierView } from '@portolan/contract';
import { Link } from 'react-router';
import { Section } from '../../ui/page.tsx';
import { RequestsTable } from '../requests/requests-table.tsx';

/** The requests for information on an entry, and the way to open another. */
export function EntryRequests({ dossier }: { dossier: DossierView }) {
  return (
    <Section
      title="Requests"
      id="requests"
      aside={
        dossier.may.includes('ask') && (
          <Link className="no-print" to={`/entries/${dossier.entryNumber}/ask`}>
            Ask for information
          </Link>
        )
      }
    >
      <RequestsTable requests={dossier.requests} showEntry={false} />
    </Section>
  );
}
