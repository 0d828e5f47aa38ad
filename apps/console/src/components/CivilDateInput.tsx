import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A civil date as 'YYYY-MM-DD', shown as 2019年8月16日; digits typed as 20190816 are understood. */
export function CivilDateInput({ value, onChange, id, width, disabled, 'aria-label': label, notAfter, short = false }: {
  value?: string | null; onChange?: (value: string | null) => void; id?: string; width?: number; disabled?: boolean; 'aria-label'?: string; notAfter?: string; short?: boolean;
}) {
  return (
    <DatePicker
      id={id}
      aria-label={label}
      value={value ? dayjs(value) : null}
      format={['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
      placeholder={short ? '选择日期' : '选择或输入日期'}
      disabled={disabled}
      style={{ width: width ?? '100%' }}
      {...(notAfter ? { maxDate: dayjs(notAfter) } : {})}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
    />
  );
}
