# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A developer's resolver has one address for all names; the application there wants a log-in.
expect_cause=http.unauthorized
target=http://$NAME/
proof="dig +short naze$PORT.invalid; curl -sSi $target"
proof_match="^$S4\n.*401"
build() {
	net far 4
	dns_py "*=$S4"
	http 80 "add_header WWW-Authenticate 'Basic realm=x' always; return 401;"
}
