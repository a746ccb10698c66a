import { oilFolders } from './oil/stories/folders.ts';
import { orderFolders } from './order-to-entry/stories/folders.ts';
import { steelFolders } from './steel/stories/folders.ts';
import type { ExampleFolder } from './usmca-cafta/stories/file.ts';
import { exampleFolders as usmcaFolders } from './usmca-cafta/stories/stories.ts';

/** Every folder of `examples/` that holds a shipment to be filed, as data. */
export const exampleFolders: readonly ExampleFolder[] = [
  ...usmcaFolders,
  ...orderFolders,
  ...steelFolders,
  ...oilFolders,
];
