export { createApp } from './app.ts';
export { nodeCatalogue } from './platform/catalogue.ts';
export { type OpenNodeOptions, openNode, type RunningNode } from './platform/open-node.ts';
