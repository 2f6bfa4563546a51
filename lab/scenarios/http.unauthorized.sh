# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 401.
expect_cause=http.unauthorized
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 401'
build() {
	net far
	dns
	http 80 "add_header WWW-Authenticate 'Basic realm=lab' always; return 401;"
}
