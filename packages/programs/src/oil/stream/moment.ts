import { expectOk, type Instant, parseInstant } from '@portolan/kernel';

/** A moment of a paper, which was checked when the paper was read. What is written as we write it is taken as it is. */
export function moment(text: string): Instant {
  return expectOk(parseInstant(text));
}
