/**
 * node src/commands/pack-models.ts: gzips the models that the page fetches, as public/models/recogniser.packed and so on. Few hosts
 * compress safetensors on their own, and an ending of no meaning keeps those that do from doing it twice. The build and the tests run it.
 */
import { packModels } from './packed-models.ts';

packModels();
