import { Box, Link } from '../elements/elements.js';
import { CITY_NAME, HOTLINE } from '../site.js';

export function SiteFooter() {
  return (
    <Box as="footer" className="site-footer">
      <Box className="footer-links">
        <Link to="/me" className="footer-link">字号设置</Link>
        <Link to="/privacy" className="footer-link">隐私说明</Link>
        <Link to="/ticket/new?kind=complaint" className="footer-link">投诉建议</Link>
        <Link to="/about" className="footer-link">关于</Link>
      </Box>
      <Box as="p" className="footer-note">
        {CITY_NAME}政务新媒体内容中心。急事请拨打 <Link inline to={`tel:${HOTLINE}`}>{HOTLINE}</Link>。
      </Box>
    </Box>
  );
}
