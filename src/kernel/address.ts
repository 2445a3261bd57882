/**
 * Where the kernel's program is: a file that the build makes beside this one, from assembly/. Who reads it is the caller's affair:
 * `fetch` in a page or a worker, commands/kernel-file.ts in Node.
 */
export const KERNEL_URL = new URL('./kernel.wasm', import.meta.url);
