import type { Result } from '@portolan/kernel';
import type { MeltInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import type { MeltResult } from '../result.ts';

export function determineMelt(_input: MeltInput, _reference: OriginReference): Result<MeltResult> {
  throw new Error('being built');
}
