"""A page of a city's own site, on another origin and under a strict policy."""

import html
import http.server
import threading


class HostSite:
    """Serves pages whose policy lets scripts and connections of Yui alone."""

    def __init__(self, yui):
        self.pages = {}
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = site.pages.get(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header(
                    "Content-Security-Policy",
                    f"default-src 'none'; script-src {yui}; connect-src {yui}; frame-src {yui}")
                self.end_headers()
                self.wfile.write((body or "").encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def page(self, name, content, lang="ja"):
        """Puts a page up and returns its address."""
        self.pages[f"/{name}"] = (
            f"<!DOCTYPE html><html lang={lang}><meta charset=utf-8><meta name=viewport "
            f"content='width=device-width'><title>市のページ</title><body><main><h1>転出の手続</h1>"
            f"<p><a href='#top'>前のリンク</a></p>{content}<p><a href='#end'>後のリンク</a></p></main>")
        return f"{self.origin}/{name}"

    def close(self):
        self.server.shutdown()


def widget(yui, service, **data):
    """The line that a city puts into its page."""
    attributes = "".join(f' data-{key}="{html.escape(value)}"' for key, value in data.items())
    return (
        f'<script src="{yui}/reviews/widget.js" data-service="{service}"{attributes} async></script>'
        f'<noscript><a href="{yui}/reviews/{service}/form">評価する</a></noscript>')
