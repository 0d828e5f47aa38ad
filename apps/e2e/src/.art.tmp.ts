import { raceArticles } from '/work/trees/gates/apps/e2e/src/bench-screening.ts';
console.log(raceArticles(3));
