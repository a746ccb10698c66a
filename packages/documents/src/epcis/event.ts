import type { Digest, Instant, JsonObject } from '@portolan/kernel';

export const epcisEventTypes = [
  'ObjectEvent',
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
] as const;
export type EpcisEventType = (typeof epcisEventTypes)[number];

/** A quantity of a class of objects; `quantity` as exact decimal text, absent where only the class is known. */
export interface EpcisQuantity {
  readonly epcClass: string;
  readonly quantity?: string;
  /** UNECE Recommendation 20 code; absent for a count of pieces. */
  readonly uom?: string;
}

/** A typed reference: a business transaction, a source or a destination. */
export interface EpcisReference {
  readonly type?: string;
  readonly id: string;
}

/**
 * What happened to which objects, when, where and why (EPCIS 2.0, section 7.4). Words of the Core Business Vocabulary are bare
 * ('shipping'), others stay the URI they are. The event as it was sent is kept whole in `raw`.
 */
export interface EpcisEvent {
  readonly type: EpcisEventType;
  /** As the sender named it; the node names an event that has no name. */
  readonly eventId?: string;
  readonly eventTime: Instant;
  /** Where the local time was: '-06:00'. */
  readonly zone: string;
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE';
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly readPoint?: string;
  readonly bizLocation?: string;
  /** Objects looked at, packed, sold or observed: epcList and childEPCs. */
  readonly epcs: readonly string[];
  /** quantityList and childQuantityList. */
  readonly quantities: readonly EpcisQuantity[];
  readonly parentId?: string;
  readonly inputEpcs: readonly string[];
  readonly inputQuantities: readonly EpcisQuantity[];
  readonly outputEpcs: readonly string[];
  readonly outputQuantities: readonly EpcisQuantity[];
  readonly transformationId?: string;
  readonly transactions: readonly EpcisReference[];
  readonly sources: readonly EpcisReference[];
  readonly destinations: readonly EpcisReference[];
  /** Declares an earlier event wrong: when and why. */
  readonly error?: {
    readonly declaredAt: Instant;
    readonly reason?: string;
    readonly corrections: readonly string[];
  };
  /** Instance and lot master data, as sent. */
  readonly ilmd?: JsonObject;
  readonly raw: JsonObject;
}

/** An EPCIS document with those of its events that hold. */
export interface EpcisDocument {
  readonly createdAt: Instant;
  readonly context: JsonObject[keyof JsonObject];
  readonly events: readonly EpcisEvent[];
}

/** What was captured: the event under its name. */
export interface NamedEvent {
  readonly id: string;
  readonly digest: Digest;
  readonly event: EpcisEvent;
}
