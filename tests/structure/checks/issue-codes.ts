// Every issue code: its text, its sentence and next step, its golden case.
import { type SourceFile, withoutComments } from './files.ts';

export interface IssueCode {
  /** As C++ spells it: amount_unreadable */
  name: string;
  /** As everybody else does: amount-unreadable */
  text: string;
}

export interface IssueMessage {
  text: string;
  step: string;
}

export function readIssueCodes(header: string): IssueCode[] {
  return [...withoutComments(header).matchAll(/SIDEBILL_CODE\(\s*(\w+)\s*,\s*"([^"]*)"\s*\)/g)].map(
    (match) => ({
      name: match[1] ?? '',
      text: match[2] ?? '',
    }),
  );
}

export function checkIssueCodes(codes: IssueCode[]): string[] {
  const seen = new Set<string>();
  return codes.flatMap(({ name, text }) => {
    const problems: string[] = [];
    if (text !== name.replaceAll('_', '-')) problems.push(`${name} has the text "${text}"`);
    if (seen.has(text)) problems.push(`"${text}" stands twice`);
    seen.add(text);
    return problems;
  });
}

/** The catalogue has a sentence and a next step for each code, and for nothing else. */
export function checkIssueMessages(
  codes: IssueCode[],
  messages: Record<string, Partial<IssueMessage>>,
): string[] {
  const known = new Set(codes.map(({ text }) => text));
  const lacking = codes.flatMap(({ text }) => {
    const message = messages[text];
    if (!message) return [`${text} has no sentence`];
    const empty = (['text', 'step'] as const).filter((part) => !message[part]?.trim());
    return empty.map((part) => `${text} has no ${part === 'step' ? 'next step' : 'sentence'}`);
  });
  const extra = Object.keys(messages).filter((text) => !known.has(text));
  return [...lacking, ...extra.map((text) => `"${text}" has a sentence, but is no code`)];
}

/** The codes that checks before the call can raise, as their sources name them. */
export function preflightCodes(sources: SourceFile[]): string[] {
  const names = sources.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(/\bCode::(\w+)/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].sort().map((name) => name.replaceAll('_', '-'));
}

/** A golden case per code, whose expected issues name it. */
export function checkPreflightCases(codes: string[], cases: Map<string, string>): string[] {
  return codes.flatMap((code) => {
    const path = `tests/golden/preflight/${code}.json`;
    const text = cases.get(path);
    if (text === undefined) return [`${path} is missing`];
    const golden = JSON.parse(text) as { expected?: unknown };
    return JSON.stringify(golden.expected ?? null).includes(`"code":"${code}"`)
      ? []
      : [`${path} expects no ${code}`];
  });
}
