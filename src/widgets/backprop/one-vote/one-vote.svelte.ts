import type { GivenDigit } from '@/digits/sheet.ts';
import { costOf, quadratic } from '@/network/cost.ts';
import { type Examples, targetsOf } from '@/network/examples.ts';
import { argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork, createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { createLearner } from '@/network/sgd.ts';
import { aNumeral, numeral } from '@/words/digits.ts';
import { manyOf, countedInWords } from '@/words/counts.ts';
import { decimal, oneOf, otherwise, whole } from '@/reader/codec.ts';

/** Who votes at each step: one digit alone, or one of each kind. */
export type Voters = 'one' | 'ten';
/** What the training begins with. */
export type Beginner = 'fresh' | 'trained';

export interface Start {
  readonly stage?: number;
  readonly voters?: Voters;
  readonly beginner?: Beginner;
  readonly eta?: number;
}

/** What the reader has chosen for the whole site. */
export interface Around {
  readonly trained: Network;
  readonly image: Float64Array;
  readonly label: number;
}

/** Steps of descent after which we look: close together at first, where the answers turn. */
export const STAGES: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 140, 200, 300,
];
export const ETAS = { min: 0.05, max: 5 };
const FIRST_ETA = 0.2;
const MOST_SEEDS = 999;

/** What a network answers to each of the digits, and how that costs. */
export interface Look {
  readonly answers: readonly number[];
  /** The score of each answer. */
  readonly scores: readonly number[];
  /** How many of the digits get each answer, 0 to 9. */
  readonly counts: readonly number[];
  readonly right: number;
  /** The mean cost of the digits … */
  readonly cost: number;
  /** … and of those that vote. */
  readonly own: number;
}

/** A network trained on one digit, or on one of each, and what it then makes of a hundred. */
export class OneVote {
  /** The hundred, ten of each, by kind. */
  readonly digits: readonly GivenDigit[];
  readonly #around: () => Around;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  #stage = $state(0);
  voters: Voters = $state('one');
  beginner: Beginner = $state('fresh');
  #eta = $state(FIRST_ETA);
  /** Which fresh network, from 1. */
  #seed = $state(1);
  isPlaying = $state(false);
  /** What has been worked out so far, and how to go on. */
  #known: {
    readonly key: readonly unknown[];
    readonly looks: Look[];
    readonly next: () => Look;
  } | null = null;

  constructor(digits: readonly GivenDigit[], around: () => Around, start: Start = {}) {
    this.digits = [...digits].sort(
      (one, other) => one.label - other.label || one.index - other.index,
    );
    this.#around = around;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get stage(): number {
    return this.#stage;
  }
  set stage(stage: number) {
    if (Number.isFinite(stage)) {
      this.#stage = Math.min(STAGES.length - 1, Math.max(0, Math.round(stage)));
    }
  }
  get eta(): number {
    return this.#eta;
  }
  set eta(eta: number) {
    if (Number.isFinite(eta)) this.#eta = Math.min(ETAS.max, Math.max(ETAS.min, eta));
  }
  get seed(): number {
    return this.#seed;
  }
  get label(): number {
    return this.#around().label;
  }

  /** The digits that vote, as examples. */
  get #examples(): Examples {
    const { image, label } = this.#around();
    const others = this.digits.filter(
      (digit, i) => digit.label !== label && this.digits[i - 1]?.label !== digit.label,
    );
    const pictures = this.voters === 'one' ? [image] : [image, ...others.map((d) => d.pixels)];
    const labels = this.voters === 'one' ? [label] : [label, ...others.map((d) => d.label)];
    const inputs = new Float64Array(784 * pictures.length);
    pictures.forEach((picture, i) => inputs.set(picture, 784 * i));
    return { count: pictures.length, inputs, full: 1, labels: Uint8Array.from(labels) };
  }

  /** What is seen at each stage, up to the one in force: later ones are worked out when somebody gets there. */
  get looks(): readonly Look[] {
    const { looks, next } = this.#training;
    while (looks.length <= this.#stage) looks.push(next());
    return looks.slice(0, this.#stage + 1);
  }

  get #training() {
    const { trained, image, label } = this.#around();
    const key = [trained, image, label, this.voters, this.beginner, this.#eta, this.#seed];
    if (this.#known?.key.every((part, i) => part === key[i])) return this.#known;
    const network =
      this.beginner === 'trained'
        ? cloneNetwork(trained)
        : createNetwork(trained.sizes, 'scaled', createRandom(this.#seed));
    const examples = this.#examples;
    const batch = Uint32Array.from(examples.labels.keys());
    const learner = createLearner(network, examples);
    const descent = { cost: quadratic, eta: this.#eta, miniBatch: batch.length, lambda: 0 };
    let done = 0;
    const looks: Look[] = [];
    const next = (): Look => {
      for (; done < STAGES[looks.length]; done++) learner.descend(batch, descent);
      return this.#look(network, examples);
    };
    this.#known = { key, looks, next };
    return this.#known;
  }
  get now(): Look {
    return this.looks[this.#stage];
  }
  get steps(): number {
    return STAGES[this.#stage];
  }

  #look(network: Network, examples: Examples): Look {
    const answers: number[] = [];
    const scores: number[] = [];
    const counts = Array<number>(10).fill(0);
    let [right, cost, own] = [0, 0, 0];
    for (const { pixels, label } of this.digits) {
      const pass = feedforward(network, pixels);
      const outputs = pass.activations[network.layers.length];
      const answer = argmax(outputs);
      answers.push(answer);
      scores.push(outputs[answer]);
      counts[answer]++;
      if (answer === label) right++;
      cost += costOf(outputs, targetsOf(label, 10)) / this.digits.length;
    }
    for (let i = 0; i < examples.count; i++) {
      const pass = feedforward(network, examples.inputs.subarray(784 * i, 784 * (i + 1)));
      own += costOf(scoresOf(pass), targetsOf(examples.labels[i], 10)) / examples.count;
    }
    return { answers, scores, counts, right, cost, own };
  }

  /** Another network to begin with, from chance. */
  another(): void {
    this.#seed = this.#seed >= MOST_SEEDS ? 1 : this.#seed + 1;
    this.beginner = 'fresh';
    this.#toStart();
  }

  choose(choice: { voters?: Voters; beginner?: Beginner }): void {
    this.voters = choice.voters ?? this.voters;
    this.beginner = choice.beginner ?? this.beginner;
    this.#toStart();
  }

  get words(): string {
    const { counts, right } = this.now;
    const most = argmax(counts);
    const who =
      this.voters === 'one'
        ? `on this ${numeral(this.label)} alone`
        : `on ten digits, one of each kind`;
    const when =
      this.steps === 0
        ? this.beginner === 'fresh'
          ? 'Fresh from chance, the network'
          : 'The trained network'
        : `After ${countedInWords(this.steps, 'step')} ${who}, it`;
    const all = this.digits.length;
    const says =
      counts[most] === all
        ? `calls every one of the ${all} digits ${aNumeral(most)}`
        : counts[most] >= all / 2
          ? `calls ${counts[most]} of the ${all} digits ${aNumeral(most)}`
          : `gives its commonest answer, ${numeral(most)}, to ${counts[most]} of the ${all}`;
    const good =
      counts[most] === all
        ? `and gets ${right} right: the ${manyOf(right, most)} among them.`
        : `and gets ${right} right.`;
    return `${when} ${says}, ${good}`;
  }

  /** How the two costs went since the start. */
  get costWords(): string {
    const { cost, own } = this.now;
    const voters = this.voters === 'one' ? `this ${numeral(this.label)}` : 'the ten that vote';
    return `Cost of ${voters}: ${own.toFixed(4)}. Mean cost of all hundred: ${cost.toFixed(4)}.`;
  }

  /** One digit of the hundred in words. */
  describe(i: number): string {
    const { label } = this.digits[i];
    const answer = this.now.answers[i];
    return `a ${label}, answered ${answer} with a score of ${this.now.scores[i].toFixed(2)}`;
  }

  get canReset(): boolean {
    return this.isPlaying || Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    this.#toStart();
    this.#seed = 1;
    this.voters = this.#start.voters ?? 'one';
    this.beginner = this.#start.beginner ?? 'fresh';
    this.#eta = this.#start.eta ?? FIRST_ETA;
    this.stage = this.#start.stage ?? 0;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      at: String(this.steps),
      votes: this.voters,
      from: this.beginner,
      eta: String(this.#eta),
      seed: String(this.#seed),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ at, votes, from, eta, seed }: Readonly<Record<string, string>>): void {
    const stage = STAGES.findIndex((steps) => String(steps) === at);
    if (stage >= 0) this.#stage = stage;
    this.voters = oneOf(votes, ['one', 'ten']) ?? this.voters;
    this.beginner = oneOf(from, ['fresh', 'trained']) ?? this.beginner;
    this.eta = decimal(eta, 4, 0, 10) ?? this.eta;
    this.#seed = whole(seed, 1, 999) ?? this.#seed;
  }

  #toStart(): void {
    this.#stage = 0;
    this.isPlaying = false;
  }
}
