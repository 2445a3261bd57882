/** An error with a message for the reader. */
type Failure = new (message: string, options?: ErrorOptions) => Error;

/**
 * The bytes of one of the site's own files.
 * @param ask asks for it
 * @throws Failure with a plain message, when the server has no such file or the download breaks off
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
    throw new Failure('The download did not finish.', { cause });
  }
}
