import recorded from '../../../../public/models/comparison.json';
import { LOSSES } from '@/training/client.ts';
import { COMPARISON, type ComparisonPoint } from '@/training/comparison.ts';
import type { ComparisonOrder, ComparisonReport } from '@/training/comparison-server.ts';
import type { Spot } from '@/plot/charts/plot-frame.ts';
import { points as inPoints } from './train-and-test-words.ts';
import { percent, thousands } from '@/words/numbers.ts';
import { whole } from '@/reader/codec.ts';
import { type LinkTools, WorkerLink } from '@/training/worker-link.ts';

/** Seeds of the generator are whole numbers up to here. */
export const MOST_SEED = 9999;
/** Seconds that a worker which has its digits may be silent: far longer than the longest test takes on a phone. */
const PATIENCE = 20;

type Phase = 'recorded' | 'loading' | 'running' | 'done' | 'failed';

/** One network of the three: how many digits it learns from, and what it has reached. */
export interface Pupil {
  readonly count: number;
  readonly points: readonly ComparisonPoint[];
  readonly latest: ComparisonPoint | undefined;
}

/** What was measured when the site was made, by the same trainer on the same digits. */
const RECORDED: readonly ComparisonPoint[] = recorded.points;

/** Three networks trained on 100, 1,000 and 10,000 digits, and how they do on those and on new ones. */
export class TrainAndTest {
  readonly #link: WorkerLink<ComparisonOrder, ComparisonReport>;
  /** What the reader has put down for the next run. */
  seed = $state<number>(COMPARISON.seed);
  phase = $state<Phase>('recorded');
  points = $state.raw<readonly ComparisonPoint[]>(RECORDED);
  /** Whose points are shown. */
  shownSeed = $state<number>(COMPARISON.seed);
  message = $state('');
  seconds = $state(0);
  /** Whether the page has fetched the digits already. */
  hasDigits = $state(false);

  /** The seed that is put down at first. */
  readonly #first: number;

  constructor(tools: LinkTools, first: number = COMPARISON.seed) {
    this.#first = first;
    this.seed = first;
    this.#link = new WorkerLink(tools, {
      hear: (report) => {
        if (this.isBusy) this.#hear(report);
      },
      lose: (loss) => {
        this.hasDigits = false;
        if (this.isBusy) this.#fail(LOSSES[loss]);
      },
      patience: PATIENCE,
      isAwaited: () => this.phase === 'running',
    });
  }

  /** Bytes that the first run fetches. */
  get bytes(): number {
    return this.hasDigits ? 0 : recorded.bytes;
  }
  get isBusy(): boolean {
    return this.phase === 'loading' || this.phase === 'running';
  }
  get canReset(): boolean {
    return this.phase !== 'recorded' || this.seed !== this.#first;
  }
  get pupils(): readonly Pupil[] {
    return COMPARISON.counts.map((count) => {
      const points = this.points.filter((point) => point.count === count);
      return { count, points, latest: points.at(-1) };
    });
  }
  /** Whether the run that is shown came out as it did when the site was made; null where there is nothing to compare. */
  get isSameAgain(): boolean | null {
    if (this.phase !== 'done' || this.shownSeed !== COMPARISON.seed) return null;
    return JSON.stringify(this.points) === JSON.stringify(RECORDED);
  }

  /** Trains all three from the seed that is put down. Does nothing while it is at it. */
  start(): void {
    if (this.isBusy) return;
    this.seed = seedOf(this.seed);
    this.shownSeed = this.seed;
    this.points = [];
    this.message = '';
    this.phase = 'loading';
    if (this.#link.start()) this.#link.post({ seed: this.seed });
  }

  another(): void {
    this.seed = (seedOf(this.seed) % MOST_SEED) + 1;
    this.start();
  }

  /** Ends what is under way; what has come stays. */
  stop(): void {
    if (!this.isBusy) return;
    this.#dismiss();
    this.#fail('Stopped before its end.');
  }

  reset(): void {
    if (this.isBusy) this.#dismiss();
    this.phase = 'recorded';
    this.seed = this.#first;
    this.shownSeed = COMPARISON.seed;
    this.points = RECORDED;
    this.message = '';
    this.seconds = 0;
  }

  /** Lets the worker go; a later start hires another. */
  dispose(): void {
    this.#dismiss();
    if (this.isBusy) this.reset();
  }

  toLink(): Record<string, string> {
    return this.seed === this.#first ? {} : { seed: String(this.seed) };
  }
  fromLink({ seed }: Readonly<Record<string, string | undefined>>): void {
    const start = whole(seed, 0, 9999);
    if (start !== null) this.seed = seedOf(start);
  }

  /** Where things stand, in words. */
  get words(): string {
    switch (this.phase) {
      case 'loading':
        return 'The digits are on their way.';
      case 'running':
        return `Training, from seed ${this.shownSeed}.`;
      case 'failed':
        return this.message;
      case 'recorded':
        return `As it came out when this page was made, from seed ${this.shownSeed}. ${this.#gaps}${this.#waiting}`;
      case 'done':
        return `Trained and tested here in ${this.seconds.toFixed(1)} s, from seed ${this.shownSeed}. ${this.#gaps}${this.#again}`;
    }
  }

  get #gaps(): string {
    const [few, , many] = this.pupils.map(({ latest }) => latest);
    if (!few || !many) return '';
    return (
      `Of its own ${few.count} digits the first network reads ${percent(few.seen.accuracy)}, of new ones ${percent(few.test.accuracy)}: ` +
      `a gap of ${inPoints(few)}. With ${thousands(many.count)} to learn from the gap is ${inPoints(many)}.`
    );
  }
  /** A link brings a seed, and no curves: those it takes a training to see. */
  get #waiting(): string {
    return this.seed === this.shownSeed ? '' : ` Press Train to see seed ${this.seed}.`;
  }
  get #again(): string {
    if (this.isSameAgain === null) return '';
    return this.isSameAgain
      ? ' Same seed, same numbers: every one is as it was when this page was made.'
      : ' Some numbers differ from those of the page’s making: this browser trains with another engine.';
  }

  #hear(report: ComparisonReport): void {
    switch (report.kind) {
      case 'digits':
        this.hasDigits = true;
        this.phase = 'running';
        break;
      case 'point':
        this.points = [...this.points, report.point];
        break;
      case 'done':
        this.seconds = report.seconds;
        this.phase = 'done';
        return;
      case 'failed':
        this.#fail(report.message);
        return;
    }
  }

  #fail(message: string): void {
    this.phase = 'failed';
    this.message = `${message} Press Train to try again.`;
  }

  #dismiss(): void {
    this.#link.end();
    this.hasDigits = false;
  }
}

/** Anything as a seed: a whole number from 0 to 9999. */
function seedOf(value: number): number {
  return Number.isFinite(value)
    ? Math.min(MOST_SEED, Math.max(0, Math.round(value)))
    : COMPARISON.seed;
}

/** The lines of a plot: accuracy at each mark, marks equally far apart. */
export function lineOf(points: readonly ComparisonPoint[], set: 'seen' | 'test'): Spot[] {
  return points.map((point) => [COMPARISON.marks.indexOf(point.steps), point[set].accuracy]);
}
