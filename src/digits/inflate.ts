/** Thrown when bytes are not what the site packed; says what came and what was expected. */
export class PackedError extends Error {
  override readonly name = 'PackedError';
}

/** Unzips what is gzipped, and leaves be what a host unzipped already. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new PackedError('Expected gzipped bytes; they are cut short or damaged.', { cause });
  }
}
