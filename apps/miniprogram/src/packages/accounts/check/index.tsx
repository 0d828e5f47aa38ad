import { useState } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { Screen } from '../../../components/screen.js';
import { Failed, Loading } from '../../../components/states.js';
import { Box, Form, Link, Press, TextLine } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { Verdict } from '../verdict.js';

const NAME_CHARS = 300;

export default function Check() {
  const params = useParams();
  const [asked, setAsked] = useState((params.q ?? '').trim());
  const [typed, setTyped] = useState(asked);
  const [error, setError] = useState<string | null>(null);
  const checked = useEndpoint('publicVerifyAccount', asked ? { query: { q: asked } } : null);
  const check = (): void => {
    const q = typed.trim();
    if (!q) {
      setError('请先写下账号的名称或主页地址');
      return;
    }
    setError(null);
    if (q === asked) checked.reload();
    setAsked(q);
    keepInAddress(linkTo('/check', { q }));
  };
  return (
    <Screen title="核验账号" className="check-page" share={{ link: linkTo('/check'), source: null }}>
      <Box as="h1" className="page-title">这个账号是官方的吗</Box>
      <Form className="check-form" label="核验账号" search onSubmit={check}>
        <Box as="p" className="field-hint" id="check-hint">写公众号、视频号、微博、抖音等账号的名称，或者粘贴它的主页地址。</Box>
        {error ? <Box as="p" className="field-error" id="check-error" role="alert">{error}</Box> : null}
        <Box className="ask-line">
          <TextLine id="check-input" className="check-input" kind="search" value={typed} onChange={setTyped} placeholder="账号名称或主页地址" maxLength={NAME_CHARS} label="账号名称或主页地址" describedBy={error ? 'check-error' : 'check-hint'} invalid={error !== null} />
          <Press submit className="check-submit button-primary">核验</Press>
        </Box>
      </Form>
      {checked.state === 'loading' ? <Loading what="备案记录" /> : null}
      {checked.state === 'failed' ? <Failed failure={checked.failure} onRetry={checked.reload} /> : null}
      {checked.state === 'ready' ? <Verdict checked={checked.data} /> : null}
      <Link to="/accounts" className="part-more">全部备案账号名录</Link>
    </Screen>
  );
}
