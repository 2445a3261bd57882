import { writeJson, writeSafetensors } from '../../network/files.ts';
import type { Network } from '../../network/network.ts';

export type SaveFormat = 'safetensors' | 'json';

/** Hands the network to the reader as a file, made here in the page. */
export function save(network: Network, name: string, format: SaveFormat): void {
  const blob =
    format === 'json'
      ? new Blob([writeJson(network)], { type: 'application/json' })
      : new Blob([new Uint8Array(writeSafetensors(network, 'F32'))], {
          type: 'application/octet-stream',
        });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  URL.revokeObjectURL(url);
}
