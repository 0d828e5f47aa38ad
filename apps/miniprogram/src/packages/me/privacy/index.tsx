import { Screen } from '../../../components/screen.js';
import { Box } from '../../../elements/elements.js';
import { CITY_NAME } from '../../../site.js';

const PARTS: { title: string; text: string[] }[] = [
  { title: '不用登录', text: ['这里没有注册和登录，不获取微信头像、昵称、手机号，不获取位置、通讯录、相册，也不做积分、打卡和排名。', ...(process.env.TARO_APP_CLOUD_ENV ? ['在微信里使用时，微信会附带一个不含姓名的用户编号，只用来防止恶意请求。'] : [])] },
  { title: '您输入了什么，我们才收到什么', text: ['提问和搜索：您写的文字会发送到本平台，用来查找答复和提示常见问题。没有找到答复的问题会留作改进，不和您的身份相连。', '核验账号：您写的账号名称会发送到本平台，用来比对备案名录。'] },
  { title: '提交问题', text: ['您写的问题会交给承办单位办理，不公开。', '联系电话可以不填。填写的，只给承办人员核实情况用，和问题分开保存。', '请不要在问题里写身份证号、银行卡号。'] },
  { title: '留在这台设备上的', text: ['字号的选择，和没有提交的问题草稿。提交以后草稿就删除，电话不会留在草稿里。'] },
  { title: '您可以要求', text: ['凭编号和查询码，可以查看您提交的内容。要更正或删除，请用“投诉建议”写明编号，会按期答复。'] },
];

export default function Privacy() {
  return (
    <Screen title="隐私说明" className="privacy-page">
      <Box as="h1" className="page-title">隐私说明</Box>
      <Box as="p" className="page-lead">由{CITY_NAME}政务新媒体主管单位负责。一句话：您不写，我们就不收集。</Box>
      {PARTS.map((part) => (
        <Box as="section" key={part.title} className="part">
          <Box as="h2" className="part-title">{part.title}</Box>
          {part.text.map((text) => <Box as="p" key={text} className="block-paragraph">{text}</Box>)}
        </Box>
      ))}
    </Screen>
  );
}
