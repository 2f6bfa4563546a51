# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A plain server that serves one connection after the other, two addresses.
expect_status=ok
target=http://$NAME:8000/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	mkdir "$DIR/www"
	echo hello >"$DIR/www/index.html"
	cat >"$DIR/one.py" <<-'PY'
		import http.server, os, socket, sys
		os.chdir(sys.argv[1])
		http.server.HTTPServer.address_family = socket.AF_INET6
		http.server.HTTPServer(('::', 8000), http.server.SimpleHTTPRequestHandler).serve_forever()
	PY
	bg s 8000 $PYTHON "$DIR/one.py" "$DIR/www"
}
