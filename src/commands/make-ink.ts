/**
 * node src/commands/make-ink.ts: counts in how many of MNIST's training digits each pixel has ink, and writes public/digits/ink.json. The
 * build and the tests run it.
 */
import { makeInk } from './ink-files.ts';

makeInk();
