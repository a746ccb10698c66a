import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JsonValue, joinPointer, pointerMembers } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { issueCredential } from '../credential/issue.ts';
import { actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import { verifyCredential } from './verify-credential.ts';

/** Property: whatever is changed in a signed credential, wherever it stands, it verifies no more. */

const exporter = actor('exporter');
const original = await issueCredential(unsignedOrder(exporter.did), exporter, nodeCrypto, { created: NOW });

type Json = JsonValue | Json[] | { [name: string]: Json };

function pointersOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) => pointersOf(member, path + joinPointer(name))),
  ];
}

function changed(pointer: string, change: (holder: Record<string, Json>, name: string) => void): unknown {
  const copy = structuredClone(original) as unknown as Record<string, Json>;
  const names = pointerMembers(pointer);
  const last = names.pop() as string;
  const holder = names.reduce<Record<string, Json>>((at, name) => at[name] as Record<string, Json>, copy);
  change(holder, last);
  return copy;
}

const pointers = pointersOf(original).filter((pointer) => pointer !== '');
const pointer = fc.constantFrom(...pointers);
const verified = async (value: unknown) => (await verifyCredential(value, trustWith())).verified;

test('the original verifies', async () => {
  assert.equal(await verified(original), true);
});

test('property: any value replaced', async () => {
  await fc.assert(
    fc.asyncProperty(pointer, fc.jsonValue(), async (place, replacement) => {
      let same = false;
      const altered = changed(place, (holder, name) => {
        same = JSON.stringify(holder[name]) === JSON.stringify(replacement);
        holder[name] = replacement as Json;
      });
      assert.equal(await verified(altered), same);
    }),
    { numRuns: 400 },
  );
});

test('every single member removed', async () => {
  for (const place of pointers) {
    const altered = changed(place, (holder, name) => {
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
    });
    assert.equal(await verified(altered), false, place);
  }
});

test('a member added anywhere', async () => {
  const objects = ['/credentialSubject', '/credentialSubject/lines/0', '/proof', ''];
  for (const place of objects)
    assert.equal(
      await verified(
        changed(`${place}/added`, (holder, name) => {
          holder[name] = 'x';
        }),
      ),
      false,
      place,
    );
});

test('property: one character of one text changed', async () => {
  const texts = pointers.filter((place) => typeof valueAt(place) === 'string');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.constantFrom('0', 'x', ' ', 'Z'),
      async (place, at, char) => {
        const text = valueAt(place) as string;
        const position = at % text.length;
        fc.pre(text[position] !== char);
        const altered = changed(place, (holder, name) => {
          holder[name] = text.slice(0, position) + char + text.slice(position + 1);
        });
        assert.equal(await verified(altered), false);
      },
    ),
    { numRuns: 400 },
  );
});

test('the order of members says nothing: the canonical form is what was signed', async () => {
  const turned = Object.fromEntries(Object.entries(original).reverse());
  assert.equal(await verified(turned), true);
});

function valueAt(place: string): unknown {
  return pointerMembers(place).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], original);
}
