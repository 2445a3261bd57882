/** What must be there before any test runs, made from what is committed: the compiled kernel, the digits and the models of the page. */
import { makeDigits } from '../../src/commands/digit-files.ts';
import { makeKernel } from '../../src/commands/kernel-file.ts';
import { packModels } from '../../src/commands/packed-models.ts';

export function setup(): void {
  makeKernel();
  makeDigits();
  packModels();
}
