/** Memory from AssemblyScript's own allocator, in whole cache lines. Running out of it is a trap, which the caller catches. */

const LINE: usize = 64;

/** Bytes of zeros, from an address that starts a cache line. The line after them may be read, so vectors may run over the end. */
export function reserve(bytes: usize): usize {
  const block = heap.alloc(bytes + 3 * LINE);
  const start = (block + 2 * LINE - 1) & ~(LINE - 1); // leaves room for one address before it
  store<usize>(start - sizeof<usize>(), block);
  memory.fill(start, 0, bytes);
  return start;
}

/** Gives back what `reserve` gave. */
export function release(start: usize): void {
  heap.free(load<usize>(start - sizeof<usize>()));
}
