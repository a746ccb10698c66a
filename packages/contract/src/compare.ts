import { ComparisonSchema, MOST_COMPARED_CHARACTERS } from '@portolan/filing';
import { Type } from 'typebox';
import { EntryParamsSchema } from './common.ts';
import { route } from './route.ts';

export const compareEntry = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/compare',
  summary:
    'A summary really filed beside ours, field by field: ABI AE text of 80 columns, or form 7501 as JSON or CSV of blocks. Nothing is kept',
  access: 'member',
  params: EntryParamsSchema,
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: MOST_COMPARED_CHARACTERS }) }),
  response: ComparisonSchema,
});
