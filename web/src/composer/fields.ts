// Fields of the composer: label, control, and beneath it what the core has to say about that path.
import type { Issue } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/icons.ts';
import { issueText, t } from '../messages/index.ts';
import type { Draft } from './draft.ts';

export interface Field {
  draft: Draft;
  /** JSON Pointer into the choices. */
  path: string;
  label: string;
  value: string;
  changed: (value: string) => void;
  hint?: string;
  placeholder?: string;
  class?: string;
  /** Its issues stand elsewhere on the page; the field still refers to them. */
  issuesElsewhere?: true;
  /** Text the core offers in place of what cannot be stored. */
  offer?: (suggestion: string) => void;
}

export function idOf(path: string): string {
  return `field${path.replaceAll('/', '-')}`;
}

export function textField(
  field: Field,
  attributes: { type?: string; inputmode?: string } = {},
): TemplateResult {
  return framed(
    field,
    html`<input
      id=${idOf(field.path)}
      class="input ${field.class ?? ''}"
      type=${attributes.type ?? 'text'}
      inputmode=${attributes.inputmode ?? nothing}
      autocomplete="off"
      data-path=${field.path}
      placeholder=${field.placeholder ?? nothing}
      aria-invalid=${isWrong(field)}
      aria-describedby=${describedBy(field)}
      .value=${field.value}
      @input=${(event: InputEvent) => field.changed((event.target as HTMLInputElement).value)}
    />`,
  );
}

export function numberField(field: Field): TemplateResult {
  return textField({ ...field, class: 'figure' }, { inputmode: 'decimal' });
}

export function textArea(field: Field, rows: number): TemplateResult {
  return framed(
    field,
    html`<textarea
      id=${idOf(field.path)}
      class="input ${field.class ?? ''}"
      rows=${rows}
      data-path=${field.path}
      aria-invalid=${isWrong(field)}
      aria-describedby=${describedBy(field)}
      .value=${field.value}
      @input=${(event: InputEvent) => field.changed((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

export interface Option {
  value: string;
  text: string;
}

export function selectField(field: Field, options: readonly Option[]): TemplateResult {
  return framed(
    field,
    html`<select
      id=${idOf(field.path)}
      class="input"
      data-path=${field.path}
      aria-invalid=${isWrong(field)}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.changed((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ({ value, text }) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`,
      )}
    </select>`,
  );
}

/** What is wrong at a path, or worth a look. */
export function issuesBelow(
  draft: Draft,
  path: string,
  offer?: (suggestion: string) => void,
): TemplateResult {
  const issues = draft.issuesAt(path);
  if (issues.length === 0) return html`<div id="${idOf(path)}-issues" hidden></div>`;
  return html`<div class="issues" id="${idOf(path)}-issues">
    ${issues.map((issue) => issueLine(issue, offer))}
  </div>`;
}

function issueLine(issue: Issue, offer?: (suggestion: string) => void): TemplateResult {
  const { text, step } = issueText(issue);
  const suggestion = issue.args['suggestion'];
  return html`<p class="issue ${issue.severity}">
    ${icon(issue.severity)}
    <span
      >${text} <span class="soft">${step}</span>
      ${
        offer && suggestion
          ? html`<button class="link" type="button" @click=${() => offer(suggestion)}>
            ${t('text.useSuggestion', { suggestion: shortened(suggestion) })}
          </button>`
          : nothing
      }
    </span>
  </p>`;
}

function framed(field: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${idOf(field.path)}>${field.label}</label>
    ${control}
    ${field.hint ? html`<p class="hint" id="${idOf(field.path)}-hint">${field.hint}</p>` : nothing}
    ${field.issuesElsewhere ? nothing : issuesBelow(field.draft, field.path, field.offer)}
  </div>`;
}

function isWrong(field: Field): boolean {
  return field.draft.issuesAt(field.path).some((issue) => issue.severity === 'error');
}

function describedBy(field: Field): string {
  const id = idOf(field.path);
  return field.hint ? `${id}-hint ${id}-issues` : `${id}-issues`;
}

function shortened(text: string): string {
  const LIMIT = 60;
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT)}…`;
}
