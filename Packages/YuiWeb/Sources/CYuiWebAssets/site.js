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
    const status = field.form.querySelector("[data-sending]");
    const say = (words) => { if (status) status.textContent = words; };
    addEventListener("pageshow", () => say(""));
    field.form.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) say(status?.dataset.sending);
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

  // Where somebody is, rounded to about 100 m, narrows a page down to what is near.
  for (const place of document.querySelectorAll("[data-locate]")) {
    place.hidden = !navigator.geolocation;
    place.querySelector("button").addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        const url = new URL(location.href);
        for (const name of ["after", "mesh", "view"]) url.searchParams.delete(name);
        url.searchParams.set("near", [coords.latitude, coords.longitude].map((n) => n.toFixed(3)));
        location.assign(url);
      }, () => {
        place.querySelector("[role=status]").textContent = place.dataset.locate;
      });
    });
  }

  // Choices that go with an answer above them are there once it is given.
  for (const form of document.querySelectorAll("form:has([data-when-field])")) {
    const choices = form.querySelectorAll("[data-when-field]");
    const update = () => {
      for (const choice of choices) {
        const value = form.elements[choice.dataset.whenField]?.value;
        const isOffered = !value || choice.dataset.whenValues.split(" ").includes(value);
        choice.hidden = !isOffered;
        choice.querySelector("input").disabled = !isOffered;
      }
    };
    form.addEventListener("change", update);
    update();
  }

  // That a form was shown is counted, once, and the form says so.
  for (const field of document.querySelectorAll("[data-offer]")) {
    field.value = navigator.sendBeacon?.(field.dataset.offer) ? "1" : "";
  }

  // A page inside another tells it how high it is, and when somebody is done.
  if (parent !== window && document.documentElement.classList.contains("is-bare")) {
    const tell = (type, detail) => parent.postMessage({ type, ...detail }, "*");
    const height = () =>
      tell("yui:height", { height: document.documentElement.getBoundingClientRect().height });
    new ResizeObserver(height).observe(document.documentElement);
    const done = document.querySelector("[data-done]");
    if (done) tell("yui:done", { what: done.dataset.done });
  }

  // Digits choose where answers are typed in from paper, Enter saves, also from a text.
  for (const form of document.querySelectorAll("[data-digits]")) {
    const groups = [...form.querySelectorAll("fieldset")];
    const inputs = (group) => [...group.querySelectorAll("input")];
    inputs(groups[0])[0]?.focus();

    form.addEventListener("keydown", (event) => {
      const { target, key } = event;
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target.matches("textarea") && key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        form.requestSubmit();
      }
      if (!/^\d$/.test(key) || !target.matches("[type=radio], [type=checkbox]")) return;
      const group = target.closest("fieldset");
      const choices = inputs(group);
      // Numbers are chosen by themselves, everything else by its place.
      const chosen = choices.find((choice) => choice.value === key) ?? choices[Number(key) - 1];
      if (!chosen) return;
      event.preventDefault();
      chosen.click();
      if (chosen.type === "checkbox") chosen.focus();
      else {
        const next = groups[groups.indexOf(group) + 1];
        (next ? inputs(next)[0] : form.querySelector("textarea") ?? chosen).focus();
      }
    });
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
