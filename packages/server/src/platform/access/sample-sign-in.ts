import type { Refusal } from '@portolan/kernel';
import type { FastifyRequest } from 'fastify';
import { nodeCatalogue } from '../catalogue.ts';
import type { NodeContext } from '../context.ts';
import { hostName, isLoopback } from './hosts.ts';

/** A proxy on this machine speaks for somebody who may be anywhere. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Why sample members may not sign in with this request; undefined when they may. Their keys are public, so all of it
 * must be this machine: the address the node listens on, the caller, and the name it was called by.
 */
export function sampleSignInRefusal(
  { headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>,
  { config, settings }: Pick<NodeContext, 'config' | 'settings'>,
): Refusal | undefined {
  if (!settings.sample) return refusal('this node has no sample community');
  if (!isLoopback(config.host)) return refusal('the node listens to other machines');
  if (!isLoopback(socket.remoteAddress ?? '')) return refusal('the request comes from another machine');
  if (!isLoopback(hostName(headers.host) ?? ''))
    return refusal('the node was called by a name that is not loopback');
  if (forwarding.some((name) => headers[name] !== undefined))
    return refusal('the request was forwarded by a proxy');
  return undefined;
}

function refusal(reason: string): Refusal {
  return nodeCatalogue.refuse('NODE_SAMPLE_SIGN_IN', { params: { reason } });
}
