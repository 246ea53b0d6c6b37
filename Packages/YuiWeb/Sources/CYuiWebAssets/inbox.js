// Working through cases by keyboard, on top of pages that work without; no global names.
{
  "use strict";

  const form = document.getElementById("inbox");
  const rows = [...document.querySelectorAll("[data-case]")];
  const dialog = document.getElementById("keys");
  const part = (name) => document.querySelector(`[data-script="${name}"]`);
  const boxes = rows.map((row) => row.querySelector('input[name="case"]')).filter(Boolean);
  const link = (row) => row?.querySelector(".case__link");
  const memory = `inbox:${location.pathname}`;

  const current = () => rows.findIndex((row) => row.contains(document.activeElement));

  const go = (index) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    link(row)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };

  // What is ticked is counted, and one box ticks all.
  const all = part("all");
  const count = part("count");
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    for (const row of rows) {
      row.classList.toggle("is-chosen", row.querySelector("input:checked") !== null);
    }
    if (count) count.textContent = ticked ? count.dataset.words.replace("{n}", ticked) : "";
    const box = all?.querySelector("input");
    if (box) {
      box.checked = ticked > 0 && ticked === boxes.length;
      box.indeterminate = ticked > 0 && ticked < boxes.length;
    }
  };
  if (all && boxes.length) {
    all.hidden = false;
    all.addEventListener("change", (event) => {
      for (const box of boxes) box.checked = event.target.checked;
      tell();
    });
    form.addEventListener("change", tell);
    tell();
  }

  // After a change the list comes back: the eyes should find themselves where they were.
  form?.addEventListener("submit", () => {
    const first = boxes.findIndex((box) => box.checked);
    sessionStorage.setItem(memory, String(current() >= 0 ? current() : first));
  });
  const place = sessionStorage.getItem(memory);
  if (place !== null && rows.length) {
    sessionStorage.removeItem(memory);
    go(Number(place));
  }

  // A button that is pressed by its key, as if by hand, so that it asks what it asks.
  const press = (key) => {
    const button = document.querySelector(`button[data-key="${key}"]`);
    if (!button) return false;
    if (button.form === form && !boxes.some((box) => box.checked)) {
      const box = rows[current()]?.querySelector('input[name="case"]');
      if (!box) return false;
      box.checked = true;
      tell();
    }
    button.click();
    return true;
  };

  const open = (selector) => {
    const target = document.querySelector(selector);
    if (!target) return false;
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.focus();
    return true;
  };

  const follow = (selector) => {
    const target = document.querySelector(selector);
    target?.click();
    return Boolean(target);
  };

  const keys = {
    j: () => (rows.length ? (go(current() + 1), true) : follow('a[data-key="j"]')),
    k: () => (rows.length ? (go(current() < 0 ? 0 : current() - 1), true) : follow('a[data-key="k"]')),
    x: () => {
      const box = rows[current()]?.querySelector('input[name="case"]');
      box?.click();
      return Boolean(box);
    },
    o: () => {
      const target = link(rows[current()]);
      target?.click();
      return Boolean(target);
    },
    u: () => follow('a[data-key="u"]'),
    t: () => open("#case-tag"),
    n: () => open("#field-note"),
    "/": () => open("#case-search"),
    "?": () => (dialog.showModal(), true),
  };

  // Single keys can be switched off (WCAG 2.1.4): who dictates would press them by speaking.
  const isOn = () => localStorage.getItem("inbox-keys") !== "off";
  const toggle = part("switch");
  if (toggle) {
    toggle.checked = isOn();
    toggle.addEventListener("change", () => {
      localStorage.setItem("inbox-keys", toggle.checked ? "on" : "off");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || dialog.open || !isOn()) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if ((keys[event.key] ?? (() => press(event.key)))()) event.preventDefault();
  });

  // Each text of a case has a form of its own: who sends another would lose what was typed.
  const texts = [...document.querySelectorAll("#case textarea")];
  let sent = null;
  window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent = event.target;
  });
  window.addEventListener("beforeunload", (event) => {
    const isLost = (box) => box.value !== box.defaultValue && box.form !== sent;
    if (texts.some(isLost)) event.preventDefault();
    sent = null;
  });

  const help = part("help");
  help.hidden = false;
  help.querySelector("button").addEventListener("click", () => dialog.showModal());
}
