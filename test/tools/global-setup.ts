/** What must be there before any test runs, made from what is committed: the compiled kernel, the digits and the models of the page. */
import type { TestProject } from 'vitest/node';
import { makeBench } from '../../src/commands/bench-files.ts';
import { makeDigits } from '../../src/commands/digit-files.ts';
import { makeInk } from '../../src/commands/ink-files.ts';
import { makeKernel } from '../../src/commands/kernel-file.ts';
import { packModels } from '../../src/commands/packed-models.ts';
import { SEED } from './seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of everything random in a run: see seed.ts. A test in a browser cannot ask the environment for it. */
    seed: number;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('seed', SEED);
  makeKernel();
  makeDigits();
  makeInk();
  packModels();
  await makeBench();
}
