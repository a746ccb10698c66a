import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHostPattern, mayAsk } from './allowed.ts';

const allowed = { hosts: ['mill.example', '*.farm.example'], origins: ['http://127.0.0.1:8401'] };

test('nobody is asked unless the operator named the place', () => {
  assert.equal(mayAsk('https://mill.example/did.json', { hosts: [], origins: [] }), false);
  for (const address of [
    'https://mill.example/.well-known/did.json',
    'https://mill.example:8443/did.json',
    'https://north.farm.example/did.json',
    'http://127.0.0.1:8401/status/customs/revocation',
  ])
    assert.equal(mayAsk(address, allowed), true, address);
});

test('what only looks like a named place is not asked', () => {
  for (const address of [
    'http://mill.example/did.json',
    'https://mill.example.evil.example/',
    'https://evilmill.example/',
    'https://farm.example/',
    'https://evilfarm.example/',
    'http://127.0.0.1:8402/',
    'https://127.0.0.1:8401/',
    'https://mill.example@evil.example/',
  ])
    assert.equal(mayAsk(address, allowed), false, address);
});

test('a host is a name, a name below a star, or a star', () => {
  for (const host of ['mill.example', '*.mill.example', '*', 'localhost']) assert.ok(isHostPattern(host));
  for (const host of ['', 'https://mill.example', 'mill.example/x', '*mill.example', 'a b', 'MILL', '-a'])
    assert.ok(!isHostPattern(host), host);
});
