# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# What the variable calls a proxy is a plain web server, which does not know CONNECT.
expect_cause=http.proxy_denied
expect_certainty=likely
env=(https_proxy=http://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='501'
build() {
	net far
	bg s 3128 /usr/bin/python3 -I -m http.server 3128 --directory "$DIR/home"
}
