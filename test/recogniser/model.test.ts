import { describe, expect, it } from 'vitest';
import { ModelFileError, readModel, writeJson, writeSafetensors } from '../../src/network/files.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { ModelLoadError, loadModel } from '../../src/recogniser/model.ts';

const URL_OF_MODEL = '/models/recogniser.safetensors';

function file(...sizes: number[]): Uint8Array<ArrayBuffer> {
  return writeSafetensors(createNetwork(sizes, 'scaled', createRandom(1)), 'F32');
}

const model = file(784, 16, 10);

/** A server that answers each request with the next of its answers, or fails where that is an error; it keeps the addresses. */
function server(...answers: (Response | Error)[]): {
  fetch: typeof globalThis.fetch;
  asked: string[];
} {
  const asked: string[] = [];
  const waiting = [...answers];
  return {
    asked,
    fetch: (url) => {
      asked.push(url instanceof Request ? url.url : url.toString());
      const answer = waiting.shift() ?? new Error('asked too often');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

/** An answer that breaks off before its end. */
function broken(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(model.slice(0, 100));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body);
}

async function errorOf(load: Promise<unknown>): Promise<unknown> {
  return load.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('loadModel', () => {
  it('gives the network of the file, asked for once', async () => {
    const { fetch, asked } = server(new Response(model));
    expect(await loadModel(fetch, URL_OF_MODEL)).toEqual(readModel(model));
    expect(asked).toEqual([URL_OF_MODEL]);
  });

  it.each<
    [
      what: string,
      answer: () => Response | Error,
      says: string,
      cause?: new (...args: never) => Error,
    ]
  >([
    ['is not there', () => new Response('Not found', { status: 404 }), 'The server answered 404.'],
    ['is refused', () => new Response(model, { status: 503 }), 'The server answered 503.'],
    [
      'does not come',
      () => new TypeError('Failed to fetch'),
      'The download did not finish.',
      TypeError,
    ],
    ['breaks off on the way', broken, 'The download did not finish.', TypeError],
    [
      'is a page',
      () => new Response('<!doctype html><title>Sign in</title>'),
      'What arrived is not a model.',
      ModelFileError,
    ],
    [
      'is JSON',
      () => new Response(writeJson(readModel(model))),
      'What arrived is not a model.',
      ModelFileError,
    ],
    ['is empty', () => new Response(''), 'What arrived is not a model.', ModelFileError],
    [
      'is cut short',
      () => new Response(model.slice(0, -4)),
      'What arrived is not a model.',
      ModelFileError,
    ],
    [
      'takes other pictures',
      () => new Response(file(100, 10)),
      'A recogniser takes 784 numbers and gives 10; this model has 100-10.',
    ],
    [
      'gives other scores',
      () => new Response(file(784, 16, 26)),
      'A recogniser takes 784 numbers and gives 10; this model has 784-16-26.',
    ],
  ])(
    'says so in plain words when the file %s, and loads it at the next try',
    async (_, answer, says, cause) => {
      const { fetch, asked } = server(answer(), new Response(model));
      const error = await errorOf(loadModel(fetch, URL_OF_MODEL));
      expect(error).toBeInstanceOf(ModelLoadError);
      expect(error).toHaveProperty('message', says);
      if (cause) expect((error as Error).cause).toBeInstanceOf(cause);
      expect(await loadModel(fetch, URL_OF_MODEL)).toEqual(readModel(model));
      expect(asked).toHaveLength(2);
    },
  );

  it('says so too when fetch itself throws', async () => {
    const throws = (): never => {
      throw new TypeError('not a URL');
    };
    const error = await errorOf(loadModel(throws, 'http://'));
    expect(error).toEqual(new ModelLoadError('The download did not finish.'));
  });
});
