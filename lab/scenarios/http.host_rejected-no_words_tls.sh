# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same over TLS.
expect_cause=http.host_rejected
target=https://$NAME/
proof="curl -sSi $target; curl -sSi -H 'Host: localhost' $target"
proof_match='400 Bad Request.*200 OK'
build() {
	net far
	site
	https leaf 443 "if (\$host !~ ^(localhost|127.0.0.1)\$) { return 400 '<h1>Bad Request (400)</h1>'; } return 200 'hello\n';"
}
