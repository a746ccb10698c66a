import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// A page is a chunk of its own, compiled at its first opening.
configure({ asyncUtilTimeout: 5000 });

// jsdom has neither scrolling nor the modal state of a dialog.
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
