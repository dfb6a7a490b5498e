/**
 * The runner between the search page and search-worker.js: starts the worker, takes it the reader's questions and
 * brings back its answers.
 *
 * A build replaces the index while pages are open, and what a worker knows of it is no longer at the host. So a worker
 * that fails is let go, and what it was asked is asked once more of a new one, which reads bundles.json as it is now.
 * Where that fails as well, the page is told.
 */

const AWAY = 5 * 60_000; // milliseconds out of the reader's sight after which bundles.json is read again

let policy;

export class Runner {
  /**
   * `show(answer, kept)` gets the answers to what was asked last, as the worker sends them; the first `kept` results on
   * the page are the same in them. `fail(message)` is called where there will be none.
   */
  constructor(form, show, fail) {
    Object.assign(this, { form, show, fail, asked: 0 });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.left = Date.now();
      else if (Date.now() - this.left >= AWAY && !this.waiting) this.drop();
    });
  }

  /** The worker, started if there is none; its address is the only script address that the page's policy lets through. */
  start() {
    if (this.worker) return this.worker;
    const { base, worker: file, ...scripts } = this.form.dataset;
    const address = new URL(file, document.baseURI);
    const names = ["bigrams", "passages", "directory", "bundle"];
    const modules = Object.fromEntries(names.map((name) => [name, new URL(scripts[name], document.baseURI).href]));
    policy ??= self.trustedTypes?.createPolicy("broadsheet", {
      createScriptURL: (text) => {
        if (text !== address.href || address.origin !== location.origin) throw new TypeError(`not our worker: ${text}`);
        return text;
      },
    });
    // Asked for here, what the worker needs first is on its way together with it.
    const listed = fetch(`${base}pagefind/bundles.json`, { cache: "no-cache" });
    for (const href of Object.values(modules)) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
    }
    const worker = new Worker(policy ? policy.createScriptURL(address.href) : address.href, { type: "module" });
    worker.addEventListener("message", ({ data }) => this.receive(worker, data));
    worker.addEventListener("error", () => this.replace(worker));
    listed
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status} for ${answer.url}`))))
      .then((directory) => worker.postMessage({ type: "open", base, modules, directory }))
      .catch((error) => this.replace(worker, String(error)));
    this.worker = worker;
    return worker;
  }

  /** Ask `question`, a message of type `search` but for its number; nobody waits for what was asked before. */
  ask(question) {
    this.asked += 1;
    this.waiting = { ...question, id: this.asked };
    this.isSecond = false;
    this.send();
  }

  /** Wait for no answer any more. */
  forget() {
    this.waiting = undefined;
  }

  send() {
    const worker = this.start();
    // Results of another worker may be of another index: they stand until there are new ones, and none is kept.
    this.kept = worker === this.answered ? this.waiting.standing : 0;
    worker.postMessage({ ...this.waiting, type: "search", standing: this.kept });
  }

  receive(worker, data) {
    if (data.type === "failed") this.replace(worker, data.message);
    else if (worker === this.worker && data.id === this.waiting?.id) {
      if (data.done) {
        this.answered = worker;
        this.waiting = undefined;
      }
      this.show(data, this.kept);
    }
  }

  /** Do without a worker that failed, whatever it was asked: it may miss something of the index from now on. */
  replace(worker, message) {
    if (worker !== this.worker) return;
    this.drop();
    if (!this.waiting) return;
    if (this.isSecond) {
      this.waiting = undefined;
      this.fail(message);
    } else {
      this.isSecond = true;
      this.send();
    }
  }

  drop() {
    this.worker?.terminate();
    this.worker = undefined;
  }
}
