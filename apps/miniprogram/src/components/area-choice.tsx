import { AREA_LEVEL_WORDS, type AreaQuery, type AreaView } from '@govmedia-hub/contracts';
import { useEndpoint } from '../api/use-endpoint.js';
import { Choice } from '../elements/elements.js';

/** Before the code of an area in which what is shown must hold; a bare code is the area that it was made for. */
const HELD = 'in-';

/** What a chosen value asks for. */
export const areaQuery = (value: string): AreaQuery => (value === '' ? {} : value.startsWith(HELD) ? { heldIn: value.slice(HELD.length) } : { area: value });

const wordsOf = ({ path, level, name }: AreaView): string => (level === 'national' ? '全国性规定' : level === 'province' ? name : path);

/** Narrows to what holds where one lives, or to what one area has made. Nothing while the areas are not known. */
export function AreaChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const known = useEndpoint('publicListAreas', {});
  if (known.state !== 'ready') return null;
  const { home, areas } = known.data;
  const options = [
    { value: '', label: '不限地域' },
    ...(home ? [{ value: `${HELD}${home.code}`, label: `在${home.name}适用` }] : []),
    ...areas.map((area) => ({ value: area.code, label: `${wordsOf(area)}（${AREA_LEVEL_WORDS[area.level]}）`.replace('全国性规定（全国）', '全国性规定') })),
  ];
  return <Choice id="filter-area" className="filter-area" label="适用地域" value={value} options={options} onChange={onChange} />;
}
