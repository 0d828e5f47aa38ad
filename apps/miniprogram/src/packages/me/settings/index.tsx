import { Screen } from '../../../components/screen.js';
import { Box, Link, Press } from '../../../elements/elements.js';
import { chooseTextSize, useReadingSettings } from '../../../settings/reading-settings.js';
import { TEXT_SIZES, TEXT_SIZE_WORDS } from '../../../settings/text-scale.js';

export default function Settings() {
  const { size, scale } = useReadingSettings();
  return (
    <Screen title="设置" className="settings-page">
      <Box as="h1" className="page-title">设置</Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">字号</Box>
        <Box className="choices-line" role="radiogroup" label="字号">
          {TEXT_SIZES.map((one) => (
            <Press key={one} className={`choice-pill text-size-${one}`} checked={size === one} onPress={() => chooseTextSize(one)}>{TEXT_SIZE_WORDS[one]}</Press>
          ))}
        </Box>
        <Box as="p" className="settings-sample">现在的字就是这么大，是标准的 {scale} 倍。大字版里按钮也更大，更好点。</Box>
        <Box as="p" className="field-hint">微信或浏览器里设置的字号也会照着变。这项选择只记在这台设备上。</Box>
      </Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">说明</Box>
        <Box as="ul" className="rows">
          <Box as="li" className="row"><Link to="/privacy" className="row-title">隐私说明</Link></Box>
          <Box as="li" className="row"><Link to="/about" className="row-title">关于这个应用</Link></Box>
          <Box as="li" className="row"><Link to="/ticket/new?kind=suggestion" className="row-title">提意见和建议</Link></Box>
          <Box as="li" className="row"><Link to="/ticket/new?kind=complaint" className="row-title">投诉</Link></Box>
        </Box>
      </Box>
    </Screen>
  );
}
