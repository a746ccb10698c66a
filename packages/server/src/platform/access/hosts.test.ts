import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, hostName, isLoopback } from './hosts.ts';

test('loopback is this machine and nothing that only looks like it', () => {
  for (const name of [
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.8.9.10',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
  ])
    assert.equal(isLoopback(name), true, name);
  for (const name of [
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '127.0.0.1.example',
    'localhost.example',
    '128.0.0.1',
    '127.1',
    '',
  ])
    assert.equal(isLoopback(name), false, name);
});

test('a Host header gives its name without the port; what is no host gives none', () => {
  assert.equal(hostName('Node.Example:8321'), 'node.example');
  assert.equal(hostName('[::1]:8321'), '[::1]');
  assert.equal(hostName('127.0.0.1'), '127.0.0.1');
  for (const header of [undefined, '', 'a b', 'user@host', 'host:port', 'host/path', 'host:1:2'])
    assert.equal(hostName(header), undefined, String(header));
});

test('bound to loopback the node answers to loopback and its public name; bound to all, to every name', () => {
  const local = { host: '127.0.0.1', publicUrl: 'https://node.example' };
  assert.equal(answersTo('localhost', local), true);
  assert.equal(answersTo('node.example', local), true);
  assert.equal(answersTo('rebound.example', local), false);
  assert.equal(answersTo('rebound.example', { host: '0.0.0.0' }), true);
});
