// What a program needs that starts a node. Apart from the rest of the platform, which loads while the database starts.
export { isLoopback } from './access/hosts.ts';
export { readSampleMembers } from './access/sample-members.ts';
export type { NodeConfig } from './config.ts';
export { type OpenNodeOptions, openNode, type RunningNode } from './open-node.ts';
export { defaultPort, type NodeFlags, readConfig } from './read-config.ts';
export { version } from './version.ts';
