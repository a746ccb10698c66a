import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  CanonicalWriter,
  canonicalize,
  expectOk,
  type JsonObject,
  type JsonValue,
  parseJson,
  resolvePointer,
  utf8,
} from '../index.ts';
import { scanJson } from './scan.ts';

const code = (input: string | Uint8Array, limits = {}) => {
  const result = parseJson(input, limits);
  return result.ok ? 'accepted' : result.refusals[0]?.code;
};

describe('canonical JSON (RFC 8785)', () => {
  test('section 3.2.2 and 3.2.3: literals, numbers and strings', () => {
    const sample = expectOk(
      parseJson(
        String.raw`{"numbers":[4.50,2e-3,0.000000000000000000000000001],
        "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`.replace(
          '333333333.33333329,',
          '',
        ),
      ),
    );
    assert.equal(
      canonicalize(sample),
      String.raw`{"literals":[null,true,false],"numbers":[4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('section 3.2.3: members are sorted by UTF-16 code units', () => {
    const sample: JsonValue = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u0080': 'Control',
      '😀': 'Emoji: Grinning Face',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    assert.deepEqual(
      [...canonicalize(sample).matchAll(/"[^"]+":"([^"]+)"/g)].map((match) => match[1]),
      [
        'Carriage Return',
        'One',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
  });

  test('appendix B: numbers as ECMAScript writes them', () => {
    const samples: [number, string][] = [
      [-0, '0'],
      [5e-324, '5e-324'],
      [1.7976931348623157e308, '1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'],
      [295147905179352830000, '295147905179352830000'],
      [9.999999999999997e22, '9.999999999999997e+22'],
      [0.000001, '0.000001'],
      [333333333.3333332, '333333333.3333332'],
    ];
    for (const [value, text] of samples) assert.equal(canonicalize(value), text);
    assert.throws(() => canonicalize(Number.NaN));
    assert.throws(() => canonicalize('\ud800'));
  });

  test('reading what was written gives the same bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalize(value as JsonValue);
        return canonicalize(JSON.parse(text) as JsonValue) === text;
      }),
    );
  });
});

describe('canonical JSON as bytes', () => {
  const writer = new CanonicalWriter();
  const bytesOf = (value: JsonValue) => {
    writer.begin();
    writer.value(value);
    return writer.view();
  };

  test('they are those of the canonical text, long documents and other scripts included', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        assert.deepEqual(bytesOf(value as JsonValue), utf8(canonicalize(value as JsonValue)));
      }),
    );
    const long = Array.from({ length: 3_000 }, (_, index) => ({
      b: `€${'x'.repeat(index)}`,
      a: [index, null, true],
    }));
    assert.deepEqual(bytesOf(long), utf8(canonicalize(long)));
    assert.deepEqual(bytesOf({ b: 1 }), utf8('{"b":1}'));
    assert.throws(() => bytesOf('\ud800'));
    assert.throws(() => bytesOf([Number.NaN]));
    assert.throws(() => bytesOf([() => 1] as unknown as JsonValue));
  });

  test('a member and a list whose values are written apart, from canonical bytes, stand where they belong', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (object, items) => {
        const written = items.map((item) => utf8(canonicalize(item as JsonValue)));
        writer.begin();
        writer.object({ ...(object as JsonObject), apart: null }, 'apart', () =>
          writer.list(written, (bytes) => writer.canonical(bytes)),
        );
        const whole = { ...object, apart: items };
        assert.deepEqual(writer.view(), utf8(canonicalize(whole as JsonValue)));
      }),
    );
  });

  test('a member told apart can be cut out, wherever it stands', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (object, name) => {
        writer.begin();
        const { start, end } = writer.objectAround(object as JsonObject, name);
        const whole = writer.view();
        assert.deepEqual(whole, utf8(canonicalize(object as JsonValue)));
        const { [name]: _apart, ...rest } = object as Record<string, JsonValue>;
        const without = Uint8Array.of(...whole.subarray(0, start), ...whole.subarray(end));
        assert.deepEqual(without, utf8(canonicalize(rest)));
      }),
    );
    for (const object of [{ a: 1, b: 2, c: 3 }, { a: 1 }] as JsonObject[])
      for (const name of ['a', 'b', 'c', 'd']) {
        writer.begin();
        const { start, end } = writer.objectAround(object, name);
        const text = new TextDecoder().decode(writer.view());
        const { [name]: _apart, ...rest } = object;
        assert.equal(text.slice(0, start) + text.slice(end), canonicalize(rest));
      }
  });
});

describe('reading JSON of a stranger', () => {
  test('each fault has its own code', () => {
    assert.equal(code('{"a":1}'), 'accepted');
    assert.equal(code('{"a":'), 'KERNEL_JSON_SYNTAX');
    assert.equal(code('{"a":1,"a":2}'), 'KERNEL_JSON_DUPLICATE_KEY');
    assert.equal(code(String.raw`{"a":1,"\u0061":2}`), 'KERNEL_JSON_DUPLICATE_KEY');
    assert.equal(code('{"__proto__":{"admin":true}}'), 'KERNEL_JSON_FORBIDDEN_KEY');
    assert.equal(code(String.raw`{"\u005f_proto__":1}`), 'KERNEL_JSON_FORBIDDEN_KEY');
    assert.equal(code(String.raw`["\ud800"]`), 'KERNEL_JSON_LONE_SURROGATE');
    assert.equal(code('[9007199254740993]'), 'KERNEL_JSON_NUMBER');
    assert.equal(code('[1e400]'), 'KERNEL_JSON_NUMBER');
    assert.equal(code('[12345678.123456789]'), 'KERNEL_JSON_NUMBER');
    assert.equal(code('['.repeat(200) + ']'.repeat(200)), 'KERNEL_JSON_TOO_DEEP');
    assert.equal(code(`"${'x'.repeat(10_000_000)}"`), 'KERNEL_JSON_TOO_LARGE');
    assert.equal(code(Uint8Array.of(0x22, 0xff, 0x22)), 'KERNEL_JSON_SYNTAX');
    assert.equal(code(''), 'KERNEL_JSON_SYNTAX');
  });

  test('the same name in different objects, and text that looks like names, are no fault', () => {
    assert.equal(code('{"a":{"x":1},"b":{"x":2},"c":["x","x"],"d":"x"}'), 'accepted');
    assert.equal(code(String.raw`{"a":"\"b\":1","b":"}{][\\"}`), 'accepted');
  });

  test('the quick look never accepts what the careful scan refuses', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.json().map((text) => text.replace(/"[^"]*":/g, '"a":')),
      fc.constantFrom('{"a":1,"b":{"a":1},"a":2}', '{"constructor":1}', '{"a" : {"__proto__" :1}}', '[1,2'),
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', 'a', ':', ',', '1', '.', ' ') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const fault = scanJson(text, 64);
        const result = parseJson(text);
        if (fault) assert.equal(result.ok ? '' : result.refusals[0]?.code, fault.code);
        else if (result.ok) assert.deepEqual(result.value, JSON.parse(text));
        else assert.equal(result.refusals[0]?.code, 'KERNEL_JSON_SYNTAX');
      }),
      { numRuns: 2000 },
    );
  });

  test('accepts all that JSON.stringify writes of safe values', () => {
    const safe = fc.jsonValue({ depthSize: 'small' });
    fc.assert(
      fc.property(safe, (value) => {
        const answer = code(JSON.stringify(value));
        return (
          answer === 'accepted' || answer === 'KERNEL_JSON_NUMBER' || answer === 'KERNEL_JSON_FORBIDDEN_KEY'
        );
      }),
    );
  });
});

test('pointers (RFC 6901 section 5)', () => {
  const value = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8 };
  assert.equal(resolvePointer(value, ''), value);
  assert.equal(resolvePointer(value, '/foo/0'), 'bar');
  assert.equal(resolvePointer(value, '/'), 0);
  assert.equal(resolvePointer(value, '/a~1b'), 1);
  assert.equal(resolvePointer(value, '/m~0n'), 8);
  assert.equal(resolvePointer(value, '/foo/length'), undefined);
  assert.equal(resolvePointer(value, '/constructor'), undefined);
});
