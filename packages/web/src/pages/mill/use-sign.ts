import type { IssuedCredential } from '@portolan/contract';
import { call } from '../../api/client.ts';
import { useAction } from '../../ui/use-action.ts';

/** Signing a document with the organization's key; leads to the signed one, or keeps the reasons. */
export function useSign() {
  const action = useAction();
  const sign = (type: string, document: object, { hideable = false } = {}) =>
    action.run(
      () =>
        call<IssuedCredential>('POST', '/api/credentials/issue', {
          ...{ type, document },
          ...(hideable ? { form: 'vc+sd-jwt' } : {}),
        }),
      ({ digest }) => `/certificates/${encodeURIComponent(digest)}`,
    );
  return { ...action, sign };
}
