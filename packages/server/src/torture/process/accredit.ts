import { sampleTenant } from '@portolan/programs';
import { signInAs } from '../../testing/sign-in.ts';

interface Register {
  readonly items: readonly { readonly did: string; readonly credentialType: string }[];
}

const credentialType = 'CertificationOfOrigin';

/** Enters the sample grower into the agency's trust register as a signer of certifications, unless it stands there. */
export async function accreditGrower(url: string): Promise<void> {
  const { did, name } = sampleTenant('grower');
  const lead = await signInAs(url, 'agency-lead');
  const { body } = await lead.get<Register>('/api/trust');
  if (body.items.some((item) => item.did === did && item.credentialType === credentialType)) return;
  const reason = 'A sample grower for a sample run.';
  const answer = await lead.post('/api/trust', { did, name, credentialType, from: '2026-01-01', reason });
  if (answer.status !== 201) throw new Error(`the register refused: ${answer.status} ${answer.codes.join(', ')}`);
}
