import { build } from 'vite';

/** A TypeScript module with all that it imports, as one JavaScript module for a browser. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'program' } },
  });
  const [output] = [built].flat();
  if (!('output' in output)) throw new Error('Vite built no bundle.');
  return output.output[0].code;
}
