const { rmSync } = require('node:fs');

module.exports = () => rmSync(process.env.HUB_E2E_CITY, { recursive: true, force: true });
