import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KERNEL_URL } from '../kernel/address.ts';

const kernel = fileURLToPath(KERNEL_URL);
const sources = path.join(path.dirname(kernel), 'assembly');
const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');

/** Vectors, every optimisation, memory that can be given back, and no way for the program to call out. */
const OPTIONS =
  '-O3 --noAssert --enable simd --runtime minimal --use abort= --disableWarning 112'.split(' ');

/** Whether the kernel was compiled after all that it is made from last changed. */
function isFresh(): boolean {
  const made = statSync(kernel, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const from = readdirSync(sources).map((name) => path.join(sources, name));
  return [...from, compiler, import.meta.filename].every((file) => statSync(file).mtimeMs < made);
}

/**
 * Compiles the kernel, src/kernel/assembly to src/kernel/kernel.wasm, where it is missing or older than its sources.
 * @throws Error with the compiler's own words on the terminal
 */
export function makeKernel(): void {
  if (isFresh()) return;
  const draft = `${kernel}.${process.pid}`; // two may be at it at once: each puts a whole file in its place
  execFileSync(
    process.execPath,
    [compiler, path.join(sources, 'index.ts'), '-o', draft, ...OPTIONS],
    {
      stdio: 'inherit',
    },
  );
  renameSync(draft, kernel);
}

/** The kernel's program for startKernel, compiled first where it must be. */
export function readKernel(): Uint8Array<ArrayBuffer> {
  makeKernel();
  return new Uint8Array(readFileSync(kernel));
}
