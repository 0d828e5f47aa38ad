import { theme, type ThemeConfig } from 'antd';

export type ThemeChoice = 'light' | 'dark' | 'system';

const SANS = "'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif";

/** The tokens of theme.css in the words of Ant Design. */
export function antTheme(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: SANS,
      fontSize: 14,
      fontSizeHeading3: 20,
      fontSizeHeading4: 16,
      lineHeight: 1.5,
      borderRadius: 6,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      controlHeight: 34,
      controlHeightSM: 28,
      motion: !still,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      lineWidthFocus: 3,
      boxShadow: dark ? '0 0 0 1px #2b3841, 0 8px 24px rgba(0,0,0,.5)' : '0 0 0 1px #dce2e6, 0 8px 24px rgba(20,33,43,.12)',
      boxShadowSecondary: dark ? '0 0 0 1px #2b3841, 0 6px 18px rgba(0,0,0,.5)' : '0 0 0 1px #dce2e6, 0 6px 18px rgba(20,33,43,.12)',
      boxShadowTertiary: 'none',
      ...(dark
        ? {
            colorPrimary: '#3b86ba', colorInfo: '#7db6dc', colorLink: '#7db6dc', colorError: '#e0685e', colorSuccess: '#63c79f', colorWarning: '#e3b354',
            colorText: '#e8edf0', colorTextSecondary: '#b0bcc4', colorTextTertiary: '#93a1aa', colorTextPlaceholder: '#8695a0', colorTextDescription: '#b0bcc4',
            colorBgBase: '#10171c', colorBgContainer: '#18222a', colorBgElevated: '#1d2931', colorPrimaryBg: '#1d3444', colorPrimaryBgHover: '#24425a', colorPrimaryBorder: '#2f5573', controlItemBgActive: '#1d3444', controlItemBgHover: '#202d36', colorInfoBg: '#1d3444', colorInfoBorder: '#2f5573', colorErrorBg: '#3b2322', colorErrorBorder: '#7a3d38', colorWarningBg: '#372c16', colorWarningBorder: '#6e5722', colorSuccessBg: '#18332a', colorSuccessBorder: '#2f6450', colorBgLayout: '#10171c', colorBorder: '#56656f', colorBorderSecondary: '#2b3841', colorSplit: '#2b3841',
          }
        : {
            colorPrimary: '#1b5a86', colorInfo: '#1b5a86', colorLink: '#1b5a86', colorError: '#b3261e', colorSuccess: '#1e7a55', colorWarning: '#946200',
            colorText: '#14212b', colorTextSecondary: '#4a5a66', colorTextTertiary: '#66757f', colorTextPlaceholder: '#66757f', colorTextDescription: '#4a5a66',
            colorPrimaryBg: '#e8f0f6', colorPrimaryBgHover: '#d9e6f0', colorPrimaryBorder: '#b9cfde', colorPrimaryHover: '#14466a', colorPrimaryActive: '#103a58', controlItemBgActive: '#e8f0f6', controlItemBgHover: '#f3f7fa', colorInfoBg: '#e8f0f6', colorInfoBorder: '#b9cfde', colorErrorBg: '#fbeceb', colorErrorBorder: '#e3a9a4', colorWarningBg: '#fbf2de', colorWarningBorder: '#e0c88f', colorSuccessBg: '#e7f3ed', colorSuccessBorder: '#a5d0bc', colorBgLayout: '#f5f6f4', colorBorder: '#98a5ad', colorBorderSecondary: '#dce2e6', colorSplit: '#dce2e6',
          }),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, ...(dark ? { colorPrimary: '#2f7bb0', colorPrimaryHover: '#3b8ac1', colorPrimaryActive: '#256592' } : { colorPrimaryHover: '#14466a', colorPrimaryActive: '#103a58' }) },
      Table: { cellPaddingBlock: 9, cellPaddingInline: 12, headerBg: dark ? '#141d24' : '#f5f6f4', headerColor: dark ? '#b0bcc4' : '#4a5a66', headerSplitColor: 'transparent', rowHoverBg: dark ? '#1d2a33' : '#f3f7fa', cellFontSize: 14, headerBorderRadius: 0, borderColor: dark ? '#2b3841' : '#dce2e6' },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20, labelFontSize: 14 },
      Modal: { titleFontSize: 16 },
      Tabs: { titleFontSize: 14, horizontalItemGutter: 24, ...(dark ? { itemSelectedColor: '#7db6dc', itemHoverColor: '#a3cde9', inkBarColor: '#7db6dc' } : {}) },
      Alert: { defaultPadding: '10px 14px', withDescriptionPadding: '12px 16px', withDescriptionIconSize: 18 },
      Steps: { iconSize: 26, titleLineHeight: 26 },
      Segmented: { trackBg: dark ? '#10171c' : '#eceeec' },
    },
  };
}
