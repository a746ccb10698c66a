import type { PipelineProfile } from '@portolan/documents';
import type { Signed } from '../../signed.ts';
import type { LinePapers } from './papers.ts';

/**
 * The papers with the tickets that can be of this line and its batches: who signs tickets under its name without being its operator,
 * or measures its batches under the name of another line, measures nothing here.
 */
export function ofLine(papers: LinePapers, { line, operator }: PipelineProfile): LinePapers {
  const own = (paper: Signed<'MeasurementTicket'>) =>
    paper.document.line === line && paper.document.operator.did === operator.did;
  const batches = new Set(papers.tickets.papers.filter(own).map(({ document }) => document.batch));
  const counts = (paper: Signed<'MeasurementTicket'>) => {
    const { batch, stock } = paper.document;
    if (paper.document.line === line || own(paper)) return own(paper);
    return !batches.has(batch) && (stock === undefined || !batches.has(stock));
  };
  const strangers = papers.tickets.papers.filter((paper) => !counts(paper));
  if (strangers.length === 0) return papers;
  return {
    ...papers,
    tickets: { ...papers.tickets, papers: papers.tickets.papers.filter(counts) },
    foreign: [...papers.foreign, ...strangers],
  };
}
