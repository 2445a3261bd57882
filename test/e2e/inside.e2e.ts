import { expect, test } from './fixtures.ts';

test('a bet opens the answer below it, and a dot takes its neuron @phone', async ({ page }) => {
  await page.goto('/looking-inside/#bet-revealed');
  const figure = page.locator('#bet-revealed');
  await figure.scrollIntoViewIfNeeded();
  const plot = figure.getByRole('img', { name: /^Each neuron of layer 1/ });
  await expect(plot).toBeHidden();
  const before = await figure.evaluate((whole) => whole.getBoundingClientRect().height);

  await figure.getByRole('radio', { name: 'Whole digits' }).tap();
  await expect(plot).toBeVisible();
  expect(await figure.evaluate((whole) => whole.getBoundingClientRect().height)).toBeGreaterThan(
    before,
  );
  const heading = figure.getByRole('heading', { name: /^What neuron \d+ is likest to/ });
  const begun = await heading.textContent();
  const dots = figure.locator('.dot');
  await expect(dots).toHaveCount(16);
  // The dot that is farthest from all others: dots may lie over each other.
  const j = await dots.evaluateAll((all) => {
    const places = all.map((dot) => dot.getBoundingClientRect());
    const room = places.map((one) =>
      Math.min(
        ...places.filter((other) => other !== one).map((o) => Math.hypot(o.x - one.x, o.y - one.y)),
      ),
    );
    return room.indexOf(Math.max(...room));
  });
  await dots.nth(j).tap({ force: true });
  await expect(heading).toContainText(`neuron ${j + 1} `);
  expect(begun).not.toContain(`neuron ${j + 1} `);
});
