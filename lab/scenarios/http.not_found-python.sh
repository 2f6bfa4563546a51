# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A file server without that file.
expect_cause=http.not_found
target=http://$NAME:8000/releases/2.1.tar.gz
proof="curl -sSi -m 6 $target"
proof_match='404 File not found'
build() {
	net near
	dns
	mkdir "$DIR/www"
	bg s 8000 /usr/bin/python3 -m http.server --bind :: -d "$DIR/www" 8000
}
