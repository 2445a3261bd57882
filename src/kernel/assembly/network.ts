import { Example, Examples, createExamples } from './lists';
import { release, reserve } from './memory';

/** Examples that go through the network side by side: enough to hide waiting, few enough to stay in the first cache. */
export const GROUP: usize = 32;

/** Bytes of a row of n numbers, rounded up to whole vectors of four. */
export function rowBytes(n: usize): usize {
  return (<usize>n * 4 + 15) & ~15;
}

/**
 * A layer, its gradient, and room for what a group of examples does in it. Everything is in single precision and in rows of whole
 * vectors; what lies between the last number and the end of a row is 0 and stays 0.
 *
 * The first layer's weights are pixel-major: row k holds the weights from pixel k to every neuron. Those of later layers are as in
 * src/network: row j holds the weights to neuron j. Both end in rows of zeros up to a multiple of four.
 */
@unmanaged
export class Layer {
  nIn: usize;
  nOut: usize;
  /** Bytes of a row of weights. */
  row: usize;
  /** Bytes of all weights. */
  size: usize;
  /** Bytes of a row that holds a number for each neuron. */
  wide: usize;
  weights: usize;
  biases: usize;
  nablaW: usize;
  nablaB: usize;
  /** (GROUP, wide): weighted inputs, activations, slopes of the sigmoid, errors. */
  z: usize;
  a: usize;
  slope: usize;
  delta: usize;
}

@unmanaged
export class Network {
  /** Layers, the input not counted. */
  count: usize;
  layers: usize;
  /** The first layer's weights are `scale` times what is stored: L2 then costs one product a mini-batch instead of a sweep. */
  scale: f64;
  /** (capacity, wide): errors of the first layer for a whole mini-batch, which may be larger than a group. */
  errors: usize;
  capacity: usize;
  /** One example of floats, room for its list, and a table of it alone. */
  input: usize;
  list: usize;
  single: Examples;

  @inline
  layer(l: usize): Layer {
    return changetype<Layer>(this.layers + l * offsetof<Layer>());
  }
}

/** Bytes that a network takes, or a little more; as a float, since sizes from outside may ask for more than there are addresses. */
export function bytesOf(sizes: usize, count: usize): f64 {
  let total: f64 = 4096;
  for (let l: usize = 0; l < count; l++) {
    const nIn = <f64>load<u32>(sizes + 4 * l) + 4;
    const nOut = <f64>load<u32>(sizes + 4 * l + 4) + 4;
    total += 8 * nIn * nOut + (5 * GROUP + 2) * 4 * nOut + 4096;
    if (l == 0) total += 12 * nIn;
  }
  return total;
}

/** A network of zeros. @param sizes u32 each: inputs, then the neurons of each layer */
export function createNetwork(sizes: usize, count: usize): Network {
  const network = changetype<Network>(reserve(offsetof<Network>()));
  network.count = count;
  network.scale = 1;
  network.layers = reserve(count * offsetof<Layer>());
  const inputs: usize = load<u32>(sizes);
  for (let l: usize = 0; l < count; l++) {
    const layer = network.layer(l);
    const nIn: usize = load<u32>(sizes + 4 * l);
    const nOut: usize = load<u32>(sizes + 4 * l + 4);
    layer.nIn = nIn;
    layer.nOut = nOut;
    layer.wide = rowBytes(nOut);
    layer.row = l == 0 ? layer.wide : rowBytes(nIn);
    layer.size = (((l == 0 ? nIn : nOut) + 3) & ~3) * layer.row;
    layer.weights = reserve(layer.size);
    layer.biases = reserve(layer.wide);
    layer.nablaB = reserve(layer.wide);
    if (l > 0) layer.nablaW = reserve(layer.size);
    layer.z = reserve(GROUP * layer.wide);
    layer.a = reserve(GROUP * layer.wide);
    layer.slope = reserve(GROUP * layer.wide);
    if (l > 0) layer.delta = reserve(GROUP * layer.wide);
  }
  network.errors = reserve(GROUP * network.layer(0).wide);
  network.capacity = GROUP;
  network.input = reserve(rowBytes(inputs));
  network.list = reserve(rowBytes(inputs) * 2);
  network.single = createExamples(true, 1);
  network.single.table = reserve(offsetof<Example>());
  return network;
}

/** Makes room for the errors of a mini-batch. */
export function makeRoom(network: Network, miniBatch: usize): void {
  if (miniBatch <= network.capacity) return;
  const errors = reserve(<usize>miniBatch * network.layer(0).wide);
  release(network.errors);
  network.errors = errors;
  network.capacity = miniBatch;
}

export function releaseNetwork(network: Network): void {
  for (let l: usize = 0; l < network.count; l++) {
    const layer = network.layer(l);
    release(layer.weights);
    release(layer.biases);
    release(layer.nablaB);
    release(layer.z);
    release(layer.a);
    release(layer.slope);
    if (l > 0) {
      release(layer.nablaW);
      release(layer.delta);
    }
  }
  release(network.single.table);
  release(changetype<usize>(network.single));
  release(network.list);
  release(network.input);
  release(network.errors);
  release(network.layers);
  release(changetype<usize>(network));
}

export function weightsOf(network: Network, l: usize): usize {
  return network.layer(l).weights;
}

export function biasesOf(network: Network, l: usize): usize {
  return network.layer(l).biases;
}

export function inputOf(network: Network): usize {
  return network.input;
}

/** Whether all weights and biases are finite numbers. */
export function isSound(network: Network): bool {
  for (let l: usize = 0; l < network.count; l++) {
    const layer = network.layer(l);
    if (!areFinite(layer.weights, layer.size) || !areFinite(layer.biases, layer.wide)) return false;
  }
  return true;
}

function areFinite(numbers: usize, bytes: usize): bool {
  const zero = f32x4.splat(0);
  let odd = zero;
  for (const end = numbers + bytes; numbers < end; numbers += 16) {
    const x = v128.load(numbers);
    odd = v128.or(odd, f32x4.ne(f32x4.sub(x, x), zero)); // infinity less itself is NaN, and NaN differs from everything
  }
  return !v128.any_true(odd);
}

export function scaleOf(network: Network): f64 {
  return network.scale;
}

/** Multiplies the scale into the first layer's weights, so that they are what is stored. */
export function settle(network: Network): void {
  if (network.scale == 1) return;
  const layer = network.layer(0);
  const scale = f32x4.splat(<f32>network.scale);
  const end = layer.weights + layer.size;
  for (let w = layer.weights; w < end; w += 16) v128.store(w, f32x4.mul(scale, v128.load(w)));
  network.scale = 1;
}
