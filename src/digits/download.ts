/** An error with a message for the reader. */
type Failure = new (message: string, options?: ErrorOptions) => Error;

/** Thrown by a request when nothing comes any more; its message is for the reader. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}

/**
 * The bytes of one of the site's own files.
 * @param ask asks for it
 * @throws Failure with a plain message, when the server has no such file or the download breaks off or stands still
 */
export async function download(
  ask: () => Promise<Response>,
  Failure: Failure,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await ask();
    if (!response.ok) throw new Failure(`The server answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const why = cause instanceof StalledError ? cause.message : 'The download did not finish.';
    throw new Failure(why, { cause });
  }
}
