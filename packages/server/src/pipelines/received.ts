import type { PipelineReceived } from '@portolan/contract';
import type { OpenMonth } from './open-month.ts';
import type { Queryable } from '../trade/store/bulk.ts';

export async function receivedOfMonth(_db: Queryable, _tenantId: string, _month: OpenMonth): Promise<PipelineReceived[]> {
  return [];
}
