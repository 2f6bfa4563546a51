# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 403.
expect_cause=http.forbidden
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 403'
build() {
	net far
	dns
	http 80 "deny all;"
}
