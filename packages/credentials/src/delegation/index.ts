export {
  type Capability,
  type Caveats,
  caveatNames,
  type DelegatedAction,
  delegatedActions,
  type Invocation,
  readCapability,
  rootCapabilityId,
  uncovered,
  widening,
} from './capability.ts';
export { CAVEAT_CONTEXT, caveatContext } from './context.ts';
export { type Delegation, delegateCapability } from './delegate.ts';
export { authorizeInvocation, type DelegationTrust, verifyCapability } from './verify.ts';
