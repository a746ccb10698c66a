import { up as platform } from './001-platform.ts';
import { up as log } from './002-log.ts';
import { up as trade } from './003-trade.ts';
import { up as exchange } from './004-exchange.ts';
import { up as credentials } from './005-credentials.ts';
import { up as requests } from './006-requests.ts';
import { up as tariff } from './007-tariff.ts';
import { up as interoperability } from './008-interoperability.ts';
import { up as parties } from './009-parties.ts';
import { up as traceability } from './010-traceability.ts';
import { up as trustedLogs } from './011-trusted-logs.ts';
import { up as references } from './012-references.ts';
import { up as legitimacy } from './013-legitimacy.ts';
import { up as sending } from './014-sending.ts';
import { up as witnesses } from './015-witnesses.ts';
import { up as lots } from './016-lots.ts';
import { up as delegation } from './017-delegation.ts';
import { up as signatures } from './018-signatures.ts';
import { up as commitments } from './019-commitments.ts';
import { up as orders } from './020-orders.ts';
import { up as products } from './021-products.ts';
import { up as titles } from './022-titles.ts';
import { up as clients } from './023-clients.ts';
import { up as brokerDesk } from './024-broker-desk.ts';
import { up as pipelines } from './025-pipelines.ts';
import { up as standingOrder } from './026-standing-order.ts';

/** One step of the database's shape. Steps are numbered, run once in order, and never change after a release. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: string;
}

export const migrations: readonly Migration[] = [
  { number: 1, name: 'platform', up: platform },
  { number: 2, name: 'log', up: log },
  { number: 3, name: 'trade', up: trade },
  { number: 4, name: 'exchange', up: exchange },
  { number: 5, name: 'credentials', up: credentials },
  { number: 6, name: 'requests', up: requests },
  { number: 7, name: 'tariff', up: tariff },
  { number: 8, name: 'interoperability', up: interoperability },
  { number: 9, name: 'parties', up: parties },
  { number: 10, name: 'traceability', up: traceability },
  { number: 11, name: 'trusted logs', up: trustedLogs },
  { number: 12, name: 'references', up: references },
  { number: 13, name: 'legitimacy', up: legitimacy },
  { number: 14, name: 'sending', up: sending },
  { number: 15, name: 'witnesses', up: witnesses },
  { number: 16, name: 'lots', up: lots },
  { number: 17, name: 'delegation', up: delegation },
  { number: 18, name: 'signatures', up: signatures },
  { number: 19, name: 'commitments', up: commitments },
  { number: 20, name: 'orders', up: orders },
  { number: 21, name: 'products', up: products },
  { number: 22, name: 'titles', up: titles },
  { number: 23, name: 'clients', up: clients },
  { number: 24, name: 'broker desk', up: brokerDesk },
  { number: 25, name: 'pipelines', up: pipelines },
  { number: 26, name: 'standing order', up: standingOrder },
];
