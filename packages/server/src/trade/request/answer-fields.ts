import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from '../../platform/catalogue.ts';
import type { Upload } from '../../platform/http/multipart.ts';
import type { Answer } from './answer.ts';

/** Most characters of an answer's words, as of every note. */
const maxText = 4000;

/** The fields of the form that answers a request. Refuses a disclosure that is not named: nobody shows by accident. */
export function readAnswerFields({ fields, files }: Upload): Result<Answer> {
  const { text = '', disclosure } = fields;
  if (disclosure !== 'all' && disclosure !== 'agency')
    return refused(invalid('/disclosure', 'disclosure is "all" or "agency"'));
  if (text.length > maxText)
    return refused(invalid('/text', `the text has at most ${maxText} characters; send more as a document`));
  return ok({ text, disclosure, files });
}

function invalid(path: string, reason: string) {
  return nodeCatalogue.refuse('NODE_FIELD_INVALID', { path, params: { reason } });
}
