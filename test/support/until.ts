import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when the question is answered with yes: asked again and again, as there is nobody to tell. */
export async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  // Now and then, for the core that it would keep busy is the one on which the answer is made.
  while (!(await question())) await sleep(5);
}
