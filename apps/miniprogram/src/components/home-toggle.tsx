import { Box } from '../elements/elements.js';
import { TextSizeToggle } from './text-size-toggle.js';

/** WeChat's bar has no room for our switch, so it stands at the top of the front page. */
export function HomeToggle() {
  return (
    <Box className="home-toggle">
      <TextSizeToggle />
    </Box>
  );
}
