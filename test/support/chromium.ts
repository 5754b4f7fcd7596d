import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import usualPaths from './chromium-paths.json';

// Quiet: nothing but the pages under test may use the network.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine: the one that `CHROMIUM` names, else where systems usually put it. */
export function launchChromium(): Promise<Browser> {
  const paths = process.env.CHROMIUM ? [process.env.CHROMIUM] : usualPaths;
  const executablePath = paths.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`No Chromium at ${paths.join(', ')}: bin/setup installs it, or CHROMIUM names its path`);
  return chromium.launch({ executablePath, args: FLAGS });
}
