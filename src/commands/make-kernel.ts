/** Compiles the kernel for the page. The build runs it before anything else: node src/commands/make-kernel.ts */
import { makeKernel } from './kernel-file.ts';

makeKernel();
