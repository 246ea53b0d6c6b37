// Small comforts on top of pages that work without them; loaded with `defer`, no global names.
{
  "use strict";

  // An error summary takes the focus, so that it is read first.
  document.getElementById("error-summary")?.focus();

  // What takes something away asks before it goes.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  // A guarded form names its sending, so that a double click is one, and waits the rest of its
  // first second rather than be taken for a program.
  const shown = performance.now();
  for (const field of document.querySelectorAll("[data-fresh-key]")) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    field.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    field.form.addEventListener("submit", (event) => {
      const wait = 1050 - (performance.now() - shown);
      if (wait <= 0 || event.defaultPrevented) return;
      event.preventDefault();
      setTimeout(() => field.form.requestSubmit(event.submitter), wait);
    });
  }

  // Sheets of paper go to the printer.
  for (const button of document.querySelectorAll("[data-prints]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // A menu closes when somebody goes on elsewhere.
  for (const menu of document.querySelectorAll('details[data-closes="outside"]')) {
    for (const kind of ["pointerdown", "focusin"]) {
      document.addEventListener(kind, (event) => {
        if (!menu.contains(event.target)) menu.open = false;
      });
    }
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // Characters as people count them; line feeds count one, as on the server.
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter() : null;
  const length = (text) => {
    let count = 0;
    for (const _ of segmenter ? segmenter.segment(text) : text) count += 1;
    return count;
  };

  for (const counter of document.querySelectorAll("[data-counter-for]")) {
    const box = document.getElementById(counter.dataset.counterFor);
    const limit = Number(box.dataset.limit);
    const spoken = document.createElement("p");
    spoken.className = "visually-hidden";
    spoken.setAttribute("aria-live", "polite");
    counter.after(spoken);
    counter.setAttribute("aria-hidden", "true");
    let timer;

    const say = (template, count) =>
      template.replace("{n}", count.toLocaleString(document.documentElement.lang));

    const update = () => {
      const used = length(box.value);
      const isOver = used > limit;
      counter.hidden = false;
      counter.dataset.state = isOver ? "over" : "within";
      counter.textContent = isOver
        ? say(counter.dataset.over, used - limit)
        : `${used.toLocaleString()} / ${limit.toLocaleString()}`;
      // What is over is said at once, what remains when the typing rests.
      clearTimeout(timer);
      timer = setTimeout(() => {
        spoken.textContent = isOver
          ? say(counter.dataset.over, used - limit)
          : say(counter.dataset.remaining, limit - used);
      }, isOver ? 0 : 1500);
    };

    // While an input method composes, nothing is typed yet.
    box.addEventListener("input", (event) => event.isComposing || update());
    box.addEventListener("compositionend", update);
    if (box.value) update();
    else counter.hidden = false;
  }
}
