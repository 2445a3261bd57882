/**
 * Writes the `d` of an SVG path, each place said from the one before: this packs to half of what places on the page do, and the server's
 * pages hold thousands of them. (d3's own paths know places only.)
 */
export class RelativePath {
  /** Into how many parts a pixel is cut; what is written is whole parts, so that no error adds up along the way. */
  readonly #parts: number;
  #d = '';
  #x = 0;
  #y = 0;

  constructor(parts: number) {
    this.#parts = parts;
  }

  toString(): string {
    return this.#d;
  }

  moveTo(x: number, y: number): void {
    this.#goTo(x, y);
    this.#d += `M${this.#x / this.#parts} ${this.#y / this.#parts}`;
  }

  lineTo(x: number, y: number): void {
    this.#d += `l${this.#from(x, y)}`;
    this.#goTo(x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#d += `c${this.#from(x1, y1)} ${this.#from(x2, y2)} ${this.#from(x, y)}`;
    this.#goTo(x, y);
  }

  closePath(): void {
    this.#d += 'z';
  }

  #goTo(x: number, y: number): void {
    this.#x = Math.round(this.#parts * x);
    this.#y = Math.round(this.#parts * y);
  }

  #from(x: number, y: number): string {
    const right = Math.round(this.#parts * x) - this.#x;
    const down = Math.round(this.#parts * y) - this.#y;
    return `${right / this.#parts} ${down / this.#parts}`;
  }
}
