import type { DocumentType } from '@portolan/documents';
import { type Signed, signedOf } from '../../signed.ts';
import { byLog, type Standing, standing } from './standing.ts';

/** The papers of pipelines that count, by what they are; each signed by who it is of. */
export interface LinePapers {
  readonly production: Standing<'LiquidProduction'>;
  readonly tickets: Standing<'MeasurementTicket'>;
  readonly blends: readonly Signed<'LiquidBlend'>[];
  readonly transfers: Standing<'TitleTransfer'>;
  readonly custody: readonly Signed<'CustodyTransfer'>[];
  readonly allocations: Standing<'PipelineAllocation'>;
  readonly stocks: readonly Signed<'PipelineStock'>[];
  readonly inBond: readonly Signed<'InBondMovement'>[];
  readonly statements: Standing<'DeliveryStatement'>;
  /** Signed by somebody else than who they are of: they move nothing. */
  readonly foreign: readonly Signed[];
}

/** Who a paper is of; its word alone counts. */
const authors = {
  LiquidProduction: (paper: Signed<'LiquidProduction'>) => paper.document.producer.did,
  MeasurementTicket: (paper: Signed<'MeasurementTicket'>) => paper.document.operator.did,
  LiquidBlend: (paper: Signed<'LiquidBlend'>) => paper.document.operator.did,
  TitleTransfer: (paper: Signed<'TitleTransfer'>) => paper.document.seller.did,
  CustodyTransfer: (paper: Signed<'CustodyTransfer'>) => paper.document.from.did,
  PipelineAllocation: (paper: Signed<'PipelineAllocation'>) => paper.document.operator.did,
  PipelineStock: (paper: Signed<'PipelineStock'>) => paper.document.operator.did,
  InBondMovement: (paper: Signed<'InBondMovement'>) => paper.document.carrier.did,
  DeliveryStatement: (paper: Signed<'DeliveryStatement'>) => paper.document.operator.did,
} as const;
type Authored = keyof typeof authors;

/** Sorts papers by what they are. Of a paper that its buyer or an inspector signed as well, the author's own counts. */
export function linePapers(signed: readonly Signed[]): LinePapers {
  const foreign: Signed[] = [];
  const of = <T extends Authored & DocumentType>(type: T): Signed<T>[] => {
    const author = authors[type] as (paper: Signed<T>) => string;
    const all = signedOf(signed, type);
    const own = all.filter((paper) => author(paper) === paper.issuer);
    if (own.length < all.length) foreign.push(...all.filter((paper) => author(paper) !== paper.issuer));
    return own.sort(byLog);
  };
  const numbered = ({ document }: { readonly document: Parameters<typeof plain>[0] }) => plain(document);
  return {
    production: standing(of('LiquidProduction'), numbered),
    tickets: standing(of('MeasurementTicket'), numbered),
    blends: of('LiquidBlend'),
    transfers: standing(of('TitleTransfer'), numbered),
    custody: of('CustodyTransfer'),
    allocations: standing(of('PipelineAllocation'), numbered),
    stocks: of('PipelineStock'),
    inBond: of('InBondMovement'),
    statements: standing(of('DeliveryStatement'), numbered),
    foreign,
  };
}

interface Plain {
  readonly number: string;
  readonly corrects?: { readonly number: string; readonly digest: string; readonly reason: string };
}

function plain({ corrects, number }: Plain): Plain {
  return corrects ? { number, corrects } : { number };
}
