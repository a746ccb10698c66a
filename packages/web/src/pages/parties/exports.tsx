import type { Standing } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { Link } from 'react-router';
import { call, get, query } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Who may sign in the name of the organization. */
const SIGNERS: readonly string[] = ['signer', 'lead', 'officer'];

/** Taking a standing along: signed as a credential, or with all it was computed from. */
export function Exports({ standing }: { standing: Standing }) {
  const { subject, name, role, asOf, policy } = standing;
  const action = useAction();
  const announce = useAnnounce();
  const signer = SIGNERS.includes(useSession()?.member.role ?? '');
  const path = `/api/standings/${encodeURIComponent(subject)}`;
  const agency = policy.publisher;
  const save = (what: string, value: unknown) => {
    const file = `${name.replaceAll(/[^\w-]+/g, '-')}.${what}.json`;
    download(file, 'application/json', JSON.stringify(value, null, 2));
    announce(`${file} saved`);
  };
  const bundle = () =>
    action.run(async () =>
      save('standing-bundle', await get(`${path}/bundle${query({ role, asOf, agency })}`)),
    );
  const credential = () =>
    action.run(async () => {
      const body = { role, asOf, agency };
      const signed = await call<{ credential: object }>('POST', `${path}/credential`, body);
      save('standing.vc', signed.credential);
    });
  const token = () =>
    action.run(async () => {
      const body = { role, asOf, agency, form: 'vc+sd-jwt' };
      const signed = await call<{ token: string }>('POST', `${path}/credential`, body);
      const file = `${name.replaceAll(/[^\w-]+/g, '-')}.standing.sd-jwt`;
      download(file, 'application/vc+sd-jwt', signed.token);
      announce(`${file} saved`);
    });
  return (
    <>
      <ErrorSummary title="Not done" refusals={action.refusals} />
      <p>
        As a credential the standing is signed by your organization and can be presented anywhere. With its
        evidence anybody <Link to="/standings/check">computes it again</Link> and must come to the same
        digest. Signed so that it may hide parts, its holder{' '}
        <Link to="/standings/show">shows only what is asked for</Link>.
      </p>
      <div className="row no-print">
        {signer && (
          <Button type="button" outline disabled={action.busy} onClick={credential}>
            Sign as a credential
          </Button>
        )}
        {signer && (
          <Button type="button" outline disabled={action.busy} onClick={token}>
            Sign so that it may hide parts
          </Button>
        )}
        <Button type="button" outline disabled={action.busy} onClick={bundle}>
          Save with its evidence
        </Button>
      </div>
    </>
  );
}
