import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

/** A page that breaks takes neither the frame nor the drafts with it. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetOn: string }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate(before: { resetOn: string }): void {
    if (this.state.broken && before.resetOn !== this.props.resetOn) this.setState({ broken: false });
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Result
        status="warning"
        title="这一页没有打开"
        subTitle="其他页面仍可使用，已自动保存的草稿不受影响。系统刚更新过时，刷新页面即可。"
        extra={<Button type="primary" onClick={() => location.reload()}>刷新页面</Button>}
      />
    );
  }
}
