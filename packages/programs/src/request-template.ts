/** Subjects of a request for information (CBP Form 28). */
export type RequestSubject =
  | 'classification'
  | 'value'
  | 'origin'
  | 'preference-claim'
  | 'antidumping-countervailing'
  | 'sample';

/** One question of a request, in our own words. */
export interface RequestQuestion {
  readonly id: string;
  readonly text: string;
  /** What kind of answer is wanted. */
  readonly wants: 'text' | 'document' | 'quantity' | 'sample';
  /** Field of the entry line that the question is about. */
  readonly field?: string;
}

/** A request as an officer opens it on a line or field; questions may be struck or added before it is sent. */
export interface RequestTemplate {
  readonly id: string;
  readonly subject: RequestSubject;
  readonly title: string;
  readonly explanation: string;
  readonly questions: readonly RequestQuestion[];
  /** Who usually holds the evidence, beside importer and filer: the request is routed to them at once. */
  readonly holders: readonly ('manufacturer' | 'certifier' | 'carrier' | 'importer')[];
  /** Whether the holder may answer to the agency alone. */
  readonly confidentialAnswer: boolean;
  /** Calendar days to answer, from the day it is sent. */
  readonly days: number;
  readonly cite: string;
}
