/** Stands in for Taro's component library in the H5 build, which draws plain HTML. */
export const PullDownRefresh = null;
