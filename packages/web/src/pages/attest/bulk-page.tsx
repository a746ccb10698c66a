import type { AttestationType } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useSession } from '../../app/use-session.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { readCopies } from './copies.ts';
import { type Copy, CopyField } from './copy-field.tsx';
import { type RowState, RowTable } from './row-table.tsx';
import { checkRows, templateOf } from './rows.ts';
import { maySign, signAll } from './signing.ts';
import { TypeField } from './type-field.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<Copy[]> {
  return readCopies(request);
}

interface Sheet {
  name: string;
  type: AttestationType;
  unknown: readonly string[];
  rows: readonly RowState[];
}

/** Rows that may be signed: nothing is against them, and they are not signed yet. */
function open({ rows }: Sheet): RowState[] {
  return rows.filter(({ refusals, signed }) => refusals.length === 0 && !signed);
}

function FileStep({ onSheet }: { onSheet: (sheet: Sheet) => void }) {
  const [type, setType] = useState<AttestationType>('BusinessRegistrationAffirmation');
  const onFiles = async ([file]: File[]) => {
    if (file) onSheet({ name: file.name, type, ...checkRows(type, await file.text()) });
  };
  return (
    <Section title="Spreadsheet">
      <TypeField value={type} onChange={setType} />
      <p>
        One attestation a row. A second check stands in columns such as <code>checks.2.what</code>.{' '}
        <Button type="button" unstyled onClick={() => download(`${type}.csv`, 'text/csv', templateOf(type))}>
          Save a spreadsheet with the headings and an example
        </Button>
      </p>
      <Dropzone hint="CSV in UTF-8. Everything is checked first; nothing is signed yet." onFiles={onFiles} />
    </Section>
  );
}

function SignStep({
  sheet,
  copies,
  onSheet,
}: {
  sheet: Sheet;
  copies: readonly Copy[];
  onSheet: (sheet: Sheet) => void;
}) {
  const [copyTo, setCopyTo] = useState<readonly string[]>([]);
  const [done, setDone] = useState(0);
  const action = useAction();
  const announce = useAnnounce();
  const fit = open(sheet);
  const refused = sheet.rows.filter(({ refusals }) => refusals.length > 0).length;
  const sign = async () => {
    const documents = fit.map(({ document }) => document);
    const signed = await action.run(() => signAll(sheet.type, documents, copyTo, setDone));
    if (!signed) return;
    const states = new Map(signed.map((one) => [fit[one.row]?.row, one]));
    onSheet({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        ...(states.has(row.row) && { signed: states.get(row.row) }),
      })) as RowState[],
    });
    announce(`${counted(signed.filter(({ digest }) => digest).length, 'attestation')} signed`);
  };
  return (
    <Section title={`Check of ${sheet.name}`}>
      <ErrorSummary title="Not signed" refusals={action.refusals} />
      {sheet.unknown.length > 0 && (
        <Notice tone="bad">
          These columns are not known and would be lost: {sheet.unknown.join(', ')}. Correct the headings
          first.
        </Notice>
      )}
      <p role="status">
        {counted(sheet.rows.length, 'row')}: {fit.length} fit to sign, {refused} refused.
      </p>
      {fit.length > 0 && <CopyField copies={copies} chosen={copyTo} onChange={setCopyTo} />}
      {fit.length > 0 && sheet.unknown.length === 0 && (
        <div className="row no-print">
          <Button type="button" disabled={action.busy} onClick={sign}>
            {action.busy ? `Signing, ${done} done…` : `Sign ${counted(fit.length, 'attestation')}`}
          </Button>
        </div>
      )}
      <RowTable rows={sheet.rows} />
    </Section>
  );
}

/** Signing many attestations from a spreadsheet: checked first, refused by row and column, then signed. */
export function Component() {
  const copies = useLoaderData<typeof loader>();
  const session = useSession();
  const [sheet, setSheet] = useState<Sheet>();
  return (
    <Page
      wide
      title="Sign from a spreadsheet"
      lead="Each row is checked before anything is signed. A refused row does not hold up the others."
      trail={[{ to: '/attest', label: 'Attester’s desk' }]}
    >
      {maySign(session) ? (
        <FileStep onSheet={setSheet} />
      ) : (
        <p className="empty">Your seat reads only. Ask a member who signs.</p>
      )}
      {sheet && <SignStep sheet={sheet} copies={copies} onSheet={setSheet} />}
    </Page>
  );
}
