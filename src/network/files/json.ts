import type { Layer, Network } from '../network.ts';
import { checkFileSize, checkModelSizes, checkNumber } from './checks.ts';
import { ModelFileError, quote } from './model-file-error.ts';
import { isRecord, parseJson } from './strict-json.ts';

function join(parts: readonly string[]): string {
  return `[${parts.join(',')}]`;
}

/** Numbers in the shortest digits that read back as the same doubles. JSON.stringify would lose the sign of -0. */
function digits(values: Float64Array, name: string): string[] {
  return Array.from(values, (x, i) => {
    checkNumber(x, name, i);
    return Object.is(x, -0) ? '-0' : String(x);
  });
}

/**
 * A network as the plain JSON {sizes, weights, biases} of the blog post's app: weights[l][j][k] leads to neuron j of layers[l] from
 * source neuron k, biases[l][j][0] is the neuron's bias, a column as NumPy has it. Nothing is rounded.
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' beyond single precision
 */
export function writeJson({ sizes, layers }: Network): string {
  const weights = layers.map((layer, l) => {
    const flat = digits(layer.weights, `weights[${l}]`);
    const rows = Array.from(layer.biases, (_, j) => flat.slice(j * layer.nIn, (j + 1) * layer.nIn));
    return join(rows.map(join));
  });
  const biases = layers.map((layer, l) =>
    join(digits(layer.biases, `biases[${l}]`).map((b) => `[${b}]`)),
  );
  return `{"sizes":${join(sizes.map(String))},"weights":${join(weights)},"biases":${join(biases)}}\n`;
}

/** The value as a list of so many parts. */
function readList(value: unknown, length: number, name: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) {
    throw new ModelFileError(
      'wrong-shape',
      `${name} should be a list of ${length}; got ${Array.isArray(value) ? `one of ${value.length}` : quote(value)}.`,
    );
  }
  return value;
}

/** All rows are measured before room is made for them: sizes in a file are only a claim. */
function readWeights(value: unknown, nOut: number, nIn: number, name: string): Float64Array {
  const rows = readList(value, nOut, name).map((row, j) => readList(row, nIn, `${name}[${j}]`));
  const weights = new Float64Array(nOut * nIn);
  rows.forEach((row, j) => {
    const rowName = `${name}[${j}]`;
    row.forEach((w, k) => {
      checkNumber(w, rowName, k);
      weights[j * nIn + k] = w;
    });
  });
  return weights;
}

/** A bias is a column of one, or the plain number that other programs may write. */
function readBiases(value: unknown, nOut: number, name: string): Float64Array {
  return Float64Array.from(readList(value, nOut, name), (part, j) => {
    const b = Array.isArray(part) ? readList(part, 1, `${name}[${j}]`)[0] : part;
    checkNumber(b, name, j);
    return b;
  });
}

/**
 * A network from the JSON {sizes, weights, biases}, as writeJson writes it; a bias may also be a plain number. Other keys are left
 * alone; a key that stands twice is refused.
 * @throws ModelFileError for everything else, with a reason and a message that says what came and what was expected
 */
export function readJson(text: string): Network {
  checkFileSize(text.length);
  const model = parseJson(text, 'The file');
  if (
    !isRecord(model) ||
    !['sizes', 'weights', 'biases'].every((key) => Object.hasOwn(model, key))
  ) {
    throw new ModelFileError(
      'not-a-model',
      `A network in JSON has the keys sizes, weights and biases; got ${isRecord(model) ? quote(Object.keys(model)) : quote(model)}.`,
    );
  }
  const { sizes } = model;
  if (!Array.isArray(sizes) || !sizes.every((n) => typeof n === 'number')) {
    throw new ModelFileError(
      'wrong-shape',
      `sizes should be a list of numbers; got ${quote(sizes)}.`,
    );
  }
  checkModelSizes(sizes);
  const weights = readList(model['weights'], sizes.length - 1, 'weights');
  const biases = readList(model['biases'], sizes.length - 1, 'biases');
  const layers = sizes.slice(1).map((nOut, l): Layer => {
    const nIn = sizes[l];
    return {
      nIn,
      nOut,
      weights: readWeights(weights[l], nOut, nIn, `weights[${l}]`),
      biases: readBiases(biases[l], nOut, `biases[${l}]`),
    };
  });
  return { sizes, layers };
}
