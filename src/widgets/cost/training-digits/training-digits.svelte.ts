import type { Rated } from './rated-digits.ts';
import { thousands } from '@/words/numbers.ts';
import { aNumeral } from '@/words/digits.ts';
import { NONE, oneOf, otherwise, whole } from '@/reader/codec.ts';

export type Order = 'set' | 'worst';

export interface Start {
  /** Only digits of this label, 0 to 9. */
  readonly label?: number;
  readonly order?: Order;
  /** From 0. */
  readonly page?: number;
}

/** Digits on a page. */
export const PAGE = 100;

/** A thousand labelled digits to look through: by label, in the set's order or the most costly first. */
export class TrainingDigits {
  readonly #start: Start;
  readonly #rated: readonly Rated[];
  label: number | null = $state(null);
  order: Order = $state('set');
  /** The page asked for, from 0. */
  #page = $state(0);
  /** The cell pointed at, on this page. */
  cell: number | null = $state(null);

  readonly #found: readonly Rated[] = $derived.by(() => {
    const { label, order } = this;
    const found = this.#rated.filter(({ digit }) => label === null || digit.label === label);
    return order === 'set' ? found : found.sort((one, other) => other.cost - one.cost);
  });

  constructor(rated: readonly Rated[], start: Start = {}) {
    this.#start = start;
    this.#rated = rated;
    this.reset();
  }

  get found(): readonly Rated[] {
    return this.#found;
  }
  get pages(): number {
    return Math.max(1, Math.ceil(this.#found.length / PAGE));
  }
  get page(): number {
    return Math.min(this.#page, this.pages - 1);
  }
  get shown(): readonly Rated[] {
    return this.#found.slice(this.page * PAGE, (this.page + 1) * PAGE);
  }
  get pointed(): Rated | null {
    return this.cell === null ? null : (this.shown[this.cell] ?? null);
  }
  /** The most costly of those found. */
  get worst(): Rated {
    return this.#found.reduce((one, other) => (other.cost > one.cost ? other : one));
  }

  filter(label: number | null): void {
    this.label = label;
    this.#page = 0;
    this.cell = null;
  }

  sort(order: Order): void {
    this.order = order;
    this.#page = 0;
    this.cell = null;
  }

  /** Another page; one beyond the ends changes nothing. */
  turn(by: number): void {
    const to = this.page + by;
    if (to < 0 || to >= this.pages) return;
    this.#page = to;
    this.cell = null;
  }

  /** A digit in words. */
  describe({ digit, cost, read }: Rated): string {
    const reads = read === digit.label ? 'read rightly' : `read as ${aNumeral(read)}`;
    return `${digit.label}, digit ${digit.index} of the set: ${reads}, cost ${cost.toFixed(4)}`;
  }

  get words(): string {
    const { found, label, worst } = this;
    const wrong = found.filter(({ digit, read }) => read !== digit.label).length;
    const mean = found.reduce((sum, { cost }) => sum + cost, 0) / found.length;
    const whose = label === null ? 'digits' : `digits labelled ${label}`;
    return `${thousands(found.length)} ${whose}, each with what its writer meant. The trained network gets ${wrong === 0 ? 'none' : wrong} of them wrong; their mean cost is ${mean.toFixed(4)}. The most costly is digit ${worst.digit.index}, ${aNumeral(worst.digit.label)} that it reads as ${aNumeral(worst.read)}: ${worst.cost.toFixed(4)}.`;
  }

  get canReset(): boolean {
    const { label = null, order = 'set', page = 0 } = this.#start;
    return (
      this.label !== label || this.order !== order || this.#page !== page || this.cell !== null
    );
  }

  reset(): void {
    const { label = null, order = 'set', page = 0 } = this.#start;
    this.label = label;
    this.order = order;
    this.#page = page;
    this.cell = null;
  }

  toLink(): Record<string, string> {
    const { label = null, order = 'set', page = 0 } = this.#start;
    return otherwise(
      {
        label: String(this.label ?? NONE),
        order: this.order,
        page: String(this.page + 1),
      },
      { label: String(label ?? NONE), order, page: String(page + 1) },
    );
  }

  fromLink({ label, order, page }: Readonly<Record<string, string>>): void {
    this.label = label === NONE ? null : (whole(label, 0, 9) ?? this.label);
    this.order = oneOf(order, ['set', 'worst']) ?? this.order;
    const turned = whole(page, 1, this.pages);
    if (turned !== null) this.#page = turned - 1;
  }
}
