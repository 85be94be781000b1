import './confirm-password.js';

// Tasklist, Cockpit and Admin have a sign-in of their own, which is closed: people who are sent there go to ours.
const application = window.location.pathname.split('/camunda/app/')[0];
let signingOut = false;

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.logout, [ng-click*="logout"]')) {
    signingOut = true;
  }
}, true);

function leaveWhenSignedOut() {
  if (/^#!?\/(login|logout)/.test(window.location.hash)) {
    window.location.replace(application + (signingOut ? '/sign-in?signed-out' : '/sign-in?ended'));
  }
}

// The applications change their address through the history, which fires no event
['pushState', 'replaceState'].forEach((change) => {
  const original = window.history[change];
  window.history[change] = function changed(...entry) {
    original.apply(this, entry);
    leaveWhenSignedOut();
    window.dispatchEvent(new Event('roving-pm:address'));
  };
});
window.addEventListener('hashchange', leaveWhenSignedOut);
leaveWhenSignedOut();
