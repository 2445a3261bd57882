import { expect } from 'vitest';
import { ModelFileError, type ModelFileReason } from '../../../src/network/files.ts';

/** Expects a ModelFileError for this reason, whose message holds these words. */
export function expectRefusal(act: () => unknown, reason: ModelFileReason, message: string): void {
  expect(act).toThrow(ModelFileError);
  expect(act).toThrow(expect.objectContaining({ reason }));
  expect(act).toThrow(message);
}
