/** What must be there before any test runs: the compiled kernel. */
export { makeKernel as setup } from '../../src/commands/kernel-file.ts';
