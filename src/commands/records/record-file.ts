import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes what was measured to FOLDER/NAME.json, a list of numbers a line. */
export function writeRecord(folder: string, name: string, record: unknown): void {
  const text = JSON.stringify(record, null, 1).replace(/\[[\d\s.,e-]+\]/g, (list) =>
    list.replace(/\s+/g, ''),
  );
  const file = path.join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${text}\n`);
  console.log(`${name}: wrote ${file}`);
}
