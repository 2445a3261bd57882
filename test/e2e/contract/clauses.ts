/** The contract that every figure keeps, clause by clause, in the order that they are tried. */
import { axe } from './axe.ts';
import { early } from './early.ts';
import { guess } from './guess.ts';
import { hydration } from './hydration.ts';
import { keyboard } from './keyboard.ts';
import { leaks } from './leaks.ts';
import { link } from './link.ts';
import { live } from './live.ts';
import { motion } from './motion.ts';
import type { Clause } from './protocol.ts';
import { randomInput } from './random-input.ts';
import { reset } from './reset.ts';
import { server } from './server.ts';
import { still } from './still.ts';
import { sums } from './sums.ts';
import { touch } from './touch.ts';
import { width } from './width.ts';

export const clauses: Readonly<Record<string, Clause>> = {
  server,
  hydration,
  keyboard,
  axe,
  width,
  touch,
  live,
  still,
  sums,
  guess,
  link,
  early,
  leaks,
  randomInput,
  reset,
  motion,
};
