import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/grid';
import '@vaadin/progress-bar';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';

/**
 * The pipeline in execution order with the state of each change.
 */
export class QwcFlamingockChanges extends QwcHotReloadElement {

    jsonRpc = new JsonRpc(this);

    static styles = css`
        :host { display: flex; flex-direction: column; gap: 10px; height: 100%; padding: 0 10px; }
        .bar { display: flex; align-items: center; justify-content: space-between; }
        .grid { flex: 1; }
        .state { border-radius: 4px; padding: 2px 8px; font-size: var(--lumo-font-size-s); white-space: nowrap; }
        .executed { color: var(--lumo-success-text-color); background: var(--lumo-success-color-10pct); }
        .pending, .running { color: var(--lumo-primary-text-color); background: var(--lumo-primary-color-10pct); }
        .failed { color: var(--lumo-error-text-color); background: var(--lumo-error-color-10pct); }
        .edited { color: var(--lumo-warning-text-color); background: var(--lumo-warning-color-10pct); }
        .quiet { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        .problem { color: var(--lumo-error-text-color); background: var(--lumo-error-color-10pct); border-radius: 4px; padding: 10px;
            white-space: pre-wrap; font-family: monospace; font-size: var(--lumo-font-size-s); max-height: 50%; overflow: auto; flex: none; }
        .error { color: var(--lumo-error-text-color); white-space: pre-wrap; font-size: var(--lumo-font-size-s); }
    `;

    static properties = {
        _changes: { state: true },
        _error: { state: true },
        _problem: { state: true },
        _loading: { state: true }
    };

    constructor() {
        super();
        this._changes = null;
        this._error = null;
        this._problem = '';
        this._loading = false;
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
    }

    hotReload() {
        this._loading = true;
        this.jsonRpc.problem()
            .then(response => { this._problem = response.result; })
            .catch(() => { this._problem = ''; });
        this.jsonRpc.changes()
            .then(response => {
                this._changes = response.result;
                this._error = null;
            })
            .catch(response => { this._error = response?.error?.message ?? 'The audit store could not be read.'; })
            .finally(() => { this._loading = false; });
    }

    render() {
        if (this._error) {
            return html`${this._renderBar()}<div class="error" id="flamingock-error">${this._error}</div>`;
        }
        if (!this._changes) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        if (this._changes.length === 0) {
            return html`${this._renderBar()}<div class="quiet">This application has no changes yet.</div>`;
        }
        return html`${this._renderBar()}
            <vaadin-grid .items="${this._changes}" class="grid" theme="no-border wrap-cell-content">
                <vaadin-grid-column header="Order" auto-width flex-grow="0" path="order"></vaadin-grid-column>
                <vaadin-grid-column header="Change" auto-width ${columnBodyRenderer(this._renderChange, [])}></vaadin-grid-column>
                <vaadin-grid-column header="State" width="140px" flex-grow="0" ${columnBodyRenderer(this._renderState, [])}></vaadin-grid-column>
                <vaadin-grid-column header="Target system" auto-width flex-grow="0" path="targetSystem"></vaadin-grid-column>
                <vaadin-grid-column header="Author" auto-width flex-grow="0" path="author"></vaadin-grid-column>
                <vaadin-grid-column header="Last run" auto-width flex-grow="0" path="lastRun"></vaadin-grid-column>
                <vaadin-grid-column header="Last error" ${columnBodyRenderer(this._renderError, [])}></vaadin-grid-column>
            </vaadin-grid>`;
    }

    _renderBar() {
        const changes = this._changes ?? [];
        const open = changes.filter(change => change.state === 'pending' || change.state === 'running' || change.state === 'failed').length;
        const problem = this._problem ? html`<div class="problem" id="flamingock-problem">${this._problem}</div>` : '';
        return html`${problem}<div class="bar">
                <span class="quiet" id="flamingock-summary">${changes.length} changes, ${open} pending</span>
                <vaadin-button id="flamingock-refresh" theme="small" ?disabled=${this._loading} @click=${() => this.hotReload()}>
                    <vaadin-icon icon="font-awesome-solid:arrows-rotate"></vaadin-icon> Refresh
                </vaadin-button>
            </div>`;
    }

    _renderChange(change) {
        return html`<div title="${change.source}">${change.id}</div><div class="quiet">${change.description}</div>`;
    }

    _renderState(change) {
        return html`<span class="state ${change.state.split(' ')[0]}" title="${change.detail}">${change.state}</span>`;
    }

    _renderError(change) {
        return html`<span class="error" title="${change.error}">${change.error.split('\n')[0]}</span>`;
    }
}

customElements.define('qwc-flamingock-changes', QwcFlamingockChanges);
