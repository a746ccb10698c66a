import type { Client } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PAYMENTS } from './payment.ts';

const BONDS = [
  ['8', '8 – continuous'],
  ['9', '9 – single transaction'],
  ['0', '0 – none required'],
] as const;

const ACCOUNTS = [
  ['importer', "the importer's own account"],
  ['broker', "the broker's account"],
] as const;

/** Enters or changes one client; what is entered here stands in every draft of its goods and is never typed again. */
export function ClientForm({ client }: { client?: Client | undefined }) {
  const [number, setNumber] = useState(client?.number ?? '');
  const [name, setName] = useState(client?.name ?? '');
  const [bondType, setBondType] = useState<Client['bondType']>(client?.bondType ?? '8');
  const [surety, setSurety] = useState(client?.surety ?? '');
  const [bondAmount, setBondAmount] = useState(client?.bondAmount ?? '');
  const [payment, setPayment] = useState<Client['payment']>(client?.payment ?? 'periodic');
  const [account, setAccount] = useState<Client['account']>(client?.account ?? 'importer');
  const [statementDay, setStatementDay] = useState(client?.statementDay ? `${client.statementDay}` : '');
  const [note, setNote] = useState(client?.note ?? '');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...{ number: number.trim(), name: name.trim(), bondType, payment, account },
      ...(payment === 'periodic' && statementDay.trim() !== '' ? { statementDay: Number(statementDay) } : {}),
      ...(client?.did ? { did: client.did } : {}),
      ...(surety.trim() === '' ? {} : { surety: surety.trim() }),
      ...(bondAmount.trim() === '' ? {} : { bondAmount: bondAmount.replaceAll(',', '').trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (await action.run(() => call<Client>('POST', '/api/clients', body))) announce(`${name} saved`);
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
      <TextField
        id="field-number"
        label="Importer number"
        hint="CBP Form 5106. Example: 12-3456789AB."
        value={number}
        onChange={setNumber}
        required
      />
      <TextField id="field-name" label="Name" value={name} onChange={setName} required />
      <SelectField id="field-bondType" label="Bond" value={bondType} options={BONDS} onChange={setBondType} />
      <TextField
        id="field-surety"
        label="Surety code"
        hint="Three digits."
        value={surety}
        onChange={setSurety}
      />
      <TextField
        id="field-bondAmount"
        label="Bond amount, US dollars"
        hint="Whole dollars. Example: 50000."
        value={bondAmount}
        onChange={setBondAmount}
      />
      <SelectField
        id="field-payment"
        label="Payment"
        value={payment}
        options={PAYMENTS}
        onChange={setPayment}
      />
      <SelectField
        id="field-account"
        label="Paid from"
        value={account}
        options={ACCOUNTS}
        onChange={setAccount}
      />
      {payment === 'periodic' && (
        <TextField
          id="field-statementDay"
          label="Statement day"
          hint="Working day of the month on which the preliminary monthly statement is made. Empty: the last one possible, the 11th."
          value={statementDay}
          onChange={setStatementDay}
        />
      )}
      <TextField id="field-note" label="Note" value={note} onChange={setNote} long />
      <Button type="submit" disabled={action.busy}>
        {action.busy ? 'Saving…' : 'Save the client'}
      </Button>
    </form>
  );
}
