import { type Reader, useReader } from '../../reader/reader.svelte.ts';
import { type Lesson, lessonOf } from './lesson.ts';

/** What the reader chose, as the figures of this chapter see it. All getters: it follows the reader, on the server too. */
export class Chosen {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  get networkName(): string {
    return this.reader.networkName;
  }
  /** 'this 3', 'your drawing'. */
  get digitName(): string {
    return this.reader.source === 'drawing' ? 'your drawing' : `this ${this.reader.digit.label}`;
  }
  /** What the digit in force was meant to be; a drawing stands in for the digit chosen before. */
  get label(): number {
    return this.reader.digit.label;
  }
  get lesson(): Lesson {
    return lessonOf(this.reader.network, this.reader.image, this.label);
  }
}

/** Called while a component is created. */
export function useLesson(): Chosen {
  return new Chosen(useReader());
}
