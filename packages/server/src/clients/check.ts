import type { PartnerRole } from '@portolan/contract';
import { latestStatementDay } from '@portolan/filing';
import { checkImporterNumber, checkMid, checkScac, type Refusal } from '@portolan/kernel';
import { clientCatalogue } from './catalogue.ts';

interface GivenClient {
  readonly number: string;
  readonly bondType: '0' | '8' | '9';
  readonly surety?: string;
  readonly payment: 'daily' | 'periodic' | 'single';
  readonly statementDay?: number;
}

/** What is wrong with a client file, everything at once. */
export function clientFaults(
  { number, bondType, surety, payment, statementDay }: GivenClient,
  day: string,
): Refusal[] {
  const { refuse } = clientCatalogue;
  const latest = latestStatementDay(day);
  return [
    ...(checkImporterNumber(number).ok
      ? []
      : [refuse('NODE_CLIENT_NUMBER', { path: '/number', params: { number } })]),
    ...(bondType !== '0' && surety === undefined ? [refuse('NODE_CLIENT_SURETY', { path: '/surety' })] : []),
    ...(payment === 'periodic' && bondType !== '8'
      ? [refuse('NODE_CLIENT_STATEMENT_BOND', { path: '/payment' })]
      : []),
    ...(statementDay !== undefined && latest !== undefined && statementDay > latest
      ? [
          refuse('NODE_CLIENT_STATEMENT_DAY', {
            path: '/statementDay',
            params: { day: statementDay, latest },
          }),
        ]
      : []),
  ];
}

const AIRLINE = /^[A-Z0-9]{2}$/;

/** What is wrong with the code of a trading partner: a maker has a MID, a carrier a SCAC or airline code. */
export function codeFault(role: PartnerRole, code: string | undefined): Refusal | undefined {
  if (code === undefined) return undefined;
  const at = { path: '/code', params: { code } };
  if (role === 'manufacturer' && !checkMid(code).ok) return clientCatalogue.refuse('NODE_PARTNER_MID', at);
  if (role === 'carrier' && !checkScac(code).ok && !AIRLINE.test(code))
    return clientCatalogue.refuse('NODE_PARTNER_SCAC', at);
  return undefined;
}
