import type { OversightAct } from '@portolan/parties';
import { attestationName } from './attestation-words.ts';
import { levelWords, roleWords } from './words.ts';

/** An act of oversight in words. */
export function actWords(act: OversightAct): string {
  switch (act.act) {
    case 'accredit':
      return `${act.name} accredited for ${attestationName(act.credentialType)}`;
    case 'suspend':
      return 'Accreditation suspended';
    case 'restore':
      return 'Accreditation restored';
    case 'publish-policy':
      return `Policy ${act.policy}, version ${act.version}, published`;
    case 'override': {
      const role = act.role ? ` as ${roleWords(act.role).toLowerCase()}` : '';
      return act.effect === 'bar' ? `Barred${role}` : `Set to “${levelWords(act.level ?? 'none')}”${role}`;
    }
    case 'lift-override':
      return 'Override lifted';
    case 'appeal':
      return act.against === 'standing' ? 'Appeal against the standing' : 'Appeal against an act';
    case 'decide-appeal':
      return act.outcome === 'upheld' ? 'Appeal upheld' : 'Appeal dismissed';
  }
}

/** Every act of oversight with its name in words, for a filter. */
export const actNames: readonly (readonly [OversightAct['act'], string])[] = [
  ['accredit', 'Accreditation'],
  ['suspend', 'Suspension'],
  ['restore', 'Restoration'],
  ['publish-policy', 'Policy published'],
  ['override', 'Override'],
  ['lift-override', 'Override lifted'],
  ['appeal', 'Appeal'],
  ['decide-appeal', 'Appeal decided'],
];
