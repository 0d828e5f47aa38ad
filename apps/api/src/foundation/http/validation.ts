import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidRequest } from '../errors/problem-filter.js';

/** Checks bodies and queries against their DTO; unknown fields are refused, every message is Chinese. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
    exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => fieldsOf(error, ''))),
  });

function fieldsOf(error: ValidationError, prefix: string): { field: string; message: string }[] {
  const field = prefix ? `${prefix}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({ field, message: inChinese(constraint, message) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, field))];
}

const WORDS: Record<string, (message: string) => string> = {
  whitelistValidation: () => '没有这个字段，请删去。',
  isString: () => '应为文字。',
  isInt: () => '应为整数。',
  isNumber: () => '应为数字。',
  isBoolean: () => '应为是或否。',
  isArray: () => '应为列表。',
  isObject: () => '格式不正确。',
  nestedValidation: () => '格式不正确。',
  isIn: () => '不在可选范围内。',
  isEnum: () => '不在可选范围内。',
  isNotEmpty: () => '请填写。',
  isUuid: () => '编号格式不正确。',
  isDateString: () => '日期格式应为 YYYY-MM-DD。',
  isISO8601: () => '时间格式不正确，例如 2026-11-01T08:00:00+08:00。',
  matches: () => '格式不正确。',
  isUrl: () => '网址格式不正确，应以 http:// 或 https:// 开头。',
  maxLength: (message) => `超过长度上限（最多 ${numberIn(message)} 个字符）。`,
  minLength: (message) => `长度不够（至少 ${numberIn(message)} 个字符）。`,
  arrayMaxSize: (message) => `数量超过上限（最多 ${numberIn(message)} 项）。`,
  arrayMinSize: (message) => `至少要有 ${numberIn(message)} 项。`,
  max: (message) => `不能大于 ${numberIn(message)}。`,
  min: (message) => `不能小于 ${numberIn(message)}。`,
};

const numberIn = (message: string): string => /\d+(?!.*\d)/.exec(message)?.[0] ?? '';

/** A DTO may bring its own Chinese message; the library's English ones are put into words here. */
function inChinese(constraint: string, message: string): string {
  if (/[\u4e00-\u9fff]/.test(message)) return message;
  return WORDS[constraint]?.(message) ?? '格式不正确。';
}
