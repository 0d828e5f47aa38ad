import { oneHint } from './one-hint.js';

it('says once that numbers were not checked, however many parts were screened by themselves', () => {
  const hint = (message: string) => ({ rule: 'policy.no-source', message });
  const typo = { rule: 'text.confusable', message: '错别字' };
  expect(oneHint([hint('没有绑定政策原文，文中1处数字、日期未能核对'), typo, hint('没有绑定政策原文，文中4处数字、日期未能核对'), typo])).toEqual([hint('没有绑定政策原文，文中的数字、日期未能核对'), typo, typo]);
  expect(oneHint([])).toEqual([]);
});
