import { writeJson, writeSafetensors } from '@/network/files.ts';
import type { Network } from '@/network/network.ts';

export type SaveFormat = 'safetensors' | 'json';

/**
 * Milliseconds that the file stays at its address after the click: Safari and Firefox begin the download in a later task, and a
 * reader who is asked where to put it takes a while to say so.
 */
const KEPT = 60_000;

/** Hands the network to the reader as a file, made here in the page. */
export function save(network: Network, name: string, format: SaveFormat): void {
  const blob =
    format === 'json'
      ? new Blob([writeJson(network)], { type: 'application/json' })
      : new Blob([new Uint8Array(writeSafetensors(network, 'F32'))], {
          type: 'application/octet-stream',
        });
  saveFile(blob, `${name}.${format}`);
}

/** Hands the reader a file. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
