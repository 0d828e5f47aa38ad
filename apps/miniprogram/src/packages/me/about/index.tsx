import { Screen } from '../../../components/screen.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { ValidityChip } from '../../../components/validity-chip.js';
import { VALIDITIES, type Validity } from '@govmedia-hub/contracts';
import { CITY_NAME, HOTLINE } from '../../../site.js';

const MEANINGS: Record<Validity, string> = {
  not_yet_in_force: '已公布，还没到施行的日子',
  in_force: '现在有效，可以作为办事依据',
  amended: '仍有效，但有的条款改过',
  repealed: '被后来的文件废止',
  declared_lapsed: '清理时宣布失效',
  expired: '文件写明的有效期已过',
  unknown: '还没有核实，请先问制发机关',
};

export default function About() {
  return (
    <Screen title="关于" className="about-page">
      <Box as="h1" className="page-title">关于这个应用</Box>
      <Box as="p" className="page-lead">{CITY_NAME}政务新媒体内容中心的居民端：查政策、问办事、辨账号。</Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">答复从哪里来</Box>
        <Box as="p" className="block-paragraph">每一条答复都由部门编写，经过五项审核和三级审签，绑定政策原文。政策原文由工作人员核对文号、日期和公开属性以后才显示。没有经审核的答复，这里就直说没有。</Box>
      </Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">效力标记</Box>
        <Box as="ul" className="rows">
          {VALIDITIES.map((validity) => (
            <Box as="li" key={validity} className="row validity-legend">
              <ValidityChip validity={validity} />
              <Words className="validity-meaning">{MEANINGS[validity]}</Words>
            </Box>
          ))}
        </Box>
      </Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">找人</Box>
        <Box as="p" className="block-paragraph">政务服务便民热线 <Link inline to={`tel:${HOTLINE}`}>{HOTLINE}</Link>，或者<Link inline to="/ticket/new?kind=suggestion">提意见和建议</Link>。</Box>
      </Box>
    </Screen>
  );
}
