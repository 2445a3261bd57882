import type { Page } from '@playwright/test';
import { act, actsOf } from './acts.ts';
import { type Clause, filled, none, ready } from './protocol.ts';

/** How long an announcement may wait for the hand to rest, in milliseconds. */
const REST = 450;

/**
 * A question asked before the answer (`data-guess`) keeps the answer (`data-answer`) to itself until something was guessed; the verdict is
 * a sentence in the place kept for it, and is spoken; whoever changes afterwards what was asked about has not guessed at that.
 */
export const guess: Clause = {
  name: 'keeps the answer until one has guessed, and says then whether it was right',
  daily: 'none',
  isLive: true,
  async check(page) {
    await ready(page);
    await filled(page);
    const questions = page.locator('[data-specimen] [data-guess]');
    for (let i = 0; i < (await questions.count()); i++) {
      await page.evaluate(() => document.dispatchEvent(new Event('workbench:remount')));
      await filled(page);
      none(await page.evaluate(told, { question: i, isGuessed: false, rest: 0 }), 'Before a guess');
      const answers = await questions.nth(i).getByRole('radio').count();
      for (let answer = 0; answer < answers; answer++) {
        await questions
          .nth(i)
          .getByRole('radio')
          .nth(answer)
          .evaluate((one: HTMLElement) => one.click());
        none(
          await page.evaluate(told, { question: i, isGuessed: true, rest: REST }),
          'After a guess',
        );
      }
      none(await changed(page, i), 'After a guess and every change there is');
    }
  },
};

/**
 * Does to the widget what is no answer to a question, one after the other until the guess is withdrawn: not everything that one does
 * changes what was asked about. @returns what is wrong after all of it
 */
async function changed(page: Page, question: number): Promise<string[]> {
  const isAnswer = await page.evaluate(() =>
    window.contract.controls().map((one) => one.closest('[data-guess]') !== null),
  );
  let found = [`beside question ${question + 1} there is nothing that could be changed`];
  for (const one of await actsOf(page, 100)) {
    if (isAnswer[one.index] || !(await act(page, one))) continue;
    await filled(page);
    found = await page.evaluate(told, { question, isGuessed: false, rest: 0 });
    if (found.length === 0) break;
  }
  return found;
}

declare global {
  interface Window {
    /** How high the question stood before anything was guessed. */
    questionHeight: number;
  }
}

/** What is not as it should be with a question, before a guess or after one. */
async function told(plan: {
  question: number;
  isGuessed: boolean;
  rest: number;
}): Promise<string[]> {
  const frame = window.contract.frame();
  const question = [...frame.querySelectorAll('[data-guess]')][plan.question];
  const verdict = question.querySelector('.verdict')?.textContent.trim() ?? '';
  const shown = [...frame.querySelectorAll('[data-answer]')].filter((one) => one.checkVisibility());
  const { height } = question.getBoundingClientRect();
  const found: string[] = [];
  if (!plan.isGuessed) {
    window.questionHeight = height;
    if (verdict !== '') found.push(`the verdict says '${verdict}'`);
    if (question.querySelector(':checked') !== null) found.push('an answer is chosen');
    return [
      ...found,
      ...shown.map((one) => `the answer is on show: ${window.contract.nameOf(one)}`),
    ];
  }
  if (!/^[A-Z0-9].*[.!]$/su.test(verdict)) found.push(`the verdict is no sentence: '${verdict}'`);
  if (Math.abs(height - window.questionHeight) > 2)
    found.push(
      `the verdict takes ${Math.round(height - window.questionHeight)} px that were not kept for it`,
    );
  await new Promise((go) => setTimeout(go, plan.rest));
  const spoken = [...question.querySelectorAll('[role=status]')].map((one) =>
    one.textContent.trim(),
  );
  if (!spoken.includes(verdict)) found.push(`it is not spoken: '${verdict}'`);
  return found;
}
