/** As much of XMLHttpRequest, over fetch, as botframework-directlinejs asks for; Node has none. */
export class XmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  onreadystatechange: ((this: XmlHttpRequest) => void) | null = null;
  ontimeout: ((this: XmlHttpRequest) => void) | null = null;
  #request = { method: 'GET', url: '' };
  #answered = new Headers();
  readonly #headers = new Headers();
  readonly #abort = new AbortController();

  open(method: string, url: string): void {
    this.#request = { method, url };
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string | FormData): void {
    const { method, url } = this.#request;
    const signal = AbortSignal.any([this.#abort.signal, ...(this.timeout > 0 ? [AbortSignal.timeout(this.timeout)] : [])]);
    fetch(url, { method, headers: this.#headers, signal, ...(body !== undefined && { body }) })
      .then(async (response) => {
        const { status, headers } = response;
        this.#answered = headers;
        this.response = this.responseType === 'arraybuffer' ? await response.arrayBuffer() : jsonOr(await response.text());
        this.#done(status);
      })
      .catch((error: Error) => {
        if (error.name === 'TimeoutError') this.ontimeout?.();
        else if (error.name !== 'AbortError') this.#done(0);
      });
  }

  #done(status: number): void {
    this.status = status;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
