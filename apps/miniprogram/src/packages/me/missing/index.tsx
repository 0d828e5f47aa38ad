import { Screen } from '../../../components/screen.js';
import { Box, Link } from '../../../elements/elements.js';

export default function Missing() {
  return (
    <Screen title="没有这个页面" className="missing-page">
      <Box as="h1" className="page-title">没有这个页面</Box>
      <Box as="p" className="page-lead">链接可能不完整，或者内容已经换了地方。可以回首页提问，或者搜索。</Box>
      <Link to="/" className="button-primary">回首页</Link>
      <Link to="/search" className="part-more">搜索</Link>
    </Screen>
  );
}
