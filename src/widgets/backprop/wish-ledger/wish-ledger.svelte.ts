import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { sigmoid } from '@/network/activation.ts';
import { signed } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { OUTPUTS, type WorkedPass } from '../whole-pass.svelte.ts';
import { multiplied } from '../words.ts';

/** A hidden layer, 1 or 2: those of whom the layer after it asks something. */
export type HiddenLayer = 1 | 2;

export interface Start {
  readonly layer?: HiddenLayer;
  /** Whose request is open, from 0. */
  readonly open?: number;
}

/** What the layer and neuron in force are, and the pass. */
export interface Around {
  readonly worked: WorkedPass;
  /** The neuron of a layer that is looked at, from 0. */
  readonly neuronOf: (layer: number) => number;
}

/** One neuron's request to the one before it. */
export interface Request {
  /** Who asks, from 0. */
  readonly j: number;
  /** What the page calls it: outputs by their digit, others from 1. */
  readonly name: string;
  readonly weight: number;
  /** Minus its error. */
  readonly against: number;
  /** weight x minus the error: how the asked neuron's activation should go for this one; above 0 brighter. */
  readonly request: number;
  /** Where its piece of the stack begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** What everybody in the next layer asks of one hidden neuron, added up. */
export class WishLedger {
  readonly inspector: Inspector;
  readonly #around: () => Around;
  readonly #start: Start;
  layer: HiddenLayer = $state(2);

  constructor(around: () => Around, start: Start = {}) {
    this.#around = around;
    this.#start = start;
    this.layer = start.layer ?? 2;
    const k = around().neuronOf(this.layer);
    this.inspector = new Inspector(
      start.open === undefined
        ? null
        : { kind: 'request', layer: this.layer + 1, j: start.open, k },
    );
  }

  get worked(): WorkedPass {
    return this.#around().worked;
  }
  /** The neuron that is asked, from 0. */
  get neuron(): number {
    return this.#around().neuronOf(this.layer);
  }

  /** In the order of those who ask; stacked, what is below 0 to the left of it. */
  get requests(): Request[] {
    const { network, errors } = this.worked;
    const { nIn, nOut, weights } = network.layers[this.layer];
    let [up, down] = [0, 0];
    return Array.from({ length: nOut }, (_, j) => {
      const weight = weights[j * nIn + this.neuron];
      const against = -errors.deltas[this.layer][j];
      const request = weight * against;
      const from = request > 0 ? up : down;
      const to = from + request;
      if (request > 0) up = to;
      else down = to;
      const name = String(this.layer + 1 === OUTPUTS ? j : j + 1);
      return { j, name, weight, against, request, from, to };
    });
  }
  /** The wish, -dC/da: all requests added. */
  get total(): number {
    return this.worked.errors.wishes[this.layer - 1][this.neuron];
  }
  get slope(): number {
    return sigmoid.prime(this.worked.pass.zs[this.layer - 1][this.neuron]);
  }
  /** The neuron's error: minus the total times its slope. */
  get delta(): number {
    return this.worked.errors.deltas[this.layer - 1][this.neuron];
  }
  /** How far the stack reaches to either side, at least. */
  get reach(): number {
    const ends = this.requests.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]);
    return Math.max(...ends, Math.abs(this.total), 1e-12);
  }
  /** The wish times minus the slope is the error, as shown; of the wish no fewer places than four. */
  get result(): ReturnType<typeof multiplied> {
    return multiplied(this.total, -this.slope, 4, 4);
  }
  /** As many places as it takes for the requests shown to add up to the total shown, and factors to make them. */
  get places(): { readonly factors: number; readonly requests: number } {
    const all = this.requests;
    const { fine } = this.result;
    const requests = placesUntil(fine, (n) =>
      isWithinHalf(
        all.reduce((sum, { request }) => sum + roundTo(request, n), 0),
        roundTo(this.total, fine),
        fine,
      ),
    );
    const factors = placesUntil(3, (n) =>
      all.every(({ weight, against, request }) =>
        isWithinHalf(
          roundTo(weight, n) * roundTo(against, n),
          roundTo(request, requests),
          requests,
        ),
      ),
    );
    return { factors, requests };
  }

  get words(): string {
    const { requests, total, delta, layer } = this;
    const who = layer === 2 ? 'outputs' : 'neurons of layer 2';
    const one = layer === 2 ? 'output' : 'neuron';
    const larger = requests.filter(({ request }) => request > 0).length;
    const most = requests.reduce((a, b) => (Math.abs(b.request) > Math.abs(a.request) ? b : a));
    const way = most.request > 0 ? 'brighter' : 'dimmer';
    const end = total > 0 ? 'brighter' : 'dimmer';
    const share = Math.round((100 * Math.abs(delta)) / Math.max(Math.abs(total), 1e-300));
    return `${larger} of the ${requests.length} ${who} want neuron ${this.neuron + 1} brighter, ${requests.length - larger} dimmer. The loudest is ${one} ${most.name}, for ${way}. Added up, ${signed(total, 4)}: it should get ${end}, and the slope of its sigmoid lets ${share}% of that through.`;
  }

  /** Opens the request of one who asks; of nobody where another layer has just been chosen. */
  open(j: number): void {
    if (j >= this.worked.network.layers[this.layer].nOut) return;
    this.inspector.open({ kind: 'request', layer: this.layer + 1, j, k: this.neuron });
  }

  choose(layer: number): void {
    if (layer !== 1 && layer !== 2) return;
    if (layer !== this.layer) this.inspector.close();
    this.layer = layer;
  }

  get canReset(): boolean {
    return Object.keys(this.toLink()).length > 0 || this.inspector.isChanged;
  }

  reset(): void {
    this.layer = this.#start.layer ?? 2;
    this.inspector.reset();
  }

  toLink(): Record<string, string> {
    return this.layer === (this.#start.layer ?? 2) ? {} : { layer: String(this.layer) };
  }

  fromLink({ layer }: Readonly<Record<string, string>>): void {
    this.choose(Number(layer));
  }
}
