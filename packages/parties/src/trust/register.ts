import {
  type CryptoPort,
  canonicalize,
  type Digest,
  digestBytes,
  type Instant,
  type JsonValue,
  utf8,
} from '@portolan/kernel';
import { type ActOf, inOrder, type OversightAct } from './act.ts';

/** An accreditation with the times at which it was suspended. */
export interface Accreditation {
  readonly id: string;
  readonly agency: string;
  readonly attester: string;
  readonly name: string;
  readonly credentialType: string;
  readonly from: string;
  readonly until?: string;
  readonly suspensions: readonly Suspension[];
}

export interface Suspension {
  readonly from: Instant;
  readonly until?: Instant;
  readonly reason: string;
}

export interface Appeal {
  readonly filed: ActOf<'appeal'>;
  readonly decided?: ActOf<'decide-appeal'>;
}

/** What the acts of oversight known at an instant add up to. */
export interface TrustRegister {
  readonly knownAt: Instant;
  /** Digest over the acts that everybody may see: the same acts, in whatever order they came, give the same. */
  readonly digest: Digest;
  readonly accreditations: ReadonlyMap<string, readonly Accreditation[]>;
  readonly overrides: ReadonlyMap<string, readonly ActOf<'override'>[]>;
  readonly appeals: ReadonlyMap<string, Appeal>;
  readonly policies: readonly ActOf<'publish-policy'>[];
  /** Every act by its identifier. */
  readonly acts: ReadonlyMap<string, OversightAct>;
}

/** Folds the acts up to an instant, later ones left out. */
export function foldRegister(
  acts: readonly OversightAct[],
  knownAt: Instant,
  crypto: CryptoPort,
): TrustRegister {
  const known = inOrder(acts.filter(({ at }) => at <= knownAt));
  const fold = new Fold();
  for (const act of known) fold.take(act);
  const text = known
    .filter(isPublicAct)
    .map((act) => canonicalize(act as unknown as JsonValue))
    .join('\n');
  return {
    knownAt,
    digest: digestBytes(crypto, utf8(text)),
    accreditations: Map.groupBy(fold.accreditations.values(), ({ attester }) => attester),
    overrides: Map.groupBy(fold.overrides.values(), ({ subject }) => subject),
    appeals: fold.appeals,
    policies: fold.policies,
    acts: fold.acts,
  };
}

/**
 * Whether everybody may see an act: accreditations, suspensions and policies always; overrides and decisions of appeals where the
 * agency publishes them. What is not public stands between an agency and one party: it is no part of the register's digest, and an
 * override shows in the standing of the party itself.
 */
export function isPublicAct(act: OversightAct): boolean {
  return ALWAYS_PUBLIC.has(act.act) || ('isPublic' in act && act.isPublic === true);
}

const ALWAYS_PUBLIC: ReadonlySet<OversightAct['act']> = new Set([
  'accredit',
  'suspend',
  'restore',
  'publish-policy',
]);

class Fold {
  readonly accreditations = new Map<string, Accreditation>();
  readonly overrides = new Map<string, ActOf<'override'>>();
  readonly appeals = new Map<string, Appeal>();
  readonly policies: ActOf<'publish-policy'>[] = [];
  readonly acts = new Map<string, OversightAct>();

  take(act: OversightAct): void {
    this.acts.set(act.id, act);
    switch (act.act) {
      case 'accredit':
        this.#accredit(act);
        break;
      case 'suspend':
        this.#change(act.accreditation, (row) => suspend(row, act));
        break;
      case 'restore':
        this.#change(act.accreditation, (row) => restore(row, act));
        break;
      case 'publish-policy':
        this.policies.push(act);
        break;
      case 'override':
        this.overrides.set(act.id, act);
        break;
      case 'lift-override':
        this.overrides.delete(act.override);
        break;
      case 'appeal':
        this.appeals.set(act.id, { filed: act });
        break;
      case 'decide-appeal':
        this.#decide(act);
    }
  }

  #accredit({ id, agency, attester, name, credentialType, from, until }: ActOf<'accredit'>): void {
    const end = until === undefined ? {} : { until };
    this.accreditations.set(id, {
      id,
      agency,
      attester,
      name,
      credentialType,
      from,
      ...end,
      suspensions: [],
    });
  }

  #change(id: string, change: (row: Accreditation) => Accreditation): void {
    const row = this.accreditations.get(id);
    if (row) this.accreditations.set(id, change(row));
  }

  #decide(act: ActOf<'decide-appeal'>): void {
    const appeal = this.appeals.get(act.appeal);
    if (appeal) this.appeals.set(act.appeal, { ...appeal, decided: act });
  }
}

function suspend(row: Accreditation, { at, reason }: ActOf<'suspend'>): Accreditation {
  return { ...row, suspensions: [...row.suspensions, { from: at as Instant, reason }] };
}

function restore(row: Accreditation, { at }: ActOf<'restore'>): Accreditation {
  const suspensions = row.suspensions.map((one) =>
    one.until === undefined ? { ...one, until: at as Instant } : one,
  );
  return { ...row, suspensions };
}
