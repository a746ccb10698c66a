import type { WalletRequest } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

type Format = 'ldp_vc' | 'vc+sd-jwt' | 'jwt_vc_json';

const FORMATS: readonly (readonly [Format, string])[] = [
  ['ldp_vc', 'Data Integrity (ldp_vc)'],
  ['vc+sd-jwt', 'SD-JWT, shown in parts (vc+sd-jwt)'],
  ['jwt_vc_json', 'JWT (jwt_vc_json)'],
];

/** Asks for one kind of credential; what leads a wallet to it is on the request's own page. */
export function AskWallet() {
  const [purpose, setPurpose] = useState('');
  const [type, setType] = useState('');
  const [claim, setClaim] = useState('');
  const [format, setFormat] = useState<Format>('ldp_vc');
  const action = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const claims = claim.trim() === '' ? {} : { claims: [claim.trim().split('.')] };
    const credentials = [{ id: 'asked', types: [type.trim()], format, ...claims }];
    await action.run(
      () => call<WalletRequest>('POST', '/api/openid4vp/requests', { purpose, credentials }),
      ({ id }) => `/wallet/${id}`,
    );
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not asked" refusals={action.refusals} />
      <TextField
        id="purpose"
        label="For what"
        hint="Its holder reads this before answering, for example: Check of the mill report for heat 4711"
        required
        value={purpose}
        onChange={setPurpose}
      />
      <TextField
        id="type"
        label="Type of credential"
        hint="For example MillTestReportCredential"
        required
        value={type}
        onChange={setType}
      />
      <TextField
        id="claim"
        label="A claim that must be shown"
        hint="Its path, for example credentialSubject.heatNumber"
        value={claim}
        onChange={setClaim}
      />
      <SelectField id="format" label="Form" value={format} options={FORMATS} onChange={setFormat} />
      <Button type="submit" disabled={action.busy}>
        Make the code
      </Button>
    </form>
  );
}
