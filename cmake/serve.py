#!/usr/bin/env python3
"""Serves a folder on 127.0.0.1 with the content types that a site of Paperdeck needs, for trying it out and for tests.

usage: serve.py [--port N] DIR        port 0 takes any free one; the address is printed once it answers
"""
import argparse
import errno
import functools
import http.server
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".jsonl": "application/x-ndjson",
        ".md": "text/markdown; charset=utf-8",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")  # or a rebuild would hide behind the browser's cache
        super().end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a reader who closed the tab is no news
            super().handle_error(*_)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("folder")
    arguments = parser.parse_args()
    try:
        server = Server(("127.0.0.1", arguments.port), functools.partial(Handler, directory=arguments.folder))
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            sys.exit(f"serve.py: port {arguments.port} is taken by another program: try --port {arguments.port + 1}")
        sys.exit(f"serve.py: cannot listen on port {arguments.port}: {error}")
    print(f"Serving {arguments.folder} at http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
