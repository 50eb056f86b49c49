// What is wrong, and what every call answers with.

export interface Issue {
  code: string;
  severity: 'error' | 'warning';
  /** JSON Pointer into what the user can edit (see Choices), or into the answer that was read. */
  path: string;
  args: Record<string, string>;
}

/** Every exported function answers with this. */
export interface Answer<T> {
  value: T | null;
  issues: Issue[];
}
