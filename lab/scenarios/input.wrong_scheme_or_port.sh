# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# http was typed, the site has only https.
expect_cause=input.wrong_scheme_or_port
target=http://$NAME/login
proof="curl -sS $target; curl -sS https://$NAME/login"
proof_match='curl: \(7\).*hello'
build() {
	net far
	site
	https leaf
}
