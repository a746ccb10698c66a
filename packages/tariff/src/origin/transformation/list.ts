import type { Result } from '@portolan/kernel';
import type { TransformationInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import type { TransformationResult } from '../result.ts';

export function listTransformation(_input: TransformationInput, _reference: OriginReference): Result<TransformationResult> {
  throw new Error('being built');
}
