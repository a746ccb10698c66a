import { exportPipelineCsv, exportPipelineXlsx } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serveFile } from '../platform/http/serve-file.ts';
import type { TradeContext } from '../trade/context.ts';
import { csvFile } from './csv.ts';
import { openMonth } from './open-month.ts';
import { crossingTable, monthTables } from './tables.ts';
import { workbook } from './workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A month to take away: its crossings as CSV, and all of it as a workbook. */
export function exportRoutes(app: FastifyInstance, context: TradeContext): void {
  serveFile(app, exportPipelineCsv, async ({ auth, params: { line, month } }) => {
    const opened = await openMonth(context, auth, line, month);
    if (!opened.ok) return opened;
    const bytes = await csvFile(crossingTable(opened.value));
    return ok({ bytes, mediaType: 'text/csv; charset=utf-8', fileName: `crossings-${month}.csv` });
  });

  serveFile(app, exportPipelineXlsx, async ({ auth, params: { line, month } }) => {
    const opened = await openMonth(context, auth, line, month);
    if (!opened.ok) return opened;
    const bytes = await workbook(monthTables(opened.value));
    return ok({ bytes, mediaType: XLSX, fileName: `month-${month}.xlsx` });
  });
}
