import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { readConfig } from './read-config.ts';

test('without flags: loopback, the house port, the sample community, a folder below this one', () => {
  assert.deepEqual(expectOk(readConfig({}, {}, '/here')), {
    ...{ dataFolder: '/here/.portolan/data', host: '127.0.0.1', port: 8321, tls: false, empty: false },
  });
});

test('flags win over the environment, and folders are taken from where one stands', () => {
  const environment = {
    PORTOLAN_PORT: '9000',
    PORTOLAN_DATA: '/there',
    PORTOLAN_TLS: 'yes',
    DATABASE_URL: 'postgres://h/d',
  };
  const config = expectOk(readConfig({ port: '0', keyFile: 'node.key' }, environment, '/here'));
  assert.deepEqual(config, {
    ...{ dataFolder: '/there', host: '127.0.0.1', port: 0, tls: true, empty: false },
    ...{ keyFile: '/here/node.key', databaseUrl: 'postgres://h/d' },
  });
});

test('hosts that may be asked are named by flag or variable; none unless told', () => {
  const named = { PORTOLAN_FETCH_FROM: 'mill.example, *.FARM.example' };
  assert.deepEqual(expectOk(readConfig({}, named, '/')).fetchFrom, ['mill.example', '*.farm.example']);
  assert.deepEqual(expectOk(readConfig({ fetchFrom: ['*'] }, named, '/')).fetchFrom, ['*']);
  const wrong = readConfig({ fetchFrom: ['https://mill.example'] }, {}, '/');
  assert.equal(wrong.ok ? '' : wrong.refusals[0]?.code, 'NODE_FLAG_INVALID');
});

test('worker threads: at least one, as many as there are further cores unless told', () => {
  assert.equal(expectOk(readConfig({}, {}, '/')).workers, undefined);
  assert.equal(expectOk(readConfig({}, { PORTOLAN_WORKERS: '3' }, '/')).workers, 3);
  for (const wrong of ['0', '-1', '1.5', 'all'])
    assert.equal(readConfig({}, { PORTOLAN_WORKERS: wrong }, '/').ok, false, wrong);
});

test('values that cannot be meant are refused together, and a database password is not shown', () => {
  const flags = { port: '99999', publicUrl: 'https://node.example/path' };
  const result = readConfig(flags, { DATABASE_URL: 'mysql://u:hidden@h/d' }, '/here');
  assert.ok(!result.ok);
  assert.deepEqual(
    result.refusals.map(({ code }) => code),
    Array(3).fill('NODE_FLAG_INVALID'),
  );
  assert.ok(!JSON.stringify(result).includes('hidden'));
  for (const port of ['', 'x', '-1', '1e3', ' 80']) assert.ok(!readConfig({ port }, {}, '/').ok, port);
  for (const publicUrl of ['node.example', 'ftp://node.example', 'https://u@node.example'])
    assert.ok(!readConfig({ publicUrl }, {}, '/').ok, publicUrl);
});
