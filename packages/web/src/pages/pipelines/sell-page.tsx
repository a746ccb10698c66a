import type {
  KnownParty,
  PipelineLineDetail,
  PipelineMonth,
  SoldTitle,
  TitlePreview,
} from '@portolan/contract';
import type { TitleTransfer } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { fieldId } from '../../format/identifiers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { RecipientField } from '../certificates/recipient-field.tsx';
import { apiOf, linePath, monthPath } from './address.ts';
import { shownIn } from './meter-clock.ts';
import { loadNames, namesOf } from './names.ts';
import { type SaleFields, transferOf } from './sell-form.ts';
import { isRefused, SalePreview, Sold, WhoSeesWhat } from './sell-preview.tsx';
import { lotName, monthWords } from './words.ts';

interface Loaded {
  month: PipelineMonth;
  line: PipelineLineDetail;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const [month, line] = await Promise.all([
    getAsMember<PipelineMonth>(request, apiOf(params.line, params.month)),
    loadNames(request, params.line),
  ]);
  return { month, line };
}

interface FieldsProps {
  fields: SaleFields;
  change: (changed: Partial<SaleFields>) => void;
  batches: readonly string[];
  zone: string;
}

function Fields({ batches, change, fields, zone }: FieldsProps) {
  return (
    <>
      <TextField
        id={fieldId('/number')}
        label="Number of the transfer"
        hint="Yours, such as SAO-T-0505"
        required
        value={fields.number}
        onChange={(number) => change({ number })}
      />
      <SelectField
        id={fieldId('/batch')}
        label="Batch"
        value={fields.batch}
        options={[
          ['', 'Choose a batch'] as const,
          ...batches.map((batch) => [batch, lotName(batch)] as const),
        ]}
        onChange={(batch) => change({ batch })}
      />
      <TextField
        id={fieldId('/volume')}
        label="Volume, barrels at 60 °F"
        hint="Leave it empty to pass all that is yours of the batch at that moment"
        value={fields.volume}
        onChange={(volume) => change({ volume })}
      />
      <div className="field">
        <label htmlFor={fieldId('/effectiveAt')}>When title passes</label>
        <span className="hint" id="moment-hint">
          By the clock of the meter, {zone}; it may lie before today
        </span>
        <input
          id={fieldId('/effectiveAt')}
          className="usa-input"
          type="datetime-local"
          required
          aria-describedby="moment-hint"
          value={fields.moment}
          onChange={(event) => change({ moment: event.target.value })}
        />
      </div>
    </>
  );
}

function Deal({ change, fields }: Pick<FieldsProps, 'fields' | 'change'>) {
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">The deal, for you, the buyer and the agency alone</legend>
      <TextField
        id={fieldId('/price')}
        label="Price of a barrel, USD"
        hint="Such as 53.10"
        value={fields.price}
        onChange={(price) => change({ price })}
      />
      <TextField
        id={fieldId('/contract')}
        label="Contract"
        value={fields.contract}
        onChange={(contract) => change({ contract })}
      />
      <TextField
        id={fieldId('/tradeDate')}
        label="Day of the trade"
        type="date"
        value={fields.tradeDate}
        onChange={(tradeDate) => change({ tradeDate })}
      />
    </fieldset>
  );
}

interface Tried {
  document: TitleTransfer;
  preview: TitlePreview;
}

/** What the form asks the node: to try the sale, and to sign and send what was tried. */
function useSale(seller: TitleTransfer['seller'], line: { line: string; zone: string }) {
  const action = useAction();
  const announce = useAnnounce();
  const [missing, setMissing] = useState<readonly Refusal[]>([]);
  const [tried, setTried] = useState<Tried>();
  const [sold, setSold] = useState<SoldTitle>();
  const forget = () => {
    setTried(undefined);
    setMissing([]);
  };
  const tryIt = async (fields: SaleFields, buyer: KnownParty | undefined) => {
    action.clear();
    forget();
    const made = transferOf(fields, seller, buyer, line);
    if ('refusals' in made) return setMissing(made.refusals);
    const { document } = made;
    const preview = await action.run(() =>
      call<TitlePreview>('POST', '/api/pipelines/titles/preview', { document }),
    );
    if (!preview) return;
    setTried({ document, preview });
    announce(isRefused(preview) ? 'It would be refused' : 'What it would do is shown below');
  };
  const sign = async ({ document }: Tried) => {
    const signed = await action.run(() => call<SoldTitle>('POST', '/api/pipelines/titles', { document }));
    if (!signed) return;
    setSold(signed);
    announce('Signed and sent');
  };
  return { busy: action.busy, refusals: [...missing, ...action.refusals], tried, sold, forget, tryIt, sign };
}

const empty = { number: '', batch: '', volume: '', tradeDate: '', contract: '', price: '' };

/** A sale of title in the pipe: written, tried against the papers at hand, signed, and sent to those who need it. */
export function Component() {
  const { line: detail, month } = useLoaderData<typeof loader>();
  const session = useSession();
  const { name, zone } = namesOf(detail);
  const line = month.line.id;
  const seller = { name: session?.tenant.name ?? '', did: session?.tenant.did ?? '' };
  const sale = useSale(seller, { line, zone });
  const [buyer, setBuyer] = useState<KnownParty>();
  const [fields, setFields] = useState<SaleFields>(() => ({ ...empty, moment: shownIn(Date.now(), zone) }));
  const change = (changed: Partial<SaleFields>) => {
    sale.forget();
    setFields((before) => ({ ...before, ...changed }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return sale.tryIt(fields, buyer);
  };
  const { busy, refusals, sold, tried } = sale;
  return (
    <Page
      title="Sell title in the pipe"
      lead={`${name}. You sign it; the log keeps when you did, beside the moment at which title passes.`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line), label: name },
        { to: monthPath(line, month.month), label: monthWords(month.month) },
      ]}
    >
      {sold ? (
        <Sold sold={sold} month={monthPath(line, month.month)} />
      ) : (
        <>
          <ErrorSummary title="It was not taken" refusals={refusals} />
          <form onSubmit={submit} noValidate>
            <Section title="What passes">
              <Fields {...{ change, fields, zone }} batches={month.batches} />
              <div id={fieldId('/buyer')} tabIndex={-1}>
                <RecipientField
                  as="buyer"
                  chosen={buyer}
                  onChoose={(party) => {
                    sale.forget();
                    setBuyer(party);
                  }}
                />
              </div>
            </Section>
            <Section title="The deal">
              <Deal change={change} fields={fields} />
              <WhoSeesWhat />
            </Section>
            <p>
              <Button type="submit" disabled={busy} outline={tried !== undefined}>
                {busy && !tried ? 'Trying it…' : 'See what it would do'}
              </Button>
            </p>
          </form>
          {tried && <SalePreview {...tried} zone={zone} />}
          {tried && !isRefused(tried.preview) && (
            <Button type="button" disabled={busy} onClick={() => sale.sign(tried)}>
              {busy
                ? 'Signing and sending…'
                : `Sign, and send to ${tried.document.buyer.name}, the agency and the operator`}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
