/** What was wrong with a model file, for a program to tell apart. The message says it in words. */
export type ModelFileReason =
  | 'not-a-model' // neither a safetensors file nor the JSON of a network, or a network of another kind
  | 'too-large' // more bytes than we take
  | 'truncated' // the file ends before what it announced
  | 'bad-json' // not JSON, too deeply nested, or with a key given twice
  | 'bad-header' // JSON, but not a safetensors header
  | 'overlapping' // two tensors share bytes
  | 'holes' // bytes that belong to no tensor
  | 'unknown-dtype' // a number format that we do not read, or not there
  | 'wrong-shape' // sizes, shapes or lengths that do not fit each other
  | 'missing-tensor' // a weight, bias or scale that should be there
  | 'unknown-tensor' // a tensor that no network of ours has
  | 'not-finite' // NaN or Infinity, or something that is no number
  | 'out-of-range'; // a number too large for single precision or for the format to be written

/** The one error of everything in `files`: a file that is no model of ours, or a network that does not fit into a format. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly reason: ModelFileReason;

  constructor(reason: ModelFileReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A value from a file as a message may quote it: as JSON, and cut short. */
export function quote(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
