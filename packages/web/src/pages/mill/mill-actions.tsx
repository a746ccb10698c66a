import { Link } from 'react-router';

/** What a mill does with a certificate that it signed: print it, replace it, test its products again. */
export function MillActions({ digest }: { digest: string }) {
  const of = encodeURIComponent(digest);
  return (
    <>
      <Link className="usa-button usa-button--outline" to={`/certificates/${of}/paper`}>
        Print (EN 10168)
      </Link>
      <Link className="usa-button usa-button--outline" to={`/certificates/mill?replaces=${of}`}>
        Replace it
      </Link>
      <Link className="usa-button usa-button--outline" to={`/certificates/mill?retests=${of}`}>
        Test again
      </Link>
    </>
  );
}
