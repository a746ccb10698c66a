import { expectOk } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../../platform/http/server.ts';
import { sessionRoutes } from '../../platform/http/session-routes.ts';
import { sampleMemberId } from '../../platform/sample/seats.ts';
import { type Client, createClient, sessionClient, type TestNode, testNode } from '../../testing/index.ts';
import { openTrade, type Trade } from '../trade.ts';

export async function scratch() {
  const node = await testNode();
  const trade = openTrade(node.context);
  const app: FastifyInstance = await createHttpServer(node.context, { checksAnswers: true });
  await app.register(async (routes) => {
    sessionRoutes(routes, node.context);
    trade.routes(routes);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await trade.start();
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const as = async (m: string): Promise<Client> => sessionClient(url, await createClient(url).post('/api/session', { member: sampleMemberId(m) }));
  return { node, trade, app, url, as, close: async () => { await app.close(); await trade.stop(); await node.close(); } };
}
