// Names a folder in which the specs of this run keep the demonstration city that they load once (src/prepared-city.ts).
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

module.exports = () => { process.env.HUB_E2E_CITY = mkdtempSync(path.join(tmpdir(), 'hub-city-')); };
