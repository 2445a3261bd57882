/**
 * One fault for each clause of the contract, and more where a clause promises several things. Each is a small change to the flawless
 * specimen (faulty/flawless.html): what stands at a `FAULT` mark, or an exchange of some of its text.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What is put in: at the marks of that name, or in the place of a text. */
export interface Fault {
  readonly name: string;
  /** The clause that must catch it, by its name in clauses.ts. */
  readonly clause: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
}

const MARKUP = '<!-- FAULT: markup -->';
const STYLE = '/* FAULT: style */';
const MOUNT = '// FAULT: mount';
const HYDRATE = '// FAULT: hydrate';
const MOTION = 'still /* FAULT: motion */';

/** A question to guess at, what judges the guess, and what withdraws it. */
const QUESTION =
  '<fieldset data-guess><legend>Guess: is it odd?</legend><label><input type="radio" name="odd" />Yes</label><label><input type="radio" name="odd" />No</label><p class="verdict" style="min-block-size: 40px"></p><p role="status"></p></fieldset>';
const JUDGE =
  'const guess = widget.querySelector("[data-guess]"); const tell = (words) => { for (const p of guess.querySelectorAll("p")) p.textContent = words; }; guess.addEventListener("change", () => tell("It is odd: 3."));';
const WITHDRAW =
  'slider.addEventListener("input", () => { tell(""); for (const one of guess.querySelectorAll("input")) one.checked = false; });';

const flawless = readFileSync(path.join(import.meta.dirname, 'faulty/flawless.html'), 'utf8');

/** The flawless specimen with a fault put in, or as it is. @throws Error where the fault finds no place */
export function page(fault?: Fault): string {
  return (fault?.changes ?? []).reduce((html, [from, to]) => {
    if (!html.includes(from)) throw new Error(`The specimen holds no ${from}`);
    return html.replace(from, () => to);
  }, flawless);
}

export const faults: readonly Fault[] = [
  {
    name: 'the server sends NaN',
    clause: 'server',
    // Both sides agree, and the first event mends it.
    changes: [
      ['The sum is 3.</output>', 'The sum is <b title="NaN">3</b>.</output>'],
      [MOUNT, 'output.textContent = "The sum is 3.";'],
    ],
  },
  {
    name: 'a canvas has no picture in its place',
    clause: 'server',
    changes: [[MARKUP, '<span><canvas width="20" height="20"></canvas></span>']],
  },
  {
    name: 'the browser begins with another text than the server sent',
    clause: 'hydration',
    changes: [[HYDRATE, 'frame.querySelector("output").textContent = "The sum is 3,0.";']],
  },
  {
    name: 'it warns while it is hydrated',
    clause: 'hydration',
    changes: [[HYDRATE, 'console.warn("https://svelte.dev/e/hydration_mismatch");']],
  },
  {
    name: 'it throws at a pointer that is cancelled',
    clause: 'randomInput',
    changes: [
      [MOUNT, 'widget.addEventListener("pointercancel", () => { throw new Error("lost"); });'],
    ],
  },
  {
    name: 'it says NaN where a field is emptied',
    clause: 'randomInput',
    changes: [
      [MARKUP, '<label>Times <input class="times" type="number" value="2" /></label>'],
      [
        MOUNT,
        'const times = widget.querySelector(".times"); times.addEventListener("input", () => { output.textContent = `The sum is ${parseFloat(times.value)}.`; }); reset.addEventListener("click", () => { times.value = "2"; });',
      ],
    ],
  },
  {
    name: 'it makes an attribute of a drawing undefined',
    clause: 'randomInput',
    changes: [
      [
        MOUNT,
        'play.addEventListener("keydown", () => widget.querySelector("rect").setAttribute("x", [][0]));',
      ],
    ],
  },
  {
    name: 'Reset forgets the slider',
    clause: 'reset',
    changes: [
      [
        '          show(3);',
        '          output.textContent = "The sum is 3."; widget.querySelector(".picture").innerHTML = pictureOf(3);',
      ],
    ],
  },
  {
    name: 'it has no Reset and no reason',
    clause: 'reset',
    changes: [['class="reset">Reset<', 'class="reset">Back<']],
  },
  {
    name: 'a button is passed over by Tab',
    clause: 'keyboard',
    changes: [['class="play">', 'class="play" tabindex="-1">']],
  },
  {
    name: 'the focus cannot be seen',
    clause: 'keyboard',
    changes: [[STYLE, '.play:focus-visible { outline: none; }']],
  },
  {
    name: 'the focus is trapped',
    clause: 'keyboard',
    changes: [
      [
        MOUNT,
        'reset.addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });',
      ],
    ],
  },
  {
    name: 'only a mouse can press it',
    clause: 'keyboard',
    changes: [[MARKUP, '<span style="cursor: pointer">More</span>']],
  },
  {
    name: 'text is pale',
    clause: 'axe',
    changes: [[STYLE, 'output { color: light-dark(#ccc, #444); }']],
  },
  {
    name: 'text is pale in the dark alone',
    clause: 'axe',
    changes: [[STYLE, 'output { color: light-dark(#000, #444); }']],
  },
  {
    name: 'targets are too small',
    clause: 'axe',
    changes: [
      [
        STYLE,
        'button { display: block; min-block-size: 12px; block-size: 12px; padding: 0; border: 0; }',
      ],
    ],
  },
  {
    name: 'it moves though no motion is wanted',
    clause: 'motion',
    changes: [
      [
        STYLE,
        '@keyframes turn { to { rotate: 1turn; } } .picture { animation: turn 20s infinite; }',
      ],
    ],
  },
  {
    name: 'Play goes on though no motion is wanted',
    clause: 'motion',
    changes: [
      [MOTION, 'false'],
      [
        'setInterval(() => (count < 9 ? show(count + 1) : clearInterval(timer)), 100)',
        'setInterval(() => show((count + 1) % 10), 100)',
      ],
    ],
  },
  {
    name: 'it is too wide for a narrow screen',
    clause: 'width',
    changes: [[STYLE, '.picture { inline-size: 400px; }']],
  },
  {
    name: 'it scrolls sideways by itself',
    clause: 'width',
    changes: [[STYLE, '.picture { overflow-x: auto; } .picture svg { inline-size: 400px; }']],
  },
  {
    name: 'listeners stay behind',
    clause: 'leaks',
    changes: [[MOUNT, 'addEventListener("resize", () => show(count));']],
  },
  {
    name: 'a worker stays behind',
    clause: 'leaks',
    changes: [[MOUNT, 'new Worker("/nothing.js");']],
  },
  {
    name: 'a handle dies, for nothing inside a picture heeds touch-action',
    clause: 'touch',
    changes: [
      [
        MOUNT,
        'const box = widget.querySelector(".picture"); box.insertAdjacentHTML("beforebegin", `<svg width="300" height="60"><rect class="handle" role="slider" tabindex="0" aria-label="Handle" aria-valuemin="0" aria-valuemax="300" aria-valuenow="40" x="20" y="10" width="40" height="40" style="touch-action: none"/></svg>`); const handle = widget.querySelector(".handle"); handle.addEventListener("pointerdown", ({ pointerId }) => handle.setPointerCapture(pointerId)); handle.addEventListener("pointermove", ({ clientX }) => { handle.setAttribute("x", String(clientX)); handle.setAttribute("aria-valuenow", String(clientX)); });',
      ],
    ],
  },
  {
    name: 'a picture as wide as the page traps a swipe',
    clause: 'touch',
    changes: [
      [
        STYLE,
        '.picture { touch-action: none; } .picture svg { inline-size: 100%; block-size: 200px; }',
      ],
    ],
  },
  {
    name: 'a list that scrolls by itself swallows a swipe',
    clause: 'touch',
    changes: [
      [
        MARKUP,
        '<span role="grid" tabindex="0" aria-label="Many" style="display: block; block-size: 200px; overflow-y: auto"><span style="display: block; block-size: 2000px"></span></span>',
      ],
    ],
  },
  {
    name: 'a finger that scrolls past changes it',
    clause: 'touch',
    changes: [
      [STYLE, '.picture svg { inline-size: 100%; block-size: 200px; }'],
      [
        MOUNT,
        'widget.querySelector(".picture").addEventListener("pointerdown", () => show((count + 1) % 10));',
      ],
    ],
  },
  {
    name: 'the sentence follows late',
    clause: 'live',
    changes: [
      [
        '          output.textContent = `The sum is ${n}.`;',
        '          setTimeout(() => (output.textContent = `The sum is ${n}.`), 260);',
      ],
    ],
  },
  {
    name: 'it grows while one drags',
    clause: 'still',
    changes: [
      [
        MOUNT,
        'slider.addEventListener("input", () => (output.style.blockSize = `${20 + 5 * count}px`));',
      ],
      [STYLE, 'output { display: block; }'],
    ],
  },
  {
    name: 'what opens pushes away what was pressed',
    clause: 'still',
    changes: [
      [MARKUP, '<button type="button" class="number">3</button>'],
      [
        MOUNT,
        'widget.querySelector(".number").addEventListener("click", () => widget.insertAdjacentHTML("afterbegin", "<p>Opened.</p>"));',
      ],
    ],
  },
  {
    name: 'a product is not that of the numbers beside it',
    clause: 'sums',
    changes: [[MARKUP, '<span>so 0.5 × 0.996 = 0.499.</span>']],
  },
  {
    name: 'a square is not that of its number once the slider has moved',
    clause: 'sums',
    changes: [
      [MARKUP, '<span class="square">3² = 9</span>'],
      [
        MOUNT,
        'slider.addEventListener("input", () => (widget.querySelector(".square").textContent = `${count}² = 9`));',
      ],
    ],
  },
  {
    name: 'its link forgets the slider',
    clause: 'link',
    changes: [["url.searchParams.set('specimen.n', String(count));", '']],
  },
  {
    name: 'what was entered before it woke is thrown away',
    clause: 'early',
    changes: [[HYDRATE, 'slider0.value = "3";']],
  },
  {
    name: 'a verdict outlives the change of what it was about',
    clause: 'guess',
    changes: [
      [MARKUP, QUESTION],
      [MOUNT, JUDGE],
    ],
  },
  {
    name: 'the answer is on show before the guess',
    clause: 'guess',
    changes: [
      [MARKUP, `${QUESTION}<b data-answer>odd</b>`],
      [MOUNT, `${JUDGE} ${WITHDRAW}`],
    ],
  },
  {
    name: 'a verdict is not spoken',
    clause: 'guess',
    changes: [
      [MARKUP, QUESTION.replace(' role="status"', '')],
      [MOUNT, `${JUDGE} ${WITHDRAW}`],
    ],
  },
];
