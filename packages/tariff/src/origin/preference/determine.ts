import type { Result } from '@portolan/kernel';
import type { TariffReference } from '../../reference/reference.ts';
import type { PreferenceInput } from '../input.ts';
import type { PreferenceResult } from '../result.ts';

export type OriginReference = Pick<TariffReference, 'origin' | 'digest'>;
export function determinePreference(_input: PreferenceInput, _reference: OriginReference): Result<PreferenceResult> {
  throw new Error('being built');
}
