import { currentItem, navigationFor } from './navigation.js';

describe('the side bar', () => {
  it.each([
    ['/', '/'],
    ['/documents', '/documents'],
    ['/documents/import', '/documents/import'],
    ['/documents/0192-abc/confirm', '/documents'],
    ['/contents/desk/0192', '/contents/desk'],
    ['/nowhere', null],
  ])('marks for the address %s the item %s', (path, item) => expect(currentItem(path)).toBe(item));

  it('shows an auditor neither tickets nor inspections', () => {
    const items = navigationFor(['auditor']).flatMap((group) => group.items.map((item) => item.label));
    expect(items).toEqual(expect.arrayContaining(['工作台', '文件库', '事件记录', '人员与单位']));
    expect(items).not.toContain('咨询办理');
    expect(items).not.toContain('检查');
  });

  it('shows the review desk to those who may hold one: supervisors only where a process gives them a step', () => {
    const sees = (...given: Parameters<typeof navigationFor>) => navigationFor(...given).flatMap((group) => group.items.map((item) => item.label)).includes('审核台');
    expect([sees(['reviewer']), sees(['publisher']), sees(['supervisor']), sees(['supervisor'], ['reviewer']), sees(['supervisor'], ['reviewer', 'supervisor']), sees(['operator'], ['supervisor'])]).toEqual([true, true, false, false, true, false]);
  });

  it('leaves out groups without an item', () => expect(navigationFor(['auditor']).map((group) => group.label)).not.toContain('群众'));
});
