import { Press } from '../elements/elements.js';
import { chooseTextSize, useReadingSettings } from '../settings/reading-settings.js';

/** The visible entry to the elder-friendly mode. */
export function TextSizeToggle() {
  const { size } = useReadingSettings();
  const on = size === 'elder';
  return (
    <Press className="elder-toggle" pressed={on} onPress={() => chooseTextSize(on ? 'standard' : 'elder')}>
      {on ? '标准字号' : '大字版'}
    </Press>
  );
}
