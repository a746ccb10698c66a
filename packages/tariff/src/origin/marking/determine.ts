import type { Result } from '@portolan/kernel';
import type { MarkingInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import type { MarkingResult } from '../result.ts';

export function determineMarking(_input: MarkingInput, _reference: OriginReference): Result<MarkingResult> {
  throw new Error('being built');
}
