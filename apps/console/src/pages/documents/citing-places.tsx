import { CONTENT_KIND_WORDS, endpoints, type CitingPlaceView, type SectionView } from '@govmedia-hub/contracts';
import { Select, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/queries.js';
import { Section } from '../../components/PageHeader.js';
import { sectionName } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import { ValidityChip } from '../../components/ValidityChip.js';

const kindOf = (place: CitingPlaceView): string => (place.kind === 'document' ? '文件' : place.kind === 'question' ? '问答' : CONTENT_KIND_WORDS[place.kind]);
const addressOf = (place: CitingPlaceView): string => (place.kind === 'document' ? `/documents/${place.id}${place.anchor ? `#${place.anchor}` : ''}` : `/contents/${place.contentId}`);

/** 谁引用了它: documents and public texts, for the whole document or one article. */
export function CitingPlaces({ id, sections }: { id: string; sections: readonly SectionView[] }) {
  const [anchor, setAnchor] = useState<string | null>(null);
  const { data, error, refetch, isFetching } = useCall(endpoints.listCiting, { params: { id }, query: anchor ? { anchor } : {} });
  const options = sections.filter((section) => section.label).map((section) => ({ value: section.anchor, label: sectionName(section) }));
  return (
    <Section title={`谁引用了它${data ? `（${data.length}）` : ''}`} extra={options.length > 0 && <Select<string> aria-label="只看某一条" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部条款" value={anchor} options={options} style={{ width: 220 }} onChange={(next) => setAnchor(next ?? null)} />}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && isFetching && <Spin />}
      {data?.length === 0 && <p className="quiet">{anchor ? '没有文件或内容引用这一条。' : '没有其他文件或已发布的内容引用它。'}</p>}
      {data && data.length > 0 && (
        <ul className="rows">
          {data.map((place, i) => (
            <li key={i} className="citing-row">
              <span className="quiet small nowrap">{kindOf(place)}</span>
              <Link to={addressOf(place)} className={place.kind === 'document' ? 'serif' : undefined}>{place.kind === 'document' ? `《${place.title}》` : place.title}</Link>
              <span className="row">
                {place.orgName && <span className="quiet small">{place.orgName}</span>}
                <span className="small">{place.targetAnchor ? <a href={`#${place.targetAnchor}`}>{place.targetLabel || '引用的条款'}</a> : '引用全文'}</span>
                {place.validity && <ValidityChip validity={place.validity} />}
                {place.underReview && <StatusTag tone="amber" shape="△">正在复核</StatusTag>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
