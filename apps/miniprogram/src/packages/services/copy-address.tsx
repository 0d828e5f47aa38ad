import { copyText } from '../../elements/clipboard.js';
import { Box, Press, Words } from '../../elements/elements.js';

/** A mini-program cannot open other sites: the address is copied instead. */
export function CopyAddress({ url }: { url: string }) {
  return (
    <Box>
      <Words className="online-url" selectable>{url}</Words>
      <Press className="button-secondary" onPress={() => void copyText(url).catch(() => undefined)}>复制网址</Press>
    </Box>
  );
}
