// Prints each promise with whether it is held: node verdict.mjs loads.json. Exit 1 where one is not.
import { readFileSync } from 'node:fs';
import { median } from './lib.mjs';

const loads = JSON.parse(readFileSync(process.argv[2]));
const of = (site, what) => median(loads[site].map((visit) => visit[what]));
const promises = [
  ['ready / Svelte', of('ours', 'ready') / of('b', 'ready'), 1],
  ['bytes, idle work included / Svelte', of('ours', 'total') / of('b', 'total'), 1.4],
  ['the same / newsroom', of('ours', 'total') / of('a', 'total'), 0.7],
  ['FCP / limit', of('ours', 'fcp') / of('limit', 'fcp'), 1.05],
  ['LCP / limit', of('ours', 'lcp') / of('limit', 'lcp'), 1.05],
  ['blocking, ms', of('ours', 'tbt'), 50],
  ['layout shift', of('ours', 'cls'), 0],
];
const held = promises.filter(([name, value, most]) => {
  const is = value <= most + 1e-9;
  console.log(`${is ? 'held' : 'not '} ${name}: ${value < 10 ? value.toFixed(2) : value.toFixed(0)} (at most ${most})`);
  return is;
});
console.log(`${held.length} of ${promises.length} promises held`);
process.exit(held.length === promises.length ? 0 : 1);
