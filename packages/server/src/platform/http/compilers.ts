import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';

type ValidatorCompiler = Parameters<FastifyInstance['setValidatorCompiler']>[0];

const buildSerializers = SerializerSelector();

/**
 * Writers of answers, each made for its first answer: a node has hundreds and a start of it uses none. `early` makes them all at
 * once, so that a schema without a writer is found by every test of a node.
 */
export function serializers(early: boolean): typeof buildSerializers {
  return (schemas, options) => {
    const make = buildSerializers(schemas, options);
    if (early) return make;
    return (route) => {
      let write: ReturnType<typeof make> | undefined;
      return (answer) => {
        write ??= make(route);
        return write(answer);
      };
    };
  };
}

/** Checks of requests, each made for its first request; `early` as above. */
export function validators(early: boolean): ValidatorCompiler {
  const make = TypeBoxValidatorCompiler as FastifySchemaCompiler<unknown>;
  const onDemand: typeof make = (route) => {
    let check: ReturnType<typeof make> | undefined;
    return (value) => {
      check ??= make(route);
      return check(value);
    };
  };
  return (early ? make : onDemand) as ValidatorCompiler;
}
