import { emptyFiling, missingIn, toFilingForm } from './filing-form.js';

describe('the filing form', () => {
  const form = emptyFiling('云溪市民政局');

  it('begins with the unit as certified subject', () => expect(form.certSubject).toBe('云溪市民政局'));

  it('says step by step what is missing', () => {
    expect(missingIn(0, form, 'opening')).toEqual({ accountName: '请填写账号名称。' });
    expect(missingIn(1, form, 'opening')).toMatchObject({ responsiblePerson: '请填写负责人。' });
    expect(missingIn(2, { ...form, interactionChannels: [] }, 'opening')).toMatchObject({ interactionChannels: '至少提供一种互动方式。', reason: '请写明开设理由。' });
  });

  it('asks for the contractor only when the work is contracted out', () => {
    expect(missingIn(1, form, 'opening').operatorOrg).toBeUndefined();
    expect(missingIn(1, { ...form, operationMode: 'contracted' }, 'opening').operatorOrg).toBeDefined();
    expect(toFilingForm({ ...form, operationMode: 'self', operatorOrg: '某公司' }, 'opening').operatorOrg).toBeNull();
  });

  it('refuses a home page without a scheme', () => expect(missingIn(0, { ...form, accountName: '云溪民政', homepageUrl: 'example.cn' }, 'opening').homepageUrl).toBeDefined());

  it('names where residents should go only when an account closes', () => {
    expect(toFilingForm({ ...form, successor: '云溪发布' }, 'opening')).not.toHaveProperty('successor');
    expect(toFilingForm({ ...form, successor: '云溪发布' }, 'closing').successor).toBe('云溪发布');
  });
});
