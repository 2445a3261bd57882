import { countParameters, type Network } from '@/network/network.ts';
import type { ModelFormat } from '@/network/files.ts';
import { aDigit } from '@/words/digits.ts';
import { formatNumber, thousands, two } from '@/words/numbers.ts';
import type { FileKind, OpenedNetwork } from './network-file.ts';

/** How the weights lie in a file. */
const FORMATS: Readonly<Record<ModelFormat, string>> = {
  F32: 'each in four bytes',
  F16: 'each in two bytes',
  I8: 'the weights in one byte each, with a scale for each neuron',
};

/** "96 kB". */
export function kilobytes(bytes: number): string {
  return bytes < 1e6
    ? `${thousands(Math.ceil(bytes / 1000))} kB`
    : `${formatNumber(bytes / 1e6, 1)} MB`;
}

/** What a file of the network holds. @param format of a file that lies on the site; null where the page makes it */
export function savedWords(
  fileName: string,
  kind: FileKind,
  parameters: number,
  format: ModelFormat | null,
): string {
  const numbers = `${thousands(parameters)} numbers`;
  if (kind === 'json') {
    return `${fileName} will hold ${numbers} as text, every digit of them: sizes, weights and biases, as the blog post’s app keeps its own.`;
  }
  return `${fileName} holds ${numbers}, ${FORMATS[format ?? 'F32']}: every layer’s weights and biases by their name and shape.`;
}

/** What was opened. */
export function openedWords({ fileName, kind, network }: OpenedNetwork): string {
  const what = kind === 'json' ? 'JSON' : 'safetensors';
  return `${fileName}, ${what}: a network of ${network.sizes.join('-')}, ${thousands(countParameters(network))} numbers.`;
}

/** What it makes of the digit that all figures show. */
export function readsWords(scores: ArrayLike<number>, answer: number, isDrawing: boolean): string {
  const what = isDrawing ? 'your drawing' : 'the digit of all figures';
  return `It reads ${what} as ${aDigit(answer)}, at ${two(scores[answer])}.`;
}

/** Most layers and neurons of a network that all figures can use; beyond them the device could not keep it. */
const MOST_LAYERS = 8;
const MOST_NEURONS = 1000;

/** Why a network cannot be used everywhere; empty where it can. */
export function whyNotUsed({ sizes }: Network): string {
  const [first, last] = [sizes[0], sizes[sizes.length - 1]];
  if (first !== 784 || last !== 10) {
    return `It takes ${thousands(first)} numbers and gives ${thousands(last)}: a network, but none that reads digits of 28 by 28 pixels.`;
  }
  if (sizes.length > MOST_LAYERS || sizes.some((n) => n > MOST_NEURONS)) {
    return `It is larger than this site can keep: at most ${MOST_LAYERS} layers of up to ${thousands(MOST_NEURONS)} neurons.`;
  }
  return '';
}
