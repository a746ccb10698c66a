import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  LedgerEvent,
  LotBecame,
  LotMovement,
  LotRow,
  LotTrace,
  LotView,
  PostedEvent,
} from '@portolan/contract';
import { heatLot, steelParty, steelStories } from '@portolan/programs';
import type { Client } from '../testing/index.ts';
import { type Community, community } from '../trade/testing/community.ts';

/** The steel story's papers and figures: 100 t poured, 4 t yield loss, 20 t certified with 0.4 t lost in rolling. */
const [story] = steelStories;
const paper = (name: string) => {
  const found = story?.papers.find((each) => each.name === name);
  assert.ok(found, name);
  return found;
};
const heat = heatLot({ mill: steelParty('mill').did, number: 'A26-4711' });
const bundle = 'urn:sample:acero:bundle:2606-118';
const path = (lot: string, rest = '') => `/api/lots/${encodeURIComponent(lot)}${rest}`;
const left = (items: readonly LotRow[]) => items.map((row) => `${row.lot} ${row.left} ${row.unit}`).sort();

describe('lots over HTTP', () => {
  let here: Community;
  let mill: Client;
  let buyer: Client;
  let broker: Client;
  const digests = new Map<string, string>();
  before(async () => {
    here = await community();
    [mill, buyer, broker] = (await Promise.all(
      ['steel-mill-signer', 'steel-buyer-signer', 'broker-signer'].map((seat) => here.node.as(seat)),
    )) as [Client, Client, Client];
    for (const name of ['Heat', 'MillTestReport', 'CommercialInvoice']) {
      const { content, at } = paper(name);
      const body = { type: content.type, document: content.document, storyAt: at };
      const issued = await mill.post<{ digest: string }>('/api/credentials/issue', body);
      assert.equal(issued.status, 201, JSON.stringify(issued.body));
      digests.set(name, issued.body.digest);
    }
  });
  after(() => here.node.close());

  const send = async (names: readonly string[]) => {
    for (const name of names) {
      const body = {
        digests: [digests.get(name)],
        to: steelParty('buyer').did,
        storyAt: '2026-06-09T08:00:00Z',
      };
      assert.equal((await mill.post('/api/sendings', body)).status, 202);
      await here.node.areas.trade.settled();
    }
  };
  const good = async <T>(client: Client, address: string) => {
    const answer = await client.get<T>(address);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const lots = (client: Client, query = '') =>
    good<{ items: LotRow[]; total: number }>(client, `/api/lots${query}`);

  it('what the mill signs stands in its own ledger at once', async () => {
    const { items, total } = await lots(mill);
    assert.equal(total, 2);
    assert.deepEqual(left(items), [`${heat} 75600 KGM`, `${bundle} 20000 KGM`]);
    const sold = items.find(({ lot }) => lot === bundle);
    assert.equal(sold?.owner?.id, steelParty('buyer').did);
    assert.equal(sold?.custodian?.id, steelParty('mill').did);
    assert.equal((await lots(mill, '?q=4711')).total, 2);
    assert.equal((await lots(mill, '?q=2606-118')).total, 1);
    assert.equal((await lots(mill, '?commodity=steel%20heat')).total, 1);
    assert.equal((await lots(mill, '?state=gone')).total, 0);
  });

  it('the buyer receives the papers in another order and comes to the same; waiting is said until the heat arrives', async () => {
    await send(['CommercialInvoice', 'MillTestReport']);
    assert.equal((await lots(buyer)).total, 0);
    const open = (
      await buyer.get<{ items: LedgerEvent[]; counts: object }>('/api/trace/events?state=waiting')
    ).body;
    assert.deepEqual(open.items.map(({ kind, refusals }) => `${kind} ${refusals[0]?.code}`).sort(), [
      'title TRACE_LOT_UNKNOWN',
      'transform TRACE_LOT_UNKNOWN',
    ]);
    assert.deepEqual(open.counts, { refused: 0, waiting: 2, superseded: 0 });
    await send(['Heat']);
    assert.deepEqual(left((await lots(buyer)).items), left((await lots(mill)).items));
    await send(['Heat', 'MillTestReport']);
    assert.deepEqual(left((await lots(buyer)).items), left((await lots(mill)).items));
  });

  it('another organization sees none of it', async () => {
    assert.equal((await lots(broker)).total, 0);
    for (const rest of ['', '/movements', '/trace', '/became'])
      assert.deepEqual((await broker.get(path(bundle, rest))).codes, ['NODE_LOT_UNKNOWN']);
    const { event = '' } =
      (await buyer.get<{ items: LotMovement[] }>(path(bundle, '/movements'))).body.items[0] ?? {};
    const one = `/api/trace/events/${encodeURIComponent(event)}`;
    assert.equal((await buyer.get(one)).status, 200);
    assert.deepEqual((await broker.get(one)).codes, ['NODE_TRACE_EVENT_UNKNOWN']);
    assert.equal((await here.node.anonymous.get(path(bundle))).status, 401);
  });

  it('a lot has its account, what it is made of, who held it and where it came from', async () => {
    const lot = (await buyer.get<LotView>(path(heat))).body;
    const { opening, received, dispatched, lost, closing } = lot.account;
    assert.deepEqual(
      [opening, received, dispatched, lost, closing],
      ['0', '100000', '20400', '4000', '75600'],
    );
    assert.deepEqual(lot.composition, {
      made: [{ key: 'melt=MX', amount: '100000', percent: '100.00' }],
      left: [{ key: 'melt=MX', amount: '75600', percent: '100.00' }],
    });
    const later = (await buyer.get<LotView>(path(heat, '?from=2026-06-02T00:00:00Z'))).body.account;
    assert.deepEqual([later.opening, later.received, later.closing], ['96000', '0', '75600']);
    assert.deepEqual(
      (await buyer.get(path(heat, '?from=2026-06-02T00:00:00Z&until=2026-06-01T00:00:00Z'))).codes,
      ['NODE_TRACE_SPAN'],
    );
    const sold = (await buyer.get<LotView>(path(bundle))).body;
    assert.deepEqual(
      sold.holders.map(({ what, holder }) => `${what} ${holder.id}`),
      [
        `title ${steelParty('mill').did}`,
        `custody ${steelParty('mill').did}`,
        `title ${steelParty('buyer').did}`,
      ],
    );
  });

  it('traces up and down with quantities, and says what became of the heat', async () => {
    const up = (await buyer.get<LotTrace>(path(bundle, '/trace?direction=up'))).body;
    assert.deepEqual(up.lots.map(({ lot, generation }) => `${generation} ${lot}`).sort(), [
      `-1 ${heat}`,
      `0 ${bundle}`,
    ]);
    assert.deepEqual(
      up.links.map(({ from, to, amount }) => `${from === heat} ${to ?? 'lost'} ${amount}`).sort(),
      ['true lost 400', `true ${bundle} 20000`],
    );
    const down = (await buyer.get<LotTrace>(path(heat, '/trace?direction=down&generations=1'))).body;
    assert.deepEqual(down.lots.map(({ lot }) => lot).sort(), [bundle, heat].sort());
    const became = (await buyer.get<LotBecame>(path(heat, '/became'))).body;
    assert.deepEqual(became.left.map(({ lot, amount, percent }) => `${lot} ${amount} ${percent}`).sort(), [
      `${heat} 75600 100.00`,
      `${bundle} 20000 100.00`,
    ]);
    assert.deepEqual(
      became.ended.map(({ kind, amount }) => `${kind} ${amount}`),
      ['lose 4000'],
    );
  });

  it('signs a step of the own organization; one that contradicts the ledger is refused and leaves nothing', async () => {
    const cut = (value: string) => ({
      event: {
        ...{ kind: 'split', at: '2026-06-05T08:00:00Z', losses: [] },
        inputs: [{ lot: bundle, quantity: { value, unit: 'KGM' } }],
        outputs: [{ lot: 'urn:sample:cut', commodity: 'steel section', quantity: { value, unit: 'KGM' } }],
      },
    });
    const over = await mill.post('/api/trace/events', cut('20001'));
    assert.deepEqual([over.status, over.codes], [422, ['TRACE_OVERDRAWN']]);
    assert.deepEqual((await mill.post('/api/trace/events', { event: { kind: 'melt' } })).codes, [
      'TRACE_EVENT_INVALID',
    ]);
    assert.deepEqual((await mill.post('/api/trace/events', {})).codes, ['NODE_TRACE_EVENT_WHICH']);
    assert.equal((await mill.get<LotView>(path(bundle))).body.notCounted.length, 0);
    const posted = await mill.post<PostedEvent>('/api/trace/events', cut('5000'));
    assert.equal(posted.status, 201, JSON.stringify(posted.body));
    assert.equal(posted.body.state, 'accepted');
    assert.equal((await mill.get<LotView>(path(bundle))).body.left, '15000');
    const viewer = await here.node.as('steel-buyer-filer').catch(() => undefined);
    if (viewer) assert.equal((await viewer.post('/api/trace/events', cut('1'))).status, 403);
    const { credential } = posted.body;
    const taken = await buyer.post<PostedEvent>('/api/trace/events', { credential });
    assert.deepEqual([taken.status, taken.body.state], [201, 'accepted'], JSON.stringify(taken.body));
    assert.equal((await buyer.get<LotView>(path(bundle))).body.left, '15000');
    const subject = credential.credentialSubject as { inputs: { quantity: { value: string } }[] };
    const altered = structuredClone({ ...credential, credentialSubject: subject });
    (altered.credentialSubject.inputs[0] as { quantity: { value: string } }).quantity.value = '1';
    assert.deepEqual((await buyer.post('/api/trace/events', { credential: altered })).codes, [
      'NODE_TRACE_EVENT_UNSIGNED',
    ]);
    const wrong = (
      await buyer.post('/api/trace/events', { event: { kind: 'void', corrects: posted.body.event } })
    ).codes;
    assert.deepEqual(wrong, ['TRACE_CORRECTION_NOT_YOURS']);
    const back = await mill.post<PostedEvent>('/api/trace/events', {
      event: { kind: 'void', corrects: posted.body.event },
    });
    assert.equal(back.body.state, 'accepted');
    assert.equal((await mill.get<LotView>(path(bundle))).body.left, '20000');
  });

  it('captured EPCIS events feed the ledger; what can’t be counted is kept with the reason', async () => {
    const event = (id: string, more: object) => ({
      ...{ type: 'ObjectEvent', action: 'ADD', eventID: id, bizStep: 'commissioning' },
      ...{ eventTime: '2026-06-01T10:00:00Z', eventTimeZoneOffset: '+00:00', ...more },
    });
    const captured = await broker.post('/epcis/capture', {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-01T10:00:00Z' },
      epcisBody: {
        eventList: [
          event('urn:uuid:0b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e8f', {
            quantityList: [{ epcClass: 'urn:sample:lot:7', quantity: 12.5, uom: 'KGM' }],
          }),
          event('urn:uuid:1b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e8f', {
            quantityList: [{ epcClass: 'urn:sample:lot:8' }],
          }),
        ],
      },
    });
    assert.equal(captured.status, 202, JSON.stringify(captured.body));
    assert.deepEqual(left((await lots(broker)).items), ['urn:sample:lot:7 12.5 KGM']);
    const { unread } = (
      await broker.get<{ unread: { title: string; refusals: { code: string }[] }[] }>('/api/trace/events')
    ).body;
    assert.deepEqual(
      unread.map(({ refusals }) => refusals[0]?.code),
      ['TRACE_EPCIS_NO_QUANTITY'],
    );
  });

  it('what one organization gives out as EPCIS another takes in with exact quantities', async () => {
    const document = await good<{ epcisBody: { eventList: object[] } }>(mill, path(heat, '/epcis'));
    const importer = await here.node.as('steel-service-centre-signer');
    const captured = await importer.post('/epcis/capture', document);
    assert.equal(captured.status, 202, JSON.stringify(captured.body));
    const { items } = await lots(importer);
    assert.deepEqual(left(items), [`${heat} 100000 KGM`]);
    // Events count as the word of who captured them, and who does not hold the heat can't say what was lost of it.
    const open = await good<{ items: LedgerEvent[] }>(importer, '/api/trace/events');
    assert.ok(open.items.every(({ refusals }) => refusals[0]?.code === 'TRACE_NOT_HOLDER'));
    assert.ok(open.items.some(({ kind }) => kind === 'lose'));
  });

  it('pages through lots without missing or repeating one', async () => {
    for (let number = 1; number <= 5; number += 1)
      await broker.post('/api/trace/events', {
        event: {
          ...{
            id: `pour ${number}`,
            kind: 'produce',
            at: `2026-06-0${number}T08:00:00Z`,
            inputs: [],
            losses: [],
          },
          outputs: [{ lot: `page ${number}`, commodity: 'ore', quantity: { value: '1', unit: 'TNE' } }],
        },
      });
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const query: string = `?q=page&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = await good<{ items: LotRow[]; next?: string }>(broker, `/api/lots${query}`);
      seen.push(...page.items.map(({ lot }) => lot));
      cursor = page.next;
    }
    assert.deepEqual(seen, ['page 5', 'page 4', 'page 3', 'page 2', 'page 1']);
  });

  it('a single signed event reaches another organization when it is sent', async () => {
    const event = {
      ...{ kind: 'split', at: '2026-06-05T08:00:00Z', losses: [] },
      inputs: [{ lot: bundle, quantity: { value: '1000', unit: 'KGM' } }],
      outputs: [
        { lot: 'urn:sample:half', commodity: 'steel section', quantity: { value: '1000', unit: 'KGM' } },
      ],
    };
    const { body: posted } = await mill.post<PostedEvent>('/api/trace/events', { event });
    assert.equal((await buyer.get<LotView>(path(bundle))).body.left, '15000');
    const to = steelParty('buyer').did;
    for (let time = 0; time < 2; time += 1) {
      const sent = await mill.post('/api/sendings', { digests: [posted.digest], to });
      assert.equal(sent.status, 202, JSON.stringify(sent.body));
      await here.node.areas.trade.settled();
    }
    assert.equal((await buyer.get<LotView>(path(bundle))).body.left, '14000');
    const one = await good<LedgerEvent & { credential: object }>(
      buyer,
      `/api/trace/events/${encodeURIComponent(posted.event)}`,
    );
    assert.deepEqual([one.state, one.source], ['accepted', posted.digest]);
    assert.deepEqual(one.credential, posted.credential);
    const on = await buyer.post('/api/sendings', {
      digests: [posted.digest],
      to: here.seat('steel-service-centre').did,
    });
    assert.equal(on.status, 202, JSON.stringify(on.body));
    await here.node.areas.trade.settled();
    const centre = await here.node.as('steel-service-centre-signer');
    const passed = await good<LedgerEvent>(centre, `/api/trace/events/${encodeURIComponent(posted.event)}`);
    // What made the bundle was refused here, as the centre captured it itself.
    assert.deepEqual(
      [passed.source, passed.by.id, passed.refusals[0]?.code],
      [posted.digest, steelParty('mill').did, 'TRACE_SOURCE_REFUSED'],
    );
  });

  it('a weighing within the dated tolerance of its program raises no finding, one beyond does', async () => {
    for (const value of ['13650', '13649.9'])
      await buyer.post('/api/trace/events', {
        event: { kind: 'measure', at: '2026-06-20T08:00:00Z', lot: bundle, quantity: { value, unit: 'KGM' } },
      });
    const { stocks, findings } = (await buyer.get<LotView>(path(bundle))).body;
    assert.deepEqual(stocks.map(({ measured, within }) => `${measured} ${within}`).sort(), [
      '13649.9 false',
      '13650 true',
    ]);
    assert.deepEqual(
      findings.map(({ code, params }) => `${code} ${params?.difference}`),
      ['TRACE_STOCK_DIFFERS -350.1'],
    );
    const measure = { kind: 'measure', at: '2026-06-20T08:00:00Z', lot: heat };
    await mill.post('/api/trace/events', {
      event: { ...measure, quantity: { value: '75601', unit: 'KGM' } },
    });
    const poured = (await mill.get<LotView>(path(heat))).body.findings;
    assert.deepEqual(
      poured.map(({ params }) => params?.difference),
      ['1'],
      'no row covers a heat',
    );
  });

  it('a lot that rests on a suspended or revoked document says so; what happened stands', async () => {
    const change = async (name: string, action: string) => {
      const address = `/api/credentials/${digests.get(name)}/status`;
      const changed = await mill.post(address, { action, reason: 'Under inquiry.' });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
    };
    const withdrawn = async (client: Client, lot: string) => {
      const { findings, left: rest } = (await client.get<LotView>(path(lot))).body;
      const codes = findings.map(({ code }) => code).filter((code) => code.startsWith('NODE_'));
      return `${codes.sort().join(' ')} ${rest}`;
    };
    await change('Heat', 'suspend');
    for (const client of [mill, buyer]) {
      assert.equal(await withdrawn(client, heat), 'NODE_LOT_DOCUMENT_SUSPENDED 75600');
      const rest = client === mill ? '19000' : '14000';
      assert.equal(await withdrawn(client, bundle), `NODE_LOT_DOCUMENT_SUSPENDED ${rest}`);
    }
    await change('Heat', 'reinstate');
    await change('MillTestReport', 'revoke');
    assert.equal(await withdrawn(buyer, bundle), 'NODE_LOT_DOCUMENT_REVOKED 14000');
    assert.equal(await withdrawn(buyer, 'urn:sample:half'), 'NODE_LOT_DOCUMENT_REVOKED 1000');
  });

  it('a lot whose name holds an escaped slash is found under it', async () => {
    const lot = 'rack%2F7';
    const outputs = [{ lot, commodity: 'ore', quantity: { value: '1', unit: 'TNE' } }];
    const event = { kind: 'produce', at: '2026-06-01T08:00:00Z', inputs: [], losses: [], outputs };
    assert.equal((await broker.post<PostedEvent>('/api/trace/events', { event })).body.state, 'accepted');
    assert.equal((await good<LotView>(broker, path(lot))).lot, lot);
    assert.deepEqual((await broker.get(path('rack/7'))).codes, ['NODE_LOT_UNKNOWN']);
  });

  it('EPCIS parties named by location number are who an accredited signer says; a doubtful number names nobody', async () => {
    const { context } = here.node.areas.trade;
    const holder = here.seat('broker').did;
    const gs1 = 'did:example:gs1';
    const type = 'GS1CompanyPrefixLicense';
    const licence = (digest: string, subject: string, issuer: string, gln: string) =>
      context.pool.query(
        `insert into attestations values ($1, $2, $3, $4, $5, null, 'Sample', '{}', array[$6], '2026-06-01T00:00:00Z',
           '2026-06-01T00:00:00Z', $4, false, '{"faults": [], "changes": []}', '{}')`,
        [here.seat('broker').id, subject, digest, issuer, type, `gln ${gln}`],
      );
    await context.pool.query(
      `insert into accreditations values ($1, $2, gen_random_uuid(), 'GS1 (sample)', $3, '2026-01-01', null, 'test', 'test', now())`,
      [here.seat('agency').id, gs1, type],
    );
    const buys = steelParty('buyer').did;
    await licence('sha256:1', holder, gs1, '0614141000012');
    await licence('sha256:2', buys, gs1, '0614141000029');
    await licence('sha256:3', holder, 'did:example:nobody', '0614141000029');
    await licence('sha256:4', buys, gs1, '0614141000036');
    await licence('sha256:5', steelParty('mill').did, gs1, '0614141000036');
    const passed = async (serial: number, to: string) => {
      const id = `urn:uuid:2b0c5a4e-1f36-4b2c-9d3a-2a4c5b6d7e${serial}`;
      const lot = `urn:sample:lot:gln-${serial}`;
      const about = { quantityList: [{ epcClass: lot, quantity: 5, uom: 'KGM' }] };
      const common = { type: 'ObjectEvent', eventTimeZoneOffset: '+00:00', ...about };
      const party = (key: string, pgln: string) => [
        { type: 'owning_party', [key]: `urn:epc:id:pgln:0614141.${pgln}` },
      ];
      const captured = await broker.post('/epcis/capture', {
        '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
        ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-01T10:00:00Z' },
        epcisBody: {
          eventList: [
            {
              ...{ ...common, action: 'ADD', bizStep: 'commissioning' },
              ...{ eventID: `${id}0`, eventTime: '2026-06-01T10:00:00Z' },
            },
            {
              ...{ ...common, action: 'OBSERVE', bizStep: 'shipping' },
              ...{ eventID: `${id}1`, eventTime: '2026-06-02T10:00:00Z' },
              ...{ sourceList: party('source', '00001'), destinationList: party('destination', to) },
            },
          ],
        },
      });
      assert.equal(captured.status, 202, JSON.stringify(captured.body));
      return (await good<LotView>(broker, path(lot))).owner?.id;
    };
    assert.equal(await passed(1, '00002'), buys);
    assert.equal(await passed(2, '00003'), 'urn:epc:id:pgln:0614141.00003');
  });
});
