import type { TariffDataView } from '@portolan/contract';
import { upload } from '../../api/upload.ts';

/** Sends a file of tariff data, packed on its way: a whole schedule is larger than a node takes unpacked. */
export async function sendData(
  fields: Readonly<Record<string, string>>,
  file: File,
): Promise<TariffDataView> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.set(name, value);
  form.set('file', await packed(file), file.name);
  return upload<TariffDataView>('/api/tariff/data', form, () => undefined);
}

async function packed(file: File): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] === 0x1f && head[1] === 0x8b) return file;
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
