import { sigmoid } from '../network/activation.ts';
import { ShapeError } from '../network/errors.ts';
import type { Layer } from '../network/network.ts';
import { targetsOf } from '../network/examples.ts';
import type { Field, Slope } from './field.ts';
import type { Plane } from './plane.ts';

/** A layer of the three networks of a plane. */
interface LayerTrio {
  readonly origin: Layer;
  readonly across: Layer;
  readonly along: Layer;
}

/** Room for one layer's numbers of one digit. */
interface Room {
  /** The layer at the point asked about: weights (nOut, nIn) row-major, biases (nOut). */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  readonly a: Float64Array;
  /** How the weighted inputs change with x and y by the layer's own weights and biases, the layer before held still. */
  readonly byX: Float64Array;
  readonly byY: Float64Array;
  readonly delta: Float64Array;
}

/** What slices are made of, in plain lists: it can be posted to a page, which then asks about any point without the digits. */
export interface SliceParts {
  readonly plane: Plane;
  /** What each digit ought to be, 0 to 9. */
  readonly labels: Uint8Array;
  /**
   * The first layer's weighted inputs are affine in the point: z = z0 + x z1 + y z2. These are z0, z1 and z2, each (digits, nOut)
   * row-major.
   */
  readonly first: readonly [Float64Array, Float64Array, Float64Array];
}

/**
 * Works out once what a slice needs of the digits: three products of all pictures with a first layer.
 * @param pixels (digits, nIn) row-major, 0 to 1
 * @param labels which output ought to be 1
 * @throws ShapeError when pictures and labels do not fit
 */
export function sliceParts(
  plane: Plane,
  pixels: ArrayLike<number>,
  labels: Uint8Array,
): SliceParts {
  const { nIn } = plane.origin.layers[0];
  if (labels.length === 0 || pixels.length !== labels.length * nIn) {
    throw new ShapeError(
      `${labels.length} labels need ${labels.length * nIn} pixels, and at least one digit; got ${pixels.length}.`,
    );
  }
  const weigh = ({ weights, biases, nOut }: Layer): Float64Array => {
    const z = new Float64Array(labels.length * nOut);
    const inked = new Int32Array(nIn);
    for (let i = 0; i < labels.length; i++) {
      let count = 0;
      for (let k = 0; k < nIn; k++) if (pixels[i * nIn + k] !== 0) inked[count++] = k;
      for (let j = 0; j < nOut; j++) {
        let sum = biases[j];
        for (let n = 0; n < count; n++) {
          sum += weights[j * nIn + inked[n]] * pixels[i * nIn + inked[n]];
        }
        z[i * nOut + j] = sum;
      }
    }
    return z;
  };
  const { origin, across, along } = plane;
  return {
    plane,
    labels,
    first: [weigh(origin.layers[0]), weigh(across.layers[0]), weigh(along.layers[0])],
  };
}

/**
 * The cost over a plane of weights: at (x, y) the mean of C = 1/2 sum (a - y)^2 over the digits, of the network that lies there, and the
 * part of its gradient that lies in the plane. Weight decay is left out.
 */
export class Slice implements Field {
  readonly #parts: SliceParts;
  readonly #trios: readonly LayerTrio[];
  readonly #rooms: readonly Room[];
  readonly #all: Int32Array;
  /** What the outputs should be for each digit. */
  readonly #targets: readonly Float64Array[];

  constructor(parts: SliceParts) {
    const { origin, across, along } = parts.plane;
    this.#parts = parts;
    this.#trios = origin.layers.map((layer, l) => ({
      origin: layer,
      across: across.layers[l],
      along: along.layers[l],
    }));
    this.#rooms = origin.layers.map(({ nIn, nOut }) => ({
      weights: new Float64Array(nOut * nIn),
      biases: new Float64Array(nOut),
      a: new Float64Array(nOut),
      byX: new Float64Array(nOut),
      byY: new Float64Array(nOut),
      delta: new Float64Array(nOut),
    }));
    this.#all = Int32Array.from(parts.labels, (_, i) => i);
    this.#targets = Array.from(parts.labels, (label) =>
      targetsOf(label, origin.sizes[origin.sizes.length - 1]),
    );
  }

  /** How many digits the mean is over. */
  get count(): number {
    return this.#parts.labels.length;
  }

  /**
   * The cost at a point and the gradient's part in the plane, per unit of the plane.
   * @param digits which ones the mean is over, by their places; all if left out. A mini-batch's own cost, for instance.
   */
  at(x: number, y: number, digits: ArrayLike<number> = this.#all): Slope {
    this.#setNetwork(x, y);
    let [value, dx, dy] = [0, 0, 0];
    for (let n = 0; n < digits.length; n++) {
      const one = this.#addDigit(digits[n], x, y);
      value += one;
      dx += this.#dx;
      dy += this.#dy;
    }
    const m = digits.length;
    return { value: value / m, dx: dx / m, dy: dy / m };
  }

  /** The slopes of the digit looked at last. Fields, so that half a million digits need no objects. */
  #dx = 0;
  #dy = 0;

  /** All layers but the first, whose weights are in `first` already, at the point. */
  #setNetwork(x: number, y: number): void {
    for (let l = 1; l < this.#trios.length; l++) {
      const { origin, across, along } = this.#trios[l];
      const { weights, biases } = this.#rooms[l];
      for (let i = 0; i < weights.length; i++) {
        weights[i] = origin.weights[i] + x * across.weights[i] + y * along.weights[i];
      }
      for (let j = 0; j < biases.length; j++) {
        biases[j] = origin.biases[j] + x * across.biases[j] + y * along.biases[j];
      }
    }
  }

  /** One digit's cost; leaves its slopes in #dx and #dy. */
  #addDigit(i: number, x: number, y: number): number {
    const { first } = this.#parts;
    const rooms = this.#rooms;
    const [z0, z1, z2] = first;
    const n = rooms[0].a.length;
    const at = i * n;
    for (let j = 0; j < n; j++) {
      rooms[0].a[j] = sigmoid.f(z0[at + j] + x * z1[at + j] + y * z2[at + j]);
    }
    for (let l = 1; l < rooms.length; l++) forward(rooms[l - 1].a, this.#trios[l], rooms[l]);

    const last = rooms[rooms.length - 1];
    let cost = 0;
    for (let j = 0; j < last.a.length; j++) {
      const a = last.a[j];
      const miss = a - this.#targets[i][j];
      cost += 0.5 * miss * miss;
      last.delta[j] = miss * a * (1 - a);
    }
    this.#dx = 0;
    this.#dy = 0;
    for (let l = rooms.length - 1; l > 0; l--) {
      const { delta, byX, byY } = rooms[l];
      for (let j = 0; j < delta.length; j++) {
        this.#dx += delta[j] * byX[j];
        this.#dy += delta[j] * byY[j];
      }
      back(rooms[l], rooms[l - 1]);
    }
    // dz/dx of the first layer is z1, dz/dy is z2.
    for (let j = 0; j < n; j++) {
      this.#dx += rooms[0].delta[j] * z1[at + j];
      this.#dy += rooms[0].delta[j] * z2[at + j];
    }
    return cost;
  }
}

/**
 * a = sigma(W before + b), and in the same sweep what the layer's own weights add to the slopes: z changes with x as the direction's
 * weights say. Three sums at a time do not wait for one another. Mutates `room`.
 */
function forward(before: Float64Array, { across, along }: LayerTrio, room: Room): void {
  const { weights, biases, a, byX, byY } = room;
  const nIn = before.length;
  for (let j = 0; j < a.length; j++) {
    const row = j * nIn;
    let z = biases[j];
    let zx = across.biases[j];
    let zy = along.biases[j];
    for (let k = 0; k < nIn; k++) {
      const input = before[k];
      z += weights[row + k] * input;
      zx += across.weights[row + k] * input;
      zy += along.weights[row + k] * input;
    }
    a[j] = sigmoid.f(z);
    byX[j] = zx;
    byY[j] = zy;
  }
}

/** (BP2) with sigma' = a (1 - a), which the activations at hand give without another power of e. Mutates `before`. */
function back({ weights, delta }: Room, before: Room): void {
  const nIn = before.a.length;
  before.delta.fill(0);
  for (let j = 0; j < delta.length; j++) {
    const row = j * nIn;
    for (let k = 0; k < nIn; k++) before.delta[k] += weights[row + k] * delta[j];
  }
  for (let k = 0; k < nIn; k++) before.delta[k] *= before.a[k] * (1 - before.a[k]);
}
