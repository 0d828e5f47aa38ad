import { AREA_LEVEL_WORDS, endpoints, type AreaView } from '@govmedia-hub/contracts';
import { Select } from 'antd';
import { useCall } from '../api/queries.js';

const labelOf = ({ path, level }: AreaView): string => (level === 'national' ? path : `${path}（${AREA_LEVEL_WORDS[level]}）`);

/** An area of the register, found by typing a part of its name. */
export function AreaSelect({ id, value, onChange, placeholder = '选择地域', width = '100%' }: { id?: string; value: string | null; onChange: (code: string | null) => void; placeholder?: string; width?: number | string }) {
  const { data } = useCall(endpoints.listAreas, {});
  return (
    <Select<string> {...(id ? { id } : {})} aria-label="适用地域" allowClear showSearch={{ optionFilterProp: 'label' }} value={value} placeholder={placeholder} style={{ width }} popupMatchSelectWidth={false}
      options={(data ?? []).map((area) => ({ value: area.code, label: labelOf(area) }))} onChange={(code) => onChange(code ?? null)} />
  );
}

export function AreaFilter({ value, onChange }: { value: string | undefined; onChange: (code: string | null) => void }) {
  return <label className="filter"><span>适用地域</span><AreaSelect value={value ?? null} onChange={onChange} placeholder="全部" width={150} /></label>;
}
